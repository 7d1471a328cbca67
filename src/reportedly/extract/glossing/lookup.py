"""Words to glosses: phrases first, then single words, then what is left of a word without its clitic or
elided article."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack

Gloss = Sequence[str]
"""The word of the pivot, its tag, and for verbs the form (VB VBZ VBD VBN VBG)."""
_QUOTES = frozenset("\"“”«»„‘’'‹›")
_DASHES = frozenset("-–—―")
_MARKS = {"،": ",", "؛": ";", "؟": "?", "…": "."}
_ARTICLE = "ال"
_LONGEST = 6
_DIACRITICS = dict.fromkeys(range(1611, 1619)) | {0x0640: None}
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "’": "'"})


def key(text: str) -> str:
    """How words are looked up: lower case, Arabic without vowel signs and with one alif."""
    return text.lower().translate(_DIACRITICS).translate(_LETTERS)


def gloss(tokens: Sequence[Token], pack: Pack) -> list[Token]:
    """The row of glossed tokens. What has no gloss keeps its word and gets a class by its looks."""
    table: dict[str, Sequence[Gloss]] = pack.data["glosses"]
    row = _joined([part for t in tokens for part in _parts(t, table, pack)])
    out: list[Token] = []
    i = 0
    while i < len(row):
        found = _longest(row, i, table)
        if (
            found is not None
            and found[0] > 1
            and found[1]
            and found[1][0][1] == "P"
            and out
            and out[-1].tag == "AUX"
        ):
            # "estaban destinadas a": a verb behind its auxiliary, no preposition.
            found = _longest(row[: i + 1], i, table)
        if found is not None:
            length, glosses = found
            out.extend(_glossed(row[i : i + length], glosses))
            i += length
            continue
        _guess(row[i], out[-1] if out else None, i, row, pack)
        out.append(row[i])
        i += 1
    _names_with_articles(out)
    _participles(out)
    return out


def _names_with_articles(row: Sequence[Token]) -> None:
    """ "le quotidien Le Fleuve": an article with a capital inside a sentence belongs to a name."""
    for i in range(1, len(row) - 1):
        token, after = row[i], row[i + 1]
        if (
            token.tag == "DET"
            and token.text.istitle()
            and after.text[:1].isupper()
            and not _known(after)
            and row[i - 1].start != token.start
            and row[i - 1].tag in ("N", "P", "TO")
        ):
            token.tag = after.tag = "NAME"


def _participles(row: Sequence[Token]) -> None:
    """A form that is a present and a participle ("dit") is a participle behind "have"."""
    for i, token in enumerate(row):
        if token.tag == "V" and token.verb in ("VBZ", "VBD"):
            k = i - 1
            while k >= 0 and row[k].tag in ("ADV", "NEG"):
                k -= 1
            if k >= 0 and row[k].tag == "AUX" and row[k].low in ("has", "have", "had", "having", "been"):
                token.verb = "VBN"


def _known(token: Token) -> bool:
    return token.match is not None or token.date is not None or token.quantity is not None


def _parts(token: Token, table: dict[str, Sequence[Gloss]], pack: Pack) -> list[Token]:
    """The token, or its elided article or clitic and the rest ("l'armée", "بالسلاح")."""
    low = key(token.text)
    if _known(token) or low in table:
        return [token]
    for head in pack.data.get("elisions", ()):
        if low.startswith(head) and len(low) > len(head):
            return [_cut(token, 0, len(head)), *_parts(_cut(token, len(head), None), table, pack)]
    for head in pack.data.get("clitics", ()):
        rest = low[len(head) :]
        if low.startswith(head) and (rest in table or "ال" + rest in table):
            return _unclitic(token, head)
    for tail in pack.data.get("enclitics", ()):
        if low.endswith(tail) and low[: -len(tail)] in table:
            return [_cut(token, 0, len(low) - len(tail)), _cut(token, len(low) - len(tail), None)]
    return [token]


def _unclitic(token: Token, head: str) -> list[Token]:
    """The clitic and its word. An Arabic article stays part of its word's span; its token has none of its
    own."""
    if not head.endswith(_ARTICLE):
        return [_cut(token, 0, len(head)), _cut(token, len(head), None)]
    at = len(head) - len(_ARTICLE)
    word = _cut(token, at, None)
    word.low = word.low[len(_ARTICLE) :]
    article = Token(_ARTICLE, word.start, word.start)
    article.quoted = token.quoted
    return [*([_cut(token, 0, at)] if at else []), article, word]


def _cut(token: Token, start: int, end: int | None) -> Token:
    text = token.text[start:end]
    part = Token(text, token.start + start, token.start + start + len(text))
    part.quoted = token.quoted
    return part


def _joined(row: list[Token]) -> list[Token]:
    """ "L" and "'" before a name: one elided article."""
    out: list[Token] = []
    for token in row:
        last = out[-1] if out else None
        if (
            last is not None
            and token.text in "'’"
            and last.end == token.start
            and not _known(last)
            and len(last.text) < 7
            and last.text.isalpha()
        ):
            joined = Token(last.text + "'", last.start, token.end)
            joined.quoted = last.quoted
            out[-1] = joined
        else:
            out.append(token)
    return out


def _longest(
    row: Sequence[Token], i: int, table: dict[str, Sequence[Gloss]]
) -> tuple[int, Sequence[Gloss]] | None:
    words: list[str] = []
    best: tuple[int, Sequence[Gloss]] | None = None
    for k in range(i, min(len(row), i + _LONGEST)):
        if row[k].date is not None or row[k].quantity is not None or row[k].match is not None:
            break
        words.append(key(row[k].low))
        glosses = table.get(" ".join(words))
        if glosses is not None:
            best = (k - i + 1, glosses)
    return best


def _glossed(words: Sequence[Token], glosses: Sequence[Gloss]) -> list[Token]:
    """One token a gloss; all share the span of the words that they stand for."""
    out: list[Token] = []
    text = words[0].text if len(words) == 1 else " ".join(w.text for w in words)
    for word, tag, *form in glosses:
        token = Token(text, words[0].start, words[-1].end)
        token.low = token.lemma = word
        token.tag, token.sure, token.quoted = tag, True, words[0].quoted
        if form:
            token.verb = form[0]
        if tag == "ENT":
            token.match = words[0].match
        out.append(token)
    return out


def _guess(token: Token, before: Token | None, i: int, row: Sequence[Token], pack: Pack) -> None:
    """A class for a word that has no gloss."""
    token.sure = True
    text = token.text
    if token.date is not None:
        token.tag = "TIME"
    elif token.quantity is not None or text[0].isdigit():
        token.tag = "QTY"
    elif token.match is not None:
        token.tag = "ENT"
        if before is not None and before.tag == "NAME" and text.istitle() and _common(token, pack):
            token.tag, token.match = "NAME", None
    elif not text[0].isalnum():
        token.tag = '"' if text in _QUOTES else _dash(i, row) if text in _DASHES else _MARKS.get(text, text)
        token.low = token.tag if text in _MARKS else token.low
    elif (
        text[0].isupper()
        and i > 0
        and not (
            pack.data.get("capital_nouns")
            and before is not None
            and before.tag in ("DET", "ADJ", "QTY", "P", "POSSDET")
        )
    ):
        token.tag = "NAME"
    elif text.lower().endswith(tuple(pack.data.get("adverb_endings", ()))):
        token.tag = "ADV"
    elif not text[0].isupper() and text.lower().endswith(tuple(pack.data.get("adjective_endings", ()))):
        token.tag = "ADJ"
    else:
        token.tag = "N"


def _common(token: Token, pack: Pack) -> bool:
    """True for a class word of materiel whose capital its language does not ask for: "Vigie Armes"."""
    match = token.match
    capitals = bool(pack.data.get("capital_nouns"))
    return (
        not capitals
        and match is not None
        and all(n.text.islower() and n.entity.startswith("materiel/") for n in match.names)
    )


def _dash(i: int, row: Sequence[Token]) -> str:
    tight = 0 < i < len(row) - 1 and row[i - 1].end == row[i].start and row[i].end == row[i + 1].start
    return "HYPH" if tight and row[i].text in "-–" else "—"
