"""Machine-written times: W3C date-times (ISO 8601) and RFC 2822 dates, and how the archive writes them.

Dates for people ("Senin, 12 Mei 2025 | 14:30 WITA") are extraction's business: `extraction/dates.py`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime

_W3C = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
    r"\s*([Zz]|[+-]\d{2}(?::?\d{2})?)?)?)?",
    re.ASCII,
)
_YEARS = range(1900, 3000)  # 0001-01-01 and 9999-12-31 are programs' words for "never"
_ZONES = {"WIB": "+0700", "WITA": "+0800", "WIT": "+0900"}


def read_machine_time(text: str, zone: tzinfo = UTC) -> datetime | None:
    """The aware datetime that `text` writes, or None where it writes none. Raises nothing, whatever the text.

    Reads W3C date-times (https://www.w3.org/TR/NOTE-datetime, from `2025-05` to fractions of a second, with
    `+0800`, `+08` and a space for `T` accepted, as WordPress plugins and databases write them) and RFC 2822
    dates; either may end in WIB, WITA or WIT, as Indonesian feeds have it. A time without an offset is taken
    to be of `zone`; a missing day is the first, a missing time is midnight. Years before 1900 and after
    2999 are no dates.

    >>> read_machine_time("2025-05-12T14:30:00+08:00").isoformat()
    '2025-05-12T14:30:00+08:00'
    >>> read_machine_time("Mon, 12 May 2025 14:30:00 WITA").isoformat()
    '2025-05-12T14:30:00+08:00'
    >>> read_machine_time("12 Mei 2025") is None
    True
    """
    text = text.strip()
    if len(text) > 64:
        return None
    head, _, last = text.rpartition(" ")
    text = f"{head} {_ZONES[last.upper()]}" if last.upper() in _ZONES else text
    found = _W3C.fullmatch(text)
    when = _read_w3c(found) if found else _read_rfc2822(text)
    if when is None or when.year not in _YEARS:
        return None
    return when if when.tzinfo else when.replace(tzinfo=zone)


def _read_w3c(found: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second, fraction, offset = found.groups()
    stamp = f"{year}-{month}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}"
    stamp += f".{(fraction + '000000')[:6]}" if fraction else ""
    stamp += offset.upper() if offset else ""
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:  # 2025-02-30 has the form and names no day
        return None


def _read_rfc2822(text: str) -> datetime | None:
    if not text.isascii():  # the standard's parser trips over digits of other scripts
        return None
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if when.tzinfo is None and text.endswith("-0000"):  # RFC 2822, 3.3: UTC, the writer's zone unknown
        return when.replace(tzinfo=UTC)
    return when


def utc_text(when: datetime) -> str:
    """`when` in UTC to the second, as the archive writes every UTC column: `2025-05-12T06:30:00Z`.

    Raises ValueError for a naive datetime, since which instant it means can't be known, and for one whose
    UTC time lies outside the years 1 to 9999.
    """
    if when.tzinfo is None:
        raise ValueError("a naive datetime has no UTC time")
    try:
        return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
    except OverflowError:
        raise ValueError(f"{when.isoformat()} has no UTC time between the years 1 and 9999") from None
