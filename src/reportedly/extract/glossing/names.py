"""Names as a glossed language writes them: behind clitics, and not those of its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.languages.pack import load_pack
from reportedly.lexicon import Lexicon
from reportedly.lexicon.entities import Match, Name


def own_names(text: str, matches: Sequence[Match], languages: Iterable[str], lexicon: Lexicon) -> list[Match]:
    """`matches` with the names behind clitics of `languages` added, and without the common words (classes
    of materiel, national adjectives) of glossed languages that are not among them: French "canon" says
    nothing in an English text."""
    spoken = frozenset(languages)
    out = list(matches)
    for language in sorted(spoken):
        pack = load_pack(language)
        for bare in _without_clitics(text, pack.data.get("clitics", ()) if pack is not None else ()):
            taken = [(m.start, m.end) for m in out]
            out.extend(m for m in lexicon.scan(bare) if all(m.end <= s or e <= m.start for s, e in taken))
    kept = [
        m if all(_own(n, spoken, lexicon) for n in m.names) else _narrowed(m, spoken, lexicon) for m in out
    ]
    return sorted((m for m in kept if m.names), key=lambda m: m.start)


def _narrowed(match: Match, spoken: frozenset[str], lexicon: Lexicon) -> Match:
    return Match(match.start, match.end, tuple(n for n in match.names if _own(n, spoken, lexicon)))


def _own(name: Name, spoken: frozenset[str], lexicon: Lexicon) -> bool:
    if name.language is None or name.language in spoken or not _glossed(name.language):
        return True
    entity = lexicon.entities[name.entity]
    return name.type != "demonym" and not (entity.kind == "materiel" and entity.category == "class")


def _glossed(language: str) -> bool:
    pack = load_pack(language)
    return pack is not None and pack.data.get("analyser") == "glossed"


def _without_clitics(text: str, clitics: Sequence[str]) -> list[str]:
    """The text with blanks for what may stand before a name in one word, longest first: offsets stay."""
    return [
        re.sub(rf"(?<!\w){re.escape(clitic)}(?=\w\w\w)", " " * len(clitic), text)
        for clitic in sorted(clitics, key=len, reverse=True)
        if clitic in text
    ]
