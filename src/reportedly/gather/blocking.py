"""Which facts are worth comparing: those that share a block. Work grows with blocks, not with all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from reportedly.gather.facts import Fact
from reportedly.gather.materiel import Tree

WINDOW = 200
"""Facts of a large block that each one is compared with, in the order of their dates."""

_LARGE = 13
_DAY = 10
_SINGLE = {"possession": "holder", "use": "user", "production": "producer", "designation": "subject"}

Key = tuple[str, ...]


def pairs(facts: Iterable[Fact], tree: Tree) -> Iterator[tuple[Fact, Fact]]:
    """Pairs to weigh, each once, in a stable order."""
    whole: dict[Key, list[Fact]] = {}
    partial: dict[Key, tuple[list[Fact], list[Fact]]] = {}
    for fact in sorted(facts, key=lambda f: (f.start or "", f.name)):
        for key in sorted(_keys(fact, tree)):
            whole.setdefault(key, []).append(fact)
        for key in sorted(_party_keys(fact, tree)):
            partial.setdefault(key, ([], []))[_is_partial(fact)].append(fact)
    seen: set[tuple[str, str]] = set()
    for key in sorted(whole):
        yield from _fresh(_near(whole[key]), seen)
    for key in sorted(partial):
        full, vague = partial[key]
        yield from _fresh(_near(vague), seen)
        yield from _fresh(product(vague[:WINDOW], full[:WINDOW]), seen)


def _near(block: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    if len(block) <= WINDOW:
        yield from combinations(block, 2)
        return
    for i, fact in enumerate(block):
        for other in block[i + 1 : i + 1 + WINDOW // 4]:
            yield fact, other


def _fresh(found: Iterable[tuple[Fact, Fact]], seen: set[tuple[str, str]]) -> Iterator[tuple[Fact, Fact]]:
    for one, other in found:
        name = (one.name, other.name) if one.name < other.name else (other.name, one.name)
        if name not in seen and one.name != other.name:
            seen.add(name)
            yield one, other


def _keys(fact: Fact, tree: Tree) -> set[Key]:
    """Blocks in which every fact is compared with every other."""
    base = (fact.kind, str(fact.denied))
    if fact.kind in _SINGLE:
        role = _SINGLE[fact.kind]
        return {(*base, role, key) for key in _wider(fact.keys(role), tree)}
    suppliers, recipients = (_wider(fact.keys(role), tree) for role in ("supplier", "recipient"))
    found: set[Key] = {(*base, "pair", s, r) for s in suppliers for r in recipients}
    found |= {(*base, "figure", str(f)) for f in fact.figures if f >= _LARGE}
    found |= {(*base, "carrier", key) for key in fact.keys("carrier")}
    found |= {(*base, "way", a, b) for a in fact.keys("origin") for b in fact.keys("destination")}
    if fact.stage == "seized" and fact.start is not None and len(fact.start) == _DAY:
        found.add((*base, "seized", fact.start))
    return found


def _party_keys(fact: Fact, tree: Tree) -> set[Key]:
    """Blocks in which facts that lack a party are compared with all that have the other one."""
    if fact.kind in _SINGLE:
        return set()
    base = (fact.kind, str(fact.denied))
    found: set[Key] = set()
    for role, place in (("supplier", "origin"), ("recipient", "destination")):
        keys = _wider(fact.keys(role), tree) | {k for k in fact.keys(place) if k.startswith("state/")}
        found |= {(*base, role, key) for key in keys}
    return found


def _is_partial(fact: Fact) -> bool:
    return not (fact.keys("supplier") and fact.keys("recipient"))


def _wider(keys: frozenset[str], tree: Tree) -> set[str]:
    return {above for key in keys for above in (key, *tree.above(key))}
