"""The cascade over one document: scan, sentences, clauses, frames, attribution, merging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.claims import Claim
from reportedly.documents import CLAIM_ZONES, Document, Span
from reportedly.extract.abbreviations import with_abbreviations
from reportedly.extract.attribution import Attributor
from reportedly.extract.cases import analyse as analyse_cases
from reportedly.extract.cases.reading import CaseReader
from reportedly.extract.claim_drafts import Draft
from reportedly.extract.clauses import Analysis
from reportedly.extract.coverage import obstacle
from reportedly.extract.denials import answers
from reportedly.extract.detail import find_dates, find_quantities
from reportedly.extract.discourse import Discourse, Speaker
from reportedly.extract.drafts import Drafter
from reportedly.extract.elaboration import elaborate
from reportedly.extract.glossing import analyse as analyse_glosses
from reportedly.extract.glossing import own_names
from reportedly.extract.labels import SpeakerLabels
from reportedly.extract.linking import analyse
from reportedly.extract.merging import merge
from reportedly.extract.particles import ParticleAttributor, ParticleDrafter, ParticleReader
from reportedly.extract.particles import analyse as analyse_particles
from reportedly.extract.screening import concerns
from reportedly.extract.sentences import Quotation, find_quotations, split_sentences
from reportedly.extract.sources import fold
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token, tokenise
from reportedly.languages.pack import Pack, load_pack
from reportedly.layout import Paragraph, paragraphs, publisher_aliases
from reportedly.lexicon import Lexicon, load
from reportedly.lexicon.entities import Match

Analyser = Callable[[Sequence[Token], Reader], Analysis]

ANALYSERS: dict[str, Analyser] = {
    "configurational": analyse,
    "cases": analyse_cases,
    "particles": analyse_particles,
    "glossed": analyse_glosses,
}
"""How a language's clauses are found; the pack names its analyser."""
READERS: dict[str, type[Reader]] = {"particles": ParticleReader, "cases": CaseReader}
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
    labels: SpeakerLabels


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
            known = pack is not None and analyser in ANALYSERS and obstacle(language) is None
            self._readers[language] = (
                READERS.get(str(analyser), Reader)(pack, self.lexicon) if known and pack is not None else None
            )
        return self._readers[language]

    def extract(self, document: Document) -> list[Claim]:
        """The claims of a laid-out document, in the order of their evidence."""
        matches = with_abbreviations(document.text, self._scan(document))
        if (
            not any(n.entity.startswith("materiel/") for m in matches for n in m.names)
            and not self._armed(matches)
            and not self._concerns(document.text)
        ):
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
            reader = self.reader(paragraph.language or document.language or self._of_few_words(document.text))
            if reader is None:
                continue
            work = works.get(reader.pack.language)
            if work is None:
                discourse = Discourse(reader)
                analyser = reader.pack.data["analyser"]
                attributor = ATTRIBUTORS.get(analyser, Attributor)(reader, discourse, document.text, aliases)
                drafter = DRAFTERS.get(analyser, Drafter)(reader, discourse)
                work = _Work(
                    reader.pack,
                    reader,
                    discourse,
                    drafter,
                    attributor,
                    ANALYSERS[analyser],
                    SpeakerLabels(document.text),
                )
                works[reader.pack.language] = work
            known = len(drafts)
            position = _read_paragraph(document, paragraph, work, matches, position, company, drafts)
            if paragraph.kind == "title":
                for draft in drafts[known:]:
                    draft.headline = True
        return merge(drafts, document.text, self.lexicon)

    def _scan(self, document: Document) -> list[Match]:
        spoken = {document.language, *(z.language for z in document.zones)} - {None}
        return own_names(
            document.text, self.lexicon.scan(document.text), sorted(str(s) for s in spoken), self.lexicon
        )

    def _company(self, matches: Sequence[Match]) -> bool:
        """True where the document speaks of arms plainly enough for weak names ("tanks", "drones") to count:
        it names an armed body or
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
        """True for sport, games and films, where arms are figures of speech: several words of play and no
        armed body."""
        pack = load_pack(language) if language else None
        if pack is None or self._armed(matches):
            return False
        words = pack.words("play_words")
        return bool(words) and len(words & set(text.lower().split())) >= 3

    def _of_few_words(self, text: str) -> str | None:
        """The language of a text too short to tell it by its profile: English, where one of its function
        words stands in it."""
        pack = load_pack("en")
        if len(text) > 400 or pack is None or not text.isascii():
            return None
        return "en" if any(w in pack.tags for w in text.lower().split()) else None

    def _concerns(self, text: str) -> bool:
        low = text.lower()
        return any(
            word in low
            for word in (
                "terror",
                "troops",
                "militar",
                "sanction",
                "armed",
                "arming",
                "blacklist",
                *_CONCERNS,
            )
        )


_CONCERNS = ("террор", "терор", "войск", "військ", "воен", "санкц", "вооруж", "озбро", "эмбарго", "ембарго",
             "テロ", "部隊", "兵士", "軍事", "制裁", "武装", "戦闘員", "傭兵")  # fmt: skip
"""Stems of words that make a document without a word of materiel worth reading, in Russian, Ukrainian and
Japanese."""


@dataclass(slots=True)
class _Sentence:
    """A sentence on its way through the cascade."""

    span: Span
    tokens: Sequence[Token]
    analysis: Analysis
    words: str
    quoted: bool
    heard: Speaker | None = None


def _read_paragraph(
    document: Document,
    paragraph: Paragraph,
    work: _Work,
    matches: Sequence[Match],
    position: int,
    company: bool,
    drafts: list[Draft],
) -> int:
    """Read one paragraph; returns the first match that ends behind its start. `drafts` grows."""
    text = document.text
    start = paragraph.dateline_end or paragraph.start
    label = work.labels.at(text, start, paragraph.end)
    start = label.end if label is not None else start
    quotations = find_quotations(text, start, paragraph.end)
    row: list[_Sentence] = []
    for span in split_sentences(text, start, paragraph.end):
        while position < len(matches) and matches[position].end <= span.start:
            position += 1
        k = position
        while k < len(matches) and matches[k].start < span.end:
            k += 1
        read = _analyse(document, span, work, matches[position:k], quotations)
        if read is not None:
            row.append(read)
    speaker: Speaker | None = None
    for i, _sentence in enumerate(row):
        work.discourse.sentence += 1
        speaker = _draft(row, i, speaker, label.speaker if label else None, work, quotations, company, drafts)
    return position


def _analyse(
    document: Document, span: Span, work: _Work, matches: Sequence[Match], quotations: Sequence[Quotation]
) -> _Sentence | None:
    text = document.text[span.start : span.end]
    language = work.pack.language
    dates = find_dates(text, language=language, published=document.published, offset=span.start)
    quantities = find_quantities(text, language=language, offset=span.start)
    tokens = tokenise(document.text, span.start, span.end, matches, dates, quantities)
    if not tokens:
        return None
    if quotations:
        for token in tokens:
            token.quoted = any(q.start <= token.start < q.end for q in quotations)
    analysis = work.analyse(tokens, work.reader)
    return _Sentence(span, tokens, analysis, analysis.words or text.lower(), any(t.quoted for t in tokens))


def _draft(
    row: Sequence[_Sentence],
    i: int,
    speaker: Speaker | None,
    label: Speaker | None,
    work: _Work,
    quotations: Sequence[Quotation],
    company: bool,
    drafts: list[Draft],
) -> Speaker | None:
    """The drafts of sentence `i`; returns who is being quoted, for the next one."""
    sentence, attributor, discourse = row[i], work.attributor, work.discourse
    if sentence.heard is None:
        sentence.heard = _hear(sentence, work)
    quoting = sentence.heard if sentence.quoted else None
    if sentence.quoted and quoting is None:
        quoting = speaker or _later_speaker(row, i, quotations, work)
    outer = quoting or label
    fresh = work.drafter.draft(sentence.analysis, sentence.words, outer or sentence.heard, company)
    for draft in fresh:
        quoted = any(q.start <= draft.clause.start < q.end for q in quotations)
        attributor.attribute(draft, sentence.analysis, quoting if quoted else None, label)
    if not fresh:
        elaborate(sentence.analysis, sentence.span, work.reader, discourse, drafts)
    fresh.extend(
        answers(
            sentence.analysis,
            [*drafts, *fresh],
            sentence.span,
            work.drafter,
            attributor,
            sentence.words,
            outer,
        )
    )
    drafts.extend(fresh)
    _remember(sentence.analysis, work)
    return quoting if sentence.quoted else speaker


def _hear(sentence: _Sentence, work: _Work) -> Speaker | None:
    before = len(work.discourse.speakers)
    work.attributor.hear(sentence.analysis)
    heard = work.discourse.speakers[before:]
    return heard[0] if heard else None


def _later_speaker(
    row: Sequence[_Sentence], i: int, quotations: Sequence[Quotation], work: _Work
) -> Speaker | None:
    """Who speaks a quotation whose speaker is named only after its last sentence."""
    last = row[i].span
    for later in row[i + 1 : i + 4]:
        joined = any(q.start < last.end and q.end > later.span.start for q in quotations)
        if not joined:
            return None
        if later.heard is None:
            later.heard = _hear(later, work)
        if later.heard is not None:
            return later.heard
        last = later.span
    return None


def _remember(analysis: Analysis, work: _Work) -> None:
    """Note the actors and materiel of a sentence, its main subject last, for what later sentences refer back
    to."""
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
    """The claims of one document that `reportedly.layout.lay_out` has been through. A pure function of the
    document, this version
    and the lexicon."""
    if not concerns(document.text):
        return []
    if not _ENGINE:
        _ENGINE.append(Engine(load()))
    return _ENGINE[0].extract(document)
