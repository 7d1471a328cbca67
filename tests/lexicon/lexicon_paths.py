"""Where the entries lie and where their data file is written."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources" / "lexicon"
TARGET = ROOT / "src" / "reportedly" / "lexicon" / "data" / "lexicon.json"
