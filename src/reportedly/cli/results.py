"""Where results go: standard output, or a file that takes its name only when it is whole."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import orjson

from reportedly.cli.terminal import json_for_terminal


def json_line(value: Any) -> bytes:
    """`value` as one line of UTF-8 JSON; what UTF-8 cannot hold (a lone surrogate, a huge number) goes as
    ASCII escapes."""
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        return json.dumps(value, separators=(",", ":")).encode() + b"\n"


class Results:
    """A stream of JSON lines or text. On a terminal, characters that it would obey are escaped."""

    def __init__(self, stream: IO[bytes], *, guarded: bool) -> None:
        self._stream = stream
        self._guarded = guarded

    def write(self, data: bytes) -> None:
        if self._guarded:
            data = json_for_terminal(data.decode("utf-8")).encode("utf-8")
        self._stream.write(data)

    def line(self, value: Any) -> None:
        """`value` as a JSON line."""
        self.write(json_line(value))


@contextmanager
def results(output: str | None = None) -> Iterator[Results]:
    """Standard output, or the file `output`: an existing one is kept until the new one is complete."""
    if output is None or output == "-":
        yield Results(sys.stdout.buffer, guarded=sys.stdout.isatty())
        sys.stdout.buffer.flush()
        return
    target = Path(output)
    if target.exists() and not target.is_file():  # a device or a pipe
        with target.open("wb") as device:
            yield Results(device, guarded=False)
        return
    handle, partial = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield Results(file, guarded=False)
        os.chmod(partial, 0o666 & ~_umask())
        os.replace(partial, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(partial)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
