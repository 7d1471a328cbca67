"""`reportedly serve`: the workbench in a browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from reportedly.cli.options import ledger_option, session, traceback_option
from reportedly.cli.person import login
from reportedly.ledger import Ledger
from reportedly.workbench.serving import Place, serve
from reportedly.workbench.sessions import User


@click.command(name="serve")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to answer.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535))
@click.option("--as", "reviewer", metavar="NAME", help="Who decides. [default: your login name]")
@click.option("--open/--no-open", "open_", default=False, help="Open the browser.")
@click.option(
    "--tls-cert", type=click.Path(path_type=Path), metavar="FILE", help="Needed to answer elsewhere."
)
@click.option(
    "--tls-key", type=click.Path(path_type=Path), metavar="FILE", help="Needed to answer elsewhere."
)
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A host name under which others reach it."
)
@traceback_option
def command(
    host: str,
    port: int,
    reviewer: str | None,
    open_: bool,
    tls_cert: Path | None,
    tls_key: Path | None,
    names: tuple[str, ...],
) -> int:
    """Open the workbench: read documents with their claims, judge them, explore, export.

    It answers on this machine only and asks nothing of any other. The printed link lets one browser in, once.

    \b
    Example:
      reportedly serve -l case.db
    """
    where = session().ledger
    place = Place(host, port, tls_cert, tls_key, names)
    user = User(reviewer or login(), "admin")

    def say(link: str) -> None:
        click.echo(f"The workbench is open at  {link}")
        click.echo("Ctrl-C stops it.", err=True)
        if open_:
            webbrowser.open(link)

    with Ledger.open(where, create="://" not in where) as ledger:
        serve(ledger, where, place, user, say)
    return 0
