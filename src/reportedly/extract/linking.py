"""Clauses of a configurational sentence (English and its like): which phrase stands in which function of which predicate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.clauses import Analysis, Argument, Clause, Form, Relation
from reportedly.extract.cues import cut_cues
from reportedly.extract.grouping import attach_trailing, group
from reportedly.extract.nominals import nominal_clauses
from reportedly.extract.phrases import Chunk, NounPhrase, VerbGroup, chunk
from reportedly.extract.tagging import tag
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token

_BOUNDARY = frozenset({";", ":", "—", "?", "!", ".", "…"})
_SKIP = frozenset({"ADV", "NEG", "TIME"})
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
    """The row with the halves of a verb put together that a parenthesis had parted: "has never, it repeats, handed"."""
    out: list[Chunk] = []
    for item in row:
        k = len(out) - 1
        while item.vg is not None and k > 0 and out[k].kind in ("NEG", "ADV"):
            k -= 1
        before = out[k].vg if out else None
        if item.vg is not None and before is not None and before.form == "AUX" and not item.vg.auxiliaries and not item.vg.infinitive:
            item.vg.resume(before)
            item.vg.negated = item.vg.negated or any(c.kind == "NEG" for c in out[k + 1 :])
            del out[k:]
        out.append(item)
    return out


class _Linker:
    """Links one row of chunks. A fresh one a sentence."""

    def __init__(self, row: list[Chunk], tokens: Sequence[Token], reader: Reader) -> None:
        self.row = row
        self.tokens = tokens
        self.reader = reader
        self.pack = reader.pack
        self.at: dict[int, Clause] = {}
        self.subjects: dict[int, NounPhrase | None] = {}
        self.gapped: list[Clause] = []
        """Clauses whose verb is said only once: "jets from France and tanks from Russia"."""

    def link(self) -> list[Clause]:
        verbs = [i for i, c in enumerate(self.row) if c.vg is not None]
        for i in verbs:
            self._one(i)
        self._share_objects(verbs)
        self._initial_participles(verbs)
        self._inverted_conditional(verbs)
        self._fused_relative(verbs)
        return [*(self.at[i] for i in verbs), *self.gapped]

    # -- one verb ---------------------------------------------------------------------------------------------------

    def _one(self, i: int) -> None:
        vg = self.row[i].vg
        assert vg is not None
        clause = self._blank(i, vg)
        if vg.infinitive:
            subject = self._infinitive(i, clause)
        elif vg.form == "VBG" and not vg.auxiliaries or vg.auxiliaries[:1] in (["having"], ["being"]):
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
        if clause.form == "copula" and subject is not None and subject.pronoun and subject.head_token.low == "there":
            # "there are soldiers in Congo": what there is.
            clause.arguments = [Argument("subj" if a.function == "obj" else a.function, a.phrase) for a in clause.arguments if a.phrase is not subject]

    def _continues_passive(self, i: int, vg: VerbGroup) -> bool:
        """A lone participle after a comma or "and" in a row of passives: "were driven to X, taken over by Y and shipped to Z"."""
        if vg.form not in _PAST or vg.auxiliaries or self.tokens[vg.head].sure and vg.form == "VBD":
            return False
        k = self._back(i)
        if k < 0 or self.row[k].kind not in (",", "CC"):
            return False
        nxt = self.row[i + 1] if i + 1 < len(self.row) else None
        if nxt is not None and nxt.np is not None and not nxt.np.pronoun:
            return False
        before = self._previous_finite_index(k)
        return before is not None and self.at[before].passive and self.at[before].form == "finite"

    def _blank(self, i: int, vg: VerbGroup) -> Clause:
        words = tuple(t.low for t in self.tokens[vg.head : vg.head + 4])
        form: Form = "copula" if vg.form == "AUX" and vg.lemma == "be" else "finite"
        clause = Clause((vg.lemma), (vg.lemma, *words[1:]), form, min(t.start for t in self.tokens[vg.start : vg.end]), max(t.end for t in self.tokens[vg.start : vg.end]))
        clause.passive = vg.passive
        clause.negated = vg.negated
        clause.modal = vg.modal
        clause.past, clause.perfect, clause.progressive = vg.past, vg.perfect, vg.progressive
        clause.adverbs = tuple(vg.adverbs)
        clause.left, clause.right = i, i
        return clause

    def _negative_subject(self, i: int, subject: NounPhrase) -> None:
        """ "not a single soldier was": the "not" stands before the subject."""
        for k in range(i - 1, 0, -1):
            if self.row[k].np is subject and self.row[k - 1].kind == "NEG":
                subject.negated, subject.reading = True, None

    # -- subjects ---------------------------------------------------------------------------------------------------

    def _finite(self, i: int, clause: Clause) -> NounPhrase | None:
        k = self._back(i)
        if k < 0:
            return None
        kind = self.row[k].kind
        if kind == "REL":
            return self._relative(k, clause)
        if kind == "CC":
            before = self._previous_finite(k)
            return self._coordinate(before, clause)
        if kind == ",":
            opened = self._insertion(k)
            if opened is not None:
                return self._subject_at(opened, clause)
            before = self._previous_finite(k)
            if before is None and k > 0:
                return self._subject_at(k - 1, clause)
            return self._coordinate(before, clause)
        if kind in ("NP", "P", "TIME") or self.row[k].np is not None:
            return self._subject_at(k, clause)
        if kind in ("COMP", "SUB"):
            clause.relation, clause.marker = ("complement", "") if kind == "COMP" else ("adverbial", self.row[k].word)
            clause.parent = self._previous_clause(k)
        return None

    def _back(self, i: int) -> int:
        k = i - 1
        while k >= 0 and self.row[k].kind in _SKIP:
            k -= 1
        return k

    def _subject_at(self, k: int, clause: Clause) -> NounPhrase | None:
        """The nearest phrase at or before `k` that no preposition governs; then what introduces the clause."""
        while k >= 0:
            item = self.row[k]
            if item.np is not None:
                p = k - 1
                while p >= 0 and self.row[p].kind in ("ADV", "NEG"):
                    p -= 1
                if p >= 0 and self.row[p].kind == "P" and not (self.row[p].word == "of"):
                    k = self._back(p)
                    if k >= 0 and self.row[k].kind in (",",) and self._insertion(k) is not None:
                        k = self._insertion(k) or k
                    continue
                relative = self.at.get(p) if p >= 0 else None
                if relative is not None and relative.relation == "relative" and relative.antecedent and self.subjects[p] is not None:
                    # "experts who monitor it say": the object of the relative clause is not the subject.
                    back = next((q for q in range(p, -1, -1) if self.row[q].np is self.subjects[p]), None)
                    if back is not None:
                        self._introduce(back, clause)
                        return self.subjects[p]
                self._introduce(k, clause)
                return item.np
            if item.kind == "REL":
                return self._relative(k, clause)
            if item.kind == "TIME":
                k = self._back(k)
                if k >= 0 and self.row[k].kind == "P":
                    k = self._back(k)
                continue
            if item.kind == "P":
                k = self._back(k)
                continue
            if item.kind == ",":
                opened = self._insertion(k)
                if opened is None:
                    break
                k = opened
                continue
            inner = self.at.get(k)
            if inner is not None and inner.relation == "relative" and inner.antecedent and self.subjects[k] is not None:
                back = next((q for q in range(k, -1, -1) if self.row[q].np is self.subjects[k]), None)
                if back is not None:
                    self._introduce(back, clause)
                    return self.subjects[k]
            if k in self.at and self.at[k].form in ("participle", "gerund"):
                # "weapons supplied to X were": step over the reduced relative to its noun.
                k = self._back(k)
                continue
            break
        return None

    def _introduce(self, k: int, clause: Clause) -> None:
        """Set relation and parent from what stands before the subject at `k`."""
        p = self._back(k)
        while p >= 0 and self.row[p].kind in (",",) and p > 0 and self.row[p - 1].kind in ("COMP", "SUB", "REL", "CC"):
            p = self._back(p)
        lead = self._lead(k)
        if lead is not None:
            kind, word, at = lead
            if kind == "COMP":
                clause.relation = "complement"
                clause.parent, clause.marker = self._complement_of(at)
                noun_at = self._back(at)
                clause.marker_phrase = self.row[noun_at].np if noun_at >= 0 else None
                return
            if kind == "SUB":
                clause.relation, clause.marker = "adverbial", word
                clause.parent = self._previous_clause(at)
                if word in ("whether", "how", "why") and clause.parent is not None:
                    clause.relation = "complement"
                    clause.marker = word
                return
            if kind == "REL":
                # Object relative: "weapons which Iran supplied": the antecedent is the object.
                antecedent = self._antecedent(at)
                clause.relation, clause.marker = "relative", word
                clause.parent = self._previous_clause(at)
                if antecedent is not None and word != "where":
                    governed = at > 0 and self.row[at - 1].kind == "P"
                    clause.arguments.append(Argument(self.row[at - 1].word if governed else self._cleft(antecedent, at), antecedent))
                    clause.antecedent = True
                return
        if p < 0:
            return
        before = self.row[p]
        if before.kind == "CC":
            parent_index = self._previous_finite_index(p)
            if parent_index is not None:
                other = self.at[parent_index]
                clause.relation = "coordinate"
                clause.parent = other.parent
                clause.marker = other.marker if other.relation in ("complement", "adverbial") else ""
                if other.relation in ("complement", "adverbial"):
                    clause.relation = other.relation
            return
        if before.vg is not None or before.np is not None:
            governor = self._reporting_before(p)
            if governor is not None:
                clause.relation, clause.parent = "complement", governor

    def _lead(self, k: int) -> tuple[str, str, int] | None:
        """The COMP, SUB or REL that opens the clause whose subject is at `k`, looking back over fronted phrases."""
        p = k - 1
        while p >= 0:
            item = self.row[p]
            if item.kind in ("COMP", "SUB", "REL"):
                return item.kind, item.word, p
            if item.kind in ("ADV", "TIME", "NEG", "INCL"):
                p -= 1
                continue
            if item.kind == "," and p > 0 and (self.row[p - 1].kind in ("TIME", "NP", "ADV")):
                # A fronted adverbial: "that in May 2019, Iran ..." reaches back only over a preposition and its phrase.
                q = p - 1
                while q >= 0 and self.row[q].kind in ("TIME", "NP", "P", "ADV"):
                    q -= 1
                if q >= 0 and self.row[q].kind in ("COMP", "SUB") and self.row[q + 1].kind in ("P", "TIME"):
                    return self.row[q].kind, self.row[q].word, q
                return None
            if item.np is not None and p > 0 and self.row[p - 1].kind == "P":
                p -= 2
                continue
            return None
        return None

    def _relative(self, k: int, clause: Clause) -> NounPhrase | None:
        clause.relation, clause.marker = "relative", self.row[k].word
        clause.parent = self._previous_clause(k)
        clause.antecedent = True
        return self._antecedent(k)

    def _cleft(self, antecedent: NounPhrase, at: int) -> str:
        """ "It was from Belarus that it got them": the function that the stressed phrase has; `obj` where nothing is stressed."""
        k = next((q for q in range(at - 1, 1, -1) if self.row[q].np is antecedent), 0)
        if k < 2 or self.row[k - 1].kind != "P" or k - 2 not in self.at:
            return "obj"
        subject = self.subjects[k - 2]
        stressed = self.at[k - 2].form == "copula" and subject is not None and subject.head_token.low == "it"
        return self.row[k - 1].word if stressed else "obj"

    def _antecedent(self, k: int) -> NounPhrase | None:
        p = k - 1
        while p >= 0 and self.row[p].kind in (",", "P", "ADV", "TIME", "—"):
            p -= 1
        if p < 0 or self.row[p].np is None:
            return None
        # "systems to Syria, which ...": prefer a thing over the place that a preposition ties to it.
        things = self._goods_behind(p)
        if things is not None and self.row[k].word in ("which", "that") and self.row[p - 1].word in ("to", "from", "in", "for"):
            return things
        if p > 1 and self.row[k].word in ("who", "whom", "whose") and self.row[p - 1].kind == "P":
            nearest, person = self.row[p].np, self.row[p - 2].np
            if nearest is not None and person is not None and self.reader.sort(nearest) == "place" and self.reader.sort(person) == "actor":
                # "the spokesman in Riyadh who says"
                return person
        return self.row[p].np

    def _goods_behind(self, p: int) -> NounPhrase | None:
        """The materiel that the party or place at `p` hangs on by a preposition ("missiles from Iran")."""
        if p < 2 or self.row[p - 1].kind != "P":
            return None
        hung, head = self.row[p].np, self.row[p - 2].np
        if hung is None or head is None or self.reader.sort(hung) not in ("actor", "place"):
            return None
        return head if self.reader.sort(head) == "materiel" else None

    def _coordinate(self, before: int | None, clause: Clause) -> NounPhrase | None:
        if before is None:
            return None
        other = self.at[before]
        clause.relation = other.relation if other.relation != "main" else "coordinate"
        clause.parent = other.parent
        clause.marker = other.marker
        clause.antecedent = other.antecedent
        clause.conjunct = other
        if not clause.modal and not self._own_auxiliary(clause):
            clause.modal = other.modal
            clause.perfect = clause.perfect or other.perfect
            if other.passive and self.row[clause.left].vg is not None and self.row[clause.left].vg.form in _PAST:  # type: ignore[union-attr]
                clause.passive = True
            if other.negated and clause.marker in ("or", "nor"):
                clause.negated = True
        return self.subjects[before]

    def _own_auxiliary(self, clause: Clause) -> bool:
        vg = self.row[clause.left].vg
        return vg is not None and bool(vg.auxiliaries)

    def _previous_finite(self, k: int) -> int | None:
        return self._previous_finite_index(k)

    def _previous_finite_index(self, k: int) -> int | None:
        for p in range(k - 1, -1, -1):
            if self.row[p].kind in (";",):
                return None
            clause = self.at.get(p)
            if clause is not None and clause.relation not in ("reduced",) and (clause.form != "gerund"):
                return p
        return None

    def _previous_clause(self, k: int) -> Clause | None:
        for p in range(k - 1, -1, -1):
            if p in self.at:
                return self.at[p]
        return None

    def _complement_of(self, k: int) -> tuple[Clause | None, str]:
        """What a "that" at `k` completes: the verb before it, and the noun directly before it where there is one."""
        p = self._back(k)
        noun = self.row[p].np if p >= 0 else None
        parent = self._previous_clause(k)
        if parent is not None and parent.form == "gerund" and parent.parent is not None and parent.lemma in self.pack.words("report", "passing_on"):
            # "reported, citing two officials, that": what was reported.
            parent = parent.parent
        # "said that A and that B": the second "that" completes the same verb.
        if p >= 0 and self.row[p].kind == "CC":
            for q in range(p - 1, -1, -1):
                other = self.at.get(q)
                if other is not None and other.relation == "complement":
                    return other.parent, other.marker
        word = noun.head_token.low if noun is not None else ""
        return parent, word if word in self.pack.words("report", "nouns") else ""

    def _reporting_before(self, k: int) -> Clause | None:
        """The verb of saying whose complement begins right after `k` without "that"."""
        p = k
        steps = 0
        while p >= 0 and steps < 4:
            clause = self.at.get(p)
            if clause is not None:
                return clause if clause.lemma in self.pack.report_verbs or clause.lemma in ("mean", "be") and clause.lemma != "be" else None
            if self.row[p].np is None and self.row[p].kind not in _SKIP:
                return None
            p -= 1
            steps += 1
        return None

    def _insertion(self, k: int) -> int | None:
        """For the comma at `k` right before a verb: index of the phrase before the insertion that it closes, or None."""
        depth = 0
        for p in range(k - 1, -1, -1):
            item = self.row[p]
            if item.kind in _BOUNDARY:
                return None
            if item.kind == ",":
                before = self._back(p)
                after = self.row[p + 1] if p + 1 < k else None
                if before >= 0 and after is not None and (self.row[before].np is not None):
                    if after.kind == "CC" and depth == 0:
                        return None
                    earlier_verb = any(q in self.at and self.at[q].form in ("finite", "copula") for q in range(p + 1, k))
                    if earlier_verb and not any(self.row[q].kind == "REL" for q in range(p + 1, k)):
                        return None
                    return before
                depth += 1
        return None

    # -- non-finite -------------------------------------------------------------------------------------------------

    def _infinitive(self, i: int, clause: Clause) -> NounPhrase | None:
        clause.form, clause.relation = "infinitive", "infinitive"
        k = self._back(i)
        between: list[NounPhrase] = []
        while k >= 0:
            item = self.row[k]
            if item.vg is not None:
                governor = self.at[k]
                clause.parent = governor
                objects = [a.phrase for a in governor.arguments if a.function in ("obj", "iobj") and not governor.passive]
                table = self.pack.data["control"]["object"]
                if governor.lemma in table and between and objects:
                    return between[-1]
                if governor.passive or governor.lemma not in table:
                    return self.subjects[k]
                return self.subjects[k]
            if item.np is not None:
                between.append(item.np)
                word = item.np.head_token.low
                if k == self._back(i) and word in self.pack.words("report", "nouns"):
                    clause.marker = word
            elif item.kind == "CC" and k > 0:
                for q in range(k - 1, -1, -1):
                    other = self.at.get(q)
                    if other is not None:
                        clause.parent = other.parent if other.form == "infinitive" else other
                        return self.subjects[q]
            elif item.kind in _BOUNDARY or item.kind in ("COMP", "REL"):
                break
            k -= 1
        return between[-1] if between else None

    def _gerund(self, i: int, clause: Clause) -> NounPhrase | None:
        clause.form, clause.relation = "gerund", "gerund"
        k = self._back(i)
        if k < 0:
            clause.relation = "participial"
            return None
        item = self.row[k]
        if item.kind == "P" or item.kind == "SUB":
            clause.marker = item.word
            p = self._back(k)
            governor = self._previous_clause(k)
            clause.parent = governor
            if p >= 0 and self.row[p].np is not None:
                noun = self.row[p].np
                assert noun is not None
                if governor is not None and governor.lemma in self.pack.data["control"]["object"] and governor.passive is False:
                    return noun
                if noun.head_token.low in self.pack.words("report", "nouns") or noun.head_token.low in self.pack.nominals:
                    clause.marker = noun.head_token.low
                    if noun.owner is not None:
                        return noun.owner
            if governor is not None:
                return self.subjects.get(governor.left)
            return None
        if item.np is not None:
            clause.relation = "reduced"
            clause.antecedent = True
            governor = self._previous_clause(i)
            clause.parent = governor
            return item.np
        if item.vg is not None:
            clause.parent = self.at[k]
            return self.subjects[k]
        if item.kind == ",":
            clause.relation = "participial"
            for q in range(k - 1, -1, -1):
                if q in self.at and self.at[q].form in ("finite", "copula"):
                    clause.parent = self.at[q]
                    return self.subjects[q]
            opened = self._back(k)
            return self.row[opened].np if opened >= 0 else None
        if item.kind == "CC":
            for q in range(k - 1, -1, -1):
                if q in self.at:
                    clause.parent, clause.marker = self.at[q].parent, self.at[q].marker
                    clause.relation = self.at[q].relation
                    return self.subjects[q]
        return None

    def _is_participle(self, i: int, vg: VerbGroup) -> bool:
        """A lone -ed form: a reduced relative ("weapons supplied by X") or a past tense ("X supplied weapons")?"""
        if self.tokens[vg.head].sure:
            return vg.form == "VBN"
        readings = {form for _, form in self.pack.verb_forms.get(self.tokens[vg.head].low, (("", "VBN"),))}
        k = self._back(i)
        nxt = self.row[i + 1] if i + 1 < len(self.row) else None
        if nxt is not None and nxt.kind == "P" and nxt.word in _ALWAYS and i + 2 < len(self.row) and self.row[i + 2].np is not None:
            # "shot down a jet": a particle and an object.
            nxt = self.row[i + 2]
        if "VBD" not in readings and "VB" not in readings and vg.form == "VBN" and self.tokens[vg.head].low in self.pack.verb_forms:
            return True
        if k < 0 or self.row[k].kind in (",", "CC"):
            if nxt is not None and nxt.np is not None:
                return k < 0
            if nxt is None or nxt.kind != "P":
                return k < 0
            before = self.row[k - 1].np if k > 0 and self.row[k].kind == "," else None
            described = before is not None and self.reader.sort(before) == "materiel" and vg.lemma in self.pack.predicates and not self._intransitive(vg.lemma)
            return nxt.word == "by" or k < 0 or described or self._parenthetical(i)
        if self.row[k].kind in ("REL", "COMP", "SUB"):
            return False
        if nxt is not None and nxt.kind == "P" and nxt.word == "by":
            return True
        before = self.row[k].np
        if before is None:
            return False
        fused = self.row[k - 1].np if k > 0 else None
        if fused is not None and fused.head_token.low == "what":
            return False
        if before.pronoun and before.head_token.low in ("he", "she", "it", "they", "we", "i", "who", "which"):
            return False
        takes_object = nxt is not None and (nxt.np is not None or nxt.kind == "COMP")
        sort = self.reader.sort(before)
        if takes_object:
            governed = self._back(k)
            if governed >= 0 and self.row[governed].vg is not None and sort == "materiel":
                return True
            return False
        if sort == "materiel" and vg.lemma in self.pack.predicates and not self._intransitive(vg.lemma):
            return True
        if k > 0 and self.row[k - 1].kind == "REL" and sort == "actor":
            # "the embargo that the Council imposed on Libya is": the verb of the relative clause.
            return False
        if self._finite_follows(i):
            return True
        governed = self._back(k)
        if governed >= 0 and self.row[governed].vg is not None and self.row[governed].vg.finite:  # type: ignore[union-attr]
            return self.at[governed].lemma not in self.pack.report_verbs
        return sort == "other" and vg.lemma in self.pack.predicates and not self._intransitive(vg.lemma) and nxt is not None and nxt.kind == "P"

    def _parenthetical(self, i: int) -> bool:
        """", adopted in April 2015, placed": the participle stands between commas and the verb after them has no subject of its own."""
        k = i + 1
        while k < len(self.row) and self.row[k].kind in ("P", "NP", "TIME", "ADV"):
            k += 1
        return k + 1 < len(self.row) and self.row[k].kind == "," and self.row[k + 1].vg is not None and self.row[k + 1].vg.finite  # type: ignore[union-attr]

    def _intransitive(self, lemma: str) -> bool:
        return any(frame == "arrive" for _, frame in self.pack.predicates.get(lemma, ()))

    def _finite_follows(self, i: int) -> bool:
        """True where a later finite verb has no subject of its own, so that this one cannot be the main verb."""
        k = i + 1
        while k < len(self.row):
            item = self.row[k]
            if item.kind in _BOUNDARY or item.kind in ("COMP", "REL", "SUB", "CC", ","):
                return False
            if item.vg is not None and item.vg.finite:
                before = self._back(k)
                return before >= 0 and not (self.row[before].np is not None and self.row[before - 1].kind != "P" if before > 0 else False)
            k += 1
        return False

    def _participle(self, i: int, clause: Clause) -> NounPhrase | None:
        clause.form, clause.relation, clause.passive = "participle", "reduced", True
        clause.antecedent = True
        k = self._back(i)
        clause.parent = self._previous_clause(i)
        if k >= 0 and self.row[k].kind == "CC":
            before = self._previous_clause(k)
            if before is not None:
                return self.subjects.get(before.left)
        p = k
        while p >= 0 and self.row[p].kind in (",", "P", "ADV", "TIME"):
            p -= 1
        if p < 0 or self.row[p].np is None:
            return None
        # "missiles from Iran seized by": the participle describes the thing, not the place that hangs on it.
        return self._goods_behind(p) or self.row[p].np

    # -- arguments --------------------------------------------------------------------------------------------------

    def _right(self, i: int, clause: Clause) -> None:
        """Objects and prepositional phrases after the verb, up to the next clause."""
        k = i + 1
        objects = 0
        first_object = -1
        function = ""
        while k < len(self.row):
            item = self.row[k]
            if item.kind == "ADV" or item.kind == "NEG" and not (k + 1 < len(self.row) and self.row[k + 1].np is not None):
                k += 1
                continue
            if item.kind == "TIME":
                if item.time is not None:
                    clause.times.append(item.time)
                k += 1
                continue
            particle = item.kind == "P" and item.word in _PARTICLES and k == i + 1
            if particle and (item.word in _ALWAYS or any(rest == (item.word,) for rest, _ in self.pack.predicates.get(clause.lemma, ()))):
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
                if self._subject_of_next(k + 1) and item.word in ("as", "since", "before", "after", "until", "than"):
                    break
                clause.arguments.append(Argument(function, nxt.np))
                k += 2
                continue
            if item.np is not None:
                if self._subject_of_next(k) and (objects > 0 or self.pack.report_verbs.get(clause.lemma) is not None or clause.passive):
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
            if item.vg is not None and item.vg.form == "VBG" and not item.vg.auxiliaries and self.row[k - 1].kind == "P":
                break
            break
        clause.right = k
        last = self.row[k - 1].end if k > i + 1 else 0
        vg = self.row[i].vg
        if vg is not None and last > vg.head:
            clause.words = (clause.lemma, *(t.low for t in self.tokens[vg.head + 1 : last]))

    def _gap(self, k: int, clause: Clause) -> bool:
        """For the conjunction at `k`: notes the clause that a second pair of object and prepositional phrase makes with the same verb."""
        if k + 3 >= len(self.row):
            return False
        goods, word, party = self.row[k + 1].np, self.row[k + 2], self.row[k + 3].np
        known = {a.function: a.phrase for a in clause.arguments}
        first = known.get("obj")
        if goods is None or party is None or first is None or word.kind != "P" or word.word not in known:
            return False
        if self.reader.sort(goods) == "other" and self.reader.sort(first) == "materiel" and word.word == "from":
            # "their ammunition from Cambodia and their money from Toronto": of no concern.
            return True
        if self.reader.sort(goods) != self.reader.sort(first) or self.reader.sort(party) != self.reader.sort(known[word.word]):
            return False
        kept = [a for a in clause.arguments if a.function == "subj" or clause.passive and a.function not in ("obj", word.word)]
        self.gapped.append(replace(clause, arguments=[*kept, Argument("obj", goods), Argument(word.word, party)], times=[]))
        return True

    def _fused_relative(self, verbs: Sequence[int]) -> None:
        """ "What Moscow delivered to Hanoi was six submarines": the predicate is what was delivered."""
        what = self.row[0].np if self.row else None
        if what is None or what.head_token.low != "what" or len(verbs) < 2:
            return
        first, second = self.at[verbs[0]], self.at[verbs[1]]
        if second.form == "copula" and not first.get("obj"):
            first.arguments.extend(Argument("obj", a.phrase) for a in second.arguments if a.function == "obj")

    def _aside(self, k: int) -> bool:
        """True where the comma at `k` opens an apposition and the clause's own phrases go on behind it."""
        if k + 4 >= len(self.row) or self.row[k - 1].np is None:
            return False
        between, close, after = self.row[k + 1].np, self.row[k + 2], self.row[k + 3]
        return between is not None and not between.pronoun and close.kind == "," and after.kind == "P" and self.row[k + 4].np is not None and not self._fronted(k + 3)

    def _fronted(self, k: int) -> bool:
        """True where the prepositional phrase at `k` opens the next clause rather than closes this one."""
        p = k
        while p < len(self.row) and self.row[p].kind in ("P", "NP", "TIME", "ADV"):
            p += 1
        return p < len(self.row) and self.row[p].kind == "," and p + 1 < len(self.row) and self.row[p + 1].np is not None

    def _subject_of_next(self, k: int) -> bool:
        """True where the phrase at `k` is followed by a finite verb of its own."""
        p = k + 1
        while p < len(self.row):
            item = self.row[p]
            if item.kind in _SKIP:
                p += 1
                continue
            if item.kind == "P" and p + 1 < len(self.row) and (self.row[p + 1].np is not None or self.row[p + 1].kind == "TIME"):
                p += 2
                continue
            if item.vg is not None:
                if item.vg.infinitive or not (item.vg.finite or item.vg.form in _PAST):
                    return False
                if item.vg.form in _PAST and not item.vg.auxiliaries:
                    return not self._is_participle(p, item.vg)
                return True
            return False
        return False

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
                    clause.arguments.extend(a for a in other.arguments if a.function not in ("subj",) and all(a.phrase is not b.phrase for b in clause.arguments))
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


RELATIONS_OF_FACT: frozenset[Relation] = frozenset({"main", "complement", "relative", "coordinate", "reduced", "participial", "argument", "gerund", "infinitive", "adverbial"})
