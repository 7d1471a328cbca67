"""The forms of one listed name: what the compiler adds so that people need not list it."""

from __future__ import annotations

from lexicon_build.cyrillic import inflect
from lexicon_build.entries import Label
from lexicon_build.latin import designation_variants, english_variants, hyphen_variants, plural
from lexicon_build.western import LANGUAGES as WESTERN
from lexicon_build.western import inflect as inflect_western

_UNVARIED = frozenset({"domain"})
_CASED = frozenset({"ru", "uk"})
_LONGEST_WITH_VARIANTS = 60


def forms_of(label: Label, *, kind: str, category: str) -> list[str]:
    """Every spelling of the name that is to be found in texts, the name itself first, capitals as they are
    written.
    """
    if label.type in _UNVARIED:
        return [label.text]
    spelled = _spellings(label, kind)
    if label.language in _CASED and _has_cyrillic(label.text):
        cased = [form for text in spelled for form in _cases(text, label, kind, category)]
        return list(dict.fromkeys((label.text, *cased)))
    if label.language in WESTERN and (
        label.type == "demonym" or (kind == "materiel" and category == "class")
    ):
        adjective = label.type == "demonym"
        spelled += inflect_western(label.text, str(label.language), kind=kind, adjective=adjective)
    if kind == "materiel" and label.language in (None, "en"):
        spelled += [more for text in spelled if (more := plural(text))]
    return list(dict.fromkeys((label.text, *spelled)))


def _spellings(label: Label, kind: str) -> list[str]:
    text = label.text
    if len(text) > _LONGEST_WITH_VARIANTS:
        return [text]
    if kind == "materiel":
        if label.language == "en" and text.islower():
            return english_variants(text)
        return designation_variants(text)
    return hyphen_variants(text) if kind != "outlet" and not _has_cyrillic(text) else [text]


def _cases(text: str, label: Label, kind: str, category: str) -> list[str]:
    return inflect(
        text,
        label.language or "ru",
        person=category == "person" or label.type == "leader",
        adjective=label.type == "demonym",
        plurals=kind == "materiel",
    )


def _has_cyrillic(text: str) -> bool:
    return any("\u0400" <= char <= "\u04ff" for char in text)
