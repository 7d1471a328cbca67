"""Which entities are one, by the standing judgements of reviewers; nothing is merged without one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reportedly.claims import ROLES
from reportedly.ledger.decisions import Decision, standing


def key_of(filler: dict[str, Any]) -> str:
    """What a filler or source is known by: its id, or its name where the lexicon has none."""
    return str(filler.get("id") or f"name:{' '.join(str(filler['name']).casefold().split())}")


@dataclass(frozen=True, slots=True)
class Identities:
    """`canonical` maps each merged key to the one that stands for all; `names` are names that reviewers
    gave."""

    canonical: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    judged: dict[tuple[str, str], Decision] = field(default_factory=dict)
    notes: dict[str, list[Decision]] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Identities:
        pairs: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        named: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            if decision.subject == "pair":
                one, _, other = decision.target.partition("\n")
                pairs[(one, other)].append(decision)
            elif decision.subject == "entity":
                named[decision.target].append(decision)
        judged = {p: d for p, history in pairs.items() if (d := standing(history))}
        names = {
            key: d.content["name"] for key, h in named.items() if (d := standing(h)) and d.verdict == "rename"
        }
        positive = [p for p, d in judged.items() if d.verdict == "positive"]
        return cls(_joined(positive), names, judged, dict(named))

    def key(self, filler: dict[str, Any]) -> str:
        """The key of the entity a filler means, after merging."""
        own = key_of(filler)
        return self.canonical.get(own, own)

    def members(self, key: str) -> list[str]:
        return sorted({key, *(k for k, c in self.canonical.items() if c == key)})


def merged(body: dict[str, Any], identities: Identities) -> dict[str, Any]:
    """`body` with what reviewers merged under one id and name."""
    if not identities.canonical and not identities.names:
        return body
    out = dict(body)
    for role in (*ROLES, "attribution"):
        if role in body:
            out[role] = [_merged(item, identities) for item in body[role]]
    return out


def _merged(item: dict[str, Any], identities: Identities) -> dict[str, Any]:
    own = key_of(item)
    key = identities.canonical.get(own, own)
    name = identities.names.get(key)
    if key == own:
        return item if name is None else {**item, "name": name}
    is_name = key.startswith("name:")
    return {**item, "id": None if is_name else key, "name": name or key.removeprefix("name:")}


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each key to the one of its group that stands first: ids of the lexicon before names."""
    group: dict[str, set[str]] = {}
    for one, other in pairs:
        together = group.get(one, {one}) | group.get(other, {other})
        for key in together:
            group[key] = together
    return {key: min(keys, key=lambda k: (k.startswith("name:"), k)) for key, keys in group.items()}
