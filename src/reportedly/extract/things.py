"""What a noun phrase names: materiel, an actor, a place, a vehicle, a paper, a medium, or nothing that
matters here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportedly.claims import Filler, Quantity
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.tokens import Token
from reportedly.extract.verb_reading import is_adjectival
from reportedly.languages.pack import Pack
from reportedly.lexicon import Lexicon
from reportedly.lexicon.entities import Entity, Name

Sort = Literal[
    "materiel", "actor", "place", "carrier", "document", "outlet", "force", "target", "pronoun", "other"
]

_POLITIES = frozenset({
    "Soviet Union", "Yugoslavia", "Zaire", "Rhodesia", "East Germany", "West Germany", "Czechoslovakia",
    "South Vietnam", "North Vietnam", "North Yemen", "South Yemen", "Taiwan", "Kosovo", "Somaliland",
    "Serbia and Montenegro", "Republika Srpska",
})  # fmt: skip
"""Territories that had or have a government of their own, which their name stands for as a state's does."""
_STATE_KINDS = frozenset({"state"})


@dataclass(slots=True)
class Thing:
    """A noun phrase read: its sort, the words that name it, and the entity behind them where the lexicon
    knows one."""

    sort: Sort
    name: str
    mention: str
    start: int
    end: int
    id: str | None = None
    quantity: Quantity | None = None
    description: str = ""
    """The head noun where the phrase describes rather than names ("commanders", "the group")."""
    nation: str | None = None
    """Id of the state or group that an adjective or possessor ties it to."""
    nation_words: str = ""
    nation_start: int = 0
    """The words that tie it to `nation`, and where they begin."""
    capital: str | None = None
    """Id of the state whose capital a place is, where its name may stand for the government."""
    definite: bool = False
    pronoun: str = ""
    antecedent: bool = False
    negated: bool = False
    repaired: bool = False
    """True where a misspelt name was recovered by likeness."""
    parts: list[Thing] = field(default_factory=list)

    def again(self) -> Thing:
        """A copy that may be changed."""
        return Thing(
            self.sort, self.name, self.mention, self.start, self.end, self.id, self.quantity,
            self.description, self.nation, self.nation_words, self.nation_start, self.capital, self.definite,
            self.pronoun, self.antecedent, self.negated, self.repaired, list(self.parts),
        )  # fmt: skip

    def filler(self, text: str) -> Filler:
        """The thing as a claim's filler; its mention is cut from the document's text."""
        return Filler(
            self.name,
            text[self.start : self.end],
            self.start,
            self.end,
            self.id,
            self.quantity,
            self.antecedent,
            self.repaired,
        )


class Reader:
    """Reads noun phrases of one language against the lexicon. Holds no state of a document."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        self.pack = pack
        self.lexicon = lexicon
        nouns = pack.data["actor_nouns"]
        self.state_nouns = frozenset(nouns["state"])
        self.member_nouns = frozenset(nouns["member"])
        self.group_nouns = frozenset(nouns["group"])
        self.speaker_nouns = frozenset(nouns["speaker"])
        self.carrier_nouns = pack.words("carrier_nouns")
        self.document_nouns = pack.words("document_nouns")
        self.outlet_nouns = pack.words("outlet_nouns")
        self.place_nouns = pack.words("place_nouns")
        self.force_nouns = pack.words("force_nouns")
        self.stock_nouns = pack.words("stock_nouns")
        self.measure_nouns = pack.words("measure_nouns")
        self.nominals = pack.nominals

    # -- entities behind tokens
    # -------------------------------------------------------------------------------------

    def entity(self, token: Token, *kinds: str) -> tuple[Entity, Name] | None:
        """The entity of one of `kinds` that a matched token names; strong names first, then the order of the
        lexicon."""
        if token.match is None:
            return None
        best: tuple[Entity, Name] | None = None
        for name in token.match.names:
            known = self.lexicon.entities[name.entity]
            if kinds and known.kind not in kinds:
                continue
            if best is None or (best[1].weak and not name.weak):
                best = (known, name)
        return best

    def parents(self, ident: str | None) -> tuple[str, ...]:
        """What an entity belongs to: the state of a ministry, the group of a commander."""
        return self.lexicon.entities[ident].parents if ident is not None else ()

    def materiel_tokens(self, tokens: Iterable[Token]) -> list[tuple[Token, Entity]]:
        found = []
        for token in tokens:
            hit = self.entity(token, "materiel")
            if hit is not None and not token.verb:
                found.append((token, hit[0]))
        return found

    # -- noun phrases ------------------------------------------------------------------------------

    def read(self, np: NounPhrase) -> Thing:
        """The phrase itself, without the other members of its list."""
        if np.reading is None:
            np.reading = self._read(np)
        return np.reading  # type: ignore[return-value]

    def _read(self, np: NounPhrase) -> Thing:
        if np.pronoun:
            token = np.head_token
            return Thing(
                "pronoun",
                token.text,
                token.text,
                token.start,
                token.end,
                pronoun=token.low,
                negated=np.negated,
            )
        thing = self._materiel(np) or self._named(np) or self._described(np)
        thing.negated = np.negated
        thing.definite = (
            np.words[0].low in ("the", "this", "that", "these", "those") or np.words[0].tag == "POSSDET"
        )
        return thing

    def given(self, np: NounPhrase) -> bool:
        """True where the phrase speaks of what the text has named already ("the cargo")."""
        return np.words[0].low in ("the", "this", "these", "those", "such")

    def sort(self, np: NounPhrase) -> Sort:
        return self.read(np).sort

    def _materiel(self, np: NounPhrase) -> Thing | None:
        head = np.head_token
        own = [t for t in np.words if t.match is not None and not t.verb]
        hits = [(t, self.entity(t, "materiel")) for t in own]
        found = [(t, h[0], h[1]) for t, h in hits if h is not None]
        if not found:
            measured = (
                head.low in self.measure_nouns
                or head.low in self.stock_nouns
                or (np.quantity is not None and head.tag == "QTY")
            )
            if np.of is not None and measured:
                inner = self.read(np.of)
                if inner.sort == "materiel":
                    return inner
            return None
        if len(found) == 1 and found[0][0] is head and head.low in self.pack.words("people_first"):
            return None
        last = found[-1][0]
        head_is_materiel = any(t is head for t, _, _ in found)
        if not head_is_materiel and not self._class_noun(head, last):
            return None
        entity = _most_specific(found, head)[1]
        if entity.category == "class" and len(found) > 1:
            entity = next((e for t, e, _ in found if t is head), entity)
        begin = found[0][0].start
        begin = min(begin, self._modifier_start(np, found[0][0]))
        end = max(last.end, head.end)
        text = np.tokens[np.head].text if begin >= end else ""
        mention = self._slice(np, begin, end) or text
        name = entity.name
        thing = Thing("materiel", name, mention, begin, end, id=entity.id, quantity=np.quantity)
        self._tie(np, thing)
        return thing

    def _class_noun(self, head: Token, last: Token) -> bool:
        """True where a head after a system's name keeps the sense: "Kornet launchers", "S-300 batteries"."""
        if head.start < last.start:
            return True
        if head.low in self.pack.words("materiel_heads"):
            return True
        return head.tag == "NAME" and head.start > last.end

    def _modifier_start(self, np: NounPhrase, first: Token) -> int:
        """Where the naming words begin: adjectives that narrow the thing ("long-range", "heavy") are part of
        them."""
        start = first.start
        index = next(k for k in range(np.start, np.end) if np.tokens[k] is first)
        k = index - 1
        while (
            k >= np.start
            and np.tokens[k].tag == "ADJ"
            and np.tokens[k].low in self.pack.words("materiel_adjectives")
        ):
            start = np.tokens[k].start
            k -= 1
        return start

    def _slice(self, np: NounPhrase, start: int, end: int) -> str:
        out: list[str] = []
        at = start
        for token in sorted(np.tokens, key=lambda t: t.start):
            if token.end <= start or token.start >= end or token.start < at or token.start == token.end:
                continue
            out.append(" " * (1 if token.start > at else 0) + token.text)
            at = token.end
        return "".join(out).strip()

    def _tie(self, np: NounPhrase, thing: Thing) -> None:
        """Note the nation of materiel with its words: "Russian" in "Russian tanks", but not in "Russian-made
        tanks"."""
        for token in np.words:
            hit = self.entity(token, "state") if token is not np.head_token else None
            if hit is not None and not _hyphenated(np, token):
                thing.nation, thing.nation_words, thing.nation_start = hit[0].id, token.text, token.start
                return
        if np.owner is not None:
            owner = self.read(np.owner)
            if owner.sort == "actor" and owner.id is not None:
                thing.nation, thing.nation_words, thing.nation_start = owner.id, owner.mention, owner.start

    def _nation(self, np: NounPhrase) -> str | None:
        """The state or group that an adjective or possessor ties the phrase to: "Russian", "Iran's"; nearest
        the head, a group
        before a state ("the Lebanese Hezbollah group")."""
        found: list[Entity] = []
        for token in reversed(np.words):
            if token is np.head_token:
                continue
            hit = self.entity(token, "state", "actor")
            if hit is not None and not _hyphenated(np, token):
                found.append(hit[0])
        if found:
            return next((e.id for e in found if e.kind == "actor"), found[0].id)
        if np.owner is not None:
            owner = self.read(np.owner)
            return owner.capital or owner.id
        return None

    def _named(self, np: NounPhrase) -> Thing | None:
        """Phrases whose head the lexicon knows, and names that it does not know but that look like one."""
        head = np.head_token
        hit = self.entity(head, "state", "actor", "place", "outlet")
        if hit is None:
            return None
        entity, name = hit
        if entity.kind in ("place", "state") and any(
            t.low in self.pack.words("media_words") for t in np.words if t is not head
        ):
            start, end = self._description_span(np)
            words = self._slice(np, start, end)
            return Thing("outlet", words, words, start, end)
        if name.type == "demonym" and head.low in ("the",):
            return None
        if entity.kind == "outlet":
            return Thing("outlet", entity.name, head.text, head.start, head.end, id=entity.id)
        capital = self._capital(head)
        if entity.kind == "place" or (capital is not None and name.type == "capital"):
            place = self.entity(head, "place")
            known = place[0] if place is not None else entity
            thing = Thing("place", known.name, head.text, head.start, head.end, id=known.id)
            thing.capital = capital
            return thing
        sort: Sort = "place" if entity.category == "territory" and entity.name not in _POLITIES else "actor"
        thing = Thing(sort, entity.name, head.text, head.start, head.end, id=entity.id, quantity=np.quantity)
        thing.nation = self._nation(np)
        return thing

    def _capital(self, token: Token) -> str | None:
        if token.match is None:
            return None
        return next((n.entity for n in token.match.names if n.type == "capital"), None)

    def _described(self, np: NounPhrase) -> Thing:
        head = np.head_token
        low = head.low
        start, end = self._description_span(np)
        mention = self._slice(np, start, end)
        nation = self._nation(np)
        group = self._group_of(np)
        sort: Sort = "other"
        name, ident = mention, None
        tied = group or nation
        if low == "army" and np.of is not None and self.read(np.of).sort != "actor" and tied is None:
            # "an army of volunteers": a figure of speech.
            return Thing("other", mention, mention, start, end, description=low)
        if low in self.carrier_nouns or self._ship_name(np):
            sort = "carrier"
            name, start, end = self._carrier(np, start, end)
            mention = self._slice(np, start, end)
        elif (head.tag == "NAME" and any(t.low in self.pack.words("media_words") for t in np.words)) or (
            low in self.outlet_nouns
            and low
            not in (
                "paper",
                "network",
                "channel",
                "agency",
                "site",
                "station",
            )
        ):
            sort = "outlet"
        elif low in self.document_nouns:
            sort = "document"
        elif low in self.state_nouns and tied and self._is_state(tied):
            sort, ident = "actor", tied
            name = self.lexicon.entities[tied].name
        elif low in self.pack.words("rebel_nouns") and tied and self._is_state(tied):
            # "Chadian insurgents" are Chad's opponents, not Chad.
            sort = "actor"
        elif low in self.member_nouns and tied:
            sort = "actor"
            ident = tied
            name = self.lexicon.entities[tied].name
        elif (
            low in self.group_nouns
            or low in self.state_nouns
            or low in self.member_nouns
            or low in self.speaker_nouns
        ):
            sort = "actor"
        elif low in self.place_nouns:
            sort = "place"
            inner = self._inner_place(np)
            if inner is not None:
                ident, name = inner.id, inner.name
            elif np.of is not None and np.of.head_token.tag == "NAME":
                # "the border town of Adre"
                name = self._slice(np.of, np.of.words[0].start, np.of.head_token.end)
        elif low in self.outlet_nouns:
            sort = "outlet"
        elif (
            tied is not None
            and low.endswith("s")
            and self.lexicon.entities[tied].category in ("armed_group", "armed_force", "party")
            and low not in self.pack.noun_words
            and low not in self.pack.nominals
        ):
            # "Hezbollah couriers": the group's people, whatever they are called.
            sort, ident, name = "actor", tied, self.lexicon.entities[tied].name
        elif head.tag == "NAME" or _capitalised(np):
            sort = "actor" if self._looks_like_actor(np) else "other"
            name = self._proper(np) or mention
        return Thing(
            sort, name, mention, start, end, id=ident, quantity=np.quantity, description=low, nation=tied
        )

    def _proper(self, np: NounPhrase) -> str:
        """The name without what it is called: "Meridian Export" in "the firm Meridian Export"."""
        k = np.head
        while k > np.start and np.tokens[k - 1].tag == "NAME":
            k -= 1
        while k < np.head and np.tokens[k].low in self.group_nouns | self.pack.words("titles"):
            k += 1
        return self._slice(np, np.tokens[k].start, np.head_token.end)

    def _looks_like_actor(self, np: NounPhrase) -> bool:
        last = np.head_token.low
        return np.head_token.tag == "NAME" and (last not in self.pack.words("not_actor_names"))

    def _is_state(self, ident: str) -> bool:
        return self.lexicon.entities[ident].kind in _STATE_KINDS

    def _group_of(self, np: NounPhrase) -> str | None:
        """The actor in "commanders of Hezbollah", "members of the militia", "the regime of Bashar
        al-Assad"."""
        if np.of is None:
            return None
        inner = self.read(np.of)
        if inner.sort in ("actor", "place") and inner.id is not None:
            return inner.id
        return inner.nation if inner.sort == "actor" else None

    def _inner_place(self, np: NounPhrase) -> Entity | None:
        for token in np.words:
            hit = self.entity(token, "place", "state")
            if hit is not None and hit[1].type != "demonym":
                return hit[0]
        if np.of is not None:
            hit = self.entity(np.of.head_token, "place", "state")
            if hit is not None:
                return hit[0]
        return None

    def _ship_name(self, np: NounPhrase) -> bool:
        if np.head_token.tag not in ("NAME", "ENT", "QTY"):
            return False
        prefixes = self.pack.words("ship_prefixes")
        return any(t.low in prefixes and (t.text.isupper() or len(t.text) >= 4) for t in np.words[:-1])

    def _carrier(self, np: NounPhrase, start: int, end: int) -> tuple[str, int, int]:
        return self._slice(np, start, end), start, end

    def _description_span(self, np: NounPhrase) -> tuple[int, int]:
        """Span of a description without its article, number or possessive pronoun."""
        first = np.start
        while first < np.head and np.tokens[first].tag in ("DET", "POSSDET", "QTY", '"', "CC"):
            first += 1
        return np.span_from(first)


def _capitalised(np: NounPhrase) -> bool:
    return np.head_token.text[:1].isupper() and np.head > np.start


def _hyphenated(np: NounPhrase, token: Token) -> bool:
    """True for the name in "Iran-backed": it belongs to the participle, not to the noun."""
    for k in range(np.start, np.end - 1):
        if np.tokens[k] is token:
            return np.tokens[k + 1].tag == "HYPH"
    return False


def _most_specific(found: Sequence[tuple[Token, Entity, Name]], head: Token) -> tuple[Token, Entity, Name]:
    """A system's name beats a class beside it ("Kornet anti-tank missiles"); among classes the head
    decides."""
    systems = [f for f in found if f[1].category != "class"]
    if systems:
        return systems[-1]
    return next((f for f in found if f[0] is head), found[-1])


def adjectival_actor(reader: Reader, np: NounPhrase) -> Thing | None:
    """The state of a national adjective or possessor in a nominal predicate: "Russian deliveries", "Iran's
    supply"."""
    if np.owner is not None:
        thing = reader.read(np.owner)
        if thing.sort in ("actor", "place", "pronoun"):
            return thing
    for k in range(np.start, np.end):
        token = np.tokens[k]
        if token is np.head_token or _hyphenated(np, token):
            continue
        hit = reader.entity(token, "state", "actor")
        if hit is not None and (is_adjectival(token) or token.match is not None):
            return Thing("actor", hit[0].name, token.text, token.start, token.end, id=hit[0].id)
    return None
