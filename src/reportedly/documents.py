"""What a report is once it has been read: bytes known by digest, one text layer, and what is known about it.

Offsets everywhere are half-open and count Unicode code points of `Document.text`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

ZoneKind = Literal["title", "byline", "body", "caption", "menu", "footer", "comment", "notice"]
"""`body` and `title` may carry claims; the rest is boilerplate and never does.
`menu`: navigation, share and subscribe prompts; `notice`: cookie, copyright, terms; `footer`: the site's
last lines."""

CLAIM_ZONES: frozenset[str] = frozenset({"title", "body"})


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """Something a reader of the claims must know about the text: `code` is stable, `detail` is for people.

    Codes in use: `decoded_lossy`, `decoded_by_detection`, `page_cut`, `digest_mismatch`, `mixed_language`,
    `no_language_pack`,
    `rtl_order`, `soft_hyphen`, `truncated`, `spoofed_canonical`.
    """

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of lines of one kind and one language. The zones of a document do not overlap and are in
    order."""

    start: int
    end: int
    kind: ZoneKind
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report.

    `file` is the name the user knows it by (a path relative to the folder given, with `#member` for a record
    of an archive
    or a line of a JSON-lines file). `digest` is the SHA-256 of its own bytes. `published` is `YYYY`,
    `YYYY-MM` or
    `YYYY-MM-DD`, or None where neither metadata nor text says. `zones` is empty until `reportedly.layout`
    has run.
    """

    file: str
    text: str
    digest: str
    reader: str
    reader_version: str
    media_type: str = "text/plain"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    zones: tuple[Zone, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at `span`, verbatim."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document: `code` for scripts, `reason` one line for people."""

    file: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class RawInput:
    """Bytes as they came, before any reader: `file` as in `Document.file`, and what the container says of
    them."""

    file: str
    data: bytes
    media_type: str | None = None
    url: str | None = None
    hints: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()
