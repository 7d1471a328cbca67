"""An allegation as scripts read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportedly.claims import ROLES
from reportedly.gather.allegations import Allegation, Gathered
from reportedly.gather.calendar import span
from reportedly.gather.conflicts import conflicts
from reportedly.trace.chains import Hop, chain_of, parties
from reportedly.trace.origins import Origin, describe, nature
from reportedly.trace.paths import steps
from reportedly.trace.statements import UNRESOLVED, Statement


def record(allegation: Allegation, gathered: Gathered) -> dict[str, Any]:
    """The allegation with everything that is counted and why; lists in a stable order."""
    tellings = gathered.tellings
    told = allegation.statements
    documents = list(dict.fromkeys(s.document for s in told))
    chains = chains_of(told, gathered)
    reports = [tellings.reports[d] for d in documents]
    first = reports[0]
    return {
        "id": allegation.id,
        "kind": allegation.kind,
        "polarity": "denied" if allegation.denied else "affirmed",
        **_roles(told),
        "when": _when(told),
        "stages": sorted({s.stage for s in told if s.stage != "unspecified"}),
        "means": sorted({s.means for s in told if s.means != "unspecified"}),
        "claims": [s.id for s in told],
        "documents": [r.file for r in reports],
        "document_count": len(documents),
        "chains": chains,
        "independent_origins": len(allegation.origins),
        "origins": [_origin(origin, gathered) for origin in allegation.origins],
        "first_report": {
            "file": first.file,
            "published": first.published,
            "publisher": first.publisher_name or None,
        },
        "denied_by": [s.id for s in allegation.denials],
        "admitted_by": [s.id for s in allegation.admissions],
        "corrected_by": [s.id for s in allegation.corrections],
        "conflicts": conflicts(told),
        "notes": [{"file": r.file, "note": note} for r in reports for note in r.notes],
    }


def hops(s: Statement, gathered: Gathered) -> list[Hop]:
    """The chain of one statement, its publisher last."""
    report = gathered.tellings.reports[s.document]
    return chain_of(s, report, parties([s]), gathered.naming, gathered.foes)


def chains_of(told: Sequence[Statement], gathered: Gathered) -> list[dict[str, Any]]:
    """The distinct chains, each with its claims: sources nearest the fact first, the publisher last."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for s in told:
        chain = hops(s, gathered)
        key = tuple(hop.key for hop in chain)
        entry = found.setdefault(key, {"sources": [hop.to_json() for hop in chain], "claims": []})
        entry["claims"].append(s.id)
    return list(found.values())


def _roles(told: Sequence[Statement]) -> dict[str, Any]:
    """Who and what, each once with how many claims say so; those that most say come first."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for s in told:
        for role, things in s.roles.items():
            for thing in things:
                entry = found.setdefault(role, {}).setdefault(
                    thing.key,
                    {
                        "name": thing.name,
                        "id": None if thing.key.startswith(UNRESOLVED) else thing.key,
                        "claims": 0,
                    },
                )
                entry["claims"] += 1
    return {
        role: sorted(found[role].values(), key=lambda e: (-e["claims"], e["name"]))
        for role in ROLES
        if role in found
    }


def _when(told: Sequence[Statement]) -> dict[str, str | None]:
    """The most exact time that is told, the earliest of those equally exact."""
    best: tuple[int, str, str] | None = None
    for s in told:
        when = span(s.start, s.end)
        if when is not None:
            candidate = (-when.exactness + (5 if when.open else 0), s.start or "", s.end or "")
            best = candidate if best is None else min(best, candidate)
    return {"start": best[1] or None, "end": best[2] or None} if best else {"start": None, "end": None}


def _origin(origin: Origin, gathered: Gathered) -> dict[str, Any]:
    tellings = gathered.tellings
    reasons: dict[str, int] = {}
    for tie in origin.ties:
        reasons[tie.reason] = reasons.get(tie.reason, 0) + 1
    interests = {hop.interest for s in origin.statements for hop in hops(s, gathered)[:1]}
    path = steps(origin, tellings)
    return {
        "name": describe(origin, tellings),
        "source": nature(origin, tellings),
        "interest": next((i for i in ("party", "opponent", "third") if i in interests), "unknown"),
        "claims": [s.id for s in origin.statements],
        "reasons": dict(sorted(reasons.items())),
        "first": tellings.reports[path[0].document].file,
        "path": [step.to_json(tellings.reports[step.document].file) for step in path],
    }
