"""What the lexicon's tests share; modules beside them are found by their names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportedly.lexicon import Lexicon, load

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    return load()
