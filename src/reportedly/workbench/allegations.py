"""Allegations: the table, its twins, and one allegation with its origins, chains, denials and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from reportedly.errors import LedgerError
from reportedly.gather.record import hops
from reportedly.ledger.columns import WHO, WHOM, when
from reportedly.ledger.decisions import PAIR_VERDICTS, Decision, OvertakenError, anchor, pair, record
from reportedly.ledger.grading import CREDIBILITY, grade_allegation, history
from reportedly.workbench.alleged import Alleged, View
from reportedly.workbench.bench import NotFoundError, bench_of, user_of
from reportedly.workbench.facets import Choice
from reportedly.workbench.listings import PAGE, csv_line, csv_response
from reportedly.workbench.rendering import render
from reportedly.workbench.search import page_number
from reportedly.workbench.snapshot import Entry, Snapshot

COLUMNS = (
    "id", "kind", "polarity", "who", "whom", "materiel", "when", "documents", "chains", "independent_origins",
    "denied_by", "admitted_by", "credibility", "first_report", "claims",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What an address asks of the allegations, and what fits."""

    snapshot: Snapshot
    view: View
    choice: Choice
    items: list[Alleged]
    fresh: bool
    """Whether the newest decisions and documents are in it."""


class StillGatheringError(Exception):
    """There is no view yet; it comes by itself."""


def asked(request: Request) -> Asked:
    """The allegations that fit the filters of the address; every page of the exploration has the same
    ones."""
    bench = bench_of(request)
    snapshot = bench.snapshot()
    page = not request.url.path.endswith((".json", ".csv"))
    view, fresh = bench.views.now(snapshot) if page else (bench.views.wait(snapshot), True)
    if view is None:
        raise StillGatheringError
    choice = view.catalogue.choice(request.query_params.multi_items())
    return Asked(snapshot, view, choice, view.catalogue.narrow(choice), fresh)


def told(request: Request, template: str, found: Asked, **context: Any) -> Response:
    """A page of the exploration, with its facets."""
    every = request.query_params.get("every", "")
    return render(
        request,
        template,
        choice=found.choice,
        facets=found.view.catalogue.facets(found.choice, every=every),
        total=len(found.items),
        all=len(found.view.by_id),
        fresh=found.fresh,
        **context,
    )


def allegations_page(request: Request) -> Response:
    found = asked(request)
    number = page_number(request)
    items = found.items[(number - 1) * PAGE : number * PAGE]
    return told(
        request,
        "allegations.html",
        found,
        items=items,
        page=number,
        pages=max(1, -(-len(found.items) // PAGE)),
    )


def allegations_json(request: Request) -> Response:
    found = asked(request)
    return JSONResponse({"allegations": [i.row for i in found.items], "count": len(found.items)})


def allegations_csv(request: Request) -> Response:
    return csv_response("allegations.csv", _lines(asked(request).items))


def _lines(items: list[Alleged]) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for item in items:
        row = item.row
        yield csv_line(
            [
                row["id"],
                row["kind"],
                row["polarity"],
                names(row, *WHO),
                names(row, *WHOM),
                names(row, "materiel"),
                when(row["when"]),
                str(row["document_count"]),
                str(len(row["chains"])),
                str(row["independent_origins"]),
                str(len(row["denied_by"])),
                str(len(row["admitted_by"])),
                row["credibility"],
                row["first_report"]["file"],
                " ".join(row["claims"]),
            ]
        )


def names(row: dict[str, Any], *roles: str) -> str:
    return ", ".join(thing["name"] for role in roles for thing in row.get(role, ()))


def allegation_json(request: Request) -> Response:
    return JSONResponse(_one(request)[1].row)


def allegation_page(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, status: int = 200, problem: str = "") -> Response:
    found, item = _one(request)
    by_id = found.snapshot.by_id
    row = item.row
    graded = history(bench_of(request).ledger, "allegation", [s.id for s in item.allegation.statements])
    return render(
        request,
        "allegation.html",
        status,
        item=item,
        row=row,
        members=[by_id[i] for i in row["claims"] if i in by_id],
        denials=[by_id[i] for i in row["denied_by"] if i in by_id],
        admitted=frozenset(row["admitted_by"]),
        trees=[_tree(found, item, number) for number in range(len(row["origins"]))],
        credibility=CREDIBILITY,
        graded=graded[::-1],
        problem=problem,
        judged=[j for j in found.snapshot.origins if {j[0], j[1]} & set(row["claims"])],
        fresh=found.fresh,
    )


def _tree(found: Asked, item: Alleged, number: int) -> dict[str, Any]:
    """One origin with the documents that pass it on, nearest the fact first."""
    origin, row = item.allegation.origins[number], item.row["origins"][number]
    chains: dict[str, list[str]] = {}
    claims: dict[str, list[Entry]] = {}
    for s in origin.statements:
        told_by = [hop.to_json() for hop in hops(s, found.view.gathered)]
        chains[s.document] = [hop["name"] for hop in told_by[:-1]]
        if s.id in found.snapshot.by_id:
            claims.setdefault(s.document, []).append(found.snapshot.by_id[s.id])
    steps = [
        {
            **step,
            "chain": chains.get(step["document"], []),
            "claims": claims.get(step["document"], []),
            "record": found.snapshot.documents.get(step["document"]),
        }
        for step in row["path"]
    ]
    return {**row, "steps": steps}


def _one(request: Request) -> tuple[Asked, Alleged]:
    found = asked(request)
    item = found.view.by_id.get(request.path_params["allegation"])
    if item is None:
        raise NotFoundError("No allegation has this id; it may have been drawn differently since.")
    return found, item


async def judge(request: Request) -> Response:
    """Records that two chains are one origin or are not, or that a claim belongs to another allegation."""
    form = await request.form(max_files=0, max_fields=20)
    return await run_in_threadpool(_judge, request, form)


def _judge(request: Request, form: FormData) -> Response:
    bench = bench_of(request)
    found, item = _one(request)
    verdict, reason = str(form.get("verdict", "")), str(form.get("reason", "")).strip()[:4000]
    chosen = [
        found.snapshot.by_id[str(form.get(n))]
        for n in ("one", "other")
        if form.get(n) in found.snapshot.by_id
    ]
    reviewer = user_of(request).name
    if verdict == "move" and len(chosen) == 1:
        target = str(form.get("allegation", "")).strip()
        if target and target not in found.view.by_id:
            return _shown(request, 422, "There is no allegation of that id.")
        content = {"anchor": anchor(chosen[0].claim.body), "allegation": target}
        decision = Decision("claim", chosen[0].id, "move", reviewer, reason, chosen[0].claim.digest, content)
    elif verdict in PAIR_VERDICTS and len(chosen) == 2 and chosen[0].id != chosen[1].id:
        anchors = {e.id: {"document": e.claim.digest, "anchor": anchor(e.claim.body)} for e in chosen}
        target = pair(chosen[0].id, chosen[1].id)
        decision = Decision("origin", target, verdict, reviewer, reason, None, {"anchors": anchors})
    else:
        return _shown(request, 422, "Choose two different claims, or one claim and where it belongs.")
    try:
        with bench.ledger.writing() as pen:
            record(pen, decision, max((d.sequence for d in found.snapshot.decisions), default=0))
    except OvertakenError as overtaken:
        return _shown(request, 409, f"{overtaken.since[-1].reviewer} judged this meanwhile; look again.")
    return RedirectResponse(f"/allegations/{item.id}", 303)


async def grade(request: Request) -> Response:
    """Writes an analyst's credibility on the allegation."""
    form = await request.form(max_files=0, max_fields=20)
    return await run_in_threadpool(
        _grade, request, str(form.get("grade", "")), str(form.get("note", ""))[:4000]
    )


def _grade(request: Request, digit: str, note: str) -> Response:
    _, item = _one(request)
    try:
        grade_allegation(
            bench_of(request).ledger, item.allegation, digit, author=user_of(request).name, note=note.strip()
        )
    except LedgerError as refused:
        return _shown(request, 422, str(refused))
    return RedirectResponse(f"/allegations/{item.id}", 303)
