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

WORDING_SHARE, _EDITED_SHARE, _BARE_SHARE = 0.22, 0.1, 0.6
"""Share of the shorter text's shingles that the longer one has, from which on wording counts as reused: with
two details in common; with four; with fewer, which reports of one form have by chance."""
_LEAST_SHINGLES = 12
_DETAIL_SHARE, _EDITED_LEAST, _FIGURES = 0.5, 4, 2
_RETOLD_SHARE, _RETOLD_LEAST, _RETOLD_ORDER, _RETOLD_NUMBERS = 0.6, 5, 0.5, 3


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
    if _differ(one, other):
        return None
    shared = len(set(one.details) & set(other.details))
    least = min(len(one.shingles), len(other.shingles)) if shared or _bare(one, other) else 0
    if least >= _LEAST_SHINGLES:
        share = len(one.shingles & other.shingles) / least
        if share >= (
            _EDITED_SHARE if shared >= _EDITED_LEAST else WORDING_SHARE if shared >= 2 else _BARE_SHARE
        ):
            return "wording"
    # Two reports in one language that share details and no wording were written by two hands.
    translated = one.language is None or one.language != other.language
    return "details" if translated and _retold(one, other) else None


def _differ(one: Profile, other: Profile) -> bool:
    """Whether the details say that these are two stories: most of the shorter list are not the other's, or
    both have figures and not one in common."""
    least = min(len(one.details), len(other.details))
    shared = set(one.details) & set(other.details)
    if len(shared) < _DETAIL_SHARE * least:
        return True
    figures, others = (sum(d & 1 for d in p.details) for p in (one, other))
    return min(figures, others) >= _FIGURES and not any(d & 1 for d in shared)


def _bare(one: Profile, other: Profile) -> bool:
    """Whether a text has no details, so that its wording alone tells."""
    return not one.details or not other.details


def _retold(one: Profile, other: Profile) -> bool:
    shared = set(one.details) & set(other.details)
    least = min(len(one.details), len(other.details))
    numbers = sum(detail & 1 for detail in shared)
    return (
        len(shared) >= max(_RETOLD_LEAST, _RETOLD_SHARE * least)
        and numbers >= _RETOLD_NUMBERS
        and in_order(one.details, other.details) >= _RETOLD_ORDER * len(shared)
    )
