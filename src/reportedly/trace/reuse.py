"""Shared passages of two texts in one language, with their places on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from reportedly.trace.sketch import Token, width

LEAST_RUN, LEAST_RUN_CJK = 6, 12
"""Tokens in a row that make a passage; fewer are phrases that any two reports share."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two documents: half-open, code points."""

    start: int
    end: int
    other_start: int
    other_end: int

    def to_json(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "other": [self.other_start, self.other_end]}


def shared_passages(words: Sequence[Token], other: Sequence[Token]) -> list[Passage]:
    """Runs of equal tokens, longest first found, in the order of the first text."""
    least = LEAST_RUN if width(words) < LEAST_RUN else LEAST_RUN_CJK
    matcher = SequenceMatcher(None, [t.word for t in words], [t.word for t in other], autojunk=False)
    return [
        Passage(
            words[block.a].start,
            words[block.a + block.size - 1].end,
            other[block.b].start,
            other[block.b + block.size - 1].end,
        )
        for block in matcher.get_matching_blocks()
        if block.size >= least
    ]
