"""Which language a run of text is in: by script, then by letters, then by function words. None where it is
not sure."""

from __future__ import annotations

import re
from typing import Final

from reportedly.layout.words import words

# The high byte of a UTF-16 code unit tells the script: one translate() and a few count() calls read a whole
# paragraph.
_CLASS: Final = bytearray(b"?" * 256)
for _high, _name in {
    0x04: "y",
    0x05: "h",
    0x06: "a",
    0x30: "k",
    0x03: "x",
    0x09: "x",
    0x0E: "x",
    0x10: "x",
}.items():
    _CLASS[_high] = ord(_name)
for _high in range(0x4E, 0xA0):
    _CLASS[_high] = ord("c")
for _high in range(0xAC, 0xD8):
    _CLASS[_high] = ord("o")
for _high in range(0x00, 0x03):
    _CLASS[_high] = ord("l")
_CLASSES: Final = bytes(_CLASS)

_SCRIPTS: Final = ((b"y", "cyrillic"), (b"a", "arabic"), (b"h", "hebrew"), (b"o", "hangul"), (b"x", "other"))
_SCRIPT_OF: Final = {
    "ru": "cyrillic", "uk": "cyrillic", "ja": "east_asian", "zh": "east_asian", "ko": "hangul", "he":
    "hebrew",
    "ar": "arabic", "fa": "arabic", "ur": "arabic", "ckb": "arabic",
}  # fmt: skip

_EAST: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]")
_KANA: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD: Final = re.compile(r"[^\W\d_]+'?")
_NOT_EAST_SLAVIC: Final = re.compile(r"[ўјљњћђџѓќѕәғқңөұһүҳҷ]")
_NOT_ARABIC: Final = {"fa": re.compile(r"[پچژگ]"), "ur": re.compile(r"[ٹڈڑےں]"), "ckb": re.compile(r"[ڕۆێڵ]")}
_LINE: Final = 90
_SAMPLE_WORDS: Final = 40
"""A paragraph shows its language in its first forty words."""


def _cyrillic(low: str, expected: str | None) -> str | None:
    """Russian or Ukrainian by their letters, else by function words; None for Bulgarian, Serbian, ...
    A stretch without і, ї, є that is longer than a line is not Ukrainian; where words leave it open,
    `expected` decides."""
    if _NOT_EAST_SLAVIC.search(low):
        return None
    ukrainian = sum(map(low.count, "іїєґ"))
    russian = sum(map(low.count, "ыэё"))
    if ukrainian or russian:
        return "uk" if ukrainian > russian else "ru"
    found = set(_WORD.findall(low))
    profiles = words().cyrillic_profiles
    scores = {
        code: len(found & own.difference(*(other for c, other in profiles.items() if c != code)))
        for code, own in profiles.items()
    }
    if len(low) > _LINE:
        scores.pop("uk", None)
    best = max(scores, key=lambda code: (scores[code], code))
    tied = [code for code in scores if scores[code] == scores[best]]
    if len(tied) > 1:
        if expected in tied:
            return expected
        # Bulgarian cannot do without ъ for so long.
        return "ru" if "ru" in tied and len(low) > _LINE and "ъ" not in low else None
    return best if best in ("ru", "uk") else None


def _arabic(text: str) -> str | None:
    for code in ("ckb", "ur", "fa"):
        if len(_NOT_ARABIC[code].findall(text)) > 1:
            return code
    return "ar"


def _sample(low: str) -> list[str]:
    return low[: _SAMPLE_WORDS * 7].replace("'", "' ").split(None, _SAMPLE_WORDS)[:_SAMPLE_WORDS]


def _scores(sample: list[str]) -> tuple[dict[str, float], int]:
    """Each language's share of the function words in `sample`, and how many there are."""
    profiles = words().profiles
    scores: dict[str, float] = {}
    hits = 0
    for word in sample:
        owners = profiles.get(word)
        if owners:
            hits += 1
            for code, share in owners:
                scores[code] = scores.get(code, 0.0) + share
    return scores, hits


def fits(low: str, code: str) -> bool:
    """True where nothing speaks for another Latin-script language than `code`: what a short or dry line of
    its document needs."""
    scores, _ = _scores(_sample(low))
    return not scores or scores.get(code, 0.0) >= 0.6 * max(scores.values())


def _latin(low: str, expected: str | None) -> str | None:
    """By function words: a word that several languages share counts a share for each."""
    sample = _sample(low)
    if expected and sum(map(words().own_words[expected].__contains__, sample)) * 7 > len(sample) > 8:
        return expected
    scores, hits = _scores(sample)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    best, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    enough = score >= 0.08 * len(sample) and score >= 1.2
    return best if enough and hits >= 2 and score >= 1.35 * second else None


def script_of(text: str) -> str:
    """The script that carries `text`: `latin`, `cyrillic`, `east_asian`, `hangul`, `arabic`, `hebrew`,
    `other`; "" without letters."""
    if text.isascii():
        return "latin" if _LATIN.search(text) else ""
    classes = text.encode("utf-16-be", "surrogatepass")[::2].translate(_CLASSES)
    counts = {name: classes.count(key) for key, name in _SCRIPTS}
    # An ideograph says about as much as three letters; 0x30 holds kana and the punctuation of East Asia
    # alike.
    east = classes.count(b"c") + classes.count(b"k")
    counts["east_asian"] = 3 * east if east and _EAST.search(text) else 0
    if not any(counts.values()):
        return "latin" if _LATIN.search(text) else ""
    script, most = max(counts.items(), key=lambda item: item[1])
    if classes.count(b"l") <= most:
        return script
    return script if len(_LATIN.findall(text)) <= most else "latin"


def script_of_language(code: str | None) -> str:
    """The script a language is written in."""
    return _SCRIPT_OF.get(code or "", "latin")


def language_of(text: str, low: str, script: str, expected: str | None = None) -> str | None:
    """The language of `text`, which `script_of` found to be in `script`; None where nothing makes it sure.
    `low` is the folded text;
    `expected`, the language of the text around it, saves the comparison where its own words abound."""
    if script == "latin":
        return _latin(low, expected)
    if script == "cyrillic":
        return _cyrillic(low, expected)
    if script == "arabic":
        return _arabic(text)
    if script == "east_asian":
        return "ja" if _KANA.search(text) else "zh" if len(text) >= 12 else None
    return {"hangul": "ko", "hebrew": "he"}.get(script)
