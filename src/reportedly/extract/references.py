"""What pronouns and descriptions stand for within a sentence: "it", "its troops", "the delivery", "the
batteries"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claim_drafts import Draft
from reportedly.extract.clauses import Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.discourse import Discourse, Speaker
from reportedly.extract.things import Reader, Thing
from reportedly.languages.frames import Frame, load_frames


class References:
    """What pronouns, descriptions and bare nouns in a clause stand for. Holds the memory of the sentence
    being read."""

    def __init__(self, reader: Reader, discourse: Discourse) -> None:
        self.reader = reader
        self.pack = reader.pack
        self.discourse = discourse
        self.frames = load_frames()
        self.goods_here: list[Thing] = []
        """Materiel named in the sentence being read."""
        self.named_here: list[Thing] = []
        """Actors named in the sentence being read."""
        self.clauses_here: Sequence[Clause] = ()
        self.latest: Draft | None = None
        self.last: Draft | None = None
        """The last transfer drafted, for "the delivery" and "the batteries"."""

    def _owner_of_goods(
        self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, speaker: Speaker | None
    ) -> None:
        """ "Our weapons come from X", "the group's rifles came from X": whose they are got them."""
        if (
            frame.name != "arrive"
            or clause.lemma not in self.pack.words("coming")
            or "recipient" in roles
            or not ({"supplier", "origin"} & set(roles))
        ):
            return
        for np in clause.get("subj"):
            first = np.words[0]
            owner: Thing | None = None
            if np.owner is not None:
                owner = self.discourse.resolve(self.reader.read(np.owner), frozenset(), speaker)
            elif first.tag == "POSSDET":
                pronoun = Thing("pronoun", first.text, first.text, first.start, first.end, pronoun=first.low)
                owner = self._governing_subject(pronoun, clause, frozenset()) or self.discourse.resolve(
                    pronoun, frozenset(), speaker
                )
            if (
                owner is not None
                and owner.sort == "actor"
                and all(t.id != owner.id for ts in roles.values() for t in ts)
            ):
                roles["recipient"] = [owner]

    def _goods_meant(
        self, frame: Frame, function: str, thing: Thing, roles: dict[str, list[Thing]], clause: Clause
    ) -> Thing | None:
        """Materiel that a pronoun stands for: where the frame wants materiel in this place and the clause
        names none elsewhere."""
        if (
            frame.kind == "support"
            or "materiel" in roles
            or function not in frame.materiel
            or function == "with"
        ):
            return None
        if thing.pronoun not in (
            "it",
            "they",
            "them",
            "these",
            "this",
            "all",
            "those",
            "which",
            "both",
            "some",
            "everything",
            "none",
            "nothing",
        ):
            return None
        if frame.kind == "production" and function != "obj":
            return None
        if function in frame.actor and any(
            a.function in ("obj2", "with") for a in clause.arguments if a.phrase.pronoun is False
        ):
            return None
        if (function == "subj" and frame.name not in ("arrive", "seize")) or (
            thing.negated and frame.name in ("request", "hold", "seize", "capture")
        ):
            return None
        here = [t for t in self.goods_here if t.end < thing.start]
        spoken_of = self.last is not None and self.discourse.sentence - self.last.sentence <= 2
        last = here or (self.discourse.last_materiel() if spoken_of or frame.kind == "production" else [])
        return (
            replace(last[-1] if here else last[0], antecedent=True, negated=thing.negated) if last else None
        )

    def _governing_subject(self, thing: Thing, clause: Clause, exclude: frozenset[str]) -> Thing | None:
        """ "Iran denied that it had sent": a third-person pronoun under a verb is first of all that verb's
        subject."""
        if thing.pronoun not in ("it", "they", "he", "she", "its", "their", "them"):
            return None
        earlier = [
            c for c in reversed(self.clauses_here) if c.end <= thing.start and c.form in ("finite", "copula")
        ]
        for parent in (*clause.ancestors(), *earlier):
            for np in parent.get("obj" if parent.passive else "subj"):
                other = self.reader.read(np)
                if other.sort == "place":
                    other = self._as_state(other) or other
                ident = self._principal(other.id) or other.nation
                if other.sort != "actor" or ident is None or ident in exclude:
                    continue
                entity = self.reader.lexicon.entities[ident]
                if (entity.category == "person") != (thing.pronoun in ("he", "she")) and (
                    entity.category == "person" or other.description == ""
                ):
                    continue
                if other.description in self.pack.words("person_descriptions") and thing.pronoun in (
                    "it",
                    "its",
                ):
                    continue
                return replace(
                    other, name=entity.name, id=ident, antecedent=True, quantity=None, negated=False
                )
        return None

    def _principal(self, ident: str | None) -> str | None:
        """The state that a ministry acts for; the entity itself otherwise."""
        if ident is not None and ident.startswith("actor/ministry-"):
            return next((p for p in self.reader.parents(ident) if p.startswith("state/")), ident)
        return ident

    def _acting_for(self, thing: Thing, frame: Frame) -> Thing:
        """A ministry, minister or ambassador in a role acts for the state."""
        ident = self._principal(thing.id)
        if (
            frame.name == "approve"
            and ident is not None
            and ident == thing.id
            and self.reader.lexicon.entities[ident].category == "body"
        ):
            # A department that clears a sale clears it for its state.
            ident = next((p for p in self.reader.parents(ident) if p.startswith("state/")), ident)
        if (
            ident is None
            and thing.nation is not None
            and thing.description in self.pack.words("state_organs")
        ):
            ident = thing.nation if self.reader.lexicon.entities[thing.nation].kind == "state" else None
        if ident is None or ident == thing.id:
            return thing
        return replace(thing, id=ident, name=self.reader.lexicon.entities[ident].name)

    def _owned(self, np: NounPhrase, thing: Thing, clause: Clause, speaker: Speaker | None) -> Thing:
        """The thing with the nation of its possessive pronoun's owner ("its troops"), where that resolves."""
        first = np.words[0]
        if first.tag != "POSSDET" or thing.nation is not None:
            return thing
        pronoun = Thing("pronoun", first.text, first.text, first.start, first.end, pronoun=first.low)
        owner = self._governing_subject(pronoun, clause, frozenset()) or self.discourse.resolve(
            pronoun, frozenset(), speaker
        )
        return thing if owner is None or owner.id is None else replace(thing, nation=owner.id)

    def _home_of_speaker(self, clause: Clause) -> str | None:
        for parent in clause.ancestors():
            for np in parent.get("obj" if parent.passive else "subj"):
                ident = self.reader.read(np).id or self.reader.read(np).nation
                if ident is not None and self.reader.lexicon.entities[ident].kind == "state":
                    return ident
        return None

    def _as_state(self, thing: Thing) -> Thing | None:
        """A capital read as its government ("Tehran has given")."""
        if thing.capital is None:
            return None
        entity = self.reader.lexicon.entities[thing.capital]
        return replace(thing, sort="actor", name=entity.name, id=entity.id)

    def _named_here(self, thing: Thing, exclude: frozenset[str]) -> Thing | None:
        """ "the Hezbollah leader said that Iran gave the group": the armed group that the same sentence
        names before."""
        if thing.description not in self.pack.words("group_descriptions") or thing.nation is not None:
            return None
        entities = self.reader.lexicon.entities
        for known in reversed(self.named_here):
            ident = known.id if known.id is not None else known.nation
            if (
                known.end <= thing.start
                and ident is not None
                and ident not in exclude
                and entities[ident].category == "armed_group"
            ):
                return replace(
                    known,
                    sort="actor",
                    name=entities[ident].name,
                    id=ident,
                    antecedent=True,
                    quantity=None,
                    negated=False,
                )
        return None

    def _forces(self, np: NounPhrase) -> bool:
        """True for the name of a state's forces ("the FARDC"), which is nobody's place."""
        match = np.head_token.match
        return match is not None and all(n.type == "forces" for n in match.names)

    def _anaphoric(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> None:
        """ "froze the delivery", "handed the batteries over": goods and parties are those of the transfer
        last spoken of."""
        last = self.last
        if frame.name in ("seize", "capture", "abandon", "arrive", "carry", "request"):
            return
        if (
            frame.kind != "transfer"
            or last is None
            or self.discourse.sentence - last.sentence > 2
            or last.clause is clause
        ):
            return
        if "materiel" not in roles and self._points_back(frame, clause):
            roles["materiel"] = [replace(t, antecedent=True) for t in last.roles.get("materiel", ())]
            if not roles["materiel"]:
                del roles["materiel"]
        goods = roles.get("materiel", ())
        partyless = not (
            {"supplier", "recipient", "origin", "destination", "intermediary", "via"} & set(roles)
        ) and self._related(goods, last.roles.get("materiel", ()))
        if not goods or not (all(t.antecedent for t in goods) or partyless):
            return
        taken = {t.id for ts in roles.values() for t in ts}
        for role in ("supplier", "recipient"):
            if role not in roles and frame.name not in ("seize", "capture"):
                kept = [replace(t, antecedent=True) for t in last.roles.get(role, ()) if t.id not in taken]
                if kept:
                    roles[role] = kept

    def _related(self, one: Sequence[Thing], other: Sequence[Thing]) -> bool:
        """True where some goods of one list are of the kind of some of the other ("air-defence systems ...
        no S-300s")."""
        ancestors = self.reader.lexicon.ancestors
        return any(
            a.id == b.id or a.id in ancestors(b.id) or b.id in ancestors(a.id)
            for a in one for b in other if a.id is not None and b.id is not None
        )  # fmt: skip

    def _points_back(self, frame: Frame, clause: Clause) -> bool:
        if clause.form == "nominal":
            noun = clause.noun
            if noun is None or noun.of is not None:
                return False
            bare = noun.head == noun.start and noun.head_token.low in (
                "deliveries",
                "shipments",
                "supplies",
                "transfers",
                "sales",
            )
            known = (
                self.pack.words("light", "do")
                | self.pack.words("light", "happen")
                | self.pack.words("light", "halt")
                | self.pack.words("light", "agree")
            )
            governed = (
                clause.parent is not None
                and (clause.parent.lemma in known or clause.parent.form == "copula")
                and clause.marker in ("obj", "subj")
            )
            return bare or (governed and noun.words[0].low in ("the", "this", "these", "those", "such"))
        for function in frame.materiel:
            for np in clause.get(function):
                if np.head_token.low in self.pack.words("goods_nouns") and self.reader.given(np):
                    return True
        return False

    def _weak(self, thing: Thing) -> bool:
        """True for materiel whose words often mean something else ("tank", "drone", "equipment")."""
        lexicon = self.reader.lexicon
        if thing.id is None:
            return True
        names = [m for m in lexicon.scan(thing.mention) if m.names]
        return bool(names) and all(m.weak for m in names)

    def _armed(self, thing: Thing) -> bool:
        """An armed group or force, by name or by description."""
        if thing.id is not None:
            entity = self.reader.lexicon.entities[thing.id]
            if entity.category in ("armed_group", "armed_force", "alliance"):
                return True
            return thing.description in self.reader.group_nouns or thing.description in self.pack.words(
                "armed_nouns"
            )
        return thing.description in self.reader.group_nouns
