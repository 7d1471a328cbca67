"""Publication dates keep the precision they have."""

from __future__ import annotations

import pytest

from reportedly.ingest.dates import published_date


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2014-11-12", "2014-11-12"),
        ("2014-11-12T23:30:00-05:00", "2014-11-12"),
        ("2014-11-12 08:00", "2014-11-12"),
        ("2014/3/5", "2014-03-05"),
        ("20141112", "2014-11-12"),
        ("2014-11", "2014-11"),
        ("2014", "2014"),
        ("Wed, 12 Nov 2014 08:00:00 GMT", "2014-11-12"),
        ("2014-13-40", None),
        ("yesterday", None),
        ("12/11/2014", None),
        ("0000", None),
        ("", None),
    ],
)
def test_dates_are_read_or_refused_never_guessed(said: str, read: str | None) -> None:
    assert published_date(said) == read
