"""The packs that ship are those that the YAML makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_compiled_packs_are_those_of_the_sources() -> None:
    """`python tools/compile_languages.py --check` finds nothing stale."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "compile_languages.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
