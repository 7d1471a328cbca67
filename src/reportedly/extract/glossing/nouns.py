"""Noun phrases in the order of the pivot: adjectives before their nouns, genitives with "of", pronouns
behind the verb."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.glossing.words import adjectival, materiel
from reportedly.extract.tokens import Token
from reportedly.extract.verb_reading import is_adjectival
from reportedly.languages.pack import Pack

_ARTICLE = "ال"


def adjectives_first(row: list[Token]) -> list[Token]:
    """ "missiles russes" as "russes missiles"; an article between them (Arabic) goes."""
    out: list[Token] = []
    i = 0
    while i < len(row):
        token = row[i]
        out.append(token)
        i += 1
        if token.tag not in ("N", "ENT") or adjectival(token):
            continue
        at = len(out) - 1
        while at and materiel(token) and materiel(out[at - 1]):
            at -= 1
        i = _made(row, i, out, at)
        while i < len(row):
            skip = i + 1 if row[i].tag == "DET" and row[i].text == _ARTICLE and i + 1 < len(row) else i
            if not adjectival(row[skip]) or (
                skip + 1 < len(row)
                and row[skip + 1].tag in ("N", "ENT")
                and row[skip].tag == "ADJ"
                and row[skip].low in ("other", "same")
            ):
                break
            out.insert(at, row[skip])
            i = skip + 1
    return out


def _made(row: Sequence[Token], i: int, out: list[Token], at: int) -> int:
    """ "misiles de fabricación rusa", "صواريخ روسية الصنع" as "Russian-made missiles"; index after it."""
    pair = row[i : i + 2]
    if len(pair) < 2 or "MADE" not in (pair[0].tag, pair[1].tag):
        return i
    made, nation = pair if pair[0].tag == "MADE" else reversed(pair)
    if not is_adjectival(nation):
        return i
    hyphen = Token("-", nation.end, nation.end)
    hyphen.tag, hyphen.sure = "HYPH", True
    made.tag, made.verb = "V", "VBN"
    out[at:at] = [nation, hyphen, made]
    return i + 2


def _genitive(row: Sequence[Token], i: int, pack: Pack) -> bool:
    """True where the noun before `i` has no article and the phrase at `i` is its genitive."""
    token, before = row[i], row[i - 1]
    if before.tag != "N" or _governed(row, i - 1) or before.text.startswith(_ARTICLE):
        return False
    if materiel(token) and before.low in pack.words("materiel_heads"):
        return False
    definite = i > 1 and row[i - 2].tag == "DET" and row[i - 2].text == _ARTICLE
    return not definite and token.tag in ("N", "ENT", "DET", "ADJ", "NAME") and _noun_ahead(row, i)


def constructs(row: list[Token], pack: Pack) -> list[Token]:
    """Arabic genitives: a noun without an article and a noun after it are "N of N"."""
    out: list[Token] = []
    for i, token in enumerate(row):
        if i and _genitive(row, i, pack):
            of = Token("of", token.start, token.start)
            of.tag, of.sure, of.quoted = "P", True, token.quoted
            out.append(of)
        out.append(token)
    return out


def _governed(row: Sequence[Token], i: int) -> bool:
    return i > 0 and adjectival(row[i - 1]) and row[i - 1].start > row[i].start


def _noun_ahead(row: Sequence[Token], i: int) -> bool:
    return i < len(row) and (
        (row[i].tag in ("N", "ENT", "NAME") and not adjectival(row[i]))
        or (i + 1 < len(row) and row[i].tag in ("DET", "ADJ") and row[i + 1].tag in ("N", "ENT"))
        or (adjectival(row[i]) and i + 1 < len(row) and row[i + 1].tag in ("N", "ENT"))
    )


def object_pronouns(row: list[Token]) -> list[Token]:
    """ "leur a fourni": the pronoun goes behind the verb group, with "to"."""
    out = list(row)
    i = 0
    while i < len(out) - 1:
        token = out[i]
        if token.tag == "PRON" and token.low == "them" and out[i + 1].tag in ("AUX", "V"):
            end = i + 1
            while end < len(out) and out[end].tag in ("AUX", "V", "ADV", "NEG"):
                end += 1
            to = Token(token.text, token.start, token.end)
            to.low, to.tag, to.sure, to.quoted = "to", "TO", True, token.quoted
            out[i:end] = [*out[i + 1 : end], to, token]
            i = end
        i += 1
    return out
