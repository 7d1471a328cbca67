"""JSON lines: one report a line, an object with `text` and what is known of the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from reportedly import __version__
from reportedly.documents import Document, DocumentWarning, Failure, RawInput
from reportedly.ingest.dates import published_date
from reportedly.ingest.plain import is_blank

_BOM = b"\xef\xbb\xbf"


def split_lines(file: str, stream: BinaryIO, line_bytes: int) -> Iterator[RawInput | Failure]:
    """One input per line that is not blank, named `file#L<number>` from 1. A line over `line_bytes` is passed
    over (`too_large`) without being held in memory; a value that spans lines is refused as a whole
    (`bad_json`).
    """
    number = 0
    while line := stream.readline(line_bytes + 1):
        number += 1
        name = f"{file}#L{number}"
        if len(line) > line_bytes and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Failure(name, "too_large", f"the line is longer than {line_bytes} bytes")
            continue
        line = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
        if number == 1 and line in (b"{", b"["):
            yield Failure(file, "bad_json", "one value over several lines; write one object on each line")
            return
        if line:
            yield RawInput(name, line, "application/json")
    if number == 0:
        yield Failure(file, "empty", "the file is empty")


def read_line(raw: RawInput) -> Document | Failure:
    """The document of one line. Codes: `bad_json`, `empty`."""
    try:
        record = orjson.loads(raw.data)
    except orjson.JSONDecodeError as error:
        return Failure(raw.file, "bad_json", f"not JSON: {error}")
    if not isinstance(record, dict):
        return Failure(raw.file, "bad_json", "the line is no JSON object")
    text = record.get("text")
    if not isinstance(text, str):
        return Failure(raw.file, "bad_json", "the object has no `text` that is a string")
    if is_blank(text):
        return Failure(raw.file, "empty", "`text` holds nothing but white space")
    published, warnings = _published(record.get("published"))
    return Document(
        file=raw.file,
        text=text,
        digest=raw.digest,
        reader="jsonl",
        reader_version=__version__,
        media_type="application/json",
        title=_word(record, "title"),
        url=_word(record, "url") or raw.url,
        publisher=_word(record, "publisher"),
        published=published,
        language=_word(record, "language"),
        warnings=warnings,
    )


def _skip_line(stream: BinaryIO) -> None:
    while chunk := stream.readline(1 << 20):
        if chunk.endswith(b"\n"):
            return


def _word(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _published(value: object) -> tuple[str | None, tuple[DocumentWarning, ...]]:
    if value is None or value == "":
        return None, ()
    published = published_date(str(value)) if isinstance(value, (str, int)) else None
    if published:
        return published, ()
    return None, (DocumentWarning("published_unread", f"{str(value)[:80]!r} is no date known here; ignored"),)
