"""The analyser of glossed languages: gloss, order, then the configurational analyser."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.clauses import Analysis
from reportedly.extract.glossing.functions import settle_articles, settle_functions
from reportedly.extract.glossing.lookup import gloss
from reportedly.extract.glossing.order import put_in_order
from reportedly.extract.linking import analyse_tagged
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token


def analyse(tokens: Sequence[Token], reader: Reader) -> Analysis:
    """Read one sentence of a language that has glosses. `tokens` come from `tokenise`; the spans of the
    result are the document's."""
    pack = reader.pack
    start, end = tokens[0].start, tokens[-1].end
    row = settle_functions(put_in_order(settle_articles(gloss(tokens, pack), pack), pack), pack)
    if not row:
        return Analysis(start, end, [], [], [])
    found = analyse_tagged(row, reader)
    found.start, found.end = start, end
    found.words = " ".join(t.low for t in row)
    return found
