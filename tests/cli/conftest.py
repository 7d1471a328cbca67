"""A folder of reports, and the command as a user calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli.main import cli

Call = Callable[..., Result]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs a command in this process."""
    monkeypatch.delenv("REPORTEDLY_LEDGER", raising=False)
    return lambda *arguments: CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Starts the command in a process of its own."""

    def run(arguments: Sequence[object], **options: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "reportedly.cli.main", *map(str, arguments)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen(command, env={**os.environ, "PYTHONUNBUFFERED": ""}, **pipes)  # type: ignore[call-overload]

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two reports with a claim each, one without, one empty file."""
    folder = tmp_path / "reports"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("Iran supplied Hezbollah with Kornet anti-tank missiles.\n")
    (folder / "sub" / "b.txt").write_text("Russia supplied Syria with rockets.\x1b[31m\n")
    (folder / "c.txt").write_text("The harvest was good this year.\n")
    (folder / "empty.txt").touch()
    return folder


@pytest.fixture
def place(tmp_path: Path, reports: Path, call: Call) -> Path:
    """A ledger of the reports."""
    place = tmp_path / "case.db"
    assert call("add", reports, "-l", place).exit_code == 1
    return place
