"""`reportedly checkpoint`: the log's head, to be kept by somebody else and compared later."""

from __future__ import annotations

from typing import IO

import click

from reportedly.cli.options import ledger_option, session, traceback_option
from reportedly.ledger import Ledger
from reportedly.ledger.custody import checkpoint, compare, read_checkpoint


@click.command(name="checkpoint")
@ledger_option
@click.option(
    "--check", "kept", type=click.File("r", encoding="utf-8"), metavar="FILE", help="A kept checkpoint."
)
@traceback_option
def command(kept: IO[str] | None) -> int:
    """Print the head of the log: three lines that a colleague keeps, off this machine.

    With --check, say whether the log still begins with what it held then. `reportedly verify` replays the
    whole
    log; this compares it with what somebody else kept.

    \b
    Example:
      reportedly checkpoint -l case.db > case-2026-11.txt
      reportedly checkpoint -l case.db --check case-2026-11.txt
    """
    with Ledger.open(session().ledger) as ledger:
        if kept is None:
            click.echo(checkpoint(ledger.head()), nl=False)
            return 0
        head = read_checkpoint(kept.read(4096))
        compare(ledger, head)
        click.echo(f"All well: the log begins with the {head.size} entries of the checkpoint")
    return 0
