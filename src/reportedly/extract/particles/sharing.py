"""What clauses in a row share: the subject, the thing handled, the receiver, the tense."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.particles.predicates import frames_of, kinds_of
from reportedly.extract.things import Reader

HELPING = frozenset({"助ける", "手助け", "支援", "手伝う", "可能"})
_SHARED = ("subj", "topic", "obj", "to", "from", "by")


def share_tense(clauses: Sequence[Clause]) -> None:
    """A clause that runs on into the next has its tense, and its doubt."""
    for clause in reversed(list(clauses)):
        parent = clause.parent
        if parent is None or clause.past or clause.progressive or clause.perfect:
            continue
        if clause.relation == "coordinate" or (clause.relation == "infinitive" and parent.lemma in HELPING):
            clause.past, clause.progressive, clause.perfect = parent.past, parent.progressive, parent.perfect
            clause.modal = clause.modal or parent.modal
            clause.adverbs = clause.adverbs or parent.adverbs


def inherit(clauses: Sequence[Clause], reader: Reader) -> None:
    """Clauses in a row share what is said once: the subject, the thing handled, the receiver. What is said
    inherits its sayer as
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
    """A predicate that the pack does not know: it stands for how something else is done ("一貫して否定",
    "解体して送った")."""
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
    wanted = "obj" if accused and any(a.function == "obj" for a in parent.arguments) else "subj"
    for argument in parent.arguments:
        if argument.function == wanted and not parent.passive:
            thing = reader.read(argument.phrase)
            if thing.sort in ("actor", "place", "pronoun") and (
                thing.id is not None or thing.nation is not None or thing.sort == "actor" or thing.pronoun
            ):
                clause.arguments.append(Argument("subj", argument.phrase))
                return
