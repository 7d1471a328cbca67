"""The words of page furniture, from the compiled data file: loaded once, on first use."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, cast

from ahocorasick_rs import AhoCorasick

from reportedly.documents import ZoneKind

Place = Literal["line", "start", "within", "credit", "counted"]

SURE_WEIGHT = 3
CYRILLIC = ("bg", "ru", "sr", "uk")


class Cue(NamedTuple):
    """What it means to meet certain words at a certain place of a line."""

    kind: ZoneKind
    place: Place
    weight: int
    open_end: bool
    """True where any ending may follow (`cookie*`)."""


@dataclass(frozen=True)
class Words:
    """Every language's words together: furniture is often in another language than the article."""

    cues: tuple[tuple[Cue, ...], ...]
    scanner: AhoCorasick
    profiles: dict[str, tuple[tuple[str, float], ...]]
    """A function word -> the languages that have it, each with its share of the word."""
    own_words: dict[str, frozenset[str]]
    """The function words that one language has to itself."""
    cyrillic_profiles: dict[str, frozenset[str]]
    months: dict[str, int]
    weekdays: frozenset[str]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    related_heads: frozenset[str]
    comment_heads: frozenset[str]
    frames: tuple[str, ...]
    publisher_types: frozenset[str]
    never_names: frozenset[str]
    trims: tuple[str, ...]
    organs: tuple[str, ...]
    agencies: dict[str, str]


def folded(text: str) -> str:
    """`text` in lower case with straight apostrophes and plain spaces, code point for code point."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lowered.replace("\u2019", "'").replace("\u00a0", " ")


def _cue_table(languages: Iterable[dict[str, Any]]) -> dict[str, set[Cue]]:
    table: dict[str, set[Cue]] = defaultdict(set)
    for language in languages:
        for key, cues in language.get("cues", {}).items():
            kind, _, place = key.partition(".")
            weight = SURE_WEIGHT if place == "sure" else 1
            place = "within" if place == "sure" else place
            for cue in cues:
                open_end = cue.endswith("*")
                table[cue.rstrip("*")].add(Cue(cast(ZoneKind, kind), cast(Place, place), weight, open_end))
    return table


def _profiles(data: dict[str, Any]) -> dict[str, tuple[tuple[str, float], ...]]:
    owners: dict[str, list[str]] = defaultdict(list)
    for code, language in data.items():
        if code not in CYRILLIC:
            for word in language["function_words"]:
                owners[word].append(code)
    return {word: tuple((code, 1 / len(codes)) for code in codes) for word, codes in owners.items()}


def _own_words(data: dict[str, Any]) -> dict[str, frozenset[str]]:
    owned = [(word, owners[0][0]) for word, owners in _profiles(data).items() if len(owners) == 1]
    return {code: frozenset(word for word, owner in owned if owner == code) for code in data}


def _merged(languages: list[dict[str, Any]], *path: str) -> list[str]:
    found: set[str] = set()
    for language in languages:
        part: Any = language
        for key in path:
            part = part.get(key, {})
        found.update(part)
    return sorted(found)


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def words() -> Words:
    """The compiled words."""
    text = (files("reportedly.layout") / "data" / "layout.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    languages = list(data.values())
    table = _cue_table(languages)
    patterns = sorted(table)
    return Words(
        cues=tuple(tuple(sorted(table[pattern])) for pattern in patterns),
        scanner=AhoCorasick(patterns, store_patterns=False),
        profiles=_profiles(data),
        own_words=_own_words(data),
        cyrillic_profiles={code: frozenset(data[code]["function_words"]) for code in CYRILLIC},
        months={
            name: number
            for language in languages
            for number, names in enumerate(language.get("months", ()), 1)
            for name in names
        },
        weekdays=frozenset(_merged(languages, "weekdays")),
        published=_longest_first(_merged(languages, "dates", "published")),
        updated=_longest_first(_merged(languages, "dates", "updated")),
        related_heads=frozenset(_merged(languages, "sections", "related")),
        comment_heads=frozenset(_merged(languages, "sections", "comments")),
        frames=tuple(_merged(languages, "publishers", "frames")),
        publisher_types=frozenset(_merged(languages, "publishers", "types")),
        never_names=frozenset(_merged(languages, "publishers", "never")),
        trims=_longest_first(_merged(languages, "publishers", "trim")),
        organs=_longest_first(_merged(languages, "publishers", "organ")),
        agencies={k: v for language in languages for k, v in language.get("agencies", {}).items()},
    )
