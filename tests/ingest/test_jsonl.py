"""JSON lines: one report a line, one failure a bad line."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from reportedly.documents import Document, Failure, RawInput
from reportedly.ingest import Limits, read, read_raw


def test_fields_are_taken_over(folder: Path) -> None:
    """Name with line number, digest of the line, and what is known of the report."""
    line = json.dumps({"text": "Ракеты.", "title": "T", "url": "https://x.example/1", "publisher": "P",
                       "published": "2015-03", "language": "ru", "more": 1}).encode()  # fmt: skip
    (folder / "pile.jsonl").write_bytes(b"\n" + line + b"\r\n")
    (document,) = read([folder])
    assert isinstance(document, Document)
    assert (document.file, document.text, document.title) == ("pile.jsonl#L2", "Ракеты.", "T")
    assert (document.url, document.publisher, document.published) == ("https://x.example/1", "P", "2015-03")
    assert (document.language, document.digest) == ("ru", hashlib.sha256(line).hexdigest())


def test_a_bad_line_is_one_failure_and_the_rest_goes_on(folder: Path) -> None:
    lines = [
        '{"text": "one"}',
        "{broken",
        "[1]",
        '{"title": "no text"}',
        '{"text": "  "}',
        '{"text": "\\ud800"}',
        '{"text": "last"}',
    ]
    (folder / "pile.json").write_text("\n".join(lines))
    items = list(read([folder]))
    assert [(item.file, getattr(item, "code", "ok")) for item in items] == [
        ("pile.json#L1", "ok"),
        ("pile.json#L2", "bad_json"),
        ("pile.json#L3", "bad_json"),
        ("pile.json#L4", "bad_json"),
        ("pile.json#L5", "empty"),
        ("pile.json#L6", "bad_json"),
        ("pile.json#L7", "ok"),
    ]


def test_an_unreadable_date_is_ignored_with_a_warning() -> None:
    (document,) = read_raw(RawInput("p.jsonl", b'{"text": "x", "published": "last spring"}'))
    assert isinstance(document, Document)
    assert document.published is None
    assert [warning.code for warning in document.warnings] == ["published_unread"]


def test_a_line_over_the_limit_is_not_held(folder: Path) -> None:
    """The file may be larger than the limit; each line is bounded."""
    (folder / "p.jsonl").write_text(
        '{"text": "' + "x" * 5000 + '"}\n{"text": "after"}\n' + '{"text": "y"}\n' * 100
    )
    items = list(read([folder], limits=Limits(file_bytes=1000)))
    assert isinstance(items[0], Failure)
    assert (items[0].file, items[0].code) == ("p.jsonl#L1", "too_large")
    assert len(items) == 102
    assert all(isinstance(item, Document) for item in items[1:])


def test_a_value_over_several_lines_is_refused_once() -> None:
    """Not one failure for each of its lines."""
    (failure,) = read_raw(RawInput("p.json", json.dumps([{"text": "x"}] * 50, indent=2).encode()))
    assert isinstance(failure, Failure)
    assert failure.code == "bad_json"
