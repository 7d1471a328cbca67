"""Names that machine translation has bent: close to one name of an actor or place, and to no other.

Designations of materiel are never guessed at: S-300 is one stroke from S-400.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from reportedly.extract.tokens import Token
from reportedly.lexicon import Lexicon
from reportedly.lexicon.entities import Match, Name

LEAST = 88.0
"""Likeness, 0 to 100, from which a name counts as meant; the next best of another entity must lie `MARGIN`
below."""
MARGIN = 6.0
SHORTEST = 6
"""Names with fewer letters are too near to words of the language."""
_TYPES = frozenset({"name", "local_name", "transliteration"})
_SILENT = str.maketrans("", "", "・＝=ー ‐-ッ")
_SOUNDS = str.maketrans("ヴヂヅヲァィゥェォャュョヮ", "ブジズオアイウエオヤユヨワ")


def skeleton(text: str) -> str:
    """The letters without length marks, dots and small forms, in which transliterations differ."""
    return text.translate(_SILENT).translate(_SOUNDS).lower()


class Repairer:
    """Recovers names by likeness. Holds the candidates of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names: dict[str, Name] = {}
        for ident, entity in lexicon.entities.items():
            if entity.kind not in ("actor", "place", "state"):
                continue
            for name in lexicon.names_of(ident):
                if name.type not in _TYPES or name.weak:
                    continue
                bare = skeleton(name.text)
                if (_katakana(name.text) and len(bare) >= SHORTEST) or (
                    _latin(name.text) and len(bare) >= 2 * SHORTEST
                ):
                    self._names.setdefault(bare, name)
        self._skeletons = sorted(self._names)
        self._known: dict[str, Name | None] = {}

    def repair(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens again; a run of katakana that no name matched but that is like one becomes that name,
        marked as repaired."""
        out: list[Token] = []
        k = 0
        while k < len(tokens):
            words, name, end = "", None, k
            if tokens[k].match is None and tokens[k].tag in ("N", "SV", "SUF", "PRE"):
                end = max(_run(tokens, k, _katakana), _run(tokens, k, _latin))
                words = _words(tokens[k:end])
                name = self._like(words) if words else None
            if name is None:
                out.append(tokens[k])
                k += 1
                continue
            token = Token(words, tokens[k].start, tokens[end - 1].end)
            token.tag, token.quoted, token.lemma = "ENT", tokens[k].quoted, "repaired"
            token.match = Match(token.start, token.end, (name,))
            out.append(token)
            k = end
        return out

    def _like(self, words: str) -> Name | None:
        bare = skeleton(words)
        if len(bare) < SHORTEST:
            return None
        if bare not in self._known:
            self._known[bare] = self._best(bare)
        return self._known[bare]

    def _best(self, bare: str) -> Name | None:
        rapidfuzz: Any = importlib.import_module("rapidfuzz")
        found = rapidfuzz.process.extract(
            bare, self._skeletons, scorer=rapidfuzz.fuzz.ratio, score_cutoff=LEAST - MARGIN, limit=8
        )
        if not found or found[0][1] < LEAST:
            return None
        best = self._names[found[0][0]]
        others = [s for n, s, _ in found[1:] if self._names[n].entity != best.entity]
        return best if not others or found[0][1] - others[0] >= MARGIN else None


def _katakana(text: str) -> bool:
    return all("ァ" <= c <= "ヿ" or c in "・＝=" for c in text)


def _latin(text: str) -> bool:
    return all(c.isascii() and (c.isalpha() or c in "- '") for c in text)


def _words(tokens: Sequence[Token]) -> str:
    return "".join(" " * (i > 0 and tokens[i - 1].end < t.start) + t.text for i, t in enumerate(tokens))


def _run(tokens: Sequence[Token], k: int, script: Callable[[str], bool]) -> int:
    """Index after the run of unmatched words of one script that begins at `k`, dots and hyphens inside
    included."""
    end = k
    while (
        end < len(tokens)
        and tokens[end].match is None
        and tokens[end].tag not in ("TIME", "QTY")
        and script(tokens[end].text)
    ):
        if end > k and tokens[end].start - tokens[end - 1].end > (script is _latin):
            break
        end += 1
    while end > k and tokens[end - 1].text in "・＝=-'":
        end -= 1
    return end


@cache
def can_repair() -> bool:
    """True where the likeness of names can be measured: the library is part of the `ja` extra."""
    return importlib.util.find_spec("rapidfuzz") is not None


@cache
def repairer(lexicon: Lexicon) -> Repairer:
    """The repairer of a lexicon, made once."""
    return Repairer(lexicon)
