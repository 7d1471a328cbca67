"""`reportedly extract`."""

from __future__ import annotations

import json

import pytest


def lines(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_claims_are_json_lines_by_the_names_of_their_files(call, reports):
    """Relative to the folder; the failed input is told on standard error, and the rest is done."""
    result = call("extract", reports)
    assert result.exit_code == 1
    assert [claim["file"] for claim in lines(result.stdout)] == ["a.txt", "sub/b.txt"]
    assert result.stderr == "reportedly: empty.txt: the file is empty [empty]\n"


def test_a_file_goes_by_its_base_name(call, reports):
    """Wherever it lies."""
    result = call("extract", reports / "sub" / "b.txt")
    assert result.exit_code == 0
    assert [claim["file"] for claim in lines(result.stdout)] == ["b.txt"]


@pytest.mark.parametrize("options", [["--jobs", "2"], ["--explain"], ["--explain", "--jobs", "2"]])
def test_the_same_bytes_with_any_number_of_jobs(call, reports, options):
    """And `--explain` adds nothing but its own key."""
    plain = lines(call("extract", reports).stdout)
    other = lines(call("extract", reports, *options).stdout)
    for claim in other:
        assert ("explain" in claim) == ("--explain" in options)
        claim.pop("explain", None)
    assert other == plain


def test_a_file_takes_the_results_only_when_they_are_whole(call, reports, tmp_path, monkeypatch):
    """What stood there before is kept where the run fails."""
    output = tmp_path / "claims.jsonl"
    call("extract", reports / "a.txt", "--output", output)
    before = output.read_text()
    assert lines(before)

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reportedly.cli.extract.run", fail)
    assert call("extract", reports, "--output", output).exit_code == 1
    assert output.read_text() == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_path_that_is_not_there_is_a_failure_among_others(call, reports):
    """Told by the name as given."""
    result = call("extract", reports / "a.txt", "nowhere.txt")
    assert result.exit_code == 1
    assert len(lines(result.stdout)) == 1
    assert result.stderr == "reportedly: nowhere.txt: there is no such file or folder [not_found]\n"
