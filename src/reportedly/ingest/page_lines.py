"""The lines of a printed page back into paragraphs; hyphens at line ends back into words."""

from __future__ import annotations

import re

_SOFT = "\u00ad\ufffe\u0002"
"""Soft hyphen, what PDFium gives for a hyphen at a line end, and its older form."""

_BREAK = re.compile(rf"(\w+)(?:[{_SOFT}][ \t]*(?:\r?\n)?[ \t]*|[-\u2010][ \t]*\r?\n[ \t]*)(\w+)(\S*)")
_STRAY = re.compile(f"[{_SOFT}]")
_SENTENCE_END = re.compile(r"[.!?:;…。！？][\"'”’»)\]」』]*$")
_ITEM = re.compile(r"(?:[•◦▪■●–—*-]\s|\(?[0-9]{1,3}[.)]\s|\(?[a-zA-Z][.)]\s)")
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")
_WORD = re.compile(r"\w+")
_PREFIXES = frozenset(
    (
        "air", "all", "anti", "arms", "co", "cross", "double", "ex", "far", "five", "four",
        "ground", "half", "hand", "heavy", "high", "ill", "land", "light", "long", "low", "man",
        "medium", "mid", "multi", "mine", "near", "non", "north", "one", "out", "part", "post",
        "pre", "pro", "quasi", "rocket", "sea", "second", "self", "semi", "shell", "ship", "short",
        "shoulder", "single", "six", "so", "south", "state", "sub", "super", "surface", "tank",
        "ten", "third", "three", "truck", "two", "under", "vice", "water", "well", "wire",
    )
)  # fmt: skip
"""First parts that keep their hyphen before a small letter ("anti-tank") when the document does not show the
word elsewhere.
"""


class Hyphens:
    """Decides what a hyphen at a line end was, by how the same document writes the word elsewhere. Counts
    repairs.
    """

    def __init__(self, text: str) -> None:
        whole = _BREAK.sub(" ", text)
        self._hyphenated = {word.lower() for word in _HYPHENATED.findall(whole)}
        self._words = {word.lower() for word in _WORD.findall(whole)}
        self.repaired = 0

    def resolve(self, text: str) -> str:
        """`text` with its line-end hyphens resolved."""
        text = _BREAK.sub(self._joined, text)
        text, stray = _STRAY.subn("", text)
        self.repaired += stray
        return text

    def _joined(self, match: re.Match[str]) -> str:
        """The whole word at the end of the first line; the line break, where there was one, after it."""
        self.repaired += 1
        left, right, rest = match.groups()
        broken = "\n" in match[0] or "\ufffe" in match[0]  # PDFium drops the break after its own sign
        return left + ("-" if self._keeps(left, right) else "") + right + rest + ("\n" if broken else "")

    def _keeps(self, left: str, right: str) -> bool:
        if not (left[-1].islower() and right[0].islower()):
            return True  # S-300, AK-47, Su-Hawk: designations and names
        if f"{left}-{right}".lower() in self._hyphenated:
            return True
        return (left + right).lower() not in self._words and left.lower() in _PREFIXES


def paragraphs(page: str, hyphens: Hyphens) -> str:
    """A page's text, one paragraph a line. A line goes on in the next unless it ends a sentence short of the
    margin, or is short and followed by what begins like a new one.
    """
    lines = [line.rstrip() for line in re.split(r"\r\n|\r|\n", hyphens.resolve(page))]
    widths = sorted(len(line) for line in lines if line.strip())
    if not widths:
        return ""
    margin = widths[len(widths) * 9 // 10] if len(widths) > 1 else widths[0]
    out = ""
    previous = ""
    for line in lines:
        line = line.strip()
        if not line:
            previous = ""
        elif previous and _goes_on(previous, line, margin):
            out += ("" if _CJK.match(out[-1]) and _CJK.match(line[0]) else " ") + line
            previous = line
        else:
            out += ("\n" if out else "") + line
            previous = line
    return out


def _goes_on(line: str, following: str, margin: int) -> bool:
    """Whether the paragraph of `line` runs on in `following`; `margin` is the width of a full line in
    characters.
    """
    if _ITEM.match(following):
        return False
    if len(line) >= margin * 0.8:
        return not (_SENTENCE_END.search(line) and len(line) < margin * 0.9)
    if _SENTENCE_END.search(line):
        return False
    return following[0].islower()
