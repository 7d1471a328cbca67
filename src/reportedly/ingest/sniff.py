"""What kind of file some bytes are: by content first, then by what the container or the name says."""

from __future__ import annotations

import re
import zlib
from typing import Literal

Kind = Literal["text", "html", "pdf", "docx", "json", "jsonl", "warc", "gzip", "zip"]

HEAD = 4096
"""Bytes of a file that suffice to tell its kind."""

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_PACKED: dict[Kind, Kind] = {"gzip": "warc", "zip": "docx"}
_UTF8_BOM = b"\xef\xbb\xbf"
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_BY_MEDIA_TYPE: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/json": "json",
    "application/warc": "warc",
}
_BY_SUFFIX: dict[str, Kind] = {
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "pdf": "pdf",
    "docx": "docx",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "json": "jsonl",
    "warc": "warc",
}


def sniff(data: bytes, name: str = "", media_type: str | None = None) -> Kind:
    """The kind of `data`, of which the first `HEAD` bytes are enough save for a DOCX, whose member names are
    looked for.
    """
    kind = _by_content(data)
    claimed = _by_media_type(media_type) or _by_suffix(name)
    if kind is None:
        return claimed or "text"
    # A container whose inside cannot be seen is what it claims to be, and damaged.
    return claimed if claimed == _PACKED.get(kind) and claimed is not None else kind


def _by_content(data: bytes) -> Kind | None:
    if data.startswith(_GZIP):
        return "warc" if _inflated_head(data).startswith(b"WARC/") else "gzip"
    if data.startswith(b"WARC/"):
        return "warc"
    if data.startswith(_ZIP):
        return "docx" if b"word/document.xml" in data else "zip"
    head = data[:1024].removeprefix(_UTF8_BOM).lstrip()
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"<") and _HTML.search(head):
        return "html"
    return None


def _inflated_head(data: bytes) -> bytes:
    """The first bytes inside a gzip, however large it would unpack."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:HEAD], 16)
    except zlib.error:
        return b""


def _by_media_type(media_type: str | None) -> Kind | None:
    return _BY_MEDIA_TYPE.get(media_type.partition(";")[0].strip().lower()) if media_type else None


def _by_suffix(name: str) -> Kind | None:
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return "warc"
    return _BY_SUFFIX.get(lower.rpartition(".")[2])
