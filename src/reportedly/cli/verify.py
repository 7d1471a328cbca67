"""`reportedly verify`: whether a ledger still is what was put into it."""

from __future__ import annotations

from dataclasses import asdict

import click

from reportedly.cli.options import json_option, ledger_option, session, traceback_option
from reportedly.cli.progress import progress
from reportedly.cli.results import results
from reportedly.cli.terminal import visible
from reportedly.ledger import Ledger


@click.command(name="verify")
@ledger_option
@json_option
@traceback_option
def command(as_json: bool) -> int:
    """Re-hash the bytes, re-find every quote, check the log; name whatever does not fit, first things first.

    Exit status 1 where something does not fit. The head that is printed when all is well can be kept, and
    compared later.

    \b
    Example:
      reportedly verify -l case.db
    """
    wrong = checked = 0
    with Ledger.open(session().ledger) as ledger, results() as out, progress(ledger.weight) as advance:

        def on(amount: int) -> None:
            nonlocal checked
            checked += amount
            advance(amount, f"{checked} checked")

        for problem in ledger.verify(on):
            wrong += 1
            if as_json:
                out.line(asdict(problem))
            else:
                out.write(f"{visible(problem.where)}: {problem.what} [{problem.code}]\n".encode())
        head = ledger.head()
        if not wrong and not as_json:
            out.write(
                f"All well: {ledger.count()} documents, {head.size} log entries, head {head.root}\n".encode()
            )
    return 1 if wrong else 0
