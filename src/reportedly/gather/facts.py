"""Facts: what statements say apart from who says it. A thousand copies of a claim are one fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportedly.trace.statements import DESCRIBED, Statement, Thing

_EVENT_DATE = 7
ACTOR_ROLES = ("supplier", "recipient", "holder", "user", "producer", "authority", "subject", "intermediary")
PLACE_ROLES = ("origin", "via", "destination", "place")


@dataclass(frozen=True)
class Fact:
    """The content of one or more statements. `name` is the same for the same content, whatever the order."""

    name: str
    kind: str
    denied: bool
    stage: str
    means: str
    start: str | None
    end: str | None
    roles: Mapping[str, tuple[Thing, ...]]

    def keys(self, role: str) -> frozenset[str]:
        return self._keys.get(role, frozenset())

    @cached_property
    def _keys(self) -> dict[str, frozenset[str]]:
        return {
            role: frozenset(t.key for t in things if not t.key.startswith(DESCRIBED))
            for role, things in self.roles.items()
        }

    @cached_property
    def is_event(self) -> bool:
        """Whether it is told as one happening: dated to the month or closer, or with a carrier or a route."""
        dated = self.end is not None and len(self.start or "") >= _EVENT_DATE
        return dated or any(self.keys(role) for role in ("carrier", "via", "destination"))

    @cached_property
    def figures(self) -> frozenset[int]:
        """The numbers of its items."""
        return frozenset(
            value
            for thing in self.roles.get("materiel", ())
            for value in (thing.low, thing.high)
            if value is not None
        )


def fact_of(s: Statement) -> Fact:
    """What a statement says."""
    content = [
        s.kind,
        "denied" if s.denied else "affirmed",
        s.stage,
        s.means,
        f"{s.start or ''}..{s.end or ''}",
        *(f"{role}={_worded(things)}" for role, things in sorted(s.roles.items())),
    ]
    return Fact("|".join(content), s.kind, s.denied, s.stage, s.means, s.start, s.end, s.roles)


def _worded(things: Iterable[Thing]) -> str:
    return ";".join(
        sorted(f"{t.key}{{{t.low if t.counted else ''},{t.high if t.counted else ''}}}" for t in things)
    )


def facts_of(statements: Iterable[Statement]) -> dict[str, tuple[Fact, list[Statement]]]:
    """The facts by name, each with its statements."""
    found: dict[str, tuple[Fact, list[Statement]]] = {}
    for s in statements:
        fact = fact_of(s)
        found.setdefault(fact.name, (fact, []))[1].append(s)
    return found
