"""Facets of claims: what they can be narrowed by, counted over the claims that the other choices leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.ledger.columns import WHO, WHOM
from reportedly.workbench.identities import Identities
from reportedly.workbench.links import Params
from reportedly.workbench.snapshot import Entry, Snapshot

Value = tuple[str, str]
"""What stands in the address, and what people read."""

NONE: Value = ("-", "not said")


class Option(NamedTuple):
    """One choice of a facet: how many claims it would show, whether it is chosen."""

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
    """What an address asks for: chosen values by facet, and words that must stand in the claim."""

    chosen: dict[str, frozenset[str]]
    words: str = ""

    @classmethod
    def of(cls, params: Params) -> Choice:
        chosen: dict[str, set[str]] = {}
        words = ""
        for name, value in params:
            if name in TITLES:
                chosen.setdefault(name, set()).add(value)
            elif name == "words":
                words = value
        return cls({name: frozenset(values) for name, values in chosen.items()}, words)

    def params(self, without: str = "") -> list[tuple[str, str]]:
        """The address's parameters, in one order."""
        found = [(n, v) for n in TITLES if n != without for v in sorted(self.chosen.get(n, ()))]
        return found + ([("words", self.words)] if self.words and without != "words" else [])

    def toggled(self, name: str, value: str) -> list[tuple[str, str]]:
        """The parameters with one choice put in or taken out."""
        now = self.chosen.get(name, frozenset())
        values = now - {value} if value in now else now | {value}
        return Choice({**self.chosen, name: values}, self.words).params()


def _parties(*roles: str) -> Callable[[Entry, Identities], list[Value]]:
    def of(entry: Entry, identities: Identities) -> list[Value]:
        fillers = [f for role in roles for f in entry.body.get(role, ())]
        return [(k := identities.key(f), identities.names.get(k, f["name"])) for f in fillers]

    return of


def _sources(entry: Entry, identities: Identities) -> list[Value]:
    return [(identities.key(s), s["name"]) for s in entry.body["attribution"]]


def _years(entry: Entry, _: Identities) -> list[Value]:
    when = entry.body["when"]
    start, end = (int(day[:4]) if day else None for day in (when["start"], when["end"]))
    if start is None and end is None:
        return []
    first, last = start or end or 0, end or start or 0
    return [(str(year), str(year)) for year in range(first, min(last, first + 80) + 1)]


def _plain(field: str) -> Callable[[Entry, Identities], list[Value]]:
    def of(entry: Entry, _: Identities) -> list[Value]:
        value = entry.body.get(field)
        return [(value, value.replace("_", " "))] if value and value != "unspecified" else []

    return of


def _of_document(field: str) -> Callable[[Entry, Identities], list[Value]]:
    def of(entry: Entry, _: Identities) -> list[Value]:
        value = getattr(entry.document, field)
        return [(value, value)] if value else []

    return of


def _state(entry: Entry, _: Identities) -> list[Value]:
    return [(entry.state, entry.state.replace("_", " "))]


FACETS: tuple[tuple[str, str, Callable[[Entry, Identities], list[Value]]], ...] = (
    ("kind", "Kind", _plain("kind")),
    ("who", "Who", _parties(*WHO)),
    ("whom", "To or against", _parties(*WHOM)),
    ("materiel", "Materiel", _parties("materiel")),
    ("year", "Alleged year", _years),
    ("source", "Said by", _sources),
    ("polarity", "Affirmed or denied", _plain("polarity")),
    ("certainty", "Certainty", _plain("certainty")),
    ("stage", "Stage", _plain("stage")),
    ("means", "Means", _plain("means")),
    ("language", "Language", _of_document("language")),
    ("publisher", "Publisher", _of_document("publisher")),
    ("state", "Review", _state),
)
TITLES = {name: title for name, title, _ in FACETS}
SHOWN = 8


def values_of(snapshot: Snapshot) -> list[dict[str, tuple[Value, ...]]]:
    """The values of every facet for each entry, reckoned once for a snapshot."""
    known: list[dict[str, tuple[Value, ...]]] | None = snapshot.caches.get("facets")
    if known is None:
        known = [
            {name: tuple(dict.fromkeys(of(e, snapshot.identities))) or (NONE,) for name, _, of in FACETS}
            for e in snapshot.entries
        ]
        snapshot.caches["facets"] = known
    return known


def narrow(snapshot: Snapshot, choice: Choice) -> list[Entry]:
    """The entries that fit every chosen facet (any of its values) and hold the words."""
    return [
        entry
        for entry, values in zip(snapshot.entries, values_of(snapshot), strict=True)
        if not _failing(values, choice) and _holds(entry, choice.words)
    ]


def facets(snapshot: Snapshot, choice: Choice, *, every: str = "") -> list[Facet]:
    """Each facet counted over what the other facets leave. `every` names one whose options are all told."""
    counts: dict[str, Counter[Value]] = {name: Counter() for name in TITLES}
    for entry, values in zip(snapshot.entries, values_of(snapshot), strict=True):
        failing = _failing(values, choice)
        if len(failing) > 1 or not _holds(entry, choice.words):
            continue
        for name in failing or TITLES:
            counts[name].update(values[name])
    return [
        _facet(name, counts[name], choice.chosen.get(name, frozenset()), name == every) for name in TITLES
    ]


def _facet(name: str, counted: Counter[Value], chosen: frozenset[str], every: bool) -> Facet:
    merged: dict[str, list[tuple[int, str]]] = {}
    for (value, label), count in counted.items():
        merged.setdefault(value, []).append((count, label))
    options = [
        Option(value, min(labels, key=lambda x: (-x[0], x[1]))[1], sum(c for c, _ in labels), value in chosen)
        for value, labels in merged.items()
    ]
    if name == "year":
        options.sort(key=lambda o: o.value)
    else:
        options.sort(key=lambda o: (o.value == "-", -o.number, o.label))
    shown = (
        options if every or name == "year" else [o for i, o in enumerate(options) if i < SHOWN or o.chosen]
    )
    return Facet(name, TITLES[name], tuple(shown), len(options) - len(shown))


def _failing(values: dict[str, tuple[Value, ...]], choice: Choice) -> Sequence[str]:
    return [
        name
        for name, wanted in choice.chosen.items()
        if wanted and not any(v in wanted for v, _ in values[name])
    ]


def _holds(entry: Entry, words: str) -> bool:
    if not words:
        return True
    folded = words.casefold()
    return any(folded in text.casefold() for text in _texts(entry))


def _texts(entry: Entry) -> Iterable[str]:
    for quote in entry.body["evidence"]:
        yield quote["text"]
    for items in entry.body.values():
        if isinstance(items, list):
            yield from (item["name"] for item in items if isinstance(item, dict) and "name" in item)
