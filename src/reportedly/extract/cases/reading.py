"""Reading noun phrases of languages without articles."""

from __future__ import annotations

from reportedly.extract.cases.items import CasePhrase
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader, Thing

_SINGLE = frozenset(
    {
        "group",
        "movement",
        "militia",
        "organisation",
        "party",
        "front",
        "army",
        "country",
        "government",
        "regime",
        "authorities",
        "state",
        "republic",
        "kingdom",
        "faction",
        "officer",
        "official",
        "source",
        "diplomat",
        "general",
        "colonel",
        "spokesman",
        "spokeswoman",
        "representative",
        "minister",
        "commander",
        "expert",
        "analyst",
        "ambassador",
        "ministry",
        "rebels",
        "militants",
        "separatists",
        "newspaper",
        "outlet",
        "agency",
        "channel",
        "magazine",
        "site",
        "embassy",
        "report",
        "document",
        "article",
        "fighters",
        "driver",
        "trader",
        "command",
    }
)


_MEDIA = frozenset({"agency", "channel", "site", "radio"})


class CaseReader(Reader):
    """As `Reader`; a bare noun points back where an English one would have its article, and names in
    quotation marks beside a noun are its names.
    """

    def read(self, np: NounPhrase) -> Thing:
        thing = self._foreign_ministry(np) or self._read(np)
        if thing.sort == "materiel":
            # What opens a sentence bare is what was spoken of: "Оружие шло к хуситам".
            thing.definite = thing.definite or (np.start == 0 and np.head == 0 and np.of is None)
        if thing.sort in ("materiel", "pronoun"):
            return thing
        if not thing.definite:
            thing.definite = self._points_back(np)
        if thing.description in _MEDIA and thing.id is None and np.end > np.head + 1:
            thing.sort = "outlet"
        if thing.sort in ("outlet", "document") and thing.id is None:
            self._title(np, thing)
        if isinstance(np, CasePhrase) and np.voice and thing.id is None:
            self._voiced(np, thing)
        return thing

    def given(self, np: NounPhrase) -> bool:
        return super().given(np) or (np.start == 0 and np.head == 0 and np.of is None)

    def _voiced(self, np: CasePhrase, thing: Thing) -> None:
        """Who speaks is somebody, though no list knows the noun; whom one tells in quotation marks is an
        outlet.
        """
        claims = self.pack.words("report", "allegation_nouns")
        if (
            np.voice == "speaker"
            and thing.sort == "other"
            and np.head_token.low not in claims
            and np.head_token.tag in ("N", "NAME")
        ):
            thing.sort = "actor"
        elif (
            np.voice == "outlet"
            and thing.sort in ("actor", "other")
            and np.head_token.tag == "NAME"
            and self._quoted(np)
        ):
            thing.sort = "outlet"
            thing.start, thing.end = np.tokens[np.start].start, np.tokens[np.end - 1].end
            thing.mention = thing.name = self._slice(np, thing.start, thing.end).strip('«»"“”„ ')

    def _quoted(self, np: CasePhrase) -> bool:
        return np.start > 0 and np.tokens[np.start - 1].tag == '"'

    def _title(self, np: NounPhrase, thing: Thing) -> None:
        """ "газета «Ахбар»", "доклад «Стальные друзья»"."""
        first = next((k for k in range(np.head + 1, np.end) if np.tokens[k].tag == '"'), None)
        if first is None:
            if thing.sort == "document" and thing.description == "document" and thing.definite:
                thing.description = "report"
            return
        last = np.end - 1 if np.tokens[np.end - 1].tag != '"' else np.end - 2
        if last <= first:
            return
        start, end = np.tokens[first + 1].start, np.tokens[last].end
        thing.name = self._slice(np, start, end)
        thing.mention = self._slice(np, thing.start, end)
        thing.end, thing.definite = end, False
        if thing.sort == "document":
            thing.description = "study"

    def _foreign_ministry(self, np: NounPhrase) -> Thing | None:
        """ "Міноборони Греції": a ministry that the lexicon ties to one state, said of another."""
        if np.pronoun or np.of is None:
            return None
        own = self.entity(np.head_token, "actor")
        state = self.entity(np.of.head_token, "state")
        if (
            own is None
            or state is None
            or own[0].country in (None, state[0].id.rpartition("/")[2])
            or own[0].category != "body"
        ):
            return None
        head = np.head_token
        end = np.of.head_token.end
        words = f"{head.text} {np.of.head_token.text}"
        return Thing("actor", words, words, head.start, end, description="ministry", nation=state[0].id)

    def _points_back(self, np: NounPhrase) -> bool:
        first = np.words[0]
        if np.of is not None or np.trailing or np.quantity is not None:
            return False
        return np.head_token.low in _SINGLE and (np.head == np.start or first.tag in ("DET", "POSSDET"))
