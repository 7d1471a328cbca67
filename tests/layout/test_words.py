"""The words of page furniture: the shipped file is what the hand-edited ones say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from reportedly.layout.words import folded, words

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("compile_layout", ROOT / "tools" / "compile_layout.py")
assert SPEC is not None
assert SPEC.loader is not None
compile_layout = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(compile_layout)


def test_the_shipped_file_is_fresh():
    """After an edit under resources/languages/layout, run python tools/compile_layout.py."""
    assert compile_layout.TARGET.read_text(encoding="utf-8") == compile_layout.compiled()


def test_folding_keeps_every_offset():
    """Letters whose lower case is longer keep their place."""
    text = "İSTANBUL’s\u00a0İ"
    assert len(folded(text)) == len(text)
    assert folded(text).endswith("'s i") or folded(text)[8:10] == "'s"


def test_every_read_language_has_months_and_cues():
    """The eight languages read are all there; no month name means two months."""
    assert {"january", "января", "січня", "enero", "janvier", "januar", "يناير"} <= set(words().months)
    assert all(1 <= number <= 12 for number in words().months.values())
