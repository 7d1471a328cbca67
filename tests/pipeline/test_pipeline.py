"""From paths to outcomes, by one process or several."""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from pathlib import Path

import hazards
import pytest

from reportedly.documents import RawInput
from reportedly.pipeline import Done, Failed, Known, extracted, run

TEXT = "Iran supplied Hezbollah with Kornet anti-tank missiles, the minister said on Monday. Report {}."


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Files, an empty one among them, and JSON lines."""
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(TEXT.format(number))
    (tmp_path / "07-empty.txt").touch()
    lines = [json.dumps({"text": TEXT.format(number)}) for number in range(100, 140)]
    (tmp_path / "more.jsonl").write_text("\n".join(lines))
    return tmp_path


def told(paths: list[Path], jobs: int) -> list[object]:
    """Every outcome in order, as a text or a failure."""
    outcomes = [outcome for batch in run(paths, hazards.text_of, jobs=jobs) for outcome in batch.outcomes]
    return [o.value if isinstance(o, Done) else o for o in outcomes]


def test_the_outcomes_are_the_same_with_any_number_of_workers(pile):
    """And in the order of the input, failures in their place."""
    alone = told([pile], 1)
    assert len(alone) == 71
    assert isinstance(alone[7], Failed)
    assert told([pile], 2) == told([pile], 3) == alone


def test_the_work_is_done_by_several_processes(pile):
    """Not by this one."""
    outcomes = [o for batch in run([pile], hazards.name_and_pid, jobs=2) for o in batch.outcomes]
    processes = {o.value[1] for o in outcomes if isinstance(o, Done)}
    assert processes
    assert os.getpid() not in processes


def test_a_report_that_ends_its_worker_is_one_failure(pile):
    """A file and a line; everything else is done."""
    (pile / "05-poison.txt").write_text("POISON")
    lines = (pile / "more.jsonl").read_text().split("\n")
    lines[19] = json.dumps({"text": "POISON"})
    (pile / "more.jsonl").write_text("\n".join(lines))
    results = told([pile], 2)
    failures = [(r.failure.file, r.failure.code) for r in results if isinstance(r, Failed)]
    assert failures == [
        ("05-poison.txt", "crashed"),
        ("07-empty.txt", "empty"),
        ("more.jsonl#L20", "crashed"),
    ]
    assert len([r for r in results if isinstance(r, str)]) == 69


def test_a_fault_of_the_program_is_one_failure_with_its_trace(tmp_path):
    """On one line; the rest is done."""
    (tmp_path / "a.txt").write_text("FAULT")
    (tmp_path / "b.txt").write_text("fine")
    failed, done = told([tmp_path], 1)
    assert isinstance(failed, Failed)
    assert failed.failure.code == "internal"
    assert failed.failure.reason.endswith("ValueError: two lines")
    assert "text_of" in failed.trace
    assert done == "fine"


def test_known_bytes_are_not_parsed(pile):
    """Their names are told."""
    batches = run([pile], hazards.text_of, known=lambda digest: digest != RawInput("", b"").digest)
    outcomes = [outcome for batch in batches for outcome in batch.outcomes]
    assert sum(isinstance(outcome, Known) for outcome in outcomes) == 70


def test_documents_are_counted_also_where_nothing_is_harvested(pile):
    """A pile that says nothing was still read."""
    batches = list(run([pile], hazards.nothing))
    assert sum(batch.documents for batch in batches) == 70
    assert all(isinstance(o, Failed) for batch in batches for o in batch.outcomes)


def test_extracted_gives_documents_with_their_claims(pile):
    """For programs: each document with claims that quote it."""
    first = next(iter(extracted([pile / "00.txt"])))
    (claim,) = first.claims
    assert first.document.text[claim.evidence[0].start : claim.evidence[0].end] == claim.evidence[0].text


def test_what_the_screen_puts_aside_is_neither_laid_out_nor_searched(tmp_path):
    """And still counts as read."""
    (tmp_path / "a.txt").write_text(TEXT.format(1))
    (tmp_path / "b.txt").write_text("The harvest was good.")
    (batch,) = run([tmp_path], hazards.zones_of, screen=hazards.says_iran)
    first, second = (outcome.value for outcome in batch.outcomes)
    assert first > 0
    assert second == 0
    assert batch.documents == 2


def record(number: int) -> bytes:
    """A WARC response; the fourth is of a page that was not there."""
    status = "404 Not Found" if number == 3 else "200 OK"
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\n\r\n{TEXT.format(number)}"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
    )
    return f"{head}Content-Length: {len(http)}\r\n\r\n{http}\r\n\r\n".encode()


def test_the_records_of_an_archive_are_shared_out(tmp_path, monkeypatch):
    """In their order, each under its number; what is no report is told as passed over."""
    monkeypatch.setattr("reportedly.pipeline.shards.MOST_FILES", 5)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(number)) for number in range(12)))
    batches = list(run([path], hazards.name_and_pid, jobs=2))
    names = [outcome.value[0] for batch in batches for outcome in batch.outcomes]
    assert names == [f"crawl.warc.gz#{n}" for n in range(1, 13) if n != 4]
    assert len(batches) == 3
    assert sum((Counter(dict(batch.passed)) for batch in batches), Counter()) == {"warc_not_200": 1}
