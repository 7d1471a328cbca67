"""What one version gained and lost against another, claim by claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportedly.claims import CORE_ROLES
from reportedly.scoring.alignment import ClaimJson, align, fillers, is_hit
from reportedly.scoring.figures import GoldJson, agreements, by_file, file_name, nearest_right

Change = Literal["gained", "lost", "better", "worse", "spurious", "no longer spurious"]
"""A gold claim newly hit or no longer; a hit whose fields are right now or no longer; a claim that gold does
not have, come or gone."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `fields` are those that turned right or wrong; `claim` is the gold claim, or the
    spurious one."""

    file: str
    change: Change
    claim: ClaimJson
    fields: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "change": self.change,
            "fields": list(self.fields),
            "claim": self.claim,
        }


def name_of(filler: Any) -> str:
    """The first name of a gold filler, or the name of a said one."""
    if isinstance(filler, str):
        return filler
    if isinstance(filler, list):
        return str(filler[0])
    names = filler.get("names")
    return str(names[0] if names else filler.get("name") or filler.get("mention"))


def headline(claim: ClaimJson) -> str:
    """A claim in one line: kind, polarity, core roles, source."""
    parts = [
        f"{r}: {', '.join(map(name_of, fillers(claim, r)))}"
        for r in CORE_ROLES[claim["kind"]]
        if claim.get(r)
    ]
    by = " < ".join(name_of(x) for x in fillers(claim, "attribution"))
    denied = "denied " if claim.get("polarity") == "denied" else ""
    return f"{denied}{claim['kind']} ({'; '.join(parts)}){f' by {by}' if by else ''}"


def hits(said: Sequence[ClaimJson], gold: GoldJson) -> tuple[dict[int, ClaimJson], list[ClaimJson]]:
    """Gold index to the said claim that hits it, and the said claims that hit nothing."""
    found = {j: i for i, j in align(said, gold["claims"]) if is_hit(said[i], gold["claims"][j])}
    used = set(found.values())
    return {j: said[i] for j, i in found.items()}, [c for i, c in enumerate(said) if i not in used]


def right_fields(said: ClaimJson, gold: ClaimJson) -> frozenset[str]:
    """The fields in which a hit agrees with gold."""
    agreed = {k for k, v in agreements(said, gold).items() if v}
    return frozenset(agreed | ({"nearest"} if nearest_right(said, gold) else set()))


def spurious_key(claim: ClaimJson) -> str:
    """What makes a spurious claim of one version the same as one of the other: its line and where it
    stands."""
    where = [(e["start"], e["end"]) for e in claim.get("evidence") or []]
    return f"{headline(claim)} {where}"


def spurious_changes(name: str, old: list[ClaimJson], new: list[ClaimJson]) -> list[Difference]:
    """Spurious claims that came and went; the same one twice counts twice."""
    before, after = Counter(map(spurious_key, old)), Counter(map(spurious_key, new))
    sides: list[tuple[list[ClaimJson], Counter[str], Change]] = [
        (new, after - before, "spurious"),
        (old, before - after, "no longer spurious"),
    ]
    out = []
    for claims, surplus, change in sides:
        for claim in claims:
            key = spurious_key(claim)
            if surplus[key] > 0:
                surplus[key] -= 1
                out.append(Difference(name, change, claim))
    return out


def compare_document(old: Sequence[ClaimJson], new: Sequence[ClaimJson], gold: GoldJson) -> list[Difference]:
    """The differences in one document, gold claims first, in their order. Optional claims count for neither
    side."""
    name = file_name(gold["file"])
    (old_hits, old_rest), (new_hits, new_rest) = hits(old, gold), hits(new, gold)
    out: list[Difference] = []
    for j, claim in enumerate(gold["claims"]):
        before, after = old_hits.get(j), new_hits.get(j)
        if claim.get("optional") or (before is None and after is None):
            continue
        if before is None:
            out.append(Difference(name, "gained", claim))
        elif after is None:
            out.append(Difference(name, "lost", claim))
        else:
            was, now = right_fields(before, claim), right_fields(after, claim)
            if now - was:
                out.append(Difference(name, "better", claim, tuple(sorted(now - was))))
            if was - now:
                out.append(Difference(name, "worse", claim, tuple(sorted(was - now))))
    return out + spurious_changes(name, old_rest, new_rest)


def compare(
    old: Sequence[ClaimJson], new: Sequence[ClaimJson], golds: Sequence[GoldJson]
) -> list[Difference]:
    """Every difference between two versions' claims over the same gold, document by document."""
    before, after = by_file(old), by_file(new)
    out: list[Difference] = []
    for gold in golds:
        name = file_name(gold["file"])
        out += compare_document(before.get(name, []), after.get(name, []), gold)
    return out
