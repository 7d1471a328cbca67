"""Which documents pass on one text: kept in the ledger, and brought up to date one document at a time.

For each document with claims the ledger keeps the keys under which kin are looked for (`bands`) and its
family (`traces`). A document is compared with members of the families that share a key with it; of one family
a key lists the few documents with the least digests, so that a thousand copies are not read to place one
more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from reportedly.documents import CLAIM_ZONES
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.log import size as log_size
from reportedly.ledger.queries import decode_text
from reportedly.ledger.schema import bands, documents, layers, log, outlets, traced, traces
from reportedly.lexicon import Lexicon
from reportedly.trace.families import STRANGERS, TRIES, kin
from reportedly.trace.kinship import Profile, profile
from reportedly.trace.reuse import shared_passages
from reportedly.trace.sketch import shingles, tokens

METHOD = "7"
"""Raised when profiles or their comparison change: families are then found anew."""

_KEPT = 4
"""Documents of one family that a key lists."""
_COMMON = 24
"""Documents under one key from which on it tells nothing and is not looked at."""
_AT_ONCE = 200
_TEXTS = 512

_HARMLESS = (
    "document_added", "file_named", "input_failed", "graded", "decision", "user_added", "user_changed",
    "user_removed",
)  # fmt: skip
"""Entries of the log that leave the texts of traced documents as they were."""

_NEXT = (
    select(documents.c.id, documents.c.layer_id, documents.c.claims)
    .where(documents.c.id > bindparam("after"))
    .order_by(documents.c.id)
    .limit(bindparam("most"))
)
_LISTED = (
    select(bands.c.band, bands.c.document_id, traces.c.family, documents.c.digest)
    .join(traces, traces.c.document_id == bands.c.document_id)
    .join(documents, documents.c.id == bands.c.document_id)
    .where(bands.c.band.in_(bindparam("wanted", expanding=True)))
    .order_by(bands.c.band, documents.c.digest)
)
_TEXT = select(layers.c.text, layers.c.zones, documents.c.language).join(
    documents, documents.c.layer_id == layers.c.id
)
_KEPT_OF = (
    select(documents.c.id, documents.c.language, traces.c.details)
    .join(traces, traces.c.document_id == documents.c.id)
    .where(documents.c.id.in_(bindparam("wanted", expanding=True)))
)
_TEXT_OF = _TEXT.where(documents.c.id == bindparam("document"))


def trace(ledger: Ledger, lexicon: Lexicon, progress: Callable[[int], None] = lambda _: None) -> int:
    """Places every document that is not yet in a family; returns how many it placed. Families are found anew
    where texts were read again or removed, or by another lexicon or method."""
    made_by = f"{METHOD}.{lexicon.version}"
    placed = 0
    while True:
        with ledger._write() as pen:
            connection = pen.connection
            mark = _mark(connection, made_by)
            place = Placing(connection, lexicon, made_by)
            fresh = connection.execute(_NEXT, {"after": mark, "most": _AT_ONCE}).all()
            for row in fresh:
                if row.claims:
                    place.add(row.id, row.layer_id)
            _set_mark(connection, made_by, fresh[-1].id if fresh else mark)
        placed += len(fresh)
        progress(len(fresh))
        if len(fresh) < _AT_ONCE:
            return placed


def untraced(ledger: Ledger) -> int:
    """How many documents were added since the last tracing."""
    with ledger._read() as connection:
        last = connection.execute(select(traced.c.document_id)).scalar()
        newer = select(func.count()).select_from(documents).where(documents.c.id > (last or 0))
        return int(connection.execute(newer).scalar_one())


def _mark(connection: Connection, made_by: str) -> int:
    """The document up to which tracing came. Zero, with every trace dropped, where what was traced has
    changed since: families cannot be taken apart one by one."""
    last = connection.execute(select(traced)).one_or_none()
    if last is not None and last.made_by == made_by:
        changes = select(log.c.sequence).where(log.c.sequence > last.sequence, log.c.kind.notin_(_HARMLESS))
        if connection.execute(changes.limit(1)).first() is None:
            return int(last.document_id)
    for table in (bands, traces, outlets, traced):
        connection.execute(delete(table))
    return 0


def _set_mark(connection: Connection, made_by: str, document: int) -> None:
    row = {"document_id": document, "sequence": log_size(connection)}
    if connection.execute(update(traced).values(**row)).rowcount == 0:
        connection.execute(insert(traced), {"made_by": made_by, **row})


class Placing:
    """Puts documents into families, inside a writer's transaction."""

    def __init__(self, connection: Connection, lexicon: Lexicon, made_by: str) -> None:
        self._connection, self._lexicon, self._made_by = connection, lexicon, made_by
        self._shingles = lru_cache(maxsize=_TEXTS)(self._read_shingles)

    def add(self, document: int, layer: int) -> None:
        own = self._read_profile(document)
        listed = self._listed(own.bands)
        joined = self._kin(own, listed)
        family = min((*joined, document))
        row = {
            "document_id": document,
            "layer_id": layer,
            "family": family,
            "made_by": self._made_by,
            "details": _packed(own.details),
        }
        self._connection.execute(insert(traces), row)
        others = [f for f in joined if f != family]
        if others:
            self._connection.execute(update(traces).where(traces.c.family.in_(others)).values(family=family))
        self._list(document, own, listed, frozenset(joined))
        if own.outlets:
            named = [{"document_id": document, "outlet": outlet} for outlet in own.outlets]
            self._connection.execute(insert(outlets), named)

    def _listed(self, keys: Sequence[int]) -> dict[int, list[tuple[str, int, int]]]:
        """Digest, document and family of what each key lists."""
        found: dict[int, list[tuple[str, int, int]]] = {}
        if keys:
            for row in self._connection.execute(_LISTED, {"wanted": sorted(set(keys))}):
                found.setdefault(row.band, []).append((row.digest, row.document_id, row.family))
        return found

    def _kin(self, own: Profile, listed: dict[int, list[tuple[str, int, int]]]) -> list[int]:
        shared: dict[int, dict[tuple[str, int], int]] = {}
        for entries in listed.values():
            if len(entries) < _COMMON:
                for digest, document, family in entries:
                    counts = shared.setdefault(family, {})
                    counts[digest, document] = counts.get((digest, document), 0) + 1
        ordered = sorted(shared, key=lambda f: (-max(shared[f].values()), min(shared[f])))[:STRANGERS]
        candidates = {
            f: [d for _, d in sorted(shared[f], key=lambda m: (-shared[f][m], m))[:TRIES]] for f in ordered
        }
        known = self._stored(sorted(d for members in candidates.values() for d in members))
        named = {str(f): [str(d) for d in members] for f, members in candidates.items()}
        return [int(f) for f in kin(own, named, lambda member: known[int(member)])]

    def _stored(self, wanted: Sequence[int]) -> dict[int, Profile]:
        """The profiles of candidates as kept, whose wording is read when it is asked for."""
        if not wanted:
            return {}
        return {
            row.id: Profile(_unpacked(row.details), row.language, partial(self._shingles, row.id))
            for row in self._connection.execute(_KEPT_OF, {"wanted": wanted})
        }

    def _list(
        self,
        document: int,
        own: Profile,
        listed: dict[int, list[tuple[str, int, int]]],
        joined: frozenset[int],
    ) -> None:
        """Lists the document under its keys, where it is one of the few of its family that count."""
        digest = self._connection.execute(
            select(documents.c.digest).where(documents.c.id == document)
        ).scalar_one()
        fresh, gone = [], []
        for band in dict.fromkeys(own.bands):
            entries = listed.get(band, [])
            kept = [entry for entry in entries if entry[2] in joined]
            if len(entries) >= _COMMON or (len(kept) >= _KEPT and digest > kept[-1][0]):
                continue
            fresh.append({"band": band, "document_id": document})
            gone += [(band, other) for _, other, _ in kept[_KEPT - 1 :]]
        for band, other in gone:
            self._connection.execute(delete(bands).where(bands.c.band == band, bands.c.document_id == other))
        if fresh:
            self._connection.execute(insert(bands), fresh)

    def _read_shingles(self, document: int) -> Sequence[int]:
        row = self._connection.execute(_TEXT_OF, {"document": document}).one()
        text = decode_text(row.text)
        return shingles(tokens(text, _spans(text, row.zones)))

    def _read_profile(self, document: int) -> Profile:
        row = self._connection.execute(_TEXT_OF, {"document": document}).one()
        text = decode_text(row.text)
        return profile(text, _spans(text, row.zones), self._lexicon, row.language)


def shared(ledger: Ledger, first: str, others: Sequence[str]) -> list[dict[str, Any]]:
    """The passages that the document with digest `first` shares with each of `others`, side by side."""
    with ledger._read() as connection:
        read = {}
        for digest in (first, *others):
            row = connection.execute(_TEXT.where(documents.c.digest == digest)).one_or_none()
            if row is not None:
                text = decode_text(row.text)
                read[digest] = text, tokens(text, _spans(text, row.zones))
    if first not in read:
        return []
    own_text, own = read.pop(first)
    return [
        {
            "documents": [first, digest],
            "start": passage.start,
            "end": passage.end,
            "text": own_text[passage.start : passage.end],
            "other_start": passage.other_start,
            "other_end": passage.other_end,
            "other_text": text[passage.other_start : passage.other_end],
        }
        for digest, (text, other) in read.items()
        for passage in shared_passages(own, other)
    ]


def _spans(text: str, zones: str) -> list[tuple[int, int]]:
    """The zones that may carry claims; all of the text, where it has none."""
    spans = [(start, end) for start, end, kind, _ in json.loads(zones) if kind in CLAIM_ZONES]
    return spans or [(0, len(text))]


def _packed(numbers: Sequence[int]) -> bytes:
    return b"".join(value.to_bytes(8, "big") for value in numbers)


def _unpacked(data: bytes) -> tuple[int, ...]:
    return tuple(int.from_bytes(data[at : at + 8], "big") for at in range(0, len(data), 8))
