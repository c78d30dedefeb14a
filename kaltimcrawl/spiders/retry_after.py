"""Retry-After: how long a host asks to be left alone (RFC 9110, 10.2.3)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 7 * 86_400.0
"""Seconds. Who names a later time is asked again after a week: years are a mistake."""


def retry_after(value: str | None, date: str | None, now: datetime) -> float | None:
    """Seconds from 0 to `LONGEST` that the header's `value` asks for; None where it can't be read.

    A moment is counted from the answer's own `date` header, so that a server whose clock is wrong is
    understood; from `now` (aware) where that can't be read.

    >>> now = datetime(2026, 11, 25, 8, tzinfo=UTC)
    >>> retry_after("120", None, now)
    120.0
    >>> retry_after("Wed, 25 Nov 2026 08:01:30 GMT", None, now)
    90.0
    >>> retry_after("Wed, 25 Nov 2026 08:01:30 GMT", "Wed, 25 Nov 2026 08:01:00 GMT", now)
    30.0
    >>> retry_after("nanti", None, now) is None
    True
    """
    value = (value or "").strip()
    if value.isascii() and value.isdigit():
        # Python refuses to read thousands of digits; all that long mean the same.
        return min(float(value[:20]), LONGEST)
    until = _moment(value)
    if until is None:
        return None
    seconds = (until - (_moment(date or "") or now)).total_seconds()
    return min(max(seconds, 0.0), LONGEST)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    # RFC 9110, 5.6.7: an HTTP date is in UTC, whatever it says of itself.
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
