"""The units of a row: phrases with their cases, verbs with their auxiliaries, marks."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.cases.words import Word
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.tokens import Token


class CasePhrase(NounPhrase):
    """A noun phrase with its cases."""

    __slots__ = ("adjectival", "counted", "mask", "participles", "stretch", "voice")

    def __init__(self, tokens: Sequence[Token], start: int, end: int, head: int, mask: int) -> None:
        super().__init__(tokens, start, end, head)
        self.mask = mask
        self.stretch = end
        """Where the phrase with its genitives ends; `end` is where its own words do."""
        self.voice = ""
        """`speaker` or `outlet` where a verb of saying makes the phrase one."""
        self.counted = False
        self.adjectival = False
        self.participles: list[tuple[Word, list[Item]]] = []
        """Participles that modify the phrase, each with the row of what depends on it."""


class VerbWords:
    """A verb with its auxiliaries."""

    __slots__ = ("adverbs", "aux", "end", "negated", "start", "word")

    def __init__(self, word: Word, start: int, end: int) -> None:
        self.word = word
        self.start = start
        self.end = end
        self.aux: list[str] = []
        self.negated = False
        self.adverbs: list[str] = []

    @property
    def form(self) -> str:
        return self.word.form

    @property
    def finite(self) -> bool:
        return self.form in ("past", "pres", "fut", "short", "impers") or (self.form == "" and bool(self.aux))


class Item:
    """One unit of the row: `kind` is NP VG P CC COMP REL SUB ACC CITE INCL ABOUT TIME ADV NEG PART or the
    mark itself.
    """

    __slots__ = ("end", "kind", "mask", "np", "start", "vg", "word")

    def __init__(self, kind: str, start: int, end: int, word: str = "", mask: int = 0) -> None:
        self.kind = kind
        self.mask = mask
        self.start = start
        self.end = end
        self.word = word
        self.np: CasePhrase | None = None
        self.vg: VerbWords | None = None

    def __repr__(self) -> str:
        return (
            repr(self.np)
            if self.np
            else f"{self.kind}:{self.word}" + (f"({self.vg.word.said})" if self.vg else "")
        )
