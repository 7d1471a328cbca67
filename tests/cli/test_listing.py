"""`claims`, `documents`, `failures`, `show`, `verify`: every row leads to the words."""

from __future__ import annotations

import csv
import io
import json
import sqlite3

import pytest

from reportedly.cli.terminal import json_for_terminal, one_line, visible
from reportedly.ledger.spreadsheet import guarded


def test_the_table_shows_who_whom_what_the_words_and_the_file(call, place):
    """In one row."""
    shown = call("claims", "-l", place).stdout
    assert "2 claims" in shown
    row = next(line for line in shown.splitlines() if "a.txt" in line)
    for words in ("Iran", "Hezbollah", "Kornet", "transfer", "“Iran supplied"):
        assert words in row


def test_filters_reach_the_ledger(call, place):
    assert (
        "No claims fit." in call("claims", "-l", place, "--supplier", "Iran", "--recipient", "Syria").stdout
    )
    assert "1 claims" in call("claims", "-l", place, "--supplier", "iran", "--materiel", "kornet").stdout


def test_json_is_what_extract_writes(call, reports, place):
    """To the byte: a ledger adds nothing to a claim and takes nothing away."""
    assert call("claims", "-l", place, "--json").stdout == call("extract", reports).stdout


def test_csv_has_quote_chain_offsets_and_file(call, place):
    """For each claim, readable by a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(call("claims", "-l", place, "--csv").stdout)))
    first = rows[0]
    assert len(rows) == 2
    assert (first["file"], first["supplier"], first["kind"]) == ("a.txt", "Iran", "transfer")
    text = "Iran supplied Hezbollah with Kornet anti-tank missiles.\n"
    assert text[int(first["start"]) : int(first["end"])] == first["quote"]
    assert "said_by" in first


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
def test_no_cell_is_a_formula(cell):
    """A report may hold anything."""
    assert guarded(cell) == "'" + cell
    assert guarded("a" + cell) == "a" + cell


def test_show_a_claim_by_the_beginning_of_its_id(call, place):
    """With words, place, reader and digest."""
    claim = json.loads(call("claims", "-l", place, "--json").stdout.splitlines()[0])
    shown = call("show", claim["id"][:8], "-l", place).stdout
    for words in (claim["id"], "Iran supplied Hezbollah with Kornet", "supplier", "reader", "plain", "a.txt"):
        assert words in shown
    assert (
        json.loads(call("show", claim["id"], "-l", place, "--json").stdout)["evidence"] == claim["evidence"]
    )


def test_show_a_document_by_name_or_digest(call, place):
    """Its text in full, whatever a terminal would obey made visible."""
    by_name = call("show", "sub/b.txt", "-l", place)
    assert by_name.exit_code == 0
    assert "Russia supplied Syria with rockets." in by_name.stdout
    assert "\x1b" not in by_name.stdout
    digest = json.loads(call("documents", "-l", place, "--json").stdout.splitlines()[-1])["digest"]
    assert call("show", digest[:12], "-l", place).exit_code == 0


def test_show_what_is_not_there(call, place):
    result = call("show", "nothing", "-l", place)
    assert (result.exit_code, result.stderr) == (
        2,
        "reportedly: nothing: no document or claim has this id [not_found]\n",
    )


def test_documents_and_failures_are_listed(call, place):
    """Each by its name."""
    shown = call("documents", "-l", place).stdout
    assert all(name in shown for name in ("a.txt", "sub/b.txt", "c.txt", "3 documents."))
    assert call("failures", "-l", place).stdout == "empty.txt: the file is empty [empty]\n"
    assert json.loads(call("failures", "-l", place, "--json").stdout)["code"] == "empty"


def test_verify_is_well_or_names_what_is_not(call, place):
    """With exit status 1."""
    assert call("verify", "-l", place).stdout.startswith("All well: 3 documents, 4 log entries, head ")
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE claims SET body = replace(body, 'affirmed', 'denied') WHERE id = 1")
    connection.close()
    result = call("verify", "-l", place)
    assert result.exit_code == 1
    assert "a.txt" in result.stdout.splitlines()[0]
    assert result.stdout.splitlines()[0].endswith("[claims_changed]")


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\ud800", "\x7f"])
def test_characters_that_a_terminal_obeys_are_told(char):
    """In tables as escapes; in JSON as escapes that a parser undoes."""
    assert char not in visible(f"a{char}b")
    assert char not in one_line(f"a{char}b", 80)
    line = json.dumps({"name": f"a{char}b"}, ensure_ascii=False)
    assert char not in json_for_terminal(line)
    assert json.loads(json_for_terminal(line)) == {"name": f"a{char}b"}


def test_a_narrow_terminal_gets_lines_in_place_of_columns(call, place, monkeypatch):
    """No word of a claim is cut into syllables."""
    monkeypatch.setattr("reportedly.cli.terminal.PIPE_WIDTH", 80)
    shown = call("claims", "-l", place, "--supplier", "Iran").stdout
    assert "Iran → Hezbollah: " in shown
    assert "“Iran supplied Hezbollah with Kornet anti-tank missiles.”" in shown
    assert "in a.txt" in shown
