"""What a single line shows by itself: caption, byline, comment, menu, notice, footer, or nothing that is
sure."""

from __future__ import annotations

import re
from typing import Final

from reportedly.documents import ZoneKind
from reportedly.layout.cues import Signs
from reportedly.layout.dates import Found
from reportedly.layout.lines import Unit
from reportedly.layout.words import words

WORDS_PER_CUE: Final = 26
"""A line is furniture where it has one cue for every so many words."""

_VIRIN: Final = re.compile(r"\d{6}-[A-Z]-[A-Z0-9]{4,6}-\d{2,4}\b")
_TIME: Final = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?|\d{1,2}時\d{1,2}分|\b[A-Z]{2,4}\b|\(.{1,3}\)"
)
_TOKEN: Final = re.compile(r"[^\W\d_]{2,}")
_BY: Final = re.compile(r"by\s+(?:an?\s|our\s|the\s|staff)", re.IGNORECASE)
_SIGN: Final = re.compile(r"[::=©|]|\s[-–—]\s")
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W\d_]")
_PRIORITY: Final[tuple[ZoneKind, ...]] = ("notice", "comment", "menu", "footer", "caption", "byline")


def _caption(unit: Unit, signs: Signs) -> bool:
    if "caption" in signs.start and unit.size <= 80 and unit.sentences <= 4:
        # "Photos from the site show launchers." is the report's, "Photo: launchers near the site." is not.
        return _announced(unit) or not (unit.prose and unit.stopped)
    if signs.credit and unit.size <= 90:
        return True
    return _VIRIN.match(unit.text) is not None


def _announced(unit: Unit) -> bool:
    """True where a sign stands after the first words, as in "Photo: ..." or "FILE - ..."."""
    return _SIGN.search(unit.text, 0, 40) is not None


def _rest(unit: Unit, found: list[Found]) -> int:
    """How many words the line has besides its dates, times and weekdays."""
    text = unit.text
    for one in reversed(found):
        text = text[: one.start] + " " + text[one.end :]
    text = _TIME.sub(" ", text)
    if unit.cjk:
        return len("".join(_TOKEN.findall(text))) // 3
    known = words().weekdays
    return sum(1 for token in _TOKEN.findall(text) if token.lower() not in known)


def _is_by(unit: Unit) -> bool:
    """ "By A. Name", "By our staff"; not "By 2016 the group had ..."."""
    after = unit.text[3:].lstrip()
    named = after[:1].isupper() or _BY.match(unit.text) is not None
    return (
        named
        and unit.size <= (20 if unit.dates() else 14)
        and not (unit.prose and unit.size > 7 and unit.sentences == 1)
    )


def _byline(unit: Unit, signs: Signs) -> bool:
    if unit.size > 40 or (unit.prose and unit.size > 24):
        return False
    if signs.within.get("byline") and unit.size <= 24:
        return True
    low = unit.low
    sentence = unit.prose and unit.stopped and unit.size > 7
    if sentence and _DIGIT.search(unit.text, 0, 36) is None:
        return False
    found = unit.dates()
    if sentence and not (found and found[0].start <= 24):
        return False
    if (
        ("menu" in signs.start or "notice" in signs.start)
        and "byline" not in signs.start
        and not (found and found[0].start == 0)
    ):
        return False
    if signs.start and "byline" in signs.start:
        if low.startswith("by "):
            return _is_by(unit)
        if found or (
            unit.size <= 12 and not low.startswith((*words().published, *words().updated)) and not unit.prose
        ):
            return True
    if found:
        first = found[0].start <= 12
        rest = _rest(unit, found)
        return (rest <= 6 and not (unit.prose and not first)) or (first and len(unit.parts()) > 1)
    if unit.size > 5 or unit.stopped:
        return False
    tokens = _TOKEN.findall(low)
    return 1 < len(tokens) <= 4 and tokens[-1] in words().weekdays


def _comment(unit: Unit, signs: Signs) -> bool:
    return ("comment" in signs.start and unit.size <= 60) or (signs.counted and unit.size <= 80)


def _row(unit: Unit) -> bool:
    """A row of navigation by its shape: three or more short parts without a sentence among them."""
    parts = unit.parts()
    if len(parts) < 3 or unit.size > 60:
        return False
    longest = max(len(part) for part in parts)
    figures = sum(1 for part in parts if part[:1].isdigit())
    width = 14 if unit.cjk else 24
    return figures * 2 < len(parts) and longest <= 3 * width and sum(map(len, parts)) <= width * len(parts)


def _whole(unit: Unit, signs: Signs) -> ZoneKind | None:
    """The kind that most of the line's furniture words speak for, where they make up most of its letters."""
    if not signs.whole:
        return None
    weight: dict[ZoneKind, int] = {}
    for kind, length in set(signs.whole):
        weight[kind] = weight.get(kind, 0) + length
    letters = len(_LETTER.findall(unit.text))
    covered = max(length for length in weight.values())
    parts = len(unit.parts())
    if covered * 2 < letters and not (parts >= 3 and len(signs.whole) * 2 >= parts):
        return None
    return max(weight, key=lambda kind: (weight[kind], -_PRIORITY.index(kind)))


def _scored(unit: Unit, signs: Signs) -> ZoneKind | None:
    total = sum(score for kind, score in signs.within.items() if kind != "byline")
    sentence = unit.prose and unit.stopped
    # One cue does not make furniture of a sentence: groups live on donations, boats sail without permission.
    if not total or unit.size > WORDS_PER_CUE * total or (sentence and total < 2):
        return None
    return max(
        (kind for kind in signs.within if kind != "byline"),
        key=lambda kind: (signs.within[kind], -_PRIORITY.index(kind)),
    )


def _started(unit: Unit, signs: Signs) -> ZoneKind | None:
    """By the first words; a sentence needs more than those."""
    sentence = unit.prose and unit.stopped
    if sentence and not signs.within and not (unit.size <= 14 and _announced(unit)):
        return None
    for kind in ("notice", "menu", "footer"):
        if kind in signs.start and unit.size <= 45:
            return kind
    return None


def sure_kind(unit: Unit, signs: Signs) -> ZoneKind | None:
    """The kind of `unit` where its own words or shape show it; None for prose, headlines and whatever is
    not clear."""
    if not _LETTER.search(unit.text):
        return "byline" if unit.dates() else "menu"
    if unit.size > 150:
        return None
    if _caption(unit, signs):
        return "caption"
    if _comment(unit, signs):
        return "comment"
    if unit.size <= 40 and _byline(unit, signs):
        return "byline"
    whole = _whole(unit, signs)
    if whole:
        return whole
    return _scored(unit, signs) or _started(unit, signs) or ("menu" if _row(unit) else None)
