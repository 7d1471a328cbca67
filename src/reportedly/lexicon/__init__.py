"""The lexicon: who and what can be named in a report, and where a text names them."""

from __future__ import annotations

from reportedly.lexicon.entities import Entity, Match, Name
from reportedly.lexicon.store import Lexicon, load

__all__ = ["Entity", "Lexicon", "Match", "Name", "load"]
