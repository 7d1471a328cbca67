"""Speaker labels of transcripts: "Mr Halvorsen: ..." at the head of a paragraph says who speaks it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from reportedly.claims import Source
from reportedly.extract.discourse import Speaker
from reportedly.extract.things import Thing

_LABEL = re.compile(
    r"([A-ZÀ-Þ][\w.'’-]*(?:[ -][A-ZÀ-Þa-z][\w.'’-]*){0,5}?)(?: \([^)\n]{1,60}\))?:[ \t]+(?=\S)"
)
_TITLED = re.compile(
    r"(?i)(mr|mrs|ms|dr|sir|lord|lady|baroness|minister|secretary|senator|general|gen|col|president|spokes\w+|ambassador|judge|chair\w*|prof\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label: who speaks, and where the speech begins (offset into the document)."""

    speaker: Speaker
    end: int


class SpeakerLabels:
    """The labels of one document. A label counts where it carries a title or stands before two paragraphs or
    more."""

    def __init__(self, text: str) -> None:
        self._counts = Counter(m.group(1) for m in re.finditer(r"(?m)^\s*" + _LABEL.pattern, text))

    def at(self, text: str, start: int, end: int) -> Label | None:
        """The label at the head of the paragraph `text[start:end]`, if it has one."""
        found = _LABEL.match(text, start, end)
        if found is None:
            return None
        name = found.group(1)
        if not (_TITLED.match(name) or self._counts[name] >= 2) or name in (
            "Q",
            "Question",
            "Note",
            "Source",
            "Sources",
            "Update",
        ):
            return None
        thing = Thing("actor", name, name, found.start(1), found.end(1), description=name.split()[-1].lower())
        source = Source(_proper(name), name, "speaker", found.start(1), found.end(1))
        return Label(Speaker(source, thing), found.end())


def _proper(name: str) -> str:
    """Capitals as in running text: "MR. CALLOWAY" is Mr. Calloway."""
    return name.title() if name.isupper() and len(name) > 4 else name
