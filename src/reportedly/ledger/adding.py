"""What a run of the pipeline brings, written into a ledger: the same from the command line and the
browser."""

from __future__ import annotations

import os

from reportedly.documents import Failure
from reportedly.errors import LedgerError
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.parcel import Parcel, pack
from reportedly.ledger.records import Added, Duplicate
from reportedly.pipeline import Done, Extracted, Failed, Known, Outcome


def packed(found: Extracted) -> Parcel:
    """A document ready to be written, made where it was read."""
    return pack(found.document, found.raw.data, found.claims, path=place(found.path))


def write(ledger: Ledger, outcome: Outcome[Parcel]) -> Added | Duplicate | Failed:
    """Writes what became of one input. Bytes that were removed from the ledger do not come back: a
    failure."""
    if isinstance(outcome, Known):
        return ledger.add_known(outcome.digest, outcome.file, place(outcome.path))
    if isinstance(outcome, Done):
        parcel = outcome.value
        try:
            return ledger.add_parcel(parcel)
        except LedgerError as refused:
            if refused.code != "removed":
                raise
            outcome = Failed(Failure(parcel.file, refused.code, str(refused)), parcel.path or "")
    ledger.fail(outcome.failure, path=place(outcome.path))
    return outcome


def place(path: str) -> str:
    """Where a file lies, for another try from another folder."""
    return path if path in ("", "-") else os.path.abspath(path)
