"""Where the claims of one allegation contradict each other: numbers, dates, means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reportedly.gather.calendar import gap, span
from reportedly.trace.statements import Statement


def conflicts(statements: Sequence[Statement]) -> list[dict[str, Any]]:
    """Each with its field, the values told, and the claims that tell each."""
    return [*_quantities(statements), *_dates(statements), *_means(statements)]


def _quantities(statements: Sequence[Statement]) -> Iterable[dict[str, Any]]:
    told: dict[str, dict[tuple[int | None, int | None], list[str]]] = {}
    names: dict[str, str] = {}
    for s in statements:
        for thing in s.roles.get("materiel", ()):
            if thing.counted:
                told.setdefault(thing.key, {}).setdefault((thing.low, thing.high), []).append(s.id)
                names[thing.key] = min(names.get(thing.key, thing.name), thing.name)
    for key in sorted(told):
        values = told[key]
        if _disagree(list(values)):
            yield {
                "field": "quantity",
                "of": names[key],
                "values": [
                    {"min": low, "max": high, "claims": sorted(ids)}
                    for (low, high), ids in sorted(values.items(), key=lambda v: (v[0][0] or 0, v[0][1] or 0))
                ],
            }


def _disagree(bounds: list[tuple[int | None, int | None]]) -> bool:
    """Whether two of the numbers cannot both be right."""
    least = [low for low, _ in bounds if low is not None]
    most = [high for _, high in bounds if high is not None]
    return bool(least and most) and max(least) > min(most)


def _dates(statements: Sequence[Statement]) -> Iterable[dict[str, Any]]:
    told: dict[tuple[str, str], list[str]] = {}
    for s in statements:
        if s.start is not None and s.end is not None:
            told.setdefault((s.start, s.end), []).append(s.id)
    spans = [when for start, end in sorted(told) if (when := span(start, end)) is not None]
    if any(gap(a, b) > 0 for i, a in enumerate(spans) for b in spans[i + 1 :]):
        yield {
            "field": "when",
            "values": [
                {"start": start, "end": end, "claims": sorted(ids)}
                for (start, end), ids in sorted(told.items())
            ],
        }


def _means(statements: Sequence[Statement]) -> Iterable[dict[str, Any]]:
    told: dict[str, list[str]] = {}
    for s in statements:
        if s.means != "unspecified":
            told.setdefault(s.means, []).append(s.id)
    if len(told) > 1:
        yield {
            "field": "means",
            "values": [{"means": means, "claims": sorted(ids)} for means, ids in sorted(told.items())],
        }
