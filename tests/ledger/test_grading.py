"""Grades: given by people, kept with their history, never raised by the software."""

from __future__ import annotations

import pytest
from test_tracing import added

from reportedly.errors import LedgerError
from reportedly.ledger import gathering, grading
from reportedly.lexicon import load


def view(ledger):
    return gathering.gathered(ledger, load()).allegations


def test_what_nobody_graded_cannot_be_judged(ledger):
    """F and 6."""
    added(ledger, "a")
    assert grading.standing([], "source") == "F"
    assert grading.standing_of(view(ledger)[0], grading.all_grades(ledger, "allegation")) == "6"


def test_the_last_grade_stands_and_the_others_stay_in_the_history(ledger):
    """With author, time and note, and in the log."""
    grading.grade_source(ledger, "outlet/reuters", "B", author="Ana", note="long record")
    grading.grade_source(ledger, "outlet/reuters", "C", author="Ben", likelihood="likely")
    found = grading.history(ledger, "source", ["outlet/reuters"])
    assert [(g.grade, g.author, g.note, g.likelihood) for g in found] == [
        ("B", "Ana", "long record", None),
        ("C", "Ben", "", "likely"),
    ]
    assert found[0].at == "2026-01-02T03:04:05+00:00"
    assert grading.standing(found, "source") == "C"
    assert ledger.head().size == 2
    assert list(ledger.verify()) == []


def test_one_is_refused_while_there_is_one_origin(ledger):
    """Confirmed by other sources means that there are others."""
    added(ledger, "a")
    added(ledger, "b")
    (allegation,) = view(ledger)
    assert len({s.document for s in allegation.statements}) == 2
    with pytest.raises(LedgerError, match="one independent origin") as refused:
        grading.grade_allegation(ledger, allegation, "1", author="Ana")
    assert refused.value.code == "one_origin"
    grading.grade_allegation(ledger, allegation, "2", author="Ana")
    assert grading.standing_of(allegation, grading.all_grades(ledger, "allegation")) == "2"


def test_a_grade_stays_with_the_allegation_when_reports_are_added(ledger):
    added(ledger, "a")
    grading.grade_allegation(ledger, view(ledger)[0], "3", author="Ana")
    added(ledger, "b")
    (allegation,) = view(ledger)
    assert grading.standing_of(allegation, grading.all_grades(ledger, "allegation")) == "3"


@pytest.mark.parametrize(
    ("grade", "author", "likelihood"), [("G", "Ana", None), ("B", " ", None), ("B", "Ana", "for sure")]
)
def test_what_is_no_grade_is_refused(ledger, grade, author, likelihood):
    """A letter of the scale, an author, a word of ICD 203."""
    with pytest.raises(LedgerError) as refused:
        grading.grade_source(ledger, "outlet/reuters", grade, author=author, likelihood=likelihood)
    assert refused.value.code == "bad_grade"
