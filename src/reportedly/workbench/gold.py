"""Decisions as gold files, for `reportedly score`, and as additions to the lexicon."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from reportedly.claims import ROLES, STAGED_KINDS
from reportedly.ledger import StoredDocument
from reportedly.workbench.bench import bench_of
from reportedly.workbench.snapshot import Entry, Snapshot

_STAMP = (1980, 1, 1, 0, 0, 0)
KEPT = frozenset({"accept", "correct"})


def gold_zip(request: Request) -> Response:
    """`gold/*.json`, and `lexicon-additions.json` where corrections give the lexicon new names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in gold_files(bench_of(request).snapshot()):
            archive.writestr(
                zipfile.ZipInfo(name, _STAMP), json.dumps(value, ensure_ascii=False, indent=1) + "\n"
            )
    headers = {"content-disposition": 'attachment; filename="gold.zip"'}
    return Response(data.getvalue(), media_type="application/zip", headers=headers)


def gold_files(snapshot: Snapshot) -> Iterator[tuple[str, Any]]:
    """A gold file for each document with a decision, and the additions. What nobody settled is `optional`, so
    that finding it is not counted as wrong; what was rejected is left out."""
    for digest, entries in snapshot.by_document.items():
        if any(entry.decision for entry in entries):
            document = snapshot.documents[digest]
            stem = document.file.rpartition("/")[2].rpartition(".")[0] or document.file
            name = "".join(c if c.isalnum() or c in "-_." else "_" for c in stem)
            yield f"gold/{name or digest[:16]}.json", gold(document, entries)
    additions = list(lexicon_additions(snapshot))
    if additions:
        yield "lexicon-additions.json", additions


def gold(document: StoredDocument, entries: list[Entry]) -> dict[str, Any]:
    """The gold file of one document."""
    claims = [gold_claim(e) for e in entries if e.state != "reject"]
    cites = {
        s["name"] for e in entries if e.state in KEPT for s in e.body["attribution"] if s["role"] == "outlet"
    }
    return {
        "file": document.file,
        "language": document.language,
        "published": document.published,
        "publisher": document.publisher,
        "cites": sorted(cites),
        "claims": claims,
    }


def gold_claim(entry: Entry) -> dict[str, Any]:
    """A claim in gold form: every filler the list of its acceptable names."""
    body = entry.body
    out: dict[str, Any] = {"kind": body["kind"]}
    for role in ROLES:
        if role in body:
            out[role] = [_filler(f, materiel=role == "materiel") for f in body[role]]
    out |= {name: body[name] for name in ("polarity", "certainty")}
    if body["kind"] in STAGED_KINDS:
        out |= {name: body.get(name) or "unspecified" for name in ("stage", "means")}
    out["when"] = body["when"]
    out["attribution"] = [{"names": _names(s), "role": s["role"]} for s in body["attribution"]]
    out["evidence"] = body["evidence"]
    if entry.state not in KEPT:
        out["optional"] = True
    return out


def lexicon_additions(snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    """Words that reviewers tied to an entity which the extractor did not find in them."""
    seen = set()
    for entry in snapshot.entries:
        if entry.state != "correct":
            continue
        for role in (*ROLES, "attribution"):
            before = {(f["start"], f["id"]) for f in entry.claim.body.get(role, ())}
            for filler in entry.body.get(role, ()):
                key = (filler["id"], filler["mention"])
                if filler["id"] and (filler["start"], filler["id"]) not in before and key not in seen:
                    seen.add(key)
                    yield {
                        "entity": filler["id"],
                        "name": filler["mention"],
                        "language": entry.document.language,
                        "claim": entry.id,
                        "reviewer": entry.decision.reviewer if entry.decision else None,
                    }


def _filler(filler: dict[str, Any], *, materiel: bool) -> Any:
    return {"names": _names(filler), "quantity": filler.get("quantity")} if materiel else _names(filler)


def _names(thing: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys((thing["name"], thing["mention"])))
