"""From particles to grammatical functions: topics, passives, what a に or から means to this verb, and what a clause shares with the next."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.phrases import NounPhrase
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token
from reportedly.languages.frames import load_frames

_HELPING = frozenset({"助ける", "手助け", "支援", "手伝う", "可能"})
_SHARED = ("subj", "topic", "obj", "to", "from", "by")


def finish(
    clauses: list[Clause], phrases: Sequence[NounPhrase], reader: Reader, text: str, tokens: Sequence[Token]
) -> list[Clause]:
    """The clauses with their final functions, in the order of the text. Works in place."""
    clauses = [_idiom(c, reader) for c in clauses]
    for clause in clauses:
        _topic(clause, reader)
        _loaded(clause, clauses, reader)
        _bare_denial(clause, clauses, reader, tokens)
    clauses = [*clauses, *(a for c in clauses if (a := _alongside(c, reader)) is not None)]
    _inherit(clauses, reader)
    _tenses(clauses)
    for clause in clauses:
        _future(clause, reader)
        _presence(clause, reader)
        _voice(clause, reader)
        _dative(clause, reader)
        _source(clause, reader)
        _hoist(clause, reader)
    _helping(clauses, reader)
    _legs(clauses, reader)
    _rejections(clauses, reader, text, tokens)
    del phrases
    return clauses


def frames_of(clause: Clause, reader: Reader) -> list[str]:
    """Names of the frames of a clause's predicate."""
    return [name for rest, name in reader.pack.predicates.get(clause.lemma, ()) if not rest]


def kinds_of(clause: Clause, reader: Reader) -> set[str]:
    """The kinds of claim that a clause's predicate can make."""
    frames = load_frames()
    return {frames[name].kind for name in frames_of(clause, reader)}


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


def _tenses(clauses: Sequence[Clause]) -> None:
    """A clause that runs on into the next has its tense, and its doubt."""
    for clause in reversed(list(clauses)):
        parent = clause.parent
        if parent is None or clause.past or clause.progressive or clause.perfect:
            continue
        if clause.relation == "coordinate" or (clause.relation == "infinitive" and parent.lemma in _HELPING):
            clause.past, clause.progressive, clause.perfect = parent.past, parent.progressive, parent.perfect
            clause.modal = clause.modal or parent.modal
            clause.adverbs = clause.adverbs or parent.adverbs


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


def _bare_denial(clause: Clause, clauses: Sequence[Clause], reader: Reader, tokens: Sequence[Token]) -> None:
    """ "中国政府は否定している": a denial without an object answers what was said before."""
    if reader.pack.report_verbs.get(clause.lemma) != "deny" or clause.negated or clause.passive:
        return
    if any(a.function == "obj" for a in clause.arguments) or any(
        c.parent is clause and c.relation == "complement" for c in clauses
    ):
        return
    k = next((k for k, t in enumerate(tokens) if t.start == clause.start), None)
    if k is not None and any(a.function == "subj" for a in clause.arguments):
        clause.arguments.append(Argument("obj", NounPhrase(tokens, k, k + 1, k)))


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
            free = "obj" not in functions and sort not in ("actor", "place", "outlet")
            argument.function = "obj" if free else "about"
        else:
            argument.function = "subj"


def _inherit(clauses: Sequence[Clause], reader: Reader) -> None:
    """Clauses in a row share what is said once: the subject, the thing handled, the receiver. What is said inherits its sayer as
    subject where it has none of its own."""
    for clause in clauses:
        before = [
            c
            for c in clauses
            if c.parent is clause and c.relation in ("coordinate", "adverbial") and c.start < clause.start
        ]
        for earlier in reversed(before):
            if earlier.relation == "adverbial":
                _share_subject(earlier, clause)
            elif _empty(earlier, reader):
                _move(earlier, clause)
            else:
                _share(earlier, clause, reader)
    for clause in reversed(list(clauses)):
        parent = clause.parent
        if parent is None or any(a.function == "subj" for a in clause.arguments):
            continue
        if (
            clause.relation == "relative"
            and not clause.passive
            and set(frames_of(clause, reader)) & {"capture", "receive", "buy"}
        ):
            _subject_of(parent, clause, reader)
        if clause.relation in ("complement", "infinitive", "coordinate", "adverbial") and not (
            clause.passive and clause.relation == "complement"
        ):
            _subject_of(parent, clause, reader)


def _empty(clause: Clause, reader: Reader) -> bool:
    """A predicate that the pack does not know: it stands for how something else is done ("一貫して否定", "解体して送った")."""
    return clause.lemma not in reader.pack.predicates and clause.lemma not in reader.pack.report_verbs


def _move(earlier: Clause, clause: Clause) -> None:
    own = {a.function for a in clause.arguments}
    for argument in earlier.arguments:
        if argument.function not in own:
            clause.arguments.append(argument)
    if earlier.passive == clause.passive:
        earlier.arguments = [a for a in earlier.arguments if a.function == "subj"]
    clause.times = clause.times or list(earlier.times)


def _share_subject(earlier: Clause, clause: Clause) -> None:
    """ "X が、Y するため Z した": one subject for both."""
    if any(a.function == "subj" for a in clause.arguments):
        return
    if earlier.passive != clause.passive:
        if clause.passive and all(a.function != "obj" for a in clause.arguments):
            goods = [a for a in earlier.arguments if a.function == "subj"]
            clause.arguments.extend(Argument("obj", a.phrase) for a in goods)
        return
    clause.arguments.extend(Argument("subj", a.phrase) for a in earlier.arguments if a.function == "subj")


def _share(earlier: Clause, clause: Clause, reader: Reader) -> None:
    if any(a.function == "subj" for a in earlier.arguments):
        # "これも S-300 を返した": a bare pointer is no party.
        clause.arguments = [
            a
            for a in clause.arguments
            if not (a.function == "subj" and a.phrase.head_token.text in ("これ", "それ"))
        ]
    own = {a.function for a in clause.arguments}
    transfer = "transfer" in kinds_of(clause, reader) and clause.lemma not in reader.pack.report_verbs
    for argument in earlier.arguments:
        function = argument.function
        if function in own or function not in _SHARED:
            continue
        if (
            function in ("obj", "subj")
            and reader.sort(argument.phrase) == "materiel"
            and clause.passive != earlier.passive
            and "obj" not in own
            and "subj" not in own
        ):
            # What is carried stays what is carried: "運び込まれ、軍の手に渡り、送られた".
            clause.arguments.append(Argument("subj" if not clause.passive else "obj", argument.phrase))
            own.add("subj" if not clause.passive else "obj")
            continue
        if (
            function == "subj"
            or (transfer and function in ("obj", "to") and earlier.passive == clause.passive)
            or (transfer and function == "obj" and "subj" in own)
        ):
            if function == "to" and "transfer" not in kinds_of(earlier, reader):
                continue
            if function == "subj" and earlier.passive != clause.passive:
                continue
            clause.arguments.append(Argument(function, argument.phrase))
    if not clause.times:
        clause.times.extend(earlier.times)


def _subject_of(parent: Clause, clause: Clause, reader: Reader) -> None:
    """The parent's subject as that of a clause without one, where it names a party."""
    if parent.lemma in reader.pack.data["light"]["request"]:
        asked = next(
            (
                a
                for a in (*clause.arguments, *parent.arguments)
                if a.function == "to" and reader.sort(a.phrase) in ("actor", "place")
            ),
            None,
        )
        if asked is not None:
            clause.arguments.append(Argument("subj", asked.phrase))
            if asked in clause.arguments:
                clause.arguments.remove(asked)
            return
    if parent.lemma == "として" and parent.parent is not None:
        # "武器を売ったとして、企業を制裁した": who is punished did it.
        parent, accused = parent.parent, True
    else:
        accused = reader.pack.report_verbs.get(parent.lemma) == "accuse"
    wanted = (
        "obj"
        if accused
        and any(a.function == "obj" for a in parent.arguments)
        else "subj"
    )
    for argument in parent.arguments:
        if argument.function == wanted and not parent.passive:
            thing = reader.read(argument.phrase)
            if thing.sort in ("actor", "place", "pronoun") and (
                thing.id is not None or thing.nation is not None or thing.sort == "actor" or thing.pronoun
            ):
                clause.arguments.append(Argument("subj", argument.phrase))
                return


def _voice(clause: Clause, reader: Reader) -> None:
    """Passive: the subject is the thing done to, or the receiver where there is an object ("武器を供与された")."""
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


def _helping(clauses: Sequence[Clause], reader: Reader) -> None:
    """Who helps another to obtain is a go-between: "入手するのを手助けした"."""
    for clause in clauses:
        parent = clause.parent
        if parent is None or clause.relation != "infinitive" or parent.lemma not in _HELPING:
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
    """Legs of one movement are one clause: "イランに輸送され、海路でロシアに運ばれた". The holder of what moves is who gives."""
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


def _rejections(clauses: Sequence[Clause], reader: Reader, text: str, tokens: Sequence[Token]) -> None:
    """ "X は、Y の主張は根拠がないと述べた": the saying is a denial of what Y claims."""
    false_words = reader.pack.data["report"]["false_words"]
    base = tokens[0].start
    for clause in clauses:
        if (
            clause.lemma not in reader.pack.report_verbs
            or clause.passive
            or reader.pack.report_verbs[clause.lemma] == "deny"
        ):
            continue
        inner = [c for c in clauses if c.parent is clause and c.relation == "complement"]
        begin = min((c.start for c in inner), default=clause.start)
        before = text[max(0, min(begin, clause.start) - base - 24) : clause.start - base]
        if not any(word in before for word in false_words):
            continue
        if any("transfer" in kinds_of(c, reader) and len(c.arguments) > 1 for c in inner):
            continue
        pointer = _pointer(clause, inner, reader, tokens)
        if pointer is not None:
            clause.lemma = "否定"
            clause.arguments.append(Argument("obj", pointer))


def _pointer(
    clause: Clause, inner: Sequence[Clause], reader: Reader, tokens: Sequence[Token]
) -> NounPhrase | None:
    nouns = reader.pack.words("report", "allegation_nouns")
    for one in (*inner, clause):
        for argument in one.arguments:
            if argument.phrase.head_token.text in nouns:
                return argument.phrase
    for k, token in enumerate(tokens):
        if token.end <= clause.start and any(n in token.text for n in nouns):
            return NounPhrase(tokens, k, k + 1, k)
    return None
