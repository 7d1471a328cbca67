"""Word documents: text in the order it stands."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx.document import Document as Word
from docx.oxml import parse_xml

from reportedly.documents import Document, Failure, RawInput
from reportedly.ingest import Limits, read_raw
from sample_files import write_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def one(data: bytes, limits: Limits | None = None) -> Document | Failure:
    (item,) = read_raw(RawInput("a.docx", data), limits or Limits())
    return item


def report(word: Word) -> None:
    word.core_properties.title = "Panel report"
    word.add_paragraph("Before the table.")
    table = word.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Item", "Number"
    table.cell(1, 0).text, table.cell(1, 1).text = "Launchers", "24"
    word.add_paragraph("After the table.")


def test_tables_stand_where_they_stood() -> None:
    document = one(write_docx(report))
    assert isinstance(document, Document)
    assert document.text == "Before the table.\nItem\tNumber\nLaunchers\t24\nAfter the table."
    assert document.title == "Panel report"


def test_tracked_insertions_are_text_and_deletions_are_not() -> None:
    def tracked(word: Word) -> None:
        paragraph = word.add_paragraph("Sent ")
        for change in (
            f"<w:ins {W}><w:r><w:t>24 launchers</w:t></w:r></w:ins>",
            f"<w:del {W}><w:r><w:delText>nothing</w:delText></w:r></w:del>",
        ):
            paragraph._p.append(parse_xml(change))

    document = one(write_docx(tracked))
    assert isinstance(document, Document)
    assert document.text == "Sent 24 launchers"


def test_text_in_content_controls_is_read() -> None:
    def controlled(word: Word) -> None:
        control = (
            f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        word.element.body.insert(0, parse_xml(control))

    document = one(write_docx(controlled))
    assert isinstance(document, Document)
    assert document.text == "In a control."


def test_damage_is_named() -> None:
    whole = write_docx(report)
    for data in (whole[: len(whole) // 2], b"PK\x03\x04word/document.xml" + bytes(100)):
        item = one(data)
        assert isinstance(item, Failure)
        assert item.code == "damaged_docx"


def test_an_empty_document_has_no_text() -> None:
    item = one(write_docx(lambda word: None))
    assert isinstance(item, Failure)
    assert item.code == "no_text"


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    """200 MB of zeros pack into 200 kB."""
    out = BytesIO(write_docx(report))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros.bin", bytes(20_000_000))
    item = one(out.getvalue(), Limits(unpacked_bytes=10_000_000))
    assert isinstance(item, Failure)
    assert item.code == "too_large"
