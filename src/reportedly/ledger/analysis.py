"""Words of a text as the search compares them, each with the place it stands in.

Letters and digits make words; case, width and accents do not count; inflected words are cut to their stems by
script, so that a query needs no language; Chinese, Japanese and Korean text becomes pairs of neighbouring
characters; a designation is one word however it is joined (S-300, S300, S 300).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import snowballstemmer

LONGEST = 64

_CJK = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
_TOKEN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+(?:['’\u0300-\u036f\u0610-\u065f\u0640\u200c]+[^\W_{_CJK}]+)*")
_DESIGNATION = re.compile(r"(?<![^\W_])([^\W\d_]{1,4})[-‐‑–\s]?(\d{1,4})([^\W\d_]{0,3})(?![^\W_])")
_SLIGHT = "\u0640\u200c'’"
_IS_CJK = re.compile(f"[{_CJK}]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_FORMS = str.maketrans("أإآٱىةیکۀ", "اااايهيكه")
_ARABIC_CLITICS = ("وبال", "وال", "بال", "كال", "فال", "لل", "ال", "و")
_UKRAINIAN_ENDINGS = (
    "єю", "ами", "ями", "ові", "еві", "ого", "ому", "ими", "ною", "них", "ні", "ий", "ій", "ою", "ею", "ах",
    "ях", "ам", "ям", "ів", "і", "ї", "є", "а", "я", "и", "у", "ю", "о", "е",
)  # fmt: skip


class Term(NamedTuple):
    """An analysed word and the code points it stands at."""

    start: int
    end: int
    term: str


def terms(text: str) -> Iterator[Term]:
    """The analysed words of `text` in order; a designation comes besides its parts."""
    for match in _DESIGNATION.finditer(text):
        joined = _folded("".join(g for g in match.groups() if g))
        yield Term(match.start(), match.end(), joined[:LONGEST])
    for match in _TOKEN.finditer(text):
        if _IS_CJK.match(match[0]):
            yield from _pairs(match[0], match.start())
        else:
            yield Term(match.start(), match.end(), stem(match[0])[:LONGEST])


def wanted(query: str) -> list[str]:
    """The terms that a document must hold to answer `query`; a single CJK character is asked for as it
    stands."""
    found = [_designation(m) for m in _DESIGNATION.finditer(query)]
    rest = _DESIGNATION.sub(" ", query)
    for match in _TOKEN.finditer(rest):
        if _IS_CJK.match(match[0]):
            found += [t.term for t in _pairs(match[0], 0)]
        else:
            found.append(stem(match[0])[:LONGEST])
    return list(dict.fromkeys(found))


def _designation(match: re.Match[str]) -> str:
    return _folded("".join(g for g in match.groups() if g))[:LONGEST]


def _pairs(run: str, at: int) -> Iterator[Term]:
    folded = [_folded(c) or c for c in run]
    if len(run) == 1:
        yield Term(at, at + 1, folded[0])
    for i in range(len(run) - 1):
        yield Term(at + i, at + i + 2, folded[i] + folded[i + 1])


@cache
def stem(word: str) -> str:
    """A word without case, accents and endings, by its script. A stem is for comparing, not for reading."""
    word = _folded(word)
    if _CYRILLIC.search(word):
        return _stem_cyrillic(word)
    if _ARABIC.search(word):
        return _stem_arabic(word)
    return str(_stemmer("english").stemWord(word)) if word.isascii() else word


def _stem_cyrillic(word: str) -> str:
    if not set(word) & set("іїєґ"):
        cut = str(_stemmer("russian").stemWord(word))
        if cut != word or len(word) < 5:
            return cut
    ending = next((e for e in _UKRAINIAN_ENDINGS if word.endswith(e) and len(word) - len(e) >= 4), "")
    return word.removesuffix(ending)


def _stem_arabic(word: str) -> str:
    word = word.translate(_ARABIC_FORMS)
    clitic = next((c for c in _ARABIC_CLITICS if word.startswith(c) and len(word) - len(c) >= 3), "")
    return str(_stemmer("arabic").stemWord(word.removeprefix(clitic)))


@cache
def _stemmer(name: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(name)


@cache
def _folded(word: str) -> str:
    """Compatibility forms, case, accents, Arabic vowel signs and lengthening do not count; ё is е."""
    apart = unicodedata.normalize("NFKD", word).casefold()
    return unicodedata.normalize("NFC", "".join(c for c in apart if not _slight(c)))


def _slight(char: str) -> bool:
    """Whether a character makes no other word; the marks of й, が and ぱ do."""
    return char in _SLIGHT or (unicodedata.combining(char) > 0 and char not in "\u0306\u3099\u309a")
