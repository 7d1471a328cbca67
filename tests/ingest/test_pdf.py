"""PDFs: text of the pages in order, or a reason why not."""

from __future__ import annotations

import pytest

from reportedly.documents import Document, Failure, RawInput
from reportedly.ingest import Limits, read_raw
from sample_files import write_pdf

FIRST = [
    "The panel found that two of the launchers had been shipped through the",
    "port in the spring of that year, and that the exporter had named an-",
    "other consignee in its papers.",
    "A second shipment of anti-",
    "tank missiles followed.",
]


def one(data: bytes, limits: Limits | None = None) -> Document | Failure:
    (item,) = read_raw(RawInput("a.pdf", data), limits or Limits())
    return item


def code(data: bytes) -> str:
    item = one(data)
    assert isinstance(item, Failure), item
    return item.code


def test_lines_become_paragraphs_and_pages_are_parted() -> None:
    document = one(write_pdf(FIRST, ["Page two says less."], title="Report of the panel"))
    assert isinstance(document, Document)
    assert "shipped through the port in the spring" in document.text
    assert "another consignee in its papers.\nA second shipment of anti-tank missiles" in document.text
    assert document.text.endswith("followed.\n\nPage two says less.")
    assert document.title == "Report of the panel"
    assert "soft_hyphen" in [warning.code for warning in document.warnings]


def test_a_truncated_pdf_is_refused() -> None:
    whole = write_pdf(FIRST)
    assert code(whole[: len(whole) * 2 // 3]) == "damaged_pdf"
    assert code(b"%PDF-1.4\nnonsense\n%%EOF") == "damaged_pdf"


def test_a_linearised_pdf_cut_behind_its_first_end_is_refused() -> None:
    """Such a file has an end mark near its beginning; its declared length tells."""
    data = write_pdf(FIRST).replace(b"%PDF-1.4\n", b"%PDF-1.4\n%<< /Linearized 1 /L 999999 >>\n")
    assert code(data) == "damaged_pdf"


def test_an_encrypted_pdf_is_named_as_such() -> None:
    secret = "<" + "41" * 32 + ">"
    extra = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {secret} /U {secret} /P -44 >> /ID [<41> <41>]"
    assert code(write_pdf(FIRST, extra=extra)) == "encrypted_pdf"


def test_a_scan_has_no_text() -> None:
    assert code(write_pdf([])) == "no_text"


@pytest.mark.parametrize("title", ["Microsoft Word - final v3.doc", "untitled", "scan.pdf"])
def test_a_file_name_is_no_title(title: str) -> None:
    document = one(write_pdf(FIRST, title=title))
    assert isinstance(document, Document)
    assert document.title is None


def test_pages_over_the_limit_are_cut_with_a_warning() -> None:
    document = one(write_pdf(["One."], ["Two."], ["Three."]), Limits(pdf_pages=2))
    assert isinstance(document, Document)
    assert document.text == "One.\n\nTwo."
    assert [warning.code for warning in document.warnings] == ["page_cut"]


def test_right_to_left_text_carries_a_warning() -> None:
    """Its order in a PDF is that of the paper, and may be reversed in part."""
    document = one(write_pdf(["ABCDEF GHIJK LMNOP"], shift=0x0627 - 0x41))
    assert isinstance(document, Document)
    assert "\u0627" in document.text
    assert [warning.code for warning in document.warnings] == ["rtl_order"]
