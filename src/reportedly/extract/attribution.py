"""Who says it: the chain of sources behind a draft, nearest the fact first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.claims import Quote, Source
from reportedly.extract.clauses import Analysis, Clause, Cue
from reportedly.extract.discourse import Discourse, Speaker
from reportedly.extract.drafts import Draft
from reportedly.extract.phrases import NounPhrase
from reportedly.extract.things import Reader, Thing

_UPWARD = frozenset({"relative", "reduced", "participial", "coordinate"})
_CITING = frozenset({"cite", "quote", "refer"})
_VAGUE = frozenset({"data", "information", "report", "reports", "news", "sources", "account", "accounts", "media", "source", "record", "records", "document", "documents"})


@dataclass(slots=True)
class Voice:
    """One reading of who stands behind a clause: alternative sources at the same place ("X and Y both say"), then who passes on."""

    sources: list[tuple[Source, Thing]]
    outlets: list[Source]
    denied: bool = False
    alternatives: list[Source] = field(default_factory=list)
    """Several that each pass on the same words: a claim for each ("X and Y, citing Z, report")."""


class Attributor:
    """Builds chains for the drafts of one document. `publisher_names` are folded names of the document's own publisher."""

    def __init__(self, reader: Reader, discourse: Discourse, text: str, publisher_names: frozenset[str]) -> None:
        self.reader = reader
        self.pack = reader.pack
        self.discourse = discourse
        self.text = text
        self.publisher_names = publisher_names

    # -- sources ----------------------------------------------------------------------------------------------------

    def source(self, np: NounPhrase, cue: Quote | None) -> tuple[Source, Thing] | None:
        """The source that a phrase names or describes, or None where it names nobody ("it was said", "reports say")."""
        thing = self.reader.read(np)
        if thing.sort == "pronoun":
            return self._known_speaker(thing)
        if thing.sort == "outlet":
            return self._outlet(thing, cue)
        if thing.sort == "document" or (thing.description in self.reader.document_nouns):
            return self._document(np, thing, cue)
        if thing.sort == "materiel" and thing.description == "" or thing.sort == "place" and thing.description in self.reader.place_nouns:
            return None
        return self._person(np, thing, cue)

    def _known_speaker(self, thing: Thing) -> tuple[Source, Thing] | None:
        person = thing.pronoun in ("he", "she", "him", "her")
        if thing.pronoun in ("there", "this", "that", "these", "what", "which", "nobody", "none", "one", "some", "many", "i", "we"):
            return None
        speaker = self.discourse.last_speaker(person)
        return (speaker.source, speaker.thing) if speaker else None

    def _outlet(self, thing: Thing, cue: Quote | None) -> tuple[Source, Thing] | None:
        if thing.id is None:
            last = self.discourse.last_outlet()
            if (thing.definite or thing.mention.lower().startswith("the ")) and thing.mention == thing.mention.lower():
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
            if speaker is not None and thing.description in ("report", "study", "statement", "paper", "letter", "ministry", "article"):
                return speaker.source, speaker.thing
        # Read through glosses, a report's author stands in the genitive ("un rapport de l'ONG").
        authored = np.of is not None and "pivot" in self.pack.data
        if thing.description in _VAGUE and not thing.definite and np.head - np.start < 2 and not (np.trailing or authored):
            return None
        return Source(thing.name, self.text[start:end], "document", start, end, None, cue), thing

    def _person(self, np: NounPhrase, thing: Thing, cue: Quote | None) -> tuple[Source, Thing] | None:
        if thing.id is None and thing.sort == "other" and not self._speaks(np, thing):
            return None
        if thing.capital is not None:
            # "Tehran says": the government.
            state = self.reader.lexicon.entities[thing.capital]
            return Source(state.name, self.text[thing.start : thing.end], "speaker", thing.start, thing.end, state.id, cue), thing
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
        if thing.description in self.reader.speaker_nouns or thing.description.rstrip("s") in self.reader.speaker_nouns:
            return True
        words = [t.low for t in np.words]
        if np.head_token.tag == "NAME" or any(w in self.reader.speaker_nouns for w in words):
            return True
        # Whoever is said to speak speaks ("a crane driver", "a ground handler"), but not a thing or an event.
        return (np.words[0].low in ("a", "an", "one", "another") or np.words[0].tag == "POSSDET") and thing.description not in self.pack.words("speechless_nouns") and np.of is None

    def _name(self, np: NounPhrase, thing: Thing, mention: str) -> str:
        """Canonical form: the entity's name, "Hezbollah commanders" for described members, the proper name in "spokeswoman X"."""
        head = np.head_token
        if thing.id is not None and not thing.description:
            return thing.name
        if head.tag == "NAME":
            k = np.head
            while k > np.start and np.tokens[k - 1].tag == "NAME":
                k -= 1
            return self.text[np.tokens[k].start : head.end]
        if thing.id is not None and thing.description in self.reader.state_nouns and thing.description not in self.reader.member_nouns:
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
            if thing.description in words or thing.description == speaker.thing.description or thing.description in speaker.source.name.lower().split():
                return speaker
        return None

    # -- chains -----------------------------------------------------------------------------------------------------

    def attribute(self, draft: Draft, analysis: Analysis, quoting: Speaker | None, label: Speaker | None = None) -> None:
        """Set the draft's chains and flip its polarity where a denial governs it. `quoting` speaks the quotation that the draft stands
        in, where the sentence does not say; `label` speaks the whole paragraph of a transcript."""
        if draft.own_voice:
            draft.chains = [()]
            return
        voices = self._governing(draft, analysis)
        if draft.frame.name == "sighted":
            if draft.clause.noun is not None:
                # "published pictures of jets": the pictures say it, then who published them.
                shown = self.source(draft.clause.noun, None)
                voices[:0] = [Voice([shown], [])] if shown is not None else []
            else:
                own = self._speak(draft.clause, analysis, denied=False)
                voices[:0] = [own] if own is not None else []
        voices.extend(self._cued(draft, analysis))
        if not voices and quoting is not None:
            voices.append(Voice([(quoting.source, quoting.thing)], [quoting.outlet] if quoting.outlet else []))
        if label is not None and all(label.source != s for v in voices for s, _ in v.sources):
            voices.append(Voice([(label.source, label.thing)], []))
        for voice in voices:
            if voice.denied:
                draft.modality.polarity = "denied" if draft.modality.polarity == "affirmed" else draft.modality.polarity
        draft.chains = self.chains(voices)

    def _governing(self, draft: Draft, analysis: Analysis) -> list[Voice]:
        voices: list[Voice] = []
        node = draft.clause
        for _ in range(8):
            parent = node.parent
            if parent is None:
                break
            if node.relation in _UPWARD or (node.relation == "adverbial"):
                node = parent
                continue
            noun = self._of_noun(node)
            if noun is not None:
                voices.append(noun)
            voice = self._voice(node, parent, analysis)
            if voice is not None:
                voices.append(voice)
            node = parent
        if node.parent is None and node.relation == "complement":
            noun = self._of_noun(node)
            voices.extend([noun] if noun is not None else [])
        return voices

    def _of_noun(self, node: Clause) -> Voice | None:
        """ "the assertion of the Georgian side that ...", "Israel's claim that ...": whose assertion it is."""
        noun = node.marker_phrase
        if node.relation != "complement" or noun is None or not node.marker:
            return None
        holders = [p for p in (noun.owner, noun.of) if p is not None] + [p for w, p in noun.trailing if w in ("by", "from")]
        sources = [s for s in self._sources(holders, None) if s[1].sort in ("actor", "outlet", "place", "other")]
        return Voice(sources, []) if sources else None

    def _voice(self, node: Clause, parent: Clause, analysis: Analysis) -> Voice | None:
        kind = self.pack.report_verbs.get(parent.lemma)
        conceal = parent.lemma in self.pack.words("report", "conceal")
        if parent.negated and (conceal or kind == "deny"):
            kind = "say" if kind else None
            if kind is None:
                return None
            return None if parent.lemma in ("conceal", "hide") else self._speak(parent, analysis, denied=False)
        if kind is None and parent.lemma in self.pack.words("calling") and node.relation == "complement" and node.marker in self.pack.words("report", "allegation_nouns"):
            return self._speak(parent, analysis, denied=False)
        if kind is None or parent.negated:
            return None
        if kind == "deny":
            if node.relation in ("complement", "gerund", "infinitive", "argument"):
                return self._speak(parent, analysis, denied=True)
            return None
        if kind == "accuse" and (node.relation in ("gerund",) or node.relation == "argument" and node.marker in ("of", "for", "with")):
            return self._speak(parent, analysis, denied=False)
        if node.relation == "complement":
            return self._speak(parent, analysis, denied=False)
        if node.relation == "infinitive" and parent.lemma in ("claim", "report", "say", "allege", "believe", "admit") and not parent.passive:
            return self._speak(parent, analysis, denied=False)
        if node.relation == "gerund" and parent.lemma in ("report", "admit", "acknowledge", "confirm", "describe", "recall", "mention", "recount"):
            return self._speak(parent, analysis, denied=False)
        if node.relation == "argument" and node.form == "nominal" and node.marker in ("obj", "obj2", "of", "about", "on", "for") and parent.form != "copula" and parent.lemma not in self.pack.data["control"]["subject"]:
            return self._speak(parent, analysis, denied=False)
        return None

    def _speak(self, parent: Clause, analysis: Analysis, *, denied: bool) -> Voice | None:
        cue = Quote(parent.start, parent.end, self.text[parent.start : parent.end])
        phrases = parent.get("by") if parent.passive else parent.get("subj")
        nearer: list[tuple[Source, Thing]] = []
        outlets: list[Source] = []
        if parent.lemma in _CITING and parent.passive:
            # "X was quoted by Y as saying": X speaks, Y passes it on.
            outlets.extend(s for s, _ in self._sources(phrases, cue))
            phrases = parent.get("obj")
        sources = self._sources(phrases, cue)
        up = parent.parent if parent.relation in ("gerund", "participial", "infinitive") else None
        if up is not None and up.lemma in _CITING:
            # "was quoted by Y as saying", "Y quoted X as saying"
            sources = sources if sources and not up.passive else self._sources(up.get("obj"), cue)
            outlets.extend(s for s, _ in self._sources(up.get("by" if up.passive else "subj"), cue))
        for clause in analysis.clauses:
            if clause.lemma in self.pack.words("viewing") and clause.relation == "reduced" and any(a.phrase is np for a in clause.arguments for np in phrases):
                # "a report seen by Reuters"
                outlets.extend(o for o in self._hearers(clause.get("by")) if o not in outlets)
        if not parent.passive:
            for function in ("obj", "obj2", "to", "with"):
                outlets.extend(self._hearers(parent.get(function)))
            for np in parent.get("in"):
                outlets.extend(self._hearers([p for w, p in np.trailing if w == "with"]))
        for clause in analysis.clauses:
            if clause.lemma in _CITING and clause.form == "gerund" and (parent in (clause.parent, *clause.ancestors()) or clause.start < parent.start):
                nearer.extend(self._sources([*clause.get("obj"), *clause.get("to")], cue))
        if nearer:
            self._remember(sources, outlets)
            return Voice(nearer, [], denied, alternatives=[s for s, _ in sources])
        if not sources:
            return Voice([], outlets, denied) if outlets or denied else None
        self._remember(sources, outlets)
        return Voice(sources, outlets or self._kept(sources), denied)

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

    def denying(self, clause: Clause, analysis: Analysis, quoting: Speaker | None) -> list[Voice]:
        """Who speaks in a denial whose verb is `clause` ("called the report false", "this is untrue")."""
        voices: list[Voice] = []
        if clause.form != "copula":
            own = self._speak(clause, analysis, denied=True)
            voices.extend([own] if own is not None else [])
        node = clause
        for parent in clause.ancestors():
            if node.relation not in _UPWARD and self.pack.report_verbs.get(parent.lemma):
                voice = self._speak(parent, analysis, denied=False)
                voices.extend([voice] if voice is not None else [])
            node = parent
        for cue in analysis.cues:
            if voices and cue.end <= clause.start:
                # ", Yerevan said; Ankara denied it": what went before is another's.
                continue
            voice = self._voice_of_cue(cue)
            voices.extend([voice] if voice is not None else [])
        if not voices and quoting is not None:
            voices.append(Voice([(quoting.source, quoting.thing)], [quoting.outlet] if quoting.outlet else []))
        return voices

    def _cued(self, draft: Draft, analysis: Analysis) -> list[Voice]:
        voices: list[Voice] = []
        for cue in analysis.cues:
            voice = self._voice_of_cue(cue)
            if voice is not None:
                voices.append(self._citing(voice, cue, analysis))
        del draft
        return voices

    def _citing(self, voice: Voice, cue: Cue, analysis: Analysis) -> Voice:
        """ ", Y said, citing X": X says it, Y passes it on."""
        cited = [c for c in analysis.clauses if c.lemma in _CITING and c.form == "gerund" and c.start >= cue.end and c.parent is None or c.lemma in _CITING and c.form == "gerund" and c.start - cue.end in range(4)]
        nearer = [s for c in cited for s in self._sources(c.get("obj"), None)]
        return Voice(nearer, [], voice.denied, alternatives=[s for s, _ in voice.sources]) if nearer else voice

    def _voice_of_cue(self, cue: Cue) -> Voice | None:
        quote = Quote(cue.start, cue.end, self.text[cue.start : cue.end])
        sources = self._sources(cue.sources, quote)
        outlets = self._hearers([*cue.hearers, *cue.places])
        for np in cue.places:
            outlets.extend(o for o in self._hearers([p for w, p in np.trailing if w == "with"]) if o not in outlets)
        if cue.kind == "according" and outlets and (not sources or sources[0][0].role == "document"):
            sources, outlets = [(outlets[0], self.reader.read(cue.sources[0]))], []
        if not sources:
            return None
        self._remember(sources, outlets)
        return Voice(sources, outlets or self._kept(sources), cue.kind == "deny" and not cue.negated)

    def hear(self, analysis: Analysis) -> list[Voice]:
        """Read the cues and verbs of saying of a sentence that makes no claim, so that later sentences know who speaks."""
        voices = [v for v in (self._voice_of_cue(c) for c in analysis.cues) if v is not None]
        for clause in analysis.clauses:
            quoted = clause.form == "gerund" and clause.parent is not None and clause.parent.lemma in _CITING and clause.parent.passive
            if clause.lemma in self.pack.report_verbs and (clause.form == "finite" and not clause.passive or quoted):
                voice = self._speak(clause, analysis, denied=False)
                if voice is not None and voice.sources:
                    voices.append(voice)
        return voices

    def chains(self, voices: Sequence[Voice]) -> list[tuple[Source, ...]]:
        chains: list[list[Source]] = [[]]
        for voice in voices:
            alternatives = [s for s, _ in voice.sources]
            if not alternatives:
                chains = [[*c, *[o for o in voice.outlets if o not in c]] for c in chains]
                continue
            grown: list[list[Source]] = []
            for chain in chains:
                fresh = [s for s in alternatives if not _already(s, chain)]
                if not fresh:
                    grown.append([*chain, *[o for o in voice.outlets if not _already(o, chain)]])
                    continue
                for source in fresh:
                    passed = [o for k, o in enumerate(voice.outlets) if o != source and not _already(o, [*chain, *voice.outlets[:k]])]
                    ends = [[last] for last in voice.alternatives] or [[]]
                    grown.extend([*chain, source, *passed, *end] for end in ends)
            chains = grown
        return [tuple(s for s in chain if not self._publisher(s)) for chain in chains] or [()]

    def _publisher(self, source: Source) -> bool:
        return fold(source.name) in self.publisher_names or fold(source.mention) in self.publisher_names


def fold(name: str) -> str:
    """Lower case without an article, for comparing names of outlets."""
    low = " ".join(name.lower().replace("’", "'").split())
    return low[4:] if low.startswith("the ") else low


def _already(source: Source, chain: Sequence[Source]) -> bool:
    return any(source == s or (source.id is not None and source.id == s.id) or fold(source.name) == fold(s.name) for s in chain)
