"""PDF: the text of its pages in order, lines joined to paragraphs. Runs in the parser process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import PdfiumError

from reportedly import __version__
from reportedly.documents import Document, DocumentWarning, Failure, RawInput
from reportedly.ingest.limits import Limits
from reportedly.ingest.page_lines import Hyphens, paragraphs

VERSION = f"{__version__} pypdfium2/{pypdfium2.PYPDFIUM_INFO}"
_LINEARIZED = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]{2}")
_NO_TITLE = re.compile(
    r"^(untitled|microsoft (word|powerpoint) - .*|.*\.(docx?|pdf|indd|qxd|rtf|odt|xlsx?))$", re.IGNORECASE
)


def read_pdf(raw: RawInput, limits: Limits) -> Iterator[Document | Failure]:
    """The document of a PDF; pages are parted by a blank line. Codes: `damaged_pdf`, `encrypted_pdf`,
    `no_text`.
    """
    if _is_truncated(raw.data):
        yield Failure(raw.file, "damaged_pdf", "the file ends before the PDF does")
        return
    try:
        pdf = pypdfium2.PdfDocument(raw.data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            yield Failure(raw.file, "encrypted_pdf", "the PDF asks for a password")
        else:
            yield Failure(raw.file, "damaged_pdf", "the PDF cannot be opened")
        return
    try:
        yield _document(raw, pdf, limits)
    finally:
        pdf.close()


def _document(raw: RawInput, pdf: Any, limits: Limits) -> Document | Failure:
    pages, warnings = _pages(pdf, limits)
    if not pages:
        return Failure(raw.file, "damaged_pdf", "no page of the PDF can be read")
    hyphens = Hyphens("\n".join(pages))
    text = "\n\n".join(filter(None, (paragraphs(page, hyphens) for page in pages)))
    if not text.strip():
        return Failure(raw.file, "no_text", f"{len(pages)} pages, none with text (a scan?)")
    if hyphens.repaired:
        warnings.append(DocumentWarning("soft_hyphen", f"{hyphens.repaired} line-end hyphens resolved"))
    if _RIGHT_TO_LEFT.search(text):
        warnings.append(
            DocumentWarning("rtl_order", "right-to-left text of a PDF: check its order against the page")
        )
    if len(text) > limits.text_chars:
        text = text[: limits.text_chars]
        warnings.append(DocumentWarning("truncated", f"cut after {limits.text_chars} characters"))
    return Document(
        file=raw.file,
        text=text,
        digest="",
        reader="pdf",
        reader_version=VERSION,
        media_type="application/pdf",
        title=_title(pdf),
        url=raw.url,
        warnings=tuple(warnings),
    )


def _pages(pdf: Any, limits: Limits) -> tuple[list[str], list[DocumentWarning]]:
    """The text of each page that can be read, and warnings on those that were not."""
    pages: list[str] = []
    lost: list[str] = []
    count = min(len(pdf), limits.pdf_pages)
    for number in range(count):
        try:
            page = pdf[number]
            text_page = page.get_textpage()
            pages.append(text_page.get_text_range())
            text_page.close()
            page.close()
        except PdfiumError:
            lost.append(str(number + 1))
    warnings = (
        [DocumentWarning("page_cut", f"pages that cannot be read: {', '.join(lost[:20])}")] if lost else []
    )
    if len(pdf) > count:
        warnings.append(DocumentWarning("page_cut", f"only the first {count} of {len(pdf)} pages are read"))
    return pages, warnings


def _is_truncated(data: bytes) -> bool:
    """Whether the file has lost its end. A parser would guess at what is left; a report must be whole or
    refused.
    """
    linearized = _LINEARIZED.search(data[:1024])
    if linearized and int(linearized[1]) > len(data):
        return True
    return b"%%EOF" not in data


def _title(pdf: Any) -> str | None:
    """The title in the document's properties, unless it is a file name or a program's default."""
    title = " ".join(pdf.get_metadata_value("Title").split())
    return title if len(title) > 3 and not _NO_TITLE.match(title) else None
