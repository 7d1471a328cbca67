"""Tables of claims and of documents, with facets; each has a `.json` and a `.csv` twin with the same
filters."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from reportedly.ledger.spreadsheet import guarded, rows
from reportedly.workbench.bench import bench_of
from reportedly.workbench.cataloguing import catalogue
from reportedly.workbench.rendering import render
from reportedly.workbench.search import page_number
from reportedly.workbench.snapshot import Entry

PAGE = 100
BOM = "\ufeff"
"""Before a CSV file, so that spreadsheets read it as UTF-8."""


def claims_page(request: Request) -> Response:
    snapshot = bench_of(request).snapshot()
    claims = catalogue(snapshot)
    choice = claims.choice(request.query_params.multi_items())
    entries = claims.narrow(choice)
    number = page_number(request)
    return render(
        request,
        "claims.html",
        entries=entries[(number - 1) * PAGE : number * PAGE],
        total=len(entries),
        all=len(snapshot.entries),
        choice=choice,
        facets=claims.facets(choice, every=request.query_params.get("every", "")),
        page=number,
        pages=max(1, -(-len(entries) // PAGE)),
        first=(number - 1) * PAGE,
    )


def claims_json(request: Request) -> Response:
    entries = _asked(request)
    return JSONResponse({"claims": [entry_json(e) for e in entries], "count": len(entries)})


def claims_csv(request: Request) -> Response:
    entries = _asked(request)
    return csv_response("claims.csv", _claim_lines(entries))


def _asked(request: Request) -> list[Entry]:
    claims = catalogue(bench_of(request).snapshot())
    return claims.narrow(claims.choice(request.query_params.multi_items()))


def entry_json(entry: Entry) -> dict[str, Any]:
    """A claim as it stands: corrected where a reviewer corrected it, with the standing decision."""
    decision = entry.decision
    return {
        **replace(entry.claim, body=entry.body).to_json(),
        "document": entry.claim.digest,
        "review": entry.state,
        "reviewer": decision.reviewer if decision else None,
        "reviewed": decision.at if decision else None,
        "reason": decision.reason if decision else None,
    }


def _claim_lines(entries: list[Entry]) -> Iterator[str]:
    """The command line's table, with the review beside it."""
    lines = rows(replace(e.claim, body=e.body) for e in entries)
    extra: list[list[str]] = [["review", "reviewer", "reviewed", "reason"]]
    extra += [
        [e.state, e.decision.reviewer if e.decision else "", e.decision.at if e.decision else "",
         e.decision.reason if e.decision else ""]
        for e in entries
    ]  # fmt: skip
    for line, more in zip(lines, extra, strict=True):
        yield line.decode().removesuffix("\r\n") + "," + csv_line(more)


def documents_page(request: Request) -> Response:
    bench = bench_of(request)
    snapshot = bench.snapshot()
    words = request.query_params.get("words", "")
    found = _documents(request)
    number = page_number(request)
    return render(
        request,
        "documents.html",
        documents=found[(number - 1) * PAGE : number * PAGE],
        total=len(found),
        all=len(snapshot.documents),
        words=words,
        page=number,
        pages=max(1, -(-len(found) // PAGE)),
        failures=list(bench.ledger.failures())[:PAGE],
        first=(number - 1) * PAGE,
    )


def documents_json(request: Request) -> Response:
    found = _documents(request)
    return JSONResponse({"documents": [_document_json(d) for d in found], "count": len(found)})


def documents_csv(request: Request) -> Response:
    names = ("document", "file", "title", "publisher", "published", "language", "url", "media_type", "claims")
    body = ([str(_document_json(d)[name] or "") for name in names] for d in _documents(request))
    return csv_response("documents.csv", (csv_line(row) for row in [list(names), *body]))


def _documents(request: Request) -> list[Any]:
    words = request.query_params.get("words", "").casefold()
    return [
        d
        for d in bench_of(request).snapshot().documents.values()
        if not words or any(words in (t or "").casefold() for t in (d.file, d.title, d.publisher, d.url))
    ]


def _document_json(document: Any) -> dict[str, Any]:
    fields = (
        "file",
        "title",
        "publisher",
        "published",
        "language",
        "url",
        "media_type",
        "claims",
        "warnings",
    )
    return {"document": document.digest, **{name: getattr(document, name) for name in fields}}


def csv_line(cells: Iterable[str]) -> str:
    """A line whose cells no spreadsheet takes for a formula."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([guarded(cell) for cell in cells])
    return line.getvalue().encode("utf-8", "replace").decode()


def csv_response(name: str, lines: Iterable[str]) -> Response:
    """A file to be saved, in UTF-8 with a mark that spreadsheets know it by."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    body = (part.encode() for part in [BOM, *lines])
    return StreamingResponse(body, media_type="text/csv; charset=utf-8", headers=headers)
