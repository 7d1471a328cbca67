"""`reportedly failures`: the inputs that gave no document."""

from __future__ import annotations

from dataclasses import asdict

import click

from reportedly.cli.options import json_option, ledger_option, session, traceback_option
from reportedly.cli.results import results
from reportedly.cli.terminal import visible
from reportedly.ledger import Ledger


@click.command(name="failures")
@ledger_option
@json_option
@traceback_option
def command(as_json: bool) -> int:
    """List the inputs that gave no document and were not read since, with the reason and its code.

    \b
    Example:
      reportedly failures -l case.db
      reportedly add --retry-failed -l case.db
    """
    with Ledger.open(session().ledger) as ledger, results() as out:
        nothing = True
        for failure in ledger.failures():
            nothing = False
            if as_json:
                out.line(asdict(failure))
            else:
                line = f"{visible(failure.file)}: {visible(failure.reason)} [{failure.code}]"
                out.write(f"{line}\n".encode())
        if nothing and not as_json:
            out.write(b"Nothing failed.\n")
    return 0
