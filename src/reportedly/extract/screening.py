"""Putting reports aside before anything dear is done with them: most of any pile is no business of the field.

A report is put aside only where the engine could not make a claim of it. A claim needs a name of materiel
that is meant as such (a strong name, or a weak one - tank, helmet - in the company of martial words), an
armed body, or words of sanction, terror or troops near the name of a party.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from reportedly.lexicon import Lexicon, load
from reportedly.lexicon.entities import Entity, Name
from reportedly.lexicon.scanning import Hit

ARMED = frozenset({"armed_group", "armed_force", "alliance", "service"})
"""Categories of bodies beside which weak names of materiel count."""

TRIGGERS = (
    "terror", "troops", "militar", "sanction", "armed", "arming", "blacklist",
    "террор", "терор", "санкц", "войск", "військ", "воен", "воєн", "вооруж", "озбро", "эмбарго", "ембарго",
    "制裁", "テロ", "軍", "兵", "派遣", "禁輸", "武装", "訓練", "部隊", "戦闘",
)  # fmt: skip
"""Parts of words, in lower case, that make a report worth reading where parties are named near them."""

MARTIAL = (
    "army", "armies", "soldier", "fighter", "militia", "militant", "rebel", "insurg", "separatist",
    "guerrilla", "guerilla", "gunm", "jihad", "mercenar", "warlord", "commando", "paramilit", "battalion",
    "brigade", "regiment", "squadron", "airstrike", "air strike", "air force", "armed force", " forces",
    "security force", "weapon", " arms ", "munition", "combat", " battle", "invasion", "ceasefire", "embargo",
    "extremis", "proscri", "outlaw", "designat", "asset freeze", "rearm", " marines", "instructor",
    "peacekeep", " war ", " war,", " war.", "wartime", "warplane", "warship", "smuggl", "traffick",
    "contraband", "missile", "rocket",
    "боев", "бойц", "бойов", "бійц", "арми", "армі", "оруж", "збро", "солдат", "ополчен", "повстан", "ракет",
    "сепарат", "наемни", "найман", "военн", "війн", "боепр", "боєпр", "снаряд",
    "戦", "武器", "兵器", "弾", "砲", "ミサイル", "部隊", "攻撃", "ゲリラ", "反政府",
    "armée", "armee", "guerr", "krieg", "soldat", "waffe", "streitkr", "ejérc", "armas", "armes", "fuerzas",
    "milic", "miliz", "milice", "rebeld", "rebelle", "bélic", "armado", "misil", "rakete",
)  # fmt: skip
"""Parts of words beside which a weak name of materiel makes a report worth reading."""


_ARABIC = re.compile("[\u0600-\u06ff]").search
"""Arabic is read whatever it says: its names hide behind letters written together with them."""


NEAR = 600
"""Characters: a party to what a word of sanction or terror says is named within so many of it."""


class Screen:
    """The names and words that decide, ready to be looked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._marks = lexicon.marks(_mark)
        self._triggers = _finder(TRIGGERS)
        self._martial = _finder(MARTIAL)

    def concerns(self, text: str) -> bool:
        """True where the text may hold a claim."""
        if "\r\n" in text:
            text = text.replace("\r\n", "\n")
        low = text.lower()
        if not low.isascii() and _ARABIC(low):
            return True
        weak = False
        parties: list[int] = []
        for start, end, mark in self._marks.found(text):
            if mark & _DECIDES:
                return True
            if mark & _WEAK:
                # What stands beside brackets may be given an abbreviation, which is no weak name.
                if text[end : end + 2].lstrip()[:1] == "(" or text[start - 1 : start] == "(":
                    return True
                weak = True
            if mark & _PARTY:
                parties.append(start)
        triggers = self._triggers(low)
        if not weak and not triggers:
            return False
        near = any(abs(start - party) <= NEAR for _, start, _ in triggers for party in parties)
        return near or bool(self._martial(low))


_DECIDES, _WEAK, _PARTY = 1, 2, 4


def _mark(name: Name, entity: Entity) -> int:
    if entity.kind == "materiel":
        return _WEAK if name.weak else _DECIDES
    armed = entity.category in ARMED or entity.id.startswith("actor/ministry-defence")
    if armed and not name.weak:
        return _DECIDES
    return _PARTY if entity.kind in ("state", "actor") else 0


def _finder(words: tuple[str, ...]) -> Callable[[str], list[Hit]]:
    find: Callable[[str], list[Hit]] = AhoCorasick(
        words, matchkind=MatchKind.LeftmostFirst, implementation=Implementation.DFA
    ).find_matches_as_indexes
    return find


@cache
def _screen() -> Screen:
    return Screen(load())


def concerns(text: str) -> bool:
    """Whether the engine could make a claim of a text: False only where it could not.

    Quick, and a pure function of the text, this version and the lexicon. Raises LexiconError.
    """
    return _screen().concerns(text)
