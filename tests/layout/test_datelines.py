"""Datelines: the place, day and agency before the first words of a report."""

from __future__ import annotations

import pytest

from layout.pages import document
from reportedly.layout import paragraphs
from reportedly.layout.datelines import dateline


@pytest.mark.parametrize(
    ("head", "agency", "day"),
    [
        ("BEIRUT — ", None, None),
        ("UNITED NATIONS (AP) — ", "AP", None),
        ("LINCOLN, Neb. (AP) — ", "AP", None),
        ("MANAMA, Bahrain (NNS) -- ", "NNS", None),
        ("TEHRAN, Apr. 06 (QRX) – ", "QRX", (None, 4, 6)),
        ("WASHINGTON/BEIRUT, Feb 3 (Reuters) - ", "Reuters", (None, 2, 3)),
        ("MOSCOW, January 12 /TASS/. ", "TASS", (None, 1, 12)),
        ("(Reuters) - ", "Reuters", None),
        ("Hanover, 15 November 2019. ", None, (2019, 11, 15)),
        ("Beirut, Lebanon – ", None, None),
        ("МОСКВА, 5 апр — РИА Новости. ", "РИА Новости", (None, 4, 5)),
        ("КИЕВ, 12 января. /ТАСС/. ", "ТАСС", (None, 1, 12)),
        ("MANAGUA (EFE).- ", "EFE", None),
        ("Paris, 12 janvier (AFP) — ", "AFP", (None, 1, 12)),
        ("【カイロ支局】", None, None),
        ("[カイロ 12日 ロイター] - ", "ロイター", None),
    ],
)
def test_forms(head, agency, day):
    """The words begin after the dateline; its agency and day are kept."""
    found = dateline(head + "The ministry said so.", first=True)
    assert found is not None
    assert found.end == len(head)
    assert found.agency == agency
    assert (found.date and (found.date.year, found.date.month, found.date.day)) == day


@pytest.mark.parametrize(
    "text",
    [
        "Iran — which denies it — sent boats.",
        "NATO — the alliance — sent boats.",
        "U.S. officials said on May 3. They left.",
        "USS Example seized 12 boats. It left.",
        "Moscow has sent boats.",
        "The 5 ships – all of them – sailed.",
        "(The boats) - it is said - sailed.",
    ],
)
def test_prose_is_no_dateline(text):
    """A name before a dash or a full stop is not enough."""
    assert dateline(text, first=True) is None


def test_paragraphs_say_where_the_words_begin():
    """Offsets count from the start of the document."""
    text = "Boats for Gabon\n\nMADRID (AP) — Spain has sold boats to Gabon.\n"
    paragraph = paragraphs(document(text))[1]
    assert paragraph.dateline_end is not None
    assert text[paragraph.dateline_end : paragraph.end] == "Spain has sold boats to Gabon."
    assert paragraph.dateline_agency == "AP"
