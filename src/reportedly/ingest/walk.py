"""From the paths a user gives to the files to read: folders walked in a stable order, links kept inside."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reportedly.documents import Failure

STDIN = "-"
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Found(NamedTuple):
    """A file to read: `path` for the system, `file` for people and ledgers (`Document.file`). Usable as a
    path.
    """

    path: str
    file: str

    def __fspath__(self) -> str:
        return self.path


def printable(name: str) -> str:
    """`name` on one line without invisible characters, backslash-escaped; different names stay different."""
    if name.isprintable() and "\\" not in name:
        return name
    return "".join(_escaped(char) for char in name)


def _escaped(char: str) -> str:
    if char == "\\":
        return "\\\\"
    if unicodedata.category(char) not in _UNPRINTABLE:
        return char
    if 0xDC80 <= ord(char) <= 0xDCFF:  # a byte that is no UTF-8, as os.fsdecode keeps it
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")


def discover(paths: Sequence[str | Path | Found]) -> Iterator[Found | Failure]:
    """The files behind `paths`, in the order given, each folder in byte order of its files' relative POSIX
    paths.

    Files are named relative to the folder when one path is given, else as given. Names that start with a dot
    are left out, as a shell would. A link to a folder is not entered: inside, its files have their own place;
    outside, they are none of ours (`outside_folder`). Codes: `not_found`, `unreadable`, `outside_folder`,
    `nothing_to_read`.
    """
    alone = len(paths) == 1
    for given in paths:
        if isinstance(given, Found):
            yield given
            continue
        path = os.fspath(given)
        if path == STDIN or not os.path.isdir(path):
            yield _single(path)
            continue
        empty = True
        for found in _walk(path, "" if alone else path.rstrip("/") + "/"):
            empty = False
            yield found
        if empty:
            yield Failure(printable(path), "nothing_to_read", "the folder holds no file to read")


def _single(path: str) -> Found | Failure:
    if path == STDIN or os.path.lexists(path):
        return Found(path, printable(path))
    return Failure(printable(path), "not_found", "there is no such file or folder")


def _walk(root: str, prefix: str) -> Iterator[Found | Failure]:
    """Depth first with an own stack: folders may be nested deeper than Python may recurse."""
    home = os.path.join(os.path.realpath(root), "")
    stack = [_entries(root, prefix, home)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, (Found, Failure)):
                yield item
            else:
                stack.append(_entries(item[0], item[1], home))
                break
        else:
            stack.pop()


def _entries(folder: str, prefix: str, home: str) -> Iterator[Found | Failure | tuple[str, str]]:
    """What lies directly in `folder`; a sub-folder as (path, prefix)."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(
                (entry for entry in scan if not entry.name.startswith(".")),
                key=lambda e: os.fsencode(e.name) + (b"/" if e.is_dir(follow_symlinks=False) else b""),
            )
    except OSError as error:
        yield Failure(
            printable(prefix or folder), "unreadable", error.strerror or "the folder cannot be listed"
        )
        return
    for entry in entries:
        name = prefix + entry.name
        if entry.is_symlink():
            yield from _link(entry.path, name, home)
        elif entry.is_dir(follow_symlinks=False):
            yield entry.path, name + "/"
        elif entry.is_file(follow_symlinks=False):
            yield Found(entry.path, printable(name))
        else:
            yield Failure(printable(name), "unreadable", "neither a file nor a folder")


def _link(path: str, name: str, home: str) -> Iterator[Found | Failure]:
    """A link inside a folder: to a file of the same folder it is read, out of the folder it is refused."""
    target = os.path.realpath(path)
    if not (target + "/").startswith(home):
        yield Failure(printable(name), "outside_folder", "the link leads out of the folder; not followed")
        return
    try:
        mode = os.stat(path).st_mode
    except OSError:
        yield Failure(printable(name), "not_found", "the link leads nowhere")
        return
    if stat.S_ISREG(mode):
        yield Found(path, printable(name))
    elif not stat.S_ISDIR(mode):
        yield Failure(printable(name), "unreadable", "the link leads to neither a file nor a folder")
