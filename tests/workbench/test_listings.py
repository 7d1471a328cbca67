"""Tables, facets, search, and their twins for scripts and spreadsheets."""

from __future__ import annotations

import csv
import io
import json

import pytest

PAGES = ("claims", "documents", "allegations", "entities", "network", "map", "timeline", "decisions")


def told(visitor, path):
    return json.loads(visitor.get(path)[2])


def test_facets_narrow_the_table_and_its_twins_alike(visitor):
    """The same filters in the same address."""
    query = "?who=state%2Fir&polarity=denied"
    claims = told(visitor, f"/claims.json{query}")["claims"]
    assert [c["polarity"] for c in claims] == ["denied"]
    rows = list(csv.DictReader(io.StringIO(visitor.get(f"/claims.csv{query}")[2].removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == [c["id"] for c in claims]
    page = visitor.get(f"/claims{query}")[2]
    assert f"/claims/{claims[0]['id']}" in page
    assert "/claims.csv?who=state%2Fir&amp;polarity=denied" in page


def test_a_facet_counts_what_its_own_choices_would_show(workbench):
    """Choosing one supplier leaves the others to be seen."""
    from reportedly.workbench.cataloguing import catalogue  # noqa: PLC0415

    claims = catalogue(workbench.bench.snapshot())
    facets = {f.name: f for f in claims.facets(claims.choice([("who", "state/ir")]))}
    assert len(facets["who"].options) > 1
    assert sum(o.number for o in facets["polarity"].options) == len(
        claims.narrow(claims.choice([("who", "state/ir")]))
    )


@pytest.mark.parametrize("name", PAGES)
def test_every_table_has_its_twins(visitor, name):
    """For scripts and for spreadsheets."""
    assert visitor.get(f"/{name}.json")[1]["content-type"].startswith("application/json")
    assert visitor.get(f"/{name}.csv")[1]["content-type"].startswith("text/csv")


@pytest.mark.parametrize("name", PAGES)
def test_no_cell_is_a_formula(visitor, name):
    """Whatever a report calls itself."""
    rows = csv.reader(io.StringIO(visitor.get(f"/{name}.csv")[2].removeprefix("\ufeff")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t"))]


@pytest.mark.parametrize(
    ("query", "file"),
    [
        ("ミサイル", "kita.txt"),
        ("戦線", "kita.txt"),
        ("ракета", "sever.txt"),
        ("صواريخ", "shamal.txt"),
        ("الاذاعة", "shamal.txt"),
        ("missile", "karsk.txt"),
        ("suppl*", "coast.txt"),
    ],
)
def test_search_finds_words_in_any_form_and_script(visitor, query, file):
    """Inflected, with a clitic, in a text without spaces."""
    from urllib.parse import quote  # noqa: PLC0415

    found = told(visitor, f"/search.json?q={quote(query)}")["results"]
    assert file in {r["file"] for r in found}


def test_all_words_of_a_search_must_stand_in_the_document(visitor):
    """Two reports name the radio, one the commanders."""
    assert told(visitor, "/search.json?q=commanders+missile")["documents"] == 1
    assert told(visitor, "/search.json?q=commanders+radio")["documents"] == 0


def test_allegations_count_origins_and_tell_denials(visitor):
    """Two reports of one transfer, denied by the supplier."""
    first = told(visitor, "/allegations.json")["allegations"][0]
    assert first["independent_origins"] >= 2
    assert first["denied_by"]


def test_a_country_gets_no_pin(visitor):
    """Iran is named in every report; the map has no point for it."""
    assert [f for f in told(visitor, "/map.json")["features"] if f["geometry"]["type"] == "Point"] == []
    assert "None are drawn" in visitor.get("/map")[2] or "a country gets no pin" in visitor.get("/map")[2]
