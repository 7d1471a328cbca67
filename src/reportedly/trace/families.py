"""Families: documents that pass on one text. Found one document at a time, the same in whatever order.

A family is a connected component of the relation `kinship.relation` among candidates. A new document is
compared with members of each candidate family until one is kin; what that leaves out would join documents
that are joined already. So the work depends on the number of candidate families, not of documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.trace.kinship import Profile, relation

TRIES = 6
"""Members of one family that are compared before the document is taken for a stranger to it."""
STRANGERS = 8
"""Candidate families that are compared, those that share the most bands first."""


def kin(
    own: Profile, candidates: Mapping[str, Iterable[str]], profile_of: Callable[[str], Profile]
) -> list[str]:
    """The families of `candidates` (family to members, both in the order to try) that `own` belongs to."""
    found = []
    for family, members in list(candidates.items())[:STRANGERS]:
        for member, _ in zip(members, range(TRIES), strict=False):
            if relation(own, profile_of(member)) is not None:
                found.append(family)
                break
    return found


@dataclass
class Families:
    """Families in memory; a ledger keeps the same in tables."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    family: dict[str, str] = field(default_factory=dict)
    _members: dict[str, list[str]] = field(default_factory=dict)
    _bands: dict[int, list[str]] = field(default_factory=dict)

    def add(self, document: str, own: Profile) -> None:
        """Adds a document and joins the families that it is kin to."""
        shared: dict[str, dict[str, int]] = {}
        for band in own.bands:
            for other in self._bands.get(band, ()):
                counts = shared.setdefault(self.family[other], {})
                counts[other] = counts.get(other, 0) + 1
        ordered = sorted(shared, key=lambda f: (-max(shared[f].values()), f))
        candidates = {f: sorted(shared[f], key=lambda d: (-shared[f][d], d)) for f in ordered}
        joined = [*kin(own, candidates, self.profiles.__getitem__), document]
        self._members[document] = [document]
        self.profiles[document] = own
        name = min(joined)
        gathered = sorted(member for f in joined for member in self._members.pop(f))
        self._members[name] = gathered
        self.family.update(dict.fromkeys(gathered, name))
        for band in own.bands:
            self._bands.setdefault(band, []).append(document)
