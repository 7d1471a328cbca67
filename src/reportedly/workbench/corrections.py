"""What a reviewer corrected, laid over a claim; the claim itself stays as it was extracted."""

from __future__ import annotations

from typing import Any

from reportedly.claims import ROLES
from reportedly.ledger.decisions import Decision

FIELDS = ("kind", "polarity", "certainty", "stage", "means", "when", "attribution", *ROLES)


def corrected(body: dict[str, Any], decision: Decision | None) -> dict[str, Any]:
    """`body` with the fields that the standing decision corrects. A role corrected to nothing is left out."""
    if decision is None or decision.verdict != "correct":
        return body
    fields: dict[str, Any] = decision.content.get("fields", {})
    out = {**body, **{name: value for name, value in fields.items() if name in FIELDS}}
    return {name: value for name, value in out.items() if name not in ROLES or value}


def changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The fields of `after` that differ from `before`, an emptied role as an empty list."""
    found = {}
    for name in FIELDS:
        old, new = before.get(name), after.get(name)
        if name in ROLES or name == "attribution":
            old, new = old or [], new or []
        if old != new and not (old is None and new == "unspecified"):
            found[name] = new
    return found
