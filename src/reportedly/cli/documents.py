"""`reportedly documents`: what a ledger holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice

import click

from reportedly.cli.options import json_option, ledger_option, session, traceback_option
from reportedly.cli.results import results
from reportedly.cli.terminal import console, one_line, plain_table
from reportedly.ledger import Ledger, StoredDocument

_PAGE = 200
SHORT_DIGEST = 12


@click.command(name="documents")
@ledger_option
@json_option
@traceback_option
def command(as_json: bool) -> int:
    """List the documents, in the order they were added.

    \b
    Example:
      reportedly documents -l case.db
    """
    with Ledger.open(session().ledger) as ledger:
        if as_json:
            with results() as out:
                for document in ledger.documents():
                    out.line(asdict(document))
        else:
            _print(ledger.documents())
    return 0


def _print(documents: Iterator[StoredDocument]) -> None:
    screen, number = console(), 0
    while page := list(islice(documents, _PAGE)):
        table = plain_table("id", "published", "publisher", "language", "claims", "warnings", "title", "file")
        table.show_header = number == 0
        table.expand = True
        for column, ratio in zip(table.columns, (0, 0, 3, 0, 0, 0, 6, 5), strict=True):
            column.ratio = ratio or None
        for column, width in zip(table.columns, (SHORT_DIGEST, 10, 0, 8, 6, 8), strict=False):
            column.min_width = width or None
        for row in page:
            table.add_row(
                row.digest[:SHORT_DIGEST],
                row.published or "",
                one_line(row.publisher or "", 60),
                one_line(row.language or "", 8),
                str(row.claims),
                str(row.warnings),
                one_line(row.title or "", 120),
                one_line(row.file, 120),
            )
        screen.print(table)
        number += len(page)
    screen.print(f"{number} documents.")
