"""The ledger: where documents, their claims and the log of what was done are kept."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from reportedly.claims import Claim
from reportedly.documents import Document, Failure
from reportedly.errors import LedgerError
from reportedly.ledger import log, queries, verify, writing
from reportedly.ledger.engine import WRITING, compact, connect, explained, is_url, named
from reportedly.ledger.engine import writing as transaction
from reportedly.ledger.log import Head
from reportedly.ledger.parcel import Parcel, pack
from reportedly.ledger.records import (
    Added,
    ClaimFilter,
    Duplicate,
    FullDocument,
    Problem,
    Run,
    StoredClaim,
    StoredDocument,
    StoredFailure,
)
from reportedly.ledger.upgrade import bring_up_to_date
from reportedly.ledger.writing import Pen
from reportedly.version import run_version

Clock = Callable[[], str]


def utc_now() -> str:
    """The time of a log entry: when somebody did something is the one thing that no input can tell."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ledger:
    """An open ledger. Every method raises LedgerError, in one line, where the database fails.

    Writing is one transaction per document; a second process that writes waits for its turn.
    """

    def __init__(self, engine: Engine, place: str, clock: Clock) -> None:
        self._engine = engine
        self._place = place
        self._clock = clock
        self._writer: Connection | None = None
        self._tail = log.Tail()
        self._turn = Lock()

    @classmethod
    def open(cls, place: str | Path, *, create: bool = False, clock: Clock = utc_now) -> Self:
        """Opens the SQLite file or `postgresql://` URL at `place`, upgrading an older schema; `create` makes
        a new ledger.

        Codes: `no_ledger`, `not_a_ledger`, `newer_ledger`, `cannot_open`, `bad_ledger_url`, `missing_extra`.
        """
        place = str(place)
        if not is_url(place) and not create and not Path(place).exists():
            raise LedgerError(
                f"{place}: there is no such ledger; make one with `reportedly add`", code="no_ledger"
            )
        engine = connect(place)
        try:
            with explained(place):
                bring_up_to_date(engine, place, create=create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, place, clock)

    @property
    def name(self) -> str:
        """The path or URL, without a password."""
        return named(self._place)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        with explained(self._place):
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._engine.dispose()

    def add(
        self,
        document: Document,
        blob: bytes,
        claims: list[Claim],
        *,
        path: str | None = None,
        run: Run | None = None,
    ) -> Added | Duplicate:
        """Adds a document with its bytes and claims. Known bytes change nothing, but that a new name of them
        is kept and a newer version's claims replace older ones, which are retired. Codes: `ungrounded`,
        `digest_mismatch`."""
        return self.add_parcel(pack(document, blob, claims, path=path), run=run)

    def add_parcel(self, parcel: Parcel, *, run: Run | None = None) -> Added | Duplicate:
        """`add` for what a worker has packed."""
        with self._write() as pen:
            return writing.write_document(pen, parcel, run or Run(*run_version()))

    def add_known(self, digest: str, file: str, path: str) -> Duplicate:
        """Remembers `file` as a name of bytes that are there. Raises LedgerError `not_found` where they are
        not."""
        with self._write() as pen:
            document = queries.document_key(pen.connection, digest)
            if document is None:
                raise LedgerError(f"{file}: its document left the ledger during the run", code="not_found")
            writing.settle_failures(pen, path, file)
            return Duplicate(digest, file, writing.add_name(pen, document, digest, file, path))

    def fail(self, failure: Failure, *, path: str = "") -> None:
        """Puts an input on the list of failures."""
        with self._write() as pen:
            writing.write_failure(pen, failure, path)

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[StoredClaim]:
        """Current claims that fit `wanted`, as a stream."""
        with self._read() as connection:
            yield from queries.find_claims(connection, wanted or ClaimFilter())

    def documents(self) -> Iterator[StoredDocument]:
        with self._read() as connection:
            yield from queries.list_documents(connection)

    def failures(self) -> Iterator[StoredFailure]:
        """Inputs that gave no document and were not read since."""
        with self._read() as connection:
            yield from queries.list_failures(connection)

    def document(self, name: str) -> FullDocument:
        """The document by digest, unique prefix of it, or file name. Codes: `not_found`, `ambiguous`."""
        with self._read() as connection:
            found = self.candidates(connection, name)[1]
            _one(name, len(found))
            full = queries.full_document(connection, found[0].digest)
        if full is None:
            raise LedgerError(
                f"{name}: its text or bytes are not in the ledger; run `reportedly verify`", code="damaged"
            )
        return full

    def claim(self, name: str) -> StoredClaim:
        """The claim by id or unique prefix of it. Codes: `not_found`, `ambiguous`."""
        with self._read() as connection:
            found = self.candidates(connection, name)[0]
        _one(name, len({claim.id for claim in found}))
        return found[0]

    def lookup(self, name: str) -> StoredClaim | FullDocument:
        """The one claim or document that `name` is the id of, begins the id of, or names as a file."""
        with self._read() as connection:
            claims, documents = self.candidates(connection, name)
        _one(name, len({claim.id for claim in claims}) + len(documents))
        return claims[0] if claims else self.document(documents[0].digest)

    @staticmethod
    def candidates(connection: Connection, name: str) -> tuple[list[StoredClaim], list[StoredDocument]]:
        """Claims and documents that `name` may mean; a few are enough to know that it is not clear."""
        claims: list[StoredClaim] = []
        documents: list[StoredDocument] = []
        if name and set(name.lower()) <= set("0123456789abcdef"):
            claims = queries.claims_like(connection, name.lower(), limit=3)
            documents = queries.documents_like(connection, name.lower(), limit=3)
        if not claims and not documents:
            documents = queries.documents_named(connection, name, limit=3)
        return claims, documents

    def original(self, digest: str) -> bytes:
        """The bytes of a document as they came."""
        with self._read() as connection:
            data = queries.original(connection, digest)
        if data is None:
            raise LedgerError(f"{digest}: no such bytes in the ledger", code="not_found")
        return data

    def has(self, digest: str, fingerprint: str) -> bool:
        """Whether these bytes are there with claims of this very version."""
        with self._read() as connection:
            return queries.document_of(connection, digest, fingerprint) is not None

    def is_empty(self) -> bool:
        """Whether it holds no document."""
        return self.count() == 0

    def count(self) -> int:
        """The number of documents."""
        with self._read() as connection:
            return queries.count_documents(connection)

    def weight(self) -> int:
        """How much `verify` has to check: documents and log entries."""
        with self._read() as connection:
            return queries.count_documents(connection) + log.size(connection)

    def head(self, size: int | None = None) -> Head:
        """The log's Merkle tree head, now or at an earlier size."""
        with self._read() as connection:
            return log.head(connection, size)

    def head_size(self) -> int:
        """The number of log entries: it grows with whatever is done."""
        with self._read() as connection:
            return log.size(connection)

    def verify(self, progress: Callable[[int], None] = lambda _: None) -> Generator[Problem, None, None]:
        """What does not fit: bytes, texts, quotes, log. Nothing, where all is well."""
        with self._read() as connection:
            yield from verify.problems(connection, progress)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions that have no method of their own."""
        with self._read() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it was at one moment, whatever is written meanwhile."""
        with explained(self._place), self._engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    def compact(self) -> None:
        """Gives back the room of what was deleted, so that nothing of it is left in the files."""
        with explained(self._place), self._turn:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            with closing(self._engine.raw_connection()) as connection:
                compact(connection, self._engine.dialect.name)

    @contextmanager
    def writing(self) -> Iterator[Pen]:
        """One transaction, for what has no method of its own; it waits for other writers."""
        with self._write() as pen:
            yield pen

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with explained(self._place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Pen]:
        with explained(self._place), self._turn:
            if self._writer is None:
                self._writer = self._engine.connect().execution_options(**WRITING)
            with transaction(self._writer) as connection:
                yield Pen(connection, self._tail, self._clock())


def _one(name: str, found: int) -> None:
    if found == 0:
        raise LedgerError(f"{name}: no document or claim has this id", code="not_found")
    if found > 1:
        raise LedgerError(f"{name}: more than one id begins so; give more of it", code="ambiguous")
