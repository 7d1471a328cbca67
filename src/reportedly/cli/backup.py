"""`reportedly backup`: a copy of a ledger, taken while it is in use."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.options import ledger_option, session, traceback_option
from reportedly.ledger import Ledger
from reportedly.ledger.custody import backup


@click.command(name="backup")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@ledger_option
@traceback_option
def command(file: Path) -> int:
    """Write a copy of the ledger to FILE, as it is at one moment; others may go on working.

    The copy is one file whatever database the ledger lives in; it opens as a ledger, and `reportedly restore`
    puts it back.

    \b
    Example:
      reportedly backup case-2026-11-22.db -l case.db
    """
    with Ledger.open(session().ledger) as ledger:
        count = backup(ledger, file)
    click.echo(f"{count} documents and the whole log are in {file}", err=True)
    return 0
