"""Into the order of the pivot: adjectives before their nouns, participles beside their auxiliaries, verbs after their subjects."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.tagging import is_adjectival
from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack

_MARKS = frozenset({",", ";", ":", ".", "—", "?", "!", '"', "(", ")"})
_OPENERS = frozenset({"COMP", "SUB", "REL"})
_NOUNS = frozenset({"N", "NAME", "ENT"})
_BEFORE = frozenset({"DET", "POSSDET", "ADJ", "QTY"})
_LOOSE = frozenset({"ADV", "NEG"})
_SKIPPED = frozenset({"ADV", "NEG", "TIME"})


def put_in_order(row: list[Token], pack: Pack) -> list[Token]:
    """The tokens in the pivot's order, as the pack's `order` says what its language does."""
    rules = pack.words("order")
    if "separable" in rules:
        row = _separable(row, pack)
    if "verb_final" in rules:
        row = _verb_final(row)
    if "adjective_after_noun" in rules:
        row = _adjectives_first(row)
    if "construct" in rules:
        row = _constructs(row, pack)
    if "object_pronouns_before_verb" in rules:
        row = _object_pronouns(row)
    if "verb_before_subject" in rules:
        row = _subjects_first(row, pack)
    return _without_as(row, pack)


def _without_as(row: list[Token], pack: Pack) -> list[Token]:
    """ ", wie das Magazin berichtet", "como informó la agencia": a report inserted, with nothing before it."""
    out: list[Token] = []
    for i, token in enumerate(row):
        if token.tag == "SUB" and token.low == "as":
            end = _segment_end(row, i + 1)
            verb = next((t for t in row[i + 1 : end] if t.tag == "V"), None)
            if verb is not None and verb.lemma in pack.report_verbs:
                continue
        out.append(token)
    return out


def _adjectival(token: Token) -> bool:
    return token.tag == "ADJ" or is_adjectival(token)


def _adjectives_first(row: list[Token]) -> list[Token]:
    """ "missiles russes" as "russes missiles"; an article between them (Arabic) goes."""
    out: list[Token] = []
    i = 0
    while i < len(row):
        token = row[i]
        out.append(token)
        i += 1
        if token.tag not in ("N", "ENT") or _adjectival(token):
            continue
        at = len(out) - 1
        while at and _materiel(token) and _materiel(out[at - 1]):
            at -= 1
        i = _made(row, i, out, at)
        while i < len(row):
            skip = i + 1 if row[i].tag == "DET" and row[i].text == "ال" and i + 1 < len(row) else i
            if not _adjectival(row[skip]) or (skip + 1 < len(row) and row[skip + 1].tag in ("N", "ENT") and row[skip].tag == "ADJ" and row[skip].low in ("other", "same")):
                break
            out.insert(at, row[skip])
            i = skip + 1
    return out


def _made(row: Sequence[Token], i: int, out: list[Token], at: int) -> int:
    """ "misiles de fabricación rusa", "صواريخ روسية الصنع" as "Russian-made missiles"; index after it."""
    pair = row[i : i + 2]
    if len(pair) < 2 or "MADE" not in (pair[0].tag, pair[1].tag):
        return i
    made, nation = pair if pair[0].tag == "MADE" else reversed(pair)
    if not is_adjectival(nation):
        return i
    hyphen = Token("-", nation.end, nation.end)
    hyphen.tag, hyphen.sure = "HYPH", True
    made.tag, made.verb = "V", "VBN"
    out[at:at] = [nation, hyphen, made]
    return i + 2


def _constructs(row: list[Token], pack: Pack) -> list[Token]:
    """Arabic genitives: a noun without an article and a noun after it are "N of N"."""
    out: list[Token] = []
    for i, token in enumerate(row):
        before = row[i - 1] if i else None
        if before is not None and before.tag == "N" and token.tag in ("N", "ENT", "DET", "ADJ", "NAME") and not _governed(row, i - 1) and not before.text.startswith("ال") and not (_materiel(token) and before.low in pack.words("materiel_heads")):
            if not (i > 1 and row[i - 2].tag == "DET" and row[i - 2].text == "ال") and _noun_ahead(row, i):
                of = Token(token.text[:0] or "of", token.start, token.start)
                of.low, of.tag, of.sure, of.quoted = "of", "P", True, token.quoted
                out.append(of)
        out.append(token)
    return out


def _governed(row: Sequence[Token], i: int) -> bool:
    return i > 0 and _adjectival(row[i - 1]) and row[i - 1].start > row[i].start


def _noun_ahead(row: Sequence[Token], i: int) -> bool:
    return i < len(row) and (row[i].tag in ("N", "ENT", "NAME") and not _adjectival(row[i]) or i + 1 < len(row) and row[i].tag in ("DET", "ADJ") and row[i + 1].tag in ("N", "ENT") or _adjectival(row[i]) and i + 1 < len(row) and row[i + 1].tag in ("N", "ENT"))


def _object_pronouns(row: list[Token]) -> list[Token]:
    """ "leur a fourni": the pronoun goes behind the verb group, with "to"."""
    out = list(row)
    i = 0
    while i < len(out) - 1:
        token = out[i]
        if token.tag == "PRON" and token.low == "them" and out[i + 1].tag in ("AUX", "V"):
            end = i + 1
            while end < len(out) and out[end].tag in ("AUX", "V", "ADV", "NEG"):
                end += 1
            to = Token(token.text, token.start, token.end)
            to.low, to.tag, to.sure, to.quoted = "to", "TO", True, token.quoted
            out[i:end] = [*out[i + 1 : end], to, token]
            i = end
        i += 1
    return out


# -- verbs at the end ---------------------------------------------------------------------------------------------------


def _finite(token: Token) -> bool:
    return token.tag == "AUX" and token.low not in ("been", "be", "being", "having") or token.tag == "V" and token.verb in ("VBZ", "VBD")


def _nonfinite(token: Token) -> bool:
    return token.tag == "V" and token.verb in ("VB", "VBN") or token.tag == "AUX"


def _segment_end(row: Sequence[Token], i: int) -> int:
    """End of the clause that begins before `i`: the next mark or conjunction that opens another."""
    k = i
    while k < len(row):
        if row[k].tag in _MARKS - {'"', "("} or row[k].tag in _OPENERS:
            return k
        if row[k].tag == "CC" and k + 1 < len(row) and _finite(row[k + 1]):
            return k
        k += 1
    return k


def _verb_final(row: list[Token]) -> list[Token]:
    """Germanic order: what the auxiliary governs goes beside it; the finite verb of a subordinate clause goes after its subject."""
    out = list(row)
    _plural_presents(out)
    _infinitives_first(out)
    i = 0
    while i < len(out):
        if out[i].tag in _OPENERS:
            _subordinate(out, i, _segment_end(out, i + 1))
        elif out[i].tag == "AUX" and _finite(out[i]):
            _bracket(out, i, _segment_end(out, i + 1))
        i += 1
    return out


def _infinitives_first(out: list[Token]) -> None:
    """ "weigert sich, der Ukraine Raketen zu liefern", "bestreitet, Waffen geliefert zu haben": the infinitive to the front, no comma."""
    start = 0
    while start < len(out):
        end = _segment_end(out, start)
        at = next((k for k in range(start, end) if out[k].tag == "TO" and k + 1 < end and (out[k + 1].verb == "VB" or out[k + 1].low in ("have", "be"))), -1)
        if at > start and end - at <= 3:
            first = at - 1 if out[at - 1].verb == "VBN" else at
            cluster = [*out[at:end], *out[first:at]]
            if not any(_finite(t) for t in out[start:first]):
                out[start:end] = [*cluster, *out[start:first]]
                if start and out[start - 1].tag == ",":
                    del out[start - 1]
                    end -= 1
            elif first == at:
                pass
        start = end + 1


def _plural_presents(out: Sequence[Token]) -> None:
    """An infinitive or -en participle that no auxiliary governs is the present of a plural subject ("Rebellen erhalten Waffen")."""
    start = 0
    while start < len(out):
        end = max(_segment_end(out, start), start + 1)
        clause = out[start:end]
        if any(t.tag == "AUX" for t in clause):
            for token in clause:
                if token.tag == "V" and token.verb == "VBZ" and token.text.endswith("t"):
                    token.verb = "VBN"
        elif not any(_finite(t) for t in clause):
            for k, token in enumerate(clause):
                alone = token.tag == "V" and (token.verb == "VB" or token.verb == "VBN" and token.text.endswith("en"))
                if alone and not (k and clause[k - 1].tag in ("TO", "DET")):
                    token.verb = "VBZ"
                    break
        start = end if end > start + 1 or clause else start + 1


def _tail(out: Sequence[Token], start: int, end: int) -> int:
    """Where the verbs at the end of `out[start:end]` begin."""
    k = end
    while k > start and (_nonfinite(out[k - 1]) or out[k - 1].tag == "V" or out[k - 1].tag == "TO"):
        k -= 1
    return k


def _bracket(out: list[Token], i: int, end: int) -> None:
    tail = next((k for k in range(i + 1, end) if out[k].tag == "V" and out[k].verb in ("VB", "VBN") and out[k - 1].tag != "TO" and not (out[k].verb == "VB" and out[k - 1].tag == "AUX")), -1)
    if tail < 0 or tail == i + 1:
        return
    last = tail + 1
    while last < end and (out[last].tag == "AUX" or out[last].tag == "V" and out[last].verb in ("VB", "VBN")):
        last += 1
    cluster = list(reversed(out[tail:last]))
    negatives = [t for t in out[i + 1 : tail] if t.tag == "NEG"]
    rest = [t for t in out[i + 1 : tail] if t.tag != "NEG"]
    out[i + 1 : last] = [*negatives, *cluster, *rest]


def _subordinate(out: list[Token], i: int, end: int) -> None:
    tail = _tail(out, i + 1, end)
    if tail >= end or not any(_finite(t) for t in out[tail:end]):
        return
    cluster = out[tail:end]
    finite = [t for t in cluster if _finite(t)]
    others = [t for t in cluster if not _finite(t)]
    start = i + 1
    while start < tail and out[start].tag in ("ADV", "TIME"):
        start += 1
    relative = out[i].tag == "REL"
    subject = relative and out[i].low != "where" and not _nominative(out, i)
    if subject and i > 1 and _materiel(out[i - 2]) and start < tail and out[start].tag in _NOUNS | _BEFORE and not _materiel(out[start]):
        # "Raketen, die Russland verkauft hatte": what was sold stands before.
        subject = False
    after = start if subject else _phrase_end(out, start)
    negatives = [t for t in out[after:tail] if t.tag == "NEG"]
    rest = [t for t in out[after:tail] if t.tag != "NEG"]
    out[after:end] = [*finite, *negatives, *reversed(others), *rest]


def _nominative(out: Sequence[Token], i: int) -> bool:
    """A relative pronoun that is no subject ("den", "denen")."""
    return key_low(out[i]) in ("den", "denen", "dem")


def key_low(token: Token) -> str:
    return token.text.lower()


def _phrase_end(out: Sequence[Token], start: int) -> int:
    """Index after the noun phrase that begins at `start`."""
    k = start
    while k < len(out) and (out[k].tag in _BEFORE or out[k].tag in ('"', "HYPH") or is_adjectival(out[k])):
        k += 1
    if k < len(out) and out[k].tag in _NOUNS | {"PRON"}:
        noun = out[k].tag == "N"
        k += 1
        while k + 1 < len(out) and out[k].tag == "HYPH":
            k += 2
        while k < len(out) and (out[k].tag == "NAME" or noun and out[k].tag == "ENT" and out[k].match is not None and not _materiel(out[k])):
            k += 1
        while k + 1 < len(out) and out[k].tag == "P" and out[k].low == "of":
            k = _phrase_end(out, k + 1)
    return k


def _materiel(token: Token) -> bool:
    return token.match is not None and any(n.entity.startswith("materiel/") for n in token.match.names)


def _separable(row: list[Token], pack: Pack) -> list[Token]:
    """ "bot ... an": the particle at the end of the clause goes back to its verb."""
    out = list(row)
    table = pack.data.get("separable_verbs", {})
    i = 0
    while i < len(out):
        token = out[i]
        entry = table.get(key_low(token))
        if entry is not None and not token.match:
            end = _segment_end(out, i + 1)
            particle = out[end - 1]
            if end - 1 > i and particle.text.lower() in entry:
                token.low = token.lemma = entry[particle.text.lower()]
                token.tag = "V"
                token.verb = token.verb if token.verb in ("VBD", "VBZ") else "VBZ"
                del out[end - 1]
        i += 1
    return out


# -- verbs before their subjects ----------------------------------------------------------------------------------------


def _subjects_first(row: list[Token], pack: Pack) -> list[Token]:
    """A finite verb with no phrase before it in its clause goes behind the phrase that follows it."""
    out = list(row)
    i = 0
    while i < len(out):
        if not _finite(out[i]):
            i += 1
            continue
        end = i + 1
        while end < len(out) and (out[end].tag in ("AUX", "NEG") or out[end].tag == "V" and (out[end].verb in ("VBN", "VB", "VBG")) or out[end].tag == "ADV"):
            end += 1
        group = out[i:end]
        first = i
        while first > 0 and out[first - 1].tag in _LOOSE:
            first -= 1
        if _reports_after_mark(out, first, group, pack):
            end = _plain_report(out, i, end)
        elif _bare(out, first, pack):
            start = end
            while start < len(out) and out[start].tag in ("TIME", "ADV"):
                start += 1
            stop = _phrase_end(out, start)
            if stop > start:
                comma = [_comma(out[first - 1])] if first and out[first - 1].tag in _NOUNS | {"ADJ"} else []
                out[first:stop] = [*comma, *out[start:stop], *out[first:i], *group, *out[end:start]]
                i = stop + len(comma)
                continue
        i = end
    return out


def _comma(after: Token) -> Token:
    """The pivot's comma behind a fronted phrase."""
    comma = Token(",", after.end, after.end)
    comma.tag, comma.sure, comma.quoted = ",", True, after.quoted
    return comma


def _plain_report(out: list[Token], i: int, end: int) -> int:
    """ ", a déclaré lundi le ministre": a plain past with its subject right behind it. Returns the end of the verb group."""
    verbs = [t for t in out[i:end] if t.tag == "V"]
    if len(verbs) != 1 or any(t.low in ("not", "was", "were") for t in out[i:end]):
        return end
    if verbs[0].verb == "VBN":
        verbs[0].verb = "VBD"
    start = end
    while start < len(out) and out[start].tag in ("TIME", "ADV") or start > end and out[start : start + 1] and out[start].tag == "DET" and out[start + 1].tag == "TIME":
        start += 1
    stop = _phrase_end(out, start)
    out[i:stop] = [verbs[0], *out[start:stop], *out[end:start]]
    return i + 1


def _bare(out: Sequence[Token], i: int, pack: Pack) -> bool:
    """True where nothing before the verb in its clause can be its subject: a mark, an opener, or only prepositional phrases."""
    k = i - 1
    while k >= 0:
        tag = out[k].tag
        if tag in _SKIPPED or tag == '"' or tag in ("P", "TO", "DET") and out[k + 1].tag in ("TIME", "P", "TO", "DET"):
            k -= 1
            continue
        if tag in ("REL", "COMP") and k and out[k - 1].tag in _NOUNS:
            # "los misiles que entregó Rusia": what was delivered stands before.
            return out[k].text.lower() in pack.words("object_relatives") and _materiel(out[k - 1])
        if tag in _MARKS or tag in ("COMP", "SUB"):
            return True
        if tag == "CC":
            return bool(pack.data.get("verb_first")) or k == 0
        if tag in _NOUNS | {"QTY"}:
            back = k
            while back >= 0 and (out[back].tag in _NOUNS | _BEFORE or out[back].tag in ("HYPH",)):
                back -= 1
            if back >= 0 and out[back].tag in ("P", "TO"):
                k = back - 1
                continue
            return False
        return False
    return True


def _reports_after_mark(out: Sequence[Token], i: int, group: Sequence[Token], pack: Pack) -> bool:
    """ ", sagte der Offizier": left as it is, the pivot has that too."""
    verb = next((t for t in reversed(group) if t.tag == "V"), None)
    if verb is None or i == 0 or out[i - 1].tag not in (",", '"', "—"):
        return False
    if verb.lemma in ("promise", "pledge") and verb is group[-1]:
        verb.lemma = verb.low = "announce"
    return verb.lemma in pack.report_verbs
