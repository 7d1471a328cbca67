"""Words outside the clauses that say who says it: "по словам X", "как сообщает X", ", заявил X", "со ссылкой
на X".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportedly.extract.cases.items import CasePhrase, Item
from reportedly.extract.cases.words import Word
from reportedly.extract.clauses import Cue
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.things import Reader
from reportedly.languages.declension import ANY, DATIVE, INSTRUMENTAL, NOMINATIVE

_EDGE = frozenset({",", "—", "!", "?", ".", "…", ";", ":"})
_HOW = frozenset({"как", "як"})
Found = tuple[list[Cue], int, int]


def cut_cues(row: list[Item], words: Sequence[Word], reader: Reader) -> tuple[list[Cue], list[Item]]:
    """The cues of a row, nearest the fact first, and the row without them."""
    cutter = _Cutter(words, reader)
    cues: list[Cue] = []
    i = 0
    while i < len(row):
        found = cutter.at(row, i)
        if found is None:
            i += 1
            continue
        more, start, end = found
        cues.extend(more)
        commas = (
            start > 0 and row[start - 1].kind in (",", "—") and end < len(row) and row[end].kind in (",", "—")
        )
        if commas and row[start - 1].kind == row[end].kind == "," and not _opens(row, end + 1):
            start, end = start - 1, end + 1
        elif start > 0 and row[start - 1].kind in (",", "—") and (end >= len(row) or row[end].kind in _EDGE):
            start -= 1
        elif start == 0 and end < len(row) and row[end].kind == ",":
            end += 1
        row = row[:start] + row[end:]
        i = start
    return cues, row


def _opens(row: Sequence[Item], k: int) -> bool:
    return k < len(row) and row[k].kind in ("COMP", "REL", "SUB", "PART")


class _Cutter:
    def __init__(self, words: Sequence[Word], reader: Reader) -> None:
        self.words = words
        self.reader = reader
        self.report = reader.pack.report_verbs

    def at(self, row: list[Item], i: int) -> Found | None:
        return (
            self._according(row, i)
            or self._citing(row, i)
            or self._how(row, i)
            or self._inverted(row, i)
            or self._inserted(row, i)
        )

    # -- phrases ------------------------------------------------------------------------------------

    def _according(self, row: Sequence[Item], i: int) -> Found | None:
        if row[i].kind != "ACC":
            return None
        if row[i].word in ("he", "it", "they"):
            np = self._pronoun(row[i], row[i].word)
            return [self._cue("according", "according", [np], [], [], row, i, i + 1)], i, i + 1
        if i + 1 >= len(row) or row[i + 1].np is None:
            return None
        source = row[i + 1].np
        assert source is not None
        hearers, places, cited, k = self._tail(row, i + 2)
        cue = self._cue("according", "according", source.conjuncts(), hearers, places, row, i, k)
        return [*cited, cue], i, self._relative(row, k)

    def _relative(self, row: Sequence[Item], k: int) -> int:
        """After a cue: over a clause that describes the source, to its closing comma."""
        if (
            k + 1 < len(row)
            and row[k].kind == ","
            and (
                row[k + 1].kind in ("REL", "PART")
                or (row[k + 1].kind == "P" and k + 2 < len(row) and row[k + 2].kind == "REL")
            )
        ):
            j = k + 2
            while j < len(row) and row[j].kind not in (",", "—", ".", ";"):
                j += 1
            return j
        return k

    def _pronoun(self, item: Item, word: str) -> CasePhrase:
        at = next(
            (k for k in range(item.start, item.end) if self.words[k].tag in ("PRON", "POSSDET")), item.start
        )
        self.words[at].token.low = word
        np = CasePhrase([w.token for w in self.words], at, at + 1, at, ANY)
        np.pronoun = True
        return np

    def _citing(self, row: Sequence[Item], i: int) -> Found | None:
        if row[i].kind != "CITE" or i + 1 >= len(row) or row[i + 1].np is None:
            return None
        np = row[i + 1].np
        assert np is not None
        k = i + 2
        hearers, places, cited, k = self._tail(row, k)
        return (
            [*cited, self._cue("citing", "cite", np.conjuncts(), hearers, places, row, i, k)],
            i,
            self._relative(row, k),
        )

    # -- verbs of saying ----------------------------------------------------------------------------

    def _how(self, row: Sequence[Item], i: int) -> Found | None:
        """ "как сообщает X", "как X рассказал Y"."""
        if row[i].word not in _HOW or i + 1 >= len(row):
            return None
        k = i + 1
        subject: CasePhrase | None = None
        leading: list[NounPhrase] = []
        while k < len(row) and row[k].kind not in _EDGE:
            item = row[k]
            if item.kind == "VG":
                if not self._says(item):
                    return None
                return self._verb(row, i, k, subject, leading)
            if item.np is not None and row[k - 1].kind == "P":
                leading.append(item.np)
            elif item.np is not None and item.np.mask & NOMINATIVE and subject is None:
                subject = item.np
            k += 1
        return None

    def _inverted(self, row: Sequence[Item], i: int) -> Found | None:
        """ "..., сообщил X", "— сказал X Y-у", "..., говорится в докладе"."""
        item = row[i]
        if item.kind != "VG" or not self._says(item) or i == 0 or row[i - 1].kind not in _EDGE:
            return None
        if not any(x.kind in ("VG", "NP", "PART", "TIME", "ADV") for x in row[: i - 1]):
            return None
        return self._verb(row, i, i, None, [])

    def _inserted(self, row: Sequence[Item], i: int) -> Found | None:
        """ "..., X утверждает, ..." and "..., отметили в Кремле": a subject, a verb of saying, and nothing
        that is said.
        """
        subject = row[i].np
        if subject is None or i == 0 or row[i - 1].kind not in _EDGE or not subject.mask & NOMINATIVE:
            return None
        k = i + 1
        while k < len(row) and row[k].kind in ("ADV", "TIME"):
            k += 1
        if k >= len(row) or row[k].kind != "VG" or not self._says(row[k]):
            return None
        end = self._tail(row, k + 1)[3]
        if end < len(row) and row[end].kind not in _EDGE:
            return None
        if not any(x.kind == "VG" for x in row[:i]) and not (end < len(row) - 1):
            return None
        if any(x.kind in ("COMP",) for x in row[end + 1 : end + 2]):
            return None
        return self._verb(row, i, k, subject, [])

    def _says(self, item: Item) -> bool:
        group = item.vg
        return (
            group is not None
            and group.finite
            and self.report.get(group.word.lemma) in ("say", "deny", "accuse")
            and group.form in ("past", "pres", "fut", "impers", "short")
        )

    def _verb(
        self, row: Sequence[Item], start: int, at: int, subject: CasePhrase | None, leading: list[NounPhrase]
    ) -> Found | None:
        group = row[at].vg
        assert group is not None
        hearers, places, cited, k = self._tail(row, at + 1)
        sources: list[NounPhrase] = list(subject.conjuncts()) if subject is not None else []
        if not sources:
            named = next((np for np in hearers if isinstance(np, CasePhrase) and np.mask & NOMINATIVE), None)
            if named is not None:
                hearers.remove(named)
                sources = list(named.conjuncts())
        if not sources and (leading or places):
            # "говорится в документе", "отметили в Кремле": the place speaks.
            where = leading or places
            sources, where[:] = [where[0]], where[1:]
        if (
            not sources
            or self.reader.sort(sources[0]) == "materiel"
            or any(self.reader.sort(np) == "materiel" for np in hearers)
        ):
            return None
        if k < len(row) and row[k].kind == "," and k + 1 < len(row) and row[k + 1].kind == "COMP":
            return None
        if k < len(row) and row[k].kind == "VG":
            return None
        kind: Literal["say", "deny", "accuse"] = "deny" if self.report[group.word.lemma] == "deny" else "say"
        cue = self._cue(
            kind,
            group.word.lemma,
            sources,
            hearers,
            [*places, *leading],
            row,
            start,
            k,
            negated=group.negated,
        )
        end = self._relative(row, k)
        return [*cited, cue], start, end

    def _tail(self, row: Sequence[Item], k: int) -> tuple[list[NounPhrase], list[NounPhrase], list[Cue], int]:
        """After a source or verb: who is told, where, whom it cites; index after it."""
        hearers: list[NounPhrase] = []
        places: list[NounPhrase] = []
        cited: list[Cue] = []
        while k < len(row):
            item = row[k]
            following = row[k + 1].np if k + 1 < len(row) else None
            if item.kind == "CITE" and following is not None:
                cited.append(self._cue("citing", "cite", following.conjuncts(), [], [], row, k, k + 2))
                k += 2
            elif item.kind in ("TIME", "ADV"):
                k += 1
            elif item.kind == "P" and (
                following is not None or (k + 1 < len(row) and row[k + 1].kind == "TIME")
            ):
                if following is not None:
                    places.append(following)
                k += 2
            elif item.np is not None and (item.np.mask & (DATIVE | NOMINATIVE | INSTRUMENTAL)):
                hearers.append(item.np)
                k += 1
            else:
                break
        return hearers, places, cited, k

    def _cue(
        self,
        kind: Literal["say", "deny", "accuse", "according", "citing"],
        verb: str,
        sources: Sequence[NounPhrase],
        hearers: Sequence[NounPhrase],
        places: Sequence[NounPhrase],
        row: Sequence[Item],
        start: int,
        end: int,
        *,
        negated: bool = False,
    ) -> Cue:
        for np in sources:
            if isinstance(np, CasePhrase):
                np.voice = np.voice or "speaker"
        for np in hearers:
            if isinstance(np, CasePhrase):
                np.voice = "outlet"
        first, last = (
            self.words[row[start].start].token,
            self.words[row[min(end, len(row)) - 1].end - 1].token,
        )
        return Cue(kind, verb, list(sources), list(hearers), first.start, last.end, negated, list(places))
