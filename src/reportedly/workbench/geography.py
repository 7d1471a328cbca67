"""Places and routes of the allegations, as exact as the words: a place has a point, a whole country has
none."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportedly.lexicon import Lexicon, load
from reportedly.workbench.allegations import asked, told
from reportedly.workbench.alleged import Alleged
from reportedly.workbench.listings import csv_line, csv_response

WAY = ("origin", "via", "destination")
ROLES = (*WAY, "place")
SHOWN = 400
"""Points drawn at once."""

WIDE = frozenset(
    {
        "region",
        "province",
        "district",
        "sea",
        "gulf",
        "strait",
        "lake",
        "river",
        "canal",
        "road",
        "island",
        "mountains",
    }
)
"""Features that a point only hints at; they are drawn as open rings."""


def points(items: list[Alleged], lexicon: Lexicon) -> list[dict[str, Any]]:
    """Each place with coordinates that an allegation names, with its allegations; most often named first."""
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        for role in ROLES:
            for thing in item.row.get(role, ()):
                where = _located(thing["id"], lexicon)
                if where is not None:
                    point = found.setdefault(
                        thing["id"], {**where, "name": thing["name"], "allegations": [], "roles": {}}
                    )
                    point["allegations"].append(item.id)
                    point["roles"][role] = point["roles"].get(role, 0) + 1
    return sorted(found.values(), key=lambda p: (-len(p["allegations"]), p["name"]))


def routes(items: list[Alleged], lexicon: Lexicon) -> list[dict[str, Any]]:
    """Legs between places that both have coordinates, in the order of travel, with their allegations."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for item in items:
        way = [t["id"] for role in WAY for t in item.row.get(role, ()) if _located(t["id"], lexicon)]
        for one, other in pairwise(way):
            leg = found.setdefault((one, other), {"from": one, "to": other, "allegations": [], "origins": 0})
            leg["allegations"].append(item.id)
            leg["origins"] += item.row["independent_origins"]
    return sorted(found.values(), key=lambda r: (-r["origins"], r["from"], r["to"]))


def unplaced(items: list[Alleged], lexicon: Lexicon) -> int:
    """How many allegations name no place that a point could stand for."""
    return sum(
        not any(_located(t["id"], lexicon) for role in ROLES for t in item.row.get(role, ()))
        for item in items
    )


def _located(key: str | None, lexicon: Lexicon) -> dict[str, Any] | None:
    entity = lexicon.entities.get(key or "")
    if entity is None or entity.kind != "place" or entity.category == "continent":
        return None
    if entity.latitude is None or entity.longitude is None:
        return None
    return {
        "id": entity.id,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "feature": entity.category or "place",
        "wide": entity.category in WIDE,
    }


def map_page(request: Request) -> Response:
    found, lexicon = asked(request), load()
    every = points(found.items, lexicon)
    return told(
        request,
        "map.html",
        found,
        points=every[:SHOWN],
        more=max(0, len(every) - SHOWN),
        routes=routes(found.items, lexicon)[:SHOWN],
        names={p["id"]: p["name"] for p in every},
        unplaced=unplaced(found.items, lexicon),
    )


def map_json(request: Request) -> Response:
    """GeoJSON: points of places, lines of route legs."""
    items, lexicon = asked(request).items, load()
    every = points(items, lexicon)
    at = {p["id"]: [p["longitude"], p["latitude"]] for p in every}
    features = [
        _feature(
            "Point", at[p["id"]], {k: p[k] for k in ("id", "name", "feature", "wide", "roles", "allegations")}
        )
        for p in every
    ]
    features += [_feature("LineString", [at[r["from"]], at[r["to"]]], r) for r in routes(items, lexicon)]
    return JSONResponse({"type": "FeatureCollection", "features": features})


def map_csv(request: Request) -> Response:
    rows = [["place", "id", "feature", "latitude", "longitude", "allegations"]]
    rows += [
        [
            p["name"],
            p["id"],
            p["feature"],
            str(p["latitude"]),
            str(p["longitude"]),
            " ".join(p["allegations"]),
        ]
        for p in points(asked(request).items, load())
    ]
    return csv_response("places.csv", map(csv_line, rows))


def _feature(kind: str, coordinates: Any, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": kind, "coordinates": coordinates},
        "properties": properties,
    }
