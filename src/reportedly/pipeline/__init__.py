"""The order of the stages: paths to inputs, documents, layout, claims; by one process or several, always in
the order of input.

Everything is a stream: memory does not grow with the pile. The same bytes give the same outcomes with any
number of workers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar, cast

from reportedly.documents import Failure
from reportedly.ingest import DEFAULT, Found, Limits
from reportedly.pipeline.outcomes import (
    Batch,
    Done,
    Extracted,
    Failed,
    Harvest,
    Known,
    KnownDigest,
    Outcome,
    Screen,
)
from reportedly.pipeline.pool import Pool
from reportedly.pipeline.shards import Shard, cut, find, split
from reportedly.pipeline.work import Settings, crashed, start, warm_up, work, work_in_worker
from reportedly.version import RunVersion, run_version

__all__ = [
    "Batch",
    "Done",
    "Extracted",
    "Failed",
    "Harvest",
    "Known",
    "KnownDigest",
    "Outcome",
    "RunVersion",
    "Screen",
    "extracted",
    "find",
    "run",
    "run_version",
]

T = TypeVar("T")


def run(
    paths: Sequence[str | Path | Found],
    harvest: Harvest[T],
    *,
    jobs: int = 1,
    known: KnownDigest | None = None,
    screen: Screen | None = None,
    limits: Limits = DEFAULT,
) -> Iterator[Batch[T]]:
    """What comes of everything behind `paths`, batch by batch, in order.

    With `jobs` over 1, that many processes read and extract; they are given names of files or ranges of them,
    and send back what `harvest` makes of each document. An input that kills its worker fails with `crashed`.
    A document
    that `screen` puts aside is harvested as it was read, without layout or claims. Raises LexiconError.
    """
    settings = Settings(harvest, known, screen, limits)
    if jobs <= 1:
        warm_up()
        for shard in cut(paths, limits):
            yield work(shard, settings)
        return
    pool: Pool[Shard, Batch[object]] = Pool(
        work_in_worker, jobs, split=split, crashed=crashed, initializer=start, initargs=(settings,)
    )
    for batches in pool.map(cut(paths, limits)):
        for batch in batches:
            yield cast("Batch[T]", batch)


def extracted(
    paths: Sequence[str | Path | Found], *, limits: Limits = DEFAULT
) -> Iterator[Extracted | Failure]:
    """Each document behind `paths` with its claims, and a failure for each input that gave none, in this
    process."""
    for batch in run(paths, _whole, limits=limits):
        for outcome in batch.outcomes:
            if isinstance(outcome, Done):
                yield outcome.value
            elif isinstance(outcome, Failed):
                yield outcome.failure


def _whole(result: Extracted) -> Extracted:
    return result
