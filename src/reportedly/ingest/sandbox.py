"""Parser processes from the side that uses them: kept between documents, replaced when they hang, crash or
grow.

A process serves one job at a time. Idle ones wait in a list that belongs to this operating-system process:
after a fork the child starts with none of them.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator

from reportedly.documents import Failure, RawInput
from reportedly.ingest.frames import MAX_HEADER, PREFIX, Header, Reply, pack_job, unpack_reply
from reportedly.ingest.limits import Limits
from reportedly.ingest.worker import OUT_OF_MEMORY

STARTUP_SECONDS = 60.0
"""Time to start a process and load a reader, apart from the time of the document."""

_CHUNK = 1 << 18


class _TimedOutError(Exception):
    """No sign from the process within the time allowed."""


class _DiedError(Exception):
    """The process ended, or spoke out of turn, before the job was done. The message says how."""


class Sandbox:
    """One parser process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            # -P: a folder of reports that is the working directory must not provide modules.
            [sys.executable, "-P", "-B", "-m", "reportedly.ingest.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, "PYTHONHASHSEED": "0"},  # the same bytes give the same text
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._in, False)
        self._buffer = bytearray()
        self._readable, self._writable = select.poll(), select.poll()
        self._readable.register(self._out, select.POLLIN)
        self._writable.register(self._in, select.POLLOUT)
        self.jobs = 0
        self.leaving = False

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def run(self, job: bytes, limits: Limits) -> Iterator[tuple[Header, bytes]]:
        """Send one job and give its replies as they come; each must come within `limits.seconds` of the one
        before.
        """
        self.jobs += 1
        self._write(job, time.monotonic() + STARTUP_SECONDS + limits.seconds)
        wait = STARTUP_SECONDS + limits.seconds
        largest = max(4 * limits.text_chars, limits.file_bytes) + MAX_HEADER
        while True:
            header, body = self._frame(time.monotonic() + wait, largest)
            wait = limits.seconds
            if header.get("kind") == "started":
                continue
            if header.get("kind") == "end":
                self.leaving = bool(header.get("leaving"))
                return
            yield header, body

    def stop(self) -> None:
        """End the process now, whatever it does."""
        if self._process.poll() is None:
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()

    def disown(self) -> None:
        """Let go of a process that belongs to the parent of this one (after a fork)."""
        self._process.returncode = 0
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _frame(self, deadline: float, largest: int) -> tuple[Header, bytes]:
        head, body = PREFIX.unpack(self._take(PREFIX.size, deadline))
        if head > MAX_HEADER or body > largest:
            raise _DiedError("its answer is larger than any document may be")
        try:
            header = json.loads(self._take(head, deadline))
        except ValueError:
            raise _DiedError("its answer cannot be read") from None
        return header, self._take(body, deadline)

    def _take(self, size: int, deadline: float) -> bytes:
        while len(self._buffer) < size:
            self._await(self._readable, deadline)
            chunk = os.read(self._out, _CHUNK)
            if not chunk:
                raise _DiedError(self._manner_of_death())
            self._buffer += chunk
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _write(self, data: bytes, deadline: float) -> None:
        rest = memoryview(data)
        while rest:
            self._await(self._writable, deadline)
            try:
                rest = rest[os.write(self._in, rest[:_CHUNK]) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                raise _DiedError(self._manner_of_death()) from None

    def _await(self, poll: select.poll, deadline: float) -> None:
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            raise _TimedOutError

    def _manner_of_death(self) -> str:
        try:
            status = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return "it closed its pipe"
        if status == OUT_OF_MEMORY:
            return "it needs more memory than it may have"
        if status == -signal.SIGXCPU:
            raise _TimedOutError
        return f"killed by signal {-status}" if status < 0 else f"ended with status {status}"


_idle: list[Sandbox] = []
_lock = threading.Lock()


def parse(reader: str, raw: RawInput, limits: Limits) -> Generator[Reply, None, None]:
    """What `reader` makes of `raw` in a parser process. A process that fails gives `timeout` or `crashed`."""
    job = pack_job(reader, raw, limits)
    for attempt in (1, 2):
        sandbox, answered, finished = _acquire(), False, False
        try:
            for header, body in sandbox.run(job, limits):
                answered = True
                yield unpack_reply(header, body, raw)
            finished = True
            return
        except _TimedOutError:
            yield Failure(raw.file, "timeout", f"reading took longer than {limits.seconds:g} s")
            return
        except _DiedError as death:
            # What an earlier document left behind must not fell this one: once more in a fresh process.
            if answered or attempt == 2 or sandbox.jobs == 1:
                yield Failure(raw.file, "crashed", f"the parser process was lost: {death}")
                return
        finally:
            _release(sandbox, reusable=finished)


def _acquire() -> Sandbox:
    with _lock:
        while _idle:
            sandbox = _idle.pop()
            if sandbox.alive:
                return sandbox
            sandbox.stop()
    return Sandbox()


def _release(sandbox: Sandbox, *, reusable: bool) -> None:
    if not reusable or sandbox.leaving:
        sandbox.stop()
        return
    with _lock:
        _idle.append(sandbox)


@atexit.register
def close() -> None:
    """End the idle parser processes. The next document starts a new one."""
    with _lock:
        while _idle:
            _idle.pop().stop()


def _after_fork() -> None:
    global _lock
    _lock = threading.Lock()
    while _idle:
        _idle.pop().disown()


os.register_at_fork(after_in_child=_after_fork)
