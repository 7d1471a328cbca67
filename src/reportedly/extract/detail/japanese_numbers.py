"""Quantities in Japanese (約1万発, 2基, 十二両): digits, Chinese numerals and both mixed, with their
counters."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from reportedly.extract.detail.date_scan import covered
from reportedly.extract.detail.templates import form_regex

_FIGURES = "〇一二三四五六七八九"
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "億": 100_000_000}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12}(?:\.\d{1,3})?|[〇一二三四五六七八九十百千])"
_RUN = rf"{_NUMBER}(?:[〇一二三四五六七八九十百千万億]|\d{{1,4}}(?![\d.,])|\d{{1,3}},\d{{3}}(?!\d)){{0,15}}"
_KANJI = re.compile(r"[㐀-鿿]")

Found = tuple[int, int, int | None, int | None, str]


class _Patterns(NamedTuple):
    quick: re.Pattern[str]
    number: re.Pattern[str]
    counter: re.Pattern[str]
    unit: re.Pattern[str]
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    blockers: tuple[str, ...]
    joins: re.Pattern[str]


_compiled: dict[int, _Patterns] = {}


def find_japanese(text: str, raw: dict[str, Any], dates: Callable[[], list[tuple[int, int]]]) -> list[Found]:
    """Quantities of a folded text as (start, end, min, max, rule).

    `raw` is the `quantities` part of the language's data; `dates` gives the spans to keep clear of.
    """
    patterns = _patterns(raw)
    if not patterns.quick.search(text):
        return []
    spans, found, at = dates(), [], 0
    while match := patterns.number.search(text, at):
        at = match.end()
        if covered(spans, match.start()):
            continue
        reading = _reading(text, match, patterns)
        if reading:
            found.append(reading)
            at = max(at, reading[1])
    return found


def _patterns(raw: dict[str, Any]) -> _Patterns:
    key = id(raw)
    if key not in _compiled:
        _compiled[key] = _Patterns(
            re.compile(r"[\d〇一二三四五六七八九十百千]"),
            re.compile(_RUN),
            re.compile(form_regex(raw["counters"])),
            re.compile(form_regex(raw["units"]), re.I),
            _by_form(raw["qualifiers"]),
            _by_form(raw["after"]),
            tuple(raw["titles"]),
            re.compile(form_regex(raw["range_to"])),
        )
    return _compiled[key]


def _by_form(kinds: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(((f, k) for k, forms in kinds.items() for f in forms), key=lambda p: (-len(p[0]), p[0]))
    )


@lru_cache(maxsize=256)
def value_of(words: str) -> int | None:
    """What a run of digits and Chinese numerals comes to: 1万5千 -> 15000; None where it is no whole
    number."""
    if re.fullmatch(rf"[{_FIGURES}]{{2,}}", words):
        return int("".join(str(_FIGURES.index(c)) for c in words))
    total, section, pending = 0, 0, None
    for part in re.findall(r"[\d.,]+|.", words):
        if part in _LARGE:
            amount = section + (pending or 0)
            if not amount:
                return None
            total, section, pending = total + _whole(amount * _LARGE[part]), 0, None
        elif part in _SMALL:
            section, pending = section + _whole((1 if pending is None else pending) * _SMALL[part]), None
        elif pending is not None:
            return None
        else:
            pending = float(_FIGURES.index(part)) if part in _FIGURES else float(part.replace(",", ""))
    amount = section + (pending or 0)
    return total + int(amount) if amount == int(amount) else None


def _whole(amount: float) -> int:
    return round(amount)


def _reading(text: str, match: re.Match[str], patterns: _Patterns) -> Found | None:
    start, end = match.span()
    low = value_of(match[0])
    if low is None or _is_code(match[0]) or not _opens(text, start, patterns):
        return None
    high, end = _second(text, end, patterns)
    counted = patterns.counter.match(text, end)
    unit = patterns.unit.match(text, end)
    if unit and (not counted or unit.end() >= counted.end()):
        return None
    if not counted and not _stands_alone(text, start, end):
        return None
    if high is None and not counted and text[start:end].isdecimal() and 1900 <= low <= 2099:
        return None
    end = counted.end() if counted else end
    end, after = _behind(text, end, patterns)
    start, before = _ahead(text, start, patterns)
    if high is not None:
        low = low * _shared_scale(match[0], text[match.end() : end]) if high > low else low
        return (start, end, low, high, "range") if low < high else None
    kind = after or before
    return start, end, None if kind == "max" else low, None if kind == "min" else low, kind or "exact"


def _is_code(words: str) -> bool:
    """Leading zeros and long runs of digits are times, codes and telephone numbers."""
    return words.isdecimal() and (len(words) > 7 or words[0] == "0")


def _shared_scale(first: str, rest: str) -> int:
    """2〜3万発: the multiplier behind the second number is the first's too."""
    if not first.isdecimal():
        return 1
    return next((v for k, v in {**_SMALL, **_LARGE}.items() if re.match(rf"\D{{1,3}}\d+{k}", rest)), 1)


def _second(text: str, end: int, patterns: _Patterns) -> tuple[int | None, int]:
    """The second number of a range (20〜30基, 20基から30基) and the end of it."""
    counter = patterns.counter.match(text, end)
    for here in {end, counter.end() if counter else end}:
        join = patterns.joins.match(text, here)
        number = patterns.number.match(text, join.end()) if join else None
        if number and (value := value_of(number[0])) is not None:
            return value, number.end()
    return None, end


def _opens(text: str, start: int, patterns: _Patterns) -> bool:
    before = text[max(0, start - 1) : start]
    if before and (before in "-–./:$€£¥№#." or (before.isascii() and before.isalnum()) or before.isdecimal()):
        return False
    return not text.endswith(patterns.blockers, max(0, start - 6), start)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Without a counter only a number that no letter or ideograph touches, and no single ideograph,
    counts."""
    after = text[end : end + 1]
    if after and (_KANJI.match(after) or after in "-–%°/:." or (after.isascii() and after.isalnum())):
        return False
    if text[start].isdecimal():
        return True
    return end - start >= 2 and not _KANJI.match(text[max(0, start - 1) : start] or " ")


def _behind(text: str, end: int, patterns: _Patterns) -> tuple[int, str]:
    for form, kind in patterns.after:
        if text.startswith(form, end):
            return end + len(form), kind
    return end, ""


def _ahead(text: str, start: int, patterns: _Patterns) -> tuple[int, str]:
    for form, kind in patterns.before:
        if text.endswith(form, 0, start):
            return start - len(form), kind
    return start, ""
