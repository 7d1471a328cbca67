"""Noun phrases on their way to a predicate: what hangs on them, the lists they end, the relative clauses
before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.claims import When
from reportedly.extract.clauses import Argument, Clause, Cue
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.particles.piece import Piece
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token


@dataclass(slots=True)
class Waiting:
    """A phrase or time that no predicate has taken yet. `function` "|" is the barrier of an open
    quotation."""

    function: str
    np: NounPhrase | None = None
    topic: bool = False
    when: When | None = None
    index: int = 0


class PhraseRow:
    """The noun phrases of one row of pieces, and what waits for a predicate."""

    def __init__(self, row: Sequence[Piece], tokens: Sequence[Token], reader: Reader) -> None:
        self.row, self.tokens, self.reader, self.pack = row, tokens, reader, reader.pack
        self.waiting: list[Waiting] = []
        self.clauses: list[Clause] = []
        self.cues: list[Cue] = []
        self.rel: list[Clause] = []
        """Relative clauses whose noun has not come yet."""
        self.hanging: list[tuple[str, NounPhrase]] = []
        """Phrases that belong to the next phrase (の, への, からの)."""
        self.quoted: list[Clause] = []
        self.subordinate: list[Clause] = []
        """Clauses in こと or の that wait for the predicate that governs them."""
        self.content: list[tuple[Clause, NounPhrase]] = []
        self.coordinate: list[Clause] = []
        self.counted: NounPhrase | None = None
        self.depth = 0
        self.levels: list[int] = []

    # -- phrases ---

    def _phrase(self, i: int, piece: Piece) -> None:
        np = piece.np
        assert np is not None
        self._attach_hanging(np)
        function = piece.function
        if function == "bare" and all(t.tag in ("QTY", "NUM") for t in np.words):
            self._count_last(np)
            return
        if function == "bare" and np.head_token.verb == "adverbial" and np.head_token.match is None:
            return
        if function.endswith("*"):
            if all(t.tag in ("QTY", "NUM") for t in np.words):
                self.counted = np
                return
            self.hanging.append((function[:-1], np))
            return
        if (
            self.counted is not None
            and np.quantity is None
            and self.reader.sort(np) in ("materiel", "carrier")
        ):
            np.head_token.quantity = self.counted.quantity
            self.counted = None
        if self._amount_of_last(np, function, piece.topic):
            return
        self._join_list(np)
        if self.rel and function != "list":
            self._fill_gaps(np)
        if function == "according":
            self._according(np, piece)
            return
        if function == "bare" and i + 1 < len(self.row) and self.row[i + 1].kind == "COMMA":
            if self._headline_topic(i, np):
                self.waiting.append(Waiting("topic", np, True, index=i))
                return
            function = "list"
        if function == "bare" and i + 1 < len(self.row) and self.row[i + 1].kind == "PRED":
            function = "obj"
        self.waiting.append(Waiting("topic" if piece.topic else function, np, piece.topic, index=i))

    def _headline_topic(self, i: int, np: NounPhrase) -> bool:
        """ "ドイツ国防省、ウクライナに戦車を供与すると表明。": the first phrase before a comma stands as
        topic without its particle."""
        if any(p.kind not in ("TIME", "STOP", "COMMA") for p in self.row[:i]) or self.reader.sort(np) not in (
            "actor",
            "outlet",
            "place",
        ):
            return False
        nxt = next((p for p in self.row[i + 2 :] if p.kind in ("NP", "PRED")), None)
        return nxt is not None and not nxt.topic and nxt.function not in ("list", "bare", "subj")

    def _attach_hanging(self, np: NounPhrase) -> None:
        for function, other in self.hanging:
            if function == "of":
                if np.owner is None:
                    np.owner = other
                else:
                    other.owner = other.owner or np.owner
                    np.owner = other
            else:
                np.trailing.append((function, other))
        # "X の Y の Z": the nearest owner is the last one; earlier ones own it in turn.
        owners = [other for function, other in self.hanging if function == "of"]
        for earlier, later in pairwise(owners):
            if later.owner is None and later is not earlier:
                later.owner = earlier
        if owners:
            np.owner = owners[-1]
            for function, other in self.hanging:
                if function != "of" and other not in [o for _, o in np.trailing]:
                    np.trailing.append((function, other))
        self.hanging = []

    def _count_last(self, np: NounPhrase) -> None:
        """A number after the phrase it counts: "装甲車を3両"."""
        for item in reversed(self.waiting):
            if item.np is not None and item.function in ("obj", "subj", "topic", "list"):
                members = item.np.conjuncts()
                if members[-1].quantity is None and len(members) == 1:
                    members[-1].head_token.quantity = np.quantity
                return

    def _amount_of_last(self, np: NounPhrase, function: str, topic: bool) -> bool:
        """ "ミグ29やスホイ24など14機を": the number carries the particle of what it counts."""
        last = self.waiting[-1] if self.waiting else None
        if (
            not all(t.tag in ("QTY", "NUM") for t in np.words)
            or last is None
            or last.np is None
            or last.function not in ("bare", "list")
        ):
            return False
        self.waiting.pop()
        self._join_list(last.np)
        if not last.np.members and last.np.quantity is None:
            last.np.head_token.quantity = np.quantity
        self.waiting.append(Waiting("topic" if topic else function, last.np, topic, index=last.index))
        return True

    def _join_list(self, np: NounPhrase) -> None:
        """Earlier members of the list that ends with `np`: same sort, waiting right before it."""
        sort = self.reader.sort(np)
        members: list[NounPhrase] = []
        while self.waiting and self.waiting[-1].function == "list":
            other = self.waiting[-1].np
            assert other is not None
            if self.reader.sort(other) != sort and not self._alike(other, sort):
                # "A と B の C": the list may be inside the owner.
                if np.owner is not None and self.reader.sort(np.owner) == self.reader.sort(other):
                    np.owner.members = [other, *np.owner.members]
                    self.waiting.pop()
                    continue
                break
            members = [other, *other.members, *members]
            self.waiting.pop()
        if members:
            for one in members:
                one.members = []
            np.members = [*members, *np.members]

    def _alike(self, one: NounPhrase, sort: str) -> bool:
        parties = {"actor", "place"}
        return sort in parties and self.reader.sort(one) in parties

    def _fill_gaps(self, np: NounPhrase) -> None:
        """The noun of the relative clauses before it: its object or subject, whichever they lack; nouns
        like "report" or "claim" take
        the clause as their content."""
        for clause in self.rel:
            head = np.head_token.text
            chain = [np]
            while chain[-1].owner is not None and chain[-1].owner.start >= self._end_of(clause):
                chain.append(chain[-1].owner)
            chosen = next((c for c in chain if self.reader.sort(c) == "materiel"), None)
            if (
                chosen is None
                and self.reader.sort(np) in ("actor", "outlet", "document")
                and chain[-1] is not np
                and chain[-1].head_token.tag == "ENT"
            ):
                chosen = np
            if chosen is None:
                chosen = next(
                    (
                        c
                        for c in reversed(chain)
                        if self.reader.sort(c) in ("actor", "carrier", "document", "outlet")
                    ),
                    np,
                )
            if chosen is np and (clause.marker == "content" or head in self.pack.words("report", "nouns")):
                clause.relation, clause.marker = "complement", "content"
                self.content.append((clause, np))
                continue
            if head in self.pack.data["deed_nouns"]:
                self._deed(clause, np, head)
                continue
            clause.relation = "relative"
            clause.antecedent = True
            functions = {a.function for a in clause.arguments}
            sort = self.reader.sort(chosen)
            if (
                clause.passive
                or (sort == "materiel" and "obj" not in functions)
                or ("subj" in functions and "obj" not in functions)
            ):
                function = "obj"
            elif "subj" not in functions:
                function = "subj"
            else:
                function = "in"
            clause.arguments.append(Argument(function, chosen))
            self.content.append((clause, np))
        self.rel = []

    def _deed(self, clause: Clause, np: NounPhrase, head: str) -> None:
        """ "売却する契約": the noun says how far the thing is, the clause what it is."""
        deed = Clause(
            self.pack.data["deed_nouns"][head], (head,), "finite", np.head_token.start, np.head_token.end
        )
        deed.relation = "infinitive"
        clause.relation, clause.parent = "infinitive", deed
        self.clauses.append(deed)
        self.content.append((deed, np))

    def _end_of(self, clause: Clause) -> int:
        return clause.right

    def _according(self, np: NounPhrase, piece: Piece) -> None:
        """ "X によると". A relative clause of citing on X tells who passes it on."""
        hearers: list[NounPhrase] = []
        sources = np.conjuncts()
        citing = self.pack.words("report", "citing")
        for clause in self.clauses:
            if clause.lemma in citing and any(a.phrase is np for a in clause.arguments):
                others = [p for f in ("obj", "subj") for p in clause.get(f) if p is not np]
                if not others:
                    continue
                if any(a.phrase is np and a.function == "obj" for a in clause.arguments):
                    hearers = others
                else:
                    hearers, sources = [np], others
        start = self.reader.read(np).start
        end = self.tokens[piece.end - 1].end
        self.cues.append(Cue("according", piece.particle, sources, hearers, start, end))
