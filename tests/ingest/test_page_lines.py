"""Printed lines back into paragraphs, and hyphens back into words."""

from __future__ import annotations

import pytest

from reportedly.ingest.page_lines import Hyphens, paragraphs


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("the S\ufffe300 system", "the S-300 system"),
        ("an AK-\r\n47 rifle", "an AK-47 rifle"),
        ("the govern\u00ad\r\nment said", "the government said"),
        ("the govern-\nment said", "the government said"),
        ("anti\ufffetank missiles", "anti-tank missiles"),
        ("a short-\nrange missile", "a short-range missile"),
        ("Franco-\nGerman firm", "Franco-German firm"),
        ("поста-\nвила ракеты", "поставила ракеты"),
        ("at the end\u00ad", "at the end"),
        ("well-known S-400", "well-known S-400"),
    ],
)
def test_hyphens_at_line_ends(printed: str, read: str) -> None:
    assert " ".join(Hyphens(printed).resolve(printed).split()) == read


def test_the_document_itself_decides_where_it_can() -> None:
    """A word seen elsewhere with its hyphen keeps it; one seen without is joined."""
    assert Hyphens("cargo-hold and cargo-\nhold").resolve("cargo-\nhold.") == "cargo-hold.\n"
    assert Hyphens("antitank and anti-\ntank").resolve("anti-\ntank") == "antitank\n"


def test_repairs_are_counted() -> None:
    hyphens = Hyphens("")
    hyphens.resolve("S\ufffe300 and no more")
    assert hyphens.repaired == 1


def rejoined(*lines: str) -> list[str]:
    page = "\r\n".join(lines)
    return paragraphs(page, Hyphens(page)).split("\n")


def test_a_heading_and_items_stay_apart() -> None:
    assert rejoined(
        "Findings of the panel",
        "The launchers were shipped in the spring through the port in",
        "the north, as two officials said.",
        "1. First consignment of the year",
        "2. Second consignment of the year",
    ) == [
        "Findings of the panel",
        "The launchers were shipped in the spring through the port in the north, as two officials said.",
        "1. First consignment of the year",
        "2. Second consignment of the year",
    ]


def test_japanese_lines_join_without_a_space() -> None:
    assert rejoined("ミサイルは港に運ばれていないと防衛省", "は述べた。") == [
        "ミサイルは港に運ばれていないと防衛省は述べた。"
    ]
