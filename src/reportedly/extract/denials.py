"""Denials that do not repeat what they deny: "Tbilisi called the claim groundless", "The ministry dismissed
the report"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims import Reason, When
from reportedly.documents import Span
from reportedly.extract.attribution import Attributor
from reportedly.extract.claim_drafts import Draft
from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.discourse import Speaker
from reportedly.extract.drafts import Drafter
from reportedly.languages.pack import Pack

_CALLING = frozenset(
    {
        "call",
        "describe",
        "label",
        "brand",
        "dismiss",
        "reject",
        "term",
        "denounce",
        "consider",
        "condemn",
        "decry",
        "regard",
        "characterise",
        "characterize",
    }
)
_POINTERS = frozenset({"this", "that", "it", "them", "these", "those", "such", "everything", "all", "any"})
_KINDS = frozenset({"transfer", "support", "use", "possession"})
_NEAR, _FAR = 3, 14
"""Sentences back that a denial may answer: near for anybody, far where the denier is a party to what was
said."""


def answers(
    analysis: Analysis,
    drafts: Sequence[Draft],
    sentence: Span,
    drafter: Drafter,
    attributor: Attributor,
    words: str,
    quoting: Speaker | None,
) -> list[Draft]:
    """Denial drafts whose content is taken from the accusation before them."""
    pack = drafter.pack
    now = drafter.discourse.sentence
    own = [d for d in drafts if d.sentence == now]
    for clause in analysis.clauses:
        if clause.negated or not _denies(clause, pack, words):
            continue
        if any(clause is a or clause is d.clause for d in own for a in d.clause.ancestors()):
            continue
        if any(
            c.parent is clause and c.relation == "complement" and _of_goods(c, drafter)
            for c in analysis.clauses
        ):
            # It says itself what it denies.
            continue
        denial = _denial(drafts, clause, sentence, drafter, attributor, analysis, quoting)
        return [denial] if denial is not None else []
    return []


def _of_goods(clause: Clause, drafter: Drafter) -> bool:
    return any(drafter.reader.sort(a.phrase) == "materiel" for a in clause.arguments)


def _denies(clause: Clause, pack: Pack, words: str) -> bool:
    false = pack.says("false", pack.data["report"]["false_words"], words)
    if pack.report_verbs.get(clause.lemma) == "deny" and clause.form in (
        "finite",
        "participle",
        "infinitive",
        "gerund",
    ):
        return not clause.passive and any(_points(np, pack) for f in ("obj", "obj2") for np in clause.get(f))
    if clause.lemma in _CALLING and false:
        return any(_points(np, pack) for f in ("obj", "obj2") for np in clause.get(f)) or clause.passive
    if clause.form == "copula" and false:
        return any(_points(np, pack) for np in clause.get("subj"))
    return False


def _points(np: NounPhrase, pack: Pack) -> bool:
    return np.head_token.low in _POINTERS or np.head_token.low in pack.words("report", "allegation_nouns")


def _accusation(drafts: Sequence[Draft], now: int, deniers: frozenset[str]) -> Draft | None:
    """What the denial answers: the last accusation that names the denier as a party; else the last one near
    by."""
    candidates = [
        d for d in drafts if d.modality.polarity == "affirmed" and d.kind in _KINDS and not d.own_voice
    ]
    for draft in reversed(candidates):
        if now - draft.sentence <= _FAR and deniers & _parties(draft):
            return draft
    for draft in reversed(candidates):
        if now - draft.sentence <= _NEAR and (any(draft.chains) or now - draft.sentence <= 1):
            return draft
    return None


def _parties(draft: Draft) -> frozenset[str]:
    roles = ("supplier", "intermediary", "user", "holder", "recipient", "origin", "via")
    return frozenset(
        i for r in roles for t in draft.roles.get(r, ()) for i in (t.id, t.nation) if i is not None
    )


def _denial(
    drafts: Sequence[Draft],
    clause: Clause,
    sentence: Span,
    drafter: Drafter,
    attributor: Attributor,
    analysis: Analysis,
    quoting: Speaker | None,
) -> Draft | None:
    voices = attributor.denying(clause, analysis, quoting)
    deniers = frozenset(
        i
        for v in voices
        for _, t in v.sources
        for i in (t.id, t.nation, t.capital, *drafter.reader.parents(t.id))
        if i is not None
    )
    target = _accusation(drafts, drafter.discourse.sentence, deniers)
    if target is None:
        return None
    modality = replace(target.modality, polarity="denied", certainty="asserted", hedge="")
    roles = {r: [replace(t, antecedent=True) for t in ts] for r, ts in target.roles.items()}
    reasons = [Reason("polarity", f"answer:{clause.lemma}", clause.start, clause.end)]
    draft = Draft(
        target.frame, clause, drafter.discourse.sentence, roles, modality, When(), [sentence], reasons
    )
    draft.chains = attributor.chains(voices)
    return draft
