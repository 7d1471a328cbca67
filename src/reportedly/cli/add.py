"""`reportedly add`: reads reports into a ledger."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import click

from reportedly.cli.failed import tell
from reportedly.cli.options import jobs_option, ledger_option, paths_argument, session, traceback_option
from reportedly.cli.progress import progress, total_bytes
from reportedly.cli.terminal import console, plain_table
from reportedly.ingest import Found, printable
from reportedly.ledger import Duplicate, KnownDigests, Ledger, Parcel, StoredFailure
from reportedly.ledger.adding import packed, write
from reportedly.pipeline import Batch, Failed, run, run_version


@dataclass(slots=True)
class Tally:
    """What became of the inputs of one run."""

    read: int = 0
    again: int = 0
    duplicate: int = 0
    named: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    with_claims: int = 0
    claims: int = 0
    retired: int = 0
    warnings: int = 0

    def __str__(self) -> str:
        failed = self.failed.total()
        return f"{self.read} read, {self.duplicate} duplicate, {failed} failed, {self.claims} claims"


@click.command(name="add")
@paths_argument(required=False)
@ledger_option
@jobs_option
@click.option("--retry-failed", is_flag=True, help="Read only what failed before (under PATH, where given).")
@traceback_option
def command(paths: tuple[str, ...], jobs: int, retry_failed: bool) -> int:
    """Read reports into a ledger; it is made where there is none.

    PATH is a file (text, HTML, PDF, DOCX, JSON lines, WARC), a folder, or - for standard input. What is in
    the ledger already is not read again; a run that was stopped goes on where it was.

    \b
    Example:
      reportedly add reports/ crawl.warc.gz -l case.db --jobs 4
      reportedly add --retry-failed -l case.db
    """
    if not paths and not retry_failed:
        raise click.UsageError("Missing argument 'PATH...': which reports are to be read?")
    place = session().ledger
    with Ledger.open(place, create=not retry_failed) as ledger:
        inputs: Sequence[str | Found] = _failed_before(ledger, paths) if retry_failed else paths
        tally = _add(ledger, place, inputs, jobs)
        _report(tally, ledger.name)
    return 1 if tally.failed else 0


def _add(ledger: Ledger, place: str, paths: Sequence[str | Found], jobs: int) -> Tally:
    tally = Tally()
    known = None if ledger.is_empty() else KnownDigests(place, run_version().fingerprint)
    with progress(partial(total_bytes, paths)) as advance:
        batches = run(paths, packed, jobs=jobs, known=known) if paths else iter(())
        for batch in batches:
            _write(ledger, batch, tally)
            advance(batch.size, str(tally))
    return tally


def _write(ledger: Ledger, batch: Batch[Parcel], tally: Tally) -> None:
    tally.passed.update(dict(batch.passed))
    for outcome in batch.outcomes:
        result = write(ledger, outcome)
        if isinstance(result, Failed):
            tally.failed[result.failure.code] += 1
            tell(result)
        elif isinstance(result, Duplicate):
            tally.duplicate += 1
            tally.named += result.new_name
        else:
            tally.read += 1
            tally.again += result.again
            tally.claims += result.claims
            tally.with_claims += result.claims > 0
            tally.retired += result.retired
            tally.warnings += result.warnings


def _failed_before(ledger: Ledger, paths: Sequence[str]) -> list[Found]:
    """The files behind the list of failures, each once, by the name they were known by."""
    roots = [os.path.abspath(path) for path in paths]
    found: dict[str, Found] = {}
    for failure in ledger.failures():
        path = failure.path or failure.file
        if path != "-" and (not roots or any(_under(path, root) for root in roots)):
            found.setdefault(path, Found(path, _file_name(failure, path)))
    return list(found.values())


def _under(path: str, root: str) -> bool:
    full = os.path.abspath(path)
    return full == root or full.startswith(root.rstrip(os.sep) + os.sep)


def _file_name(failure: StoredFailure, path: str) -> str:
    """The name of the file, also where what failed is a line or record in it."""
    base = printable(os.path.basename(path))
    if not failure.path:
        return base
    return failure.file if failure.file.endswith(base) else failure.file.rpartition("#")[0] or failure.file


def _report(tally: Tally, name: str) -> None:
    table = plain_table("", "", title=None)
    table.show_header = False
    table.columns[0].justify = "right"
    rows = [
        (tally.read, "read" + (f", {tally.again} of them again by a newer version" if tally.again else "")),
        (tally.duplicate, "duplicate" + (f", {tally.named} of them under a new name" if tally.named else "")),
        (tally.failed.total(), "failed" + _reasons(tally.failed)),
        (tally.passed.total(), "passed over in archives" + _reasons(tally.passed)) if tally.passed else None,
        (tally.with_claims, "documents with claims"),
        (tally.claims, "claims found" + (f", {tally.retired} older ones retired" if tally.retired else "")),
        (tally.warnings, "warnings on documents read") if tally.warnings else None,
    ]
    for row in rows:
        if row is not None:
            table.add_row(str(row[0]), row[1])
    screen = console()
    screen.print(table)
    hint = "`reportedly claims` lists the claims" if tally.claims else ""
    if tally.failed:
        hint = "`reportedly failures` lists what failed, `reportedly add --retry-failed` tries it again"
    screen.print(f"Ledger: {name}" + (f" ({hint})" if hint else ""), soft_wrap=True)


def _reasons(counts: Counter[str]) -> str:
    listed = ", ".join(f"{code} {number}" for code, number in sorted(counts.items()))
    return f" ({listed})" if listed else ""
