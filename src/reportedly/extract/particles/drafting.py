"""Filling frames from Japanese clauses: what is military, what is listed, what is used, without spaces to
part words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportedly.extract.claim_drafts import Draft
from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.discourse import Speaker
from reportedly.extract.drafts import Drafter
from reportedly.extract.things import Thing
from reportedly.languages.frames import Frame


class ParticleDrafter(Drafter):
    """Drafting for languages that put no space between words."""

    def draft(self, analysis: Analysis, sentence: str, speaker: Speaker | None, company: bool) -> list[Draft]:
        """The drafts of one sentence; a listing that is refused is denied."""
        out = super().draft(analysis, sentence, speaker, company)
        for one in out:
            if one.kind == "designation" and one.modality.stage == "halted":
                one.modality.polarity = "denied"
        return out

    def _fill(self, frame: Frame, clause: Clause, *context: Any) -> Draft | None:
        if self._only_thought_of(clause):
            return None
        draft = super()._fill(frame, clause, *context)
        if draft is not None:
            for things in draft.roles.values():
                things.sort(key=lambda t: t.start)
        if draft is not None and frame.name == "smuggle" and "supplier" not in draft.roles:
            states = [
                t
                for t in draft.roles.get("intermediary", ())
                if t.id is not None and t.id.startswith("state/")
            ]
            if states:
                draft.roles["supplier"] = states
                draft.roles["intermediary"] = [t for t in draft.roles["intermediary"] if t not in states]
                if not draft.roles["intermediary"]:
                    del draft.roles["intermediary"]
        return draft

    def _only_thought_of(self, clause: Clause) -> bool:
        """ "供与を検討している": the noun of a verb of considering, wishing or fearing."""
        parent = clause.parent
        if clause.form != "nominal" or parent is None or clause.marker not in ("obj", "of"):
            return False
        return str(self.pack.data["control"]["subject"].get(parent.lemma, "")) == "hypothetical"

    def _for_the_state(self, thing: Thing) -> Thing:
        """A ruler, minister or ministry in a role acts for the state ("ゼレンスキー大統領は求めた")."""
        if thing.id is None or thing.id.startswith("state/"):
            return thing
        entity = self.reader.lexicon.entities[thing.id]
        state = next((p for p in entity.parents if p.startswith("state/")), None)
        office = entity.category == "person" or thing.mention.endswith(("省", "庁", "府"))
        if state is None or not office:
            return thing
        return replace(thing, id=state, name=self.reader.lexicon.entities[state].name)

    def _actor_role(
        self, frame: Frame, function: str, np: NounPhrase, thing: Thing, *context: Any
    ) -> tuple[str | None, Thing | None]:
        thing = self._for_the_state(thing) if frame.kind != "designation" else thing
        if thing.id is None and thing.description:
            home = self._home(thing)
            if home is not None:
                thing = home
            elif thing.description not in self.reader.group_nouns and thing.nation is None:
                thing = self._spoken_for(thing) or thing
                if thing.id is None and thing.description not in self.reader.state_nouns:
                    return None, None
        return super()._actor_role(frame, function, np, thing, *context)

    def _home(self, thing: Thing) -> Thing | None:
        """ "国軍", "政府軍": the forces or government of the state whose own were last named."""
        if (
            not thing.definite
            or thing.nation is not None
            or thing.description not in self.pack.words("state_descriptions")
        ):
            return None
        for _, other in reversed(self.discourse.actors):
            other = self._for_the_state(other)
            if other.id is None or not other.id.startswith("state/"):
                continue
            if other.description in self.reader.state_nouns or other.mention.endswith(
                ("軍", "政府", "政権", "省")
            ):
                return replace(
                    thing,
                    id=other.id,
                    name=other.name,
                    antecedent=True,
                    start=other.start,
                    end=other.end,
                    mention=other.mention,
                )
        return None

    def _spoken_for(self, thing: Thing) -> Thing | None:
        """The state of an official spoken of before: "同次官"."""
        for speaker in reversed(self.discourse.speakers):
            if speaker.source.mention.endswith(thing.description) and speaker.thing.nation is not None:
                entity = self.reader.lexicon.entities[speaker.thing.nation]
                return (
                    replace(thing, id=entity.id, name=entity.name, antecedent=True)
                    if entity.kind == "state"
                    else None
                )
        return None

    def _near_words(self, clause: Clause, sentence: str) -> set[str]:
        del clause
        pack = self.pack
        return {w for w in (*pack.words("support_words"), *pack.words("nonmilitary_words")) if w in sentence}

    def _designates(self, clause: Clause, sentence: str, roles: dict[str, list[Thing]]) -> bool:
        del clause, roles
        pack = self.pack
        return any(w in sentence for w in (*pack.data["terror_words"], *pack.data["sanction_words"]))

    def _used(self, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        return "target" in roles or clause.lemma in self.pack.data["frames"]["use"]["verbs"]
