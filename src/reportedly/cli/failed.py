"""How an input that failed is told: one line on standard error."""

from __future__ import annotations

import click

from reportedly.cli.options import session
from reportedly.cli.terminal import visible
from reportedly.pipeline import Failed


def tell(failed: Failed) -> None:
    """`reportedly: FILE: reason [code]`; with `--traceback`, where in the program it failed comes first."""
    failure = failed.failure
    if failed.trace and session().traceback:
        click.echo(failed.trace, err=True, nl=False)
    click.echo(f"reportedly: {visible(failure.file)}: {visible(failure.reason)} [{failure.code}]", err=True)
