"""Clauses: predicates with their arguments by grammatical function, the common ground of all languages.

An analyser of a language turns a sentence into clauses; the frames, the attribution and the modality read
only these.
Functions: `subj obj iobj` and the normal forms of prepositions (`to from by with of for in at on via against
as ...`). In a passive
clause the thing done to stands under `obj` and the doer under `by`, so that a frame needs to know one voice
only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from reportedly.claims import When
from reportedly.extract.constituents import NounPhrase

Form = Literal["finite", "infinitive", "gerund", "participle", "nominal", "suffix", "copula"]
Relation = Literal[
    "main",
    "complement",
    "relative",
    "infinitive",
    "gerund",
    "coordinate",
    "adverbial",
    "argument",
    "reduced",
    "participial",
]


@dataclass(slots=True)
class Argument:
    """A phrase in a grammatical function."""

    function: str
    phrase: NounPhrase


@dataclass(slots=True)
class Clause:
    """One predicate and what stands with it. `start` and `end` are code points of the document."""

    lemma: str
    words: tuple[str, ...]
    """The predicate's words from its verb on, for predicates of several words ("take delivery of")."""
    form: Form
    start: int
    end: int
    arguments: list[Argument] = field(default_factory=list)
    parent: Clause | None = None
    relation: Relation = "main"
    marker: str = ""
    """The word that joins it to its parent: a conjunction ("if"), a preposition ("of helping"), the noun of
    "reports that"."""
    marker_phrase: NounPhrase | None = None
    """The noun that the clause completes ("the claim that ..."), where there is one."""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    past: bool = False
    perfect: bool = False
    progressive: bool = False
    adverbs: tuple[str, ...] = ()
    times: list[When] = field(default_factory=list)
    antecedent: bool = False
    """True where a relative pronoun or an omitted subject was filled from elsewhere in the sentence."""
    conjunct: Clause | None = None
    """The verb before it that it shares its subject with ("stopped a dhow and seized the arms")."""
    noun: NounPhrase | None = None
    """Of nominal predicates: the phrase itself."""
    left: int = 0
    right: int = 0
    """Range of chunks, for the analyser's own bookkeeping."""

    def get(self, function: str) -> list[NounPhrase]:
        """Every phrase in `function`, list members included, in order."""
        out: list[NounPhrase] = []
        for argument in self.arguments:
            if argument.function == function:
                out.extend(argument.phrase.conjuncts())
        return out

    def ancestors(self) -> Iterator[Clause]:
        """Parent, its parent, and so on."""
        seen = 0
        clause = self.parent
        while clause is not None and seen < 20:
            yield clause
            clause = clause.parent
            seen += 1


@dataclass(slots=True)
class Cue:
    """Words outside the clause structure that say who says it: "according to X", ", said X.", ", X
    added,"."""

    kind: Literal["say", "deny", "accuse", "according", "citing"]
    verb: str
    sources: list[NounPhrase]
    hearers: list[NounPhrase]
    start: int
    end: int
    negated: bool = False
    places: list[NounPhrase] = field(default_factory=list)


@dataclass(slots=True)
class Analysis:
    """A sentence read: its clauses in the order of the text, and its attribution cues."""

    start: int
    end: int
    clauses: list[Clause]
    cues: list[Cue]
    phrases: list[NounPhrase]
    question: bool = False
    words: str = ""
    """The sentence in the words of the analyser's pivot language, lower case, where it has one."""
