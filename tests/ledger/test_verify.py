"""What is changed behind the ledger's back is named."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest
from karsk import OLD, REPORT, a_claim, a_document

from reportedly.ledger import Ledger


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A ledger of two documents, closed."""
    place = tmp_path / "case.db"
    with Ledger.open(place, create=True) as ledger:
        for number in (1, 2):
            document, data = a_document(text=f"{REPORT} {number}", file=f"{number}.txt")
            ledger.add(document, data, [a_claim()], run=OLD)
    return place


def tamper(place: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Changes the file as somebody would who knows SQLite, triggers and all."""
    with sqlite3.connect(place) as connection:
        for trigger in ("log_refuses_update", "log_refuses_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement, values)
    connection.close()


def first_problem(place: Path) -> tuple[str, str]:
    with Ledger.open(place) as ledger:
        problem = next(iter(ledger.verify()))
    return problem.code, problem.where


def test_nothing_is_wrong_with_an_untouched_ledger(place):
    """And every document and log entry was looked at."""
    seen: list[int] = []
    with Ledger.open(place) as ledger:
        assert list(ledger.verify(seen.append)) == []
        assert sum(seen) == ledger.weight() == 4


@pytest.mark.parametrize(
    ("statement", "value", "code"),
    [
        ("UPDATE blobs SET data = ? WHERE rowid = 1", zlib.compress(b"other bytes"), "bytes_changed"),
        ("UPDATE blobs SET data = ? WHERE rowid = 1", b"no zlib", "bytes_changed"),
        ("UPDATE layers SET text = ? WHERE id = 1", zlib.compress(b"other text"), "text_changed"),
        ("UPDATE claims SET body = replace(body, 'delivered', ?) WHERE id = 1", "offered", "claims_changed"),
        ("UPDATE claims SET polarity = ? WHERE id = 1", "denied", "rows_changed"),
        ("UPDATE fillers SET role = ? WHERE id = 1", "recipient", "rows_changed"),
        ("DELETE FROM sources WHERE claim_id = 1 AND position = ?", 0, "rows_changed"),
        ("UPDATE log SET payload = replace(payload, '1.txt', ?) WHERE sequence = 1", "x.txt", "log_payload"),
        ("UPDATE log SET at = ? WHERE sequence = 1", "1999", "log_hash"),
        ("UPDATE log SET head = ? WHERE sequence = 2", "00" * 32, "log_hash"),
        ("DELETE FROM log WHERE sequence = ?", 1, "log_gap"),
        ("UPDATE documents SET digest = ? WHERE id = 1", "00" * 32, "document_missing"),
    ],
)
def test_what_was_changed_is_named(place, statement, value, code):
    """Bytes, text, claims, the rows that are searched, the log."""
    tamper(place, statement, values=(value,))
    assert first_problem(place)[0] == code


def test_text_exchanged_together_with_its_digest_is_still_found(place):
    """The log remembers the text's digest."""
    other = b"Veland never supplied anybody."
    with sqlite3.connect(place) as connection:
        connection.execute(
            "UPDATE layers SET text = ?, text_sha256 = ? WHERE id = 1",
            (zlib.compress(other), hashlib.sha256(other).hexdigest()),
        )
    connection.close()
    code, where = first_problem(place)
    assert code == "text_changed"
    assert "1.txt" in where


def test_the_last_log_entry_cut_off_is_found(place):
    """Its document is then in no entry."""
    tamper(place, "DELETE FROM log WHERE sequence = 2")
    assert first_problem(place)[0] == "not_logged"
