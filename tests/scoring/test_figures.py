"""The figures, on data small enough to check by hand."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.scoring.figures import f1, score

Claim = dict[str, Any]
TEXT = "Libya gave Iran twenty Scuds in March, traders say. Tripoli denied it. China made the fuzes."


def test_one_of_two_claims_found_is_half_the_recall(said: Claim, gold: Claim) -> None:
    """An optional claim that was missed counts for nothing."""
    result = score([said], [gold])
    assert result.figures["claim"] == {
        "precision": 1.0, "recall": 0.5, "f1": 0.667, "hit": 1, "said": 1, "gold": 2,
    }  # fmt: skip
    assert [e["why"] for e in result.errors] == ["missed"]


def test_an_optional_claim_found_counts_for_nothing_either(said: Claim, gold: Claim) -> None:
    """Neither precision nor recall changes."""
    extra = {"file": "scuds.txt", "kind": "production", "producer": ["China"], "materiel": ["fuzes"]}
    assert score([said, extra], [gold]).figures["claim"] == score([said], [gold]).figures["claim"]


def test_an_optional_claim_half_found_is_spurious(said: Claim, gold: Claim) -> None:
    """A near miss of an optional claim is a claim too many."""
    extra = {"file": "scuds.txt", "kind": "production", "producer": ["China"], "materiel": ["shells"]}
    result = score([said, extra], [gold])
    assert result.figures["claim"]["said"] == 2
    assert {e["why"] for e in result.errors} == {"missed", "spurious"}


def test_roles_of_claims_that_met_none_count(said: Claim, gold: Claim) -> None:
    """The missed denial brings three gold fillers, the found transfer three right ones."""
    figures = score([said], [gold]).figures
    assert (figures["role"]["hit"], figures["role"]["said"], figures["role"]["gold"]) == (3, 3, 6)


def test_modality_is_measured_over_aligned_claims(said: Claim, gold: Claim) -> None:
    """A wrong stage, a year that agrees and a month that does not."""
    said |= {"stage": "underway", "when": {"start": "1985", "end": "1985"}}
    figures = score([said], [gold]).figures
    assert (figures["stage"], figures["when"], figures["when_exact"]) == (0.0, 1.0, 0.0)


def test_the_nearest_source_is_the_first_link(said: Claim, gold: Claim) -> None:
    """A right source in the second place is right as a source, not as the nearest."""
    said["attribution"] = [{"name": "Reuters"}, {"name": "traders"}]
    figures = score([said], [gold]).figures
    assert figures["nearest"] == 0.0
    assert figures["source"]["hit"] == 1


def test_evidence_must_be_what_the_offsets_say(said: Claim, gold: Claim) -> None:
    """One letter off is not grounded, though it overlaps."""
    texts = {"scuds.txt": TEXT}
    assert score([said], [gold], texts).figures["grounded"] == 1.0
    said["evidence"][0]["start"] += 1
    figures = score([said], [gold], texts).figures
    assert (figures["grounded"], figures["evidence"]) == (0.0, 1.0)


def test_no_claims_at_all_is_zero_and_no_division(gold: Claim) -> None:
    """Nothing said is nothing right; whether it is grounded cannot be told."""
    figures = score([], [gold], {"scuds.txt": TEXT}).figures
    assert figures["claim"]["f1"] == 0.0
    assert figures["grounded"] is None


def test_claims_of_files_without_gold_are_passed_over(said: Claim, gold: Claim) -> None:
    """Only documents with gold are measured."""
    assert score([said, {**said, "file": "other.txt"}], [gold]).figures["claim"]["said"] == 1


@pytest.mark.parametrize(("hit", "said", "gold", "mean"), [(0, 0, 0, 0.0), (3, 4, 6, 0.6), (5, 5, 5, 1.0)])
def test_f1_is_the_harmonic_mean(hit: int, said: int, gold: int, mean: float) -> None:
    """0 where nothing is right."""
    assert f1(hit, said, gold)["f1"] == mean
