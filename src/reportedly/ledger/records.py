"""What a ledger answers with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportedly.documents import DocumentWarning, Zone


@dataclass(frozen=True, slots=True)
class Run:
    """Which software made claims: `fingerprint` is the same for the same code and lexicon, and for no
    other."""

    fingerprint: str
    software: str
    extractor: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class Added:
    """A document is in the ledger with its current claims; `again` where a newer version read known bytes."""

    digest: str
    file: str
    claims: int
    warnings: int = 0
    again: bool = False
    new: int = 0
    retired: int = 0


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The same bytes and version were there before; `new_name` where the file's name was not."""

    digest: str
    file: str
    new_name: bool = False


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims: every field that is given must fit. Party, materiel and source fit by a part of the
    canonical name, of the document's words or of the id, whatever the case; `since` and `until` (`YYYY`,
    `YYYY-MM`, `YYYY-MM-DD`, inclusive) by the alleged time, so that claims without a time do not fit them."""

    supplier: str | None = None
    recipient: str | None = None
    materiel: str | None = None
    source: str | None = None
    kind: str | None = None
    polarity: str | None = None
    file: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A current claim: `body` in codebook form without `id` and `file`, with `explain`."""

    id: str
    digest: str
    file: str
    title: str | None
    publisher: str | None
    published: str | None
    body: dict[str, Any]

    def to_json(self, *, explain: bool = False) -> dict[str, Any]:
        """The claim in codebook form, as `Claim.to_json` has it."""
        out = {"id": self.id, "file": self.file, **self.body}
        if not explain:
            out.pop("explain", None)
        return out


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document's record without its bytes and text."""

    digest: str
    file: str
    media_type: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    language: str | None
    claims: int
    warnings: int


@dataclass(frozen=True, slots=True)
class FullDocument:
    """A document with its current text layer, every name it is known under, and its current claims."""

    record: StoredDocument
    files: tuple[str, ...]
    size: int
    reader: str
    reader_version: str
    text: str
    zones: tuple[Zone, ...]
    warnings: tuple[DocumentWarning, ...]
    claims: tuple[StoredClaim, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class StoredFailure:
    """An input that gave no document: `path` to try it again, `file` as people know it."""

    path: str
    file: str
    code: str
    reason: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the ledger that does not fit: `where` names a document, claim or log entry."""

    code: str
    where: str
    what: str
