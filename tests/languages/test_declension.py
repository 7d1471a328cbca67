"""Case forms of Russian and Ukrainian, and back from a form to its cases."""

from __future__ import annotations

import pytest

from reportedly.languages.declension import ANY, PLURAL, SINGULAR, adjective_forms, cases_of_name, noun_forms

LETTERS = "NGDAIL"


def letters(mask: int) -> str:
    """A mask as it is read: `Gs Dp`."""
    return " ".join(
        letter + number
        for number, shift in (("s", 0), ("p", 6))
        for k, letter in enumerate(LETTERS)
        if mask >> (shift + k) & 1
    )


@pytest.mark.parametrize(
    ("surface", "name", "language", "cases"),
    [
        ("Россия", "Россия", "ru", "Ns"),
        ("Россией", "Россия", "ru", "Is"),
        ("Сирии", "Сирия", "ru", "Gs Ds Ls"),
        ("Ирану", "Иран", "ru", "Ds"),
        ("Китай", "Китай", "ru", "Ns As"),
        ("Объединёнными Арабскими Эмиратами", "Объединённые Арабские Эмираты", "ru", "Ip"),
        ("хуситам", "хусити", "uk", "Dp"),
        ("Сполученим Штатам", "Сполучені Штати", "uk", "Dp"),
        ("протикорабельні ракети", "протикорабельна ракета", "uk", "Np Ap"),
        ("Аравійському морі", "Аравійське море", "uk", "Ls"),
        ("Києву", "Київ", "uk", "Gs Ds Ls"),
    ],
)
def test_the_cases_of_a_name_follow_from_its_form_and_its_lemma(surface, name, language, cases):
    """Supplier and recipient are told apart by this."""
    assert set(cases.split()) >= set(letters(cases_of_name(surface, name, language)).split()) or (
        letters(cases_of_name(surface, name, language)) == cases
    )


@pytest.mark.parametrize("name", ["США", "НАТО", "Баку", "Мали", "Абу-Даби", "S-300"])
def test_what_does_not_decline_may_be_any_case(name):
    """The order of words and the sorts of things decide there."""
    assert cases_of_name(name, name, "ru") == ANY


def test_only_the_head_of_a_name_declines():
    """Корпус стражей исламской революции keeps its genitives."""
    name = "Корпус стражей исламской революции"
    assert letters(cases_of_name("Корпусу стражей исламской революции", name, "ru")) == "Ds"


def test_the_accusative_of_people_is_their_genitive_and_of_things_their_nominative():
    """получили боевики, but подбили танки."""
    assert "Ap" in letters(noun_forms("боевик", "ru", animate=True)["боевиков"])
    assert "Ap" not in letters(noun_forms("поставка", "ru")["поставок"])


def test_a_noun_with_two_stems_is_declined_from_the_second():
    """боец, бойцов; боєць, бійців."""
    assert "бойцов" in noun_forms("боец", "ru", animate=True, oblique="бойц")
    assert "бійців" in noun_forms("боєць", "uk", animate=True, oblique="бійць")


def test_adjectives_have_all_genders_and_both_numbers():
    """A demonym agrees with whatever it describes."""
    forms = adjective_forms("российский", "ru")
    assert {"российский", "российская", "российское", "российских", "российскими"} <= set(forms)
    assert forms["российскими"] & PLURAL
    assert not forms["российскими"] & SINGULAR
