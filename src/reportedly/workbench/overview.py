"""The first page: what the ledger holds, and what can be done next."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response

from reportedly.workbench.bench import bench_of
from reportedly.workbench.cataloguing import catalogue
from reportedly.workbench.rendering import render
from reportedly.workbench.sequences import DONE, queue


def overview_page(request: Request) -> Response:
    bench = bench_of(request)
    snapshot = bench.snapshot()
    states = Counter(entry.state for entry in snapshot.entries)
    doubtful = [e for e in queue(snapshot, catalogue(snapshot).choice([])) if e.state not in DONE][:6]
    return render(
        request,
        "overview.html",
        documents=len(snapshot.documents),
        with_claims=len(snapshot.by_document),
        claims=len(snapshot.entries),
        states=states,
        settled=sum(states[state] for state in DONE),
        doubtful=doubtful,
        failures=sum(1 for _ in bench.ledger.failures()),
        decisions=len(snapshot.decisions),
        lost=len(snapshot.lost),
        head=bench.ledger.head(),
    )
