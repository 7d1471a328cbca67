"""`reportedly sources`: who is cited by whom, and how much rests on whom alone."""

from __future__ import annotations

import click

from reportedly.cli.allegations import view
from reportedly.cli.options import json_option, ledger_option, session, traceback_option
from reportedly.cli.results import results
from reportedly.cli.terminal import console, one_line, plain_table
from reportedly.gather.sources import Source, sources
from reportedly.ledger import Ledger
from reportedly.ledger.grading import Grade, all_grades, standing
from reportedly.trace.statements import UNRESOLVED

_CITERS = 3


@click.command(name="sources")
@ledger_option
@json_option
@traceback_option
def command(as_json: bool) -> int:
    """List the sources: who is cited by whom, how often, and for how many allegations as the only origin.

    \b
    Example:
      reportedly sources -l case.db
    """
    with Ledger.open(session().ledger) as ledger:
        found = sources(view(ledger))
        grades = all_grades(ledger, "source")
    if as_json:
        with results() as out:
            for source in found:
                own = _of(source, grades)
                graded = {"reliability": standing(own, "source"), "grades": [g.to_json() for g in own]}
                out.line({**source.to_json(), **graded})
        return 0
    screen = console()
    table = plain_table(
        "source", "type", "grade", "documents", "cited", "allegations", "only origin", "cited by"
    )
    for source in found:
        first = sorted(source.cited_by.items(), key=lambda c: (-c[1], c[0]))[:_CITERS]
        more = ", …" if len(source.cited_by) > _CITERS else ""
        counts = (source.published, source.cited, source.allegations, source.only_origin)
        table.add_row(
            one_line(source.name, 60),
            source.type,
            standing(_of(source, grades), "source"),
            *(str(count) if count else "" for count in counts),
            one_line(", ".join(f"{name} ({count})" for name, count in first) + more, 90),
        )
    screen.print(table if found else "No sources.")
    return 0


def _of(source: Source, grades: list[Grade]) -> list[Grade]:
    return [grade for grade in grades if grade.target == source.key.removeprefix(UNRESOLVED)]
