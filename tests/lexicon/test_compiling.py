"""The compiler's complaints: one line each, with file and entry; and the forms it makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from lexicon_notation import compiled

from lexicon_build.cyrillic import inflect
from lexicon_build.latin import designation_variants, english_variants, plural
from reportedly.errors import LexiconError
from reportedly.lexicon.store import parse

GOOD = "- {id: actor/a, name: Alpha, category: company, sources: [x]}\n"


@pytest.mark.parametrize(
    ("yaml", "complaint"),
    [
        (GOOD + GOOD, "the id is taken"),
        (GOOD.replace("actor/a", "actor/A_b"), "the id is not"),
        (GOOD.replace("company", "firm"), "category `firm` is not one of"),
        (GOOD.replace(", sources: [x]", ""), "has no sources"),
        (GOOD.replace("sources", "parents: [actor/z], sources"), "parent `actor/z` does not exist"),
        (GOOD.replace("sources", "parents: [actor/a], sources"), "is its own ancestor"),
        (GOOD.replace("sources", "names: {en: ['']}, sources"), "has an empty name in en"),
        (GOOD.replace("sources", "names: {en: [{text: B, type: pet}]}, sources"), "has type `pet`"),
        (GOOD.replace("sources", "colour: red, sources"), "unknown field `colour`"),
        (
            GOOD.replace("sources", "country: Russia, sources"),
            "country `Russia` is not two lower-case letters",
        ),
        (GOOD + GOOD.replace("actor/a", "actor/b"), "strong name `alpha` is borne by actor/a too"),
        ("- [", "not YAML"),
        ("just words", "is neither a list"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, yaml: str, complaint: str) -> None:
    """Each mistake costs one line that begins with the file, and nothing is compiled."""
    data, complaints = compiled(tmp_path, yaml)
    assert data == b""
    assert any(complaint in line for line in complaints), complaints
    assert all(line.startswith("entries.yml") and "\n" not in line for line in complaints)


def test_a_strong_name_may_be_shared_on_purpose(tmp_path: Path) -> None:
    """`shared: true`, kinship, or weakness of one bearer lets two entities bear one name."""
    for extra in ("shared: true, ", "parents: [actor/a], ", "weak: true, "):
        second = GOOD.replace("actor/a", "actor/b").replace("sources", extra + "sources")
        assert compiled(tmp_path, GOOD + second)[1] == []


def test_default_sources_serve_a_file(tmp_path: Path) -> None:
    """A file may name its sources once, and country `no` is Norway."""
    yaml = "default_sources: [Register]\nentries:\n" + GOOD.replace("sources: [x]", "country: no")
    entity = parse(compiled(tmp_path, yaml)[0]).entities["actor/a"]
    assert entity.sources == ("Register",)
    assert entity.country == "no"


def test_damaged_data_is_an_error_with_a_remedy() -> None:
    """A data file cut short is named as such."""
    with pytest.raises(LexiconError, match="make lexicon"):
        parse(b'{"format": 1')


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    """Compiling is deterministic."""
    assert compiled(tmp_path, GOOD)[0] == compiled(tmp_path, GOOD)[0]


@pytest.mark.parametrize(
    ("name", "variants"),
    [
        ("S-300", {"S-300", "S 300", "S300"}),
        ("Pantsir-S1", {"Pantsir-S1", "Pantsir S1", "Pantsir S-1", "Pantsir-S-1"}),
        ("9K37M1", {"9K37M1"}),
        ("Al-Tanf", {"Al-Tanf", "Al Tanf"}),
    ],
)
def test_designations_are_spelt_several_ways(name: str, variants: set[str]) -> None:
    """Hyphens and spaces vary where letters meet digits, and nowhere else."""
    assert set(designation_variants(name)) == variants


def test_english_classes_are_spelt_several_ways() -> None:
    """Joined and parted compounds, British and American."""
    assert {"anti-tank missile", "anti tank missile", "antitank missile"} <= set(
        english_variants("anti-tank missile")
    )
    assert {"air defense system", "air-defence system"} <= set(english_variants("air defence system"))
    assert {"machine gun", "machine-gun", "machinegun"} == set(english_variants("machine gun"))


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("T-72", "T-72s"),
        ("rifle", "rifles"),
        ("battery", "batteries"),
        ("torch", "torches"),
        ("ammunition", None),
    ],
)
def test_plurals(one: str, many: str | None) -> None:
    """Regular plurals; none of what cannot be counted."""
    assert plural(one) == many


@pytest.mark.parametrize(
    ("name", "language", "forms"),
    [
        ("Хезболла", "ru", {"Хезболла", "Хезболлы", "Хезболле", "Хезболлу", "Хезболлой"}),
        ("Гізбалла", "uk", {"Гізбалли", "Гізбаллі", "Гізбаллу", "Гізбаллою"}),
        (
            "Исламское государство",
            "ru",
            {"Исламского государства", "Исламскому государству", "Исламским государством"},
        ),
        ("Корпус стражей исламской революции", "ru", {"Корпуса стражей исламской революции"}),
        ("Донецьк", "uk", {"Донецька", "Донецьку", "Донецьком"}),
        (
            "Объединенные Арабские Эмираты",
            "ru",
            {"Объединенных Арабских Эмиратов", "Объединенными Арабскими Эмиратами"},
        ),
    ],
)
def test_case_forms(name: str, language: str, forms: set[str]) -> None:
    """Adjectives go with their noun; what follows the head stays."""
    assert forms <= set(inflect(name, language))


def test_case_forms_of_classes_and_persons() -> None:
    """Classes have a plural, persons are declined word by word, acronyms and foreign vowels stay."""
    assert {"противотанковой ракеты", "противотанковых ракет", "противотанковыми ракетами"} <= set(
        inflect("противотанковая ракета", "ru", plurals=True)
    )
    assert "Башара Асада" in inflect("Башар Асад", "ru", person=True)
    assert [inflect(name, "ru") for name in ("ХАМАС", "ИГИЛ", "Тбилиси", "Конго")] == [
        ["ХАМАС"], ["ИГИЛ"], ["Тбилиси"], ["Конго"],
    ]  # fmt: skip
