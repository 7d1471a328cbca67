"""Connections to a ledger: a SQLite file by path, or a PostgreSQL database by URL.

SQLite runs in WAL mode with synchronous=NORMAL: a killed process loses only the transaction in flight; a
power cut may lose the last few committed documents, never the file's consistency.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from reportedly.errors import LedgerError

BUSY_SECONDS = 60
"""How long a writer waits for another one before it gives up."""

CACHE_KIB = 32 * 1024
"""Pages that SQLite keeps in memory: enough for the upper levels of every index of a large ledger."""

WRITING = {"ledger_writing": True}
_POSTGRES_WRITER = 0x52505444

_SQLITE_MESSAGES = {
    "file is not a database": ("not_a_ledger", "is not a ledger"),
    "file is encrypted": ("not_a_ledger", "is not a ledger"),
    "disk is full": ("disk_full", "cannot be written: the disk is full; what was added before is kept"),
    "disk i/o error": ("disk_error", "cannot be written: disk I/O error; what was added before is kept"),
    "readonly": ("read_only", "cannot be written: the file or its folder is read-only"),
    "unable to open": ("cannot_open", "cannot be opened: check the folder and its permissions"),
    "locked": ("busy", "is in use by another process; try again when it is done"),
    "malformed": ("damaged", "is damaged: SQLite finds its pages malformed; restore a copy"),
}


def is_url(place: str) -> bool:
    return "://" in place


def named(place: str) -> str:
    """The ledger's name for messages, without a password."""
    if not is_url(place):
        return place
    try:
        return make_url(place).render_as_string(hide_password=True)
    except ArgumentError:
        return place.split("://", 1)[0] + "://…"


def connect(place: str) -> Engine:
    """An engine for `place`; raises LedgerError where it names no database that a ledger can live in."""
    if not is_url(place):
        return _sqlite(URL.create("sqlite", database=str(Path(place))))
    try:
        url = make_url(place)
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() == "sqlite":
            return _sqlite(url)
        if url.get_backend_name() != "postgresql":
            raise LedgerError(
                f"{named(place)}: a ledger lives in SQLite or PostgreSQL", code="bad_ledger_url"
            )
        return create_engine(url, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as error:
        raise LedgerError(f"{named(place)}: not a database URL", code="bad_ledger_url") from error
    except ModuleNotFoundError as error:
        raise LedgerError(
            "PostgreSQL ledgers need psycopg: pip install 'reportedly[postgres]'", code="missing_extra"
        ) from error


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # Transactions are begun by `_begin_sqlite`: the driver's own begin leaves DDL outside.
    connection.isolation_level = None
    for pragma in ("foreign_keys=ON", "synchronous=NORMAL", f"cache_size=-{CACHE_KIB}"):
        connection.execute(f"PRAGMA {pragma}").close()


def use_wal(engine: Engine) -> None:
    """Lets readers of a SQLite ledger go on while it is written. The file keeps the mode, so this is for
    ledgers only."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA journal_mode=WAL")


def compact(connection: Any, dialect: str) -> None:
    """Rewrites a database without what was deleted from it; `connection` is the driver's own, in no
    transaction."""
    if dialect == "postgresql":
        connection.rollback()
        connection.driver_connection.autocommit = True
        connection.cursor().execute("VACUUM FULL")
        connection.driver_connection.autocommit = False
        return
    cursor = connection.cursor()
    for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
        cursor.execute(statement).fetchall()


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction that turns into a writer fails at once when another wrote meanwhile; an immediate
    # one waits.
    writing = connection.get_execution_options().get("ledger_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def writing(connection: Connection) -> Iterator[Connection]:
    """One transaction of the only writer; `connection` carries the execution options `WRITING`."""
    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_POSTGRES_WRITER})")
        yield connection


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turns what a database driver raises into one line that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _explain(place, error) from error


def _explain(place: str, error: DBAPIError) -> LedgerError:
    lines = str(error.orig).strip().splitlines()
    said = lines[0] if lines else type(error.orig).__name__
    if not is_url(place) or place.startswith("sqlite"):
        for words, (code, message) in _SQLITE_MESSAGES.items():
            if words in said.lower():
                return LedgerError(f"{named(place)} {message}", code=code)
    code = "cannot_open" if isinstance(error, OperationalError) else "ledger"
    return LedgerError(f"{named(place)}: {said}", code=code)
