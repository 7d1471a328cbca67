"""What two tellings of one story share in any language: numbers, days and names, and their order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.lexicon import Lexicon

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_COMMON_NUMBER = 13
_YEARS = range(1900, 2100)
_COMMON_KINDS = ("state/", "outlet/")


@dataclass(frozen=True, slots=True)
class Details:
    """The details of a text in order, each where it first stands: names that stand for no state and no
    outlet, and `numbers` that are neither years nor small counts nor part of a name. `outlets` are those that
    it names, sorted."""

    found: tuple[str, ...]
    numbers: frozenset[str]
    outlets: tuple[str, ...]


def details(text: str, zones: Sequence[tuple[int, int]], lexicon: Lexicon) -> Details:
    """What of `text` is the same in every language."""
    placed: list[tuple[int, str]] = []
    numbers: set[str] = set()
    outlets: set[str] = set()
    for start, end in zones:
        part = text[start:end]
        taken: set[int] = set()
        for match in lexicon.scan(part):
            taken.update(range(match.start, match.end))
            first = match.names[0].entity
            if match.weak:
                continue
            if first.startswith("outlet/"):
                outlets.add(first)
            elif not any(n.entity.startswith(_COMMON_KINDS) for n in match.names):
                placed.append((start + match.start, first))
        for numeral in _NUMBER.finditer(part):
            value = _value(numeral[0])
            if value is not None and numeral.start() not in taken and numeral.end() - 1 not in taken:
                placed.append((start + numeral.start(), value))
                numbers.add(value)
    placed.sort()
    found = tuple(dict.fromkeys(detail for _, detail in placed))
    return Details(found, frozenset(numbers), tuple(sorted(outlets)))


def _value(numeral: str) -> str | None:
    """The number, written one way; None where it is too common to tell anything."""
    value = re.sub(r"(?<=\d)[ \u00a0\u202f,.](?=\d{3})", "", numeral).replace(",", ".")
    if "." in value or (int(value) >= _COMMON_NUMBER and int(value) not in _YEARS):
        return value
    return None


def in_order(first: Sequence[int], second: Sequence[int]) -> int:
    """How many of the shared details stand in the same order: the longest rising run (patience sorting)."""
    place = {detail: i for i, detail in enumerate(second)}
    rising: list[int] = []
    for detail in first:
        if detail in place:
            at = place[detail]
            slot = bisect_right(rising, at)
            rising[slot : slot + 1] = [at]
    return len(rising)
