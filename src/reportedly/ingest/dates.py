"""Publication dates as metadata give them, with the precision they have and no more."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|T)")


def published_date(value: str) -> str | None:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` of an ISO or e-mail date; None where it is neither. The day is the
    one written, whatever the time zone.
    """
    value = value.strip()
    match = _ISO.match(value) or _COMPACT.match(value)
    if match:
        return _checked(*match.groups())
    parsed = parsedate(value) if re.search(r"[A-Za-z]{3}", value) and ":" in value else None
    return _checked(str(parsed[0]), str(parsed[1]), str(parsed[2])) if parsed else None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        moment = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if moment.year < 1500:
        return None
    return moment.isoformat()[: 10 if day else 7 if month else 4]
