"""What of a document is not read, and why: a language without a pack, or a pack whose analyser is not
installed."""

from __future__ import annotations

from dataclasses import replace

from reportedly.documents import CLAIM_ZONES, Document, DocumentWarning
from reportedly.extract.particles.morphemes import available
from reportedly.languages.pack import load_pack

_CODE = "no_language_pack"


def noted(document: Document) -> Document:
    """The laid-out document with a `no_language_pack` warning for each language of its body that is not
    read. A second call
    changes nothing."""
    unread: dict[str, int] = {}
    for zone in document.zones:
        language = zone.language or document.language
        if zone.kind in CLAIM_ZONES and language is not None and obstacle(language) is not None:
            unread[language] = unread.get(language, 0) + zone.end - zone.start
    kept = tuple(w for w in document.warnings if w.code != _CODE)
    notes = tuple(
        DocumentWarning(_CODE, f"{language}: {size} characters not read: {obstacle(language)}")
        for language, size in sorted(unread.items())
    )
    return replace(document, warnings=kept + notes) if kept + notes != document.warnings else document


def obstacle(language: str) -> str | None:
    """Why text in `language` is not read, in words for people; None where it is read."""
    pack = load_pack(language)
    if pack is None:
        return "there is no language pack for it"
    if pack.data.get("analyser") == "particles" and not available():
        return "its analyser is not installed (pip install 'reportedly[ja]')"
    return None
