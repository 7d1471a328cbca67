"""Full-text search: an index of analysed words in plain tables, the same on SQLite and PostgreSQL."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, or_, select

from reportedly.ledger.analysis import Term, terms, wanted
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.queries import decode_text
from reportedly.ledger.schema import documents, indexed, layers
from reportedly.ledger.schema import terms as postings

_AT_ONCE = 200


class Found(NamedTuple):
    """A document that holds every word asked for; `weight` is how often."""

    digest: str
    weight: int


def index(ledger: Ledger, progress: Callable[[int], None] = lambda _: None) -> int:
    """Reads what the index has not read yet, a few documents a transaction; returns how many that were."""
    done = 0
    while True:
        with ledger.writing() as pen:
            count = _index_some(pen.connection)
        if not count:
            return done
        done += count
        progress(done)


def waiting(connection: Connection) -> int:
    """How many documents the index has not read."""
    return int(connection.execute(select(func.count()).select_from(_stale().subquery())).scalar_one())


def search(connection: Connection, query: str) -> list[Found]:
    """The documents that hold every word of `query`, those that hold them most often first; `word*` is any
    word
    that begins so. Nothing, where the query has no words."""
    starts = [m[0] for m in re.finditer(r"\w+(?=\*)", query)]
    plain = re.sub(r"\w+\*", " ", query)
    weights: Counter[int] | None = None
    for condition in [*(postings.c.term == t for t in wanted(plain)), *(_begins(s) for s in starts)]:
        rows = connection.execute(
            select(postings.c.document_id, func.sum(postings.c.count))
            .where(condition)
            .group_by(postings.c.document_id)
        ).all()
        here = {int(document): int(count) for document, count in rows}
        weights = (
            Counter(here)
            if weights is None
            else Counter({d: w + here[d] for d, w in weights.items() if d in here})
        )
    if not weights:
        return []
    names = connection.execute(
        select(documents.c.id, documents.c.digest).where(documents.c.id.in_(list(weights)[:30_000]))
    )
    return sorted((Found(row.digest, weights[row.id]) for row in names), key=lambda f: (-f.weight, f.digest))


def places(text: str, query: str) -> list[Term]:
    """Where the words of `query` stand in `text`, neighbouring and overlapping ones joined, in order."""
    asked = set(wanted(re.sub(r"\w+\*", " ", query)))
    starts = tuple(m[0].casefold() for m in re.finditer(r"\w+(?=\*)", query))
    hits = sorted(t for t in terms(text) if t.term in asked or (starts and t.term.startswith(starts)))
    joined: list[Term] = []
    for hit in hits:
        if joined and hit.start < joined[-1].end:
            joined[-1] = Term(joined[-1].start, max(joined[-1].end, hit.end), joined[-1].term)
        else:
            joined.append(hit)
    return joined


def forget(connection: Connection, document: int) -> None:
    """Takes a document out of the index."""
    connection.execute(delete(postings).where(postings.c.document_id == document))
    connection.execute(delete(indexed).where(indexed.c.document_id == document))


def _begins(start: str) -> ColumnElement[bool]:
    return postings.c.term.startswith(start.casefold(), autoescape=True)


def _stale() -> Select[Any]:
    joined = documents.join(layers, layers.c.id == documents.c.layer_id).outerjoin(
        indexed, indexed.c.document_id == documents.c.id
    )
    fresh = indexed.c.layer_id == documents.c.layer_id
    return (
        select(documents.c.id, documents.c.layer_id, layers.c.text)
        .select_from(joined)
        .where(or_(indexed.c.layer_id.is_(None), ~fresh))
        .order_by(documents.c.id)
    )


def _index_some(connection: Connection) -> int:
    rows = connection.execute(_stale().limit(_AT_ONCE)).all()
    for row in rows:
        forget(connection, row.id)
        counted = Counter(t.term for t in terms(decode_text(row.text).replace("\x00", " ")))
        entries = [
            {"term": t, "document_id": row.id, "count": n} for t, n in counted.items() if t.isprintable()
        ]
        if entries:
            connection.execute(insert(postings), entries)
        connection.execute(insert(indexed), {"document_id": row.id, "layer_id": row.layer_id})
    return len(rows)
