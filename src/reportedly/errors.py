"""The errors that reportedly raises on purpose; the command line turns each into one line."""

from __future__ import annotations


class ReportedlyError(Exception):
    """Something the user can act on. `code` is a stable word for scripts; the message says what, where,
    and what to do."""

    code = "error"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class InputError(ReportedlyError):
    """An input (file, archive member, line) could not be read. The rest of the batch goes on."""

    code = "unreadable"


class LexiconError(ReportedlyError):
    """The lexicon or a language pack is malformed: names the file and the entry."""

    code = "bad_lexicon"


class LedgerError(ReportedlyError):
    """The ledger cannot be opened, written, or does not hold what was asked for."""

    code = "ledger"
