"""`reportedly claims`: the claims of a ledger, each row leading to its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from reportedly.claims import CORE_ROLES
from reportedly.cli.options import json_option, ledger_option, session, traceback_option
from reportedly.cli.results import results
from reportedly.cli.terminal import console, one_line, plain_table
from reportedly.ledger import ClaimFilter, Ledger, StoredClaim
from reportedly.ledger.columns import row_of
from reportedly.ledger.spreadsheet import rows

_PAGE = 200
_QUOTE = 200
_NAME = 80
SHORT_ID = 10
_ROOM_FOR_TABLE = 120
"""Columns below which the table would be cut into syllables."""

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def _date(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _DATE.fullmatch(value):
        raise click.BadParameter("give YYYY, YYYY-MM or YYYY-MM-DD")
    return value


@click.command(name="claims")
@ledger_option
@click.option("--supplier", metavar="NAME", help="Supplier, by a part of its name or id.")
@click.option("--recipient", metavar="NAME", help="Recipient, by a part of its name or id.")
@click.option("--materiel", metavar="NAME", help="Materiel, by a part of its name or id.")
@click.option("--kind", type=click.Choice(list(CORE_ROLES)), help="Kind of claim.")
@click.option("--source", metavar="NAME", help="A source in the chain, by a part of its name or id.")
@click.option("--polarity", type=click.Choice(["affirmed", "denied"]))
@click.option("--file", metavar="FILE", help="Claims of the document of this name.")
@click.option(
    "--since", metavar="DATE", callback=_date, help="Alleged to be on or after DATE (YYYY[-MM[-DD]])."
)
@click.option("--until", metavar="DATE", callback=_date, help="Alleged to be on or before DATE.")
@click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="The first N only; says that there are more."
)
@json_option
@click.option(
    "--csv", "as_csv", is_flag=True, help="A table for spreadsheets, with quote, chain and offsets."
)
@traceback_option
def command(as_json: bool, as_csv: bool, limit: int | None, **filters: str | None) -> int:
    """List the claims: who says who armed whom, with what, when, and in which words.

    Every row ends in the words and the file they stand in; `reportedly show ID` has them in full.

    \b
    Example:
      reportedly claims -l case.db --supplier Iran --since 2015 --csv > claims.csv
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    with Ledger.open(session().ledger) as ledger:
        every = ledger.claims(ClaimFilter(**filters))
        found = islice(every, limit)
        if as_json:
            with results() as out:
                for claim in found:
                    out.line(claim.to_json())
        elif as_csv:
            with results() as out:
                for line in rows(found):
                    out.write(line)
        else:
            _print(found)
        if limit is not None and next(every, None) is not None:
            click.echo(f"reportedly: these are the first {limit}; there are more", err=True)
    return 0


def _print(found: Iterator[StoredClaim]) -> None:
    """Pages of a fixed shape: a table of any length, in the memory of one page."""
    screen, number = console(), 0
    while page := list(islice(found, _PAGE)):
        if screen.width < _ROOM_FOR_TABLE:
            _stack(screen, page)
        else:
            screen.print(_table(page, header=number == 0))
        number += len(page)
    if number:
        screen.print(f"{number} claims. `reportedly show ID` shows one with its words.", soft_wrap=True)
    else:
        screen.print("No claims fit.")


def _stack(screen: Console, page: list[StoredClaim]) -> None:
    """Each claim on lines of its own, for a terminal too narrow for the table."""
    for claim in page:
        row = row_of(claim.body)
        parties = " → ".join(one_line(name or "?", _NAME) for name in (row.who, row.whom))
        head = [row.kind, f"{parties}: {one_line(row.what or '?', _NAME)}", row.when]
        screen.print(f"{claim.id[:SHORT_ID]}  {'; '.join(filter(None, head))}", style="bold")
        screen.print(Padding(f"“{one_line(row.quote, _QUOTE)}”", (0, 0, 0, 2)))
        said_by = f"said by {one_line(row.said_by, _NAME)}, " if row.said_by else ""
        screen.print(Padding(f"{said_by}in {one_line(claim.file, _NAME)}", (0, 0, 1, 2)), style="dim")


def _table(page: list[StoredClaim], *, header: bool) -> Table:
    table = plain_table("id", "claim", "who", "to or against", "what", "when", "said by", "words", "file")
    table.show_header = header
    table.show_lines = False
    for column, ratio in zip(table.columns, (0, 3, 4, 4, 5, 3, 4, 10, 4), strict=True):
        column.ratio = ratio or None
    table.columns[0].min_width = table.columns[0].max_width = SHORT_ID
    table.columns[0].no_wrap = True
    table.expand = True
    table.padding = (0, 1, 1, 0)
    for claim in page:
        row = row_of(claim.body)
        cells = [one_line(cell, _NAME) for cell in row[:-1]]
        table.add_row(
            claim.id[:SHORT_ID], *cells, f"“{one_line(row.quote, _QUOTE)}”", one_line(claim.file, _NAME)
        )
    return table
