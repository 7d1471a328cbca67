"""The row of a case-marking sentence: noun phrases, verb groups, participles, marks."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.cases.endings import agree
from reportedly.extract.cases.items import CasePhrase, Item, VerbWords
from reportedly.extract.cases.noun_phrases import NounPhrases
from reportedly.extract.cases.words import Word
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token


class Phraser(NounPhrases):
    """Makes the row of one sentence."""

    def __init__(self, words: list[Word], tokens: Sequence[Token], reader: Reader) -> None:
        super().__init__(words, tokens, reader)
        self.multiword = _multiword(reader)

    def row(self, start: int, end: int) -> list[Item]:
        """The items of the words `[start, end)`. Every word is in exactly one, but for quotation marks, which
        are dropped.
        """
        out: list[Item] = []
        i = start
        while i < end:
            i = self._next(i, end, out)
        return out

    def _next(self, i: int, end: int, out: list[Item]) -> int:
        found = self._multi(i)
        if found is not None and found[0] <= end - i:
            length, kind, normal = found
            out.append(Item(kind, i, i + length, normal))
            return i + length
        word = self.words[i]
        tag = word.tag
        if tag == '"':
            return i + 1
        if tag in ("V", "AUX", "NEG"):
            if tag == "V" and word.form in ("part", "act"):
                return self._participle(i, end, out)
            group = self._verb(i, end)
            if group is not None:
                item = Item("VG", i, group.end, group.word.lemma)
                item.vg = group
                out.append(item)
                return group.end
            out.append(Item("NEG" if tag == "NEG" else "ADV", i, i + 1, word.said))
            return i + 1
        if tag in ("ADJ", "DET", "POSSDET", "QTY", "N", "NAME", "ENT", "PRON"):
            phrase = self.noun_phrase(i, end)
            if phrase is not None:
                item = Item("NP", i, phrase.stretch)
                item.np = phrase
                out.append(item)
                return phrase.stretch
            out.append(Item("ADV", i, i + 1, word.said))
            return i + 1
        out.append(Item(tag, i, i + 1, word.said, word.mask))
        return i + 1

    # -- verbs --------------------------------------------------------------------------------------

    def _verb(self, i: int, end: int) -> VerbWords | None:
        """A verb with negation, auxiliaries and adverbs before it: "не была передана", "будет поставлять",
        "может передать".
        """
        k, negated = i, False
        aux: list[str] = []
        adverbs: list[str] = []
        last = -1
        while k < end:
            word = self.words[k]
            if word.tag == "NEG":
                negated = True
            elif word.tag == "AUX":
                aux.append(word.lemma)
                last = k
            elif (
                word.tag == "ADV"
                and (aux or negated)
                and k + 1 < end
                and self.words[k + 1].tag in ("V", "AUX", "NEG", "ADV")
            ):
                adverbs.append(word.said)
            elif word.tag == "V" and word.form not in ("part", "act"):
                break
            else:
                k = end
                break
            k += 1
        if k < end and self.words[k].tag == "V":
            group = VerbWords(self.words[k], i, k + 1)
            group.negated, group.aux, group.adverbs = negated, aux, adverbs
            if (
                k + 1 < end
                and self.words[k + 1].lemma in ("was", "would", "will")
                and self.words[k + 1].tag == "AUX"
            ):
                group.aux.append(self.words[k + 1].lemma)
                group.end = k + 2
            return group
        if last >= 0:
            group = VerbWords(self.words[last], i, last + 1)
            group.negated, group.aux = negated, aux
            return group
        return None

    # -- participles --------------------------------------------------------------------------------

    def _participle(self, i: int, end: int, out: list[Item]) -> int:
        """A full participle: before its noun ("поставленные Россией ракеты") it goes with the phrase; after
        it, it opens a segment.
        """
        word = self.words[i]
        after_comma = bool(out) and out[-1].kind == ","
        limit = next(
            (
                k
                for k in range(i + 1, end)
                if self.words[k].tag in (",", ".", ";", ":", "—", "COMP", "REL", "SUB")
                or (self.words[k].tag == "V" and self.words[k].form not in ("part", "act"))
            ),
            end,
        )
        head = self._governed_noun(i, limit)
        if head is not None and not (after_comma and self._antecedent_agrees(word, out)):
            between = self.row(i + 1, head.start)
            head.participles.append((word, between))
            item = Item("NP", head.start, head.stretch)
            item.np = head
            out.append(item)
            return head.stretch
        item = Item("PART", i, i + 1, word.lemma)
        item.vg = VerbWords(word, i, i + 1)
        out.append(item)
        return i + 1

    def _governed_noun(self, i: int, limit: int) -> CasePhrase | None:
        k = i + 1
        mask = self.words[i].mask
        while k < limit:
            if self.words[k].tag == "P":
                inner = self.noun_phrase(k + 1, limit) if k + 1 < limit else None
                k = inner.stretch if inner is not None else k + 1
                continue
            if self.words[k].tag in ("N", "ENT", "NAME", "ADJ", "QTY", "DET", "POSSDET"):
                phrase = self.noun_phrase(k, limit)
                if phrase is None:
                    k += 1
                    continue
                if agree(mask, phrase.mask) and not phrase.pronoun:
                    phrase.mask = (phrase.mask & mask) or phrase.mask
                    return phrase
                k = phrase.stretch
                continue
            k += 1
        return None

    def _antecedent_agrees(self, word: Word, out: Sequence[Item]) -> bool:
        before = next((item.np for item in reversed(out[:-1]) if item.np is not None), None)
        return before is not None and agree(before.mask, word.mask)

    # -- words read as one --------------------------------------------------------------------------

    def _multi(self, i: int) -> tuple[int, str, str] | None:
        best: tuple[int, str, str] | None = None
        for parts, kind, normal in self.multiword.get(self.words[i].said, ()):
            length = len(parts)
            if (best is None or length > best[0]) and tuple(
                w.said for w in self.words[i : i + length]
            ) == parts:
                best = (length, kind, normal)
        return best


def _multiword(reader: Reader) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase, (kind, normal) in reader.pack.data.get("multiword", {}).items():
        parts = tuple(phrase.replace("ё", "е").split())
        table.setdefault(parts[0], []).append((parts, kind, normal))
    return table
