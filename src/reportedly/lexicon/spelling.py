"""How the spelling of a name binds the text: which letters must be capital, which characters may stand beside
it.

The compiler and the scanner share these judgements: the compiler stores one rule per form, the scanner obeys
it.
"""

from __future__ import annotations

import re

EXACT = -3
"""Rule of acronyms: every letter as written."""
ANY_CASE = -1
"""Rule of names without capitals, and of scripts that have none."""
MIXED = -2
"""Rule of forms that several names share which are written differently (SANA, Sana)."""

_LONGEST_ACRONYM = 5
_CJK = re.compile("[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff66-\uff9f]")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]")


def is_cjk(char: str) -> bool:
    """True of kana, kanji and hanzi: scripts written without spaces."""
    return char >= "\u2e80" and _CJK.match(char) is not None


def is_katakana(char: str) -> bool:
    """True of katakana letters and the long-vowel mark, not of the middle dot, which parts words."""
    return char >= "\u30a1" and _KATAKANA.match(char) is not None


def is_acronym(name: str) -> bool:
    """True of names of up to five capitals without digits (US, U.S., PMF), also with a plural s (ATGMs)."""
    if any(char.isdigit() for char in name):
        return False
    letters = [char for char in name if char.isalpha()]
    if len(letters) > 2 and letters[-1] == "s" and name.endswith("s"):
        letters.pop()
    return 0 < len(letters) <= _LONGEST_ACRONYM and all(char.isupper() for char in letters)


def case_rule(name: str) -> int:
    """`EXACT`, `ANY_CASE`, or the index of the letter that must be capital in the text."""
    capital = next((i for i, char in enumerate(name) if char.isupper()), None)
    if capital is None:
        return ANY_CASE
    return EXACT if is_acronym(name) else capital
