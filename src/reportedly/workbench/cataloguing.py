"""The claims as a catalogue: the facets of each, with the names that reviewers merged told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportedly.ledger.columns import WHO, WHOM
from reportedly.workbench.facets import NONE, Catalogue, Value
from reportedly.workbench.identities import Identities
from reportedly.workbench.snapshot import Entry, Snapshot


def _parties(*roles: str) -> Callable[[Entry, Identities], list[Value]]:
    def of(entry: Entry, identities: Identities) -> list[Value]:
        fillers = [f for role in roles for f in entry.body.get(role, ())]
        return [(k := identities.key(f), identities.names.get(k, f["name"])) for f in fillers]

    return of


def _sources(entry: Entry, identities: Identities) -> list[Value]:
    return [(identities.key(s), s["name"]) for s in entry.body["attribution"]]


def _years(entry: Entry, _: Identities) -> list[Value]:
    return years_of(entry.body["when"])


def years_of(when: dict[str, str | None]) -> list[Value]:
    """Each year that a time may lie in; one without an end is told by its first year."""
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


_Of = Callable[[Entry, Identities], list[Value]]

FACETS: tuple[tuple[str, str, _Of], ...] = (
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


def catalogue(snapshot: Snapshot) -> Catalogue[Entry]:
    """The claims of a snapshot, reckoned once."""
    known: Catalogue[Entry] | None = snapshot.caches.get("claims")
    if known is None:
        told = _told_before(snapshot)
        rows = [told.get(id(e)) or _told(e, snapshot.identities) for e in snapshot.entries]
        known = Catalogue(
            TITLES, snapshot.entries, [values for values, _ in rows], [text for _, text in rows]
        )
        snapshot.caches["claims"] = known
        snapshot.caches["claims of"] = (snapshot.identities.names, snapshot.identities.canonical)
        snapshot.before.pop("claims", None)
    return known


_Told = tuple[Mapping[str, tuple[Value, ...]], str]


def _told(entry: Entry, identities: Identities) -> _Told:
    values = {name: tuple(dict.fromkeys(of(entry, identities))) or (NONE,) for name, _, of in FACETS}
    return values, "\n".join(_texts(entry)).casefold()


def _told_before(snapshot: Snapshot) -> dict[int, _Told]:
    """What the catalogue before told of entries that are still the very same, where nothing was merged
    since."""
    before: Catalogue[Entry] | None = snapshot.before.get("claims")
    identities = snapshot.identities
    if before is None or snapshot.before.get("claims of") != (identities.names, identities.canonical):
        return {}
    rows = zip(before.values, before.texts, strict=True)
    return {id(entry): row for entry, row in zip(before.items, rows, strict=True)}


def _texts(entry: Entry) -> Iterator[str]:
    for quote in entry.body["evidence"]:
        yield quote["text"]
    for items in entry.body.values():
        if isinstance(items, list):
            yield from (item["name"] for item in items if isinstance(item, dict) and "name" in item)
