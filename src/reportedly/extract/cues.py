"""Words outside the clauses that say who says it: "according to X", ", said X.", ", X added,"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportedly.extract.clauses import Cue
from reportedly.extract.constituents import Chunk, NounPhrase
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token

_EDGE = frozenset({",", "—", "!", "?", ".", "…", ";"})
_SPEAKING = frozenset({"place", "actor", "outlet", "document", "pronoun", "other", "carrier"})


def cut_cues(row: list[Chunk], tokens: Sequence[Token], reader: Reader) -> tuple[list[Cue], list[Chunk]]:
    """The cues of a row of chunks, and the row without them."""
    cues: list[Cue] = []
    i = 0
    while i < len(row):
        found = (
            _according(row, i, tokens, reader)
            or _inserted(row, i, tokens, reader)
            or _inverted(row, i, tokens, reader)
        )
        if found is None:
            i += 1
            continue
        cue, start, end = found
        cues.append(cue)
        if start > 0 and end < len(row) and row[start - 1].kind == "," and row[end].kind == ",":
            # ", X said," leaves no comma behind; a fronted phrase before it keeps none either.
            start, end = start - 1, end + 1
        row = row[:start] + row[end:]
        i = start
    return cues, row


def _according(
    row: Sequence[Chunk], i: int, tokens: Sequence[Token], reader: Reader
) -> tuple[Cue, int, int] | None:
    if row[i].kind != "ACC" or i + 1 >= len(row) or row[i + 1].np is None:
        return None
    sources: list[NounPhrase] = []
    places: list[NounPhrase] = []
    k = i + 1
    np = row[k].np
    assert np is not None
    sources.extend(np.conjuncts())
    k += 1
    while k < len(row):
        if row[k].kind == "TIME" or (row[k].kind == "P" and k + 1 < len(row) and row[k + 1].kind == "TIME"):
            k += 1 if row[k].kind == "TIME" else 2
        elif (
            row[k].kind == "P"
            and k + 1 < len(row)
            and row[k + 1].np is not None
            and row[k].word in ("by", "in", "from", "at", "on", "with", "to")
        ):
            inner = row[k + 1].np
            assert inner is not None
            places.append(inner)
            k += 2
        elif _participial(row[k], i > 0):
            k += 1
        elif row[k].np is not None and row[k - 1].vg is not None:
            inner = row[k].np
            assert inner is not None
            places.append(inner)
            k += 1
        elif row[k].kind == "REL" or (row[k].kind == "," and k + 1 < len(row) and row[k + 1].kind == "REL"):
            k += row[k].kind == ","
            while k < len(row) and row[k].kind not in _EDGE:
                k += 1
            sources[-1].extent = tokens[row[k - 1].end - 1].end
            cited = _passed_on(row, i, k, reader)
            if cited:
                # "according to Haaretz, which cited officials": the officials say it, the paper passes it on.
                places, sources = sources, cited
            break
        else:
            break
    start = i
    if start > 0 and row[start - 1].kind == ",":
        start -= 1
    if k < len(row) and row[k].kind == "," and (start == 0 or start < i):
        k += 1
    cue = Cue(
        "according",
        row[i].word,
        sources,
        [],
        tokens[row[i].start].start,
        tokens[row[k - 1].end - 1].end,
        places=places,
    )
    return cue, start, k


def _participial(item: Chunk, inside: bool) -> bool:
    """A participle or infinitive that goes on describing the source ("a report obtained by X", "a source
    said to be close")."""
    vg = item.vg
    if vg is None:
        return False
    return vg.infinitive or (inside and vg.form in ("VBN", "VBD", "VBG") and not vg.auxiliaries)


def _passed_on(row: Sequence[Chunk], i: int, end: int, reader: Reader) -> list[NounPhrase]:
    """Whom the source of a cue cites in the clause that describes it."""
    for k in range(i, end - 1):
        vg, cited = row[k].vg, row[k + 1].np
        if vg is not None and cited is not None and vg.lemma in reader.pack.words("report", "passing_on"):
            return cited.conjuncts()
    return []


def _speaking(np: NounPhrase, reader: Reader) -> bool:
    return reader.sort(np) in _SPEAKING


def _kind_of(lemma: str, reader: Reader) -> Literal["say", "deny", "accuse"] | None:
    kind = reader.pack.report_verbs.get(lemma)
    if kind == "deny":
        return "deny"
    if kind == "accuse":
        return "accuse"
    return "say" if kind == "say" else None


def _tail(row: Sequence[Chunk], k: int) -> tuple[list[NounPhrase], list[NounPhrase], int]:
    """After a verb of saying inside a parenthesis: who is told, where, when; index after it."""
    hearers: list[NounPhrase] = []
    places: list[NounPhrase] = []
    while k < len(row):
        item = row[k]
        if item.kind in ("TIME", "ADV"):
            k += 1
        elif (
            item.kind == "P" and k + 1 < len(row) and (row[k + 1].np is not None or row[k + 1].kind == "TIME")
        ):
            if row[k + 1].np is not None:
                (hearers if item.word in ("to", "with") else places).append(row[k + 1].np)  # type: ignore[arg-type]
            k += 2
        elif (
            item.kind == "P" and row[k - 1].vg is not None and (k + 1 >= len(row) or row[k + 1].kind in _EDGE)
        ):
            # "the report goes on,"
            k += 1
        elif item.np is not None and not hearers and row[k - 1].vg is not None:
            hearers.append(item.np)
            k += 1
        else:
            break
    return hearers, places, k


def _inserted(
    row: Sequence[Chunk], i: int, tokens: Sequence[Token], reader: Reader
) -> tuple[Cue, int, int] | None:
    """ ", X said," inside or ", X said." at the end of a sentence; also "X said, ..." before a quotation."""
    if not (i == 0 or row[i - 1].kind in _EDGE) or row[i].np is None:
        return None
    subject = row[i].np
    assert subject is not None
    k = i + 1
    while k + 1 < len(row) and (
        (row[k].kind == "P" and row[k + 1].np is not None) or row[k].kind in ("TIME", "ADV")
    ):
        k += 2 if row[k].kind == "P" else 1
    if k < len(row) and row[k].kind == "REL":
        # "a freight forwarder who asked not to be named said,"
        j = k + 1
        verbs = [q for q in range(j, min(len(row), j + 12)) if row[q].vg is not None]
        if len(verbs) >= 2 and not any(row[q].kind in (",", "COMP") for q in range(j, verbs[-1])):
            k = verbs[-1]
    while k < len(row) and row[k].kind in ("ADV", "TIME"):
        k += 1
    vg = row[k].vg if k < len(row) else None
    if vg is None or not vg.finite or vg.passive or vg.infinitive:
        return None
    kind = _kind_of(vg.lemma, reader)
    if kind is None or not _speaking(subject, reader):
        return None
    hearers, places, end = _tail(row, k + 1)
    if kind == "deny" and hearers:
        # "; Ankara denied it" says what it denies.
        return None
    if i > 0 and _loose(row, end, tokens):
        # ", X said in a report seen by Y.", ", X said on condition that he not be named."
        end = len(row) - (row[-1].vg is None and row[-1].np is None)
    at_end = end >= len(row) or (row[end].kind in (".", "!", "…") and end >= len(row) - 1)
    if i == 0:
        # "X said, that is how it was" or "X told Y: ...": only with a mark after it and something following.
        if end >= len(row) or row[end].kind not in (",", ":") or end >= len(row) - 2:
            return None
        if row[end].kind == "," and (not _quoted(tokens, row[end].end) or tokens[row[i].start].quoted):
            return None
    elif not at_end and (end >= len(row) or row[end].kind not in (",", "—", ";", ":")):
        return None
    cue = Cue(
        kind,
        vg.lemma,
        subject.conjuncts(),
        hearers,
        tokens[row[i].start].start,
        tokens[row[end - 1].end - 1].end,
        vg.negated,
        places,
    )
    return cue, i, end


def _loose(row: Sequence[Chunk], end: int, tokens: Sequence[Token]) -> bool:
    """True where what follows at `end` only tells how it was said: a participle, or "on condition that"."""
    if end >= len(row):
        return False
    first = row[end]
    if first.kind == "COMP" and first.start > 0 and tokens[first.start - 1].low == "condition":
        return True
    if (
        first.vg is None
        or first.vg.auxiliaries
        or first.vg.form not in ("VBN", "VBD")
        or end + 1 >= len(row)
        or row[end + 1].kind != "P"
    ):
        return False
    return all(c.kind not in ("COMP", "REL", ",", ";") and (c.vg is None or c is first) for c in row[end:])


def _quoted(tokens: Sequence[Token], k: int) -> bool:
    return k < len(tokens) and (tokens[k].quoted or tokens[k].tag == '"')


def _inverted(
    row: Sequence[Chunk], i: int, tokens: Sequence[Token], reader: Reader
) -> tuple[Cue, int, int] | None:
    """'..., said X.' and '"..." explained X to Y.'"""
    vg = row[i].vg
    if (
        vg is None
        or vg.auxiliaries
        or vg.form not in ("VBD", "VBZ", "VB", "VBN")
        or i + 1 >= len(row)
        or row[i + 1].np is None
    ):
        return None
    edge = i == 0 or row[i - 1].kind in _EDGE or (vg.start > 0 and tokens[vg.start - 1].tag == '"')
    if not edge or (i == 0 and not _opens_after_quote(tokens, vg.start)):
        return None
    kind = _kind_of(vg.lemma, reader)
    subject = row[i + 1].np
    if kind is None or subject is None or not _speaking(subject, reader):
        return None
    # ", said X" but not ", reported deliveries to Y, ..." where the phrase is an object.
    if reader.sort(subject) == "other" and subject.words[0].tag != "DET" and subject.head_token.tag != "NAME":
        return None
    if not any(c.vg is not None for c in row[:i]) and not any(t.quoted for t in tokens[: vg.start]):
        return None
    hearers, places, end = _tail(row, i + 2)
    beyond = row[end].vg if end < len(row) else None
    if end < len(row) and (row[end].kind == "COMP" or (beyond is not None and beyond.finite)):
        return None
    related = end < len(row) and row[end].kind == "REL"
    while end < len(row):
        if row[end].kind in (".", "!"):
            break
        if _quoted(tokens, row[end].start) and not tokens[row[i].start].quoted:
            break
        if row[end].kind == ":":
            break
        end += 1
    if related:
        subject.extent = tokens[row[end - 1].end - 1].end
    cue = Cue(
        kind,
        vg.lemma,
        subject.conjuncts(),
        hearers,
        tokens[row[i].start].start,
        tokens[row[min(end, len(row)) - 1].end - 1].end,
        vg.negated,
        places,
    )
    return cue, i, end


def _opens_after_quote(tokens: Sequence[Token], start: int) -> bool:
    return any(t.quoted or t.tag == '"' for t in tokens[:start])
