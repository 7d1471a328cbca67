"""What tokens of a glossed row are, and where its clauses and phrases end."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.tokens import Token
from reportedly.extract.verb_reading import is_adjectival

MARKS = frozenset({",", ";", ":", ".", "—", "?", "!", '"', "(", ")"})
OPENERS = frozenset({"COMP", "SUB", "REL"})
NOUNS = frozenset({"N", "NAME", "ENT"})
BEFORE = frozenset({"DET", "POSSDET", "ADJ", "QTY"})


def adjectival(token: Token) -> bool:
    return token.tag == "ADJ" or is_adjectival(token)


def finite(token: Token) -> bool:
    return (token.tag == "AUX" and token.low not in ("been", "be", "being", "having")) or (
        token.tag == "V" and token.verb in ("VBZ", "VBD")
    )


def nonfinite(token: Token) -> bool:
    return (token.tag == "V" and token.verb in ("VB", "VBN")) or token.tag == "AUX"


def materiel(token: Token) -> bool:
    return token.match is not None and any(n.entity.startswith("materiel/") for n in token.match.names)


def segment_end(row: Sequence[Token], i: int) -> int:
    """End of the clause that begins before `i`: the next mark or conjunction that opens another."""
    k = i
    while k < len(row):
        if row[k].tag in MARKS - {'"', "("} or row[k].tag in OPENERS:
            return k
        if row[k].tag == "CC" and k + 1 < len(row) and finite(row[k + 1]):
            return k
        k += 1
    return k


def phrase_end(out: Sequence[Token], start: int) -> int:
    """Index after the noun phrase that begins at `start`."""
    k = start
    while k < len(out) and (out[k].tag in BEFORE or out[k].tag in ('"', "HYPH") or is_adjectival(out[k])):
        k += 1
    if k < len(out) and out[k].tag in NOUNS | {"PRON"}:
        noun = out[k].tag == "N"
        k += 1
        while k + 1 < len(out) and out[k].tag == "HYPH":
            k += 2
        while k < len(out) and (
            out[k].tag == "NAME"
            or (noun and out[k].tag == "ENT" and out[k].match is not None and not materiel(out[k]))
        ):
            k += 1
        while k + 1 < len(out) and out[k].tag == "P" and out[k].low == "of":
            k = phrase_end(out, k + 1)
    return k
