"""Why a claim deserves a second look, in words, with a weight each: the order of the review queue."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportedly.claims import CORE_ROLES, ROLES
from reportedly.ledger import StoredDocument
from reportedly.lexicon.folding import fold
from reportedly.lexicon.store import load


def doubts_of(body: dict[str, Any], document: StoredDocument, opposed: bool) -> tuple[tuple[int, str], ...]:
    """The doubts about a claim, heaviest first. None means only that nothing speaks of itself for a
    mistake."""
    fillers = [(role, f) for role in ROLES for f in body.get(role, ())]
    found = [(4, f"“{f['name']}” was read through a misspelling") for _, f in fillers if f.get("repaired")]
    if opposed:
        found.append((4, "the same is affirmed by one source and denied by another"))
    missing = [role for role in CORE_ROLES[body["kind"]] if role not in body]
    found += [(2, f"no {role} found") for role in missing]
    found += _unknown(fillers)
    weak = [f["name"] for _, f in fillers if f.get("id") and _weak(f["id"], f["mention"])]
    if weak:
        found.append((2, f"only a weak name stands for {_quoted(weak)}"))
    stood_for = [f["name"] for _, f in fillers if f.get("antecedent")]
    if stood_for:
        found.append((1, f"a pronoun or description stands for {_quoted(stood_for)}"))
    if body["certainty"] != "asserted":
        found.append((1, f"hedged: {body['certainty']}"))
    if document.warnings:
        found.append((1, "the text of its document has warnings"))
    return tuple(sorted(found, key=lambda d: -d[0]))


def _unknown(fillers: list[tuple[str, dict[str, Any]]]) -> list[tuple[int, str]]:
    """Parties that no lexicon holds; things are more often told by words of their own."""
    named = [(role, f["name"]) for role, f in fillers if not f.get("id") and role != "materiel"]
    return [(2, f"{role} “{name}” is in no lexicon") for role, name in named]


@lru_cache(maxsize=20_000)
def _weak(entity: str, mention: str) -> bool:
    """Whether the words are names of the entity that need company, and no others are."""
    lexicon, words = load(), fold(mention).strip()
    names = [name for name in lexicon.names_of(entity) if fold(name.text).strip() == words]
    return bool(names) and all(name.weak for name in names)


def _quoted(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in dict.fromkeys(names))
