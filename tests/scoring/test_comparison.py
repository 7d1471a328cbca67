"""Gains and losses between two versions."""

from __future__ import annotations

import copy
from typing import Any

from reportedly.scoring.comparison import compare, headline

Claim = dict[str, Any]


def changes(old: list[Claim], new: list[Claim], gold: Claim) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.change, d.fields) for d in compare(old, new, [gold])]


def test_a_claim_newly_found_is_gained_and_its_loss_is_lost(said: Claim, gold: Claim) -> None:
    """The same both ways round."""
    assert changes([], [said], gold) == [("gained", ())]
    assert changes([said], [], gold) == [("lost", ())]


def test_a_field_that_turned_wrong_is_worse(said: Claim, gold: Claim) -> None:
    """The claim is still a hit, its stage and source are not."""
    other = copy.deepcopy(said) | {"stage": "halted", "attribution": []}
    assert changes([said], [other], gold) == [("worse", ("nearest", "stage"))]
    assert changes([other], [said], gold) == [("better", ("nearest", "stage"))]


def test_spurious_claims_come_and_go(said: Claim, gold: Claim) -> None:
    """What gold does not have is a loss when it appears."""
    wrong = {"file": "scuds.txt", "kind": "use", "user": ["Iran"], "evidence": said["evidence"]}
    assert changes([said], [said, wrong], gold) == [("spurious", ())]
    assert changes([said, wrong], [said], gold) == [("no longer spurious", ())]


def test_nothing_changed_is_nothing_listed(said: Claim, gold: Claim) -> None:
    """Optional claims count for neither side."""
    optional = {"file": "scuds.txt", "kind": "production", "producer": ["China"], "materiel": ["fuzes"]}
    assert changes([said], [said, optional], gold) == []


def test_a_claim_has_a_headline(gold: Claim) -> None:
    """Kind, polarity, core roles and sources on one line."""
    assert headline(gold["claims"][1]) == (
        "denied transfer (supplier: Libya; recipient: Iran; materiel: Scud-B) by Libya"
    )
