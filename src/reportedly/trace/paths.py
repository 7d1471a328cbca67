"""The first report of a story, and the way from it to each later one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reportedly.trace.origins import Origin, Tie
from reportedly.trace.statements import Statement
from reportedly.trace.tellings import Tellings

_SIGNALS = {
    "credits": "credits",
    "same_text": "same text",
    "same_details": "same rare details",
    "told_in_step": "told in the same order",
    "in_credited_sentence": "in a sentence that credits",
    "beside_credit": "told beside a credit",
    "hearsay_beside_credit": "hearsay beside a credit",
    "mentions": "names it, credit unclear",
    "same_source": "same source",
    "same_publisher": "same publisher",
}
_STRENGTH = {signal: rank for rank, signal in enumerate(_SIGNALS)}


@dataclass(frozen=True, slots=True)
class Step:
    """How one document came by the story: through whom (outermost last), and what shows it."""

    document: str
    published: str | None
    via: tuple[str, ...]
    signal: str
    evidence: str

    def to_json(self, file: str) -> dict[str, Any]:
        return {
            "document": self.document,
            "file": file,
            "published": self.published,
            "via": list(self.via),
            "signal": self.signal,
            "evidence": self.evidence,
        }


def steps(origin: Origin, tellings: Tellings) -> list[Step]:
    """One step for each document of an origin, the first report first. Where the story's own outlet is among
    the documents it comes first, whatever dates the pages give themselves."""
    held: dict[str, list[Statement]] = {}
    for s in origin.statements:
        held.setdefault(s.document, []).append(s)
    ties: dict[str, list[Tie]] = {}
    document_of = {s.id: s.document for s in origin.statements}
    for tie in origin.ties:
        ties.setdefault(document_of[tie.statement], []).append(tie)
    credited = {tie.node for tie in origin.ties if tie.reason == "credits"}

    def moment(document: str) -> tuple[bool, str, str]:
        own = "voice:" + tellings.publisher(document) in credited
        return not own, tellings.reports[document].published or "9999", document

    ordered = sorted(held, key=moment)
    return [
        _step(document, held[document], ties.get(document, []), tellings, first=document == ordered[0])
        for document in ordered
    ]


def _step(
    document: str, told: Iterable[Statement], ties: list[Tie], tellings: Tellings, *, first: bool
) -> Step:
    report = tellings.reports[document]
    chain = max((s.chain for s in told), key=len, default=())
    via = tuple(link.name for link in chain if link.role == "outlet")
    best = min(ties, key=lambda tie: (_STRENGTH[tie.reason], tie.node), default=None)
    if best is None or (first and best.reason != "credits"):
        return Step(document, report.published, via, "first report", "")
    return Step(document, report.published, via, _SIGNALS[best.reason], best.evidence)
