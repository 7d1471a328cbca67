"""Independent origins of an allegation: as many as can be argued for, never more.

Every claim hangs on nodes: the outlet whose story it is, the speaker by name, the publisher, the family of
texts. Claims that hang together have one origin. Each tie carries the reason, so that the count can be argued
with. What a page says of itself ("confirmed by Reuters") is no tie and no origin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.scoring.names import folded
from reportedly.trace.bylines import Bylines
from reportedly.trace.chains import innermost_outlet, root_speaker, source_type
from reportedly.trace.disjoint import DisjointSets
from reportedly.trace.rarities import RareDetails
from reportedly.trace.statements import Link, Statement
from reportedly.trace.tellings import Tellings
from reportedly.trace.voices import voice_of

_CONFIRMED = re.compile(r"confirm|verif|corroborat|подтвер|підтвер|確認|裏付", re.IGNORECASE)
_HAPPENINGS = frozenset({"transfer", "support", "use", "possession"})
_RETELLERS = 12
"""Documents of a cited source, the earliest ones, with which a background line is compared."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A statement hangs on `node`; `reason` is a stable word, `evidence` what shows it."""

    statement: str
    node: str
    reason: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The root of chains: its statements, and the ties that hold them together."""

    statements: tuple[Statement, ...]
    ties: tuple[Tie, ...]


def origins(group: Sequence[Statement], tellings: Tellings) -> list[Origin]:
    """The independent origins of the statements of one allegation, in a stable order."""
    ordered = sorted(group, key=lambda s: _when_told(s, tellings))
    ties = list(_Ties(ordered, tellings).all())
    sets = DisjointSets()
    for tie in ties:
        sets.join("statement:" + tie.statement, tie.node)
    held: dict[str, list[Statement]] = {}
    for s in ordered:
        held.setdefault(sets.find("statement:" + s.id), []).append(s)
    of = {s.id: root for root, members in held.items() for s in members}
    tied: dict[str, list[Tie]] = {}
    for tie in ties:
        tied.setdefault(of[tie.statement], []).append(tie)
    return [Origin(tuple(members), tuple(tied.get(root, ()))) for root, members in held.items()]


def _when_told(s: Statement, tellings: Tellings) -> tuple[str, str, int, str]:
    return tellings.reports[s.document].published or "9999", s.document, s.position, s.id


class _Ties:
    """Finds what each statement of a group hangs on."""

    def __init__(self, group: Sequence[Statement], tellings: Tellings) -> None:
        self._group, self._tellings, self._naming = group, tellings, tellings.naming
        self._documents = {s.document for s in group}
        self._rare = RareDetails()
        self._bylines = Bylines(
            (tellings.publisher(d), name)
            for d in self._documents
            # A page whose publisher was not recognised may have its name for a title.
            for name in (tellings.reports[d].publisher_name, tellings.reports[d].title)
        )
        self._kin = Counter(f for d in self._documents for f in tellings.reports[d].families)
        self._tellers: dict[str, list[str]] = {}
        for document in dict.fromkeys(s.document for s in group):
            for voice in (tellings.publisher(document), *sorted(tellings.cites(document))):
                tellers = self._tellers.setdefault(voice, [])
                if len(tellers) < _RETELLERS:
                    tellers.append(document)

    def all(self) -> Iterable[Tie]:
        roots: dict[str, set[str]] = {}
        for s in self._group:
            for tie in self._of(s):
                roots.setdefault(s.document, set()).add(tie.node)
                yield tie
        yield from self._families(roots)

    def _of(self, s: Statement) -> Iterable[Tie]:
        outlet = self._outlet(s)
        speaker = root_speaker(s)
        voice = voice_of(speaker, self._naming) if speaker is not None else None
        if voice is not None and speaker is not None:
            yield Tie(s.id, "voice:" + voice, "same_source", speaker.name)
        if outlet is not None:
            yield Tie(s.id, "voice:" + outlet.key, "credits", outlet.name)
        named = self._bylines.named(s) - {self._tellings.publisher(s.document)}
        for publisher in sorted(named):
            yield Tie(s.id, "voice:" + publisher, "credits", publisher)
        if outlet is not None or named:
            return
        passed = list(self._passed_on(s)) if voice is None else list(self._mention(s))
        yield from passed
        if not passed:
            publisher = self._tellings.publisher(s.document)
            yield Tie(
                s.id,
                "voice:" + publisher,
                "same_publisher",
                self._tellings.reports[s.document].publisher_name,
            )

    def _outlet(self, s: Statement) -> Link | None:
        """The outlet whose story it is. One that is only said to confirm it is none."""
        outlet = innermost_outlet(s.chain)
        if outlet is None or _CONFIRMED.search(outlet.words):
            return None
        report = self._tellings.reports[s.document]
        own = folded(outlet.name) == folded(report.publisher_name)
        return None if own or outlet.key == self._tellings.publisher(s.document) else outlet

    def _passed_on(self, s: Statement) -> Iterable[Tie]:
        """Ties of a statement in the document's own voice, or of somebody without a name, to a story that the
        document passes on."""
        if not s.chain:
            yield from self._in_credited_sentence(s)
            yield from self._hearsay(s)
            twin = self._rare.earlier(s)
            if twin is not None and not self._has_kin(s):
                yield Tie(s.id, "statement:" + twin.statement, "same_details", twin.evidence)
        yield from self._in_step(s)
        yield from self._beside_credit(s)
        yield from self._mention(s)

    def _in_credited_sentence(self, s: Statement) -> Iterable[Tie]:
        for mate in self._tellings.sentence_mates(s):
            outlet = self._outlet(mate)
            if outlet is not None and self._tells(outlet.key, s):
                yield Tie(s.id, "voice:" + outlet.key, "in_credited_sentence", outlet.name)
                return
            topic = self._tellings.allegation.get(mate.id)
            for voice in sorted(self._tellings.cites(s.document)):
                if any(self._tellings.tells(report, topic) for report in self._reports_of(voice, s)):
                    yield Tie(s.id, "voice:" + voice, "in_credited_sentence", voice)
                    return

    def _beside_credit(self, s: Statement) -> Iterable[Tie]:
        """A happening that the credited outlet reported as well, told without a source of its own. Standing
        facts are background that anybody may have."""
        if s.kind not in _HAPPENINGS:
            return
        for voice in sorted(self._tellings.cites(s.document)):
            reports = self._reports_of(voice, s)
            if any(not s.chain or self._has_nameless(report) for report in reports):
                yield Tie(s.id, "voice:" + voice, "beside_credit", voice)
                return

    def _has_nameless(self, document: str) -> bool:
        """Whether a document tells the fact by somebody without a name, or by nobody."""
        speakers = [root_speaker(s) for s in self._group if s.document == document]
        return any(speaker is None or voice_of(speaker, self._naming) is None for speaker in speakers)

    def _reports_of(self, voice: str, s: Statement) -> list[str]:
        """The voice's own reports of the fact, none later than the statement's document."""
        reports = self._tellings.reports
        day = reports[s.document].published or "9999"
        return [
            d
            for d in self._tellers.get(voice, ())
            if d != s.document
            and self._tellings.publisher(d) == voice
            and (reports[d].published or "") <= day
        ]

    def _has_kin(self, s: Statement) -> bool:
        """Whether the document's text says whose story it is better than a figure does."""
        families = self._tellings.reports[s.document].families
        return any(self._kin[family] > 1 for family in families)

    def _hearsay(self, s: Statement) -> Iterable[Tie]:
        if s.certainty != "possible":
            return
        for voice in sorted(self._tellings.cites(s.document)):
            if self._tells(voice, s):
                yield Tie(s.id, "voice:" + voice, "hearsay_beside_credit", voice)
                return

    def _in_step(self, s: Statement) -> Iterable[Tie]:
        for voice in sorted(self._tellings.cites(s.document)):
            for teller in self._tellers.get(voice, ()):
                if teller != s.document and self._tellings.in_step(s, teller):
                    yield Tie(s.id, "voice:" + voice, "told_in_step", self._tellings.reports[teller].file)
                    return

    def _mention(self, s: Statement) -> Iterable[Tie]:
        """The text names an outlet that reported the fact, and no claim credits it: what the credit covers
        is not clear, so that the lower number counts."""
        document = s.document
        for outlet in sorted(self._tellings.reports[document].mentions - self._tellings.cites(document)):
            if outlet != self._tellings.publisher(document) and self._reports_of(outlet, s):
                yield Tie(s.id, "voice:" + outlet, "mentions", outlet)
                return

    def _tells(self, voice: str, s: Statement) -> bool:
        """Whether another document of the group is of this voice or passes it on."""
        return any(teller != s.document for teller in self._tellers.get(voice, ()))

    def _families(self, roots: dict[str, set[str]]) -> Iterable[Tie]:
        """Documents of one text have one origin, credited or not; a document that gives the fact from two
        origins is left as it says, but for what it tells as its own."""
        reports = self._tellings.reports
        for s in self._group:
            if self._outlet(s) is None or len(roots[s.document]) == 1:
                for family in sorted(reports[s.document].families):
                    if self._kin[family] > 1:
                        yield from self._family_ties(family, s)

    def _family_ties(self, family: str, s: Statement) -> Iterable[Tie]:
        """Within a language the wording shows it; across languages only what has no source that is known by
        name is taken for the same telling."""
        language = self._tellings.reports[s.document].language
        yield Tie(s.id, f"family:{family}:{language}", "same_text", family)
        speaker = root_speaker(s)
        if speaker is None or voice_of(speaker, self._naming) is None:
            yield Tie(s.id, "family:" + family, "same_text", family)


def describe(origin: Origin, tellings: Tellings) -> str:
    """A name for an origin: its speaker and whose story it is."""
    first = origin.statements[0]
    for s in origin.statements:
        if root_speaker(s) is not None:
            first = s
            break
    speaker, outlet = root_speaker(first), innermost_outlet(first.chain)
    report = tellings.reports[first.document]
    story = outlet.name if outlet is not None else report.publisher_name or report.file
    return f"{speaker.name} / {story}" if speaker is not None else f"{story} (own voice)"


def nature(origin: Origin, tellings: Tellings) -> str:
    """`named`, `anonymous` or `unsourced`: what is known of who is nearest the fact."""
    types = set()
    for s in origin.statements:
        speaker = root_speaker(s)
        if speaker is not None:
            known = source_type(speaker, tellings.naming) != "anonymous"
            types.add("named" if known or voice_of(speaker, tellings.naming) else "anonymous")
    if types:
        return "named" if "named" in types else "anonymous"
    return "unsourced"
