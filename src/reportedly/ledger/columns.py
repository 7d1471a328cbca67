"""A claim as a row: who, whom, what, when, who says so, and the words."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportedly.claims import ROLES

WHO = ("supplier", "holder", "user", "producer", "authority")
WHOM = ("recipient", "target", "subject")


class Row(NamedTuple):
    """The cells of a claim for people."""

    kind: str
    who: str
    whom: str
    what: str
    when: str
    said_by: str
    quote: str


def row_of(body: dict[str, Any]) -> Row:
    """The row of a claim in codebook form."""
    return Row(
        kind=kind(body),
        who=names(body, *WHO),
        whom=names(body, *WHOM),
        what=", ".join(materiel(item) for item in body.get("materiel", ())),
        when=when(body["when"]),
        said_by=chain(body),
        quote=" […] ".join(quote["text"] for quote in body["evidence"]),
    )


def kind(body: dict[str, Any]) -> str:
    """The kind with whatever makes the claim less than a plain assertion: "transfer, denied, possible"."""
    marks = [body["polarity"]] if body["polarity"] != "affirmed" else []
    marks += [body["certainty"]] if body["certainty"] != "asserted" else []
    marks += [body[key] for key in ("stage", "means") if body.get(key, "unspecified") != "unspecified"]
    return ", ".join([body["kind"], *marks])


def names(body: dict[str, Any], *roles: str) -> str:
    return ", ".join(item["name"] for role in roles for item in body.get(role, ()))


def materiel(item: dict[str, Any]) -> str:
    """ "24 × Kornet"; bounds as said: "≥ 40", "≤ 400"."""
    amount = quantity(item.get("quantity"))
    return f"{amount} × {item['name']}" if amount else str(item["name"])


def quantity(value: dict[str, Any] | None) -> str:
    if not value:
        return ""
    low, high = value["min"], value["max"]
    if low is None and high is None:
        return str(value.get("as_written") or "")
    if low == high:
        return str(low)
    if high is None:
        return f"≥ {low}"
    return f"≤ {high}" if low is None else f"{low} to {high}"


def when(value: dict[str, str | None]) -> str:
    start, end = value["start"], value["end"]
    if start == end:
        return start or ""
    return f"{start or ''}…{end or ''}"


def chain(body: dict[str, Any]) -> str:
    """The sources, nearest the fact first: "commanders < The Daily Beast"."""
    return " < ".join(source["name"] for source in body["attribution"])


def further(body: dict[str, Any]) -> list[tuple[str, str]]:
    """Every role that is filled, in the codebook's order."""
    return [(role, names(body, role)) for role in ROLES if role in body and role != "materiel"]
