"""Allegations: what several claims speak of, who stands behind it, who answers it.

A pure function of statements and reports: the same in whatever order they are given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.gather.answers import ANSWERABLE, Denials, admissions, corrections
from reportedly.gather.facts import fact_of, facts_of
from reportedly.gather.grouping import group
from reportedly.gather.materiel import Tree
from reportedly.lexicon import Lexicon
from reportedly.trace.chains import foes_of
from reportedly.trace.naming import Naming
from reportedly.trace.origins import Origin, origins
from reportedly.trace.statements import Report, Statement
from reportedly.trace.tellings import Tellings

PREFIX = "al"
"""What the id of an allegation begins with, and no digest."""


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
    members = _members(affirmed, tree, by_digest)
    answers, silent = _answers([s for s in every if s.denied and s.kind in ANSWERABLE], members, tree)
    members.update(_members(silent, tree, by_digest))
    belongs = {s.id: id_ for id_, told in members.items() for s in told}
    tellings = Tellings(by_digest, every, belongs, naming)
    found = [
        _allegation(id_, told, answers.get(id_, []), tellings, naming)
        for id_, told in sorted(members.items())
    ]
    return Gathered(tuple(found), tellings, naming, foes_of(every))


def _members(
    statements: Sequence[Statement], tree: Tree, reports: Mapping[str, Report]
) -> dict[str, list[Statement]]:
    facts = facts_of(statements)
    found = {}
    for names in group(facts, tree):
        told = _in_time((s for name in names for s in facts[name][1]), reports)
        found[_id(told[0])] = told
    return found


def _in_time(statements: Iterable[Statement], reports: Mapping[str, Report]) -> list[Statement]:
    """In the order of publication; what has no date comes last."""
    return sorted(
        statements,
        key=lambda s: (reports[s.document].published or "9999", s.document, s.position, s.id),
    )


def _id(first: Statement) -> str:
    """The id of an allegation: of what its first report says, so that later ones do not change it."""
    return PREFIX + hashlib.sha256(fact_of(first).name.encode()).hexdigest()[:14]


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
    ordered = tuple(told)
    answered = tuple(_in_time(denials, tellings.reports))
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
