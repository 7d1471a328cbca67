"""What is written in one transaction: a document with its bytes, text layer, claims and log entry, or a
failure."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, insert, select, update

from reportedly.documents import Failure
from reportedly.errors import LedgerError
from reportedly.ledger import log
from reportedly.ledger.parcel import ClaimParcel, Parcel, storable
from reportedly.ledger.records import Added, Duplicate, Run
from reportedly.ledger.schema import (
    blobs,
    claims,
    documents,
    evidence,
    failures,
    files,
    fillers,
    layers,
    runs,
    sources,
    tombstones,
)

# Statements of every document are built once: building them costs more than running them.
_KNOWN = select(documents.c.id, documents.c.layer_id, documents.c.run_id).where(
    documents.c.digest == bindparam("digest")
)
_NAME = select(files.c.id).where(
    files.c.document_id == bindparam("document"), files.c.file == bindparam("name")
)
_TOMBSTONE = select(tombstones.c.at, tombstones.c.by).where(tombstones.c.digest == bindparam("digest"))
_UNSETTLED = select(failures.c.id).where(~failures.c.resolved).limit(1)
_RUN = select(runs.c.id).where(runs.c.fingerprint == bindparam("fingerprint"))
_NEXT_CLAIM = select(func.coalesce(func.max(claims.c.id), 0))
_INSERT = {table: insert(table) for table in (blobs, files, claims, fillers, sources, evidence, failures)}
_INSERT_LAYER = insert(layers).returning(layers.c.id)
_INSERT_DOCUMENT = insert(documents).returning(documents.c.id)
_INSERT_RUN = insert(runs).returning(runs.c.id)


@dataclass(frozen=True, slots=True)
class Pen:
    """A writer's transaction: its connection, what it remembers of the log's end, and the time that it writes
    down."""

    connection: Connection
    tail: log.Tail
    at: str

    def log(self, kind: str, payload: dict[str, object], document: str | None = None) -> None:
        log.append(self.connection, self.tail, kind, payload, at=self.at, document=document)


def write_document(pen: Pen, parcel: Parcel, run: Run) -> Added | Duplicate:
    """Adds the parcel, or what is new of it: a file name, a newer run's claims. Nothing changes for known
    bytes and run."""
    if parcel.path is not None:
        settle_failures(pen, parcel.path, parcel.file)
    known = pen.connection.execute(_KNOWN, {"digest": parcel.digest}).one_or_none()
    if known is None:
        _refuse_removed(pen.connection, parcel)
    run_id = _run_id(pen.connection, run)
    if known is None:
        return _write_new(pen, parcel, run, run_id)
    new_name = add_name(pen, known.id, parcel.digest, parcel.file, parcel.path)
    if known.run_id == run_id:
        return Duplicate(parcel.digest, parcel.file, new_name)
    return _write_again(pen, parcel, run, run_id, known.id, known.layer_id)


def _refuse_removed(connection: Connection, parcel: Parcel) -> None:
    stone = connection.execute(_TOMBSTONE, {"digest": parcel.digest}).one_or_none()
    if stone is not None:
        raise LedgerError(
            f"these bytes were removed on {stone.at[:10]} by {stone.by}; they stay out",
            code="removed",
        )


def add_name(pen: Pen, document: int, digest: str, file: str, path: str | None) -> bool:
    """Remembers another name of the same bytes; says whether it was new."""
    if pen.connection.execute(_NAME, {"document": document, "name": file}).first() is not None:
        return False
    pen.connection.execute(_INSERT[files], {"document_id": document, "file": file, "path": storable(path)})
    pen.log("file_named", {"document": digest, "file": file}, digest)
    return True


def write_failure(pen: Pen, failure: Failure, path: str) -> None:
    """Puts an input on the list of failures, or counts one more attempt."""
    file, reason, place = (storable(t) or "" for t in (failure.file, failure.reason, path))
    where = (failures.c.path == place) & (failures.c.file == file)
    known = pen.connection.execute(select(failures).where(where)).one_or_none()
    change = {"code": failure.code, "reason": reason, "resolved": False}
    if known is None:
        pen.connection.execute(_INSERT[failures], {"path": place, "file": file, "attempts": 1, **change})
    else:
        attempts = known.attempts + 1
        pen.connection.execute(update(failures).where(where).values(attempts=attempts, **change))
        if (known.code, known.reason, known.resolved) == (failure.code, reason, False):
            return
    pen.log("input_failed", {"file": file, "code": failure.code, "reason": reason})


def settle_failures(pen: Pen, path: str, file: str) -> None:
    """Takes an input that was read after all off the list; a record's success does not settle its archive."""
    if pen.connection.execute(_UNSETTLED).first() is None:
        return
    here = (failures.c.path == storable(path)) & (failures.c.file == storable(file))
    # A path that led nowhere was known by no more than its name as given.
    not_there = (failures.c.path == "") & (failures.c.file == storable(path))
    pen.connection.execute(
        update(failures).where(here | not_there, ~failures.c.resolved).values(resolved=True)
    )


def claims_digest(bodies: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over a document's current claims, as (identity, body), whatever their order."""
    lines = sorted(f"{identity} {body}" for identity, body in bodies)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _run_id(connection: Connection, run: Run) -> int:
    known = connection.execute(_RUN, {"fingerprint": run.fingerprint}).scalar()
    if known is not None:
        return int(known)
    row = {
        "fingerprint": run.fingerprint,
        "software": run.software,
        "extractor": run.extractor,
        "lexicon": run.lexicon,
    }
    return int(connection.execute(_INSERT_RUN, row).scalar_one())


def _write_new(pen: Pen, parcel: Parcel, run: Run, run_id: int) -> Added:
    connection = pen.connection
    connection.execute(_INSERT[blobs], parcel.blob)
    layer = connection.execute(_INSERT_LAYER, parcel.layer).scalar_one()
    row = {**parcel.document, "file": parcel.file, "layer_id": layer, "run_id": run_id}
    document = connection.execute(_INSERT_DOCUMENT, row).scalar_one()
    named = {"document_id": document, "file": parcel.file, "path": storable(parcel.path)}
    connection.execute(_INSERT[files], named)
    _write_claims(connection, parcel.claims, document, layer, run_id)
    pen.log("document_added", _entry(parcel, run), parcel.digest)
    return Added(parcel.digest, parcel.file, len(parcel.claims), parcel.document["warnings"])


def _write_again(pen: Pen, parcel: Parcel, run: Run, run_id: int, document: int, layer: int) -> Added:
    """Another version read the same bytes: its layer and claims become current, what it no longer says is
    retired."""
    connection = pen.connection
    if not _same_layer(connection, parcel, layer):
        layer = connection.execute(_INSERT_LAYER, parcel.layer).scalar_one()
    rows = connection.execute(
        select(claims.c.id, claims.c.body, claims.c.layer_id).where(
            claims.c.document_id == document, claims.c.retired_run.is_(None)
        )
    ).all()
    wanted = Counter(c.claim["body"] for c in parcel.claims)
    stale = []
    for row in rows:
        if row.layer_id == layer and wanted[row.body] > 0:
            wanted[row.body] -= 1
        else:
            stale.append(row.id)
    fresh = []
    for claim in parcel.claims:
        if wanted[claim.claim["body"]] > 0:
            wanted[claim.claim["body"]] -= 1
            fresh.append(claim)
    for claim_id in stale:
        connection.execute(update(claims).where(claims.c.id == claim_id).values(retired_run=run_id))
    _write_claims(connection, tuple(fresh), document, layer, run_id)
    current = {**parcel.document, "layer_id": layer, "run_id": run_id}
    connection.execute(update(documents).where(documents.c.id == document).values(current))
    payload = {**_entry(parcel, run), "retired": len(stale)}
    pen.log("document_extracted_again", payload, parcel.digest)
    return Added(
        parcel.digest,
        parcel.file,
        len(parcel.claims),
        parcel.document["warnings"],
        again=True,
        new=len(fresh),
        retired=len(stale),
    )


def _same_layer(connection: Connection, parcel: Parcel, layer: int) -> bool:
    kept = connection.execute(
        select(layers.c.text_sha256, layers.c.reader, layers.c.reader_version, layers.c.zones).where(
            layers.c.id == layer
        )
    ).one()
    return tuple(kept) == tuple(
        parcel.layer[key] for key in ("text_sha256", "reader", "reader_version", "zones")
    )


def _entry(parcel: Parcel, run: Run) -> dict[str, object]:
    return {
        "document": parcel.digest,
        "file": parcel.file,
        "size": parcel.blob["size"],
        "text_sha256": parcel.layer["text_sha256"],
        "reader": parcel.layer["reader"],
        "reader_version": parcel.layer["reader_version"],
        "run": run.fingerprint,
        "claims": len(parcel.claims),
        "claims_sha256": claims_digest((c.claim["identity"], c.claim["body"]) for c in parcel.claims),
    }


def _write_claims(
    connection: Connection, parcels: tuple[ClaimParcel, ...], document: int, layer: int, run_id: int
) -> None:
    if not parcels:
        return
    # Keys are given out here, under the writer's lock, so that all rows of a document go in one statement per
    # table.
    first = int(connection.execute(_NEXT_CLAIM).scalar_one()) + 1
    shared = {"document_id": document, "layer_id": layer, "run_id": run_id}
    connection.execute(
        insert(claims), [{"id": first + i, **shared, **p.claim} for i, p in enumerate(parcels)]
    )
    for table, part in ((fillers, "fillers"), (sources, "sources"), (evidence, "evidence")):
        rows = [{"claim_id": first + i, **row} for i, p in enumerate(parcels) for row in getattr(p, part)]
        if rows:
            connection.execute(_INSERT[table], rows)
