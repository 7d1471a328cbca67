"""A document's text cut into lines and pieces, each piece knowing its offset and the claims whose words it
is.

Offsets are code points of the text layer; highlights are cut from stored offsets, never searched for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from reportedly.claims import ROLES
from reportedly.documents import CLAIM_ZONES, Span, Zone
from reportedly.workbench.visible import HIDDEN, hidden, label


class Highlight(NamedTuple):
    """A range of the text that something is said of: the id of a claim, or `role:…`, `cue`, `hit`."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one kind. `hidden` is the label of a character that must be shown by a mark instead."""

    start: int
    text: str
    claims: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text. `aside` where it lies in a zone that carries no claims."""

    start: int
    language: str | None
    aside: str
    pieces: tuple[Piece, ...]


def evidence_of(claims: Sequence[tuple[str, dict[str, Any]]]) -> list[Highlight]:
    """The evidence of each claim, under its id."""
    return [Highlight(q["start"], q["end"], identity) for identity, body in claims for q in body["evidence"]]


def words_of(body: dict[str, Any]) -> list[Highlight]:
    """The words that fill the roles and the chain of one claim."""
    found = [
        Highlight(f["start"], f["end"], f"role:{role}")
        for role in ROLES
        for f in body.get(role, ())
        if f.get("start") is not None
    ]
    return found + [
        Highlight(s["start"], s["end"], "role:source")
        for s in body["attribution"]
        if s.get("start") is not None
    ]


def lines(
    text: str, zones: Sequence[Zone], highlights: Sequence[Highlight], shown: Span | None = None
) -> Iterator[Line]:
    """The lines of `text` in order, without their line feeds; with `shown`, of that part of it."""
    first, last = shown or (0, len(text))
    edges = sorted({edge for h in highlights for edge in (h.start, h.end)})
    opens = sorted(highlights)
    starts = [zone.start for zone in zones]
    at = first
    for line in text[first:last].split("\n"):
        end = at + len(line)
        zone = _zone_at(zones, starts, at)
        here = [h for h in opens if h.start < end and at < h.end] if edges else []
        cuts = sorted({at, end, *(e for h in here for e in (h.start, h.end) if at < e < end)})
        pieces = tuple(p for a, b in pairwise(cuts) for p in _pieces(text, a, b, here))
        aside = zone.kind if zone and zone.kind not in CLAIM_ZONES else ""
        yield Line(at, zone.language if zone else None, aside, pieces)
        at = end + 1


def _zone_at(zones: Sequence[Zone], starts: list[int], at: int) -> Zone | None:
    index = bisect_right(starts, at) - 1
    return zones[index] if index >= 0 and at < zones[index].end else None


def _pieces(text: str, start: int, end: int, here: Sequence[Highlight]) -> Iterator[Piece]:
    over = [h.what for h in here if h.start <= start and end <= h.end]
    claims = tuple(dict.fromkeys(w for w in over if not w.startswith("role:")))
    roles = tuple(dict.fromkeys(w.removeprefix("role:") for w in over if w.startswith("role:")))
    at = start
    for match in HIDDEN.finditer(text, start, end):
        if hidden(text, match.start()):
            if at < match.start():
                yield Piece(at, text[at : match.start()], claims, roles)
            yield Piece(match.start(), "", claims, roles, label(match[0]))
            at = match.end()
    if at < end:
        yield Piece(at, text[at:end], claims, roles)
