"""Voices: under which name a source, outlet or publisher counts when origins are told apart.

All organs of a state are one voice: its navy, its embassy and its spokesman repeat one position. Where a name
is not in the lexicon, it is an organ's if it says so ("Turkish Foreign Ministry"); "an Israeli who follows
arsenals" is not Israel.
"""

from __future__ import annotations

import re

from reportedly.trace.chains import source_type
from reportedly.trace.naming import Naming
from reportedly.trace.statements import Link, Report, Statement

_ORGAN = re.compile(
    r"\b(?:minist(?:ry|er|ers)|embass(?:y|ies)|ambassador|government|army|navy|air force|fleet|command|"
    r"forces|intelligence|military|mission|president|presidency|kremlin|spokes(?:man|woman|person)|authorit(?:y|ies)|"
    r"coast ?guard|customs|pentagon|department|state|parliament|prosecutors?)\b"
    r"|министер|мид\b|минобороны|посольств|посол\b|правительств|арми[яи]|флот|разведк|таможн|кремл|генштаб"
    r"|міністер|мзс\b|міноборони|посольств|уряд|арм[іи]|розвідк|митни|генштаб"
    r"|省|政府|大使|軍|報道官|当局|情報機関|税関",
    re.IGNORECASE,
)
_OFFICIAL_NAMES = frozenset({"state"})


def voice_of(link: Link, naming: Naming) -> str | None:
    """The voice of a speaker, or None where it has no name to be known by: "an officer", "sources"."""
    entity = naming.lexicon.entities.get(link.key)
    if entity is not None:
        if entity.kind in ("state", "actor") and entity.category not in ("person", "body", "armed_group"):
            return _state(naming.speaks_for(link)) or link.key
        return link.key
    state = _state(naming.speaks_for(link))
    if state is not None and _ORGAN.search(link.name):
        return state
    if link.role == "document" and len(link.name.split()) > 1:
        return link.key
    return link.key if source_type(link, naming) == "person" else None


def _state(sides: frozenset[str]) -> str | None:
    states = sorted(side for side in sides if side.startswith("state/"))
    return states[0] if len(states) == 1 else None


def publisher_voice(report: Report, naming: Naming) -> str:
    """The voice of a document's publisher: a state's own page is that state's voice."""
    link = Link(report.publisher, report.publisher_name, "speaker", 0, 0)
    entity = naming.lexicon.entities.get(report.publisher)
    if entity is not None and entity.kind == "outlet":
        return report.publisher
    state = _state(naming.speaks_for(link)) if _ORGAN.search(report.publisher_name) else None
    return state or report.publisher


def cited(statements: list[Statement], naming: Naming) -> tuple[frozenset[str], frozenset[str]]:
    """The outlets and the other voices that a document's chains name."""
    links = [link for s in statements for link in s.chain]
    outlets = frozenset(link.key for link in links if link.role == "outlet")
    speakers = (voice_of(link, naming) for link in links if link.role != "outlet")
    return outlets, frozenset(voice for voice in speakers if voice is not None)
