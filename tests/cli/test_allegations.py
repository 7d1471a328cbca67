"""`allegations`, `sources`, `grade` and the tree that `show` draws."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

DIGEST = (
    "Iran supplied Hezbollah with 40 Kornet anti-tank missiles in May 2015, according to The Daily Beast.\n"
)


@pytest.fixture
def case(tmp_path: Path, call) -> Path:
    """Three reports of one fact, two of them by way of the third; one of another."""
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "a.txt").write_text(DIGEST + "It rained all day in the hills above the river.\n")
    (folder / "b.txt").write_text(DIGEST + "Nothing else is known, and nobody has asked.\n")
    (folder / "c.txt").write_text("Russia supplied Syria with rockets.\n")
    place = tmp_path / "allegations.db"
    assert call("add", folder, "-l", place).exit_code == 0
    return place


def rows(call, case, *more):
    return [json.loads(line) for line in call("allegations", "-l", case, "--json", *more).stdout.splitlines()]


def test_json_has_what_scripts_need(call, case):
    """Parties, claims, documents, chains, origins with their names."""
    told = next(row for row in rows(call, case) if row["document_count"] == 2)
    assert [item["name"] for item in told["supplier"]] == ["Iran"]
    assert [item["id"] for item in told["recipient"]] == ["actor/hezbollah"]
    assert told["independent_origins"] == len(told["origins"]) == 1
    assert "The Daily Beast" in told["origins"][0]["name"]
    assert sorted(told["documents"]) == ["a.txt", "b.txt"]
    assert told["when"] == {"start": "2015-05", "end": "2015-05"}
    assert told["credibility"] == "6"
    for key in ("id", "kind", "materiel", "claims", "chains", "denied_by", "admitted_by", "conflicts"):
        assert key in told
    claims = {json.loads(line)["id"] for line in call("claims", "-l", case, "--json").stdout.splitlines()}
    assert {id_ for row in rows(call, case) for id_ in row["claims"]} == claims


def test_filters(call, case):
    """By party, kind and number of origins."""
    assert len(rows(call, case, "--recipient", "hezb")) == 1
    assert rows(call, case, "--supplier", "Turkey") == []
    assert rows(call, case, "--origins", "2") == []
    assert rows(call, case, "--kind", "use") == rows(call, case, "--denied") == []


def test_table_and_csv_say_how_many_documents_and_origins(call, case):
    shown = call("allegations", "-l", case).stdout
    assert "2 allegations." in shown
    line = next(line for line in shown.splitlines() if "Hezbollah" in line)
    assert line.split()[-2:] == ["2", "1"]
    table = list(csv.DictReader(io.StringIO(call("allegations", "-l", case, "--csv").stdout)))
    assert {row["independent_origins"] for row in table} == {"1"}


def test_show_draws_the_chain_as_a_tree(call, case):
    """Each document with its way, its words and its chain; the publisher last."""
    id_ = next(row["id"] for row in rows(call, case) if row["document_count"] == 2)
    shown = call("show", id_[:10], "-l", case).stdout
    for words in (
        "2 documents, 1 independent origin",
        "origin 1:",
        "├──",
        "a.txt",
        "credits",
        "credibility 6",
    ):
        assert words in shown
    full = json.loads(call("show", id_, "-l", case, "--json").stdout)
    assert full["id"] == id_
    assert full["grades"] == []


def test_show_an_allegation_that_is_not_there(call, case):
    result = call("show", "al00000000", "-l", case)
    assert (result.exit_code, result.stderr) == (
        2,
        "reportedly: al00000000: no allegation has this id [not_found]\n",
    )


def test_sources_tell_who_is_cited_and_what_rests_on_whom(call, case):
    found = [json.loads(line) for line in call("sources", "-l", case, "--json").stdout.splitlines()]
    beast = next(source for source in found if source["id"] == "outlet/the-daily-beast")
    assert (beast["cited"], beast["only_origin"], beast["reliability"]) == (2, 1, "F")
    assert "The Daily Beast" in call("sources", "-l", case).stdout


def test_grades_are_a_persons(call, case):
    """1 is refused while there is one origin; what was graded is shown with its author."""
    id_ = next(row["id"] for row in rows(call, case) if row["document_count"] == 2)
    refused = call("grade", id_, "1", "--by", "Ana", "-l", case)
    assert refused.exit_code == 2
    assert refused.stderr.endswith("[one_origin]\n")
    assert call("grade", id_, "3", "--by", "Ana", "--note", "photographs", "-l", case).exit_code == 0
    assert "3 by Ana: photographs" in call("show", id_, "-l", case).stdout
    assert call("grade", "The Daily Beast", "B", "--by", "Ana", "-l", case).exit_code == 0
    found = [json.loads(line) for line in call("sources", "-l", case, "--json").stdout.splitlines()]
    assert next(s["reliability"] for s in found if s["id"] == "outlet/the-daily-beast") == "B"
    assert call("grade", "Nobody Weekly", "B", "--by", "Ana", "-l", case).exit_code == 2
    assert call("grade", id_, "7", "--by", "Ana", "-l", case).exit_code == 2
