"""Which words of a text are names: neighbours, capitals, line breaks, scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from lexicon_notation import found, small_lexicon

from reportedly.lexicon import Lexicon
from reportedly.lexicon.folding import fold


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        (["Iran"], "an Iran-backed group", ["Iran"]),
        (["US"], "US-made arms", ["US"]),
        (["Iran"], "Iran's and Iran’s", ["Iran", "Iran"]),
        (["Iran"], "Iranian Tehiran Iran_x Iran7", []),
        (["Iran"], "Iran", ["Iran"]),
        (["Sana"], "in Sana'a", []),
        (["Buk-M1"], "a Buk-M1-2 launcher", []),
        (["AP"], "the AP-2 vest", []),
        (["Red Sea", "Red Sea Alpha"], "Red Sea Alphas", ["Red Sea"]),
        (["Syrian Arab", "Arab League"], "Syrian Arabs, Arab League", ["Arab League"]),
        (["Syrian Arab Army Corps", "Arab Army"], "Syrian Arab Army Corpses", ["Arab Army"]),
        (["Iran", "Iran Air"], "Iran Air and Iran", ["Iran Air", "Iran"]),
    ],
)
def test_neighbours(tmp_path: Path, names: list[str], text: str, expected: list[str]) -> None:
    """Letters, digits and underscores bind; hyphens and possessives do not; what a refused name hides is
    found.
    """
    assert found(small_lexicon(tmp_path, *names), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T-72B3", []),
        ("T-72 T 72 T72 T-72s", ["T-72", "T 72", "T72", "T-72s"]),
        ("S-300PMU and S-300", ["S-300"]),
        ("S–300 and S\u2011300 and Ｓ－３００", ["S–300", "S\u2011300", "Ｓ－３００"]),
        ("ロシアのS-300を", ["S-300"]),
    ],
)
def test_designations(tmp_path: Path, text: str, expected: list[str]) -> None:
    """A designation is found in each of its spellings, never as a part of another one."""
    lexicon = small_lexicon(tmp_path, "T-72", "S-300", kind="materiel", category="system")
    assert found(lexicon, text) == expected


def test_capitals(tmp_path: Path) -> None:
    """A proper name needs its first capital, a class word none."""
    lexicon = small_lexicon(tmp_path, "Grad", "al-Tanf", "mortar")
    assert found(lexicon, "grad Grad GRAD al-tanf al-Tanf AL-TANF mortar Mortar MORTAR") == [
        "Grad", "GRAD", "al-Tanf", "AL-TANF", "mortar", "Mortar", "MORTAR",
    ]  # fmt: skip


def test_acronyms_match_as_written(tmp_path: Path) -> None:
    """US is not us, and in a line of capitals short acronyms cannot be told from words."""
    lexicon = small_lexicon(tmp_path, "US", "IS", "FARDC")
    assert found(lexicon, "it is us, Is Us, IS and US") == ["IS", "US"]
    assert found(lexicon, "FARDC TELLS US IT IS READY\nthe US said") == ["FARDC", "US"]


def test_line_breaks(tmp_path: Path) -> None:
    """A name goes on over one line break of either kind, not over an empty line."""
    lexicon = small_lexicon(tmp_path, "Islamic State")
    text = "Islamic\nState, Islamic\r\nState, Islamic\n\nState, Islamic\u00a0State"
    matches = lexicon.scan(text)
    assert [text[m.start : m.end] for m in matches] == [
        "Islamic\nState",
        "Islamic\r\nState",
        "Islamic\u00a0State",
    ]


def test_katakana_names_are_whole_runs(tmp_path: Path) -> None:
    """ロシア is not found in ロシアン; 軍, 製 and 側 may follow."""
    lexicon = small_lexicon(tmp_path, "ロシア", "シリア", "米国", language="ja")
    assert found(lexicon, "ロシアン アッシリア") == []
    assert found(lexicon, "ロシア軍、米国製、シリア側とロシア・シリア") == [
        "ロシア",
        "米国",
        "シリア",
        "ロシア",
        "シリア",
    ]


def test_weak_names_are_flagged(lexicon: Lexicon) -> None:
    """Georgia is found and said to need company; Hodeidah needs none."""
    flags = {m.names[0].text: m.weak for m in lexicon.scan("From Georgia to Hodeidah")}
    assert flags == {"Georgia": True, "Hodeidah": False}


def test_languages_filter_names(lexicon: Lexicon) -> None:
    """A German name counts where German is asked for; English names count everywhere."""
    text = "Russland, Russia"
    assert [m.names[0].text for m in lexicon.scan(text, frozenset({"ja"}))] == ["Russia"]
    assert [m.names[0].text for m in lexicon.scan(text, frozenset({"de"}))] == ["Russland", "Russia"]


@pytest.mark.parametrize(
    "text", ["İstanbul ＡＢＣ ё", "\ud800 lone", "Straße – ‘x’", "Київ\u3000ロシア", "ΣΑΣ"]
)
def test_folding_keeps_the_length(text: str) -> None:
    """Every character of the text has one in the folded text, whatever the script."""
    assert len(fold(text)) == len(text)


def test_folding_does_not_depend_on_the_rest() -> None:
    """The two ways to fold, for few and for many foreign characters, agree."""
    few, many = "É–‘Ａ’ЁЇİ\u00a0\u2009", "я" * 40
    assert fold("a" * 400 + few)[400:] == fold(few + many)[: len(few)]
