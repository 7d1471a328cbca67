"""Sentences that only itemise what the last one spoke of: "The haul consisted of ...", "These are small arms
and ..."."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims import Reason
from reportedly.documents import Span
from reportedly.extract.claim_drafts import Draft
from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.discourse import Discourse
from reportedly.extract.things import Reader, Thing

_CARGO = frozenset(
    {
        "haul",
        "cargo",
        "shipment",
        "shipments",
        "consignment",
        "delivery",
        "deliveries",
        "load",
        "package",
        "find",
        "cache",
        "supplies",
        "list",
        "arsenal",
        "stock",
        "items",
        "crates",
        "boxes",
        "aid",
        "order",
        "deal",
        "contract",
        "batch",
        "seizure",
        "loot",
        "inventory",
    }
)
_POINTERS = frozenset({"these", "they", "it", "this", "those", "what", "there", "which", "all"})


def elaborate(
    analysis: Analysis, sentence: Span, reader: Reader, discourse: Discourse, drafts: Sequence[Draft]
) -> bool:
    """Add the materiel that the sentence lists to the last draft; True where it did."""
    consist = frozenset(v.split()[0] for v in reader.pack.data["light"]["consist"])
    recent = [d for d in drafts if discourse.sentence - d.sentence <= 2 and "materiel" in d.roles]
    if not recent or analysis.question:
        return False
    for clause in analysis.clauses:
        if clause.negated or not (clause.form == "copula" or clause.lemma in consist or clause.lemma == "be"):
            continue
        items = _items(clause, reader)
        if items and _points_back(clause, reader, analysis):
            last = recent[-1]
            for draft in [d for d in recent if d.sentence == last.sentence and d.clause is last.clause] or [
                last
            ]:
                draft.roles["materiel"] = [
                    *draft.roles["materiel"],
                    *(i for i in items if all(i.id != t.id for t in draft.roles["materiel"])),
                ]
                draft.spans.append(sentence)
                draft.reasons.append(
                    Reason("materiel", f"elaboration:{clause.lemma}", clause.start, clause.end)
                )
            return True
    return False


def _items(clause: Clause, reader: Reader) -> list[Thing]:
    out: list[Thing] = []
    for function in ("obj", "obj2", "of", "subj"):
        for np in clause.get(function):
            thing = reader.read(np)
            if thing.sort == "materiel" and not (function == "subj" and thing.definite):
                out.append(thing)
    return out


def _points_back(clause: Clause, reader: Reader, analysis: Analysis) -> bool:
    subjects = clause.get("subj")
    if not subjects:
        return any(p.head_token.low in _POINTERS for p in analysis.phrases[:1])
    for np in subjects:
        thing = reader.read(np)
        if np.head_token.low in _CARGO or thing.pronoun in _POINTERS:
            return True
        if thing.sort == "materiel" and (
            thing.definite or np.words[0].low in ("these", "those", "such", "the")
        ):
            return True
    return False
