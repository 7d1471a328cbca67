""" "ракеты российского производства": who made it, said in the genitive after the goods."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader

_MAKING = "production"


def production_clauses(phrases: Iterable[NounPhrase], reader: Reader) -> list[Clause]:
    """A clause of making for every phrase that says so of its goods; the words of making are taken off the
    phrase.
    """
    out: list[Clause] = []
    for top in phrases:
        for np in top.conjuncts():
            at: NounPhrase | None = np
            while at is not None:
                clause = _made(at, reader)
                if clause is not None:
                    out.append(clause)
                at = at.of
    return out


def _made(np: NounPhrase, reader: Reader) -> Clause | None:
    holder, making = np, np.of
    while making is not None and making.head_token.low != _MAKING:
        holder, making = making, making.of
    if making is None:
        return None
    maker = next(
        (
            k
            for k in range(making.start, making.head)
            if reader.entity(making.tokens[k], "state", "actor") is not None
        ),
        None,
    )
    if maker is None or reader.read(np).sort != "materiel":
        return None
    holder.of = making.of
    clause = Clause("made", ("made",), "suffix", making.tokens[making.start].start, making.head_token.end)
    clause.relation, clause.passive = "argument", True
    clause.arguments = [
        Argument("by", NounPhrase(making.tokens, maker, maker + 1, maker)),
        Argument("obj", np),
    ]
    return clause
