"""Words from reports on a terminal: nothing in them may move the cursor, hide text or turn its direction."""

from __future__ import annotations

import re
import shutil
import sys
import unicodedata
from typing import IO

from rich.console import Console
from rich.table import Table
from rich.text import Text

PIPE_WIDTH = 160
"""Columns where the output is no terminal."""

_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Rich would end the process without a word."""
        raise BrokenPipeError


def visible(text: str, *, keep: str = "") -> str:
    """`text` with control, bidi and invisible characters as escapes; those in `keep` stand."""
    return _INVISIBLE.sub(lambda m: m[0] if m[0] in keep else _escape(m[0]), text)


def one_line(text: str, most: int) -> str:
    """`text` on one line of at most `most` characters, shortened at its end."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def json_for_terminal(line: str) -> str:
    """A JSON line whose strings hold no character that a terminal obeys; the same value to a parser."""
    return _INVISIBLE.sub(lambda m: m[0] if m[0] == "\n" else f"\\u{ord(m[0]):04x}", line)


def console(*, stderr: bool = False) -> Console:
    """A console that takes words as they are: no markup, no emoji codes, no guesses at numbers."""
    stream: IO[str] = sys.stderr if stderr else sys.stdout
    width = shutil.get_terminal_size().columns if stream.isatty() else PIPE_WIDTH
    return _Console(file=stream, markup=False, highlight=False, emoji=False, width=width, soft_wrap=False)


def plain_table(*columns: str, title: str | None = None) -> Table:
    table = Table(title=title, box=None, pad_edge=False, header_style="bold", title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def words(text: str, style: str = "") -> Text:
    """Words of a report for a cell."""
    return Text(visible(text, keep="\n"), style=style)


def _escape(char: str) -> str:
    if char in "\n\t\r":
        return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 and unicodedata.category(char) == "Cc" else f"\\u{code:04x}"
