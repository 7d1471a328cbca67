"""Last looks at a sentence's clauses: parties to a contract, and help that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.clauses import Argument, Clause, Cue
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader
from reportedly.languages.frames import load_frames

_SIGNING = frozenset({"sign", "agree"})
_ASKING = frozenset({"ask", "request", "urge"})


def settle(clauses: Sequence[Clause], reader: Reader) -> None:
    """Set right what one clause alone does not tell."""
    for clause in clauses:
        if clause.form == "nominal":
            _contract(clause, reader)
            _asked(clause, reader)
            _embargoed(clause, reader)


def cited_inside(cues: Sequence[Cue], clauses: list[Clause]) -> list[Cue]:
    """ "газета писала со ссылкой на X, что ...": whom the saying cites is nearer the fact than who says it.
    Such cues become clauses of citing; the others are returned.
    """
    kept: list[Cue] = []
    for cue in cues:
        saying = next(
            (
                c
                for c in clauses
                if cue.kind == "citing" and any(o.parent is c and o.relation == "complement" for o in clauses)
            ),
            None,
        )
        if saying is None or any(other.kind == "say" for other in cues):
            kept.append(cue)
            continue
        clause = Clause("cite", ("cite",), "gerund", cue.start, cue.end)
        clause.relation, clause.parent = "participial", saying
        clause.arguments = [Argument("obj", np) for np in cue.sources]
        clauses.append(clause)
    return kept


def _kinds(clause: Clause, reader: Reader) -> set[str]:
    return {load_frames()[name].kind for name in reader.nominals.get(clause.lemma, ())}


def _contract(clause: Clause, reader: Reader) -> None:
    """ "Белград подписал с Москвой контракт на поставку комплексов": who of the two gives, the maker of the
    goods tells; each party is named by the text.
    """
    parent = clause.parent
    if parent is None or parent.lemma not in _SIGNING or "transfer" not in _kinds(clause, reader):
        return
    partner = next(
        (
            a.phrase
            for a in parent.arguments
            if a.function == "with" and reader.sort(a.phrase) in ("actor", "place")
        ),
        None,
    )
    signer = next(
        (a.phrase for a in parent.arguments if a.function == ("by" if parent.passive else "subj")), None
    )
    if (
        partner is None
        or signer is None
        or any(a.function in ("by", "to", "subj") and a.phrase in (partner, signer) for a in clause.arguments)
    ):
        return
    buying = any(name in ("buy", "receive", "order") for name in reader.nominals.get(clause.lemma, ()))
    goods = next((reader.read(a.phrase) for a in clause.arguments if a.function == "of"), None)
    maker = reader.lexicon.entities[goods.id].country if goods is not None and goods.id is not None else None
    giver, taker = (
        (partner, signer) if maker is not None and _country(partner, reader) == maker else (signer, partner)
    )
    if buying:
        clause.arguments.extend((Argument("subj", signer), Argument("from", partner)))
        return
    clause.arguments = [a for a in clause.arguments if a.function not in ("agent", "with")]
    clause.arguments.extend((Argument("by", giver), Argument("to", taker)))


def _country(np: NounPhrase, reader: Reader) -> str | None:
    thing = reader.read(np)
    ident = thing.capital or thing.id
    return reader.lexicon.entities[ident].country or ident.rpartition("/")[2] if ident is not None else None


def _asked(clause: Clause, reader: Reader) -> None:
    """ "просила военной помощи у Китая": who asks is who is to get it."""
    parent = clause.parent
    if parent is None or parent.lemma not in _ASKING or "support" not in _kinds(clause, reader):
        return
    asked = [a for a in parent.arguments if a.function in ("from", "iobj")]
    if not asked:
        return
    phrases = {id(a.phrase) for a in asked}
    kept = [a for a in clause.arguments if id(a.phrase) not in phrases]
    for argument in kept:
        if argument.function in ("agent", "subj"):
            argument.function = "to"
    clause.arguments = [*kept, *(Argument("by", a.phrase) for a in asked)]


def _embargoed(clause: Clause, reader: Reader) -> None:
    """ "эмбарго на ввоз оружия в Ливию": the place that nothing may reach is under it."""
    if "designation" not in _kinds(clause, reader):
        return
    for argument in clause.arguments:
        if argument.function in ("into", "to", "in") and reader.sort(argument.phrase) in ("actor", "place"):
            argument.function = "against"
