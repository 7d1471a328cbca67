"""Names of states and territories in many languages, from the Unicode CLDR as Babel carries it."""

from __future__ import annotations

import re

from babel import Locale

from lexicon_build.entries import Entry, Label
from reportedly.lexicon.folding import fold

LANGUAGES = ("en", "ja", "ru", "uk", "es", "fr", "de", "ar")
_OWN = frozenset({"es", "fr", "de", "ar"})
"""Languages whose listed names say nothing of the others'."""
_ISLANDS = {"о-в ": "остров ", "о-ва ": "острова ", " о-ва": " острова"}
_PARTED = re.compile(r"(?P<main>[^(（]+?) ?[(（](?P<other>[^)）]+)[)）]\Z")
_NAMESAKES = frozenset({"США", "Великобритания", "UK", "US"})
_WEAK = frozenset(
    {
        "maurice", "dominique", "granada", "jersey", "reunion", "reunión", "jordan", "georgia", "chad",
        "tchad", "guinea",
        "dominica", "inde", "niue", "montserrat", "martinique", "guadeloupe", "saint martin", "saint-martin",
        "чад", "того", "конго", "джерси", "джерсі", "гернси", "доминика", "домініка", "реюньон", "ниуэ",
        "ニウエ", "マン島",
    }
)  # fmt: skip
"""Country names that are also words, persons or other places, folded. One that states.yml lists keeps what is
said there.
"""


def add_cldr_names(by_id: dict[str, Entry]) -> None:
    """Gives each `state/xx` of two letters, and each state with a `cldr` code, the names that CLDR has for
    it.
    """
    territories = {language: Locale.parse(language).territories for language in LANGUAGES}
    for key in sorted(by_id):
        entry = by_id[key]
        code = str(entry.fields.get("cldr") or key.partition("/")[2]).upper()
        if entry.kind != "state" or not re.fullmatch("[A-Z]{2}", code):
            continue
        shared = {fold(label.text) for label in entry.labels if label.language not in _OWN}
        for language in LANGUAGES:
            # "Syrien" is a name in German, whatever it is in French.
            known = (
                shared | {fold(x.text) for x in entry.labels if x.language == language}
                if language in _OWN
                else shared
            )
            for text in readings(territories[language].get(code, "")):
                if fold(text) not in known:
                    known.add(fold(text))
                    weak = fold(text) in _WEAK or len(text) < 3
                    entry.labels.append(Label(text, language, weak=weak and not _stands_alone(text)))


def readings(name: str) -> list[str]:
    """The names that one CLDR name stands for: Мьянма (Бирма) is the first, & is written out, Congo -
    Kinshasa is nobody's wording.
    """
    name = " ".join(name.replace("\u200f", "").split())
    if not name or " - " in name or name.endswith("China"):
        return [name] if name == "China" else []
    for short, full in _ISLANDS.items():
        name = name.replace(short, full)
    parted = _PARTED.match(name)
    if parted:
        return [] if parted["other"] in _NAMESAKES else [parted["main"]]
    if "&" in name:
        return [name, name.replace("&", "and")]
    return [name, name.replace("St.", "Saint")] if name.startswith("St. ") else [name]


def _stands_alone(text: str) -> bool:
    """Two kanji or hanzi are a full name (中国)."""
    return len(text) == 2 and "\u4e00" <= text[0] <= "\u9fff"
