"""The timeline: alleged times as bars, as long as what was said is vague."""

from __future__ import annotations

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportedly.ledger.columns import WHO, WHOM
from reportedly.workbench.allegations import asked, names, told
from reportedly.workbench.alleged import Alleged
from reportedly.workbench.cataloguing import years_of
from reportedly.workbench.listings import csv_line, csv_response
from reportedly.workbench.search import page_number

PAGE = 80
WIDTH = 1000
"""Units across the drawing; the page scales it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One allegation. `x` and `width` in units; `exact` where the day is told, `open` where an end is not."""

    item: Alleged
    x: float
    width: float
    precision: str
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Scale:
    first: int
    last: int

    def x(self, day: date) -> float:
        start, end = date(self.first, 1, 1).toordinal(), date(self.last + 1, 1, 1).toordinal()
        return round((day.toordinal() - start) / (end - start) * WIDTH, 2)

    def years(self) -> list[tuple[int, float]]:
        """Years to write down, with their places; not more than fit."""
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 500) if (self.last - self.first) / s <= 16)
        return [(y, self.x(date(y, 1, 1))) for y in range(self.first, self.last + 1) if y % step == 0]


def dated(items: list[Alleged]) -> list[Alleged]:
    """Allegations with a time, in its order."""
    found = [i for i in items if i.row["when"]["start"] or i.row["when"]["end"]]
    return sorted(
        found, key=lambda i: (i.row["when"]["start"] or i.row["when"]["end"], i.row["when"]["end"] or "9")
    )


def bar(item: Alleged, scale: Scale) -> Bar:
    when = item.row["when"]
    start, end = when["start"], when["end"]
    first = _day(start, last=False) if start else date(scale.first, 1, 1)
    last = _day(end, last=True) if end else _day(start or "", last=True)
    x = scale.x(first)
    width = max(3.0, scale.x(last) - x)
    precision = {4: "year", 7: "month"}.get(min(len(d) for d in (start, end) if d), "day")
    return Bar(item, x, round(width, 2), precision, start is None, end is None)


def _day(told_as: str, *, last: bool) -> date:
    year, month, day = (*map(int, told_as.split("-")), 0, 0)[:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))


def timeline_page(request: Request) -> Response:
    found = asked(request)
    every = dated(found.items)
    number = page_number(request)
    items = every[(number - 1) * PAGE : number * PAGE]
    years = Counter(int(y) for i in every for y, _ in years_of(i.row["when"]))
    scale = _scale(items)
    return told(
        request,
        "timeline.html",
        found,
        bars=[bar(item, scale) for item in items],
        ticks=scale.years(),
        height=34 + 22 * len(items),
        width=WIDTH,
        years=sorted(years.items()),
        most=max(years.values(), default=1),
        undated=len(found.items) - len(every),
        page=number,
        pages=max(1, -(-len(every) // PAGE)),
    )


def _scale(items: list[Alleged]) -> Scale:
    years = [int(d[:4]) for i in items for d in (i.row["when"]["start"], i.row["when"]["end"]) if d]
    return Scale(min(years, default=2000), max(years, default=2000))


def _cells(item: Alleged) -> list[str]:
    row, when = item.row, item.row["when"]
    parties = (names(row, *WHO), names(row, *WHOM), names(row, "materiel"))
    numbers = (str(row["independent_origins"]), str(len(row["denied_by"])))
    return [item.id, *parties, when["start"] or "", when["end"] or "", *numbers]


def timeline_csv(request: Request) -> Response:
    rows = [["id", "who", "whom", "materiel", "start", "end", "independent_origins", "denied"]]
    rows += [_cells(item) for item in dated(asked(request).items)]
    return csv_response("timeline.csv", map(csv_line, rows))


def timeline_json(request: Request) -> Response:
    rows: list[dict[str, Any]] = [
        {"id": i.id, "when": i.row["when"], "independent_origins": i.row["independent_origins"]}
        for i in dated(asked(request).items)
    ]
    return JSONResponse({"dated": rows, "count": len(rows)})
