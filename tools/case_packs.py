"""Compile the packs of case-marking languages: every form of every listed verb and noun, and the lists shared
with English.
"""

from __future__ import annotations

import re
from typing import Any

from reportedly.languages.declension import adjective_forms, noun_forms
from slavic_verbs import entry_forms

OWN = frozenset(
    {
        "language",
        "analyser",
        "frames",
        "function_words",
        "multiword",
        "irregular",
        "verb_s_exceptions",
        "also_forms",
        "general_verbs",
        "adjectives",
        "adjective_suffixes",
        "modality",
        "report",
        "nouns_like_verbs",
        "play_words",
        "verb_forms",
        "terror_words",
        "sanction_words",
    }
)
"""Keys of English that are about English itself. The words of all others are looked up by their English
names, so they are shared.
"""
REPORT = ("say", "deny", "accuse", "conceal", "no_claim", "nouns", "allegation_nouns", "citing", "according")
LETTERS = "NGDAIL"
_NOUN = re.compile(r"(?P<lemma>[^:*]+)(?:\*(?P<kind>a?))?(?::(?P<oblique>.+))?")


def mask_of(letters: str) -> int:
    """`NsAs` as a mask."""
    return sum(
        1 << (LETTERS.index(letters[i]) + (6 if letters[i + 1] == "p" else 0))
        for i in range(0, len(letters), 2)
    )


def compile_cases(pack: dict[str, Any], english: dict[str, Any]) -> dict[str, Any]:
    """The pack with `verb_forms`, `noun_forms` and what it inherits, ready for JSON."""
    language = str(pack["language"])
    out = {k: v for k, v in pack.items() if k not in ("verbs", "people", "nouns")}
    for key in english:
        if key not in OWN:
            out[key] = (
                [*english[key], *pack.get(key, ())]
                if isinstance(english[key], list)
                else pack.get(key, english[key])
            )
    out["report"] = {
        k: [*english["report"][k], *pack.get("report", {}).get(k, ())]
        for k in REPORT
        if k in english["report"]
    }
    out["report"]["false_words"] = pack["report"]["false_words"]
    out["verb_forms"], lemmas = _verbs(pack, language)
    out["noun_forms"], nouns = _nouns(pack, language)
    out["frames"] = {name: _frame(entry, lemmas, nouns) for name, entry in pack["frames"].items()}
    out["determiner_forms"] = {form: str(mask_of(letters)) for form, letters in pack["determiners"].items()}
    out["relative_forms"] = {
        form: str(mask_of(letters)) for form, letters in pack.get("relatives", {}).items()
    }
    out["pronoun_forms"] = {
        form: [entry[0], str(mask_of(entry[1]))] for form, entry in pack["pronouns"].items()
    }
    return out


def _verbs(pack: dict[str, Any], language: str) -> tuple[dict[str, list[list[str]]], dict[str, str]]:
    """Form -> [[lemma, code], ...]; and native lemma -> the English words or itself that stand for it."""
    names: dict[str, str] = {}
    entries: dict[str, str] = {}
    for gloss, listed in pack["verbs"].items():
        for entry in listed:
            lemma, _ = entry_forms(entry, language)
            names.setdefault(lemma, gloss)
            entries.setdefault(lemma, entry)
    for frame in pack["frames"].values():
        for entry in frame.get("verbs", ()):
            lemma, _ = entry_forms(entry, language)
            names.setdefault(lemma, lemma)
            entries[lemma] = entry
    forms: dict[str, list[list[str]]] = {}
    for lemma, entry in sorted(entries.items()):
        for form, code in entry_forms(entry, language)[1]:
            forms.setdefault(form, []).append([names[lemma], code])
    return dict(sorted(forms.items())), names


def _nouns(pack: dict[str, Any], language: str) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Form -> [lemma or English word, mask]; and native lemma -> what stands for it."""
    forms: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    listed = [(g, e, True) for g, es in pack["people"].items() for e in es] + [
        (g, e, False) for g, es in pack["nouns"].items() for e in es
    ]
    for frame in pack["frames"].values():
        listed.extend(("", e, False) for e in frame.get("nouns", ()))
    for gloss, entry, animate in listed:
        match = _NOUN.fullmatch(str(entry).strip())
        assert match is not None
        lemma = match["lemma"].replace("ё", "е")
        if " " in lemma:
            continue
        name = names.setdefault(lemma, gloss.removesuffix("-word") or lemma)
        adjectival = match["kind"] == "a"
        found = (
            _adjectival(lemma, language)
            if adjectival
            else noun_forms(
                lemma, language, animate=animate, plural=match["kind"] == "", oblique=match["oblique"] or ""
            )
        )
        for form, mask in found.items():
            if form not in forms:
                forms[form] = (
                    [name, str(mask), "a"]
                    if adjectival or lemma in ("военные", "військові")
                    else [name, str(mask)]
                )
            elif forms[form][0] == name:
                forms[form][1] = str(int(forms[form][1]) | mask)
    return dict(sorted(forms.items())), names


def _adjectival(lemma: str, language: str) -> dict[str, int]:
    return adjective_forms(lemma, language)


def _framed(name: str) -> str:
    """ "передать" tells and gives: the analyser calls it `relay` where something told follows, `transfer`
    elsewhere.
    """
    return "transfer" if name == "relay" else name


def _frame(entry: dict[str, Any], lemmas: dict[str, str], nouns: dict[str, str]) -> dict[str, Any]:
    verbs = [
        next(part for part in re.sub(r"\([^)]*\)", "", v).split("/") if part).strip()
        for v in entry.get("verbs", ())
    ]
    named = [nouns.get(re.sub(r"[*:].*", "", n), n) for n in entry.get("nouns", ())]
    return {**entry, "verbs": sorted({_framed(lemmas.get(v, v)) for v in verbs}), "nouns": sorted(set(named))}
