"""The small print of a claim: dates, numbers and quantities as a language words them."""

from __future__ import annotations

from reportedly.extract.dates import DateMention, find_dates
from reportedly.extract.numerals import QuantityMention, find_quantities

__all__ = ["DateMention", "QuantityMention", "find_dates", "find_quantities"]
