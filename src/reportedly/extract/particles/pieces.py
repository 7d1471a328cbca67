"""The row of pieces of a sentence: noun phrases with their particles, predicates, times, quotation marks
and stops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from reportedly.extract.constituents import NounPhrase
from reportedly.extract.particles.endings import Predicate, read_predicate
from reportedly.extract.particles.piece import Piece
from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack

_NOMINAL = frozenset({"N", "SV", "ENT", "QTY", "NUM", "PRE", "SUF", "PRON"})
_GLUE = frozenset("・＝=-‐－–/~〜～")
_OPEN, _CLOSE = frozenset("「『"), frozenset("」』")
_LISTING = ("および", "及び", "ならびに", "並びに", "または", "もしくは", "そして", "や", "やら")
_LONGEST_NAME = 9
_LONGEST_PARTICLE = 6


def cut(tokens: Sequence[Token], text: str, pack: Pack) -> list[Piece]:
    """The pieces of a sentence, in order; what carries no weight (adverbs, interjections) is left out."""
    base = tokens[0].start if tokens else 0
    table: Mapping[str, str] = pack.data["particles"]
    return _Cutter(tokens, text, base, pack, table).cut()


@cache
def _known(pack: Pack) -> frozenset[str]:
    return frozenset(pack.predicates) | frozenset(pack.report_verbs)


class _Cutter:
    def __init__(
        self,
        tokens: Sequence[Token],
        text: str,
        base: int,
        pack: Pack,
        table: Mapping[str, str],
    ) -> None:
        self.tokens, self.text, self.base, self.pack, self.table = tokens, text, base, pack, table
        self.out: list[Piece] = []
        self.marks = 0
        self.known = _known(pack)

    def cut(self) -> list[Piece]:
        k, n = 0, len(self.tokens)
        while k < n:
            k = self._one(k)
        return self.out

    def _one(self, k: int) -> int:
        token = self.tokens[k]
        if token.tag == "TIME":
            return self._time(k)
        if token.tag in _OPEN or token.tag == '"':
            return self._quotation(k)
        if token.tag in _CLOSE:
            self.out.append(Piece("CLOSE", k, k + 1))
            return k + 1
        if token.tag in ("、", ",", "，"):
            self.out.append(Piece("COMMA", k, k + 1))
            return k + 1
        if token.tag in ("。", "！", "？", "!", "?", "．", ".", ":", "：", ";", "|"):
            self.out.append(Piece("STOP", k, k + 1))
            return k + 1
        if token.tag == "(":
            return self._past_bracket(k)
        if token.text in ("または", "そして", "および", "及び", "ならびに", "並びに", "もしくは"):
            if self.out and self.out[-1].kind in ("NP", "COMMA"):
                self._make_list()
            return k + 1
        predicate = self._predicate(k)
        if predicate is not None:
            return predicate
        if token.tag in _NOMINAL or (
            token.tag == "NA" and k + 1 < len(self.tokens) and self.tokens[k + 1].tag in ("SUF", "N", "SV")
        ):
            return self._phrase(k)
        return k + 1

    def _make_list(self) -> None:
        piece = (
            self.out[-1] if self.out[-1].kind == "NP" else self.out[-2] if len(self.out) > 1 else self.out[-1]
        )
        if piece.kind == "NP" and piece.function == "bare":
            piece.function = "list"

    # -- times, quotations, brackets ---

    def _time(self, k: int) -> int:
        piece = Piece("TIME", k, k + 1)
        piece.when = self.tokens[k].date
        k += 1
        end, function, particle = self._particle(k)
        if function in ("to", "from", "in", "topic", "of*", "list", "subj") or particle in ("に", "から"):
            k = end
        piece.end = k
        if function == "of*" and any(
            t.text in self.pack.words("occasion_nouns") for t in self.tokens[k : k + 3]
        ):
            return k
        self.out.append(piece)
        return k

    def _quotation(self, k: int) -> int:
        token = self.tokens[k]
        if token.tag == '"':
            self.marks += 1
            while k + 1 < len(self.tokens) and self.tokens[k + 1].tag == '"':
                k += 1
            opening = self.marks % 2 == 1
            if opening and self._name_end(k) > k:
                self.marks += 1
                return self._phrase(k)
            self.out.append(Piece("OPEN" if opening else "CLOSE", k, k + 1))
            return k + 1
        if self._name_end(k) > k:
            return self._phrase(k)
        self.out.append(Piece("OPEN", k, k + 1))
        return k + 1

    def _name_end(self, k: int) -> int:
        """Index of the closing mark where a quotation at `k` holds only a name or a phrase, else `k`."""
        for j in range(k + 1, min(len(self.tokens), k + _LONGEST_NAME)):
            token = self.tokens[j]
            if token.tag in _CLOSE or token.tag == '"':
                return j if j > k + 1 else k
            if (
                token.tag not in _NOMINAL
                and token.text not in _GLUE
                and not (token.text == "の" and j > k + 1)
                and token.tag != "NA"
            ):
                return k
        return k

    def _past_bracket(self, k: int) -> int:
        depth = 0
        for j in range(k, len(self.tokens)):
            depth += (self.tokens[j].tag == "(") - (self.tokens[j].tag == ")")
            if depth == 0:
                self._alias(k + 1, j)
                return j + 1
        return k + 1

    def _alias(self, start: int, end: int) -> None:
        """A name in brackets after a phrase stands beside it: "人民動員隊(ハシド・シャービ)"."""
        last = self.out[-1] if self.out else None
        if last is not None and last.np is not None and last.end == start - 1 and end - start <= 6:
            found = next((j for j in range(start, end) if self.tokens[j].tag == "ENT"), None)
            if found is not None:
                last.np.apposition = NounPhrase(self.tokens, found, found + 1, found)

    # -- predicates ---

    def _predicate(self, k: int) -> int | None:
        tokens = self.tokens
        token = tokens[k]
        if token.tag == "PRT" and token.text == "と" and k + 1 < len(tokens) and tokens[k + 1].tag == "V":
            return self._quoting(k)
        if token.tag == "ADJ" and token.verb == "連体形" and token.lemma not in ("ない", "無い"):
            last = self.out[-1] if self.out else None
            if last is None or last.kind != "NP" or last.function not in ("to", "subj") or last.end != k:
                return None
        if token.tag in ("V", "ADJ", "SV", "N", "SUF", "NA"):
            found = read_predicate(tokens, k, self.text, self.base)
            if found is None:
                return None
            return self._place(k, found)
        return None

    def _place(self, k: int, found: Predicate) -> int:
        piece = Piece("PRED", k, found.end)
        piece.predicate = found
        self.out.append(piece)
        return max(found.end, k + 1)

    def _quoting(self, k: int) -> int | None:
        """ "と" before a verb without a speaker between: "としている", "とみている", "という"."""
        tokens = self.tokens
        if not self.out or self.out[-1].kind not in ("PRED", "CLOSE", "NP", "COMMA"):
            return None
        if (
            tokens[k + 1].text == "いう"
            and k + 2 < len(tokens)
            and tokens[k + 2].tag in _NOMINAL
            and tokens[k + 2].text not in ("もの",)
        ):
            last = self.out[-1]
            if last.predicate is not None:
                last.predicate.joined = "content"
            return k + 2
        found = read_predicate(tokens, k + 1, self.text, self.base)
        if found is None:
            return None
        if tokens[k + 1].lemma in ("する", "いう", "みる", "見る"):
            found.lemma = {"する": "とする", "いう": "という"}.get(tokens[k + 1].lemma, "みる")
        if found.lemma == "とする" and found.joined == "coordinate" and not found.progressive:
            found.lemma = "として"
        last = self.out[-1]
        if last.predicate is not None and last.predicate.joined != "quote":
            last.predicate.joined = "quote"
        return self._place(k + 1, found)

    # -- noun phrases ---

    def _phrase(self, k: int) -> int:
        tokens, n = self.tokens, len(self.tokens)
        start = k
        head = -1
        alias: NounPhrase | None = None
        while k < n:
            token = tokens[k]
            if token.tag in _OPEN or token.tag == '"':
                close = self._name_end(k)
                if close == k:
                    break
                head = self._head(k + 1, close, head)
                k = close + 1
                while token.tag == '"' and k < n and tokens[k].tag == '"':
                    k += 1
                continue
            if token.tag == "(":
                close = self._bracket_end(k)
                if close < 0 or k == start:
                    break
                alias = alias or self._entity_within(k + 1, close)
                k = close + 1
                continue
            if token.tag in _NOMINAL:
                if k > start and (self._verbal(k) or token.text in ("向け", "経由")):
                    break
                if (
                    token.tag == "QTY"
                    and head >= 0
                    and k + 1 < n
                    and tokens[k + 1].tag in ("ENT", "N")
                    and tokens[k - 1].tag != "ENT"
                ):
                    pass
                head = self._head(k, k + 1, head)
                k += 1
                continue
            if (
                token.tag == "NA"
                and k + 1 < n
                and (tokens[k + 1].tag in ("SUF", "N", "SV", "ENT") or tokens[k + 1].text == "的")
            ):
                k += 1
                continue
            if (
                token.text in _GLUE
                and head >= 0
                and k + 1 < n
                and tokens[k + 1].tag in _NOMINAL
                and tokens[k + 1].start == token.end
            ):
                k += 1
                continue
            break
        if head < 0:
            head = start
        while k > start and tokens[k - 1].text in _GLUE:
            k -= 1
        np = NounPhrase(tokens, start, max(k, start + 1), head)
        np.apposition = alias
        np.pronoun = tokens[head].text in self.pack.data["pronouns"] and head == start
        return self._finish(np, max(k, start + 1))

    def _head(self, start: int, end: int, head: int) -> int:
        """The last nominal that is no number."""
        for j in range(start, end):
            if (
                self.tokens[j].tag not in ("QTY", "NUM")
                and self.tokens[j].text not in _GLUE
                and self.tokens[j].text not in ("など", "ら", "等")
            ):
                head = j
        return head

    def _verbal(self, k: int) -> bool:
        """True where the word at `k` is a verbal noun followed by "do": the predicate, no part of the
        phrase."""
        nxt = self.tokens[k + 1] if k + 1 < len(self.tokens) else None
        return (
            nxt is not None
            and nxt.tag == "V"
            and nxt.lemma in ("する", "できる", "致す", "いたす")
            and self.tokens[k].tag in ("SV", "N", "SUF")
        )

    def _bracket_end(self, k: int) -> int:
        return next((j for j in range(k + 1, min(len(self.tokens), k + 14)) if self.tokens[j].tag == ")"), -1)

    def _entity_within(self, start: int, end: int) -> NounPhrase | None:
        found = next((j for j in range(start, end) if self.tokens[j].tag == "ENT"), None)
        return NounPhrase(self.tokens, found, found + 1, found) if found is not None else None

    def _finish(self, np: NounPhrase, k: int) -> int:
        piece = Piece("NP", np.start, k)
        piece.np = np
        while (
            k < len(self.tokens)
            and not self._particle(k)[1]
            and self.tokens[k].text
            in ("など", "等", "ら", "だけ", "のみ", "ばかり", "すべて", "全て", "自体")
        ):
            k += 1
        bare = self._bare_predicate(np, k)
        if bare is not None:
            return bare
        end, function, particle = self._particle(k)
        if function == "topic":
            piece.topic = True
        if particle in ("と", "や") and function == "with" and self._nominal_next(end):
            function = "list"
        if particle == "か" and self._nominal_next(end):
            function = "list"
        piece.function, piece.particle = function or "bare", particle
        piece.end = max(end, k)
        self.out.append(piece)
        return piece.end

    def _nominal_next(self, k: int) -> bool:
        while k < len(self.tokens) and (
            self.tokens[k].tag in ("ADN", "ADV") or self.tokens[k].text in ("、", *_LISTING)
        ):
            k += 1
        return (
            k < len(self.tokens)
            and (self.tokens[k].tag in _NOMINAL or self.tokens[k].tag in _OPEN)
            and not self._verbal(k)
        )

    def _bare_predicate(self, np: NounPhrase, k: int) -> int | None:
        """A verbal noun that ends a clause by itself: "装甲車を供与、", "... と指摘。"."""
        tokens = self.tokens
        head = np.head_token
        if head.text not in self.known or np.head != np.end - 1 or head.match is not None:
            return None
        at_end = k >= len(tokens) or tokens[k].tag in ("。", "、", "」", "』", "！", "？")
        quoting = k < len(tokens) and tokens[k].text == "と" and k + 1 < len(tokens) and self._says(k + 1)
        if not at_end and not quoting:
            return None
        before = [
            p
            for p in self.out[-6:]
            if p.kind == "NP" and p.function in ("obj", "to", "subj", "from", "topic", "in")
        ]
        after_quote = bool(self.out) and self.out[-1].kind in ("CLOSE", "PRED")
        if not before and not after_quote:
            return None
        if np.end - np.start > 1:
            inner = Piece("NP", np.start, np.head)
            inner.np = NounPhrase(tokens, np.start, np.head, np.head - 1)
            inner.function = "obj"
            self.out.append(inner)
        found = Predicate(head.text, np.head, k, np.head + 1, bare=True, past=True)
        if quoting:
            found.joined = "quote"
        elif k < len(tokens) and tokens[k].tag == "、":
            found.joined = "coordinate"
        return self._place(np.head, found)

    def _says(self, k: int) -> bool:
        return any(
            t.text in self.pack.report_verbs or t.lemma in self.pack.report_verbs
            for t in self.tokens[k : k + 14]
        )

    def _particle(self, k: int) -> tuple[int, str, str]:
        """(index after the particle at `k`, its function, its words); the function is empty where there is
        none."""
        if k >= len(self.tokens):
            return k, "", ""
        at = self.tokens[k].start - self.base
        if k > 0 and self.tokens[k].start != self.tokens[k - 1].end and self.tokens[k].tag != "PRT":
            return k, "", ""
        for j in range(min(len(self.tokens), k + _LONGEST_PARTICLE) - 1, k - 1, -1):
            surface = self.text[at : self.tokens[j].end - self.base]
            function = self.table.get(surface)
            if function is not None:
                topic, function = self._topical(j + 1, function)
                return (j + 2 if topic else j + 1), function, surface
        if self.tokens[k].text in ("や", "か", "とか", "やら", "および", "及び"):
            return k + 1, "list", self.tokens[k].text
        return k, "", ""

    def _topical(self, k: int, function: str) -> tuple[bool, str]:
        """は or も after another particle changes nothing but the weight."""
        follows = k < len(self.tokens) and self.tokens[k].tag == "PRT" and self.tokens[k].text in ("は", "も")
        return follows and not function.endswith("*") and function != "topic", function
