"""Which words of a sentence name a time, before anybody asks when: pattern matches, not yet resolved.

The result depends on the text and language alone, so that dates and quantities share one scan of a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from reportedly.extract.detail.vocabulary import DateRule, Token, Vocabulary

_LEADING = frozenset("$€£¥₽₴#№§/_")
_JOINED = frozenset(".,:/-–—'’")


@dataclass(frozen=True, slots=True)
class Atom:
    """One match of a date pattern. `groups` are the classes it met and their words (as folded)."""

    start: int
    end: int
    rule: str
    meaning: str
    weak: bool
    licence: str
    groups: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """The words of the group `name`, or None."""
        return next((v for k, v in self.groups if k == name), None)

    def has(self, *names: str) -> bool:
        """True where one of the groups `names` was met."""
        return any(k in names for k, _ in self.groups)


@lru_cache(maxsize=16)
def tokens(text: str, words: Vocabulary) -> tuple[Token, ...]:
    """The runs of letters and of digits of `text` (already folded)."""
    low = text.lower()
    if len(low) != len(text):  # İ and its like change length: keep the offsets, give up their case
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    make = Token._make
    return tuple([make((m.group(), *m.span())) for m in words.token.finditer(low)])


@lru_cache(maxsize=16)
def scan(text: str, words: Vocabulary) -> tuple[Atom, ...]:
    """The longest match at each place of the folded `text`, left to right, none overlapping."""
    found: list[Atom] = []
    covered = 0
    starts = words.date_starts
    for token in tokens(text, words):
        word, start, end = token
        rules = starts.get(f"#{end - start}" if word[0].isdigit() else word)
        if rules is None or start < covered or not _free(text, start, word):
            continue
        atom = _longest(text, start, rules)
        if atom is not None:
            found.append(atom)
            covered = atom.end
    return tuple(found)


def _free(text: str, start: int, word: str) -> bool:
    """False where the token is the tail of a longer thing: T-72, 1,500, $26."""
    if start == 0 or not word[0].isdigit():
        return True
    before = text[start - 1]
    if before in _LEADING or (before.isascii() and before.isalpha()):
        return False
    if before in _JOINED and start > 1:
        further = text[start - 2]
        return not (further.isdigit() or (before in "-.'" and further.isupper()))
    return True


def _longest(text: str, start: int, rules: tuple[DateRule, ...]) -> Atom | None:
    best, kept = None, None
    for rule in rules:
        match = rule.regex.match(text, start)
        if match is not None and (best is None or match.end() > best.end()):
            best, kept = match, rule
    if best is None or kept is None:
        return None
    groups = tuple((k, v) for k, v in best.groupdict().items() if v is not None)
    return Atom(start, best.end(), kept.name, kept.meaning, kept.weak, kept.licence, groups)


def covered(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether `at` lies in one of `spans` (in order, none overlapping)."""
    i = bisect_right(spans, at, key=lambda span: span[0])
    return i > 0 and at < spans[i - 1][1]
