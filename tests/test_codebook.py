"""The codebook tells every kind, role and value that a claim may have."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from reportedly.claims import (
    CORE_ROLES,
    ROLES,
    Certainty,
    Kind,
    Means,
    Polarity,
    SourceRole,
    Stage,
)

CODEBOOK = (Path(__file__).parents[1] / "docs" / "codebook.md").read_text(encoding="utf-8")
VALUES = [v for closed in (Kind, Polarity, Certainty, Stage, Means, SourceRole) for v in get_args(closed)]


@pytest.mark.parametrize("word", [*VALUES, *ROLES])
def test_every_word_of_a_claim_is_in_the_codebook(word: str) -> None:
    """A value that the code knows and the codebook does not would be coded by nobody."""
    assert f"`{word}`" in CODEBOOK


@pytest.mark.parametrize("kind", CORE_ROLES)
def test_the_core_roles_of_a_kind_are_those_of_the_code(kind: str) -> None:
    """In its row of the table of kinds."""
    row = next(line for line in CODEBOOK.splitlines() if line.startswith(f"| `{kind}` |"))
    assert all(f"`{role}`" in row.rsplit("|", 2)[1] for role in CORE_ROLES[kind])
