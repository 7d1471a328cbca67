"""Phrases of a case-marking sentence: noun phrases with their genitives and names beside them, verb groups, marks."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.cases.endings import agree
from reportedly.extract.cases.words import Word
from reportedly.extract.phrases import NounPhrase
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token
from reportedly.languages.declension import ACCUSATIVE, ANY, DATIVE, GENITIVE, NOMINATIVE

_APPOSED = frozenset(
    {
        "group",
        "movement",
        "organisation",
        "party",
        "company",
        "channel",
        "newspaper",
        "agency",
        "site",
        "magazine",
        "radio",
        "outlet",
        "militia",
        "brigade",
        "battalion",
        "unit",
        "network",
        "manufacturer",
        "alliance",
        "port",
        "town",
        "village",
        "airfield",
        "base",
        "country",
        "republic",
        "province",
        "region",
        "crossing",
        "front",
    }
)


class CasePhrase(NounPhrase):
    """A noun phrase with its cases."""

    __slots__ = ("adjectival", "counted", "mask", "participles", "reach", "voice")

    def __init__(self, tokens: Sequence[Token], start: int, end: int, head: int, mask: int) -> None:
        super().__init__(tokens, start, end, head)
        self.mask = mask
        self.reach = end
        """Where the phrase with its genitives ends; `end` is where its own words do."""
        self.voice = ""
        """`speaker` or `outlet` where a verb of saying makes the phrase one."""
        self.counted = False
        self.adjectival = False
        self.participles: list[tuple[Word, list[Item]]] = []
        """Participles that modify the phrase, each with the row of what depends on it."""


class VerbWords:
    """A verb with its auxiliaries."""

    __slots__ = ("adverbs", "aux", "end", "negated", "start", "word")

    def __init__(self, word: Word, start: int, end: int) -> None:
        self.word = word
        self.start = start
        self.end = end
        self.aux: list[str] = []
        self.negated = False
        self.adverbs: list[str] = []

    @property
    def form(self) -> str:
        return self.word.form

    @property
    def finite(self) -> bool:
        return self.form in ("past", "pres", "fut", "short", "impers") or (self.form == "" and bool(self.aux))


class Item:
    """One unit of the row: `kind` is NP VG P CC COMP REL SUB ACC CITE INCL ABOUT TIME ADV NEG PART or the mark itself."""

    __slots__ = ("end", "kind", "mask", "np", "start", "vg", "word")

    def __init__(self, kind: str, start: int, end: int, word: str = "", mask: int = 0) -> None:
        self.kind = kind
        self.mask = mask
        self.start = start
        self.end = end
        self.word = word
        self.np: CasePhrase | None = None
        self.vg: VerbWords | None = None

    def __repr__(self) -> str:
        return (
            repr(self.np)
            if self.np
            else f"{self.kind}:{self.word}" + (f"({self.vg.word.said})" if self.vg else "")
        )


class Phraser:
    """Makes the row of one sentence."""

    def __init__(self, words: list[Word], tokens: Sequence[Token], reader: Reader) -> None:
        self.words = words
        self.tokens = tokens
        self.reader = reader
        self.pack = reader.pack
        self.multiword = _multiword(reader)

    def row(self, start: int, end: int) -> list[Item]:
        """The items of the words `[start, end)`. Every word is in exactly one, but for quotation marks, which are dropped."""
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
                item = Item("NP", i, phrase.reach)
                item.np = phrase
                out.append(item)
                return phrase.reach
            out.append(Item("ADV", i, i + 1, word.said))
            return i + 1
        out.append(Item(tag, i, i + 1, word.said, word.mask))
        return i + 1

    # -- verbs ------------------------------------------------------------------------------------------------------

    def _verb(self, i: int, end: int) -> VerbWords | None:
        """A verb with negation, auxiliaries and adverbs before it: "не была передана", "будет поставлять", "может передать"."""
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

    # -- participles ------------------------------------------------------------------------------------------------

    def _participle(self, i: int, end: int, out: list[Item]) -> int:
        """A full participle: before its noun ("поставленные Россией ракеты") it goes with the phrase; after it, it opens a segment."""
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
            item = Item("NP", head.start, head.reach)
            item.np = head
            out.append(item)
            return head.reach
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
                k = inner.reach if inner is not None else k + 1
                continue
            if self.words[k].tag in ("N", "ENT", "NAME", "ADJ", "QTY", "DET", "POSSDET"):
                phrase = self.noun_phrase(k, limit)
                if phrase is None:
                    k += 1
                    continue
                if agree(mask, phrase.mask) and not phrase.pronoun:
                    phrase.mask = (phrase.mask & mask) or phrase.mask
                    return phrase
                k = phrase.reach
                continue
            k += 1
        return None

    def _antecedent_agrees(self, word: Word, out: Sequence[Item]) -> bool:
        before = next((item.np for item in reversed(out[:-1]) if item.np is not None), None)
        return before is not None and agree(before.mask, word.mask)

    # -- noun phrases -----------------------------------------------------------------------------------------------

    def noun_phrase(self, i: int, end: int) -> CasePhrase | None:
        """The phrase that begins at word `i`."""
        if self.words[i].tag == "PRON":
            phrase = CasePhrase(self.tokens, i, i + 1, i, self.words[i].mask)
            phrase.pronoun = True
            phrase.negated = self.words[i].token.low in ("nothing", "nobody")
            return phrase
        head, mask, counted, owner = self._modifiers(i, end)
        if head < 0:
            return None
        phrase = CasePhrase(self.tokens, i, head + 1, head, mask)
        phrase.owner = owner
        phrase.counted = counted
        phrase.adjectival = self.words[head].adjectival
        if counted:
            phrase.mask = (
                NOMINATIVE | ACCUSATIVE if (mask & GENITIVE and not mask & DATIVE) or mask == ANY else mask
            )
        self._extend(phrase, end)
        return phrase

    def _modifiers(self, i: int, end: int) -> tuple[int, int, bool, CasePhrase | None]:
        """Index of the head, the cases left open, whether a number counts it, and a possessor before it."""
        mask, k, counted, last = ANY, i, False, -1
        owner: CasePhrase | None = None
        while k < end:
            word = self.words[k]
            tag = word.tag
            if tag == "QTY":
                counted, last = True, k
            elif tag == "POSSDET":
                if word.mask != ANY and not agree(mask, word.mask):
                    break
                mask &= word.mask or ANY
                owner = CasePhrase(self.tokens, k, k + 1, k, ANY)
                owner.pronoun = True
            elif (
                tag in ("ADJ", "DET")
                or (tag == "ENT" and word.adjectival)
                or (tag == "V" and word.form in ("part", "act") and k > i)
            ):
                if not agree(mask, word.mask) and not counted:
                    break
                if tag == "ENT" and not self._nominal_ahead(k, end, mask & word.mask):
                    return k, mask & word.mask or word.mask, counted, owner
                mask = (mask & word.mask) or word.mask
            elif tag in ("N", "NAME", "ENT"):
                if not agree(mask, word.mask):
                    if counted and word.mask & GENITIVE:
                        return k, word.mask, counted, owner
                    break
                return k, (mask & word.mask), counted, owner
            elif (tag in ("CC", ",") and k > i and self._joins_adjectives(k, end)) or (
                tag in ('"', "HYPH", "ADV") and k > i
            ):
                pass
            else:
                break
            k += 1
        return (last, ANY, True, owner) if last >= 0 and k > last else (-1, 0, False, None)

    def _nominal_ahead(self, k: int, end: int, mask: int) -> bool:
        for j in range(k + 1, min(end, k + 6)):
            word = self.words[j]
            if word.tag in ("N", "ENT", "NAME") and not word.adjectival:
                return agree(mask, word.mask)
            if word.tag not in ("ADJ", "ENT", "CC", '"', "QTY", "DET", "HYPH") and not (
                word.tag == "V" and word.form in ("part", "act")
            ):
                return False
        return False

    def _joins_adjectives(self, k: int, end: int) -> bool:
        if k + 2 >= end:
            return False
        left, right = self.words[k - 1], self.words[k + 1]

        def modifier(w: Word) -> bool:
            return w.tag == "ADJ" or (w.tag == "ENT" and w.adjectival)

        return (
            modifier(left)
            and modifier(right)
            and agree(left.mask, right.mask)
            and (self.words[k + 2].tag in ("N", "ENT", "NAME") or modifier(self.words[k + 2]))
        )

    def _extend(self, phrase: CasePhrase, end: int) -> None:
        """Names beside the head and genitives after it."""
        while True:
            k = phrase.reach
            quoted = k < end and self.words[k].tag == '"'
            j = k + 1 if quoted else k
            if j >= end:
                return
            word = self.words[j]
            if word.tag == "HYPH" and j + 1 < end:
                phrase.end = phrase.reach = (
                    j + 2 if self.words[j + 1].tag in ("N", "NAME", "ENT", "QTY") else j + 1
                )
                continue
            if (
                word.tag in ("NAME", "ENT")
                and not word.adjectival
                and self._apposed(phrase, word, quoted=quoted)
            ):
                self._take_name(phrase, j, end, quoted=quoted)
                continue
            if (
                phrase.of is None
                and not (phrase.counted and phrase.head_token.tag == "QTY")
                and self._take_genitive(phrase, j, end)
            ):
                if phrase.head_token.tag in ("NAME",) or self.words[phrase.head].adjectival:
                    return
                continue
            if (
                phrase.of is None
                and phrase.counted
                and phrase.head_token.tag == "QTY"
                and self._take_genitive(phrase, j, end)
            ):
                continue
            return

    def _apposed(self, phrase: CasePhrase, word: Word, *, quoted: bool) -> bool:
        head = self.words[phrase.head]
        if phrase.adjectival:
            return False
        if head.tag == "NAME" and word.tag == "NAME" and not quoted:
            return agree(phrase.mask, word.mask) or word.mask == ANY
        if head.tag == "QTY":
            return False
        entity = self.reader.entity(word.token) if word.tag == "ENT" else None
        own = self.reader.entity(head.token) if head.tag == "ENT" else None
        if entity is not None and entity[0].kind == "materiel":
            fits = (
                word.mask == ANY or agree(word.mask, phrase.mask) or (quoted and bool(word.mask & NOMINATIVE))
            )
            if (own is not None and own[0].kind == "materiel") or head.tag == "N":
                return fits and (
                    own is not None
                    or head.lemma in self.pack.words("materiel_heads")
                    or quoted
                    or word.mask == ANY
                )
            return False
        if entity is not None and own is not None:
            return own[0].kind == "place" and entity[0].kind == "place" and False
        if entity is not None and head.tag == "N":
            person = entity[0].category == "person"
            if quoted or (head.lemma in _APPOSED and not self._designation(phrase)):
                return (quoted and bool(word.mask & NOMINATIVE) and not self._designation(phrase)) or agree(
                    word.mask, phrase.mask
                )
            return person and agree(word.mask, phrase.mask) and word.mask != ANY
        if word.tag == "NAME" and head.tag in ("N", "ENT"):
            if own is not None and own[0].category != "class" and own[0].kind != "materiel":
                return False
            if (
                word.mask == ANY
                and word.said.isalpha()
                and word.token.text.isupper()
                and not quoted
                and head.lemma not in _APPOSED
            ):
                return False
            return quoted or agree(phrase.mask, word.mask)
        return False

    def _designation(self, phrase: CasePhrase) -> bool:
        """ "террористической организацией КСИР не считает": what it is called stands beside what is called so."""
        return any(
            w.said.startswith(("террор", "терор", "экстрем", "екстрем"))
            for w in self.words[phrase.start : phrase.head]
        )

    def _take_name(self, phrase: CasePhrase, j: int, end: int, *, quoted: bool) -> None:
        """Take the name at `j` into the phrase: to the closing quotation mark, or the run of names."""
        head = self.words[phrase.head]
        k = j + 1
        if quoted:
            while k < end and self.words[k].tag != '"' and k < j + 7:
                k += 1
            stop = k + 1 if k < end and self.words[k].tag == '"' else j + 1
        else:
            stop = k
        inner = range(j, min(stop, end))
        named = next((x for x in inner if self.words[x].tag == "ENT" and not self.words[x].adjectival), None)
        if named is not None:
            phrase.head = named
        elif head.tag == "NAME" or (not quoted and head.tag == "N"):
            phrase.head = stop - 1
        phrase.end = phrase.reach = stop

    def _take_genitive(self, phrase: CasePhrase, j: int, end: int) -> bool:
        """Attach the genitive that begins at `j`; a feminine that may be a dative stays free where goods stand before a party."""
        word = self.words[j]
        if word.tag not in ("N", "NAME", "ENT", "ADJ", "QTY", "DET", "POSSDET") and not (
            word.tag == "V" and word.form in ("part", "act")
        ):
            return False
        if word.tag == "V":
            return False
        inner = self.noun_phrase(j, end)
        if inner is None or not inner.mask & GENITIVE or inner.pronoun:
            return False
        if self._named_party(phrase) and self._named_party(inner) and inner.mask & DATIVE:
            return False
        if self._designation(phrase) and inner.mask == ANY:
            return False
        measured = self.words[phrase.head].lemma in self.pack.words("measure_nouns") | self.pack.words(
            "materiel_heads"
        ) | self.pack.words("stock_nouns")
        nominal = (
            phrase.head_token.low in self.reader.nominals or measured or phrase.counted or self._goods(phrase)
        )
        if inner.mask == ANY and self._goods(inner) and not nominal:
            return False
        if (
            self._party(phrase)
            and self.reader.entity(phrase.head_token, "state", "actor", "place") is not None
            and (self._goods(inner) or inner.counted)
        ):
            return False
        if inner.mask & DATIVE and self._party(inner) and self._goods(phrase):
            return False
        if (
            inner.mask & NOMINATIVE
            and inner.mask & ACCUSATIVE
            and inner.mask != ANY
            and not phrase.counted
            and self._party(inner)
            and self._goods(phrase)
        ):
            return False
        phrase.of = inner
        phrase.reach = inner.reach
        return True

    def _party(self, np: CasePhrase) -> bool:
        hit = self.reader.entity(np.head_token, "state", "actor", "place")
        return (
            hit is not None
            or self.words[np.head].lemma in self.reader.group_nouns
            or self.words[np.head].lemma in self.reader.state_nouns
        )

    def _named_party(self, np: CasePhrase) -> bool:
        return not np.adjectival and self.reader.entity(np.head_token, "state", "actor") is not None

    def _goods(self, phrase: CasePhrase) -> bool:
        at: NounPhrase | None = phrase
        while at is not None:
            if self.reader.entity(at.head_token, "materiel") is not None:
                return True
            at = at.of
        return False

    # -- words read as one ------------------------------------------------------------------------------------------

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
