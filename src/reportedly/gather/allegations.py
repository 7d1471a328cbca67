"""Allegations: what several claims speak of, who stands behind it, who answers it.

A pure function of statements and reports: the same in whatever order they are given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.gather.answers import ANSWERABLE, Denials, admissions, corrections
from reportedly.gather.facts import facts_of
from reportedly.gather.grouping import group
from reportedly.gather.materiel import Tree
from reportedly.lexicon import Lexicon
from reportedly.trace.chains import foes_of
from reportedly.trace.naming import Naming
from reportedly.trace.origins import Origin, origins
from reportedly.trace.statements import Report, Statement
from reportedly.trace.tellings import Tellings


@dataclass(frozen=True, slots=True)
class Allegation:
    """One fact as alleged. `statements` in the order of publication; `denials` answer it."""

    id: str
    kind: str
    denied: bool
    statements: tuple[Statement, ...]
    origins: tuple[Origin, ...]
    denials: tuple[Statement, ...]
    admissions: tuple[Statement, ...]
    corrections: tuple[Statement, ...]


@dataclass(frozen=True)
class Gathered:
    """All allegations, with what their presentation needs."""

    allegations: tuple[Allegation, ...]
    tellings: Tellings
    naming: Naming
    foes: Mapping[str, frozenset[str]]


def gather(statements: Iterable[Statement], reports: Iterable[Report], lexicon: Lexicon) -> Gathered:
    """The allegations of `statements`; each document of theirs is among `reports`."""
    every = sorted(statements, key=lambda s: s.id)
    by_digest = {report.digest: report for report in reports}
    naming, tree = Naming(lexicon), Tree(lexicon)
    affirmed = [s for s in every if not (s.denied and s.kind in ANSWERABLE)]
    members = _members(affirmed, tree)
    answers, silent = _answers([s for s in every if s.denied and s.kind in ANSWERABLE], members, tree)
    members.update(_members(silent, tree))
    belongs = {s.id: id_ for id_, told in members.items() for s in told}
    tellings = Tellings(by_digest, every, belongs, naming)
    found = [
        _allegation(id_, told, answers.get(id_, []), tellings, naming)
        for id_, told in sorted(members.items())
    ]
    return Gathered(tuple(found), tellings, naming, foes_of(every))


def _members(statements: Sequence[Statement], tree: Tree) -> dict[str, list[Statement]]:
    facts = facts_of(statements)
    return {_id(names): [s for name in names for s in facts[name][1]] for names in group(facts, tree)}


def _id(names: Sequence[str]) -> str:
    """The id of an allegation: of the fact that comes first in it, so that copies do not change it."""
    return "a" + hashlib.sha256(names[0].encode()).hexdigest()[:15]


def _answers(
    denials: Sequence[Statement], members: Mapping[str, Sequence[Statement]], tree: Tree
) -> tuple[dict[str, list[Statement]], list[Statement]]:
    """Denials by the allegation that they answer, and those that answer none."""
    finder = Denials(members, tree)
    answers: dict[str, list[Statement]] = {}
    silent = []
    for denial in denials:
        answered = finder.answered(denial)
        for id_ in answered:
            answers.setdefault(id_, []).append(denial)
        if not answered:
            silent.append(denial)
    return answers, silent


def _allegation(
    id_: str,
    told: Sequence[Statement],
    denials: Sequence[Statement],
    tellings: Tellings,
    naming: Naming,
) -> Allegation:
    def moment(s: Statement) -> tuple[str, str, int, str]:
        return tellings.reports[s.document].published or "9999", s.document, s.position, s.id

    ordered = tuple(sorted(told, key=moment))
    answered = tuple(sorted(denials, key=moment))
    return Allegation(
        id=id_,
        kind=ordered[0].kind,
        denied=ordered[0].denied,
        statements=ordered,
        origins=tuple(origins(ordered, tellings)),
        denials=answered,
        admissions=tuple(admissions(ordered, naming)),
        corrections=tuple(corrections(answered, ordered, tellings.reports, naming)),
    )
