"""WARC archives: each response or resource that may be a report, as bytes of its own. Runs in the parser
process.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed

from reportedly.documents import Failure, RawInput
from reportedly.ingest.frames import Reply, Tally
from reportedly.ingest.limits import Limits

_CHUNK = 1 << 14
_READABLE = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


class _CutShortError(Exception):
    """The archive ends inside a record."""


def split_file(raw: RawInput, limits: Limits) -> Iterator[Reply]:
    """The records of the archive whose path is `raw.data`."""
    with open(os.fsdecode(raw.data), "rb") as stream:
        yield from _split(raw.file, stream, limits)


def split_bytes(raw: RawInput, limits: Limits) -> Iterator[Reply]:
    """The records of the archive whose bytes are `raw.data`."""
    yield from _split(raw.file, BytesIO(raw.data), limits)


def _split(file: str, stream: BinaryIO, limits: Limits) -> Iterator[Reply]:
    """Records as inputs named `file#<n>`, n counting every record from 1; what is passed over is tallied.
    Where the archive breaks off there is one failure `damaged_warc`; the records before it stand.
    """
    number = 0
    try:
        for record in WARCIterator(_unpacked(stream), check_digests=True):
            number += 1
            yield _input(f"{file}#{number}", record, limits)
    except _CutShortError:
        yield Failure(file, "damaged_warc", f"the archive ends inside record {number}")
        return
    except (ArchiveLoadFailed, EOFError, ValueError, OSError, zlib.error) as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        yield Failure(file, "damaged_warc", f"after {number} records the archive cannot be read on: {reason}")
        return
    if number == 0:
        yield Failure(file, "damaged_warc", "the archive holds no record")


class _Inflated:
    """The bytes inside a gzip: a member for each record or, against the standard but common, one for all. A
    file that breaks off simply ends, so that the records before the break can be told from the one in it.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._inflate = zlib.decompressobj(wbits=31)

    def read(self, size: int) -> bytes:
        """At most `size` bytes, at least one until the end."""
        while True:
            if self._inflate.eof:
                packed = self._inflate.unused_data.lstrip(b"\0") or self._stream.read(_CHUNK).lstrip(b"\0")
                self._inflate = zlib.decompressobj(wbits=31)
            else:
                packed = self._inflate.unconsumed_tail or self._stream.read(_CHUNK)
            if not packed:
                return b""
            unpacked = self._inflate.decompress(packed, size)
            if unpacked:
                return unpacked


def _unpacked(stream: BinaryIO) -> BinaryIO | _Inflated:
    packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    return _Inflated(stream) if packed else stream


def _input(name: str, record: Any, limits: Limits) -> Reply:
    """One record: an input, or a word on why it is none. The record is read to its end, so that its digest is
    known.
    """
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    media_type = _media_type(record)
    if record.rec_type not in ("response", "resource"):
        passed_over = "warc_other_record"
    elif status != "200":
        passed_over = "warc_not_200"
    elif media_type not in _READABLE:
        passed_over = "warc_not_text"
    else:
        return _payload(name, record, media_type, limits)
    _drain(record)
    return Tally(passed_over, 1)


def _payload(name: str, record: Any, media_type: str, limits: Limits) -> Reply:
    content = record.content_stream()
    chunks, size = [], 0
    while size <= limits.file_bytes and (chunk := content.read(1 << 16)):
        chunks.append(chunk)
        size += len(chunk)
    _drain(record)
    if size > limits.file_bytes:
        return Failure(name, "too_large", f"the record is larger than {limits.file_bytes} bytes")
    hints = {}
    charset = _CHARSET.search(_content_type(record))
    if charset:
        hints["charset"] = charset[1]
    if record.digest_checker.passed is False:
        hints["digest_mismatch"] = "; ".join(record.digest_checker.problems)[:200]
    return RawInput(
        name, b"".join(chunks), media_type, record.rec_headers.get_header("WARC-Target-URI"), hints
    )


def _drain(record: Any) -> None:
    """Read what is left of a record. Fewer bytes than it declares: the archive was cut here."""
    while record.raw_stream.read(1 << 16):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise _CutShortError


def _media_type(record: Any) -> str:
    return _content_type(record).partition(";")[0].strip().lower()


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""
