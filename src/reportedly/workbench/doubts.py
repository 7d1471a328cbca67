"""Why a claim deserves a second look, in words, with a weight each: the order of the review queue."""

from __future__ import annotations

from typing import Any

from reportedly.claims import CORE_ROLES, ROLES
from reportedly.ledger import StoredDocument


def doubts_of(body: dict[str, Any], document: StoredDocument, opposed: bool) -> tuple[tuple[int, str], ...]:
    """The doubts about a claim, heaviest first. None means only that nothing speaks of itself for a
    mistake."""
    fillers = [(role, f) for role in ROLES for f in body.get(role, ())]
    found = [(4, f"“{f['name']}” was read through a misspelling") for _, f in fillers if f.get("repaired")]
    if opposed:
        found.append((4, "the same is affirmed by one source and denied by another"))
    missing = [role for role in CORE_ROLES[body["kind"]] if role not in body]
    found += [(2, f"no {role} found") for role in missing]
    found += [
        (2, f"{role} “{f['name']}” is in no lexicon")
        for role, f in fillers
        if not f.get("id") and role != "materiel"
    ]
    found += [
        (1, f"“{f['name']}” stands for a pronoun or description") for _, f in fillers if f.get("antecedent")
    ]
    if body["certainty"] != "asserted":
        found.append((1, f"hedged: {body['certainty']}"))
    if document.warnings:
        found.append((1, "the text of its document has warnings"))
    return tuple(sorted(found, key=lambda d: -d[0]))
