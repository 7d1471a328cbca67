"""Reading noun phrases of languages without articles."""

from __future__ import annotations

from reportedly.extract.phrases import NounPhrase
from reportedly.extract.things import Reader, Thing

_SINGLE = frozenset({
    "group", "movement", "militia", "organisation", "party", "front", "army", "country", "government", "regime", "authorities", "state", "republic", "kingdom",
    "faction", "officer", "official", "source", "diplomat", "general", "colonel", "spokesman", "spokeswoman", "representative", "minister", "commander", "expert",
    "analyst", "ambassador", "ministry", "rebels", "militants", "separatists", "newspaper", "outlet", "agency", "channel", "magazine", "site", "embassy", "report", "document", "article", "fighter", "driver", "trader", "command",
})  # fmt: skip


class CaseReader(Reader):
    """As `Reader`; a bare noun points back where an English one would have its article."""

    def read(self, np: NounPhrase) -> Thing:
        thing = super().read(np)
        if thing.sort not in ("materiel", "pronoun") and not thing.definite:
            thing.definite = self._points_back(np)
        return thing

    def _points_back(self, np: NounPhrase) -> bool:
        first = np.words[0]
        if np.of is not None or np.trailing or np.quantity is not None:
            return False
        return np.head_token.low in _SINGLE and (np.head == np.start or first.tag in ("DET", "POSSDET"))
