"""What kind of file some bytes are taken for."""

from __future__ import annotations

import gzip

import pytest

from reportedly.ingest.sniff import sniff


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "report.txt", "pdf"),
        (b"\xef\xbb\xbf  <!DOCTYPE HTML><p>", "report.txt", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "report", "html"),
        (b"WARC/1.0\r\n", "report.txt", "warc"),
        (gzip.compress(b"WARC/1.1\r\n" * 100), "crawl.gz", "warc"),
        (gzip.compress(b"some text"), "report.gz", "gzip"),
        (b"PK\x03\x04....word/document.xml", "report.zip", "docx"),
        (b"\x1f\x8bbroken", "crawl.warc.gz", "warc"),
        (b"PK\x03\x04broken", "report.docx", "docx"),
        (b"plain <html> inside", "report.txt", "text"),
        (b"<p>fragment", "report.HTM", "html"),
        (b"<p>fragment", "report.txt", "text"),
        (b"{}", "pile.ndjson", "jsonl"),
        (b"{}", "notes.txt", "text"),
        (b"not one", "broken.pdf", "pdf"),
    ],
)
def test_content_decides_and_then_the_name(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name) == kind


def test_the_container_is_heard_before_the_name() -> None:
    """A record that was served as HTML is HTML, whatever its name."""
    assert sniff(b"<div>x", "crawl.warc#3", "text/html; charset=utf-8") == "html"
