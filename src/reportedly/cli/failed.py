"""How an input that failed is told: one line on standard error."""

from __future__ import annotations

import sys

from reportedly.cli.options import session
from reportedly.cli.terminal import visible
from reportedly.pipeline import Failed


def tell(failed: Failed) -> None:
    """`reportedly: FILE: reason [code]`; with `--traceback`, where in the program it failed comes first."""
    failure = failed.failure
    if failed.trace and session().traceback:
        print(failed.trace, end="", file=sys.stderr)
    # By `print`, which a progress bar on the terminal makes room for.
    print(f"reportedly: {visible(failure.file)}: {visible(failure.reason)} [{failure.code}]", file=sys.stderr)
