"""Re-hashes the bytes, re-finds every quote and replays the log; yields what does not fit, first things
first.

Everything is read as a stream, one document at a time.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from reportedly.ledger import log as ledger_log
from reportedly.ledger import merkle
from reportedly.ledger.queries import decode_text
from reportedly.ledger.records import Problem
from reportedly.ledger.schema import (
    blobs,
    claims,
    decisions,
    documents,
    evidence,
    fillers,
    layers,
    log,
    sources,
    tombstones,
)
from reportedly.ledger.writing import claims_digest

_AT_ONCE = 500
_DECIDED = ("reviewer", "subject", "target", "verdict", "document", "reason", "content", "at")

Progress = Callable[[int], None]


def problems(connection: Connection, progress: Progress) -> Iterator[Problem]:
    """What does not fit. `progress` is told of each document and log entry that was checked."""
    yield from _check_log(connection, progress)
    yield from _check_documents_logged(connection)
    yield from _check_tombstones(connection)
    yield from _check_decisions(connection)
    for key in _keys(connection):
        yield from _check_document(connection, key)
        progress(1)


def _keys(connection: Connection) -> Iterator[int]:
    """Keys of documents, by pages, so that the checks in between have the connection to themselves."""
    last = 0
    while True:
        query = select(documents.c.id).where(documents.c.id > last).order_by(documents.c.id).limit(_AT_ONCE)
        page = connection.execute(query).scalars().all()
        if not page:
            return
        yield from page
        last = page[-1]


def _check_log(connection: Connection, progress: Progress) -> Iterator[Problem]:
    """Replays the tree from its entries; stops at the first that does not fit, for all later ones hang on
    it."""
    peaks: dict[int, str] = {}
    buried = frozenset(connection.execute(select(tombstones.c.digest)).scalars())
    previous, expected = merkle.EMPTY, 1
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(log).order_by(log.c.sequence))
    for row in rows:
        where = f"log entry {row.sequence}"
        if row.sequence != expected:
            yield Problem("log_gap", f"log entry {expected}", "is missing")
            return
        removed = row.payload == "" and row.document in buried
        if not removed and hashlib.sha256(row.payload.encode()).hexdigest() != row.payload_sha256:
            yield Problem("log_payload", where, "its payload is not the one that was logged")
            return
        leaf = merkle.leaf_hash(ledger_log.entry_bytes(row.sequence, row.kind, row.at, row.payload_sha256))
        peaks[row.sequence] = merkle.subtree(leaf, row.sequence, peaks)
        positions = merkle.peaks(row.sequence)
        peaks = {position: peaks[position] for position in positions}
        root = merkle.root([peaks[position] for position in positions])
        kept = (row.leaf, row.subtree, row.previous_head, row.head)
        if kept != (leaf, peaks[row.sequence], previous, root):
            yield Problem("log_hash", where, "its hashes do not follow from the entries up to it")
            return
        previous, expected = root, expected + 1
        progress(1)


def _check_documents_logged(connection: Connection) -> Iterator[Problem]:
    """Every document that the log says was added is there."""
    gone = (
        select(log.c.sequence, log.c.document)
        .outerjoin(documents, documents.c.digest == log.c.document)
        .outerjoin(tombstones, tombstones.c.digest == log.c.document)
        .where(log.c.kind == "document_added", documents.c.id.is_(None), tombstones.c.digest.is_(None))
        .order_by(log.c.sequence)
    )
    for row in connection.execute(gone):
        yield Problem(
            "document_missing",
            f"document {row.document}",
            f"was added by log entry {row.sequence}, is not there",
        )


def _check_tombstones(connection: Connection) -> Iterator[Problem]:
    """Each removal was logged, as it stands, and nothing of the document is left."""
    for row in connection.execute(select(tombstones).order_by(tombstones.c.sequence)).all():
        where = f"removed document {row.digest}"
        entry = connection.execute(select(log).where(log.c.sequence == row.sequence)).one_or_none()
        told = {"document": row.digest, "by": row.by, "reason": row.reason}
        if entry is None or entry.kind != "document_removed" or json.loads(entry.payload) != told:
            yield Problem("removal_not_logged", where, "its tombstone is not the one that was logged")
        if connection.execute(select(blobs.c.sha256).where(blobs.c.sha256 == row.digest)).first():
            yield Problem("removed_bytes_left", where, "its bytes are still there")


def _check_decisions(connection: Connection) -> Iterator[Problem]:
    """The table of decisions is what the log says was decided."""
    entries = connection.execute(
        select(log.c.sequence, log.c.at, log.c.payload).where(log.c.kind == "decision", log.c.payload != "")
    ).all()
    rows = {row.sequence: row for row in connection.execute(select(decisions))}
    for entry in entries:
        row = rows.pop(entry.sequence, None)
        kept = None if row is None else {name: getattr(row, name) for name in _DECIDED}
        told = json.loads(entry.payload)
        told["content"] = json.dumps(told["content"], sort_keys=True)
        if kept != {**told, "at": entry.at}:
            yield Problem(
                "decision_changed", f"log entry {entry.sequence}", "its decision is not as it was logged"
            )
    for sequence in sorted(rows):
        yield Problem("decision_not_logged", f"decision {sequence}", "is in no log entry")


def _check_document(connection: Connection, key: int) -> Iterator[Problem]:
    document = connection.execute(
        select(documents.c.digest, documents.c.file, documents.c.layer_id).where(documents.c.id == key)
    ).one()
    where = f"document {document.digest} ({document.file})"
    yield from _check_blob(connection, document.digest, where)
    texts = {}
    for layer in connection.execute(
        select(layers).where(layers.c.digest == document.digest).order_by(layers.c.id)
    ):
        text = _text_of(layer)
        if text is None:
            yield Problem(
                "text_changed",
                where,
                f"its text layer {layer.id} does not have the digest it was stored with",
            )
        else:
            texts[layer.id] = text
    current = texts.get(document.layer_id)
    yield from _check_entry(connection, key, document.digest, current, where)
    for claim in connection.execute(
        select(claims).where(claims.c.document_id == key).order_by(claims.c.id)
    ).all():
        if claim.layer_id in texts:
            yield from _check_claim(connection, claim, texts[claim.layer_id], where)


def _check_blob(connection: Connection, digest: str, where: str) -> Iterator[Problem]:
    blob = connection.execute(select(blobs).where(blobs.c.sha256 == digest)).one_or_none()
    if blob is None:
        yield Problem("bytes_missing", where, "its bytes are not there")
        return
    try:
        data = zlib.decompress(blob.data)
    except zlib.error:
        data = b""
    if hashlib.sha256(data).hexdigest() != digest or len(data) != blob.size:
        yield Problem("bytes_changed", where, "its bytes do not have its digest")


def _text_of(layer: Row[Any]) -> str | None:
    try:
        data = zlib.decompress(layer.text)
    except zlib.error:
        return None
    if hashlib.sha256(data).hexdigest() != layer.text_sha256:
        return None
    return decode_text(layer.text)


def _check_entry(
    connection: Connection, key: int, digest: str, text: str | None, where: str
) -> Iterator[Problem]:
    """The newest log entry about a document says which text and claims it has."""
    kinds = ("document_added", "document_extracted_again")
    payload = connection.execute(
        select(log.c.payload)
        .where(log.c.document == digest, log.c.kind.in_(kinds))
        .order_by(log.c.sequence.desc())
        .limit(1)
    ).scalar()
    if payload is None:
        yield Problem("not_logged", where, "is in no log entry")
        return
    entry = json.loads(payload)
    if (
        text is not None
        and hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != entry["text_sha256"]
    ):
        yield Problem("text_changed", where, "its text is not the one that was logged")
    current = select(claims.c.identity, claims.c.body).where(
        claims.c.document_id == key, claims.c.retired_run.is_(None)
    )
    rows = connection.execute(current).all()
    if claims_digest((row.identity, row.body) for row in rows) != entry["claims_sha256"]:
        yield Problem("claims_changed", where, "its claims are not the ones that were logged")


def _check_claim(connection: Connection, claim: Row[Any], text: str, where: str) -> Iterator[Problem]:
    at = f"claim {claim.identity} of {where}"
    body = json.loads(claim.body)
    for quote in body["evidence"]:
        if text[quote["start"] : quote["end"]] != quote["text"]:
            yield Problem("quote_not_found", at, f"its words do not stand at {quote['start']}:{quote['end']}")
            return
    for mention in _mentions(body):
        if text[mention["start"] : mention["end"]] != mention["mention"]:
            yield Problem(
                "mention_not_found", at, f"its words do not stand at {mention['start']}:{mention['end']}"
            )
            return
    if not _rows_agree(connection, claim, body):
        yield Problem("rows_changed", at, "the tables that are searched disagree with its body")


def _mentions(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for value in body.values():
        if isinstance(value, list):
            yield from (item for item in value if "mention" in item)


def _rows_agree(connection: Connection, claim: Row[Any], body: dict[str, Any]) -> bool:
    said = [body[key] for key in ("kind", "polarity", "certainty")]
    if [claim.kind, claim.polarity, claim.certainty] != said:
        return False
    kept = connection.execute(
        select(fillers.c.role, fillers.c.start, fillers.c.end, fillers.c.entity).where(
            fillers.c.claim_id == claim.id
        )
    )
    told = [
        (role, item["start"], item["end"], item["id"])
        for role, items in body.items()
        if role not in ("attribution", "evidence", "explain") and isinstance(items, list)
        for item in items
    ]
    if sorted(tuple(row)[:3] for row in kept) != sorted(item[:3] for item in told):
        return False
    chain = connection.execute(
        select(sources.c.start, sources.c.end)
        .where(sources.c.claim_id == claim.id)
        .order_by(sources.c.position)
    )
    if [tuple(row) for row in chain] != [(s["start"], s["end"]) for s in body["attribution"]]:
        return False
    quotes = connection.execute(
        select(evidence.c.start, evidence.c.end)
        .where(evidence.c.claim_id == claim.id)
        .order_by(evidence.c.position)
    )
    return [tuple(row) for row in quotes] == [(q["start"], q["end"]) for q in body["evidence"]]
