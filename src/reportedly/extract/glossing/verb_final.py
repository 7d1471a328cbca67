"""Germanic order: verbs at the end of the clause and particles apart from their verbs."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.glossing.words import (
    BEFORE,
    MARKS,
    NOUNS,
    OPENERS,
    finite,
    materiel,
    nonfinite,
    phrase_end,
    segment_end,
)
from reportedly.extract.tokens import Token
from reportedly.languages.pack import Pack


def verb_final(row: list[Token]) -> list[Token]:
    """Germanic order: what the auxiliary governs goes beside it; the finite verb of a subordinate clause
    goes after its subject."""
    out = list(row)
    _attributes(out)
    _plural_presents(out)
    _infinitives_first(out)
    i = 0
    while i < len(out):
        if out[i].tag in OPENERS:
            _subordinate(out, i, segment_end(out, i + 1))
        elif out[i].tag == "AUX" and finite(out[i]):
            _bracket(out, i, segment_end(out, i + 1))
        i += 1
    return out


def _attributes(out: list[Token]) -> None:
    """ "die von Iran unterstützte Hisbollah" as "die Hisbollah unterstützt von Iran"."""
    for i in range(len(out) - 4):
        if out[i].tag != "DET" or out[i + 1].tag != "P":
            continue
        at = next((k for k in range(i + 3, min(len(out) - 1, i + 8)) if out[k].tag == "V"), -1)
        if at < 0 or out[at + 1].tag not in NOUNS or any(t.tag in MARKS for t in out[i:at]):
            continue
        out[at].verb = "VBN"
        out[i + 1 : at + 2] = [out[at + 1], out[at], *out[i + 1 : at]]


def _infinitives_first(out: list[Token]) -> None:
    """ "weigert sich, der Ukraine Raketen zu liefern", "bestreitet, Waffen geliefert zu haben": the
    infinitive to the front, no comma."""
    start = 0
    while start < len(out):
        end = segment_end(out, start)
        at = next(
            (
                k
                for k in range(start, end)
                if out[k].tag == "TO"
                and k + 1 < end
                and (out[k + 1].verb == "VB" or out[k + 1].low in ("have", "be"))
            ),
            -1,
        )
        if at > start and end - at <= 3:
            first = at - 1 if out[at - 1].verb == "VBN" else at
            cluster = [*out[at:end], *out[first:at]]
            if not any(finite(t) for t in out[start:first]):
                out[start:end] = [*cluster, *out[start:first]]
                if start and out[start - 1].tag == ",":
                    del out[start - 1]
                    end -= 1
            elif first == at:
                pass
        start = end + 1


def _plural_presents(out: Sequence[Token]) -> None:
    """An infinitive or -en participle that no auxiliary governs is the present of a plural subject
    ("Rebellen erhalten Waffen")."""
    start = 0
    while start < len(out):
        end = max(segment_end(out, start), start + 1)
        clause = out[start:end]
        if any(t.tag == "AUX" for t in clause):
            for token in clause:
                if token.tag == "V" and token.verb == "VBZ" and token.text.endswith("t"):
                    token.verb = "VBN"
        elif not any(finite(t) for t in clause):
            for k, token in enumerate(clause):
                alone = token.tag == "V" and (
                    token.verb == "VB" or (token.verb == "VBN" and token.text.endswith("en"))
                )
                if alone and not (
                    k and (clause[k - 1].tag in ("TO", "DET") or clause[k - 1].start > token.start)
                ):
                    token.verb = "VBZ"
                    break
        start = end if end > start + 1 or clause else start + 1


def _tail(out: Sequence[Token], start: int, end: int) -> int:
    """Where the verbs at the end of `out[start:end]` begin."""
    k = end
    while k > start and (nonfinite(out[k - 1]) or out[k - 1].tag == "V" or out[k - 1].tag == "TO"):
        k -= 1
    return k


def _bracket(out: list[Token], i: int, end: int) -> None:
    tail = next(
        (
            k
            for k in range(i + 1, end)
            if out[k].tag == "V"
            and out[k].verb in ("VB", "VBN")
            and out[k - 1].tag != "TO"
            and not (out[k].verb == "VB" and out[k - 1].tag == "AUX")
        ),
        -1,
    )
    if tail < 0 or tail == i + 1:
        return
    last = tail + 1
    while last < end and (
        out[last].tag == "AUX" or (out[last].tag == "V" and out[last].verb in ("VB", "VBN"))
    ):
        last += 1
    cluster = list(reversed(out[tail:last]))
    negatives = [t for t in out[i + 1 : tail] if t.tag == "NEG"]
    rest = [t for t in out[i + 1 : tail] if t.tag != "NEG"]
    out[i + 1 : last] = [*negatives, *cluster, *rest]


def _subordinate(out: list[Token], i: int, end: int) -> None:
    tail = _tail(out, i + 1, end)
    if tail >= end or not any(finite(t) for t in out[tail:end]):
        return
    cluster = out[tail:end]
    inflected = [t for t in cluster if finite(t)]
    others = [t for t in cluster if not finite(t)]
    start = i + 1
    while start < tail and out[start].tag in ("ADV", "TIME"):
        start += 1
    relative = out[i].tag == "REL"
    subject = relative and out[i].low != "where" and not _nominative(out, i)
    if (
        subject
        and i > 1
        and materiel(out[i - 2])
        and start < tail
        and out[start].tag in NOUNS | BEFORE
        and not materiel(out[start])
    ):
        # "Raketen, die Russland verkauft hatte": what was sold stands before.
        subject = False
    after = start if subject else phrase_end(out, start)
    negatives = [t for t in out[after:tail] if t.tag == "NEG"]
    rest = [t for t in out[after:tail] if t.tag != "NEG"]
    out[after:end] = [*inflected, *negatives, *reversed(others), *rest]


def _nominative(out: Sequence[Token], i: int) -> bool:
    """A relative pronoun that is no subject ("den", "denen")."""
    return out[i].text.lower() in ("den", "denen", "dem")


def separable(row: list[Token], pack: Pack) -> list[Token]:
    """ "bot ... an": the particle at the end of the clause goes back to its verb."""
    out = list(row)
    table = pack.data.get("separable_verbs", {})
    i = 0
    while i < len(out):
        token = out[i]
        entry = table.get(token.text.lower())
        if entry is not None and not token.match:
            end = segment_end(out, i + 1)
            particle = out[end - 1]
            if end - 1 > i and particle.text.lower() in entry:
                token.low = token.lemma = entry[particle.text.lower()]
                token.tag = "V"
                token.verb = token.verb if token.verb in ("VBD", "VBZ") else "VBZ"
                del out[end - 1]
        i += 1
    return out
