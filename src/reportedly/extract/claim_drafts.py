"""A claim in the making: what the frames fill and the attribution completes."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.claims import Reason, Source, When
from reportedly.documents import Span
from reportedly.extract.clauses import Clause
from reportedly.extract.modality import Modality
from reportedly.extract.things import Thing
from reportedly.languages.frames import Frame


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    frame: Frame
    clause: Clause
    sentence: int
    roles: dict[str, list[Thing]]
    modality: Modality
    when: When
    spans: list[Span]
    reasons: list[Reason] = field(default_factory=list)
    means: str = "unspecified"
    headline: bool = False
    """From a title: it counts only where the body says it too, or where there is nothing else."""
    own_voice: bool = False
    """A production phrase in a modifier: the document's own voice, whoever the sentence is attributed to."""
    chains: list[tuple[Source, ...]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.frame.kind


def when_of(clause: Clause) -> When:
    found = next((t for t in clause.times if t.start is not None or t.end is not None), None)
    if found is None and clause.conjunct is not None:
        return when_of(clause.conjunct)
    return found or When()


def goods_spans(draft: Draft) -> set[tuple[int, int]]:
    return {(t.start, t.end) for t in draft.roles.get("materiel", ())}
