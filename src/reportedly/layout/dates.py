"""Dates as the head of a page writes them, in the formats of the languages read. No date is completed by
guess."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final, Literal

from reportedly.layout.words import folded, words

Order = Literal["day_first", "month_first"]

_ISO: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_EAST: Final = re.compile(
    r"(?:((?:19|20)\d\d|[１２][０-９]{3})年|(令和|平成)(\d{1,2}|元)年|(?<!\d))(\d{1,2})月(?:(\d{1,2})日)?"
)
_NUMERIC: Final = re.compile(r"(?<![\d.:/-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d:]|[./-]\d)")
_WORDED: Final = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|-го|-е)?\.?(?:\s+de|\s+of|-)?[\s,-]+([^\W\d]{3,16})\.?,?(?:(?:\s+de[l]?|,)?[\s-]+((?:19|20)\d\d)(?!\d))?"
)
_MONTH_FIRST: Final = re.compile(
    r"(?<![^\W\d_])([^\W\d]{3,16})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d|/)(?:,?\s+((?:19|20)\d\d)(?!\d))?"
)
_MONTH_YEAR: Final = re.compile(r"(?<![^\W\d_])([^\W\d]{3,16})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)")
_DIGIT: Final = re.compile(r"\d")
_ERAS: Final = {"令和": 2018, "平成": 1988}


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line. `year` is None where the words give only a day; `numeric` holds both numbers of
    03/04/2020 while their order is open."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    numeric: tuple[int, int] | None = None
    day_first: bool | None = None
    """What its wording says of the page's habit: 2 April is day first, April 2 is not."""


def written(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None for a date that does not exist."""
    if year is None or not 1945 <= year <= 2100:
        return None
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def resolved(found: Found, order: Order | None, year: int | None = None) -> str | None:
    """The date as a string. An open order is settled by `order`; without it both readings must agree, else
    only the year is kept."""
    y = found.year if found.year is not None else year
    if found.numeric is None:
        return written(y, found.month, found.day) if found.month and y is not None else None
    a, b = found.numeric
    readings = {"day_first": written(y, b, a), "month_first": written(y, a, b)}
    possible = {reading for reading in readings.values() if reading}
    if len(possible) == 1:
        return possible.pop()
    if not possible:
        return None
    return readings[order] if order else written(y)


def _numeric(line: str) -> list[Found]:
    out = []
    for m in _NUMERIC.finditer(line):
        a, b, raw = int(m[1]), int(m[3]), int(m[4])
        year = raw if raw > 99 else 2000 + raw if raw < 70 else 1900 + raw
        habit = True if a > 12 >= b else False if b > 12 >= a else None
        out.append(Found(m.start(), m.end(), year, None, None, (a, b), habit))
    return out


def _east(line: str) -> list[Found]:
    out = []
    for m in _EAST.finditer(line):
        year = int(m[1]) if m[1] else None
        if m[2]:
            year = _ERAS[m[2]] + (1 if m[3] == "元" else int(m[3]))
        out.append(Found(m.start(), m.end(), year, int(m[4]), int(m[5]) if m[5] else None))
    return [found for found in out if found.year or found.day]


def _worded(line: str, low: str) -> list[Found]:
    months = words().months
    out = []
    for m in _WORDED.finditer(low):
        month = months.get(m[2])
        if month and 1 <= int(m[1]) <= 31:
            out.append(
                Found(
                    m.start(),
                    m.end(2) if not m[3] else m.end(),
                    int(m[3]) if m[3] else None,
                    month,
                    int(m[1]),
                    None,
                    True,
                )
            )
    for m in _MONTH_FIRST.finditer(low):
        month = months.get(m[1])
        # "may 12" of prose is no date: a month begins with a capital in the languages that put it first.
        if month and 1 <= int(m[2]) <= 31 and not line[m.start()].islower():
            out.append(
                Found(
                    m.start(),
                    m.end(2) if not m[3] else m.end(),
                    int(m[3]) if m[3] else None,
                    month,
                    int(m[2]),
                    None,
                    False,
                )
            )
    return out


def _months_only(low: str, taken: list[Found]) -> list[Found]:
    months = words().months
    return [
        Found(m.start(), m.end(), int(m[2]), months[m[1]], None)
        for m in _MONTH_YEAR.finditer(low)
        if m[1] in months and not any(f.start < m.end() and m.start() < f.end for f in taken)
    ]


def _joined(low: str) -> str:
    """Levantine month names are two words; joined, they read as one of the same length."""
    return low.replace(" الثاني", "_الثاني").replace(" الأول", "_الأول")


def dates(line: str, low: str | None = None) -> list[Found]:
    """Every date of `line`, in order; a day without a year counts, a bare year does not. Where two readings
    overlap
    the fuller one stands. `low` is `line` as `folded` gives it, where that is at hand."""
    if _DIGIT.search(line) is None:
        return []
    low = _joined(folded(line) if low is None else low)
    found = [Found(m.start(), m.end(), int(m[1]), int(m[3]), int(m[4])) for m in _ISO.finditer(line)]
    if "月" in line:
        found += _east(line)
    found += _numeric(line) + _worded(line, low)
    found += _months_only(low, found)
    found.sort(key=lambda f: (f.year is None, f.day is None and f.numeric is None, f.start))
    kept: list[Found] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)
