"""Inflected forms of Spanish, French, German and Arabic names: adjectives of nations by gender and number,
class words of materiel in the other number. Roughly, by endings: a form that no text has does no harm."""

from __future__ import annotations

import re
from collections.abc import Callable

LANGUAGES = frozenset({"es", "fr", "de", "ar"})
_ACCENTS = str.maketrans("áéíóú", "aeiou")
_PREPOSITION = re.compile(r" (?:de|d'|à|para|pour|contre|sin|sans|mit|zur|von) ?")


def inflect(text: str, language: str, *, kind: str, adjective: bool) -> list[str]:
    """The forms of a demonym or of a class word; others have none."""
    if adjective:
        return _ADJECTIVES[language](text)
    if kind != "materiel" or any(c.isdigit() for c in text):
        return []
    if language == "de":
        return _german_nouns(text)
    if language == "ar":
        return _arabic_definite(text)
    head, rest = _split(text)
    singular = _spanish_singular if language == "es" else _french_singular
    plural = _spanish_plural if language == "es" else _french_plural
    words = head.split()
    forms = [" ".join(map(singular, words)) + rest, " ".join(map(plural, words)) + rest]
    return [f for f in forms if f != text and len(f) > 3]


def _split(text: str) -> tuple[str, str]:
    """What agrees in number, and what hangs on it by a preposition."""
    found = _PREPOSITION.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def _spanish_adjective(text: str) -> list[str]:
    if text.endswith("o"):
        return [text[:-1] + e for e in ("a", "os", "as")]
    if text[-1] in "í":
        return [text + "es", text + "s"]
    if text[-1] in "aeu":
        return [text + "s"]
    bare = text[:-2] + text[-2].translate(_ACCENTS) + text[-1] if text[-2] in "áéíóú" else text
    return [bare + e for e in ("a", "es", "as")]


def _french_adjective(text: str) -> list[str]:
    if text.endswith(("e", "è")):
        return [text + "s"]
    feminine = text + "ne" if text.endswith("ien") else text + "e"
    return [feminine, feminine + "s", text if text.endswith("s") else text + "s"]


def _german_adjective(text: str) -> list[str]:
    return [text + e for e in ("e", "en", "er", "es", "em")]


def _arabic_adjective(text: str) -> list[str]:
    words = text.split()
    forms = [[w + e for w in words[:1]] + [w + e for w in words[1:]] for e in ("", "ة")]
    forms += [[*words[:-1], words[-1] + e] for e in ("ا", "ين", "ون", "تين", "ان")]
    return [" ".join(p + w for w in ws) for ws in forms for p in ("", "ال")]


_ADJECTIVES: dict[str, Callable[[str], list[str]]] = {
    "es": _spanish_adjective,
    "fr": _french_adjective,
    "de": _german_adjective,
    "ar": _arabic_adjective,
}


def _spanish_singular(word: str) -> str:
    if word.endswith("ones"):
        return word[:-4] + "ón"
    if word.endswith(("les", "res", "nes", "des")) and len(word) > 5 and not word.endswith(("ues", "bles")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 4 else word


def _spanish_plural(word: str) -> str:
    if word.endswith("ón"):
        return word[:-2] + "ones"
    if word[-1] in "aeo":
        return word + "s"
    return word + "es" if word[-1] in "lrnd" else word


def _french_singular(word: str) -> str:
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("us", "ss", "as")) and len(word) > 4 else word
    )


def _french_plural(word: str) -> str:
    return word if word[-1] in "sxz" else word + "s"


def _german_nouns(text: str) -> list[str]:
    """Cases and numbers of the last word, with the endings of adjectives before it."""
    *before, last = text.split()
    if last.endswith("en"):
        nouns = [last, last[:-1], last[:-2]]
    elif last.endswith("e"):
        nouns = [last, last + "n", last[:-1], last + "s", last[:-1] + "s"]
    elif last.endswith(("er", "el")):
        nouns = [last, last + "n", last + "s"]
    else:
        nouns = [last, last + "en", last + "e", last + "s"]
    nouns = [n for n in nouns if len(n) > 3]
    if not any(w.islower() and w.endswith("e") for w in before):
        return [" ".join([*before, n]) for n in nouns if n != last]
    ends = ("e", "en", "er", "es")
    return [
        " ".join([*(w[:-1] + e if w.islower() and w.endswith("e") else w for w in before), n])
        for n in nouns
        for e in ends
    ]


def _arabic_definite(text: str) -> list[str]:
    """The words with and without their articles; the accusative of a single word."""
    words = text.split()
    bare = [w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words]
    definite = [
        w if w.startswith(("ال", "لل", "بال", "على", "من", "عن", "ل", "ب")) else "ال" + w for w in words
    ]
    forms = [" ".join(bare), " ".join(definite), " ".join([*bare[:-1], definite[-1]])]
    if len(words) == 1 and bare[0][-1] not in "ةاء":
        forms.append(bare[0] + "ا")
    return [f for f in dict.fromkeys(forms) if f != text and len(f) > 2]
