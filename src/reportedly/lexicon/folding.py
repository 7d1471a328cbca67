"""Folding of text before names are looked for: every step maps one character to one, so offsets stay those of
the text.
"""

from __future__ import annotations

from functools import cache

_PAIRS: tuple[tuple[str, str], ...] = (
    *((space, " ") for space in "\n\t\r\v\f\u00a0\u1680"),
    *((space, " ") for space in "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"),
    *((space, " ") for space in "\u2028\u2029\u202f\u205f\u3000"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2212\u00ad"),
    *((mark, "'") for mark in "\u2018\u2019\u02bc\u02bb\u02b9\u00b4`\u2032"),
    *((mark, '"') for mark in "\u201c\u201d\u201e\u201f\u00ab\u00bb"),
    # Other marks that stand between words become one of ASCII: most English texts are then all ASCII.
    *((mark, "|") for mark in "\u2014\u2015\u2022\u2026\u00b7\u00a9\u00ae"),
    ("ё", "е"),
)
_ASCII_PAIRS = tuple((a, b) for a, b in _PAIRS if a.isascii())
_LATIN_1_PAIRS = tuple((a, b) for a, b in _PAIRS if not a.isascii() and ord(a) < 0x100)
_BY_HIGH_BYTE: dict[int, tuple[tuple[str, str], ...]] = {
    high: tuple((a, b) for a, b in _PAIRS if ord(a) >> 8 == high)
    for high in sorted({ord(a) >> 8 for a, _ in _PAIRS} - {0})
}
_FULL_WIDTH = {0xFF00 + i: chr(0x20 + i).lower() for i in range(1, 0x5F)}
_FULL_WIDTH_BYTE = 0xFF

LATIN_HIGH_BYTES = bytes((0x00, 0x01, 0x02, 0x03, 0x1E, 0x20, 0x21, 0x22, 0x25, 0xFE))
"""High bytes of UTF-16 code units that need no other names than those in Latin letters (punctuation, symbols,
accents).
"""


def high_bytes(text: str) -> bytes:
    """Which 256-character blocks `text` touches besides the first: their numbers, each once, in order."""
    if text.isascii():
        return b""
    units = text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, b"\0")
    found = bytearray()
    while units:
        first = units[:1]
        found += first
        units = units.translate(None, first)
    return bytes(sorted(found))


def _lower(text: str) -> str:
    """Lower case, but characters whose lower case is longer (İ) stay as they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


_PLAIN = dict(_PAIRS)
_ASCII = bytes(range(0x80))
_PLAIN_ASCII = bytes(
    ord(_PLAIN.get(char, char.lower())) if char.isascii() else ord(char) for char in map(chr, range(0x100))
)
"""What each byte of UTF-8 becomes: ASCII is folded, the bytes of other characters stay."""
_FEW = 8


@cache
def _fold_character(char: str) -> str:
    lowered = _lower(char)
    return _FULL_WIDTH.get(ord(char)) or _PLAIN.get(lowered, lowered)


def fold(text: str) -> str:
    """`text` in one case, with one space, one hyphen, one apostrophe, plain Latin for full-width letters, е
    for ё.

    The result has the length of `text`.
    """
    return fold_and_look(text)[0]


def fold_and_look(text: str) -> tuple[str, bool]:
    """The folded text, and whether it needs no names but those in Latin letters."""
    if text.isascii():
        return text.encode("ascii").translate(_PLAIN_ASCII).decode("ascii"), True
    raw = text.encode("utf-8", "surrogatepass")
    rest = raw.translate(None, _ASCII)
    if len(rest) * _FEW > len(raw):
        return _fold_blocks(text)
    # Mostly ASCII: only the few other characters that occur are looked at one by one.
    others = sorted(set(rest.decode("utf-8", "surrogatepass")))
    folded = raw.translate(_PLAIN_ASCII).decode("utf-8", "surrogatepass")
    for char in others:
        if (plain := _fold_character(char)) != char:
            folded = folded.replace(char, plain)
    return folded, not high_bytes("".join(others)).translate(None, LATIN_HIGH_BYTES)


def _fold_ascii(lowered: str) -> str:
    for char, plain in _ASCII_PAIRS:
        lowered = lowered.replace(char, plain)
    return lowered


def _fold_blocks(text: str) -> tuple[str, bool]:
    """The same for texts in other scripts, by the 256-character blocks that the text touches."""
    blocks = high_bytes(text)
    folded = _fold_ascii(_lower(text))
    for char, plain in _LATIN_1_PAIRS:
        folded = folded.replace(char, plain)
    for block in blocks:
        for char, plain in _BY_HIGH_BYTE.get(block, ()):
            folded = folded.replace(char, plain)
    if _FULL_WIDTH_BYTE in blocks:
        folded = folded.translate(_FULL_WIDTH)
    return folded, not blocks.translate(None, LATIN_HIGH_BYTES)
