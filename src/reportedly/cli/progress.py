"""Progress on standard error, where that is a terminal; else nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from reportedly.cli.terminal import console
from reportedly.ingest import Found
from reportedly.pipeline import find

Advance = Callable[[int, str], None]
"""Takes how far the work went on (bytes, documents ...) and what is to be said beside the bar."""


@contextmanager
def progress(total: Callable[[], int | None], *, quiet: bool = False) -> Iterator[Advance]:
    """A bar towards `total()`, which is asked for only where the bar is shown; `quiet` never shows it."""
    if quiet or not sys.stderr.isatty():
        yield lambda _amount, _said: None
        return
    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TextColumn("{task.fields[said]}"))
    with Progress(*columns, TimeRemainingColumn(), console=console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total(), said="")
        yield lambda amount, said: bar.update(task, advance=amount, said=said)


def total_bytes(paths: Sequence[str | Found]) -> int | None:
    """The size of everything behind `paths`; None where it cannot be known before it is read."""
    size = 0
    for item in find(paths):
        if isinstance(item, Found):
            if item.path == "-":
                return None
            try:
                size += os.stat(item.path).st_size
            except OSError:
                continue
    return size
