"""The publisher and its other names, where the page says them: masthead, copyright line, "X is
ad-supported", "From X Public Affairs",
the letters of a dateline, a domain in the footer. None where nothing is clear."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reportedly.layout.datelines import dateline
from reportedly.layout.lines import Unit
from reportedly.layout.words import folded, words

_SITE: Final = frozenset({"menu", "notice", "footer"})
_RIGHTS: Final = re.compile(
    r"(?:©|\([cCсС]\)|\bcopyright\b)[\s©]*(?:\([cC]\)|copyright)?[\s,:]*(?:by\s+)?", re.IGNORECASE
)
_YEARS: Final = re.compile(
    r"\s*\(?\b(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)?\d\d|[a-z]+))?\b\)?,?\s*(?:by\s+)?"
)
_NAME_END: Final = re.compile(r"[.!|｜•;。]\s|[.!|｜•;。]$|\s+[—–-]\s+|\s{3,}|\s+(?:無断|禁無断|転載)|,\s")
_QUOTED: Final = re.compile(r"[«“\"「『]([^»”\"」』]{2,50})[»”\"」』]")
_DOMAIN: Final = re.compile(
    r"(?<![@\w.-])(?:https?://)?(?:www\.)?((?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,3}(?:com|org|net|info|news|press|media|tv|int|gov|mil|eu|[a-z]{2}))(?![\w.@-]\w)"
)
_SLOGAN: Final = re.compile(r"\s+[—–-]\s+|\s{3,}|\s*[|｜•]\s*|:\s|\s·\s")
_SMALL: Final = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "de",
        "la",
        "del",
        "und",
        "et",
        "der",
        "des",
        "a",
        "an",
        "to",
        "at",
        "by",
        "y",
        "le",
    }
)
_UPPER: Final = "A-ZÀ-ÞА-ЯЁІЇЄҐ"
_NAME_SLOT: Final = rf"(?P<name>[{_UPPER}][\w&.'’-]*(?: (?:[{_UPPER}&][\w&.'’-]*|of|the|and|for))*)"
_CASELESS: Final = re.compile(r"[\u0590-\u06ff\u3041-\u9fff]")
_NAME_WORDS: Final = 7
_TOKEN: Final = re.compile(r"[^\W_]+")


@cache
def _frames() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each frame with the longer part of its words, which a text must hold before the pattern is tried."""

    def pattern(frame: str) -> str:
        head, _, tail = frame.partition("{name}")
        cjk = re.search(r"[\u3041-\u9fff]", frame)
        slot = (
            r"(?P<name>[^\s|。、::【】]{2,20})"
            if cjk
            else _NAME_SLOT
            if "«" not in frame
            else r"(?P<name>[^»]{2,40})"
        )
        return f"(?i:{re.escape(head)}){slot}(?i:{re.escape(tail)})"

    literals = (max(frame.lower().split("{name}"), key=len) for frame in words().frames)
    return tuple(
        (literal, re.compile(pattern(frame))) for literal, frame in zip(literals, words().frames, strict=True)
    )


def _trimmed(name: str) -> str:
    """A name without legal forms, rights formulae and stray signs at its ends."""
    name = name.strip(" \t\u00a0\u3000,;:|｜–—-")
    match = _trims().search(folded(name))
    return name[: match.start()].rstrip(" ,.\u3000") if match and match.start() > 1 else name


@cache
def _trims() -> re.Pattern[str]:
    east = "|".join(re.escape(w) for w in words().trims if ord(w[0]) > 0x3000)
    spaced = "|".join(re.escape(w) for w in words().trims if ord(w[0]) <= 0x3000)
    return re.compile(rf"(?:[ ,\u3000]+(?:{spaced})\.?|[ \u3000]*(?:{east}))+$")


def _plausible(name: str) -> bool:
    tokens = _TOKEN.findall(name)
    core = folded(name).strip(" .!")
    return (
        0 < len(tokens) <= _NAME_WORDS
        and 1 < len(name) <= 60
        and core not in words().never_names
        and any(c.isalpha() for c in name)
    )


def _owner(text: str) -> str | None:
    """The name in a copyright line."""
    match = _RIGHTS.search(text)
    if match is None:
        return None
    rest = text[match.end() :]
    rest = _YEARS.sub(" ", rest[:12], count=1).lstrip() + rest[12:] if _YEARS.match(rest) else rest
    years = _YEARS.search(rest)
    end = _NAME_END.search(rest)
    cut = min(end.start() if end else len(rest), years.start() if years and years.start() else len(rest))
    name = rest[:cut]
    low = folded(name)
    for stop in (
        " all rights",
        " todos los",
        " tous droits",
        " alle rechte",
        " все права",
        " усі права",
        " всі права",
        " by using",
    ):
        at = low.find(stop)
        name = name[:at] if at > 0 else name
    quoted = _QUOTED.search(name)
    name = quoted[1] if quoted else _trimmed(name)
    own = name[:1].isupper() or _CASELESS.match(name) is not None or "." in name
    return name if own and _plausible(name) and not folded(name).startswith("all ") else None


def initialism(name: str) -> str:
    """The capitals a name is shortened to: Global Defence Bulletin -> GDB; "" where it has one word."""
    tokens = [t for t in _TOKEN.findall(name) if t.lower() not in _SMALL or len(name) < 8]
    return "".join(t[0] for t in tokens).upper() if len(tokens) > 1 else ""


def _cased(name: str, text: str) -> str:
    """A masthead in capitals as the page writes it elsewhere, else in the manner of its script."""
    if not name.isupper() or len(name) <= 4:
        return name
    low, wanted = folded(text), folded(name)
    starts = [m.start() for m in re.finditer(re.escape(wanted), low)]
    forms = (text[start : start + len(name)] for start in starts)
    elsewhere = next((form for form in forms if not form.isupper()), None)
    if elsewhere and elsewhere[0].isupper():
        return elsewhere
    if re.search("[А-ЯІЇЄҐ]", name):
        return name[0] + name[1:].lower()
    out = []
    for index, word in enumerate(name.split(" ")):
        low = word.lower()
        if index and low in _SMALL:
            out.append(low)
        elif len(word) <= 2 or not re.search("[AEIOUYÄÖÜÉÈ]", word) or "." in word[:-1]:
            out.append(word)
        else:
            out.append("-".join(part.capitalize() for part in word.split("-")))
    return " ".join(out)


def _is_name_shaped(name: str) -> bool:
    """Capitalised throughout, or Japanese and short, or Cyrillic and short."""
    if re.search(r"[\u0600-\u06ff]", name):
        return len(name.split()) <= 5
    if re.search(r"[\u3041-\u9fff]", name):
        return len(name) <= 20 and not re.search(r"[。、!?!?]", name)
    tokens = name.split()
    if re.search("[А-Яа-яІЇЄҐіїєґ]", name):
        return name[:1].isupper() and len(tokens) <= 4
    return bool(tokens) and all(t[:1].isupper() or t.lower() in _SMALL or not t[:1].isalpha() for t in tokens)


class Masthead:
    """Names of the publisher as a laid-out page gives them, in order of how much they are worth."""

    def __init__(self, text: str, units: list[Unit], headline: int | None) -> None:
        self.text = text
        self.units = units
        self.head = (
            headline
            if headline is not None
            else next((i for i, u in enumerate(units) if u.kind == "body"), 0)
        )
        self.site = [u for u in units if u.kind in _SITE and len(u.text) <= 400]
        self.owners = [name for u in self.site if (name := _owner(u.text))]
        self.framed = self._framed()
        self.organ = self._organ()
        self.name, self.raw = self._masthead()

    def _framed(self) -> list[str]:
        """Names in the phrases by which a site speaks of itself."""
        text = "\n".join(u.text for u in self.site)
        low = folded(text)
        found = (m for literal, frame in _frames() if literal in low for m in frame.finditer(text))
        return [m["name"].rstrip(".") for m in found if _plausible(m["name"])]

    def _organ(self) -> str | None:
        """The body that speaks in "From X Public Affairs"."""
        for unit in self.units[: self.head + 6]:
            if unit.kind != "byline" or not unit.low.startswith(("from ", "by ")):
                continue
            for organ in words().organs:
                if unit.low.endswith(organ):
                    name = unit.text[: -len(organ)].split(" ", 1)[1].strip(" ,")
                    return name if _plausible(name) else None
        return None

    def _masthead(self) -> tuple[str | None, str | None]:
        for index, unit in enumerate(self.units[: min(self.head, 6)]):
            if unit.kind not in ("menu", "byline", "notice"):
                continue
            raw = _SLOGAN.split(unit.text)[0].strip(" \ufeff[]")
            name = _trimmed(raw)
            if _plausible(name) and _is_name_shaped(name) and self._supported(index, name, unit):
                return name, raw
        return None, None

    def _supported(self, index: int, name: str, unit: Unit) -> bool:
        """A line at the head is the outlet's name only with a second sign of it."""
        low = folded(name)
        capitals = name.isupper() and len(name) > 4
        if unit.kind != "menu" and not capitals:
            return False
        owners = [folded(owner) for owner in (*self.owners, *self.framed)]
        if any(owner.startswith(low) or low.startswith(owner) or owner.endswith(low) for owner in owners):
            return True
        short = initialism(name)
        if len(short) > 2 and re.search(rf"\b{re.escape(short)}\b", self.text):
            return True
        if unit.kind != "menu":
            return index == 0 and len(name.split()) > 1
        tokens = [t for t in re.split(r"[\s]+", low) if t]
        typed = tokens[-1] in words().publisher_types or (
            tokens[0] in words().publisher_types and len(tokens) > 1
        )
        typed = typed or (ord(low[0]) > 0x3000 and low.endswith(tuple(words().publisher_types)))
        lone = len(unit.parts()) == 1
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        row_below = (
            following is not None
            and following.kind == "menu"
            and not following.gap
            and len(following.parts()) > 1
        )
        back_home = "back to home" in unit.low
        multi = len(tokens) > 1
        if capitals:
            mixed = not unit.text.isupper() and (
                multi or not lone or typed or bool(_SLOGAN.search(unit.text))
            )
            return mixed or (index == 0 and (typed or row_below or multi))
        return back_home or (lone and ((index == 0 and row_below) or (index <= 1 and typed and multi)))

    def agency(self) -> str | None:
        """The agency whose letters stand in the dateline."""
        body = next((u for u in self.units if u.kind == "body"), None)
        line = dateline(body.text, first=True) if body else None
        return words().agencies.get(line.agency) if line and line.agency else None

    def domain(self) -> str | None:
        """The one site address that the page's own lines name."""
        found = {m[1] for u in self.site for m in _DOMAIN.finditer(u.text.lower())}
        return found.pop() if len(found) == 1 else None

    def spelled_out(self, name: str) -> str:
        """The full name that the letters `name` shorten, if a line of the head or an owner has it."""
        if name.isupper() and " " not in name:
            heads = [
                _trimmed(_SLOGAN.split(u.text)[0])
                for u in self.units[: self.head]
                if u.kind in ("menu", "byline")
            ]
            for full in [*heads, *self.owners]:
                if initialism(full) == name and _plausible(full):
                    return full
        return name

    def publisher(self) -> str | None:
        if self.organ:
            return self.organ
        if self.name:
            letters = self.name.split(" ")[0]
            full = next((o for o in self.owners if letters.isupper() and initialism(o) == letters), None)
            return full or _cased(self.spelled_out(self.name), self.text)
        named = next(iter(self.owners), None) or next(iter(self.framed), None)
        if named:
            return _cased(self.spelled_out(named), self.text)
        return self.agency() or self.domain()

    def aliases(self, publisher: str | None) -> tuple[str, ...]:
        """Every form in which the page names its publisher, each once, the publisher's own name first."""
        forms = [publisher, self.raw, self.name, *self.owners, *self.framed, self.organ, self.domain()]
        out: list[str] = []
        for form in forms:
            if form:
                out.append(form)
                short = initialism(form)
                if len(short) > 1 and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", self.text):
                    out.append(short)
        return tuple(dict.fromkeys(out))


def publisher_of(text: str, units: list[Unit], headline: int | None) -> str | None:
    """The publisher's name as the page gives it; None where nothing is clear."""
    return Masthead(text, units, headline).publisher()
