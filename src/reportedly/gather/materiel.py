"""How two lists of items lie to each other in the tree of materiel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from reportedly.lexicon import Lexicon
from reportedly.scoring.names import folded
from reportedly.trace.statements import UNRESOLVED, Thing

Likeness = Literal["same", "kind", "vague", "other", "unknown"]
"""`same` item; one is a `kind` of the other; one is `vague`, any arms at all; `other` items; `unknown`: one
is not in the lexicon."""

_VAGUE = frozenset(
    UNRESOLVED + words
    for words in (
        "weapon", "arms", "arm", "weaponry", "munition", "military hardware", "military equipment",
        "hardware", "military cargo", "armament", "heavy weapon", "military good", "ammunition", "cargo",
        "military aid",
    )
)  # fmt: skip


class Tree:
    """The lexicon's tree of materiel, with what was asked of it remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.above = lru_cache(maxsize=8192)(self._above)
        self.likeness = lru_cache(maxsize=65536)(self._likeness)
        self.is_vague = lru_cache(maxsize=8192)(self._is_vague)

    def _above(self, key: str) -> frozenset[str]:
        return frozenset(self._lexicon.ancestors(key))

    def _is_vague(self, key: str) -> bool:
        """Whether it names arms in general: a class at the top of the tree."""
        entity = self._lexicon.entities.get(key)
        if (key if entity is None else UNRESOLVED + folded(entity.name)) in _VAGUE:
            return True
        return entity is not None and entity.category == "class" and not entity.parents

    def _likeness(self, one: str, other: str) -> Likeness:
        if one == other:
            return "vague" if self.is_vague(one) else "same"
        if self.is_vague(one) or self.is_vague(other):
            return "vague"
        above, above_other = self.above(one), self.above(other)
        if other in above or one in above_other:
            return "kind"
        if one.startswith(UNRESOLVED) or other.startswith(UNRESOLVED):
            return "kind" if _names_contain(one, other) else "unknown"
        return "other"

    def is_precise(self, key: str) -> bool:
        """Whether it names an item, not a class."""
        entity = self._lexicon.entities.get(key)
        return entity is not None and entity.category != "class"

    def sides(self, key: str) -> frozenset[str]:
        """An actor with what it is an organ of, and the state it is in."""
        entity = self._lexicon.entities.get(key)
        state = f"state/{entity.country}" if entity is not None and entity.country else key
        return self.above(key) | {key, state}

    def best(self, ones: Iterable[Thing], others: Iterable[Thing]) -> Likeness | None:
        """The closest likeness between two lists of items; None where one is empty."""
        ranks: list[Likeness] = ["same", "kind", "vague", "unknown", "other"]
        found = {self.likeness(a.key, b.key) for a in ones for b in others}
        return next((rank for rank in ranks if rank in found), None)


def _names_contain(one: str, other: str) -> bool:
    """Whether one unresolved name ends in the other's words: "light machine gun" and "machine gun"."""
    first, second = one.lstrip(UNRESOLVED).split(), other.lstrip(UNRESOLVED).split()
    short, long = sorted((first, second), key=len)
    return bool(short) and long[-len(short) :] == short
