"""The network of actors: who is said to arm whom, each tie as strong as its independent origins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportedly.workbench.allegations import asked, told
from reportedly.workbench.alleged import Alleged
from reportedly.workbench.listings import csv_line, csv_response

KINDS = frozenset({"transfer", "support"})
SHOWN = 120
"""Ties drawn at once, the best founded first; the rest opens by filters."""


@dataclass(slots=True)
class Tie:
    """Allegations between two actors. `leg` where the tie is one part of a way over a third."""

    source: tuple[str, str]
    target: tuple[str, str]
    leg: bool
    origins: int = 0
    denied: int = 0
    allegations: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.source[0],
            "source_name": self.source[1],
            "target": self.target[0],
            "target_name": self.target[1],
            "leg": self.leg,
            "allegations": len(self.allegations),
            "independent_origins": self.origins,
            "denied": self.denied,
            "ids": self.allegations[:50],
        }


def ties(items: list[Alleged]) -> list[Tie]:
    """The ties of the allegations, those with most origins first. A way over an intermediary is told as its
    legs."""
    found: dict[tuple[Any, ...], Tie] = {}
    for item in items:
        row = item.row
        if row["kind"] not in KINDS or row["polarity"] == "denied":
            continue
        for source, target, leg in _legs(row):
            tie = found.setdefault((source[0], target[0], leg), Tie(source, target, leg))
            tie.origins += row["independent_origins"]
            tie.denied += bool(row["denied_by"])
            tie.allegations.append(row["id"])
    return sorted(found.values(), key=lambda t: (-t.origins, t.source, t.target, t.leg))


def _legs(row: dict[str, Any]) -> list[tuple[tuple[str, str], tuple[str, str], bool]]:
    suppliers, between, recipients = (_actors(row, r) for r in ("supplier", "intermediary", "recipient"))
    if not between:
        return [(s, r, False) for s in suppliers for r in recipients if s[0] != r[0]]
    way = [group for group in (suppliers, *([b] for b in between), recipients) if group]
    return [(a, b, True) for one, other in pairwise(way) for a in one for b in other if a[0] != b[0]]


def _actors(row: dict[str, Any], role: str) -> list[tuple[str, str]]:
    return [(t["id"] or f"name:{t['name'].casefold()}", t["name"]) for t in row.get(role, ())]


def network_page(request: Request) -> Response:
    found = asked(request)
    every = ties(found.items)
    shown = every[:SHOWN]
    actors = Counter(end for tie in shown for end in (tie.source, tie.target))
    return told(
        request, "network.html", found, ties=shown, more=len(every) - len(shown), actors=actors.most_common()
    )


def network_json(request: Request) -> Response:
    every = ties(asked(request).items)
    limit = SHOWN if request.query_params.get("top") else len(every)
    return JSONResponse({"ties": [tie.to_json() for tie in every[:limit]], "count": len(every)})


def network_csv(request: Request) -> Response:
    names = (
        "source_name",
        "target_name",
        "leg",
        "allegations",
        "independent_origins",
        "denied",
        "source",
        "target",
    )
    body = ([str(tie.to_json()[n]) for n in names] for tie in ties(asked(request).items))
    return csv_response("network.csv", (csv_line(row) for row in [list(names), *body]))
