"""Claims in one readable line each, for tests: `transfer Russia -> Hezbollah: Kornet (delivered) <
commanders < The Daily Beast`."""

from __future__ import annotations

from reportedly.claims import Claim
from reportedly.documents import Document, Zone
from reportedly.extract import extract

_SIDES = {
    "transfer": ("supplier", "recipient"),
    "support": ("supplier", "recipient"),
    "possession": ("holder", ""),
    "use": ("user", "target"),
    "production": ("producer", ""),
    "designation": ("authority", "subject"),
}


def document(text: str, published: str | None = "2021-06-15", language: str = "en") -> Document:
    """A laid-out document that is all body."""
    zone = Zone(0, len(text), "body", language)
    return Document(
        "test.txt", text, "0" * 64, "test", "1", language=language, published=published, zones=(zone,)
    )


def line(claim: Claim) -> str:
    """One claim as a line; what is unknown or usual is left out."""
    left, right = _SIDES[claim.kind]
    one = ", ".join(f.name for f in claim.fillers(left)) or "?"
    out = f"{claim.kind} {one}"
    if right and claim.fillers(right):
        out += " -> " + ", ".join(f.name for f in claim.fillers(right))
    goods = [
        f.name if f.quantity is None else f"{_number(f.quantity.min, f.quantity.max)} {f.name}"
        for f in claim.fillers("materiel")
    ]
    if goods:
        out += ": " + ", ".join(goods)
    for role in ("intermediary", "origin", "via", "destination", "place", "carrier"):
        if claim.fillers(role):
            out += f" {role}=" + ", ".join(f.name for f in claim.fillers(role))
    marks = []
    if claim.kind in ("transfer", "support"):
        marks.append(claim.stage if claim.means == "unspecified" else f"{claim.stage}/{claim.means}")
    if claim.polarity == "denied":
        marks.append("denied")
    if claim.certainty != "asserted":
        marks.append(claim.certainty)
    if claim.when.start or claim.when.end:
        marks.append(f"{claim.when.start or ''}..{claim.when.end or ''}")
    if marks:
        out += f" ({', '.join(marks)})"
    return out + "".join(f" < {s.name}" for s in claim.attribution)


def _number(least: int | None, most: int | None) -> str:
    if least == most:
        return str(least)
    return f"{'' if least is None else least}-{'' if most is None else most}"


def claims(text: str, published: str | None = "2021-06-15", language: str = "en") -> list[str]:
    """The claims of a text, a line each."""
    return [line(c) for c in extract(document(text, published, language))]
