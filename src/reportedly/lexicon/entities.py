"""What the lexicon knows: entities with typed, dated, sourced names.

An entity's id is `actor/…`, `state/…`, `materiel/…`, `place/…` or `outlet/…`; it is stable across versions.
`state/…` is both an
actor (its government and armed forces named generically) and a place (its territory): the role tells which
is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

EntityKind = Literal["actor", "state", "materiel", "place", "outlet"]

ActorCategory = Literal[
    "state", "territory", "armed_force", "service", "armed_group", "alliance", "body", "company",
    "person", "people", "party", "programme",
]  # fmt: skip
"""`armed_force`: an army, navy, air force, guard; `service`: intelligence or police; `body`: an
international or monitoring body;
`people`: a population or community spoken of as a party (Kurds, Palestinians)."""

MaterielLevel = Literal["class", "family", "system", "variant", "munition"]

NameType = Literal[
    "name", "acronym", "demonym", "people", "capital", "government", "leader", "forces",
    "designation", "index", "nato_number", "nato_name", "local_name", "transliteration", "nickname", "domain",
]  # fmt: skip
"""Of states: `demonym` is the adjective (Russian), `people` the plural noun (Russians), `capital` the
capital used for the government
(Moscow), `government` a seat or style of government (Kremlin, Islamic Republic, Assad regime), `leader` a
ruler's bare name where it
stands for the state's action, `forces` its armed forces named generically (Russian army, Syrian Arab Army).
Of materiel: `index` is a GRAU or like index, `nato_number` SA-22, `nato_name` Greyhound, `local_name` a
user's own name."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entry of the lexicon. Fields that do not apply to its kind are empty."""

    id: str
    kind: EntityKind
    name: str
    """Canonical English name."""
    category: str = ""
    """ActorCategory of actors and states; MaterielLevel of materiel; feature of places; `newspaper`,
    `agency`, ... of outlets."""
    parents: tuple[str, ...] = ()
    """Materiel: the classes or families above it. Actors: what it is an organ or member of. Places: the
    state it lies in."""
    country: str | None = None
    """ISO 3166-1 alpha-2, lower case (`ru`), where one applies: seat, maker's or user's state, outlet's
    home."""
    unroca: str | None = None
    att: str | None = None
    sipri: str | None = None
    languages: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one entity. A weak name needs company: other words of the field near it must say that it
    is meant."""

    text: str
    entity: str
    type: str = "name"
    language: str | None = None
    weak: bool = False
    valid_from: str | None = None
    valid_to: str | None = None


class Match(NamedTuple):
    """Words of a text that are a name: `names` holds each entity that bears it (a NATO name can cover
    several systems)."""

    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def weak(self) -> bool:
        """True where no strong name has these words."""
        return all(n.weak for n in self.names)
