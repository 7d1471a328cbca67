"""A report, the claims in it, and two versions of the software that may have read it."""

from __future__ import annotations

import hashlib

from reportedly.claims import Claim, Filler, Quantity, Quote, Source, When
from reportedly.documents import Document, DocumentWarning, Zone
from reportedly.ledger import Run

REPORT = (
    "A northern brief\n"
    "Commanders of the Karsk Front told The Harbour Post that "
    "Veland supplied the front with 24 Kornet missiles in May 2015.\n"
    "Veland denied it."
)
OLD = Run("1+old", "1", "old", "old")
NEW = Run("2+new", "2", "new", "new")


def at(words: str, text: str = REPORT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def a_filler(
    words: str, name: str | None = None, id: str | None = None, quantity: Quantity | None = None
) -> Filler:
    return Filler(name or words, words, *at(words), id=id, quantity=quantity)


def a_claim(**changes: object) -> Claim:
    """The transfer that the report's commanders tell of."""
    sentence = REPORT.split("\n")[1]
    fields: dict[str, object] = {
        "kind": "transfer",
        "roles": (
            ("supplier", (a_filler("Veland", id="state/veland"),)),
            ("recipient", (a_filler("Karsk Front"),)),
            ("materiel", (a_filler("Kornet", "9M133 Kornet", "materiel/kornet", Quantity(24, 24, "24")),)),
        ),
        "evidence": (Quote(*at(sentence), sentence),),
        "stage": "delivered",
        "when": When("2015-05", "2015-05"),
        "attribution": (
            Source("Commanders", "Commanders", "speaker", *at("Commanders"), cue=Quote(*at("told"), "told")),
            Source("The Harbour Post", "The Harbour Post", "outlet", *at("The Harbour Post")),
        ),
    }
    return Claim(**{**fields, **changes})  # type: ignore[arg-type]


def a_denial() -> Claim:
    return Claim(
        kind="transfer",
        roles=(
            ("supplier", (Filler("Veland", "Veland", *at("Veland denied")[:1], at("Veland denied")[0] + 6),)),
        ),
        evidence=(Quote(*at("Veland denied it."), "Veland denied it."),),
        polarity="denied",
    )


def a_document(
    text: str = REPORT, file: str = "reports/karsk.txt", **changes: object
) -> tuple[Document, bytes]:
    """A document and its bytes."""
    data = text.encode("utf-8", "surrogatepass")
    fields: dict[str, object] = {
        "file": file,
        "text": text,
        "digest": hashlib.sha256(data).hexdigest(),
        "reader": "plain",
        "reader_version": "1",
        "title": text.split("\n")[0],
        "language": "en",
        "zones": (Zone(0, len(text), "body", "en"),),
        "warnings": (DocumentWarning("decoded_by_detection", "cp1251"),),
    }
    return Document(**{**fields, **changes}), data  # type: ignore[arg-type]
