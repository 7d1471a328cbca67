"""Independent origins: never more than can be argued for."""

from __future__ import annotations

import pytest
from accounts import claim, report

FACT = {"supplier": "Russia", "recipient": "Hezbollah", "materiel": "Kornet"}


def counted(allegations, statements, reports) -> int:
    found = allegations(statements, reports)
    assert len(found) == 1
    return len(found[0].origins)


def test_a_report_that_credits_another_has_its_origin(allegations):
    """However many there are, and through however many hands."""
    statements = [
        claim("a", by="speaker:commanders", **FACT),
        claim("b", by="speaker:commanders > outlet:The Daily Beast", **FACT),
        claim("c", by="outlet:The Daily Beast > outlet:Ukraine Today", **FACT),
    ]
    reports = [report("a", "The Daily Beast", "2016-01-11"), report("b", "Monitor"), report("c", "Kurier")]
    assert counted(allegations, statements, reports) == 1


def test_two_reports_on_their_own_legs_are_two_origins(allegations):
    """Each with an officer without a name: they are not the same officer."""
    statements = [claim("a", by="speaker:an officer", **FACT), claim("b", by="speaker:an officer", **FACT)]
    assert counted(allegations, statements, [report("a", "Monitor"), report("b", "Kurier")]) == 2


def test_two_interviewees_of_one_report_are_one_origin(allegations):
    statements = [
        claim("a", by="speaker:a trader", **FACT),
        claim("a", by="speaker:a gendarme", at=50, **FACT),
    ]
    assert counted(allegations, statements, [report("a", "Monitor")]) == 1


def test_the_same_organ_is_one_origin_wherever_it_speaks(allegations):
    """The embassy and the ministry of a state as well."""
    statements = [
        claim("a", by="speaker:Turkish Foreign Ministry", **FACT),
        claim("b", by="speaker:Turkish embassy in Paris", **FACT),
    ]
    assert counted(allegations, statements, [report("a", "Monitor"), report("b", "Kurier")]) == 1


def test_a_national_is_not_his_state(allegations):
    """ "A Turkish lorry driver" is no organ."""
    statements = [
        claim("a", by="speaker:a Turkish lorry driver", **FACT),
        claim("b", by="speaker:Turkish Foreign Ministry", **FACT),
    ]
    assert counted(allegations, statements, [report("a", "Monitor"), report("b", "Kurier")]) == 2


def test_a_copy_that_dropped_its_credit_is_found_by_its_text(allegations):
    statements = [claim("a", by="speaker:an officer", **FACT), claim("b", **FACT)]
    kin = frozenset({"f"})
    reports = [report("a", "Monitor", families=kin), report("b", "Kurier", families=kin)]
    assert counted(allegations, statements, reports) == 1
    reports = [report("a", "Monitor", families=kin), report("b", "Kurier", families=frozenset({"g"}))]
    assert counted(allegations, statements, reports) == 2


def test_a_copy_that_dropped_its_credit_is_found_by_odd_figures(allegations):
    """The same number on the same day, in the document's own voice."""
    fact = {**FACT, "quantity": 1163, "when": "2018-08-28"}
    reports = [report("a", "Monitor", "2018-09-01"), report("b", "Kurier", "2018-09-02")]
    assert counted(allegations, [claim("a", by="speaker:a cook", **fact), claim("b", **fact)], reports) == 2
    assert counted(allegations, [claim("a", **fact), claim("b", **fact)], reports) == 1


def test_what_a_page_says_of_itself_is_no_origin(allegations):
    """ "Confirmed by Reuters" adds none."""
    statements = [
        claim("a", by="speaker:an officer", **FACT),
        claim("a", by="outlet:Reuters / confirmed by", at=50, **FACT),
    ]
    assert counted(allegations, statements, [report("a", "Monitor")]) == 1


def test_a_publisher_named_in_the_words_is_credited(allegations):
    """Whether or not the chain or the lexicon knows it."""
    statements = [
        claim("a", by="speaker:a trader", **FACT),
        claim("b", words="The Rift Valley Reporter writes that Russia armed Hezbollah.", **FACT),
    ]
    reports = [report("a", "Rift Valley Reporter", "2016-01-01"), report("b", "Kurier", "2016-01-02")]
    assert counted(allegations, statements, reports) == 1


def test_background_of_a_retelling_is_its_publishers_own(allegations):
    """Unless it is told in step with the story."""
    made = {"producer": "Russia", "materiel": "Kornet"}
    story = [claim("a", by="speaker:commanders", **FACT), claim("a", "production", at=50, **made)]
    credit = {"by": "outlet:The Daily Beast"}
    in_step = [claim("b", **credit, **FACT), claim("b", "production", at=50, **made)]
    before = [claim("b", "production", at=0, **made), claim("b", at=50, **credit, **FACT)]
    reports = [report("a", "The Daily Beast", "2016-01-11"), report("b", "Kurier", "2016-01-12")]
    for told, expected in ((in_step, 1), (before, 2)):
        found = {a.kind: a for a in allegations(story + told, reports)}
        assert len(found["transfer"].origins) == 1
        assert len(found["production"].origins) == expected


def test_a_thousand_copies_change_nothing_but_the_number_of_documents(allegations):
    first = claim("a", by="speaker:an officer", **FACT)
    other = claim("z", by="speaker:an officer", **FACT)
    copies = [claim(f"c{i}", by="speaker:an officer > outlet:Monitor", **FACT) for i in range(1000)]
    reports = [
        report("a", "Monitor"),
        report("z", "Kurier"),
        *(report(f"c{i}", f"Site {i}") for i in range(1000)),
    ]
    (before,) = allegations([first, other], reports[:2])
    (after,) = allegations([first, other, *copies], reports)
    assert len(before.origins) == len(after.origins) == 2
    assert before.id == after.id
    assert len({s.document for s in after.statements}) == 1002


@pytest.mark.parametrize("order", [1, -1])
def test_every_tie_has_its_reason(allegations, order):
    """In whatever order the claims come."""
    statements = [
        claim("a", by="speaker:commanders", **FACT),
        claim("b", by="outlet:The Daily Beast", **FACT),
    ][::order]
    (found,) = allegations(statements, [report("a", "The Daily Beast"), report("b", "Kurier")])
    assert {tie.reason for tie in found.origins[0].ties} == {"same_publisher", "credits"}
