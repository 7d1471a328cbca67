"""Plain text: the text layer is the file, so that offsets are offsets into the file."""

from __future__ import annotations

from reportedly import __version__
from reportedly.documents import Document, Failure, RawInput
from reportedly.ingest.encoding import decode


def read_plain(raw: RawInput) -> Document | Failure:
    """The document of a text file. Codes: `empty`, `not_text`."""
    decoded = decode(raw.data)
    text = decoded.text
    if text is None:
        return Failure(raw.file, "not_text", "the bytes are not text in any encoding known here")
    if is_blank(text):
        return Failure(
            raw.file, "empty", "the file holds nothing but white space" if raw.data else "the file is empty"
        )
    return Document(
        file=raw.file,
        text=text,
        digest=raw.digest,
        reader="plain",
        reader_version=__version__,
        url=raw.url,
        warnings=decoded.warnings,
    )


def is_blank(text: str) -> bool:
    """Whether there is nothing to read in `text`; a byte order mark is nothing."""
    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
    return not text or text.isspace()
