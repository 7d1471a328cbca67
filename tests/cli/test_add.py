"""`reportedly add`: everything is in the ledger or on the list of failures, and a second run goes on from
there."""

from __future__ import annotations

import json
import signal
import sqlite3
import time

from reportedly.ledger import Ledger


def test_the_table_tells_what_became_of_the_inputs(call, reports, tmp_path):
    """Read, duplicate, failed with reasons, found."""
    result = call("add", reports, "-l", tmp_path / "case.db")
    told = [line.split() for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert told[:5] == [
        ["3", "read"],
        ["0", "duplicate"],
        ["1", "failed", "(empty", "1)"],
        ["2", "documents", "with", "claims"],
        ["2", "claims", "found"],
    ]
    assert result.stderr == "reportedly: empty.txt: the file is empty [empty]\n"


def test_adding_again_finds_duplicates_and_remembers_new_names(call, reports, place):
    """By one process or two; the ledger's log does not grow for names it knows."""
    (reports / "copy of a.txt").write_bytes((reports / "a.txt").read_bytes())
    (reports / "empty.txt").unlink()
    result = call("add", reports, "-l", place, "--jobs", "2")
    assert result.exit_code == 0
    assert "4  duplicate, 1 of them under a new name" in result.stdout
    with Ledger.open(place) as ledger:
        assert ledger.document("copy of a.txt").files == ("a.txt", "copy of a.txt")
        size = ledger.head().size
    call("add", reports, "-l", place)
    with Ledger.open(place) as ledger:
        assert ledger.head().size == size


def test_only_what_failed_is_tried_again(call, reports, place, monkeypatch, tmp_path):
    """From any folder; what is read then leaves the list."""
    assert "empty.txt" in call("failures", "-l", place).stdout
    (reports / "empty.txt").write_text("Iran supplied Hezbollah with rockets.")
    (reports / "new.txt").write_text("Not asked for.")
    monkeypatch.chdir(tmp_path)
    result = call("add", "--retry-failed", "-l", place)
    assert result.exit_code == 0
    assert "1  read" in result.stdout
    assert call("failures", "-l", place).stdout == "Nothing failed.\n"
    with Ledger.open(place) as ledger:
        assert ledger.document("empty.txt").record.claims == 1


def test_a_line_that_failed_is_tried_again_with_its_file(call, tmp_path):
    """Its neighbours are known."""
    pile, place = tmp_path / "pile.jsonl", tmp_path / "case.db"
    pile.write_text('{"text": "one"}\n{broken\n{"text": "three"}\n')
    assert call("add", pile, "-l", place).exit_code == 1
    pile.write_text('{"text": "one"}\n{"text": "two"}\n{"text": "three"}\n')
    result = call("add", "--retry-failed", "-l", place)
    assert (result.exit_code, result.stderr) == (0, "")
    with Ledger.open(place) as ledger:
        assert [d.file for d in ledger.documents()] == ["pile.jsonl#L1", "pile.jsonl#L3", "pile.jsonl#L2"]
        assert list(ledger.failures()) == []


def test_a_killed_run_is_gone_on_with(start, call, tmp_path):
    """What was committed is whole; the second run adds the rest, once."""
    pile, place = tmp_path / "pile.jsonl", tmp_path / "case.db"
    text = "Iran supplied Hezbollah with rockets. Report {}. " + "The harvest was good. " * 50
    pile.write_text("".join(json.dumps({"text": text.format(n)}) + "\n" for n in range(1500)))
    process = start(["add", pile, "-l", place, "--jobs", "2"])
    deadline = time.monotonic() + 60
    while _documents(place) < 20 and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with Ledger.open(place) as ledger:
        done = ledger.count()
        assert list(ledger.verify()) == []
    assert 20 <= done < 1500
    result = call("add", pile, "-l", place)
    assert result.exit_code == 0
    assert f"{1500 - done}  read" in result.stdout
    assert f"{done}  duplicate" in result.stdout
    assert call("verify", "-l", place).exit_code == 0


def _documents(place) -> int:
    if not place.exists():
        return 0
    try:
        with sqlite3.connect(place) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()
