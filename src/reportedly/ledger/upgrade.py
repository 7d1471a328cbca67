"""Brings a ledger to the schema of this version when it is opened; refuses what is newer, or no ledger at
all."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from reportedly.errors import LedgerError
from reportedly.ledger.engine import WRITING, named, use_wal, writing
from reportedly.ledger.schema import APPLICATION_ID

HEAD = "0006"
"""The newest step; a test holds it to the migrations."""


def bring_up_to_date(engine: Engine, place: str, *, create: bool) -> None:
    """Creates the tables in an empty database (with `create`), runs the steps that an older ledger lacks.

    Raises LedgerError: `newer_ledger`, `not_a_ledger`, or `no_ledger` where it is empty and `create` is
    False.
    """
    with engine.connect() as connection:
        current = _revision(connection, place, create=create)
    if current == HEAD:
        use_wal(engine)
        return
    if current is not None and current not in _known():
        raise LedgerError(
            f"{named(place)} was written by a newer reportedly (schema {current}, this one knows {HEAD}):"
            " upgrade reportedly",
            code="newer_ledger",
        )
    use_wal(engine)
    with engine.connect().execution_options(**WRITING) as connection, writing(connection):
        # Another process may have done it while this one waited for its turn.
        if _revision(connection, place, create=create) != HEAD:
            _run_steps(connection)


def _revision(connection: Connection, place: str, *, create: bool) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None and "log" in tables:
            return current
        tables -= {"alembic_version"}
    if tables:
        raise LedgerError(f"{named(place)} is not a ledger: it holds other tables", code="not_a_ledger")
    if not create:
        raise LedgerError(f"{named(place)} is no ledger yet: add reports to it first", code="no_ledger")
    return None


def _configuration() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _known() -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(_configuration()).walk_revisions()}


def _run_steps(connection: Connection) -> None:
    config = _configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
