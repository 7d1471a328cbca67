"""Facets: what a table can be narrowed by, counted over what the other choices leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from reportedly.workbench.links import Params

Value = tuple[str, str]
"""What stands in the address, and what people read."""

NONE: Value = ("-", "not said")
SHOWN = 8
"""Options of a facet that are told at once."""

T = TypeVar("T")


class Option(NamedTuple):
    """One choice of a facet: how many things it would show, whether it is chosen."""

    value: str
    label: str
    number: int
    chosen: bool


class Facet(NamedTuple):
    name: str
    title: str
    options: tuple[Option, ...]
    more: int
    """How many further options there are."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What an address asks for: chosen values by facet, and words that must stand in the thing."""

    titles: Mapping[str, str]
    chosen: dict[str, frozenset[str]]
    words: str = ""

    @classmethod
    def of(cls, params: Params, titles: Mapping[str, str]) -> Choice:
        chosen: dict[str, set[str]] = {}
        words = ""
        for name, value in params:
            if name in titles:
                chosen.setdefault(name, set()).add(value)
            elif name == "words":
                words = value
        return cls(titles, {name: frozenset(values) for name, values in chosen.items()}, words)

    def params(self, without: str = "") -> list[tuple[str, str]]:
        """The address's parameters, in one order."""
        found = [(n, v) for n in self.titles if n != without for v in sorted(self.chosen.get(n, ()))]
        return found + ([("words", self.words)] if self.words and without != "words" else [])

    def toggled(self, name: str, value: str) -> list[tuple[str, str]]:
        """The parameters with one choice put in or taken out."""
        now = self.chosen.get(name, frozenset())
        values = now - {value} if value in now else now | {value}
        return Choice(self.titles, {**self.chosen, name: values}, self.words).params()


@dataclass(frozen=True)
class Catalogue(Generic[T]):
    """Things with the values of their facets, reckoned once. `texts` are what the words of a choice are
    looked for in, casefolded."""

    titles: Mapping[str, str]
    items: Sequence[T]
    values: Sequence[Mapping[str, tuple[Value, ...]]]
    texts: Sequence[str]
    ordered: frozenset[str] = frozenset({"year"})
    """Facets told in the order of their values, not by number."""

    def choice(self, params: Params) -> Choice:
        return Choice.of(params, self.titles)

    def narrow(self, choice: Choice) -> list[T]:
        """The things that fit every chosen facet (any of its values) and hold the words."""
        words = choice.words.casefold()
        return [
            item
            for item, values, text in zip(self.items, self.values, self.texts, strict=True)
            if not _failing(values, choice) and words in text
        ]

    def facets(self, choice: Choice, *, every: str = "") -> list[Facet]:
        """Each facet counted over what the other facets leave. `every` names one that is told whole."""
        counts: dict[str, Counter[Value]] = {name: Counter() for name in self.titles}
        words = choice.words.casefold()
        for values, text in zip(self.values, self.texts, strict=True):
            failing = _failing(values, choice)
            if len(failing) > 1 or words not in text:
                continue
            for name in failing or self.titles:
                counts[name].update(values[name])
        return [self._facet(name, counts[name], choice, whole=name == every) for name in self.titles]

    def _facet(self, name: str, counted: Counter[Value], choice: Choice, *, whole: bool) -> Facet:
        chosen = choice.chosen.get(name, frozenset())
        merged: dict[str, list[tuple[int, str]]] = {}
        for (value, label), count in counted.items():
            merged.setdefault(value, []).append((count, label))
        options = [
            Option(
                value, min(labels, key=lambda x: (-x[0], x[1]))[1], sum(c for c, _ in labels), value in chosen
            )
            for value, labels in merged.items()
        ]
        if name in self.ordered:
            options.sort(key=lambda o: o.value)
            return Facet(name, self.titles[name], tuple(options), 0)
        options.sort(key=lambda o: (o.value == "-", -o.number, o.label))
        shown = options if whole else [o for i, o in enumerate(options) if i < SHOWN or o.chosen]
        return Facet(name, self.titles[name], tuple(shown), len(options) - len(shown))


def _failing(values: Mapping[str, tuple[Value, ...]], choice: Choice) -> list[str]:
    return [
        name
        for name, wanted in choice.chosen.items()
        if wanted and not any(value in wanted for value, _ in values[name])
    ]
