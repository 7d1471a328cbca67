"""Sayings that deny: "X は、Y の主張は根拠がないと述べた", "中国政府は否定している"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.particles.predicates import kinds_of
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token


def bare_denial(clause: Clause, clauses: Sequence[Clause], reader: Reader, tokens: Sequence[Token]) -> None:
    """ "中国政府は否定している": a denial without an object answers what was said before."""
    if reader.pack.report_verbs.get(clause.lemma) != "deny" or clause.negated or clause.passive:
        return
    if any(a.function == "obj" for a in clause.arguments) or any(
        c.parent is clause and c.relation == "complement" for c in clauses
    ):
        return
    k = next((k for k, t in enumerate(tokens) if t.start == clause.start), None)
    if k is not None and any(a.function == "subj" for a in clause.arguments):
        clause.arguments.append(Argument("obj", NounPhrase(tokens, k, k + 1, k)))


def rejections(clauses: Sequence[Clause], reader: Reader, text: str, tokens: Sequence[Token]) -> None:
    """ "X は、Y の主張は根拠がないと述べた": the saying is a denial of what Y claims."""
    false_words = reader.pack.data["report"]["false_words"]
    base = tokens[0].start
    for clause in clauses:
        if (
            clause.lemma not in reader.pack.report_verbs
            or clause.passive
            or reader.pack.report_verbs[clause.lemma] == "deny"
        ):
            continue
        inner = [c for c in clauses if c.parent is clause and c.relation == "complement"]
        begin = min((c.start for c in inner), default=clause.start)
        before = text[max(0, min(begin, clause.start) - base - 24) : clause.start - base]
        if not any(word in before for word in false_words):
            continue
        if any("transfer" in kinds_of(c, reader) and len(c.arguments) > 1 for c in inner):
            continue
        pointer = _pointer(clause, inner, reader, tokens)
        if pointer is not None:
            clause.lemma = "否定"
            clause.arguments.append(Argument("obj", pointer))


def _pointer(
    clause: Clause, inner: Sequence[Clause], reader: Reader, tokens: Sequence[Token]
) -> NounPhrase | None:
    nouns = reader.pack.words("report", "allegation_nouns")
    for one in (*inner, clause):
        for argument in one.arguments:
            if argument.phrase.head_token.text in nouns:
                return argument.phrase
    for k, token in enumerate(tokens):
        if token.end <= clause.start and any(n in token.text for n in nouns):
            return NounPhrase(tokens, k, k + 1, k)
    return None
