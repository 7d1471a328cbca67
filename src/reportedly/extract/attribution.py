"""Who says it: the chain of sources behind a draft, nearest the fact first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.claims import Quote, Source
from reportedly.extract.claim_drafts import Draft
from reportedly.extract.clauses import Analysis, Clause, Cue
from reportedly.extract.discourse import Speaker
from reportedly.extract.sources import Sources, fold
from reportedly.extract.things import Thing

_UPWARD = frozenset({"relative", "reduced", "participial", "coordinate"})
_CITING = frozenset({"cite", "quote", "refer"})


@dataclass(slots=True)
class Voice:
    """One reading of who stands behind a clause: alternative sources at the same place ("X and Y both say"),
    then who passes on."""

    sources: list[tuple[Source, Thing]]
    outlets: list[Source]
    denied: bool = False
    alternatives: list[Source] = field(default_factory=list)
    """Several that each pass on the same words: a claim for each ("X and Y, citing Z, report")."""


class Attributor(Sources):
    """Builds chains for the drafts of one document. `publisher_names` are folded names of the document's own
    publisher."""

    def attribute(
        self, draft: Draft, analysis: Analysis, quoting: Speaker | None, label: Speaker | None = None
    ) -> None:
        """Set the draft's chains and flip its polarity where a denial governs it. `quoting` speaks the
        quotation that the draft stands
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
            voices.append(
                Voice([(quoting.source, quoting.thing)], [quoting.outlet] if quoting.outlet else [])
            )
        if label is not None and all(label.source != s for v in voices for s, _ in v.sources):
            voices.append(Voice([(label.source, label.thing)], []))
        for voice in voices:
            if voice.denied:
                draft.modality.polarity = (
                    "denied" if draft.modality.polarity == "affirmed" else draft.modality.polarity
                )
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
        """ "the assertion of the Georgian side that ...", "Israel's claim that ...": whose assertion it
        is."""
        noun = node.marker_phrase
        if node.relation != "complement" or noun is None or not node.marker:
            return None
        holders = [p for p in (noun.owner, noun.of) if p is not None] + [
            p for w, p in noun.trailing if w in ("by", "from")
        ]
        sources = [
            s for s in self._sources(holders, None) if s[1].sort in ("actor", "outlet", "place", "other")
        ]
        return Voice(sources, []) if sources else None

    def _voice(self, node: Clause, parent: Clause, analysis: Analysis) -> Voice | None:
        kind = self.pack.report_verbs.get(parent.lemma)
        conceal = parent.lemma in self.pack.words("report", "conceal")
        if parent.negated and (conceal or kind == "deny"):
            kind = "say" if kind else None
            if kind is None:
                return None
            return (
                None if parent.lemma in ("conceal", "hide") else self._speak(parent, analysis, denied=False)
            )
        if (
            kind is None
            and parent.lemma in self.pack.words("calling")
            and node.relation == "complement"
            and node.marker in self.pack.words("report", "allegation_nouns")
        ):
            return self._speak(parent, analysis, denied=False)
        if kind is None or parent.negated:
            return None
        if kind == "deny":
            if node.relation in ("complement", "gerund", "infinitive", "argument"):
                return self._speak(parent, analysis, denied=True)
            return None
        if kind == "accuse" and (
            node.relation in ("gerund",)
            or (node.relation == "argument" and node.marker in ("of", "for", "with"))
        ):
            return self._speak(parent, analysis, denied=False)
        if node.relation == "complement":
            return self._speak(parent, analysis, denied=False)
        if (
            node.relation == "infinitive"
            and parent.lemma in ("claim", "report", "say", "allege", "believe", "admit")
            and not parent.passive
        ):
            return self._speak(parent, analysis, denied=False)
        if node.relation == "gerund" and parent.lemma in (
            "report",
            "admit",
            "acknowledge",
            "confirm",
            "describe",
            "recall",
            "mention",
            "recount",
        ):
            return self._speak(parent, analysis, denied=False)
        if (
            node.relation == "argument"
            and node.form == "nominal"
            and node.marker in ("obj", "obj2", "of", "about", "on", "for")
            and parent.form != "copula"
            and parent.lemma not in self.pack.data["control"]["subject"]
        ):
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
            if (
                clause.lemma in self.pack.words("viewing")
                and clause.relation == "reduced"
                and any(a.phrase is np for a in clause.arguments for np in phrases)
            ):
                # "a report seen by Reuters"
                outlets.extend(o for o in self._hearers(clause.get("by")) if o not in outlets)
        if not parent.passive:
            for function in ("obj", "obj2", "to", "with"):
                outlets.extend(self._hearers(parent.get(function)))
            for np in parent.get("in"):
                outlets.extend(self._hearers([p for w, p in np.trailing if w == "with"]))
        for clause in analysis.clauses:
            if (
                clause.lemma in _CITING
                and clause.form == "gerund"
                and (parent in (clause.parent, *clause.ancestors()) or clause.start < parent.start)
            ):
                nearer.extend(self._sources([*clause.get("obj"), *clause.get("to")], cue))
        if nearer:
            self._remember(sources, outlets)
            return Voice(nearer, [], denied, alternatives=[s for s, _ in sources])
        if not sources:
            return Voice([], outlets, denied) if outlets or denied else None
        self._remember(sources, outlets)
        return Voice(sources, outlets or self._kept(sources), denied)

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
            voices.append(
                Voice([(quoting.source, quoting.thing)], [quoting.outlet] if quoting.outlet else [])
            )
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
        cited = [
            c
            for c in analysis.clauses
            if (c.lemma in _CITING and c.form == "gerund" and c.start >= cue.end and c.parent is None)
            or (c.lemma in _CITING and c.form == "gerund" and c.start - cue.end in range(4))
        ]
        nearer = [s for c in cited for s in self._sources(c.get("obj"), None)]
        return (
            Voice(nearer, [], voice.denied, alternatives=[s for s, _ in voice.sources]) if nearer else voice
        )

    def _voice_of_cue(self, cue: Cue) -> Voice | None:
        quote = Quote(cue.start, cue.end, self.text[cue.start : cue.end])
        sources = self._sources(cue.sources, quote)
        outlets = self._hearers([*cue.hearers, *cue.places])
        for np in cue.places:
            outlets.extend(
                o for o in self._hearers([p for w, p in np.trailing if w == "with"]) if o not in outlets
            )
        if cue.kind == "according" and outlets and (not sources or sources[0][0].role == "document"):
            sources, outlets = [(outlets[0], self.reader.read(cue.sources[0]))], []
        if not sources:
            return None
        self._remember(sources, outlets)
        return Voice(sources, outlets or self._kept(sources), cue.kind == "deny" and not cue.negated)

    def hear(self, analysis: Analysis) -> list[Voice]:
        """Read the cues and verbs of saying of a sentence that makes no claim, so that later sentences know
        who speaks."""
        voices = [v for v in (self._voice_of_cue(c) for c in analysis.cues) if v is not None]
        for clause in analysis.clauses:
            quoted = (
                clause.form == "gerund"
                and clause.parent is not None
                and clause.parent.lemma in _CITING
                and clause.parent.passive
            )
            if clause.lemma in self.pack.report_verbs and (
                (clause.form == "finite" and not clause.passive) or quoted
            ):
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
                    passed = [
                        o
                        for k, o in enumerate(voice.outlets)
                        if o != source and not _already(o, [*chain, *voice.outlets[:k]])
                    ]
                    ends = [[last] for last in voice.alternatives] or [[]]
                    grown.extend([*chain, source, *passed, *end] for end in ends)
            chains = grown
        return [tuple(s for s in chain if not self._publisher(s)) for chain in chains] or [()]


def _already(source: Source, chain: Sequence[Source]) -> bool:
    return any(
        source == s or (source.id is not None and source.id == s.id) or fold(source.name) == fold(s.name)
        for s in chain
    )
