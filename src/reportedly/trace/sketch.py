"""Sketches of a text, by which likely kin are found without comparing it with every other.

Two kinds: of its wording (shingles of words, of characters in Japanese and Chinese), and of its details
(numbers and names, the same in every language). Both are MinHash sketches by one permutation (Li, Owen and
Zhang 2012) with rotation for empty bins (Shrivastava and Li 2014), cut into bands: two texts that agree in
any band are candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
SHINGLE, SHINGLE_CJK = 4, 7

WORDING_BANDS, DETAIL_BANDS = 20, 14
ROWS = 2
_FIRST_DETAIL_BAND = 1 << 8


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, folded, with its place."""

    word: str
    start: int
    end: int


def tokens(text: str, zones: Sequence[tuple[int, int]] | None = None) -> list[Token]:
    """The words of `text` inside `zones` (all of it, where None)."""
    spans = [(0, len(text))] if zones is None else zones
    return [
        Token(match[0].casefold(), match.start(), match.end())
        for start, end in spans
        for match in _WORD.finditer(text, start, end)
    ]


def width(words: Sequence[Token]) -> int:
    """How many tokens make a shingle of this text."""
    cjk = sum(1 for token in words[:400] if _CJK.match(token.word))
    return SHINGLE_CJK if cjk * 2 > min(len(words), 400) else SHINGLE


def shingles(words: Sequence[Token]) -> list[int]:
    """A stable 64-bit number for each run of tokens, in order."""
    size = width(words)
    bare = [token.word for token in words]
    return [number(" ".join(bare[i : i + size])) for i in range(len(bare) - size + 1)]


def number(words: str) -> int:
    """A 64-bit number for `words`, the same on every machine."""
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def sketch(numbers: Iterable[int], bins: int) -> tuple[int, ...]:
    """The least of the numbers in each of `bins`; an empty bin borrows from the next that is not."""
    least: list[int | None] = [None] * bins
    for value in numbers:
        slot = value % bins
        kept = least[slot]
        if kept is None or value < kept:
            least[slot] = value
    if all(value is None for value in least):
        return ()
    filled: list[int] = []
    for slot in range(bins):
        step = 0
        while (found := least[(slot + step) % bins]) is None:
            step += 1
        # What was borrowed is told apart by its distance, else sparse texts would agree by chance.
        filled.append(found if not step else (found + step * 0x9E3779B97F4A7C15) % (1 << 64))
    return tuple(filled)


def bands(wording: Iterable[int], details: Iterable[int]) -> list[int]:
    """The band keys of a text, each a signed 64-bit number as databases take them."""
    keys = _bands(sketch(wording, WORDING_BANDS * ROWS), WORDING_BANDS, 0)
    return keys + _bands(sketch(details, DETAIL_BANDS * ROWS), DETAIL_BANDS, _FIRST_DETAIL_BAND)


def _bands(values: tuple[int, ...], count: int, first: int) -> list[int]:
    if not values:
        return []
    keys = []
    for band in range(count):
        rows = values[band * ROWS : (band + 1) * ROWS]
        keys.append(number(f"{first + band}:{rows}") - (1 << 63))
    return keys
