"""`reportedly restore`: a backup put into a new ledger."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.options import ledger_option, session, traceback_option
from reportedly.ledger import Ledger
from reportedly.ledger.custody import copy


@click.command(name="restore")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@ledger_option
@traceback_option
def command(file: Path) -> int:
    """Put the backup FILE into a new or empty ledger, of either database.

    \b
    Example:
      reportedly restore case-2026-11-22.db -l postgresql://desk@localhost/case
    """
    with Ledger.open(file) as source, Ledger.open(session().ledger, create=True) as target:
        count = copy(source, target)
        same = source.head() == target.head()
        click.echo(f"{count} documents restored to {target.name}, head {target.head().root}", err=True)
    return 0 if same else 1
