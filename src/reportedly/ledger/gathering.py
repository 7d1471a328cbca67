"""The allegations of a ledger: a view of its current claims, computed when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import orjson
from sqlalchemy import Connection, select

from reportedly.errors import LedgerError
from reportedly.gather.allegations import Allegation, Gathered, gather
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.schema import claims, documents, layers, outlets, traces
from reportedly.ledger.tracing import trace
from reportedly.lexicon import Lexicon
from reportedly.trace.naming import Naming
from reportedly.trace.statements import Report, Statement, statement


def gathered(ledger: Ledger, lexicon: Lexicon, progress: Callable[[int], None] = lambda _: None) -> Gathered:
    """All allegations; documents that were added since are traced first."""
    trace(ledger, lexicon, progress)
    with ledger._read() as connection:
        statements = list(_statements(connection))
        told_by = list(reports(connection, Naming(lexicon), statements))
    return gather(statements, told_by, lexicon)


def find(view: Gathered, name: str) -> Allegation:
    """The allegation by id or unique prefix of it. Codes: `not_found`, `ambiguous`."""
    found = [a for a in view.allegations if a.id.startswith(name.lower())]
    if not found:
        raise LedgerError(f"{name}: no allegation has this id", code="not_found")
    if len(found) > 1:
        raise LedgerError(f"{name}: more than one id begins so; give more of it", code="ambiguous")
    return found[0]


def _statements(connection: Connection) -> Iterator[Statement]:
    query = (
        select(claims.c.identity, claims.c.body, documents.c.digest)
        .join(documents, documents.c.id == claims.c.document_id)
        .where(claims.c.retired_run.is_(None))
    )
    seen = set()
    for row in connection.execution_options(yield_per=1000).execute(query):
        if row.identity not in seen:
            seen.add(row.identity)
            yield statement(orjson.loads(row.body), id_=row.identity, document=row.digest)


def reports(connection: Connection, naming: Naming, statements: list[Statement]) -> Iterator[Report]:
    """The documents with claims, as gathering sees them."""
    columns = (
        documents.c[name] for name in ("id", "digest", "file", "title", "publisher", "published", "language")
    )
    query = select(*columns, traces.c.family).outerjoin(traces, traces.c.document_id == documents.c.id)
    rows = connection.execute(query.where(documents.c.claims > 0)).all()
    names: dict[int, str] = {}
    for row in rows:
        if row.family is not None:
            names[row.family] = min(names.get(row.family, row.digest), row.digest)
    latest, mentions = _latest(statements), _mentions(connection)
    spoofed = _spoofed(connection)
    for row in rows:
        yield Report(
            digest=row.digest,
            file=row.file,
            publisher=naming.publisher(row.publisher) if row.publisher else "~" + row.digest,
            publisher_name=row.publisher or "",
            published=row.published,
            title=row.title or "",
            language=row.language,
            families=frozenset({names[row.family]} if row.family is not None else ()),
            mentions=frozenset(mentions.get(row.id, ())),
            notes=(*_notes(row.published, latest.get(row.digest)), *spoofed.get(row.id, ())),
        )


def _mentions(connection: Connection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in connection.execute(select(outlets.c.document_id, outlets.c.outlet)):
        found.setdefault(row.document_id, []).append(row.outlet)
    return found


def _spoofed(connection: Connection) -> dict[int, tuple[str, ...]]:
    """Pages that give themselves for another site's: noted, not believed."""
    query = (
        select(documents.c.id, layers.c.warnings)
        .join(layers, layers.c.id == documents.c.layer_id)
        .where(documents.c.warnings > 0, documents.c.claims > 0)
    )
    found = {}
    for row in connection.execute(query):
        details = [w["detail"] for w in orjson.loads(row.warnings) if w["code"] == "spoofed_canonical"]
        if details:
            found[row.id] = tuple(f"spoofed canonical link: {detail}".rstrip(": ") for detail in details)
    return found


def _latest(statements: list[Statement]) -> dict[str, str]:
    """The latest day that a document tells of as past."""
    found: dict[str, str] = {}
    for s in statements:
        if (s.end is not None and s.stage in ("delivered", "seized")) or s.kind == "use":
            found[s.document] = max(found.get(s.document, ""), s.end or "")
    return found


def _notes(published: str | None, latest: str | None) -> Iterator[str]:
    if published is not None and latest and published < latest[: len(published)]:
        yield f"back-dated: says it was published on {published} and tells of {latest} as past"
