"""The generated piles that speed is measured on."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "benchmarks" / "pile.py"


@pytest.fixture(scope="module")
def pile() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pile", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["pile"] = module
    spec.loader.exec_module(module)
    return module


def test_the_same_seed_gives_the_same_reports_and_another_seed_others(pile: ModuleType) -> None:
    """A pile can be made again anywhere, word for word."""
    once, again = list(pile.reports(6, share=0.5)), list(pile.reports(6, share=0.5))
    assert once == again
    assert once != list(pile.reports(6, share=0.5, seed=7))


def test_a_report_does_not_depend_on_how_many_follow_it(pile: ModuleType) -> None:
    """A pile ten times as long begins with the same reports."""
    assert list(pile.reports(50, share=0.02))[:5] == list(pile.reports(5, share=0.02))


def test_the_share_of_reports_about_arms_is_kept(pile: ModuleType) -> None:
    """Two in a hundred are about arms, evenly spread."""
    told = [report.about_arms for report in pile.reports(200, share=0.02)]
    assert sum(told) == 4
    assert sum(told[:100]) == 2


def test_many_different_words(pile: ModuleType) -> None:
    """Caches keyed by words are not flattered: new reports go on bringing new words."""
    early = {word for report in pile.reports(20, share=0) for word in report.text.split()}
    both = {word for report in pile.reports(40, share=0) for word in report.text.split()}
    assert len(early) > 4000
    assert len(both) > 1.4 * len(early)


def test_files_and_lines_hold_the_same_texts(pile: ModuleType, tmp_path: Path) -> None:
    """Both forms of a pile are the same bytes of text."""
    files = pile.write_files(tmp_path / "files", pile.reports(3, share=1))
    lines = pile.write_lines(tmp_path / "pile.jsonl", pile.reports(3, share=1))
    assert files == lines
    assert len(list((tmp_path / "files").rglob("*.txt"))) == 3
