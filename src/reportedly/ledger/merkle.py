"""The Merkle tree of RFC 6962 over the ledger's log, grown one leaf at a time.

Each entry keeps the hash of the largest perfect subtree that its leaf completes. The root of any size n is
then made of popcount(n) of those hashes, so appending and asking for an older head both cost O(log n)
look-ups. Sizes and positions count from one: position n is the n-th leaf.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

EMPTY = hashlib.sha256(b"").hexdigest()
"""The root of the empty tree."""


def leaf_hash(entry: bytes) -> str:
    return hashlib.sha256(b"\x00" + entry).hexdigest()


def node_hash(left: str, right: str) -> str:
    return hashlib.sha256(b"\x01" + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


def peaks(size: int) -> list[int]:
    """Positions whose subtrees, left to right, make up a tree of `size` leaves."""
    positions, total = [], 0
    for bit in range(size.bit_length() - 1, -1, -1):
        if size >> bit & 1:
            total += 1 << bit
            positions.append(total)
    return positions


def completed(size: int) -> list[int]:
    """Positions whose subtrees the leaf at `size` merges with, nearest first."""
    return [size - (1 << k) for k in range((size & -size).bit_length() - 1)]


def subtree(leaf: str, size: int, known: Mapping[int, str]) -> str:
    """The hash of the largest perfect subtree that the leaf at position `size` completes; `known` holds
    earlier ones."""
    value = leaf
    for position in completed(size):
        value = node_hash(known[position], value)
    return value


def root(subtrees: Sequence[str]) -> str:
    """The tree head from the subtrees at `peaks(size)`, left to right."""
    if not subtrees:
        return EMPTY
    value = subtrees[-1]
    for left in reversed(subtrees[:-1]):
        value = node_hash(left, value)
    return value
