"""Disjoint sets: what was joined to what."""

from __future__ import annotations


class DisjointSets:
    """Union-find over names. The name of a set is its least member, so that the order of joining does not
    matter."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The least member of the set that `name` is in; a new name is a set of its own."""
        above = self._above
        root = name
        while (parent := above.setdefault(root, root)) != root:
            root = parent
        while above[name] != root:
            above[name], name = root, above[name]
        return root

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._above[second] = first
