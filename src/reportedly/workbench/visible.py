"""Document text for a page: invisible and direction-changing characters as marks that can be seen."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""Characters that show nothing, or change how others are shown. Tab and line feed are layout."""

_JOINERS = "\u200c\u200d"
_JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufefe]")


def hidden(text: str, at: int) -> bool:
    """Whether the character at `at` needs a mark; a joiner beside letters that join is ordinary spelling."""
    if not HIDDEN.match(text[at]):
        return False
    beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return not (text[at] in _JOINERS and _JOINING.search(beside))


def label(char: str) -> str:
    """`U+202E`, with its name where it has one."""
    name = unicodedata.name(char, "")
    code = f"U+{ord(char):04X}"
    return f"{code} {name}" if name else code


def shown(text: object) -> str:
    """`text` for places that hold no marks (a cell, a title): each hidden character as `‹U+202E›`."""
    words = "" if text is None else str(text)
    if not HIDDEN.search(words):
        return words
    return "".join(f"‹U+{ord(c):04X}›" if hidden(words, i) else c for i, c in enumerate(words))
