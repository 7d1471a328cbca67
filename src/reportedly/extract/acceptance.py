"""What makes filled roles a claim, and what keeps figures of speech out."""

from __future__ import annotations

from dataclasses import replace

from reportedly.extract.clauses import Clause
from reportedly.extract.situations import Situations
from reportedly.extract.things import Thing
from reportedly.languages.frames import Frame


class Acceptance(Situations):
    """Says whether filled roles make a claim: what the frame requires, figures of speech, weak names,
    military help."""

    def _unconfirmed(self, clause: Clause) -> bool:
        """ "Reports that ... could not be confirmed": nothing is said of it."""
        for link in (clause, *clause.ancestors()):
            noun = link.marker_phrase
            if noun is None or not link.marker:
                continue
            if any(
                c.negated and c.passive and c.lemma in self.pack.words("confirming")
                for c in self.clauses_here
            ):
                return True
        return False

    def _anybody(self, clause: Clause) -> bool:
        """ "any country that supplies weapons": nobody in particular."""
        return any(
            np.words[0].low in self.pack.words("anybody") for np in clause.get("subj") + clause.get("by")
        )

    def _real_infinitive(self, clause: Clause) -> bool:
        """ "began to use", "is believed to hold": an infinitive that says that it was done."""
        parent = clause.parent
        if parent is None:
            return False
        table = self.pack.data["control"]["subject"]
        return (
            parent.passive
            or str(table.get(parent.lemma, "")) == "underway"
            or parent.lemma in ("appear", "seem", "claim", "see", "film", "admit")
        )

    def _acceptable(
        self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, sentence: str, company: bool
    ) -> bool:
        for role in frame.requires:
            if "force" in frame.actor.values():
                break
            if role not in roles and not (role == "recipient" and "place" in roles):
                return False
        if frame.name == "give_money" and not any(
            t.low in self.pack.words("money_words")
            for f in ("obj", "obj2")
            for np in clause.get(f)
            for part in (np, np.of)
            if part is not None
            for t in part.words
        ):
            return False
        if frame.kind == "support":
            return self._supports(frame, roles, clause, sentence)
        if frame.kind == "designation":
            return "subject" in roles and "authority" in roles
        if "materiel" not in roles:
            return False
        if (
            not company
            and not (frame.implied_materiel and clause.lemma in ("arm", "rearm"))
            and all(self._weak(t) for t in roles["materiel"])
        ):
            return False
        if not self._serious(frame, roles):
            return False
        if frame.kind == "possession":
            return any(self._may_hold(t) for t in roles["holder"])
        if frame.kind == "transfer":
            return self._transfers(frame, roles, clause)
        if frame.kind == "use":
            if "user" not in roles:
                return "target" in roles and not all(self._weak(t) for t in roles["materiel"])
            return frame.name == "strike" or self._used(roles, clause)
        return True

    def _serious(self, frame: Frame, roles: dict[str, list[Thing]]) -> bool:
        """Against figures of speech ("another weapon going forward"): a named system, or a party that the
        lexicon knows or that is an
        armed body by description."""
        entities = self.reader.lexicon.entities
        if any(t.id is not None and entities[t.id].category != "class" for t in roles["materiel"]):
            return True
        for role, things in roles.items():
            if role == "materiel":
                continue
            if any(
                t.id is not None or t.nation is not None or t.description in self.reader.group_nouns
                for t in things
            ):
                return True
            if (
                role in ("interceptor", "carrier")
                and frame.name == "seize"
                and not all(self._weak(t) for t in roles["materiel"])
            ):
                return True
        return frame.name == "seize" and any(t.quantity is not None for t in roles["materiel"])

    def _may_hold(self, thing: Thing) -> bool:
        if thing.id is not None:
            return self.reader.lexicon.entities[thing.id].category in (
                "state",
                "territory",
                "armed_group",
                "armed_force",
                "service",
                "party",
                "alliance",
                "people",
            )
        return thing.description in self.reader.group_nouns

    def _transfers(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        parties = {"supplier", "recipient", "intermediary", "origin", "destination"} & set(roles)
        if frame.name == "seize":
            return not all(t.antecedent for t in roles["materiel"]) or "carrier" in roles
        if frame.name in ("arrive", "leave"):
            named = [
                t
                for r in ("supplier", "recipient", "origin", "destination", "via")
                for t in roles.get(r, ())
                if t.id is not None or t.sort == "actor"
            ]
            return bool(named)
        if frame.name == "capture":
            return "recipient" in roles and (
                "supplier" in roles
                or all(
                    t.id or t.description in self.pack.words("group_descriptions") for t in roles["recipient"]
                )
            )
        if frame.name in ("abandon",):
            return "supplier" in roles and (
                "recipient" in roles or not all(self._weak(t) for t in roles["materiel"])
            )
        if (
            frame.name == "halt"
            and clause.form != "nominal"
            and not all(t.antecedent for t in roles["materiel"])
        ):
            return bool({"recipient", "destination", "origin", "via"} & set(roles))
        if frame.name == "carry":
            return bool(parties - {"supplier"})
        if (
            frame.name == "supply"
            and clause.lemma in self.pack.words("piloting")
            and clause.form != "nominal"
        ):
            return bool({"recipient", "destination"} & set(roles))
        if frame.name in ("agree", "approve", "offer", "order"):
            return bool({"supplier", "recipient"} & parties)
        return bool(parties)

    def _used(self, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        return "target" in roles or clause.lemma in (
            "fire",
            "launch",
            "drop",
            "use",
            "employ",
            "lob",
            "unleash",
            "detonate",
            "firing",
            "rain",
            "shoot",
        )

    def _supports(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, sentence: str) -> bool:
        if "force" in frame.actor.values():
            return self._deploys(frame, roles, clause)
        if frame.name != "train" and any(
            c.parent is clause and c.relation == "infinitive" for c in self.clauses_here
        ):
            return False
        if "supplier" not in roles or "recipient" not in roles:
            return False
        if roles["supplier"][0].id is not None and roles["supplier"][0].id == roles["recipient"][0].id:
            return False
        if clause.form == "suffix":
            return self._armed(roles["recipient"][0])
        words = self._near_words(clause, sentence)
        if words & self.pack.words("nonmilitary_words"):
            return False
        military = bool(words & self.pack.words("support_words"))
        armed = any(self._armed(t) for t in roles["recipient"])
        if frame.name in ("train", "fund", "give_money"):
            return armed or military
        return armed or (military and all(t.id is not None for t in roles["supplier"]))

    def _near_words(self, clause: Clause, sentence: str) -> set[str]:
        del clause
        return {w.strip(".,;:\"'“”()") for w in sentence.split()}

    def _deploys(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        force = roles.get("force")
        if not force or (frame.name == "host_force" and force[0].sort == "materiel"):
            return False
        if force[0].sort == "materiel" and clause.lemma in self.pack.words("giving_verbs"):
            # What is sent goes to the receiver; what is stationed stays the sender's.
            return False
        if clause.relation == "reduced" and any(
            c.lemma in self.pack.report_verbs
            and any(self.reader.read(np).start == force[0].start for np in c.get("subj"))
            for c in self.clauses_here
        ):
            # "commanders serving in Syria told ...": who they are, not what is claimed.
            return False
        if frame.name == "sighted":
            roles.pop("supplier", None)
        if (
            "supplier" not in roles
            and force[0].nation is None
            and clause.parent is not None
            and clause.parent.lemma == "have"
        ):
            owners = [self.reader.read(np) for np in clause.parent.get("subj")]
            roles["supplier"] = [t for t in owners if t.sort == "actor"]
            if not roles["supplier"]:
                del roles["supplier"]
        if "supplier" not in roles and force[0].nation is not None:
            entity = self.reader.lexicon.entities[force[0].nation]
            roles["supplier"] = [replace(force[0], sort="actor", name=entity.name, id=entity.id)]
        if "supplier" not in roles:
            return False
        home = roles["supplier"][0].id
        towards = {self.reader.read(np).start for np in clause.get("to")}
        helped = [
            t
            for t in roles.get("place", ())
            if t.start in towards and t.id is not None and t.id.startswith("state/")
        ]
        if helped and "recipient" not in roles:
            # "sent troops to Mali": the state they are sent to is the one helped.
            roles["recipient"] = helped
        abroad = [t for r in ("place", "recipient", "destination") for t in roles.get(r, ())]
        if not abroad or all(t.id == home for t in abroad):
            return False
        roles.pop("force", None)
        return True

    def _designates(self, clause: Clause, sentence: str, roles: dict[str, list[Thing]]) -> bool:
        del roles
        if clause.lemma in ("ban", "bans"):
            return any(
                self.reader.sort(a.phrase) == "materiel" or a.phrase.head_token.low in self.pack.nominals
                for a in clause.arguments
                if a.function in ("on", "of")
            )
        if (
            clause.form == "nominal"
            and clause.parent is not None
            and clause.parent.lemma in self.pack.words("lifting")
        ):
            return False
        if (
            clause.form == "nominal"
            and clause.parent is not None
            and not clause.get("subj")
            and clause.parent.lemma not in self.pack.words("imposing")
        ):
            # "transferred in violation of the embargo": whoever transferred did not impose it.
            return False
        if (
            clause.form == "nominal"
            and clause.parent is not None
            and clause.parent.form == "copula"
            and {"gone", "over", "lifted", "expired", "void", "history"} & set(clause.parent.words)
        ):
            return False
        if (
            clause.lemma == "list"
            and self.latest is not None
            and self.latest.kind == "designation"
            and self.discourse.sentence - self.latest.sentence <= 2
        ):
            return True
        around = [t.low for a in clause.arguments for np in a.phrase.conjuncts() for t in np.words]
        at = (
            sentence.find(clause.words[0][:5])
            if clause.lemma
            in ("consider", "regard", "recognise", "recognize", "declare", "label", "brand", "treat")
            else -1
        )
        text = " ".join((*clause.words, *around)) + (" " + sentence[at:] if at >= 0 else "")
        terror = any(f" {w}" in f" {text}" for w in self.pack.data["terror_words"])
        sanction = any(f" {w}" in f" {text}" for w in self.pack.data["sanction_words"])
        if clause.lemma in ("sanction", "blacklist", "outlaw", "proscribe", "embargo", "designate"):
            return True
        if clause.lemma in ("embargo", "sanctions", "designation", "listing"):
            return True
        return terror or sanction
