"""Cargoes told in two sentences: what was seized, and then where "the arms" came from or went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.gather.facts import fact_of
from reportedly.gather.materiel import Tree
from reportedly.trace.statements import Statement

WEIGHT = 6.0
"""What such a pair weighs: as much as parties, materiel and time together."""
_NEAR = 600
"""Characters between the beginnings of the two sentences."""


def continued(statements: Iterable[Statement], tree: Tree) -> Iterator[tuple[str, str]]:
    """Names of facts that are one cargo: a seizure, and the next transfer of the same report where that has
    no date and number of its own, names the items only as what was seized is, and contradicts nothing."""
    by_document: dict[str, list[Statement]] = {}
    for s in statements:
        if s.kind == "transfer" and not s.denied:
            by_document.setdefault(s.document, []).append(s)
    for told in by_document.values():
        seized: Statement | None = None
        for s in sorted(told, key=lambda s: (s.position, s.id)):
            if seized is not None and _goes_on(seized, s, tree):
                yield fact_of(seized).name, fact_of(s).name
            elif s.stage == "seized":
                seized = s
            else:
                seized = None


def _goes_on(seized: Statement, s: Statement, tree: Tree) -> bool:
    if s.start is not None or s.end is not None or s.position - seized.position > _NEAR:
        return False
    items, others = s.roles.get("materiel", ()), seized.roles.get("materiel", ())
    if not items or _contradicts(seized, s):
        return False
    if any(item.counted for item in items):
        # "A boat with arms was stopped. On board were 1,500 rifles": the list of what was told in a word.
        return s.stage == "seized" and all(tree.is_vague(o.key) and not o.counted for o in others)
    return all(
        tree.is_vague(item.key) or any(tree.likeness(item.key, o.key) in ("same", "kind") for o in others)
        for item in items
    )


def _contradicts(seized: Statement, s: Statement) -> bool:
    roles = ("supplier", "recipient", "carrier")
    return any(seized.keys(role) and s.keys(role) - seized.keys(role) for role in roles)
