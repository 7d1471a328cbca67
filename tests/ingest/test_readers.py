"""From paths to documents: every input is a document or a failure with its code."""

from __future__ import annotations

import hashlib
import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from threading import Thread

import pytest

from reportedly.documents import Document, Failure, RawInput
from reportedly.ingest import Found, Limits, discover, inputs, read, read_raw
from sample_files import PAGE, write_docx, write_pdf


def outcomes(folder: Path, limits: Limits | None = None) -> list[tuple[str, str]]:
    items = read([folder], limits=limits or Limits())
    return [(i.file, i.code if isinstance(i, Failure) else i.reader) for i in items]


def test_a_mixed_folder_is_read_to_its_end(folder: Path) -> None:
    """Bad input of each kind costs one line each."""
    (folder / "a.txt").write_bytes(b"Words.\r\n")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes(b" \n\t\xc2\xa0")
    (folder / "d.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (folder / "e.txt").write_bytes(write_pdf(["Really a PDF."]))
    (folder / "f.pdf").write_bytes(b"%PDF-1.4 cut")
    (folder / "g.html").write_text(PAGE)
    (folder / "h.html").write_text("<html></html>")
    (folder / "i.docx").write_bytes(write_docx(lambda word: word.add_paragraph("In Word.")))
    (folder / "j.gz").write_bytes(b"\x1f\x8b\x08")
    (folder / "k").write_text("No extension.")
    (folder / "l.txt").write_bytes(b"\xef\xbb\xbf")
    assert outcomes(folder) == [
        ("a.txt", "plain"), ("b.txt", "empty"), ("c.txt", "empty"), ("d.txt", "not_text"), ("e.txt", "pdf"),
        ("f.pdf", "damaged_pdf"), ("g.html", "html"), ("h.html", "no_body"), ("i.docx", "docx"),
        ("j.gz", "not_text"),
        ("k", "plain"), ("l.txt", "empty"),
    ]  # fmt: skip


def test_a_text_file_is_its_text(folder: Path) -> None:
    """Offsets into the text layer are offsets into the decoded file."""
    data = "\ufeffПервая строка\r\nSecond — line\r".encode()
    (folder / "a.txt").write_bytes(data)
    (document,) = read([folder])
    assert isinstance(document, Document)
    assert document.text.encode() == data
    assert document.digest == hashlib.sha256(data).hexdigest()
    assert (document.zones, document.warnings) == ((), ())


def test_a_file_over_the_limit_is_refused_unread(folder: Path) -> None:
    """A sparse file of a terabyte costs nothing."""
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(1 << 40)
    assert outcomes(folder) == [("huge.txt", "too_large")]
    (folder / "huge.txt").unlink()
    (folder / "a.txt").write_text("x" * 101)
    assert outcomes(folder, Limits(file_bytes=100)) == [("a.txt", "too_large")]
    (folder / "a.txt").write_text("x" * 100)
    assert outcomes(folder, Limits(file_bytes=100)) == [("a.txt", "plain")]


def test_a_file_that_may_not_be_read_is_named(folder: Path) -> None:
    (folder / "a.txt").write_text("x")
    (folder / "b.txt").write_text("x")
    (folder / "a.txt").chmod(0)
    found = [item for item in discover([folder]) if isinstance(item, Found)]
    if os.geteuid() == 0:  # root may read anything: step down for the moment of reading
        (folder / "a.txt").chmod(0o600)
        os.seteuid(65534)
        try:
            items = list(read(found[:1]))
        finally:
            os.seteuid(0)
    else:
        items = list(read(found[:1]))
    assert [getattr(item, "code", "") for item in items] == ["unreadable"]


def test_a_file_that_goes_away_is_named(folder: Path) -> None:
    (folder / "a.txt").write_text("x")
    found = [item for item in discover([folder]) if isinstance(item, Found)]
    (folder / "a.txt").unlink()
    (item,) = read(found)
    assert isinstance(item, Failure)
    assert item.code == "not_found"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO("Слова.".encode())))
    (document,) = read(["-"])
    assert isinstance(document, Document)
    assert (document.file, document.text) == ("-", "Слова.")


def test_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"x" * 1000)))
    (item,) = read(["-"], limits=Limits(file_bytes=10))
    assert isinstance(item, Failure)
    assert item.code == "too_large"


def test_inputs_can_be_collected_here_and_read_elsewhere(folder: Path) -> None:
    """Reading in two steps, or by found files, gives what reading at once gives."""
    (folder / "a.txt").write_text("Words.")
    (folder / "b.jsonl").write_text('{"text": "one"}\n{"text": "two"}\n')
    (folder / "c.html").write_text(PAGE)
    at_once = list(read([folder]))
    stepwise = [doc for raw in inputs([folder]) if isinstance(raw, RawInput) for doc in read_raw(raw)]
    by_file = [doc for found in discover([folder]) if not isinstance(found, Failure) for doc in read([found])]
    assert at_once == stepwise == by_file
    assert [item.file for item in at_once] == ["a.txt", "b.jsonl#L1", "b.jsonl#L2", "c.html"]


def test_reading_is_lazy(folder: Path) -> None:
    """A pile is never held as a whole."""
    for number in range(5):
        (folder / f"{number}.txt").write_text("Words.")
    items = read([folder])
    next(items)
    (folder / "4.txt").unlink()
    assert [getattr(item, "code", "ok") for item in items] == ["ok", "ok", "ok", "not_found"]


def test_a_named_pipe_is_read_like_standard_input(folder: Path) -> None:
    """As shells make them for `<(command)`."""
    pipe = folder / "pipe.jsonl"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=('{"text": "one"}\n',))
    writer.start()
    (document,) = read([pipe])
    writer.join()
    assert isinstance(document, Document)
    assert document.text == "one"
