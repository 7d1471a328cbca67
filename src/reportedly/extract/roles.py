"""Which phrase fills which role of a frame."""

from __future__ import annotations

from dataclasses import replace

from reportedly.claims import Reason
from reportedly.extract.clauses import Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.discourse import Speaker
from reportedly.extract.references import References
from reportedly.extract.things import Thing
from reportedly.languages.frames import Frame


class Roles(References):
    """Puts what phrases name into the roles of a frame."""

    def _distinct(self, roles: dict[str, list[Thing]]) -> None:
        """Nobody supplies itself: of two sides that are the same actor, the one that was only inferred gives
        way."""
        gives, gets = roles.get("supplier", []), roles.get("recipient", [])
        same = {t.id for t in gives if t.id is not None} & {t.id for t in gets}
        for ident in sorted(same):
            side = (
                "recipient"
                if any(t.id == ident and t.antecedent for t in gets)
                or not any(t.id == ident and t.antecedent for t in gives)
                else "supplier"
            )
            roles[side] = [t for t in roles[side] if t.id != ident]
            if not roles[side]:
                del roles[side]

    def _place(
        self,
        frame: Frame,
        function: str,
        np: NounPhrase,
        roles: dict[str, list[Thing]],
        reasons: list[Reason],
        taken: set[tuple[int, int]],
        speaker: Speaker | None,
        clause: Clause,
    ) -> None:
        thing = self.reader.read(np)
        if (
            thing.sort == "other"
            and np.of is not None
            and thing.description in self.pack.words("transparent_nouns")
        ):
            self._place(frame, function, np.of, roles, reasons, taken, speaker, clause)
            return
        if (
            thing.sort == "other"
            and thing.nation is not None
            and thing.description in self.pack.words("transparent_nouns")
        ):
            # "out of Iranian stockpiles": the owner's.
            entity = self.reader.lexicon.entities[thing.nation]
            thing = replace(thing, sort="actor", name=entity.name, id=entity.id)
            if function == "from":
                roles.setdefault("supplier", []).append(thing)
                reasons.append(Reason("supplier", f"{frame.name}.{function}:stocks", thing.start, thing.end))
                return
        if thing.sort == "actor" and thing.id is None and np.apposition is not None:
            thing = self.reader.read(np.apposition)
        if (
            thing.sort == "materiel"
            and frame.name in ("arrive", "carry", "leave", "load", "supply")
            and np.head_token.low in self.reader.carrier_nouns
        ):
            loaded = self._loaded(np)
            if loaded is not None:
                roles.setdefault("carrier", []).append(replace(thing, sort="carrier", quantity=None))
                taken.add((thing.start, thing.end))
                np = loaded
                thing = self.reader.read(np)
        if thing.sort == "other" and np.head_token.tag == "QTY":
            thing = self._counted(frame, function, np, thing, roles) or thing
        role, filler = self._role(frame, function, np, thing, roles, speaker, clause)
        if role is None or filler is None or (filler.start, filler.end) in taken:
            return
        if (
            role == "subject"
            and filler.id is None
            and (function == "obj2" or any(t.low in self.pack.words("terror_words") for t in np.words))
        ):
            # "named Hezbollah a terrorist group": what it is called, not who.
            return
        taken.add((filler.start, filler.end))
        roles.setdefault(role, []).append(filler)
        reasons.append(Reason(role, f"{frame.name}.{function}", filler.start, filler.end))

    def _loaded(self, np: NounPhrase) -> NounPhrase | None:
        """What a vehicle holds: "trucks loaded with rockets", "trucks with launchers"."""
        inside = [p for w, p in np.trailing if w in ("with", "of")]
        for clause in self.clauses_here:
            if (
                clause.relation == "reduced"
                and clause.lemma in ("load", "lade", "stuff", "pack", "fill", "carry", "laden", "bring")
                and np in (*clause.get("obj"), *clause.get("subj"))
            ):
                inside.extend((*clause.get("with"), *(clause.get("obj") if not clause.passive else [])))
        return next((p for p in inside if p is not np and self.reader.sort(p) == "materiel"), None)

    def _counted(
        self, frame: Frame, function: str, np: NounPhrase, thing: Thing, roles: dict[str, list[Thing]]
    ) -> Thing | None:
        """ "sold four to them", "eight of them were fired": so many of the goods last spoken of."""
        if (
            frame.kind not in ("transfer", "use", "possession")
            or "materiel" in roles
            or function not in frame.materiel
        ):
            return None
        if (np.of is not None and not np.of.pronoun) or thing.quantity is None:
            return None
        here = [t for t in self.goods_here if t.end < thing.start]
        last = here or self.discourse.last_materiel()
        return (
            replace(last[-1] if here else last[0], quantity=thing.quantity, antecedent=True) if last else None
        )

    def _role(
        self,
        frame: Frame,
        function: str,
        np: NounPhrase,
        thing: Thing,
        roles: dict[str, list[Thing]],
        speaker: Speaker | None,
        clause: Clause,
    ) -> tuple[str | None, Thing | None]:
        function = {"obj2": "obj", "agent": "subj"}.get(function, function)
        if thing.sort == "pronoun":
            goods = self._goods_meant(frame, function, thing, roles, clause)
            if goods is not None:
                return frame.materiel[function], goods
            exclude = frozenset(t.id for ts in roles.values() for t in ts if t.id is not None)
            found = self._governing_subject(thing, clause, exclude) or self.discourse.resolve(
                thing, exclude, speaker
            )
            if found is None:
                return None, None
            thing = found
        if thing.sort == "materiel":
            return frame.materiel.get(function), thing
        if thing.sort == "carrier":
            role = frame.carrier.get(function) or (
                ("carrier")
                if function in ("aboard", "on", "by", "in", "from") and frame.kind == "transfer"
                else None
            )
            if frame.kind == "use":
                role = frame.target.get(function)
            if frame.name == "seize" and function in ("subj", "by"):
                role = "interceptor"
            return role, thing
        if (
            frame.kind == "support"
            and thing.description in self.reader.force_nouns
            and "force" not in frame.actor.values()
        ):
            thing = self._owned(np, thing, clause, speaker)
        if (
            frame.kind == "support"
            and thing.nation is not None
            and thing.description in self.reader.force_nouns
            and "force" not in frame.actor.values()
        ):
            # "trained by Russian instructors": by Russia.
            entity = self.reader.lexicon.entities[thing.nation]
            return frame.actor.get(function), replace(thing, sort="actor", name=entity.name, id=entity.id)
        if thing.sort == "actor" and self._town(function, np, thing, clause):
            thing = replace(thing, sort="place")
        if thing.sort == "actor" and self._vessel(frame, function, np, thing):
            return "carrier", thing
        if thing.sort == "actor":
            return self._actor_role(frame, function, np, thing, roles, speaker, clause)
        if (
            thing.sort == "place"
            and thing.capital is not None
            and (
                function in ("subj", "by", "obj", "iobj", "for", "of", "with")
                or (function in ("to", "from") and frame.name not in ("carry", "arrive", "deploy"))
            )
        ):
            return self._actor_role(
                frame, function, np, self._as_state(thing) or thing, roles, speaker, clause
            )
        if (
            thing.sort == "place"
            and function == "obj"
            and frame.kind == "transfer"
            and frame.place.get("obj") != "destination"
            and clause.get("obj2")
        ):
            # "sold Lagos seventeen fighters": the place stands for its state.
            home = next((p for p in self.reader.parents(thing.id) if p.startswith("state/")), None)
            if home is not None:
                return frame.actor.get("obj"), replace(
                    thing, sort="actor", name=self.reader.lexicon.entities[home].name, id=home
                )
        if thing.sort == "place" and np.words[0].tag == "POSSDET" and thing.id is None:
            # "through its territory": the owner's.
            owned = self._owned(np, thing, clause, speaker)
            if owned.nation is not None:
                thing = replace(
                    owned,
                    id=owned.nation,
                    name=self.reader.lexicon.entities[owned.nation].name,
                    antecedent=True,
                )
        if thing.sort == "place":
            if frame.kind == "use" and function in frame.target and thing.description:
                return frame.target[function], thing
            role = frame.place.get(function)
            if (
                role is None
                and thing.id is not None
                and self.reader.lexicon.entities[thing.id].kind == "state"
            ):
                role = frame.actor.get(function)
            return role, thing
        if (
            frame.kind == "use"
            and function in frame.target
            and thing.description in self.pack.words("target_nouns")
        ):
            return frame.target[function], thing
        if frame.actor.get(function) == "force" and thing.description in self.reader.force_nouns:
            return "force", thing
        if (
            thing.sort == "document"
            and frame.kind == "designation"
            and function in ("subj", "by")
            and thing.nation is not None
        ):
            # "Security Council Resolution 2216 placed ...": the body speaks through its paper.
            entity = self.reader.lexicon.entities[thing.nation]
            return "authority", replace(thing, sort="actor", name=entity.name, id=entity.id)
        return None, None

    def _town(self, function: str, np: NounPhrase, thing: Thing, clause: Clause) -> bool:
        """ "flown from Kinshasa to Jamba": an unknown bare name where the goods go is a place; one that is
        given them is not."""
        if (
            thing.id is not None
            or np.head_token.tag != "NAME"
            or np.members
            or np.owner is not None
            or any(t.tag != "NAME" for t in np.words)
        ):
            return False
        if function in ("at", "near", "in", "into"):
            return True
        moved = clause.lemma in self.pack.words("moving") or any(
            self.reader.sort(p) == "place" for p in clause.get("from")
        )
        return function == "to" and moved

    def _vessel(self, frame: Frame, function: str, np: NounPhrase, thing: Thing) -> bool:
        """ "the Ursa Major carried", "aboard the Bana": a name with "the" and nothing else, where a vehicle
        would stand."""
        if (
            thing.id is not None
            or thing.description not in ("", np.head_token.low)
            or np.words[0].low != "the"
            or np.owner is not None
            or frame.kind != "transfer"
        ):
            return False
        if any(t.tag != "NAME" for t in np.words[1:]):
            return False
        return (
            function in ("aboard", "on")
            or (frame.name in ("carry", "land") and function in ("subj", "by"))
            or (frame.name == "seize" and function == "obj")
        )

    def _actor_role(
        self,
        frame: Frame,
        function: str,
        np: NounPhrase,
        thing: Thing,
        roles: dict[str, list[Thing]],
        speaker: Speaker | None,
        clause: Clause,
    ) -> tuple[str | None, Thing | None]:
        last_word = thing.description or thing.mention.rsplit(" ", 1)[-1].lower()
        if (
            "force" in (frame.actor.get(function), frame.materiel.get(function))
            and last_word in self.reader.force_nouns
        ):
            return "force", self._owned(np, thing, clause, speaker)
        if thing.id is None and thing.description in self.reader.state_nouns | self.reader.member_nouns:
            owned = self._owned(np, thing, clause, speaker)
            if owned.nation is not None and owned.nation != thing.nation:
                # "their troops", "its forces": the owner's.
                if any(t.id == owned.nation for ts in roles.values() for t in ts):
                    return None, None
                thing = replace(
                    owned,
                    id=owned.nation,
                    name=self.reader.lexicon.entities[owned.nation].name,
                    antecedent=True,
                )
        if thing.id is None and thing.nation is None and thing.description in self.reader.state_nouns:
            # "Russian officials denied that the government placed ...": the government of those who speak.
            home = self._home_of_speaker(clause)
            if home is not None and all(t.id != home for ts in roles.values() for t in ts):
                thing = replace(thing, id=home, name=self.reader.lexicon.entities[home].name, antecedent=True)
        exclude = frozenset(t.id for ts in roles.values() for t in ts if t.id is not None)
        resolved = self.discourse.resolve(thing, exclude, speaker)
        if resolved is None:
            return None, None
        if resolved.id is None and resolved.definite:
            resolved = self._named_here(resolved, exclude) or resolved
        resolved = self._acting_for(resolved, frame)
        is_state = (
            resolved.id is not None
            and self.reader.lexicon.entities[resolved.id].kind == "state"
            and not thing.description
        )
        if is_state and function in frame.state_as_place and not self._forces(np):
            return frame.state_as_place[function], resolved
        role = frame.actor.get(function)
        if role is None and is_state and function in frame.place:
            return frame.place[function], resolved
        if role is None and function in frame.target:
            role = frame.target[function]
        return role, resolved

    def _implied(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> None:
        if frame.implied_materiel and "materiel" not in roles:
            if any(self.reader.sort(np) == "other" for np in clause.get("with")):
                # "armed with arguments"
                return
            entity = self.reader.lexicon.entities[frame.implied_materiel]
            roles["materiel"] = [
                Thing("materiel", entity.name, clause.lemma, clause.start, clause.end, id=entity.id)
            ]
