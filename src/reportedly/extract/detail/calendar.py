"""From the words of a date to ISO prefixes, as exact as the words and the publication date allow."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.extract.detail.date_scan import Atom
from reportedly.extract.detail.vocabulary import Vocabulary

FUTURE_DAYS = 45
"""A date without a year that lies more days than this after publication belongs to the year before."""

_KANJI = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")}
_ERAS_LAST_YEAR_BEFORE = {"reiwa": 2018, "heisei": 1988, "showa": 1925}


class Reading(NamedTuple):
    """Inclusive ISO prefixes, None where not known; `relative` where they hang on the day of publication."""

    start: str | None
    end: str | None
    relative: bool = False


UNKNOWN = Reading(None, None)


@dataclass(frozen=True, slots=True)
class Known:
    """What a date may lean on: the publication date as far as known, and years from the words around it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    context_year: int | None = None
    forced_year: int | None = None
    forced_month: int | None = None

    @property
    def date(self) -> date | None:
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def known(published: str | None, context_year: str | None) -> Known:
    """Read a publication date (`YYYY[-MM[-DD]]`); one that is no date counts as unknown."""
    context = int(context_year) if context_year and context_year.isdecimal() else None
    parts: list[int] = []
    try:
        parts = [int(p) for p in (published or "").split("T")[0].split("-") if p]
        date(*([*parts, 1, 1][:3] if parts else (1, 1, 1)))
    except ValueError:
        parts = []
    year, month, day = (*parts, None, None, None)[:3]
    return Known(year, month, day, context)


def number(text: str) -> int:
    """An integer in digits or Chinese numerals, positional or with 十; 元 is an era's first year."""
    if text == "元":
        return 1
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * number(tens or "1") + (number(ones) if ones else 0)
    return int("".join(_KANJI.get(c, c) for c in text))


def read(atom: Atom, words: Vocabulary, base: Known) -> Reading:
    """When the words of `atom` say; None and None (marked relative where so) if that is not known."""
    return _MEANINGS[atom.meaning](atom, words, base)


def _calendar(atom: Atom, words: Vocabulary, base: Known) -> Reading:
    relative = atom.has("year_shift", "month_shift")
    month, year = _month(atom, words, base)
    if year is None:
        year = _year(atom, words, base)
    day = atom.get("day")
    if month is None:
        if day is not None or year is None:
            return Reading(None, None, relative)
        end_year = atom.get("year2") or atom.get("short")
        last = _end_year(year, end_year) if end_year and not atom.has("era") else year
        return Reading(f"{year:04}", f"{last:04}", relative)
    first = int(number(day)) if day else None
    if year is None:
        year = base.context_year if atom.has("same_year") else _guess_year(month, first, base)
        if year is None:
            return Reading(None, None, relative)
    start = _iso(year, month, first)
    second = atom.get("day2")
    end = _iso(year, month, number(second)) if second else start
    return Reading(start, end, relative) if start and end else Reading(None, None, relative)


def _end_year(first: int, words: str) -> int:
    """2014-16 ends in 2016."""
    last = number(words)
    return last if last >= 1000 else first - first % 100 + last


def _month(atom: Atom, words: Vocabulary, base: Known) -> tuple[int | None, int | None]:
    """The month, and the year where the month brings one (last month, the 26th)."""
    if name := atom.get("month"):
        return int(words.value("month", name)), None
    if figure := atom.get("mm") or atom.get("month_number"):
        return number(figure), None
    if shift := atom.get("month_shift"):
        if base.year is None or base.month is None:
            return None, None
        return _moved_month(base.year, base.month, int(words.value("month_shift", shift)))
    if atom.has("day"):
        if base.forced_month:
            return base.forced_month, base.forced_year
        return _month_of_day(number(atom.get("day") or "1"), base)
    return None, None


def _month_of_day(day: int, base: Known) -> tuple[int | None, int | None]:
    """The month of a bare day: that of publication, or the one before where the day lies clearly ahead."""
    if base.year is None or base.month is None:
        return None, None
    if base.day is not None and day > base.day + 7:
        return _moved_month(base.year, base.month, -1)
    return base.month, base.year


def _moved_month(year: int, month: int, shift: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + shift
    return index % 12 + 1, index // 12


def _year(atom: Atom, words: Vocabulary, base: Known) -> int | None:
    if era := atom.get("era"):
        return _ERAS_LAST_YEAR_BEFORE[words.value("era", era)] + number(atom.get("short") or "1")
    if text := atom.get("year"):
        return number(text)
    if shift := atom.get("year_shift"):
        return base.year + int(words.value("year_shift", shift)) if base.year is not None else None
    return base.forced_year


def _guess_year(month: int, day: int | None, base: Known) -> int | None:
    if base.year is None:
        return base.context_year
    if base.month is None:
        return base.year
    then = base.year * 372 + month * 31 + (day or 1)
    now = base.year * 372 + base.month * 31 + (base.day or 15)
    return base.year - 1 if then - now > FUTURE_DAYS else base.year


def _iso(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def _numeric(atom: Atom, _words: Vocabulary, _base: Known) -> Reading:
    """03/04/2022: day and month cannot be told apart unless one is over 12, so only the year is sure."""
    year, one, two = (number(atom.get(n) or "0") for n in ("year", "day", "day2"))
    if one <= 12 and two <= 12 and one != two:
        return Reading(f"{year:04}", f"{year:04}")
    day, month = (one, two) if two <= 12 else (two, one)
    iso = _iso(year, month, day)
    return Reading(iso, iso)


def _shifted_month(atom: Atom, words: Vocabulary, base: Known) -> Reading:
    """Last November, this March: the nearest such month before that of publication, or its year's."""
    month, shift = int(words.value("month", atom.get("month") or "")), _shift(atom, words)
    if base.year is None or (base.month is None and shift):
        return Reading(None, None, True)
    year = base.year
    if shift < 0 and month >= (base.month or 0):
        year -= 1
    elif shift > 0 and month <= (base.month or 13):
        year += 1
    iso = _iso(year, month, None)
    return Reading(iso, iso, True)


def _shift(atom: Atom, words: Vocabulary) -> int:
    last = atom.get("last") or atom.get("last2")
    return int(words.value("last", last)) if last else 0


def _days(atom: Atom, words: Vocabulary, base: Known) -> Reading:
    if base.date is None:
        return Reading(None, None, True)
    day = base.date + timedelta(days=int(words.value("day_shift", atom.get("day_shift") or "")))
    return Reading(day.isoformat(), day.isoformat(), True)


def _weeks(atom: Atom, words: Vocabulary, base: Known) -> Reading:
    return _week(base, int(words.value("week_shift", atom.get("week_shift") or "")))


def _week(base: Known, shift: int) -> Reading:
    if base.date is None:
        return Reading(None, None, True)
    monday = base.date + timedelta(days=7 * shift - base.date.weekday())
    return Reading(monday.isoformat(), (monday + timedelta(days=6)).isoformat(), True)


def _weekday(atom: Atom, words: Vocabulary, base: Known) -> Reading:
    """The last such day on or before publication; with "last" before it, "next" after it."""
    if base.date is None:
        return Reading(None, None, True)
    wanted, shift = int(words.value("weekday", atom.get("weekday") or "")), _shift(atom, words)
    back = (base.date.weekday() - wanted) % 7
    if shift < 0 and back == 0:
        back = 7
    elif shift > 0:
        back -= 7
    day = base.date - timedelta(days=back)
    return Reading(day.isoformat(), day.isoformat(), True)


def _ago(atom: Atom, words: Vocabulary, base: Known) -> Reading:
    """Three days ago is a day, three weeks ago a week, three months ago a month, three years ago a year."""
    text = (atom.get("n") or "1").lower()
    count = int(text) if text.isdecimal() else words.quantity.numbers.get(text) or number(text)
    unit = words.value("unit", atom.get("unit") or "")
    if unit == "year" and base.year is not None and base.year > count:
        return Reading(f"{base.year - count:04}", f"{base.year - count:04}", True)
    if unit == "month" and base.year is not None and base.month is not None:
        month, year = _moved_month(base.year, base.month, -count)
        return Reading(_iso(year, month, None), _iso(year, month, None), True)
    if unit == "week":
        return _week(base, -count)
    if unit == "day" and base.date is not None:
        day = (base.date - timedelta(days=count)).isoformat()
        return Reading(day, day, True)
    return Reading(None, None, True)


def _decade(atom: Atom, _words: Vocabulary, _base: Known) -> Reading:
    first = number(atom.get("year") or "0")
    return Reading(f"{first:04}", f"{first + 9:04}") if first % 10 == 0 else UNKNOWN


def _season(atom: Atom, words: Vocabulary, base: Known) -> Reading:
    """Northern seasons. A winter called by one year may be either of two: both are covered."""
    month = int(words.value("season", atom.get("season") or ""))
    relative = atom.has("last", "year_shift")
    year = _year(atom, words, base)
    if year is not None and not atom.has("last"):
        return _season_from(year - 1 if month == 12 else year, month, relative, both=month == 12)
    if base.year is None or base.month is None:
        return Reading(None, None, True)
    nearest = _season_year(month, _shift(atom, words), base.year, base.month)
    return _season_from(nearest, month, True, both=False)


def _season_year(first: int, shift: int, year: int, month: int) -> int:
    """The year in which this, the last or the next season that begins in month `first` began or begins."""
    if shift == 0:
        return year - 1 if first == 12 and month < 9 else year
    now = year * 12 + month
    if shift < 0:
        return next(y for y in (year, year - 1, year - 2) if y * 12 + first + 2 < now)
    return year if year * 12 + first > now else year + 1


def _season_from(year: int, month: int, relative: bool, *, both: bool) -> Reading:
    end_month, end_year = _moved_month(year, month, 14 if both else 2)
    return Reading(f"{year:04}-{month:02}", f"{end_year:04}-{end_month:02}", relative)


def _vague(_atom: Atom, _words: Vocabulary, _base: Known) -> Reading:
    return Reading(None, None, True)


def _duration(_atom: Atom, _words: Vocabulary, _base: Known) -> Reading:
    return UNKNOWN


_MEANINGS: dict[str, Callable[[Atom, Vocabulary, Known], Reading]] = {
    "calendar": _calendar,
    "numeric": _numeric,
    "shifted_month": _shifted_month,
    "days": _days,
    "week": _weeks,
    "weekday": _weekday,
    "ago": _ago,
    "decade": _decade,
    "season": _season,
    "vague": _vague,
    "duration": _duration,
}
MEANINGS = frozenset(_MEANINGS)
