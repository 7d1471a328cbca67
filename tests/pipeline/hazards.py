"""Work that goes wrong, importable by worker processes."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from reportedly.documents import Document
from reportedly.pipeline import Extracted


def name_and_pid(found: Extracted) -> tuple[str, int]:
    return found.document.file, os.getpid()


def text_of(found: Extracted) -> str:
    """Ends the process at a report that says POISON; fails at one that says FAULT."""
    if "POISON" in found.document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "FAULT" in found.document.text:
        raise ValueError("two\nlines")
    return found.document.text


def zones_of(found: Extracted) -> int:
    return len(found.document.zones)


def says_iran(document: Document) -> bool:
    return "Iran" in document.text


def nothing(_found: Extracted) -> None:
    return None


def start() -> None:
    """A worker that starts well."""


def die() -> None:
    """A worker that never starts."""
    os._exit(3)


def double(number: int) -> int:
    return 2 * number


def double_unless_seven(numbers: tuple[int, ...]) -> tuple[int, ...]:
    if 7 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return tuple(2 * number for number in numbers)


def die_once(marker: str) -> str:
    """Ends its process the first time; `marker` remembers that."""
    if marker and not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"
