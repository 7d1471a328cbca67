"""Names recovered by likeness: near enough to one name, marked as repaired, and never a designation."""

from __future__ import annotations

import pytest

from notation import document
from reportedly.claims import Filler
from reportedly.extract import extract


def fillers(text: str) -> dict[str, Filler]:
    """The fillers of the first claim by their words."""
    claims = extract(document(text, language="ja"))
    return {f.mention: f for _, fs in claims[0].roles for f in fs} if claims else {}


@pytest.mark.parametrize("words", ["ハッシド・アッシャービ", "ashd al-shaabi"])
def test_a_bent_name_is_recovered_and_marked(words: str) -> None:
    """The canonical name is given, the words stay as they stand, and the filler says that it was repaired."""
    found = fillers(f"{words}はシリアに対戦車ミサイルを送った。")[words]
    assert (found.name, found.repaired) == ("Hashd al-Shaabi", True)


def test_a_name_that_is_written_right_is_not_repaired() -> None:
    """The mark is for guesses only."""
    found = fillers("ヒズボラはシリアに対戦車ミサイルを送った。")
    assert not any(f.repaired for f in found.values())


@pytest.mark.parametrize("words", ["コルネツト", "カチューシヤン"])
def test_designations_are_not_guessed(words: str) -> None:
    """A system that the lexicon does not have under this spelling stays unresolved."""
    assert not any(f.repaired for f in fillers(f"イランはシリアに{words}とミサイルを送った。").values())


def test_an_unlike_name_is_left_alone() -> None:
    """A name that is near to nothing names nobody known."""
    found = fillers("イランはパラムシャンティにミサイルを送った。")
    assert all(f.id is None or f.mention != "パラムシャンティ" for f in found.values())
