"""The date of publication, from bylines, mastheads and datelines. The date of an event in the prose never
counts."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reportedly.layout.datelines import dateline
from reportedly.layout.dates import Found, Order, resolved, written
from reportedly.layout.lines import Unit
from reportedly.layout.words import words

PUBLISHED, PLAIN, MASTHEAD, DATELINE, TAIL, UPDATED = range(6)
"""How good a date is as that of publication, best first."""

_SAMPLE, _SAMPLE_CHARACTERS = 8, 3000
"""So many paragraphs of body, and so many code points, show a page's habits."""

_US_CLOCK: Final = re.compile(r"\b(?:E[SD]?T|P[SD]?T|C[SD]T|M[SD]T)\b")
_AMERICAN: Final = re.compile(
    r"\b(?:defense|armor(?:ed)?|center|program|color|organization)\b", re.IGNORECASE
)
_BRITISH: Final = re.compile(
    r"\b(?:defence|armour(?:ed)?|centre|programme|colour|organisation|licence)\b", re.IGNORECASE
)
_RIGHTS_YEAR: Final = re.compile(
    r"(?:©|\([cCсС]\)|[Cc]opyright)[^\d\n]{0,40}((?:19|20)\d\d)(?:\s*[-–—]\s*((?:19|20)\d\d))?"
)
_STAMP: Final = re.compile(r"[\s\ufeff]*(\d\d)(\d\d)(\d\d)(?=[ \t])")
_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=/|$|-)")
_TIME: Final = re.compile(r"[\s\d:.,時分()年月日-]*")


@cache
def _cue() -> re.Pattern[str]:
    updated, published = ("|".join(map(re.escape, part)) for part in (words().updated, words().published))
    return re.compile(
        rf"(?<![^\W\d_])(?:(?P<updated>{updated})|(?P<published>{published}))(?![a-zа-яёіїєґß-ÿ])"
    )


def _rank_by_words(low: str, found: Found, previous: int, following: int) -> int | None:
    """PUBLISHED or UPDATED by the last cue before the date, or, as Japanese has it, right after."""
    cues = list(_cue().finditer(low, previous, found.start))
    last = cues[-1] if cues else None
    if last is None:
        tail = low[found.end : min(following, found.end + 24)]
        skipped = _TIME.match(tail)
        last = _cue().match(tail, skipped.end() if skipped else 0)
        if last is not None and low[found.end - 1] not in "日月" and not tail.startswith((" ", "\u3000")):
            last = None
        if last is not None and last[0].isascii():
            last = None
    if last is None:
        return None
    return UPDATED if last["updated"] else PUBLISHED


class _Dates:
    """Every date that could be the one of publication, with its rank and the line it stands in."""

    def __init__(self, text: str, units: list[Unit], language: str | None) -> None:
        self.text = text
        self.units = units
        self.language = language
        self.first_body = next((i for i, u in enumerate(units) if u.kind == "body"), len(units))
        self.ranked: list[tuple[int, int, Found]] = []
        for index, unit in enumerate(units):
            self._read(index, unit)
        if self.first_body < len(units):
            self._read_dateline(units[self.first_body])

    def _read(self, index: int, unit: Unit) -> None:
        head = index < self.first_body
        if unit.kind not in ("byline", "menu", "footer", "notice") or unit.size > 60:
            return
        found, low = unit.dates(), unit.low
        for at, one in enumerate(found):
            previous = found[at - 1].end if at else 0
            following = found[at + 1].start if at + 1 < len(found) else len(low)
            rank = _rank_by_words(low, one, previous, following)
            if rank is None:
                rank = self._rank_by_place(unit, head, index)
            if rank is not None and (head or unit.kind in ("byline", "footer")):
                self.ranked.append((rank, index, one))

    def _rank_by_place(self, unit: Unit, head: bool, index: int) -> int | None:
        if unit.kind == "byline":
            return PLAIN if head or index <= self.first_body + 2 else TAIL
        return MASTHEAD if head and unit.kind == "menu" else None

    def _read_dateline(self, unit: Unit) -> None:
        line = dateline(unit.text, first=True)
        if line and line.date:
            self.ranked.append((DATELINE, self.first_body, line.date))

    def year(self) -> int | None:
        """The one year that the page's own lines give, else that of its copyright line."""
        years = {one.year for _, _, one in self.ranked if one.year}
        if len(years) == 1:
            return years.pop()
        if years:
            return None
        rights = [
            m
            for u in self.units
            if u.kind in ("notice", "footer", "menu")
            for m in _RIGHTS_YEAR.finditer(u.text)
        ]
        found = {int(m[2] or m[1]) for m in rights}
        return found.pop() if len(found) == 1 else None

    def order(self, index: int, one: Found) -> Order | None:
        """Whether 03/04/2020 is day first here: by another date of the page, its clock, its language, its
        wording, its spelling."""
        habits = {
            other.day_first for _, _, other in self.ranked if other.numeric and other.day_first is not None
        }
        if len(habits) == 1:
            return "day_first" if habits.pop() else "month_first"
        if _US_CLOCK.search(self.units[index].text):
            return "month_first"
        if self.language and self.language != "en":
            return "day_first"
        line = self.units[index].text[one.start : one.end]
        dotted = "." in line
        if dotted and one.end - one.start >= len("1.2.2003"):
            return "day_first"
        sample = [u for u in self.units[: self.first_body + _SAMPLE] if len(u.text) < 2000]
        habits_say = [
            d.day_first for u in sample for d in u.dates() if d.day_first is not None and not d.numeric
        ]
        text = self.text[:_SAMPLE_CHARACTERS]
        day = habits_say.count(True) + len(_BRITISH.findall(text)) + 2 * dotted
        month = habits_say.count(False) + len(_AMERICAN.findall(text))
        if day >= 2 * month and day:
            return "day_first"
        return "month_first" if month >= 2 * day and month else None

    def best(self) -> str | None:
        year = None
        for rank, index, one in sorted(self.ranked, key=lambda item: (item[0], item[1], item[2].start)):
            if one.year is None and year is None:
                year = self.year()
            if rank == TAIL and len({o for r, _, o in self.ranked if r == TAIL}) > 1:
                continue
            order = self.order(index, one) if one.numeric else None
            date = resolved(one, order, year)
            if date:
                return date
        return None


def _stamp(text: str) -> str | None:
    """A leading YYMMDD, as archives put before the text."""
    match = _STAMP.match(text)
    return written(2000 + int(match[1]), int(match[2]), int(match[3])) if match else None


def _in_address(url: str | None) -> str | None:
    """The day that many sites put into a report's address: /2016/01/12/."""
    match = _ADDRESS.search(url or "")
    return written(int(match[1]), int(match[2]), int(match[3])) if match else None


def published_of(text: str, units: list[Unit], language: str | None, url: str | None = None) -> str | None:
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as exact as the page or else its address says it; None where
    neither does."""
    return _Dates(text, units, language).best() or _stamp(text) or _in_address(url)
