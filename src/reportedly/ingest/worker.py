"""The parser process: reads jobs from standard input, answers on standard output, under limits it sets on
itself.

Started by `reportedly.ingest.sandbox` as `python -m reportedly.ingest.worker`; ends when its input ends.
Reader modules are loaded by name when first asked for, so that a process that splits archives never loads the
HTML machinery.
"""

from __future__ import annotations

import importlib
import math
import os
import signal
import sys
from collections.abc import Callable, Iterable
from typing import BinaryIO

from reportedly.documents import Failure, RawInput
from reportedly.ingest.frames import Reply, pack, pack_reply, unpack, unpack_job
from reportedly.ingest.limits import Limits

if sys.platform != "win32":
    import resource

Reader = Callable[[RawInput, Limits], Iterable[Reply]]

READERS = {
    "html": "reportedly.ingest.html:read_html",
    "pdf": "reportedly.ingest.pdf:read_pdf",
    "docx": "reportedly.ingest.docx:read_docx",
    "warc": "reportedly.ingest.warc:split_bytes",
    "warc_file": "reportedly.ingest.warc:split_file",
}
OUT_OF_MEMORY = 71
"""Exit status of a process that could not get the memory for its document."""


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    jobs, replies = _own_pipes()
    loaded: dict[str, Reader] = {}
    _bound("RLIMIT_CORE", 0)
    _bound("RLIMIT_FSIZE", 0)
    while frame := unpack(jobs):
        name, raw, limits = unpack_job(*frame)
        del frame
        if name not in loaded:
            loaded[name] = _load(name)
        _send(replies, pack({"kind": "started"}))
        _bound("RLIMIT_AS", limits.memory_bytes)
        try:
            _serve(loaded[name], raw, limits, replies)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        leaving = _heavy(limits)
        _send(replies, pack({"kind": "end", "leaving": leaving}))
        if leaving:
            return


def _serve(reader: Reader, raw: RawInput, limits: Limits, replies: BinaryIO) -> None:
    """Run one job; each reply renews the allowance of CPU time."""
    _bound_cpu(limits.seconds)
    try:
        for reply in reader(raw, limits):
            _send(replies, pack_reply(reply))
            _bound_cpu(limits.seconds)
    except (MemoryError, BrokenPipeError):
        raise
    except Exception as error:
        reason = f"the reader gave up: {type(error).__name__}: {error}".splitlines()[0][:200]
        _send(replies, pack_reply(Failure(raw.file, "crashed", reason)))


def _load(name: str) -> Reader:
    module, _, function = READERS[name].partition(":")
    reader: Reader = getattr(importlib.import_module(module), function)
    return reader


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes under descriptors that a library which prints or prompts does not know of."""
    jobs, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return jobs, replies


def _send(replies: BinaryIO, frame: bytes) -> None:
    replies.write(frame)
    replies.flush()


def _bound(name: str, value: int) -> None:
    """Set a soft limit where the platform knows it and allows it."""
    kind = getattr(resource, name, None) if sys.platform != "win32" else None
    if kind is None:
        return
    _, hard = resource.getrlimit(kind)
    soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (ValueError, OSError):  # macOS refuses some; the time limit of the parent still holds
        return


def _bound_cpu(seconds: float) -> None:
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _bound("RLIMIT_CPU", math.ceil(used.ru_utime + used.ru_stime + seconds) + 1)


def _heavy(limits: Limits) -> bool:
    """Whether the process has grown so large that the next document should have a fresh one."""
    if sys.platform == "win32":
        return False
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return peak > limits.memory_bytes // 3


if __name__ == "__main__":
    main()
