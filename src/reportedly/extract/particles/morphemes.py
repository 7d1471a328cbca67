"""Morphemes of a sentence of an unspaced language, as tokens: names, dates and quantities stay whole, the
rest is cut by SudachiPy.

SudachiPy and its dictionary are an extra (`reportedly[ja]`); they are loaded when the first sentence that
needs them is met.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from reportedly.errors import ReportedlyError
from reportedly.extract.tokens import Token

LONGEST = 6000
"""Longer sentences than this many code points are no prose and are not analysed."""

_TAGS = {
    "代名詞": "PRON", "動詞": "V", "形容詞": "ADJ", "形状詞": "NA", "副詞": "ADV", "接続詞": "CONJ",
    "連体詞": "ADN", "感動詞": "ADV",
    "助詞": "PRT", "助動詞": "AUX", "接頭辞": "PRE", "接尾辞": "SUF", "記号": "N",
}  # fmt: skip
_COUNTERS = frozenset("基両丁挺門発隻台個機人名艘")
"""Counters that a space parts from their number: "1,500 挺"."""
_HALF = {
    "｡": "。",
    "､": "、",
    "｢": "「",
    "｣": "」",
    "，": "、",
    "．": "。",
    "（": "(",
    "）": ")",
    "［": "(",
    "］": ")",
    "“": '"',
    "”": '"',
    "｜": "|",
}


class AnalyserMissingError(ReportedlyError):
    """The morphological analyser is not installed."""

    code = "no_language_pack"


def available() -> bool:
    """True where the analyser and its dictionary are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("sudachipy", "sudachidict_small"))


@cache
def _tokenizer() -> Any:
    if not available():
        raise AnalyserMissingError("Japanese needs SudachiPy: pip install 'reportedly[ja]'")
    sudachipy = importlib.import_module("sudachipy")
    return sudachipy.Dictionary(dict="small").tokenizer(mode=sudachipy.SplitMode.C)


def sentence_text(tokens: Sequence[Token]) -> str:
    """The sentence again, a space for whatever stood between the tokens, so that offsets are those of the
    document less the start."""
    base = tokens[0].start
    chars = [" "] * (tokens[-1].end - base)
    for token in tokens:
        chars[token.start - base : token.end - base] = token.text
    return "".join(chars)


def morphemes(words: Sequence[Token], text: str) -> list[Token]:
    """Tokens of the sentence: the matches, dates and quantities among `words` stay, what lies between them
    is cut into morphemes.
    A weak name that cuts through a morpheme is no name there; nor is any name inside a longer run of
    katakana."""
    base = words[0].start
    pieces = [(m.begin(), m.end(), m) for m in _tokenizer().tokenize(text)]
    edges = {b for b, _, _ in pieces} | {e for _, e, _ in pieces}
    units = [w for w in words if _stands(w, text, base, edges)]
    quoted = [(w.start, w.end) for w in words if w.quoted]
    out: list[Token] = []
    at, i = 0, 0
    for unit in [*units, None]:
        stop = unit.start - base if unit is not None else len(text)
        while i > 0 and pieces[i - 1][1] > at:
            i -= 1
        while i < len(pieces) and pieces[i][0] < stop:
            begin, end, piece = pieces[i]
            i += 1
            if end <= at:
                continue
            token = _token(piece, max(begin, at), min(end, stop), begin, end, text, base)
            if token is not None:
                out.append(token)
        if unit is not None:
            unit.tag = "TIME" if unit.date is not None else "QTY" if unit.quantity is not None else "ENT"
            out.append(unit)
            at = unit.end - base
    for before, token in pairwise(out):
        if before.tag == "QTY" and token.text in _COUNTERS:
            token.tag = "NUM"
    for token in out if quoted else ():
        token.quoted = token.quoted or any(s <= token.start and token.end <= e for s, e in quoted)
    return out


def _stands(word: Token, text: str, base: int, edges: set[int]) -> bool:
    if word.date is not None or word.quantity is not None:
        return True
    if word.match is None:
        return False
    start, end = word.start - base, word.end - base
    if start in edges and end in edges:
        return True
    if word.match.weak:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        (_katakana(before) and _katakana(text[start])) or (_katakana(after) and _katakana(text[end - 1]))
    )


def _katakana(char: str) -> bool:
    return bool(char) and ("ァ" <= char <= "ヺ" or char == "ー")


def _token(piece: Any, start: int, end: int, begin: int, finish: int, text: str, base: int) -> Token | None:
    surface = text[start:end]
    if not surface.strip():
        return None
    token = Token(surface, base + start, base + end)
    if (start, end) != (begin, finish):
        token.tag = "N"
        return token
    pos = piece.part_of_speech()
    token.lemma = piece.dictionary_form()
    token.verb = pos[5].split("-")[0] if pos[0] in ("動詞", "形容詞", "助動詞") else ""
    if pos[0] == "名詞":
        token.tag = "NUM" if pos[1] == "数詞" else "SV" if pos[2] == "サ変可能" else "N"
        token.verb = "unknown" if piece.is_oov() else "adverbial" if pos[2] == "副詞可能" else ""
    elif pos[0] in ("補助記号", "空白"):
        token.tag = _HALF.get(surface, surface)
    else:
        token.tag = _TAGS.get(pos[0], "N")
        if token.tag == "PRT":
            token.verb = pos[1]
    return token
