"""Predicates that are nouns (供与, 輸出, 武器供与) or hang on a name ("ロシア製", "ブラジル設計")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader


def nominal_clauses(clauses: Sequence[Clause], phrases: Sequence[NounPhrase], reader: Reader) -> list[Clause]:
    """A clause for every verbal noun that heads a phrase, tied to the clause that it is an argument of."""
    governors: dict[int, tuple[Clause, str]] = {}
    for clause in clauses:
        for argument in clause.arguments:
            for phrase in argument.phrase.conjuncts():
                governors.setdefault(id(phrase), (clause, argument.function))
    out: list[Clause] = []
    seen: set[int] = set()
    for top in phrases:
        for phrase in _nested(top):
            if id(phrase) in seen or phrase.head_token.text not in reader.nominals:
                continue
            seen.add(id(phrase))
            governor, function = governors.get(id(phrase), (None, ""))
            if governor is None:
                governor, function = _through(phrase, phrases, governors)
            out.append(_clause(phrase, governor, function, reader))
    return out


def _nested(np: NounPhrase) -> Iterator[NounPhrase]:
    for member in np.conjuncts():
        yield member
        if member.owner is not None:
            yield from _nested(member.owner)


def _through(
    phrase: NounPhrase, phrases: Sequence[NounPhrase], governors: dict[int, tuple[Clause, str]]
) -> tuple[Clause | None, str]:
    """The governor of the phrase that the verbal noun belongs to: "供与の停止を求めた"."""
    for top in phrases:
        if top.owner is phrase and id(top) in governors:
            clause, _ = governors[id(top)]
            return clause, "of"
    return None, ""


def _clause(np: NounPhrase, governor: Clause | None, function: str, reader: Reader) -> Clause:
    head = np.head_token
    clause = Clause(head.text, (head.text,), "nominal", head.start, head.end)
    clause.noun, clause.parent, clause.marker, clause.relation = np, governor, function, "argument"
    _compound(clause, np, reader)
    _owner(clause, np, reader)
    gives = head.text in reader.pack.words("kara_gives")
    for word, inner in np.trailing:
        clause.arguments.append(
            Argument("subj" if word == "from" and gives and reader.sort(inner) == "actor" else word, inner)
        )
    if "designate" in reader.nominals.get(head.text, ()):
        for argument in clause.arguments:
            argument.function = "against" if argument.function == "to" else argument.function
    if governor is not None:
        _from_governor(clause, governor, function, reader)
        clause.times.extend(governor.times)
    return clause


def _compound(clause: Clause, np: NounPhrase, reader: Reader) -> None:
    """Words of the compound before the head: goods ("武器供与"), parties ("対エチオピア輸出", "米国支援")."""
    k = np.start
    while k < np.head:
        token = np.tokens[k]
        goods = reader.entity(token, "materiel")
        party = reader.entity(token, "state", "actor")
        one = NounPhrase(np.tokens, k, k + 1, k)
        if goods is not None:
            clause.arguments.append(Argument("of", one))
        elif party is not None and (len(token.text) > 1 or k + 1 < np.head):
            towards = k > np.start and np.tokens[k - 1].text == "対"
            clause.arguments.append(Argument("to" if towards else "subj", one))
        k += 1


def _owner(clause: Clause, np: NounPhrase, reader: Reader) -> None:
    owner = np.owner
    while owner is not None:
        sort = reader.sort(owner)
        if sort == "materiel":
            clause.arguments.append(Argument("of", owner))
        elif sort in ("actor", "place", "pronoun"):
            receives = (
                any(f in ("train", "help", "strike") for f in reader.nominals.get(clause.lemma, ()))
                and clause.parent is not None
            )
            clause.arguments.append(Argument("of" if receives else "subj", owner))
            clause.arguments.extend(Argument(w, inner) for w, inner in owner.trailing)
            return
        clause.arguments.extend(Argument(w, inner) for w, inner in owner.trailing)
        owner = owner.owner


def _from_governor(clause: Clause, governor: Clause, function: str, reader: Reader) -> None:
    """What the governing verb's own phrases are to the verbal noun."""
    light = reader.pack.data["light"]
    mine = {a.function for a in clause.arguments}
    subject = governor.get("obj") if governor.passive and function != "obj" else governor.get("subj")
    subject = [p for p in subject if p is not clause.noun]
    if function not in ("obj", "of", "subj"):
        return
    if governor.lemma in light["receive"]:
        _add(clause, mine, "to", subject)
        _add(clause, mine, "subj", [*governor.get("to"), *governor.get("from"), *governor.get("by")])
    elif function in ("obj", "of") and (
        governor.lemma in light["do"] or reader.pack.report_verbs.get(governor.lemma) in ("deny", "say")
    ):
        _add(clause, mine, "subj", subject)
        if governor.lemma not in reader.pack.report_verbs:
            _add(clause, mine, "to", governor.get("to"))
            _add(clause, mine, "by", governor.get("by"))
    elif function in ("subj", "obj"):
        _add(clause, mine, "to", governor.get("to"))


def _add(clause: Clause, mine: set[str], function: str, phrases: Sequence[NounPhrase]) -> None:
    if function in mine:
        return
    taken = {id(a.phrase) for a in clause.arguments}
    clause.arguments.extend(
        Argument(function, p) for p in phrases if id(p) not in taken and p is not clause.noun
    )


def suffix_clauses(clauses: Sequence[Clause], phrases: Sequence[NounPhrase], reader: Reader) -> list[Clause]:
    """ "ロシア製のミサイル", "ブラジル設計の砲", "ブラジルが設計した砲": who made it, in the document's
    own voice."""
    out: list[Clause] = []
    for top in phrases:
        for phrase in _nested(top):
            out.extend(_made(phrase, reader))
    for clause in clauses:
        if clause.relation == "relative" and clause.lemma in reader.pack.suffixes:
            clause.form = "suffix"
            for argument in clause.arguments:
                if argument.function in ("by", "in"):
                    argument.function = "subj"
                elif argument.function == "obj":
                    argument.phrase = _alone(argument.phrase)
    return out


def _alone(np: NounPhrase) -> NounPhrase:
    """The phrase without the other members of its list."""
    one = NounPhrase(np.tokens, np.start, np.end, np.head)
    one.owner, one.apposition, one.trailing = np.owner, np.apposition, np.trailing
    return one


def _made(np: NounPhrase, reader: Reader) -> Iterator[Clause]:
    """The maker within the compound or its owner."""
    if reader.sort(np) != "materiel":
        return
    places = [(np, np.start, np.head)]
    if np.owner is not None:
        places.append((np.owner, np.owner.start, np.owner.end))
    for phrase, start, end in places:
        for k in range(start, end):
            if phrase.tokens[k].text not in reader.pack.suffixes or k == start:
                continue
            hit = reader.entity(phrase.tokens[k - 1], "state", "actor")
            if hit is None:
                continue
            maker = NounPhrase(phrase.tokens, k - 1, k, k - 1)
            token = phrase.tokens[k]
            clause = Clause(token.text, (token.text,), "suffix", token.start, token.end)
            clause.relation, clause.parent = "reduced", None
            clause.arguments = [Argument("subj", maker), Argument("obj", _alone(np))]
            yield clause
