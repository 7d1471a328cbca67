"""Several clauses of one sentence that tell one movement or one deed: legs of a route, a cargo stopped and
described."""

from __future__ import annotations

from reportedly.claims import When
from reportedly.extract.claim_drafts import Draft, goods_spans

_MOVED = frozenset({"arrive", "leave", "carry", "land", "receive"})


def join_legs(drafts: list[Draft]) -> list[Draft]:
    """One movement told in one sentence is one claim: "driven into A, taken over by B and shipped to C".
    What was the end of a leg
    becomes a stage of the way; who held the goods is their supplier where nobody else is."""
    out: list[Draft] = []
    for draft in drafts:
        cargo = next((d for d in out if _same_cargo(d, draft)), None)
        if cargo is not None:
            for role, things in draft.roles.items():
                if role not in ("materiel", "interceptor") and role not in cargo.roles:
                    cargo.roles[role] = things
            if draft.modality.certainty != "asserted":
                cargo.modality.certainty, cargo.modality.hedge = (
                    draft.modality.certainty,
                    draft.modality.hedge,
                )
            cargo.reasons.extend(draft.reasons)
            continue
        told = next((d for d in out if _participle_first(d, draft)), None)
        if told is not None:
            for role, things in draft.roles.items():
                told.roles.setdefault(role, things)
            told.modality.stage = draft.modality.stage
            told.clause, told.when = draft.clause, told.when if told.when != When() else draft.when
            told.reasons.extend(draft.reasons)
            continue
        shot = next((d for d in out if _one_shot(d, draft)), None)
        if shot is not None:
            for role in ("user", "target", "place"):
                shot.roles.setdefault(role, draft.roles[role]) if role in draft.roles else None
            shot.reasons.extend(draft.reasons)
            continue
        home = next((d for d in out if _one_movement(d, draft)), None)
        if home is None:
            out.append(draft)
            continue
        for role in ("destination", "recipient"):
            if draft.clause.relation in ("relative", "reduced"):
                break
            for thing in home.roles.pop(role, []):
                stage = "intermediary" if thing.sort == "actor" else "via"
                if all(t.id != thing.id for t in home.roles.get(stage, ())):
                    home.roles.setdefault(stage, []).append(thing)
        if home.when == When() and draft.clause.relation != "relative":
            home.when = draft.when
        for role, things in draft.roles.items():
            role = (
                "intermediary"
                if role == "supplier"
                and draft.clause.passive
                and "supplier" not in home.roles
                and draft.clause.relation not in ("relative", "reduced")
                else role
            )
            known = home.roles.setdefault(role, [])
            known.extend(t for t in things if all((t.start, t.end) != (k.start, k.end) for k in known))
        home.frame = draft.frame
        if draft.means != "unspecified":
            home.means = draft.means
        home.reasons.extend(draft.reasons)
    for draft in out:
        if draft.kind == "transfer" and "supplier" not in draft.roles:
            held = next(
                (
                    d
                    for d in out
                    if d.kind == "possession"
                    and d.clause.form == "participle"
                    and goods_spans(d) & goods_spans(draft)
                ),
                None,
            )
            if held is not None:
                draft.roles["supplier"] = list(held.roles["holder"])
    return out


def _participle_first(one: Draft, other: Draft) -> bool:
    """ "mortars sent by X reached Y", "a missile fired by X hit Y": what the subject's participle tells
    belongs to its verb."""
    if (
        one.kind != other.kind
        or one.clause.relation != "reduced"
        or not one.clause.passive
        or other.clause.relation == "reduced"
    ):
        return False
    if one.modality.polarity != other.modality.polarity or not goods_spans(one) & goods_spans(other):
        return False
    if one.kind == "use":
        return "user" not in other.roles and "target" not in one.roles
    fits = one.frame.name not in ("seize", "capture", "halt", "request") and other.frame.name in (
        *_MOVED,
        "supply",
    )
    return (
        one.kind == "transfer"
        and fits
        and not ({"supplier"} & set(one.roles) and {"supplier"} & set(other.roles))
    )


def _one_shot(one: Draft, other: Draft) -> bool:
    """ "was hit by a missile fired by X": one use, told by what was hit and by who fired."""
    if one.kind != "use" or other.kind != "use" or other.clause.relation not in ("reduced", "relative"):
        return False
    return (
        "user" not in one.roles
        and "target" not in other.roles
        and bool(goods_spans(one) & goods_spans(other))
        and one.modality.polarity == other.modality.polarity
    )


def _same_cargo(one: Draft, other: Draft) -> bool:
    """ "seized 200 rifles and that the load was bound for X", "came from Iran and that the Houthis were to
    receive them"."""
    goods = other.roles.get("materiel", [])
    if (
        one.frame.name == "seize"
        and other.frame.name in ("arrive", "leave")
        and (one.clause.relation == "reduced" or other.clause.relation == "relative")
        and goods_spans(one) == goods_spans(other)
    ):
        return True
    if (
        one.kind != "transfer"
        or other.kind != "transfer"
        or not goods
        or not all(t.antecedent for t in goods)
    ):
        return False
    if (
        other.frame.name not in ("arrive", "receive", "leave", "carry")
        or one.modality.polarity != other.modality.polarity
    ):
        return False
    return one.frame.name in ("seize", "arrive", "leave", "carry") and bool(
        goods_spans(one) & goods_spans(other)
    )


def _one_movement(one: Draft, other: Draft) -> bool:
    if (
        one.kind == other.kind == "transfer"
        and other.clause.relation in ("relative", "reduced")
        and other.clause.parent is one.clause
    ):
        shared = goods_spans(one) & goods_spans(other)
        return (
            bool(shared)
            and one.modality.polarity == other.modality.polarity
            and one.frame.name not in ("seize", "capture", "halt", "request")
            and other.frame.name not in ("seize", "capture", "halt", "request", "buy", "order")
        )
    if (
        one.kind != "transfer"
        or other.kind != "transfer"
        or (other.clause.relation != "coordinate" and other.clause.parent is not one.clause.parent)
    ):
        return False
    moving = one.frame.name in ("arrive", "leave", "carry") and other.frame.name in (
        "arrive",
        "leave",
        "carry",
    )
    if (
        one.clause is other.clause
        or not ((one.clause.passive and other.clause.passive) or moving)
        or one.frame.name in ("seize", "capture", "halt", "request")
    ):
        return False
    if one.clause.relation == "reduced" or other.clause.relation == "reduced":
        return False
    return bool(goods_spans(one)) and goods_spans(one) == goods_spans(other)


def without_shadows(drafts: list[Draft]) -> list[Draft]:
    """Drop a nominal draft that its own verb says again with more ("carried out deliveries": the noun
    carries it)."""
    out: list[Draft] = []
    for draft in drafts:
        shadow = False
        for other in drafts:
            if other is draft or other.kind != draft.kind or draft.clause.form != "nominal":
                continue
            parent = draft.clause.parent
            if parent is other.clause and {t.id for t in draft.roles.get("materiel", ())} <= {
                t.id for t in other.roles.get("materiel", ())
            }:
                shadow = True
        if not shadow:
            out.append(draft)
    return out
