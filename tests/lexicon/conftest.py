"""The compiler lives in `tools`, beside the package; its tests find it there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportedly.lexicon import Lexicon, load

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    return load()
