"""The command itself: quick to help, one line for whatever goes wrong, exit codes that scripts can trust."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from reportedly.cli import main

HEAVY = {"sqlalchemy", "alembic", "rich", "orjson", "reportedly.pipeline", "reportedly.extract", "asyncio"}


def test_help_loads_nothing_heavy():
    """Or it would take a second to say what there is."""
    script = "import sys; from reportedly.cli.main import cli; cli.main(['--help'])"
    shown = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); " + script
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    assert "extract" in done.stdout
    assert HEAVY & set(done.stderr.split()) == set()


@pytest.mark.parametrize("name", list(main.COMMANDS))
def test_every_command_has_help_with_an_example(call, name):
    """And does what its line in the list says."""
    result = call(name, "--help")
    assert result.exit_code == 0, result.output
    assert "reportedly" in result.output.split("Options:")[0].partition("Usage:")[2].partition("\n")[2]


def test_the_version(call):
    assert call("--version").output == "reportedly 0.1.0\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bogus"], "No such command"),
        (["add"], "PATH"),
        (["extract"], "PATH"),
        (["claims", "--since", "May"], "YYYY"),
        (["claims", "--kind", "gift"], "transfer"),
        (["claims", "--json", "--csv"], "exclude"),
        (["claims", "-l", "/nonexistent/case.db"], "[no_ledger]"),
        (["claims", "-l", "mysql://x/y"], "[bad_ledger_url]"),
    ],
)
def test_wrong_usage_is_exit_2(call, arguments, words):
    result = call(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


def test_the_ledger_comes_from_before_or_after_the_command_or_the_environment(
    call, place, monkeypatch, tmp_path
):
    """The nearer one counts."""
    monkeypatch.chdir(tmp_path)
    assert call("claims").exit_code == 2
    assert call("-l", place, "claims").exit_code == 0
    assert call("-l", "nothing.db", "claims", "-l", place).exit_code == 0
    monkeypatch.setenv("REPORTEDLY_LEDGER", str(place))
    assert call("claims").exit_code == 0
    assert call("claims", "-l", "nothing.db").exit_code == 2


def test_a_fault_is_one_line_and_a_traceback_only_on_request(call, reports, monkeypatch):
    """`reportedly: ... [internal]`."""

    def fail(*_arguments: object, **_options: object) -> None:
        raise ValueError("of\nmine")

    monkeypatch.setattr("reportedly.cli.extract.run", fail)
    plain = call("extract", reports)
    assert plain.exit_code == 1
    assert plain.stderr.endswith("ValueError: of mine [internal]\n")
    assert plain.stderr.count("\n") == 1
    assert "Traceback" in call("extract", reports, "--traceback").stderr
    assert "Traceback" in call("--traceback", "extract", reports).stderr


def test_a_reader_that_goes_away_is_one_line(start, reports):
    """As with `| head`."""
    read, write = os.pipe()
    os.close(read)
    process = start(["extract", reports], stdout=write)
    os.close(write)
    errors = process.communicate()[1].decode().splitlines()
    assert errors[-1] == "reportedly: the output was closed early; stopped"
    assert process.returncode == main.PIPE_CLOSED
    assert not any("Traceback" in line for line in errors)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["extract"], ["claims", "--json", "-l"], ["claims", "-l"]])
def test_a_full_disk_is_one_line(start, reports, place, arguments):
    """Also where only the last flush fails."""
    with open("/dev/full", "wb") as full:
        process = start([*arguments, place if "-l" in arguments else reports / "a.txt"], stdout=full)
        errors = process.communicate()[1].decode()
    assert errors == "reportedly: No space left on device [disk_full]\n"
    assert process.returncode == 1


def test_a_closed_standard_output_is_one_line(start, reports):
    """Nothing is done whose result would be lost."""
    process = start(["extract", reports], stdout=None, preexec_fn=lambda: os.close(1))
    assert process.communicate()[1].decode().endswith("[closed_output]\n")
    assert process.returncode == 1


def test_ctrl_c_is_one_line(start, tmp_path):
    """Workers say nothing of their own."""
    fifo = tmp_path / "slow.txt"
    os.mkfifo(fifo)
    process = start(["extract", fifo])
    with open(fifo, "wb"):  # opened by the reader: it is at work
        process.send_signal(signal.SIGINT)
        errors = process.communicate()[1].decode()
    assert errors == "reportedly: stopped; what was done is kept\n"
    assert process.returncode == main.INTERRUPTED
