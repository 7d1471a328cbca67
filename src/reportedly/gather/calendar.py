"""Spans of alleged time: from when to when a fact is said to be, and how two such spans lie to each other."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

NEAR_DAYS = 5
"""Days between two datings of one fact that may be an error of one of them."""

_MONTH, _DAY = 7, 10


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, as ordinals; None where the end is open. `exactness`: 4 year, 7 month, 10 day."""

    first: int | None
    last: int | None
    exactness: int

    @property
    def open(self) -> bool:
        return self.first is None or self.last is None


def span(start: str | None, end: str | None) -> Span | None:
    """The span of a claim's `when`, None where it has none or one that no calendar has."""
    if start is None and end is None:
        return None
    try:
        first = _first(start) if start is not None else None
        last = _last(end) if end is not None else None
    except ValueError:
        return None
    return Span(first, last, min(len(d) for d in (start, end) if d is not None))


def gap(one: Span, other: Span) -> int:
    """Days between two spans; 0 or less where they overlap."""
    after = (one.first or 0) - (other.last if other.last is not None else date.max.toordinal())
    before = (other.first or 0) - (one.last if one.last is not None else date.max.toordinal())
    return max(after, before)


def _first(day: str) -> int:
    year, month, number = _parts(day)
    return date(year, month or 1, number or 1).toordinal()


def _last(day: str) -> int:
    year, month, number = _parts(day)
    month = month or 12
    return date(year, month, number or monthrange(year, month)[1]).toordinal()


def _parts(day: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in day.split("-")] + [0, 0]
    return numbers[0], numbers[1], numbers[2]
