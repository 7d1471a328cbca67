"""What the tests of tracing share; modules beside them are found by their names."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.gather.allegations import Allegation, gather
from reportedly.lexicon import Lexicon, load
from reportedly.trace.statements import Report, Statement

sys.path.insert(0, str(Path(__file__).parent))

Gather = Callable[[list[Statement], list[Report]], list[Allegation]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    return load()


@pytest.fixture
def allegations(lexicon: Lexicon) -> Gather:
    """Gathers statements into allegations."""
    return lambda statements, reports: list(gather(statements, reports, lexicon).allegations)
