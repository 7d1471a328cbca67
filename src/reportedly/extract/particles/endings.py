"""Predicates: a verb, a verbal noun with "do" or alone, or an adjective, with all that its ending says:
voice, negation, tense, hedge,
and how it is joined to what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.extract.tokens import Token

_DO = frozenset({"する", "できる", "致す", "いたす", "為さる", "なさる", "頂く", "出来る"})
_AFTER_TE = frozenset(
    {
        "いる",
        "ある",
        "くる",
        "いく",
        "おく",
        "しまう",
        "みる",
        "もらう",
        "くれる",
        "いただく",
        "おる",
        "まいる",
        "くださる",
        "来る",
        "行く",
        "居る",
    }
)
_ASPECT = frozenset({"続ける", "始める", "終える", "続く", "つづける", "はじめる"})
_JOINING = frozenset(
    {
        "て",
        "で",
        "ば",
        "ながら",
        "つつ",
        "たり",
        "ので",
        "が",
        "けれど",
        "けれども",
        "けど",
        "し",
        "のに",
        "ものの",
        "から",
    }
)
_NOMINAL = frozenset({"N", "SV", "ENT", "QTY", "NUM", "PRE", "SUF", "PRON", "ADN", "TIME", "NA"})

_AT_ALL = "(?:これまで|一度も|決して|まったく|全く|一切|ただの一度も)?"
# What follows the verb and says how it is meant, tried in this order as long as one fits: effect, words.
_TAILS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (effect, re.compile(words))
    for effect, words in (
        ("negate", rf"(?:という|といった)?(?:こと|の|事実|経験|記録|"
            rf"証拠)[はがも]{_AT_ALL}(?:ない|ありません|なかった|無い|なく|存在しない)"),
        ("negate", r"(?:わけ|はず|つもり)(?:では?|が|は|も)?(?:ない|ありません)"),
        ("likely", r"(?:という|との)?(?:可能性|恐れ|おそれ|疑い|公算|蓋然性)[はがも](?:極めて|"
            r"非常に|かなり)?(?:高い|高く|強い|強く|大きい|濃厚)"),
        ("possibly", r"(?:という|との)?(?:可能性|恐れ|おそれ|疑い)[はがもの]?(?:ある|あり|あった|"
            r"あります|あるという|否定でき|排除でき|除外でき|残る|指摘されて|浮上)"),
        ("possibly", r"(?:という|との)?(?:可能性|恐れ|おそれ|疑い)を(?:示唆|排除|否定)"),
        ("possibly", r"かも(?:しれ|知れ)(?:ない|ません|ず)"),
        ("unknown", r"(?:の)?か(?:どうか)?[はも、]?(?:不明|わから|分から|知られてい|定か|"
            r"確認でき|はっきり|明らかでな|明らかにな)"),
        ("likely", r"(?:もの)?と(?:み|見)られ(?:ている|ていた|ており|ます|る|た)"),
        ("likely", r"(?:もの)?と(?:推定|推測|予想|想定|考え|思わ|判断|信じ)(?:さ)?(?:られ|"
            r"れ)(?:ている|ていた|ており|ます|る|た)"),
        ("reportedly", r"(?:もの)?と(?:され|言われ|いわれ|噂され|伝えられ|報じられ|"
            r"報道され)(?:ている|ていた|てきた|ており|ます|る|た)"),
        ("likely", r"(?:模様|もよう)|(?:よう|みたい)(?:だ|である|です|で、|で。)|らしい|"
            r"はず(?:だ|で|です)|に違いない"),
        ("likely", r"(?:の)?(?:だろう|でしょう|であろう)"),
        ("offered", r"(?:という)?(?:予定|方針|計画|見通し|意向|構え|考え|つもり|手はず|運び|"
            r"見込み|用意|準備)(?=だ|で|が|を|と|。|、|も|は|に|の)(?:だった|だ|である|"
            r"です|で(?=、|あ)|が(?:ある|あり|あった)|を(?:示し|固め|明らかに|表明|持っ|"
            r"進め)た?)?"),
        ("hypothetical", r"(?:べき|ほうがよい|必要があ)"),
        ("hypothetical", r"(?:なら|ならば|場合|としても|とすれば|としたら|と仮定)"),
        ("polite", r"(?:の|ん|わけ|もの)(?:だ|です|である)(?!が)"),
    )
)  # fmt: skip


@dataclass(slots=True)
class Predicate:
    """A predicate and what its ending says. `joined`: main, coordinate, relative, quote, content, koto,
    adverbial, question."""

    lemma: str
    start: int
    end: int
    """Token range of the whole predicate, ending included."""
    head_end: int = 0
    joined: str = "main"
    marker: str = ""
    passive: bool = False
    causative: bool = False
    negated: bool = False
    past: bool = False
    progressive: bool = False
    perfect: bool = False
    stage: str = ""
    hedges: list[str] = field(default_factory=list)
    hypothetical: bool = False
    bare: bool = False
    """A verbal noun without its verb ("... と指摘。")."""
    adjective: bool = False


def read_predicate(tokens: Sequence[Token], i: int, text: str, base: int) -> Predicate | None:
    """The predicate that begins at token `i`, or None."""
    found = _head(tokens, i)
    if found is None:
        return None
    lemma, k = found
    out = Predicate(lemma, i, k, k)
    out.adjective = tokens[i].tag == "ADJ"
    out.negated = lemma in ("ない", "無い")
    k = _forms(tokens, k, out)
    k = _tails(tokens, k, text, base, out)
    out.end = k
    _join(tokens, k, out)
    return out


def _head(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    token, n = tokens[i], len(tokens)
    nxt = tokens[i + 1] if i + 1 < n else None
    if token.tag == "V":
        if (
            nxt is not None
            and nxt.tag == "V"
            and token.verb == "連用形"
            and nxt.lemma not in _ASPECT
            and nxt.lemma not in _DO
        ):
            return token.text + nxt.lemma, i + 2
        return token.lemma, i + 1
    if token.tag == "ADJ":
        return token.lemma, i + 1
    if token.tag in ("SV", "N", "SUF", "NA") and nxt is not None:
        if nxt.tag == "V" and nxt.lemma in _DO:
            return token.text, i + 2
        if token.tag == "NA" and nxt.text == "に" and i + 2 < n and tokens[i + 2].lemma in ("する", "なる"):
            return token.text, i + 3
    return None


def _forms(tokens: Sequence[Token], k: int, out: Predicate) -> int:
    """Read auxiliaries and auxiliary verbs after the head; index after them."""
    n = len(tokens)
    if k - 1 >= 0 and tokens[k - 1].text in ("さ", "され") and k < n and tokens[k].lemma in ("れる", "せる"):
        pass
    while k < n:
        token, before = tokens[k], tokens[k - 1]
        if token.tag == "AUX":
            _auxiliary(token, out)
        elif token.tag == "V" and token.lemma in _AFTER_TE and before.text in ("て", "で", "は", "も"):
            out.progressive = out.progressive or token.lemma in ("いる", "おる", "居る", "ある")
            out.perfect = out.perfect or token.lemma in ("くる", "来る")
            out.joined = "main"
        elif token.tag == "V" and token.lemma in _ASPECT and before.verb == "連用形":
            out.stage = "underway"
        elif (
            token.tag == "ADJ"
            and token.lemma in ("ない", "無い")
            and before.text in ("て", "で", "は", "も", "く")
        ):
            out.negated = not out.negated
        elif (
            token.tag == "PRT" and token.text in ("て", "で") and (before.tag in ("V", "AUX") or before.verb)
        ):
            out.joined = "coordinate"
        elif (
            token.text in ("は", "も")
            and before.text in ("て", "で")
            and k + 1 < n
            and tokens[k + 1].lemma in ("いる", "ない", "ある", "おる")
        ):
            pass
        elif token.tag == "PRT" and token.text in ("ば",):
            out.hypothetical = True
        else:
            break
        k += 1
    return k


def _auxiliary(token: Token, out: Predicate) -> None:
    lemma = token.lemma
    if lemma in ("れる", "られる"):
        out.passive = True
    elif lemma in ("せる", "させる"):
        out.causative = True
    elif lemma in ("ない", "ぬ", "ず", "まい", "ん"):
        out.negated = not out.negated
    elif lemma in ("た", "だ") and token.text in ("た", "だ", "たら", "だら", "だっ"):
        out.past = out.past or lemma == "た" or token.text == "だ"
        out.hypothetical = out.hypothetical or token.text in ("たら", "だら")
    elif lemma in ("う", "よう"):
        out.stage = out.stage or "offered"
    elif lemma in ("たい", "べし", "べき"):
        out.hypothetical = True


def _tails(tokens: Sequence[Token], k: int, text: str, base: int, out: Predicate) -> int:
    n = len(tokens)
    while k < n:
        at = tokens[k].start - base
        for effect, pattern in _TAILS:
            match = pattern.match(text, at)
            if match is not None and match.end() > at:
                _effect(effect, out)
                stop = base + match.end()
                while k < n and tokens[k].start < stop:
                    k += 1
                if effect not in ("unknown",):
                    k = _rest(tokens, k)
                break
        else:
            return k
    return k


def _rest(tokens: Sequence[Token], k: int) -> int:
    """Past auxiliaries that belong to a tail: "可能性がある/あった/あるが"."""
    while k < len(tokens) and (
        tokens[k].tag == "AUX"
        or tokens[k].text in ("て",)
        or (tokens[k].tag == "V" and tokens[k].lemma in ("いる", "おる") and tokens[k - 1].text == "て")
    ):
        k += 1
    return k


def _effect(effect: str, out: Predicate) -> None:
    if effect == "negate":
        out.negated = not out.negated
        out.joined = "main"
    elif effect in ("likely", "possibly", "reportedly"):
        out.hedges.append(effect)
        out.joined = "main"
    elif effect == "offered":
        out.stage = "offered"
        out.joined = "main"
    elif effect in ("unknown", "hypothetical"):
        out.hypothetical = True


def _join(tokens: Sequence[Token], k: int, out: Predicate) -> None:
    """How the predicate is tied to what follows it."""
    n = len(tokens)
    last = tokens[k - 1]
    renyou = last.verb == "連用形" and last.tag in ("V", "ADJ", "AUX")
    if k >= n:
        out.joined = "coordinate" if renyou and out.joined == "coordinate" else "main"
        return
    token = tokens[k]
    two = token.text + (tokens[k + 1].text if k + 1 < n else "")
    if token.text == "と" and token.verb in ("格助詞", "接続助詞", "副助詞"):
        out.joined = "quote"
    elif token.text == "か" and (k + 1 >= n or tokens[k + 1].tag in ("。", "？", "?", "」")):
        out.joined = "question"
    elif two in ("、と", ",と"):
        out.joined = "quote"
    elif token.text in ("こと", "の", "のを", "ところ", "よう") and out.joined != "coordinate":
        out.joined = "koto"
    elif token.tag == "PRT" and token.text in _JOINING:
        out.joined = (
            "coordinate"
            if token.text
            in ("が", "けれど", "けれども", "けど", "し", "ものの", "て", "で", "ながら", "つつ", "たり")
            else "adverbial"
        )
    elif token.text == "ため" and k + 1 < n and tokens[k + 1].text == "の":
        out.joined = "relative"
    elif token.text in (
        "ため",
        "際",
        "後",
        "あと",
        "前",
        "うえ",
        "一方",
        "まま",
        "以来",
        "以降",
        "とき",
        "時",
        "ほか",
        "うち",
        "中",
    ):
        out.joined = "adverbial"
        out.end = k + 2 if k + 1 < n and tokens[k + 1].text in ("に", "で", "は") else k + 1
    elif renyou or out.joined == "coordinate":
        out.joined = "coordinate"
    elif token.tag in _NOMINAL or token.tag in ("「", "『", '"'):
        out.joined = "relative"
    else:
        out.joined = "main"
