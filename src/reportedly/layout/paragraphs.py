"""The paragraphs of a laid-out document, and the names its publisher goes by."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reportedly.documents import Document, Span, ZoneKind
from reportedly.layout.datelines import dateline
from reportedly.layout.lines import units
from reportedly.layout.masthead import Masthead
from reportedly.layout.zones import lay_out, read_units


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the white space around it: `document.text[start:end]`.

    One line as a rule, several where the text is hard-wrapped. `dateline_end` is where the words after a
    dateline begin
    (an offset into the document), `dateline_agency` the agency as the dateline writes it ("AP"); both None
    without one.
    """

    start: int
    end: int
    kind: ZoneKind
    language: str | None
    dateline_end: int | None = None
    dateline_agency: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def paragraphs(document: Document) -> list[Paragraph]:
    """The paragraphs of `document` in order, each with the kind and language of its zone; lays it out first
    where that was not done."""
    if not document.zones:
        document = lay_out(document)
    zones = document.zones
    starts = [zone.start for zone in zones]
    out: list[Paragraph] = []
    first = True
    for unit in units(document.text):
        zone = zones[bisect_right(starts, unit.start) - 1]
        line = None
        if zone.kind == "body":
            line = dateline(unit.text, first=first)
            first = False
        end, agency = (unit.start + line.end, line.agency) if line else (None, None)
        out.append(Paragraph(unit.start, unit.end, zone.kind, zone.language, end, agency))
    return out


def publisher_aliases(document: Document) -> tuple[str, ...]:
    """The names by which `document` calls its own publisher: as resolved, as in the masthead and the
    copyright line, its initials where
    the text uses them, its domain. Empty where the publisher is not known."""
    found, headline = read_units(document.text, document.title)
    own = Masthead(document.text, found, headline)
    return own.aliases(document.publisher or own.publisher())
