"""Statements and reports in short: who says in which document that what happened."""

from __future__ import annotations

from itertools import count
from typing import Any

from reportedly.trace.statements import Report, Statement, key_of, statement

_numbers = count()

ROLES = ("supplier", "recipient", "user", "holder", "producer", "authority", "subject", "target", "carrier",
         "origin", "destination", "intermediary", "place")  # fmt: skip
IDS = {
    "Iran": "state/ir",
    "Russia": "state/ru",
    "Syria": "state/sy",
    "Turkey": "state/tr",
    "Hezbollah": "actor/hezbollah",
    "Houthis": "actor/houthis",
    "Hamas": "actor/hamas",
    "Kornet": "materiel/kornet",
    "anti-tank missiles": "materiel/anti-tank-missiles",
    "weapons": "materiel/weapons",
    "S-300": "materiel/s-300",
    "The Daily Beast": "outlet/the-daily-beast",
    "Reuters": "outlet/reuters",
}


def claim(
    document: str,
    kind: str = "transfer",
    *,
    by: str = "",
    materiel: str = "",
    quantity: int | None = None,
    when: str = "",
    denied: bool = False,
    stage: str = "delivered",
    at: int = 0,
    certainty: str = "asserted",
    means: str = "unspecified",
    words: str = "words",
    **roles: str,
) -> Statement:
    """A claim. `by` is the chain, nearest the fact first: "speaker:an officer > outlet:Reuters"; `when` a
    date or start..end; lists in a role are parted by semicolons; `at` is where its evidence begins."""
    start, dots, end = when.partition("..")
    body: dict[str, Any] = {
        "kind": kind,
        "polarity": "denied" if denied else "affirmed",
        "certainty": certainty,
        "stage": stage,
        "means": means,
        "when": {"start": start or None, "end": (end if dots else start) or None},
        "attribution": [_link(link) for link in by.split(" > ") if link],
        "evidence": [{"start": at, "end": at + 10, "text": words}],
    }
    for role, names in roles.items():
        body[role] = [{"name": n, "id": IDS.get(n)} for n in names.split("; ")]
    if materiel:
        number = None if quantity is None else {"min": quantity, "max": quantity}
        body["materiel"] = [{"name": n, "id": IDS.get(n), "quantity": number} for n in materiel.split("; ")]
    return statement(body, id_=f"{next(_numbers):04d}", document=document)


def _link(written: str) -> dict[str, Any]:
    role, _, name = written.partition(":")
    name, _, cue = name.partition(" / ")
    return {"name": name, "id": IDS.get(name), "role": role, "start": 0, "end": 1, "cue": cue or None}


def report(digest: str, publisher: str = "", published: str | None = None, **more: Any) -> Report:
    """A document, whose digest is its name here."""
    key = key_of(IDS.get(publisher), publisher) if publisher else "~" + digest
    return Report(digest, f"{digest}.txt", key, publisher, published, **more)
