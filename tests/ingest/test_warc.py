"""Archives: each record a document, what is passed over counted, what is damaged said."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

from reportedly.documents import Document, Failure, RawInput
from reportedly.ingest import Limits, Passed, read, read_raw
from sample_files import PAGE, write_pdf, write_warc

OK = "200 OK"
URL = "https://harbour.example/a/1"


def archive(folder: Path, data: bytes, name: str = "crawl.warc.gz") -> Path:
    (folder / name).write_bytes(data)
    return folder


def test_records_become_documents(folder: Path) -> None:
    """Named by their number, with the address they were served from; the same address twice stays two."""
    data = write_warc([
        (URL, OK, "text/html; charset=utf-8", PAGE.encode()),
        (URL, OK, "text/plain", b"Same address, other words."),
        ("https://x.example/r.pdf", OK, "application/pdf", write_pdf(["In a PDF."])),
    ])  # fmt: skip
    items = [item for item in read([archive(folder, data)]) if isinstance(item, Document)]
    assert [(item.file, item.reader, item.url) for item in items] == [
        ("crawl.warc.gz#1", "html", URL),
        ("crawl.warc.gz#2", "plain", URL),
        ("crawl.warc.gz#3", "pdf", "https://x.example/r.pdf"),
    ]
    assert all(item.warnings == () for item in items)


def test_what_is_passed_over_is_counted(folder: Path) -> None:
    data = write_warc([
        (URL, "404 Not Found", "text/html", b"<html><body>gone</body></html>"),
        (URL, OK, "image/png", b"\x89PNG"),
        (URL, OK, "text/plain", b"Words."),
    ], gzip=False)  # fmt: skip
    passed: Passed = Counter()
    items = list(read([archive(folder, data, "any.name")], passed_over=passed))
    assert [item.file for item in items] == ["any.name#3"]
    assert passed == {"warc_not_200": 1, "warc_not_text": 1}


def test_an_archive_of_nothing_readable_is_named(folder: Path) -> None:
    (item,) = read([archive(folder, write_warc([(URL, OK, "image/png", b"\x89PNG")]))])
    assert isinstance(item, Failure)
    assert item.code == "nothing_to_read"


def test_records_before_a_break_stay(folder: Path) -> None:
    """Cut in the payload of the third of three records, packed and unpacked."""
    records = [(f"{URL}{n}", OK, "text/plain", f"Words {n}. ".encode() * 400) for n in range(3)]
    for name, data in (("a.warc", write_warc(records, gzip=False)), ("b.warc.gz", write_warc(records))):
        archive(folder, data[:-40], name)
    items = list(read([folder]))
    assert [(item.file, getattr(item, "code", "ok")) for item in items] == [
        ("a.warc#1", "ok"), ("a.warc#2", "ok"), ("a.warc", "damaged_warc"),
        ("b.warc.gz#1", "ok"), ("b.warc.gz#2", "ok"), ("b.warc.gz", "damaged_warc"),
    ]  # fmt: skip


def test_a_digest_that_does_not_match_is_a_warning() -> None:
    data = write_warc([(URL, OK, "text/plain", b"Original words.")], gzip=False)
    (item,) = read_raw(RawInput("a.warc", data.replace(b"Original", b"Tampered")))
    assert isinstance(item, Document)
    assert item.text == "Tampered words."
    assert [warning.code for warning in item.warnings] == ["digest_mismatch"]


def test_each_record_is_bounded() -> None:
    """A record that unpacks to more than a file may hold costs itself only."""
    data = write_warc([(URL, OK, "text/plain", bytes(5_000_000)), (URL, OK, "text/plain", b"Words.")])
    items = read_raw(RawInput("a.warc.gz", data), Limits(file_bytes=1_000_000))
    assert [(item.file, getattr(item, "code", "ok")) for item in items] == [
        ("a.warc.gz#1", "too_large"),
        ("a.warc.gz#2", "ok"),
    ]


def test_a_spoofed_page_in_an_archive_is_noted() -> None:
    (item,) = read_raw(
        RawInput("a.warc", write_warc([("https://copycat.example/", OK, "text/html", PAGE.encode())]))
    )
    assert isinstance(item, Document)
    assert [warning.code for warning in item.warnings] == ["spoofed_canonical"]


def test_an_archive_packed_as_a_whole_is_read() -> None:
    """As by running gzip on a .warc, against the standard but common."""
    data = write_warc([(URL, OK, "text/plain", b"One."), (URL, OK, "text/plain", b"Two.")], gzip=False)
    items = read_raw(RawInput("a.warc.gz", gzip.compress(data)))
    assert [item.text for item in items if isinstance(item, Document)] == ["One.", "Two."]
