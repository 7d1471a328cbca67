"""What answers an allegation: denials, also from other documents; admissions; corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.gather.calendar import NEAR_DAYS, gap, span
from reportedly.gather.materiel import Tree
from reportedly.trace.chains import root_speaker
from reportedly.trace.naming import Naming
from reportedly.trace.statements import Report, Statement
from reportedly.trace.voices import publisher_voice, voice_of

_ROLES = {
    "supplier": 2.0, "recipient": 2.0, "user": 2.0, "holder": 2.0, "producer": 2.0, "target": 1.0,
    "intermediary": 1.5, "carrier": 2.0, "origin": 1.0, "via": 1.0, "destination": 1.0, "place": 1.0,
}  # fmt: skip
_PARTIES = ("supplier", "recipient", "user", "holder", "producer", "subject")
_STRICT = frozenset({"supplier", "recipient", "user", "holder", "producer"})
_LEAST = 1.0
_MARGIN = 0.5
_FROM_ELSEWHERE = 3.0
"""What a denial must share with an allegation of other documents: both parties, or as much."""
_OWN_DOING = ("supplier", "user", "producer", "intermediary", "holder")
ANSWERABLE = frozenset({"transfer", "support", "use", "possession", "production"})
"""Kinds of which a denied claim answers an affirmed one. A denied designation is a fact of its own."""


class Denials:
    """Finds the allegations that a denial answers: those that its own document reports, else those of other
    documents that it names well enough."""

    def __init__(self, members: Mapping[str, Sequence[Statement]], tree: Tree) -> None:
        self._tree = tree
        self._here: dict[str, dict[str, list[Statement]]] = {}
        self._named: dict[tuple[str, str], set[str]] = {}
        self._samples: dict[str, list[Statement]] = {}
        for allegation, statements in members.items():
            self._samples[allegation] = _distinct(statements)
            for s in statements:
                self._here.setdefault(s.document, {}).setdefault(allegation, []).append(s)
                for role in _PARTIES:
                    for key in s.keys(role):
                        self._named.setdefault((s.kind, key), set()).add(allegation)

    def answered(self, denial: Statement) -> list[str]:
        """The allegations, in order; none where nothing fits."""
        reported = self._here.get(denial.document, {})
        # Where its own report leaves the parties out, others that tell the same fact have them.
        here = self._scores(denial, reported) or self._scores(denial, {a: self._samples[a] for a in reported})
        if here:
            best = max(here.values())
            return sorted(a for a, score in here.items() if score >= best - _MARGIN)
        near: set[str] = set()
        for role in _PARTIES:
            for key in denial.keys(role):
                near |= self._named.get((denial.kind, key), set())
        there = self._scores(denial, {a: self._samples[a] for a in sorted(near)})
        return sorted(a for a, score in there.items() if score >= _FROM_ELSEWHERE)

    def _scores(self, denial: Statement, candidates: Mapping[str, Sequence[Statement]]) -> dict[str, float]:
        found = {}
        for allegation, statements in candidates.items():
            scores = [score for s in statements if (score := self._score(denial, s)) is not None]
            if scores and max(scores) >= _LEAST:
                found[allegation] = max(scores)
        return found

    def _score(self, denial: Statement, s: Statement) -> float | None:
        if s.kind != denial.kind or s.denied or not _in_time(denial, s):
            return None
        total = 0.0
        for role, weight in _ROLES.items():
            own, other = self._wider(denial.keys(role)), s.keys(role)
            if own and other:
                if own & other:
                    total += weight
                elif role == "recipient" and own & self._states(other):
                    total += weight / 2
                elif role in _STRICT:
                    return None
                else:
                    total -= weight / 2 if role == "intermediary" else 0.0
        for party, place in (("supplier", "origin"), ("recipient", "destination")):
            if denial.keys(party) & s.keys(place) or denial.keys(place) & s.keys(party):
                total += 1.0
        if total < _LEAST:
            return None
        likeness = self._tree.best(denial.roles.get("materiel", ()), s.roles.get("materiel", ()))
        if likeness == "other" and self._precise(denial) and self._precise(s):
            return None
        total += {"same": 1.0, "kind": 0.75, "vague": 0.25}.get(likeness or "", 0.0)
        if denial.means == s.means != "unspecified":
            total += 0.5
        return total

    def _precise(self, s: Statement) -> bool:
        return any(self._tree.is_precise(key) for key in s.keys("materiel"))

    def _states(self, keys: frozenset[str]) -> frozenset[str]:
        """The countries of actors: "no aircraft for Libya" answers "aircraft for the army of the east"."""
        return frozenset().union(*(self._tree.sides(key) for key in keys))

    def _wider(self, keys: frozenset[str]) -> frozenset[str]:
        """Whom a denier speaks for besides itself: a mission denies for its state."""
        return keys.union(*(self._tree.above(key) for key in keys))


def _in_time(denial: Statement, s: Statement) -> bool:
    first, second = span(denial.start, denial.end), span(s.start, s.end)
    return first is None or second is None or gap(first, second) <= NEAR_DAYS


def _distinct(statements: Sequence[Statement]) -> list[Statement]:
    """One statement for each set of parties: copies answer alike."""
    found: dict[tuple[object, ...], Statement] = {}
    for s in statements:
        key = (s.start, s.end, *(s.keys(role) for role in (*_ROLES, "materiel")))
        found.setdefault(key, s)
    return list(found.values())


def admissions(statements: Iterable[Statement], naming: Naming) -> list[Statement]:
    """Claims that a party makes against its own interest: the supplier, user or holder itself says so."""
    found = []
    for s in statements:
        speaker = root_speaker(s)
        if speaker is None or s.denied or s.kind in ("designation", "production"):
            continue
        speaks = naming.speaks_for(speaker)
        voice = voice_of(speaker, naming)
        if voice is None or s.stage in ("requested", "halted", "seized"):
            continue
        if any((speaks | {voice}) & s.keys(role) for role in _OWN_DOING):
            found.append(s)
    return found


def corrections(
    denials: Iterable[Statement],
    statements: Iterable[Statement],
    reports: Mapping[str, Report],
    naming: Naming,
) -> list[Statement]:
    """Denials in a publisher's own voice of what it reported in another document: it takes that back."""
    told = {(publisher_voice(reports[s.document], naming), s.document) for s in statements}
    publishers = {publisher for publisher, _ in told}
    return [
        d
        for d in denials
        if not d.chain
        and (voice := publisher_voice(reports[d.document], naming)) in publishers
        and (voice, d.document) not in told
    ]
