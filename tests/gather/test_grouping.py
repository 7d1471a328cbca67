"""Claims that speak of one fact come together; those that only look so stay apart."""

from __future__ import annotations

import random

import pytest
from accounts import claim, report

ARMED = {"supplier": "Iran", "recipient": "Hezbollah"}


def groups(allegations, *statements):
    """How many allegations the statements make, each document by itself."""
    documents = sorted({s.document for s in statements})
    return len(allegations(list(statements), [report(d, f"Paper {d}") for d in documents]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"materiel": "Kornet"}, {"materiel": "anti-tank missiles"}),
        ({"materiel": "Kornet", "when": "2016-01"}, {"materiel": "Kornet"}),
        ({"materiel": "Kornet", "when": "2016-01-03"}, {"materiel": "Kornet", "when": "2016-01-05"}),
        ({"materiel": "weapons", "stage": "underway"}, {"materiel": "weapons"}),
    ],
)
def test_one_fact(allegations, one, other):
    """Through the tree of materiel; a vague time fits a precise one; a day's difference may be an error."""
    assert groups(allegations, claim("a", **ARMED, **one), claim("b", **ARMED, **other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"materiel": "Kornet", "when": "2016-01-03"}, {"materiel": "Kornet", "when": "2016-03-20"}),
        ({"materiel": "Kornet"}, {"materiel": "S-300"}),
        ({"materiel": "Kornet", "stage": "requested"}, {"materiel": "Kornet", "stage": "delivered"}),
        ({"materiel": "Kornet", "stage": "halted"}, {"materiel": "Kornet", "stage": "delivered"}),
    ],
)
def test_two_facts(allegations, one, other):
    """Two shipments; two items; what was asked for is not what was delivered."""
    assert groups(allegations, claim("a", **ARMED, **one), claim("b", **ARMED, **other)) == 2


def test_the_same_weapon_to_two_groups(allegations):
    """Known to the lexicon or not."""
    to = [
        claim(d, supplier="Iran", recipient=r, materiel="Kornet")
        for d, r in (("a", "Hezbollah"), ("b", "Hamas"))
    ]
    assert groups(allegations, *to) == 2
    fronts = [
        claim(d, supplier="Iran", recipient=r, materiel="Kornet")
        for d, r in (("a", "Karsk Front"), ("b", "Dorn Brigade"))
    ]
    assert groups(allegations, *fronts) == 2


def test_a_vague_claim_joins_one_precise_allegation_and_does_not_make_two_one(allegations):
    first = claim("a", **ARMED, materiel="Kornet", quantity=40, when="2016-01-03")
    second = claim("b", **ARMED, materiel="Kornet", quantity=900, when="2017-05-20")
    vague = claim("c", **ARMED, materiel="weapons")
    assert groups(allegations, first, second, vague) == 2


def test_what_one_report_tells_as_two_stays_two(allegations):
    """A shipment by a named ship, and the flow in general."""
    flow = claim("a", **ARMED, materiel="Kornet", stage="underway")
    ship = claim("a", **ARMED, materiel="Kornet", carrier="Dalia K", when="2016-01-03", at=50)
    assert groups(allegations, flow, ship) == 2


def test_a_description_is_no_name(allegations):
    """ "The rebels" may be anybody."""
    named = claim("a", **ARMED, materiel="Kornet", quantity=40, when="2016-01-03")
    described = claim(
        "b", supplier="Iran", recipient="the rebels", materiel="Kornet", quantity=40, when="2016-01-03"
    )
    assert groups(allegations, named, described) == 1


def test_order_does_not_matter(allegations):
    """Not of claims, not of reports."""
    statements = [
        claim("a", **ARMED, materiel="Kornet", when="2016-01-03"),
        claim("b", **ARMED, materiel="anti-tank missiles"),
        claim("c", **ARMED, materiel="Kornet", when="2016-06"),
        claim("d", supplier="Iran", materiel="Kornet", when="2016-06-11"),
        claim("e", recipient="Hezbollah", materiel="weapons"),
    ]
    reports = [
        report(s.document, f"Paper {s.document}", f"2016-07-0{i + 1}") for i, s in enumerate(statements)
    ]
    seen = set()
    for seed in range(8):
        mixed = list(statements)
        random.Random(seed).shuffle(mixed)
        found = allegations(mixed, reports[:: 1 if seed % 2 else -1])
        seen.add(tuple((a.id, tuple(s.id for s in a.statements)) for a in found))
    assert len(seen) == 1


def test_a_cargo_told_in_two_sentences_is_one(allegations):
    """What was seized, then where "the arms" were bound; not another seizure further down."""
    seized = claim("a", materiel="Kornet", quantity=40, when="2016-03-28", stage="seized")
    bound = claim("a", materiel="weapons", origin="Iran", recipient="Houthis", at=120, certainty="probable")
    assert groups(allegations, seized, bound) == 1
    other = claim("a", materiel="S-300", when="2016-02-27", stage="seized", at=300)
    assert groups(allegations, seized, bound, other) == 2
