"""From files to inputs: bytes bounded before they are read, containers opened into their members."""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportedly.documents import Failure, RawInput
from reportedly.ingest.frames import Tally
from reportedly.ingest.jsonl import split_lines
from reportedly.ingest.limits import DEFAULT, Limits
from reportedly.ingest.sandbox import parse
from reportedly.ingest.sniff import HEAD, sniff
from reportedly.ingest.walk import STDIN, Found, discover

Passed = Counter[str]
"""How many things were passed over on purpose, by what they are (`warc_not_200`, `warc_not_text`,
`warc_other_record`).
"""


def inputs(
    paths: Sequence[str | Path | Found], limits: Limits = DEFAULT, *, passed_over: Passed | None = None
) -> Iterator[RawInput | Failure]:
    """The bytes behind `paths`, one input per file, line of JSON lines, or record of a WARC; nothing is
    parsed but WARCs.

    Codes: those of `discover`, and `too_large`, `empty`, `bad_json`, `damaged_warc`, `timeout`, `crashed`.
    """
    for found in discover(paths):
        if isinstance(found, Failure):
            yield found
        else:
            yield from _file(found, limits, passed_over)


def members(raw: RawInput, limits: Limits, passed_over: Passed | None = None) -> Iterator[RawInput | Failure]:
    """The inputs inside one input: the lines of JSON lines, the records of a WARC, else the input itself."""
    kind = "json" if raw.media_type == "application/json" else sniff(raw.data, raw.file, raw.media_type)
    if kind == "jsonl":
        yield from split_lines(raw.file, BytesIO(raw.data), limits.file_bytes)
    elif kind == "warc":
        yield from _records("warc", raw, limits, passed_over)
    else:
        yield raw


def _file(found: Found, limits: Limits, passed_over: Passed | None) -> Iterator[RawInput | Failure]:
    try:
        if found.path == STDIN:
            yield from members(
                RawInput(STDIN, _bounded(sys.stdin.buffer, limits.file_bytes)), limits, passed_over
            )
            return
        with open(found.path, "rb", buffering=0) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):  # a pipe that the user named, as shells make for <(command)
                raw = RawInput(found.file, _bounded(stream, limits.file_bytes))
                yield from members(raw, limits, passed_over)
                return
            size, head = status.st_size, stream.read(HEAD) or b""
            kind = sniff(head, found.file)
            if kind == "warc":
                yield from _archive(found, size, limits, passed_over)
            elif kind == "jsonl":
                yield from _lines(found, limits)
            elif size > limits.file_bytes:
                yield _too_large(found.file, limits.file_bytes)
            else:
                yield RawInput(
                    found.file, head if len(head) == size else head + _bounded(stream, limits.file_bytes)
                )
    except FileNotFoundError:
        yield Failure(found.file, "not_found", "there is no such file")
    except _TooLargeError:
        yield _too_large(found.file, limits.file_bytes)
    except OSError as error:
        yield Failure(found.file, "unreadable", error.strerror or "the file cannot be read")


class _TooLargeError(Exception):
    """More came than may be read; raised with the excess unread."""


def _bounded(stream: BinaryIO, most: int) -> bytes:
    """All of a stream whose size is not known beforehand, or which may grow while it is read."""
    chunks, size = [], 0
    while chunk := stream.read(1 << 20):
        chunks.append(chunk)
        size += len(chunk)
        if size > most:
            raise _TooLargeError
    return b"".join(chunks)


def _too_large(file: str, most: int) -> Failure:
    return Failure(file, "too_large", f"larger than {most} bytes; not read")


def _lines(found: Found, limits: Limits) -> Iterator[RawInput | Failure]:
    with open(found.path, "rb") as stream:
        yield from split_lines(found.file, stream, limits.file_bytes)


def _archive(
    found: Found, size: int, limits: Limits, passed_over: Passed | None
) -> Iterator[RawInput | Failure]:
    if size == 0:
        yield Failure(found.file, "empty", "the file is empty")
    elif size > limits.archive_bytes:
        yield _too_large(found.file, limits.archive_bytes)
    else:
        path = os.fsencode(os.path.abspath(found.path))
        yield from _records("warc_file", RawInput(found.file, path), limits, passed_over)


def _records(
    reader: str, raw: RawInput, limits: Limits, passed_over: Passed | None
) -> Iterator[RawInput | Failure]:
    """The records of a WARC; an archive of which nothing could be a report is a failure, not silence."""
    nothing, skipped = True, 0
    with closing(parse(reader, raw, limits)) as replies:
        for reply in replies:
            if isinstance(reply, Tally):
                skipped += reply.number
                if passed_over is not None:
                    passed_over[reply.what] += reply.number
            elif isinstance(reply, (RawInput, Failure)):
                nothing = False
                yield reply
    if nothing:
        yield Failure(
            raw.file,
            "nothing_to_read",
            f"no page, text or PDF in the archive ({skipped} records passed over)",
        )
