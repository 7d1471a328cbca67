"""Whose deed it is: the subject of each finite verb, and the word that ties its clause to another."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.constituents import Chunk, NounPhrase
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token

_BOUNDARY = frozenset({";", ":", "—", "?", "!", ".", "…"})
_SKIP = frozenset({"ADV", "NEG", "TIME"})
_PAST = frozenset({"VBD", "VBN"})


class Subjects:
    """Finds the subject of a finite verb and what introduces its clause. One row of chunks each."""

    def __init__(self, row: list[Chunk], tokens: Sequence[Token], reader: Reader) -> None:
        self.row = row
        self.tokens = tokens
        self.reader = reader
        self.pack = reader.pack
        self.at: dict[int, Clause] = {}
        self.subjects: dict[int, NounPhrase | None] = {}
        self.gapped: list[Clause] = []
        """Clauses whose verb is said only once: "jets from France and tanks from Russia"."""

    def _negative_subject(self, i: int, subject: NounPhrase) -> None:
        """ "not a single soldier was": the "not" stands before the subject."""
        for k in range(i - 1, 0, -1):
            if self.row[k].np is subject and self.row[k - 1].kind == "NEG":
                subject.negated, subject.reading = True, None

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
            clause.relation, clause.marker = (
                ("complement", "") if kind == "COMP" else ("adverbial", self.row[k].word)
            )
            clause.parent = self._previous_clause(k)
        return None

    def _back(self, i: int) -> int:
        k = i - 1
        while k >= 0 and self.row[k].kind in _SKIP:
            k -= 1
        return k

    def _subject_at(self, k: int, clause: Clause) -> NounPhrase | None:
        """The nearest phrase at or before `k` that no preposition governs; then what introduces the
        clause."""
        while k >= 0:
            item = self.row[k]
            if item.np is not None:
                p = k - 1
                while p >= 0 and self.row[p].kind in ("ADV", "NEG"):
                    p -= 1
                if p >= 0 and self.row[p].kind == "P" and self.row[p].word != "of":
                    k = self._back(p)
                    if k >= 0 and self.row[k].kind in (",",) and self._insertion(k) is not None:
                        k = self._insertion(k) or k
                    continue
                relative = self.at.get(p) if p >= 0 else None
                if (
                    relative is not None
                    and relative.relation == "relative"
                    and relative.antecedent
                    and self.subjects[p] is not None
                ):
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
            if (
                inner is not None
                and inner.relation == "relative"
                and inner.antecedent
                and self.subjects[k] is not None
            ):
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
        while (
            p >= 0
            and self.row[p].kind in (",",)
            and p > 0
            and self.row[p - 1].kind in ("COMP", "SUB", "REL", "CC")
        ):
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
                    clause.arguments.append(
                        Argument(
                            self.row[at - 1].word if governed else self._cleft(antecedent, at), antecedent
                        )
                    )
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
        """The COMP, SUB or REL that opens the clause whose subject is at `k`, looking back over fronted
        phrases."""
        p = k - 1
        while p >= 0:
            item = self.row[p]
            if item.kind in ("COMP", "SUB", "REL"):
                return item.kind, item.word, p
            if item.kind in ("ADV", "TIME", "NEG", "INCL"):
                p -= 1
                continue
            if item.kind == "," and p > 0 and (self.row[p - 1].kind in ("TIME", "NP", "ADV")):
                # A fronted adverbial: "that in May 2019, Iran ..." reaches back only over a preposition and
                # its phrase.
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
        """ "It was from Belarus that it got them": the function that the stressed phrase has; `obj` where
        nothing is stressed."""
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
        if (
            things is not None
            and self.row[k].word in ("which", "that")
            and self.row[p - 1].word in ("to", "from", "in", "for")
        ):
            return things
        if p > 1 and self.row[k].word in ("who", "whom", "whose") and self.row[p - 1].kind == "P":
            nearest, person = self.row[p].np, self.row[p - 2].np
            if (
                nearest is not None
                and person is not None
                and self.reader.sort(nearest) == "place"
                and self.reader.sort(person) == "actor"
            ):
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
            own = self.row[clause.left].vg
            if other.passive and own is not None and own.form in _PAST:
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
        """What a "that" at `k` completes: the verb before it, and the noun directly before it where there is
        one."""
        p = self._back(k)
        noun = self.row[p].np if p >= 0 else None
        parent = self._previous_clause(k)
        if (
            parent is not None
            and parent.form == "gerund"
            and parent.parent is not None
            and parent.lemma in self.pack.words("report", "passing_on")
        ):
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
                return (
                    clause
                    if clause.lemma in self.pack.report_verbs
                    or (clause.lemma in ("mean", "be") and clause.lemma != "be")
                    else None
                )
            if self.row[p].np is None and self.row[p].kind not in _SKIP:
                return None
            p -= 1
            steps += 1
        return None

    def _insertion(self, k: int) -> int | None:
        """For the comma at `k` right before a verb: index of the phrase before the insertion that it closes,
        or None."""
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
                    earlier_verb = any(
                        q in self.at and self.at[q].form in ("finite", "copula") for q in range(p + 1, k)
                    )
                    if earlier_verb and not any(self.row[q].kind == "REL" for q in range(p + 1, k)):
                        return None
                    return before
                depth += 1
        return None

    def _intransitive(self, lemma: str) -> bool:
        return any(frame == "arrive" for _, frame in self.pack.predicates.get(lemma, ()))

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
        return (
            between is not None
            and not between.pronoun
            and close.kind == ","
            and after.kind == "P"
            and self.row[k + 4].np is not None
            and not self._fronted(k + 3)
        )

    def _fronted(self, k: int) -> bool:
        """True where the prepositional phrase at `k` opens the next clause rather than closes this one."""
        p = k
        while p < len(self.row) and self.row[p].kind in ("P", "NP", "TIME", "ADV"):
            p += 1
        return (
            p < len(self.row)
            and self.row[p].kind == ","
            and p + 1 < len(self.row)
            and self.row[p + 1].np is not None
        )
