"""Phrases of a configurational sentence: noun phrases, verb groups and the words between them, as a flat row
of chunks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.extract.constituents import Chunk, NounPhrase, VerbGroup, set_voice
from reportedly.extract.tokens import Token
from reportedly.extract.verb_reading import is_adjectival
from reportedly.languages.pack import Pack

_QUANTIFIERS = frozenset(
    {"any", "some", "most", "all", "each", "both", "many", "several", "few", "half", "those", "much", "none"}
)
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "ourselves"})
_LIKE_BE = {"stand": "is", "stands": "is", "stood": "was", "get": "is", "gets": "is", "got": "was"}
_HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'re", "'s"})


def chunk(tokens: Sequence[Token], pack: Pack) -> list[Chunk]:
    """The row of chunks of a tagged sentence. Every token is in exactly one chunk."""
    out: list[Chunk] = []
    i, n = 0, len(tokens)
    multiword = pack.multiword
    while i < n:
        token = tokens[i]
        found = _match_multiword(tokens, i, multiword) if token.low in multiword else None
        if found is not None:
            length, kind, word = found
            if kind != "TO":
                out.append(Chunk(kind, i, i + length, word))
                i += length
                continue
            token = tokens[i + length - 1]
            i += length - 1
        if token.tag == "COMP":
            kind = _that(tokens, i, out, pack)
            if kind in ("DET", "PRON"):
                token.tag = kind
            else:
                out.append(Chunk(kind, i, i + 1, "that"))
                i += 1
                continue
        group = _verb_group(tokens, i)
        if group is not None:
            item = Chunk("VG", i, group.end, group.lemma)
            item.vg = group
            out.append(item)
            i = group.end
            continue
        phrase = _noun_phrase(tokens, i, pack, _ditransitive(out, pack))
        if phrase is not None:
            item = Chunk("NP", i, phrase.end)
            item.np = phrase
            out.append(item)
            i = phrase.end
            continue
        out.append(_single(token, i))
        i += 1
    return out


def _single(token: Token, i: int) -> Chunk:
    tag = token.tag
    if tag == "TIME":
        item = Chunk("TIME", i, i + 1, token.low)
        item.time = token.date
        return item
    if tag == "TO":
        return Chunk("P", i, i + 1, "to")
    if tag in ("P", "CC", "REL", "SUB", "ADV", "NEG"):
        return Chunk(tag, i, i + 1, token.low)
    if tag in ("ADJ", "DET", "POSSDET", "V", "POSS", "HYPH", "AUX"):
        return Chunk("ADV", i, i + 1, token.low)
    return Chunk(tag, i, i + 1, token.low)


def _match_multiword(
    tokens: Sequence[Token], i: int, table: Mapping[str, Sequence[tuple[tuple[str, ...], str, str]]]
) -> tuple[int, str, str] | None:
    best: tuple[int, str, str] | None = None
    for parts, kind, normal in table.get(tokens[i].low, ()):
        length = len(parts)
        if (best is None or length > best[0]) and tuple(t.low for t in tokens[i : i + length]) == parts:
            best = (length, kind, normal)
    return best


def _that(tokens: Sequence[Token], i: int, before: Sequence[Chunk], pack: Pack) -> str:
    """What "that" is at token `i`: COMP before a clause, REL after its noun, DET otherwise."""
    k = i + 1
    while k < len(tokens) and tokens[k].tag in ("ADV", '"', ","):
        k += 1
    last = before[-1] if before else None
    if last is not None and last.kind == '"' and len(before) > 1:
        last = before[-2]
    if k < len(tokens) and tokens[k].tag in ("AUX", "V") and tokens[k].verb != "VBG":
        return "REL" if last is not None and last.kind == "NP" else "COMP"
    ahead = next((t.tag for t in tokens[k : k + 25] if t.tag in ("AUX", "V", ".", ";", ":")), "")
    if ahead not in ("AUX", "V"):
        return "DET" if _nominal_follows(tokens, i) else "PRON"
    if (
        last is not None
        and last.vg is not None
        and last.vg.lemma in pack.predicates
        and last.vg.lemma not in pack.report_verbs
        and _nominal_follows(tokens, i)
    ):
        # "has never had that tank"
        return "DET"
    if last is None or last.kind != "NP" or last.np is None:
        return "COMP"
    if last.np.head_token.low in pack.words("report", "nouns"):
        return "COMP"
    saying = next((c.vg for c in reversed(before) if c.kind == "VG"), None)
    if saying is not None and saying.lemma in pack.report_verbs:
        return "COMP"
    return "REL"


def _verb_group(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """The verb group that begins at token `i`, if one does."""
    k, n = i, len(tokens)
    auxiliaries: list[str] = []
    adverbs: list[str] = []
    infinitive = negated = False
    if tokens[k].tag == "NEG" and k + 1 < n and tokens[k + 1].tag in ("TO", "V", "AUX"):
        negated = True
        k += 1
    if tokens[k].tag == "TO":
        j = k + 1
        while j < n and tokens[j].tag in ("ADV", "NEG"):
            j += 1
        if j >= n or not (
            tokens[j].tag == "AUX" or (tokens[j].tag == "V" and tokens[j].verb in ("VB", "VBD"))
        ):
            return None
        infinitive = True
        k += 1
    last_aux = head = -1
    while k < n:
        token = tokens[k]
        if token.tag == "AUX" or (
            token.tag == "POSS" and token.low == "'s" and auxiliaries == [] and _is_clitic(tokens, k)
        ):
            auxiliaries.append(token.low)
            negated = negated or token.low == "cannot"
            last_aux = k
        elif (
            token.tag == "V"
            and token.low in _LIKE_BE
            and k + 1 < n
            and tokens[k + 1].tag == "V"
            and tokens[k + 1].verb in ("VBN", "VBD")
        ):
            # "stands accused", "got hit": another passive.
            auxiliaries.append(_LIKE_BE[token.low])
            last_aux = k
        elif token.tag == "NEG":
            negated = True
        elif (
            token.low in ("both", "all", "each")
            and auxiliaries
            and k + 1 < n
            and tokens[k + 1].tag in ("V", "ADV")
        ):
            pass
        elif token.tag == "ADV" and (auxiliaries or infinitive or _verb_follows(tokens, k)):
            adverbs.append(token.low)
        elif token.tag == "V":
            if auxiliaries or infinitive or k == i or adverbs or negated:
                head = k
            break
        elif (token.low in _REFLEXIVE and auxiliaries and k + 1 < n and tokens[k + 1].tag == "V") or (
            token.tag == '"' and auxiliaries and k + 1 < n and tokens[k + 1].tag == "V"
        ):
            pass
        else:
            break
        k += 1
    if head < 0 and last_aux < 0:
        return None
    end = (head if head >= 0 else last_aux) + 1
    if head < 0:
        head = last_aux
        # Adverbs after a bare "is" belong to what follows.
        lemma_token = tokens[head]
        lemma_token.verb = "AUX"
        lemma_token.lemma = _aux_lemma(lemma_token.low)
        auxiliaries = auxiliaries[:-1] or [lemma_token.low]
    if i > 0 and tokens[i - 1].low == "nor":
        negated = True
    group = VerbGroup(tokens, i, end, head)
    group.auxiliaries, group.adverbs = auxiliaries, adverbs
    group.negated, group.infinitive = negated, infinitive
    set_voice(group)
    return group


def _is_clitic(tokens: Sequence[Token], k: int) -> bool:
    return k > 0 and tokens[k - 1].tag == "PRON"


def _verb_follows(tokens: Sequence[Token], k: int) -> bool:
    j = k
    while j < len(tokens) and tokens[j].tag in ("ADV", "NEG"):
        j += 1
    return j < len(tokens) and tokens[j].tag in ("V", "AUX")


def _aux_lemma(low: str) -> str:
    if low in _BE:
        return "be"
    if low in _HAVE:
        return "have"
    return "do" if low in ("do", "does", "did") else low


def _ditransitive(before: Sequence[Chunk], pack: Pack) -> bool:
    """True right after a verb that takes a receiver and a thing side by side ("gave Russia drones")."""
    if "no_compounds" in pack.data:
        # A language that sets no name before a noun to narrow it: they are two phrases wherever they stand.
        return True
    last = next((c for c in reversed(before) if c.kind not in ("ADV", "TIME")), None)
    return (
        last is not None
        and last.vg is not None
        and not last.vg.passive
        and last.vg.lemma in pack.words("ditransitive")
    )


def _receiver(token: Token) -> bool:
    """A name of a party that is no adjective."""
    return token.match is not None and any(
        n.entity.startswith(("state/", "actor/")) and n.type != "demonym" for n in token.match.names
    )


def _goods(token: Token) -> bool:
    return token.match is not None and any(n.entity.startswith("materiel/") for n in token.match.names)


def _noun_phrase(
    tokens: Sequence[Token], i: int, pack: Pack, ditransitive: bool = False
) -> NounPhrase | None:
    """The noun phrase that begins at token `i`, with its possessor, without what follows it."""
    if tokens[i].tag == "PRON" and not (
        tokens[i].low in _QUANTIFIERS and i + 1 < len(tokens) and tokens[i + 1].low == "of"
    ):
        phrase = NounPhrase(tokens, i, i + 1, i)
        phrase.pronoun = True
        phrase.negated = tokens[i].low in ("none", "nothing", "nobody")
        return phrase
    k, n = i, len(tokens)
    head = -1
    if tokens[i].tag == "PRON":
        phrase = NounPhrase(tokens, i, i + 1, i)
        phrase.negated = tokens[i].low == "none"
        return phrase
    start = i
    owner: NounPhrase | None = None
    negated = False
    apart = "no_compounds" in pack.data
    while k < n:
        token = tokens[k]
        tag = token.tag
        if apart and head >= 0 and _afresh(tokens, k, head):
            break
        if tag in ("DET", "POSSDET"):
            if head >= 0:
                break
            if token.low in _QUANTIFIERS and k + 1 < n and tokens[k + 1].low == "of":
                head = k
                k += 1
                break
            negated = negated or token.low in ("no", "neither")
        elif tag == "QTY":
            if head >= 0 and (token.quantity is not None or tokens[head].tag == "QTY"):
                break
            head = k if head < 0 else head
        elif tag == "ADJ":
            follows = _nominal_follows(tokens, k)
            if ditransitive and head >= 0 and _receiver(tokens[head]):
                break
            if (
                head >= 0
                and tokens[head].tag not in ("QTY",)
                and not follows
                and not is_adjectival(tokens[head])
            ):
                break
            if not follows and token.low in pack.noun_words:
                head = k
        elif tag in ("N", "NAME", "ENT"):
            if ditransitive and head >= 0 and _receiver(tokens[head]) and _goods(token):
                break
            if (
                ditransitive
                and head > i
                and tokens[head].low in pack.words("receiving_bodies")
                and (_goods(token) or is_adjectival(token))
            ):
                # "sold Haftar's army Chinese drones"
                break
            head = k
        elif tag == "HYPH":
            if not (k + 1 < n):
                break
        elif tag == "POSS":
            if head < 0 or not _nominal_follows(tokens, k):
                if head >= 0 and token.low in ("'s", "'"):
                    k += 1
                break
            owner = NounPhrase(tokens, start, k, head)
            head = -1
        elif tag == '"':
            if not (
                (head >= 0 or k > i)
                and k + 1 < n
                and (tokens[k + 1].tag in ("N", "NAME", "ENT", "ADJ") and _opens(tokens, i, k))
            ) and not _closes(tokens, i, k):
                break
        elif tag == "V" and k > i and tokens[k - 1].tag == "HYPH":
            head = k if k + 1 >= n or tokens[k + 1].tag not in ("N", "NAME", "ENT", "ADJ") else head
        elif tag == "CC" and _adjectives_joined(tokens, k, head):
            pass
        else:
            break
        k += 1
    while k > i and tokens[k - 1].tag in ('"', "HYPH") and k - 1 > head:
        k -= 1
    if head < 0:
        if owner is not None:
            return owner
        return None
    if head < i:
        return None
    phrase = NounPhrase(tokens, i, k, head)
    phrase.owner = owner
    phrase.negated = negated or (i > 0 and tokens[i - 1].low in ("neither", "nor"))
    return phrase


def _afresh(tokens: Sequence[Token], k: int, head: int) -> bool:
    """True where a language without compounds begins another phrase: at an adjective behind a noun, at goods
    behind a name."""
    if tokens[head].tag == "QTY" or is_adjectival(tokens[head]) or tokens[k - 1].tag == "HYPH":
        return False
    return (
        tokens[k].tag == "ADJ"
        or is_adjectival(tokens[k])
        or (tokens[head].tag == "NAME" and _goods(tokens[k]))
    )


def _nominal_follows(tokens: Sequence[Token], k: int) -> bool:
    j = k + 1
    while j < len(tokens) and tokens[j].tag in ("ADJ", '"', "QTY", "HYPH", "ADV"):
        j += 1
    return j < len(tokens) and tokens[j].tag in ("N", "NAME", "ENT")


def _opens(tokens: Sequence[Token], i: int, k: int) -> bool:
    return sum(1 for t in tokens[i:k] if t.tag == '"') % 2 == 0


def _closes(tokens: Sequence[Token], i: int, k: int) -> bool:
    return sum(1 for t in tokens[i:k] if t.tag == '"') % 2 == 1


def _adjectives_joined(tokens: Sequence[Token], k: int, head: int) -> bool:
    """ "anti-aircraft and anti-ship missiles", "Russian or Soviet armament": a conjunction between two
    adjectives of one noun."""
    if k == 0 or k + 2 >= len(tokens):
        return False
    left, right = tokens[k - 1], tokens[k + 1]
    left_ok = left.tag == "ADJ" or is_adjectival(left)
    right_ok = right.tag == "ADJ" or is_adjectival(right)
    return (
        left_ok
        and right_ok
        and tokens[k + 2].tag in ("N", "NAME", "ENT", "HYPH")
        and (head < 0 or is_adjectival(tokens[head]))
    )
