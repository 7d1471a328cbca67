"""Bad claims and gold files give one clear line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.scoring.files import ScoringError, read_claims, read_documents, read_gold


def test_claims_are_read_line_by_line(tmp_path: Path, said: dict[str, Any]) -> None:
    """Blank lines are skipped; a line separator inside a string does not end the line."""
    said["note"] = "a\u2028b"
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(said, ensure_ascii=False) + "\n\n", encoding="utf-8")
    assert read_claims(path) == [said]


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("{", "not_json", "claims.jsonl:1 is not JSON"),
        ("[]", "bad_claim", "claims.jsonl:1 is not a claim"),
        ('{"kind": "gift"}', "bad_claim", "kind is 'gift'"),
        ('{"kind": "use", "user": [3]}', "bad_claim", "user: 3 is not a filler"),
        ('{"kind": "use", "evidence": [{"start": 1}]}', "bad_claim", "evidence needs"),
        ('{"kind": "use", "when": "1985"}', "bad_claim", "when is not"),
    ],
)
def test_a_bad_claim_names_its_line_and_field(tmp_path: Path, line: str, code: str, words: str) -> None:
    """One line, with a stable code."""
    path = tmp_path / "claims.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(ScoringError) as caught:
        read_claims(path)
    assert caught.value.code == code
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    """The place is named."""
    path = tmp_path / "claims.jsonl"
    path.write_bytes(b'{"kind": "\xff"}')
    with pytest.raises(ScoringError, match=r"not UTF-8 \(byte 10\)"):
        read_claims(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[]", "does not name its document"),
        ('{"file": "a.txt"}', "no list `claims`"),
        ('{"file": "a.txt", "claims": [{"kind": "use", "user": ["Iran"]}]}', "claim 0, user: 'Iran'"),
    ],
)
def test_a_bad_gold_file_is_named(tmp_path: Path, content: str, words: str) -> None:
    """A gold filler is a list of names, not a name."""
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(ScoringError, match=words) as caught:
        read_gold(tmp_path)
    assert "a.json" in str(caught.value)


def test_groups_are_not_gold_and_language_selects(tmp_path: Path, gold: dict[str, Any]) -> None:
    """A folder without gold of the language is an error, not a zero."""
    (tmp_path / "groups.json").write_text("[]", encoding="utf-8")
    (tmp_path / "scuds.json").write_text(json.dumps(gold), encoding="utf-8")
    assert read_gold(tmp_path, "en") == [gold]
    with pytest.raises(ScoringError, match="no gold files in language ja"):
        read_gold(tmp_path, "ja")


def test_documents_keep_their_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    """Offsets count what the file holds."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    (tmp_path / "notes.md").write_text("no")
    assert read_documents(tmp_path) == {"a.txt": "\ufeffone\r\ntwo"}
