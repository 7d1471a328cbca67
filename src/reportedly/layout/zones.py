"""Lay a document out: zones, languages, and what its own words say of title, publisher and date."""

from __future__ import annotations

from dataclasses import replace

from reportedly.documents import CLAIM_ZONES, Document, DocumentWarning, Zone
from reportedly.layout.cues import read_signs
from reportedly.layout.kinds import sure_kind
from reportedly.layout.language import fits, language_of, script_of, script_of_language
from reportedly.layout.lines import Unit, units
from reportedly.layout.masthead import publisher_of
from reportedly.layout.publication import published_of
from reportedly.layout.regions import settle
from reportedly.layout.words import folded

_INHERITS_BELOW = 14
"""A line of fewer words takes its document's language where its script allows it."""
_FOREIGN_FOOTER = 200


def _settle_languages(found: list[Unit]) -> str | None:
    """Give each unit its language; returns the document's: the one most of its claim-bearing text is in."""
    scripts = [script_of(unit.text) for unit in found]
    weight: dict[str, int] = {}
    last: str | None = None
    for unit, script in zip(found, scripts, strict=True):
        before = last if script in ("latin", "cyrillic") else None
        unit.language = language_of(unit.text, unit.low, script, before)
        if script in ("latin", "cyrillic") and unit.language:
            last = unit.language
        if unit.language and unit.kind in CLAIM_ZONES:
            weight[unit.language] = weight.get(unit.language, 0) + len(unit.text)
    unread = sum(len(u.text) for u in found if u.language is None and u.kind in CLAIM_ZONES)
    document = max(weight, key=lambda code: (weight[code], code)) if weight else None
    if document is not None and weight[document] < unread:
        document = None
    for unit, script in zip(found, scripts, strict=True):
        if not script or _inherits(unit, script, document):
            unit.language = document
    return document


def _inherits(unit: Unit, script: str, document: str | None) -> bool:
    """Short headlines and dry lines take their document's language, where script and words allow it."""
    if document is None or script != script_of_language(document):
        return False
    if unit.language is None or unit.kind == "title":
        limit = _INHERITS_BELOW if script != "latin" else 2 * _INHERITS_BELOW
        return unit.size < limit and (script != "latin" or fits(unit.low, document))
    return script == "east_asian" and unit.size < _INHERITS_BELOW


def _settle_foreign_footer(found: list[Unit], language: str | None) -> None:
    """A last short line in another language than the article is the site's, not the author's."""
    if language is None or len(found) < 3:
        return
    last = found[-1]
    own = any(unit.kind == "body" and unit.language == language for unit in found[:-1])
    if (
        own
        and last.kind == "body"
        and last.language not in (None, language)
        and len(last.text) <= _FOREIGN_FOOTER
    ):
        last.kind = "footer"


def _zones(found: list[Unit]) -> tuple[Zone, ...]:
    out: list[Zone] = []
    for unit in found:
        kind = unit.kind or "body"
        if out and out[-1].kind == kind and out[-1].language == unit.language:
            out[-1] = Zone(out[-1].start, unit.last, kind, unit.language)
        else:
            out.append(Zone(unit.first, unit.last, kind, unit.language))
    return tuple(out)


def _mixed(zones: tuple[Zone, ...]) -> tuple[DocumentWarning, ...]:
    languages = sorted({zone.language for zone in zones if zone.kind == "body" and zone.language})
    return (DocumentWarning("mixed_language", ", ".join(languages)),) if len(languages) > 1 else ()


def read_units(text: str, title: str | None = None) -> tuple[list[Unit], int | None]:
    """The paragraphs of `text`, each with its kind, and the index of the headline."""
    found = units(text)
    if not found:
        return [], None
    signs = read_signs(folded(text), found)
    for unit, sign in zip(found, signs, strict=True):
        unit.kind = sure_kind(unit, sign)
    return found, settle(found, signs, title)


def lay_out(document: Document) -> Document:
    """`document` with its zones and language, and with title, publisher and date of publication where the
    metadata left them out
    and the text says them. Every line that is not blank lies in exactly one zone; zones begin and end with
    a line (its line end not
    included). Nothing is guessed: what the text does not say stays None."""
    found, headline = read_units(document.text, document.title)
    if not found:
        return replace(document, zones=())
    language = _settle_languages(found)
    _settle_foreign_footer(found, language)
    zones = _zones(found)
    title = document.title or (found[headline].text if headline is not None else None)
    warnings = tuple(w for w in document.warnings if w.code != "mixed_language")
    return replace(
        document,
        zones=zones,
        language=language or document.language,
        title=title,
        publisher=document.publisher or publisher_of(document.text, found, headline),
        published=document.published
        or published_of(document.text, found, language or document.language, document.url),
        warnings=warnings + _mixed(zones),
    )
