"""Word classes for configurational languages (English and its like), good enough to find phrases and predicates.

Tags: DET POSSDET PRON REL COMP SUB CC P TO AUX NEG ADV V ADJ N NAME ENT QTY TIME POSS HYPH and marks as themselves
(`,` `.` `;` `:` `(` `)` `—` and `"` for any quotation mark).
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack

_QUOTES = frozenset("\"“”«»„‘’'")
_DASHES = frozenset("-–—―")
_NOMINAL = frozenset({"N", "NAME", "ENT", "ADJ", "QTY"})
_OPEN_NP = frozenset({"DET", "POSSDET", "ADJ", "POSS", "QTY"})
_NAME_PARTICLES = frozenset({"do", "da", "de", "del", "della", "la", "le", "du", "des", "van", "von", "bin", "ibn", "al", "el", "dos", "di"})
_AFTER_VERB = frozenset({"DET", "POSSDET", "ENT", "QTY", "PRON", "ADJ", "NAME", "COMP"})
_DEMONYM = frozenset({"demonym"})


def tag(tokens: Sequence[Token], pack: Pack) -> None:
    """Set `tag` (and `verb`, `lemma` for verbs) on every token, left to right."""
    headline = _headline(tokens)
    for i, token in enumerate(tokens):
        token.tag = _first_guess(token, i, tokens, pack)
        if token.tag in ("V", "ADJ", "N") and not headline and _part_of_name(i, tokens):
            token.tag, token.verb = "NAME", ""
        elif token.match is not None and _surname(i, tokens, pack):
            token.tag, token.verb, token.match = "NAME", "", None
    _negative_adverbials(tokens, pack)
    for i, token in enumerate(tokens):
        if token.tag == "DET" and token.low in ("this", "these", "those") and i + 1 < len(tokens) and tokens[i + 1].tag in ("AUX", "NEG", "P", "TO", ",", "."):
            token.tag = "PRON"
    for i, token in enumerate(tokens):
        if token.tag == "ADJ" and token.low in pack.noun_words:
            _settle_adjective(i, tokens, pack)
        if token.verb:
            _decide_verb(i, tokens, pack)


def _negative_adverbials(tokens: Sequence[Token], pack: Pack) -> None:
    """ "at no time", "in no way": one "never"."""
    phrases = pack.data.get("negative_adverbials", ())
    if not phrases:
        return
    sentence = " ".join(t.low for t in tokens)
    for phrase in phrases:
        if phrase not in sentence:
            continue
        words = phrase.split()
        for i in range(len(tokens) - len(words) + 1):
            if [t.low for t in tokens[i : i + len(words)]] == words:
                for token in tokens[i : i + len(words)]:
                    token.tag, token.verb = "ADV", ""
                tokens[i].tag = "NEG"


def _headline(tokens: Sequence[Token]) -> bool:
    """True for a title in capitals, where a capital says nothing."""
    words = [t for t in tokens if t.text[0].isalpha()]
    return len(words) > 2 and sum(1 for t in words if t.text[0].isupper()) > 0.6 * len(words)


def _part_of_name(i: int, tokens: Sequence[Token]) -> bool:
    """A capitalised word right after a capitalised word ("Ordnance Works Kamptal"), not at the start of the sentence."""
    if i == 0 or not tokens[i].text[0].isupper():
        return False
    before = tokens[i - 1]
    follows = i + 1 < len(tokens) and tokens[i + 1].text[0].isupper() and tokens[i + 1].text[0].isalpha()
    named = before.tag == "NAME" or (before.tag == "ENT" and before.text[0].isupper())
    return named and before.tag != '"' or (follows and i > 1 and tokens[i].tag != "V")


def _surname(i: int, tokens: Sequence[Token], pack: Pack) -> bool:
    """ "Foreign Minister Adel Noor": what follows a title and a name is a name, whatever else is called so."""
    if i < 2 or tokens[i - 1].tag != "NAME" or not tokens[i].text[0].isupper():
        return False
    titles = pack.words("titles")
    return any(tokens[k].low in titles for k in range(max(0, i - 3), i))


def _settle_adjective(i: int, tokens: Sequence[Token], pack: Pack) -> None:
    """ "official", "military", "militant": a noun where no noun follows."""
    f = _following(i, tokens)
    after = tokens[f] if f < len(tokens) else None
    if after is None or after.tag in ("P", "TO", "AUX", "NEG", ",", ".", "COMP", "REL", "CC", ")", "POSS", "TIME", "PRON", "SUB"):
        tokens[i].tag = "N"
    elif after.tag == "V" and (after.low in pack.verb_forms and not _noun_like(after, pack) or after.low in pack.report_verbs):
        tokens[i].tag = "N"


def is_adjectival(token: Token) -> bool:
    """True for a name that is only an adjective here (Russian, Iranian)."""
    return token.match is not None and all(n.type == "demonym" for n in token.match.names)


def _first_guess(token: Token, i: int, tokens: Sequence[Token], pack: Pack) -> str:
    if token.date is not None:
        return "TIME"
    if token.quantity is not None:
        return "QTY"
    low = token.low
    if token.match is not None:
        readings = pack.verb_forms.get(low)
        if readings:
            token.verb = _best_form(readings)
        return "ENT"
    if not low[0].isalnum():
        if token.text in _QUOTES:
            return "POSS" if _plural_possessive(i, tokens) else '"'
        if low in ("'s", "'"):
            return "POSS"
        if token.text in _DASHES:
            return _dash(i, tokens)
        if low == "n't":
            return "NEG"
        return token.text
    if low in _NAME_PARTICLES and 0 < i < len(tokens) - 1 and tokens[i - 1].tag in ("NAME", "ENT") and tokens[i - 1].text[0].isupper() and tokens[i + 1].text[0].isupper():
        return "NAME"
    if low == "to":
        return "TO"
    if low in ("not", "never"):
        return "NEG"
    if low == "'s":
        return "POSS"
    if low in ("both", "all", "each") and i > 0 and tokens[i - 1].tag == "AUX":
        return "ADV"
    closed = pack.tags.get(low)
    if closed == "P" and low in ("like", "past", "following", "including", "regarding", "concerning") and low in pack.verb_forms:
        closed = "P"
    if closed is not None:
        return closed
    readings = pack.verb_forms.get(low)
    if readings:
        token.verb = _best_form(readings)
        return "V"
    if low[0].isdigit():
        return "QTY"
    if low.endswith("ly") and len(low) > 4 and low not in pack.noun_words and not (i > 0 and token.text[0].isupper()):
        return "ADV"
    if low in pack.words("adjectives"):
        return "ADJ"
    if token.text[0].isupper() and (i > 0 or _next_is_capital(i, tokens)):
        return "NAME"
    if low.endswith("ing") and len(low) > 5:
        token.verb = "VBG"
        return "V"
    if low.endswith("ed") and len(low) > 4:
        token.verb = "VBN"
        return "V"
    if low.endswith(tuple(pack.data["adjective_suffixes"])) and len(low) > 4:
        return "ADJ"
    return "N"


def _plural_possessive(i: int, tokens: Sequence[Token]) -> bool:
    """ "the guerrillas' rifles": an apostrophe tight after an s, with no quotation open that it could close."""
    mark, before = tokens[i], tokens[i - 1]
    if i == 0 or mark.text not in ("'", "’") or before.end != mark.start or not before.low.endswith("s"):
        return False
    if i + 1 >= len(tokens) or tokens[i + 1].start == mark.end or not tokens[i + 1].text[0].isalnum():
        return False
    openers = ("'", "‘") if mark.text == "'" else ("‘",)
    return not any(t.text in openers and tokens[k + 1].start == t.end and (k == 0 or tokens[k - 1].end < t.start) for k, t in enumerate(tokens[:i]))


def _dash(i: int, tokens: Sequence[Token]) -> str:
    """A hyphen inside a compound is HYPH; with space around it, or a long dash, it parts clauses."""
    tight_before = i > 0 and tokens[i - 1].end == tokens[i].start
    tight_after = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    return "HYPH" if tokens[i].text in "-–" and tight_before and tight_after else "—"


def _next_is_capital(i: int, tokens: Sequence[Token]) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text[0].isupper() and tokens[i + 1].match is None


def _best_form(readings: Sequence[tuple[str, str]]) -> str:
    forms = {form for _, form in readings}
    for form in ("VBD", "VBZ", "VBG", "VBN", "VB"):
        if form in forms:
            return "VB" if form == "VBD" and "VB" in forms else form
    return "VB"


def _previous(i: int, tokens: Sequence[Token]) -> int:
    k = i - 1
    while k >= 0 and tokens[k].tag in ("ADV", "NEG", '"'):
        k -= 1
    return k


def _following(i: int, tokens: Sequence[Token]) -> int:
    k = i + 1
    while k < len(tokens) and tokens[k].tag in ("ADV", '"'):
        k += 1
    return k


def _decide_verb(i: int, tokens: Sequence[Token], pack: Pack) -> None:
    """Verb or noun (or adjective): by what stands before and after."""
    token = tokens[i]
    p, f = _previous(i, tokens), _following(i, tokens)
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


def _reading(token: Token, before: Token | None, after: Token | None, i: int, tokens: Sequence[Token], pack: Pack) -> str:
    form = token.verb
    tag_before = before.tag if before else ""
    tag_after = after.tag if after else ""
    nominal_next = tag_after in _NOMINAL or (tag_after == "V" and after is not None and after.verb in ("VB", "VBZ") and _noun_like(after, pack))
    noun_like = _noun_like(token, pack)
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
        if nominal_next and before is not None and before.low in ("him", "them", "us", "me") and token.low in pack.words("adjectives"):
            return "ADJ"
        if nominal_next and tag_before == "P" and not (after is not None and after.tag == "QTY"):
            return "ADJ"
        if nominal_next and token.low in pack.words("adjectives") and tag_before not in ("ENT", "NAME", "N", "PRON", "AUX"):
            return "ADJ"
        return "V"
    if tag_before == "TO":
        if form == "VBZ":
            return "N"
        if noun_like and tag_after in ("P", ".", ",") and after is not None and after.low in ("of", ",", "."):
            return "N"
        return "V"
    if before is not None and before.tag == "AUX":
        if form == "VB" and before.low in ("do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot"):
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
        if tag_before == "CC" and (_verb_joined(i, tokens) == form and tag_after in _AFTER_VERB or tag_after in ("DET", "POSSDET") and _clause_has(form, i, tokens)):
            return "V"
        if tag_before in ("N", "NAME", "ENT", "PRON") and tag_after in (".", ",", "") and token.low in pack.verb_forms and _says(token, pack) and _parenthesis(i, tokens):
            return "V"
        if tag_before in ("ENT", "NAME", "PRON", "REL") and tag_after == "TO" and i + 2 < len(tokens) and tokens[i + 2].verb == "VB" and _verb_wanting(i, tokens):
            # "Russia plans to sell"
            return "V"
        if tag_before in ("N", "NAME", "ENT", "PRON", ")", ",", "REL", "COMP") and (tag_after in _AFTER_VERB or (after is not None and after.low in ("that", "no"))):
            return "V"
        return "N"
    # Base form: the present of a plural subject, an imperative, or a noun.
    if any(f2 == "VBD" for _, f2 in pack.verb_forms.get(token.low, ())) and tag_before in ("N", "NAME", "ENT", "PRON", "CC", "REL") and not noun_like:
        token.verb = "VBD"
        return "V"
    if tag_before in ("PRON", "REL") or tag_before == "COMP" and (tag_after in _AFTER_VERB or not noun_like):
        return "V"
    if not noun_like and tag_after in _AFTER_VERB and (before is None or tag_before in (".", ":", '"', "NAME")) and token.text[0].isupper():
        return "V"
    if tag_after == "COMP" and noun_like:
        return "N"
    if tag_before == "CC" and _verb_before(i, tokens):
        return "V"
    if before is not None and tag_before in ("N", "NAME", "ENT", "QTY", ",", ")") and tag_after in _AFTER_VERB | {"TO", "P", "."}:
        plural_subject = tag_before in (",", ")", "QTY") or before.low.endswith("s") or before.low in ("people", "police", "militia", "men", "women")
        if (plural_subject or not noun_like) and (tag_after in _AFTER_VERB or not noun_like and plural_subject):
            return "V"
        if not noun_like and any(f2 == "VBD" for _, f2 in pack.verb_forms.get(token.low, ())):
            token.verb = "VBD"
            return "V"
        if not noun_like and tag_after in ("P", "TO") and _verb_wanted(i, tokens):
            return "V"
    if not noun_like and before is not None and tag_before in ("N", "NAME", "ENT") and tag_after == "N" and _verb_wanted(i, tokens):
        return "V"
    return "N"


def _clause_has(form: str, i: int, tokens: Sequence[Token]) -> bool:
    """True where a verb of the same form stands before token `i` in its clause ("supplies it with arms and trains its crews")."""
    for token in reversed(tokens[:i]):
        if token.tag in ("COMP", "SUB", "REL", ";", ":", "."):
            return False
        if token.tag == "V":
            return token.verb == form
    return False


def _verb_joined(i: int, tokens: Sequence[Token]) -> str:
    """The form of the verb that a conjunction right before token `i` follows ("funds and trains"), or nothing."""
    k = _previous(i, tokens) - 1
    return tokens[k].verb if k >= 0 and tokens[k].tag == "V" else ""


def _says(token: Token, pack: Pack) -> bool:
    return any(lemma in pack.report_verbs for lemma, _ in pack.verb_forms[token.low])


def _parenthesis(i: int, tokens: Sequence[Token]) -> bool:
    """True where a comma opens the few words before token `i` and no verb stands between: ", the council reports."."""
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
        plural = plural or token.tag in ("N", "ENT") and token.low.endswith("s")
    return plural


def _verb_before(i: int, tokens: Sequence[Token]) -> bool:
    """A base form after "and" is a verb where an infinitive or modal governs the first conjunct."""
    return any(t.tag in ("TO", "AUX") for t in tokens[max(0, i - 8) : i])


def _noun_like(token: Token, pack: Pack) -> bool:
    """A word that is often a noun: a nominal predicate, a noun of people, papers or vehicles, or one that the lexicon knows."""
    if token.match is not None or token.low in pack.nominals:
        return True
    return token.low in pack.noun_words
