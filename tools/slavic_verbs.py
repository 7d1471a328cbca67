"""Forms of Russian and Ukrainian verbs, made from infinitives when a language pack is compiled.

An entry of a pack is `perfective/imperfective`, either may be missing (`/поддерживать`). What the infinitive
does not tell stands in brackets: the third person singular of the present or future, then the past masculine,
then the short passive participle (`ввезти(ввезёт; ввёз;ввезён)`). A form has a code `tag:aspect:agreement`;
the tag begins with `r` where the verb is reflexive. Tags: inf past pres fut ger short impers part act imper.
Agreement: m f n p, or the mask of a participle's cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.languages.declension import adjective_forms

_ENTRY = re.compile(r"(?P<inf>[^()]+)(?:\((?P<extra>[^)]*)\))?")
_VOWELS = "аеёиоуыэюяіїє"
_SOFTENED = {
    "ru": {
        "ст": "щ",
        "т": "щ",
        "д": "жд",
        "з": "ж",
        "с": "ш",
        "в": "вл",
        "п": "пл",
        "б": "бл",
        "м": "мл",
        "ф": "фл",
    },
    "uk": {
        "ст": "щ",
        "т": "ч",
        "д": "дж",
        "з": "ж",
        "с": "ш",
        "в": "вл",
        "п": "пл",
        "б": "бл",
        "м": "мл",
        "ф": "фл",
    },
}

Form = tuple[str, str]


def entry_forms(entry: str, language: str) -> tuple[str, list[Form]]:
    """The lemma of an entry (its first infinitive) and every form of both aspects with its code."""
    lemma = ""
    forms: list[Form] = []
    for aspect, part in zip("pi", _aspects(entry), strict=False):
        if not part:
            continue
        match = _ENTRY.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"cannot read the verb {entry!r}")
        infinitive = match["inf"].strip()
        lemma = lemma or infinitive
        extra = [e.strip() for e in (match["extra"] or "").split(";")] + ["", "", ""]
        forms.extend(_conjugate(infinitive, aspect, language, extra[0], extra[1], extra[2]))
    return lemma, sorted({(f.replace("ё", "е"), code) for f, code in forms})


def _aspects(entry: str) -> list[str]:
    depth, parts = 0, [""]
    for ch in entry:
        depth += (ch == "(") - (ch == ")")
        if ch == "/" and depth == 0:
            parts.append("")
        else:
            parts[-1] += ch
    return parts


def _conjugate(
    infinitive: str, aspect: str, language: str, third: str, past: str, short: str
) -> Iterator[Form]:
    reflexive = infinitive.endswith(("ся", "сь"))
    base = infinitive[:-2] if reflexive else infinitive
    third, past = third.removesuffix("ся"), past.removesuffix("ся").removesuffix("сь")
    plain = [
        *_finite(base, language, third, past),
        *([] if reflexive else _passives(base, language, third, short, aspect)),
    ]
    actives = list(_actives(base, language, third, past, aspect))
    for form, tag, agreement in [*plain, *actives]:
        if not reflexive:
            yield form, f"{tag}:{aspect}:{agreement}"
        if tag not in ("short", "part", "impers"):
            for suffixed in _reflexive(form, tag, language):
                yield (
                    suffixed,
                    f"r{tag}:{aspect}:{agreement}" if not reflexive else f"{tag}:{aspect}:{agreement}",
                )


def _reflexive(form: str, tag: str, language: str) -> list[str]:
    if tag == "act":
        return [form + "ся"]
    if language == "uk":
        if tag == "pres" and form.endswith("є"):
            return [form + "ться"]
        if tag == "pres" and form.endswith("е"):
            return [form + "ться"]
        return [form + "ся", form + "сь"] if form[-1] in _VOWELS else [form + "ся"]
    return [form + ("сь" if form[-1] in _VOWELS else "ся")]


def _stem(infinitive: str, language: str) -> str:
    return infinitive[: -len("ти" if language == "uk" or infinitive.endswith("ти") else "ть")]


def _third(infinitive: str, language: str, third: str) -> str:
    if third:
        return third
    stem = _stem(infinitive, language)
    if language == "ru":
        if infinitive.endswith(("овать", "евать")) and len(infinitive) > 6:
            return stem[:-3] + ("ует" if stem.endswith("ова") else "ует" if stem[-4] in "жшчщц" else "юет")
        if infinitive.endswith(("давать", "ставать", "знавать")):
            return stem[:-2] + "ет"
        if infinitive.endswith("нуть"):
            return stem[:-1] + "ет"
        return stem[:-1] + "ит" if stem.endswith("и") else stem + "ет"
    if infinitive.endswith(("увати", "ювати")):
        return stem[:-3] + ("ує" if stem.endswith("ува") else "ює")
    if infinitive.endswith("давати") and not infinitive.endswith("ддавати"):
        return stem[:-2] + "є"
    if infinitive.endswith("нути"):
        return stem[:-1] + "е"
    return stem[:-1] + "ить" if stem.endswith("и") else stem + "є"


def _plural(third: str, language: str) -> str:
    if third.endswith(("даст", "дасть")):
        return third[: third.rindex("даст")] + ("дадут" if language == "ru" else "дадуть")
    if language == "ru":
        if third.endswith("ит"):
            return third[:-2] + ("ат" if third[-3] in "жшчщ" else "ят")
        stem = third[:-2]
        return stem + ("ют" if stem[-1] in _VOWELS + "лрь" else "ут")
    if third.endswith("їть"):
        return third[:-3] + "ять"
    if third.endswith("ить"):
        stem = third[:-3]
        return stem + ("лять" if stem[-1] in "вмпбф" else "ать" if stem[-1] in "жшчщ" else "ять")
    stem = third[:-1]
    return stem + ("ють" if stem[-1] in _VOWELS + "лр" else "уть")


def _pasts(infinitive: str, language: str, past: str) -> dict[str, str]:
    if language == "ru":
        masculine = past or _stem(infinitive, language) + "л"
        stem = masculine if not masculine.endswith("л") else masculine[:-1]
        if masculine.endswith(("шел", "шёл")):
            stem = masculine[:-2]
        return {"m": masculine, "f": stem + "ла", "n": stem + "ло", "p": stem + "ли"}
    masculine = past or _stem(infinitive, language) + "в"
    stem = masculine[:-1] if masculine.endswith("в") else masculine
    if masculine.endswith("шов"):
        stem = masculine[:-2]
    for close, open_ in (("міг", "мог"), ("ріг", "рег"), ("ліг", "ляг"), ("тік", "тек")):
        if masculine.endswith(close):
            stem = masculine[: -len(close)] + open_
    if masculine.endswith("ніс") or masculine.endswith("віз") or masculine.endswith("вів"):
        stem = masculine[:-2] + "е" + masculine[-1] if not masculine.endswith("вів") else masculine[:-2] + "е"
    return {"m": masculine, "f": stem + "ла", "n": stem + "ло", "p": stem + "ли"}


def _finite(infinitive: str, language: str, third: str, past: str) -> Iterator[tuple[str, str, str]]:
    yield infinitive, "inf", ""
    singular = _third(infinitive, language, third)
    yield singular, "pres", "s"
    yield _plural(singular, language), "pres", "p"
    if language == "ru":
        yield singular[:-1] + "м", "pres", "p"
    else:
        yield (singular[:-2] + "мо" if singular.endswith("ть") else singular + "мо"), "pres", "p"
        yield infinitive + "ме", "fut", "s"
        yield infinitive + "муть", "fut", "p"
    for number, form in _pasts(infinitive, language, past).items():
        yield form, "past", number


def _participles(infinitive: str, language: str, short: str) -> set[str]:
    """Short masculine passive participles (поставлен; передан): stems of all that follow."""
    if short:
        return {short.replace("ё", "е")}
    stem = _stem(infinitive, language)
    if infinitive.endswith(("нять", "взять", "няти", "взяти")) or stem.endswith(("бы", "ши", "кры", "ни")):
        return {stem + "т"}
    if stem.endswith("ну"):
        return {stem + "т", stem[:-1] + "ен"}
    if stem.endswith(("и", "і")) or (stem.endswith("е") and language == "ru"):
        bare = stem[:-1]
        soft = _SOFTENED[language]
        if bare.endswith("ст"):
            return {bare + "ен", bare[:-2] + "щен"}
        changed = bare[:-1] + soft.get(bare[-1:], bare[-1:])
        out = {changed + "ен"}
        if language == "ru" and bare.endswith("т"):
            out.add(bare[:-1] + "чен")
        if language == "ru" and bare.endswith("д"):
            out.add(bare[:-1] + "жен")
        return out
    if stem.endswith(("а", "я")):
        return {stem + "н"}
    return set()


def _passives(
    infinitive: str, language: str, third: str, short: str, aspect: str
) -> Iterator[tuple[str, str, str]]:
    for participle in sorted(_participles(infinitive, language, short)):
        stem = participle
        if language == "ru":
            for agreement, ending in (("m", ""), ("f", "а"), ("n", "о"), ("p", "ы")):
                yield stem + ending, "short", agreement
            full = stem + ("ный" if stem.endswith("н") else "ый")
        else:
            yield stem + "о", "impers", "n"
            full = stem + "ий"
        for form, mask in adjective_forms(full, language).items():
            yield form, "part", str(mask)
    if aspect == "i" and language == "ru":
        singular = _third(infinitive, language, third)
        present = singular[:-1] + "мый" if not infinitive.endswith("давать") else infinitive[:-2] + "емый"
        for form, mask in adjective_forms(present, language).items():
            yield form, "part", str(mask)


def _actives(
    infinitive: str, language: str, third: str, past: str, aspect: str
) -> Iterator[tuple[str, str, str]]:
    plural = _plural(_third(infinitive, language, third), language)
    if language == "uk":
        masculine = _pasts(infinitive, language, past)["m"]
        yield masculine + "ши", "ger", ""
        yield plural[:-2] + "чи", "ger", ""
        return
    masculine = _pasts(infinitive, language, past)["m"]
    stem = masculine[:-1] + "вший" if masculine.endswith("л") else masculine + "ший"
    stems = [stem]
    if aspect == "i":
        stems.append(plural[:-1] + "щий")
    for full in stems:
        for form, mask in adjective_forms(full, language).items():
            yield form, "act", str(mask)
    if aspect == "p":
        yield (masculine[:-1] + "в" if masculine.endswith("л") else masculine + "ши"), "ger", ""
        if infinitive.endswith("ти"):
            yield plural[:-2] + "я", "ger", ""
    elif infinitive.endswith("давать"):
        yield infinitive[:-2] + "я", "ger", ""
    else:
        yield plural[:-2] + ("а" if plural[-3] in "жшчщ" else "я"), "ger", ""
