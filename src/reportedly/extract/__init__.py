"""Claims from documents: a deterministic cascade in the line of FASTUS (Hobbs and others, 1997), over the
language packs."""

from __future__ import annotations

from reportedly.extract.engine import Engine, extract
from reportedly.extract.screening import concerns

__all__ = ["Engine", "concerns", "extract"]
