"""Frames: what a predicate asserts and which grammatical function fills which role, the same for every
language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import orjson

from reportedly.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry of `frames.yml`. The maps go from a grammatical function to a role of the claim, one map a
    sort of filler."""

    name: str
    kind: str
    actor: Mapping[str, str]
    materiel: Mapping[str, str]
    place: Mapping[str, str]
    carrier: Mapping[str, str] = field(default_factory=dict)
    target: Mapping[str, str] = field(default_factory=dict)
    state_as_place: Mapping[str, str] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    stage: str | None = None
    means: str | None = None
    implied_materiel: str | None = None


@cache
def load_frames() -> Mapping[str, Frame]:
    """All frames by name, inheritance resolved."""
    raw: dict[str, dict[str, Any]] = orjson.loads(
        resources.files("reportedly.languages").joinpath("data/frames.json").read_bytes()
    )
    return {name: _build(name, raw) for name in raw}


def _build(name: str, raw: Mapping[str, dict[str, Any]]) -> Frame:
    merged: dict[str, Any] = {}
    chain, at = [], name
    while at:
        if at not in raw:
            raise LexiconError(f"frames.yml: {name} inherits from unknown frame {at}")
        chain.append(raw[at])
        at = raw[at].get("inherits", "")
    for layer in reversed(chain):
        merged.update(layer)
    return Frame(
        name=name,
        kind=merged["kind"],
        actor=merged.get("actor", {}),
        materiel=merged.get("materiel", {}),
        place=merged.get("place", {}),
        carrier=merged.get("carrier", {}),
        target=merged.get("target", {}),
        state_as_place=merged.get("state_as_place", {}),
        requires=tuple(merged.get("requires", ())),
        stage=merged.get("stage"),
        means=merged.get("means"),
        implied_materiel=merged.get("implied_materiel"),
    )
