"""Quantities in running text: how many, as said. Calibres, designations, dates, money, measures and ages
are no quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.claims import Quantity
from reportedly.extract.dates import date_spans
from reportedly.extract.detail.date_scan import covered, tokens
from reportedly.extract.detail.japanese_numbers import find_japanese
from reportedly.extract.detail.number_words import Number, read_number
from reportedly.extract.detail.vocabulary import QuantityWords, Token, Vocabulary, vocabulary

_GLUE_BEFORE = frozenset("-./:#№$€£¥₽₴_+‑")
_GLUE_AFTER = frozenset("%°/:‰′″$€£¥₽₴_№")
_SIGNS = frozenset("$€£№¥#")
_HYPHENS = frozenset("-‑")
_DASHES = frozenset("-–—‑")
_APOSTROPHES = frozenset("'’")
_YEAR_IN_BRACKETS = re.compile(r"\s\((?:19|20)\d\d\)")
_LONGEST_QUALIFIER = 5


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """Words that say how many; `start:end` half-open code points, with the qualifier ("at least 40") and
    without the thing counted
    (in Japanese with its counter). `quantity.as_written` are these words; `rule` says how they were read."""

    start: int
    end: int
    quantity: Quantity
    rule: str


def find_quantities(text: str, *, language: str, offset: int = 0) -> list[QuantityMention]:
    """The quantities of a sentence, in order; `offset` is added to their spans. A language without data
    gives none."""
    words = vocabulary(language)
    if words is None:
        return []
    folded = words.folded(text)
    if not words.spaced:
        found = find_japanese(folded, words.raw["quantities"], lambda: date_spans(folded, words))
    else:
        found = _find(folded, words)
    return [
        QuantityMention(s + offset, e + offset, Quantity(low, high, text[s:e]), f"{words.language}.{rule}")
        for s, e, low, high, rule in found
    ]


_Found = tuple[int, int, int | None, int | None, str]


def _find(text: str, vocab: Vocabulary) -> list[_Found]:
    words, toks = vocab.quantity, tokens(text, vocab)
    starts = words.starts
    where = [i for i, t in enumerate(toks) if t.word in starts or t.word[0].isdigit()]
    if not where:
        return []
    dates = date_spans(text, vocab)
    found: list[_Found] = []
    done = -1
    for i in where:
        if i <= done or covered(dates, toks[i].start):
            continue
        number = read_number(text, toks, i, words)
        if number is None:
            continue
        done = number.last
        reading, done = _reading(text, toks, number, words, dates)
        if reading:
            found.append(reading)
    return found


def _reading(
    text: str, toks: tuple[Token, ...], one: Number, words: QuantityWords, dates: list[tuple[int, int]]
) -> tuple[_Found | None, int]:
    """The quantity that starts with the number `one`, if it is one, and the last token it accounts for."""
    two = _second(text, toks, one, words, dates)
    last = two or one
    if not _opens(text, toks, one, words) or not _closes(text, toks, last, words):
        return None, last.last
    qualifier, start = _qualifier(text, toks, one.first, words)
    if _is_age(text, start, last, qualifier, words) or _is_pronoun(text, toks, one, words):
        return None, last.last
    if two is not None:
        return _interval(text, toks, one, two, words, start), two.last
    if one.value is None or _is_code(text, one) or (qualifier == "" and _looks_like_year(one)):
        return None, one.last
    if qualifier == "" and _preceded(toks, one.first, words.vague, text):
        return None, one.last
    after, end, done = _after(text, toks, one, words)
    low, high = _bounds(one.value, after or qualifier)
    return (start, end, low, high, after or qualifier or "exact"), done


def _bounds(value: int, qualifier: str) -> tuple[int | None, int | None]:
    return (None if qualifier == "max" else value), (None if qualifier == "min" else value)


def _is_code(text: str, number: Number) -> bool:
    """Leading zeros and long runs of digits are times, codes and telephone numbers."""
    figures = text[number.start : number.end]
    leading_zero = figures[0] == "0" and figures[1:2].isdecimal()
    return leading_zero or (figures.isdecimal() and len(figures) > 7)


def _looks_like_year(number: Number) -> bool:
    value = number.value or 0
    return number.digits and number.end - number.start == 4 and 1900 <= value <= 2099 and number.scale == 1


def _second(
    text: str, toks: tuple[Token, ...], one: Number, words: QuantityWords, dates: list[tuple[int, int]]
) -> Number | None:
    """The second number of a range, or None: 20-30, 800 to 1,200, two or three, between 5 and 9."""
    nxt = one.last + 1
    if nxt >= len(toks):
        return None
    gap = text[one.end : toks[nxt].start]
    if toks[nxt].word in words.range_to and gap.isspace() and nxt + 1 < len(toks):
        joined = toks[nxt].word in words.conjunctions
        if joined and not _preceded(toks, one.first, words.between, text):
            return None
        nxt += 1
        if not text[toks[nxt - 1].end : toks[nxt].start].isspace():
            return None
    elif gap.strip() not in _DASHES or len(gap) > 3:
        return None
    if toks[nxt].word not in words.starts and not toks[nxt].word[0].isdigit():
        return None
    if covered(dates, toks[nxt].start):
        return None
    two = read_number(text, toks, nxt, words)
    return two if two and two.value is not None and one.value is not None and _ordered(one, two) else None


def _ordered(one: Number, two: Number) -> bool:
    return _scaled(one, two) < (two.value or 0)


def _scaled(one: Number, two: Number) -> int:
    """Two to three thousand: the multiplier of the second is the first's too."""
    value = one.value or 0
    return value * two.scale if one.scale == 1 and two.scale > 1 and value < 1000 else value


def _interval(
    text: str, toks: tuple[Token, ...], one: Number, two: Number, words: QuantityWords, start: int
) -> _Found:
    leads = words.between | words.range_from
    if one.first and _preceded(toks, one.first, leads, text):
        start = toks[one.first - 1].start
    return start, two.end, _scaled(one, two), two.value, "range"


def _opens(text: str, toks: tuple[Token, ...], number: Number, words: QuantityWords) -> bool:
    """False where what stands before makes it something else: T-72, M16, $31, Resolution 2216, No. 5."""
    start = number.start
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before in _GLUE_BEFORE:
        return False
    if before in ",'’" and start > 1 and text[start - 2].isdigit():
        return False
    if number.first == 0:
        return True
    if before.isspace() and text[start - 2 : start - 1] in _SIGNS:
        return False
    previous = toks[number.first - 1]
    gap = text[previous.end : start]
    if gap not in (" ", ". ", "\u00a0", ".\u00a0"):
        return True
    if previous.word in words.titles:
        return False
    return not (number.digits and gap == " " and text[previous.start : previous.end] in words.prefixes)


def _closes(text: str, toks: tuple[Token, ...], number: Number, words: QuantityWords) -> bool:
    """False where what follows makes it something else: 60mm, 9K37, 5th, 40 percent, three days,
    40-year-old."""
    end = number.end
    if end >= len(text):
        return True
    after = text[end]
    if after.isalnum() or after in _GLUE_AFTER:
        return False
    if _YEAR_IN_BRACKETS.match(text, end):
        return False
    if after == "." and text[end + 1 : end + 2].isdigit():
        return False
    if after == " " and text[end + 1 : end + 2] in _GLUE_AFTER and text[end + 1 : end + 2]:
        return False
    if number.last + 1 >= len(toks):
        return True
    follower = toks[number.last + 1]
    gap = text[end : follower.start]
    if len(gap) > 2:
        return True
    if gap in _HYPHENS:
        return follower.word in words.after
    if gap.strip(" \u00a0\u202f\u2009-‑"):
        return True
    if follower.word in words.links and number.last + 2 < len(toks):
        follower = toks[number.last + 2]
    return not (follower.word in words.units or follower.word.startswith(words.unit_stems))


def _preceded(toks: tuple[Token, ...], first: int, wanted: frozenset[str], text: str) -> bool:
    return (
        first > 0
        and toks[first - 1].word in wanted
        and text[toks[first - 1].end : toks[first].start].isspace()
    )


def _qualifier(text: str, toks: tuple[Token, ...], first: int, words: QuantityWords) -> tuple[str, int]:
    """The longest qualifier that ends where the number starts ("no fewer than"), and where its words
    begin."""
    phrase, kind, start = "", "", toks[first].start
    for i in range(first - 1, max(-1, first - 1 - _LONGEST_QUALIFIER), -1):
        gap = text[toks[i].end : toks[i + 1].start]
        if not (gap.isspace() or gap in _APOSTROPHES):
            break
        phrase = f"{toks[i].word} {phrase}".strip()
        if phrase in words.qualifiers:
            kind, start = words.qualifiers[phrase], toks[i].start
    return kind, start


def _after(text: str, toks: tuple[Token, ...], number: Number, words: QuantityWords) -> tuple[str, int, int]:
    """A qualifier behind the number ("40 or more", "40-odd", "40+"), the end of its words, the last token
    taken."""
    if text.startswith("+", number.end):
        return "min", number.end + 1, number.last
    phrase = ""
    for i in range(number.last + 1, min(len(toks), number.last + 4)):
        gap = text[toks[i - 1].end : toks[i].start]
        if not (gap.isspace() or (gap in _HYPHENS and i == number.last + 1)):
            break
        phrase = f"{phrase} {toks[i].word}".strip()
        if phrase in words.after:
            return words.after[phrase], toks[i].end, i
    return "", number.end, number.last


def _is_age(text: str, start: int, last: Number, qualifier: str, words: QuantityWords) -> bool:
    """Aged 40; a man of about 40."""
    before = text[max(0, start - 24) : start].lower().split()
    if not before:
        return False
    if before[-1] in words.ages or " ".join(before[-2:]) in words.ages:
        return True
    final = not text[last.end : last.end + 2].strip(" .,;)")
    ends_clause = last.end >= len(text) or text[last.end] in ".,;)" or final
    return qualifier == "approx" and before[-1] in words.age_if_final and ends_clause


def _is_pronoun(text: str, toks: tuple[Token, ...], number: Number, words: QuantityWords) -> bool:
    """One of them, no one: a pronoun, not a count."""
    if number.first != number.last:
        return False
    after = words.pronouns.get(toks[number.first].word)
    if after is None:
        return False
    if _preceded(toks, number.first, words.pronouns_before, text) or number.last + 1 >= len(toks):
        return True
    follower = toks[number.last + 1]
    return follower.word in after or text[number.end : follower.start].strip() != ""
