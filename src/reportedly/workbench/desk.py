"""The reading desk: the document on the left, one claim in full on the right, each field with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from reportedly.claims import CORE_ROLES, ROLES, STAGED_KINDS
from reportedly.documents import Span
from reportedly.ledger import FullDocument
from reportedly.workbench.bench import Bench, bench_of, digest_of, entry_of
from reportedly.workbench.choices import CHOICES
from reportedly.workbench.identities import Identities
from reportedly.workbench.marking import Highlight, evidence_of, lines, words_of
from reportedly.workbench.rendering import render
from reportedly.workbench.search import hits_in
from reportedly.workbench.sequences import sequence_of
from reportedly.workbench.snapshot import Entry, Snapshot

LONGEST = 400_000
"""Characters of a document shown at once; around the claim where it is longer."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of the claim: its fillers, and why it has them (rule, words)."""

    name: str
    fillers: list[dict[str, Any]]
    why: list[dict[str, str]]
    core: bool


def claim_page(request: Request) -> Response:
    """A claim at its words."""
    bench = bench_of(request)
    snapshot = bench.snapshot()
    entry = entry_of(snapshot, request.path_params["claim"])
    return _page(request, bench, snapshot, entry.claim.digest, entry)


def claim_json(request: Request) -> Response:
    entry = entry_of(bench_of(request).snapshot(), request.path_params["claim"])
    return JSONResponse(
        {
            **entry.claim.to_json(explain=True),
            "document": entry.claim.digest,
            "as_corrected": entry.body if entry.body is not entry.claim.body else None,
            "decisions": [d.to_json() for d in entry.history],
        }
    )


def document_page(request: Request) -> Response:
    """A document, with the claims in it; the address may name a place by `at`, or words by `q`."""
    bench = bench_of(request)
    snapshot = bench.snapshot()
    digest = digest_of(snapshot, request.path_params["document"])
    return _page(request, bench, snapshot, digest, None)


def document_json(request: Request) -> Response:
    bench = bench_of(request)
    document = bench.ledger.document(digest_of(bench.snapshot(), request.path_params["document"]))
    record = document.record
    return JSONResponse(
        {
            "id": record.digest,
            "files": list(document.files),
            "title": record.title,
            "url": record.url,
            "publisher": record.publisher,
            "published": record.published,
            "language": record.language,
            "reader": document.reader,
            "reader_version": document.reader_version,
            "warnings": [{"code": w.code, "detail": w.detail} for w in document.warnings],
            "text": document.text,
            "claims": [claim.to_json() for claim in document.claims],
        }
    )


def original(request: Request) -> Response:
    """The bytes as they came, to be saved; never shown by the browser."""
    bench = bench_of(request)
    digest = digest_of(bench.snapshot(), request.path_params["document"])
    headers = {
        "content-disposition": f'attachment; filename="{digest[:16]}.original"',
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(bench.ledger.original(digest), media_type="application/octet-stream", headers=headers)


def short(request: Request) -> Response:
    """`/c/ID`: the shortest lasting address of a claim."""
    return RedirectResponse(f"/claims/{request.path_params['claim']}", 303)


def _page(
    request: Request,
    bench: Bench,
    snapshot: Snapshot,
    digest: str,
    entry: Entry | None,
    status: int = 200,
    **more: Any,
) -> Response:
    document = bench.ledger.document(digest)
    entries = snapshot.by_document.get(digest, [])
    hits = hits_in(document.text, request.query_params.get("q", ""))
    marks = evidence_of([(e.id, e.body) for e in entries])
    marks += [Highlight(start, end, "role:hit") for start, end in hits]
    if entry is not None:
        marks += words_of(entry.body)
    context = {
        "document": document,
        "record": document.record,
        "entries": entries,
        "entry": entry,
        "lines": lines(document.text, document.zones, marks, _part(request, document.text, entry)),
        "cut": len(document.text) > LONGEST,
        "hits": len(hits),
        "choices": CHOICES,
        "names": snapshot.identities.names,
        "overtaken": None,
        "form": None,
        "problem": "",
    }
    if entry is not None:
        context |= _claim_context(request, snapshot, document, entry)
        context["allegation"] = bench.views.allegation_of(entry.id)
    return render(request, "desk.html", status, **(context | more))


def _part(request: Request, text: str, entry: Entry | None) -> Span:
    """What is shown of a long document: the part around the claim, or around the place that was asked for."""
    asked = request.query_params.get("at", "0")
    place = entry.body["evidence"][0]["start"] if entry else int(asked) if asked.isdecimal() else 0
    start = max(0, min(place - LONGEST // 2, len(text) - LONGEST))
    start = text.rfind("\n", 0, start) + 1 if start else 0
    return Span(start, min(len(text), start + LONGEST))


def _claim_context(
    request: Request, snapshot: Snapshot, document: FullDocument, entry: Entry
) -> dict[str, Any]:
    sequence = sequence_of(snapshot, entry, request.query_params.multi_items())
    before, after, place = sequence.beside(entry.id)
    return {
        "fields": fields_of(entry.body, document.text, snapshot.identities),
        "draft": entry.body,
        "staged": entry.body["kind"] in STAGED_KINDS,
        "why": _whys(entry.body, document.text),
        "roles": ROLES,
        "core": CORE_ROLES[entry.body["kind"]],
        "sequence": sequence,
        "before": before,
        "after": after,
        "place": place,
        "seen": max((d.sequence for d in entry.history), default=0),
    }


def fields_of(body: dict[str, Any], text: str, identities: Identities) -> list[FieldView]:
    """The roles of a claim in the codebook's order: those that are filled, and core ones that are not."""
    why = _whys(body, text)
    core = CORE_ROLES[body["kind"]]
    order = [*core, *(r for r in ROLES if r not in core)]
    return [
        FieldView(
            role,
            [{**f, "key": identities.key(f)} for f in body.get(role, ())],
            why.get(role, []),
            role in core,
        )
        for role in order
        if role in body or role in core
    ]


def _whys(body: dict[str, Any], text: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for reason in body.get("explain", ()):
        said = "" if reason["start"] is None else text[reason["start"] : reason["end"]]
        found.setdefault(reason["field"], []).append({"rule": reason["rule"], "words": said})
    return found


show = _page
