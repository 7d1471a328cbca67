"""Word classes for configurational languages (English and its like), good enough to find phrases and
predicates.

Tags: DET POSSDET PRON REL COMP SUB CC P TO AUX NEG ADV V ADJ N NAME ENT QTY TIME POSS HYPH and marks as
themselves
(`,` `.` `;` `:` `(` `)` `—` and `"` for any quotation mark)."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.tokens import Token
from reportedly.extract.verb_reading import decide_verb, following, reads_as_noun
from reportedly.languages.pack import Pack

_QUOTES = frozenset("\"“”«»„‘’'")
_DASHES = frozenset("-–—―")
_NAME_PARTICLES = frozenset(
    {
        "do",
        "da",
        "de",
        "del",
        "della",
        "la",
        "le",
        "du",
        "des",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "el",
        "dos",
        "di",
    }
)


def tag(tokens: Sequence[Token], pack: Pack) -> None:
    """Set `tag` (and `verb`, `lemma` for verbs) on every token, left to right."""
    headline = _headline(tokens)
    for i, token in enumerate(tokens):
        token.tag = _first_guess(token, i, tokens, pack)
        if token.tag in ("V", "ADJ", "N") and not headline and _part_of_name(i, tokens):
            token.tag, token.verb = "NAME", ""
        elif token.match is not None and _surname(i, tokens, pack):
            token.tag, token.verb, token.match = "NAME", "", None
    _negative_adverbials(tokens, pack)
    for i, token in enumerate(tokens):
        if (
            token.tag == "DET"
            and token.low in ("this", "these", "those")
            and i + 1 < len(tokens)
            and tokens[i + 1].tag in ("AUX", "NEG", "P", "TO", ",", ".")
        ):
            token.tag = "PRON"
    for i, token in enumerate(tokens):
        if token.tag == "ADJ" and token.low in pack.noun_words:
            _settle_adjective(i, tokens, pack)
        if token.verb:
            decide_verb(i, tokens, pack)


def _negative_adverbials(tokens: Sequence[Token], pack: Pack) -> None:
    """ "at no time", "in no way": one "never"."""
    phrases = pack.data.get("negative_adverbials", ())
    if not phrases:
        return
    sentence = " ".join(t.low for t in tokens)
    for phrase in phrases:
        if phrase not in sentence:
            continue
        words = phrase.split()
        for i in range(len(tokens) - len(words) + 1):
            if [t.low for t in tokens[i : i + len(words)]] == words:
                for token in tokens[i : i + len(words)]:
                    token.tag, token.verb = "ADV", ""
                tokens[i].tag = "NEG"


def _headline(tokens: Sequence[Token]) -> bool:
    """True for a title in capitals, where a capital says nothing."""
    words = [t for t in tokens if t.text[0].isalpha()]
    return len(words) > 2 and sum(1 for t in words if t.text[0].isupper()) > 0.6 * len(words)


def _part_of_name(i: int, tokens: Sequence[Token]) -> bool:
    """A capitalised word right after a capitalised word ("Ordnance Works Kamptal"), not at the start of the
    sentence."""
    if i == 0 or not tokens[i].text[0].isupper():
        return False
    before = tokens[i - 1]
    follows = i + 1 < len(tokens) and tokens[i + 1].text[0].isupper() and tokens[i + 1].text[0].isalpha()
    named = before.tag == "NAME" or (before.tag == "ENT" and before.text[0].isupper())
    return (named and before.tag != '"') or (follows and i > 1 and tokens[i].tag != "V")


def _surname(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """ "Foreign Minister Adel Noor": what follows a title and a name is a name, whatever else is called
    so."""
    if i < 2 or tokens[i - 1].tag != "NAME" or not tokens[i].text[0].isupper():
        return False
    titles = pack.words("titles")
    return any(tokens[k].low in titles for k in range(max(0, i - 3), i))


def _settle_adjective(i: int, tokens: Sequence[Token], pack: Pack) -> None:
    """ "official", "military", "militant": a noun where no noun follows."""
    f = following(i, tokens)
    after = tokens[f] if f < len(tokens) else None
    if (
        after is None
        or after.tag
        in (
            "P",
            "TO",
            "AUX",
            "NEG",
            ",",
            ".",
            "COMP",
            "REL",
            "CC",
            ")",
            "POSS",
            "TIME",
            "PRON",
            "SUB",
        )
        or (
            after.tag == "V"
            and (
                (after.low in pack.verb_forms and not reads_as_noun(after, pack))
                or after.low in pack.report_verbs
            )
        )
    ):
        tokens[i].tag = "N"


def _first_guess(token: Token, i: int, tokens: Sequence[Token], pack: Pack) -> str:
    if token.date is not None:
        return "TIME"
    if token.quantity is not None:
        return "QTY"
    low = token.low
    if token.match is not None:
        readings = pack.verb_forms.get(low)
        if readings:
            token.verb = _best_form(readings)
        return "ENT"
    if not low[0].isalnum():
        if token.text in _QUOTES:
            return "POSS" if _plural_possessive(i, tokens) else '"'
        if low in ("'s", "'"):
            return "POSS"
        if token.text in _DASHES:
            return _dash(i, tokens)
        if low == "n't":
            return "NEG"
        return token.text
    if (
        low in _NAME_PARTICLES
        and 0 < i < len(tokens) - 1
        and tokens[i - 1].tag in ("NAME", "ENT")
        and tokens[i - 1].text[0].isupper()
        and tokens[i + 1].text[0].isupper()
    ):
        return "NAME"
    if low == "to":
        return "TO"
    if low in ("not", "never"):
        return "NEG"
    if low == "'s":
        return "POSS"
    if low in ("both", "all", "each") and i > 0 and tokens[i - 1].tag == "AUX":
        return "ADV"
    closed = pack.tags.get(low)
    if (
        closed == "P"
        and low in ("like", "past", "following", "including", "regarding", "concerning")
        and low in pack.verb_forms
    ):
        closed = "P"
    if closed is not None:
        return closed
    readings = pack.verb_forms.get(low)
    if readings:
        token.verb = _best_form(readings)
        return "V"
    if low[0].isdigit():
        return "QTY"
    if (
        low.endswith("ly")
        and len(low) > 4
        and low not in pack.noun_words
        and not (i > 0 and token.text[0].isupper())
    ):
        return "ADV"
    if low in pack.words("adjectives"):
        return "ADJ"
    if token.text[0].isupper() and (i > 0 or _next_is_capital(i, tokens)):
        return "NAME"
    if low.endswith("ing") and len(low) > 5:
        token.verb = "VBG"
        return "V"
    if low.endswith("ed") and len(low) > 4:
        token.verb = "VBN"
        return "V"
    if low.endswith(tuple(pack.data["adjective_suffixes"])) and len(low) > 4:
        return "ADJ"
    return "N"


def _plural_possessive(i: int, tokens: Sequence[Token]) -> bool:
    """ "the guerrillas' rifles": an apostrophe tight after an s, with no quotation open that it could
    close."""
    mark, before = tokens[i], tokens[i - 1]
    if i == 0 or mark.text not in ("'", "’") or before.end != mark.start or not before.low.endswith("s"):
        return False
    if i + 1 >= len(tokens) or tokens[i + 1].start == mark.end or not tokens[i + 1].text[0].isalnum():
        return False
    openers = ("'", "‘") if mark.text == "'" else ("‘",)
    return not any(
        t.text in openers and tokens[k + 1].start == t.end and (k == 0 or tokens[k - 1].end < t.start)
        for k, t in enumerate(tokens[:i])
    )


def _dash(i: int, tokens: Sequence[Token]) -> str:
    """A hyphen inside a compound is HYPH; with space around it, or a long dash, it parts clauses."""
    tight_before = i > 0 and tokens[i - 1].end == tokens[i].start
    tight_after = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    return "HYPH" if tokens[i].text in "-–" and tight_before and tight_after else "—"


def _next_is_capital(i: int, tokens: Sequence[Token]) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text[0].isupper() and tokens[i + 1].match is None


def _best_form(readings: Sequence[tuple[str, str]]) -> str:
    forms = {form for _, form in readings}
    for form in ("VBD", "VBZ", "VBG", "VBN", "VB"):
        if form in forms:
            return "VB" if form == "VBD" and "VB" in forms else form
    return "VB"
