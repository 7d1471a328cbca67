"""Which frames and kinds of claim a predicate stands for."""

from __future__ import annotations

from reportedly.extract.clauses import Clause
from reportedly.extract.things import Reader
from reportedly.languages.frames import load_frames


def frames_of(clause: Clause, reader: Reader) -> list[str]:
    """Names of the frames of a clause's predicate."""
    return [name for rest, name in reader.pack.predicates.get(clause.lemma, ()) if not rest]


def kinds_of(clause: Clause, reader: Reader) -> set[str]:
    """The kinds of claim that a clause's predicate can make."""
    frames = load_frames()
    return {frames[name].kind for name in frames_of(clause, reader)}
