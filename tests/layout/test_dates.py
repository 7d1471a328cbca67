"""Dates as they are written, and what is made of numbers that can be read two ways."""

from __future__ import annotations

import pytest

from reportedly.layout.dates import dates, resolved, written


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2016-01-11", "2016-01-11"),
        ("2016-01-11T08:15:00Z", "2016-01-11"),
        ("January 12, 2016 at 8:15 am", "2016-01-12"),
        ("04 April 2016", "2016-04-04"),
        ("Tue 12 Apr 2022 05.00 BST", "2022-04-12"),
        ("Sept. 9, 2020", "2020-09-09"),
        ("the 3rd of March 2019", "2019-03-03"),
        ("March 2018", "2018-03"),
        ("2016年1月12日", "2016-01-12"),
        ("2019年3月", "2019-03"),
        ("平成28年4月5日", "2016-04-05"),
        ("令和元年5月7日", "2019-05-07"),
        ("2020/9/10 11:42", "2020-09-10"),
        ("12 января 2016 г.", "2016-01-12"),
        ("12 січня 2016", "2016-01-12"),
        ("9 de mayo de 2016", "2016-05-09"),
        ("1er août 2019", "2019-08-01"),
        ("3. März 2019", "2019-03-03"),
        ("14 مارس 2021", "2021-03-14"),
        ("5 كانون الثاني 2020", "2020-01-05"),
        ("13/04/2022", "2022-04-13"),
        ("04/13/2022", "2022-04-13"),
        ("21.04.2022", "2022-04-21"),
        ("05.05.2022", "2022-05-05"),
    ],
)
def test_formats(line, date):
    """Each format of the languages read gives the day it names, or the month where it names no day."""
    (found,) = dates(line)
    assert resolved(found, None) == date


@pytest.mark.parametrize(
    "line",
    [
        "30/13/2022",
        "31 June 2016",
        "ver. 1.2.3.4",
        "S-300",
        "12:30",
        "99 Maybach 12",
        "no 16/22",
        "may 12 boats",
    ],
)
def test_what_is_no_date(line):
    """Dates that do not exist, versions, designations and times are none."""
    assert [d for f in dates(line) if (d := resolved(f, None))] == []


def test_numbers_that_read_two_ways_need_an_order():
    """Without a habit of the page only the year is sure."""
    (found,) = dates("03/04/2020")
    assert resolved(found, None) == "2020"
    assert resolved(found, "day_first") == "2020-04-03"
    assert resolved(found, "month_first") == "2020-03-04"


def test_a_day_without_a_year_needs_one():
    """The year is given from elsewhere or the date is not known."""
    (found,) = dates("12 січня, 09:47")
    assert resolved(found, None) is None
    assert resolved(found, None, 2016) == "2016-01-12"


def test_written_refuses_impossible_dates():
    """February has no 30th."""
    assert written(2020, 2, 29) == "2020-02-29"
    assert written(2020, 2, 30) is None
