"""Russian and Ukrainian case forms by the endings of words; a form too many does no harm, as forms only
match.

`inflect(name, language, ...)` gives the forms of a name of one or more words. Words before and including the
head noun go through the
cases together; what follows the head (Корпус стражей исламской революции) stays as it is.
"""

from __future__ import annotations

import re
from itertools import product

from lexicon_build.paradigms import ADJECTIVES, PARADIGMS, PLURALS, Table

_CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ'’-]+\Z")
_MOST_FORMS = 80
_NOUN_LIKE = frozenset({"на", "ва", "ча", "ша"})
_INDECLINABLE_ENDINGS = tuple("оуюеиыэіїє")


def inflect(
    name: str, language: str, *, person: bool = False, adjective: bool = False, plurals: bool = False
) -> list[str]:
    """`name` and its case forms in `language` (ru or uk), without repeats, the name first.

    `person`: every word goes through the cases (Башара Асада). `adjective`: a bare adjective, all genders and
    both numbers.
    `plurals`: the plural is made as well as the singular.
    """
    tables = PARADIGMS[language]
    words = name.split(" ")
    if adjective:
        return _adjective_forms(name, words, language)
    found = [name]
    columns = [
        _paradigms(word, tables, person=person, last=i == len(words) - 1) for i, word in enumerate(words)
    ]
    head = next((i for i, c in enumerate(columns) if any(t.part == "noun" for t, _ in c)), None)
    if head is None and not person:
        head = len(words) - 1
    for number in ("singular", "plural"):
        for case in range(6):
            options = [
                _forms(column, word, language, number, case) if person or i <= (head or 0) else [word]
                for i, (word, column) in enumerate(zip(words, columns, strict=True))
            ]
            plural_name = any(t.is_plural for t, _ in columns[head or 0]) if head is not None else False
            if number == "plural" and not (plurals or plural_name):
                continue
            if all(options):
                found += [" ".join(choice) for choice in product(*options)]
            if len(found) > _MOST_FORMS:
                break
    return list(dict.fromkeys(found))


def _adjective_forms(name: str, words: list[str], language: str) -> list[str]:
    """All genders and numbers of an adjective given in the masculine: российский, российская, российскими."""
    *before, last = words
    for ending, forms in ADJECTIVES[language].items():
        if last.endswith(ending):
            stem = last[: len(last) - len(ending)]
            return list(dict.fromkeys((name, *(" ".join((*before, stem + form)) for form in forms.split()))))
    return [name]


def _paradigms(word: str, tables: list[Table], *, person: bool, last: bool) -> list[tuple[Table, str]]:
    """The tables that fit the word's ending, each with the stem; none for words that do not change."""
    bare = word.rpartition("-")[2]
    if any(char.isdigit() for char in word) or not _CYRILLIC.match(word):
        stem = word.partition("-")[0]
        if stem == word or not _CYRILLIC.match(stem):
            return []
        return _paradigms(stem, tables, person=person, last=last)
    if sum(map(str.isupper, bare)) > 1 or len(bare) < 3:
        return []
    # Ukrainian feminines in -на, -ва are adjectives only before something: протитанкова ракета, but країна.
    fitting = [
        t
        for t in tables
        if bare.endswith(t.ending)
        and t.fits(bare, person)
        and not (last and t.name == "adj-hard-f" and t.ending in _NOUN_LIKE)
    ]
    longest = max((len(t.ending) for t in fitting), default=-1)
    if longest == 0 and bare.lower().endswith(_INDECLINABLE_ENDINGS):
        return []
    return [(t, bare.removesuffix(t.ending)) for t in fitting if len(t.ending) == longest]


def _forms(column: list[tuple[Table, str]], word: str, language: str, number: str, case: int) -> list[str]:
    if not column:
        return [word]
    found: list[str] = []
    for table, stem in column:
        if table.is_plural and number == "singular":
            continue
        source = (
            table
            if number == "singular" or table.is_plural
            else PLURALS.get((language, table.name, table.ending))
        )
        for ending in source.cases[case] if source else ():
            if language != "ru" or source is None or source.joins(stem, ending):
                found.append(_replace_last(word, stem + ending))
    return list(dict.fromkeys(found))


def _replace_last(word: str, new: str) -> str:
    if "-" not in word:
        return new
    rest = word.partition("-")[2]
    if any(char.isdigit() for char in rest) or not _CYRILLIC.match(rest):
        return f"{new}-{rest}"
    return word.rpartition("-")[0] + "-" + new
