"""`reportedly extract`: the claims in reports as JSON lines, without a ledger."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial

import click

from reportedly.cli.failed import tell
from reportedly.cli.options import jobs_option, paths_argument, traceback_option
from reportedly.cli.progress import progress, total_bytes
from reportedly.cli.results import json_line, results
from reportedly.documents import Document
from reportedly.extract import concerns
from reportedly.ingest import DEFAULT
from reportedly.pipeline import Done, Extracted, Failed, run

SCREENED = replace(DEFAULT, prefilter="reportedly.extract.screening:concerns")
"""Pages that can hold no claim are not searched for their article."""


def may_claim(document: Document) -> bool:
    """False of a document that need not be laid out, as no claim can come of it."""
    return concerns(document.text)


def claim_lines(found: Extracted, *, explain: bool) -> bytes | None:
    """The document's claims, one JSON line each in codebook form; None where it has none."""
    document = found.document
    lines = [
        json_line(claim.to_json(file=document.file, digest=document.digest, explain=explain))
        for claim in found.claims
    ]
    return b"".join(lines) or None


@click.command(name="extract")
@paths_argument(required=True)
@jobs_option
@click.option("--explain", is_flag=True, help="Say of each field which words and which rule made it.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@traceback_option
def command(paths: tuple[str, ...], jobs: int, explain: bool, output: str | None) -> int:
    """Print the claims in reports, one JSON line each in codebook form.

    PATH is a file (text, HTML, PDF, DOCX, JSON lines, WARC), a folder, or - for standard input. In a folder,
    files are named relative to it.

    \b
    Example:
      reportedly extract reports/ --jobs 4 --output claims.jsonl
    """
    documents = failures = 0
    on_screen = output is None and sys.stdout.isatty()
    with results(output) as out, progress(partial(total_bytes, paths), quiet=on_screen) as advance:
        harvest = partial(claim_lines, explain=explain)
        for batch in run(paths, harvest, jobs=jobs, screen=may_claim, limits=SCREENED):
            for outcome in batch.outcomes:
                if isinstance(outcome, Done):
                    out.write(outcome.value)
                elif isinstance(outcome, Failed):
                    failures += 1
                    tell(outcome)
            documents += batch.documents
            advance(batch.size, f"{documents} read, {failures} failed")
    return 1 if failures else 0
