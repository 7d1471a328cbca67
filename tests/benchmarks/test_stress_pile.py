"""The pile with known copying: made the same each time, and counted right where it is small."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.lexicon import load

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
stress_pile = pytest.importorskip("stress_pile")


def test_the_pile_is_the_same_for_the_same_seed():
    """So that figures can be compared."""
    one, other = (
        [made.document.digest for made in stress_pile.Pile(load(), 3).documents(40)] for _ in range(2)
    )
    assert one == other


def test_origins_of_a_small_pile_are_right(tmp_path):
    """Copies, cuts, translations and dropped credits among look-alikes."""
    pile = stress_pile.Pile(load(), 1)
    with Ledger.open(tmp_path / "pile.db", create=True) as ledger:
        for made in pile.documents(150):
            ledger.add(made.document, made.data, [made.claim])
        told = stress_pile.right(ledger, load(), pile.truth)
    assert told["families"] >= 10
    assert told["right"] >= 0.95
    assert told["over"] == 0
