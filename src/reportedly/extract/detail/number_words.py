"""Numbers in digits and words: what "two dozen", "1.5 million", "двадцать четыре" come to, and where they
stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.extract.detail.vocabulary import QuantityWords, Token

_GAP = frozenset({" ", "-", "\u00a0", "\u2009", "\u202f", "‑", "  ", "\n"})
_DECIMAL = re.compile(r"[.,](\d{1,3})(?!\d)")
_SPACES = " \u00a0\u202f\u2009"


class Number(NamedTuple):
    """A number as read: its value, its half-open span, the tokens `first:last` it took and its largest
    multiplier (1 if none).

    `value` is None where the words are a number but not a whole one (4.5)."""

    value: int | None
    start: int
    end: int
    first: int
    last: int
    scale: int
    digits: bool


def read_number(text: str, tokens: tuple[Token, ...], i: int, words: QuantityWords) -> Number | None:
    """The number that begins at token `i`, or None."""
    if tokens[i].word[0].isdigit():
        return _digits(text, tokens, i, words)
    return _worded(text, tokens, i, words)


def _digits(text: str, tokens: tuple[Token, ...], i: int, words: QuantityWords) -> Number | None:
    start = tokens[i].start
    match = words.number.match(text, start)
    if match is None:
        return None
    end = _before_calibre(text, match)
    figures = "".join(c for c in text[start:end] if c.isdigit())
    value, part = int(figures[:18]), ""
    if (fraction := _DECIMAL.match(text, end)) and (fraction[0][0] == words.decimal or len(fraction[1]) < 3):
        part, end = fraction[1], fraction.end()
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].start < end:
        last += 1
    scale = 1
    if last + 1 < len(tokens) and tokens[last + 1].word in words.multipliers:
        follower = tokens[last + 1]
        if text[end : follower.start] in _GAP or follower.start == end:
            scale, last, end = words.multipliers[follower.word], last + 1, follower.end
            end += text.startswith(".", end) and follower.word in ("тыс", "mio", "mill", "млн", "тис", "млрд")
    scaled = value * scale if not part else _fraction(value, part, scale) if scale > 1 else None
    return Number(scaled, start, end, i, last, scale, True)


def _fraction(value: int, part: str, scale: int) -> int | None:
    whole, rest = divmod(int(f"{value}{part}") * scale, 10 ** len(part))
    return whole if rest == 0 else None


def _before_calibre(text: str, match: re.Match[str]) -> int:
    """20 122 mm rockets: where a plain space groups and a unit follows, the last group is the unit's own
    number."""
    end = match.end()
    grouped = end - 4
    if grouped <= match.start() or text[grouped] not in _SPACES:
        return end
    tail = text[end : end + 5].lstrip(" -\u00a0\u2011").lower()
    return grouped if tail.startswith(("mm", "мм", "cm", "ملم", "-mm")) else end


def _worded(text: str, tokens: tuple[Token, ...], i: int, words: QuantityWords) -> Number | None:
    """Adds and multiplies along a run of number words, each smaller than the place the one before left
    open."""
    first, start = i, tokens[i].start
    if tokens[i].word in words.multipliers:
        opened = _bare(text, tokens, i, words)
        if opened is None:
            return None
        first, start = opened
    sum_ = _Sum()
    last, j = -1, i
    while j < len(tokens) and (last < 0 or text[tokens[last].end : tokens[j].start] in _GAP):
        if last >= 0 and tokens[j].word in words.conjunctions:
            j += 1
            if j == len(tokens) or text[tokens[j - 1].end : tokens[j].start] != " " or not sum_.joins:
                break
            if tokens[j].word in words.multipliers:
                break
        if not sum_.take(tokens[j].word, words):
            break
        last, j = j, j + 1
    if last < 0:
        return None
    return Number(sum_.total + sum_.current, start, tokens[last].end, first, last, sum_.scale, False)


class _Sum:
    """A number on its way: thousands settled, the part below them, and how large the next addend must stay
    below."""

    def __init__(self) -> None:
        self.total, self.current, self.room, self.scale = 0, 0, 10**9, 1

    @property
    def joins(self) -> bool:
        """Whether "and" may lead to more of the same number: one hundred and five, treinta y dos."""
        return 1 < self.room < 10**9

    def take(self, word: str, words: QuantityWords) -> bool:
        """Count `word` in; False where it does not go on with this number."""
        if (factor := words.multipliers.get(word)) is not None:
            return self._multiply(factor)
        value = words.numbers.get(word)
        if value == 20 and words.vigesimal and self.current % 100 == 4:
            self.current, self.room = self.current + 76, 20
            return True
        if value is None:
            return self._invert(word, words)
        if value >= self.room or (value == 0 and self.room < 10**9):
            return False
        self.current += value
        self.room = _room_after(value, words.vigesimal)
        return True

    def _multiply(self, factor: int) -> bool:
        """After "hundred" tens may follow, after "thousand" hundreds; a dozen closes the number."""
        if factor == 100 and self.current >= 100:
            return False
        if self.total and not self.current:
            return False
        self.scale = max(self.scale, factor)
        amount = max(self.current, 1) * factor
        if factor < 1000:
            self.current, self.room = amount, 100 if factor == 100 else 1
        else:
            self.total, self.current, self.room = self.total + amount, 0, factor
        return True

    def _invert(self, word: str, words: QuantityWords) -> bool:
        """The tens that follow units in Arabic: خمسة وعشرون."""
        if not words.inverted or not word.startswith(words.inverted) or not 0 < self.current % 100 < 10:
            return False
        value = words.numbers.get(word[len(words.inverted) :], 0)
        if not 20 <= value <= 90:
            return False
        self.current, self.room = self.current + value, 1
        return True


def _room_after(value: int, vigesimal: bool) -> int:
    """What the next addend must stay below: after twenty, ten; in French after dix ten and after soixante
    twenty."""
    if value < 20:
        return 10 if vigesimal and value == 10 else 1
    if value < 100:
        return 20 if vigesimal and value == 60 else 10
    return 100


def _bare(text: str, tokens: tuple[Token, ...], i: int, words: QuantityWords) -> tuple[int, int] | None:
    """The first token and start of a number that a multiplier opens (a dozen, тысяча), or None where it is
    no number."""
    if i and tokens[i - 1].word in words.articles and text[tokens[i - 1].end : tokens[i].start] == " ":
        if i > 1 and tokens[i - 2].word in words.half:
            return None
        return i - 1, tokens[i - 1].start
    return (i, tokens[i].start) if tokens[i].word in words.bare else None
