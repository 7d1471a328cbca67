"""Datelines: "BEIRUT — ", "UNITED NATIONS (AP) — ", "MANAMA, Bahrain (NNS) -- ", "Hanover, 15 November
2019. ", 【カイロ支局】."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reportedly.layout.dates import Found, dates
from reportedly.layout.words import words

_UP: Final = r"A-ZÀ-ÖØ-ÞŁŚŻŞĞİА-ЯЁІЇЄҐ"
_LOW: Final = r"a-zß-öø-ÿłśżşğıа-яёіїєґ"
_CAPITALS: Final = rf"[{_UP}][{_UP}.'’]+(?:[ /-][{_UP}][{_UP}.'’]*){{0,4}}"
_NAME: Final = rf"[{_UP}][{_LOW}'’.]+(?:[ -][{_UP}][{_LOW}'’.]+){{0,3}}"
_AGENCY: Final = r"[(/\[](?P<agency>[^()/\[\]]{2,30})[)/\]]"
_STROKE: Final = r"(?:—|–|―|--|-)"
_DATE: Final = (
    r"(?:[,.]?\s+(?=[^—–(/]{0,26}\d)[^\s—–(/]{1,12}(?:\s+(?!-)[^\s—–(/]{1,12}){0,3}?)"
    r"(?=[,.]?\s*(?:[(/—–-]|\.|$))"
)
"""Words with a figure among them; whether they are a date is asked afterwards."""


_IN_CAPITALS: Final = re.compile(
    rf"(?P<place>{_CAPITALS})(?:,\s+(?:{_NAME}|{_CAPITALS}))?(?P<date>{_DATE})?\s*(?:{_AGENCY})?(?P<end>[.,]?\s*{_STROKE}\s+|\.\s+)"
)
_BARE_AGENCY: Final = re.compile(rf"{_AGENCY}\s*(?P<end>{_STROKE}\s+)")
_NAMED: Final = re.compile(
    rf"(?P<place>{_NAME})(?P<region>,\s+{_NAME})?(?P<date>{_DATE})?\s*(?:{_AGENCY})?(?P<end>\.?\s*{_STROKE}\s+|[.:]\s+)"
)
_BRACKETED: Final = re.compile(r"(?:【(?P<a>[^】]{2,24})】|[［\[](?P<b>[^\]］]{2,24})[\]］]\s*[-－ー—–]?\s*)")
_LETTERS: Final = re.compile(rf"[{_UP}]{{2,6}}$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` counts from the start of the paragraph; `date` is the one in the dateline, with or without a
    year."""

    end: int
    agency: str | None = None
    date: Found | None = None


def _agency(raw: str | None) -> str | None:
    """The agency in the brackets of a dateline: one that is known, or the bare letters of one that is not."""
    if not raw:
        return None
    known = words().agencies
    text = raw.strip(" .")
    if text in known:
        return text
    last = re.split(r"[ /=]", text)[-1].strip('«»"')
    if last in known:
        return last
    return text if _LETTERS.match(text) else None


def _date(text: str, match: re.Match[str]) -> Found | None:
    if not match["date"]:
        return None
    found = dates(text[: match.start("end")])
    return found[0] if found else None


def _bracketed(text: str) -> Dateline | None:
    match = _BRACKETED.match(text)
    if match is None:
        return None
    inner = match["a"] or match["b"]
    found = dates(inner)
    return Dateline(match.end(), _agency(inner), found[0] if found else None)


def _in_capitals(text: str) -> Dateline | None:
    match = _IN_CAPITALS.match(text)
    if match is None:
        return None
    date, agency = _date(text, match), _agency(match["agency"])
    stroke = not match["end"].startswith(". ")
    if match["date"] and date is None:
        return None
    if not stroke and not (date or agency):
        return None
    letters = sum(c.isalpha() for c in match["place"])
    if not (date or agency) and (letters < 4 or text[match.end() : match.end() + 1].islower()):
        return None
    return _with_trailing_agency(text, Dateline(match.end(), agency, date))


def _with_trailing_agency(text: str, line: Dateline) -> Dateline:
    """The agency may also follow the dash: "МОСКВА, 5 апр — РИА Новости. "."""
    stop = text.find(". ", line.end, line.end + 30)
    named = text[line.end : stop] if stop > 0 else ""
    return Dateline(stop + 2, named, line.date) if named in words().agencies else line


def _named(text: str) -> Dateline | None:
    """A place in mixed case needs more: a date, an agency, or a region and a dash."""
    match = _NAMED.match(text)
    if match is None:
        return None
    date, agency = _date(text, match), _agency(match["agency"])
    if match["date"] and date is None:
        return None
    dash = match["end"].strip() in ("—", "–", "―", "--", "-", ".—", ".–", ".-", ". —", ". –", ". -")
    if (
        date
        or (agency and dash)
        or (match["region"] and dash and text[match.start("end") - 1 : match.start("end")].isspace())
    ):
        return Dateline(match.end(), agency, date)
    return None


def dateline(text: str, *, first: bool) -> Dateline | None:
    """The dateline that `text`, a paragraph of body, begins with. `first`: it is the first one, where the
    looser forms may stand too."""
    head = text[:120]
    opening = head[:1]
    if opening in "【[［":
        return _bracketed(head)
    if opening in "(/":
        match = _BARE_AGENCY.match(head)
        agency = _agency(match["agency"]) if match else None
        return Dateline(match.end(), agency) if match and agency else None
    if not opening.isupper():
        return None
    return _in_capitals(head) or (_named(head) if first else None)
