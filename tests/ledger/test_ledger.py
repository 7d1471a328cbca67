"""What a ledger promises, on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading

import pytest
from karsk import NEW, OLD, REPORT, a_claim, a_denial, a_document, a_filler, at
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from reportedly.claims import Claim, Quantity, Quote
from reportedly.documents import Failure
from reportedly.errors import LedgerError
from reportedly.ledger import Added, ClaimFilter, Duplicate, KnownDigests, Ledger, schema, writing
from reportedly.ledger.engine import connect


def sizes(place: str) -> dict[str, int]:
    """Rows in each table, read by a connection of its own."""
    engine = connect(place)
    with engine.connect() as connection:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in schema.metadata.sorted_tables
        }
    engine.dispose()
    return counts


def test_a_claim_comes_back_as_it_went_in(ledger):
    """In codebook form, with its id and the name of its document."""
    document, data = a_document()
    assert ledger.add(document, data, [a_claim()], run=OLD) == Added(document.digest, document.file, 1, 1)
    (claim,) = ledger.claims()
    assert claim.to_json() == a_claim().to_json(file=document.file, digest=document.digest)


def test_a_document_comes_back_with_text_zones_warnings_and_bytes(ledger):
    """Text and bytes to the letter."""
    document, data = a_document()
    ledger.add(document, data, [a_claim()], run=OLD)
    full = ledger.document(document.digest[:9])
    assert (full.text, full.zones, full.warnings) == (document.text, document.zones, document.warnings)
    assert ledger.original(document.digest) == data
    assert [claim.id for claim in full.claims] == [a_claim().identity(document.digest)]


def test_adding_the_same_bytes_twice_changes_nothing(ledger, place):
    """Not a row anywhere, and the log's head stays."""
    document, data = a_document()
    ledger.add(document, data, [a_claim()], run=OLD)
    before = sizes(place), ledger.head()
    assert ledger.add(document, data, [a_claim()], run=OLD) == Duplicate(document.digest, document.file)
    assert (sizes(place), ledger.head()) == before


def test_another_name_of_the_same_bytes_is_remembered(ledger):
    """And claims are found by either name."""
    document, data = a_document()
    copy, _ = a_document(file="mirror/copy.txt")
    ledger.add(document, data, [a_claim()], run=OLD)
    assert ledger.add(copy, data, [a_claim()], run=OLD) == Duplicate(
        document.digest, "mirror/copy.txt", new_name=True
    )
    assert ledger.document("mirror/copy.txt").files == ("reports/karsk.txt", "mirror/copy.txt")
    assert len(list(ledger.claims(ClaimFilter(file="mirror/copy.txt")))) == 1


def test_a_newer_version_retires_what_it_no_longer_says(ledger, place):
    """The stale claim is no longer found, and is still kept."""
    document, data = a_document()
    ledger.add(document, data, [a_claim(), a_denial()], run=OLD)
    again = ledger.add(document, data, [a_claim(), a_claim(kind="support")], run=NEW)
    assert isinstance(again, Added)
    assert (again.again, again.new, again.retired) == (True, 1, 1)
    assert sorted(claim.body["kind"] for claim in ledger.claims()) == ["support", "transfer"]
    assert sizes(place)["claims"] == 3
    assert list(ledger.verify()) == []


def test_a_newer_reader_keeps_the_older_text_beside_its_own(ledger, place):
    """Claims of the older reading still point into the older text."""
    document, data = a_document()
    ledger.add(document, data, [a_claim()], run=OLD)
    shifted, _ = a_document(text="\n" + REPORT, digest=document.digest, reader_version="2", title=None)
    ledger.add(shifted, data, [], run=NEW)
    assert ledger.document(document.digest).text == "\n" + REPORT
    assert sizes(place)["layers"] == 2
    assert list(ledger.verify()) == []


def test_a_quote_that_is_not_in_the_document_is_refused(ledger, place):
    """Nothing is invented: neither the claim nor the document is written."""
    document, data = a_document()
    claim = a_claim(evidence=(Quote(0, 5, "Never"),))
    with pytest.raises(LedgerError, match="0:5") as refused:
        ledger.add(document, data, [claim], run=OLD)
    assert refused.value.code == "ungrounded"
    assert sizes(place)["documents"] == 0


def test_bytes_that_are_not_the_documents_are_refused(ledger):
    """The digest is of the bytes that are kept."""
    document, data = a_document()
    with pytest.raises(LedgerError) as refused:
        ledger.add(document, data + b"!", [], run=OLD)
    assert refused.value.code == "digest_mismatch"


def test_a_document_is_one_transaction(ledger, place, monkeypatch):
    """What breaks off before its end leaves nothing, and the next one is written as if nothing had been."""
    document, data = a_document()
    with monkeypatch.context() as broken:
        broken.setattr(writing, "_entry", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ledger.add(document, data, [a_claim()], run=OLD)
    assert set(sizes(place).values()) == {0}
    ledger.add(document, data, [a_claim()], run=OLD)
    assert list(ledger.verify()) == []


@pytest.mark.parametrize("change", ["UPDATE log SET kind = 'x'", "DELETE FROM log"])
def test_the_log_refuses_to_be_changed(ledger, place, change):
    """By the database itself."""
    document, data = a_document()
    ledger.add(document, data, [], run=OLD)
    engine = connect(place)
    with engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(text(change))
    engine.dispose()


def test_every_entry_of_the_log_has_the_head_after_it(ledger):
    """So that a head handed out earlier can be compared."""
    heads = []
    for number in range(5):
        document, data = a_document(text=f"{REPORT} {number}", file=f"{number}.txt")
        ledger.add(document, data, [], run=OLD)
        heads.append(ledger.head())
    assert [ledger.head(size) for size in range(1, 6)] == heads


def test_two_writers_take_turns(place):
    """Each with a connection of its own; nothing is lost, and the log stays whole."""
    Ledger.open(place, create=True).close()
    errors: list[BaseException] = []

    def write(who: int) -> None:
        try:
            with Ledger.open(place) as mine:
                for number in range(15):
                    document, data = a_document(text=f"{REPORT} {who} {number}", file=f"{who}/{number}.txt")
                    mine.add(document, data, [a_claim()], run=OLD)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(who,)) for who in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Ledger.open(place) as ledger:
        assert (errors, ledger.count(), list(ledger.verify())) == ([], 30, [])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimFilter(supplier="VELAND"), 2),
        (ClaimFilter(supplier="state/veland"), 1),
        (ClaimFilter(recipient="karsk"), 1),
        (ClaimFilter(recipient="veland"), 0),
        (ClaimFilter(materiel="9m133"), 1),
        (ClaimFilter(materiel="%"), 0),
        (ClaimFilter(source="harbour"), 1),
        (ClaimFilter(polarity="denied"), 1),
        (ClaimFilter(kind="use"), 0),
        (ClaimFilter(file="reports/karsk.txt"), 2),
        (ClaimFilter(file="karsk.txt"), 0),
        (ClaimFilter(since="2015-05-20"), 1),
        (ClaimFilter(since="2015-06"), 0),
        (ClaimFilter(until="2015"), 1),
        (ClaimFilter(until="2015-04"), 0),
        (ClaimFilter(supplier="veland", polarity="affirmed"), 1),
    ],
)
def test_filters(ledger, wanted, found):
    """By parts of names, words or ids, whatever the case; times by what they may mean."""
    document, data = a_document()
    ledger.add(document, data, [a_claim(), a_denial()], run=OLD)
    assert len(list(ledger.claims(wanted))) == found


def test_ids_by_their_beginning(ledger):
    """Unless more than one begins so, or none."""
    document, data = a_document()
    ledger.add(document, data, [a_claim(), a_denial()], run=OLD)
    identity = a_claim().identity(document.digest)
    assert ledger.claim(identity[:8]).id == identity
    assert ledger.lookup(document.digest[:8]).record.digest == document.digest
    for name, code in (("zzz", "not_found"), ("", "not_found"), ("%", "not_found")):
        with pytest.raises(LedgerError) as refused:
            ledger.lookup(name)
        assert refused.value.code == code


def test_an_ambiguous_beginning_is_refused(ledger):
    """Twenty documents cannot have twenty first digits."""
    for number in range(20):
        document, data = a_document(text=f"{REPORT} {number}", file=f"{number}.txt")
        ledger.add(document, data, [], run=OLD)
    firsts = [document.digest[0] for document in ledger.documents()]
    twice = next(digit for digit in firsts if firsts.count(digit) > 1)
    with pytest.raises(LedgerError) as refused:
        ledger.document(twice)
    assert refused.value.code == "ambiguous"


def test_a_failure_is_listed_until_the_input_is_read(ledger):
    """A second try counts; a success takes it off the list."""
    failure = Failure("reports/karsk.txt", "unreadable", "permission denied")
    ledger.fail(failure, path="/cases/reports/karsk.txt")
    ledger.fail(failure, path="/cases/reports/karsk.txt")
    (listed,) = ledger.failures()
    assert (listed.file, listed.code, listed.attempts) == ("reports/karsk.txt", "unreadable", 2)
    document, data = a_document()
    ledger.add(document, data, [], path="/cases/reports/karsk.txt", run=OLD)
    assert list(ledger.failures()) == []


def test_whatever_characters_a_report_holds_are_kept(ledger):
    """NUL, lone surrogates, and numbers larger than a database's."""
    words = "Veland\x00 sent \ud800 guns"
    document, data = a_document(text=words, file="odd.txt", title=words)
    fillers = (a_filler_in(words, "Veland\x00"),)
    guns = a_filler_in(words, "guns", Quantity(10**40, None, "many"))
    claim = Claim("transfer", (("supplier", fillers), ("materiel", (guns,))), (Quote(0, len(words), words),))
    ledger.add(document, data, [claim], run=OLD)
    (kept,) = ledger.claims(ClaimFilter(supplier="veland"))
    assert kept.body["evidence"][0]["text"] == words
    assert kept.body["materiel"][0]["quantity"]["min"] == 10**40
    assert ledger.document(document.digest).text == words
    assert list(ledger.verify()) == []


def a_filler_in(text: str, words: str, quantity: Quantity | None = None):
    filler = a_filler("Veland", quantity=quantity)
    return type(filler)(words, words, *at(words, text), quantity=quantity)


def test_known_digests_are_of_one_version(ledger, place):
    """What another version read must be read again."""
    document, data = a_document()
    ledger.add(document, data, [], run=OLD)
    assert KnownDigests(place, OLD.fingerprint)(document.digest)
    assert not KnownDigests(place, NEW.fingerprint)(document.digest)
    assert not KnownDigests(place, OLD.fingerprint)("0" * 64)
