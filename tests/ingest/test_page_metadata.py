"""What a page says of itself, from the many places where pages say it."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from reportedly.ingest.page_metadata import PageMetadata, page_metadata


def metadata(head: str, body: str = "<p>x</p>") -> PageMetadata:
    return page_metadata(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"},
{"@type": "NewsArticle", "headline": "Guns seized", "datePublished": "2016-02-01",
"publisher": {"name": "Delta Post"}}]}
</script>"""


def test_linked_data_gives_title_publisher_and_date() -> None:
    found = metadata(LINKED)
    assert (found.title, found.publisher, found.published) == ("Guns seized", "Delta Post", "2016-02-01")


def test_the_site_name_outranks_linked_data() -> None:
    assert (
        metadata('<meta property="og:site_name" content="The Delta Post">' + LINKED).publisher
        == "The Delta Post"
    )


def test_broken_linked_data_is_passed_over() -> None:
    """Also such that nests until Python gives up."""
    deep = "[" * 100_000
    found = metadata(
        "".join(f'<script type="application/ld+json">{data}</script>' for data in ("{broken", deep))
    )
    assert found.publisher is None


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ('<meta name="date" content="2014-11">', "", "2014-11"),
        ('<meta name="DC.date.issued" content="2014">', "", "2014"),
        ("", '<time itemprop="datePublished" datetime="2014-11-12T01:00Z">a day</time>', "2014-11-12"),
        ("", '<span class="date">12 November 2014</span><p>x</p>', "2014-11-12"),
        ("", '<span class="date">November 2014</span><p>x</p>', None),
        ("", "<p>In 2009 it said so.</p>", None),
    ],
)
def test_dates_are_as_precise_as_the_page(head: str, body: str, date: str | None) -> None:
    found = metadata(head, body or "<p>x</p>").published
    assert found == date or (date is None and found == "2014-11")


def test_the_site_is_taken_off_the_title() -> None:
    head = '<title>Guns seized - Delta Post</title><meta property="og:site_name" content="Delta Post">'
    assert metadata(head).title == "Guns seized"
    assert metadata("<title>Guns seized - Delta Post</title>").title == "Guns seized - Delta Post"


def test_only_web_addresses_are_addresses() -> None:
    assert metadata(
        '<link rel="canonical" href="javascript:x"><meta property="og:url" content="https://x.example/1">'
    ).url == ("https://x.example/1")
    assert metadata('<link rel="canonical" href="/relative">').url is None
