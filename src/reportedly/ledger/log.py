"""The append-only log: what was done to the ledger, each entry a leaf of a Merkle tree (RFC 6962).

The leaf covers the sequence, kind, time and the SHA-256 of the payload, not the payload itself: a payload
that must be removed for legal or safety reasons leaves the tree, and every head handed out, intact.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select

from reportedly.ledger import merkle
from reportedly.ledger.schema import log


@dataclass(frozen=True, slots=True)
class Head:
    """The tree's head: its number of entries and root (hex)."""

    size: int
    root: str


def canonical(value: Any) -> str:
    """JSON that is the same for the same value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def entry_bytes(sequence: int, kind: str, at: str, payload_sha256: str) -> bytes:
    """What a leaf is the hash of."""
    entry = {"sequence": sequence, "kind": kind, "at": at, "payload_sha256": payload_sha256}
    return canonical(entry).encode()


def size(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(log.c.sequence), 0))).scalar_one())


def head(connection: Connection, at_size: int | None = None) -> Head:
    """The head now, or as it was at `at_size` entries."""
    entries = size(connection) if at_size is None else at_size
    positions = merkle.peaks(entries)
    known = _subtrees(connection, positions)
    return Head(entries, merkle.root([known[p] for p in positions]))


_LAST = select(log.c.sequence, log.c.head).order_by(log.c.sequence.desc()).limit(1)
_APPEND = insert(log)


@dataclass(slots=True)
class Tail:
    """What a writer remembers of the log's end between entries: the head, and the subtrees that make it up.
    It counts only while the log still ends so; another writer may have added to it, and a transaction may
    have been undone."""

    head: Head = Head(0, merkle.EMPTY)
    peaks: dict[int, str] = field(default_factory=dict)

    def refresh(self, connection: Connection) -> None:
        last = connection.execute(_LAST).one_or_none()
        now = Head(0, merkle.EMPTY) if last is None else Head(last.sequence, last.head)
        if now != self.head:
            self.head, self.peaks = now, _subtrees(connection, merkle.peaks(now.size))


def append(
    connection: Connection,
    tail: Tail,
    kind: str,
    payload: dict[str, Any],
    *,
    at: str,
    document: str | None = None,
) -> Head:
    """Adds an entry in the writer's transaction; returns the new head."""
    tail.refresh(connection)
    sequence, previous = tail.head.size + 1, tail.head.root
    text = canonical(payload)
    digest = hashlib.sha256(text.encode()).hexdigest()
    leaf = merkle.leaf_hash(entry_bytes(sequence, kind, at, digest))
    # The subtrees a new leaf merges with are always among the old peaks.
    subtree = merkle.subtree(leaf, sequence, tail.peaks)
    known = {**tail.peaks, sequence: subtree}
    peaks = {position: known[position] for position in merkle.peaks(sequence)}
    root = merkle.root(list(peaks.values()))
    row = {
        "sequence": sequence,
        "kind": kind,
        "at": at,
        "document": document,
        "payload": text,
        "payload_sha256": digest,
        "leaf": leaf,
        "subtree": subtree,
        "previous_head": previous,
        "head": root,
    }
    connection.execute(_APPEND, row)
    tail.head, tail.peaks = Head(sequence, root), peaks
    return tail.head


def _subtrees(connection: Connection, positions: list[int]) -> dict[int, str]:
    if not positions:
        return {}
    rows = connection.execute(select(log.c.sequence, log.c.subtree).where(log.c.sequence.in_(positions)))
    return {row.sequence: row.subtree for row in rows}
