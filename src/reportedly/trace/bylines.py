"""Publishers named in the words of a claim: a credit, whether or not the name is in the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.trace.statements import Statement

_WORD = re.compile(r"[^\W_]+")
_LEAST_LETTERS = 8
_ARTICLES = frozenset({"the", "le", "la", "el", "der", "die", "das"})


class Bylines:
    """The names of publishers, looked for word by word. A name of one short word is not looked for: it would
    be found everywhere."""

    def __init__(self, publishers: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for voice, name in sorted(set(publishers)):
            words = _words(name)
            if words and words[0] in _ARTICLES:
                words = words[1:]
            if words and (len(words) > 1 or len(words[0]) >= _LEAST_LETTERS):
                self._by_first.setdefault(words[0], []).append((words, voice))

    def named(self, s: Statement) -> frozenset[str]:
        """The voices of publishers whose name stands in the statement's evidence."""
        found = set()
        for quote in s.body.get("evidence", ()):
            words = _words(quote.get("text", ""))
            for at, word in enumerate(words):
                for name, voice in self._by_first.get(word, ()):
                    if words[at : at + len(name)] == name:
                        found.add(voice)
        return frozenset(found)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))
