"""Pages: the article, its title and what the page says of itself."""

from __future__ import annotations

import pytest

from reportedly.documents import Document, Failure, RawInput
from reportedly.ingest import Limits, read_raw


def one(data: bytes | str, **known: object) -> Document:
    (item,) = read_raw(RawInput("a.html", data.encode() if isinstance(data, str) else data, **known))  # type: ignore[arg-type]
    assert isinstance(item, Document), item
    return item


def code(data: bytes) -> str:
    (item,) = read_raw(RawInput("a.html", data))
    assert isinstance(item, Failure), item
    return item.code


def test_the_article_is_read_under_its_title(page: str) -> None:
    """Menu and footer stay out; words broken by tags are whole."""
    document = one(page)
    assert document.text.splitlines()[0] == "Exporter denies shipment"
    assert document.text.count("Exporter denies shipment") == 1
    assert "S-300 batteries" in document.text
    assert "Sport" not in document.text
    assert "All rights reserved" not in document.text
    assert (document.title, document.publisher) == ("Exporter denies shipment", "Harbour Times")
    assert (document.published, document.url) == ("2014-11-12", "https://harbour.example/a/1")
    assert (document.reader, document.media_type) == ("html", "text/html")


def test_the_same_bytes_give_the_same_text(page: str) -> None:
    assert one(page).text == one(page).text


def test_a_canonical_link_to_another_host_is_not_believed(page: str) -> None:
    document = one(page, url="https://copycat.example/1")
    assert document.url == "https://copycat.example/1"
    assert [warning.code for warning in document.warnings] == ["spoofed_canonical"]


@pytest.mark.parametrize("known", ["https://www.harbour.example/a/1?x", "http://m.harbour.example/a/1"])
def test_another_name_of_the_same_site_is_no_spoof(page: str, known: str) -> None:
    assert one(page, url=known).warnings == ()


def test_charset_of_the_page_is_honoured() -> None:
    text = "Министерство обороны опровергло сообщения о поставках ракет в порт."
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{text}</p></body></html>'
    document = one(page.encode("cp1251"))
    assert text in document.text
    assert document.warnings == ()


def test_charset_of_the_container_outranks_that_of_the_page() -> None:
    text = "Министерство обороны опровергло сообщения о поставках ракет в порт."
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{text}</p></body></html>'
    assert text in one(page.encode("cp1251"), hints={"charset": "windows-1251"}).text


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<html><body> </body></html>", b"<html><head><title>T</title></head>"]
)
def test_a_page_without_body_is_a_failure(data: bytes) -> None:
    assert code(data) == "no_body"


def test_white_space_is_empty_and_bytes_are_not_text() -> None:
    assert code(b" \n ") == "empty"
    assert code(b"<html>" + bytes(range(256)) * 20) == "not_text"


def test_a_fragment_is_read() -> None:
    assert one("<p>A fragment about a shipment of arms.</p>").text == "A fragment about a shipment of arms."


def test_text_over_the_limit_is_cut_with_a_warning(page: str) -> None:
    (document,) = read_raw(RawInput("a.html", page.encode()), Limits(text_chars=40))
    assert isinstance(document, Document)
    assert len(document.text) == 40
    assert [warning.code for warning in document.warnings] == ["truncated"]


def test_the_prefilter_spares_the_article_search(page: str, poison: str) -> None:
    """A page put aside is still a document, with all its words; a page let through is read as ever."""
    (aside,) = read_raw(RawInput("a.html", page.encode()), Limits(prefilter=f"{poison}:never"))
    (through,) = read_raw(RawInput("a.html", page.encode()), Limits(prefilter=f"{poison}:arms"))
    assert isinstance(aside, Document)
    assert isinstance(through, Document)
    assert aside.reader == "html-quick"
    assert "All rights reserved" in aside.text
    assert "S-300 batteries" in aside.text
    assert (through.reader, through.text) == ("html", one(page).text)
