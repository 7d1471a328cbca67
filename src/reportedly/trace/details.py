"""What two tellings of one story share in any language: numbers, days and names, and their order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reportedly.lexicon import Lexicon

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_COMMON_NUMBER = 13
_YEARS = range(1900, 2100)
_COMMON_KINDS = ("state/", "outlet/")


def details(text: str, zones: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[str]:
    """The details of a text in order, each where it first stands: resolved names that stand for no state
    and no outlet, and numbers that are neither years nor small counts nor part of a name."""
    found: list[tuple[int, str]] = []
    for start, end in zones:
        part = text[start:end]
        taken: set[int] = set()
        for match in lexicon.scan(part):
            taken.update(range(match.start, match.end))
            if not match.weak and not any(n.entity.startswith(_COMMON_KINDS) for n in match.names):
                found.append((start + match.start, match.names[0].entity))
        for numeral in _NUMBER.finditer(part):
            if numeral.start() in taken or numeral.end() - 1 in taken:
                continue
            value = re.sub(r"(?<=\d)[ \u00a0\u202f,.](?=\d{3})", "", numeral[0]).replace(",", ".")
            if "." in value or (int(value) >= _COMMON_NUMBER and int(value) not in _YEARS):
                found.append((start + numeral.start(), value))
    found.sort()
    return list(dict.fromkeys(detail for _, detail in found))


def outlets(text: str, zones: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[str]:
    """The outlets that a text names, each once, sorted."""
    return sorted(
        {
            name.entity
            for start, end in zones
            for match in lexicon.scan(text[start:end])
            if not match.weak
            for name in match.names[:1]
            if name.entity.startswith("outlet/")
        }
    )


def in_order(first: Sequence[str], second: Sequence[str]) -> int:
    """How many of the shared details stand in the same order: the longest rising run (patience sorting)."""
    place = {detail: i for i, detail in enumerate(second)}
    rising: list[int] = []
    for detail in first:
        if detail in place:
            at = place[detail]
            slot = bisect_right(rising, at)
            rising[slot : slot + 1] = [at]
    return len(rising)
