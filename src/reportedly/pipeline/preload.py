"""Imported once by the process that workers are forked from, so that they share the loaded lexicon."""

from __future__ import annotations

import contextlib

from reportedly.errors import ReportedlyError
from reportedly.pipeline.work import warm_up

# What is wrong is told where it is used: here it would only say that workers do not start.
with contextlib.suppress(ReportedlyError):
    warm_up()
