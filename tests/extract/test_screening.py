"""Screening: nothing that makes a claim is put aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.documents import Document
from reportedly.extract import concerns
from reportedly.extract.engine import _CONCERNS, Engine
from reportedly.extract.screening import TRIGGERS
from reportedly.ingest import read
from reportedly.layout import lay_out
from reportedly.lexicon import load

CORPUS = Path(__file__).parents[2] / "corpus"
FOLDERS = sorted(path for path in CORPUS.glob("*/docs"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_no_report_of_the_corpus_that_makes_claims_is_put_aside(folder: Path) -> None:
    """What is put aside gives nothing when the whole engine reads it."""
    engine = Engine(load())
    aside = [doc for doc in read([folder]) if isinstance(doc, Document) and not concerns(doc.text)]
    assert [doc.file for doc in aside if engine.extract(lay_out(doc))] == []


@pytest.mark.parametrize(
    "text",
    [
        "The ship carried Kornet missiles.",
        "The cargo held 40 tanks. The rebels were waiting for it.",
        "Turkey has been arming the farmers.",
        "The United States imposed sanctions on the firm.",
        "Canada put the movement on its terror list.",
        "Hezbollah has been given money by Iran.",
        "Сирия получила ракеты С-300.",
        "الصواريخ وصلت إلى الميناء",
        "They fly UAVs (unmanned aerial vehicles) there.",
    ],
)
def test_texts_that_may_hold_a_claim_pass(text: str) -> None:
    """Materiel, an armed body, or words of sanction and terror beside a party."""
    assert concerns(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council will repair the bridge by June.",
        "The new tank at the water works holds 900 litres.",
        "Three men armed with patience waited for the bus.",
        "Prices of wheat rose in Egypt and in Canada.",
        "",
    ],
)
def test_other_texts_are_put_aside(text: str) -> None:
    """Also where a word of the field stands in them by chance."""
    assert not concerns(text)


def test_line_breaks_of_windows_hide_no_name() -> None:
    """A name over the end of a line counts whatever ends the line."""
    assert concerns("a shipment of anti-tank\r\nguided missiles")


def test_what_the_engine_reads_for_a_word_alone_is_known_here() -> None:
    """The engine's own words of concern are among those that screening looks for."""
    assert [word for word in _CONCERNS if not any(trigger in word for trigger in TRIGGERS)] == []
