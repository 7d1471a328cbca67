"""`reportedly grade`: an analyst's Admiralty grade on a source or an allegation."""

from __future__ import annotations

from collections.abc import Mapping

import click

from reportedly.cli.allegations import view
from reportedly.cli.options import ledger_option, session, traceback_option
from reportedly.cli.terminal import console, visible
from reportedly.errors import LedgerError
from reportedly.gather.allegations import PREFIX, Gathered
from reportedly.gather.sources import Source, sources
from reportedly.ledger import Ledger
from reportedly.ledger.gathering import find
from reportedly.ledger.grading import (
    CREDIBILITY,
    LIKELIHOODS,
    RELIABILITY,
    Grade,
    grade_allegation,
    grade_source,
)
from reportedly.trace.statements import UNRESOLVED


@click.command(name="grade")
@click.argument("target", metavar="ALLEGATION|SOURCE")
@click.argument("letter_or_digit", metavar="GRADE", type=click.Choice([*RELIABILITY, *CREDIBILITY]))
@click.option("--by", "author", metavar="NAME", required=True, help="Who judges.")
@click.option("--note", metavar="TEXT", default="", help="Why.")
@click.option(
    "--likelihood",
    type=click.Choice(LIKELIHOODS),
    help="The analyst's own estimate, in the words of ICD 203.",
)
@ledger_option
@traceback_option
def command(target: str, letter_or_digit: str, author: str, note: str, likelihood: str | None) -> int:
    """Grade a source A to F, or an allegation 1 to 6, after the Admiralty system.

    The grade is a person's; the software gives none. What nobody graded is F and 6. An allegation with one
    independent origin cannot be graded 1.

    \b
    Example:
      reportedly grade "The Harbour Post" B --by "A. Analyst" -l case.db
      reportedly grade al3f9c2a 3 --by "A. Analyst" --note "photographs, no serial numbers" -l case.db
    """
    with Ledger.open(session().ledger) as ledger:
        every = view(ledger)
        if letter_or_digit in CREDIBILITY:
            allegation = find(every, target)
            grade = grade_allegation(
                ledger, allegation, letter_or_digit, author=author, note=note, likelihood=likelihood
            )
            _say(allegation.id, grade, CREDIBILITY)
        else:
            source = _source(every, target)
            key = source.key.removeprefix(UNRESOLVED)
            grade = grade_source(
                ledger, key, letter_or_digit, author=author, note=note, likelihood=likelihood
            )
            _say(source.name, grade, RELIABILITY)
    return 0


def _say(name: str, grade: Grade, meanings: Mapping[str, str]) -> None:
    meaning = meanings[grade.grade]
    console().print(visible(f"{name}: {grade.grade}, {meaning}, says {grade.author}"), soft_wrap=True)


def _source(every: Gathered, name: str) -> Source:
    """The source of this id or name. Codes: `not_found`, `ambiguous`."""
    wanted = name.casefold()
    found = [
        source
        for source in sources(every)
        if wanted in (source.key.removeprefix(UNRESOLVED).casefold(), source.name.casefold())
    ]
    if not found:
        hint = "; allegations are graded 1 to 6" if name.startswith(PREFIX) else ""
        raise LedgerError(f"{name}: no source has this name or id{hint}", code="not_found")
    if len(found) > 1:
        ids = ", ".join(source.key.removeprefix(UNRESOLVED) for source in found)
        raise LedgerError(f"{name}: more than one source has this name: {ids}", code="ambiguous")
    return found[0]
