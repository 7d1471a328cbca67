"""The application: addresses to pages, and the gate before them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from reportedly.errors import LedgerError
from reportedly.workbench import (
    adding,
    allegations,
    custody,
    desk,
    entities,
    geography,
    gold,
    listings,
    network,
    overview,
    review,
    search,
    signing,
    timeline,
)
from reportedly.workbench.bench import Bench, NotFoundError
from reportedly.workbench.gate import Gate
from reportedly.workbench.rendering import render

STATIC = Path(str(files("reportedly.workbench"))) / "static"


def build(bench: Bench) -> Starlette:
    """The workbench over `bench`."""
    app = Starlette(
        routes=routes(),
        middleware=[Middleware(Gate, sessions=bench.sessions, address=bench.address, shared=bench.shared)],
        exception_handlers=HANDLERS,
    )
    app.state.bench = bench
    return app


def routes() -> list[BaseRoute]:
    return [
        Route("/", overview.overview_page),
        Route("/claims", listings.claims_page),
        Route("/claims.json", listings.claims_json),
        Route("/claims.csv", listings.claims_csv),
        Route("/claims/{claim}.json", desk.claim_json),
        Route("/claims/{claim}", desk.claim_page),
        Route("/claims/{claim}/decide", review.decide, methods=["POST"]),
        Route("/c/{claim}", desk.short),
        Route("/documents", listings.documents_page),
        Route("/documents.json", listings.documents_json),
        Route("/documents.csv", listings.documents_csv),
        Route("/documents/{document}.json", desk.document_json),
        Route("/documents/{document}", desk.document_page),
        Route("/documents/{document}/original", desk.original),
        Route("/review", review.queue_page),
        Route("/decisions", review.decisions_page),
        Route("/decisions.json", review.decisions_json),
        Route("/decisions.csv", review.decisions_csv),
        Route("/search", search.search_page),
        Route("/search.json", search.search_json),
        Route("/known.json", review.known_entities),
        Route("/allegations", allegations.allegations_page),
        Route("/allegations.json", allegations.allegations_json),
        Route("/allegations.csv", allegations.allegations_csv),
        Route("/allegations/{allegation}.json", allegations.allegation_json),
        Route("/allegations/{allegation}", allegations.allegation_page),
        Route("/allegations/{allegation}/judge", allegations.judge, methods=["POST"]),
        Route("/allegations/{allegation}/grade", allegations.grade, methods=["POST"]),
        Route("/network", network.network_page),
        Route("/network.json", network.network_json),
        Route("/network.csv", network.network_csv),
        Route("/map", geography.map_page),
        Route("/map.json", geography.map_json),
        Route("/map.csv", geography.map_csv),
        Route("/timeline", timeline.timeline_page),
        Route("/timeline.json", timeline.timeline_json),
        Route("/timeline.csv", timeline.timeline_csv),
        Route("/entities", entities.entities_page),
        Route("/entities.json", entities.entities_json),
        Route("/entities.csv", entities.entities_csv),
        Route("/entities/{entity:path}/judge", entities.judge, methods=["POST"]),
        Route("/entities/{entity:path}.json", entities.entity_json),
        Route("/entities/{entity:path}", entities.entity_page),
        Route("/decisions/gold.zip", gold.gold_zip),
        Route("/add", adding.add_page),
        Route("/add", adding.upload, methods=["POST"]),
        Route("/add/retry", adding.retry, methods=["POST"]),
        Route("/add/{job:int}.json", adding.job_json),
        Route("/add/{job:int}", adding.job_page),
        Route("/custody", custody.custody_page),
        Route("/custody", custody.act, methods=["POST"]),
        Route("/custody/checkpoint.txt", custody.checkpoint_file),
        Route("/sign-in", signing.sign_in_page),
        Route("/sign-in", signing.sign_in, methods=["POST"]),
        Route("/sign-out", signing.sign_out, methods=["POST"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]


def _not_found(request: Request, error: Exception) -> Response:
    say = str(error) if isinstance(error, NotFoundError) else "There is no page at this address."
    return _told(request, 404, "Not found", say)


def _ledger_failed(request: Request, error: Exception) -> Response:
    return _told(request, 503, "The ledger could not be used", str(error))


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 404:
        return _not_found(request, error)
    say = error.detail if isinstance(error, HTTPException) else "This request cannot be answered."
    return _told(request, status, "This did not work", say)


def _fault(request: Request, error: Exception) -> Response:
    say = f"A fault in reportedly, please report it: {type(error).__name__}. This request changed nothing."
    return _told(request, 500, "A fault", say)


def _told(request: Request, status: int, title: str, say: str) -> Response:
    if request.url.path.endswith((".json", ".csv")):
        return PlainTextResponse(say + "\n", status)
    return render(request, "error.html", status, title=title, say=say)


def _gathering(request: Request, error: Exception) -> Response:  # noqa: ARG001
    return render(request, "gathering.html", 202)


HANDLERS: Mapping[Any, Any] = {
    NotFoundError: _not_found,
    allegations.StillGatheringError: _gathering,
    LedgerError: _ledger_failed,
    HTTPException: _http,
    Exception: _fault,
}
