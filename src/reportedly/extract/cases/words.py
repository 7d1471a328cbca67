"""The words of a sentence in a case-marking language: class, cases, and the readings of verbs.

`Token.low` becomes the dictionary form where the pack lists the word (the English word, where one stands for
it), so that what is shared with other languages can look it up; `Token.tag` is set as for English. Cases
stand in a parallel row of `Word`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.extract.cases import endings
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token
from reportedly.languages.declension import (
    ACCUSATIVE,
    ANY,
    GENITIVE,
    NOMINATIVE,
    adjective_forms,
    cases_of_name,
)
from reportedly.languages.pack import Pack

_POINTS = ("южн", "северн", "восточн", "западн", "центральн", "півн", "півд", "східн", "західн")
_COMPASS = ("ый", "ая", "ое", "ого", "ому", "ым", "ом", "ой", "ую", "ий", "а", "е", "ій", "ої", "ою", "у")
_QUOTES = frozenset("\"“”«»„‘’'")
_DASHES = frozenset("-–—―")
_VERB_ORDER = {
    "past": 0,
    "impers": 1,
    "short": 2,
    "pres": 3,
    "fut": 3,
    "inf": 4,
    "ger": 5,
    "act": 6,
    "part": 7,
}
_NOMINAL = frozenset({"N", "NAME", "ENT"})


@dataclass(slots=True)
class Word:
    """What the analyser knows of a token: `code` is that of a verb's form (see the pack), `mask` the cases of
    a nominal.
    """

    token: Token
    said: str
    """The word as it stands, lower case, ё as е."""
    mask: int = 0
    code: str = ""
    lemma: str = ""
    adjectival: bool = False
    animate: bool = False

    @property
    def tag(self) -> str:
        return self.token.tag

    @property
    def form(self) -> str:
        return self.code.split(":", 1)[0].removeprefix("r") if self.code else ""

    @property
    def reflexive(self) -> bool:
        return self.code.startswith("r")


class Tagger:
    """Tags tokens of one language."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.pack: Pack = reader.pack
        self.language = reader.pack.language
        data = reader.pack.data
        self.verbs: dict[str, list[list[str]]] = data["verb_forms"]
        self.nouns: dict[str, list[str]] = data["noun_forms"]
        self.pronouns: dict[str, list[str]] = data["pronoun_forms"]
        self.determiners: dict[str, str] = data["determiner_forms"]
        self.possessives = {form: gloss for gloss, forms in data["possessives"].items() for form in forms}
        self.auxiliaries = {form: aux for aux, forms in data["auxiliaries"].items() for form in forms}
        self.negations = reader.pack.words("negations")
        self.not_verbs = reader.pack.words("stems", "not_verbs")
        self.closed = reader.pack.tags
        self.relative_forms: dict[str, str] = data["relative_forms"]
        self.relative = tuple(data["relative"])
        self.quantifiers = reader.pack.words("quantifiers")
        self.relative_words = reader.pack.words("relative_words")
        self.complementisers = reader.pack.words("complementisers")

    def tag(self, tokens: Sequence[Token]) -> list[Word]:
        words = [Word(t, t.text.lower().replace("ё", "е").replace("’", "'")) for t in tokens]
        _whole_names(tokens)
        for i, word in enumerate(words):
            self._first(word, i, words)
        for i, word in enumerate(words):
            if word.adjectival and word.token.tag == "ADJ?":
                self._settle(word, i, words)
            elif word.tag == "N" and len(self.nouns.get(word.said, ())) > 2:
                self._substantive(word, i, words)
        return words

    # -- one word -----------------------------------------------------------------------------------

    def _first(self, word: Word, i: int, words: Sequence[Word]) -> None:
        token, said = word.token, word.said
        if token.date is not None:
            token.tag = "TIME"
        elif token.match is not None:
            self._named(word)
        elif token.quantity is not None:
            token.tag, word.mask = "QTY", ANY
        elif not said[0].isalnum():
            token.tag = self._mark(i, words)
        else:
            self._plain(word, i, words)

    def _mark(self, i: int, words: Sequence[Word]) -> str:
        text = words[i].token.text
        if text in _QUOTES:
            return '"'
        if text in _DASHES:
            tight = (
                i > 0
                and words[i - 1].token.end == words[i].token.start
                and i + 1 < len(words)
                and words[i + 1].token.start == words[i].token.end
            )
            return "HYPH" if text in "-–" and tight else "—"
        return text

    def _named(self, word: Word) -> None:
        token = word.token
        assert token.match is not None
        if token.match.weak and self._weak_verb(word):
            return
        token.tag = "ENT"
        names = token.match.names
        name = names[0]
        word.adjectival = all(n.type == "demonym" for n in names)
        entity = self.reader.lexicon.entities[name.entity]
        if word.adjectival:
            word.mask = (
                adjective_forms(name.text.lower().replace("ё", "е"), self.language).get(word.said, 0)
                or endings.adjective(word.said, self.language)[0]
                or ANY
            )
            return
        word.animate = entity.category in ("person", "people", "armed_group") and name.type in (
            "people",
            "name",
        )
        mask = 0
        # A name that two languages share is kept once, with one of them.
        for other in [n for n in names if n.language == self.language] or names:
            if not other.text.isascii():
                mask |= cases_of_name(
                    token.text, other.text, self.language, animate=entity.category in ("person", "people")
                )
        word.mask = mask or ANY
        if entity.kind == "materiel":
            word.mask = _inanimate(word.mask)

    def _weak_verb(self, word: Word) -> bool:
        if word.said not in self.verbs or word.said in self.nouns:
            return False
        self._as_verb(word)
        return True

    def _as_verb(self, word: Word) -> None:
        readings = sorted(
            self.verbs[word.said],
            key=lambda r: (r[1].startswith("r"), _VERB_ORDER.get(r[1].split(":")[0].removeprefix("r"), 9)),
        )
        lemma, code = readings[0]
        word.lemma, word.code = lemma, code
        if word.form in ("part", "act"):
            mask = 0
            for reading in readings:
                if reading[1].split(":")[0].removeprefix("r") in ("part", "act"):
                    mask |= int(reading[1].rsplit(":", 1)[1])
            word.mask = mask
        word.token.tag, word.token.lemma, word.token.verb = "V", lemma, word.form

    def _plain(self, word: Word, i: int, words: Sequence[Word]) -> None:
        token, said = word.token, word.said
        if said in self.determiners and (said not in self.pronouns or self._before_nominal(i, words)):
            token.tag, word.mask, token.low = "DET", int(self.determiners[said]), "this"
        elif said in self.negations:
            token.tag = "NEG"
        elif said in self.auxiliaries:
            token.tag, word.lemma = "AUX", self.auxiliaries[said]
        elif said in self.pronouns and not (said in self.possessives and self._before_nominal(i, words)):
            english, open_cases = self.pronouns[said]
            token.tag, token.low, word.mask = "PRON", english, int(open_cases)
        elif said in self.possessives:
            token.tag, word.mask = (
                "POSSDET",
                ANY
                if said in ("их", "его", "ее", "їх", "його", "її")
                else endings.adjective(said, self.language)[0] or ANY,
            )
            token.low = self.possessives[said]
        elif said in self.relative_forms:
            token.tag, word.mask, token.low = "REL", int(self.relative_forms[said]), "which"
        elif said.startswith(self.relative) and endings.adjective(said, self.language)[0]:
            token.tag, word.mask, token.low = "REL", endings.adjective(said, self.language)[0], "which"
        elif said in self.relative_words:
            token.tag, word.mask, token.low = "REL", ANY, "where"
        elif said in self.complementisers:
            token.tag = "COMP"
        elif said in self.quantifiers:
            token.tag, word.mask = "QTY", ANY
        elif said in self.closed:
            token.tag = self.closed[said]
        elif said in self.nouns:
            noun, cases = self.nouns[said][:2]
            token.tag, token.low, word.mask, word.lemma = "N", noun, int(cases), noun
        elif said in self.verbs:
            self._as_verb(word)
        else:
            self._unlisted(word, i, words)
            if token.tag == "NAME" and i + 1 < len(words) and words[i + 1].token.match is not None:
                # "Южный Ливан", "Северная Корея": part of the name of what follows.
                mask, needs = endings.adjective(said, self.language)
                if mask and not needs:
                    token.tag, word.mask, word.adjectival = "ADJ", mask, True

    def _before_nominal(self, i: int, words: Sequence[Word]) -> bool:
        if i + 1 >= len(words):
            return False
        following = words[i + 1].token
        if following.match is not None:
            return True
        said = words[i + 1].said
        return (
            said[0].isalpha()
            and said not in self.closed
            and said not in self.verbs
            and said not in self.auxiliaries
            and said not in self.negations
        )

    def _unlisted(self, word: Word, i: int, words: Sequence[Word]) -> None:
        token, said = word.token, word.said
        if said[0].isdigit():
            token.tag, word.mask = "QTY", ANY
            return
        if token.text[0].isupper() and (token.text.isupper() or not _opens(i, words)):
            token.tag, word.mask = "NAME", self._name_mask(token.text)
            return
        if said.isascii():
            token.tag, word.mask = "NAME" if token.text[0].isupper() else "N", ANY
            return
        mask, needs = endings.adjective(said, self.language)
        code = "" if said in self.not_verbs else endings.verb(said, self.language)
        if code and not (mask and not needs):
            word.code, word.lemma = code, said
            token.tag, token.lemma, token.verb = "V", said, word.form
        elif mask and not needs:
            token.tag, word.mask, word.adjectival = "ADJ", mask, True
        elif mask:
            token.tag, word.mask, word.adjectival = "ADJ?", mask, True
        elif endings.adverb(said, self.language):
            token.tag = "ADV"
        elif token.text[0].isupper():
            token.tag, word.mask = "NAME", self._name_mask(token.text)
        else:
            token.tag, word.mask = "N", endings.noun(said, self.language)

    def _name_mask(self, text: str) -> int:
        if text.isupper() or not text.isalpha() or text.isascii():
            return ANY
        return endings.noun(text.lower(), self.language) | endings.adjective(text.lower(), self.language)[0]

    def _substantive(self, word: Word, i: int, words: Sequence[Word]) -> None:
        """ "военных" is a noun, "военных инструкторов" begins with an adjective."""
        following = words[i + 1] if i + 1 < len(words) else None
        if following is None or following.tag not in ("N", "ENT", "ADJ?"):
            return
        described = following.tag == "ADJ?" or not following.adjectival
        if described and endings.agree(word.mask, following.mask):
            word.token.tag, word.token.low, word.adjectival, word.lemma = "ADJ", word.said, True, ""

    def _settle(self, word: Word, i: int, words: Sequence[Word]) -> None:
        """An ending that adjectives share with nouns: an adjective where an agreeing noun follows."""
        token = word.token
        for k in range(i + 1, min(len(words), i + 4)):
            other = words[k]
            if other.tag in _NOMINAL and not other.adjectival:
                agrees = endings.agree(word.mask, other.mask)
                token.tag = "ADJ" if agrees else "N"
                break
            if other.tag not in ("ADJ", "ADJ?", '"') and not (other.adjectival and other.tag == "ENT"):
                token.tag = "N"
                break
        else:
            token.tag = "N"
        if token.tag == "N":
            word.adjectival = False
            if endings.adverb(word.said, self.language):
                token.tag, word.mask = "ADV", 0
                return
            word.mask = endings.noun(word.said, self.language)


def _opens(i: int, words: Sequence[Word]) -> bool:
    """True for the first word of a sentence or of speech in it, whose capital says nothing."""
    return (
        i == 0
        or words[i - 1].token.text in ":.!?—–"
        or (words[i - 1].tag == '"' and (i == 1 or words[i - 2].token.text in ":—–"))
    )


def _whole_names(tokens: Sequence[Token]) -> None:
    """Undo names that are only part of a longer one: «Южному маяку», Levant Ledger."""
    for token, following in itertools.pairwise(tokens):
        if (
            token.match is not None
            and following.match is not None
            and token.text.lower().endswith(_COMPASS)
            and token.text.lower().startswith(_POINTS)
        ):
            token.match = None
    i = 0
    while i < len(tokens):
        quoted = tokens[i].text in "«„“"
        first = i + 1 if quoted else i
        last = first
        if quoted:
            while last < len(tokens) and tokens[last].text not in "»”“" and last < first + 5:
                last += 1
            closed = last < len(tokens) and tokens[last].text in "»”“"
        else:
            while last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].text.isascii():
                last += 1
            closed = last - first > 1
        inner = tokens[first:last]
        if closed and len(inner) > 1 and all(t.text[0].isalnum() and t.quantity is None for t in inner):
            for token in inner:
                if token.match is not None and token.match.names[0].entity.startswith(("place/", "state/")):
                    token.match = None
        i = max(last, i + 1)


def _inanimate(mask: int) -> int:
    """Things take the accusative of the nominative: a plural genitive is none."""
    if mask != ANY and mask & GENITIVE and not mask & NOMINATIVE:
        return mask & ~ACCUSATIVE
    return mask
