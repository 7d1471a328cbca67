"""`reportedly show`: one document, claim or allegation in full, with the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import click
from rich.console import Console
from rich.text import Text

from reportedly.claims import ROLES
from reportedly.cli.allegation_tree import allegation_json, show_allegation
from reportedly.cli.allegations import view
from reportedly.cli.options import json_option, ledger_option, session, traceback_option
from reportedly.cli.results import results
from reportedly.cli.terminal import console, one_line, plain_table, visible
from reportedly.documents import CLAIM_ZONES, Span
from reportedly.gather.allegations import PREFIX
from reportedly.ledger import FullDocument, Ledger, StoredClaim
from reportedly.ledger.columns import kind, quantity, row_of, when
from reportedly.ledger.gathering import find

_ALLEGATION = re.compile(f"{PREFIX}[0-9a-f]{{1,14}}")

_CONTEXT = 240
"""Characters of the document shown around a claim's words."""

_MARK = "bold reverse"
_ASIDE = "dim"


@click.command(name="show")
@click.argument("id_", metavar="ID")
@ledger_option
@json_option
@traceback_option
def command(id_: str, as_json: bool) -> int:
    """Show one document, claim or allegation in full: the words highlighted, the chain of sources, warnings,
    reader and digest; an allegation's origins, with the way of each story, as a tree.

    ID is the id of a claim or allegation, the digest of a document, the beginning of one that no other has,
    or a file's name.

    \b
    Example:
      reportedly show 3f9c2a -l case.db
    """
    with Ledger.open(session().ledger) as ledger:
        if _ALLEGATION.fullmatch(id_.lower()):
            return _allegation(ledger, id_, as_json)
        found = ledger.lookup(id_)
        document = ledger.document(found.digest) if isinstance(found, StoredClaim) else found
    if as_json:
        with results() as out:
            out.line(
                found.to_json(explain=True) if isinstance(found, StoredClaim) else document_json(document)
            )
    elif isinstance(found, StoredClaim):
        _show_claim(console(), found, document)
    else:
        _show_document(console(), document)
    return 0


def _allegation(ledger: Ledger, id_: str, as_json: bool) -> int:
    every = view(ledger)
    allegation = find(every, id_)
    if as_json:
        with results() as out:
            out.line(allegation_json(allegation, every, ledger))
    else:
        show_allegation(console(), allegation, every, ledger)
    return 0


def document_json(document: FullDocument) -> dict[str, object]:
    """A document with its text and claims, for scripts."""
    record = document.record
    fields = ("media_type", "title", "url", "publisher", "published", "language")
    return {
        "id": record.digest,
        "files": list(document.files),
        **{name: getattr(record, name) for name in fields},
        "size": document.size,
        "reader": document.reader,
        "reader_version": document.reader_version,
        "warnings": [{"code": w.code, "detail": w.detail} for w in document.warnings],
        "zones": [
            {"start": z.start, "end": z.end, "kind": z.kind, "language": z.language} for z in document.zones
        ],
        "text": document.text,
        "claims": [claim.to_json() for claim in document.claims],
    }


def _show_claim(screen: Console, claim: StoredClaim, document: FullDocument) -> None:
    body = claim.body
    _pairs(screen, _claim_pairs(claim))
    for quote in body["evidence"]:
        span = Span(quote["start"], quote["end"])
        screen.print(f"\nThe words, at {span.start}:{span.end} of {visible(claim.file)}:", style="bold")
        screen.print(_context(document.text, span))
    if body.get("explain"):
        screen.print("\nWhy:", style="bold")
        table = plain_table("field", "rule", "words")
        for reason in body["explain"]:
            said = "" if reason["start"] is None else document.text[reason["start"] : reason["end"]]
            table.add_row(visible(reason["field"]), visible(reason["rule"]), one_line(said, 80))
        screen.print(table)
    screen.print("\nThe document:", style="bold")
    _pairs(screen, _document_pairs(document))


def _claim_pairs(claim: StoredClaim) -> Iterator[tuple[str, str]]:
    body = claim.body
    yield "claim", claim.id
    yield "kind", kind(body)
    for role in ROLES:
        for item in body.get(role, ()):
            amount = quantity(item.get("quantity"))
            marks = [mark for mark in ("antecedent", "repaired") if item.get(mark)]
            aside = ", ".join(
                [f"“{one_line(item['mention'], 120)}”", item["id"] or "not in the lexicon", *marks]
            )
            yield role, f"{amount + ' × ' if amount else ''}{item['name']} ({aside})"
    if row_of(body).when:
        yield "when", when(body["when"])
    for source in body["attribution"]:
        cue = f", by “{one_line(source['cue'], 60)}”" if source["cue"] else ""
        yield "said by", f"{source['name']} ({source['role']}, “{one_line(source['mention'], 120)}”{cue})"
    if not body["attribution"]:
        yield "said by", "the document's own voice"
    if claim.publisher:
        yield "in", claim.publisher


def _document_pairs(document: FullDocument) -> Iterator[tuple[str, str]]:
    record = document.record
    yield "document", record.digest
    for file in document.files:
        yield "file", file
    for name in ("title", "publisher", "published", "language", "url"):
        value = getattr(record, name)
        if value:
            yield name, value
    yield "bytes", f"{document.size} ({record.media_type})"
    yield "reader", f"{document.reader} {document.reader_version}"
    for warning in document.warnings:
        yield "warning", f"{warning.code}{': ' if warning.detail else ''}{warning.detail}"


def _show_document(screen: Console, document: FullDocument) -> None:
    _pairs(screen, _document_pairs(document))
    screen.print()
    screen.print(_marked(document))
    screen.print(f"\n{len(document.claims)} claims", style="bold")
    table = plain_table("id", "claim", "who", "to or against", "what", "when", "said by")
    for claim in document.claims:
        table.add_row(claim.id[:10], *(one_line(cell, 80) for cell in row_of(claim.body)[:-1]))
    if document.claims:
        screen.print(table)


def _pairs(screen: Console, pairs: Iterator[tuple[str, str]]) -> None:
    table = plain_table("", "")
    table.show_header = False
    table.columns[0].style = "bold"
    for name, value in pairs:
        table.add_row(name, visible(value))
    screen.print(table)


def _context(text: str, span: Span) -> Text:
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    shown = Text("…" if start else "", style=_ASIDE)
    shown.append(_safe(text[start : span.start]), _ASIDE)
    shown.append(_safe(text[span.start : span.end]), _MARK)
    shown.append(_safe(text[span.end : end]) + ("…" if end < len(text) else ""), _ASIDE)
    return shown


def _marked(document: FullDocument) -> Text:
    """The whole text: the words of claims highlighted, what carries no claims dimmed."""
    text = document.text
    quotes = [Span(q["start"], q["end"]) for claim in document.claims for q in claim.body["evidence"]]
    asides = [Span(zone.start, zone.end) for zone in document.zones if zone.kind not in CLAIM_ZONES]
    edges = sorted({0, len(text), *(edge for span in (*quotes, *asides) for edge in span)})
    shown = Text()
    for start, end in pairwise(edges):
        piece = Span(start, end)
        style = _MARK if any(map(piece.within, quotes)) else _ASIDE if any(map(piece.within, asides)) else ""
        shown.append(_safe(text[start:end]), style)
    return shown


def _safe(text: str) -> str:
    return visible(text, keep="\n\t")
