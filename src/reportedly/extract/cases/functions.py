"""Which phrase of a clause is its subject, its object, its recipient: by case first, then by what the phrase
names.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.cases.endings import cases_only
from reportedly.extract.cases.items import CasePhrase, Item
from reportedly.extract.cases.prepositions import normal_form
from reportedly.extract.cases.words import Word
from reportedly.extract.clauses import Argument, Clause
from reportedly.extract.things import Reader
from reportedly.languages.declension import ANY
from reportedly.languages.frames import load_frames

_N, _G, _D, _A, _I, _L = 1, 2, 4, 8, 16, 32
_INTRANSITIVE = frozenset({"arrive"})
_PARTIES = frozenset({"actor", "place", "pronoun", "outlet", "document", "carrier"})
_TAKING = frozenset({"capture", "buy", "order", "request"})


class Functions:
    """Reads the arguments of one clause."""

    def __init__(self, reader: Reader, clause: Clause, word: Word) -> None:
        self.reader = reader
        self.clause = clause
        self.word = word
        self.frames = {name for _, name in reader.pack.predicates.get(clause.lemma, ())}
        kinds = {load_frames()[name].kind for name in self.frames}
        self.moving = "transfer" in kinds or "deploy" in self.frames
        self.captor: CasePhrase | None = None
        self.impersonal = word.form == "impers"

    def assign(self, items: Sequence[Item], relative: tuple[Item, CasePhrase] | None) -> None:
        """Add to the clause an argument for every phrase of `items`; `relative` is the pronoun of a relative
        clause and its noun.
        """
        bare: list[tuple[CasePhrase, int, int]] = []
        k = 0
        while k < len(items):
            item = items[k]
            if item.kind == "P" and k + 1 < len(items):
                self._governed(item, items[k + 1], relative)
                k += 2
                continue
            if item.np is not None:
                bare.append((item.np, item.np.mask, item.start))
            elif relative is not None and item is relative[0]:
                if item.word in ("где", "де"):
                    self._add("in", relative[1])
                elif item.word in ("куда", "куди"):
                    self._add("to", relative[1])
                elif item.word in ("откуда", "звідки"):
                    self._add("from", relative[1])
                else:
                    bare.append((relative[1], item.mask, item.start))
            k += 1
        if self.clause.passive:
            self._passive(bare)
        else:
            self._active(bare)

    def _add(self, function: str, np: CasePhrase) -> None:
        self.clause.arguments.append(Argument(function, np))

    def _governed(self, preposition: Item, item: Item, relative: tuple[Item, CasePhrase] | None) -> None:
        np, mask = item.np, item.np.mask if item.np is not None else item.mask
        if relative is not None and item is relative[0]:
            np = relative[1]
        if np is None:
            return
        function = normal_form(preposition.word, mask, self.reader.pack, moving=self.moving)
        if function == "into":
            function = "to"
        if (
            function == "from"
            and preposition.word in ("у", "в", "у")
            and not self.frames & {"receive", "buy", "order", "request", "borrow", "capture", "seize"}
        ):
            function = "with"
        if (
            preposition.word in ("в", "у")
            and self.frames & _TAKING
            and mask & (2 | 2 << 6)
            and function in ("in", "to")
        ):
            function = "from"
        if function == "with" and self.frames & {"seize"} and self.reader.read(np).sort == "materiel":
            function = "of"
        if (
            function == "in"
            and self.frames & {"buy", "order"}
            and self.reader.entity(np.head_token, "state") is not None
        ):
            function = "from"
        if (
            self.frames & {"capture"}
            and function in ("in", "on")
            and np.of is not None
            and np.head_token.low in self.reader.stock_nouns
        ):
            function, np = "from", np.of  # type: ignore[assignment]
        if (
            function in ("in", "to")
            and self.frames & {"request"}
            and self.reader.read(np).sort in ("actor", "place")
        ):
            function = "from"
        self._add(function, np)

    # -- passive ------------------------------------------------------------------------------------

    def _passive(self, bare: Sequence[tuple[CasePhrase, int, int]]) -> None:
        agent = False
        for np, mask, _ in bare:
            cases = cases_only(mask)
            if (cases & _N and mask != ANY) or (self.impersonal and cases & _A and mask != ANY):
                self._add("obj", np)
            elif mask == ANY:
                self._add(
                    "obj" if not any(a.function == "obj" for a in self.clause.arguments) else "iobj", np
                )
            elif cases & _I and not (cases & _D and agent) and not self._designated(np):
                self._add("by", np)
                agent = True
            elif cases & _I:
                self._add("as", np)
            elif cases & _D:
                self._add("iobj", np)
            elif cases & _G and self.clause.negated:
                self._add("obj", np)

    def _designated(self, np: CasePhrase) -> bool:
        """ "признан террористической организацией": what it is called, not who calls it."""
        return "designate" in self.frames and self.reader.read(np).id is None

    # -- active -------------------------------------------------------------------------------------

    def _active(self, bare: Sequence[tuple[CasePhrase, int, int]]) -> None:
        open_: list[tuple[CasePhrase, int]] = []
        subject: CasePhrase | None = None
        for np, mask, start in bare:
            cases = cases_only(mask)
            if mask == ANY or (cases & _N and cases & (_A | _D | _G)):
                open_.append((np, mask))
            elif cases & _N:
                if subject is None and self._agrees(np, mask):
                    subject = np
                    self._add("subj", np)
                else:
                    open_.append((np, mask))
            elif cases & _A and not (cases & _G and self.reader.read(np).sort == "materiel"):
                self._add("obj", np)
            elif cases & _I and self.reader.read(np).sort == "materiel":
                self._add("with", np)
            elif cases & _I and np.pronoun and self.clause.lemma.endswith("ся"):
                self._add("obj", np)
            elif cases & _D:
                self._add("to" if self.frames & _INTRANSITIVE else "iobj", np)
            elif cases & _I:
                self._add("as" if self._designated(np) else "with", np)
            elif cases & _G:
                self._add("obj", np)
            del start
        self._settle(open_, subject)
        self._stood_for()

    def _settle(self, open_: list[tuple[CasePhrase, int]], subject: CasePhrase | None) -> None:
        """Phrases that may be subject or object: a party that agrees with the verb is the subject, goods are
        the object.
        """
        if subject is None:
            chosen = self._subject(open_)
            if chosen is not None:
                self._add("subj", chosen)
                open_ = [(np, mask) for np, mask in open_ if np is not chosen]
        for np, mask in sorted(open_, key=lambda pair: self.reader.read(pair[0]).sort != "materiel"):
            cases = cases_only(mask)
            if np is self.captor and self.reader.read(np).sort == "materiel":
                continue
            taken = any(a.function == "obj" for a in self.clause.arguments)
            sort = self.reader.read(np).sort
            if sort == "materiel":
                self._add("subj" if self.frames & _INTRANSITIVE and not cases & _G else "obj", np)
            elif cases & _D and (mask != ANY or taken) and sort in ("actor", "place", "pronoun"):
                self._add("iobj", np)
            elif cases & _A:
                self._add("obj" if not taken else "obj2", np)
            elif cases & _D:
                self._add("iobj", np)
            else:
                self._add("obj", np)

    def _stood_for(self) -> None:
        """ "Россияне с нами, они нас вооружают": a subject pronoun beside a name that could be the subject
        stands for it; "ничего" given is what was spoken of.
        """
        arguments = self.clause.arguments
        subject = next((a for a in arguments if a.function == "subj" and a.phrase.pronoun), None)
        named = next(
            (
                a
                for a in arguments
                if a.function in ("obj", "obj2")
                and isinstance(a.phrase, CasePhrase)
                and a.phrase.mask & 65
                and self.reader.sort(a.phrase) == "actor"
            ),
            None,
        )
        if (
            subject is not None
            and named is not None
            and subject.phrase.head_token.low in ("they", "it", "he")
            and named.phrase.start < subject.phrase.start
        ):
            arguments.remove(subject)
            named.function = "subj"
        if self.moving:
            for argument in arguments:
                if argument.function == "obj" and argument.phrase.head_token.low == "nothing":
                    argument.phrase.head_token.low = "them"
                    argument.phrase.negated = False

    def _subject(self, open_: Sequence[tuple[CasePhrase, int]]) -> CasePhrase | None:
        fitting = [np for np, mask in open_ if cases_only(mask) & _N and self._agrees(np, mask)]
        if not fitting:
            return None
        if self.clause.lemma in self.reader.pack.words("light", "happen") or self.clause.lemma in (
            "take place",
            "continue",
            "begin",
        ):
            happening = next((np for np in fitting if np.head_token.low in self.reader.nominals), None)
            if happening is not None:
                return happening
        for np in fitting:
            thing = self.reader.read(np)
            if thing.sort in ("actor", "outlet", "pronoun") or (
                thing.sort == "place" and thing.capital is not None
            ):
                return np
        if self.frames & _INTRANSITIVE:
            return fitting[0]
        claims = self.reader.pack.words("report", "allegation_nouns") | self.reader.pack.words(
            "report", "nouns"
        )
        if self.frames & {"seize"} and len(open_) > 1:
            # A patrol boat that stops another boat.
            self.captor = fitting[0]
            return fitting[0] if self.reader.read(fitting[0]).sort != "materiel" else None
        return next(
            (
                np
                for np in fitting
                if self.reader.read(np).sort not in ("materiel", "place") and np.head_token.low not in claims
            ),
            None,
        )

    def _agrees(self, np: CasePhrase, mask: int) -> bool:
        """Number of the verb against that of the phrase."""
        agreement = self.word.code.rsplit(":", 1)[-1] if self.word.code else ""
        if agreement == "p":
            return bool(mask >> 6) or bool(np.members) or np.counted
        if agreement in ("m", "f", "n", "s"):
            return bool(mask & 0b111111) or (np.counted and agreement in ("n", "s"))
        return True
