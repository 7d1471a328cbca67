"""Removal, checkpoints, backups: what must go goes, what must stay stays."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
import reports

from reportedly.errors import LedgerError
from reportedly.ledger import Ledger
from reportedly.ledger.custody import backup, checkpoint, compare, copy, read_checkpoint, remove


def test_a_removed_document_leaves_a_tombstone_and_no_bytes(workbench, visitor):
    """Not in the file, not in the log; and every checkpoint handed out still fits."""
    ledger = workbench.bench.ledger
    kept = ledger.head()
    claim = workbench.claim("karsk.txt")
    visitor.post(f"/claims/{claim}/decide", {"verdict": "accept", "reason": "says the Zanzibar note"})
    digest = workbench.bench.snapshot().by_id[claim].claim.digest
    remove(ledger, digest, by="ana", reason="names a source")
    for file in Path(workbench.bench.place).parent.glob("case.db*"):
        data = file.read_bytes()
        assert b"Zanzibar" not in data
        assert b"karsk.txt" not in data
    assert list(ledger.verify()) == []
    compare(ledger, kept)
    assert "names a source" in visitor.get("/custody")[2]
    assert visitor.get(f"/documents/{digest}")[0] == 404


def test_removed_bytes_do_not_come_back(ledger_file):
    """A later crawl finds them again."""
    with Ledger.open(ledger_file) as ledger:
        document, data = reports.document(reports.COAST, "coast.txt")
        remove(ledger, document.digest, by="ana", reason="court order")
        with pytest.raises(LedgerError) as refused:
            ledger.add(document, data, [], run=reports.RUN)
        assert refused.value.code == "removed"


def test_only_an_admin_removes(workbench):
    """A reviewer decides about claims, not about documents."""
    digest = next(iter(workbench.bench.snapshot().documents))
    fields = {"deed": "remove", "document": digest, "reason": "because"}
    assert workbench.visitor("ben", "reviewer").post("/custody", fields)[0] == 403
    assert workbench.visitor("ana", "admin").post("/custody", fields)[0] == 303
    assert digest not in workbench.bench.snapshot().documents


def test_a_checkpoint_tells_a_rewritten_log(ledger_file):
    """And one that lost its end."""
    with Ledger.open(ledger_file) as ledger:
        note = checkpoint(ledger.head())
        head = read_checkpoint(note)
        compare(ledger, head)
        with pytest.raises(LedgerError, match="rewritten"):
            compare(ledger, type(head)(head.size, "0" * 64))
        with pytest.raises(LedgerError, match="missing"):
            compare(ledger, type(head)(head.size + 1, head.root))


def test_a_backup_taken_in_use_opens_and_is_put_back(ledger_file, tmp_path):
    """With the same head, and nothing that verify finds."""
    with Ledger.open(ledger_file) as ledger:
        backup(ledger, tmp_path / "copy.db")
        with (
            Ledger.open(tmp_path / "copy.db") as source,
            Ledger.open(tmp_path / "new.db", create=True) as target,
        ):
            copy(source, target)
            assert target.head() == ledger.head()
            assert list(target.verify()) == []
        with pytest.raises(LedgerError, match="exists"):
            backup(ledger, tmp_path / "copy.db")


def test_a_decision_changed_behind_the_ledger_is_named(workbench, visitor):
    """By somebody with the file and no key to the log."""
    claim = workbench.claim("karsk.txt")
    visitor.post(f"/claims/{claim}/decide", {"verdict": "accept"})
    with sqlite3.connect(workbench.bench.place) as connection:
        connection.execute("UPDATE decisions SET verdict = 'reject'")
    connection.close()
    assert [p.code for p in workbench.bench.ledger.verify()] == ["decision_changed"]


def test_the_page_verifies_and_compares(workbench, visitor):
    """In words."""
    note = checkpoint(workbench.bench.ledger.head())
    assert "begins with what" in visitor.post("/custody", {"deed": "check", "note": note})[2]
    assert "Every byte" in visitor.post("/custody", {"deed": "verify"})[2]
    assert re.search(
        "rewritten", visitor.post("/custody", {"deed": "check", "note": note[:-65] + "0" * 64})[2]
    )
