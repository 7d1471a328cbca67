"""Who is about to speak: the topic that waits for a verb of saying further on, and who is told."""

from __future__ import annotations

from reportedly.extract.clauses import Clause, Cue
from reportedly.extract.constituents import NounPhrase
from reportedly.extract.particles.endings import Predicate
from reportedly.extract.particles.piece import Piece
from reportedly.extract.particles.waiting import PhraseRow, Waiting

_SPEAKERS = frozenset({"actor", "outlet", "document", "pronoun", "other"})


class SpeechRow(PhraseRow):
    """Looks ahead for verbs of saying."""

    def _says_still(self, i: int, found: Predicate) -> bool:
        """ "主張している": the time before belongs to what is said, not to the saying, which goes on."""
        ahead = self._says_ahead(i, found)
        saying = self.row[ahead].predicate if ahead is not None else None
        return saying is not None and saying.progressive and not saying.past

    def _is_hearer(self, item: Waiting, speaker: Waiting) -> bool:
        """ "情報相は環洋通信に対し、...": who is told stands right after who tells, before the words told."""
        between = [p for p in self.row[speaker.index + 1 : item.index] if p.kind not in ("TIME", "COMMA")]
        if between or item.np is None:
            return False
        return self.reader.sort(item.np) == "outlet" or self.row[item.index].particle in (
            "に対し",
            "に対して",
        )

    def _speaker_topic(self, found: Predicate, i: int) -> Waiting | None:
        """The topic that waits for a verb of saying further on ("X は、... と述べた"), where the clause at
        hand is what is said."""
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
        """Index of the verb of saying that takes the clause at `i` as what is said, as far as the chain of
        its clauses goes."""
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
                piece.predicate is not None and piece.predicate.joined in ("quote", "koto", "question")
            ) or (piece.kind == "PRED" and j > i and self._follows_quote(j)):
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

    def _telling(self, clause: Clause, found: Predicate) -> bool:
        """ "司令官が本紙に語ったところでは": who says what follows."""
        if self.tokens[found.end].text != "ところ" or not self._say(clause.lemma):
            return False
        sources = [p for f in ("subj", "topic") for p in clause.get(f)]
        if sources:
            self.cues.append(Cue("according", "ところ", sources, clause.get("to"), clause.start, clause.end))
        return bool(sources)

    # -- quotations and the end ---
