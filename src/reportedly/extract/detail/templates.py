r"""The notation of date patterns: regular expressions in which `{name}` stands for a class of words or a
number.

A space means one or two white-space characters. A class with values (a mapping in the YAML) becomes a named
group, one
without (a list) only its words. A trailing `2` is a second mention of the same class (`{month2}`).
`{year}`, `{day}`, `{mm}`,
`{short}` (a two-digit year) and `{n}` (a small number, in digits or words) are built in. A pattern must
begin with a class,
after any number of optional groups that do: so it is known beforehand at which words it is worth trying.
"""

from __future__ import annotations

import re
from typing import Any

_REFERENCE = re.compile(r"\{([a-z_]+2?)\}")
NUMERIC: dict[str, str] = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,]\d{3}(?!\d))",
    "year": r"(?:19|20)\d\d(?!\d|[.,]\d{3}(?!\d))",
    "mm": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "short": r"\d\d(?!\d)",
}
_KANJI = "〇一二三四五六七八九"
NUMERIC_JA: dict[str, str] = {
    "day": rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[{_KANJI}]?|[{_KANJI}])",
    "year": rf"(?:(?:19|20)\d\d|[一二][{_KANJI}]{{3}})",
    "mm": r"(?:1[0-2]|0?[1-9])",
    "short": r"(?:\d{1,2}|元|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])",
    "month_number": r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])",
}


def form_regex(forms: list[str]) -> str:
    """One expression for literal words, longest first; a form that ends in `.` is an abbreviation whose dot
    may be missing."""
    ordered = sorted(set(forms), key=lambda f: (-len(f), f))
    return "(?:" + "|".join(_form(f) for f in ordered) + ")"


def _form(form: str) -> str:
    stem = re.escape(form.removesuffix(".")).replace(r"\ ", r"\s{1,2}")
    return stem + (r"\.?" if form.endswith(".") else "")


def expand(pattern: str, raw: dict[str, Any]) -> str:
    """The regular expression that `pattern` stands for in a language."""
    spaced = raw.get("spaced", True)
    parts = _REFERENCE.split(pattern.replace(" ", r"\s{1,2}") if spaced else pattern)
    return "".join(part if i % 2 == 0 else _class(part, raw, spaced) for i, part in enumerate(parts))


def first_classes(pattern: str) -> list[str]:
    """The classes with which a pattern can begin. Raises ValueError where that cannot be told."""
    found, nullable = _firsts(pattern)
    if nullable or not found:
        raise ValueError(f"a pattern must begin with a word class: {pattern}")
    return found


def _firsts(pattern: str) -> tuple[list[str], bool]:
    """The classes that can open `pattern`, and whether it can match nothing."""
    found: list[str] = []
    for branch in _split(pattern):
        at, open_end = 0, True
        while open_end and at < len(branch):
            inner, at, optional = _element(branch, at)
            classes, nullable = inner
            found += [c for c in classes if c not in found]
            open_end = nullable or optional
        if open_end:
            return found, True
    return found, False


def _element(pattern: str, at: int) -> tuple[tuple[list[str], bool], int, bool]:
    """The element at `at`: what can open it and whether it can be empty; where it ends; whether it may be
    left out."""
    if reference := _REFERENCE.match(pattern, at):
        inner, end = ([reference[1].removesuffix("2")], False), reference.end()
    elif pattern.startswith("(?:", at):
        end = _closing(pattern, at) + 1
        inner = _firsts(pattern[at + 3 : end - 1])
    else:
        raise ValueError(f"a pattern must begin with a word class, not {pattern[at:]!r}")
    optional = pattern.startswith("?", end)
    return inner, end + optional, optional


def _closing(pattern: str, at: int) -> int:
    depth = 0
    for i in range(at, len(pattern)):
        depth += (pattern[i] == "(") - (pattern[i] == ")")
        if not depth:
            return i
    raise ValueError(f"a bracket is not closed: {pattern}")


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern, at its own level."""
    depth, parts = 0, [""]
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _class(name: str, raw: dict[str, Any], spaced: bool) -> str:
    base = name.removesuffix("2")
    edge = r"(?!\w)" if spaced else ""
    numeric = NUMERIC if spaced else NUMERIC_JA
    if base in numeric:
        # Some publishers set digits off with spaces: 3 月 26 日.
        before, after = ("", "") if spaced else (r"(?:(?<=[年月])[ \u00a0])?", r"(?:[ \u00a0](?=[年月日]))?")
        return f"{before}(?P<{name}>{numeric[base]}){after}"
    if base == "n":
        return rf"(?P<n>\d{{1,3}}(?!\d)|(?i:{form_regex(list(raw['quantities']['numbers_flat']))})){edge}"
    forms = raw["words"].get(base)
    if forms is None:
        raise ValueError(f"no word class {base!r} in {raw['language']}")
    listed = [f for fs in forms.values() for f in fs] if isinstance(forms, dict) else forms
    body = _cased(listed) + edge
    return f"(?P<{name}>{body})" if isinstance(forms, dict) else f"(?:{body})"


def _cased(forms: list[str]) -> str:
    """Forms written with a capital are meant so (May is a month, may is not), or all in capitals; others in
    any case."""
    proper = [f for f in forms if f[:1].isupper()]
    plain = [f for f in forms if not f[:1].isupper()]
    parts = [form_regex(proper + [f.upper() for f in proper])] if proper else []
    parts += [f"(?i:{form_regex(plain)})"] if plain else []
    return "(?:" + "|".join(parts) + ")"
