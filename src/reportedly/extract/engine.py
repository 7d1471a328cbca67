"""The cascade over one document: scan, sentences, clauses, frames, attribution, merging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.claims import Claim
from reportedly.documents import CLAIM_ZONES, Document, Span
from reportedly.extract.abbreviations import with_abbreviations
from reportedly.extract.attribution import Attributor, fold
from reportedly.extract.cases import analyse as analyse_cases
from reportedly.extract.clauses import Analysis
from reportedly.extract.denials import answers
from reportedly.extract.detail import find_dates, find_quantities
from reportedly.extract.discourse import Discourse, Speaker
from reportedly.extract.drafts import Draft, Drafter
from reportedly.extract.elaboration import elaborate
from reportedly.extract.linking import analyse
from reportedly.extract.merging import merge
from reportedly.extract.particles import ParticleAttributor, ParticleDrafter, ParticleReader
from reportedly.extract.particles import analyse as analyse_particles
from reportedly.extract.sentences import Quotation, find_quotations, split_sentences
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token, tokenise
from reportedly.languages.pack import Pack, load_pack
from reportedly.layout import Paragraph, paragraphs, publisher_aliases
from reportedly.lexicon import Lexicon, load
from reportedly.lexicon.entities import Match

Analyser = Callable[[Sequence[Token], Reader], Analysis]

ANALYSERS: dict[str, Analyser] = {"configurational": analyse, "cases": analyse_cases, "particles": analyse_particles}
"""How a language's clauses are found; the pack names its analyser."""
READERS: dict[str, type[Reader]] = {"particles": ParticleReader}
DRAFTERS: dict[str, type[Drafter]] = {"particles": ParticleDrafter}
ATTRIBUTORS: dict[str, type[Attributor]] = {"particles": ParticleAttributor}
"""Where an analyser's phrases need a reading, drafting or attribution of their own."""


@dataclass(slots=True)
class _Work:
    """What one document's run carries from sentence to sentence of one language."""

    pack: Pack
    reader: Reader
    discourse: Discourse
    drafter: Drafter
    attributor: Attributor
    analyse: Analyser


class Engine:
    """Reads documents. Holds the lexicon and the packs, nothing of any document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._readers: dict[str, Reader | None] = {}

    def reader(self, language: str | None) -> Reader | None:
        """The reader of a language, None where the project has no pack for it."""
        if language is None:
            return None
        if language not in self._readers:
            pack = load_pack(language)
            analyser = pack.data.get("analyser") if pack is not None else None
            known = pack is not None and analyser in ANALYSERS
            self._readers[language] = READERS.get(str(analyser), Reader)(pack, self.lexicon) if known and pack is not None else None
        return self._readers[language]

    def extract(self, document: Document) -> list[Claim]:
        """The claims of a laid-out document, in the order of their evidence."""
        matches = with_abbreviations(document.text, self.lexicon.scan(document.text))
        if not any(n.entity.startswith("materiel/") for m in matches for n in m.names) and not self._concerns(document.text):
            return []
        if self._at_play(document.text, matches, document.language):
            return []
        company = self._company(matches)
        works: dict[str, _Work] = {}
        drafts: list[Draft] = []
        aliases = frozenset(fold(a) for a in publisher_aliases(document))
        position = 0
        for paragraph in paragraphs(document):
            if paragraph.kind not in CLAIM_ZONES:
                continue
            reader = self.reader(paragraph.language or document.language)
            if reader is None:
                continue
            work = works.get(reader.pack.language)
            if work is None:
                discourse = Discourse(reader)
                analyser = reader.pack.data["analyser"]
                attributor = ATTRIBUTORS.get(analyser, Attributor)(reader, discourse, document.text, aliases)
                drafter = DRAFTERS.get(analyser, Drafter)(reader, discourse)
                work = _Work(reader.pack, reader, discourse, drafter, attributor, ANALYSERS[analyser])
                works[reader.pack.language] = work
            position = _read_paragraph(document, paragraph, work, matches, position, company, drafts)
        return merge(drafts, document.text, self.lexicon)

    def _company(self, matches: Sequence[Match]) -> bool:
        """True where the document speaks of arms plainly enough for weak names ("tanks", "drones") to count: it names an armed body or
        a system."""
        return self._armed(matches) or any(
            self.lexicon.entities[n.entity].category in ("system", "variant", "family", "munition")
            for m in matches if not m.weak for n in m.names[:1]
        )  # fmt: skip

    def _armed(self, matches: Sequence[Match]) -> bool:
        entities = self.lexicon.entities
        return any(
            entities[m.names[0].entity].category in ("armed_group", "armed_force", "alliance", "service")
            or m.names[0].entity.startswith("actor/ministry-defence")
            for m in matches if not m.weak
        )  # fmt: skip

    def _at_play(self, text: str, matches: Sequence[Match], language: str | None) -> bool:
        """True for sport, games and films, where arms are figures of speech: several words of play and no armed body."""
        pack = load_pack(language) if language else None
        if pack is None or self._armed(matches):
            return False
        words = pack.words("play_words")
        return bool(words) and len(words & set(text.lower().split())) >= 3

    def _concerns(self, text: str) -> bool:
        low = text.lower()
        return any(word in low for word in ("terror", "troops", "militar", "sanction", "armed", "arming", "blacklist"))


def _read_paragraph(
    document: Document, paragraph: Paragraph, work: _Work, matches: Sequence[Match], position: int, company: bool, drafts: list[Draft]
) -> int:
    text = document.text
    start = paragraph.dateline_end or paragraph.start
    quotations = find_quotations(text, start, paragraph.end)
    speaker: Speaker | None = None
    for sentence in split_sentences(text, start, paragraph.end):
        work.discourse.sentence += 1
        while position < len(matches) and matches[position].end <= sentence.start:
            position += 1
        here = []
        k = position
        while k < len(matches) and matches[k].start < sentence.end:
            here.append(matches[k])
            k += 1
        speaker = _read_sentence(document, sentence, work, here, quotations, speaker, company, drafts)
    return position


def _read_sentence(
    document: Document, sentence: Span, work: _Work, matches: Sequence[Match], quotations: Sequence[Quotation], speaker: Speaker | None,
    company: bool, drafts: list[Draft],
) -> Speaker | None:  # fmt: skip
    text = document.text
    language = work.pack.language
    words = text[sentence.start : sentence.end]
    dates = find_dates(words, language=language, published=document.published, offset=sentence.start)
    quantities = find_quantities(words, language=language, offset=sentence.start)
    tokens = tokenise(text, sentence.start, sentence.end, matches, dates, quantities)
    if not tokens:
        return speaker
    for token in tokens:
        token.quoted = any(q.start <= token.start < q.end for q in quotations)
    analysis = work.analyse(tokens, work.reader)
    attributor, discourse = work.attributor, work.discourse
    before = len(discourse.speakers)
    attributor.hear(analysis)
    heard = discourse.speakers[before:]
    quoted_here = any(t.quoted for t in tokens)
    quoting = heard[0] if heard and quoted_here else (speaker if quoted_here else None)
    fresh = work.drafter.draft(analysis, words.lower(), quoting or (heard[0] if heard else None), company)
    for draft in fresh:
        quoted = any(q.start <= draft.clause.start < q.end for q in quotations)
        attributor.attribute(draft, analysis, quoting if quoted else None)
    if not fresh:
        elaborate(analysis, sentence, work.reader, discourse, drafts)
    fresh.extend(answers(analysis, [*drafts, *fresh], sentence, work.drafter, attributor, words.lower(), quoting))
    drafts.extend(fresh)
    _remember(analysis, work)
    return quoting if quoted_here else speaker


def _remember(analysis: Analysis, work: _Work) -> None:
    """Note the actors and materiel of a sentence, its main subject last, for what later sentences refer back to."""
    for phrase in analysis.phrases:
        for np in phrase.conjuncts():
            thing = work.reader.read(np)
            work.discourse.note(thing)
            for inner in (np.owner, np.of):
                if inner is not None:
                    work.discourse.note(work.reader.read(inner))
    for clause in analysis.clauses:
        if clause.relation == "main" and clause.form in ("finite", "copula"):
            for np in clause.get("obj" if clause.passive else "subj"):
                thing = work.reader.read(np)
                if thing.sort == "actor" and thing.id is not None:
                    work.discourse.subject = thing


_ENGINE: list[Engine] = []


def extract(document: Document) -> list[Claim]:
    """The claims of one document that `reportedly.layout.lay_out` has been through. A pure function of the document, this version
    and the lexicon."""
    if not _ENGINE:
        _ENGINE.append(Engine(load()))
    return _ENGINE[0].extract(document)
