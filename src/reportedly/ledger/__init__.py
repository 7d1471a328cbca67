"""The evidence ledger: documents, claims and an append-only log, in one SQLite file or a PostgreSQL
database."""

from __future__ import annotations

from reportedly.ledger.known import KnownDigests
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.log import Head
from reportedly.ledger.parcel import Parcel, pack
from reportedly.ledger.records import (
    Added,
    ClaimFilter,
    Duplicate,
    FullDocument,
    Problem,
    Run,
    StoredClaim,
    StoredDocument,
    StoredFailure,
)

__all__ = [
    "Added",
    "ClaimFilter",
    "Duplicate",
    "FullDocument",
    "Head",
    "KnownDigests",
    "Ledger",
    "Parcel",
    "Problem",
    "Run",
    "StoredClaim",
    "StoredDocument",
    "StoredFailure",
    "pack",
]
