"""Names of states and territories in many languages, from the Unicode CLDR as Babel carries it."""

from __future__ import annotations

from lexicon_build.entries import Entry


def add_cldr_names(by_id: dict[str, Entry]) -> None:
    """Gives each `state/xx` of two letters the names that CLDR has for it."""
