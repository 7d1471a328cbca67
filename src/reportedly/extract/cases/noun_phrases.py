"""Noun phrases with their genitives and the names beside them."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.cases.endings import agree
from reportedly.extract.cases.items import CasePhrase
from reportedly.extract.cases.words import Word
from reportedly.extract.constituents import NounPhrase
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


class NounPhrases:
    """Makes the noun phrases of one sentence."""

    def __init__(self, words: list[Word], tokens: Sequence[Token], reader: Reader) -> None:
        self.words = words
        self.tokens = tokens
        self.reader = reader
        self.pack = reader.pack

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
            k = phrase.stretch
            quoted = k < end and self.words[k].tag == '"'
            j = k + 1 if quoted else k
            if j >= end:
                return
            word = self.words[j]
            if word.tag == "HYPH" and j + 1 < end:
                phrase.end = phrase.stretch = (
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
        """ "террористической организацией КСИР не считает": the name stands beside what it is called."""
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
        phrase.end = phrase.stretch = stop

    def _take_genitive(self, phrase: CasePhrase, j: int, end: int) -> bool:
        """Attach the genitive that begins at `j`; a feminine that may be a dative stays free where goods
        stand before a party.
        """
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
        phrase.stretch = inner.stretch
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
