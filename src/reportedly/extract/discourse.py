"""What a document has spoken of so far: who "they", "the group", "the paper" and "we" stand for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reportedly.claims import Source
from reportedly.extract.things import Reader, Thing

_PLURAL = frozenset({"they", "them", "these", "those", "their", "both"})
_SINGULAR = frozenset({"it", "its", "itself", "one"})
_PERSON = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "who"})
_FIRST = frozenset({"we", "us", "our", "i", "me", "my", "ourselves"})
_REACH = 6
"""How many sentences back a description or pronoun may find its name."""


@dataclass(slots=True)
class Speaker:
    """Somebody who has spoken: as written, and the outlet they spoke to, where one was named."""

    source: Source
    thing: Thing
    outlet: Source | None = None
    sentence: int = 0


@dataclass(slots=True)
class Discourse:
    """The running memory of one document. Sentences are numbered in order of the text."""

    reader: Reader
    sentence: int = 0
    actors: list[tuple[int, Thing]] = field(default_factory=list)
    materiel: list[tuple[int, Thing]] = field(default_factory=list)
    outlets: list[tuple[int, Source]] = field(default_factory=list)
    documents: list[tuple[int, Source]] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    subject: Thing | None = None
    """The actor that was the subject of the last main clause."""

    def note(self, thing: Thing) -> None:
        """Remember an actor or materiel by name."""
        if thing.sort == "actor" and (thing.id is not None or thing.description):
            self.actors.append((self.sentence, thing))
        elif thing.sort == "materiel":
            self.materiel.append((self.sentence, thing))

    def note_speaker(self, speaker: Speaker) -> None:
        speaker.sentence = self.sentence
        if speaker.outlet is None:
            speaker.outlet = self._kept_outlet(speaker.source)
        self.speakers.append(speaker)

    def _kept_outlet(self, source: Source) -> Source | None:
        """A speaker once introduced as talking to an outlet keeps it."""
        for earlier in reversed(self.speakers):
            if earlier.outlet is not None and _same_speaker(earlier.source, source):
                return earlier.outlet
        return None

    # -- resolving ---------------------------------------------------------------------------------

    def resolve(
        self, thing: Thing, exclude: frozenset[str] = frozenset(), speaker: Speaker | None = None
    ) -> Thing | None:
        """The actor that a pronoun or description stands for, as a copy marked `antecedent`; the thing
        itself where it names
        somebody; None where it cannot be resolved. `exclude` are ids that it cannot be (its clause's other
        parties)."""
        if thing.pronoun:
            return self._pronoun(thing, exclude, speaker)
        if thing.sort != "actor" or thing.id is not None:
            return thing
        found = self._description(thing, exclude)
        return found or thing

    def _pronoun(self, thing: Thing, exclude: frozenset[str], speaker: Speaker | None) -> Thing | None:
        word = thing.pronoun
        if word in _FIRST:
            return self._party_of(speaker)
        candidates = self._recent(exclude)
        if word in _PERSON:
            person = next((t for t in candidates if self._is_person(t)), None)
            return _stand_in(person, thing) if person else None
        if word in _PLURAL:
            best = next((t for t in candidates if not self._is_person(t) and self._plural(t)), None)
            best = best or next((t for t in candidates if not self._is_person(t)), None)
            return _stand_in(best, thing) if best else None
        if word in _SINGULAR:
            if (
                self.subject is not None
                and self.subject.id not in exclude
                and not self._is_person(self.subject)
            ):
                return _stand_in(self.subject, thing)
            best = next((t for t in candidates if not self._is_person(t)), None)
            return _stand_in(best, thing) if best else None
        return None

    def _recent(self, exclude: frozenset[str]) -> list[Thing]:
        out: list[Thing] = []
        if self.subject is not None and self.subject.id not in exclude:
            out.append(self.subject)
        for sentence, thing in reversed(self.actors):
            if self.sentence - sentence > _REACH:
                break
            key = thing.id or thing.name
            if (
                (thing.id is None and not thing.name[:1].isupper())
                or key in exclude
                or any((t.id or t.name) == key for t in out)
            ):
                continue
            out.append(thing)
        return out

    def _is_person(self, thing: Thing) -> bool:
        if thing.id is None:
            return thing.sort == "actor" and len(thing.name.split()) <= 3
        return thing.id is not None and self.reader.lexicon.entities[thing.id].category == "person"

    def _plural(self, thing: Thing) -> bool:
        if thing.id is None:
            return True
        category = self.reader.lexicon.entities[thing.id].category
        return category in ("armed_group", "people", "armed_force") or thing.mention.endswith("s")

    def _description(self, thing: Thing, exclude: frozenset[str]) -> Thing | None:
        """ "the group", "the movement", "the country": the last actor of that sort."""
        if not thing.definite or thing.nation is not None:
            return None
        word = thing.description
        words = self.reader.pack.words
        if word == "army":
            wanted: tuple[str, ...] = ("armed_force",)
        elif word in words("group_descriptions"):
            wanted = ("armed_group", "armed_force", "party", "people")
        elif word in words("state_descriptions"):
            wanted = ("state",)
        else:
            return None
        for sentence, candidate in reversed(self.actors):
            if self.sentence - sentence > 3 * _REACH:
                break
            if candidate.id is None or candidate.id in exclude:
                continue
            entity = self.reader.lexicon.entities[candidate.id]
            if entity.category in wanted or (entity.kind == "state" and "state" in wanted):
                return _stand_in(candidate, thing)
        return None

    def _party_of(self, speaker: Speaker | None) -> Thing | None:
        """Whom "we" means: the group or state that the speaker acts for."""
        if speaker is None:
            return None
        thing = speaker.thing
        ident = thing.id or thing.nation
        if ident is None:
            # "the first, a man of forty" speaks for the group of those introduced before him.
            earlier = next((s for s in reversed(self.speakers) if s.thing.id or s.thing.nation), None)
            if earlier is None:
                return None
            thing = earlier.thing
            ident = thing.id or thing.nation
            assert ident is not None
        entity = self.reader.lexicon.entities[ident]
        if (entity.category == "person" and entity.parents) or (
            entity.kind == "actor" and entity.category in ("programme",) and entity.parents
        ):
            ident = entity.parents[0]
            entity = self.reader.lexicon.entities.get(ident, entity)
        return replace(thing, sort="actor", name=entity.name, id=ident, antecedent=True, pronoun="", parts=[])

    def last_outlet(self) -> Source | None:
        return self.outlets[-1][1] if self.outlets else None

    def last_speaker(self, person: bool) -> Speaker | None:
        for speaker in reversed(self.speakers):
            if self.sentence - speaker.sentence > 3 * _REACH:
                return None
            if not person or speaker.source.role == "speaker":
                return speaker
        return None

    def last_materiel(self) -> list[Thing]:
        """The materiel of the last sentence that named any, at most two sentences back."""
        if not self.materiel or self.sentence - self.materiel[-1][0] > 2:
            return []
        last = self.materiel[-1][0]
        return [t for s, t in self.materiel if s == last]


def _stand_in(antecedent: Thing, pronoun: Thing) -> Thing:
    del pronoun
    return replace(antecedent, antecedent=True, quantity=None, negated=False)


def _same_speaker(one: Source, other: Source) -> bool:
    if one.id is not None and one.id == other.id:
        return True
    a, b = one.name.lower().split(), other.name.lower().split()
    return bool(a) and bool(b) and (a[-1] == b[-1])
