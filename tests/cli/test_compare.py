"""`reportedly compare`: gains and losses, claim by claim."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reportedly.cli.main import cli

EVIDENCE = [{"start": 0, "end": 5, "text": "Libya"}]
TRANSFER: dict[str, Any] = {
    "file": "a.txt",
    "kind": "transfer",
    "supplier": ["Libya"],
    "recipient": ["Iran"],
    "stage": "delivered",
    "evidence": EVIDENCE,
}
USE: dict[str, Any] = {"file": "a.txt", "kind": "use", "user": ["Iraq"], "evidence": EVIDENCE}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two versions and gold: the new one loses the use, finds the transfer, and invents a designation."""
    gold = {
        "file": "a.txt",
        "language": "en",
        "claims": [
            {**TRANSFER, "supplier": [["Libya"]], "recipient": [["Iran"]], "polarity": "affirmed"},
            {**USE, "user": [["Iraq"]], "polarity": "affirmed"},
        ],
    }
    wrong = {"file": "a.txt", "kind": "designation", "authority": ["UN"], "evidence": EVIDENCE}
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "old.jsonl").write_text(json.dumps(USE) + "\n", encoding="utf-8")
    new = "".join(json.dumps(c) + "\n" for c in (TRANSFER, wrong))
    (tmp_path / "new.jsonl").write_text(new, encoding="utf-8")
    return tmp_path


def compared(folder: Path, *options: str) -> str:
    paths = [str(folder / name) for name in ("old.jsonl", "new.jsonl", "gold")]
    result = CliRunner().invoke(cli, ["compare", *paths, *options])
    assert result.exit_code == 0
    return result.stdout


def test_each_gain_and_loss_is_a_line_with_totals_below(folder: Path) -> None:
    """A minus is a loss."""
    assert compared(folder).splitlines() == [
        "+ a.txt  gained  transfer (supplier: Libya; recipient: Iran)",
        "- a.txt  lost  use (user: Iraq)",
        "- a.txt  spurious  designation (authority: UN)",
        "1 gained, 0 better, 0 no longer spurious, 1 lost, 0 worse, 1 spurious",
        "claim precision 1.000 -> 0.500",
        "claim recall    0.500 -> 0.500",
        "claim f1        0.667 -> 0.500",
    ]


def test_json_has_one_object_for_each_difference(folder: Path) -> None:
    """With the claim itself."""
    lines = [json.loads(x) for x in compared(folder, "--json").splitlines()]
    assert [(x["change"], x["claim"]["kind"]) for x in lines] == [
        ("gained", "transfer"),
        ("lost", "use"),
        ("spurious", "designation"),
    ]
