"""Cutting Japanese sentences: names, dates and numbers stay whole, and a missing analyser is told, not
guessed around."""

from __future__ import annotations

import pytest

from reportedly.documents import Document, Zone
from reportedly.extract import coverage
from reportedly.extract.detail import find_dates, find_quantities
from reportedly.extract.engine import Engine
from reportedly.extract.particles import morphemes as module
from reportedly.extract.particles.morphemes import morphemes, sentence_text
from reportedly.extract.tokens import Token, tokenise
from reportedly.lexicon import load


def cut(text: str) -> list[Token]:
    words = tokenise(
        text, 0, len(text), load().scan(text),
        find_dates(text, language="ja", published=None), find_quantities(text, language="ja"),
    )  # fmt: skip
    return morphemes(words, sentence_text(words))


def test_names_dates_and_numbers_are_one_token_each() -> None:
    """What the lexicon and the small print know is not cut."""
    words = [t.text for t in cut("3月26日に対戦車ミサイル約1万発を送った。")]
    assert words[:5] == ["3月26日", "に", "対戦車ミサイル", "約1万発", "を"]


def test_a_name_inside_a_longer_katakana_word_is_no_name() -> None:
    """マリ is Mali, but not in マリンバ."""
    assert all(t.match is None for t in cut("マリンバを運んだ。"))
    assert cut("マリに運んだ。")[0].match is not None


def test_tokens_stand_where_they_say() -> None:
    """Offsets are those of the text, spaces and full width included."""
    text = "イランは ２基の S-300 を返した。"
    assert all(text[t.start : t.end] == t.text for t in cut(text))


def absent() -> bool:
    return False


def test_without_the_analyser_the_document_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read, and a warning tells how to have it read."""
    text = "イランはフーシにミサイルを供与した。"
    document = Document(
        "a.txt", text, "0", "test", "1", language="ja", zones=(Zone(0, len(text), "body", "ja"),)
    )
    assert coverage.noted(document).warnings == ()
    monkeypatch.setattr(coverage, "available", absent)
    (warning,) = coverage.noted(document).warnings
    assert warning.code == "no_language_pack"
    assert "reportedly[ja]" in warning.detail
    assert Engine(load()).extract(document) == []


def test_a_language_without_a_pack_is_noted_once() -> None:
    """The note gives the language and how much was left; noting again changes nothing."""
    text = "Η Ρωσία έστειλε πυραύλους στη Συρία."
    document = Document(
        "a.txt", text, "0", "test", "1", language="el", zones=(Zone(0, len(text), "body", "el"),)
    )
    noted = coverage.noted(document)
    assert [w.code for w in noted.warnings] == ["no_language_pack"]
    assert noted.warnings[0].detail.startswith(f"el: {len(text)} characters")
    assert coverage.noted(noted) == noted


def test_asking_for_morphemes_without_the_analyser_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller that goes past the check gets one clear line."""
    module._tokenizer.cache_clear()
    monkeypatch.setattr(module, "available", absent)
    with pytest.raises(module.AnalyserMissingError, match="SudachiPy"):
        cut("イランはミサイルを送った。")
    module._tokenizer.cache_clear()
