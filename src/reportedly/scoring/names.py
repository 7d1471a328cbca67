"""When two names count as one: folding of spelling, and the names that a gold or a said filler answers to."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

LEADING = re.compile(r"^(the|a|an|several|some|its|their|his|new|more)\s+")
PUNCTUATION = re.compile(r"[\W_]+")

Filler = Any
"""A filler as JSON has it. Gold: a list of names, or an object with `names`. Said: a string, or an object
with `name` and `mention`."""


def folded(name: str) -> str:
    """`name` without case, accents, punctuation, a leading article or determiner, and the plural s of ASCII
    words over three letters."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    text = LEADING.sub("", PUNCTUATION.sub(" ", bare).strip())
    return " ".join(singular(word) for word in text.split())


def singular(word: str) -> str:
    """`word` without a final s, where it is ASCII and longer than three letters: crude, and the same for
    both sides."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and word.isascii() else word


def gold_names(filler: Filler) -> set[str]:
    """Every name, folded, that a gold filler accepts."""
    names = filler.get("names", []) if isinstance(filler, dict) else filler
    return {folded(str(name)) for name in names}


def said_names(filler: Filler) -> set[str]:
    """The names, folded, under which a said filler may match: its resolved name and its words."""
    if isinstance(filler, str):
        return {folded(filler)}
    return {folded(str(filler[key])) for key in ("name", "mention") if filler.get(key)}
