"""The actors beyond states: how many, of which kinds, in which languages, and what may stand alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from lexicon_paths import RESOURCES

FILES = ("armed-groups", "armed-forces", "services", "companies", "bodies", "persons", "peoples")
RECORD: dict[str, list[dict[str, Any]]] = {}
for _file in FILES:
    _loaded = yaml.load((RESOURCES / "actors" / f"{_file}.yml").read_text("utf-8"), Loader=yaml.CBaseLoader)
    RECORD[_file] = [{"sources": _loaded["default_sources"]} | entry for entry in _loaded["entries"]]
ACTORS = [entry for entries in RECORD.values() for entry in entries]


def labels(entry: dict[str, Any], language: str | None = None) -> Iterator[tuple[str, bool]]:
    """The names of an entry, in one language or all, each with whether it is weak."""
    if language in (None, "en"):
        yield entry["name"], entry.get("weak") == "true"
    for key, names in entry.get("names", {}).items():
        for name in names if language in (None, key) else ():
            yield (name["text"], name.get("weak") == "true") if isinstance(name, dict) else (name, False)


def by_id(key: str) -> dict[str, Any]:
    return next(entry for entry in ACTORS if entry["id"] == key)


def test_there_are_enough_actors_of_every_kind() -> None:
    """Groups, makers, people, bodies: a report on any conflict since 2000 finds most of its actors."""
    found = Counter(entry["category"] for entry in ACTORS)
    wanted = {
        "armed_group": 200, "armed_force": 60, "service": 45, "company": 200, "body": 150, "person": 250,
        "people": 30, "party": 15, "alliance": 10, "programme": 3,
    }  # fmt: skip
    assert {category: found[category] for category in wanted if found[category] < wanted[category]} == {}
    assert len(ACTORS) >= 1000


@pytest.mark.parametrize(
    ("file", "categories"),
    [
        ("armed-forces", {"armed_force"}),
        ("services", {"service"}),
        ("persons", {"person"}),
        ("peoples", {"people"}),
        ("companies", {"company", "body"}),
        ("bodies", {"body", "alliance", "programme"}),
        ("armed-groups", {"armed_group", "armed_force", "party", "alliance", "company"}),
    ],
)
def test_a_file_holds_what_its_name_says(file: str, categories: set[str]) -> None:
    """Who looks for an entry finds it in the file of its kind."""
    assert {entry["category"] for entry in RECORD[file]} <= categories


@pytest.mark.parametrize(("language", "share"), [("ja", 0.94), ("ru", 0.98), ("uk", 0.98)])
def test_nearly_every_actor_is_known_in_each_language(language: str, share: float) -> None:
    """The same actor is the same entity in reports in all four languages."""
    lacking = [entry["id"] for entry in ACTORS if language not in entry.get("names", {})]
    assert len(lacking) <= (1 - share) * len(ACTORS), lacking


@pytest.mark.parametrize("language", ["es", "fr", "de", "ar"])
def test_the_most_cited_are_known_in_further_languages(language: str) -> None:
    """Sixty actors and more have names in Spanish, French, German and Arabic where they differ."""
    assert sum(language in entry.get("names", {}) for entry in ACTORS) >= 60


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("ru", "\u0400", "\u04ff"), ("uk", "\u0400", "\u04ff"), ("ar", "\u0600", "\u06ff")],
)
def test_names_are_mostly_in_the_script_of_their_language(language: str, first: str, last: str) -> None:
    """A Latin spelling under a Russian heading is a firm's own name, not a slip of the line."""
    written = [text for entry in ACTORS for text, _ in labels(entry, language)]
    own = [text for text in written if any(first <= char <= last for char in text)]
    assert len(own) >= 0.9 * len(written)


def test_every_person_acts_for_somebody() -> None:
    """A person's claim can be laid beside those of the state, group or body the person speaks for."""
    assert [entry["id"] for entry in RECORD["persons"] if not entry.get("parents")] == []


def test_a_surname_alone_is_weak() -> None:
    """Hadi, Taylor or Katz may be anybody; the words of one part of a person's name need company."""
    bare = {
        (entry["id"], text)
        for entry in RECORD["persons"]
        for text, weak in labels(entry)
        if not weak and text in entry["name"].split()[1:]
    }
    assert bare == set()


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("actor/wagner-group", "Wagner"),
        ("actor/badr-organization", "Badr"),
        ("actor/azov", "Azov"),
        ("actor/rapid-support-forces", "Rapid Support"),
        ("actor/rapid-support-forces", "RSF"),
        ("actor/muslim-brotherhood", "the Brotherhood"),
        ("actor/islamic-state", "IS"),
        ("actor/conflict-armament-research", "CAR"),
        ("actor/raw-india", "RAW"),
        ("actor/mit-turkey", "MIT"),
        ("actor/nato", "the Alliance"),
        ("actor/gcc", "GCC"),
        ("actor/leonardo", "Leonardo"),
        ("actor/beretta", "Beretta"),
        ("actor/russian-helicopters", "Russian Helicopters"),
    ],
)
def test_words_with_another_meaning_are_weak(entity: str, name: str) -> None:
    """They count only where other words of the field say that they are meant."""
    assert {weak for text, weak in labels(by_id(entity)) if text == name} == {True}


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("actor/wagner-group", "Wagner Group"),
        ("actor/wagner-group", "ЧВК Вагнер"),
        ("actor/azov", "Azov Brigade"),
        ("actor/islamic-state", "ISIS"),
        ("actor/hashd-al-shaabi", "ハシュド・アル・シャアビ"),
        ("actor/government-of-national-accord", "GNA"),
        ("actor/conflict-armament-research", "Conflict Armament Research"),
    ],
)
def test_words_with_one_meaning_stand_alone(entity: str, name: str) -> None:
    """Weakness is not handed out for safety: these name their actor wherever they stand."""
    assert {weak for text, weak in labels(by_id(entity)) if text == name} == {False}


def test_a_name_is_as_weak_in_one_language_as_in_another() -> None:
    """Names are looked for in all texts, so one strong listing would undo a weak one."""
    torn = []
    for entry in ACTORS:
        strength: dict[str, set[bool]] = {}
        for text, weak in labels(entry):
            strength.setdefault(text, set()).add(weak)
        torn += [(entry["id"], text) for text, ways in strength.items() if len(ways) > 1]
    assert torn == []


def test_short_words_of_capitals_are_acronyms() -> None:
    """Their type tells readers of the entity page why they match only as written."""
    plain = [
        (entry["id"], name)
        for entry in ACTORS
        for name in entry.get("names", {}).get("en", ())
        if isinstance(name, str) and re.fullmatch("[A-Z]{2,5}", name)
    ]
    assert plain == []


def test_every_actor_says_where_its_facts_can_be_checked() -> None:
    """No entry without a source."""
    assert [entry["id"] for entry in ACTORS if not entry["sources"]] == []


def test_the_foreign_and_defence_ministries_of_the_most_cited_states() -> None:
    """Each belongs to its state, so that a ministry's denial is known as that state's."""
    of_another_name = {
        "actor/ministry-foreign-us": "actor/us-state-department",
        "actor/ministry-defence-us": "actor/us-department-of-defense",
        "actor/ministry-defence-ir": "actor/modafl",
    }
    for country in ("ru", "ua", "ir", "tr", "il", "us", "gb", "fr", "de", "cn", "kp", "sa", "sd"):
        for field in ("foreign", "defence"):
            key = f"actor/ministry-{field}-{country}"
            assert by_id(of_another_name.get(key, key))["parents"] == [f"state/{country}"]
