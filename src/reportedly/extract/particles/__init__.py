"""Languages that mark functions with particles and put the predicate last (Japanese)."""

from __future__ import annotations
