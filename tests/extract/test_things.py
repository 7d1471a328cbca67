"""What noun phrases name."""

from __future__ import annotations

from notation import claims


def test_rebels_of_a_state_are_not_the_state() -> None:
    """ "Chadian insurgents" stay who they are."""
    text = "France supplied Chadian insurgents with rifles and Milan missiles."
    assert claims(text) == ["transfer France -> Chadian insurgents: rifles, MILAN (delivered)"]


def test_troops_of_a_state_are_the_state() -> None:
    """ "Chadian soldiers" stand for Chad."""
    text = "France supplied Chadian soldiers with Milan missiles."
    assert claims(text) == ["transfer France -> Chad: MILAN (delivered)"]
