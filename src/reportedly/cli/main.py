"""The `reportedly` command: finds the command's module when it is called, and turns whatever goes wrong into
one line."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from reportedly import __version__
from reportedly.cli.options import Session, ledger_option, traceback_option
from reportedly.errors import ReportedlyError

COMMANDS = {
    "extract": "Print the claims in reports as JSON lines; no ledger.",
    "add": "Read reports into a ledger.",
    "claims": "List the claims: who says who armed whom, in which words.",
    "allegations": "List what several claims speak of, with its independent origins and denials.",
    "sources": "List who is cited by whom, and what rests on whom alone.",
    "grade": "Grade a source A to F or an allegation 1 to 6: a person's judgement.",
    "documents": "List the documents.",
    "show": "Show one document, claim or allegation in full, with the words.",
    "failures": "List the inputs that gave no document, and why.",
    "serve": "Open the workbench in a browser, on this machine.",
    "verify": "Re-hash the bytes, re-find every quote, check the log.",
    "checkpoint": "Print the log's head, for a colleague to keep; or check against a kept one.",
    "backup": "Copy a ledger while it is in use.",
    "restore": "Put a backup into a new ledger.",
    "remove": "Remove a document for legal or safety reasons; a tombstone stays.",
    "users": "List, add or remove the users of a shared workbench.",
    "score": "Measure claims against gold files: precision, recall, F1.",
    "compare": "List gains and losses between two sets of claims, claim by claim.",
}
"""Each command is `command` in the module of its name. Told here, so that `--help` loads none of them."""

USAGE_CODES = frozenset(
    {
        "no_ledger",
        "not_a_ledger",
        "newer_ledger",
        "bad_ledger_url",
        "missing_extra",
        "not_found",
        "ambiguous",
        "bad_grade",
        "one_origin",
    }
)
"""Errors in what the command was given: exit 2."""

INTERRUPTED, PIPE_CLOSED = 130, 141


class LazyGroup(click.Group):
    """Loads a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"reportedly.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        # Inside click's own handling, which would end on a closed pipe or Ctrl-C without a word.
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise _StoppedError("stopped; what was done is kept", INTERRUPTED) from None
        except BrokenPipeError:
            raise _StoppedError("the output was closed early; stopped", PIPE_CLOSED) from None

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode, **extra)
        outer = super().main
        return sys.exit(_bounded(lambda: outer(args, prog_name, complete_var, False, **extra)))


class _StoppedError(Exception):
    """The run ends early, for a reason that is nobody's fault."""

    def __init__(self, line: str, status: int) -> None:
        super().__init__(line)
        self.status = status


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reportedly", message="%(prog)s %(version)s")
@ledger_option
@traceback_option
def cli(**_options: Any) -> None:
    """Who says who armed whom: reads reports on the arms trade into a ledger of claims, each pinned to its
    words.

    It never says that a thing happened: it says who said so, where, and in which words. Nothing leaves this
    machine.

    \b
    Example:
      reportedly add reports/ -l case.db
      reportedly claims -l case.db --recipient Hezbollah
      reportedly show 3f9c -l case.db
    """


def main() -> None:
    """The entry point of the installed command."""
    for descriptor in (0, 1, 2):
        # A file opened later must not take the place of a standard stream that was closed.
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115  (open as long as the process)
    if sys.stdout is None:
        _say("standard output is closed: there is nowhere to put the results", "closed_output")
        _leave(1)
    cli.main(prog_name="reportedly")


def _bounded(run: Callable[[], Any]) -> int:
    """Runs the command; says in one line what stopped it. Returns the exit status."""
    session = Session.of_this_run()
    try:
        status = run()
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _stop("stopped", INTERRUPTED)
    except _StoppedError as stopped:
        return _stop(str(stopped), stopped.status)
    except ReportedlyError as error:
        _trace(session)
        _say(str(error), error.code)
        return 2 if error.code in USAGE_CODES else 1
    except BrokenPipeError:
        return _stop("the output was closed early; stopped", PIPE_CLOSED)
    except OSError as error:
        _trace(session)
        return _output_failed(error)
    except Exception as error:
        _trace(session)
        said = " ".join(str(error).split())[:200]
        hint = "" if session.traceback else "; --traceback shows where"
        _say(f"a fault in reportedly, please report it{hint}: {type(error).__name__}: {said}", "internal")
        return 1


def _output_failed(error: OSError) -> int:
    what = f"{error.filename}: " if error.filename else ""
    code = "disk_full" if error.errno == errno.ENOSPC else "io_error"
    _say(f"{what}{error.strerror or error}", code)
    _silence_stdout()
    return 1


def _stop(line: str, status: int) -> int:
    _say(line)
    _silence_stdout()
    return status


def _trace(session: Session) -> None:
    if session.traceback:
        traceback.print_exc()


def _say(line: str, code: str = "") -> None:
    click.echo(f"reportedly: {line}{f' [{code}]' if code else ''}", err=True)


def _silence_stdout() -> None:
    """What is left in the buffer cannot be written: without this, Python would say so again on its way
    out."""
    try:
        descriptor = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
    except (OSError, ValueError):
        return


def _leave(status: int) -> None:
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
