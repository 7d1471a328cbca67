"""From chunks to phrases with what hangs on them: "of" complements, lists, appositions, brackets."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.constituents import Chunk, NounPhrase
from reportedly.extract.things import Reader

_LISTED = frozenset({"materiel", "actor", "place", "carrier", "outlet", "document"})
_TRAILING = frozenset(
    {
        "in",
        "from",
        "at",
        "with",
        "for",
        "to",
        "on",
        "near",
        "via",
        "by",
        "between",
        "against",
        "aboard",
        "within",
        "under",
        "about",
        "alongside",
        "into",
    }
)


def group(chunks: Sequence[Chunk], reader: Reader) -> list[Chunk]:
    """The row again, with attached phrases folded into the phrases that they belong to."""
    row = _join_times(_drop_brackets([c for c in chunks if c.kind != '"']))
    row = _attach_of(_prepositions(row))
    row = _appositive_names(row, reader)
    return _join_lists(row, reader)


def _join_times(row: list[Chunk]) -> list[Chunk]:
    """ "in February and March": one time."""
    out: list[Chunk] = []
    for item in row:
        if item.kind == "TIME" and len(out) > 1 and out[-1].kind == "CC" and out[-2].kind == "TIME":
            out.pop()
            continue
        out.append(item)
    return out


def _drop_brackets(row: list[Chunk]) -> list[Chunk]:
    """Without "( ... )" and "[ ... ]": an alias or an aside, never an argument."""
    out: list[Chunk] = []
    depth = 0
    for item in row:
        if item.kind in "([":
            depth += 1
        elif item.kind in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            out.append(item)
    return out if out or not row else row


def _prepositions(row: list[Chunk]) -> list[Chunk]:
    """ "as", "since", "before" and their like are prepositions where a phrase follows and no clause does."""
    for i, item in enumerate(row):
        if (
            item.kind == "SUB"
            and item.word in _EITHER
            and i + 1 < len(row)
            and (row[i + 1].np is not None or row[i + 1].kind == "TIME")
        ):
            k = i + 2
            while (
                k < len(row)
                and row[k].kind in ("ADV", "P", "NP", "TIME", "NEG")
                and not (row[k].np is not None and row[k - 1].kind != "P")
            ):
                k += 1
            after = row[k].vg if k < len(row) else None
            if after is None or not after.finite:
                item.kind = "P"
    return row


_EITHER = frozenset({"as", "since", "before", "after", "until", "till", "than"})


def _attach_of(row: list[Chunk]) -> list[Chunk]:
    """NP "of" NP -> one phrase, right to left so that chains nest."""
    out = list(row)
    i = len(out) - 3
    while i >= 0:
        np = out[i].np
        if (
            np is not None
            and out[i + 1].kind == "P"
            and out[i + 1].word == "of"
            and out[i + 2].np is not None
            and not np.pronoun
        ):
            if _interposed(out, i):
                # "a shipment for the GNA of vehicles": the goods belong to the shipment.
                earlier = out[i - 2].np
                assert earlier is not None
                earlier.of, earlier.reading = out[i + 2].np, None
                out[i : i + 3] = [out[i]]
                i -= 1
                continue
            np.of, np.reading = out[i + 2].np, None
            merged = Chunk("NP", out[i].start, out[i + 2].end)
            merged.np = np
            out[i : i + 3] = [merged]
        i -= 1
    return out


def _interposed(out: Sequence[Chunk], i: int) -> bool:
    np, goods = out[i].np, out[i + 2].np
    if i < 2 or out[i - 1].kind != "P" or out[i - 2].np is None or np is None or goods is None:
        return False
    named = np.head_token.match is not None and any(
        n.entity.startswith(("state/", "actor/")) for n in np.head_token.match.names
    )
    thing = any(
        t.match is not None and any(n.entity.startswith("materiel/") for n in t.match.names)
        for t in goods.words
    )
    return named and thing and out[i - 1].word in ("for", "to", "from", "by", "in", "at")


def _appositive_names(row: list[Chunk], reader: Reader) -> list[Chunk]:
    """ "anti-tank guided missile Kornet", "the cargo ship Bana": two phrases side by side that name one
    thing stay one already, as the
    chunker joins them; here a dash or comma apposition ("organization - Hezbollah") is noted on the first."""
    for i in range(len(row) - 2):
        first, mark, second = row[i], row[i + 1], row[i + 2]
        if first.np is None or second.np is None or mark.kind not in (",", "—", ":") or first.np.pronoun:
            continue
        one, two = reader.read(first.np), reader.read(second.np)
        if i + 3 < len(row) and row[i + 3].vg is not None and row[i + 3].vg.finite and mark.kind == ",":  # type: ignore[union-attr]
            # ", UN monitors reported": the subject of what follows.
            continue
        unnamed = (
            one.id is None
            and two.id is None
            and first.np.head_token.tag != "NAME"
            and second.np.head_token.tag == "NAME"
            and i + 3 < len(row)
            and row[i + 3].kind == mark.kind
        )
        if (
            one.sort == "actor"
            and two.sort == "actor"
            and (one.id is None or one.id == two.id)
            and (two.id is not None or unnamed)
            and not _list_goes_on(row, i + 2)
        ):
            first.np.apposition = second.np
    return row


def _list_goes_on(row: Sequence[Chunk], i: int) -> bool:
    return i + 1 < len(row) and row[i + 1].kind in ("CC",)


def _join_lists(row: list[Chunk], reader: Reader) -> list[Chunk]:
    out: list[Chunk] = []
    i = 0
    while i < len(row):
        item = row[i]
        if item.np is None or item.np.pronoun:
            out.append(item)
            i += 1
            continue
        end = _list_end(row, i, reader)
        if end > i:
            whole = _listing(item.np, reader)
            whole.members = [
                *whole.members,
                *(m for c in row[i + 1 : end + 1] if c.np is not None for m in c.np.conjuncts()),
            ]
            merged = Chunk("NP", item.start, row[end].end)
            merged.np = item.np
            out.append(merged)
            i = end + 1
            continue
        out.append(item)
        i += 1
    return out


def _listing(np: NounPhrase, reader: Reader) -> NounPhrase:
    """Where the list begins: at the goods in "delivery of four jets and two helicopters", else at the phrase
    itself."""
    if (
        np.of is not None
        and np.head_token.low in reader.nominals
        and reader.read(np).sort == "other"
        and reader.read(np.of).sort == "materiel"
    ):
        return np.of
    return np


def _list_end(row: Sequence[Chunk], i: int, reader: Reader) -> int:
    """Index of the last member of the list that begins at `i`; `i` itself where there is none."""
    first = row[i].np
    assert first is not None
    sort = reader.read(_listing(first, reader)).sort
    if sort not in _LISTED:
        return i
    end, k, joined, commas = i, i, False, 0
    while True:
        j = k + 1
        marks = ""
        while j < len(row) and row[j].kind in (",", "CC", "INCL", "ADV", "—", ";") and len(marks) < 4:
            marks += {",": ",", "CC": "&", "INCL": "i", "ADV": "", "—": "-", ";": ";"}[row[j].kind]
            j += 1
        member = row[j].np if j < len(row) else None
        if not marks or member is None or member.pronoun:
            break
        nxt = reader.read(member)
        if nxt.sort != sort:
            break
        if sort != "materiel" and "-" in marks:
            break
        if "&" in marks or "i" in marks:
            if _begins_clause(row, i, j):
                break
            joined = True
            end = k = j
            continue
        commas += 1
        if sort == "materiel":
            if _begins_clause(row, i, j):
                break
            end = k = j
            continue
        # Comma only: a list needs a conjunction before its last member, else it is an apposition.
        if not _conjunction_ahead(row, j, sort, reader):
            break
        end = k = j
    del joined, commas
    return end


def _conjunction_ahead(row: Sequence[Chunk], j: int, sort: str, reader: Reader) -> bool:
    k = j + 1
    while k + 1 < len(row) and k < j + 14:
        if row[k].kind == "CC" and row[k].word in ("and", "or"):
            nxt = row[k + 1].np
            return nxt is not None and not nxt.pronoun and reader.read(nxt).sort == sort
        member = row[k + 1].np
        if row[k].kind == "," and member is not None and reader.read(member).sort == sort:
            k += 2
            continue
        if row[k].kind == "," and row[k + 1].kind == "CC":
            k += 1
            continue
        return False
    return False


def _begins_clause(row: Sequence[Chunk], i: int, j: int) -> bool:
    """True where the phrase at `j` is the subject of a clause of its own: a finite verb follows it and one
    went before the list."""
    k = j + 1
    while k < len(row) and row[k].kind in ("ADV", "TIME", "P", "NP", "NEG"):
        if row[k].kind == "NP" and row[k - 1].kind != "P":
            return False
        k += 1
    verb = row[k].vg if k < len(row) else None
    if verb is None or not verb.finite or verb.infinitive:
        return False
    for back in range(i - 1, -1, -1):
        vg = row[back].vg
        if (
            vg is not None
            and back == i - 2
            and row[i - 1].word == "by"
            and not vg.auxiliaries
            and vg.form in ("VBN", "VBD")
        ):
            # "the arms taken by X and Y came from": both took them.
            return False
        if row[back].kind in ("COMP", "REL", "SUB", ";", ":"):
            return False
        if row[back].vg is not None:
            return True
    return False


def attach_trailing(row: Sequence[Chunk]) -> None:
    """Note on each phrase the prepositional phrases that follow it directly, for descriptions and nominal
    predicates."""
    for i, item in enumerate(row):
        np = item.np
        if np is None:
            continue
        np.trailing = []
        k = i + 1
        while k + 1 < len(row):
            if row[k].kind == "TIME":
                k += 1
                continue
            if row[k].kind == "P" and row[k].word in _TRAILING and row[k + 1].kind == "TIME":
                k += 2
                continue
            if row[k].kind == "P" and row[k].word in _TRAILING and row[k + 1].np is not None:
                inner = row[k + 1].np
                assert inner is not None
                np.trailing.append((row[k].word, inner))
                k += 2
                continue
            break
