"""Claims and documents as tracing and gathering see them: keys to compare, spans to point at, nothing else.

A key stands for an actor, item, place or source: its lexicon id where it has one, else its folded name after
`~`, so that the same unknown name in two documents is the same key and never an entity's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reportedly.claims import ROLES
from reportedly.scoring.names import folded

UNRESOLVED = "~"
DESCRIBED = "~~"
"""Begins the key of an actor that is described, not named ("either side", "the rebels"): it says who is meant
only inside its own document."""

_ACTORS = frozenset(
    ("supplier", "recipient", "holder", "user", "producer", "authority", "subject", "target", "intermediary")
)


@dataclass(frozen=True, slots=True)
class Thing:
    """What fills a role. `low` and `high` are the bounds of its quantity, as said."""

    key: str
    name: str
    low: int | None = None
    high: int | None = None

    @property
    def counted(self) -> bool:
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Link:
    """One source of a chain: `words` introduce it in the document (`start:end` is its mention)."""

    key: str
    name: str
    role: str
    start: int
    end: int
    words: str = ""

    @property
    def resolved(self) -> bool:
        return not self.key.startswith(UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Report:
    """A document: `publisher` is the key of who published it, its own digest where nobody is named.

    `families` name the groups of documents whose text it shares, or whose story it tells in other words or
    another language; documents with one of them in common passed one text on, whichever way. `mentions` are
    the outlets that its text names, whether or not a claim credits them.
    """

    digest: str
    file: str
    publisher: str
    publisher_name: str = ""
    published: str | None = None
    language: str | None = None
    families: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    title: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim: who says in which document that what happened."""

    id: str
    document: str
    kind: str
    denied: bool
    certainty: str
    stage: str
    means: str
    start: str | None
    end: str | None
    roles: Mapping[str, tuple[Thing, ...]]
    chain: tuple[Link, ...]
    evidence: tuple[tuple[int, int], ...]
    body: Mapping[str, Any] = field(compare=False, repr=False, default_factory=dict)

    def keys(self, role: str) -> frozenset[str]:
        """The keys of what fills `role` by name."""
        return frozenset(t.key for t in self.roles.get(role, ()) if not t.key.startswith(DESCRIBED))

    @property
    def position(self) -> int:
        """Where its first evidence begins."""
        return self.evidence[0][0] if self.evidence else 0


def key_of(identifier: str | None, name: str) -> str:
    """The key of a mention with this id, or without one."""
    return identifier or UNRESOLVED + folded(name)


def statement(body: Mapping[str, Any], *, id_: str, document: str) -> Statement:
    """A claim in codebook form, as a statement."""
    when = body.get("when") or {}
    return Statement(
        id=id_,
        document=document,
        kind=body["kind"],
        denied=body["polarity"] == "denied",
        certainty=body["certainty"],
        stage=body.get("stage", "unspecified"),
        means=body.get("means", "unspecified"),
        start=when.get("start"),
        end=when.get("end"),
        roles={role: tuple(_thing(item, role) for item in body[role]) for role in ROLES if body.get(role)},
        chain=tuple(map(_link, body["attribution"])),
        evidence=tuple((quote["start"], quote["end"]) for quote in body["evidence"]),
        body=body,
    )


def _thing(item: Mapping[str, Any], role: str) -> Thing:
    quantity, name = item.get("quantity") or {}, item["name"]
    key = key_of(item.get("id"), name)
    if role in _ACTORS and key.startswith(UNRESOLVED) and name.islower():
        key = UNRESOLVED + key
    return Thing(key, name, quantity.get("min"), quantity.get("max"))


def _link(item: Mapping[str, Any]) -> Link:
    return Link(
        key_of(item.get("id"), item["name"]),
        item["name"],
        item["role"],
        item.get("start", 0),
        item.get("end", 0),
        item.get("cue") or "",
    )
