"""Options that commands share, and what they were set to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_LEDGER = "./reportedly.db"


@dataclass(slots=True)
class Session:
    """What was asked of the whole run, before or after the command's name."""

    ledger: str = DEFAULT_LEDGER
    traceback: bool = False

    @classmethod
    def of_this_run(cls) -> Session:
        """A fresh session, which the options then fill."""
        global _session
        _session = cls()
        return _session


_session = Session()


def session() -> Session:
    return _session


def _set_ledger(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        session().ledger = value


def _set_traceback(_ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        session().traceback = True


def ledger_option(function: F) -> F:
    """`-l/--ledger`, on the group and on each command that works on a ledger; the nearer one counts."""
    return click.option(
        "-l",
        "--ledger",
        metavar="FILE",
        envvar="REPORTEDLY_LEDGER",
        callback=_set_ledger,
        expose_value=False,
        help=f"A file, or a postgresql:// URL. [default: {DEFAULT_LEDGER}; env: REPORTEDLY_LEDGER]",
    )(function)


def traceback_option(function: F) -> F:
    return click.option(
        "--traceback",
        is_flag=True,
        callback=_set_traceback,
        expose_value=False,
        help="Show where in the program an error came from.",
    )(function)


def json_option(function: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="JSON lines.")(function)


def jobs_option(function: F) -> F:
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        help="Processes that read and extract. The results are the same with any number.",
    )(function)


def paths_argument(*, required: bool) -> Callable[[F], F]:
    return click.argument(
        "paths", metavar="PATH...", nargs=-1, required=required, type=click.Path(allow_dash=True)
    )
