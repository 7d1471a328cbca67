"""The analyser of case-marking languages: tokens in, clauses with functions out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportedly.extract.cases.cues import cut_cues
from reportedly.extract.cases.linking import Linker
from reportedly.extract.cases.lists import (
    attach_trailing,
    join_lists,
    join_names,
    without_asides,
    without_brackets,
)
from reportedly.extract.cases.phrases import Phraser
from reportedly.extract.cases.production import production_clauses
from reportedly.extract.cases.segments import segment
from reportedly.extract.cases.settling import cited_inside, settle
from reportedly.extract.cases.words import Tagger
from reportedly.extract.clauses import Analysis
from reportedly.extract.nominals import nominal_clauses
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token


@cache
def _tagger(reader: Reader) -> Tagger:
    return Tagger(reader)


def analyse(tokens: Sequence[Token], reader: Reader) -> Analysis:
    """Read one sentence. `tokens` come from `tokenise`; spans of the result are those of the document."""
    words = _tagger(reader).tag(tokens)
    row = without_brackets(Phraser(words, tokens, reader).row(0, len(words)))
    row = join_lists(join_names(without_asides(row), reader), reader)
    phrases = [i.np for i in row if i.np is not None]
    made = production_clauses(phrases, reader)
    cues, row = cut_cues(row, words, reader)
    attach_trailing(row, reader)
    clauses = Linker(words, reader).link(segment(row, reader))
    cues = cited_inside(cues, clauses)
    phrases = [i.np for i in row if i.np is not None]
    clauses.extend(nominal_clauses(clauses, phrases, reader))
    settle(clauses, reader)
    clauses.extend(made)
    clauses.sort(key=lambda c: (c.start, c.end))
    question = any(t.text == "?" for t in tokens[-3:])
    return Analysis(tokens[0].start, tokens[-1].end, clauses, cues, list(phrases), question)
