"""Guesses at words that no list holds, by their endings: part of speech and cases."""

from __future__ import annotations

from functools import cache

from reportedly.languages.declension import (
    ACCUSATIVE,
    ANY,
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    LOCATIVE,
    NOMINATIVE,
    PLURAL,
    SINGULAR,
)

_N, _G, _D, _A, _I, _L = NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, LOCATIVE

# Ending -> cases; the longest that fits decides. `?` before it: an adjective only before a noun that agrees.
_ADJECTIVES: dict[str, dict[str, int]] = {
    "ru": {
        "ый": (_N | _A) & SINGULAR,
        "ий": (_N | _A) & SINGULAR,
        "ая": _N & SINGULAR,
        "яя": _N & SINGULAR,
        "ое": (_N | _A) & SINGULAR,
        "ее": (_N | _A) & SINGULAR,
        "ые": (_N | _A) & PLURAL,
        "?ие": (_N | _A) & PLURAL,
        "ого": (_G | _A) & SINGULAR,
        "его": (_G | _A) & SINGULAR,
        "ому": _D & SINGULAR,
        "ему": _D & SINGULAR,
        "ым": _I & SINGULAR | _D & PLURAL,
        "им": _I & SINGULAR | _D & PLURAL,
        "ых": (_G | _A | _L) & PLURAL,
        "их": (_G | _A | _L) & PLURAL,
        "ыми": _I & PLURAL,
        "ими": _I & PLURAL,
        "ую": _A & SINGULAR,
        "юю": _A & SINGULAR,
        "?ой": (_N | _G | _D | _A | _I | _L) & SINGULAR,
        "?ей": (_G | _D | _I | _L) & SINGULAR,
        "?ом": _L & SINGULAR,
        "?ем": _L & SINGULAR,
    },
    "uk": {
        "ий": (_N | _A) & SINGULAR,
        "ій": (_N | _A | _D | _L) & SINGULAR,
        "ська": _N & SINGULAR,
        "цька": _N & SINGULAR,
        "зька": _N & SINGULAR,
        "?а": _N & SINGULAR,
        "?я": _N & SINGULAR,
        "ське": (_N | _A) & SINGULAR,
        "цьке": (_N | _A) & SINGULAR,
        "зьке": (_N | _A) & SINGULAR,
        "?е": (_N | _A) & SINGULAR,
        "?є": (_N | _A) & SINGULAR,
        "ські": (_N | _A) & PLURAL,
        "цькі": (_N | _A) & PLURAL,
        "зькі": (_N | _A) & PLURAL,
        "?і": (_N | _A) & PLURAL,
        "ого": (_G | _A) & SINGULAR,
        "ього": (_G | _A) & SINGULAR,
        "ому": (_D | _L) & SINGULAR,
        "ьому": (_D | _L) & SINGULAR,
        "?им": _I & SINGULAR | _D & PLURAL,
        "?ім": _I & SINGULAR | _D & PLURAL,
        "их": (_G | _A | _L) & PLURAL,
        "іх": (_G | _A | _L) & PLURAL,
        "ими": _I & PLURAL,
        "іми": _I & PLURAL,
        "ої": _G & SINGULAR,
        "ьої": _G & SINGULAR,
        "?ою": _I & SINGULAR,
        "?ею": _I & SINGULAR,
        "ську": _A & SINGULAR,
        "цьку": _A & SINGULAR,
        "?у": _A & SINGULAR,
        "?ю": _A & SINGULAR,
    },
}
_NOUNS: dict[str, dict[str, int]] = {
    "ru": {
        "ами": _I & PLURAL,
        "ями": _I & PLURAL,
        "ах": _L & PLURAL,
        "ях": _L & PLURAL,
        "ам": _D & PLURAL,
        "ям": _D & PLURAL,
        "ов": (_G | _A) & PLURAL,
        "ев": (_G | _A) & PLURAL,
        "ей": (_G | _A) & PLURAL | _I & SINGULAR,
        "ом": _I & SINGULAR,
        "ем": _I & SINGULAR,
        "ой": _I & SINGULAR,
        "ью": _I & SINGULAR,
        "у": _A & SINGULAR | _D & SINGULAR,
        "ю": _A & SINGULAR | _D & SINGULAR,
        "ы": (_N | _A) & PLURAL | _G & SINGULAR,
        "и": (_N | _A) & PLURAL | (_G | _D | _L) & SINGULAR,
        "е": (_D | _L) & SINGULAR,
        "а": _N | (_G | _A) & SINGULAR,
        "я": _N | (_G | _A) & SINGULAR,
        "ие": (_N | _A) & SINGULAR,
        "ия": _N & SINGULAR | _G & SINGULAR,
        "ии": (_G | _D | _L) & SINGULAR | (_N | _A) & PLURAL,
        "о": (_N | _A) & SINGULAR,
        "ий": (_N | _A) & SINGULAR | _G & PLURAL,
        "": (_N | _A) & SINGULAR | _G & PLURAL,
    },
    "uk": {
        "ами": _I & PLURAL,
        "ями": _I & PLURAL,
        "ах": _L & PLURAL,
        "ях": _L & PLURAL,
        "ам": _D & PLURAL,
        "ям": _D & PLURAL | _I & SINGULAR,
        "ів": (_G | _A) & PLURAL,
        "їв": (_G | _A) & PLURAL,
        "ей": (_G | _A) & PLURAL,
        "ом": _I & SINGULAR,
        "ем": _I & SINGULAR,
        "єм": _I & SINGULAR,
        "ою": _I & SINGULAR,
        "ею": _I & SINGULAR,
        "єю": _I & SINGULAR,
        "ові": (_D | _L) & SINGULAR,
        "еві": (_D | _L) & SINGULAR,
        "у": (_G | _D | _A | _L) & SINGULAR,
        "ю": (_D | _A | _L) & SINGULAR,
        "и": (_N | _A) & PLURAL | _G & SINGULAR,
        "і": (_N | _A) & PLURAL | (_G | _D | _L) & SINGULAR,
        "ї": (_N | _A) & PLURAL | (_G | _D | _L) & SINGULAR,
        "а": _N & SINGULAR | (_G | _A) & SINGULAR,
        "я": (_N | _A | _G) & SINGULAR,
        "о": (_N | _A) & SINGULAR,
        "е": (_N | _A) & SINGULAR,
        "": (_N | _A) & SINGULAR | _G & PLURAL,
    },
}
_VERBS: dict[str, tuple[tuple[str, list[str]], ...]] = {
    "ru": (
        ("past:i:p", ["али", "или", "яли", "ели", "ули", "ылись", "ались", "ились", "елись", "ялись"]),
        ("past:i:f", ["ала", "ила", "яла", "ела", "ула", "алась", "илась", "елась", "ялась"]),
        ("past:i:n", ["ало", "ило", "яло", "алось", "илось", "елось", "ялось"]),
        ("past:i:m", ["ал", "ил", "ял", "ался", "ился", "елся", "ялся", "нул"]),
        ("pres:i:s", ["ает", "яет", "ует", "ается", "яется", "уется", "ится"]),
        ("pres:i:p", ["ают", "яют", "уют", "аются", "яются", "уются", "ятся", "атся"]),
        ("inf:i:", ["ать", "ять", "ить", "еть", "уть", "ться"]),
        ("ger:i:", ["вшись", "ившись"]),
    ),
    "uk": (
        ("past:i:p", ["али", "или", "яли", "іли", "ули", "алися", "илися", "ялися", "ались", "ились"]),
        ("past:i:f", ["ала", "ила", "яла", "іла", "ула", "алася", "илася", "ялася"]),
        ("past:i:n", ["ало", "ило", "яло", "алося", "илося", "ялося"]),
        ("past:i:m", ["ував", "ював", "ався", "ився", "явся", "увався"]),
        ("pres:i:s", ["ає", "яє", "ує", "ється", "ує", "їться", "иться"]),
        ("pres:i:p", ["ають", "яють", "ують", "аються", "яються", "уються", "яться", "аться"]),
        ("inf:i:", ["ати", "яти", "ити", "іти", "ути", "тися", "тись"]),
        ("ger:i:", ["ючи", "ячи", "учи", "ачи", "вши", "вшись", "ючись"]),
        ("impers:p:n", ["ано", "ено", "ято"]),
    ),
}
_PARTICIPLES = {
    "ru": ("нный", "ющий", "ущий", "ящий", "ащий", "вший", "емый", "имый"),
    "uk": ("аний", "ений", "ятий"),
}
_ADVERBS = {"ru": ("но", "ски", "ко", "ее", "мо"), "uk": ("но", "ки", "ко", "ше", "мо")}
_LEAST = 5


@cache
def adjective(word: str, language: str) -> tuple[int, bool]:
    """The cases of `word` as an adjective, and whether it needs a noun after it to be one; no cases where it
    is none.
    """
    table = _ADJECTIVES[language]
    if len(word) < 4:
        return 0, False
    for size in (4, 3, 2, 1):
        ending = word[-size:]
        if ending in table:
            return table[ending], False
        if "?" + ending in table:
            return table["?" + ending], True
    return 0, False


@cache
def noun(word: str, language: str) -> int:
    """The cases of `word` as a noun."""
    table = _NOUNS[language]
    for size in (3, 2, 1):
        if word[-size:] in table and len(word) > size:
            return table[word[-size:]]
    if not word[-1:].isalpha() or word.isascii():
        return ANY
    return table[""]


@cache
def verb(word: str, language: str) -> str:
    """The code that the ending of an unlisted verb gives, empty where it looks like none."""
    if len(word) < _LEAST:
        return ""
    for code, endings in _VERBS[language]:
        if word.endswith(tuple(endings)):
            return code
    return ""


@cache
def adverb(word: str, language: str) -> bool:
    return len(word) > 4 and word.endswith(_ADVERBS[language])


def agree(one: int, other: int) -> bool:
    """True where some case and number is open to both."""
    return bool(one & other)


def cases_only(mask: int) -> int:
    """The cases without their numbers, as six bits."""
    return (mask | mask >> 6) & SINGULAR
