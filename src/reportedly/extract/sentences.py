"""Sentences and quotations of a paragraph, as spans of the document's text."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.documents import Span

# A full stop after these does not end a sentence (initials and designations are handled by the patterns
# below).
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "brig",
        "st",
        "jr",
        "sr",
        "rep",
        "sen",
        "gov",
        "hon",
        "rev",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "no",
        "nos",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "est",
        "approx",
        "fig",
        "vol",
        "art",
        "para",
        "paras",
        "pp",
        "ed",
        "cf",
        "ca",
        "i.e",
        "e.g",
        "u.s",
        "u.n",
        "u.k",
        "u.a.e",
        "d.c",
        "a.m",
        "p.m",
        "ft",
        "mt",
        "cal",
        "г",
        "гг",
        "им",
        "тыс",
        "млн",
        "млрд",
        "долл",
        "руб",
        "др",
        "пр",
        "ст",
        "см",
        "стр",
        "т.н",
        "т.е",
        "т.д",
        "т.п",
        "ген",
        "полк",
        "р",
        "рр",
        "ім",
        "тис",
        "мм",
        "кг",
    ]
)
_END = re.compile(r"[.!?…؟]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”）)]*|\n")
_LAST_WORD = re.compile(r"[\w.]+$")
_OPENERS = "\"'“‘«„([—–-"
_QUOTE_PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“”", '"': '"'}
_OPENING = re.compile("[" + "".join(_QUOTE_PAIRS) + "]")
_CLOSING = {opener: re.compile(f"[{closers}]") for opener, closers in _QUOTE_PAIRS.items()}
_BRACKET = re.compile("[「『（」』）]")


def _continues(text: str, stop: int, after: int, end: int) -> bool:
    """True where the full stop at `stop` does not end a sentence."""
    if text[stop] != ".":
        following = text[after : after + 1]
        return following.islower()
    if after >= end:
        return False
    following = text[after]
    before = _LAST_WORD.search(text, max(0, stop - 20), stop)
    word = before.group().lower() if before else ""
    opener = following in _OPENERS and after + 1 < end and not text[after + 1].islower()
    if word in _ABBREVIATIONS:
        # "U.S." may end a sentence; "Gen." and "Jan." hardly ever do.
        return not (
            word in ("u.s", "u.n", "u.k", "etc", "p.m", "a.m")
            and following.isupper()
            and _starts_afresh(text, after)
        )
    if len(word) == 1 and word.isalpha() and text[stop - 1].isupper():
        return True
    return following.islower() or not (
        following.isupper() or following.isdigit() or opener or not following.isascii()
    )


def _starts_afresh(text: str, at: int) -> bool:
    return bool(
        re.match(r"(The|A|An|In|On|It|He|She|They|But|And|We|This|That|After|Its|His)\b", text[at : at + 8])
    )


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentence spans of `text[start:end]`, without surrounding white space. A line break does not end a
    sentence unless a blank
    line follows, or the line before it ends one; Japanese sentences inside 「…」 stay with their frame."""
    spans: list[Span] = []
    at = start
    depth = 0
    scanned = start
    brackets = _BRACKET.search(text, start, end) is not None
    for match in _END.finditer(text, start, end):
        if brackets:
            for ch in text[scanned : match.start()]:
                depth += (ch in "「『（") - (ch in "」』）")
            scanned = match.start()
        mark = match.group()
        if mark == "\n":
            continue
        if mark[0] in "。！？" and depth > 0 and not any(c in mark for c in "」』"):
            continue
        after = match.end()
        while after < end and text[after].isspace():
            after += 1
        if mark[0] in ".!?…؟" and _continues(
            text, match.start() + len(mark.rstrip("\"'”’»)]")) - 1, after, end
        ):
            continue
        _append(spans, text, at, match.end())
        at = match.end()
    _append(spans, text, at, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


class Quotation(NamedTuple):
    """Words between quotation marks, marks excluded. `closed` is False where the paragraph ends first (the
    quote runs on)."""

    start: int
    end: int
    closed: bool


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Outermost quotations of `text[start:end]`. Single typographic quotes count only where a quotation is
    clearly meant."""
    out: list[Quotation] = []
    opening = _OPENING.search(text, start, end)
    while opening is not None:
        i = opening.start()
        closing = _CLOSING[text[i]].search(text, i + 1, end)
        if closing is None:
            if text[i] != '"' or i == start or text[i - 1].isspace():
                out.append(Quotation(i + 1, end, closed=False))
            break
        close = closing.start()
        out.append(Quotation(i + 1, close, closed=True))
        opening = _OPENING.search(text, close + 1, end)
    return out
