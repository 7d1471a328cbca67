"""Tokens of a sentence: words, numbers and marks, with what the lexicon and the detail grammars know about
them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.claims import Quantity, When
from reportedly.extract.detail import DateMention, QuantityMention
from reportedly.lexicon.entities import Match

_WORD = re.compile(r"['’](?:s|re|ve|ll|d|m)\b|[^\W_](?:[\w]|[.](?=\w\.)|[’'`-](?=\w))*|\d|[^\w\s]|_")
_POSSESSIVE = re.compile(r"(?i)['’](?:s|re|ve|ll|d|m)$|n['’]t$")


class Token:
    """One word, name, date, quantity or mark. `tag` is set by the tagger; `low` is the folded text."""

    __slots__ = (
        "date",
        "end",
        "lemma",
        "low",
        "match",
        "quantity",
        "quoted",
        "start",
        "sure",
        "tag",
        "text",
        "verb",
    )

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.low = text.lower().replace("’", "'")
        self.start = start
        self.end = end
        self.tag = ""
        self.lemma = self.low
        self.verb = ""
        """VB, VBZ, VBD, VBN or VBG where the word is read as a verb."""
        self.match: Match | None = None
        self.date: When | None = None
        self.quantity: Quantity | None = None
        self.quoted = False
        self.sure = False
        """True where the pack leaves no doubt about class and form."""

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


def tokenise(
    text: str,
    start: int,
    end: int,
    matches: Sequence[Match],
    dates: Sequence[DateMention],
    quantities: Sequence[QuantityMention],
) -> list[Token]:
    """Tokens of `text[start:end]`. A lexicon match, a date and a quantity are one token each; where they
    overlap the lexicon wins
    over the quantity and the date over both. What is left of a hyphenated word beside a name ("-backed") is
    a token of its own."""
    units = _units(matches, dates, quantities, start, end)
    tokens: list[Token] = []
    at = start
    for unit_start, unit_end, unit in units:
        _plain(text, at, unit_start, tokens)
        token = Token(text[unit_start:unit_end], unit_start, unit_end)
        if isinstance(unit, Match):
            token.match = unit
        elif isinstance(unit, DateMention):
            token.date = unit.when
        else:
            token.quantity = unit.quantity
        tokens.append(token)
        at = unit_end
    _plain(text, at, end, tokens)
    return tokens


def _units(
    matches: Sequence[Match],
    dates: Sequence[DateMention],
    quantities: Sequence[QuantityMention],
    start: int,
    end: int,
) -> list[tuple[int, int, Match | DateMention | QuantityMention]]:
    taken: list[tuple[int, int, Match | DateMention | QuantityMention]] = []
    groups: tuple[Sequence[Match | DateMention | QuantityMention], ...] = (dates, matches, quantities)
    for group in groups:
        for unit in group:
            if unit.start < start or unit.end > end:
                continue
            if all(unit.end <= s or e <= unit.start for s, e, _ in taken):
                taken.append((unit.start, unit.end, unit))
    taken.sort(key=lambda u: u[0])
    return taken


def _plain(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for found in _WORD.finditer(text, start, end):
        word, s, e = found.group(), found.start(), found.end()
        split = _POSSESSIVE.search(word) if "'" in word or "’" in word else None
        if split and split.start() > 0:
            tokens.append(Token(text[s : s + split.start()], s, s + split.start()))
            tokens.append(Token(text[s + split.start() : e], s + split.start(), e))
        else:
            tokens.append(Token(word, s, e))
