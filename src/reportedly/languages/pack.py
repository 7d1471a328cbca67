"""A language pack: the words and patterns of one language, as compiled from
`resources/languages/<language>.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any

import orjson

VerbForm = tuple[str, str]
"""Lemma and tag: VB base, VBZ third person, VBD past, VBN participle, VBG -ing form."""


class Pack:
    """Words of one language, indexed for the analysers. Everything here is read-only after loading."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.language: str = data["language"]
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}

    def words(self, *path: str) -> frozenset[str]:
        """The list at `path` of the YAML, as a set: `words("report", "deny")`."""
        known = self._sets.get(path)
        if known is None:
            node: Any = self.data
            for key in path:
                node = node.get(key, {})
            known = self._sets[path] = frozenset(str(w) for w in node)
        return known

    def says(self, key: str, words: Iterable[str], text: str) -> bool:
        """True where one of `words` stands in `text` (lower case) as a word of its own; `stem*` stands for
        any word that begins so. `key`
        names the list, for keeping its pattern."""
        pattern = self._patterns.get(key)
        if pattern is None:
            pattern = self._patterns[key] = re.compile(
                "|".join(rf"\b{re.escape(w.rstrip('*'))}" + ("" if w.endswith("*") else r"\b") for w in words)
                or r"(?!)"
            )
        return pattern.search(text) is not None

    @cached_property
    def noun_words(self) -> frozenset[str]:
        """Words that are often nouns although they look like verbs: people, papers, vehicles, places and the
        pack's own list."""
        words: set[str] = set(self.data["report"]["nouns"]) | set(self.data.get("nouns_like_verbs", ()))
        for group in self.data["actor_nouns"].values():
            words.update(group)
        for key in (
            "document_nouns",
            "outlet_nouns",
            "carrier_nouns",
            "stock_nouns",
            "target_nouns",
            "place_nouns",
        ):
            words.update(self.data[key])
        words.update(w + "s" for w in tuple(words) if not w.endswith("s"))
        return frozenset(words)

    @cached_property
    def tags(self) -> dict[str, str]:
        """Closed-class words: word -> tag. Earlier classes win where a word stands in several."""
        out: dict[str, str] = {}
        order = ("CC", "SUB", "AUX", "P", "DET", "POSSDET", "REL", "COMP", "PRON", "ADV")
        for tag in order:
            for word in self.data.get("function_words", {}).get(tag, ()):
                out.setdefault(word, tag)
        return out

    @cached_property
    def verb_forms(self) -> dict[str, tuple[VerbForm, ...]]:
        """Inflected form -> its readings."""
        return {f: tuple((r[0], r[1]) for r in rs) for f, rs in self.data.get("verb_forms", {}).items()}

    @cached_property
    def predicates(self) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """First word of a frame verb -> ((rest of its words), frame), longest first ("take" -> ("delivery",
        "of"), receive)."""
        out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for frame, entry in self.data["frames"].items():
            for verb in entry.get("verbs", ()):
                first, *rest = verb.split()
                out.setdefault(first, []).append((tuple(rest), frame))
        return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in out.items()}

    @cached_property
    def nominals(self) -> dict[str, tuple[str, ...]]:
        """Noun (singular or plural) -> the frames it is the noun of."""
        out: dict[str, list[str]] = {}
        for frame, entry in self.data["frames"].items():
            for noun in entry.get("nouns", ()):
                for form in (noun, plural(noun)):
                    out.setdefault(form, []).append(frame)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def suffixes(self) -> dict[str, str]:
        """Participle after a hyphen -> frame ("made" in "Russian-made")."""
        return {s: f for f, e in self.data["frames"].items() for s in e.get("suffixes", ())}

    @cached_property
    def multiword(self) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
        """First word of words read as one -> (all of them, tag, normal form)."""
        table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for words, (kind, normal) in self.data.get("multiword", {}).items():
            parts = tuple(words.split())
            table.setdefault(parts[0], []).append((parts, kind, normal))
        return table

    @cached_property
    def report_verbs(self) -> dict[str, str]:
        """First word of a verb of saying -> `say`, `deny` or `accuse`."""
        out: dict[str, str] = {}
        for group in ("accuse", "deny", "say"):
            for verb in self.data["report"][group]:
                out.setdefault(verb.split()[0], group)
        return out


def plural(noun: str) -> str:
    """The regular English plural."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def load_pack(language: str) -> Pack | None:
    """The pack of `language` (`en`), or None where the project has none."""
    file = resources.files("reportedly.languages").joinpath(f"data/{language}.json")
    if not language.isalpha() or not file.is_file():
        return None
    data = orjson.loads(file.read_bytes())
    pivot = load_pack(data["pivot"]) if "pivot" in data else None
    return Pack(_through(pivot.data, data) if pivot is not None else data)


def _through(pivot: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """A pack whose words are glosses: what it does not say itself is the pivot's, but for the pivot's
    examples."""
    frames = {
        frame: {
            **{k: v for k, v in entry.items() if k not in ("must", "must_not")},
            **data["examples"].get(frame, {}),
        }
        for frame, entry in pivot["frames"].items()
    }
    return {**pivot, **data, "frames": frames}
