"""The materiel: how much, under which classes, in which registers and languages, and what may stand alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from lexicon_paths import RESOURCES

RECORD: dict[str, list[dict[str, Any]]] = {}
for _path in sorted((RESOURCES / "materiel").glob("*.yml")):
    _loaded = yaml.load(_path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    RECORD[_path.stem] = [{"sources": _loaded["default_sources"]} | entry for entry in _loaded["entries"]]
BY_ID = {entry["id"]: entry for entries in RECORD.values() for entry in entries}
CLASSES = {key: entry for key, entry in BY_ID.items() if entry["category"] == "class"}
ITEMS = {key: entry for key, entry in BY_ID.items() if entry["category"] != "class"}
ROOT = "materiel/weapons"
ATT_OF_UNROCA = {"I": "a", "II": "b", "III": "c", "IV": "d", "V": "e", "VI": "f", "VII": "g", "SALW": "h"}
SIPRI = frozenset(
    {
        # armour
        "AEV", "AFSV", "APC", "APC/APV", "APV", "IFV", "armoured car", "light tank", "reconnaissance AV",
        "tank",
        # artillery
        "guided rocket", "guided rocket/ASM", "guided rocket/SSM", "guided shell", "mortar",
        "self-propelled gun", "self-propelled MRL", "self-propelled mortar", "towed gun", "towed MRL",
        # air defence
        "ABM system", "ABM/SAM system", "BVRAAM/SAM", "SAM", "SAM system", "mobile SAM system",
        "naval SAM system", "portable SAM", "self-propelled AA gun", "self-propelled AD system",
        # missiles and bombs
        "ASM", "BVRAAM", "SRAAM", "SSM", "SSM launcher", "SSM/ASM", "SSM/anti-ship missile",
        "anti-radar missile", "anti-ship missile", "anti-ship missile/ASM/SAM",
        "anti-ship/land-attack missile", "anti-tank missile", "anti-tank missile/ASM",
        "coastal defence system", "guided bomb", "guided glide bomb",
        # aircraft
        "AEW&C aircraft", "ASW aircraft", "ASW helicopter", "FGA aircraft", "UAV", "aircraft engine",
        "armed UAV", "bomber aircraft", "combat helicopter", "fighter aircraft", "ground attack aircraft",
        "heavy transport aircraft", "helicopter", "light helicopter", "light transport aircraft",
        "loitering munition", "one-way attack drone", "reconnaissance aircraft", "trainer aircraft",
        "trainer/combat aircraft", "transport ac/helicopter", "transport aircraft", "transport helicopter",
        # ships and sensors
        "FAC", "air search radar", "air search system", "artillery locating radar", "corvette", "frigate",
        "patrol craft", "submarine",
    }
)  # fmt: skip
"""Weapon descriptions as the SIPRI trade register prints them, those that the record uses."""


def labels(entry: dict[str, Any]) -> Iterator[tuple[str, str, str, bool]]:
    """Each name of an entry: language, text, type, whether it is weak."""
    yield "en", entry["name"], "name", entry.get("weak") == "true"
    for language, names in entry.get("names", {}).items():
        for name in names:
            spec = name if isinstance(name, dict) else {"text": name}
            yield language, spec["text"], spec.get("type", "name"), spec.get("weak") == "true"


def texts(key: str) -> set[str]:
    return {text for _, text, _, _ in labels(BY_ID[key])}


def strong(key: str) -> set[str]:
    return {text for _, text, _, weak in labels(BY_ID[key]) if not weak}


def weak(key: str) -> set[str]:
    return {text for _, text, _, is_weak in labels(BY_ID[key]) if is_weak}


def above(key: str) -> set[str]:
    """The ids over an entry, all the way up."""
    found: set[str] = set()
    pending = list(BY_ID[key]["parents"])
    while pending:
        parent = pending.pop()
        if parent not in found:
            found.add(parent)
            pending += BY_ID[parent]["parents"]
    return found


def test_there_is_enough_of_every_level() -> None:
    """Classes for what reports leave vague, systems and munitions for what they name."""
    found = Counter(entry["category"] for entry in BY_ID.values())
    wanted = {"class": 110, "family": 30, "system": 600, "variant": 20, "munition": 60}
    assert {level: found[level] for level in wanted if found[level] < wanted[level]} == {}


def test_every_id_is_used_once() -> None:
    """Two files do not each hold the same item."""
    assert len(BY_ID) == sum(map(len, RECORD.values()))


def test_all_classes_hang_from_weapons() -> None:
    """One tree, one root: "weapons" takes in whatever is listed."""
    assert [key for key, entry in CLASSES.items() if not entry["parents"]] == [ROOT]
    assert [key for key in CLASSES if key != ROOT and ROOT not in above(key)] == []


def test_a_class_stands_under_classes_only() -> None:
    """No kind of weapon is filed below one make of it."""
    assert [key for key in CLASSES if not above(key) <= CLASSES.keys()] == []


def test_every_item_has_a_class_above_it() -> None:
    """A claim on a Kornet can be found by who asks for anti-tank missiles."""
    assert [key for key in ITEMS if not above(key) & (CLASSES.keys() - {ROOT})] == []


@pytest.mark.parametrize(
    ("item", "class_"),
    [
        ("kornet", "anti-tank-guided-missiles"),
        ("kornet-e", "kornet"),
        ("s-300pmu-2", "s-300"),
        ("buk-m1", "air-defence-systems"),
        ("pantsir-s1", "pantsir"),
        ("igla-s", "manpads"),
        ("shahed-136", "loitering-munitions"),
        ("bayraktar-tb2", "armed-drones"),
        ("astros-ii", "multiple-rocket-launchers"),
        ("t-90s", "tanks"),
        ("kirpi", "mine-resistant-vehicles"),
        ("type-73", "general-purpose-machine-guns"),
        ("hoshdar-m", "sniper-rifles"),
        ("rpg-7", "rocket-propelled-grenades"),
        ("yakhont", "anti-ship-missiles"),
        ("long-range-tactical-missiles", "missiles"),
    ],
)
def test_an_item_is_under_its_class(item: str, class_: str) -> None:
    """The tree says of well-known items what they are."""
    assert f"materiel/{class_}" in above(f"materiel/{item}")


def test_register_categories_are_those_of_the_registers() -> None:
    """UNROCA I to VII and small arms, ATT Article 2(1), the descriptions of SIPRI; the first two agree."""
    for key, entry in BY_ID.items():
        unroca = entry.get("unroca")
        assert unroca is None or unroca in ATT_OF_UNROCA, key
        assert entry.get("att") == ATT_OF_UNROCA.get(unroca or ""), key
        assert entry.get("sipri") is None or entry["sipri"] in SIPRI, (key, entry["sipri"])


@pytest.mark.parametrize(
    ("item", "unroca"),
    [
        ("t-72", "I"),
        ("bmp-2", "II"),
        ("d-30", "III"),
        ("120mm-mortars", "III"),
        ("60mm-mortars", "SALW"),
        ("mig-29", "IV"),
        ("ah-64", "V"),
        ("kilo-class", "VI"),
        ("iskander", "VII"),
        ("stinger", "VII"),
        ("kornet", "SALW"),
        ("s-300", None),
        ("orlan-10", None),
        ("il-76", None),
        ("small-arms-ammunition", None),
    ],
)
def test_unroca_category_follows_the_register_s_definitions(item: str, unroca: str | None) -> None:
    """MANPADS are VII; other surface-to-air missiles, unarmed aircraft and ammunition are in no category."""
    assert BY_ID[f"materiel/{item}"].get("unroca") == unroca


def test_small_arms_have_no_sipri_description() -> None:
    """The trade register does not cover rifles and grenade launchers."""
    small = [key for key in BY_ID if {"materiel/small-arms", "materiel/rpg-launchers"} & above(key)]
    assert len(small) > 100
    assert [key for key in small if "sipri" in BY_ID[key]] == []


def test_nato_names_that_are_words_do_not_stand_alone() -> None:
    """Greyhound, Hip and Gadfly count only in company; SA-22 Greyhound and Mi-8 Hip do by themselves."""
    every = [label for entry in BY_ID.values() for label in labels(entry)]
    names = [(text, is_weak) for _, text, kind, is_weak in every if kind == "nato_name"]
    assert len(names) >= 40
    assert [text for text, is_weak in names if not is_weak and not re.search(r"\d", text)] == []
    assert "SA-22 Greyhound" in strong("materiel/pantsir-s1")
    assert "Greyhound" in weak("materiel/pantsir-s1")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("tanks", {"tank", "tanks"}),
        ("drones", {"drone", "drones"}),
        ("weapons", {"arms"}),
        ("landmines", {"mine"}),
        ("fighter-jets", {"fighter"}),
        ("aircraft", {"aircraft", "jet", "plane"}),
        ("bombers", {"bombers", "bomber"}),
        ("artillery-ammunition", {"shell"}),
        ("grad", {"Grad", "Град"}),
        ("mim-23-hawk", {"HAWK"}),
        ("javelin", {"Javelin"}),
        ("patriot", {"Patriot"}),
        ("stinger", {"Stinger"}),
        ("iskander", {"Iskander", "Искандер"}),
        ("leopard", {"Leopard"}),
        ("caesar", {"Caesar"}),
        ("tochka", {"Точка", "トーチカ"}),
        ("tor", {"Tor", "Тор"}),
        ("storm-shadow", set()),
    ],
)
def test_words_that_mean_other_things_are_weak(item: str, words: set[str]) -> None:
    """A tank of water, a javelin thrower and the Boston Patriots arm nobody."""
    assert words <= weak(f"materiel/{item}")
    assert not words & strong(f"materiel/{item}")


def test_a_name_has_one_strength_in_all_languages() -> None:
    """English "drones", weak, is not made strong by being French as well."""
    for key in BY_ID:
        assert {t.casefold() for t in strong(key)} & {t.casefold() for t in weak(key)} == set(), key


def test_whatever_is_weak_alone_has_a_strong_name_too() -> None:
    """Each item can be named so that no company is needed (Javelin missile, BM-21)."""
    assert [key for key in BY_ID if not strong(key)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("s-300", "s-400"),
        ("s-300pmu-1", "s-300pmu-2"),
        ("ak-47", "ak-74"),
        ("su-24", "su-25"),
        ("shahed-131", "shahed-136"),
        ("wing-loong-i", "wing-loong-ii"),
        ("khordad-3", "khordad-15"),
        ("strela-2", "strela-10"),
        ("fateh-110", "fath-360"),
    ],
)
def test_look_alikes_share_no_name(one: str, other: str) -> None:
    """Designations a digit apart are different things."""
    assert texts(f"materiel/{one}") & texts(f"materiel/{other}") == set()


def test_no_strong_designation_has_two_bearers_outside_a_family() -> None:
    """A strong name is one item's, or that of an item and one above it."""
    bearers: dict[str, set[str]] = {}
    for key in BY_ID:
        for text in strong(key):
            bearers.setdefault(text.casefold(), set()).add(key)
    for text, keys in bearers.items():
        for one in keys:
            for other in keys - {one}:
                assert one in above(other) or other in above(one), (text, one, other)


def test_classes_are_named_in_four_languages() -> None:
    """A class has an English, a Japanese, a Russian and a Ukrainian name; the commonest also four more."""
    assert [key for key, entry in CLASSES.items() if {"en", "ja", "ru", "uk"} - entry["names"].keys()] == []
    assert sum({"es", "fr", "de", "ar"} <= entry["names"].keys() for entry in CLASSES.values()) >= 50


@pytest.mark.parametrize(("language", "share"), [("ja", 0.9), ("ru", 0.8), ("uk", 0.8)])
def test_most_items_have_a_name_in_other_scripts(language: str, share: float) -> None:
    """Some are written in Latin letters everywhere (F-16, CH-4): those need no other name."""
    assert sum(language in entry.get("names", {}) for entry in ITEMS.values()) >= share * len(ITEMS)


def test_names_are_in_the_script_of_their_language() -> None:
    """Russian and Ukrainian letters are not mixed up: no ы in Ukrainian, no і in Russian."""
    for key, entry in BY_ID.items():
        for language, text, _, _ in labels(entry):
            assert not (language == "uk" and re.search("[ыэёъ]", text)), (key, text)
            assert not (language == "ru" and re.search("[іїєґ]", text)), (key, text)
            assert not (language == "en" and re.search("[\u0400-\u04ff\u3040-\u30ff]", text)), (key, text)


def test_the_words_of_the_founding_reports_are_known() -> None:
    """What the first reports named resolves to what they meant."""
    for text, key in {
        "9K37M1 Buk-M1": "buk-m1",
        "heavy weaponry": "heavy-weapons",
        "air defence complex": "air-defence-systems",
        "laser guided rocket": "laser-guided-rockets",
        "Sajil-60": "astros-ii",
        "Bavar 373 missile system": "bavar-373",
        "AT-14 Spriggan": "kornet",
        "RPG round": "rpg-rounds",
        "対戦車ミサイル": "anti-tank-missiles",
        "противотанковая ракета": "anti-tank-missiles",
        "озброєння": "weapons",
    }.items():
        assert text in strong(f"materiel/{key}"), text
