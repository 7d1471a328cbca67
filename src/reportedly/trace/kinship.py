"""Whether one text was made from another: by its wording, or by its details told in another language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reportedly.lexicon import Lexicon
from reportedly.trace.details import details, in_order, outlets
from reportedly.trace.sketch import Token, bands, number, shingles, tokens

Relation = Literal["wording", "details"]

WORDING_SHARE, EDITED_SHARE = 0.22, 0.1
"""Share of the shorter text's shingles that the longer one has, from which on wording counts as reused; the
smaller one where details agree in their order, too."""
_LEAST_SHINGLES = 12
_DETAIL_SHARE, _EDITED_LEAST = 0.5, 4
_RETOLD_SHARE, _RETOLD_LEAST, _RETOLD_ORDER, _RETOLD_NUMBERS = 0.6, 5, 0.6, 3


@dataclass(frozen=True)
class Profile:
    """A text with what is compared of it; made once, pure."""

    text: str
    zones: tuple[tuple[int, int], ...]
    details: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    language: str | None = None

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens(self.text, self.zones)

    @cached_property
    def shingles(self) -> frozenset[int]:
        return frozenset(shingles(self.tokens))

    @cached_property
    def bands(self) -> list[int]:
        """Keys under which kin are looked for."""
        rare = [number(detail) for detail in self.details]
        return bands(self.shingles, rare if len(rare) >= _RETOLD_LEAST else ())


def profile(
    text: str, zones: Sequence[tuple[int, int]], lexicon: Lexicon, language: str | None = None
) -> Profile:
    return Profile(
        text,
        tuple(zones),
        tuple(details(text, zones, lexicon)),
        tuple(outlets(text, zones, lexicon)),
        language,
    )


def relation(one: Profile, other: Profile) -> Relation | None:
    """How one text was made from the other, or both from a third; None where nothing shows that they were.

    Reports of one form about different facts share wording and differ in their details: they are no kin.
    """
    least = min(len(one.shingles), len(other.shingles))
    if least >= _LEAST_SHINGLES:
        share = len(one.shingles & other.shingles) / least
        if share >= WORDING_SHARE:
            return "wording" if _same_details(one, other) else None
        if share >= EDITED_SHARE and _same_details(one, other, _EDITED_LEAST):
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
    numbers = sum(1 for detail in shared if detail[0].isdigit())
    return (
        len(shared) >= max(_RETOLD_LEAST, _RETOLD_SHARE * least)
        and numbers >= _RETOLD_NUMBERS
        and in_order(one.details, other.details) >= _RETOLD_ORDER * len(shared)
    )
