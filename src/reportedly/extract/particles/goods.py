"""Materiel in Japanese noun phrases: systems and classes, what narrows them, how many, and whose."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims import Quantity
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader, Thing
from reportedly.extract.tokens import Token
from reportedly.lexicon.entities import Entity, Name

_GOODS_ENDINGS = frozenset(
    "用 式 型 改 級 系 類 機 弾 砲 車 関連 など 数 システム 防空 地対空 ミサイル".split()  # noqa: SIM905
)


def _unknown_name(token: Token) -> bool:
    """A katakana word that no dictionary has, after a class of materiel: the name of a system
    ("ロケット砲ポロネズ")."""
    return token.verb == "unknown" and all("ァ" <= c <= "ヿ" for c in token.text)


class GoodsReader(Reader):
    """Reads materiel."""

    def _words(self, np: NounPhrase) -> str:
        return "".join(t.text for t in np.words)

    def _goods(self, np: NounPhrase) -> Thing | None:
        found = [(t, hit[0], hit[1]) for t in np.words if (hit := self.entity(t, "materiel")) is not None]
        if not found:
            return self._measured(np)
        last = found[-1][0]
        after = [
            t for t in np.words if t.start >= last.end and t.tag not in ("QTY", "NUM") and t.text.isalnum()
        ]
        if after and not self._keeps_sense(after):
            return None
        systems = [f for f in found if f[1].category != "class"]
        token, entity, _ = systems[-1] if systems else found[-1]
        start = self._narrowed(np, found[0][0]) if len(found) == 1 else found[0][0].start
        end = max(last.end, after[-1].end if after else 0)
        thing = Thing(
            "materiel",
            entity.name,
            self._text(np, start, end),
            start,
            end,
            id=entity.id,
            quantity=self._count(np),
        )
        self._note_nation(np, thing)
        del token
        return thing

    def _measured(self, np: NounPhrase) -> Thing | None:
        """ "武器の一部": a share or amount of what the owner names."""
        if np.owner is not None and (
            self._words(np)
            in (
                "第1陣",
                "第一陣",
                "第2陣",
                "第二陣",
                "第3陣",
                "残り",
                "追加分",
                "一式",
                "一部",
                "多く",
                "大半",
                "一種",
                "残骸",
                "破片",
                "部品",
                "大部分",
                "うち",
            )
            or np.head_token.tag == "QTY"
        ):
            inner = self.read(np.owner)
            if inner.sort == "materiel":
                inner.quantity = inner.quantity or np.quantity
                return inner
        return None

    def _keeps_sense(self, after: Sequence[Token]) -> bool:
        heads = self.pack.words("materiel_heads")
        return all(
            t.text in heads or t.text in _GOODS_ENDINGS or t.text.isascii() or _unknown_name(t) for t in after
        )

    def _narrowed(self, np: NounPhrase, first: Token) -> int:
        """Where the naming words begin: the nouns of the compound before the name belong to it, nations
        and "-made" do not."""
        start = first.start
        for k in range(self._index(np, first) - 1, np.start - 1, -1):
            token = np.tokens[k]
            if (
                token.tag not in ("N", "SV", "PRE", "SUF", "NA")
                or token.match is not None
                or token.text in self.pack.suffixes
            ):
                break
            start = token.start
        return start

    def _index(self, np: NounPhrase, token: Token) -> int:
        return next(k for k in range(np.start, np.end) if np.tokens[k] is token)

    def _count(self, np: NounPhrase) -> Quantity | None:
        own = np.quantity
        if own is None and np.owner is not None and all(t.tag in ("QTY", "NUM") for t in np.owner.words):
            return np.owner.quantity
        return own

    def _note_nation(self, np: NounPhrase, thing: Thing) -> None:
        for k in range(np.start, np.end):
            token = np.tokens[k]
            if token.start >= thing.start:
                break
            hit = self.party(np, k)
            follows = np.tokens[k + 1].text if k + 1 < len(np.tokens) else ""
            if hit is not None and follows not in self.pack.suffixes:
                thing.nation, thing.nation_words, thing.nation_start = hit[0].id, token.text, token.start
                return
        owner = np.owner
        if owner is not None:
            other = self.read(owner)
            if (
                other.sort == "actor"
                and other.id is not None
                and np.owner is not None
                and self._words(owner)[-1:] not in self.pack.suffixes
            ):
                thing.nation, thing.nation_words, thing.nation_start = other.id, other.mention, other.start

    # -- parties ---

    def party(self, np: NounPhrase, k: int) -> tuple[Entity, Name] | None:
        """The state or actor named at token `k`; one-character names of states count only before a body
        (米海軍, 英紙)."""
        token = np.tokens[k]
        hit = self.entity(token, "state", "actor")
        if hit is None:
            return None
        if len(token.text) == 1 and not self._before_body(np, k):
            return None
        return hit

    def _before_body(self, np: NounPhrase, k: int) -> bool:
        nxt = np.tokens[k + 1] if k + 1 < np.end else None
        return nxt is not None and nxt.start == np.tokens[k].end and nxt.tag in ("N", "SV", "ENT", "SUF")

    def _text(self, np: NounPhrase, start: int, end: int) -> str:
        out: list[str] = []
        at = start
        for token in np.tokens:
            if token.end <= start or token.start >= end:
                continue
            out.append(" " * (1 if token.start > at else 0) + token.text)
            at = token.end
        return "".join(out).strip()
