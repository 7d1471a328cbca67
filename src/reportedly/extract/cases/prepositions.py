"""What a preposition with a case means, as the normal form that frames know."""

from __future__ import annotations

from reportedly.extract.cases.endings import cases_only
from reportedly.languages.declension import ANY
from reportedly.languages.pack import Pack

_LETTERS = "NGDAIL"


def normal_form(word: str, mask: int, pack: Pack, *, moving: bool) -> str:
    """`to`, `from`, `in` ... for the preposition `word` with a phrase of cases `mask`; where the case leaves
    it open, `moving` says that the predicate tells of a movement. Words of several parts come in their normal
    form and stay.
    """
    table = pack.data["prepositions"].get(word)
    if table is None:
        return word
    if "-" in table and len(table) == 1:
        return str(table["-"])
    open_cases = cases_only(mask)
    fitting = [
        normal
        for letter, normal in table.items()
        if letter != "-" and open_cases >> _LETTERS.index(letter) & 1
    ]
    if not fitting:
        return str(table.get("-", word))
    if len(fitting) > 1 or mask == ANY:
        wanted = {"to", "into", "from"} if moving else {"in", "on", "at", "with"}
        return str(next((n for n in fitting if n in wanted), fitting[0]))
    return str(fitting[0])
