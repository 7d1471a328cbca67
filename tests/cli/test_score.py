"""`reportedly score`, on the open corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from reportedly.cli.main import cli

CORPUS = Path(__file__).parents[2] / "corpus" / "en"


def said_as_gold(skip: int = 0) -> list[dict[str, Any]]:
    """Claims that repeat gold, as software would write them; every `skip`-th one left out."""
    claims = []
    for path in sorted((CORPUS / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for claim in gold["claims"]:
            said = {k: v for k, v in claim.items() if k != "optional"} | {"file": gold["file"]}
            for key, value in claim.items():
                if isinstance(value, list) and key != "evidence":
                    names = [f["names"] if isinstance(f, dict) else f for f in value]
                    said[key] = [{"name": n[0], "id": None, "mention": n[-1]} for n in names]
            claims.append(said)
    return [c for i, c in enumerate(claims) if not skip or i % skip]


def write(path: Path, claims: list[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(c) + "\n" for c in claims), encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def test_gold_scores_full_marks_against_itself(tmp_path: Path) -> None:
    """Every figure is 1, the evidence is grounded in the documents."""
    claims = write(tmp_path / "claims.jsonl", said_as_gold())
    result = run("score", claims, str(CORPUS / "gold"), "--documents", str(CORPUS / "docs"), "--json")
    figures = json.loads(result.stdout)
    assert result.exit_code == 0
    assert figures["claim"]["f1"] == figures["role"]["f1"] == figures["source"]["f1"] == 1.0
    assert figures["grounded"] == figures["stage"] == figures["nearest"] == 1.0


def test_errors_lists_each_miss(tmp_path: Path) -> None:
    """As many lines as gold claims that were not found."""
    claims = write(tmp_path / "claims.jsonl", said_as_gold(skip=3))
    errors = tmp_path / "errors.jsonl"
    result = run("score", claims, str(CORPUS / "gold"), "--errors", str(errors), "--json")
    figures = json.loads(result.stdout)["claim"]
    lines = [json.loads(x) for x in errors.read_text(encoding="utf-8").splitlines()]
    assert sum(e["why"] in ("missed", "near miss") for e in lines) == figures["gold"] - figures["hit"] > 0


def test_the_table_is_for_people(tmp_path: Path) -> None:
    """One figure a line, and a word about claims that have no gold."""
    stray = {"file": "stray.txt", "kind": "use", "user": ["Iran"]}
    claims = write(tmp_path / "claims.jsonl", [*said_as_gold(), stray])
    result = run("score", claims, str(CORPUS / "gold"))
    assert "claim       P 1.000  R 1.000  F1 1.000" in result.stdout
    assert "1 documents have claims but no gold file" in result.stderr


def test_a_bad_claims_file_is_one_line(tmp_path: Path) -> None:
    """The place and the reason, no traceback, exit 1."""
    path = tmp_path / "claims.jsonl"
    path.write_text('{"kind": "use"}\n{"kind": ', encoding="utf-8")
    result = run("score", str(path), str(CORPUS / "gold"))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "claims.jsonl:2 is not JSON" in result.stderr


def test_a_folder_without_gold_is_one_line(tmp_path: Path) -> None:
    """Not a score of zero."""
    claims = write(tmp_path / "claims.jsonl", said_as_gold())
    (tmp_path / "empty").mkdir()
    result = run("score", claims, str(tmp_path / "empty"))
    assert result.exit_code == 1
    assert "no gold files in" in result.stderr
