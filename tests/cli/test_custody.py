"""`checkpoint`, `backup`, `restore`, `remove` and `users` on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str | Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportedly.cli.main", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=text, timeout=60)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "veland.txt").write_text("Harbour notes\nVeland said that it sold nothing.\n")
    assert run("add", "-l", tmp_path / "case.db", tmp_path / "veland.txt").returncode == 0
    return tmp_path / "case.db"


def test_a_checkpoint_kept_by_a_colleague_fits_later(case, tmp_path):
    """Also after a document left; not when its root is another."""
    kept = tmp_path / "kept.txt"
    kept.write_text(run("checkpoint", "-l", case).stdout)
    assert run("remove", "veland.txt", "-l", case, "--reason", "names a source", "--yes").returncode == 0
    assert run("checkpoint", "-l", case, "--check", kept).returncode == 0
    kept.write_text(kept.read_text()[:-65] + "0" * 64 + "\n")
    refused = run("checkpoint", "-l", case, "--check", kept)
    assert (refused.returncode, "log_differs" in refused.stderr) == (1, True)


def test_what_was_removed_is_not_taken_again(case, tmp_path):
    """The run goes on and tells it among the failures."""
    run("remove", "veland.txt", "-l", case, "--reason", "court order", "--yes")
    added = run("add", "-l", case, tmp_path / "veland.txt")
    assert added.returncode == 1
    assert "[removed]" in added.stderr
    assert run("verify", "-l", case).returncode == 0


def test_a_backup_is_put_back(case, tmp_path):
    """Into a ledger that did not exist, and not over one that does."""
    assert run("backup", tmp_path / "copy.db", "-l", case).returncode == 0
    assert run("restore", tmp_path / "copy.db", "-l", tmp_path / "new.db").returncode == 0
    assert run("verify", "-l", tmp_path / "new.db").stdout == run("verify", "-l", case).stdout
    assert "not_empty" in run("restore", tmp_path / "copy.db", "-l", case).stderr


def test_users_are_listed_without_their_passwords(case):
    """A short one is refused."""
    add = ("users", "add", "maria", "--role", "reviewer", "-l", case)
    assert "at least" in run(*add, text="short\n").stderr
    assert run(*add, text="a long password\n").returncode == 0
    assert run("users", "-l", case).stdout == "maria\treviewer\n"
    assert run("users", "remove", "maria", "-l", case).returncode == 0
    assert run("users", "-l", case).stdout == ""
