"""Families in a ledger: the same as in memory, one document at a time, again after a change of method."""

from __future__ import annotations

import hashlib
import random

import pytest
from sqlalchemy import select

from reportedly.claims import Claim, Filler, Quote, When
from reportedly.documents import Document, DocumentWarning
from reportedly.ledger import Ledger, Run, gathering, tracing
from reportedly.ledger.schema import documents, outlets, traces
from reportedly.lexicon import load

STORY = (
    "Serbia shipped 4,260 mortar shells to Benghazi on 19 February, wrote Reuters. They went aboard in 71 "
    "crates at Bar, a crane driver said, and the papers called them pump parts. The coaster cleared for "
    "Alexandria."
)
COPY = STORY.replace(", a crane driver said,", "") + " What do you think?"
OTHER = (
    "Serbia and Libya signed nothing on Tuesday. The council of Bar voted to repair the quay before winter; "
    "31 of 45 members were present, and 260 tonnes of stone will come by rail."
)
TEXTS = {"a": STORY, "b": COPY, "c": OTHER, "d": STORY + " Third copy, 14 readers.", "e": OTHER + " Rain."}


def added(ledger: Ledger, name: str, run: Run | None = None) -> str:
    text = TEXTS[name]
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    document = Document(f"{name}.txt", text, digest, "plain", "1", language="en", publisher=f"Paper {name}")
    claim = Claim(
        kind="transfer",
        roles=(("supplier", (Filler("Serbia", "Serbia", 0, 6, id="state/rs"),)),),
        evidence=(Quote(0, 6, "Serbia"),),
    )
    ledger.add(document, data, [claim], run=run)
    return digest


def families(ledger: Ledger) -> set[frozenset[str]]:
    with ledger._read() as connection:
        query = select(traces.c.family, documents.c.file).join(
            documents, documents.c.id == traces.c.document_id
        )
        found: dict[int, set[str]] = {}
        for row in connection.execute(query):
            found.setdefault(row.family, set()).add(row.file[0])
    return {frozenset(files) for files in found.values()}


EXPECTED = {frozenset("abd"), frozenset("ce")}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_families_do_not_depend_on_the_order_or_on_when_they_are_sought(ledger, seed):
    """One by one or all at once."""
    order = sorted(TEXTS)
    random.Random(seed).shuffle(order)
    for name in order:
        added(ledger, name)
        if seed % 2:
            tracing.trace(ledger, load())
    tracing.trace(ledger, load())
    assert families(ledger) == EXPECTED


def test_what_is_traced_is_not_traced_again(ledger):
    added(ledger, "a")
    assert tracing.untraced(ledger) == 1
    assert tracing.trace(ledger, load()) == 1
    assert tracing.untraced(ledger) == 0
    assert tracing.trace(ledger, load()) == 0
    added(ledger, "b")
    assert tracing.trace(ledger, load()) == 1


def test_another_method_or_reading_traces_all_anew(ledger, monkeypatch):
    """Families cannot be taken apart one by one."""
    for name in TEXTS:
        added(ledger, name)
    assert tracing.trace(ledger, load()) == len(TEXTS)
    monkeypatch.setattr(tracing, "METHOD", "next")
    assert tracing.trace(ledger, load()) == len(TEXTS)
    added(ledger, "a", Run("2+new", "2", "new", "new"))
    assert tracing.trace(ledger, load()) == len(TEXTS)
    assert families(ledger) == EXPECTED


def test_outlets_that_a_text_names_are_kept(ledger):
    added(ledger, "a")
    tracing.trace(ledger, load())
    with ledger._read() as connection:
        assert list(connection.execute(select(outlets.c.outlet)).scalars()) == ["outlet/reuters"]


def test_shared_passages_are_shown_from_the_stored_texts(ledger):
    first, second = added(ledger, "a"), added(ledger, "b")
    passages = tracing.shared(ledger, first, [second])
    assert passages
    for passage in passages:
        assert STORY[passage["start"] : passage["end"]] == passage["text"]
        assert COPY[passage["other_start"] : passage["other_end"]] == passage["other_text"]


def test_allegations_are_a_view_of_current_claims(ledger):
    """With the family of each report, and the publisher by name."""
    for name in TEXTS:
        added(ledger, name)
    view = gathering.gathered(ledger, load())
    reports = view.tellings.reports.values()
    assert {r.publisher_name for r in reports} == {f"Paper {name}" for name in TEXTS}
    assert len({family for r in reports for family in r.families}) == 2
    told = [s.id for a in view.allegations for s in a.statements]
    assert sorted(told) == sorted({claim.id for claim in ledger.claims()})
    first = view.allegations[0]
    assert gathering.find(view, first.id[:9]) == first


def test_a_page_that_says_whose_it_is_or_when_it_came_is_noted_not_believed(ledger):
    """A spoofed canonical link, a date before what it tells of."""
    data = STORY.encode()
    document = Document(
        "x.html",
        STORY,
        hashlib.sha256(data).hexdigest(),
        "html",
        "1",
        published="2014-01-01",
        warnings=(DocumentWarning("spoofed_canonical", "names reuters.com"),),
    )
    claim = Claim(
        kind="transfer",
        roles=(("supplier", (Filler("Serbia", "Serbia", 0, 6, id="state/rs"),)),),
        evidence=(Quote(0, 6, "Serbia"),),
        stage="delivered",
        when=When("2019-02-19", "2019-02-19"),
    )
    ledger.add(document, data, [claim])
    (report,) = gathering.gathered(ledger, load()).tellings.reports.values()
    assert [note.partition(":")[0] for note in report.notes] == ["back-dated", "spoofed canonical link"]
    assert report.publisher_name == ""
