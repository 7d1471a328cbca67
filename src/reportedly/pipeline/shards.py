"""Cuts any pile into shards of bounded size, in a stable order: files together, long JSON-lines files by
ranges of lines, WARC archives by records. What the cuts are depends on the pile alone, never on the number of
workers."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from reportedly.documents import Failure, RawInput
from reportedly.ingest import Found, Limits, Passed, discover, inputs, printable
from reportedly.ingest.jsonl import split_lines
from reportedly.ingest.sniff import HEAD, sniff
from reportedly.ingest.walk import STDIN

FIRST_FILES, MOST_FILES = 8, 128
"""Files in the first shard, and in later ones: a small pile still keeps every worker busy."""
SHARD_BYTES = 1 << 20
LINE_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Files:
    """Whole files, and what was found not to be one."""

    items: tuple[Found | Failure, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a JSON-lines file from byte `start` to `end`; the first of them is line `first` of the
    file, from 1."""

    found: Found
    start: int
    end: int
    first: int

    @property
    def size(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Records:
    """Inputs that were read where the shards are cut: records of an archive, or standard input."""

    path: str
    items: tuple[RawInput | Failure, ...]
    size: int
    passed: tuple[tuple[str, int], ...] = ()


Shard = Files | Lines | Records


def find(paths: Sequence[str | Path | Found]) -> Iterator[Found | Failure]:
    """The files behind `paths`: in a folder named relative to it, a file given by itself by its base name."""
    for path in paths:
        alone = not isinstance(path, Found) and os.fspath(path) != STDIN and not os.path.isdir(path)
        for item in discover([path]):
            if alone and isinstance(item, Found):
                yield Found(item.path, printable(os.path.basename(item.path)))
            else:
                yield item


def cut(paths: Sequence[str | Path | Found], limits: Limits) -> Iterator[Shard]:
    """The shards of everything behind `paths`, in order."""
    waiting: list[Found | Failure] = []
    size, most = 0, FIRST_FILES
    for item in find(paths):
        kind = None if isinstance(item, Failure) else _container(item)
        if kind is None:
            waiting.append(item)
            size += 0 if isinstance(item, Failure) else _size(item.path)
        if waiting and (kind is not None or len(waiting) >= most or size >= SHARD_BYTES):
            yield Files(tuple(waiting), size)
            waiting, size, most = [], 0, min(most * 2, MOST_FILES)
        if kind is not None and isinstance(item, Found):
            yield from _ranges(item) if kind == "jsonl" else _batches(item, limits)
    if waiting:
        yield Files(tuple(waiting), size)


def open_shard(shard: Shard, limits: Limits, passed: Passed) -> Iterator[tuple[RawInput | Failure, str]]:
    """The inputs of a shard, each with the path of its file."""
    if isinstance(shard, Lines):
        for item in _lines(shard, limits):
            yield item, shard.found.path
    elif isinstance(shard, Records):
        passed.update(dict(shard.passed))
        for item in shard.items:
            yield item, shard.path
    else:
        for found in shard.items:
            if isinstance(found, Failure):
                yield found, ""
                continue
            for item in inputs([found], limits, passed_over=passed):
                yield item, found.path


def split(shard: Shard) -> list[Shard]:
    """The shard's single inputs (files, lines, records), each as a shard."""
    if isinstance(shard, Files):
        return [Files((item,), 0) for item in shard.items]
    if isinstance(shard, Records):
        return [Records(shard.path, (item,), 0) for item in shard.items]
    with open(shard.found.path, "rb") as stream:
        stream.seek(shard.start)
        singles, position, number = [], shard.start, shard.first
        while position < shard.end:
            end = position + _line_length(stream)
            singles.append(Lines(shard.found, position, end, number))
            position, number = end, number + 1
    return list(singles)


def name_of(shard: Shard) -> tuple[str, str]:
    """File and path of a shard that holds a single input."""
    if isinstance(shard, Lines):
        return f"{shard.found.file}#L{shard.first}", shard.found.path
    if isinstance(shard, Records):
        return shard.items[0].file, shard.path
    item = shard.items[0]
    return item.file, item.path if isinstance(item, Found) else ""


def _container(found: Found) -> str | None:
    """`jsonl` or `warc` where the file may be long and can be shared out, `stdin`, else None."""
    if found.path == STDIN:
        return "stdin"
    name = found.path.lower()
    if not name.endswith((".jsonl", ".ndjson", ".json", ".warc", ".warc.gz")):
        return None
    try:
        with open(found.path, "rb") as stream:
            head = stream.read(HEAD)
    except OSError:
        return None
    kind = sniff(head, found.file)
    if kind == "jsonl":
        first = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].strip()
        # A value over several lines is refused as a whole, by one failure.
        return None if not head or first in (b"{", b"[") else "jsonl"
    return "warc" if kind == "warc" else None


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _ranges(found: Found) -> Iterator[Lines]:
    """Ranges of whole lines; only line feeds are looked for."""
    start, first, position, lines = 0, 1, 0, 0
    with open(found.path, "rb", buffering=0) as stream:
        while block := stream.read(LINE_BYTES):
            last = block.rfind(b"\n")
            if last >= 0:
                end = position + last + 1
                yield Lines(found, start, end, first)
                lines += block.count(b"\n")
                start, first = end, lines + 1
            position += len(block)
    if position > start:
        yield Lines(found, start, position, first)


def _batches(found: Found, limits: Limits) -> Iterator[Records]:
    items: list[RawInput | Failure] = []
    size, passed = 0, Passed()
    for item in inputs([found], limits, passed_over=passed):
        items.append(item)
        size += len(item.data) if isinstance(item, RawInput) else 0
        if size >= SHARD_BYTES or len(items) >= MOST_FILES:
            yield Records(found.path, tuple(items), size, tuple(passed.items()))
            items, size = [], 0
            passed.clear()
    if items or passed:
        yield Records(found.path, tuple(items), size, tuple(passed.items()))


def _line_length(stream: BinaryIO) -> int:
    """Bytes of the next line, which need not fit in memory."""
    length = 0
    while chunk := stream.readline(1 << 20):
        length += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return length


class _Range:
    """A stretch of a file as a stream of lines, after an empty line that stands for all lines before it."""

    def __init__(self, stream: BinaryIO, shard: Lines) -> None:
        self._stream = stream
        self._left = shard.size
        self._before = shard.first > 1
        stream.seek(shard.start)

    def readline(self, most: int = -1) -> bytes:
        if self._before:
            self._before = False
            return b"\n"
        line = self._stream.readline(min(most, self._left) if most >= 0 else self._left)
        self._left -= len(line)
        return line


def _lines(shard: Lines, limits: Limits) -> Iterator[RawInput | Failure]:
    shift = max(shard.first - 2, 0)
    try:
        with open(shard.found.path, "rb") as stream:
            ranged: BinaryIO = _Range(stream, shard)  # type: ignore[assignment]
            for item in split_lines(shard.found.file, ranged, limits.file_bytes):
                name, mark, number = item.file.rpartition("#L")
                yield replace(item, file=f"{name}#L{int(number) + shift}") if shift and mark else item
    except OSError as error:
        yield Failure(shard.found.file, "unreadable", error.strerror or "the file cannot be read")
