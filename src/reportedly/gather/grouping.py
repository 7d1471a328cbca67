"""Facts into groups of one fact each: the same groups from the same facts, in whatever order they came.

Facts are joined from the best-fitting pair down. Groups are kept apart where a document tells a fact of each
as two, and where precise facts of theirs do not fit: so a vague claim joins one precise allegation and never
makes two of them one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.gather.blocking import pairs
from reportedly.gather.cargo import WEIGHT, continued
from reportedly.gather.facts import Fact
from reportedly.gather.materiel import Tree
from reportedly.gather.weighing import THRESHOLD, told_apart, weigh
from reportedly.trace.disjoint import DisjointSets
from reportedly.trace.statements import Statement

_COMPARED = 40
"""Members of a group that are compared before two groups are joined."""


def group(facts: Mapping[str, tuple[Fact, Sequence[Statement]]], tree: Tree) -> list[list[str]]:
    """Names of facts that are one, each list sorted, the lists in order of their first."""
    bare = {name: fact for name, (fact, _) in facts.items()}
    apart = _apart(facts, tree)
    edges = []
    for one, other in pairs(bare.values(), tree):
        weight = weigh(one, other, tree)
        if weight is not None and weight >= THRESHOLD:
            first, second = sorted((one.name, other.name))
            edges.append((-weight, first, second))
    every = (s for _, statements in facts.values() for s in statements)
    for pair in continued(every, tree):
        first, second = sorted(pair)
        if first != second:
            edges.append((-WEIGHT, first, second))
            apart.get(first, set()).discard(second)
            apart.get(second, set()).discard(first)
    return _join(bare, sorted(edges), apart, tree)


def _apart(facts: Mapping[str, tuple[Fact, Sequence[Statement]]], tree: Tree) -> dict[str, set[str]]:
    """Facts that one document tells as two."""
    told: dict[tuple[str, str], set[str]] = {}
    for name, (fact, statements) in facts.items():
        for s in statements:
            told.setdefault((s.document, fact.kind), set()).add(name)
    apart: dict[str, set[str]] = {}
    for names in {frozenset(names) for names in told.values() if len(names) > 1}:
        ordered = sorted(names)
        for i, one in enumerate(ordered):
            for other in ordered[i + 1 :]:
                if told_apart(facts[one][0], facts[other][0], tree):
                    apart.setdefault(one, set()).add(other)
                    apart.setdefault(other, set()).add(one)
    return apart


def _join(
    facts: Mapping[str, Fact],
    edges: Iterable[tuple[float, str, str]],
    apart: Mapping[str, set[str]],
    tree: Tree,
) -> list[list[str]]:
    sets = DisjointSets()
    members = {name: [name] for name in facts}
    for _, one, other in edges:
        first, second = sets.find(one), sets.find(other)
        if first == second or not _fit(members[first], members[second], facts, apart, tree):
            continue
        sets.join(first, second)
        joined = sorted(members.pop(first) + members.pop(second))
        members[sets.find(first)] = joined
    return sorted(members.values())


def _fit(
    ones: Sequence[str],
    others: Sequence[str],
    facts: Mapping[str, Fact],
    apart: Mapping[str, set[str]],
    tree: Tree,
) -> bool:
    short, long = (ones, others) if len(ones) <= len(others) else (others, ones)
    held = set(long)
    if any(not held.isdisjoint(apart.get(name, ())) for name in short):
        return False
    for one in short[:_COMPARED]:
        for other in long[:_COMPARED]:
            weight = weigh(facts[one], facts[other], tree)
            if weight is None:
                return False
            if weight < THRESHOLD and _precise(facts[one]) and _precise(facts[other]):
                return False
    return True


def _precise(fact: Fact) -> bool:
    return fact.is_event or bool(fact.figures)
