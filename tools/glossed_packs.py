"""Glossed packs: verbs conjugated, plurals made, everything in one table from words to the words of the
pivot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from reportedly.extract.glossing.lookup import key

Forms = Iterator[tuple[str, str]]
"""A form and what it is: VBZ, VBD, VBN, VBG, VB, FUT (will), COND, PAST_FUT."""
_AUXILIARY = {"FUT": "will", "COND": "may", "WOULD": "would"}


def spanish(verb: str) -> Forms:
    """The third persons of a regular Spanish verb, its participle, gerund and infinitive."""
    stem, ending = verb[:-2], verb[-2:]
    ar = ending == "ar"
    yield from ((stem + e, "VBZ") for e in (("a", "an", "e", "en") if ar else ("e", "en", "a", "an")))
    soft = stem
    if ar and stem.endswith("c"):
        soft = stem[:-1] + "qu"
    elif ar and stem.endswith("g"):
        soft = stem + "u"
    elif ar and stem.endswith("z"):
        soft = stem[:-1] + "c"
    if soft != stem:
        yield from ((soft + e, "VBZ") for e in ("e", "en"))
    past = (
        ("ó", "aron", "aba", "aban", "ara", "aran") if ar else ("ió", "ieron", "ía", "ían", "iera", "ieran")
    )
    yield from ((stem + e, "VBD") for e in past)
    yield from ((verb + e, "FUT") for e in ("á", "án"))
    yield from ((verb + e, "WOULD") for e in ("ía", "ían"))
    participle = stem + ("ad" if ar else "id")
    yield from ((participle + e, "VBN") for e in ("o", "a", "os", "as"))
    yield stem + ("ando" if ar else "iendo"), "VBG"
    yield verb, "INF"


def french(verb: str) -> Forms:
    """The third persons of a regular French verb in -er, -ir (finir) or -re (vendre), and the rest."""
    stem, ending = verb[:-2], verb[-2:]
    if ending == "er":
        grave = re.sub(r"é(?=[^aeiouéè]+$)", "è", stem)
        soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
        present, past = (
            [grave + "e", grave + "ent"],
            [soft + "a", stem + "èrent", soft + "ait", soft + "aient"],
        )
        participle, gerund, future = stem + "é", soft + "ant", verb
    elif ending == "ir":
        present = [stem + "it", stem + "issent", stem + "isse"]
        past = [stem + "irent", stem + "issait", stem + "issaient"]
        participle, gerund, future = stem + "i", stem + "issant", verb
    else:
        present = [stem, stem + "ent", stem + "e"]
        past = [stem + "it", stem + "irent", stem + "ait", stem + "aient"]
        participle, gerund, future = stem + "u", stem + "ant", verb[:-1]
    yield from ((f, "VBZ") for f in present)
    yield from ((f, "VBD") for f in past)
    yield from ((participle + e, "VBN") for e in ("", "e", "s", "es"))
    yield from ((future + e, "FUT") for e in ("a", "ont"))
    yield from ((future + e, "COND") for e in ("ait", "aient"))
    yield gerund, "VBG"
    yield verb, "INF"


_INSEPARABLE = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "wider", "wieder")
_SEPARABLE = (
    "zurück",
    "weiter",
    "bereit",
    "auf",
    "aus",
    "ein",
    "ab",
    "an",
    "vor",
    "mit",
    "zu",
    "her",
    "nach",
    "durch",
    "fest",
    "bei",
)


def german(verb: str) -> Forms:
    """A weak German verb; one with a separable prefix ("aus|bilden") keeps it in subordinate clauses."""
    prefix, _, base = verb.rpartition("|")
    stem = base[:-2] if base.endswith("en") else base[:-1]
    link = "e" if stem.endswith(("t", "d")) or (stem.endswith("n") and stem[-2] in "cdfghkt") else ""
    yield from ((prefix + f, "VBZ") for f in (stem + link + "t", stem + "e"))
    yield from ((prefix + stem + link + e, "VBD") for e in ("te", "ten"))
    plain = base.endswith("ieren") or (
        not prefix and base.startswith(_INSEPARABLE) and not base.startswith("geb")
    )
    participle = prefix + ("" if plain else "ge") + stem + link + "t"
    yield from ((participle + e, "VBN") for e in ("", "en", "er", "es", "em", "e"))
    yield prefix + base, "VB"
    if prefix:
        yield f"{prefix}zu{base}", "INF"


def german_strong(verb: str, present: str, past: str, participle: str) -> Forms:
    """A strong German verb by its third persons singular and its participle."""
    prefix, _, base = verb.rpartition("|")
    yield prefix + present, "VBZ"
    yield prefix + base[:-1], "VBZ"
    yield prefix + past, "VBD"
    yield prefix + past + ("n" if past.endswith("e") else "en"), "VBD"
    yield from ((participle + e, "VBN") for e in ("", "en", "er", "es", "em", "e"))
    yield prefix + base, "VB"
    if prefix:
        yield f"{prefix}zu{base}", "INF"


def arabic(verb: str, feminine: str = "", stem: str = "", noun: str = "", plural: str = "") -> Forms:
    """An Arabic verb by its past (he, she), the stem of its imperfect, and its verbal noun."""
    feminine = feminine or verb + "ت"
    yield from ((f, "VBD") for f in (verb, feminine, plural or verb + "وا"))
    if stem:
        for prefix in ("ي", "ت"):
            for ending in ("", "ون", "وا"):
                yield prefix + stem + ending, "VBZ"
                yield "س" + prefix + stem + ending, "FUT"
    if noun:
        yield noun, "VBG"


REGULAR: dict[str, Callable[..., Forms]] = {"es": spanish, "fr": french, "de": german, "ar": arabic}


def verb_gloss(lemma: str, form: str) -> list[list[str]]:
    """The pivot's words for a form: "will deliver" for a future, "to deliver" for an infinitive."""
    if form in _AUXILIARY:
        return [[_AUXILIARY[form], "AUX"], [lemma, "V", "VB"]]
    if form == "INF":
        return [["to", "TO"], [lemma, "V", "VB"]]
    return [[lemma, "V", form]]


def written(gloss: str) -> list[list[str]]:
    """`word/TAG word/TAG/FORM` as lists."""
    return [part.split("/") for part in gloss.split()] if gloss.strip() else []


def plural_of(noun: str, language: str) -> str:
    if language == "es":
        return noun[:-2] + "ones" if noun.endswith("ón") else noun + ("s" if noun[-1] in "aeoéáó" else "es")
    return noun + "s" if noun[-1] not in "sxz" else noun


def english_plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-2] + "en"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def table(pack: dict[str, Any]) -> dict[str, list[list[str]]]:
    """Every form of every word of the pack with its glosses. What is written out wins over what is made."""
    language = pack["language"]
    out: dict[str, list[list[str]]] = {}
    for noun, english in pack.get("nouns", {}).items():
        forms = noun.split(", ")
        out.setdefault(key(forms[0]), [[english, "N"]])
        if len(forms) == 1 and language in ("es", "fr"):
            forms.append(plural_of(forms[0], language))
        for form in forms[1:]:
            number = english if language == "de" and form.startswith("=") else english_plural(english)
            out.setdefault(key(form.lstrip("=")), [[number, "N"]])
    for adjective, english in pack.get("adjectives", {}).items():
        for form in agreeing(adjective, language):
            out.setdefault(key(form), [[english, "ADJ"]])
    verbs: list[tuple[str, str, Forms]] = [
        (verb, lemma, REGULAR[language](verb)) for verb, lemma in pack.get("verbs", {}).items()
    ]
    if language == "de":
        verbs += [(v, e[0], german_strong(v, *e[1:])) for v, e in pack.get("strong_verbs", {}).items()]
    if language == "ar":
        verbs += [
            (v, e["gloss"], arabic(v, *(e.get(k, "") for k in ("she", "stem", "noun", "they"))))
            for v, e in pack.get("weak_verbs", {}).items()
        ]
    for _, lemma, forms_of in verbs:
        for form, what in forms_of:
            out.setdefault(key(form), verb_gloss(lemma, what))
    for lemma, by_form in pack.get("irregular", {}).items():
        for what, forms in by_form.items():
            out.update({key(f): verb_gloss(lemma, what) for f in forms})
    for tag, words in pack.get("words", {}).items():
        for word, english in words.items():
            out[key(word)] = [[w, tag] for w in english.split()]
    for phrase, gloss in pack.get("phrases", {}).items():
        for words in product(*(w.split("|") for w in phrase.split())):
            out[key(" ".join(words))] = written(gloss)
    return dict(sorted(out.items()))


def agreeing(adjective: str, language: str) -> list[str]:
    if language == "es":
        return (
            [adjective[:-1] + e for e in "oa"] + [adjective[:-1] + e for e in ("os", "as")]
            if adjective[-1] == "o"
            else [adjective, plural_of(adjective, "es")]
        )
    if language == "fr":
        feminine = adjective if adjective.endswith("e") else adjective + "e"
        return [adjective, adjective + "s", feminine, feminine + "s"]
    if language == "de":
        return [adjective + e for e in ("", "e", "en", "er", "es", "em")]
    return [p + adjective + e for p in ("", "ال") for e in ("", "ة", "ين", "ون")]


def separable(pack: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Finite form without its prefix -> prefix -> lemma of the pivot."""
    out: dict[str, dict[str, str]] = {}
    weak = [(v, e, lambda v: german(v)) for v, e in pack.get("verbs", {}).items() if "|" in v]
    for verb, lemma, forms in weak:
        prefix, _, base = verb.rpartition("|")
        for form, what in forms(base):
            if what in ("VBZ", "VBD") or what == "VB":
                out.setdefault(form, {})[prefix] = lemma
    for verb, entry in pack.get("strong_verbs", {}).items():
        prefix, _, base = verb.rpartition("|")
        if prefix:
            for form, what in german_strong(base, *entry[1:]):
                if what != "VBN":
                    out.setdefault(form, {})[prefix] = entry[0]
    return dict(sorted(out.items()))


def compile_glossed(pack: dict[str, Any]) -> dict[str, Any]:
    """The pack as it is shipped: the tables that the engine reads, without the lists they were made from."""
    made = {"verbs", "strong_verbs", "weak_verbs", "irregular", "nouns", "adjectives", "words", "phrases"}
    out = {k: v for k, v in pack.items() if k not in made}
    out["glosses"] = table(pack)
    if pack["language"] == "de":
        out["separable_verbs"] = separable(pack)
        for form in out["separable_verbs"]:
            past = form.endswith(("te", "ten"))
            out["glosses"].setdefault(key(form), [["do", "V", "VBD" if past else "VBZ"]])
    return out
