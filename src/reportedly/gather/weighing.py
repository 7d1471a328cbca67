"""Whether two facts may be one: weights for what agrees, refusal where two precise facts differ."""

from __future__ import annotations

from reportedly.gather.calendar import NEAR_DAYS, gap, span
from reportedly.gather.facts import PLACE_ROLES, Fact
from reportedly.gather.materiel import Tree

THRESHOLD = 3.0
"""The weight from which on two facts count as one."""

_PARTIES = {
    "transfer": ("supplier", "recipient"),
    "support": ("supplier", "recipient"),
    "possession": ("holder",),
    "use": ("user", "target"),
    "production": ("producer",),
    "designation": ("authority", "subject"),
}
_NEEDED = {
    "production": ("producer",),
    "designation": ("subject", "authority"),
    "possession": ("holder",),
    "use": ("user",),
}
_PHASES = {
    "requested": "asked",
    "offered": "asked",
    "agreed": "agreed",
    "halted": "halted",
    "seized": "seized",
}
_APART = frozenset({"asked", "halted"})
"""Phases that are facts of their own: what was asked for or stopped is not what was delivered."""
_MATERIEL = {"same": 2.0, "kind": 1.5, "vague": 0.25, "unknown": -0.5, "other": -1.0}
_LARGE = 13
_FAR = 1.5
_MONTH = 7
_VESSELS = frozenset({"~dhow", "~ship", "~vessel", "~boat", "~truck", "~plane", "~aircraft", "~freighter"})


def weigh(one: Fact, other: Fact, tree: Tree) -> float | None:
    """How much speaks for one fact, or None where they cannot be one."""
    if one.kind != other.kind or one.denied != other.denied:
        return None
    total = 0.0
    for part in (_phase, _parties, _time, _items):
        weight = part(one, other, tree)
        if weight is None:
            return None
        total += weight
    return total + _places(one, other) + _means(one, other) + _carrier(one, other) + _telling(one, other)


def _parties(one: Fact, other: Fact, tree: Tree) -> float | None:
    total = 0.0
    for role in _PARTIES[one.kind]:
        weight = _party(one.keys(role), other.keys(role), tree)
        if weight is None or (not weight and role in _NEEDED.get(one.kind, ())):
            return None
        total += weight
    ones, others = one.keys("intermediary"), other.keys("intermediary")
    if ones and others:
        total += 1.0 if ones & others else -1.5
    for state, place in (("supplier", "origin"), ("recipient", "destination")):
        if one.keys(state) & other.keys(place) or other.keys(state) & one.keys(place):
            total += 1.0
    return total


def _party(ones: frozenset[str], others: frozenset[str], tree: Tree) -> float | None:
    if not ones or not others:
        return 0.0
    if ones & others:
        return 2.0 * len(ones & others) / len(ones | others)
    related = any(b in tree.above(a) or a in tree.above(b) for a in ones for b in others)
    return 1.0 if related else None


def _time(one: Fact, other: Fact, _tree: Tree) -> float | None:
    first, second = span(one.start, one.end), span(other.start, other.end)
    if first is None or second is None:
        return -0.75 if one.kind == "designation" and first is not second else 0.0
    days = gap(first, second)
    if first.open or second.open:
        return None if days > 0 else 0.0
    if days <= 0:
        return 2.0 if min(first.exactness, second.exactness) >= _MONTH else 1.0
    return -0.5 if days <= NEAR_DAYS else None


def _items(one: Fact, other: Fact, tree: Tree) -> float | None:
    ones, others = one.roles.get("materiel", ()), other.roles.get("materiel", ())
    best = tree.best(ones, others)
    if best is None:
        return 0.0
    large = {f for f in one.figures & other.figures if f >= _LARGE}
    if best == "other" and not large:
        return None
    if best in ("other", "unknown", "vague") and one.kind in ("production", "possession"):
        return None
    total = _MATERIEL[best]
    total += min(2.0 * len(large), 4.0)
    if not large:
        total -= 2.0 * _differ(one, other)
    return total


def _differ(one: Fact, other: Fact) -> bool:
    """Whether the same item is counted, on both sides, with numbers that are far apart."""
    for thing in one.roles.get("materiel", ()):
        for twin in other.roles.get("materiel", ()):
            if thing.key == twin.key and thing.low and twin.low:
                low, high = sorted((thing.low, twin.low))
                if high > _FAR * low:
                    return True
    return False


def _places(one: Fact, other: Fact) -> float:
    total = 0.0
    for role in PLACE_ROLES:
        ones, others = one.keys(role), other.keys(role)
        if ones and others:
            total += 1.0 if ones & others else -0.5
    return total


def _phase(one: Fact, other: Fact, _tree: Tree) -> float | None:
    phase, twin = _PHASES.get(one.stage, "going"), _PHASES.get(other.stage, "going")
    if phase == twin:
        return 0.5
    apart = {phase, twin} & _APART and "seized" not in (phase, twin) and one.kind == "transfer"
    return None if apart else -1.5


def _means(one: Fact, other: Fact) -> float:
    total = 0.0
    if "unspecified" not in (one.means, other.means):
        total += 0.5 if one.means == other.means else -1.0
    return total


def _telling(one: Fact, other: Fact) -> float:
    """One happening and a standing practice are one fact only where the rest speaks for it."""
    if one.is_event == other.is_event or one.stage == other.stage == "seized":
        return 0.0
    return -1.25


def _carrier(one: Fact, other: Fact) -> float:
    ones, others = one.keys("carrier"), other.keys("carrier")
    if not ones or not others:
        return 0.0
    if ones & others:
        return 1.0 if ones & others <= _VESSELS else 3.0
    return 0.0 if ones & _VESSELS or others & _VESSELS else -2.0


def told_apart(one: Fact, other: Fact, tree: Tree) -> bool:
    """Whether a document that tells both means two facts. It does, unless they are told alike."""
    if one.kind != other.kind or one.denied != other.denied:
        return True
    if one.keys("carrier") & other.keys("carrier") - _VESSELS:
        return False
    if one.stage == other.stage == "seized":
        first, second = span(one.start, one.end), span(other.start, other.end)
        return first is not None and second is not None and gap(first, second) > 0
    same_day = (
        one.start is not None and (one.start, one.end) == (other.start, other.end) and len(one.start) > _MONTH
    )
    if same_day:
        return tree.best(one.roles.get("materiel", ()), other.roles.get("materiel", ())) == "other"
    alike = all(one.keys(role) == other.keys(role) for role in (*_PARTIES[one.kind], "intermediary"))
    return not alike or one.is_event != other.is_event
