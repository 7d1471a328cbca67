"""Verbs without a tense of their own: infinitives, gerunds, participles."""

from __future__ import annotations

from reportedly.extract.clauses import Clause
from reportedly.extract.constituents import NounPhrase, VerbGroup
from reportedly.extract.subjects import Subjects

_BOUNDARY = frozenset({";", ":", "—", "?", "!", ".", "…"})
_SKIP = frozenset({"ADV", "NEG", "TIME"})
_PAST = frozenset({"VBD", "VBN"})
_ALWAYS = frozenset({"out", "up", "back", "off", "away", "down"})
"""Particles that are never prepositions right after a verb and before its object."""


class Participles(Subjects):
    """Finds the subject of infinitives, gerunds and participles, and tells participles from past tenses."""

    def _continues_passive(self, i: int, vg: VerbGroup) -> bool:
        """A lone participle after a comma or "and" in a row of passives: "were driven to X, taken over by Y
        and shipped to Z"."""
        if vg.form not in _PAST or vg.auxiliaries or (self.tokens[vg.head].sure and vg.form == "VBD"):
            return False
        k = self._back(i)
        if k < 0 or self.row[k].kind not in (",", "CC"):
            return False
        nxt = self.row[i + 1] if i + 1 < len(self.row) else None
        if nxt is not None and nxt.np is not None and not nxt.np.pronoun:
            return False
        before = self._previous_finite_index(k)
        return before is not None and self.at[before].passive and self.at[before].form == "finite"

    def _infinitive(self, i: int, clause: Clause) -> NounPhrase | None:
        clause.form, clause.relation = "infinitive", "infinitive"
        k = self._back(i)
        between: list[NounPhrase] = []
        while k >= 0:
            item = self.row[k]
            if item.vg is not None:
                governor = self.at[k]
                clause.parent = governor
                objects = [
                    a.phrase
                    for a in governor.arguments
                    if a.function in ("obj", "iobj") and not governor.passive
                ]
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
                if (
                    governor is not None
                    and governor.lemma in self.pack.data["control"]["object"]
                    and governor.passive is False
                ):
                    return noun
                if (
                    noun.head_token.low in self.pack.words("report", "nouns")
                    or noun.head_token.low in self.pack.nominals
                ):
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
        """A lone -ed form: a reduced relative ("weapons supplied by X") or a past tense ("X supplied
        weapons")?"""
        if self.tokens[vg.head].sure:
            return vg.form == "VBN"
        readings = {form for _, form in self.pack.verb_forms.get(self.tokens[vg.head].low, (("", "VBN"),))}
        k = self._back(i)
        nxt = self.row[i + 1] if i + 1 < len(self.row) else None
        if (
            nxt is not None
            and nxt.kind == "P"
            and nxt.word in _ALWAYS
            and i + 2 < len(self.row)
            and self.row[i + 2].np is not None
        ):
            # "shot down a jet": a particle and an object.
            nxt = self.row[i + 2]
        if (
            "VBD" not in readings
            and "VB" not in readings
            and vg.form == "VBN"
            and self.tokens[vg.head].low in self.pack.verb_forms
        ):
            return True
        if k < 0 or self.row[k].kind in (",", "CC"):
            if nxt is not None and nxt.np is not None:
                return k < 0
            if nxt is None or nxt.kind != "P":
                return k < 0
            before = self.row[k - 1].np if k > 0 and self.row[k].kind == "," else None
            described = (
                before is not None
                and self.reader.sort(before) == "materiel"
                and vg.lemma in self.pack.predicates
                and not self._intransitive(vg.lemma)
            )
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
            return bool(governed >= 0 and self.row[governed].vg is not None and sort == "materiel")
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
        return (
            sort == "other"
            and vg.lemma in self.pack.predicates
            and not self._intransitive(vg.lemma)
            and nxt is not None
            and nxt.kind == "P"
        )

    def _parenthetical(self, i: int) -> bool:
        """ ", adopted in April 2015, placed": the participle stands between commas and the verb after them
        has no subject of its own."""
        k = i + 1
        while k < len(self.row) and self.row[k].kind in ("P", "NP", "TIME", "ADV"):
            k += 1
        verb = self.row[k + 1].vg if k + 1 < len(self.row) and self.row[k].kind == "," else None
        return verb is not None and verb.finite

    def _finite_follows(self, i: int) -> bool:
        """True where a later finite verb has no subject of its own, so that this one cannot be the main
        verb."""
        k = i + 1
        while k < len(self.row):
            item = self.row[k]
            if item.kind in _BOUNDARY or item.kind in ("COMP", "REL", "SUB", "CC", ","):
                return False
            if item.vg is not None and item.vg.finite:
                before = self._back(k)
                return before >= 0 and not (
                    self.row[before].np is not None and self.row[before - 1].kind != "P"
                    if before > 0
                    else False
                )
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

    def _subject_of_next(self, k: int) -> bool:
        """True where the phrase at `k` is followed by a finite verb of its own."""
        p = k + 1
        while p < len(self.row):
            item = self.row[p]
            if item.kind in _SKIP:
                p += 1
                continue
            if (
                item.kind == "P"
                and p + 1 < len(self.row)
                and (self.row[p + 1].np is not None or self.row[p + 1].kind == "TIME")
            ):
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
