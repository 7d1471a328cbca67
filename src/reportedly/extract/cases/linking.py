"""From nodes to clauses: verbs with their functions, what governs them, and whose subject they share."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from reportedly.extract.cases.functions import Functions
from reportedly.extract.cases.items import CasePhrase, Item, VerbWords
from reportedly.extract.cases.segments import Node
from reportedly.extract.cases.sharing import Sharing
from reportedly.extract.cases.words import Word
from reportedly.extract.clauses import Argument, Clause, Form, Relation
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader

_PRONOUN_AS_IT = {"he": "it"}


class Linker(Sharing):
    """Links the nodes of one sentence."""

    def __init__(self, words: Sequence[Word], reader: Reader) -> None:
        self.words = words
        self.reader = reader
        self.pack = reader.pack
        self.clauses: list[Clause] = []
        self.verbs: dict[int, Word] = {}
        """Word of each clause, by the clause's identity."""

    def link(self, nodes: Sequence[Node]) -> list[Clause]:
        for node in nodes:
            if node.kind == "gap":
                self._gap(node)
            else:
                self._node(node)
        for node in nodes:
            self._shared_subject(node)
            self._shared_goods(node)
        for node in nodes:
            self._modifiers(node.items, node)
        self._tellers()
        return self.clauses

    def _tellers(self) -> None:
        """Who speaks; and "передал" without anything told is a transfer."""
        told = {id(c.parent) for c in self.clauses if c.relation == "complement"}
        for clause in self.clauses:
            if clause.lemma == "relay" and id(clause) not in told:
                clause.lemma, clause.words = "transfer", ("transfer", *clause.words[1:])
            elif clause.lemma in self.pack.report_verbs:
                for argument in clause.arguments:
                    if argument.function == ("by" if clause.passive else "subj") and isinstance(
                        argument.phrase, CasePhrase
                    ):
                        argument.phrase.voice = "speaker"
                    elif argument.function == "iobj" and isinstance(argument.phrase, CasePhrase):
                        argument.phrase.voice = "outlet"

    # -- one node -----------------------------------------------------------------------------------

    def _node(self, node: Node) -> None:
        heads = [k for k, item in enumerate(node.items) if self._heads(item)]
        bounds = self._bounds(node.items, heads)
        for number, at in enumerate(heads):
            self._predicate(node, at, node.items[bounds[number] : bounds[number + 1]], number)

    def _heads(self, item: Item) -> bool:
        return item.vg is not None and (item.kind == "PART" or item.vg.finite or item.vg.form == "ger")

    def _bounds(self, items: Sequence[Item], heads: Sequence[int]) -> list[int]:
        """Where the stretch of each verb begins: at the conjunction between two verbs, else at the later
        verb.
        """
        bounds = [0]
        for before, after in itertools.pairwise(heads):
            joint = [k for k in range(before + 1, after) if items[k].kind == "CC"]
            bounds.append(joint[-1] if joint else after)
        return [*bounds, len(items)]

    def _predicate(self, node: Node, at: int, items: Sequence[Item], number: int) -> None:
        group = node.items[at].vg
        assert group is not None
        clause = self._blank(group, node)
        self._relate(clause, node, number)
        self._register(clause, group.word, node)
        infinitives = [k for k, item in enumerate(items) if item.vg is not None and item.vg.form == "inf"]
        own = items[: infinitives[0]] if infinitives else items
        if infinitives and node.items[at] not in own:
            # The infinitive comes first ("поставлять отказалась"): both read the whole stretch.
            own = [i for i in items if i.vg is None or i is node.items[at]]
        self._arguments(clause, group.word, own, node)
        self._circumstances(clause, items)
        for n, k in enumerate(infinitives):
            end = infinitives[n + 1] if n + 1 < len(infinitives) else len(items)
            self._infinitive(clause, items[k], items[k + 1 : end], node)

    def _register(self, clause: Clause, word: Word, node: Node) -> None:
        self.clauses.append(clause)
        node.clauses.append(clause)
        self.verbs[id(clause)] = word

    def _blank(self, group: VerbWords, node: Node) -> Clause:
        word = group.word
        lemma = word.lemma or word.said
        form: Form = "finite"
        if not word.code:
            form, lemma = "copula", "be"
        elif word.form == "inf":
            form = "infinitive"
        elif word.form == "ger":
            form = "gerund"
        elif word.form in ("part", "act"):
            form = "participle"
        tokens = [w.token for w in self.words]
        rest = tuple(tokens[k].low for item in node.items for k in range(item.start, item.end))
        clause = Clause(lemma, (lemma, *rest), form, tokens[group.start].start, tokens[group.end - 1].end)
        clause.negated = group.negated
        clause.adverbs = tuple(group.adverbs)
        clause.passive = word.form in ("short", "impers", "part") or (
            word.reflexive and self._transitive(lemma)
        )
        self._tense(clause, group)
        return clause

    def _transitive(self, lemma: str) -> bool:
        frames = [frame for _, frame in self.pack.predicates.get(lemma, ())]
        return (
            (bool(frames) and "arrive" not in frames)
            or lemma in self.pack.report_verbs
            or lemma in self.pack.words("light", "do")
        )

    def _tense(self, clause: Clause, group: VerbWords) -> None:
        word = group.word
        perfective = ":p:" in word.code
        clause.past = word.form in ("past", "short", "impers") or "was" in group.aux
        if (
            word.form == "fut"
            or (word.form == "pres" and perfective)
            or "will" in group.aux
            or "plan" in group.aux
        ):
            clause.modal, clause.past = "will", False
        if "may" in group.aux:
            clause.modal = "may"
        if "could" in group.aux:
            clause.modal, clause.perfect = "could", True
        if "can" in group.aux or "must" in group.aux:
            clause.modal = "can" if "can" in group.aux else "must"
        if "would" in group.aux:
            clause.modal = "should"

    # -- relations ----------------------------------------------------------------------------------

    def _relate(self, clause: Clause, node: Node, number: int) -> None:
        relation: dict[str, Relation] = {
            "main": "main",
            "complement": "complement",
            "relative": "relative",
            "adverbial": "adverbial",
            "gerund": "participial",
            "participle": "reduced",
            "coordinate": "coordinate",
        }
        clause.relation = relation[node.kind]
        clause.marker = node.marker
        base = node.parent
        if node.kind == "coordinate" and base is not None:
            while base.kind == "coordinate" and base.parent is not None:
                base = base.parent
            clause.relation = (
                relation[base.kind] if base.kind in ("complement", "adverbial") else "coordinate"
            )
            clause.marker = base.marker if base.kind in ("complement", "adverbial") else ""
            clause.parent = self._governor(base) if base.kind in ("complement", "adverbial") else None
        else:
            clause.parent = self._governor(node)
        if node.kind == "complement":
            clause.marker = self._report_noun(node) or clause.marker
        if number and clause.relation == "main":
            clause.relation = "coordinate"
        clause.antecedent = node.kind in ("relative", "participle")

    def _governor(self, node: Node) -> Clause | None:
        """The clause that a node hangs on: for "that" the last verb of saying, else the last verb."""
        parent = node.parent
        if parent is None:
            return None
        clauses = [c for c in parent.clauses if c.form != "nominal"]
        if node.kind == "complement":
            saying = [c for c in clauses if c.lemma in self.pack.report_verbs]
            clauses = saying or clauses
        return clauses[-1] if clauses else None

    def _report_noun(self, node: Node) -> str:
        last = node.parent.items[-1] if node.parent is not None and node.parent.items else None
        while last is not None and last.kind in ("ABOUT",):
            items = node.parent.items if node.parent is not None else []
            last = items[-2] if len(items) > 1 else None
        np = last.np if last is not None else None
        while np is not None:
            if np.head_token.low in self.pack.words("report", "nouns"):
                return np.head_token.low
            np = np.of  # type: ignore[assignment]
        return ""

    # -- arguments ----------------------------------------------------------------------------------

    def _arguments(self, clause: Clause, word: Word, items: Sequence[Item], node: Node) -> None:
        relative = (
            (node.opener, node.antecedent)
            if node.kind == "relative" and node.opener is not None and node.antecedent is not None
            else None
        )
        if node.kind == "participle" and node.antecedent is not None:
            clause.arguments.append(Argument("obj" if clause.passive else "subj", node.antecedent))
        Functions(self.reader, clause, word).assign(items, relative)
        self._place_speaks(clause, word)
        self._holding(clause)
        self._pronouns(clause)

    def _place_speaks(self, clause: Clause, word: Word) -> None:
        """ "в Кремле отвергли", "в России не признана": where nobody else does it, the people in that place
        do.
        """
        designates = any(frame == "designate" for _, frame in self.pack.predicates.get(clause.lemma, ()))
        speaks = clause.lemma in self.pack.report_verbs and (
            word.code.endswith(":p") or word.reflexive or word.form == "impers"
        )
        function = "by" if clause.passive else "subj"
        if not (speaks or (clause.passive and designates)) or any(
            a.function == function for a in clause.arguments
        ):
            return
        for argument in clause.arguments:
            if argument.function in ("in", "on"):
                argument.function = function
                return

    def _holding(self, clause: Clause) -> None:
        """ "у X есть ракеты": who has them stands after a preposition."""
        if clause.form != "copula" or clause.modal:
            return
        holder = next(
            (
                a
                for a in clause.arguments
                if a.function in ("with", "from", "in") and self.reader.sort(a.phrase) == "actor"
            ),
            None,
        )
        goods = next(
            (
                a
                for a in clause.arguments
                if a.function in ("subj", "obj", "obj2") and self.reader.sort(a.phrase) == "materiel"
            ),
            None,
        )
        if holder is None or goods is None:
            return
        verb = next(
            (v for v, frames in self.pack.predicates.items() if any(f == "hold" for _, f in frames)), ""
        )
        clause.lemma, clause.form = verb, "finite"
        holder.function, goods.function = "subj", "obj"

    def _pronouns(self, clause: Clause) -> None:
        if clause.lemma in self.pack.report_verbs and clause.lemma not in self.pack.predicates:
            return
        for argument in clause.arguments:
            token = argument.phrase.head_token
            if argument.phrase.pronoun and token.low in _PRONOUN_AS_IT:
                token.low = _PRONOUN_AS_IT[token.low]

    def _circumstances(self, clause: Clause, items: Iterable[Item]) -> None:
        for item in items:
            if item.kind == "TIME":
                when = self.words[item.start].token.date
                if when is not None:
                    clause.times.append(when)
            elif item.kind == "ADV":
                clause.adverbs = (*clause.adverbs, item.word)

    def _infinitive(self, governor: Clause, item: Item, items: Sequence[Item], node: Node) -> None:
        group = item.vg
        assert group is not None
        clause = self._blank(group, node)
        clause.relation, clause.parent = "infinitive", governor
        self._register(clause, group.word, node)
        Functions(self.reader, clause, group.word).assign(items, None)
        self._pronouns(clause)
        self._circumstances(clause, items)
        clause.times = clause.times or list(governor.times)
        if governor.form == "copula" and governor.modal:
            clause.modal, clause.perfect = governor.modal, governor.perfect
            clause.negated = clause.negated or governor.negated
            clause.relation, clause.parent, clause.marker = (
                governor.relation,
                governor.parent,
                governor.marker,
            )
            clause.arguments.extend(
                a for a in governor.arguments if all(a.phrase is not b.phrase for b in clause.arguments)
            )
            clause.form = "finite"
            return
        objects = governor.lemma in self.pack.data["control"]["object"]
        party = next(
            (
                a.phrase
                for a in governor.arguments
                if a.function in ("obj", "iobj")
                and self.reader.sort(a.phrase) in ("actor", "place", "pronoun")
            ),
            None,
        )
        subject = (
            party
            if objects and party is not None
            else next((a.phrase for a in governor.arguments if a.function == "subj"), None)
        )
        if subject is not None and not any(a.function == "subj" for a in clause.arguments):
            clause.arguments.append(Argument("subj", subject))
        if governor.lemma not in self.pack.predicates:
            known = {a.function for a in clause.arguments}
            clause.arguments.extend(
                a
                for a in governor.arguments
                if a.phrase is not subject
                and a.function not in ("subj",)
                and a.function not in known
                and a.phrase is not party
            )

    # -- participles before their nouns -------------------------------------------------------------

    def _modifiers(self, items: Iterable[Item], node: Node) -> None:
        for item in items:
            if item.np is None:
                continue
            for top in (item.np, *item.np.members):
                at: NounPhrase | None = top
                while at is not None:
                    if isinstance(at, CasePhrase):
                        self._of_phrase(at, node)
                    at = at.of

    def _of_phrase(self, np: CasePhrase, node: Node) -> None:
        for word, between in np.participles:
            group = VerbWords(word, word_index(self.words, word), word_index(self.words, word) + 1)
            clause = self._blank(group, Node("participle", list(between)))
            clause.relation, clause.antecedent = "reduced", True
            clause.parent = node.clauses[0] if node.clauses else None
            clause.arguments.append(Argument("obj" if clause.passive else "subj", np))
            Functions(self.reader, clause, word).assign(between, None)
            self._circumstances(clause, between)
            self.clauses.append(clause)
            self.verbs[id(clause)] = word

    # -- gaps ---------------------------------------------------------------------------------------

    def _gap(self, node: Node) -> None:
        """ "Россия передала Х истребители, а ОАЭ — комплексы": the verb and what the gap does not say come
        from the clause before.
        """
        base = node.parent
        model = (
            next((c for c in reversed(base.clauses) if c.form in ("finite", "infinitive")), None)
            if base is not None
            else None
        )
        if model is None:
            return
        dash = next((k for k, item in enumerate(node.items) if item.kind == "—"), None)
        if dash is None:
            return
        clause = Clause(
            model.lemma,
            model.words,
            model.form,
            model.start,
            model.end,
            passive=model.passive,
            past=model.past,
            modal=model.modal,
        )
        clause.relation = "coordinate" if model.relation == "main" else model.relation
        clause.parent, clause.marker = model.parent, model.marker
        word = self.verbs[id(model)]
        before = [i for i in node.items[:dash] if i.np is not None]
        after = node.items[dash + 1 :]
        if before and before[0].np is not None:
            clause.arguments.append(Argument("obj" if clause.passive else "subj", before[0].np))
        functions = Functions(self.reader, clause, word)
        k = 0
        while k < len(after):
            np = after[k].np
            if np is not None and not (k and after[k - 1].kind == "P"):
                dative = np.mask & (4 | 4 << 6) and not np.mask & (8 | 8 << 6)
                clause.arguments.append(Argument("iobj" if dative else "obj", np))
            k += 1
        functions.assign([i for i in after if i.np is None], None)
        self._circumstances(clause, node.items)
        known = {a.function for a in clause.arguments}
        clause.arguments.extend(a for a in model.arguments if a.function not in known)
        clause.times = clause.times or list(model.times)
        self._register(clause, word, node)


def word_index(words: Sequence[Word], word: Word) -> int:
    return next(k for k, w in enumerate(words) if w is word)
