"""The words of dates and quantities of one language, as compiled from
`resources/languages/detail/<language>.yml`.

Everything is read once, and the patterns of a language are compiled when that language is first asked for.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from reportedly.extract.detail.templates import expand, first_classes, form_regex


class Token(NamedTuple):
    """A run of letters or of digits: lower-cased words and their half-open code-point range."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateRule:
    """One date pattern. `meaning` names the reading of its groups (`detail.calendar`); a `weak` one needs
    company to be a date."""

    name: str
    meaning: str
    weak: bool
    regex: re.Pattern[str]
    licence: str


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Number words, qualifiers, and the words beside which a number is no count of items."""

    numbers: dict[str, int]
    multipliers: dict[str, int]
    bare: frozenset[str]
    vague: frozenset[str]
    articles: frozenset[str]
    half: frozenset[str]
    conjunctions: frozenset[str]
    inverted: str
    vigesimal: bool
    qualifiers: dict[str, str]
    after: dict[str, str]
    between: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]
    units: frozenset[str]
    unit_stems: tuple[str, ...]
    titles: frozenset[str]
    prefixes: frozenset[str]
    ages: frozenset[str]
    age_if_final: frozenset[str]
    links: frozenset[str]
    pronouns: dict[str, frozenset[str]]
    pronouns_before: frozenset[str]
    number: re.Pattern[str]
    decimal: str
    starts: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All that a language says of dates and quantities, ready to run."""

    language: str
    values: dict[str, dict[str, str]]
    date_starts: dict[str, tuple[DateRule, ...]]
    token: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    joins: re.Pattern[str]
    spaced: bool
    fold: dict[int, str] | None
    quantity: QuantityWords
    raw: dict[str, Any]

    def value(self, name: str, words: str) -> str:
        """What `words` of the class `name` mean."""
        return self.values[name][" ".join(words.lower().replace(".", "").split())]

    def folded(self, text: str) -> str:
        """`text` with digits in ASCII (and apostrophes made one), of the same length, for the patterns to
        read."""
        return text.translate(self.fold) if self.fold else text


_DIGITS = {0xFF10 + i: str(i) for i in range(10)} | {0x660 + i: str(i) for i in range(10)}
_DIGITS |= {0x6F0 + i: str(i) for i in range(10)}
_FOLDS: dict[str, dict[int, str]] = {
    "ja": _DIGITS | {0xFF0C: ",", 0xFF0E: ".", 0xFF05: "%", 0xFF0B: "+"},
    "ar": _DIGITS | {0x66C: ",", 0x66B: "."},
    "uk": {0x2019: "'", 0x2BC: "'"},
}
_DIGIT_KEYS: dict[str, tuple[str, ...]] = {
    "day": ("#1", "#2"),
    "mm": ("#1", "#2"),
    "short": ("#1", "#2"),
    "month_number": ("#1", "#2"),
    "year": ("#4",),
    "n": ("#1", "#2", "#3"),
}
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_TOKEN_APOSTROPHE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")


@cache
def _shipped() -> dict[str, Any]:
    data = files("reportedly.extract").joinpath("data/detail.json").read_text("utf-8")
    return dict(json.loads(data))


@cache
def languages() -> frozenset[str]:
    """The languages whose dates and quantities can be read."""
    return frozenset(_shipped())


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """The vocabulary of `language` (`en`, also `en-GB`), or None where there is none."""
    raw = _shipped().get(language) or _shipped().get(language.split("-")[0])
    return build(raw) if raw else None


def build(raw: dict[str, Any]) -> Vocabulary:
    """A vocabulary from the compiled form of one language."""
    language, spaced = raw["language"], raw.get("spaced", True)
    words = raw["words"]
    return Vocabulary(
        language=language,
        values={name: _values(forms) for name, forms in words.items() if isinstance(forms, dict)},
        date_starts=_date_starts(raw, spaced),
        token=_token(raw, spaced, language),
        before=_before(words, spaced),
        after=_after(words, spaced),
        joins=_joins(words, spaced),
        spaced=spaced,
        fold=_FOLDS.get(language),
        quantity=_quantity(raw["quantities"]),
        raw=raw,
    )


def _values(forms: dict[str, list[str]]) -> dict[str, str]:
    return {form.lower().replace(".", ""): value for value, listed in forms.items() for form in listed}


def _forms(words: dict[str, Any], name: str) -> list[str]:
    forms = words.get(name, [])
    return [f for listed in forms.values() for f in listed] if isinstance(forms, dict) else list(forms)


def _date_starts(raw: dict[str, Any], spaced: bool) -> dict[str, tuple[DateRule, ...]]:
    starts: dict[str, list[DateRule]] = {}
    for entry in raw["dates"]:
        regex = re.compile(expand(entry["pattern"], raw))
        rule = DateRule(
            entry["rule"], entry["as"], entry.get("weak", False), regex, entry.get("licence", "in")
        )
        for key in sorted(_keys(entry["pattern"], raw, spaced)):
            starts.setdefault(key, []).append(rule)
    return {key: tuple(rules) for key, rules in starts.items()}


def _keys(pattern: str, raw: dict[str, Any], spaced: bool) -> set[str]:
    """The first tokens (in unspaced scripts: the first characters) with which a pattern can begin; `#4` for
    a run of four digits."""
    keys: set[str] = set()
    for name in first_classes(pattern):
        keys.update(_DIGIT_KEYS.get(name, ()))
        if name == "n":
            keys.update(w.split()[0] if spaced else w[0] for w in raw["quantities"]["numbers_flat"])
        if not spaced and name in _DIGIT_KEYS:
            keys.update("〇一二三四五六七八九十")
        for form in _forms(raw["words"], name):
            low = form.lower()
            keys.add(_word_token(raw["language"]).findall(low)[0] if spaced else low[0])
    return keys


def _token(raw: dict[str, Any], spaced: bool, language: str) -> re.Pattern[str]:
    if spaced:
        return _word_token(language)
    chars = {
        key
        for entry in raw["dates"]
        for key in _keys(entry["pattern"], raw, spaced)
        if not key.startswith("#")
    }
    return re.compile(r"\d+|[" + "".join(sorted(map(re.escape, chars))) + "]")


def _word_token(language: str) -> re.Pattern[str]:
    return _TOKEN_APOSTROPHE if language == "uk" else _TOKEN


def _before(words: dict[str, Any], spaced: bool) -> re.Pattern[str]:
    """What can stand before a date and tell how it is meant; matched against the words that end where the
    date starts."""
    named = "|".join(
        f"(?P<{name}>{form_regex(_forms(words, name))})"
        for name in ("since", "until", "between", "from", "on_the", "in")
        if _forms(words, name)
    )
    filler = _forms(words, "filler")
    between = rf"(?:\s{{1,2}}{form_regex(filler)}){{0,2}}" if filler else ""
    edge, gap = (r"(?<!\w)", r"\s{1,2}") if spaced else ("", "")
    return re.compile(rf"{edge}(?:{named or '(?!)'}){between}{gap}\Z", re.I)


def _after(words: dict[str, Any], spaced: bool) -> re.Pattern[str]:
    named = "|".join(
        f"(?P<{name.removesuffix('_after')}>{form_regex(_forms(words, name))})"
        for name in ("since_after", "until_after", "in_after")
        if _forms(words, name)
    )
    gap, edge = (r"\s{0,2}", r"(?!\w)") if spaced else ("", "")
    return re.compile(rf"{gap}(?:{named or '(?!)'}){edge}", re.I)


def _joins(words: dict[str, Any], spaced: bool) -> re.Pattern[str]:
    """What stands between two dates: `to` makes a range, `and` one after "between", `list` goes on with the
    same kind."""
    named = "|".join(
        f"(?P<{name}>{form_regex(_forms(words, 'join_' + name))})"
        for name in ("to", "and", "list")
        if _forms(words, "join_" + name)
    )
    dash = r"(?P<dash>\s?[-–—〜～~]\s?)"
    gap = r"\s{0,2}" if spaced else ""
    return re.compile(rf"(?:{dash}|{gap}(?:{named or '(?!)'}){gap})\Z", re.I)


def _quantity(raw: dict[str, Any]) -> QuantityWords:
    numbers = {w: int(v) for w, v in raw["numbers_flat"].items()}
    multipliers = {w: int(v) for v, forms in raw["multipliers"].items() for w in forms}
    sets = {
        name: frozenset(raw.get(name, []))
        for name in (
            "bare",
            "vague",
            "articles",
            "half",
            "conjunctions",
            "between",
            "range_from",
            "range_to",
            "titles",
            "prefixes",
            "links",
            "ages",
            "age_if_final",
            "pronouns_before",
        )
    }
    units = raw.get("units", [])
    separator = "".join(map(re.escape, raw.get("separators", ",")))
    return QuantityWords(
        numbers=numbers,
        multipliers=multipliers,
        inverted=raw.get("inverted", ""),
        vigesimal=raw.get("vigesimal", False),
        qualifiers={f: kind for kind, forms in raw["qualifiers"].items() for f in forms},
        after={f: kind for kind, forms in raw.get("after", {}).items() for f in forms},
        units=frozenset(u for u in units if not u.endswith("*")),
        unit_stems=tuple(u[:-1] for u in units if u.endswith("*")),
        pronouns={w: frozenset(after) for w, after in raw.get("pronouns", {}).items()},
        number=re.compile(rf"[1-9]\d{{0,2}}(?:(?:[{separator}]|[ \u00a0\u202f\u2009])\d{{3}}(?!\d))+|\d+"),
        decimal=raw.get("decimal", "."),
        starts=frozenset(numbers) | frozenset(multipliers),
        **sets,
    )
