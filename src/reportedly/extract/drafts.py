"""From clauses to claim drafts: frames fill the roles with what the phrases name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportedly.claims import Reason, Source, When
from reportedly.documents import Span
from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.discourse import Discourse, Speaker
from reportedly.extract.modality import Modality, read_modality
from reportedly.extract.phrases import NounPhrase
from reportedly.extract.things import Reader, Thing
from reportedly.languages.frames import Frame, load_frames

_SHIFTING = frozenset({"down", "up", "off"})
"""Particles that make another verb of their verb: "shoot down", "blow up"."""
_PARTICLES = frozenset({"over", "back", "out", "off", "up", "down", "in", "on", "away", "for", "to", "behind", "against"})


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    frame: Frame
    clause: Clause
    sentence: int
    roles: dict[str, list[Thing]]
    modality: Modality
    when: When
    spans: list[Span]
    reasons: list[Reason] = field(default_factory=list)
    means: str = "unspecified"
    headline: bool = False
    """From a title: it counts only where the body says it too, or where there is nothing else."""
    own_voice: bool = False
    """A production phrase in a modifier: the document's own voice, whoever the sentence is attributed to."""
    chains: list[tuple[Source, ...]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.frame.kind


class Drafter:
    """Fills frames from the clauses of one sentence at a time, with the memory of the document."""

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

    def draft(self, analysis: Analysis, sentence: str, speaker: Speaker | None, company: bool) -> list[Draft]:
        """The drafts of one sentence. `sentence` is its text in lower case; `company` says that weak names count here."""
        out: list[Draft] = []
        self.clauses_here = analysis.clauses
        self.named_here = [t for np in analysis.phrases for m in np.conjuncts() if (t := self.reader.read(m)).sort == "actor"]
        self.goods_here = [t for np in analysis.phrases for m in np.conjuncts() if (t := self.reader.read(m)).sort == "materiel"]
        for clause in analysis.clauses:
            same = self._does_so(clause, analysis)
            if same is not None:
                out.append(same)
                continue
            best: Draft | None = None
            for frame in self._frames_of(clause):
                candidate = self._fill(frame, clause, analysis, sentence, speaker, company)
                if candidate is not None and (best is None or _richer(candidate, best)):
                    best = candidate
            if best is not None:
                out.append(best)
                self.latest = best
                if best.kind == "transfer":
                    self.last = best
        return join_legs(_without_shadows(out))

    def _does_so(self, clause: Clause, analysis: Analysis) -> Draft | None:
        """ "Russia has never done so": the last thing said, with another subject."""
        latest = self.latest
        so = clause.lemma == "do" and "so" in (*clause.words[1:3], *clause.adverbs)
        # "The African Union has not."
        bare = clause.lemma in ("have", "do", "be") and clause.negated and not clause.adverbs and len(clause.arguments) == 1 and len(analysis.clauses) == 1
        if not (so or bare) or latest is None or self.discourse.sentence - latest.sentence > 2:
            return None
        subjects = [self.reader.read(np) for np in clause.get("subj")]
        subjects = [(self._as_state(t) or t) if t.sort == "place" else t for t in subjects]
        subjects = [t for t in subjects if t.sort == "actor"]
        role = next((r for r in ("supplier", "authority", "user", "holder", "producer") if r in latest.roles), None)
        if not subjects or role is None:
            return None
        roles = {r: [replace(t, antecedent=True) for t in ts] for r, ts in latest.roles.items()}
        roles[role] = subjects
        modality = read_modality(clause, self.pack, "", latest.frame.stage)
        reasons = [Reason("kind", f"{latest.frame.name}:do so", clause.start, clause.end)]
        draft = Draft(latest.frame, clause, self.discourse.sentence, roles, modality, _when(clause), [latest.spans[0], Span(analysis.start, analysis.end)], reasons)
        draft.means = latest.means
        return draft

    # -- predicates -------------------------------------------------------------------------------------------------

    def _frames_of(self, clause: Clause) -> Iterator[Frame]:
        if clause.form == "suffix":
            yield self.frames[self.pack.suffixes[clause.lemma]]
            return
        if clause.passive and clause.lemma in self.pack.words("equipping") and (clause.form == "participle" or not (clause.past or clause.perfect)) and clause.get("with") and not clause.get("by"):
            # "are armed with": what they hold, not what was given.
            yield self.frames["equipped"]
            return
        if clause.form == "copula" and any(self.reader.read(np).description in self.reader.force_nouns for np in clause.get("subj")):
            yield self.frames["present"]
        if clause.form == "nominal":
            role = self.pack.data.get("role_nouns", {}).get(clause.lemma) if clause.marker == "subj" and clause.relation == "argument" else None
            for name in (role,) if role else self.pack.nominals.get(clause.lemma, ()):
                yield self.frames[name]
            return
        seen: set[str] = set()
        entries = self.pack.predicates.get(clause.lemma, ())
        words = tuple(w for w in clause.words if self.pack.tags.get(w) != "ADV" or w in _PARTICLES)
        multi = [name for rest, name in entries if rest and _rest_matches(rest, words)]
        # "shot down a plane" is no shooting of planes: a particle makes another verb.
        joined = any(len(rest) == 1 and rest[0] in _SHIFTING and _rest_matches(rest, clause.words) for rest, _ in entries)
        plain = [name for rest, name in entries if not rest] if not joined else []
        for name in (*multi, *plain):
            if name not in seen:
                seen.add(name)
                yield self.frames[name]

    # -- filling ----------------------------------------------------------------------------------------------------

    def _fill(self, frame: Frame, clause: Clause, analysis: Analysis, sentence: str, speaker: Speaker | None, company: bool) -> Draft | None:
        roles: dict[str, list[Thing]] = {}
        reasons: list[Reason] = [Reason("kind", f"{frame.name}:{clause.lemma}", clause.start, clause.end)]
        taken: set[tuple[int, int]] = set()
        for function, phrase in _ordered(clause):
            for np in phrase.conjuncts():
                self._place(frame, function, np, roles, reasons, taken, speaker, clause)
        self._boarded(frame, roles, reasons, taken, speaker, clause)
        self._implied(frame, roles, clause)
        self._anaphoric(frame, roles, clause)
        self._helper(frame, roles, clause, speaker)
        self._national(frame, roles, clause)
        if frame.name in ("seize", "carry", "take") and "capture" in self.frames and self._captures(frame, roles, clause):
            return self._fill(self.frames["capture"], clause, analysis, sentence, speaker, company)
        self._contracted(frame, roles, clause, speaker)
        self._holder(frame, roles, clause, speaker)
        self._owner_of_goods(frame, roles, clause, speaker)
        self._distinct(roles)
        if not self._acceptable(frame, roles, clause, sentence, company) or self._anybody(clause) or self._unconfirmed(clause):
            return None
        modality = read_modality(clause, self.pack, sentence, frame.stage)
        if analysis.question or not modality.asserted:
            return None
        if frame.kind in ("use", "possession", "production") and clause.form == "infinitive" and not self._real_infinitive(clause):
            return None
        if frame.kind in ("use", "possession", "production", "designation") and clause.modal in ("will", "shall", "would", "'ll", "'d"):
            return None
        if any(t.negated for things in roles.values() for t in things):
            modality.polarity = "denied"
        if frame.kind == "designation" and modality.stage == "halted":
            # "refuses to list"
            modality.polarity = "denied"
        if clause.form == "suffix" and frame.kind == "transfer":
            modality.stage = "delivered"
        if self._stopped(frame, clause):
            modality.stage = "seized"
        if frame.kind == "designation" and not self._designates(clause, sentence, roles):
            return None
        draft = Draft(frame, clause, self.discourse.sentence, roles, modality, _when(clause), [Span(analysis.start, analysis.end)], reasons)
        draft.means = frame.means or self._means(frame, clause)
        self._of_seized(draft)
        draft.own_voice = clause.form == "suffix"
        return draft

    def _captures(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        """ "the militants seized tanks from the army", "taken from the army": a seizure by or from fighters is a capture."""
        takers = roles.get("interceptor", [])
        entities = self.reader.lexicon.entities
        if frame.name == "seize" and any(
            entities[t.id].category == "armed_group" if t.id is not None else t.description in self.pack.words("group_descriptions") for t in takers
        ):
            return True
        if clause.lemma not in ("take", *self.pack.words("seizing")):
            return False
        losers = [self.reader.read(np) for np in clause.get("from")]
        return any(t.sort == "actor" and (t.id is not None and entities[t.id].category in ("armed_group", "armed_force") or t.description in self.pack.words("armies")) for t in losers)

    def _stopped(self, frame: Frame, clause: Clause) -> bool:
        """ "intercepted a trawler carrying shells": the goods were seized with what carried them."""
        parent = clause.parent
        if frame.kind != "transfer" or parent is None or clause.relation not in ("reduced", "relative"):
            return False
        if not any(name == "seize" for _, name in self.pack.predicates.get(parent.lemma, ())) or parent.negated:
            return False
        carriers = {id(np) for f in ("subj", "obj") for np in clause.get(f) if self.reader.sort(np) == "carrier"}
        return any(id(np) in carriers for np in parent.get("obj"))

    def _contracted(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, speaker: Speaker | None) -> None:
        """ "signed a deal with Russia for missiles": who signs for goods gets them. "a deal with India to supply it": India gets it."""
        signed = clause.parent is not None and clause.parent.lemma in self.pack.words("signing")
        if signed and frame.name == "agree" and clause.get("with") and clause.get("for") and "supplier" in roles and "recipient" in roles:
            entities = self.reader.lexicon.entities
            if all(t.id is not None and entities[t.id].kind == "state" for t in roles["supplier"]):
                roles["supplier"], roles["recipient"] = roles["recipient"], roles["supplier"]
        parent = clause.parent
        if frame.kind != "transfer" or clause.relation != "infinitive" or parent is None or "recipient" in roles or "supplier" not in roles:
            return
        agreed = any("agree" in self.reader.nominals.get(np.head_token.low, ()) for np in parent.get("obj"))
        for np in parent.get("with") if agreed else ():
            thing = self.reader.read(np)
            thing = (self._as_state(thing) or thing) if thing.sort == "place" else thing
            found = self.discourse.resolve(thing, frozenset(), speaker) if thing.sort == "actor" else None
            if found is not None:
                roles.setdefault("recipient", []).append(found)

    def _owner_of_goods(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, speaker: Speaker | None) -> None:
        """ "Our weapons come from X", "the group's rifles came from X": whose they are got them."""
        if frame.name != "arrive" or clause.lemma not in self.pack.words("coming") or "recipient" in roles or not ({"supplier", "origin"} & set(roles)):
            return
        for np in clause.get("subj"):
            first = np.words[0]
            owner: Thing | None = None
            if np.owner is not None:
                owner = self.discourse.resolve(self.reader.read(np.owner), frozenset(), speaker)
            elif first.tag == "POSSDET":
                pronoun = Thing("pronoun", first.text, first.text, first.start, first.end, pronoun=first.low)
                owner = self._governing_subject(pronoun, clause, frozenset()) or self.discourse.resolve(pronoun, frozenset(), speaker)
            if owner is not None and owner.sort == "actor" and all(t.id != owner.id for ts in roles.values() for t in ts):
                roles["recipient"] = [owner]

    def _holder(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, speaker: Speaker | None) -> None:
        """ "displayed missiles supplied by Iran": who has them in hand got them."""
        parent = clause.parent
        if clause.relation != "reduced" or not clause.passive or parent is None or parent.passive or parent.form == "copula":
            return
        if frame.kind != "transfer" or {"recipient", "destination"} & set(roles) or "supplier" not in roles:
            return
        fired = any(self.frames[name].kind == "use" for _, name in self.pack.predicates.get(parent.lemma, ()))
        functions = ("obj", "obj2", "with") if parent.lemma in self.pack.words("in_hand") else ("with",) if fired else ()
        held = {id(np) for f in functions for np in parent.get(f)}
        if not any(id(np) in held for np in clause.get("obj")):
            return
        for np in parent.get("subj"):
            thing = self.reader.read(np)
            thing = (self._as_state(thing) or thing) if thing.sort == "place" else thing
            found = self.discourse.resolve(thing, frozenset(), speaker) if thing.sort in ("actor", "pronoun") else None
            if found is not None and all(t.id != found.id for t in roles["supplier"]):
                roles.setdefault("recipient", []).append(replace(found, antecedent=True))

    def _distinct(self, roles: dict[str, list[Thing]]) -> None:
        """Nobody supplies itself: of two sides that are the same actor, the one that was only inferred gives way."""
        gives, gets = roles.get("supplier", []), roles.get("recipient", [])
        same = {t.id for t in gives if t.id is not None} & {t.id for t in gets}
        for ident in sorted(same):
            side = "recipient" if any(t.id == ident and t.antecedent for t in gets) or not any(t.id == ident and t.antecedent for t in gives) else "supplier"
            roles[side] = [t for t in roles[side] if t.id != ident]
            if not roles[side]:
                del roles[side]

    def _unconfirmed(self, clause: Clause) -> bool:
        """ "Reports that ... could not be confirmed": nothing is said of it."""
        for link in (clause, *clause.ancestors()):
            noun = link.marker_phrase
            if noun is None or not link.marker:
                continue
            if any(c.negated and c.passive and c.lemma in self.pack.words("confirming") for c in self.clauses_here):
                return True
        return False

    def _anybody(self, clause: Clause) -> bool:
        """ "any country that supplies weapons": nobody in particular."""
        return any(np.words[0].low in self.pack.words("anybody") for np in clause.get("subj") + clause.get("by"))

    def _boarded(
        self, frame: Frame, roles: dict[str, list[Thing]], reasons: list[Reason], taken: set[tuple[int, int]], speaker: Speaker | None, clause: Clause
    ) -> None:
        """ "stopped a dhow in the Arabian Sea and seized the arms": the first verb says on what and where."""
        if frame.name != "seize" or clause.conjunct is None:
            return
        for argument in clause.conjunct.arguments:
            for np in argument.phrase.conjuncts():
                sort = self.reader.sort(np)
                if argument.function == "obj" and sort == "carrier" and "carrier" not in roles:
                    self._place(frame, "from", np, roles, reasons, taken, speaker, clause)
                elif argument.function in ("in", "at", "near", "off") and sort in ("place", "actor") and "place" not in roles:
                    self._place(frame, argument.function, np, roles, reasons, taken, speaker, clause)

    def _real_infinitive(self, clause: Clause) -> bool:
        """ "began to use", "is believed to hold": an infinitive that says that it was done."""
        parent = clause.parent
        if parent is None:
            return False
        table = self.pack.data["control"]["subject"]
        return parent.passive or str(table.get(parent.lemma, "")) == "underway" or parent.lemma in ("appear", "seem", "claim", "see", "film", "admit")

    def _place(
        self, frame: Frame, function: str, np: NounPhrase, roles: dict[str, list[Thing]], reasons: list[Reason], taken: set[tuple[int, int]],
        speaker: Speaker | None, clause: Clause,
    ) -> None:  # fmt: skip
        thing = self.reader.read(np)
        if thing.sort == "other" and np.of is not None and thing.description in self.pack.words("transparent_nouns"):
            self._place(frame, function, np.of, roles, reasons, taken, speaker, clause)
            return
        if thing.sort == "other" and thing.nation is not None and thing.description in self.pack.words("transparent_nouns"):
            # "out of Iranian stockpiles": the owner's.
            entity = self.reader.lexicon.entities[thing.nation]
            thing = replace(thing, sort="actor", name=entity.name, id=entity.id)
            if function == "from":
                roles.setdefault("supplier", []).append(thing)
                reasons.append(Reason("supplier", f"{frame.name}.{function}:stocks", thing.start, thing.end))
                return
        if thing.sort == "actor" and thing.id is None and np.apposition is not None:
            thing = self.reader.read(np.apposition)
        if thing.sort == "materiel" and frame.name in ("arrive", "carry", "leave", "load", "supply") and np.head_token.low in self.reader.carrier_nouns:
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
        if role == "subject" and filler.id is None and (function == "obj2" or any(t.low in self.pack.words("terror_words") for t in np.words)):
            # "named Hezbollah a terrorist group": what it is called, not who.
            return
        taken.add((filler.start, filler.end))
        roles.setdefault(role, []).append(filler)
        reasons.append(Reason(role, f"{frame.name}.{function}", filler.start, filler.end))

    def _loaded(self, np: NounPhrase) -> NounPhrase | None:
        """What a vehicle holds: "trucks loaded with rockets", "trucks with launchers"."""
        inside = [p for w, p in np.trailing if w in ("with", "of")]
        for clause in self.clauses_here:
            if clause.relation == "reduced" and clause.lemma in ("load", "lade", "stuff", "pack", "fill", "carry", "laden", "bring") and np in (*clause.get("obj"), *clause.get("subj")):
                inside.extend((*clause.get("with"), *(clause.get("obj") if not clause.passive else [])))
        return next((p for p in inside if p is not np and self.reader.sort(p) == "materiel"), None)

    def _counted(self, frame: Frame, function: str, np: NounPhrase, thing: Thing, roles: dict[str, list[Thing]]) -> Thing | None:
        """ "sold four to them", "eight of them were fired": so many of the goods last spoken of."""
        if frame.kind not in ("transfer", "use", "possession") or "materiel" in roles or function not in frame.materiel:
            return None
        if np.of is not None and not np.of.pronoun or thing.quantity is None:
            return None
        here = [t for t in self.goods_here if t.end < thing.start]
        last = here or self.discourse.last_materiel()
        return replace(last[-1] if here else last[0], quantity=thing.quantity, antecedent=True) if last else None

    def _role(
        self, frame: Frame, function: str, np: NounPhrase, thing: Thing, roles: dict[str, list[Thing]], speaker: Speaker | None, clause: Clause
    ) -> tuple[str | None, Thing | None]:
        function = {"obj2": "obj", "agent": "subj"}.get(function, function)
        if thing.sort == "pronoun":
            goods = self._goods_meant(frame, function, thing, roles, clause)
            if goods is not None:
                return frame.materiel[function], goods
            exclude = frozenset(t.id for ts in roles.values() for t in ts if t.id is not None)
            found = self._governing_subject(thing, clause, exclude) or self.discourse.resolve(thing, exclude, speaker)
            if found is None:
                return None, None
            thing = found
        if thing.sort == "materiel":
            return frame.materiel.get(function), thing
        if thing.sort == "carrier":
            role = frame.carrier.get(function) or (("carrier") if function in ("aboard", "on", "by", "in", "from") and frame.kind == "transfer" else None)
            if frame.kind == "use":
                role = frame.target.get(function)
            if frame.name == "seize" and function in ("subj", "by"):
                role = "interceptor"
            return role, thing
        if frame.kind == "support" and thing.description in self.reader.force_nouns and "force" not in frame.actor.values():
            thing = self._owned(np, thing, clause, speaker)
        if frame.kind == "support" and thing.nation is not None and thing.description in self.reader.force_nouns and "force" not in frame.actor.values():
            # "trained by Russian instructors": by Russia.
            entity = self.reader.lexicon.entities[thing.nation]
            return frame.actor.get(function), replace(thing, sort="actor", name=entity.name, id=entity.id)
        if thing.sort == "actor" and self._town(function, np, thing, clause):
            thing = replace(thing, sort="place")
        if thing.sort == "actor" and self._vessel(frame, function, np, thing):
            return "carrier", thing
        if thing.sort == "actor":
            return self._actor_role(frame, function, np, thing, roles, speaker, clause)
        if thing.sort == "place" and thing.capital is not None and (function in ("subj", "by", "obj", "iobj", "for", "of", "with") or (function in ("to", "from") and frame.name not in ("carry", "arrive", "deploy"))):
            return self._actor_role(frame, function, np, self._as_state(thing) or thing, roles, speaker, clause)
        if thing.sort == "place" and function == "obj" and frame.kind == "transfer" and "destination" != frame.place.get("obj") and clause.get("obj2"):
            # "sold Lagos seventeen fighters": the place stands for its state.
            home = next((p for p in self.reader.parents(thing.id) if p.startswith("state/")), None)
            if home is not None:
                return frame.actor.get("obj"), replace(thing, sort="actor", name=self.reader.lexicon.entities[home].name, id=home)
        if thing.sort == "place" and np.words[0].tag == "POSSDET" and thing.id is None:
            # "through its territory": the owner's.
            owned = self._owned(np, thing, clause, speaker)
            if owned.nation is not None:
                thing = replace(owned, id=owned.nation, name=self.reader.lexicon.entities[owned.nation].name, antecedent=True)
        if thing.sort == "place":
            if frame.kind == "use" and function in frame.target and thing.description:
                return frame.target[function], thing
            role = frame.place.get(function)
            if role is None and thing.id is not None and self.reader.lexicon.entities[thing.id].kind == "state":
                role = frame.actor.get(function)
            return role, thing
        if frame.kind == "use" and function in frame.target and thing.description in self.pack.words("target_nouns"):
            return frame.target[function], thing
        if frame.actor.get(function) == "force" and thing.description in self.reader.force_nouns:
            return "force", thing
        if thing.sort == "document" and frame.kind == "designation" and function in ("subj", "by") and thing.nation is not None:
            # "Security Council Resolution 2216 placed ...": the body speaks through its paper.
            entity = self.reader.lexicon.entities[thing.nation]
            return "authority", replace(thing, sort="actor", name=entity.name, id=entity.id)
        return None, None

    def _town(self, function: str, np: NounPhrase, thing: Thing, clause: Clause) -> bool:
        """ "flown from Kinshasa to Jamba": an unknown bare name where the goods go is a place; one that is given them is not."""
        if thing.id is not None or np.head_token.tag != "NAME" or np.members or np.owner is not None or any(t.tag != "NAME" for t in np.words):
            return False
        if function in ("at", "near", "in", "into"):
            return True
        moved = clause.lemma in self.pack.words("moving") or any(self.reader.sort(p) == "place" for p in clause.get("from"))
        return function == "to" and moved

    def _vessel(self, frame: Frame, function: str, np: NounPhrase, thing: Thing) -> bool:
        """ "the Ursa Major carried", "aboard the Bana": a name with "the" and nothing else, where a vehicle would stand."""
        if thing.id is not None or thing.description not in ("", np.head_token.low) or np.words[0].low != "the" or np.owner is not None or frame.kind != "transfer":
            return False
        if any(t.tag != "NAME" for t in np.words[1:]):
            return False
        return function in ("aboard", "on") or frame.name in ("carry", "land") and function in ("subj", "by") or frame.name == "seize" and function == "obj"

    def _goods_meant(self, frame: Frame, function: str, thing: Thing, roles: dict[str, list[Thing]], clause: Clause) -> Thing | None:
        """Materiel that a pronoun stands for: where the frame wants materiel in this place and the clause names none elsewhere."""
        if frame.kind == "support" or "materiel" in roles or function not in frame.materiel or function == "with":
            return None
        if thing.pronoun not in ("it", "they", "them", "these", "this", "all", "those", "which", "both", "some", "everything", "none", "nothing"):
            return None
        if frame.kind == "production" and function != "obj":
            return None
        if function in frame.actor and any(a.function in ("obj2", "with") for a in clause.arguments if a.phrase.pronoun is False):
            return None
        if function == "subj" and frame.name not in ("arrive", "seize") or thing.negated and frame.name in ("request", "hold", "seize", "capture"):
            return None
        here = [t for t in self.goods_here if t.end < thing.start]
        spoken_of = self.last is not None and self.discourse.sentence - self.last.sentence <= 2
        last = here or (self.discourse.last_materiel() if spoken_of or frame.kind == "production" else [])
        return replace(last[-1] if here else last[0], antecedent=True, negated=thing.negated) if last else None

    def _governing_subject(self, thing: Thing, clause: Clause, exclude: frozenset[str]) -> Thing | None:
        """ "Iran denied that it had sent": a third-person pronoun under a verb is first of all that verb's subject."""
        if thing.pronoun not in ("it", "they", "he", "she", "its", "their", "them"):
            return None
        earlier = [c for c in reversed(self.clauses_here) if c.end <= thing.start and c.form in ("finite", "copula")]
        for parent in (*clause.ancestors(), *earlier):
            for np in parent.get("obj" if parent.passive else "subj"):
                other = self.reader.read(np)
                if other.sort == "place":
                    other = self._as_state(other) or other
                ident = self._principal(other.id) or other.nation
                if other.sort != "actor" or ident is None or ident in exclude:
                    continue
                entity = self.reader.lexicon.entities[ident]
                if (entity.category == "person") != (thing.pronoun in ("he", "she")) and (entity.category == "person" or other.description == ""):
                    continue
                if other.description in self.pack.words("person_descriptions") and thing.pronoun in ("it", "its"):
                    continue
                return replace(other, name=entity.name, id=ident, antecedent=True, quantity=None, negated=False)
        return None

    def _principal(self, ident: str | None) -> str | None:
        """The state that a ministry acts for; the entity itself otherwise."""
        if ident is not None and ident.startswith("actor/ministry-"):
            return next((p for p in self.reader.parents(ident) if p.startswith("state/")), ident)
        return ident

    def _acting_for(self, thing: Thing, frame: Frame) -> Thing:
        """A ministry, minister or ambassador in a role acts for the state."""
        ident = self._principal(thing.id)
        if frame.name == "approve" and ident is not None and ident == thing.id and self.reader.lexicon.entities[ident].category == "body":
            # A department that clears a sale clears it for its state.
            ident = next((p for p in self.reader.parents(ident) if p.startswith("state/")), ident)
        if ident is None and thing.nation is not None and thing.description in self.pack.words("state_organs"):
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
        owner = self._governing_subject(pronoun, clause, frozenset()) or self.discourse.resolve(pronoun, frozenset(), speaker)
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

    def _actor_role(
        self, frame: Frame, function: str, np: NounPhrase, thing: Thing, roles: dict[str, list[Thing]], speaker: Speaker | None, clause: Clause
    ) -> tuple[str | None, Thing | None]:
        last_word = thing.description or thing.mention.rsplit(" ", 1)[-1].lower()
        if "force" in (frame.actor.get(function), frame.materiel.get(function)) and last_word in self.reader.force_nouns:
            return "force", self._owned(np, thing, clause, speaker)
        if thing.id is None and thing.description in self.reader.state_nouns | self.reader.member_nouns:
            owned = self._owned(np, thing, clause, speaker)
            if owned.nation is not None and owned.nation != thing.nation:
                # "their troops", "its forces": the owner's.
                if any(t.id == owned.nation for ts in roles.values() for t in ts):
                    return None, None
                thing = replace(owned, id=owned.nation, name=self.reader.lexicon.entities[owned.nation].name, antecedent=True)
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
        is_state = resolved.id is not None and self.reader.lexicon.entities[resolved.id].kind == "state" and not thing.description
        if is_state and function in frame.state_as_place and not self._forces(np):
            return frame.state_as_place[function], resolved
        role = frame.actor.get(function)
        if role is None and is_state and function in frame.place:
            return frame.place[function], resolved
        if role is None and function in frame.target:
            role = frame.target[function]
        return role, resolved

    def _named_here(self, thing: Thing, exclude: frozenset[str]) -> Thing | None:
        """ "the Hezbollah leader said that Iran gave the group": the armed group that the same sentence names before."""
        if thing.description not in self.pack.words("group_descriptions") or thing.nation is not None:
            return None
        entities = self.reader.lexicon.entities
        for known in reversed(self.named_here):
            ident = known.id if known.id is not None else known.nation
            if known.end <= thing.start and ident is not None and ident not in exclude and entities[ident].category == "armed_group":
                return replace(known, sort="actor", name=entities[ident].name, id=ident, antecedent=True, quantity=None, negated=False)
        return None

    def _forces(self, np: NounPhrase) -> bool:
        """True for the name of a state's forces ("the FARDC"), which is nobody's place."""
        match = np.head_token.match
        return match is not None and all(n.type == "forces" for n in match.names)

    def _implied(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> None:
        if frame.implied_materiel and "materiel" not in roles:
            if any(self.reader.sort(np) == "other" for np in clause.get("with")):
                # "armed with arguments"
                return
            entity = self.reader.lexicon.entities[frame.implied_materiel]
            roles["materiel"] = [Thing("materiel", entity.name, clause.lemma, clause.start, clause.end, id=entity.id)]

    def _anaphoric(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> None:
        """ "froze the delivery", "handed the batteries over": goods and parties are those of the transfer last spoken of."""
        last = self.last
        if frame.name in ("seize", "capture", "abandon", "arrive", "carry", "request"):
            return
        if frame.kind != "transfer" or last is None or self.discourse.sentence - last.sentence > 2 or last.clause is clause:
            return
        if "materiel" not in roles and self._points_back(frame, clause):
            roles["materiel"] = [replace(t, antecedent=True) for t in last.roles.get("materiel", ())]
            if not roles["materiel"]:
                del roles["materiel"]
        goods = roles.get("materiel", ())
        partyless = not ({"supplier", "recipient", "origin", "destination", "intermediary", "via"} & set(roles)) and self._related(goods, last.roles.get("materiel", ()))
        if not goods or not (all(t.antecedent for t in goods) or partyless):
            return
        taken = {t.id for ts in roles.values() for t in ts}
        for role in ("supplier", "recipient"):
            if role not in roles and frame.name not in ("seize", "capture"):
                kept = [replace(t, antecedent=True) for t in last.roles.get(role, ()) if t.id not in taken]
                if kept:
                    roles[role] = kept

    def _related(self, one: Sequence[Thing], other: Sequence[Thing]) -> bool:
        """True where some goods of one list are of the kind of some of the other ("air-defence systems ... no S-300s")."""
        ancestors = self.reader.lexicon.ancestors
        return any(
            a.id == b.id or a.id in ancestors(b.id) or b.id in ancestors(a.id)
            for a in one for b in other if a.id is not None and b.id is not None
        )  # fmt: skip

    def _of_seized(self, draft: Draft) -> None:
        """ "The rifles were bound for X" after a seizure of rifles: the same cargo, so the stage and the day are the seizure's."""
        last = self.last
        if last is None or last.frame.name != "seize" or draft.frame.name not in ("arrive", "receive", "leave", "carry") or draft.kind != "transfer":
            return
        goods = draft.roles.get("materiel", [])
        if self.discourse.sentence - last.sentence > 3 or not all(t.definite or t.antecedent for t in goods):
            return
        if self._related(goods, last.roles.get("materiel", ())):
            draft.modality.stage = "seized"
            if draft.when == When():
                draft.when = last.when

    def _points_back(self, frame: Frame, clause: Clause) -> bool:
        if clause.form == "nominal":
            noun = clause.noun
            if noun is None or noun.of is not None:
                return False
            bare = noun.head == noun.start and noun.head_token.low in ("deliveries", "shipments", "supplies", "transfers", "sales")
            known = self.pack.words("light", "do") | self.pack.words("light", "happen") | self.pack.words("light", "halt") | self.pack.words("light", "agree")
            governed = clause.parent is not None and (clause.parent.lemma in known or clause.parent.form == "copula") and clause.marker in ("obj", "subj")
            return bare or governed and noun.words[0].low in ("the", "this", "these", "those", "such")
        for function in frame.materiel:
            for np in clause.get(function):
                if np.head_token.low in self.pack.words("goods_nouns") and self.reader.given(np):
                    return True
        return False

    def _helper(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, speaker: Speaker | None) -> None:
        """ "Georgia helped Moscow to obtain": the helper is an intermediary of the transfer."""
        parent = clause.parent
        if frame.kind != "transfer" or parent is None or clause.relation != "infinitive" or parent.lemma not in ("help", "assist", "enable", "allow", "aid"):
            return
        for np in parent.get("subj"):
            thing = self.reader.read(np)
            if thing.sort == "place":
                thing = self._as_state(thing) or thing
            found = self.discourse.resolve(thing, frozenset(), speaker) if thing.sort in ("actor", "pronoun") else None
            if found is not None and all(t.id != found.id for ts in roles.values() for t in ts):
                roles.setdefault("intermediary", []).append(found)

    def _means(self, frame: Frame, clause: Clause) -> str:
        """What the words around the verb say of the means: "against wheat" is barter, "free of charge" aid."""
        if frame.kind != "transfer":
            return "unspecified"
        against = [*clause.get("against"), *(clause.parent.get("against") if clause.parent is not None and clause.relation == "infinitive" else ())]
        if any(self.reader.sort(np) not in ("actor", "place", "pronoun") for np in against) and frame.name not in ("capture", "seize"):
            return "barter"
        words = " ".join(clause.words)
        for means, phrases in self.pack.data.get("means_words", {}).items():
            if any(f" {p}" in f" {words}" for p in phrases):
                return str(means)
        return "unspecified"

    def _national(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> None:
        """ "delivery of Chinese systems", "Iranian weapons reached X": where nobody else gives, the adjective names who does; likewise
        who uses ("Israeli jets struck")."""
        if frame.kind == "use" and "user" not in roles and "materiel" in roles:
            arms = [self.reader.read(np) for f in ("subj", "by", "of") for np in clause.get(f)]
            goods = next((t for t in arms if t.sort == "materiel" and t.nation is not None), None)
            if goods is not None and goods.nation is not None:
                entity = self.reader.lexicon.entities[goods.nation]
                roles["user"] = [Thing("actor", entity.name, goods.nation_words, goods.nation_start, goods.nation_start + len(goods.nation_words), id=entity.id)]
            return
        if frame.kind != "transfer" or "supplier" in roles or "materiel" not in roles or frame.name in ("seize", "capture", "request", "buy", "order"):
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
        roles["supplier"] = [Thing("actor", entity.name, goods.nation_words, goods.nation_start, goods.nation_start + len(goods.nation_words), id=entity.id)]

    # -- acceptance -------------------------------------------------------------------------------------------------

    def _acceptable(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, sentence: str, company: bool) -> bool:
        for role in frame.requires:
            if "force" in frame.actor.values():
                break
            if role not in roles and not (role == "recipient" and "place" in roles):
                return False
        if frame.name == "give_money" and not any(t.low in self.pack.words("money_words") for f in ("obj", "obj2") for np in clause.get(f) for part in (np, np.of) if part is not None for t in part.words):
            return False
        if frame.kind == "support":
            return self._supports(frame, roles, clause, sentence)
        if frame.kind == "designation":
            return "subject" in roles and "authority" in roles
        if "materiel" not in roles:
            return False
        if not company and not (frame.implied_materiel and clause.lemma in ("arm", "rearm")) and all(self._weak(t) for t in roles["materiel"]):
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
            return (frame.name == "strike" or self._used(roles, clause))
        return True

    def _weak(self, thing: Thing) -> bool:
        """True for materiel whose words often mean something else ("tank", "drone", "equipment")."""
        lexicon = self.reader.lexicon
        if thing.id is None:
            return True
        names = [m for m in lexicon.scan(thing.mention) if m.names]
        return bool(names) and all(m.weak for m in names)

    def _serious(self, frame: Frame, roles: dict[str, list[Thing]]) -> bool:
        """Against figures of speech ("another weapon going forward"): a named system, or a party that the lexicon knows or that is an
        armed body by description."""
        entities = self.reader.lexicon.entities
        if any(t.id is not None and entities[t.id].category != "class" for t in roles["materiel"]):
            return True
        for role, things in roles.items():
            if role == "materiel":
                continue
            if any(t.id is not None or t.nation is not None or t.description in self.reader.group_nouns for t in things):
                return True
            if role in ("interceptor", "carrier") and frame.name == "seize" and not all(self._weak(t) for t in roles["materiel"]):
                return True
        return frame.name == "seize" and any(t.quantity is not None for t in roles["materiel"])

    def _may_hold(self, thing: Thing) -> bool:
        if thing.id is not None:
            return self.reader.lexicon.entities[thing.id].category in ("state", "territory", "armed_group", "armed_force", "service", "party", "alliance", "people")
        return thing.description in self.reader.group_nouns

    def _transfers(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        parties = {"supplier", "recipient", "intermediary", "origin", "destination"} & set(roles)
        if frame.name == "seize":
            return not all(t.antecedent for t in roles["materiel"]) or "carrier" in roles
        if frame.name in ("arrive", "leave"):
            named = [t for r in ("supplier", "recipient", "origin", "destination", "via") for t in roles.get(r, ()) if t.id is not None or t.sort == "actor"]
            return bool(named)
        if frame.name == "capture":
            return "recipient" in roles and ("supplier" in roles or all(t.id or t.description in self.pack.words("group_descriptions") for t in roles["recipient"]))
        if frame.name in ("abandon",):
            return "supplier" in roles and ("recipient" in roles or not all(self._weak(t) for t in roles["materiel"]))
        if frame.name == "halt" and clause.form != "nominal" and not all(t.antecedent for t in roles["materiel"]):
            return bool({"recipient", "destination", "origin", "via"} & set(roles))
        if frame.name == "carry":
            return bool(parties - {"supplier"})
        if frame.name == "supply" and clause.lemma in self.pack.words("piloting") and clause.form != "nominal":
            return bool({"recipient", "destination"} & set(roles))
        if frame.name in ("agree", "approve", "offer", "order"):
            return bool({"supplier", "recipient"} & parties)
        return bool(parties)

    def _used(self, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        return "target" in roles or clause.lemma in ("fire", "launch", "drop", "use", "employ", "lob", "unleash", "detonate", "firing", "rain", "shoot")

    def _supports(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause, sentence: str) -> bool:
        if "force" in frame.actor.values():
            return self._deploys(frame, roles, clause)
        if frame.name != "train" and any(c.parent is clause and c.relation == "infinitive" for c in self.clauses_here):
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

    def _armed(self, thing: Thing) -> bool:
        """An armed group or force, by name or by description."""
        if thing.id is not None:
            entity = self.reader.lexicon.entities[thing.id]
            if entity.category in ("armed_group", "armed_force", "alliance"):
                return True
            return thing.description in self.reader.group_nouns or thing.description in self.pack.words("armed_nouns")
        return thing.description in self.reader.group_nouns

    def _deploys(self, frame: Frame, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        force = roles.get("force")
        if not force or frame.name == "host_force" and force[0].sort == "materiel":
            return False
        if force[0].sort == "materiel" and clause.lemma in self.pack.words("giving_verbs"):
            # What is sent goes to the receiver; what is stationed stays the sender's.
            return False
        if clause.relation == "reduced" and any(
            c.lemma in self.pack.report_verbs and any(self.reader.read(np).start == force[0].start for np in c.get("subj")) for c in self.clauses_here
        ):
            # "commanders serving in Syria told ...": who they are, not what is claimed.
            return False
        if frame.name == "sighted":
            roles.pop("supplier", None)
        if "supplier" not in roles and force[0].nation is None and clause.parent is not None and clause.parent.lemma == "have":
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
        helped = [t for t in roles.get("place", ()) if t.start in towards and t.id is not None and t.id.startswith("state/")]
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
            return any(self.reader.sort(a.phrase) == "materiel" or a.phrase.head_token.low in self.pack.nominals for a in clause.arguments if a.function in ("on", "of"))
        if clause.form == "nominal" and clause.parent is not None and clause.parent.lemma in self.pack.words("lifting"):
            return False
        if clause.form == "nominal" and clause.parent is not None and not clause.get("subj") and clause.parent.lemma not in self.pack.words("imposing"):
            # "transferred in violation of the embargo": whoever transferred did not impose it.
            return False
        if clause.form == "nominal" and clause.parent is not None and clause.parent.form == "copula" and {"gone", "over", "lifted", "expired", "void", "history"} & set(clause.parent.words):
            return False
        if clause.lemma == "list" and self.latest is not None and self.latest.kind == "designation" and self.discourse.sentence - self.latest.sentence <= 2:
            return True
        around = [t.low for a in clause.arguments for np in a.phrase.conjuncts() for t in np.words]
        at = sentence.find(clause.words[0][:5]) if clause.lemma in ("consider", "regard", "recognise", "recognize", "declare", "label", "brand", "treat") else -1
        text = " ".join((*clause.words, *around)) + (" " + sentence[at:] if at >= 0 else "")
        terror = any(f" {w}" in f" {text}" for w in self.pack.data["terror_words"])
        sanction = any(f" {w}" in f" {text}" for w in self.pack.data["sanction_words"])
        if clause.lemma in ("sanction", "blacklist", "outlaw", "proscribe", "embargo", "designate"):
            return True
        if clause.lemma in ("embargo", "sanctions", "designation", "listing"):
            return True
        return terror or sanction


def join_legs(drafts: list[Draft]) -> list[Draft]:
    """One movement told in one sentence is one claim: "driven into A, taken over by B and shipped to C". What was the end of a leg
    becomes a stage of the way; who held the goods is their supplier where nobody else is."""
    out: list[Draft] = []
    for draft in drafts:
        cargo = next((d for d in out if _same_cargo(d, draft)), None)
        if cargo is not None:
            for role, things in draft.roles.items():
                if role not in ("materiel", "interceptor") and role not in cargo.roles:
                    cargo.roles[role] = things
            if draft.modality.certainty != "asserted":
                cargo.modality.certainty, cargo.modality.hedge = draft.modality.certainty, draft.modality.hedge
            cargo.reasons.extend(draft.reasons)
            continue
        told = next((d for d in out if _participle_first(d, draft)), None)
        if told is not None:
            for role, things in draft.roles.items():
                told.roles.setdefault(role, things)
            told.modality.stage = draft.modality.stage
            told.clause, told.when = draft.clause, told.when if told.when != When() else draft.when
            told.reasons.extend(draft.reasons)
            continue
        shot = next((d for d in out if _one_shot(d, draft)), None)
        if shot is not None:
            for role in ("user", "target", "place"):
                shot.roles.setdefault(role, draft.roles[role]) if role in draft.roles else None
            shot.reasons.extend(draft.reasons)
            continue
        home = next((d for d in out if _one_movement(d, draft)), None)
        if home is None:
            out.append(draft)
            continue
        for role in ("destination", "recipient"):
            if draft.clause.relation in ("relative", "reduced"):
                break
            for thing in home.roles.pop(role, []):
                stage = "intermediary" if thing.sort == "actor" else "via"
                if all(t.id != thing.id for t in home.roles.get(stage, ())):
                    home.roles.setdefault(stage, []).append(thing)
        if home.when == When() and draft.clause.relation != "relative":
            home.when = draft.when
        for role, things in draft.roles.items():
            role = "intermediary" if role == "supplier" and draft.clause.passive and "supplier" not in home.roles and draft.clause.relation not in ("relative", "reduced") else role
            known = home.roles.setdefault(role, [])
            known.extend(t for t in things if all((t.start, t.end) != (k.start, k.end) for k in known))
        home.frame = draft.frame
        if draft.means != "unspecified":
            home.means = draft.means
        home.reasons.extend(draft.reasons)
    for draft in out:
        if draft.kind == "transfer" and "supplier" not in draft.roles:
            held = next((d for d in out if d.kind == "possession" and d.clause.form == "participle" and _spans(d) & _spans(draft)), None)
            if held is not None:
                draft.roles["supplier"] = list(held.roles["holder"])
    return out


_MOVED = frozenset({"arrive", "leave", "carry", "land", "receive"})


def _participle_first(one: Draft, other: Draft) -> bool:
    """ "mortars sent by X reached Y", "a missile fired by X hit Y": what the subject's participle tells belongs to its verb."""
    if one.kind != other.kind or one.clause.relation != "reduced" or not one.clause.passive or other.clause.relation == "reduced":
        return False
    if one.modality.polarity != other.modality.polarity or not _spans(one) & _spans(other):
        return False
    if one.kind == "use":
        return "user" not in other.roles and "target" not in one.roles
    fits = one.frame.name not in ("seize", "capture", "halt", "request") and other.frame.name in (*_MOVED, "supply")
    return one.kind == "transfer" and fits and not ({"supplier"} & set(one.roles) and {"supplier"} & set(other.roles))


def _one_shot(one: Draft, other: Draft) -> bool:
    """ "was hit by a missile fired by X": one use, told by what was hit and by who fired."""
    if one.kind != "use" or other.kind != "use" or other.clause.relation not in ("reduced", "relative"):
        return False
    return "user" not in one.roles and "target" not in other.roles and bool(_spans(one) & _spans(other)) and one.modality.polarity == other.modality.polarity


def _same_cargo(one: Draft, other: Draft) -> bool:
    """ "seized 200 rifles and that the load was bound for X", "came from Iran and that the Houthis were to receive them"."""
    goods = other.roles.get("materiel", [])
    if one.frame.name == "seize" and other.frame.name in ("arrive", "leave") and one.clause.relation == "reduced" and _spans(one) == _spans(other):
        return True
    if one.kind != "transfer" or other.kind != "transfer" or not goods or not all(t.antecedent for t in goods):
        return False
    if other.frame.name not in ("arrive", "receive", "leave", "carry") or one.modality.polarity != other.modality.polarity:
        return False
    return one.frame.name in ("seize", "arrive", "leave", "carry") and bool(_spans(one) & _spans(other))


def _one_movement(one: Draft, other: Draft) -> bool:
    if one.kind == other.kind == "transfer" and other.clause.relation in ("relative", "reduced") and other.clause.parent is one.clause:
        shared = _spans(one) & _spans(other)
        return bool(shared) and one.modality.polarity == other.modality.polarity and one.frame.name not in ("seize", "capture", "halt", "request") and other.frame.name not in ("seize", "capture", "halt", "request", "buy", "order")
    if one.kind != "transfer" or other.kind != "transfer" or other.clause.relation != "coordinate" and other.clause.parent is not one.clause.parent:
        return False
    moving = one.frame.name in ("arrive", "leave", "carry") and other.frame.name in ("arrive", "leave", "carry")
    if one.clause is other.clause or not (one.clause.passive and other.clause.passive or moving) or one.frame.name in ("seize", "capture", "halt", "request"):
        return False
    if one.clause.relation == "reduced" or other.clause.relation == "reduced":
        return False
    return bool(_spans(one)) and _spans(one) == _spans(other)


def _spans(draft: Draft) -> set[tuple[int, int]]:
    return {(t.start, t.end) for t in draft.roles.get("materiel", ())}


def _rest_matches(rest: Sequence[str], words: Sequence[str]) -> bool:
    if tuple(words[1 : 1 + len(rest)]) == tuple(rest):
        return True
    # "turned over two hundred pistols": the particle may stand in the number's words.
    return len(rest) == 1 and rest[0] in _PARTICLES and (rest[0] in words[1:8] or any(w.startswith(rest[0] + " ") for w in words[1:3]))


def _ordered(clause: Clause) -> list[tuple[str, NounPhrase]]:
    """Arguments with the fixed functions first, so that a pronoun is resolved knowing the other parties."""
    rank = {"subj": 0, "by": 1, "agent": 2, "obj": 3, "iobj": 3, "obj2": 4}
    pairs = [(a.function, a.phrase) for a in clause.arguments]
    pairs.sort(key=lambda p: (rank.get(p[0], 5), p[1].pronoun))
    return pairs


def _when(clause: Clause) -> When:
    found = next((t for t in clause.times if t.start is not None or t.end is not None), None)
    if found is None and clause.conjunct is not None:
        return _when(clause.conjunct)
    return found or When()


def _richer(one: Draft, other: Draft) -> bool:
    """Which of two readings of one predicate says more: more core roles, then more fillers."""
    return (_weight(one), sum(map(len, one.roles.values()))) > (_weight(other), sum(map(len, other.roles.values())))


def _weight(draft: Draft) -> int:
    return sum(1 for role in ("supplier", "recipient", "materiel", "holder", "user", "target", "producer", "authority", "subject") if role in draft.roles)


def _without_shadows(drafts: list[Draft]) -> list[Draft]:
    """Drop a nominal draft that its own verb says again with more ("carried out deliveries": the noun carries it)."""
    out: list[Draft] = []
    for draft in drafts:
        shadow = False
        for other in drafts:
            if other is draft or other.kind != draft.kind or draft.clause.form != "nominal":
                continue
            parent = draft.clause.parent
            if parent is other.clause and {t.id for t in draft.roles.get("materiel", ())} <= {t.id for t in other.roles.get("materiel", ())}:
                shadow = True
        if not shadow:
            out.append(draft)
    return out
