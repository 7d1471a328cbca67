"""Word classes: verb or noun, participle or adjective, name or thing."""

from __future__ import annotations

import pytest

from reportedly.extract.tagging import tag
from reportedly.extract.tokens import Token, tokenise
from reportedly.languages.pack import load_pack
from reportedly.lexicon import load


def tagged(sentence: str) -> list[Token]:
    """The tokens of an English sentence with their tags."""
    pack = load_pack("en")
    assert pack is not None
    tokens = tokenise(sentence, 0, len(sentence), load().scan(sentence), [], [])
    tag(tokens, pack)
    return tokens


def tag_of(word: str, sentence: str) -> str:
    """The tag of the first token that reads `word`."""
    return next(t.tag for t in tagged(sentence) if t.text == word)


@pytest.mark.parametrize(
    ("word", "sentence", "expected"),
    [
        ("plans", "Russia plans to sell missiles to Algeria.", "V"),
        ("plans", "The Russian plans to sell missiles failed.", "N"),
        ("trains", "Iran funds and trains Hamas.", "V"),
        ("trains", "The trains from Iran were late.", "N"),
        ("trains", "Iran supplies the Houthis with missiles and trains their crews.", "V"),
        ("possess", "The Houthis possess hundreds of missiles.", "V"),
    ],
)
def test_a_word_that_is_both_noun_and_verb_is_told_by_its_neighbours(
    word: str, sentence: str, expected: str
) -> None:
    """What stands before and after decides."""
    assert tag_of(word, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Britain put Hamas on its list of banned groups.",
        "The rebels came with captured tanks.",
        "Israel shipped him captured rifles.",
    ],
)
def test_a_participle_before_its_noun_is_an_adjective(sentence: str) -> None:
    """After a preposition or a receiver, before a noun."""
    word = "banned" if "banned" in sentence else "captured"
    assert tag_of(word, sentence) == "ADJ"


def test_a_surname_after_a_title_is_a_name_whatever_else_is_called_so() -> None:
    """Noor is also a missile."""
    assert tag_of("Noor", "Foreign Minister Adel Noor said so.") == "NAME"
    assert tag_of("Noor", "A Noor hit the ship.") == "ENT"


def test_an_apostrophe_after_a_plural_is_a_possessive_and_a_closing_quotation_mark_is_not() -> None:
    """ "the guerrillas' rifles" against "'the guerrillas' said"."""
    assert tag_of("'", "The guerrillas' rifles came from Jordan.") == "POSS"
    assert [t.tag for t in tagged("He called them 'the guerrillas' and left.") if t.text == "'"] == ['"', '"']


def test_negative_adverbials_are_one_never() -> None:
    """ "at no time" negates like "never"."""
    tags = [t.tag for t in tagged("Liberia had at no time given arms to the rebels.")]
    assert tags[2] == "NEG"


def test_this_before_a_verb_is_a_pronoun() -> None:
    """ "said this was untrue"."""
    assert tag_of("this", "Chad said this was untrue.") == "PRON"
    assert tag_of("this", "Chad sold this tank.") == "DET"
