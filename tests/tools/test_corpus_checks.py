"""The open corpus is sound, and its check finds what is not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
REPORT = "07_libya_shipnote_2019"


def check(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / "check_corpus.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)


@pytest.fixture
def one_report(tmp_path: Path) -> Path:
    """A corpus folder of one report, without its sheet."""
    for kind, suffix in (("docs", "txt"), ("gold", "json")):
        (tmp_path / "en" / kind).mkdir(parents=True)
        shutil.copy(ROOT / "corpus" / "en" / kind / f"{REPORT}.{suffix}", tmp_path / "en" / kind)
    return tmp_path / "en"


def test_the_corpus_has_no_faults() -> None:
    """Every offset, field, name and mark, and gold as the sheets say."""
    result = check("corpus/en")
    assert (result.stdout, result.returncode) == ("no faults\n", 0)


def test_the_readme_has_the_statistics_of_the_corpus() -> None:
    """The table there is the one that the tool prints."""
    readme = (ROOT / "corpus" / "README.md").read_text(encoding="utf-8")
    assert check("corpus/en", "--statistics").stdout.strip() in readme


def first_evidence_off(gold: dict[str, Any]) -> None:
    gold["claims"][0]["evidence"][0]["start"] += 1


def unknown_stage(gold: dict[str, Any]) -> None:
    gold["claims"][0]["stage"] = "sent"


def name_not_in_report(gold: dict[str, Any]) -> None:
    gold["claims"][0]["recipient"] = [["Ruritania"]]


def unknown_role(gold: dict[str, Any]) -> None:
    gold["claims"][0]["giver"] = [["Turkey"]]


def backward_dates(gold: dict[str, Any]) -> None:
    gold["claims"][0]["when"] = {"start": "2019-05-18", "end": "2019-05-14"}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (first_evidence_off, "claim 0: evidence"),
        (unknown_stage, "stage cannot be 'sent'"),
        (name_not_in_report, "recipient 'Ruritania': none of its names stands in the report"),
        (unknown_role, "no such field: 'giver'"),
        (backward_dates, "before it starts"),
    ],
)
def test_a_fault_in_gold_is_named(
    one_report: Path, spoil: Callable[[dict[str, Any]], None], words: str
) -> None:
    """The report, the claim and what is wrong."""
    path = one_report / "gold" / f"{REPORT}.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    spoil(gold)
    path.write_text(json.dumps(gold), encoding="utf-8")
    result = check(one_report)
    assert result.returncode == 1
    assert words in result.stdout


def test_a_report_without_the_mark_is_refused(one_report: Path) -> None:
    """Nobody shall take it for a real report."""
    path = one_report / "docs" / f"{REPORT}.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("are invented.", ""), encoding="utf-8")
    assert "the last line is not" in check(one_report).stdout


def test_a_sheet_gives_the_gold_that_is_committed(tmp_path: Path) -> None:
    """The tool writes the same bytes anywhere."""
    folder = tmp_path / "en"
    shutil.copytree(ROOT / "corpus" / "en", folder)
    for path in (folder / "gold").glob("*.json"):
        path.unlink()
    command = [sys.executable, str(ROOT / "tools" / "code_gold.py"), str(folder), REPORT]
    subprocess.run(command, check=True)
    written = (folder / "gold" / f"{REPORT}.json").read_bytes()
    assert written == (ROOT / "corpus" / "en" / "gold" / f"{REPORT}.json").read_bytes()


def test_words_that_stand_twice_are_refused(tmp_path: Path) -> None:
    """Evidence must be told apart: the sheet, the reason, exit 1."""
    folder = tmp_path / "en"
    for kind in ("docs", "gold", "sheets"):
        (folder / kind).mkdir(parents=True)
    (folder / "names.yml").write_text("Libya: [Tripoli]\n", encoding="utf-8")
    (folder / "docs" / "a.txt").write_text("Libya sold. Libya gave.\n", encoding="utf-8")
    sheet = 'published: 1985\npublisher: X\n\ntransfer | supplier=Libya\n" Libya\n'
    (folder / "sheets" / "a.sheet").write_text(sheet, encoding="utf-8")
    command = [sys.executable, str(ROOT / "tools" / "code_gold.py"), str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr == "bad sheet: a.sheet: 2 places read 'Libya'\n"
