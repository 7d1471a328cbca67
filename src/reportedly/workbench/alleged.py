"""The allegations behind the pages: gathered from the claims as they stand, without those that were
rejected."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock, Thread
from typing import Any

from reportedly.gather.allegations import Allegation, Gathered, gather
from reportedly.gather.record import record
from reportedly.ledger import Ledger
from reportedly.ledger.columns import WHO, WHOM
from reportedly.ledger.gathering import reports
from reportedly.ledger.grading import all_grades, standing_of
from reportedly.ledger.tracing import trace
from reportedly.lexicon import Lexicon, load
from reportedly.trace.naming import Naming
from reportedly.trace.statements import Statement, statement
from reportedly.workbench.cataloguing import years_of
from reportedly.workbench.facets import NONE, Catalogue, Value
from reportedly.workbench.identities import Identities, merged
from reportedly.workbench.overlays import laid_over
from reportedly.workbench.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class Alleged:
    """One allegation: `row` is what scripts read, with the `credibility` that analysts gave."""

    allegation: Allegation
    row: dict[str, Any]

    @property
    def id(self) -> str:
        return self.allegation.id


@dataclass(frozen=True)
class View:
    """All allegations, most origins first."""

    gathered: Gathered
    catalogue: Catalogue[Alleged]
    by_id: dict[str, Alleged]
    of_claim: dict[str, str]
    """The allegation that a claim belongs to, as member or denial."""


PATIENCE = 0.6
"""Seconds that a page waits for a new view before it shows the one before."""

TITLES = {
    "who": "Who",
    "whom": "To or against",
    "class": "Class of materiel",
    "materiel": "Materiel",
    "year": "Alleged year",
    "origins": "Independent origins",
    "answer": "Denied or admitted",
    "credibility": "Credibility",
    "place": "Place",
    "language": "Language",
    "kind": "Kind",
}


class Views:
    """The newest view of a ledger's allegations. Gathering thousands takes seconds: it is done beside the
    pages,
    which meanwhile show the view before."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._turn = Lock()
        self._newest: View | None = None

    def wait(self, snapshot: Snapshot) -> View:
        """The view of this very snapshot."""
        with snapshot.lock:
            known: View | None = snapshot.caches.get("alleged")
            if known is None:
                with self._turn:
                    known = snapshot.caches["alleged"] = _gathered(self._ledger, snapshot)
                self._newest = known
            return known

    def allegation_of(self, claim: str) -> str | None:
        """The allegation that the newest view has a claim in, without waiting for a newer one."""
        return self._newest.of_claim.get(claim) if self._newest is not None else None

    def now(self, snapshot: Snapshot) -> tuple[View | None, bool]:
        """The view of this snapshot where it is ready in a moment (True), else the newest there is, if
        any."""
        known: View | None = snapshot.caches.get("alleged")
        if known is not None:
            return known, True
        gathering = snapshot.caches.get("gathering")
        if gathering is None:
            gathering = snapshot.caches["gathering"] = Thread(target=self.wait, args=(snapshot,), daemon=True)
            gathering.start()
        gathering.join(PATIENCE)
        known = snapshot.caches.get("alleged")
        return (known, True) if known is not None else (self._newest, False)


def _gathered(ledger: Ledger, snapshot: Snapshot) -> View:
    lexicon = load()
    trace(ledger, lexicon)
    statements = list(_statements(snapshot.entries, snapshot.identities))
    with ledger.reading() as connection:
        found = list(reports(connection, Naming(lexicon), statements))
    told = {s.document for s in statements}
    every = gather(statements, [r for r in found if r.digest in told], lexicon)
    grades = all_grades(ledger, "allegation")
    ordered = sorted(laid_over(every, snapshot), key=lambda a: (-len(a.origins), -len(a.statements), a.id))
    items = [Alleged(a, {**record(a, every), "credibility": standing_of(a, grades)}) for a in ordered]
    languages = {d.digest: d.language for d in snapshot.documents.values()}
    values = [_values(item, lexicon, languages) for item in items]
    catalogue = Catalogue(
        TITLES, items, values, [_text(i.row) for i in items], frozenset({"year", "origins"})
    )
    of_claim = {s.id: i.id for i in items for s in (*i.allegation.statements, *i.allegation.denials)}
    return View(every, catalogue, {i.id: i for i in items}, of_claim)


def _statements(entries: list[Entry], identities: Identities) -> list[Statement]:
    found = {
        e.id: statement(merged(e.body, identities), id_=e.id, document=e.claim.digest)
        for e in entries
        if e.state != "reject"
    }
    return list(found.values())


def _values(
    item: Alleged, lexicon: Lexicon, languages: dict[str, str | None]
) -> dict[str, tuple[Value, ...]]:
    row = item.row
    answers = [("denied", "denied")] if row["denied_by"] else []
    answers += [("admitted", "admitted by a party")] if row["admitted_by"] else []
    answers += [("corrected", "corrected")] if row["corrected_by"] else []
    told = dict.fromkeys(languages.get(s.document) for s in item.allegation.statements)
    number = row["independent_origins"]
    found: dict[str, list[Value]] = {
        "who": _named(row, *WHO),
        "whom": _named(row, *WHOM),
        "materiel": _named(row, "materiel"),
        "class": _classes(row, lexicon),
        "year": years_of(row["when"]),
        "origins": [("4", "4 or more")] if number > 3 else [(str(number), str(number))],
        "answer": answers,
        "credibility": [(row["credibility"], row["credibility"])],
        "place": _named(row, "origin", "via", "destination", "place"),
        "language": [(language, language) for language in told if language],
        "kind": [(row["kind"], row["kind"])],
    }
    return {name: tuple(dict.fromkeys(found[name])) or (NONE,) for name in TITLES}


def _named(row: dict[str, Any], *roles: str) -> list[Value]:
    things = [thing for role in roles for thing in row.get(role, ())]
    return [(t["id"] or f"name:{t['name'].casefold()}", t["name"]) for t in things]


def _classes(row: dict[str, Any], lexicon: Lexicon) -> list[Value]:
    found: list[Value] = []
    for thing in row.get("materiel", ()):
        above = [thing["id"], *lexicon.ancestors(thing["id"])] if thing["id"] else []
        entities = [lexicon.entities[key] for key in above if key in lexicon.entities]
        found += [(e.id, e.name) for e in entities if e.category == "class" and e.parents]
    return found


def _text(row: dict[str, Any]) -> str:
    names = [
        t["name"]
        for value in row.values()
        if isinstance(value, list)
        for t in value
        if isinstance(t, dict) and "name" in t
    ]
    return "\n".join([row["id"], *names]).casefold()
