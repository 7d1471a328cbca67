"""What a situation implies beyond its own clause: boarded vessels, captured stocks, helpers, national
adjectives."""

from __future__ import annotations

from dataclasses import replace

from reportedly.claims import Reason, When
from reportedly.extract.claim_drafts import Draft
from reportedly.extract.clauses import Clause
from reportedly.extract.discourse import Speaker
from reportedly.extract.roles import Roles
from reportedly.extract.things import Thing
from reportedly.languages.frames import Frame


class Situations(Roles):
    """Fills in what a situation implies: who boarded what, whose goods a national adjective names, who
    helped."""

    def _captures(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        """ "the militants seized tanks from the army", "taken from the army": a seizure by or from fighters
        is a capture."""
        takers = roles.get("interceptor", [])
        entities = self.reader.lexicon.entities
        if frame.name == "seize" and any(
            entities[t.id].category == "armed_group"
            if t.id is not None
            else t.description in self.pack.words("group_descriptions")
            for t in takers
        ):
            return True
        if clause.lemma not in ("take", *self.pack.words("seizing")):
            return False
        losers = [self.reader.read(np) for np in clause.get("from")]
        return any(
            t.sort == "actor"
            and (
                (t.id is not None and entities[t.id].category in ("armed_group", "armed_force"))
                or t.description in self.pack.words("armies")
            )
            for t in losers
        )

    def _stopped(self, frame: Frame, clause: Clause) -> bool:
        """ "intercepted a trawler carrying shells": the goods were seized with what carried them."""
        parent = clause.parent
        if frame.kind != "transfer" or parent is None or clause.relation not in ("reduced", "relative"):
            return False
        if (
            not any(name == "seize" for _, name in self.pack.predicates.get(parent.lemma, ()))
            or parent.negated
        ):
            return False
        carriers = {
            id(np) for f in ("subj", "obj") for np in clause.get(f) if self.reader.sort(np) == "carrier"
        }
        return any(id(np) in carriers for np in parent.get("obj"))

    def _contracted(
        self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, speaker: Speaker | None
    ) -> None:
        """ "signed a deal with Russia for missiles": who signs for goods gets them. "a deal with India to
        supply it": India gets it."""
        signed = clause.parent is not None and clause.parent.lemma in self.pack.words("signing")
        if (
            signed
            and frame.name == "agree"
            and clause.get("with")
            and clause.get("for")
            and "supplier" in roles
            and "recipient" in roles
        ):
            entities = self.reader.lexicon.entities
            if all(t.id is not None and entities[t.id].kind == "state" for t in roles["supplier"]):
                roles["supplier"], roles["recipient"] = roles["recipient"], roles["supplier"]
        parent = clause.parent
        if (
            frame.kind != "transfer"
            or clause.relation != "infinitive"
            or parent is None
            or "recipient" in roles
            or "supplier" not in roles
        ):
            return
        agreed = any("agree" in self.reader.nominals.get(np.head_token.low, ()) for np in parent.get("obj"))
        for np in parent.get("with") if agreed else ():
            thing = self.reader.read(np)
            thing = (self._as_state(thing) or thing) if thing.sort == "place" else thing
            found = self.discourse.resolve(thing, frozenset(), speaker) if thing.sort == "actor" else None
            if found is not None:
                roles.setdefault("recipient", []).append(found)

    def _holder(
        self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, speaker: Speaker | None
    ) -> None:
        """ "displayed missiles supplied by Iran": who has them in hand got them."""
        parent = clause.parent
        if (
            clause.relation != "reduced"
            or not clause.passive
            or parent is None
            or parent.passive
            or parent.form == "copula"
        ):
            return
        if frame.kind != "transfer" or {"recipient", "destination"} & set(roles) or "supplier" not in roles:
            return
        fired = any(self.frames[name].kind == "use" for _, name in self.pack.predicates.get(parent.lemma, ()))
        functions = (
            ("obj", "obj2", "with")
            if parent.lemma in self.pack.words("in_hand")
            else ("with",)
            if fired
            else ()
        )
        held = {id(np) for f in functions for np in parent.get(f)}
        if not any(id(np) in held for np in clause.get("obj")):
            return
        for np in parent.get("subj"):
            thing = self.reader.read(np)
            thing = (self._as_state(thing) or thing) if thing.sort == "place" else thing
            found = (
                self.discourse.resolve(thing, frozenset(), speaker)
                if thing.sort in ("actor", "pronoun")
                else None
            )
            if found is not None and all(t.id != found.id for t in roles["supplier"]):
                roles.setdefault("recipient", []).append(replace(found, antecedent=True))

    def _boarded(
        self,
        frame: Frame,
        roles: dict[str, list[Thing]],
        reasons: list[Reason],
        taken: set[tuple[int, int]],
        speaker: Speaker | None,
        clause: Clause,
    ) -> None:
        """ "stopped a dhow in the Arabian Sea and seized the arms": the first verb says on what and where."""
        if frame.name != "seize" or clause.conjunct is None:
            return
        for argument in clause.conjunct.arguments:
            for np in argument.phrase.conjuncts():
                sort = self.reader.sort(np)
                if argument.function == "obj" and sort == "carrier" and "carrier" not in roles:
                    self._place(frame, "from", np, roles, reasons, taken, speaker, clause)
                elif (
                    argument.function in ("in", "at", "near", "off")
                    and sort in ("place", "actor")
                    and "place" not in roles
                ):
                    self._place(frame, argument.function, np, roles, reasons, taken, speaker, clause)

    def _of_seized(self, draft: Draft) -> None:
        """ "The rifles were bound for X" after a seizure of rifles: the same cargo, so the stage and the day
        are the seizure's."""
        last = self.last
        if (
            last is None
            or last.frame.name != "seize"
            or draft.frame.name not in ("arrive", "receive", "leave", "carry")
            or draft.kind != "transfer"
        ):
            return
        goods = draft.roles.get("materiel", [])
        if self.discourse.sentence - last.sentence > 3 or not all(t.definite or t.antecedent for t in goods):
            return
        if self._related(goods, last.roles.get("materiel", ())):
            draft.modality.stage = "seized"
            if draft.when == When():
                draft.when = last.when

    def _helper(
        self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, speaker: Speaker | None
    ) -> None:
        """ "Georgia helped Moscow to obtain": the helper is an intermediary of the transfer."""
        parent = clause.parent
        if (
            frame.kind != "transfer"
            or parent is None
            or clause.relation != "infinitive"
            or parent.lemma not in ("help", "assist", "enable", "allow", "aid")
        ):
            return
        for np in parent.get("subj"):
            thing = self.reader.read(np)
            if thing.sort == "place":
                thing = self._as_state(thing) or thing
            found = (
                self.discourse.resolve(thing, frozenset(), speaker)
                if thing.sort in ("actor", "pronoun")
                else None
            )
            if found is not None and all(t.id != found.id for ts in roles.values() for t in ts):
                roles.setdefault("intermediary", []).append(found)

    def _national(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> None:
        """ "delivery of Chinese systems", "Iranian weapons reached X": where nobody else gives, the
        adjective names who does; likewise
        who uses ("Israeli jets struck")."""
        if frame.kind == "use" and "user" not in roles and "materiel" in roles:
            arms = [self.reader.read(np) for f in ("subj", "by", "of") for np in clause.get(f)]
            goods = next((t for t in arms if t.sort == "materiel" and t.nation is not None), None)
            if goods is not None and goods.nation is not None:
                entity = self.reader.lexicon.entities[goods.nation]
                roles["user"] = [
                    Thing(
                        "actor",
                        entity.name,
                        goods.nation_words,
                        goods.nation_start,
                        goods.nation_start + len(goods.nation_words),
                        id=entity.id,
                    )
                ]
            return
        if (
            frame.kind != "transfer"
            or "supplier" in roles
            or "materiel" not in roles
            or frame.name in ("seize", "capture", "request", "buy", "order")
        ):
            return
        if clause.form != "nominal" and frame.name != "arrive":
            return
        if frame.name == "arrive" and not {"recipient", "destination", "via"} & set(roles):
            return
        nation = next((t.nation for t in roles["materiel"] if t.nation is not None), None)
        if nation is None or any(t.id == nation for ts in roles.values() for t in ts) or "origin" in roles:
            return
        entity = self.reader.lexicon.entities[nation]
        goods = roles["materiel"][0]
        roles["supplier"] = [
            Thing(
                "actor",
                entity.name,
                goods.nation_words,
                goods.nation_start,
                goods.nation_start + len(goods.nation_words),
                id=entity.id,
            )
        ]
