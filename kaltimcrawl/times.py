"""Machine-written times: W3C date-times (ISO 8601) and RFC 2822 dates, and how the archive writes them.

Dates for people ("Senin, 12 Mei 2025 | 14:30 WITA") are extraction's business: `extraction/dates.py`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime

_W3C = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?)?"
)


def read_machine_time(text: str, zone: tzinfo = UTC) -> datetime | None:
    """The aware datetime that `text` writes, or None where it writes none.

    Reads W3C date-times (https://www.w3.org/TR/NOTE-datetime, from `2025-05` to fractions of a second, with
    `+0800` and a space for `T` accepted, as WordPress plugins write them) and RFC 2822 dates. A time without
    an offset is taken to be of `zone`; a missing day is the first, a missing time is midnight.

    >>> read_machine_time("2025-05-12T14:30:00+08:00").isoformat()
    '2025-05-12T14:30:00+08:00'
    >>> read_machine_time("Mon, 12 May 2025 14:30:00 +0800").isoformat()
    '2025-05-12T14:30:00+08:00'
    >>> read_machine_time("12 Mei 2025") is None
    True
    """
    text = text.strip()
    if len(text) > 64:
        return None
    found = _W3C.fullmatch(text)
    if found is None:
        return _read_rfc2822(text, zone)
    year, month, day, hour, minute, second, fraction, offset = found.groups()
    stamp = f"{year}-{month}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}"
    stamp += f".{(fraction + '000000')[:6]}" if fraction else ""
    stamp += offset.upper() if offset else ""
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:  # 2025-02-30 has the form and names no day
        return None
    return when if when.tzinfo else when.replace(tzinfo=zone)


def _read_rfc2822(text: str, zone: tzinfo) -> datetime | None:
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=zone)


def utc_text(when: datetime) -> str:
    """`when` in UTC to the second, as the archive writes every UTC column: `2025-05-12T06:30:00Z`.

    Raises ValueError for a naive datetime: which instant it means can't be known.
    """
    if when.tzinfo is None:
        raise ValueError("a naive datetime has no UTC time")
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
