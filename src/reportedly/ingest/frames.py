"""What a session with a parser process looks like on the pipe: frames of a JSON header and a body of bytes.

JSON rather than pickles, because the process on the other side has just parsed hostile bytes.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import Any, BinaryIO, NamedTuple

from reportedly.documents import Document, DocumentWarning, Failure, RawInput
from reportedly.ingest.limits import Limits

PREFIX = struct.Struct(">IQ")
"""Length of the header, length of the body, in bytes."""

MAX_HEADER = 1 << 20
Header = dict[str, Any]


class Tally(NamedTuple):
    """Things passed over on purpose: how many, by what they are."""

    what: str
    number: int


Reply = Document | Failure | RawInput | Tally


def pack(header: Header, body: bytes = b"") -> bytes:
    """One frame. Lone surrogates in the header are replaced: nothing behind the pipe could store them."""
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return PREFIX.pack(len(head), len(body)) + head + body


def unpack(stream: BinaryIO) -> tuple[Header, bytes] | None:
    """The next frame, or None at the end of the stream."""
    prefix = stream.read(PREFIX.size)
    if len(prefix) < PREFIX.size:
        return None
    head, body = PREFIX.unpack(prefix)
    return json.loads(stream.read(head)), stream.read(body)


def pack_job(reader: str, raw: RawInput, limits: Limits) -> bytes:
    """Ask for `raw` to be read by `reader`."""
    header = {
        "reader": reader,
        "file": raw.file,
        "media_type": raw.media_type,
        "url": raw.url,
        "hints": raw.hints,
        "limits": asdict(limits),
    }
    return pack(header, raw.data)


def unpack_job(header: Header, body: bytes) -> tuple[str, RawInput, Limits]:
    raw = RawInput(header["file"], body, header["media_type"], header["url"], header["hints"])
    return header["reader"], raw, Limits(**header["limits"])


def pack_reply(reply: Reply) -> bytes:
    if isinstance(reply, Document):
        fields = {name: getattr(reply, name) for name in _DOCUMENT_FIELDS}
        warnings = [[warning.code, warning.detail] for warning in reply.warnings]
        return pack(
            {"kind": "document", "warnings": warnings, **fields}, reply.text.encode("utf-8", "replace")
        )
    if isinstance(reply, Failure):
        return pack({"kind": "failure", "code": reply.code, "reason": reply.reason, "file": reply.file})
    if isinstance(reply, RawInput):
        fields = {"file": reply.file, "media_type": reply.media_type, "url": reply.url, "hints": reply.hints}
        return pack({"kind": "raw", **fields}, reply.data)
    return pack({"kind": "tally", "what": reply.what, "number": reply.number})


_DOCUMENT_FIELDS = (
    "reader",
    "reader_version",
    "media_type",
    "title",
    "url",
    "publisher",
    "published",
    "language",
)


def unpack_reply(header: Header, body: bytes, raw: RawInput) -> Reply:
    """The reply to the job for `raw`; file name and digest of a document are taken from `raw`, not from the
    process.
    """
    kind = header["kind"]
    if kind == "document":
        fields = {name: header[name] for name in _DOCUMENT_FIELDS}
        warnings = tuple(DocumentWarning(code, detail) for code, detail in header["warnings"])
        return Document(raw.file, body.decode("utf-8"), raw.digest, warnings=warnings, **fields)
    if kind == "failure":
        return Failure(header["file"], header["code"], header["reason"])
    if kind == "raw":
        return RawInput(header["file"], body, header["media_type"], header["url"], header["hints"])
    return Tally(header["what"], header["number"])
