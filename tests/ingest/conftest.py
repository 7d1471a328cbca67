"""Fixtures of the readers' tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ingest import close
from sample_files import PAGE


@pytest.fixture
def page() -> str:
    return PAGE


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a module that parser processes can import, with functions that act as hostile pages do."""
    folder = tmp_path_factory.mktemp("poison")
    (folder / "poison.py").write_text(POISON)
    close()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    yield "poison"
    close()


POISON = """
import os, signal, time
held = []
def sleep(text):
    time.sleep(60) if "hang" in text else None
    return True
def spin(text):
    while "hang" in text: pass
    return True
def die(text):
    if "crash" in text: os.kill(os.getpid(), signal.SIGSEGV)
    return True
def eat(text):
    if "bomb" in text: bytearray(8 << 30)
    return True
def wear(text):
    held.append(text)
    if len(held) > 1: os._exit(9)
    return True
def shout(text):
    print("x" * 100, flush=True)
    return True
def arms(text):
    return "S-300" in text
def never(text):
    return False
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to put reports in."""
    path = tmp_path / "reports"
    path.mkdir()
    return path
