"""One claim for one fact and one source: drafts that say the same again are joined, their evidence listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims import (
    CORE_ROLES,
    ROLES,
    Claim,
    Filler,
    Kind,
    Means,
    Quote,
    Reason,
    Source,
    Stage,
    When,
)
from reportedly.documents import Span
from reportedly.extract.claim_drafts import Draft
from reportedly.extract.things import Thing
from reportedly.lexicon import Lexicon


@dataclass(slots=True)
class _Joined:
    """Drafts of one fact by one chain."""

    draft: Draft
    drafts: list[Draft]
    """Every draft that was joined, the first among them."""
    chain: tuple[Source, ...]
    roles: dict[str, list[Thing]]
    spans: list[Span]
    when: When
    stage: Stage


def merge(drafts: Sequence[Draft], text: str, lexicon: Lexicon) -> list[Claim]:
    """The claims of a document, in the order of their first evidence."""
    joined: list[_Joined] = []
    for draft in drafts:
        for chain in draft.chains or [()]:
            one = _Joined(
                draft,
                [draft],
                chain,
                {r: list(ts) for r, ts in draft.roles.items()},
                list(draft.spans),
                draft.when,
                draft.modality.stage,
            )
            home = next((j for j in reversed(joined) if _same(j, one, lexicon)), None)
            if home is None:
                joined.append(one)
            else:
                _absorb(home, one)
    told = [j for j in joined if not all(d.headline for d in j.drafts)]
    return [_claim(j, text) for j in told or joined]


def _same(one: _Joined, other: _Joined, lexicon: Lexicon) -> bool:
    """True where `other` says again what `one` said: same kind, source and polarity, parties that do not
    differ, and materiel that
    is the same, or one the class of the other."""
    a, b = one.draft, other.draft
    if a.kind != b.kind or a.modality.polarity != b.modality.polarity:
        return False
    if [s.name for s in one.chain] != [s.name for s in other.chain]:
        return False
    if one.when != other.when and one.when != When() and other.when != When():
        return False
    shared = 0
    for role in CORE_ROLES[a.kind]:
        if role == "materiel":
            continue
        x, y = _keys(one.roles.get(role)), _keys(other.roles.get(role))
        if x and y:
            if not (x <= y or y <= x):
                return False
            shared += 1
    goods = [r for r in ("materiel",) if r in CORE_ROLES[a.kind]]
    if goods:
        if not _same_goods(one.roles.get("materiel", []), other.roles.get("materiel", []), lexicon):
            return False
        if (
            a.clause is not b.clause
            and {one.stage, other.stage} & {"seized", "halted", "requested", "agreed", "offered"}
            and one.stage != other.stage
        ):
            return False
    if shared:
        return True
    return a.clause is b.clause or (
        bool(goods) and b.sentence - max(d.sentence for d in one.drafts) <= 1 and a.frame.name == b.frame.name
    )


def _keys(things: Sequence[Thing] | None) -> frozenset[str]:
    return frozenset(t.id or t.name.lower() for t in things or ())


def _same_goods(x: Sequence[Thing], y: Sequence[Thing], lexicon: Lexicon) -> bool:
    for one in x:
        for other in y:
            if one.id is None or other.id is None:
                if one.name.lower() == other.name.lower():
                    return True
                continue
            if (
                one.id == other.id
                or one.id in lexicon.ancestors(other.id)
                or other.id in lexicon.ancestors(one.id)
            ):
                quantities = {
                    one.quantity.min if one.quantity else None,
                    other.quantity.min if other.quantity else None,
                } - {None}
                if len(quantities) <= 1:
                    return True
    return False


def _absorb(home: _Joined, more: _Joined) -> None:
    for role, things in more.roles.items():
        known = home.roles.setdefault(role, [])
        for thing in things:
            same = next(
                (k for k in known if (k.id or k.name.lower()) == (thing.id or thing.name.lower())), None
            )
            if same is None:
                known.append(thing)
            elif same.quantity is None and thing.quantity is not None:
                same.quantity = thing.quantity
    if all(d.headline for d in home.drafts):
        # The body says how sure it is; a headline leaves that out.
        home.draft.modality.certainty = more.draft.modality.certainty
        home.draft.modality.hedge = more.draft.modality.hedge
    home.drafts.extend(more.drafts)
    home.spans.extend(s for s in more.spans if s not in home.spans)
    if home.when == When():
        home.when = more.when
    if home.stage == "unspecified" or (home.stage == "delivered" and more.stage == "underway"):
        home.stage = more.stage
    if home.draft.means == "unspecified":
        home.draft.means = more.draft.means
    home.draft.reasons.extend(more.draft.reasons)


def _claim(joined: _Joined, text: str) -> Claim:
    draft = joined.draft
    roles: list[tuple[str, tuple[Filler, ...]]] = []
    for role in ROLES:
        things = joined.roles.get(role)
        if things:
            roles.append((role, tuple(_unique([t.filler(text) for t in things]))))
    kind: Kind = draft.kind  # type: ignore[assignment]
    staged = kind in ("transfer", "support")
    certainty = draft.modality.certainty
    if draft.modality.sourceless_only and joined.chain:
        certainty = "asserted"
    means: Means = draft.means if staged else "unspecified"  # type: ignore[assignment]
    reasons = [*draft.reasons]
    if draft.modality.hedge:
        reasons.append(Reason("certainty", f"hedge:{draft.modality.hedge}"))
    reasons.append(
        Reason("stage", f"{draft.clause.form}:{draft.clause.lemma}", draft.clause.start, draft.clause.end)
    )
    reasons.extend(
        Reason("attribution", f"cue:{s.cue.text if s.cue else 'kept'}", s.start, s.end) for s in joined.chain
    )
    return Claim(
        kind=kind,
        roles=tuple(roles),
        evidence=tuple(Quote(s.start, s.end, text[s.start : s.end]) for s in sorted(joined.spans)),
        polarity=draft.modality.polarity,
        certainty=certainty,
        stage=joined.stage if staged else "unspecified",
        means=means,
        when=joined.when,
        attribution=joined.chain,
        reasons=tuple(reasons),
    )


def _unique(fillers: Sequence[Filler]) -> list[Filler]:
    seen: set[tuple[int, int, str]] = set()
    out: list[Filler] = []
    for filler in fillers:
        key = (filler.start, filler.end, filler.name)
        if key not in seen:
            seen.add(key)
            out.append(filler)
    return out
