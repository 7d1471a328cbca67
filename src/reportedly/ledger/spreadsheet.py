"""Claims as CSV for spreadsheets, none of whose cells is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reportedly.claims import ROLES
from reportedly.ledger.columns import chain, names, quantity
from reportedly.ledger.records import StoredClaim

COLUMNS = (
    "id", "file", "title", "publisher", "published", "kind", "polarity", "certainty", "stage", "means",
    "when_start", "when_end", *ROLES, "quantity", "said_by", "quote", "start", "end", "further_evidence",
    "document",
)  # fmt: skip
"""`start` and `end` are the first quote's place in the document's text (code points, half-open); `said_by` is
the chain of sources, nearest the fact first; `document` is the SHA-256 of the bytes."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(claims: Iterator[StoredClaim]) -> Iterator[bytes]:
    """The header, then a line for each claim, in UTF-8."""
    yield line(list(COLUMNS))
    for claim in claims:
        yield line([guarded(cell) for cell in _cells(claim)])


def guarded(cell: str) -> str:
    """`cell` with an apostrophe before it where a spreadsheet would run it."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _cells(claim: StoredClaim) -> list[str]:
    body = claim.body
    first, *others = body["evidence"]
    return [
        claim.id,
        claim.file,
        claim.title or "",
        claim.publisher or "",
        claim.published or "",
        *(body[key] for key in ("kind", "polarity", "certainty")),
        *(body.get(key, "") for key in ("stage", "means")),
        body["when"]["start"] or "",
        body["when"]["end"] or "",
        *(names(body, role).replace("\x00", "\ufffd") for role in ROLES),
        ", ".join(quantity(item.get("quantity")) or "?" for item in body.get("materiel", ())),
        chain(body),
        first["text"].replace("\x00", "\ufffd"),
        str(first["start"]),
        str(first["end"]),
        " ".join(f"{quote['start']}-{quote['end']}" for quote in others),
        claim.digest,
    ]


def line(cells: list[str]) -> bytes:
    """One line of CSV in UTF-8."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue().encode("utf-8", "replace")
