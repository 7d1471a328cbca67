"""What is written in one transaction: a document with its bytes, text layer, claims and log entry, or a
failure."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, select, update

from reportedly.documents import Failure
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
)


def write_document(connection: Connection, parcel: Parcel, run: Run, at: str) -> Added | Duplicate:
    """Adds the parcel, or what is new of it: a file name, a newer run's claims. Nothing changes for known
    bytes and run."""
    known = connection.execute(
        select(documents.c.id, documents.c.layer_id, documents.c.run_id).where(
            documents.c.digest == parcel.digest
        )
    ).one_or_none()
    run_id = _run_id(connection, run)
    if known is None:
        return _write_new(connection, parcel, run, run_id, at)
    new_name = add_name(connection, known.id, parcel.digest, parcel.file, parcel.path, at)
    if known.run_id == run_id:
        return Duplicate(parcel.digest, parcel.file, new_name)
    return _write_again(connection, parcel, run, run_id, known.id, known.layer_id, at)


def add_name(
    connection: Connection, document: int, digest: str, file: str, path: str | None, at: str
) -> bool:
    """Remembers another name of the same bytes; says whether it was new."""
    same = select(files.c.id).where(files.c.document_id == document, files.c.file == file)
    if connection.execute(same).first() is not None:
        return False
    connection.execute(insert(files), {"document_id": document, "file": file, "path": storable(path)})
    log.append(connection, "file_named", {"document": digest, "file": file}, at=at, document=digest)
    return True


def write_failure(connection: Connection, failure: Failure, path: str, at: str) -> None:
    """Puts an input on the list of failures, or counts one more attempt."""
    file, reason, place = (storable(t) or "" for t in (failure.file, failure.reason, path))
    where = (failures.c.path == place) & (failures.c.file == file)
    known = connection.execute(select(failures).where(where)).one_or_none()
    if known is None:
        row = {
            "path": place,
            "file": file,
            "code": failure.code,
            "reason": reason,
            "attempts": 1,
            "resolved": False,
        }
        connection.execute(insert(failures), row)
    else:
        change = {"code": failure.code, "reason": reason, "attempts": known.attempts + 1, "resolved": False}
        connection.execute(update(failures).where(where).values(change))
        if (known.code, known.reason, known.resolved) == (failure.code, reason, False):
            return
    log.append(connection, "input_failed", {"file": file, "code": failure.code, "reason": reason}, at=at)


def settle_failures(connection: Connection, path: str, file: str) -> None:
    """Takes an input that was read after all off the list; a record's success does not settle its archive."""
    here = (failures.c.path == storable(path)) & (failures.c.file == storable(file))
    # A path that led nowhere was known by no more than its name as given.
    not_there = (failures.c.path == "") & (failures.c.file == storable(path))
    connection.execute(update(failures).where(here | not_there, ~failures.c.resolved).values(resolved=True))


def claims_digest(bodies: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over a document's current claims, as (identity, body), whatever their order."""
    lines = sorted(f"{identity} {body}" for identity, body in bodies)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _run_id(connection: Connection, run: Run) -> int:
    known = connection.execute(select(runs.c.id).where(runs.c.fingerprint == run.fingerprint)).scalar()
    if known is not None:
        return int(known)
    row = {
        "fingerprint": run.fingerprint,
        "software": run.software,
        "extractor": run.extractor,
        "lexicon": run.lexicon,
    }
    return int(connection.execute(insert(runs).returning(runs.c.id), row).scalar_one())


def _write_new(connection: Connection, parcel: Parcel, run: Run, run_id: int, at: str) -> Added:
    connection.execute(insert(blobs), parcel.blob)
    layer = connection.execute(insert(layers).returning(layers.c.id), parcel.layer).scalar_one()
    row = {**parcel.document, "file": parcel.file, "layer_id": layer, "run_id": run_id}
    document = connection.execute(insert(documents).returning(documents.c.id), row).scalar_one()
    named = {"document_id": document, "file": parcel.file, "path": storable(parcel.path)}
    connection.execute(insert(files), named)
    _write_claims(connection, parcel.claims, document, layer, run_id)
    log.append(connection, "document_added", _entry(parcel, run), at=at, document=parcel.digest)
    return Added(parcel.digest, parcel.file, len(parcel.claims), parcel.document["warnings"])


def _write_again(
    connection: Connection, parcel: Parcel, run: Run, run_id: int, document: int, layer: int, at: str
) -> Added:
    """Another version read the same bytes: its layer and claims become current, what it no longer says is
    retired."""
    if not _same_layer(connection, parcel, layer):
        layer = connection.execute(insert(layers).returning(layers.c.id), parcel.layer).scalar_one()
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
    log.append(connection, "document_extracted_again", payload, at=at, document=parcel.digest)
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
    first = connection.execute(select(func.coalesce(func.max(claims.c.id), 0))).scalar_one() + 1
    shared = {"document_id": document, "layer_id": layer, "run_id": run_id}
    connection.execute(
        insert(claims), [{"id": first + i, **shared, **p.claim} for i, p in enumerate(parcels)]
    )
    for table, part in ((fillers, "fillers"), (sources, "sources"), (evidence, "evidence")):
        rows = [{"claim_id": first + i, **row} for i, p in enumerate(parcels) for row in getattr(p, part)]
        if rows:
            connection.execute(insert(table), rows)
