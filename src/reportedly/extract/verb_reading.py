"""Verb or noun: how a word that can be both is read, by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack

_NOMINAL = frozenset({"N", "NAME", "ENT", "ADJ", "QTY"})
_OPEN_NP = frozenset({"DET", "POSSDET", "ADJ", "POSS", "QTY"})
_AFTER_VERB = frozenset({"DET", "POSSDET", "ENT", "QTY", "PRON", "ADJ", "NAME", "COMP"})


def is_adjectival(token: Token) -> bool:
    """True for a name that is only an adjective here (Russian, Iranian)."""
    return token.match is not None and all(n.type == "demonym" for n in token.match.names)


def _previous(i: int, tokens: Sequence[Token]) -> int:
    k = i - 1
    while k >= 0 and tokens[k].tag in ("ADV", "NEG", '"'):
        k -= 1
    return k


def following(i: int, tokens: Sequence[Token]) -> int:
    k = i + 1
    while k < len(tokens) and tokens[k].tag in ("ADV", '"'):
        k += 1
    return k


def decide_verb(i: int, tokens: Sequence[Token], pack: Pack) -> None:
    """Verb or noun (or adjective): by what stands before and after."""
    token = tokens[i]
    p, f = _previous(i, tokens), following(i, tokens)
    before = tokens[p] if p >= 0 else None
    after = tokens[f] if f < len(tokens) else None
    verdict = _reading(token, before, after, i, tokens, pack)
    if verdict == "V":
        token.tag = "V"
        readings = pack.verb_forms.get(token.low)
        if readings:
            token.lemma = next((lemma for lemma, form in readings if form == token.verb), readings[0][0])
        else:
            token.lemma = token.low
        return
    token.verb = ""
    if token.match is None:
        token.tag = verdict


def _reading(
    token: Token, before: Token | None, after: Token | None, i: int, tokens: Sequence[Token], pack: Pack
) -> str:
    form = token.verb
    tag_before = before.tag if before else ""
    tag_after = after.tag if after else ""
    nominal_next = tag_after in _NOMINAL or (
        tag_after == "V" and after is not None and after.verb in ("VB", "VBZ") and reads_as_noun(after, pack)
    )
    noun_like = reads_as_noun(token, pack)
    if form == "VBG":
        if tag_before in ("DET", "POSSDET", "POSS"):
            return "ADJ" if nominal_next else "N"
        if tag_before == "ADJ" and not nominal_next:
            return "N"
        if tag_before == "ENT" and before is not None and is_adjectival(before):
            return "ADJ" if nominal_next else "N"
        if noun_like and tag_after in ("P", ".", ",", "") and tag_before in ("P", "V", "CC", ","):
            return "V" if (after and after.low in ("to", "from")) else "N"
        return "V"
    if form in ("VBN", "VBD"):
        if tag_before in _OPEN_NP or (before is not None and is_adjectival(before)):
            if nominal_next:
                return "ADJ"
            if tag_before in ("DET", "POSSDET"):
                return "N"
        if (
            nominal_next
            and before is not None
            and before.low in ("him", "them", "us", "me")
            and token.low in pack.words("adjectives")
        ):
            return "ADJ"
        if nominal_next and tag_before == "P" and not (after is not None and after.tag == "QTY"):
            return "ADJ"
        if (
            nominal_next
            and token.low in pack.words("adjectives")
            and tag_before not in ("ENT", "NAME", "N", "PRON", "AUX")
        ):
            return "ADJ"
        return "V"
    if tag_before == "TO":
        if form == "VBZ":
            return "N"
        if noun_like and tag_after in ("P", ".", ",") and after is not None and after.low in ("of", ",", "."):
            return "N"
        return "V"
    if before is not None and before.tag == "AUX":
        if form == "VB" and before.low in (
            "do",
            "does",
            "did",
            "will",
            "would",
            "shall",
            "should",
            "can",
            "could",
            "may",
            "might",
            "must",
            "cannot",
        ):
            return "V"
        if form == "VB" and any(f2 in ("VBN", "VBD") for _, f2 in pack.verb_forms.get(token.low, ())):
            return "V"
        return "N"
    if tag_before in _OPEN_NP or tag_before == "P":
        return "N"
    if before is not None and is_adjectival(before):
        return "V" if form == "VBZ" and not noun_like and tag_after in _AFTER_VERB else "N"
    if form == "VBZ":
        if not noun_like:
            return "V"
        if tag_before == "CC" and (
            (_verb_joined(i, tokens) == form and tag_after in _AFTER_VERB)
            or (tag_after in ("DET", "POSSDET") and _clause_has(form, i, tokens))
        ):
            return "V"
        if (
            tag_before in ("N", "NAME", "ENT", "PRON")
            and tag_after in (".", ",", "")
            and token.low in pack.verb_forms
            and _says(token, pack)
            and _parenthesis(i, tokens)
        ):
            return "V"
        if (
            tag_before in ("ENT", "NAME", "PRON", "REL")
            and tag_after == "TO"
            and i + 2 < len(tokens)
            and tokens[i + 2].verb == "VB"
            and _verb_wanting(i, tokens)
        ):
            # "Russia plans to sell"
            return "V"
        if tag_before in ("N", "NAME", "ENT", "PRON", ")", ",", "REL", "COMP") and (
            tag_after in _AFTER_VERB or (after is not None and after.low in ("that", "no"))
        ):
            return "V"
        return "N"
    # Base form: the present of a plural subject, an imperative, or a noun.
    if (
        any(f2 == "VBD" for _, f2 in pack.verb_forms.get(token.low, ()))
        and tag_before in ("N", "NAME", "ENT", "PRON", "CC", "REL")
        and not noun_like
    ):
        token.verb = "VBD"
        return "V"
    if tag_before in ("PRON", "REL") or (
        tag_before == "COMP" and (tag_after in _AFTER_VERB or not noun_like)
    ):
        return "V"
    if (
        not noun_like
        and tag_after in _AFTER_VERB
        and (before is None or tag_before in (".", ":", '"', "NAME"))
        and token.text[0].isupper()
    ):
        return "V"
    if tag_after == "COMP" and noun_like:
        return "N"
    if tag_before == "CC" and _verb_before(i, tokens):
        return "V"
    if (
        before is not None
        and tag_before in ("N", "NAME", "ENT", "QTY", ",", ")")
        and tag_after in _AFTER_VERB | {"TO", "P", "."}
    ):
        plural_subject = (
            tag_before in (",", ")", "QTY")
            or before.low.endswith("s")
            or before.low in ("people", "police", "militia", "men", "women")
        )
        if (plural_subject or not noun_like) and (
            tag_after in _AFTER_VERB or (not noun_like and plural_subject)
        ):
            return "V"
        if not noun_like and any(f2 == "VBD" for _, f2 in pack.verb_forms.get(token.low, ())):
            token.verb = "VBD"
            return "V"
        if not noun_like and tag_after in ("P", "TO") and _verb_wanted(i, tokens):
            return "V"
    if (
        not noun_like
        and before is not None
        and tag_before in ("N", "NAME", "ENT")
        and tag_after == "N"
        and _verb_wanted(i, tokens)
    ):
        return "V"
    return "N"


def _clause_has(form: str, i: int, tokens: Sequence[Token]) -> bool:
    """True where a verb of the same form stands before token `i` in its clause ("supplies it with arms and
    trains its crews")."""
    for token in reversed(tokens[:i]):
        if token.tag in ("COMP", "SUB", "REL", ";", ":", "."):
            return False
        if token.tag == "V":
            return token.verb == form
    return False


def _verb_joined(i: int, tokens: Sequence[Token]) -> str:
    """The form of the verb that a conjunction right before token `i` follows ("funds and trains"), or
    nothing."""
    k = _previous(i, tokens) - 1
    return tokens[k].verb if k >= 0 and tokens[k].tag == "V" else ""


def _says(token: Token, pack: Pack) -> bool:
    return any(lemma in pack.report_verbs for lemma, _ in pack.verb_forms[token.low])


def _parenthesis(i: int, tokens: Sequence[Token]) -> bool:
    """True where a comma opens the few words before token `i` and no verb stands between: ", the council
    reports."."""
    for token in reversed(tokens[max(0, i - 9) : i]):
        if token.tag == ",":
            return True
        if token.tag in ("V", "AUX", ";", ":"):
            return False
    return False


def _verb_wanting(i: int, tokens: Sequence[Token]) -> bool:
    """True where no verb stands before token `i` in its clause."""
    for token in reversed(tokens[:i]):
        if token.tag in ("V", "AUX"):
            return False
        if token.tag in ("COMP", "SUB", "REL", ";", ":", ".", ",", "CC"):
            break
    return True


def _verb_wanted(i: int, tokens: Sequence[Token]) -> bool:
    """True where the clause has a plural subject and no verb so far: "arms for Yemen pass through"."""
    plural = False
    for token in reversed(tokens[:i]):
        if token.tag in ("V", "AUX"):
            return False
        if token.tag in ("COMP", "SUB", "REL", ";", ":", "."):
            break
        plural = plural or (token.tag in ("N", "ENT") and token.low.endswith("s"))
    return plural


def _verb_before(i: int, tokens: Sequence[Token]) -> bool:
    """A base form after "and" is a verb where an infinitive or modal governs the first conjunct."""
    return any(t.tag in ("TO", "AUX") for t in tokens[max(0, i - 8) : i])


def reads_as_noun(token: Token, pack: Pack) -> bool:
    """A word that is often a noun: a nominal predicate, a noun of people, papers or vehicles, or one that
    the lexicon knows."""
    if token.match is not None or token.low in pack.nominals:
        return True
    return token.low in pack.noun_words
