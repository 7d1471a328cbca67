"""How much of the machine one input may cost before it is given up."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on reading. An input over a bound gives one `Failure`; the others go on.

    `file_bytes`: size of a file, of one record of a WARC after decoding, or of one line of JSON lines; over
    it: `too_large`.
    `archive_bytes`: size of a WARC file as it lies on disk.
    `seconds`: time for one document in a parser process (wall clock and CPU each); over it: `timeout`.
    `memory_bytes`: address space of a parser process, where the platform can bound it; over it: `crashed`.
    `unpacked_bytes`: what the members of one DOCX may declare to unpack to.
    `text_chars`: code points kept of one text layer; the rest is cut and the document warned `truncated`.
    `pdf_pages`: pages read of one PDF; the rest is cut and the document warned `page_cut`.
    `prefilter`: `"package.module:function"`, a function `(text: str) -> bool` called in the parser process
    with the quick text of an HTML page. Where it says False the page is not searched for its article: the
    quick text, menus and all, becomes the text layer (reader `html-quick`). A name rather than the function,
    so that it crosses processes.
    """

    file_bytes: int = 64 * MIB
    archive_bytes: int = 64 * 1024 * MIB
    seconds: float = 30.0
    memory_bytes: int = 1536 * MIB
    unpacked_bytes: int = 256 * MIB
    text_chars: int = 20_000_000
    pdf_pages: int = 5_000
    prefilter: str | None = None


DEFAULT = Limits()
