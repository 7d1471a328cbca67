"""The publisher: from masthead, copyright line, the site's own phrases; never guessed."""

from __future__ import annotations

import pytest

from layout.pages import ALL, WEEKLY, document
from reportedly.layout import lay_out, publisher_aliases

BODY = "Boats for Gabon\n\nSpain has sold boats to Gabon, a minister said on Friday.\n\nMore will follow.\n"


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Baltic Defence Courier"), ("ja", "北海防衛新聞"),
        ("ru", "Волжский обозреватель"), ("uk", "Степовий кур'єр"),
        ("es", "El Faro del Istmo"), ("fr", "La Dépêche du Sahel"),
        ("de", "Alpenländischer Bote"), ("ar", "صحيفة البحر الأحمر"),
    ],
)  # fmt: skip
def test_the_publisher_of_each_page(language, name):
    """Name in the masthead, in its usual casing."""
    assert lay_out(document(ALL[language])).publisher == name


@pytest.mark.parametrize(
    ("head", "tail", "name"),
    [
        (
            "",
            "© 2016 The Quay Gazette Company LLC. By using this site you accept our cookies.",
            "The Quay Gazette",
        ),
        ("", "© 2020 ИА «Причал». Все права защищены.", "Причал"),
        ("HARBOUR DEFENCE REVIEW", "Copyright HDR 2022. Reproduction prohibited.", "Harbour Defence Review"),
        ("QUAY & TIDE MONITOR – free news from the docks", "", "Quay & Tide Monitor"),
        ("The Tideway - Back to home\nNews | Opinion | Sport", "", "The Tideway"),
        ("ПРИЧАЛ И ВОЛНА | аналитика | море | о нас", "", "Причал и волна"),
        ("Follow all the latest KRDX news and alerts here.", "", "KRDX"),
        ("", "Quay Observer is ad-supported. We use cookies.", "Quay Observer"),
        (
            "",
            "При использовании материалов активная гиперссылка на quay-news.example.com обязательна",
            "quay-news.example.com",
        ),
    ],
)
def test_where_publishers_name_themselves(head, tail, name):
    """Each of the places where a site says what it is called."""
    assert lay_out(document(f"{head}\n\n{BODY}\n{tail}\n")).publisher == name


def test_a_service_speaks_through_its_press_office():
    """ "From X Public Affairs" names X."""
    text = BODY.replace(
        "Gabon\n\n", "Gabon\n04 April 2016\nFrom Atlantic Naval Command Public Affairs\n\n", 1
    )
    assert lay_out(document(text)).publisher == "Atlantic Naval Command"


def test_an_agency_in_the_dateline_is_the_publisher_of_a_bare_page():
    """Nothing else on the page names anybody."""
    assert (
        lay_out(document("Boats\n\nMADRID (AP) — Spain has sold boats to Gabon.\n")).publisher
        == "The Associated Press"
    )


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "MOSCOW DENIES ARMING REBELS\n\nMoscow has sent no tanks to the rebels, it said on Tuesday.\n",
        "Home | World | Sport\n\n" + BODY,
        "Latest news\nHome | World | Sport\n\n" + BODY,
        "Getty Images\n\n" + BODY,
        BODY + "\nPhoto: © 2016 A. Nobody/Reuters\n",
    ],
)
def test_no_publisher_is_guessed(text):
    """A headline in capitals, a row of navigation and a photo credit are no names of outlets."""
    assert lay_out(document(text)).publisher is None


def test_aliases_hold_initials_that_the_page_uses():
    """The page's own short form is an alias, unused initials are not."""
    assert publisher_aliases(document(WEEKLY))[:2] == ("Baltic Defence Courier", "BDC")
    assert "BDC" not in publisher_aliases(document(WEEKLY.replace("BDC COMMENT: ", "")))
    assert publisher_aliases(document(BODY)) == ()
