"""Readers: files, folders, standard input and archives in; documents with one text layer each, or coded
failures, out.

Plain text and JSON lines are read here; HTML, PDF, DOCX and WARC in parser processes under limits (`Limits`).
"""

from __future__ import annotations

from reportedly.ingest.files import Passed, inputs
from reportedly.ingest.limits import DEFAULT, Limits
from reportedly.ingest.readers import read, read_raw
from reportedly.ingest.sandbox import close
from reportedly.ingest.walk import Found, discover, printable

__all__ = [
    "DEFAULT",
    "Found",
    "Limits",
    "Passed",
    "close",
    "discover",
    "inputs",
    "printable",
    "read",
    "read_raw",
]
