"""One unit of the row that a sentence is cut into."""

from __future__ import annotations

from reportedly.claims import When
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.particles.endings import Predicate


class Piece:
    """One unit of the row. `kind`: NP PRED TIME OPEN CLOSE COMMA STOP CONJ. `function` as in the pack's
    `particles`, `*` for phrases that
    hang on the next one, `list` for members of a list, `bare` without a particle."""

    __slots__ = ("end", "function", "kind", "np", "particle", "predicate", "start", "topic", "when")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.function = ""
        self.particle = ""
        self.topic = False
        self.np: NounPhrase | None = None
        self.predicate: Predicate | None = None
        self.when: When | None = None

    def __repr__(self) -> str:
        inner = self.np or self.predicate or self.when
        return f"{self.kind}:{self.function}{'*' if self.topic else ''}({inner})"
