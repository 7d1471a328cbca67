"""Custody: heads that a colleague can keep, removal that leaves a tombstone, copies that can be put back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from reportedly.errors import LedgerError
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.log import Head
from reportedly.ledger.schema import (
    bands,
    blobs,
    claims,
    decisions,
    documents,
    evidence,
    files,
    fillers,
    indexed,
    layers,
    log,
    metadata,
    outlets,
    sources,
    terms,
    tombstones,
    traces,
)
from reportedly.ledger.writing import Pen

REMOVED = ""
"""The payload of an entry whose document was removed: its digest stays in the log, its words do not."""

_CHECKPOINT = re.compile(r"reportedly checkpoint 1\nsize (\d{1,18})\nroot ([0-9a-f]{64})\n?")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a removed document."""

    digest: str
    at: str
    by: str
    reason: str


def checkpoint(head: Head) -> str:
    """A head as a note to be kept: three lines."""
    return f"reportedly checkpoint 1\nsize {head.size}\nroot {head.root}\n"


def read_checkpoint(note: str) -> Head:
    """The head of a kept note. Code: `bad_checkpoint`."""
    match = _CHECKPOINT.fullmatch(note.strip() + "\n")
    if match is None:
        raise LedgerError("this is no checkpoint: three lines are wanted, as printed", code="bad_checkpoint")
    return Head(int(match[1]), match[2])


def compare(ledger: Ledger, kept: Head) -> None:
    """Raises LedgerError `log_differs` where the ledger's log does not begin with the one that `kept` is
    of."""
    if kept.size > ledger.head_size():
        raise LedgerError(
            f"the log has {ledger.head_size()} entries, the checkpoint {kept.size}: entries are missing",
            code="log_differs",
        )
    if ledger.head(kept.size) != kept:
        raise LedgerError(
            f"the first {kept.size} log entries are not those of the checkpoint: the log was rewritten",
            code="log_differs",
        )


def remove(ledger: Ledger, digest: str, *, by: str, reason: str) -> None:
    """Takes a document out for good: bytes, texts, claims, decisions, search words, and what the log quoted.

    A tombstone stays, and every head handed out stays valid. Copies elsewhere (backups, exports) are not
    reached. Codes: `not_found`, `no_reason`.
    """
    if not reason.strip():
        raise LedgerError("say why the document is removed", code="no_reason")
    with ledger.writing() as pen:
        key = pen.connection.execute(select(documents.c.id).where(documents.c.digest == digest)).scalar()
        if key is None:
            raise LedgerError(f"{digest}: no document has this digest", code="not_found")
        _secure(pen.connection)
        _delete(pen.connection, int(key), digest)
        _redact(pen.connection, digest)
        _bury(pen, digest, by, reason)
    ledger.compact()


def tombstone_of(connection: Connection, digest: str) -> Tombstone | None:
    row = connection.execute(select(tombstones).where(tombstones.c.digest == digest)).one_or_none()
    return None if row is None else Tombstone(row.digest, row.at, row.by, row.reason)


def all_tombstones(connection: Connection) -> list[Tombstone]:
    rows = connection.execute(select(tombstones).order_by(tombstones.c.sequence))
    return [Tombstone(row.digest, row.at, row.by, row.reason) for row in rows]


def copy(source: Ledger, target: Ledger) -> int:
    """Copies a ledger, as it is at one moment, into an empty one, of either database; returns the documents.

    The source may be in use. Code: `not_empty`.
    """
    if target.head_size():
        raise LedgerError(f"{target.name} holds something already", code="not_empty")
    with source.snapshot() as old, target.writing() as pen:
        for table in metadata.sorted_tables:
            for rows in _pages(old, table):
                pen.connection.execute(insert(table), rows)
        _continue_keys(pen.connection)
        return int(pen.connection.execute(select(func.count()).select_from(documents)).scalar_one())


def backup(source: Ledger, file: Path) -> int:
    """Writes a copy of the ledger to `file`, which then opens as a ledger. Code: `exists`."""
    if file.exists():
        raise LedgerError(f"{file} exists; give another name", code="exists")
    partial = file.with_name(f".{file.name}.partial")
    partial.unlink(missing_ok=True)
    with Ledger.open(partial, create=True) as target:
        count = copy(source, target)
        target.compact()
    for ending in ("-wal", "-shm"):
        Path(f"{partial}{ending}").unlink(missing_ok=True)
    partial.rename(file)
    return count


def _pages(connection: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    keys = list(table.primary_key.columns)
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*keys))
    for page in rows.partitions(_AT_ONCE):
        yield [dict(row._mapping) for row in page]


def _continue_keys(connection: Connection) -> None:
    """PostgreSQL gives keys from sequences, which know nothing of rows that came with theirs."""
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        for column in table.primary_key.columns:
            if column.autoincrement is True:
                top = f'(SELECT COALESCE(MAX("{column.name}"), 0) + 1 FROM "{table.name}")'
                sequence = f"pg_get_serial_sequence('{table.name}', '{column.name}')"
                connection.exec_driver_sql(f"SELECT setval({sequence}, {top}, false)")


def _secure(connection: Connection) -> None:
    """Deleted pages are overwritten, not only marked free."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


def _delete(connection: Connection, key: int, digest: str) -> None:
    own = select(claims.c.id).where(claims.c.document_id == key)
    for table in (evidence, sources, fillers):
        connection.execute(delete(table).where(table.c.claim_id.in_(own)))
    for table in (claims, terms, indexed, files, traces, bands, outlets):
        connection.execute(delete(table).where(table.c.document_id == key))
    connection.execute(delete(documents).where(documents.c.id == key))
    connection.execute(delete(layers).where(layers.c.digest == digest))
    connection.execute(delete(blobs).where(blobs.c.sha256 == digest))
    connection.execute(delete(decisions).where(decisions.c.document == digest))


def _redact(connection: Connection, digest: str) -> None:
    with _log_opened(connection):
        connection.execute(update(log).where(log.c.document == digest).values(payload=REMOVED))


def _bury(pen: Pen, digest: str, by: str, reason: str) -> None:
    pen.log("document_removed", {"document": digest, "by": by, "reason": reason})
    row = {"digest": digest, "sequence": pen.tail.head.size, "at": pen.at, "by": by, "reason": reason}
    pen.connection.execute(delete(tombstones).where(tombstones.c.digest == digest))
    pen.connection.execute(insert(tombstones), row)


@contextmanager
def _log_opened(connection: Connection) -> Iterator[None]:
    """Lifts the guard that refuses changes of the log, within this transaction, and puts it back."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE log DISABLE TRIGGER log_refuses_change")
        yield
        connection.exec_driver_sql("ALTER TABLE log ENABLE TRIGGER log_refuses_change")
        return
    found = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'log_refuses_update'"
    guard = str(connection.exec_driver_sql(found).scalar_one())
    connection.exec_driver_sql("DROP TRIGGER log_refuses_update")
    yield
    connection.exec_driver_sql(guard)
