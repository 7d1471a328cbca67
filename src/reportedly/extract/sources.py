"""Sources: who a phrase names or describes as the one who says so."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims import Quote, Source
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.discourse import Discourse, Speaker
from reportedly.extract.things import Reader, Thing

_VAGUE = frozenset(
    {
        "data",
        "information",
        "report",
        "reports",
        "news",
        "sources",
        "account",
        "accounts",
        "media",
        "source",
        "record",
        "records",
        "document",
        "documents",
    }
)


class Sources:
    """Reads phrases as sources: who is named, described, or meant by "he", "the paper", "the report"."""

    def __init__(
        self, reader: Reader, discourse: Discourse, text: str, publisher_names: frozenset[str]
    ) -> None:
        self.reader = reader
        self.pack = reader.pack
        self.discourse = discourse
        self.text = text
        self.publisher_names = publisher_names

    def source(self, np: NounPhrase, cue: Quote | None) -> tuple[Source, Thing] | None:
        """The source that a phrase names or describes, or None where it names nobody ("it was said",
        "reports say")."""
        thing = self.reader.read(np)
        if thing.sort == "pronoun":
            return self._known_speaker(thing)
        if thing.sort == "outlet":
            return self._outlet(thing, cue)
        if thing.sort == "document" or (thing.description in self.reader.document_nouns):
            return self._document(np, thing, cue)
        if (thing.sort == "materiel" and thing.description == "") or (
            thing.sort == "place" and thing.description in self.reader.place_nouns
        ):
            return None
        return self._person(np, thing, cue)

    def _known_speaker(self, thing: Thing) -> tuple[Source, Thing] | None:
        person = thing.pronoun in ("he", "she", "him", "her")
        if thing.pronoun in (
            "there",
            "this",
            "that",
            "these",
            "what",
            "which",
            "nobody",
            "none",
            "one",
            "some",
            "many",
            "i",
            "we",
        ):
            return None
        speaker = self.discourse.last_speaker(person)
        return (speaker.source, speaker.thing) if speaker else None

    def _outlet(self, thing: Thing, cue: Quote | None) -> tuple[Source, Thing] | None:
        if thing.id is None:
            last = self.discourse.last_outlet()
            if (
                thing.definite or thing.mention.lower().startswith("the ")
            ) and thing.mention == thing.mention.lower():
                if last is not None:
                    return last, thing
                return None
        mention = self.text[thing.start : thing.end]
        return Source(thing.name, mention, "outlet", thing.start, thing.end, thing.id, cue), thing

    def _document(self, np: NounPhrase, thing: Thing, cue: Quote | None) -> tuple[Source, Thing] | None:
        for word, inner in (*np.trailing, *((("of", np.of),) if np.of is not None else ())):
            other = self.reader.read(inner)
            if word in ("by", "from", "in", "of") and other.sort == "outlet":
                return self._outlet(other, cue)
            if word in ("by", "from") and other.sort == "actor":
                return self._person(inner, other, cue)
        if np.owner is not None:
            owner = self.reader.read(np.owner)
            if owner.sort == "outlet":
                return self._outlet(owner, cue)
            if owner.sort == "actor":
                return self._person(np.owner, owner, cue)
        start, end = self._described(np, thing)
        if thing.definite:
            for _, known in reversed(self.discourse.documents):
                if known.mention.lower().split()[-1:] == [thing.description]:
                    return known, thing
            speaker = self.discourse.last_speaker(person=False)
            if speaker is not None and thing.description in (
                "report",
                "study",
                "statement",
                "paper",
                "letter",
                "ministry",
                "article",
            ):
                return speaker.source, speaker.thing
        # Read through glosses, a report's author stands in the genitive ("un rapport de l'ONG").
        authored = np.of is not None and "pivot" in self.pack.data
        if (
            thing.description in _VAGUE
            and not thing.definite
            and np.head - np.start < 2
            and not (np.trailing or authored)
        ):
            return None
        return Source(thing.name, self.text[start:end], "document", start, end, None, cue), thing

    def _person(self, np: NounPhrase, thing: Thing, cue: Quote | None) -> tuple[Source, Thing] | None:
        if thing.id is None and thing.sort == "other" and not self._speaks(np, thing):
            return None
        if thing.capital is not None:
            # "Tehran says": the government.
            state = self.reader.lexicon.entities[thing.capital]
            return Source(
                state.name,
                self.text[thing.start : thing.end],
                "speaker",
                thing.start,
                thing.end,
                state.id,
                cue,
            ), thing
        if thing.description in self.reader.outlet_nouns and thing.definite:
            last = self.discourse.last_outlet()
            if last is not None:
                return last, thing
        start, end = self._described(np, thing)
        mention = self.text[start:end]
        name = self._name(np, thing, mention)
        described = bool(thing.description) and thing.id is not None
        if thing.definite and thing.id is None and thing.description:
            earlier = self._earlier_speaker(thing)
            if earlier is not None:
                return earlier.source, earlier.thing
        ident = None if described and thing.description in self.reader.member_nouns else thing.id
        return Source(name, mention, "speaker", start, end, ident, cue), thing

    def _speaks(self, np: NounPhrase, thing: Thing) -> bool:
        if (
            thing.description in self.reader.speaker_nouns
            or thing.description.rstrip("s") in self.reader.speaker_nouns
        ):
            return True
        words = [t.low for t in np.words]
        if np.head_token.tag == "NAME" or any(w in self.reader.speaker_nouns for w in words):
            return True
        # Whoever is said to speak speaks ("a crane driver", "a ground handler"), but not a thing or an event.
        return (
            (np.words[0].low in ("a", "an", "one", "another") or np.words[0].tag == "POSSDET")
            and thing.description not in self.pack.words("speechless_nouns")
            and np.of is None
        )

    def _name(self, np: NounPhrase, thing: Thing, mention: str) -> str:
        """Canonical form: the entity's name, "Hezbollah commanders" for described members, the proper name
        in "spokeswoman X"."""
        head = np.head_token
        if thing.id is not None and not thing.description:
            return thing.name
        if head.tag == "NAME":
            k = np.head
            while k > np.start and np.tokens[k - 1].tag == "NAME":
                k -= 1
            return self.text[np.tokens[k].start : head.end]
        if (
            thing.id is not None
            and thing.description in self.reader.state_nouns
            and thing.description not in self.reader.member_nouns
        ):
            return thing.name
        if thing.id is not None:
            return f"{self.reader.lexicon.entities[thing.id].name} {thing.description}"
        core = self.text[slice(*np.span_from(self._first(np)))]
        return core or mention

    def _first(self, np: NounPhrase) -> int:
        first = np.start
        while first < np.head and np.tokens[first].tag in ("DET", "POSSDET", "QTY", '"'):
            first += 1
        return first

    def _described(self, np: NounPhrase, thing: Thing) -> tuple[int, int]:
        """Span of the description with what hangs on it: "freight forwarder in Astrakhan"."""
        start, end = np.span_from(self._first(np))
        if thing.id is not None and not thing.description:
            return thing.start, thing.end
        if np.extent is not None:
            return start, np.extent
        inner = np.of
        while inner is not None:
            end = max(end, inner.span_from(inner.start)[1])
            inner = inner.of
        for word, phrase in np.trailing[:1]:
            if word in ("in", "at", "from", "with", "near", "for"):
                end = max(end, phrase.tokens[phrase.end - 1].end)
        return start, end

    def _earlier_speaker(self, thing: Thing) -> Speaker | None:
        for speaker in reversed(self.discourse.speakers):
            words = speaker.source.mention.lower().split()
            if (
                thing.description in words
                or thing.description == speaker.thing.description
                or thing.description in speaker.source.name.lower().split()
            ):
                return speaker
        return None

    def _kept(self, sources: Sequence[tuple[Source, Thing]]) -> list[Source]:
        if len(sources) != 1 or sources[0][0].role != "speaker":
            return []
        for speaker in reversed(self.discourse.speakers):
            if speaker.source == sources[0][0] and speaker.outlet is not None:
                return [speaker.outlet]
        kept = self.discourse._kept_outlet(sources[0][0])
        return [kept] if kept is not None else []

    def _remember(self, sources: Sequence[tuple[Source, Thing]], outlets: Sequence[Source]) -> None:
        for source, thing in sources:
            if source.role == "outlet":
                self.discourse.outlets.append((self.discourse.sentence, source))
            elif source.role == "document":
                self.discourse.documents.append((self.discourse.sentence, source))
            self.discourse.note_speaker(Speaker(source, thing, outlets[0] if outlets else None))
        for outlet in outlets:
            self.discourse.outlets.append((self.discourse.sentence, outlet))

    def _sources(self, phrases: Sequence[NounPhrase], cue: Quote | None) -> list[tuple[Source, Thing]]:
        out: list[tuple[Source, Thing]] = []
        for np in phrases:
            chosen = np
            if np.apposition is not None and self.reader.read(np.apposition).id is not None:
                chosen = np.apposition
            found = self.source(chosen, cue)
            if found is not None and all(found[0] != s for s, _ in out):
                out.append(found)
        return out

    def _hearers(self, phrases: Sequence[NounPhrase]) -> list[Source]:
        out: list[Source] = []
        for np in phrases:
            thing = self.reader.read(np)
            if thing.sort == "outlet" or thing.description in self.reader.outlet_nouns:
                found = self._outlet(thing, None)
                if found is not None and found[0] not in out:
                    out.append(found[0])
        return out

    def _publisher(self, source: Source) -> bool:
        return fold(source.name) in self.publisher_names or fold(source.mention) in self.publisher_names


def fold(name: str) -> str:
    """Lower case without an article, for comparing names of outlets."""
    low = " ".join(name.lower().replace("’", "'").split())
    return low[4:] if low.startswith("the ") else low
