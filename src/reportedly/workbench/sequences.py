"""The list that a claim was opened from, so that next and previous go through it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.workbench.cataloguing import catalogue
from reportedly.workbench.facets import Choice
from reportedly.workbench.links import Params, with_params
from reportedly.workbench.snapshot import Entry, Snapshot

DONE = frozenset({"accept", "reject", "correct"})


@dataclass(frozen=True, slots=True)
class Sequence:
    """`ids` in the order of the list; `params` lead back to it."""

    name: str
    ids: tuple[str, ...]
    params: tuple[tuple[str, str], ...]

    def beside(self, claim: str) -> tuple[str | None, str | None, int]:
        """The claims before and after, and the place counted from one (0 where it is not in the list)."""
        if claim not in self.ids:
            return None, self.ids[0] if self.ids else None, 0
        at = self.ids.index(claim)
        return (
            self.ids[at - 1] if at else None,
            self.ids[at + 1] if at + 1 < len(self.ids) else None,
            at + 1,
        )

    def link(self, claim: str) -> str:
        return with_params(f"/claims/{claim}", self.params)

    @property
    def back(self) -> str:
        """The list itself."""
        rest = [(n, v) for n, v in self.params if n != "in"]
        return with_params("/review" if self.name == "review" else "/claims", rest)


def queue(snapshot: Snapshot, choice: Choice) -> list[Entry]:
    """What is to be reviewed, the most doubtful first; what is settled stands last."""
    fitting = catalogue(snapshot).narrow(choice)
    return sorted(fitting, key=lambda e: (e.state in DONE, -e.doubt))


def sequence_of(snapshot: Snapshot, entry: Entry, params: Params) -> Sequence:
    """The list named by `in=`: the review queue, the table, or (by default) the document."""
    params = list(params)
    name = dict(params).get("in", "")
    choice = catalogue(snapshot).choice(params)
    if name == "review":
        ids = [e.id for e in queue(snapshot, choice)]
    elif name == "claims":
        ids = [e.id for e in catalogue(snapshot).narrow(choice)]
    else:
        return Sequence("document", tuple(e.id for e in snapshot.by_document[entry.claim.digest]), ())
    return Sequence(name, tuple(ids), (("in", name), *choice.params()))
