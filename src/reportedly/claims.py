"""What a claim is: one assertion, by one source, in one document, about one arms-related fact.

The fields and their values are those of the codebook (`docs/codebook.md`). Identity is what the document
says: its digest, the
spans and the roles as worded. Resolved names and ids lie beside it, so a better lexicon never changes which
claim it is.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["transfer", "possession", "use", "production", "support", "designation"]
Polarity = Literal["affirmed", "denied"]
Certainty = Literal["asserted", "probable", "possible"]
Stage = Literal["requested", "offered", "agreed", "underway", "delivered", "halted", "seized", "unspecified"]
Means = Literal["sale", "aid", "loan", "return", "barter", "smuggling", "capture", "licence", "unspecified"]
SourceRole = Literal["speaker", "outlet", "document"]

CORE_ROLES: dict[str, tuple[str, ...]] = {
    "transfer": ("supplier", "recipient", "materiel"),
    "possession": ("holder", "materiel"),
    "use": ("user", "materiel", "target"),
    "production": ("producer", "materiel"),
    "support": ("supplier", "recipient"),
    "designation": ("authority", "subject"),
}
FURTHER_ROLES: tuple[str, ...] = (
    "intermediary", "origin", "via", "destination", "place", "carrier", "interceptor", "financier",
)  # fmt: skip
ROLES: tuple[str, ...] = (
    "supplier", "recipient", "holder", "user", "producer", "authority", "subject", "target", "materiel",
    *FURTHER_ROLES,
)  # fmt: skip
STAGED_KINDS: frozenset[str] = frozenset({"transfer", "support"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document: `text == document.text[start:end]`, always."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as said: "at least 40" has only `min`, "up to 400" only `max`; `as_written` keeps the
    words."""

    min: int | None
    max: int | None
    as_written: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The alleged time of the fact, both ends inclusive, each `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or None."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Filler:
    """One thing in a role: `mention` are the document's words at `start:end`; `name` the canonical English
    name where the
    mention resolves (`id` set), else the words themselves (`id` None). `antecedent` is True where a pronoun
    or description was
    resolved inside the document: the span is then that of the name it stands for. `repaired` marks a name
    recovered by likeness."""

    name: str
    mention: str
    start: int
    end: int
    id: str | None = None
    quantity: Quantity | None = None
    antecedent: bool = False
    repaired: bool = False

    def to_json(self, *, materiel: bool) -> dict[str, Any]:
        out: dict[str, Any] = {"name": self.name, "id": self.id, "mention": self.mention}
        if materiel:
            q = self.quantity
            out["quantity"] = {"min": q.min, "max": q.max, "as_written": q.as_written} if q else None
        if self.antecedent:
            out["antecedent"] = True
        if self.repaired:
            out["repaired"] = True
        out["start"], out["end"] = self.start, self.end
        return out


@dataclass(frozen=True, slots=True)
class Source:
    """One link of an attribution chain. `cue` are the words that introduce it ("according to", "told"),
    where there are any."""

    name: str
    mention: str
    role: SourceRole
    start: int
    end: int
    id: str | None = None
    cue: Quote | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "id": self.id,
            "mention": self.mention,
            "role": self.role,
            "start": self.start,
            "end": self.end,
            "cue": self.cue.text if self.cue else None,
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: the rule that gave it and the words it read (span of the document, or
    None)."""

    field: str
    rule: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `roles` maps a role of `ROLES` to its fillers in the order of the text; absent roles are
    unknown."""

    kind: Kind
    roles: tuple[tuple[str, tuple[Filler, ...]], ...]
    evidence: tuple[Quote, ...]
    polarity: Polarity = "affirmed"
    certainty: Certainty = "asserted"
    stage: Stage = "unspecified"
    means: Means = "unspecified"
    when: When = When()
    attribution: tuple[Source, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def fillers(self, role: str) -> tuple[Filler, ...]:
        """The fillers of `role`, empty where the claim does not fill it."""
        return next((f for r, f in self.roles if r == role), ())

    def identity(self, digest: str) -> str:
        """A stable id: 16 hex digits over the document's digest, the kind, the polarity, stage and time, the
        evidence and the
        roles as worded ("signed in 2007, froze in 2010, handed over in 2016": one sentence, three claims)."""
        worded = {
            "document": digest,
            "kind": self.kind,
            "polarity": self.polarity,
            "stage": self.stage,
            "when": [self.when.start, self.when.end],
            "evidence": sorted((q.start, q.end) for q in self.evidence),
            "roles": {r: sorted((f.start, f.end) for f in fs) for r, fs in self.roles},
            "sources": [(s.start, s.end) for s in self.attribution],
        }
        canonical = json.dumps(worded, sort_keys=True, separators=(",", ":")).encode()
        return hashlib.sha256(canonical).hexdigest()[:16]

    def to_json(self, *, file: str, digest: str, explain: bool = False) -> dict[str, Any]:
        """The claim in codebook form, ready for one JSON line."""
        out: dict[str, Any] = {"id": self.identity(digest), "file": file, "kind": self.kind}
        for role in ROLES:
            fillers = self.fillers(role)
            if fillers:
                out[role] = [f.to_json(materiel=role == "materiel") for f in fillers]
        out["polarity"], out["certainty"] = self.polarity, self.certainty
        if self.kind in STAGED_KINDS:
            out["stage"], out["means"] = self.stage, self.means
        out["when"] = {"start": self.when.start, "end": self.when.end}
        out["attribution"] = [s.to_json() for s in self.attribution]
        out["evidence"] = [{"start": q.start, "end": q.end, "text": q.text} for q in self.evidence]
        if explain:
            out["explain"] = [
                {"field": r.field, "rule": r.rule, "start": r.start, "end": r.end} for r in self.reasons
            ]
        return out
