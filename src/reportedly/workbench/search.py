"""Full-text search: documents that hold the words, each snippet opening the document at its place."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportedly.ledger import StoredDocument
from reportedly.ledger import search as words
from reportedly.ledger.queries import text_of
from reportedly.workbench.bench import Bench, bench_of
from reportedly.workbench.marking import Highlight, Line, lines
from reportedly.workbench.rendering import render

PAGE = 20
_AROUND = 90
_SNIPPETS = 3


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words around a hit. `start` is the hit's offset in the document."""

    start: int
    line: Line


@dataclass(frozen=True, slots=True)
class Result:
    document: StoredDocument
    hits: int
    snippets: tuple[Snippet, ...]


def hits_in(text: str, query: str) -> list[tuple[int, int]]:
    """Where the words of `query` stand."""
    return [(term.start, term.end) for term in words.places(text, query)] if query.strip() else []


def search_page(request: Request) -> Response:
    query, number, found, results = _answer(request)
    with bench_of(request).ledger.reading() as connection:
        waiting = words.waiting(connection)
    return render(
        request,
        "search.html",
        q=query,
        total=len(found),
        results=results,
        page=number,
        pages=max(1, -(-len(found) // PAGE)),
        waiting=waiting,
    )


def search_json(request: Request) -> Response:
    query, number, found, results = _answer(request)
    return JSONResponse(
        {
            "query": query,
            "documents": len(found),
            "page": number,
            "results": [
                {
                    "document": r.document.digest,
                    "file": r.document.file,
                    "title": r.document.title,
                    "hits": r.hits,
                    "at": [s.start for s in r.snippets],
                }
                for r in results
            ],
        }
    )


def _answer(request: Request) -> tuple[str, int, list[words.Found], list[Result]]:
    bench = bench_of(request)
    query = request.query_params.get("q", "").strip()[:400]
    number = page_number(request)
    with bench.ledger.reading() as connection:
        found = words.search(connection, query)
    return query, number, found, _results(bench, query, found[(number - 1) * PAGE : number * PAGE])


def page_number(request: Request) -> int:
    given = request.query_params.get("page", "1")
    return max(1, int(given)) if given.isdecimal() and len(given) < 7 else 1


def _results(bench: Bench, query: str, found: list[words.Found]) -> list[Result]:
    documents = bench.snapshot().documents
    results = []
    with bench.ledger.reading() as connection:
        for hit in found:
            text = text_of(connection, hit.digest)
            if text is None or hit.digest not in documents:
                continue
            places = hits_in(text, query)
            snippets = tuple(_snippet(text, places, p) for p in _apart(places))
            results.append(Result(documents[hit.digest], len(places), snippets))
    return results


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first hits that lie far enough from each other to need a snippet of their own."""
    kept: list[tuple[int, int]] = []
    for place in places:
        if not kept or place[0] > kept[-1][1] + 2 * _AROUND:
            kept.append(place)
        if len(kept) == _SNIPPETS:
            break
    return kept


def _snippet(text: str, places: list[tuple[int, int]], at: tuple[int, int]) -> Snippet:
    start, end = max(0, at[0] - _AROUND), min(len(text), at[1] + _AROUND)
    piece = text[start:end].replace("\n", " ")
    marks = [
        Highlight(max(0, a - start), min(b, end) - start, "role:hit")
        for a, b in places
        if a < end and start < b
    ]
    return Snippet(at[0], next(lines(piece, (), marks)))
