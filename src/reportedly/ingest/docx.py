"""Word documents: paragraphs, tables and notes in the order they stand. Runs in the parser process."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from reportedly import __version__
from reportedly.documents import Document, DocumentWarning, Failure, RawInput
from reportedly.ingest.limits import Limits

VERSION = f"{__version__} python-docx/{version('python-docx')}"
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_PRINTED = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = qn("w:t")
_PASSED_OVER = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:pPr"),
        qn("w:rPr"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
"""Deleted text, and what would say the same thing twice."""
_NOTES = ("/word/footnotes.xml", "/word/endnotes.xml")


def read_docx(raw: RawInput, limits: Limits) -> Iterator[Document | Failure]:
    """The document of a .docx: one paragraph a line, cells of a row parted by tabs, notes at the end.
    Tracked insertions count as text, deletions do not. Codes: `damaged_docx`, `too_large`, `no_text`."""
    try:
        with zipfile.ZipFile(BytesIO(raw.data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > limits.unpacked_bytes:
            yield Failure(
                raw.file, "too_large", f"the document unpacks to more than {limits.unpacked_bytes} bytes"
            )
            return
        opened = docx.Document(BytesIO(raw.data))
        text = "\n".join(_lines(opened.element.body)) + _notes(opened)
        title = " ".join(opened.core_properties.title.split()) or None
    except MemoryError:
        raise
    except (
        Exception
    ) as error:  # python-docx raises whatever its parts do: KeyError, BadZipFile, XMLSyntaxError, ...
        yield Failure(raw.file, "damaged_docx", f"the document cannot be opened: {type(error).__name__}")
        return
    if not text.strip():
        yield Failure(raw.file, "no_text", "the document holds no text")
        return
    yield _document(raw, text, title, limits)


def _document(raw: RawInput, text: str, title: str | None, limits: Limits) -> Document:
    cut = len(text) > limits.text_chars
    return Document(
        file=raw.file,
        text=text[: limits.text_chars],
        digest="",
        reader="docx",
        reader_version=VERSION,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        title=title,
        url=raw.url,
        warnings=(DocumentWarning("truncated", f"cut after {limits.text_chars} characters"),) if cut else (),
    )


def _lines(parent: Any) -> Iterator[str]:
    """Lines of the blocks inside `parent`, through content controls and tracked insertions."""
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield "".join(_runs(child))
        elif child.tag == _TABLE:
            for row in child.iter(_ROW):
                yield "\t".join(" ".join(filter(None, _lines(cell))) for cell in row.iter(_CELL))
        elif isinstance(child.tag, str) and child.tag not in _PASSED_OVER:
            yield from _lines(child)


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _PRINTED:
            yield _PRINTED[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _PASSED_OVER:
            yield from _runs(child)


def _notes(opened: Any) -> str:
    """Footnotes, then endnotes, a line each: in reports they hold the sources."""
    lines: list[str] = []
    for part in opened.part.package.iter_parts():
        if part.partname in _NOTES:
            notes = [" ".join("\n".join(_lines(note)).split()) for note in parse_xml(part.blob)]
            lines += [note for note in notes if note]
    return "\n" + "\n".join(lines) if lines else ""
