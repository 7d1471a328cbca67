"""From clauses to claim drafts: frames fill the roles with what the phrases name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims import Reason
from reportedly.documents import Span
from reportedly.extract.acceptance import Acceptance
from reportedly.extract.claim_drafts import Draft, when_of
from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.discourse import Speaker
from reportedly.extract.legs import join_legs, without_shadows
from reportedly.extract.modality import read_modality
from reportedly.extract.things import Thing
from reportedly.languages.frames import Frame

_SHIFTING = frozenset({"down", "up", "off"})
"""Particles that make another verb of their verb: "shoot down", "blow up"."""
_PARTICLES = frozenset(
    {"over", "back", "out", "off", "up", "down", "in", "on", "away", "for", "to", "behind", "against"}
)


class Drafter(Acceptance):
    """Fills frames from the clauses of one sentence at a time, with the memory of the document."""

    def draft(self, analysis: Analysis, sentence: str, speaker: Speaker | None, company: bool) -> list[Draft]:
        """The drafts of one sentence. `sentence` is its text in lower case; `company` says that weak names
        count here."""
        out: list[Draft] = []
        self.clauses_here = analysis.clauses
        self.named_here = [
            t for np in analysis.phrases for m in np.conjuncts() if (t := self.reader.read(m)).sort == "actor"
        ]
        self.goods_here = [
            t
            for np in analysis.phrases
            for m in np.conjuncts()
            if (t := self.reader.read(m)).sort == "materiel"
        ]
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
        return join_legs(without_shadows(out))

    def _does_so(self, clause: Clause, analysis: Analysis) -> Draft | None:
        """ "Russia has never done so": the last thing said, with another subject."""
        latest = self.latest
        so = clause.lemma == "do" and "so" in (*clause.words[1:3], *clause.adverbs)
        # "The African Union has not."
        bare = (
            clause.lemma in ("have", "do", "be")
            and clause.negated
            and not clause.adverbs
            and len(clause.arguments) == 1
            and len(analysis.clauses) == 1
        )
        if not (so or bare) or latest is None or self.discourse.sentence - latest.sentence > 2:
            return None
        subjects = [self.reader.read(np) for np in clause.get("subj")]
        subjects = [(self._as_state(t) or t) if t.sort == "place" else t for t in subjects]
        subjects = [t for t in subjects if t.sort == "actor"]
        role = next(
            (r for r in ("supplier", "authority", "user", "holder", "producer") if r in latest.roles), None
        )
        if not subjects or role is None:
            return None
        roles = {r: [replace(t, antecedent=True) for t in ts] for r, ts in latest.roles.items()}
        roles[role] = subjects
        modality = read_modality(clause, self.pack, "", latest.frame.stage)
        reasons = [Reason("kind", f"{latest.frame.name}:do so", clause.start, clause.end)]
        draft = Draft(
            latest.frame,
            clause,
            self.discourse.sentence,
            roles,
            modality,
            when_of(clause),
            [latest.spans[0], Span(analysis.start, analysis.end)],
            reasons,
        )
        draft.means = latest.means
        return draft

    def _frames_of(self, clause: Clause) -> Iterator[Frame]:
        if clause.form == "suffix":
            yield self.frames[self.pack.suffixes[clause.lemma]]
            return
        if (
            clause.passive
            and clause.lemma in self.pack.words("equipping")
            and (clause.form == "participle" or not (clause.past or clause.perfect))
            and clause.get("with")
            and not clause.get("by")
        ):
            # "are armed with": what they hold, not what was given.
            yield self.frames["equipped"]
            return
        if clause.form == "copula" and any(
            self.reader.read(np).description in self.reader.force_nouns for np in clause.get("subj")
        ):
            yield self.frames["present"]
        if clause.form == "nominal":
            role = (
                self.pack.data.get("role_nouns", {}).get(clause.lemma)
                if clause.marker == "subj" and clause.relation == "argument"
                else None
            )
            for name in (role,) if role else self.pack.nominals.get(clause.lemma, ()):
                yield self.frames[name]
            return
        seen: set[str] = set()
        entries = self.pack.predicates.get(clause.lemma, ())
        words = tuple(w for w in clause.words if self.pack.tags.get(w) != "ADV" or w in _PARTICLES)
        multi = [name for rest, name in entries if rest and _rest_matches(rest, words)]
        # "shot down a plane" is no shooting of planes: a particle makes another verb.
        joined = any(
            len(rest) == 1 and rest[0] in _SHIFTING and _rest_matches(rest, clause.words)
            for rest, _ in entries
        )
        plain = [name for rest, name in entries if not rest] if not joined else []
        for name in (*multi, *plain):
            if name not in seen:
                seen.add(name)
                yield self.frames[name]

    def _fill(
        self,
        frame: Frame,
        clause: Clause,
        analysis: Analysis,
        sentence: str,
        speaker: Speaker | None,
        company: bool,
    ) -> Draft | None:
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
        if (
            frame.name in ("seize", "carry", "take")
            and "capture" in self.frames
            and self._captures(frame, roles, clause)
        ):
            return self._fill(self.frames["capture"], clause, analysis, sentence, speaker, company)
        self._contracted(frame, roles, clause, speaker)
        self._holder(frame, roles, clause, speaker)
        self._owner_of_goods(frame, roles, clause, speaker)
        self._distinct(roles)
        if (
            not self._acceptable(frame, roles, clause, sentence, company)
            or self._anybody(clause)
            or self._unconfirmed(clause)
        ):
            return None
        modality = read_modality(clause, self.pack, sentence, frame.stage)
        if analysis.question or not modality.asserted:
            return None
        if (
            frame.kind in ("use", "possession", "production")
            and clause.form == "infinitive"
            and not self._real_infinitive(clause)
        ):
            return None
        if frame.kind in ("use", "possession", "production", "designation") and clause.modal in (
            "will",
            "shall",
            "would",
            "'ll",
            "'d",
        ):
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
        draft = Draft(
            frame,
            clause,
            self.discourse.sentence,
            roles,
            modality,
            when_of(clause),
            [Span(analysis.start, analysis.end)],
            reasons,
        )
        draft.means = frame.means or self._means(frame, clause)
        self._of_seized(draft)
        draft.own_voice = clause.form == "suffix"
        return draft

    def _means(self, frame: Frame, clause: Clause) -> str:
        """What the words around the verb say of the means: "against wheat" is barter, "free of charge"
        aid."""
        if frame.kind != "transfer":
            return "unspecified"
        against = [
            *clause.get("against"),
            *(
                clause.parent.get("against")
                if clause.parent is not None and clause.relation == "infinitive"
                else ()
            ),
        ]
        if any(
            self.reader.sort(np) not in ("actor", "place", "pronoun") for np in against
        ) and frame.name not in ("capture", "seize"):
            return "barter"
        words = " ".join(clause.words)
        for means, phrases in self.pack.data.get("means_words", {}).items():
            if any(f" {p}" in f" {words}" for p in phrases):
                return str(means)
        return "unspecified"


def _rest_matches(rest: Sequence[str], words: Sequence[str]) -> bool:
    if tuple(words[1 : 1 + len(rest)]) == tuple(rest):
        return True
    # "turned over two hundred pistols": the particle may stand in the number's words.
    return (
        len(rest) == 1
        and rest[0] in _PARTICLES
        and (rest[0] in words[1:8] or any(w.startswith(rest[0] + " ") for w in words[1:3]))
    )


def _ordered(clause: Clause) -> list[tuple[str, NounPhrase]]:
    """Arguments with the fixed functions first, so that a pronoun is resolved knowing the other parties."""
    rank = {"subj": 0, "by": 1, "agent": 2, "obj": 3, "iobj": 3, "obj2": 4}
    pairs = [(a.function, a.phrase) for a in clause.arguments]
    pairs.sort(key=lambda p: (rank.get(p[0], 5), p[1].pronoun))
    return pairs


def _richer(one: Draft, other: Draft) -> bool:
    """Which of two readings of one predicate says more: more core roles, then more fillers."""
    return (_weight(one), sum(map(len, one.roles.values()))) > (
        _weight(other),
        sum(map(len, other.roles.values())),
    )


def _weight(draft: Draft) -> int:
    return sum(
        1
        for role in (
            "supplier",
            "recipient",
            "materiel",
            "holder",
            "user",
            "target",
            "producer",
            "authority",
            "subject",
        )
        if role in draft.roles
    )
