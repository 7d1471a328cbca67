"""The parts of a sentence: noun phrases, verb groups, and the chunks of a row."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims import Quantity, When
from reportedly.extract.tokens import Token

_MODALS = frozenset(
    {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "'ll", "'d"}
)
_HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'re", "'s"})


class NounPhrase:
    """A noun phrase: tokens `[start, end)`, its head, its possessor and what hangs on it by "of" and other
    prepositions."""

    __slots__ = (
        "apposition",
        "end",
        "extent",
        "head",
        "members",
        "negated",
        "of",
        "owner",
        "pronoun",
        "reading",
        "start",
        "tokens",
        "trailing",
    )

    def __init__(self, tokens: Sequence[Token], start: int, end: int, head: int) -> None:
        self.tokens = tokens
        self.start = start
        self.end = end
        self.head = head
        self.owner: NounPhrase | None = None
        self.of: NounPhrase | None = None
        self.apposition: NounPhrase | None = None
        self.trailing: list[tuple[str, NounPhrase]] = []
        """Prepositional phrases that follow directly: ("in", Tripoli)."""
        self.members: list[NounPhrase] = []
        """Where the phrase begins a list: the further conjuncts."""
        self.pronoun = False
        self.negated = False
        self.extent: int | None = None
        """Where a description with its relative clause ends (code point of the document), if the analyser
        says."""
        self.reading: object | None = None
        """What the phrase names, once it has been read (kept by `things.Reader`)."""

    @property
    def head_token(self) -> Token:
        return self.tokens[self.head]

    def span_from(self, first: int) -> tuple[int, int]:
        """Code points from the token `first` to the head, whichever of them the document has first."""
        words = self.tokens[first : self.head + 1]
        return min(t.start for t in words), max(t.end for t in words)

    @property
    def words(self) -> Sequence[Token]:
        return self.tokens[self.start : self.end]

    @property
    def quantity(self) -> Quantity | None:
        return next((t.quantity for t in self.words if t.quantity is not None), None)

    def conjuncts(self) -> list[NounPhrase]:
        """The phrase itself and the members of the list that it begins."""
        return [self, *self.members]

    def __repr__(self) -> str:
        return f"NP({' '.join(t.text for t in self.words)})"


class VerbGroup:
    """A verb with its auxiliaries: what is done, when, whether at all."""

    __slots__ = (
        "adverbs",
        "auxiliaries",
        "end",
        "form",
        "head",
        "infinitive",
        "lemma",
        "negated",
        "passive",
        "progressive",
        "start",
        "tokens",
    )

    def __init__(self, tokens: Sequence[Token], start: int, end: int, head: int) -> None:
        self.tokens = tokens
        self.start = start
        self.end = end
        self.head = head
        self.lemma = tokens[head].lemma
        self.form = tokens[head].verb
        self.auxiliaries: list[str] = []
        self.adverbs: list[str] = []
        self.negated = False
        self.infinitive = False
        self.passive = False
        self.progressive = False

    def resume(self, before: VerbGroup) -> None:
        """Take over the auxiliaries of `before`, which a parenthesis had parted from this verb."""
        self.auxiliaries, self.negated = before.auxiliaries, self.negated or before.negated
        self.adverbs = [*before.adverbs, *self.adverbs]
        set_voice(self)

    @property
    def finite(self) -> bool:
        """True for a verb that can head a clause by itself. A lone participle may yet be a past tense: the
        linker decides."""
        if self.infinitive:
            return False
        return bool(self.auxiliaries) or self.form in ("VB", "VBZ", "VBD", "AUX")

    @property
    def modal(self) -> str:
        return next((a for a in self.auxiliaries if a in _MODALS), "")

    @property
    def perfect(self) -> bool:
        return any(a in _HAVE for a in self.auxiliaries) and self.form != "AUX"

    @property
    def past(self) -> bool:
        if self.auxiliaries:
            return self.auxiliaries[0] in ("was", "were", "had", "did")
        return self.form in ("VBD", "VBN")

    def __repr__(self) -> str:
        return f"VG({' '.join(t.text for t in self.tokens[self.start : self.end])})"


class Chunk:
    """One unit of the row. `kind`: NP VG P CC COMP REL SUB ACC INCL TIME ADV NEG or the mark itself; `word`
    its normal form."""

    __slots__ = ("end", "kind", "np", "start", "time", "vg", "word")

    def __init__(self, kind: str, start: int, end: int, word: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.word = word
        self.np: NounPhrase | None = None
        self.vg: VerbGroup | None = None
        self.time: When | None = None

    def __repr__(self) -> str:
        return repr(self.np or self.vg) if self.np or self.vg else f"{self.kind}:{self.word}"


def set_voice(group: VerbGroup) -> None:
    last = next((a for a in reversed(group.auxiliaries) if a in _BE | _HAVE), "")
    if group.form in ("VBN", "VBD", "VB") and last in _BE:
        group.passive = True
    if group.form == "VBG" and last in _BE:
        group.progressive = True
    if group.form == "VBG" and last == "being":
        group.passive = False
