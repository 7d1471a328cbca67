"""Short forms that a document defines for itself: "Conflict Armament Research (CAR)" makes CAR the group, in
that document only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.lexicon.entities import Match, Name

_DEFINED = re.compile(
    r"\s{0,2}[(（][\"“”'‘’«»]?(?:the\s|hereafter\s|or\s)?([A-ZА-ЯЁІЇЄҐ][\w.&’'-]{1,14})[\"“”'‘’«»]?[)）]"
)

_WITHIN = re.compile(r"[(（]([A-ZА-ЯЁІЇЄҐ][\w.&’'-]{1,14})[)）]$")
"""The same where the name is known together with its short form."""


def with_abbreviations(text: str, matches: Sequence[Match]) -> list[Match]:
    """`matches` with every short form defined in `text` read as the name that it was defined for. Matches of
    other names in the same
    words give way. In order, not overlapping."""
    defined: dict[str, tuple[Name, ...]] = {}
    for match in matches:
        found = _DEFINED.match(text, match.end) or _WITHIN.search(text[match.start : match.end])
        if found is None:
            continue
        short = found.group(1)
        if _abbreviates(short, text[match.start : match.end]):
            defined.setdefault(short, tuple(n for n in match.names if not n.weak) or match.names)
    if not defined:
        return list(matches)
    spans = [
        Match(m.start(), m.end(), names)
        for short, names in defined.items()
        for m in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text)
    ]
    taken = sorted(spans, key=lambda m: m.start)
    kept = [
        m
        for m in matches
        if not any(
            t.start < m.end and m.start < t.end and (m.end - m.start) <= (t.end - t.start) for t in taken
        )
    ]
    free = [t for t in taken if not any(k.start < t.end and t.start < k.end for k in kept)]
    return sorted([*kept, *free], key=lambda m: m.start)


def _abbreviates(short: str, words: str) -> bool:
    """True where the letters of `short` are initials of `words`, or it begins a word of them."""
    letters = [c for c in short if c.isalpha()]
    if sum(1 for c in letters if c.isupper()) < 2:
        return False
    initials = [w[0].upper() for w in re.findall(r"\w+", words)]
    it = iter(initials)
    return (
        all(any(c.upper() == i for i in it) for c in letters if c.isupper()) or short.upper() in words.upper()
    )
