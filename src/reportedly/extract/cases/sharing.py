"""What clauses of one sentence share: subjects left out, pronouns that repeat the clause before."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reportedly.extract.cases.functions import Functions
from reportedly.extract.cases.items import CasePhrase
from reportedly.extract.cases.segments import Node
from reportedly.extract.cases.words import Word
from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader
from reportedly.languages.pack import Pack


class Sharing:
    """The part of the linker that looks from clause to clause."""

    reader: Reader
    pack: Pack
    verbs: dict[int, Word]

    def _shared_subject(self, node: Node) -> None:
        before: NounPhrase | None = None
        if (
            node.kind == "complement"
            and node.clauses
            and node.clauses[0].parent is not None
            and node.clauses[0].parent.lemma in self.pack.report_verbs
        ):
            before = self._subject([node.clauses[0].parent])
        elif node.kind in ("coordinate", "gerund") and node.parent is not None:
            before = self._subject(node.parent.clauses)
        for clause in node.clauses:
            function = "obj" if clause.passive else "subj"
            own = next((a.phrase for a in clause.arguments if a.function == function), None)
            if own is not None and own.pronoun and own.head_token.low in ("it", "they", "he"):
                named = self._named_before(clause, before)
                if named is not None:
                    next(a for a in clause.arguments if a.phrase is own).phrase = named
                    own = named
            if own is not None:
                before = own
                continue
            if before is None or clause.form == "infinitive" or not self._may_share(clause, before):
                continue
            clause.arguments.append(Argument(function, before))

    def _shared_goods(self, node: Node) -> None:
        """ "подарил Москве комплекс и вернул ей С-300", "доправили их морем": what the clause before named in
        the same function.
        """
        earlier = [
            *(node.parent.clauses if node.kind == "coordinate" and node.parent is not None else ()),
            *node.clauses,
        ]
        for before, clause in itertools.pairwise(earlier):
            for argument in clause.arguments:
                if not argument.phrase.pronoun or argument.function not in ("obj", "iobj"):
                    continue
                wanted = ("materiel",) if argument.function == "obj" else ("actor", "place")
                named = next(
                    (
                        a.phrase
                        for a in before.arguments
                        if a.function == argument.function and self.reader.sort(a.phrase) in wanted
                    ),
                    None,
                )
                if named is not None and argument.phrase.head_token.low in ("it", "them", "they"):
                    argument.phrase = named

    def _named_before(self, clause: Clause, before: NounPhrase | None) -> NounPhrase | None:
        """Whom a pronoun subject stands for inside its sentence: the accused of an accusation, the subject of
        the clause before.
        """
        parent = clause.parent
        if (
            clause.relation == "complement"
            and parent is not None
            and self.pack.report_verbs.get(parent.lemma) == "accuse"
        ):
            return next((a.phrase for a in parent.arguments if a.function in ("obj", "obj2")), None)
        if (
            clause.relation == "coordinate"
            and before is not None
            and not before.pronoun
            and self.reader.sort(before) == "actor"
        ):
            return before
        return None

    def _subject(self, clauses: Sequence[Clause]) -> NounPhrase | None:
        for clause in clauses:
            for argument in clause.arguments:
                if argument.function == ("obj" if clause.passive else "subj"):
                    return argument.phrase
        return None

    def _may_share(self, clause: Clause, subject: NounPhrase) -> bool:
        """An omitted subject agrees with the verb in number; a plural verb alone is nobody's ("вывезли")."""
        word = self.verbs[id(clause)]
        if word.form == "ger":
            return True
        if word.form == "impers":
            return False
        if clause.passive:
            return self.reader.sort(subject) == "materiel"
        return isinstance(subject, CasePhrase) and Functions(self.reader, clause, word)._agrees(
            subject, subject.mask
        )
