"""Opening: new ledgers, newer ones, and files that are none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from reportedly.errors import LedgerError
from reportedly.ledger import Ledger, upgrade
from reportedly.ledger.engine import connect
from reportedly.ledger.schema import metadata


def refusal(place: Path | str, *, create: bool = False) -> str:
    with pytest.raises(LedgerError) as refused:
        Ledger.open(place, create=create)
    assert "\n" not in str(refused.value)
    return refused.value.code


def test_the_migrations_make_the_tables_that_the_code_uses(ledger, place):
    """On each database; a column added to one and not to the other shows here."""
    engine = connect(place)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_the_code_waits_for():
    """Else ledgers would be upgraded again at every opening."""
    assert ScriptDirectory.from_config(upgrade._configuration()).get_current_head() == upgrade.HEAD


def test_an_empty_file_becomes_a_ledger_only_by_adding(tmp_path):
    """A reader makes nothing."""
    place = tmp_path / "case.db"
    assert refusal(place) == "no_ledger"
    assert not place.exists()
    place.touch()
    assert refusal(place) == "no_ledger"
    Ledger.open(place, create=True).close()
    Ledger.open(place).close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    """Somebody gave the report in place of the ledger."""
    place = tmp_path / "report.txt"
    place.write_text("Veland supplied the Karsk Front.\n" * 100)
    before = place.read_bytes()
    assert refusal(place, create=True) == "not_a_ledger"
    assert place.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path):
    """Not even its journal mode is changed."""
    place = tmp_path / "other.db"
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE contacts (name)")
    connection.close()
    before = place.read_bytes()
    assert refusal(place, create=True) == "not_a_ledger"
    assert place.read_bytes() == before


def test_a_newer_ledger_is_refused(tmp_path):
    """With the advice to upgrade."""
    place = tmp_path / "case.db"
    Ledger.open(place, create=True).close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert refusal(place) == "newer_ledger"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("mysql://somewhere/x", "bad_ledger_url"),
        ("nonsense://", "bad_ledger_url"),
        ("postgresql://me:secret@localhost:1/x", "cannot_open"),
        ("/nonexistent/folder/case.db", "cannot_open"),
    ],
)
def test_places_where_no_ledger_can_be(place, code):
    """One line each."""
    assert refusal(place, create=True) == code


def test_a_password_is_never_told():
    """The URL is named without it."""
    with pytest.raises(LedgerError) as refused:
        Ledger.open("postgresql://me:secret@localhost:1/x")
    assert "secret" not in str(refused.value)
