"""The date of publication: from the page's own lines, never from the prose."""

from __future__ import annotations

import pytest

from layout.pages import ALL, document
from reportedly.layout import lay_out

BODY = "Spain has sold boats to Gabon, a minister said on 4 May 2011.\n\nThe boats sailed on June 3, 2010.\n"


def published(head: str, tail: str = "", body: str = BODY, **known: str) -> str | None:
    return lay_out(document(f"Boats for Gabon\n{head}\n\n{body}\n{tail}\n", **known)).published


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("en", "2019-05-03"), ("ja", "2018-11-02"), ("ru", "2018-08-07"), ("uk", "2020-05-12"),
        ("es", "2016-05-09"), ("fr", "2019-02-03"), ("de", "2015-11-12"), ("ar", "2021-03-14"),
    ],
)  # fmt: skip
def test_the_date_of_each_page(language, date):
    """Published goes before updated in every language."""
    assert lay_out(document(ALL[language])).published == date


def test_a_date_in_the_prose_is_not_that_of_publication():
    """The events of a report have their own dates."""
    assert published("") is None


def test_published_is_preferred_to_updated_whatever_the_order():
    """The later stamp often stands first."""
    assert published("Updated 02.15.16 3:41AM ET / Published 02.14.16 12:01AM ET") == "2016-02-14"
    assert published("Posted 2 April 2020. Corrected 3 April (a name)") == "2020-04-02"


def test_updated_is_better_than_nothing():
    """A page that gives only its last change was public by then."""
    assert published("Last updated: 5 March 2020") == "2020-03-05"


def test_the_clock_of_the_united_states_puts_the_month_first():
    """02.03.16 with Eastern Time is 3 February."""
    assert published("Published 02.03.16 12:01AM ET") == "2016-02-03"


def test_british_spelling_puts_the_day_first():
    """An ambiguous date is read by the habits that the page shows."""
    british = "The defence ministry's programme has sold boats to Gabon, the armour to follow.\n"
    assert published("Posted 04/05/2018", body=british) == "2018-05-04"


def test_without_any_habit_only_the_year_is_kept():
    """Neither reading of 04/05/2018 is preferred on a page that shows no habit."""
    assert (
        published("Posted 04/05/2018", body="Iraq received six jets from Korea, an officer said.\n") == "2018"
    )


def test_a_day_without_year_takes_the_year_of_the_copyright_line():
    """The page's only year completes its date."""
    assert published("10 Sep, 13:38", "© 2020 Harbour Weekly. All rights reserved.") == "2020-09-10"
    assert published("10 Sep, 13:38") is None


def test_a_dateline_gives_the_day():
    """A full date in the dateline counts, one without a year needs the page's."""
    assert (
        published("", body="MADRID, 7 March 2018 – Spain has sold boats to Gabon, it said.\n") == "2018-03-07"
    )
    assert (
        published("", "© 2018 Harbour Weekly", "MADRID, Mar. 07 – Spain has sold boats to Gabon.\n")
        == "2018-03-07"
    )


def test_a_date_of_issue_in_the_last_line_counts():
    """Newsletters put it there."""
    assert published("", "Date of issue: 21.04.2022") == "2022-04-21"


def test_a_month_stays_a_month():
    """No day is made up."""
    assert published("Published: March 2018") == "2018-03"


def test_the_address_is_asked_last():
    """A date in the URL counts where the page has none."""
    assert published("", url="https://example.org/2016/01/12/boats.html") == "2016-01-12"
    assert published("3 May 2016", url="https://example.org/2016/01/12/boats.html") == "2016-05-03"


def test_a_leading_stamp_is_year_month_day():
    """Archives put YYMMDD before the text."""
    assert (
        lay_out(document("180319 Spain has sold boats to Gabon, a minister said on Friday.\n")).published
        == "2018-03-19"
    )
