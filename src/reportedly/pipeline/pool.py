"""A pool of worker processes that keeps order, bounds what is in flight, and outlives a worker's death.

When a worker dies, what was in flight is run again, one piece at a time, in a process of its own; a piece
that kills that too is taken apart, and the single item that does it is set aside.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from multiprocessing.context import BaseContext
from typing import Any, Generic, TypeVar

from reportedly.errors import ReportedlyError

S = TypeVar("S")
R = TypeVar("R")

_IN_FLIGHT = 4
"""Pieces in flight for each worker: enough to keep them busy, few enough to keep memory flat."""

PRELOAD = "reportedly.pipeline.preload"


class Pool(Generic[S, R]):
    """Runs `task` over pieces of work. `split` takes a piece apart; `crashed` gives the result of an item
    that kills."""

    def __init__(
        self,
        task: Callable[[S], R],
        jobs: int,
        *,
        split: Callable[[S], Sequence[S]],
        crashed: Callable[[S], R],
        initializer: Callable[..., None],
        initargs: tuple[Any, ...] = (),
    ) -> None:
        self._task = task
        self._jobs = jobs
        self._split = split
        self._crashed = crashed
        self._initializer = initializer
        self._initargs = initargs
        self._context = _context()
        self._executor: ProcessPoolExecutor | None = None
        self._alone: ProcessPoolExecutor | None = None

    def map(self, pieces: Iterable[S]) -> Iterator[list[R]]:
        """The results of each piece, in order; more than one where the piece was taken apart."""
        waiting: deque[tuple[S, Future[R] | None]] = deque()
        source = iter(pieces)
        try:
            while True:
                for piece in source:
                    waiting.append((piece, self._submit(piece)))
                    if len(waiting) >= self._jobs * _IN_FLIGHT:
                        break
                if not waiting:
                    return
                piece, future = waiting.popleft()
                yield self._result(piece, future)
        finally:
            self.close()

    def close(self) -> None:
        """Lets go of the workers; what is in flight is abandoned."""
        for executor in (self._executor, self._alone):
            if executor is not None:
                executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._alone = None

    def _submit(self, piece: S) -> Future[R] | None:
        if self._executor is None:
            self._executor = self._start(self._jobs)
        try:
            return self._executor.submit(self._task, piece)
        except BrokenProcessPool:
            self._executor = None
            return None

    def _result(self, piece: S, future: Future[R] | None) -> list[R]:
        try:
            if future is not None:
                return [future.result()]
        except BrokenProcessPool:
            self._executor = None
        return self._carefully(piece)

    def _carefully(self, piece: S) -> list[R]:
        result = self._isolated(piece)
        if result is not None:
            return [result]
        items = self._split(piece)
        if len(items) == 1:
            return [self._crashed(piece)]
        results = []
        for item in items:
            result = self._isolated(item)
            results.append(self._crashed(item) if result is None else result)
        return results

    def _isolated(self, piece: S) -> R | None:
        """The result of a piece that has a process to itself; None where the process dies of it."""
        if self._alone is None:
            self._alone = self._start(1)
            try:
                self._alone.submit(_ping).result()
            except BrokenProcessPool as error:
                raise ReportedlyError(
                    "worker processes die at their start; try --jobs 1", code="no_workers"
                ) from error
        try:
            return self._alone.submit(self._task, piece).result()
        except BrokenProcessPool:
            self._alone = None
            return None

    def _start(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            workers,
            mp_context=self._context,
            initializer=_start_worker,
            initargs=(self._initializer, *self._initargs),
        )


def _context() -> BaseContext:
    # Not fork: the parent may hold threads (progress) and database connections that a copy must not touch.
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([PRELOAD])
        return context
    return multiprocessing.get_context("spawn")


def _start_worker(initializer: Callable[..., None], *arguments: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    threading.Thread(target=_end_with_parent, daemon=True).start()
    initializer(*arguments)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _ping() -> None:
    """Proves that a worker starts."""
