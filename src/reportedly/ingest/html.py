"""HTML pages: the article body under its title, as a text layer of its own. Runs in the parser process."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

import trafilatura
from lxml.etree import Comment, ProcessingInstruction, strip_elements, tostring
from lxml.html import HtmlElement
from trafilatura.baseline import baseline

from reportedly import __version__
from reportedly.documents import Document, DocumentWarning, Failure, RawInput
from reportedly.ingest.encoding import decode_labelled
from reportedly.ingest.limits import Limits
from reportedly.ingest.page_metadata import PageMetadata, is_web_address, page_metadata

VERSION = f"{__version__} trafilatura/{trafilatura.__version__}"
_META_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BLOCKS = (
    "address", "article", "aside", "blockquote", "br", "button", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
)  # fmt: skip
_BREAK = "\u2029"
_UNREAD = ("script", "style", "noscript", "template", "svg", "head")


def read_html(raw: RawInput, limits: Limits) -> Iterator[Document | Failure]:
    """The document of a page. Codes: `not_text`, `no_body`."""
    decoded = decode_labelled(raw.data, _labels(raw))
    if decoded.text is None:
        yield Failure(raw.file, "not_text", "the bytes are not text in any encoding known here")
        return
    tree = _parse(decoded.text)
    if tree is None:
        yield Failure(raw.file, "no_body", "the page cannot be parsed as HTML")
        return
    page = page_metadata(tree, raw.url)
    reader, body = "html-quick", _quick_text(tree) if limits.prefilter else ""
    if not limits.prefilter or _predicate(limits.prefilter)(body):
        reader, body = "html", _article(_parse(decoded.text) if body else tree)
    if not body:
        yield Failure(raw.file, "no_body", "the page has no body text")
        return
    url, warnings = _address(raw.url, page)
    text, cut = _layer(page.title, body, limits.text_chars)
    yield Document(
        file=raw.file,
        text=text,
        digest="",
        reader=reader,
        reader_version=VERSION,
        media_type="text/html",
        title=page.title,
        url=url,
        publisher=page.publisher,
        published=page.published,
        language=page.language,
        warnings=(*decoded.warnings, *warnings, *cut),
    )


def _labels(raw: RawInput) -> list[str]:
    """Encodings that the container and the page name, the container first."""
    labels = [raw.hints["charset"]] if raw.hints.get("charset") else _CHARSET.findall(raw.media_type or "")
    head = raw.data[:4096]
    return [*labels, *(label.decode("ascii", "replace") for label in _in_page(head))]


def _in_page(head: bytes) -> list[bytes]:
    return _XML_ENCODING.findall(head) + _META_CHARSET.findall(head)


def _parse(text: str) -> HtmlElement | None:
    text = _XML_DECLARATION.sub("", text.removeprefix("\ufeff")).replace("\0", "")
    if not text.strip():
        return None
    tree = trafilatura.load_html(text)
    return tree if tree is not None else trafilatura.load_html(f"<html><body><div>{text}</div></body></html>")


def _article(tree: HtmlElement) -> str:
    page = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, deduplicate=False)
    text: str = (getattr(page, "text", None) or "").strip() or baseline(tree)[1].strip()
    return text


@lru_cache(maxsize=4)
def _predicate(name: str) -> Callable[[str], bool]:
    module, _, function = name.partition(":")
    predicate: Callable[[str], bool] = getattr(importlib.import_module(module), function)
    return predicate


def _quick_text(tree: HtmlElement) -> str:
    """All text that a browser would show, broken at block elements: crude, but far cheaper than the article.
    Changes `tree`."""
    strip_elements(tree, *_UNREAD, Comment, ProcessingInstruction, with_tail=False)
    for element in tree.iter(*_BLOCKS):
        element.text = _BREAK + (element.text or "")
        element.tail = _BREAK + (element.tail or "")
    parts = (
        " ".join(part.split()) for part in tostring(tree, method="text", encoding="unicode").split(_BREAK)
    )
    return "\n".join(filter(None, parts))


def _layer(title: str | None, body: str, most: int) -> tuple[str, tuple[DocumentWarning, ...]]:
    """Title as the first line (once), then the body."""
    first = body.split("\n", 1)[0]
    if title and " ".join(first.split()).casefold() != title.casefold():
        body = f"{title}\n{body}"
    if len(body) <= most:
        return body, ()
    return body[:most], (DocumentWarning("truncated", f"cut after {most} characters"),)


def _address(known: str | None, page: PageMetadata) -> tuple[str | None, tuple[DocumentWarning, ...]]:
    """Where the page is from. An address known from outside stands; a page that claims another host is noted,
    not believed.
    """
    if not known or not is_web_address(known):
        return known or page.url, ()
    if page.url is None or _same_site(known, page.url):
        return known, ()
    return known, (
        DocumentWarning("spoofed_canonical", f"the page was at {known} and says it is {page.url}"),
    )


def _same_site(one: str, other: str) -> bool:
    a, b = (urlsplit(url).hostname or "" for url in (one, other))
    return a == b or a.endswith("." + b.removeprefix("www.")) or b.endswith("." + a.removeprefix("www."))
