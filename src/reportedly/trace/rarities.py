"""Rare shared details: the same figures for the same fact give away a copy that dropped its credit."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.trace.statements import Statement

_COMMON = 13
_DAY = 10


@dataclass(frozen=True, slots=True)
class Twin:
    """An earlier statement with the same rare details, and which they are."""

    statement: str
    evidence: str


@dataclass(slots=True)
class RareDetails:
    """Statements by their figures. Ask in the order of telling: each statement is remembered when asked
    about."""

    _by_mark: dict[tuple[str, str], str] = field(default_factory=dict)

    def earlier(self, s: Statement) -> Twin | None:
        """The earliest statement in another document that shares two figures, or a figure and a day."""
        marks = _marks(s)
        found = next(((m, self._by_mark[m]) for m in marks if m in self._by_mark), None)
        for mark in marks:
            self._by_mark.setdefault(mark, s.id)
        if found is None:
            return None
        (one, other), twin = found
        return Twin(twin, f"{one}, {other}")

    def remember(self, s: Statement) -> None:
        for mark in _marks(s):
            self._by_mark.setdefault(mark, s.id)


def _marks(s: Statement) -> list[tuple[str, str]]:
    """Pairs of rare details: figures that are no small counts, the day."""
    figures = sorted(
        {
            str(value)
            for things in s.roles.values()
            for thing in things
            for value in (thing.low, thing.high)
            if value is not None and value >= _COMMON
        }
    )
    days = [s.start] if s.start is not None and len(s.start) == _DAY and s.start == s.end else []
    rare = figures + days
    pairs = [(a, b) for i, a in enumerate(rare) for b in rare[i + 1 :]]
    return [pair for pair in pairs if pair[0] in figures]
