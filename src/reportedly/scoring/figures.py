"""The figures: whole claims, role fillers, sources, modality, dates, evidence, micro-averaged over
documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from reportedly.claims import STAGED_KINDS
from reportedly.scoring.alignment import SCORED_ROLES, ClaimJson, align, fillers, is_hit, overlap, right

GoldJson = dict[str, Any]
"""One gold file: `file`, `language`, `published`, `publisher`, `cites`, `claims`."""

Tally = Counter[str]


@dataclass(frozen=True, slots=True)
class Score:
    """What was measured. `figures` is ready for JSON; `errors` has an object for each miss, near miss and
    spurious claim."""

    figures: dict[str, Any]
    errors: list[dict[str, Any]] = field(default_factory=list)


def file_name(path: object) -> str:
    """The last part of a path: claims and gold meet by it."""
    return PurePath(str(path)).name


def by_file(claims: Sequence[ClaimJson]) -> dict[str, list[ClaimJson]]:
    """The claims of each document, in their order."""
    grouped: dict[str, list[ClaimJson]] = {}
    for claim in claims:
        grouped.setdefault(file_name(claim.get("file", "")), []).append(claim)
    return grouped


def tally_roles(said: ClaimJson, gold: ClaimJson, n: Tally) -> None:
    """Count fillers of every role, and the links of the attribution chain, right, said and in gold."""
    for role in SCORED_ROLES:
        a, b = fillers(said, role), fillers(gold, role)
        n["role_hit"] += right(a, b)
        n["role_said"] += len(a)
        n["role_gold"] += len(b)
    a, b = fillers(said, "attribution"), fillers(gold, "attribution")
    n["source_hit"] += right(a, b)
    n["source_said"] += len(a)
    n["source_gold"] += len(b)


def nearest_right(said: ClaimJson, gold: ClaimJson) -> bool:
    """True where the source nearest the fact is right, or neither side names one."""
    a, b = fillers(said, "attribution"), fillers(gold, "attribution")
    return right(a[:1], b[:1]) == 1 if b else not a


def agreements(said: ClaimJson, gold: ClaimJson) -> dict[str, bool]:
    """Field to whether an aligned pair agrees in it. `stage` only of the kinds that have one; `when` is the
    start year."""
    said_when, gold_when = said.get("when") or {}, gold.get("when") or {}
    agreed = {
        key: said.get(key, default) == gold.get(key, default)
        for key, default in (("polarity", "affirmed"), ("certainty", "asserted"))
    }
    if gold["kind"] in STAGED_KINDS:
        agreed["stage"] = said.get("stage", "unspecified") == gold.get("stage", "unspecified")
    agreed["when"] = str(said_when.get("start") or "")[:4] == str(gold_when.get("start") or "")[:4]
    ends = [(w.get("start"), w.get("end")) for w in (said_when, gold_when)]
    agreed["when_exact"] = ends[0] == ends[1]
    return agreed


def tally_pair(said: ClaimJson, gold: ClaimJson, n: Tally) -> str | None:
    """Count one aligned pair; what is wrong with it, or None."""
    hit = is_hit(said, gold)
    if gold.get("optional"):
        n["claim_said"] += not hit
        return None if hit else "spurious"
    n["claim_said"] += 1
    n["claim_gold"] += 1
    n["claim_hit"] += hit
    n["aligned"] += 1
    n["staged"] += gold["kind"] in STAGED_KINDS
    tally_roles(said, gold, n)
    for key, agreed in agreements(said, gold).items():
        n[key] += agreed
    if hit:
        n["nearest"] += nearest_right(said, gold)
        n["evidence"] += overlap(said, gold)
    return None if hit else "near miss"


def tally_unpaired(claim: ClaimJson, side: str, n: Tally) -> None:
    """Count a claim that met none: `side` is `said` or `gold`."""
    n[f"claim_{side}"] += 1
    n[f"role_{side}"] += sum(len(fillers(claim, role)) for role in SCORED_ROLES)


def is_grounded(claim: ClaimJson, text: str) -> bool:
    """True where the claim has evidence and each stretch of it is what `text` has there, and not blank."""
    stretches = claim.get("evidence") or []
    return bool(stretches) and all(
        text[e["start"] : e["end"]] == e["text"] and e["text"].strip() for e in stretches
    )


def score_document(said: Sequence[ClaimJson], gold: GoldJson, n: Tally) -> list[dict[str, Any]]:
    """Count one document; its errors."""
    name = file_name(gold["file"])
    pairs = align(said, gold["claims"])
    errors: list[dict[str, Any]] = []
    for i, j in pairs:
        why = tally_pair(said[i], gold["claims"][j], n)
        if why == "spurious":
            errors.append({"file": name, "why": why, "said": said[i]})
        elif why:
            errors.append({"file": name, "why": why, "said": said[i], "gold": gold["claims"][j]})
    met_said, met_gold = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, claim in enumerate(said):
        if i not in met_said:
            tally_unpaired(claim, "said", n)
            errors.append({"file": name, "why": "spurious", "said": claim})
    for j, claim in enumerate(gold["claims"]):
        if j not in met_gold and not claim.get("optional"):
            tally_unpaired(claim, "gold", n)
            errors.append({"file": name, "why": "missed", "gold": claim})
    return errors


def f1(hit: int, said: int, gold: int) -> dict[str, float | int]:
    """Precision, recall and F1 to three digits, with the counts they come from."""
    p, r = (hit / said if said else 0.0), (hit / gold if gold else 0.0)
    mean = round(2 * p * r / (p + r), 3) if p + r else 0.0
    return {
        "precision": round(p, 3),
        "recall": round(r, 3),
        "f1": mean,
        "hit": hit,
        "said": said,
        "gold": gold,
    }


def summary(n: Tally, documents: int) -> dict[str, Any]:
    """The figures of a tally."""
    aligned, hits = n["aligned"] or 1, n["claim_hit"] or 1
    return {
        "documents": documents,
        **{k: f1(n[f"{k}_hit"], n[f"{k}_said"], n[f"{k}_gold"]) for k in ("claim", "role", "source")},
        **{k: round(n[k] / aligned, 3) for k in ("polarity", "certainty", "when", "when_exact")},
        "stage": round(n["stage"] / (n["staged"] or 1), 3),
        **{k: round(n[k] / hits, 3) for k in ("nearest", "evidence")},
    }


def score(
    claims: Sequence[ClaimJson], golds: Sequence[GoldJson], texts: Mapping[str, str] | None = None
) -> Score:
    """Measure claims against gold files. With `texts` (file name to text) also `grounded`: the share of the
    claims whose evidence is what the offsets say. Claims of documents without gold are passed over."""
    grouped = by_file(claims)
    n: Tally = Counter()
    errors: list[dict[str, Any]] = []
    for gold in golds:
        name = file_name(gold["file"])
        said = grouped.get(name, [])
        errors += score_document(said, gold, n)
        if texts is not None:
            n["checked"] += len(said)
            n["grounded"] += sum(is_grounded(c, texts.get(name, "")) for c in said)
    figures = summary(n, len(golds))
    if texts is not None:
        figures["grounded"] = round(n["grounded"] / n["checked"], 3) if n["checked"] else None
    return Score(figures, errors)
