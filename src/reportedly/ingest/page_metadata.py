"""What an HTML page says of itself: title, publisher, date, address. Said by the page, hence never proof of
anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml.html import HtmlElement

from reportedly.ingest.dates import published_date

_TITLE = ("og:title", "twitter:title", "citation_title", "dc.title", "headline")
_PUBLISHER = ("og:site_name",)
_PUBLISHER_AFTER_JSON = (
    "application-name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
)
_PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "publishdate",
    "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date",
    "citation_date", "article:published", "published_time", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "og:article:published_time",
)  # fmt: skip
_ARTICLE = re.compile(r"(?:article|posting|report|webpage|creativework)$", re.IGNORECASE)
_LATEST = datetime(2200, 1, 1)
"""htmldate would else refuse dates after today, and the result would depend on the day it runs."""


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Fields as in `Document`; `url` is the address the page claims (canonical link, else og:url)."""

    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None


def page_metadata(tree: HtmlElement, base: str | None = None) -> PageMetadata:
    """Read the metadata of a parsed page; `base` resolves a relative canonical link."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    publisher = (
        _first(meta, _PUBLISHER)
        or _tidy(next(filter(None, map(_publisher_of, linked)), None))
        or _first(meta, _PUBLISHER_AFTER_JSON)
    )
    return PageMetadata(
        title=_title(tree, meta, linked, publisher),
        publisher=publisher,
        published=_published(tree, meta, linked),
        url=_claimed_url(tree, meta, base),
        language=_tidy(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Content by lower-case property, name or itemprop; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        content = _tidy(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            key = element.get(attribute)
            if key and content:
                found.setdefault(key.strip().lower(), content)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe an article; lists and @graph opened one level."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in data if isinstance(data, list) else [data]:
            graph = item.get("@graph") if isinstance(item, dict) else None
            for node in graph if isinstance(graph, list) else [item]:
                if isinstance(node, dict) and _is_article(node.get("@type")):
                    yield node


def _is_article(kind: object) -> bool:
    return any(
        isinstance(k, str) and _ARTICLE.search(k) for k in (kind if isinstance(kind, list) else [kind])
    )


def _publisher_of(node: dict[str, Any]) -> str | None:
    publisher = node.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return name if isinstance(name, str) else None


def _title(
    tree: HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]], publisher: str | None
) -> str | None:
    headlines = (node["headline"] for node in linked if isinstance(node.get("headline"), str))
    said = _first(meta, _TITLE) or _tidy(next(headlines, None))
    if said:
        return _without_site(said, publisher)
    headings = [heading for heading in tree.iterfind(".//h1") if _tidy(heading.text_content())]
    if len(headings) == 1:
        return _tidy(headings[0].text_content())
    element = tree.find(".//title")
    title = _tidy(element.text_content()) if element is not None else None
    return _without_site(title, publisher) if title else None


def _without_site(title: str, publisher: str | None) -> str:
    """The title without " | Outlet" at its end, where the page names that outlet."""
    if not publisher:
        return title
    match = re.match(r"(.+\S)\s*[|–—·»-]\s*" + re.escape(publisher) + r"$", title, re.IGNORECASE)
    return match[1] if match else title


def _published(tree: HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    values: list[object] = [meta[key] for key in _PUBLISHED if key in meta]
    values += [node.get("datePublished") for node in linked]
    values += [
        element.get("datetime") or element.text_content()
        for element in tree.iterfind(".//time")
        if element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or "")
    ]
    for value in values:
        date = published_date(value) if isinstance(value, str) else None
        if date:
            return date
    return _date_in_markup(tree)


def _date_in_markup(tree: HtmlElement) -> str | None:
    """A date in an element that is marked as one. The search fills in a first of the month or January where
    the page gives none, so such a date is kept only as precise as is certain.
    """
    found = find_date(tree, extensive_search=False, original_date=True, max_date=_LATEST)
    if not found:
        return None
    return found[:4] if found.endswith("-01-01") else found[:7] if found.endswith("-01") else found


def _claimed_url(tree: HtmlElement, meta: dict[str, str], base: str | None) -> str | None:
    links = (link.get("href") for link in tree.iterfind(".//link[@rel='canonical']"))
    for said in (next(links, None), meta.get("og:url")):
        url = urljoin(base or "", said.strip()) if said else ""
        if is_web_address(url):
            return url
    return None


def is_web_address(url: str) -> bool:
    """Whether `url` is an absolute http address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _tidy(text: str | None) -> str | None:
    return " ".join(text.split())[:1000] or None if text else None
