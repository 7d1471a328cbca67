"""Whether bytes are in a ledger already, asked by workers before they parse them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class KnownDigests:
    """Says of a digest whether the ledger at `place` holds it with claims by the version `fingerprint`.
    Pickles; each process that asks opens the ledger once, for reading."""

    place: str
    fingerprint: str

    def __call__(self, digest: str) -> bool:
        return _opened(self.place).has(digest, self.fingerprint)


@cache
def _opened(place: str) -> Ledger:
    return Ledger.open(place)
