"""Named read-only questions. Rows come as a stream, in the order of adding and, within a document, of the
text."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, bindparam, exists, func, or_, select

from reportedly.documents import DocumentWarning, Zone
from reportedly.ledger.parcel import fold
from reportedly.ledger.records import ClaimFilter, FullDocument, StoredClaim, StoredDocument, StoredFailure
from reportedly.ledger.schema import blobs, claims, documents, failures, files, fillers, layers, runs, sources

_AT_ONCE = 500

_KEY = select(documents.c.id).where(documents.c.digest == bindparam("digest"))
_KEY_OF_VERSION = _KEY.join(runs, runs.c.id == documents.c.run_id).where(
    runs.c.fingerprint == bindparam("fingerprint")
)

_CLAIM_COLUMNS = (
    claims.c.identity,
    claims.c.body,
    documents.c.digest,
    documents.c.file,
    documents.c.title,
    documents.c.publisher,
    documents.c.published,
)


def find_claims(connection: Connection, wanted: ClaimFilter) -> Iterator[StoredClaim]:
    """Current claims that fit `wanted`."""
    query = _current_claims().where(*_conditions(wanted))
    for row in _stream(connection, query.order_by(claims.c.document_id, claims.c.position, claims.c.id)):
        yield _claim(row)


def claims_like(connection: Connection, prefix: str, limit: int) -> list[StoredClaim]:
    """Current claims whose id begins with `prefix`."""
    query = (
        _current_claims().where(claims.c.identity.like(prefix + "%")).order_by(claims.c.identity, claims.c.id)
    )
    return [_claim(row) for row in connection.execute(query.limit(limit))]


def list_documents(connection: Connection) -> Iterator[StoredDocument]:
    for row in _stream(connection, select(documents).order_by(documents.c.id)):
        yield _document(row)


def count_documents(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(documents)).scalar_one())


def documents_like(connection: Connection, prefix: str, limit: int) -> list[StoredDocument]:
    """Documents whose digest begins with `prefix`."""
    query = select(documents).where(documents.c.digest.like(prefix + "%")).order_by(documents.c.digest)
    return [_document(row) for row in connection.execute(query.limit(limit))]


def documents_named(connection: Connection, file: str, limit: int) -> list[StoredDocument]:
    """Documents known under exactly this file name."""
    named = exists().where(files.c.document_id == documents.c.id, files.c.file == file)
    return [
        _document(r)
        for r in connection.execute(select(documents).where(named).order_by(documents.c.id).limit(limit))
    ]


def full_document(connection: Connection, digest: str) -> FullDocument | None:
    """One document with text, names and claims."""
    query = (
        select(
            documents, layers.c.reader, layers.c.reader_version, layers.c.text, layers.c.zones, blobs.c.size
        )
        .add_columns(layers.c.warnings.label("layer_warnings"))
        .join(layers, layers.c.id == documents.c.layer_id)
        .join(blobs, blobs.c.sha256 == documents.c.digest)
        .where(documents.c.digest == digest)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    names = connection.execute(select(files.c.file).where(files.c.document_id == row.id).order_by(files.c.id))
    own = _current_claims().where(claims.c.document_id == row.id).order_by(claims.c.position, claims.c.id)
    return FullDocument(
        record=_document(row),
        files=tuple(names.scalars()),
        size=row.size,
        reader=row.reader,
        reader_version=row.reader_version,
        text=decode_text(row.text),
        zones=tuple(Zone(*zone) for zone in json.loads(row.zones)),
        warnings=tuple(DocumentWarning(**warning) for warning in json.loads(row.layer_warnings)),
        claims=tuple(_claim(claim) for claim in connection.execute(own)),
    )


def text_of(connection: Connection, digest: str) -> str | None:
    """The current text of a document."""
    query = select(layers.c.text).join(documents, documents.c.layer_id == layers.c.id)
    data = connection.execute(query.where(documents.c.digest == digest)).scalar()
    return None if data is None else decode_text(data)


def original(connection: Connection, digest: str) -> bytes | None:
    """The bytes as they came."""
    data = connection.execute(select(blobs.c.data).where(blobs.c.sha256 == digest)).scalar()
    return None if data is None else zlib.decompress(data)


def list_failures(connection: Connection) -> Iterator[StoredFailure]:
    """Inputs that gave no document and were not read since."""
    for row in _stream(connection, select(failures).where(~failures.c.resolved).order_by(failures.c.id)):
        yield StoredFailure(row.path, row.file, row.code, row.reason, row.attempts)


def document_of(connection: Connection, digest: str, fingerprint: str) -> int | None:
    """The key of the document with these bytes whose claims are by this very version."""
    return connection.execute(_KEY_OF_VERSION, {"digest": digest, "fingerprint": fingerprint}).scalar()


def document_key(connection: Connection, digest: str) -> int | None:
    """The key of the document with these bytes, whatever version read it."""
    return connection.execute(_KEY, {"digest": digest}).scalar()


def decode_text(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def _stream(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(query)


def _current_claims() -> Select[Any]:
    joined = claims.join(documents, documents.c.id == claims.c.document_id)
    return select(*_CLAIM_COLUMNS).select_from(joined).where(claims.c.retired_run.is_(None))


def _conditions(wanted: ClaimFilter) -> list[Any]:
    conditions: list[Any] = []
    for role in ("supplier", "recipient", "materiel"):
        words = getattr(wanted, role)
        if words is not None:
            conditions.append(_spoken_of(fillers, words, fillers.c.role == role))
    if wanted.source is not None:
        conditions.append(_spoken_of(sources, wanted.source))
    if wanted.kind is not None:
        conditions.append(claims.c.kind == wanted.kind)
    if wanted.polarity is not None:
        conditions.append(claims.c.polarity == wanted.polarity)
    if wanted.file is not None:
        known_as = exists().where(files.c.document_id == claims.c.document_id, files.c.file == wanted.file)
        conditions.append(or_(documents.c.file == wanted.file, known_as))
    if wanted.since is not None:
        conditions.append(claims.c.last_day >= wanted.since)
    if wanted.until is not None:
        # A shorter date is the beginning of every day in it: "2014" admits 2014-12-31.
        conditions.append(claims.c.first_day <= wanted.until + "~")
    return conditions


def _spoken_of(table: Table, words: str, *more: Any) -> Any:
    """A filler or source of the claim whose name, words or id contain `words`."""
    contains = table.c.folded.contains(fold(words), autoescape=True)
    return exists().where(and_(table.c.claim_id == claims.c.id, contains, *more))


def _claim(row: Row[Any]) -> StoredClaim:
    return StoredClaim(
        row.identity, row.digest, row.file, row.title, row.publisher, row.published, json.loads(row.body)
    )


def _document(row: Row[Any]) -> StoredDocument:
    return StoredDocument(
        digest=row.digest,
        file=row.file,
        media_type=row.media_type,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        claims=row.claims,
        warnings=row.warnings,
    )
