"""Denials that do not repeat what they deny: "Tbilisi called the claim groundless", "The ministry dismissed the report"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims import Reason
from reportedly.documents import Span
from reportedly.extract.attribution import Attributor
from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.drafts import Draft, Drafter
from reportedly.extract.phrases import NounPhrase
from reportedly.languages.pack import Pack

_CALLING = frozenset({"call", "describe", "label", "brand", "dismiss", "reject", "term", "denounce", "consider", "condemn", "decry", "regard", "characterise", "characterize"})
_POINTERS = frozenset({"this", "that", "it", "them", "these", "those", "such", "everything", "all"})
_REACH = 4


def answers(analysis: Analysis, drafts: Sequence[Draft], sentence: Span, drafter: Drafter, attributor: Attributor, words: str) -> list[Draft]:
    """Denial drafts whose content is taken from the accusation before them."""
    pack = drafter.pack
    target = _accusation(drafts, drafter.discourse.sentence)
    if target is None:
        return []
    own = [d for d in drafts if d.sentence == drafter.discourse.sentence]
    for clause in analysis.clauses:
        if clause.negated or not _denies(clause, pack, words):
            continue
        if any(clause in d.clause.ancestors() for d in own):
            continue
        return [_denial(target, clause, sentence, drafter, attributor, analysis)]
    return []


def _accusation(drafts: Sequence[Draft], sentence: int) -> Draft | None:
    for draft in reversed(drafts):
        if sentence - draft.sentence > _REACH:
            return None
        if draft.modality.polarity == "affirmed" and draft.kind in ("transfer", "support", "use", "possession") and (any(draft.chains) or draft.sentence == sentence):
            return draft
    return None


def _denies(clause: Clause, pack: Pack, words: str) -> bool:
    false = any(w in words for w in pack.data["report"]["false_words"])
    if pack.report_verbs.get(clause.lemma) == "deny" and clause.form in ("finite", "participle", "infinitive", "gerund"):
        return not clause.passive and any(_points(np, pack) for f in ("obj", "obj2") for np in clause.get(f))
    if clause.lemma in _CALLING and false:
        return any(_points(np, pack) for f in ("obj", "obj2") for np in clause.get(f)) or clause.passive
    if clause.form == "copula" and false:
        return any(_points(np, pack) for np in clause.get("subj"))
    return False


def _points(np: NounPhrase, pack: Pack) -> bool:
    low = np.head_token.low
    return low in _POINTERS or low in pack.words("report", "allegation_nouns")


def _denial(target: Draft, clause: Clause, sentence: Span, drafter: Drafter, attributor: Attributor, analysis: Analysis) -> Draft:
    modality = replace(target.modality, polarity="denied", certainty="asserted", hedge="", stage=target.modality.stage)
    draft = Draft(
        target.frame, clause, drafter.discourse.sentence, {r: [replace(t, antecedent=True) for t in ts] for r, ts in target.roles.items()},
        modality, target.when.__class__(), [sentence], [Reason("polarity", f"answer:{clause.lemma}", clause.start, clause.end)],
    )  # fmt: skip
    voices = []
    if clause.form != "copula":
        voice = attributor._speak(clause, analysis, denied=True)
        if voice is not None:
            voices.append(voice)
    for cue in analysis.cues:
        voice = attributor._voice_of_cue(cue)
        if voice is not None and not voices:
            voices.append(voice)
    draft.chains = attributor._chains(voices)
    return draft
