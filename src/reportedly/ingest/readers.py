"""One input to its documents, by the reader for its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportedly.documents import Document, DocumentWarning, Failure, RawInput
from reportedly.ingest.files import Passed, inputs, members
from reportedly.ingest.jsonl import read_line
from reportedly.ingest.limits import DEFAULT, Limits
from reportedly.ingest.plain import read_plain
from reportedly.ingest.sandbox import parse
from reportedly.ingest.sniff import sniff
from reportedly.ingest.walk import Found


def read(
    paths: Sequence[str | Path | Found], *, limits: Limits = DEFAULT, passed_over: Passed | None = None
) -> Iterator[Document | Failure]:
    """Every report behind `paths` as a document, and one failure for everything that gave none, in a stable
    order.

    `-` is standard input. What is passed over on purpose in archives (redirects, images) is counted in
    `passed_over`.
    """
    for item in inputs(paths, limits, passed_over=passed_over):
        if isinstance(item, Failure):
            yield item
        else:
            yield from _documents(item, limits)


def read_raw(raw: RawInput, limits: Limits = DEFAULT) -> list[Document | Failure]:
    """The documents and failures of one input: one, save for JSON lines and WARCs given as a whole."""
    found: list[Document | Failure] = []
    for item in members(raw, limits):
        if isinstance(item, Failure):
            found.append(item)
        else:
            found.extend(_documents(item, limits))
    return found


def _documents(raw: RawInput, limits: Limits) -> Iterator[Document | Failure]:
    item = read_line(raw) if raw.media_type == "application/json" else _by_content(raw, limits)
    mismatch = raw.hints.get("digest_mismatch")
    if mismatch is not None and isinstance(item, Document):
        item = replace(item, warnings=(*item.warnings, DocumentWarning("digest_mismatch", mismatch)))
    yield item


def _by_content(raw: RawInput, limits: Limits) -> Document | Failure:
    if not raw.data:
        return Failure(raw.file, "empty", "the file is empty")
    kind = sniff(raw.data, raw.file, raw.media_type)
    if kind == "html" or kind == "pdf" or kind == "docx":
        return _parsed(kind, raw, limits)
    if kind == "gzip":
        return Failure(raw.file, "not_text", "a gzip file that is no WARC; unpack it first")
    if kind == "zip":
        return Failure(raw.file, "not_text", "a zip file that is no Word document; unpack it first")
    if kind == "warc":
        return Failure(raw.file, "not_text", "an archive inside an archive")
    return read_plain(raw)


def _parsed(kind: str, raw: RawInput, limits: Limits) -> Document | Failure:
    if len(raw.data) > limits.file_bytes:
        return Failure(raw.file, "too_large", f"larger than {limits.file_bytes} bytes")
    if raw.data.isspace():
        return Failure(raw.file, "empty", "the file holds nothing but white space")
    answers = [reply for reply in parse(kind, raw, limits) if isinstance(reply, (Document, Failure))]
    return answers[0] if answers else Failure(raw.file, "crashed", "the reader gave no answer")
