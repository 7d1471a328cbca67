"""Words whose neighbours decide what they are: articles that are genitives or relatives, auxiliaries,
prepositions: "de" is "from" after "recibir" and "of" after a noun, "von" is "by" in a passive."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack

_STOPS = frozenset({",", ";", ":", ".", "—", "COMP", "SUB", "REL", '"'})


def settle_articles(row: list[Token], pack: Pack) -> list[Token]:
    """The row with articles that are more than that: after a common noun a genitive ("Humvees der Armee"),
    after a comma and with the verb at the end a relative ("Raketen, die Iran schickte")."""
    genitive = pack.data.get("genitive_articles", {})
    relative = pack.words("relative_articles")
    out: list[Token] = []
    for i, token in enumerate(row):
        low = token.text.lower()
        before = row[i - 1] if i else None
        if (
            token.tag == "COMP"
            and low in pack.words("object_relatives")
            and before is not None
            and before.tag == ","
            and i > 1
            and row[i - 2].tag in ("N", "ENT", "NAME")
        ) or (before is not None and before.tag == "," and low in relative and _verb_closes(row, i + 1)):
            token.low, token.tag = "which", "REL"
        elif low in genitive and not token.match:
            after_noun = before is not None and (before.tag == "N" or _goods(before))
            if after_noun:
                of = Token(token.text, token.start, token.end)
                of.low, of.tag, of.sure, of.quoted = "of", "P", True, token.quoted
                out.append(of)
            token.low, token.tag = genitive[low], "DET"
        out.append(token)
    return out


def _verb_closes(row: Sequence[Token], i: int) -> bool:
    """True where the clause from `i` on ends in a verb."""
    if i < len(row) and row[i].tag in ("V", "AUX"):
        return False
    k = i
    while k < len(row) and row[k].tag not in (",", ";", ":", ".", "?", "!"):
        k += 1
    return k > i and row[k - 1].tag in ("V", "AUX") and row[k - 2].tag != "TO"


def settle_functions(row: list[Token], pack: Pack) -> list[Token]:
    """The row with ambiguous auxiliaries and prepositions (`by_participle`, `ambiguous` of the pack) given
    the word that fits."""
    choices = pack.data.get("by_participle", {})
    for i, token in enumerate(row):
        if token.tag == "AUX" and token.low in choices:
            verb = next((t for t in row[i + 1 : i + 5] if t.tag == "V"), None)
            token.low = choices[token.low][0 if verb is not None and verb.verb == "VBN" else 1]
        elif token.tag == "AUX" and token.low in ("is", "are", "was", "were"):
            verb = next((t for t in row[i + 1 : i + 4] if t.tag not in ("ADV", "NEG")), None)
            if verb is not None and verb.verb == "VBG" and "construct" in pack.words("order"):
                # An Arabic verbal noun: "tamma taslīm" is "was delivered".
                verb.verb = "VBN"
            if verb is not None and verb.verb == "VBN" and verb.lemma in pack.words("be_perfect"):
                token.low = {"is": "has", "are": "have"}.get(token.low, "had")
    return _settle_prepositions(_settle_infinitives(row, pack), pack)


def _settle_infinitives(row: list[Token], pack: Pack) -> list[Token]:
    """Infinitives as the pivot has them: bare after "will" and "may", "of supplying" after "accuse",
    "supplying" after "deny"."""
    gerund = pack.words("report", "deny") | pack.words("report", "accuse") | {"admit", "acknowledge"}
    out: list[Token] = []
    for i, token in enumerate(row):
        verb = row[i + 1] if i + 1 < len(row) else None
        if (
            token.tag == "TO"
            and verb is not None
            and verb.tag in ("V", "AUX")
            and (verb.verb == "VB" or verb.low in ("having", "have"))
        ):
            preposition = (
                out.pop()
                if out and out[-1].tag == "P" and out[-1].low in pack.words("infinitive_marks")
                else None
            )
            governor = _verb(out, len(out))
            if (
                out
                and out[-1].tag in ("AUX", "NEG")
                and preposition is None
                and any(t.low in _BARE for t in out[-3:])
            ):
                continue
            if governor is None or governor.lemma not in gerund:
                out.append(token)
                continue
            if governor.lemma in pack.words("report", "accuse"):
                token.low, token.tag = "of", "P"
                out.append(token)
            if verb.tag == "V":
                verb.verb = "VBG"
            else:
                verb.low = "having"
            continue
        if token.tag == "V" and token.lemma == "reject" and verb is not None and verb.verb == "VBG":
            token.low = token.lemma = "refuse"
        out.append(token)
    return out


_BARE = frozenset({"will", "would", "may", "might", "must", "can", "could", "should"})


def _settle_prepositions(row: list[Token], pack: Pack) -> list[Token]:
    out: list[Token] = []
    rules = pack.data.get("ambiguous", {})
    for i, token in enumerate(row):
        if token.tag != "P" or token.low not in rules:
            out.append(token)
            continue
        word = _settled(row, i, rules[token.low], pack)
        if word:
            token.low = token.lemma = word
            token.tag = "TO" if word == "to" and i + 1 < len(row) and row[i + 1].verb == "VB" else "P"
            out.append(token)
    return out


def _settled(row: Sequence[Token], i: int, rule: dict[str, object], pack: Pack) -> str:
    """The word for the preposition at `i`, empty where it has none (a personal "a", a partitive "de")."""
    verb = _verb(row, i)
    nxt = next((t for t in row[i + 1 :] if t.tag not in ("DET", "POSSDET", "ADJ", "QTY", '"')), None)
    adjacent = i > 0 and row[i - 1].tag in ("N", "ENT", "NAME", "QTY", "ADJ", "PRON", '"')
    if (
        i > 0
        and row[i - 1].tag in ("V", "ADV", "NEG", "AUX")
        and nxt is not None
        and _goods(nxt)
        and "partitive" in rule
    ):
        return str(rule["partitive"])
    if verb is not None:
        if verb.verb == "VBN" and "passive" in rule and _passive(row, verb):
            return str(rule["passive"])
        for word, lemmas in rule.get("after", {}).items():  # type: ignore[attr-defined]
            if verb.lemma in lemmas and (nxt is None or not _goods(nxt) or word != "from"):
                return "" if word == "none" else str(word)
    if verb is None and "passive" in rule and any(t.tag == "N" and t.low in pack.nominals for t in row[:i]):
        return str(rule["passive"])
    if adjacent and "noun" in rule:
        return str(rule["noun"])
    return str(rule["else"])


def _verb(row: Sequence[Token], i: int) -> Token | None:
    for token in reversed(row[:i]):
        if token.tag == "V":
            return token
        if token.tag in _STOPS:
            return None
    return None


def _passive(row: Sequence[Token], verb: Token) -> bool:
    """A participle without "have": passive, or a reduced relative."""
    at = next(k for k, t in enumerate(row) if t is verb)
    k = at - 1
    words = []
    while k >= 0 and row[k].tag in ("AUX", "ADV", "NEG"):
        words.append(row[k].low)
        k -= 1
    return bool({"was", "were", "is", "are", "been", "be", "being"} & set(words)) or not words


def _goods(token: Token) -> bool:
    return token.match is not None and any(n.entity.startswith("materiel/") for n in token.match.names)
