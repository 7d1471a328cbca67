"""What every page works with: the ledger, its snapshot, the sessions and the address."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.requests import Request

from reportedly.ledger import Ledger
from reportedly.workbench.alleged import Views
from reportedly.workbench.gate import Address
from reportedly.workbench.jobs import Jobs
from reportedly.workbench.sessions import Sessions, User
from reportedly.workbench.snapshot import Entry, Snapshot, Snapshots


@dataclass
class Bench:
    """The open ledger and who may work on it. `shared` where people sign in by name."""

    ledger: Ledger
    place: str
    address: Address
    sessions: Sessions = field(default_factory=Sessions)
    shared: bool = False
    jobs: Jobs = field(default_factory=Jobs)

    def __post_init__(self) -> None:
        self._snapshots = Snapshots(self.ledger)
        self.views = Views(self.ledger)

    def snapshot(self) -> Snapshot:
        return self._snapshots.now()


class NotFoundError(Exception):
    """There is no such thing; the words say what to do."""


def bench_of(request: Request) -> Bench:
    found: Bench = request.app.state.bench
    return found


def user_of(request: Request) -> User:
    """The signed-in user; the gate lets nobody else through."""
    found: User = request.scope["reportedly.user"]
    return found


def entry_of(snapshot: Snapshot, name: str) -> Entry:
    """The claim of this id. Raises NotFoundError."""
    found = snapshot.by_id.get(name)
    if found is None:
        raise NotFoundError(
            f"No current claim has the id {name}. A newer extraction may have worded it otherwise."
        )
    return found


def digest_of(snapshot: Snapshot, name: str) -> str:
    """The digest of a document by its beginning. Raises NotFoundError."""
    if name in snapshot.documents:
        return name
    fit = [digest for digest in snapshot.documents if len(name) >= 8 and digest.startswith(name)]
    if len(fit) != 1:
        raise NotFoundError("No document has this id.")
    return fit[0]
