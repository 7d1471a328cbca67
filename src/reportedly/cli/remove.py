"""`reportedly remove`: takes a document out for legal or safety reasons."""

from __future__ import annotations

import click

from reportedly.cli.options import ledger_option, session, traceback_option
from reportedly.cli.person import login
from reportedly.ledger import Ledger
from reportedly.ledger.custody import remove


@click.command(name="remove")
@click.argument("id_", metavar="DOCUMENT")
@ledger_option
@click.option("--reason", required=True, help="Why; it stays in the log.")
@click.option("--as", "by", metavar="NAME", help="Who removes it. [default: your login name]")
@click.option("--yes", is_flag=True, help="Do not ask.")
@traceback_option
def command(id_: str, reason: str, by: str | None, yes: bool) -> int:
    """Remove a document for good: its bytes, text, claims and decisions. A tombstone stays: who, when, why,
    digest.

    The log keeps the digests of its entries, so that every checkpoint stays valid. Backups and exports that
    were made before are not reached. The same bytes are not taken again.

    \b
    Example:
      reportedly remove 3f9c2a -l case.db --reason "names a source"
    """
    with Ledger.open(session().ledger) as ledger:
        record = ledger.document(id_).record
        if not yes:
            click.confirm(f"Remove {record.file} ({record.claims} claims) for good?", abort=True, err=True)
        remove(ledger, record.digest, by=by or login(), reason=reason)
    click.echo(f"{record.digest} is removed; its tombstone is in the log", err=True)
    return 0
