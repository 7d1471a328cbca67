"""The log's tree against the definition in RFC 6962, section 2.1."""

from __future__ import annotations

import hashlib

import pytest

from reportedly.ledger import merkle


def by_definition(entries: list[bytes]) -> str:
    """MTH as the standard defines it, by recursion."""
    if not entries:
        return hashlib.sha256(b"").hexdigest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).hexdigest()
    split = 1 << (len(entries) - 1).bit_length() - 1
    left, right = by_definition(entries[:split]), by_definition(entries[split:])
    return hashlib.sha256(b"\x01" + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


def grown(entries: list[bytes]) -> dict[int, str]:
    subtrees: dict[int, str] = {}
    for size, entry in enumerate(entries, start=1):
        subtrees[size] = merkle.subtree(merkle.leaf_hash(entry), size, subtrees)
    return subtrees


def test_the_leaf_of_an_empty_entry_is_the_published_one():
    """The first test vector of the Certificate Transparency project."""
    assert merkle.leaf_hash(b"") == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"


@pytest.mark.parametrize("size", [*range(20), 31, 32, 33, 64, 65])
def test_the_root_grown_leaf_by_leaf_is_the_root_by_definition(size):
    """Whatever the shape of the tree."""
    entries = [str(n).encode() for n in range(size)]
    subtrees = grown(entries)
    assert merkle.root([subtrees[p] for p in merkle.peaks(size)]) == by_definition(entries)


def test_an_older_root_is_still_made_of_kept_subtrees():
    """A head handed out at seven entries can be compared when there are fifty."""
    entries = [str(n).encode() for n in range(50)]
    subtrees = grown(entries)
    assert merkle.root([subtrees[p] for p in merkle.peaks(7)]) == by_definition(entries[:7])
