"""Review: the queue, decisions on claims, and the list of all decisions."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from reportedly.ledger.decisions import CLAIM_VERDICTS, Decision, OvertakenError, anchor, record
from reportedly.lexicon.store import load
from reportedly.workbench import desk
from reportedly.workbench.bench import Bench, bench_of, entry_of, user_of
from reportedly.workbench.cataloguing import catalogue
from reportedly.workbench.correcting import BadCorrectionError, draft_of, read_correction
from reportedly.workbench.corrections import changes
from reportedly.workbench.listings import PAGE, csv_line, csv_response
from reportedly.workbench.rendering import render
from reportedly.workbench.search import page_number
from reportedly.workbench.sequences import DONE, queue, sequence_of
from reportedly.workbench.snapshot import Entry


def queue_page(request: Request) -> Response:
    """What waits for a decision, the most doubtful first."""
    snapshot = bench_of(request).snapshot()
    claims = catalogue(snapshot)
    choice = claims.choice(request.query_params.multi_items())
    entries = queue(snapshot, choice)
    number = page_number(request)
    return render(
        request,
        "review.html",
        entries=entries[(number - 1) * PAGE : number * PAGE],
        total=len(entries),
        all=len(snapshot.entries),
        settled=sum(e.state in DONE for e in snapshot.entries),
        choice=choice,
        facets=claims.facets(choice, every=request.query_params.get("every", "")),
        page=number,
        pages=max(1, -(-len(entries) // PAGE)),
        lost=snapshot.lost,
    )


async def decide(request: Request) -> Response:
    """Records a decision on a claim, and goes on to the next one of the list it was opened from."""
    form = await request.form(max_files=0, max_fields=400)
    return await run_in_threadpool(_decide, request, form)


def _decide(request: Request, form: FormData) -> Response:
    bench = bench_of(request)
    snapshot = bench.snapshot()
    entry = entry_of(snapshot, request.path_params["claim"])
    text = bench.ledger.document(entry.claim.digest).text
    sequence = sequence_of(snapshot, entry, request.query_params.multi_items())
    try:
        decision = _decision(request, entry, form, text)
        with bench.ledger.writing() as pen:
            record(pen, decision, seen=_seen(form))
    except OvertakenError as overtaken:
        return _again(request, bench, entry, 409, form=form, overtaken=overtaken.since)
    except BadCorrectionError as bad:
        return _again(request, bench, entry, 422, form=form, problem=str(bad))
    after = sequence.beside(entry.id)[1]
    onward = sequence.name == "review" and decision.verdict not in ("note", "undo")
    return RedirectResponse(sequence.link(after if onward and after else entry.id), 303)


def _again(
    request: Request, bench: Bench, entry: Entry, status: int, form: FormData, **more: Any
) -> Response:
    """The desk once more, with what was typed; the snapshot is new, so the other's decision shows."""
    snapshot = bench.snapshot()
    current = entry_of(snapshot, entry.id)
    if form.get("verdict") == "correct":
        more["draft"] = draft_of(form, current.body, bench.ledger.document(current.claim.digest).text)
    return desk.show(request, bench, snapshot, current.claim.digest, current, status, form=form, **more)


def _decision(request: Request, entry: Entry, form: FormData, text: str) -> Decision:
    verdict = str(form.get("verdict", ""))
    reason = str(form.get("reason", "")).strip()
    if verdict not in CLAIM_VERDICTS:
        raise BadCorrectionError("Choose what to do with the claim.")
    if verdict == "note" and not reason:
        raise BadCorrectionError("Write the note first.")
    content: dict[str, Any] = {"anchor": anchor(entry.claim.body)}
    if verdict == "correct":
        fields = changes(entry.claim.body, read_correction(form, entry.body, text))
        if not fields:
            raise BadCorrectionError("Nothing was changed; accept the claim instead.")
        content["fields"] = fields
    if verdict == "move":
        content["allegation"] = str(form.get("allegation", "")).strip()
    return Decision(
        subject="claim",
        target=entry.id,
        verdict=verdict,
        reviewer=user_of(request).name,
        reason=reason[:4000],
        document=entry.claim.digest,
        content=content,
    )


def _seen(form: FormData) -> int:
    given = str(form.get("seen", "0"))
    return int(given) if given.isdecimal() and len(given) < 19 else 0


def decisions_page(request: Request) -> Response:
    """Every decision, newest first."""
    snapshot = bench_of(request).snapshot()
    number = page_number(request)
    newest = snapshot.decisions[::-1]
    return render(
        request,
        "decisions.html",
        decisions=newest[(number - 1) * PAGE : number * PAGE],
        total=len(newest),
        lost=frozenset(d.sequence for d in snapshot.lost),
        page=number,
        pages=max(1, -(-len(newest) // PAGE)),
        known=frozenset(snapshot.by_id),
    )


def decisions_json(request: Request) -> Response:
    return JSONResponse({"decisions": [d.to_json() for d in bench_of(request).snapshot().decisions]})


def decisions_csv(request: Request) -> Response:
    names = ("decision", "at", "reviewer", "subject", "target", "verdict", "document", "reason")
    decisions = bench_of(request).snapshot().decisions
    body = [[str(d.to_json()[name] or "").replace("\n", " + ") for name in names] for d in decisions]
    return csv_response("decisions.csv", (csv_line(row) for row in [list(names), *body]))


def known_entities(request: Request) -> Response:
    """Entities of the lexicon whose name begins so, for the correction form."""
    words = request.query_params.get("q", "").strip()
    found = load().search(words)[:12] if len(words) > 1 else []
    return JSONResponse({"entities": [{"id": e.id, "name": e.name, "category": e.category} for e in found]})
