"""A pile is cut the same way whoever works on it, and nothing falls between the cuts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.documents import RawInput
from reportedly.ingest import DEFAULT, Found, Passed
from reportedly.pipeline import shards


def lines_of(path: Path, monkeypatch: pytest.MonkeyPatch, cut_at: int) -> list[tuple[str, bytes]]:
    monkeypatch.setattr(shards, "LINE_BYTES", cut_at)
    read = [
        item
        for shard in shards.cut([path], DEFAULT)
        for item, _ in shards.open_shard(shard, DEFAULT, Passed())
    ]
    return [(item.file, item.data) for item in read if isinstance(item, RawInput)]


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("cut_at", [1, 7, 64, 100, 1 << 20])
def test_json_lines_keep_their_numbers_wherever_they_are_cut(tmp_path, monkeypatch, cut_at, end):
    """Blank lines count and are no inputs; the last line may lack its end."""
    lines = [json.dumps({"text": "x" * (n % 50)}) if n % 7 else "" for n in range(60)] + ['{"text": "last"}']
    path = tmp_path / "pile.jsonl"
    path.write_text("\n".join(lines) + end)
    expected = [(f"pile.jsonl#L{n}", line.encode()) for n, line in enumerate(lines, start=1) if line]
    assert lines_of(path, monkeypatch, cut_at) == expected


def test_a_shard_of_lines_comes_apart_into_its_lines(tmp_path):
    """Each under its own number."""
    path = tmp_path / "pile.jsonl"
    path.write_text("".join(f'{{"text": "{n}"}}\n' for n in range(5)))
    (shard,) = shards.cut([path], DEFAULT)
    singles = shards.split(shard)
    names = [shards.name_of(single)[0] for single in singles]
    read = [item.file for single in singles for item, _ in shards.open_shard(single, DEFAULT, Passed())]
    assert names == read == [f"pile.jsonl#L{n}" for n in range(1, 6)]


def test_files_come_in_shards_that_grow(tmp_path):
    """A small pile keeps every worker busy, a large one is not sent file by file."""
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text("x")
    sizes = [len(shard.items) for shard in shards.cut([tmp_path], DEFAULT)]
    assert sizes == [8, 16, 32, 44]


def test_names_are_relative_to_a_folder_and_base_names_of_files(tmp_path):
    """Also where several paths are given."""
    (tmp_path / "sub").mkdir()
    file = tmp_path / "sub" / "a.txt"
    file.write_text("x")
    found = [item.file for item in shards.find([tmp_path, file]) if isinstance(item, Found)]
    assert found == ["sub/a.txt", "a.txt"]


def test_one_value_over_several_lines_is_one_failure(tmp_path, monkeypatch):
    """However long it is; not one for each line."""
    path = tmp_path / "pretty.json"
    path.write_text(json.dumps([{"text": "x"}] * 200, indent=2))
    monkeypatch.setattr(shards, "LINE_BYTES", 64)
    read = [i for s in shards.cut([path], DEFAULT) for i, _ in shards.open_shard(s, DEFAULT, Passed())]
    assert [item.code for item in read] == ["bad_json"]
