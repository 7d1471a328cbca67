"""From particles to grammatical functions: topics, passives, what a に or から means to this verb, and
what a clause shares with the next."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.particles.predicates import frames_of, kinds_of
from reportedly.extract.particles.rejections import bare_denial, rejections
from reportedly.extract.particles.sharing import HELPING, inherit, share_tense
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token


def finish(
    clauses: list[Clause], phrases: Sequence[NounPhrase], reader: Reader, text: str, tokens: Sequence[Token]
) -> list[Clause]:
    """The clauses with their final functions, in the order of the text. Works in place."""
    clauses = [_idiom(c, reader) for c in clauses]
    for clause in clauses:
        _topic(clause, reader)
        _loaded(clause, clauses, reader)
        bare_denial(clause, clauses, reader, tokens)
    clauses = [*clauses, *(a for c in clauses if (a := _alongside(c, reader)) is not None)]
    inherit(clauses, reader)
    share_tense(clauses)
    for clause in clauses:
        _future(clause, reader)
        _presence(clause, reader)
        _voice(clause, reader)
        _dative(clause, reader)
        _source(clause, reader)
        _hoist(clause, reader)
    _helping(clauses)
    _legs(clauses, reader)
    rejections(clauses, reader, text, tokens)
    del phrases
    return clauses


def _idiom(clause: Clause, reader: Reader) -> Clause:
    """ "手に渡る", "手に入れる", "手に入る", "引き渡しを受ける": the phrase is part of the predicate."""
    hand = next(
        (a for a in clause.arguments if a.function == "to" and a.phrase.head_token.text == "手"), None
    )
    if hand is not None:
        clause.arguments.remove(hand)
        if clause.lemma in ("入れる",):
            clause.lemma = "入手"
        elif clause.lemma in ("渡る", "落ちる", "入る"):
            clause.lemma = "渡る"
            if hand.phrase.owner is not None:
                clause.arguments.append(Argument("to", hand.phrase.owner))
        clause.words = (clause.lemma,)
    for argument in clause.arguments:
        words = "".join(t.text for t in argument.phrase.words)
        if argument.function == "obj" and words + clause.lemma in reader.pack.predicates:
            clause.lemma = words + clause.lemma
            clause.arguments.remove(argument)
            break
    if clause.lemma in ("ある", "ない", "無い") and any(
        a.function in ("subj", "topic") for a in clause.arguments
    ):
        clause.form = "copula"
    return clause


def _future(clause: Clause, reader: Reader) -> None:
    """A plain non-past of giving is a promise: "供与する", "引き渡す"."""
    plain = not (
        clause.past
        or clause.progressive
        or clause.perfect
        or clause.negated
        or clause.adverbs
        or clause.modal
    )
    kinds = kinds_of(clause, reader)
    if (
        plain
        and kinds == {"transfer"}
        and clause.relation in ("main", "complement")
        and clause.form == "finite"
    ):
        clause.modal = "will"


def _loaded(clause: Clause, clauses: Sequence[Clause], reader: Reader) -> None:
    """ "弾薬を積んだコンテナを引き渡した": what the containers hold is what is handed over."""
    if "transfer" not in kinds_of(clause, reader):
        return
    for argument in list(clause.arguments):
        if argument.function not in ("obj", "subj") or reader.sort(argument.phrase) != "carrier":
            continue
        for load in clauses:
            if (
                load.relation == "relative"
                and load.lemma in ("積む", "載せる", "積み込む", "満載", "搭載", "積載")
                and any(a.phrase is argument.phrase for a in load.arguments)
            ):
                goods = [
                    a.phrase
                    for a in load.arguments
                    if a.function == "obj" and reader.sort(a.phrase) == "materiel"
                ]
                if goods and all(a.function != "subj" for a in clause.arguments):
                    clause.arguments.extend(a for a in load.arguments if a.function == "subj")
                clause.arguments.extend(Argument("obj", g) for g in goods)
                if goods:
                    argument.function = "aboard"
                    load.lemma += "|"


def _alongside(clause: Clause, reader: Reader) -> Clause | None:
    """ "X が Y とともに基地を攻撃した": X fights for Y."""
    if not set(frames_of(clause, reader)) & {"strike", "use"}:
        return None
    friends = [a for a in clause.arguments if a.function == "for" and reader.sort(a.phrase) == "actor"]
    if not friends:
        return None
    out = Clause("共闘", ("共闘",), "finite", clause.start, clause.end)
    out.arguments = [Argument("obj", a.phrase) for a in friends] + [
        a for a in clause.arguments if a.function == "subj"
    ]
    out.parent, out.relation, out.marker, out.past, out.negated = (
        clause.parent,
        clause.relation,
        clause.marker,
        clause.past,
        clause.negated,
    )
    out.times, out.adverbs, out.progressive = clause.times, clause.adverbs, clause.progressive
    return out


def _presence(clause: Clause, reader: Reader) -> None:
    """ "ロシア兵がいる": troops that are there are what somebody deploys."""
    if clause.lemma not in ("いる", "駐留", "存在", "展開"):
        return
    for argument in clause.arguments:
        if (
            argument.function == "subj"
            and reader.read(argument.phrase).description in reader.force_nouns
            and "obj" not in {a.function for a in clause.arguments}
        ):
            argument.function = "obj"


def _topic(clause: Clause, reader: Reader) -> None:
    """A topic is the subject, or the object where it cannot be the subject."""
    for argument in clause.arguments:
        if argument.function != "topic":
            continue
        functions = {a.function for a in clause.arguments}
        sort = reader.sort(argument.phrase)
        if sort == "materiel" and "obj" not in functions and (clause.passive or "subj" in functions):
            argument.function = "obj" if not clause.passive else "subj"
        elif "subj" in functions:
            head = argument.phrase.head_token
            counted = head.verb == "adverbial" or head.tag in ("QTY", "NUM")
            free = "obj" not in functions and sort not in ("actor", "place", "outlet") and not counted
            argument.function = "obj" if free else "about"
        else:
            argument.function = "subj"


def _voice(clause: Clause, reader: Reader) -> None:
    """Passive: the subject is the thing done to, or the receiver where there is an object
    ("武器を供与された")."""
    if not clause.passive:
        return
    functions = {a.function for a in clause.arguments}
    names = frames_of(clause, reader)
    agent_ni = bool(set(names) & reader.pack.words("ni_agent"))
    for argument in clause.arguments:
        if argument.function == "subj" and not (clause.antecedent and argument is clause.arguments[-1]):
            argument.function = (
                "to"
                if "obj" in functions
                and any(a.function == "obj" and a.phrase is not argument.phrase for a in clause.arguments)
                else "obj"
            )
        elif argument.function == "to" and agent_ni and reader.sort(argument.phrase) in ("actor", "pronoun"):
            argument.function = "by"


def _dative(clause: Clause, reader: Reader) -> None:
    """What に means to this verb."""
    table = reader.pack.data["ni_at"]
    names = frames_of(clause, reader)
    function = next((str(table[n]) for n in names if n in table), "")
    transfer = "transfer" in kinds_of(clause, reader)
    for argument in clause.arguments:
        if argument.function == "to" and function and not transfer:
            argument.function = function
            if "designate" in names and _status(argument.phrase, reader):
                argument.function = "as"
        elif argument.function == "against" and transfer:
            argument.function = "to"
        elif argument.function == "in" and reader.sort(argument.phrase) == "materiel":
            argument.function = "with"
    if clause.lemma in ("求める", "要請", "要求", "依頼", "打診"):
        for argument in clause.arguments:
            argument.function = "to" if argument.function == "in" else argument.function


def _status(np: NounPhrase, reader: Reader) -> bool:
    """ "テロ組織に", "制裁対象に": what somebody is put down as, no party."""
    words = "".join(t.text for t in np.words)
    listing = (*reader.pack.data["terror_words"], *reader.pack.data["sanction_words"], "対象", "リスト")
    return any(w in words for w in listing)


def _source(clause: Clause, reader: Reader) -> None:
    """から names the giver of what is given, and the place where what is carried comes from."""
    gives = clause.lemma in reader.pack.words("kara_gives")
    for argument in clause.arguments:
        if argument.function == "from" and gives and reader.sort(argument.phrase) in ("actor",):
            argument.function = "by"


def _hoist(clause: Clause, reader: Reader) -> None:
    """What hangs on the thing handled belongs to the clause too: "GNA 向けの装甲車を運んだ"."""
    functions = {a.function for a in clause.arguments}
    for argument in list(clause.arguments):
        if argument.function != "obj":
            continue
        for np in argument.phrase.conjuncts():
            for word, inner in np.trailing:
                if (
                    word in ("for", "to", "from", "via")
                    and word not in functions
                    and reader.sort(np) == "materiel"
                ):
                    clause.arguments.append(
                        Argument("to" if word == "for" and "to" not in functions else word, inner)
                    )


def _helping(clauses: Sequence[Clause]) -> None:
    """Who helps another to obtain is a go-between: "入手するのを手助けした"."""
    for clause in clauses:
        parent = clause.parent
        if parent is None or clause.relation != "infinitive" or parent.lemma not in HELPING:
            continue
        helper = next((a.phrase for a in parent.arguments if a.function == "subj"), None)
        if helper is None and parent.parent is not None:
            helper = next((a.phrase for a in parent.parent.arguments if a.function == "obj"), None)
        shared = [a for a in clause.arguments if a.function == "subj" and a.phrase is helper]
        for argument in shared:
            clause.arguments.remove(argument)
        if helper is not None:
            clause.arguments.append(Argument("via", helper))


def _legs(clauses: list[Clause], reader: Reader) -> None:
    """Legs of one movement are one clause: "イランに輸送され、海路でロシアに運ばれた". The holder of what
    moves is who gives."""
    for clause in clauses:
        if "transfer" not in kinds_of(clause, reader):
            continue
        for earlier in [c for c in clauses if c.start < clause.start and _leg(c, clause, reader)]:
            for argument in earlier.arguments:
                if argument.function == "to":
                    clause.arguments.append(Argument("via", argument.phrase))
                elif argument.function == "subj" and reader.sort(argument.phrase) == "materiel":
                    continue
                elif argument.function in ("from", "via", "by", "subj") and all(
                    a.function != argument.function for a in clause.arguments
                ):
                    clause.arguments.append(Argument(argument.function, argument.phrase))
            clause.times = clause.times or list(earlier.times)
            earlier.lemma = earlier.lemma + "|"
        if any(
            a.function in ("subj", "by") and reader.sort(a.phrase) != "materiel" for a in clause.arguments
        ):
            continue
        for np in [a.phrase for a in clause.arguments if a.function == "obj"]:
            for holder in clauses:
                if (
                    holder.relation == "relative"
                    and "hold" in frames_of(holder, reader)
                    and any(
                        a.phrase is np or a.phrase in np.conjuncts()
                        for a in holder.arguments
                        if a.function == "obj"
                    )
                ):
                    clause.arguments.extend(Argument("subj", p) for p in holder.get("subj"))


def _leg(earlier: Clause, clause: Clause, reader: Reader) -> bool:
    if (
        earlier.relation not in ("coordinate", "adverbial")
        or earlier.marker == "if"
        or not (earlier.parent is clause or clause in earlier.ancestors())
    ):
        return False
    moved = earlier.passive or "arrive" in frames_of(earlier, reader)
    if (
        "transfer" not in kinds_of(earlier, reader)
        or not moved
        or not (clause.passive or "arrive" in frames_of(clause, reader))
    ):
        return False
    goods = [
        a.phrase
        for a in earlier.arguments
        if a.function in ("obj", "subj") and reader.sort(a.phrase) == "materiel"
    ]
    return any(a.function in ("obj", "subj") and a.phrase in goods for a in clause.arguments) and any(
        a.function == "to" for a in earlier.arguments
    )
