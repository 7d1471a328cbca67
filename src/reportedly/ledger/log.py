"""The append-only log: what was done to the ledger, each entry a leaf of a Merkle tree (RFC 6962).

The leaf covers the sequence, kind, time and the SHA-256 of the payload, not the payload itself: a payload
that must be removed for legal or safety reasons leaves the tree, and every head handed out, intact.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
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


def append(
    connection: Connection, kind: str, payload: dict[str, Any], *, at: str, document: str | None = None
) -> Head:
    """Adds an entry in the writer's transaction; returns the new head."""
    before = size(connection)
    sequence = before + 1
    text = canonical(payload)
    digest = hashlib.sha256(text.encode()).hexdigest()
    leaf = merkle.leaf_hash(entry_bytes(sequence, kind, at, digest))
    old_peaks = merkle.peaks(before)
    known = _subtrees(connection, old_peaks)
    previous = merkle.root([known[p] for p in old_peaks])
    # The subtrees a new leaf merges with are always among the old peaks.
    known[sequence] = merkle.subtree(leaf, sequence, known)
    root = merkle.root([known[p] for p in merkle.peaks(sequence)])
    connection.execute(
        insert(log),
        {
            "sequence": sequence,
            "kind": kind,
            "at": at,
            "document": document,
            "payload": text,
            "payload_sha256": digest,
            "leaf": leaf,
            "subtree": known[sequence],
            "previous_head": previous,
            "head": root,
        },
    )
    return Head(sequence, root)


def _subtrees(connection: Connection, positions: list[int]) -> dict[int, str]:
    if not positions:
        return {}
    rows = connection.execute(select(log.c.sequence, log.c.subtree).where(log.c.sequence.in_(positions)))
    return {row.sequence: row.subtree for row in rows}
