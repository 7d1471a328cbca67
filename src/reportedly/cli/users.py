"""`reportedly users`: who may use a shared workbench."""

from __future__ import annotations

import sys

import click

from reportedly.cli.options import ledger_option, session, traceback_option
from reportedly.cli.person import login
from reportedly.ledger import Ledger, users


@click.group(name="users", invoke_without_command=True)
@ledger_option
@traceback_option
@click.pass_context
def command(ctx: click.Context) -> int:
    """List the users of a shared workbench; add, change or remove one.

    \b
    Example:
      reportedly users -l postgresql://desk@localhost/case
      reportedly users add maria --role reviewer -l postgresql://desk@localhost/case
    """
    if ctx.invoked_subcommand is None:
        with Ledger.open(session().ledger) as ledger, ledger.reading() as connection:
            for name, role in users.listed(connection):
                click.echo(f"{name}\t{role}")
    return 0


@command.command(name="add")
@click.argument("name")
@ledger_option
@click.option("--role", type=click.Choice(users.ROLES), default="reviewer", show_default=True)
@click.option("--keep-password", is_flag=True, help="Change the role only.")
def add(name: str, role: str, keep_password: bool) -> int:
    """Add NAME, or change the role and password. The password is asked for, or read from standard input."""
    password = None if keep_password else _password()
    with Ledger.open(session().ledger, create=True) as ledger, ledger.writing() as pen:
        users.put(pen, name, role, password, by=login())
    return 0


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


@command.command(name="remove")
@click.argument("name")
@ledger_option
def remove(name: str) -> int:
    """Take NAME's access; what they decided stays."""
    with Ledger.open(session().ledger) as ledger, ledger.writing() as pen:
        users.remove(pen, name, by=login())
    return 0
