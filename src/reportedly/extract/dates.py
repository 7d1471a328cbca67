"""Dates in running text: which words say when, and what they come to given the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from reportedly.claims import When
from reportedly.extract.detail.calendar import Known, Reading, known, read
from reportedly.extract.detail.date_scan import Atom, scan
from reportedly.extract.detail.vocabulary import Vocabulary, vocabulary

MentionKind = Literal["point", "range", "since", "until", "duration"]
_LOOK_BACK = 48
_LONGEST_JOIN = 12
_ONWARD = re.compile(r"(?:\s?[-–—]\s?|\s\w{1,4}\s)(\d)")
_LICENCES = frozenset({"since", "until", "between", "from", "in"})


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that say when. `start:end` are half-open code points; a connective that changes the meaning
    (since,
    until, from, between) is inside, a plain preposition (in, on) is not. `when` has None where the words, the
    publication date and the context do not settle it. `relative`: the words lean on the day of publication
    (yesterday, last month). `rule` names the pattern, two joined by `+` for the ends of a range."""

    start: int
    end: int
    when: When
    kind: MentionKind
    relative: bool
    rule: str


class _Placed(NamedTuple):
    """An atom, the connective before it (`lead` from `lead_start`) and after it (`trail` to `trail_end`)."""

    atom: Atom
    lead: str
    lead_start: int
    trail: str
    trail_end: int


def find_dates(
    text: str, *, language: str, published: str | None, offset: int = 0, context_year: str | None = None
) -> list[DateMention]:
    """The dates that a sentence mentions, in order; `offset` is added to their spans.

    A day or month without a year takes that of `published`, or the year before where it would lie clearly
    in the
    future; where there is no publication date it takes `context_year`, else stays unknown. A language without
    data gives none.
    """
    words = vocabulary(language)
    if words is None:
        return []
    folded = words.folded(text)
    placed = accepted(folded, words)
    if not placed:
        return []
    base = known(published, context_year)
    out: list[DateMention] = []
    i = 0
    while i < len(placed):
        mention, used = _mention(placed, i, folded, words, base)
        out.append(replace(mention, start=mention.start + offset, end=mention.end + offset))
        i += used
    return out


def date_spans(text: str, words: Vocabulary) -> list[tuple[int, int]]:
    """The half-open spans of the dates of a folded text, connectives left out: where a number is no count."""
    return [(p.atom.start, p.atom.end) for p in accepted(text, words)]


def accepted(text: str, words: Vocabulary) -> list[_Placed]:
    """The matches that stand as dates: strong ones, and weak ones (May, 2014) where the words beside say
    so."""
    atoms = scan(text, words)
    if not atoms:
        return []
    placed = [_place(text, atom, words) for atom in atoms]
    starts = {p.atom.start for p in placed}
    keep = [not p.atom.weak or (_licensed(p) and not _counts(p, text, starts)) for p in placed]
    for i in range(1, len(placed)):
        if not keep[i] and keep[i - 1] and _carries_on(placed[i - 1], placed[i], text, words):
            keep[i] = True
    for i in range(len(placed) - 2, -1, -1):
        if not keep[i] and keep[i + 1] and _leads_to(placed[i], placed[i + 1], text, words):
            keep[i] = True
    return [p for p, kept in zip(placed, keep, strict=True) if kept]


def _place(text: str, atom: Atom, words: Vocabulary) -> _Placed:
    cut = max(0, atom.start - _LOOK_BACK)
    before = words.before.search(text, cut, atom.start) if atom.start else None
    after = words.after.match(text, atom.end)
    return _Placed(
        atom,
        before.lastgroup or "" if before else "",
        before.start() if before else atom.start,
        after.lastgroup or "" if after else "",
        after.end() if after else atom.end,
    )


def _licensed(placed: _Placed) -> bool:
    if placed.atom.licence != "in":
        return placed.lead in (placed.atom.licence, "since", "until")
    return placed.lead in _LICENCES or placed.trail != ""


def _counts(placed: _Placed, text: str, starts: set[int]) -> bool:
    """Between 2000 and 2500 rifles: what looks like a year is the lower bound of a count."""
    if placed.lead not in ("between", "from") or not placed.atom.has("year"):
        return False
    onward = _ONWARD.match(text, placed.atom.end)
    return onward is not None and onward.start(1) not in starts


def _join(one: _Placed, two: _Placed, text: str, words: Vocabulary) -> str:
    """How two dates hang together: `to`, `dash`, `and`, `list`, or nothing."""
    gap = text[one.atom.end : two.atom.start]
    if len(gap) > _LONGEST_JOIN:
        return ""
    match = words.joins.match(gap)
    return match.lastgroup or "" if match else ""


def _carries_on(one: _Placed, two: _Placed, text: str, words: Vocabulary) -> bool:
    join = _join(one, two, text, words)
    if join in ("to", "dash"):
        return True
    return bool(join) and (one.atom.rule == two.atom.rule or one.lead == "between" or one.atom.has("year"))


def _leads_to(one: _Placed, two: _Placed, text: str, words: Vocabulary) -> bool:
    """March to May 2016, March and May 2016: the month waits for the year that follows."""
    return one.atom.has("month") and two.atom.has("year") and bool(_join(one, two, text, words))


def _mention(
    placed: list[_Placed], i: int, text: str, words: Vocabulary, base: Known
) -> tuple[DateMention, int]:
    one = placed[i]
    two = placed[i + 1] if i + 1 < len(placed) else None
    join = _join(one, two, text, words) if two else ""
    if two and (join in ("to", "dash") or (join == "and" and one.lead == "between")):
        return _range(one, two, words, base), 2
    if two and join and not one.atom.has("year") and two.atom.has("year", "month"):
        base = _lent(two.atom, words, base)
    return _single(one, words, base), 1


def _lent(atom: Atom, words: Vocabulary, base: Known) -> Known:
    """What the later of two joined dates lends to the earlier: 3 July and 5 August 2014, 28 to 30 March."""
    year, month = atom.get("year"), atom.get("month")
    return replace(
        base,
        forced_year=int(year) if year and year.isdecimal() else base.forced_year,
        forced_month=int(words.value("month", month)) if month else base.forced_month,
    )


def _range(one: _Placed, two: _Placed, words: Vocabulary, base: Known) -> DateMention:
    end = read(two.atom, words, base)
    start = read(one.atom, words, _lent(two.atom, words, base) if not one.atom.has("year") else base)
    if start.start and end.end and start.start > end.end and not one.atom.has("year"):
        start = _year_earlier(start)
    lends = one.atom.has("year") and not two.atom.has("year", "year_shift") and two.atom.meaning == "calendar"
    if lends and (year := one.atom.get("year")) and year.isdecimal():
        end = read(two.atom, words, replace(base, forced_year=int(year)))
    begin = one.lead_start if one.lead in ("from", "between", "since") else one.atom.start
    close = two.trail_end if two.trail == "until" else two.atom.end
    settled = start.start is not None and end.end is not None and start.start[:4] <= end.end[:4]
    when = When(start.start, end.end) if settled else When()
    relative = start.relative or end.relative
    return DateMention(begin, close, when, "range", relative, f"{one.atom.rule}+{two.atom.rule}")


def _year_earlier(reading: Reading) -> Reading:
    """From November to March: the first lies in the year before."""
    year = f"{int((reading.start or '1')[:4]) - 1:04}"
    return Reading(year + (reading.start or "")[4:], year + (reading.end or "")[4:], reading.relative)


def _single(one: _Placed, words: Vocabulary, base: Known) -> DateMention:
    reading = read(one.atom, words, base)
    atom = one.atom
    kind = _kind(one, reading)
    when = When(
        None if kind == "until" else reading.start,
        None if kind == "since" else reading.end,
    )
    begin = one.lead_start if one.lead == kind or (one.lead == "from" and kind == "since") else atom.start
    close = one.trail_end if one.trail == kind else atom.end
    return DateMention(begin, close, when, kind, reading.relative, atom.rule)


def _kind(one: _Placed, reading: Reading) -> MentionKind:
    if one.atom.meaning in ("vague", "duration"):
        return "duration"
    if "since" in (one.lead, one.trail):
        return "since"
    if "until" in (one.lead, one.trail):
        return "until"
    return "range" if reading.start != reading.end else "point"
