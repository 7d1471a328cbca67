"""Clauses of a verb-final sentence: each predicate takes the phrases that wait before it, relatives what
follows."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.clauses import Analysis, Argument, Clause
from reportedly.extract.particles.endings import Predicate
from reportedly.extract.particles.likeness import can_repair, repairer
from reportedly.extract.particles.morphemes import morphemes, sentence_text
from reportedly.extract.particles.piece import Piece
from reportedly.extract.particles.pieces import cut
from reportedly.extract.particles.rewriting import finish
from reportedly.extract.particles.saying import SpeechRow
from reportedly.extract.particles.verbal_nouns import nominal_clauses, suffix_clauses
from reportedly.extract.particles.waiting import Waiting
from reportedly.extract.things import Reader
from reportedly.extract.tokens import Token


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
    for token in tokens:
        match = token.match
        if match is None or (match.weak and len(token.text) == 1):
            continue
        if any(not n.entity.startswith(("place/", "outlet/")) for n in match.names):
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


class Linker(SpeechRow):
    """Links one row of pieces, left to right. A fresh one a sentence."""

    def link(self) -> None:
        for i, piece in enumerate(self.row):
            if piece.kind == "NP":
                self._phrase(i, piece)
            elif piece.kind == "PRED":
                self._predicate(i, piece)
            elif piece.kind == "TIME":
                self.waiting.append(Waiting("time", when=piece.when, index=i))
            elif piece.kind == "OPEN":
                self.waiting.append(Waiting("|", index=i))
                self.levels.append(len(self.clauses))
            elif piece.kind == "CLOSE":
                self._close()
        self._leftovers()

    # -- predicates ---

    def _predicate(self, i: int, piece: Piece) -> None:
        found = piece.predicate
        assert found is not None
        if self.hanging:
            # の before a predicate marks its subject: "民兵の持つ武器".
            for _, np in self.hanging:
                self.waiting.append(Waiting("subj", np, index=i))
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
        """Move waiting phrases into the clause, from the nearest back to the barrier of a quotation or
        what is not its own."""
        keep: list[Waiting] = []
        taken: list[Waiting] = []
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

    def _give(self, clause: Clause, item: Waiting) -> None:
        if item.when is not None:
            clause.times.append(item.when)
        elif item.np is not None:
            function = {"bare": "loose", "list": "obj"}.get(item.function, item.function)
            clause.arguments.append(Argument(function, item.np))

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

    # -- quotations and the end ---

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

    def _leftovers(self) -> None:
        """Phrases that no predicate took: a list at the end of a sentence says what its topic is
        ("押収品は小銃、機関銃。")."""
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
