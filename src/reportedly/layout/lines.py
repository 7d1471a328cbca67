"""Lines of a text, and the paragraphs they make: one line each as scrapers leave them, or several where a
text is hard-wrapped."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from reportedly.documents import ZoneKind
from reportedly.layout.dates import Found, dates
from reportedly.layout.words import folded

_LINE: Final = re.compile(r"[^\r\n]*[^\s\ufeff][^\r\n]*")
_INDENT: Final = re.compile(r"[\s\ufeff\u200b\u200e\u200f]*")
_CLOSERS: Final = " \t\u00a0\"'”’»“)]』」》）】*"
_STOPS: Final = frozenset(".!?。！？…؟:：;")
_WEAK_STOPS: Final = frozenset(":：;")
_SENTENCE_END: Final = re.compile(
    r"[.!?…؟][\"'”’»)]*\s+(?=[\"'“‘«„(\[—–-]*\s?[^\W\da-zа-яёіїєґß-ÿ_])|[。！？](?=.)"
)
_CJK: Final = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
_SEPARATOR: Final = re.compile(
    r"\s*[|｜¦•▼■]\s*|\s+(?:[/>»›·◆]|//|::)\s+|\s[.]\s|[ \u00a0\u3000]{3,}|\t+|\]\s*\[|(?<=\s)>\s|[|]"
)
_HINTS: Final = (
    "|",
    "   ",
    " / ",
    " > ",
    "｜",
    " » ",
    "•",
    " // ",
    "\t",
    "] [",
    " · ",
    " . ",
    "¦",
    "▼",
    "■",
    " › ",
    " :: ",
    "\u3000\u3000\u3000",
)
_WRAP_MIN, _WRAP_MAX = 45, 130
_ROW_MAX: Final = 500
_LONG_WORDS: Final = 90


def _may_be_row(text: str) -> bool:
    """True where `text` holds a sign that parts a row: a few substring searches are much quicker than the
    pattern."""
    for hint in _HINTS:  # noqa: SIM110 - any() over a generator takes three times as long here
        if hint in text:
            return True
    return False


class Unit:
    """One paragraph: `start:end` its words without the white space around them, `first:last` its whole
    lines without the last line end.

    `size` is its length in words; in Japanese and Chinese, which have no spaces, three characters count as
    a word.
    """

    __slots__ = (
        "_dates", "_parts", "block", "cjk", "end", "first", "gap", "kind", "language", "last", "low",
        "prose", "sentences", "size",
        "start", "stopped", "text",
    )  # fmt: skip

    def __init__(self, text: str, low: str, first: int, last: int, gap: bool, block: int) -> None:
        self.first, self.last = first, last
        indent = _INDENT.match(text, first, last)
        self.start = indent.end() if indent else first
        self.text = text[self.start : last].rstrip()
        self.end = self.start + len(self.text)
        self.gap = gap
        self.block = block
        self.kind: ZoneKind | None = None
        self.language: str | None = None
        self.low = low[self.start : self.end]
        self._parts: list[str] | None = None
        self._dates: list[Found] | None = None
        self._measure()

    def _measure(self) -> None:
        text = self.text
        spaces = text.count(" ") + 1
        self.cjk = spaces * 8 < len(text) and not text.isascii() and _CJK.search(text) is not None
        if not self.cjk and spaces < 6 and not text.isascii():
            self.cjk = _CJK.search(text) is not None
        self.size = max(1, len(text) // 3) if self.cjk else spaces
        core = text.rstrip(_CLOSERS)
        self.stopped = bool(core) and core[-1] in _STOPS
        self.sentences = self._count_sentences()
        weak = core[-1:] in _WEAK_STOPS
        self.prose = (
            (self.stopped and self.size >= (6 if weak else 4)) or self.size >= 24 or self.sentences >= 3
        )

    def _count_sentences(self) -> int:
        """Roughly how many sentences; a long paragraph is taken to have several, nobody asks how many."""
        if self.size > _LONG_WORDS:
            return 5
        return 1 + len(_SENTENCE_END.findall(self.text)) if len(self.text) > 20 else 1

    def parts(self) -> list[str]:
        """The parts of a row such as "Home | World | Sport"; the whole text where it is no row."""
        if self._parts is None:
            if len(self.text) > _ROW_MAX or not _may_be_row(self.text):
                self._parts = [self.text]
            else:
                self._parts = [
                    part for raw in _SEPARATOR.split(self.text) if (part := raw.strip(" []\u3000"))
                ]
        return self._parts

    def dates(self) -> list[Found]:
        """The dates written in it."""
        if self._dates is None:
            self._dates = dates(self.text, self.low)
        return self._dates


def _wrapped(text: str, lines: list[tuple[int, int, bool]]) -> bool:
    """True where the lines of the text were broken at a column, as e-mail and PDF leave them."""
    inner = [text[a:b] for (a, b, _), (_, _, gap) in pairwise(lines) if not gap]
    if len(inner) < 4 or max(b - a for a, b, _ in lines) > _WRAP_MAX:
        return False
    long = sum(1 for line in inner if len(line) >= _WRAP_MIN)
    open_ended = sum(1 for line in inner if line.rstrip(_CLOSERS)[-1:] not in _STOPS)
    return long >= 0.6 * len(inner) and open_ended >= 0.5 * len(inner)


def _continues(
    text: str, previous: tuple[int, int, bool], following: tuple[int, int, bool], width: int
) -> bool:
    """True where a hard-wrapped line goes on in the next: it is nearly full, and what follows is no list
    item."""
    if following[2] or previous[1] - previous[0] < 0.6 * width:
        return False
    head = text[following[0] : following[1]].lstrip()
    full = previous[1] - previous[0] >= 0.75 * width
    return head[:1] not in "-*•·–—" and (full or head[:1].islower())


def units(text: str) -> list[Unit]:
    """The paragraphs of `text` in order; together they hold every line that is not blank."""
    low = folded(text)
    lines: list[tuple[int, int, bool]] = []
    previous = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        between = text[previous:start]
        breaks = between.count("\n") or between.count("\r")
        lines.append((start, end, not lines or breaks > 1))
        previous = end
    joins = _wrapped(text, lines)
    width = max((b - a for a, b, _ in lines), default=0)
    out: list[Unit] = []
    block = -1
    index = 0
    while index < len(lines):
        first, last, gap = lines[index]
        while joins and index + 1 < len(lines) and _continues(text, lines[index], lines[index + 1], width):
            index += 1
            last = lines[index][1]
        block += gap
        out.append(Unit(text, low, first, last, gap, block))
        index += 1
    return out
