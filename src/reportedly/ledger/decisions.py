"""What reviewers judge: each decision an entry of the log, superseded by later ones, never changed.

A decision about a claim carries an anchor: the claim's kind and the words of its evidence and roles by
offset.
When a newer extractor says the same thing a little differently, the claim has another identity; the decision
then follows the words (`settle`), and where it no longer fits any claim it is listed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, insert, select

from reportedly.claims import ROLES
from reportedly.ledger.parcel import storable
from reportedly.ledger.schema import decisions
from reportedly.ledger.writing import Pen

Subject = Literal["claim", "entity", "pair", "origin"]
"""`entity`: one entity, `pair`: two entities, `origin`: two claims that have one origin or have not."""

CLAIM_VERDICTS = ("accept", "reject", "correct", "unsure", "conflict", "needs_work", "move", "note", "undo")
ENTITY_VERDICTS = ("rename", "split", "note", "undo")
PAIR_VERDICTS = ("positive", "negative", "unsure", "undo")
VERDICTS: dict[str, tuple[str, ...]] = {
    "claim": CLAIM_VERDICTS,
    "entity": ENTITY_VERDICTS,
    "pair": PAIR_VERDICTS,
    "origin": PAIR_VERDICTS,
}

SILENT = frozenset({"note", "move"})
"""Verdicts that leave the standing one as it is."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement. `target` is a claim's identity, an entity's id, or two of them, sorted, one a line."""

    subject: Subject
    target: str
    verdict: str
    reviewer: str
    reason: str = ""
    document: str | None = None
    content: dict[str, Any] = field(default_factory=dict)
    sequence: int = 0
    at: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "decision": self.sequence,
            "at": self.at,
            "reviewer": self.reviewer,
            "subject": self.subject,
            "target": self.target,
            "verdict": self.verdict,
            "document": self.document,
            "reason": self.reason,
            "content": self.content,
        }


class OvertakenError(Exception):
    """Somebody else decided on the same thing since the reviewer looked; `since` is what they decided."""

    def __init__(self, since: list[Decision]) -> None:
        super().__init__(f"{len(since)} decisions were made since")
        self.since = since


def pair(one: str, other: str) -> str:
    """The target of a judgement on two things, whichever is named first."""
    return "\n".join(sorted((one, other)))


def record(pen: Pen, decision: Decision, seen: int) -> Decision:
    """Writes `decision`. Raises OvertakenError where the log holds a decision on the same target, by anybody
    else,
    that is newer than `seen`, the newest one the reviewer was shown."""
    if decision.verdict not in VERDICTS[decision.subject]:
        raise ValueError(f"{decision.verdict!r} is no verdict on a {decision.subject}")
    of_target = (decisions.c.subject == decision.subject) & (decisions.c.target == decision.target)
    newer = _find(pen.connection, select(decisions).where(of_target, decisions.c.sequence > seen))
    others = [d for d in newer if d.reviewer != decision.reviewer]
    if others:
        raise OvertakenError(others)
    payload: dict[str, Any] = {
        "reviewer": storable(decision.reviewer),
        "subject": decision.subject,
        "target": decision.target,
        "verdict": decision.verdict,
        "document": decision.document,
        "reason": storable(decision.reason),
        "content": decision.content,
    }
    pen.log("decision", payload, decision.document)
    row = {**payload, "content": json.dumps(decision.content, sort_keys=True)}
    row |= {"sequence": pen.tail.head.size, "at": pen.at}
    pen.connection.execute(insert(decisions), row)
    return _decision_of(row)


def all_decisions(connection: Connection, *, document: str | None = None) -> list[Decision]:
    """Every decision in the order they were made, or those on claims of one document."""
    query = select(decisions)
    if document is not None:
        query = query.where(decisions.c.document == document)
    return _find(connection, query)


def standing(history: Iterable[Decision]) -> Decision | None:
    """The decision that counts among those on one target, oldest first: the last, unless it undoes."""
    last = None
    for decision in history:
        if decision.verdict not in SILENT:
            last = None if decision.verdict == "undo" else decision
    return last


def anchor(body: dict[str, Any]) -> dict[str, Any]:
    """Where a claim stands in its document: what lets a decision find it again."""
    return {
        "kind": body["kind"],
        "polarity": body["polarity"],
        "evidence": [[q["start"], q["end"]] for q in body["evidence"]],
        "roles": {role: [[f["start"], f["end"]] for f in body[role]] for role in ROLES if role in body},
    }


def settle(held: dict[str, Any], claims: Iterable[tuple[str, dict[str, Any]]]) -> str | None:
    """The identity of the one claim, among those of the same document, that stands where `held` (an anchor)
    stood:
    same kind, shared words of evidence, and more shared words in the same roles than any other. None where no
    claim
    or more than one fits."""
    scored = sorted(
        ((score, identity) for identity, body in claims if (score := _likeness(held, body)) > 0), reverse=True
    )
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]


def _likeness(held: dict[str, Any], body: dict[str, Any]) -> int:
    now = anchor(body)
    if now["kind"] != held["kind"] or not _shared(held["evidence"], now["evidence"]):
        return 0
    roles = sum(1 for role, spans in held["roles"].items() if _shared(spans, now["roles"].get(role, [])))
    return 4 * roles + 2 * (now["polarity"] == held["polarity"]) if roles else 0


def _shared(some: list[list[int]], others: list[list[int]]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)


def _find(connection: Connection, query: Select[Any]) -> list[Decision]:
    return [_decision(row) for row in connection.execute(query.order_by(decisions.c.sequence))]


def _decision(row: Row[Any]) -> Decision:
    return _decision_of(dict(row._mapping))


def _decision_of(row: dict[str, Any]) -> Decision:
    return Decision(**{**row, "content": json.loads(row["content"])})
