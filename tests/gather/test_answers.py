"""Denials, admissions and corrections belong to what they answer; conflicts are listed."""

from __future__ import annotations

from accounts import claim, report

from reportedly.gather.conflicts import conflicts

ARMED = {"supplier": "Iran", "recipient": "Hezbollah", "materiel": "Kornet"}


def one(found, **wanted):
    (allegation,) = [a for a in found if all(getattr(a, k) == v for k, v in wanted.items())]
    return allegation


def test_a_denial_belongs_to_the_allegation_of_its_own_report(allegations):
    """Even where it only says that there were no weapons."""
    denial = claim(
        "a", by="speaker:Iran", supplier="Iran", recipient="Hezbollah", materiel="weapons", denied=True, at=50
    )
    other = claim("b", supplier="Iran", recipient="Houthis", materiel="Kornet")
    found = allegations([claim("a", **ARMED), denial, other], [report("a", "Monitor"), report("b", "Kurier")])
    assert {a.statements[0].document: len(a.denials) for a in found} == {"a": 1, "b": 0}


def test_a_denial_from_another_report_finds_what_it_names(allegations):
    denial = claim(
        "b", by="speaker:Iran", supplier="Iran", recipient="Hezbollah", materiel="weapons", denied=True
    )
    (found,) = allegations([claim("a", **ARMED), denial], [report("a", "Monitor"), report("b", "Kurier")])
    assert [s.id for s in found.denials] == [denial.id]


def test_a_denial_that_answers_nothing_is_kept_as_what_is_said(allegations):
    """Nothing is lost."""
    denial = claim("a", supplier="Iran", recipient="Houthis", materiel="weapons", denied=True)
    (found,) = allegations([denial], [report("a", "Monitor")])
    assert found.denied
    assert found.statements == (denial,)


def test_a_designation_that_is_denied_is_a_fact_of_its_own(allegations):
    """ "Russia does not list Hezbollah" answers nobody."""
    listed = claim("a", "designation", authority="Turkey", subject="Hezbollah")
    not_listed = claim("a", "designation", authority="Russia", subject="Hezbollah", denied=True, at=50)
    found = allegations([listed, not_listed], [report("a", "Monitor")])
    assert len(found) == 2
    assert not any(a.denials for a in found)


def test_the_suppliers_own_word_is_an_admission(allegations):
    """The recipient's is not, nor is a denial."""
    statements = [
        claim("a", by="speaker:Iranian Foreign Ministry", **ARMED),
        claim("b", by="speaker:Hezbollah", **ARMED),
    ]
    (found,) = allegations(statements, [report("a", "Monitor"), report("b", "Kurier")])
    assert [s.id for s in found.admissions] == [statements[0].id]


def test_a_publisher_that_takes_its_report_back_is_a_correction(allegations):
    told = claim("a", **ARMED)
    back = claim("b", denied=True, **ARMED)
    reports = [report("a", "Monitor", "2016-01-01"), report("b", "Monitor", "2016-01-09")]
    (found,) = allegations([told, back], reports)
    assert [s.id for s in found.corrections] == [back.id]


def test_conflicts_are_listed_with_who_says_what():
    """Numbers that cannot both be right, dates that do not meet, means that differ; not a vaguer number."""
    a = claim("a", quantity=12, when="2022-06-01", means="sale", **ARMED)
    b = claim("b", quantity=18, when="2022-06-04", means="aid", **ARMED)
    found = {c["field"]: c["values"] for c in conflicts([a, b])}
    assert {v["min"]: v["claims"] for v in found["quantity"]} == {12: [a.id], 18: [b.id]}
    assert set(found) == {"quantity", "when", "means"}
    assert conflicts([a, claim("c", when="2022-06", **ARMED)]) == []
