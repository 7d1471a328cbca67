"""Grades that people give, after the Admiralty system: letters on sources, digits on allegations.

The software gives none and raises none: what nobody graded is F and 6, "cannot be judged". A grade is an
entry of the log with its author and note; a later one supersedes it and leaves it standing in the history.
An allegation's grade hangs on the first claim of the allegation, so that it follows that claim when reports
that come later draw the allegation differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import insert, select

from reportedly.errors import LedgerError
from reportedly.gather.allegations import Allegation
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.parcel import storable
from reportedly.ledger.schema import grades

Subject = Literal["source", "allegation"]

RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY: Mapping[str, str] = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
UNGRADED: Mapping[Subject, str] = {"source": "F", "allegation": "6"}

LIKELIHOODS = (
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
    "almost certain",
)  # fmt: skip
"""The words of ICD 203, for an analyst's own note."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One judgement by one person."""

    subject: Subject
    target: str
    grade: str
    author: str
    note: str = ""
    likelihood: str | None = None
    at: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "grade": self.grade,
            "author": self.author,
            "at": self.at,
            "note": self.note,
            "likelihood": self.likelihood,
        }


def grade_source(
    ledger: Ledger, key: str, letter: str, *, author: str, note: str = "", likelihood: str | None = None
) -> Grade:
    """Writes a letter on the source `key`. Code: `bad_grade`."""
    if letter not in RELIABILITY:
        raise LedgerError(f"{letter}: a source is graded A to F", code="bad_grade")
    return _write(ledger, Grade("source", key, letter, author, note, likelihood))


def grade_allegation(
    ledger: Ledger,
    allegation: Allegation,
    digit: str,
    *,
    author: str,
    note: str = "",
    likelihood: str | None = None,
) -> Grade:
    """Writes a digit on the allegation. Codes: `bad_grade`, and `one_origin` where 1, "confirmed by other
    sources", is asked for what has no second origin."""
    if digit not in CREDIBILITY:
        raise LedgerError(f"{digit}: an allegation is graded 1 to 6", code="bad_grade")
    if digit == "1" and len(allegation.origins) < 2:
        raise LedgerError(
            f"{allegation.id}: 1 means confirmed by other sources, and this has one independent origin",
            code="one_origin",
        )
    return _write(ledger, Grade("allegation", allegation.statements[0].id, digit, author, note, likelihood))


def _write(ledger: Ledger, grade: Grade) -> Grade:
    if not grade.author.strip():
        raise LedgerError("a grade has an author: say who", code="bad_grade")
    if grade.likelihood is not None and grade.likelihood not in LIKELIHOODS:
        raise LedgerError(f"{grade.likelihood}: not one of {', '.join(LIKELIHOODS)}", code="bad_grade")
    payload: dict[str, object] = {
        "subject": grade.subject,
        "target": storable(grade.target),
        "grade": grade.grade,
        "author": storable(grade.author),
        "note": storable(grade.note),
        "likelihood": grade.likelihood,
    }
    with ledger._write() as pen:
        pen.log("graded", payload)
        row = {**payload, "sequence": pen.tail.head.size, "at": pen.at}
        pen.connection.execute(insert(grades), row)
        return _grade(row)


def history(ledger: Ledger, subject: Subject, targets: Iterable[str]) -> list[Grade]:
    """Every grade on any of `targets`, oldest first."""
    wanted = frozenset(targets)
    return [grade for grade in all_grades(ledger, subject) if grade.target in wanted]


def all_grades(ledger: Ledger, subject: Subject) -> list[Grade]:
    """Every grade on sources, or on allegations, oldest first."""
    with ledger._read() as connection:
        query = select(grades).where(grades.c.subject == subject).order_by(grades.c.sequence)
        return [_grade(dict(row._mapping)) for row in connection.execute(query)]


def standing(found: Iterable[Grade], subject: Subject) -> str:
    """The grade that counts: the last one, or "cannot be judged"."""
    last = UNGRADED[subject]
    for grade in found:
        last = grade.grade
    return last


def standing_of(allegation: Allegation, found: Iterable[Grade]) -> str:
    """The digit of an allegation among all `found`. A 1 does not outlive the second origin it rested on."""
    held = {s.id for s in allegation.statements}
    digit = standing((grade for grade in found if grade.target in held), "allegation")
    return "6" if digit == "1" and len(allegation.origins) < 2 else digit


def _grade(row: Mapping[str, Any]) -> Grade:
    return Grade(
        row["subject"],
        row["target"],
        row["grade"],
        row["author"],
        row["note"],
        row["likelihood"],
        row["at"],
    )
