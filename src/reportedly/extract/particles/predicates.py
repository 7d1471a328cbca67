"""Which frames and kinds of claim a predicate stands for."""

from __future__ import annotations

from functools import cache

from reportedly.extract.clauses import Clause
from reportedly.extract.things import Reader
from reportedly.languages.frames import load_frames
from reportedly.languages.pack import Pack


def frames_of(clause: Clause, reader: Reader) -> tuple[str, ...]:
    """Names of the frames of a clause's predicate."""
    return _frames(reader.pack, clause.lemma)


def kinds_of(clause: Clause, reader: Reader) -> frozenset[str]:
    """The kinds of claim that a clause's predicate can make."""
    return _kinds(reader.pack, clause.lemma)


@cache
def _by_verb(pack: Pack) -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    frames = load_frames()
    out = {}
    for verb, entries in pack.predicates.items():
        names = tuple(name for rest, name in entries if not rest)
        out[verb] = (names, frozenset(frames[name].kind for name in names))
    return out


def _frames(pack: Pack, lemma: str) -> tuple[str, ...]:
    known = _by_verb(pack).get(lemma)
    return known[0] if known is not None else ()


def _kinds(pack: Pack, lemma: str) -> frozenset[str]:
    known = _by_verb(pack).get(lemma)
    return known[1] if known is not None else frozenset()
