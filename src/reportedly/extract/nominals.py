"""Predicates that are nouns ("the delivery of 24 launchers to X") or hang on a hyphen ("Russian-made",
"Iran-backed")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader, adjectival_actor


def nominal_clauses(clauses: Sequence[Clause], phrases: Sequence[NounPhrase], reader: Reader) -> list[Clause]:
    """A clause for every nominal predicate in `phrases`, tied to the clause that it is an argument of."""
    governors: dict[int, tuple[Clause, str]] = {}
    for clause in clauses:
        for argument in clause.arguments:
            for phrase in argument.phrase.conjuncts():
                governors.setdefault(id(phrase), (clause, argument.function))
    out: list[Clause] = []
    for top in phrases:
        governed = governors.get(id(top))
        governing: Clause | None = governed[0] if governed is not None else None
        function = governed[1] if governed is not None else ""
        for phrase, path in _nested(top):
            governor, role = governors.get(
                id(phrase), (governing, function if phrase is top else path or function)
            )
            found = _of_noun(phrase, governor, role, reader)
            if phrase is not top and top.negated:
                # "no evidence of support": what hangs on a denied noun is denied.
                for clause_of in found:
                    clause_of.negated = True
            if phrase is not top and top.head_token.low in reader.pack.words("ban_nouns"):
                continue
            out.extend(found)
            out.extend(_of_suffixes(phrase, governor, reader))
    return out


def _nested(np: NounPhrase, path: str = "") -> Iterator[tuple[NounPhrase, str]]:
    """The phrase, its list members, and the phrases inside it, each with the preposition that leads to it."""
    for member in np.conjuncts():
        yield member, path
        if member.of is not None:
            yield from _nested(member.of, "of")
        if member.owner is not None:
            yield from _nested(member.owner, "owner")


def _of_noun(np: NounPhrase, governor: Clause | None, role: str, reader: Reader) -> list[Clause]:
    head = np.head_token
    if np.pronoun or (governor is not None and governor.lemma in reader.pack.words("ban_verbs")):
        return []
    if (
        governor is not None
        and role in ("on", "of", "against")
        and any(a.phrase.head_token.low in reader.pack.words("ban_nouns") for a in governor.arguments)
    ):
        return []
    if (
        governor is not None
        and governor.form == "copula"
        and role == "obj"
        and head.low in reader.pack.data.get("role_nouns", {})
    ):
        return [_role_noun(np, governor)]
    word = head.low
    named = head.match is not None and not head.match.weak
    if named and " " in word:
        # "arms shipments" is a name of the goods and a deed at once.
        word = word.rsplit(" ", 1)[-1]
        named = word not in reader.nominals
    if word not in reader.nominals or named:
        return []
    clause = Clause(word, (word,), "nominal", head.start, head.end)
    clause.noun, clause.parent, clause.marker, clause.relation = np, governor, role, "argument"
    clause.negated = np.negated
    if np.of is not None:
        got = (
            governor is not None
            and role == "obj"
            and governor.lemma in reader.pack.words("light", "receive")
            and reader.sort(np.of) in ("actor", "place")
        )
        # "enjoys the backing of Cuban troops": of whoever gives it.
        clause.arguments.append(Argument("from" if got else "of", np.of))
        for member in np.of.conjuncts():
            clause.arguments.extend(Argument(word, inner) for word, inner in member.trailing)
    clause.arguments.extend(Argument(word, inner) for word, inner in np.trailing)
    modifier = (
        _compound(np, reader) if word == head.low else NounPhrase(np.tokens, np.head, np.head + 1, np.head)
    )
    if modifier is not None:
        clause.arguments.append(Argument("of", modifier))
    agent = adjectival_actor(reader, np)
    if agent is not None:
        agent_np = np.owner or _token_phrase(np, agent.start)
        if agent_np is not None:
            clause.arguments.append(Argument("subj", agent_np))
    if governor is not None:
        clause.times.extend(governor.times)
        if role == "in" and governor.form == "copula" and "hold" in reader.nominals[word]:
            clause.arguments.extend(
                Argument("of", a.phrase) for a in governor.arguments if a.function == "subj"
            )
        # A light verb lends the noun its phrases: "carried out deliveries to X", "the delivery was made to
        # X".
        if role in ("obj", "subj", "obj2") or (role in ("for", "of", "on") and governor.form != "nominal"):
            for argument in governor.arguments:
                if argument.phrase is np or id(argument.phrase) in {id(a.phrase) for a in clause.arguments}:
                    continue
                if (
                    argument.function == "subj"
                    and governor.form == "copula"
                    and reader.sort(argument.phrase) == "materiel"
                ):
                    # "the helicopters were a gift from Beijing"
                    clause.arguments.append(Argument("of", argument.phrase))
                elif argument.function == "subj" and governor.lemma in reader.pack.words("light", "receive"):
                    clause.arguments.append(Argument("to", argument.phrase))
                elif (
                    argument.function == "subj" or (argument.function == "by" and governor.passive)
                ) and governor.lemma not in reader.pack.words("bystanding"):
                    clause.arguments.append(Argument("agent", argument.phrase))
                elif argument.function == "obj" and role == "obj2" and not governor.passive:
                    clause.arguments.append(Argument("to", argument.phrase))
                elif argument.function not in ("obj", "obj2"):
                    clause.arguments.append(argument)
    if governor is not None and role == "obj" and governor.lemma in reader.pack.words("light", "receive"):
        # "took delivery of jets from Moscow": Moscow gave them.
        for argument in clause.arguments:
            if argument.function == "from" and reader.sort(argument.phrase) in ("actor", "place"):
                argument.function = "by"
    return [clause]


def _role_noun(np: NounPhrase, governor: Clause) -> Clause:
    """ "The ministry was consignee of missiles from X": a noun of a party, with the copula's subject in that
    part."""
    head = np.head_token
    clause = Clause(head.low, (head.low,), "nominal", head.start, head.end)
    clause.noun, clause.parent, clause.marker, clause.relation = np, governor, "subj", "argument"
    clause.negated = np.negated or governor.negated
    clause.arguments.extend(Argument("subj", a.phrase) for a in governor.arguments if a.function == "subj")
    if np.of is not None:
        clause.arguments.append(Argument("of", np.of))
        for member in np.of.conjuncts():
            clause.arguments.extend(Argument(word, inner) for word, inner in member.trailing)
    clause.arguments.extend(Argument(word, inner) for word, inner in np.trailing)
    clause.times.extend(governor.times)
    return clause


def _compound(np: NounPhrase, reader: Reader) -> NounPhrase | None:
    """The materiel in "arms shipments", "S-300 deliveries"."""
    found = [k for k in range(np.start, np.head) if reader.entity(np.tokens[k], "materiel") is not None]
    if not found:
        return None
    return NounPhrase(np.tokens, found[0], found[-1] + 1, found[-1])


def _token_phrase(np: NounPhrase, start: int) -> NounPhrase | None:
    for k in range(np.start, np.end):
        if np.tokens[k].start == start:
            return NounPhrase(np.tokens, k, k + 1, k)
    return None


def _of_suffixes(np: NounPhrase, governor: Clause | None, reader: Reader) -> list[Clause]:
    out: list[Clause] = []
    for k in range(np.start, np.end - 2):
        if np.tokens[k + 1].tag != "HYPH":
            continue
        word = np.tokens[k + 2].low
        if word not in reader.pack.suffixes or reader.entity(np.tokens[k], "state", "actor") is None:
            continue
        clause = Clause(word, (word,), "suffix", np.tokens[k].start, np.tokens[k + 2].end)
        clause.parent, clause.relation, clause.passive = governor, "argument", True
        clause.arguments.append(Argument("by", NounPhrase(np.tokens, k, k + 1, k)))
        rest = NounPhrase(np.tokens, k + 3, np.end, np.head) if np.head >= k + 3 else None
        if rest is not None:
            rest.of, rest.trailing = np.of, np.trailing
            clause.arguments.append(Argument("obj", rest))
        out.append(clause)
    return out
