"""Which claim answers which, and when it is right."""

from __future__ import annotations

from typing import Any

from reportedly.claims import ROLES
from reportedly.scoring.alignment import SCORED_ROLES, align, is_hit, likeness, right

Claim = dict[str, Any]


def test_each_gold_filler_is_matched_at_most_once() -> None:
    """Two words for one thing are one hit."""
    assert right(["Russia", "Moscow"], [["Russia", "Moscow"]]) == 1


def test_two_right_core_roles_of_three_are_a_hit(said: Claim, gold: Claim) -> None:
    """A wrong supplier alone does not spoil a transfer; a wrong recipient as well does."""
    said["supplier"] = ["Syria"]
    assert is_hit(said, gold["claims"][0])
    said["recipient"] = ["Iraq"]
    assert not is_hit(said, gold["claims"][0])


def test_a_denial_is_not_hit_by_the_accusation(said: Claim, gold: Claim) -> None:
    """Polarity belongs to what a claim says."""
    assert not is_hit(said, gold["claims"][1])


def test_a_claim_of_one_core_role_is_hit_by_that_role(gold: Claim) -> None:
    """Where gold fills one core role, one is enough."""
    bare = {"kind": "transfer", "materiel": gold["claims"][0]["materiel"]}
    assert is_hit({"kind": "transfer", "materiel": ["Scuds"]}, bare)


def test_claims_of_other_kinds_are_never_alike(said: Claim, gold: Claim) -> None:
    """Kind decides before anything else."""
    assert likeness({**said, "kind": "use"}, gold["claims"][0]) == 0


def test_the_likelier_pair_comes_first(said: Claim, gold: Claim) -> None:
    """The denial takes the denial, whatever the order of the claims."""
    denial = {**said, "polarity": "denied", "attribution": ["Tripoli"]}
    assert align([denial, said], gold["claims"]) == [(1, 0), (0, 1)]


def test_who_seized_and_who_paid_are_not_scored() -> None:
    """They may be written, and count for nothing."""
    assert set(ROLES) - set(SCORED_ROLES) == {"interceptor", "financier"}
