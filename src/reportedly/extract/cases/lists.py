"""Lists of phrases, brackets, and what hangs on a noun by a preposition or a bare case."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.cases.endings import cases_only
from reportedly.extract.cases.items import CasePhrase, Item
from reportedly.extract.cases.prepositions import normal_form
from reportedly.extract.things import Reader
from reportedly.languages.declension import ANY, DATIVE, INSTRUMENTAL
from reportedly.languages.frames import load_frames

_LISTED = frozenset({"materiel", "actor", "place", "carrier", "outlet", "document"})
_JOINING = frozenset({"и", "или", "либо", "а также", "and", "та", "і", "й", "або", "чи"})


def without_brackets(row: Sequence[Item]) -> list[Item]:
    """Without "( ... )": an alias or an aside, never an argument."""
    out: list[Item] = []
    depth = 0
    for item in row:
        if item.kind in "([":
            depth += 1
        elif item.kind in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            out.append(item)
    return out if out or not row else list(row)


def without_asides(row: Sequence[Item]) -> list[Item]:
    """Without the commas around a lone adverb (", вероятно,")."""
    out = list(row)
    i = 0
    while i < len(out):
        kinds = [item.kind for item in out[max(0, i - 1) : i + 3]]
        before = kinds.pop(0) if i else ","
        aside = kinds[:2] == ["ADV", ","] and before == ","
        if aside and kinds[2:] not in (["COMP"], ["REL"], ["SUB"]):
            del out[i + 1]
            if i:
                del out[i - 1]
                i -= 1
        i += 1
    return out


def join_names(row: list[Item], reader: Reader) -> list[Item]:
    """ "представитель РФ при ООН Иван Петров": the name after the office that a preposition widens."""
    out = list(row)
    i = 0
    while i + 3 < len(out):
        office, place, name = out[i].np, out[i + 2].np, out[i + 3].np
        if (
            office is not None
            and out[i + 1].kind == "P"
            and place is not None
            and name is not None
            and not office.pronoun
        ):
            hit = reader.entity(name.head_token, "actor")
            person = name.head_token.tag == "NAME" or (hit is not None and hit[0].category == "person")
            if person and office.head_token.low in reader.speaker_nouns and office.mask & name.mask:
                if name.of is None and hit is None:
                    name.of = office.of
                out[i : i + 4] = [out[i + 3]]
        i += 1
    return out


def join_lists(row: list[Item], reader: Reader) -> list[Item]:
    """The row with each list of like phrases as one item; its first phrase has the others as `members`."""
    out: list[Item] = []
    i = 0
    while i < len(row):
        item = row[i]
        end = _list_end(row, i, reader) if item.np is not None and not item.np.pronoun else i
        out.append(item)
        if end > i:
            assert item.np is not None
            item.np.members = [other.np for other in row[i + 1 : end + 1] if other.np is not None]
            item.end = row[end].end
        i = end + 1
    return out


def _list_end(row: Sequence[Item], i: int, reader: Reader) -> int:
    first = row[i].np
    assert first is not None
    sort = reader.read(first).sort
    inner = first.of
    if sort not in _LISTED and inner is None:
        return i
    end = k = i
    while True:
        j, joined, comma = k + 1, False, False
        while j < len(row) and (
            row[j].kind in (",", "INCL", "ADV", "—") or (row[j].kind == "CC" and row[j].word in _JOINING)
        ):
            joined = joined or row[j].kind in ("CC", "INCL")
            comma = comma or row[j].kind in (",", "—")
            j += 1
        if j == k + 1 or j >= len(row) or not (joined or comma):
            return end
        other = row[j].np
        if other is None or other.pronoun or reader.read(other).sort != sort or sort not in _LISTED:
            return end
        if not _same_case(first, other) or _begins_clause(row, i, j, other):
            return end
        if not joined and not (sort == "materiel" or _joined_ahead(row, j, sort, reader)):
            return end
        if sort != "materiel" and any(row[x].kind == "—" for x in range(k + 1, j)):
            return end
        end = k = j


def _same_case(one: CasePhrase, other: CasePhrase) -> bool:
    return bool(cases_only(one.mask) & cases_only(other.mask))


def _joined_ahead(row: Sequence[Item], j: int, sort: str, reader: Reader) -> bool:
    k = j + 1
    while k + 1 < len(row):
        if row[k].kind == "CC" and row[k].word in _JOINING:
            following = row[k + 1].np
            return following is not None and reader.read(following).sort == sort
        other = row[k + 1].np
        if row[k].kind == "," and other is not None and reader.read(other).sort == sort:
            k += 2
            continue
        return False
    return False


def _begins_clause(row: Sequence[Item], i: int, j: int, np: CasePhrase) -> bool:
    """True where the phrase at `j` is the subject of a verb of its own, after the verb of the list."""
    if not np.mask & (1 | 1 << 6):
        return False
    k = j + 1
    while k < len(row) and row[k].kind in ("ADV", "TIME"):
        k += 1
    group = row[k].vg if k < len(row) and row[k].kind == "VG" else None
    if group is None or not group.finite:
        return False
    for item in reversed(row[:i]):
        if item.kind in ("COMP", "REL", "SUB", ";", ":", ","):
            return False
        if item.kind == "VG":
            return True
    return False


def attach_trailing(row: Sequence[Item], reader: Reader) -> None:
    """Note on each phrase the prepositional phrases right after it; on a nominal predicate also its bare
    instrumental and dative.
    """
    for i, item in enumerate(row):
        if item.np is None:
            continue
        nominal = _nominal(item.np, reader)
        for np in [item.np, *item.np.members]:
            np.trailing = []
        _collect(row, i, item.np.members[-1] if item.np.members else item.np, nominal, reader)  # type: ignore[arg-type]
        if nominal is not None:
            _agent_genitive(nominal, reader)


def _nominal(np: CasePhrase, reader: Reader) -> CasePhrase | None:
    at: CasePhrase | None = np
    while at is not None:
        if at.head_token.low in reader.nominals and (at.head_token.match is None or at.head_token.match.weak):
            return at
        at = at.of  # type: ignore[assignment]
    return None


def _collect(row: Sequence[Item], i: int, np: CasePhrase, nominal: CasePhrase | None, reader: Reader) -> None:
    target = nominal or np
    k = i + 1
    while k < len(row):
        item = row[k]
        if item.kind == "TIME":
            k += 1
            continue
        if item.kind == "P" and k + 1 < len(row):
            inner = row[k + 1].np
            if row[k + 1].kind == "TIME":
                k += 2
                continue
            if inner is None:
                return
            word = normal_form(item.word, inner.mask, reader.pack, moving=nominal is not None)
            target.trailing.append((word, inner))
            if target is not np:
                np.trailing.append((word, inner))
            k += 2
            continue
        if nominal is not None and item.np is not None:
            mask = item.np.mask
            if mask != ANY and mask & INSTRUMENTAL and not mask & DATIVE:
                nominal.trailing.append(("by", item.np))
            elif mask & DATIVE and not item.np.pronoun:
                nominal.trailing.append(("to", item.np))
            elif mask & (2 | 2 << 6) and not mask & (1 | 1 << 6):
                if nominal.of is None:
                    nominal.of = item.np
                else:
                    nominal.trailing.append(("of", item.np))
            else:
                return
            k += 1
            continue
        return


def _agent_genitive(nominal: CasePhrase, reader: Reader) -> None:
    """ "поставки Ирана": a party in the genitive of a transfer is who gives; of what is told to another, who
    says.
    """
    inner = nominal.of
    if inner is None:
        return
    thing = reader.read(inner)
    if thing.sort not in ("actor", "place") or (thing.sort == "place" and thing.capital is None):
        return
    frames = [load_frames()[name] for name in reader.nominals[nominal.head_token.low]]
    if frames and all("of" not in f.actor and f.kind != "designation" for f in frames):
        nominal.of = None
        nominal.trailing.insert(0, ("by", inner))
