"""Clauses of a verb-final sentence: each predicate takes the phrases that wait before it, relatives the phrase that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims import When
from reportedly.extract.clauses import Analysis, Argument, Clause, Cue
from reportedly.extract.particles.endings import Predicate
from reportedly.extract.particles.likeness import can_repair, repairer
from reportedly.extract.particles.morphemes import morphemes, sentence_text
from reportedly.extract.particles.pieces import Piece, cut
from reportedly.extract.particles.rewriting import finish
from reportedly.extract.particles.verbal_nouns import nominal_clauses, suffix_clauses
from reportedly.extract.phrases import NounPhrase
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token

_SPEAKERS = frozenset({"actor", "outlet", "document", "pronoun", "other"})


def analyse(tokens: Sequence[Token], reader: Reader) -> Analysis:
    """Read one sentence. `tokens` come from `tokenise`; spans of the result are those of the document."""
    text = sentence_text(tokens)
    empty = Analysis(tokens[0].start, tokens[-1].end, [], [], [])
    if len(text) > 6000 or not _worth_reading(tokens, text, reader):
        return empty
    units = morphemes(tokens, text)
    if not units:
        return empty
    units = repairer(reader.lexicon).repair(units) if can_repair() else units
    row = cut(units, text, reader.pack)
    linker = Linker(row, units, reader)
    linker.link()
    phrases = [p.np for p in row if p.np is not None]
    clauses = finish(linker.clauses, phrases, reader, text, units)
    clauses.extend(nominal_clauses(clauses, phrases, reader))
    clauses.extend(suffix_clauses(clauses, phrases, reader))
    clauses.sort(key=lambda c: (c.start, c.end))
    return Analysis(units[0].start, units[-1].end, clauses, linker.cues, phrases, _fragment(row, units, text))


def _worth_reading(tokens: Sequence[Token], text: str, reader: Reader) -> bool:
    """A name of the field, or a word of saying that may speak of the sentence before."""
    if any(t.match is not None and (not t.match.weak or len(t.text) > 1) for t in tokens):
        return True
    return any(w in text for w in reader.pack.data["triggers"])


def _fragment(row: Sequence[Piece], tokens: Sequence[Token], text: str) -> bool:
    """True for headlines and questions, which assert nothing: no stop at the end and no finite predicate."""
    stripped = text.rstrip()
    if stripped.endswith(("か", "か。", "？", "?")) and not stripped.endswith(("ほか。", "なか。")):
        return True
    if stripped.endswith(("。", "」", "！", ".", "』", '"', "）", ")", "．")):
        return False
    last = next((p for p in reversed(row) if p.kind not in ("STOP", "CLOSE", "COMMA")), None)
    del tokens
    return last is None or last.predicate is None or last.predicate.bare


@dataclass(slots=True)
class _Waiting:
    """A phrase or time that no predicate has taken yet. `function` "|" is the barrier of an open quotation."""

    function: str
    np: NounPhrase | None = None
    topic: bool = False
    when: When | None = None
    index: int = 0


class Linker:
    """Links one row of pieces, left to right. A fresh one a sentence."""

    def __init__(self, row: Sequence[Piece], tokens: Sequence[Token], reader: Reader) -> None:
        self.row, self.tokens, self.reader, self.pack = row, tokens, reader, reader.pack
        self.waiting: list[_Waiting] = []
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

    def link(self) -> None:
        for i, piece in enumerate(self.row):
            if piece.kind == "NP":
                self._phrase(i, piece)
            elif piece.kind == "PRED":
                self._predicate(i, piece)
            elif piece.kind == "TIME":
                self.waiting.append(_Waiting("time", when=piece.when, index=i))
            elif piece.kind == "OPEN":
                self.waiting.append(_Waiting("|", index=i))
                self.levels.append(len(self.clauses))
            elif piece.kind == "CLOSE":
                self._close()
        self._leftovers()

    # -- phrases ----------------------------------------------------------------------------------------------------

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
                self.waiting.append(_Waiting("topic", np, True, index=i))
                return
            function = "list"
        if function == "bare" and i + 1 < len(self.row) and self.row[i + 1].kind == "PRED":
            function = "obj"
        self.waiting.append(_Waiting("topic" if piece.topic else function, np, piece.topic, index=i))

    def _headline_topic(self, i: int, np: NounPhrase) -> bool:
        """ "ドイツ国防省、ウクライナに戦車を供与すると表明。": the first phrase before a comma stands as topic without its particle."""
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
        for earlier, later in zip(owners, owners[1:], strict=False):
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
        self.waiting.append(_Waiting("topic" if topic else function, last.np, topic, index=last.index))
        return True

    def _join_list(self, np: NounPhrase) -> None:
        """Earlier members of the list that ends with `np`: same sort, waiting right before it."""
        sort = self.reader.sort(np)
        members: list[NounPhrase] = []
        while self.waiting and self.waiting[-1].function == "list":
            other = self.waiting[-1].np
            assert other is not None
            if self.reader.sort(other) != sort and not self._alike(other, np, sort):
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

    def _alike(self, one: NounPhrase, other: NounPhrase, sort: str) -> bool:
        parties = {"actor", "place"}
        return sort in parties and self.reader.sort(one) in parties

    def _fill_gaps(self, np: NounPhrase) -> None:
        """The noun of the relative clauses before it: its object or subject, whichever they lack; nouns like "report" or "claim" take
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

    # -- predicates -------------------------------------------------------------------------------------------------

    def _predicate(self, i: int, piece: Piece) -> None:
        found = piece.predicate
        assert found is not None
        if self.hanging:
            # の before a predicate marks its subject: "民兵の持つ武器".
            for _, np in self.hanging:
                self.waiting.append(_Waiting("subj", np, index=i))
            self.hanging = []
        clause = self._blank(found)
        clause.right = found.end
        self._take(clause, found, i)
        self._gapped(clause, found)
        self._tie(clause, found)
        self.clauses.append(clause)
        self._state(clause, found)

    def _blank(self, found: Predicate) -> Clause:
        start, end = self.tokens[found.start].start, self.tokens[max(found.start, found.head_end - 1)].end
        clause = Clause(found.lemma, (found.lemma,), "finite", start, end)
        clause.passive, clause.negated = found.passive, found.negated
        clause.past, clause.perfect, clause.progressive = found.past, found.perfect, found.progressive
        clause.adverbs = tuple(found.hedges)
        if found.stage == "offered":
            clause.modal = "will"
        if found.stage == "underway":
            clause.progressive = True
        if found.hypothetical:
            clause.relation, clause.marker = "adverbial", "if"
        return clause

    def _take(self, clause: Clause, found: Predicate, i: int) -> None:
        """Move waiting phrases into the clause, from the nearest back to the barrier of a quotation or what is not its own."""
        keep: list[_Waiting] = []
        taken: list[_Waiting] = []
        relative = found.joined in ("relative", "content")
        says = self._say(clause.lemma)
        speaker = self._speaker_topic(found, i) if not (says and self.quoted) else None
        functions: set[str] = set()
        stopped = relative and clause.lemma == "とする"
        known = self._known(clause.lemma)
        while self.waiting and self.waiting[-1].function != "|":
            item = self.waiting.pop()
            own = not stopped and item is not speaker
            if own and item.function == "list":
                own = found.joined not in ("relative", "content", "adverbial", "koto")
            if own and relative and found.passive and item.function == "subj":
                own, stopped = False, True
            if own and relative and not known and taken:
                own, stopped = False, True
            if own and item.topic and item.function == "topic" and (relative or found.joined == "koto"):
                own, stopped = False, True
            if own and relative and item.function in functions and item.function in ("subj", "obj"):
                own, stopped = False, True
            if own and relative and self._before_comma(item.index):
                own, stopped = False, True
            if own and speaker is not None and item.function == "to" and self._is_hearer(item, speaker):
                own = False
            if (
                own
                and item.function == "time"
                and speaker is not None
                and item.index == speaker.index + 1
                and self._before_comma(item.index)
                and not self._says_still(i, found)
            ):
                own = False
            if own:
                taken.append(item)
                functions.add(item.function)
                if relative and item.function == "subj":
                    stopped = True
            else:
                keep.append(item)
        self.waiting.extend(reversed(keep))
        for item in reversed(taken):
            self._give(clause, item)

    def _says_still(self, i: int, found: Predicate) -> bool:
        """ "主張している": the time before belongs to what is said, not to the saying, which goes on."""
        ahead = self._says_ahead(i, found)
        saying = self.row[ahead].predicate if ahead is not None else None
        return saying is not None and saying.progressive and not saying.past

    def _is_hearer(self, item: _Waiting, speaker: _Waiting) -> bool:
        """ "情報相は環洋通信に対し、...": who is told stands right after who tells, before the words told."""
        between = [p for p in self.row[speaker.index + 1 : item.index] if p.kind not in ("TIME", "COMMA")]
        if between or item.np is None:
            return False
        return self.reader.sort(item.np) == "outlet" or self.row[item.index].particle in (
            "に対し",
            "に対して",
        )

    def _gapped(self, clause: Clause, found: Predicate) -> None:
        """ "A が X を、B が Y を押収した": the verb stands once for two clauses."""
        objects = [k for k, a in enumerate(clause.arguments) if a.function == "obj"]
        if (
            len(objects) < 2
            or objects[-1] - objects[0] < 2
            or "subj" not in {a.function for a in clause.arguments[objects[0] + 1 :]}
        ):
            return
        first = self._blank(found)
        first.right, first.relation = found.end, "coordinate"
        first.arguments = clause.arguments[: objects[0] + 1]
        clause.arguments = clause.arguments[objects[0] + 1 :]
        first.times, clause.times = clause.times[:1], clause.times[1:] or clause.times
        first.parent = clause
        self.clauses.append(first)

    def _known(self, lemma: str) -> bool:
        return lemma in self.pack.predicates or lemma in self.pack.report_verbs or lemma in self.pack.suffixes

    def _before_comma(self, index: int) -> bool:
        return index + 1 < len(self.row) and self.row[index + 1].kind == "COMMA"

    def _give(self, clause: Clause, item: _Waiting) -> None:
        if item.when is not None:
            clause.times.append(item.when)
        elif item.np is not None:
            function = {"bare": "loose", "list": "obj"}.get(item.function, item.function)
            clause.arguments.append(Argument(function, item.np))

    def _speaker_topic(self, found: Predicate, i: int) -> _Waiting | None:
        """The topic that waits for a verb of saying further on ("X は、... と述べた"), where the clause at hand is what is said."""
        ahead = self._says_ahead(i, found)
        if ahead is None:
            return None
        own_subject = any(
            p.np is not None and (p.topic or p.function == "subj")
            for p in self.row[i + 1 : ahead]
            if p.np is not None and self._can_speak(p.np)
        )
        if own_subject:
            return None
        level = [w for w in self.waiting if w.function != "|"]
        for item in level:
            if item.np is not None and self._can_speak(item.np) and item.function in ("topic", "subj"):
                if item.function == "subj" and not any(
                    w.function in ("subj", "topic") for w in level if w is not item
                ):
                    continue
                return item
        return None

    def _can_speak(self, np: NounPhrase) -> bool:
        return self.reader.sort(np) in _SPEAKERS and not self._idle(np)

    def _idle(self, np: NounPhrase) -> bool:
        return np.head_token.text in ("こと", "の", "もの", "それ", "これ", "ため", "うち", "武器", "動き")

    def _says_ahead(self, i: int, found: Predicate) -> int | None:
        """Index of the verb of saying that takes the clause at `i` as what is said, as far as the chain of its clauses goes."""
        depth = 0
        for j in range(i, len(self.row)):
            piece = self.row[j]
            if piece.kind == "OPEN":
                depth += 1
            elif piece.kind == "CLOSE":
                depth -= 1
            elif piece.kind == "STOP" and depth == 0 and j > i:
                return None
            elif (
                (piece.predicate is not None
                and piece.predicate.joined in ("quote", "koto", "question"))
                or (piece.kind == "PRED" and j > i and self._follows_quote(j))
            ):
                for k in range(
                    j + 1
                    if piece.predicate is not None and piece.predicate.joined in ("quote", "koto", "question")
                    else j,
                    len(self.row),
                ):
                    other = self.row[k].predicate
                    if other is not None and other.lemma == "という":
                        return None
                    if other is not None and self._say(other.lemma) and not other.passive:
                        return k
                    if (
                        other is not None
                        and piece.predicate is not None
                        and piece.predicate.joined == "quote"
                    ):
                        break
                    if self.row[k].kind == "STOP":
                        break
            elif piece.np is not None and j > i and self._content_noun(piece):
                return next(
                    (
                        k
                        for k in range(j + 1, len(self.row))
                        if (o := self.row[k].predicate) is not None and self._say(o.lemma)
                    ),
                    None,
                )
        del found
        return None

    def _content_noun(self, piece: Piece) -> bool:
        assert piece.np is not None
        return (
            piece.np.head_token.text in ("見方", "考え", "立場", "主張", "見解", "認識")
            and piece.function == "obj"
        )

    def _follows_quote(self, j: int) -> bool:
        return j > 0 and self.row[j - 1].kind == "CLOSE"

    def _say(self, lemma: str) -> bool:
        return lemma in self.pack.report_verbs

    def _tie(self, clause: Clause, found: Predicate) -> None:
        """Give the clauses that wait for a governor to this one, where it can govern them."""
        if self.quoted and self._governs_quote(clause):
            for inner in self.quoted:
                inner.parent = clause
                inner.relation = (
                    "complement"
                    if not (inner.relation == "adverbial" and inner.marker == "if")
                    else inner.relation
                )
            self.quoted = []
        for inner in self.subordinate:
            inner.parent = clause
            if inner.relation != "adverbial":
                inner.relation = "complement" if self._say(clause.lemma) else "infinitive"
        self.subordinate = []
        for inner, np in list(self.content):
            if any(np in (a.phrase, *a.phrase.members) for a in clause.arguments):
                inner.parent = clause
                self.content.remove((inner, np))
        for inner in self.coordinate:
            inner.parent = clause
        self.coordinate = []
        del found

    def _governs_quote(self, clause: Clause) -> bool:
        return self._say(clause.lemma) or clause.lemma in self.pack.data["control"]["subject"]

    def _state(self, clause: Clause, found: Predicate) -> None:
        """Where the clause now waits: in a quotation, for its noun, or for the next predicate."""
        fixed = clause.relation == "adverbial"
        if found.joined == "quote":
            self.quoted.append(clause)
        elif found.joined in ("relative", "content"):
            clause.marker = "content" if found.joined == "content" else clause.marker
            self.rel.append(clause)
        elif found.joined == "koto" and self._telling(clause, found):
            return
        elif found.joined == "koto":
            self.subordinate.append(clause)
        elif found.joined == "coordinate":
            if not fixed:
                clause.relation = "coordinate"
            self.coordinate.append(clause)
        elif found.joined == "adverbial":
            clause.relation = "adverbial"
            self.coordinate.append(clause)
        elif found.joined == "question":
            clause.relation, clause.marker = "adverbial", "if"

    def _telling(self, clause: Clause, found: Predicate) -> bool:
        """ "司令官が本紙に語ったところでは": who says what follows."""
        if self.tokens[found.end].text != "ところ" or not self._say(clause.lemma):
            return False
        sources = [p for f in ("subj", "topic") for p in clause.get(f)]
        if sources:
            self.cues.append(Cue("according", "ところ", sources, clause.get("to"), clause.start, clause.end))
        return bool(sources)

    # -- quotations and the end -------------------------------------------------------------------------------------

    def _close(self) -> None:
        """What stood in a quotation waits for the verb of saying that follows."""
        first = self.levels.pop() if self.levels else len(self.clauses)
        for clause in self.clauses[first:]:
            if clause.parent is None and clause not in self.rel and clause not in self.quoted:
                self.quoted.append(clause)
        self.coordinate = [c for c in self.coordinate if c not in self.quoted]
        for k in range(len(self.waiting) - 1, -1, -1):
            if self.waiting[k].function == "|":
                inside = self.waiting[k + 1 :]
                del self.waiting[k:]
                self.waiting.extend(w for w in inside if w.function not in ("list", "bare", "time"))
                return

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

    def _leftovers(self) -> None:
        """Phrases that no predicate took: a list at the end of a sentence says what its topic is ("押収品は小銃、機関銃。")."""
        topics = [w for w in self.waiting if w.topic and w.np is not None]
        items = [w for w in self.waiting if w.function in ("list", "bare") and w.np is not None]
        if topics and items and topics[0].np is not None and items[-1].np is not None:
            np = items[-1].np
            clause = Clause("だ", ("だ",), "copula", np.head_token.start, np.head_token.end)
            clause.arguments = [
                Argument("subj", topics[0].np),
                *(Argument("obj", w.np) for w in items if w.np is not None),
            ]
            self.clauses.append(clause)
