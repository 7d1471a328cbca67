"""Clauses of a configurational sentence (English and its like): which phrase stands in which function of
which predicate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.clauses import Analysis, Argument, Clause, Form
from reportedly.extract.constituents import Chunk, VerbGroup
from reportedly.extract.cues import cut_cues
from reportedly.extract.grouping import attach_trailing, group
from reportedly.extract.nominals import nominal_clauses
from reportedly.extract.participles import Participles
from reportedly.extract.phrases import chunk
from reportedly.extract.tagging import tag
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token

_BOUNDARY = frozenset({";", ":", "—", "?", "!", ".", "…"})
_TRANSPARENT_P = frozenset({"to", "from", "by", "with", "of", "for", "in", "at", "on", "via", "against"})
_PAST = frozenset({"VBD", "VBN"})
_ALWAYS = frozenset({"out", "up", "back", "off", "away", "down"})
"""Particles that are never prepositions right after a verb and before its object."""
_PARTICLES = frozenset({"over", "back", "out", "off", "up", "down", "in", "on", "away"})


def analyse(tokens: Sequence[Token], reader: Reader) -> Analysis:
    """Read one sentence. `tokens` come from `tokenise`; spans of the result are those of the document."""
    tag(tokens, reader.pack)
    return analyse_tagged(tokens, reader)


def analyse_tagged(tokens: Sequence[Token], reader: Reader) -> Analysis:
    """Read one sentence whose words have their classes."""
    row = group(chunk(tokens, reader.pack), reader)
    cues, row = cut_cues(row, tokens, reader)
    if cues:
        # What stood on both sides of a parenthesis may belong together.
        row = group(_rejoin(row), reader)
    attach_trailing(row)
    clauses = _Linker(row, tokens, reader).link()
    phrases = [c.np for c in row if c.np is not None]
    clauses.extend(nominal_clauses(clauses, phrases, reader))
    clauses.sort(key=lambda c: (c.start, c.end))
    question = bool(tokens) and any(t.text in "?？؟" for t in tokens[-3:])
    return Analysis(tokens[0].start, tokens[-1].end, clauses, cues, phrases, question)


def _rejoin(row: list[Chunk]) -> list[Chunk]:
    """The row with the halves of a verb put together that a parenthesis had parted: "has never, it repeats,
    handed"."""
    out: list[Chunk] = []
    for item in row:
        k = len(out) - 1
        while item.vg is not None and k > 0 and out[k].kind in ("NEG", "ADV"):
            k -= 1
        before = out[k].vg if out else None
        if (
            item.vg is not None
            and before is not None
            and before.form == "AUX"
            and not item.vg.auxiliaries
            and not item.vg.infinitive
        ):
            item.vg.resume(before)
            item.vg.negated = item.vg.negated or any(c.kind == "NEG" for c in out[k + 1 :])
            del out[k:]
        out.append(item)
    return out


class _Linker(Participles):
    """Links one row of chunks. A fresh one a sentence."""

    def link(self) -> list[Clause]:
        verbs = [i for i, c in enumerate(self.row) if c.vg is not None]
        for i in verbs:
            self._one(i)
        self._share_objects(verbs)
        self._initial_participles(verbs)
        self._inverted_conditional(verbs)
        self._fused_relative(verbs)
        return [*(self.at[i] for i in verbs), *self.gapped]

    def _one(self, i: int) -> None:
        vg = self.row[i].vg
        assert vg is not None
        clause = self._blank(i, vg)
        if vg.infinitive:
            subject = self._infinitive(i, clause)
        elif (vg.form == "VBG" and not vg.auxiliaries) or vg.auxiliaries[:1] in (["having"], ["being"]):
            subject = self._gerund(i, clause)
        elif self._continues_passive(i, vg):
            clause.passive = True
            subject = self._coordinate(self._previous_finite_index(i), clause)
        elif vg.form in _PAST and not vg.auxiliaries and self._is_participle(i, vg):
            subject = self._participle(i, clause)
        else:
            subject = self._finite(i, clause)
        self.at[i] = clause
        self.subjects[i] = subject
        if subject is not None:
            self._negative_subject(i, subject)
            clause.arguments.append(Argument("obj" if clause.passive else "subj", subject))
            for word, inner in subject.trailing if not clause.antecedent else ():
                clause.arguments.append(Argument(word, inner))
        self._right(i, clause)
        self._left(i, clause)
        if (
            clause.form == "copula"
            and subject is not None
            and subject.pronoun
            and subject.head_token.low == "there"
        ):
            # "there are soldiers in Congo": what there is.
            clause.arguments = [
                Argument("subj" if a.function == "obj" else a.function, a.phrase)
                for a in clause.arguments
                if a.phrase is not subject
            ]

    def _blank(self, i: int, vg: VerbGroup) -> Clause:
        words = tuple(t.low for t in self.tokens[vg.head : vg.head + 4])
        form: Form = "copula" if vg.form == "AUX" and vg.lemma == "be" else "finite"
        clause = Clause(
            (vg.lemma),
            (vg.lemma, *words[1:]),
            form,
            min(t.start for t in self.tokens[vg.start : vg.end]),
            max(t.end for t in self.tokens[vg.start : vg.end]),
        )
        clause.passive = vg.passive
        clause.negated = vg.negated
        clause.modal = vg.modal
        clause.past, clause.perfect, clause.progressive = vg.past, vg.perfect, vg.progressive
        clause.adverbs = tuple(vg.adverbs)
        clause.left, clause.right = i, i
        return clause

    def _right(self, i: int, clause: Clause) -> None:
        """Objects and prepositional phrases after the verb, up to the next clause."""
        k = i + 1
        objects = 0
        first_object = -1
        function = ""
        while k < len(self.row):
            item = self.row[k]
            if item.kind == "ADV" or (
                item.kind == "NEG" and not (k + 1 < len(self.row) and self.row[k + 1].np is not None)
            ):
                k += 1
                continue
            if item.kind == "TIME":
                if item.time is not None:
                    clause.times.append(item.time)
                k += 1
                continue
            particle = item.kind == "P" and item.word in _PARTICLES and k == i + 1
            if particle and (
                item.word in _ALWAYS
                or any(rest == (item.word,) for rest, _ in self.pack.predicates.get(clause.lemma, ()))
            ):
                # "has given back one S-300": a particle, not a preposition.
                k += 1
                continue
            if item.kind == "NEG" and k + 1 < len(self.row) and self.row[k + 1].np is not None:
                self.row[k + 1].np.negated = True  # type: ignore[union-attr]
                self.row[k + 1].np.reading = None  # type: ignore[union-attr]
                k += 1
                continue
            if item.kind == "P":
                nxt = self.row[k + 1] if k + 1 < len(self.row) else None
                if nxt is None or nxt.vg is not None:
                    break
                if nxt.kind == "TIME":
                    k += 1
                    continue
                function = item.word
                if nxt.np is None:
                    k += 1
                    continue
                if self._subject_of_next(k + 1) and item.word in (
                    "as",
                    "since",
                    "before",
                    "after",
                    "until",
                    "than",
                ):
                    break
                clause.arguments.append(Argument(function, nxt.np))
                k += 2
                continue
            if item.np is not None:
                if self._subject_of_next(k) and (
                    objects > 0 or self.pack.report_verbs.get(clause.lemma) is not None or clause.passive
                ):
                    break
                if objects == 0:
                    clause.arguments.append(Argument("obj" if not clause.passive else "obj2", item.np))
                    first_object = k
                elif objects == 1 and k == first_object + 1:
                    clause.arguments.append(Argument("obj2", item.np))
                else:
                    clause.arguments.append(Argument("obj2", item.np))
                objects += 1
                k += 1
                continue
            if item.kind == ",":
                nxt = self.row[k + 1] if k + 1 < len(self.row) else None
                if nxt is not None and nxt.kind in ("P", "TIME") and not self._fronted(k + 1):
                    k += 1
                    continue
                if self._aside(k):
                    k += 3
                    continue
                break
            if item.kind == "CC":
                nxt = self.row[k + 1] if k + 1 < len(self.row) else None
                if nxt is not None and nxt.kind == "P":
                    k += 1
                    continue
                if self._gap(k, clause):
                    k += 4
                    continue
                if nxt is not None and nxt.np is not None and not self._subject_of_next(k + 1):
                    clause.arguments.append(Argument(function or "obj", nxt.np))
                    k += 2
                    continue
                break
            if item.kind == "INCL":
                k += 1
                continue
            if (
                item.vg is not None
                and item.vg.form == "VBG"
                and not item.vg.auxiliaries
                and self.row[k - 1].kind == "P"
            ):
                break
            break
        clause.right = k
        last = self.row[k - 1].end if k > i + 1 else 0
        vg = self.row[i].vg
        if vg is not None and last > vg.head:
            clause.words = (clause.lemma, *(t.low for t in self.tokens[vg.head + 1 : last]))

    def _gap(self, k: int, clause: Clause) -> bool:
        """For the conjunction at `k`: notes the clause that a second pair of object and prepositional phrase
        makes with the same verb."""
        if k + 3 >= len(self.row):
            return False
        goods, word, party = self.row[k + 1].np, self.row[k + 2], self.row[k + 3].np
        known = {a.function: a.phrase for a in clause.arguments}
        first = known.get("obj")
        if goods is None or party is None or first is None or word.kind != "P" or word.word not in known:
            return False
        if (
            self.reader.sort(goods) == "other"
            and self.reader.sort(first) == "materiel"
            and word.word == "from"
        ):
            # "their ammunition from Cambodia and their money from Toronto": of no concern.
            return True
        if self.reader.sort(goods) != self.reader.sort(first) or self.reader.sort(party) != self.reader.sort(
            known[word.word]
        ):
            return False
        kept = [
            a
            for a in clause.arguments
            if a.function == "subj" or (clause.passive and a.function not in ("obj", word.word))
        ]
        self.gapped.append(
            replace(clause, arguments=[*kept, Argument("obj", goods), Argument(word.word, party)], times=[])
        )
        return True

    def _left(self, i: int, clause: Clause) -> None:
        """Times and prepositional phrases that stand before the subject or between subject and verb."""
        if clause.relation in ("reduced", "infinitive", "gerund"):
            return
        before = self._back(i)
        if before >= 0 and self.row[before].kind in ("CC", ",") and self._insertion(before) is None:
            return
        k = i - 1
        times, arguments = len(clause.times), len(clause.arguments)
        while k >= 0:
            item = self.row[k]
            if k in self.at and self.at[k].relation == "reduced":
                # "bombs made in X were dropped": what stood between is the participle's.
                del clause.times[times:], clause.arguments[arguments:]
            if item.vg is not None or item.kind in ("COMP", "REL", "SUB", "CC") or item.kind in _BOUNDARY:
                break
            if item.kind == "TIME" and item.time is not None:
                clause.times.append(item.time)
            if item.kind == "P" and k + 1 < i and self.row[k + 1].np is not None:
                inner = self.row[k + 1].np
                assert inner is not None
                if item.word in _TRANSPARENT_P and not any(a.phrase is inner for a in clause.arguments):
                    clause.arguments.append(Argument(item.word, inner))
            k -= 1

    def _share_objects(self, verbs: Sequence[int]) -> None:
        """ "armed and bankrolled the group": the first verb has the objects of the second."""
        for i in reversed(verbs):
            clause = self.at[i]
            nxt = clause.right
            if nxt + 1 < len(self.row) and self.row[nxt].kind == "CC" and self.row[nxt + 1].vg is not None:
                other = self.at.get(nxt + 1)
                own = any(a.function in ("obj", "obj2") for a in clause.arguments)
                if other is not None and (not own or clause.passive) and nxt == i + 1:
                    clause.arguments.extend(
                        a
                        for a in other.arguments
                        if a.function not in ("subj",)
                        and all(a.phrase is not b.phrase for b in clause.arguments)
                    )
                    clause.times.extend(t for t in other.times if t not in clause.times)

    def _initial_participles(self, verbs: Sequence[int]) -> None:
        """A participle that opens the sentence has the subject of the clause after it."""
        for i in verbs:
            clause = self.at[i]
            opens = clause.relation == "reduced" and self.subjects[i] is None and self._back(i) < 0
            if (clause.relation == "participial" or opens) and clause.parent is None:
                main = next((j for j in verbs if j > i and self.at[j].form in ("finite", "copula")), None)
                if main is not None:
                    clause.parent = self.at[main]
                    clause.relation = "participial"
                    subject = self.subjects[main]
                    if subject is not None:
                        clause.arguments.append(Argument("obj" if clause.passive else "subj", subject))

    def _inverted_conditional(self, verbs: Sequence[int]) -> None:
        """ "Had Russia delivered the missiles, ...": a condition without "if"."""
        if len(verbs) < 3 or verbs[0] != 0 or self.tokens[0].low not in ("had", "were", "should"):
            return
        clause = self.at[verbs[1]]
        if any(self.row[k].kind == "," for k in range(verbs[1], verbs[2])) or self.at[verbs[2]].modal:
            clause.relation, clause.marker, clause.parent = "adverbial", "if", self.at[verbs[-1]]
