"""Who speaks in Japanese: phrases as sources, "同紙" and "という" that carry a speaker on, and sayings
that follow what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims import Quote, Source
from reportedly.extract.attribution import Attributor, Voice
from reportedly.extract.claim_drafts import Draft
from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.discourse import Speaker
from reportedly.extract.particles.predicates import kinds_of
from reportedly.extract.particles.reading import ParticleReader
from reportedly.extract.things import Thing

_CARRIED = frozenset({"という", "とする", "みる", "述べる", "話す", "語る", "伝える"})
_PERSONAL = (
    "氏",
    "さん",
    "者",
    "家",
    "員",
    "官",
    "筋",
    "相",
    "長",
    "人",
    "省",
    "庁",
    "隊",
    "局",
    "会",
    "団体",
    "派",
    "国",
    "側",
    "師",
    "主",
    "手",
    "社",
    "組織",
)
_ANSWERS = frozenset({"まとめる", "作成", "公開", "公表", "発表", "提出", "出す", "発行"})


class ParticleAttributor(Attributor):
    """Attribution for languages with particles."""

    previous: Sequence[Draft] = ()
    """The drafts of the last sentence that made any, for sayings that come after it."""
    previous_sentence = -9
    authors: tuple[str, Source, Thing] | None = None
    """Who made the report spoken of: its noun, the source and what it names."""

    # -- sources ---

    def source(self, np: NounPhrase, cue: Quote | None) -> tuple[Source, Thing] | None:
        """The source that a phrase names or describes, or None where it names nobody."""
        while np.owner is not None and all(t.tag in ("QTY", "NUM") for t in np.words):
            np = np.owner
        thing = self.reader.read(np)
        head = np.head_token.text
        words = "".join(t.text for t in np.words)
        if head in self.pack.words("own_outlet") or words in self.pack.words("own_outlet"):
            return None
        if head in self.pack.words("outlet_pointers") or words in self.pack.words("outlet_pointers"):
            last = self.discourse.last_outlet()
            return (last, thing) if last is not None else None
        if thing.sort == "pronoun":
            return self._known_speaker(thing)
        if thing.sort == "document":
            return self._paper(np, thing, cue)
        if thing.sort in ("materiel", "carrier"):
            return None
        if thing.definite:
            earlier = self._earlier(np)
            if earlier is not None:
                return earlier.source, earlier.thing
        return self._speaking(np, thing, cue)

    def _speaking(self, np: NounPhrase, thing: Thing, cue: Quote | None) -> tuple[Source, Thing] | None:
        reader = self.reader
        assert isinstance(reader, ParticleReader)
        start, end = reader.span(np)
        core_start, core_end = reader.core(np)
        if thing.sort == "outlet":
            start, end = (thing.start, thing.end) if thing.id is not None else (start, end)
            name = thing.name if thing.id is not None else self.text[start:end]
            return Source(name, self.text[start:end], "outlet", start, end, thing.id, cue), thing
        name, ident = self.text[core_start:core_end], None
        if thing.id is not None and not thing.description:
            name, ident = thing.name, thing.id
            start, end = thing.start, max(thing.end, np.head_token.end)
        elif thing.id is not None and thing.description in ("政府", "当局", "側", "政権", "軍", "政府側"):
            name, ident = thing.name, thing.id
        elif thing.sort == "place" and thing.capital is not None:
            entity = reader.lexicon.entities[thing.capital]
            thing = replace(thing, sort="actor", name=entity.name, id=entity.id)
            name, ident = entity.name, entity.id
        elif thing.sort == "place" and thing.id is not None and thing.id.startswith("state/"):
            name, ident = thing.name, thing.id
        elif thing.sort in ("other", "place") and not name.endswith(_PERSONAL):
            return None
        person = self._person_name(np)
        return Source(person or name, self.text[start:end], "speaker", start, end, ident, cue), thing

    def _outlet(self, thing: Thing, cue: Quote | None) -> tuple[Source, Thing] | None:
        """An outlet that is told something: never the document's own, "同紙" the one named last."""
        if thing.mention in self.pack.words("own_outlet"):
            return None
        if thing.mention in self.pack.words("outlet_pointers"):
            last = self.discourse.last_outlet()
            return (last, thing) if last is not None else None
        return super()._outlet(thing, cue)

    def _person_name(self, np: NounPhrase) -> str:
        """The name before a title: "ネベンジャ" in "ネベンジャ国連大使"."""
        first = next(
            (
                k
                for k in range(np.start, np.end)
                if _katakana(np.tokens[k].text) and np.tokens[k].match is None
            ),
            None,
        )
        if first is None or first == np.head:
            return ""
        last = first
        while (
            last + 2 < np.end and np.tokens[last + 1].text in "・＝=" and _katakana(np.tokens[last + 2].text)
        ):
            last += 2
        rest = "".join(t.text for t in np.tokens[last + 1 : np.end])
        if any(rest.endswith(title) for title in self.pack.words("titles")):
            return self.text[np.tokens[first].start : np.tokens[last].end]
        return ""

    def _paper(self, np: NounPhrase, thing: Thing, cue: Quote | None) -> tuple[Source, Thing] | None:
        owner = np.owner
        if owner is not None:
            other = self.reader.read(owner)
            if other.sort in ("actor", "outlet") and (other.id is not None or other.description):
                return self.source(owner, cue)
        if self.authors is not None and self.authors[0] == thing.description and np.owner is None:
            return self.authors[1], self.authors[2]
        start, end = self.reader.span(np)  # type: ignore[attr-defined]
        return Source(
            thing.description or thing.name, self.text[start:end], "document", start, end, None, cue
        ), thing

    def _earlier(self, np: NounPhrase) -> Speaker | None:
        """ "同省", "この外交官": who spoke before and answers to the description."""
        words = "".join(t.text for t in np.words)
        bare = words.removeprefix("同") if words.startswith("同") else words
        for speaker in reversed(self.discourse.speakers):
            if speaker.source.mention.endswith(bare) or speaker.source.name.endswith(bare):
                return speaker
        return None

    # -- voices ---

    def _speak(self, parent: Clause, analysis: Analysis, *, denied: bool) -> Voice | None:
        voice = super()._speak(parent, analysis, denied=denied)
        if (
            (voice is None or not voice.sources)
            and parent.lemma in _CARRIED
            and not parent.get("subj")
            and not analysis.cues
        ):
            last = self.discourse.last_speaker(person=False)
            if last is not None:
                return Voice([(last.source, last.thing)], [last.outlet] if last.outlet else [], denied)
        return voice

    def attribute(
        self, draft: Draft, analysis: Analysis, quoting: Speaker | None, label: Speaker | None = None
    ) -> None:
        """Set the draft's chains; what is "said" with nobody named to say it is only possible."""
        super().attribute(draft, analysis, quoting, label)
        said = any(c.lemma == "という" for c in draft.clause.ancestors())
        if said and draft.chains == [()] and draft.modality.certainty == "asserted":
            draft.modality.certainty, draft.modality.hedge = "possible", "という"
        if self.discourse.sentence != self.previous_sentence:
            self.previous, self.previous_sentence = [], self.discourse.sentence
        self.previous = [*self.previous, draft]

    def hear(self, analysis: Analysis) -> list[Voice]:
        """Also: a sentence that only says who said the last one puts its source behind it; who made a
        report speaks in it."""
        voices = super().hear(analysis)
        self._note_authors(analysis)
        self._note_finder(analysis)
        self._said_before(analysis)
        return voices

    def _note_authors(self, analysis: Analysis) -> None:
        for clause in analysis.clauses:
            if clause.lemma not in _ANSWERS:
                continue
            papers = [np for np in clause.get("obj") if self.reader.sort(np) == "document"]
            makers = [
                s
                for np in clause.get("subj")
                if (s := self.source(np, None)) is not None and s[0].role == "speaker"
            ]
            if papers and makers:
                self.authors = (self.reader.read(papers[0]).description, makers[0][0], makers[0][1])
                self.discourse.note_speaker(Speaker(makers[0][0], makers[0][1], None))

    def _note_finder(self, analysis: Analysis) -> None:
        """An outlet that tells what the report says passes on its authors."""
        if self.authors is None:
            return
        for clause in analysis.clauses:
            if self.pack.report_verbs.get(clause.lemma) != "say" or not any(
                p.head_token.text and self.reader.read(q).description == self.authors[0]
                for p in analysis.phrases
                for q in (p, p.owner)
                if q is not None
            ):
                continue
            for np in clause.get("subj"):
                if self.reader.sort(np) == "outlet" and (found := self.source(np, None)) is not None:
                    self.discourse.note_speaker(Speaker(self.authors[1], self.authors[2], found[0]))
                    self.discourse.outlets.append((self.discourse.sentence, found[0]))

    def _said_before(self, analysis: Analysis) -> None:
        if not self.previous or self.discourse.sentence - self.previous_sentence > 1 or analysis.question:
            return
        if analysis.start - max(span.end for d in self.previous for span in d.spans) > 4:
            return
        for clause in analysis.clauses:
            if (
                self.pack.report_verbs.get(clause.lemma) != "say"
                or clause.passive
                or clause.negated
                or clause.form != "finite"
            ):
                continue
            if any(
                c.parent is clause and c.relation == "complement" for c in analysis.clauses
            ) or not self._empty(clause):
                continue
            if any(
                c is not clause
                and kinds_of(c, self.reader) & {"transfer", "use"}
                and c.relation != "relative"
                for c in analysis.clauses
            ):
                continue
            voice = self._speak(clause, analysis, denied=False)
            if voice is not None and voice.sources:
                self._put_behind(voice)
                return

    def _empty(self, clause: Clause) -> bool:
        """True for a saying without words of its own."""
        return all(np.head_token.text in ("それ", "これ", "内容", "こと", "もの") for np in clause.get("obj"))

    def _put_behind(self, voice: Voice) -> None:
        source = voice.sources[0][0]
        for draft in self.previous:
            if draft.own_voice:
                continue
            chains: list[tuple[Source, ...]] = []
            for chain in draft.chains or [()]:
                known = any(s == source or s.name == source.name for s in chain)
                if (
                    known
                    or self._publisher(source)
                    or (chain and chain[0].role == "speaker" and source.role != "outlet")
                ):
                    chains.append(chain)
                elif source.role == "outlet":
                    chains.append((*chain, source))
                else:
                    chains.append((source, *(o for o in voice.outlets if o not in chain), *chain))
            draft.chains = chains


def _katakana(text: str) -> bool:
    return len(text) > 1 and all("ァ" <= c <= "ヿ" for c in text)
