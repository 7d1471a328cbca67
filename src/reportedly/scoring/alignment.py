"""Which said claim answers which gold claim, and whether it is right.

Claims of one document are paired one to one, the likeliest pair first. A pair is a hit where kind and
polarity agree and a right filler stands in two or more of gold's core roles (in the one, where there is one).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportedly.claims import CORE_ROLES, ROLES
from reportedly.scoring.names import Filler, gold_names, said_names

ClaimJson = dict[str, Any]
"""A claim in codebook form, as read from JSON."""

SCORED_ROLES: tuple[str, ...] = tuple(r for r in ROLES if r not in {"interceptor", "financier"})
"""The roles that count; who seized a cargo and who paid for it may be written, and are not scored."""


def fillers(claim: ClaimJson, role: str) -> list[Filler]:
    """The fillers of `role` (or the links of `attribution`) as a list, empty where absent or null."""
    value = claim.get(role) or []
    return value if isinstance(value, list) else [value]


def right(said: Sequence[Filler], gold: Sequence[Filler]) -> int:
    """How many of the said fillers match a gold filler, each gold filler at most once."""
    free = [gold_names(g) for g in gold]
    hits = 0
    for filler in said:
        names = said_names(filler)
        match = next((i for i, accepted in enumerate(free) if names & accepted), None)
        if match is not None:
            del free[match]
            hits += 1
    return hits


def polarity(claim: ClaimJson) -> object:
    """`affirmed` where a claim does not say."""
    return claim.get("polarity", "affirmed")


def overlap(said: ClaimJson, gold: ClaimJson) -> bool:
    """True where a stretch of evidence of one shares a character with one of the other."""
    return any(
        s["start"] < g["end"] and g["start"] < s["end"]
        for s in said.get("evidence") or []
        for g in gold.get("evidence") or []
    )


def likeness(said: ClaimJson, gold: ClaimJson) -> float:
    """How like two claims are, 0 where they differ in kind or share no core filler. Only orders pairs; it is
    no figure."""
    if said.get("kind") != gold["kind"]:
        return 0.0
    core = CORE_ROLES[gold["kind"]]
    hits = sum(right(fillers(said, r), fillers(gold, r)) for r in core)
    if not hits:
        return 0.0
    further = sum(right(fillers(said, r), fillers(gold, r)) for r in SCORED_ROLES if r not in core)
    source = right(fillers(said, "attribution"), fillers(gold, "attribution"))
    same = polarity(said) == polarity(gold)
    # Summed in this order so that floating-point ties fall the same way everywhere.
    return hits + 0.3 * source + 0.2 * same + 0.1 * further + (0.2 if overlap(said, gold) else 0)


def is_hit(said: ClaimJson, gold: ClaimJson) -> bool:
    """True where the said claim is the gold claim: kind, polarity and enough core roles."""
    if said.get("kind") != gold["kind"] or polarity(said) != polarity(gold):
        return False
    filled = [r for r in CORE_ROLES[gold["kind"]] if fillers(gold, r)]
    good = sum(1 for r in filled if right(fillers(said, r), fillers(gold, r)))
    return bool(filled) and good >= min(2, len(filled))


def align(said: Sequence[ClaimJson], gold: Sequence[ClaimJson]) -> list[tuple[int, int]]:
    """Pairs (index in `said`, index in `gold`), one to one, the likeliest first; ties go to the earlier gold
    claim, then said claim."""
    scored = ((likeness(s, g), i, j) for i, s in enumerate(said) for j, g in enumerate(gold))
    ranked = sorted((t for t in scored if t[0] > 0), key=lambda t: (-t[0], t[2], t[1]))
    used_said: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_said and j not in used_gold:
            used_said.add(i)
            used_gold.add(j)
            pairs.append((i, j))
    return pairs
