"""`reportedly allegations`: what several claims speak of, and how many origins stand behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from reportedly.claims import CORE_ROLES
from reportedly.cli.options import json_option, ledger_option, session, traceback_option
from reportedly.cli.progress import progress
from reportedly.cli.results import results
from reportedly.cli.terminal import console, one_line, plain_table
from reportedly.gather.allegations import Allegation, Gathered
from reportedly.gather.record import record
from reportedly.ledger import Ledger
from reportedly.ledger.columns import WHO, WHOM, when
from reportedly.ledger.gathering import gathered
from reportedly.ledger.grading import Grade, all_grades, standing_of
from reportedly.ledger.spreadsheet import guarded, line
from reportedly.ledger.tracing import untraced
from reportedly.lexicon import load

_NAMES = 70
_COLUMNS = (
    "id", "kind", "who", "to_or_against", "materiel", "when_start", "when_end", "documents",
    "independent_origins", "origins", "denied_by", "admitted_by", "credibility",
)  # fmt: skip
_FILTERS = ("supplier", "recipient", "materiel")


def view(ledger: Ledger) -> Gathered:
    """All allegations of the ledger, with a bar while documents are traced."""
    with progress(lambda: untraced(ledger)) as advance:
        return gathered(ledger, load(), lambda placed: advance(placed, "tracing"))


@click.command(name="allegations")
@ledger_option
@click.option("--supplier", metavar="NAME", help="Supplier, by a part of its name or id.")
@click.option("--recipient", metavar="NAME", help="Recipient, by a part of its name or id.")
@click.option("--materiel", metavar="NAME", help="Materiel, by a part of its name or id.")
@click.option("--kind", type=click.Choice(list(CORE_ROLES)), help="Kind of allegation.")
@click.option("--origins", type=click.IntRange(min=1), metavar="N", help="At least N independent origins.")
@click.option("--denied", is_flag=True, help="Those that somebody denies.")
@click.option("--admitted", is_flag=True, help="Those that a party admits.")
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="A table for spreadsheets.")
@traceback_option
def command(as_json: bool, as_csv: bool, **filters: Any) -> int:
    """List the allegations: parties, materiel, time, documents, independent origins, denials.

    Ten documents that pass on one story are one origin, credited or not. `reportedly show ID` has the chains.

    \b
    Example:
      reportedly allegations -l case.db --recipient Hezbollah --origins 2
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    with Ledger.open(session().ledger) as ledger:
        every = view(ledger)
        grades = all_grades(ledger, "allegation")
    found = [row for row in _rows(every, grades) if _fits(row, filters)]
    if as_json or as_csv:
        with results() as out:
            for row in found if as_json else ():
                out.line(row)
            for data in _csv(found) if as_csv else ():
                out.write(data)
    else:
        _print(found)
    return 0


def row_json(allegation: Allegation, every: Gathered, grades: list[Grade]) -> dict[str, Any]:
    """The allegation for scripts, with its grade."""
    return {**record(allegation, every), "credibility": standing_of(allegation, grades)}


def _rows(every: Gathered, grades: list[Grade]) -> Iterator[dict[str, Any]]:
    """Those with most origins first, then most documents."""
    ordered = sorted(
        every.allegations,
        key=lambda a: (-len(a.origins), -len({s.document for s in a.statements}), a.id),
    )
    for allegation in ordered:
        yield row_json(allegation, every, grades)


def _fits(row: dict[str, Any], filters: dict[str, Any]) -> bool:
    for role in _FILTERS:
        wanted = filters[role]
        if wanted is not None and not any(
            wanted.casefold() in f"{item['name']}\n{item['id'] or ''}".casefold()
            for item in row.get(role, ())
        ):
            return False
    if filters["kind"] is not None and row["kind"] != filters["kind"]:
        return False
    if filters["origins"] is not None and row["independent_origins"] < filters["origins"]:
        return False
    return not (filters["denied"] and not row["denied_by"]) and not (
        filters["admitted"] and not row["admitted_by"]
    )


def title(row: dict[str, Any]) -> tuple[str, str, str]:
    """Who, whom, what of an allegation."""
    who, whom, what = (_names(row, *roles) for roles in (WHO, WHOM, ("materiel",)))
    return who, whom, what


def _names(row: dict[str, Any], *roles: str) -> str:
    return ", ".join(item["name"] for role in roles for item in row.get(role, ()))


def kind_of(row: dict[str, Any]) -> str:
    return str(row["kind"]) + (", denied" if row["polarity"] == "denied" else "")


def _print(found: list[dict[str, Any]]) -> None:
    screen = console()
    if not found:
        screen.print("No allegations fit.")
        return
    table = plain_table(
        "id",
        "allegation",
        "who",
        "to or against",
        "what",
        "when",
        "documents",
        "origins",
        "denied",
        "admitted",
    )
    for column in table.columns[6:]:
        column.justify = "right"
    for row in found:
        counts = (
            row["document_count"],
            row["independent_origins"],
            len(row["denied_by"]),
            len(row["admitted_by"]),
        )
        table.add_row(
            row["id"][:10],
            kind_of(row),
            *(one_line(cell, _NAMES) for cell in title(row)),
            when(row["when"]),
            *(str(count) if count else "" for count in counts),
        )
    screen.print(table)
    screen.print(
        f"{len(found)} allegations. `reportedly show ID` shows the chains behind one.", soft_wrap=True
    )


def _csv(found: list[dict[str, Any]]) -> Iterator[bytes]:
    yield line(list(_COLUMNS))
    for row in found:
        cells = [
            row["id"],
            kind_of(row),
            *title(row),
            row["when"]["start"] or "",
            row["when"]["end"] or "",
            str(row["document_count"]),
            str(row["independent_origins"]),
            "; ".join(origin["name"] for origin in row["origins"]),
            str(len(row["denied_by"])),
            str(len(row["admitted_by"])),
            row["credibility"],
        ]
        yield line([guarded(cell.replace("\x00", "\ufffd")) for cell in cells])
