"""Clauses of languages that mark functions by case: Russian and Ukrainian."""

from __future__ import annotations

from reportedly.extract.cases.analysis import analyse

__all__ = ["analyse"]
