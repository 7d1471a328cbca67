"""Who a name belongs to: the publisher as an outlet of the lexicon, the state behind an organ's name."""

from __future__ import annotations

from functools import lru_cache

from reportedly.lexicon import Lexicon
from reportedly.trace.statements import UNRESOLVED, Link, key_of

_SIDES = frozenset({"actor", "state"})


class Naming:
    """Questions about names, answered by the lexicon and remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.publisher = lru_cache(maxsize=4096)(self._publisher)
        self.sides = lru_cache(maxsize=4096)(self._sides)
        self.above = lru_cache(maxsize=4096)(self._above)

    def _publisher(self, name: str) -> str:
        """The key of a publisher: an entity whose name it is, as a whole."""
        wanted = name.strip()
        for match in self.lexicon.scan(wanted):
            if len(wanted) - (match.end - match.start) <= _slack(wanted):
                ids = [n.entity for n in match.names if not n.entity.startswith(("place/", "materiel/"))]
                outlets = [i for i in ids if i.startswith("outlet/")]
                if outlets or ids:
                    return (outlets or ids)[0]
        return key_of(None, wanted)

    def _above(self, key: str) -> frozenset[str]:
        """The entity and all that it is an organ, member or variant of."""
        return frozenset((key, *self.lexicon.ancestors(key)))

    def _sides(self, key: str, name: str) -> frozenset[str]:
        """The actors that a source's name speaks of: "Turkish Foreign Ministry" speaks of Turkey. A capital
        ("embassy in Paris") tells where it is, unless nothing else tells whose it is."""
        if not key.startswith(UNRESOLVED):
            return self._with_state(key)
        found: set[str] = set()
        capitals: set[str] = set()
        for match in self.lexicon.scan(name):
            for named in () if match.weak else match.names:
                if named.entity.partition("/")[0] in _SIDES:
                    (capitals if named.type == "capital" else found).add(named.entity)
        return frozenset().union(*(self._with_state(key) for key in found or capitals))

    def _with_state(self, key: str) -> frozenset[str]:
        """An actor with all that it is an organ of, and its state, unless it is a body of many."""
        entity = self.lexicon.entities.get(key)
        if entity is not None and entity.kind == "actor" and entity.country and entity.category != "body":
            return self.above(key) | {f"state/{entity.country}"}
        return self.above(key)

    def speaks_for(self, link: Link) -> frozenset[str]:
        """The actors that a source speaks for, as far as its name tells."""
        return self.sides(link.key, link.name)


def _slack(name: str) -> int:
    return 4 if len(name) > 8 else 0
