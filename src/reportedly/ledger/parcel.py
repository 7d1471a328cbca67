"""A document packed for the ledger: bytes and text compressed, every claim turned into rows, every quote
checked.

Packing is a pure function, so that workers do it and the one writer only writes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
import zlib
from dataclasses import dataclass
from typing import Any

from reportedly.claims import Claim, Filler, Source, When
from reportedly.documents import Document
from reportedly.errors import LedgerError

CODEC = "zlib"
_LEVEL = 6
_LARGEST = 2**63 - 1

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimParcel:
    """One claim as rows of `claims`, `fillers`, `sources` and `evidence`, without their keys."""

    claim: Row
    fillers: tuple[Row, ...]
    sources: tuple[Row, ...]
    evidence: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One document as rows. `path` is where its file lay, for people; it is no part of what the document
    is."""

    file: str
    path: str | None
    digest: str
    blob: Row
    layer: Row
    document: Row
    claims: tuple[ClaimParcel, ...]


def pack(document: Document, blob: bytes, claims: list[Claim], *, path: str | None = None) -> Parcel:
    """Raises LedgerError `digest_mismatch` or `ungrounded` where bytes or quotes are not what they are said
    to be."""
    if hashlib.sha256(blob).hexdigest() != document.digest:
        raise LedgerError(
            f"{document.file}: the bytes do not have the document's digest", code="digest_mismatch"
        )
    for claim in claims:
        check_grounded(document, claim)
    return Parcel(
        file=document.file,
        path=path,
        digest=document.digest,
        blob={
            "sha256": document.digest,
            "size": len(blob),
            "codec": CODEC,
            "data": zlib.compress(blob, _LEVEL),
        },
        layer=_layer(document),
        document=_document(document, len(claims)),
        claims=tuple(_claim(document.digest, claim) for claim in claims),
    )


def check_grounded(document: Document, claim: Claim) -> None:
    """Refuses a claim whose quotes or mentions are not the document's words at their offsets."""
    quotes = [(q.start, q.end, q.text) for q in claim.evidence]
    quotes += [(s.cue.start, s.cue.end, s.cue.text) for s in claim.attribution if s.cue]
    quotes += [(s.start, s.end, s.mention) for s in claim.attribution]
    quotes += [(f.start, f.end, f.mention) for _, fillers in claim.roles for f in fillers]
    for start, end, words in quotes:
        if not 0 <= start < end <= len(document.text) or document.text[start:end] != words:
            where = f"{document.file}: {claim.kind} claim"
            raise LedgerError(f"{where} quotes words that do not stand at {start}:{end}", code="ungrounded")
    if not claim.evidence:
        raise LedgerError(f"{document.file}: {claim.kind} claim without evidence", code="ungrounded")


def encode_text(text: str) -> bytes:
    """The bytes of a text layer, of which `text_sha256` is the digest. A lone surrogate is kept as it
    stands."""
    return text.encode("utf-8", "surrogatepass")


def fold(words: str) -> str:
    """`words` as filters compare them: compatibility forms and case do not count."""
    return unicodedata.normalize("NFKC", words).casefold().replace("\x00", " ")


def span_of(when: When) -> tuple[str | None, str | None]:
    """The first and last day that `when` may mean, for comparison as text; an open end is the end of time."""
    if when.start is None and when.end is None:
        return None, None
    first = {4: "-01-01", 7: "-01"}.get(len(when.start), "") if when.start else ""
    last = {4: "-12-31", 7: "-31"}.get(len(when.end), "") if when.end else ""
    return (when.start or "0000-01-01") + first, (when.end or "9999-12-31") + last


def _layer(document: Document) -> Row:
    encoded = encode_text(document.text)
    return {
        "digest": document.digest,
        "reader": document.reader,
        "reader_version": document.reader_version,
        "options": "{}",
        "text_sha256": hashlib.sha256(encoded).hexdigest(),
        "characters": len(document.text),
        "codec": CODEC,
        "text": zlib.compress(encoded, _LEVEL),
        "zones": json.dumps([[z.start, z.end, z.kind, z.language] for z in document.zones]),
        "warnings": json.dumps([{"code": w.code, "detail": w.detail} for w in document.warnings]),
    }


def _document(document: Document, claims: int) -> Row:
    return {
        "digest": document.digest,
        "media_type": storable(document.media_type),
        "title": storable(document.title),
        "url": storable(document.url),
        "publisher": storable(document.publisher),
        "published": document.published,
        "language": document.language,
        "claims": claims,
        "warnings": len(document.warnings),
    }


def storable(text: str | None) -> str | None:
    """`text` as every database takes it: NUL and lone surrogates, which PostgreSQL refuses, become U+FFFD."""
    if text is None or (text.isprintable() and "\x00" not in text):
        return text
    return text.replace("\x00", "\ufffd").encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _claim(digest: str, claim: Claim) -> ClaimParcel:
    body = claim.to_json(file="", digest=digest, explain=True)
    identity = body.pop("id")
    del body["file"]
    first, last = span_of(claim.when)
    row = {
        "identity": identity,
        "kind": claim.kind,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "stage": claim.stage,
        "means": claim.means,
        "when_start": claim.when.start,
        "when_end": claim.when.end,
        "first_day": first,
        "last_day": last,
        "position": claim.evidence[0].start,
        # ASCII, so that NUL and lone surrogates in a quote are kept, escaped, whatever the database.
        "body": json.dumps(body, separators=(",", ":")),
    }
    return ClaimParcel(
        claim=row,
        fillers=tuple(
            _filler(role, position, filler)
            for role, fillers in claim.roles
            for position, filler in enumerate(fillers)
        ),
        sources=tuple(_source(position, source) for position, source in enumerate(claim.attribution)),
        evidence=tuple({"position": i, "start": q.start, "end": q.end} for i, q in enumerate(claim.evidence)),
    )


def _mention(thing: Filler | Source, role: str, position: int) -> Row:
    return {
        "role": role,
        "position": position,
        "name": storable(thing.name),
        "entity": thing.id,
        "mention": storable(thing.mention),
        "folded": storable(fold(f"{thing.name}\n{thing.mention}\n{thing.id or ''}")),
        "start": thing.start,
        "end": thing.end,
    }


def _filler(role: str, position: int, filler: Filler) -> Row:
    quantity = filler.quantity
    return {
        **_mention(filler, role, position),
        "quantity_min": _number(quantity.min) if quantity else None,
        "quantity_max": _number(quantity.max) if quantity else None,
        "antecedent": filler.antecedent,
        "repaired": filler.repaired,
    }


def _number(value: int | None) -> int | None:
    # Larger than a database holds: the claim's body keeps it.
    return value if value is None or abs(value) <= _LARGEST else None


def _source(position: int, source: Source) -> Row:
    return {
        **_mention(source, source.role, position),
        "cue_start": source.cue.start if source.cue else None,
        "cue_end": source.cue.end if source.cue else None,
    }
