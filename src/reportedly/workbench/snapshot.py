"""What the ledger holds now, as the pages show it: each current claim with the decisions that stand on it.

Kept in memory between requests and made anew when the log has grown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock, RLock
from typing import Any

from sqlalchemy import select

from reportedly.ledger import ClaimFilter, Ledger, StoredClaim, StoredDocument
from reportedly.ledger.decisions import Decision, all_decisions, settle, standing
from reportedly.ledger.schema import log
from reportedly.workbench.corrections import corrected
from reportedly.workbench.doubts import doubts_of
from reportedly.workbench.identities import Identities


@dataclass(frozen=True, slots=True)
class Entry:
    """One current claim as it stands: `body` with the corrections of the standing decision."""

    claim: StoredClaim
    document: StoredDocument
    body: dict[str, Any]
    decision: Decision | None
    history: tuple[Decision, ...]
    carried: bool
    """Whether its decisions were made on another version's claim and followed the words."""
    doubts: tuple[tuple[int, str], ...]

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def state(self) -> str:
        return self.decision.verdict if self.decision else "open"

    @property
    def doubt(self) -> int:
        return sum(weight for weight, _ in self.doubts)


@dataclass
class Snapshot:
    """The documents, the claims in their order, and the decisions that fit no claim any more."""

    documents: dict[str, StoredDocument]
    entries: list[Entry]
    identities: Identities
    decisions: list[Decision]
    lost: list[Decision]
    size: int
    origins: list[tuple[str, str, Decision]] = field(default_factory=list)
    """Pairs of current claims that a reviewer judged to have one origin, or not, with the standing
    judgement."""
    caches: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    """The caches of the snapshot before this one, where only decisions came since: what did not change of
    them
    is used again."""
    lock: RLock = field(default_factory=RLock)
    """Held while a cache is made."""

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def by_document(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.claim.digest].append(entry)
        return dict(found)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What only adding and removing documents changes."""

    sequence: int
    documents: dict[str, StoredDocument]
    claims: list[StoredClaim]
    opposed: set[str]


class Snapshots:
    """The newest snapshot of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._now: Snapshot | None = None
        self._facts: _Facts | None = None

    def now(self) -> Snapshot:
        with self._lock:
            size = self._ledger.head_size()
            if self._now is None or self._now.size != size:
                self._now = self._made(size)
            return self._now

    def _made(self, size: int) -> Snapshot:
        known = self._facts
        facts = self._read_facts()
        with self._ledger.reading() as connection:
            decisions = all_decisions(connection)
        return assemble(facts, decisions, size, self._now if facts is known else None)

    def _read_facts(self) -> _Facts:
        """Documents and claims, read again only where more than decisions was logged."""
        newest = (
            select(log.c.sequence).where(log.c.kind != "decision").order_by(log.c.sequence.desc()).limit(1)
        )
        with self._ledger.reading() as connection:
            sequence = int(connection.execute(newest).scalar() or 0)
        if self._facts is None or self._facts.sequence != sequence:
            documents = {d.digest: d for d in self._ledger.documents()}
            claims = list(self._ledger.claims(ClaimFilter()))
            self._facts = _Facts(sequence, documents, claims, _opposed(claims))
        return self._facts


def assemble(facts: _Facts, decisions: list[Decision], size: int, previous: Snapshot | None) -> Snapshot:
    """Lays the decisions on the claims. Those whose claim has another identity now follow its words. Entries
    of
    `previous`, a snapshot of the same facts, are used again where no decision came since."""
    histories, carried, lost = _histories(facts.claims, decisions)
    before = {} if previous is None else previous.by_id
    entries = []
    for claim in facts.claims:
        document = facts.documents.get(claim.digest)
        if document is None:  # removed between the two questions
            continue
        history = tuple(histories.get(claim.id, ()))
        known = before.get(claim.id)
        if known is not None and known.claim is claim and known.history == history:
            entries.append(known)
            continue
        decision = standing(history)
        body = corrected(claim.body, decision)
        doubts = doubts_of(body, document, claim.id in facts.opposed)
        entries.append(Entry(claim, document, body, decision, history, claim.id in carried, doubts))
    caches = {} if previous is None else previous.caches
    identities = Identities.of(decisions)
    judged = _judged_origins(facts.claims, decisions)
    return Snapshot(facts.documents, entries, identities, decisions, lost, size, judged, before=caches)


def _judged_origins(
    claims: list[StoredClaim], decisions: Iterable[Decision]
) -> list[tuple[str, str, Decision]]:
    """Judgements on two claims follow the words of both."""
    histories: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.subject == "origin":
            histories[decision.target].append(decision)
    found = []
    for target, history in histories.items():
        held = standing(history)
        if held is not None:
            homes = [_home(claims, name, held.content["anchors"].get(name)) for name in target.split("\n")]
            if all(homes):
                found.append((str(homes[0]), str(homes[1]), held))
    return found


def _home(claims: list[StoredClaim], name: str, held: dict[str, Any] | None) -> str | None:
    if any(claim.id == name for claim in claims):
        return name
    if held is None:
        return None
    return settle(held["anchor"], ((c.id, c.body) for c in claims if c.digest == held["document"]))


def _histories(
    claims: list[StoredClaim], decisions: Iterable[Decision]
) -> tuple[dict[str, list[Decision]], set[str], list[Decision]]:
    current = {claim.id for claim in claims}
    of_claims = [d for d in decisions if d.subject == "claim"]
    moved = {d.target: d for d in of_claims if d.target not in current}
    beside: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    if moved:
        for claim in claims:
            beside[claim.digest].append((claim.id, claim.body))
    homes = {
        target: settle(d.content["anchor"], beside.get(d.document or "", ()))
        for target, d in moved.items()
        if "anchor" in d.content
    }
    histories: dict[str, list[Decision]] = defaultdict(list)
    carried: set[str] = set()
    lost: list[Decision] = []
    for decision in of_claims:
        home = decision.target if decision.target in current else homes.get(decision.target)
        if home is None:
            lost.append(decision)
            continue
        if home != decision.target:
            carried.add(home)
        histories[home].append(decision)
    return histories, carried, lost


def _opposed(claims: list[StoredClaim]) -> set[str]:
    """Claims of one document, or of several, on the same parties and materiel that are affirmed and
    denied."""
    sides: dict[tuple[Any, ...], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        body = claim.body
        parties = tuple(
            tuple(sorted(f["id"] or f["name"] for f in body.get(role, ())))
            for role in ("supplier", "recipient")
        )
        if all(parties):
            sides[(body["kind"], parties)][body["polarity"]].append(claim.id)
    return {i for said in sides.values() if len(said) > 1 for ids in said.values() for i in ids}
