"""What Japanese noun phrases name: the same sorts as elsewhere, found from the end of a compound and from
the の before it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.constituents import NounPhrase
from reportedly.extract.particles.goods import GoodsReader
from reportedly.extract.things import Sort, Thing
from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack
from reportedly.lexicon import Lexicon
from reportedly.lexicon.entities import Entity, Name

_STATE_HEADS = frozenset(
    {"政府", "当局", "側", "政権", "軍", "政府側", "国", "国軍", "政府軍", "軍隊", "正規軍", "国防軍"}
)
_HOME = frozenset(
    {
        "政府",
        "政府軍",
        "国軍",
        "暫定政権",
        "暫定政府",
        "政権",
        "政府側",
        "国防省",
        "反政府勢力",
        "軍当局",
        "当局",
    }
)
"""Bodies of the country that the report is about, where no country stands beside them."""
_DEFINITE = ("同", "この", "その", "当", "両")


_Key = tuple[int, int, int, int, int, int]
_KEPT = 4000
"""Readings that are kept; each holds its phrase, so that no id is used twice among them."""


class ParticleReader(GoodsReader):
    """Reads phrases of morphemes."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        super().__init__(pack, lexicon)
        self._readings: dict[_Key, tuple[NounPhrase, Thing]] = {}

    def read(self, np: NounPhrase) -> Thing:
        """The phrase itself, without the other members of its list."""
        return self._reading(np).again()

    def sort(self, np: NounPhrase) -> Sort:
        """The sort of the phrase."""
        return self._reading(np).sort

    def _reading(self, np: NounPhrase) -> Thing:
        """The phrase as read; read once as long as nothing new hangs on it."""
        owner = np.owner
        above = (id(owner), id(owner.owner), len(owner.members)) if owner is not None else (0, 0, 0)
        key = (id(np), id(np.apposition), id(np.head_token.quantity), *above)
        known = self._readings.get(key)
        if known is not None:
            return known[1]
        if len(self._readings) > _KEPT:
            self._readings.clear()
        thing = self._read_anew(np)
        self._readings[key] = (np, thing)
        return thing

    def _read_anew(self, np: NounPhrase) -> Thing:
        head = np.head_token
        pronoun = self.pack.data["pronouns"].get(self._words(np)) or (
            self.pack.data["pronouns"].get(head.text) if np.pronoun else None
        )
        if pronoun:
            return Thing("pronoun", head.text, head.text, head.start, head.end, pronoun=pronoun)
        if all(t.tag in ("QTY", "NUM") for t in np.words):
            return self._number(np)
        thing = self._goods(np) or self._known(np) or self._described(np)
        thing.repaired = any(t.lemma == "repaired" and t.start <= thing.start < t.end for t in np.words)
        thing.definite = thing.definite or self._is_definite(np)
        return thing

    def _number(self, np: NounPhrase) -> Thing:
        """A number alone: people are those that its owner names, counted things are what was spoken of."""
        text = self._words(np)
        head = np.head_token
        if text.endswith(("人", "名")) and np.owner is not None:
            return self.read(np.owner)
        if text.endswith(("機", "基", "両", "丁", "挺", "門", "発", "隻", "台", "個")):
            return Thing("pronoun", head.text, head.text, head.start, head.end, pronoun="these")
        return self._goods(np) or Thing(
            "other", head.text, head.text, head.start, head.end, quantity=np.quantity
        )

    def _is_definite(self, np: NounPhrase) -> bool:
        first = np.words[0].text
        if self._words(np) in _HOME and np.owner is None:
            return True
        before = np.tokens[np.start - 1].text if np.start > 0 else ""
        return (
            first in _DEFINITE
            or (first.startswith("同") and len(first) > 1)
            or before in ("この", "その", "これらの", "それらの", "同", "こうした")
        )

    def _known(self, np: NounPhrase) -> Thing | None:
        """Phrases whose last name the lexicon knows and whose head adds nothing."""
        head = np.head_token
        hit = self._entity_at_head(np)
        if hit is None:
            return None
        entity, name, token = hit
        if entity.kind == "outlet":
            return Thing("outlet", entity.name, token.text, token.start, token.end, id=entity.id)
        if entity.kind == "place" or name.type == "capital":
            place = self.entity(token, "place")
            known = place[0] if place is not None else entity
            thing = Thing("place", known.name, token.text, token.start, head.end, id=known.id)
            thing.capital = self._capital(token)
            return thing
        sort: Sort = "place" if entity.category == "territory" else "actor"
        return Thing(
            sort, entity.name, token.text, token.start, token.end, id=entity.id, quantity=np.quantity
        )

    def _entity_at_head(self, np: NounPhrase) -> tuple[Entity, Name, Token] | None:
        head = np.head_token
        hit = self.entity(head, "actor", "state", "outlet", "place")
        if hit is not None and (len(head.text) > 1):
            return hit[0], hit[1], head
        if np.apposition is not None:
            token = np.apposition.head_token
            hit = self.entity(token, "actor", "state", "outlet", "place")
            if hit is not None and hit[0].kind != "outlet" and head.match is None:
                return hit[0], hit[1], token
        for k in range(np.end - 1, np.start - 1, -1):
            token = np.tokens[k]
            if token.match is None:
                continue
            found = self.entity(token, "actor", "outlet")
            rest = "".join(
                t.text for t in np.tokens[k + 1 : np.end] if t.tag not in ("QTY", "NUM") and t.text.isalnum()
            )
            if found is not None and rest in (
                "紙",
                "通信",
                "側",
                "氏",
                "大統領",
                "首相",
                "派",
                "政権",
                "将軍",
                "司令官",
                "",
            ):
                return found[0], found[1], token
            return None
        return None

    def _described(self, np: NounPhrase) -> Thing:
        start, end = self.span(np)
        head = np.head_token
        words = self._tail_words(np)
        nation = self.nation(np)
        text = self._text(np, start, end)
        thing = Thing(
            "other", text, text, start, end, quantity=np.quantity, description=words[0], nation=nation
        )
        pick = self._pick
        if pick(words, self.outlet_nouns):
            thing.sort = "outlet"
        elif pick(words, self.carrier_nouns) or (
            any(t.text in self.carrier_nouns for t in np.words[:-1]) and head.tag in ("N", "ENT")
        ):
            thing.sort, thing.description = "carrier", pick(words, self.carrier_nouns) or words[0]
        elif pick(words, self.document_nouns):
            thing.sort, thing.description = "document", pick(words, self.document_nouns)
        elif pick(words, self.place_nouns) and not pick(words, self.state_nouns):
            self._locate(np, thing)
        else:
            self._act(np, thing, words, nation)
        return thing

    def _act(self, np: NounPhrase, thing: Thing, words: Sequence[str], nation: str | None) -> None:
        """People, bodies and groups; with a nation or group beside them they stand for it."""
        state, member = self._pick(words, self.state_nouns), self._pick(words, self.member_nouns)
        group, speaker = self._pick(words, self.group_nouns), self._pick(words, self.speaker_nouns)
        if not (state or member or group or speaker):
            name = (
                np.head_token.tag == "N"
                and np.head_token.text[:1] >= "ァ"
                and np.head_token.text[-1:] <= "ヿ"
                and len(np.head_token.text) > 2
            )
            thing.sort = "actor" if name and self._katakana(np.head_token.text) else "other"
            thing.description = "" if thing.sort == "actor" else thing.description
            return
        thing.sort = "actor"
        thing.description = state or member or group or speaker
        if nation is None:
            return
        entity = self.lexicon.entities[nation]
        if (
            state and entity.kind == "state" and not (group and not member and state not in _STATE_HEADS)
        ) or (member and entity.kind == "actor"):
            thing.id, thing.name = nation, entity.name
            if state in _STATE_HEADS:
                thing.description = "" if state in ("側",) else state
        elif speaker and not group and entity.kind == "state" and state:
            thing.id, thing.name = nation, entity.name

    def _katakana(self, text: str) -> bool:
        return all("ァ" <= c <= "ヿ" for c in text)

    def _locate(self, np: NounPhrase, thing: Thing) -> None:
        thing.sort = "place"
        for token in reversed(np.words):
            hit = self.entity(token, "place", "state")
            if hit is not None and len(token.text) > 1:
                thing.id, thing.name = hit[0].id, hit[0].name
                return

    def _tail_words(self, np: NounPhrase) -> list[str]:
        """The ends of the compound, longest first: "国境検問所", "検問所", "所"."""
        tokens = [t for t in np.tokens[np.start : np.head + 1] if t.text.isalnum()]
        out = ["".join(t.text for t in tokens[k:]) for k in range(len(tokens))]
        return out or [np.head_token.text]

    def _pick(self, words: Sequence[str], known: frozenset[str]) -> str:
        return next((w for w in words if w in known), "")

    def nation(self, np: NounPhrase) -> str | None:
        """The state or group that the compound or its owner ties the phrase to."""
        for k in range(np.head - 1, np.start - 1, -1):
            hit = self.party(np, k)
            if hit is not None and k > 0 and np.tokens[k - 1].text in ("親", "反", "対"):
                continue
            if hit is not None:
                return hit[0].id
            token = np.tokens[k]
            capital = self._capital(token)
            if capital is not None:
                return capital
        short = (
            self.pack.data["nations_short"].get(np.words[0].text[:1])
            if len(np.words[0].text) > 1 and np.words[0].match is None
            else None
        )
        if short and np.words[0].text[1:] in self._bodies():
            return f"state/{short}"
        owner_np = np.owner
        while owner_np is not None:
            for member in reversed(owner_np.conjuncts()):
                owner = self.read(member)
                if owner.sort in ("actor", "place") and (owner.id is not None or owner.nation is not None):
                    return owner.capital or (
                        owner.id if owner.id and owner.id.startswith(("state/", "actor/")) else owner.nation
                    )
            owner_np = owner_np.owner if self.sort(owner_np) == "other" else None
        if np.apposition is not None:
            hit = self.entity(np.apposition.head_token, "state", "actor")
            return hit[0].id if hit is not None else None
        return None

    def _bodies(self) -> frozenset[str]:
        return self.state_nouns | self.speaker_nouns | {"国"}

    def span(self, np: NounPhrase) -> tuple[int, int]:
        """From the first word of the phrase, owners included, to its head, numbers left out."""
        inner = np
        while inner.owner is not None:
            inner = inner.owner
        start = inner.tokens[inner.start].start if inner.words[0].tag != "QTY" else np.tokens[np.start].start
        first = np.tokens[np.start]
        if first.tag == '"' or first.text in "「『":
            first = np.tokens[min(np.start + 1, np.head)]
        if inner is np:
            start = first.start
        return start, np.head_token.end

    def core(self, np: NounPhrase) -> tuple[int, int]:
        """The phrase without its owners."""
        first = np.tokens[np.start]
        if first.tag == '"' or first.text in "「『":
            first = np.tokens[min(np.start + 1, np.head)]
        return first.start, np.head_token.end
