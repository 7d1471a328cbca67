"""Entities: who and what the claims name, in which roles and years, and what reviewers judged to be one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from reportedly.claims import ROLES
from reportedly.ledger.decisions import PAIR_VERDICTS, Decision, OvertakenError, pair, record
from reportedly.lexicon import load
from reportedly.workbench.bench import NotFoundError, bench_of, user_of
from reportedly.workbench.cataloguing import years_of
from reportedly.workbench.identities import key_of
from reportedly.workbench.links import link
from reportedly.workbench.listings import PAGE, csv_line, csv_response
from reportedly.workbench.rendering import render
from reportedly.workbench.search import page_number
from reportedly.workbench.snapshot import Entry, Snapshot

LISTED = 200
"""Claims of one role that an entity's page lists; the rest is a filter away."""


@dataclass(slots=True)
class Named:
    """One entity as the claims have it. `keys` are those that reviewers merged under `key`."""

    key: str
    name: str
    roles: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: defaultdict(dict))

    @property
    def total(self) -> int:
        return sum(self.roles.values())

    @property
    def sort(self) -> str:
        return "name" if self.key.startswith("name:") else self.key.partition("/")[0]


def register(snapshot: Snapshot) -> dict[str, Named]:
    """Every entity that a claim names, by key, reckoned once for a snapshot."""
    with snapshot.lock:
        known: dict[str, Named] | None = snapshot.caches.get("entities")
        if known is None:
            known = snapshot.caches["entities"] = _registered(snapshot)
        return known


def _registered(snapshot: Snapshot) -> dict[str, Named]:
    lexicon, identities = load(), snapshot.identities
    found: dict[str, Named] = {}
    for entry in snapshot.entries:
        for role in (*ROLES, "attribution"):
            for item in entry.body.get(role, ()):
                key = identities.key(item)
                entity = lexicon.entities.get(key)
                name = identities.names.get(key) or (entity.name if entity else item["name"])
                named = found.setdefault(key, Named(key, name))
                told = "said by" if role == "attribution" else role
                if entry.id not in named.entries[told]:
                    named.roles[told] += 1
                named.entries[told][entry.id] = entry
                named.mentions[item["mention"]] += 1
                named.keys.add(key_of(item))
    return found


def entities_page(request: Request) -> Response:
    found = _asked(request)
    number = page_number(request)
    every = register(bench_of(request).snapshot())
    return render(
        request,
        "entities.html",
        entities=found[(number - 1) * PAGE : number * PAGE],
        total=len(found),
        all=len(every),
        sorts=Counter(n.sort for n in every.values()).most_common(),
        sort=request.query_params.get("sort", ""),
        words=request.query_params.get("words", ""),
        page=number,
        pages=max(1, -(-len(found) // PAGE)),
    )


def _asked(request: Request) -> list[Named]:
    words = request.query_params.get("words", "").casefold()
    sort = request.query_params.get("sort", "")
    return sorted(
        (
            n
            for n in register(bench_of(request).snapshot()).values()
            if (not sort or n.sort == sort)
            and (not words or words in n.name.casefold() or any(words in m.casefold() for m in n.mentions))
        ),
        key=lambda n: (-n.total, n.name),
    )


def _json(named: Named) -> dict[str, Any]:
    return {
        "id": named.key,
        "name": named.name,
        "merged": sorted(named.keys - {named.key}),
        "roles": dict(named.roles),
        "mentions": dict(named.mentions.most_common()),
    }


def entities_json(request: Request) -> Response:
    found = _asked(request)
    return JSONResponse({"entities": [_json(n) for n in found], "count": len(found)})


def entities_csv(request: Request) -> Response:
    rows = [["id", "name", "claims", *ROLES, "said by"]]
    rows += [
        [n.key, n.name, str(n.total), *(str(n.roles[r]) for r in (*ROLES, "said by"))]
        for n in _asked(request)
    ]
    return csv_response("entities.csv", map(csv_line, rows))


def entity_json(request: Request) -> Response:
    named = _named(bench_of(request).snapshot(), request.path_params["entity"])
    claims = {role: list(entries) for role, entries in named.entries.items()}
    return JSONResponse({**_json(named), "claims": claims})


def entity_page(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, status: int = 200, problem: str = "") -> Response:
    snapshot = bench_of(request).snapshot()
    named = _named(snapshot, request.path_params["entity"])
    entity = load().entities.get(named.key)
    years = Counter(y for e in _entries(named) for y, _ in years_of(e.body["when"]))
    judged = [
        (d, next(k for k in p if k not in named.keys) if set(p) - named.keys else p[0], p)
        for p, d in snapshot.identities.judged.items()
        if set(p) & named.keys
    ]
    return render(
        request,
        "entity.html",
        status,
        named=named,
        entity=entity,
        scripts=_by_script(named.key),
        years=sorted(years.items()),
        most=max(years.values(), default=1),
        listed=LISTED,
        judged=judged,
        alike=_alike(snapshot, named),
        notes=[d for key in named.keys for d in snapshot.identities.notes.get(key, [])],
        seen=max((d.sequence for d in snapshot.decisions), default=0),
        problem=problem,
    )


def _entries(named: Named) -> list[Entry]:
    return list({e.id: e for entries in named.entries.values() for e in entries.values()}.values())


def _named(snapshot: Snapshot, key: str) -> Named:
    found = register(snapshot)
    key = snapshot.identities.canonical.get(key, key)
    if key in found:
        return found[key]
    entity = load().entities.get(key)
    if entity is None:
        raise NotFoundError("No claim names this entity, and the lexicon does not hold it.")
    return Named(key, entity.name, keys={key})


def _by_script(key: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The lexicon's names of an entity, by script: name, type, language."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for name in load().names_of(key):
        letter = next((c for c in name.text if c.isalpha()), "")
        script = unicodedata.name(letter, "other").split(" ")[0].title()
        found[script].append(
            (name.text, name.type.replace("_", " ") + (", weak" if name.weak else ""), name.language or "")
        )
    return sorted(found.items(), key=lambda item: (item[0] != "Latin", item[0]))


def _alike(snapshot: Snapshot, named: Named) -> list[Named]:
    """Others that share a word of their name, not judged yet: for a person to look at, never merged by
    likeness."""
    words = set(re.findall(r"\w{4,}", named.name.casefold()))
    judged = {frozenset(p) for p in snapshot.identities.judged}
    found = [
        other
        for other in register(snapshot).values()
        if other.key != named.key
        and words & set(re.findall(r"\w{4,}", other.name.casefold()))
        and frozenset((other.key, named.key)) not in judged
        and not any(c.isdigit() for c in named.name + other.name)
    ]
    return sorted(found, key=lambda n: (-n.total, n.name))[:8]


async def judge(request: Request) -> Response:
    """Records that two entities are one, are not, or may be; a new name; or a note."""
    form = await request.form(max_files=0, max_fields=20)
    return await run_in_threadpool(_judge, request, form)


def _judge(request: Request, form: FormData) -> Response:
    bench = bench_of(request)
    named = _named(bench.snapshot(), request.path_params["entity"])
    verdict, other = str(form.get("verdict", "")), str(form.get("other", "")).strip()
    reason = str(form.get("reason", "")).strip()[:4000]
    seen = str(form.get("seen", "0"))
    if verdict in PAIR_VERDICTS and other:
        if not _exists(bench.snapshot(), other) or (
            other in named.keys - {named.key} and verdict == "positive"
        ):
            return _shown(request, 422, f"There is no entity {other} to judge.")
        one = str(form.get("one", "")) or named.key
        decision = Decision("pair", pair(one, other), verdict, user_of(request).name, reason)
    elif verdict == "rename" and str(form.get("name", "")).strip():
        content = {"name": str(form.get("name", "")).strip()[:200]}
        decision = Decision("entity", named.key, verdict, user_of(request).name, reason, content=content)
    elif verdict in ("note", "undo"):
        decision = Decision("entity", named.key, verdict, user_of(request).name, reason)
    else:
        return _shown(request, 422, "Say which other entity, or which name.")
    try:
        with bench.ledger.writing() as pen:
            record(pen, decision, int(seen) if seen.isdecimal() and len(seen) < 19 else 0)
    except OvertakenError as overtaken:
        who = overtaken.since[-1]
        return _shown(
            request, 409, f"{who.reviewer} judged this meanwhile ({who.verdict}); yours is not saved yet."
        )
    return RedirectResponse(link("entities", named.key), 303)


def _exists(snapshot: Snapshot, key: str) -> bool:
    return (
        key in register(snapshot)
        or key in load().entities
        or any(key in n.keys for n in register(snapshot).values())
    )
