"""Whether one text was made from another: by its wording, or by its details told in another language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reportedly.lexicon import Lexicon
from reportedly.trace.details import details, in_order
from reportedly.trace.sketch import bands, number, shingles, tokens

Relation = Literal["wording", "details"]

WORDING_SHARE, EDITED_SHARE = 0.22, 0.1
"""Share of the shorter text's shingles that the longer one has, from which on wording counts as reused; the
smaller one where details agree in their order, too."""
_LEAST_SHINGLES = 12
_DETAIL_SHARE, _EDITED_LEAST = 0.5, 4
_RETOLD_SHARE, _RETOLD_LEAST, _RETOLD_ORDER, _RETOLD_NUMBERS = 0.6, 5, 0.6, 3


@dataclass(frozen=True)
class Profile:
    """What is compared of a text. `details` are numbers for its details in order, odd ones for figures; the
    wording is read only where the details leave it open."""

    details: tuple[int, ...]
    language: str | None
    read: Callable[[], Sequence[int]]
    outlets: tuple[str, ...] = ()

    @cached_property
    def shingles(self) -> frozenset[int]:
        return frozenset(self.read())

    @cached_property
    def bands(self) -> list[int]:
        """Keys under which kin are looked for."""
        return bands(self.shingles, self.details if len(self.details) >= _RETOLD_LEAST else ())


def profile(
    text: str, zones: Sequence[tuple[int, int]], lexicon: Lexicon, language: str | None = None
) -> Profile:
    """The profile of `text` inside `zones`."""
    told = details(text, zones, lexicon)
    numbers = tuple(number(d) >> 1 << 1 | (d in told.numbers) for d in told.found)
    return Profile(numbers, language, lambda: shingles(tokens(text, zones)), told.outlets)


def relation(one: Profile, other: Profile) -> Relation | None:
    """How one text was made from the other, or both from a third; None where nothing shows that they were.

    Reports of one form about different facts share wording and differ in their details: they are no kin.
    """
    if not _same_details(one, other):
        return None
    least = min(len(one.shingles), len(other.shingles))
    if least >= _LEAST_SHINGLES:
        share = len(one.shingles & other.shingles) / least
        if share >= WORDING_SHARE or (share >= EDITED_SHARE and _same_details(one, other, _EDITED_LEAST)):
            return "wording"
    # Two reports in one language that share details and no wording were written by two hands.
    translated = one.language is None or one.language != other.language
    return "details" if translated and _retold(one, other) else None


def _same_details(one: Profile, other: Profile, at_least: int = 0) -> bool:
    """Whether most details of the shorter list are the other's, `at_least` so many."""
    least = min(len(one.details), len(other.details))
    shared = len(set(one.details) & set(other.details))
    return shared >= max(at_least, _DETAIL_SHARE * least)


def _retold(one: Profile, other: Profile) -> bool:
    shared = set(one.details) & set(other.details)
    least = min(len(one.details), len(other.details))
    numbers = sum(detail & 1 for detail in shared)
    return (
        len(shared) >= max(_RETOLD_LEAST, _RETOLD_SHARE * least)
        and numbers >= _RETOLD_NUMBERS
        and in_order(one.details, other.details) >= _RETOLD_ORDER * len(shared)
    )
