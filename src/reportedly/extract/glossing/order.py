"""Into the order of the pivot, as the pack says how its language differs."""

from __future__ import annotations

from reportedly.extract.glossing.nouns import adjectives_first, constructs, object_pronouns
from reportedly.extract.glossing.verb_final import separable, verb_final
from reportedly.extract.glossing.verb_first import subjects_first
from reportedly.extract.glossing.words import segment_end
from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack


def put_in_order(row: list[Token], pack: Pack) -> list[Token]:
    """The tokens in the pivot's order, as the pack's `order` says what its language does."""
    rules = pack.words("order")
    if "separable" in rules:
        row = separable(row, pack)
    if "verb_final" in rules:
        row = verb_final(row)
    if "adjective_after_noun" in rules:
        row = adjectives_first(row)
    if "construct" in rules:
        row = constructs(row, pack)
    if "object_pronouns_before_verb" in rules:
        row = object_pronouns(row)
    if "verb_before_subject" in rules:
        row = subjects_first(row, pack)
    return _without_as(row, pack)


def _without_as(row: list[Token], pack: Pack) -> list[Token]:
    """ ", wie das Magazin berichtet", "como informó la agencia": a report inserted, with nothing before
    it."""
    out: list[Token] = []
    for i, token in enumerate(row):
        if token.tag == "SUB" and token.low == "as":
            end = segment_end(row, i + 1)
            verb = next((t for t in row[i + 1 : end] if t.tag == "V"), None)
            if verb is not None and verb.lemma in pack.report_verbs:
                continue
        out.append(token)
    return out
