"""Verbs before their subjects, always (Arabic) or at times (inversion): the subject comes first."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.glossing.words import BEFORE, MARKS, NOUNS, OPENERS, finite, materiel, phrase_end
from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack

_LOOSE = frozenset({"ADV", "NEG"})
_SKIPPED = frozenset({"ADV", "NEG", "TIME"})


def subjects_first(row: list[Token], pack: Pack) -> list[Token]:
    """A finite verb with no phrase before it in its clause goes behind the phrase that follows it."""
    out = list(row)
    i = 0
    while i < len(out):
        if not finite(out[i]):
            i += 1
            continue
        end = i + 1
        while end < len(out) and (
            out[end].tag in ("AUX", "NEG")
            or (out[end].tag == "V" and (out[end].verb in ("VBN", "VB", "VBG")))
            or out[end].tag == "ADV"
        ):
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
            stop = phrase_end(out, start)
            if stop > start:
                comma = [_comma(out[first - 1])] if first and out[first - 1].tag in NOUNS | {"ADJ"} else []
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
    """ ", a déclaré lundi le ministre": a plain past with its subject right behind it. Returns the end of
    the verb group."""
    verbs = [t for t in out[i:end] if t.tag == "V"]
    if len(verbs) != 1 or any(t.low in ("not", "was", "were") for t in out[i:end]):
        return end
    if verbs[0].verb == "VBN":
        verbs[0].verb = "VBD"
    start = end
    while (start < len(out) and out[start].tag in ("TIME", "ADV")) or (
        start > end and out[start : start + 1] and out[start].tag == "DET" and out[start + 1].tag == "TIME"
    ):
        start += 1
    stop = phrase_end(out, start)
    out[i:stop] = [verbs[0], *out[start:stop], *out[end:start]]
    return i + 1


def _bare(out: Sequence[Token], i: int, pack: Pack) -> bool:
    """True where nothing before the verb in its clause can be its subject: a mark, an opener, or only
    prepositional phrases."""
    k = i - 1
    while k >= 0:
        tag = out[k].tag
        if (
            tag in _SKIPPED
            or tag == '"'
            or (tag in ("P", "TO", "DET") and out[k + 1].tag in ("TIME", "P", "TO", "DET"))
        ):
            k -= 1
            continue
        if tag in ("REL", "COMP") and k and out[k - 1].tag in NOUNS:
            # "los misiles que entregó Rusia": what was delivered stands before.
            return out[k].text.lower() in pack.words("object_relatives") and materiel(out[k - 1])
        if tag == "," and not pack.data.get("verb_first") and _subject_waits(out, k):
            return False
        if tag in MARKS or tag in ("COMP", "SUB"):
            return True
        if tag == "CC":
            return bool(pack.data.get("verb_first")) or k == 0
        if tag in NOUNS | {"QTY"}:
            back = k
            while back >= 0 and (out[back].tag in NOUNS | BEFORE or out[back].tag in ("HYPH",)):
                back -= 1
            if back >= 0 and out[back].tag in ("P", "TO"):
                k = back - 1
                continue
            return False
        return False
    return True


def _subject_waits(out: Sequence[Token], k: int) -> bool:
    """True where the clause before the comma at `k` opens with a phrase and has no verb yet: "Hezbolá,
    respaldado por Irán, ..."."""
    start = k
    while start > 0 and out[start - 1].tag not in (";", ":", ".", '"') and out[start - 1].tag not in OPENERS:
        start -= 1
    if any(finite(t) for t in out[start:k]):
        return False
    while start < k and out[start].tag in BEFORE:
        start += 1
    return start < k and out[start].tag in NOUNS and any(t.tag == "," for t in out[start:k])


def _reports_after_mark(out: Sequence[Token], i: int, group: Sequence[Token], pack: Pack) -> bool:
    """ ", sagte der Offizier": left as it is, the pivot has that too."""
    verb = next((t for t in reversed(group) if t.tag == "V"), None)
    if verb is None or i == 0 or out[i - 1].tag not in (",", '"', "—"):
        return False
    if verb.lemma in ("promise", "pledge") and verb is group[-1]:
        verb.lemma = verb.low = "announce"
    return verb.lemma in pack.report_verbs
