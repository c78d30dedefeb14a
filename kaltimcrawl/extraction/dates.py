"""Dates as portals print them: "Senin, 12 Mei 2025 | 14:30 WITA", "Jum'at, 3 Agst 2021", "3 jam yang lalu".

A fast path reads ISO, RFC 2822 and the Indonesian and English forms; dateparser stands behind it, always
with Indonesian and day before month. Zones: WIB +07:00, WITA +08:00, WIT +09:00 (Keppres 41/1987).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Literal

from kaltimcrawl.times import read_machine_time

Precision = Literal["minute", "day"]
EARLIEST_YEAR = 1990

ZONES = {
    "wib": timezone(timedelta(hours=7)),
    "wita": timezone(timedelta(hours=8)),
    "wit": timezone(timedelta(hours=9)),
    "gmt": UTC,
    "utc": UTC,
}

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agt ags agst agu aug agus",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ZONE = r"(?:\(?(?P<zone>wita|wib|wit|gmt|utc)\b\)?(?:\s*(?P<offset>[+-]\d{1,2}))?)?"
_TIME = re.compile(
    rf"(?<![\d.,/:-])(?P<hour>[01]?\d|2[0-3])\s?[:.]\s?(?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?![\d/]|[.,:]\d)\s*(?P<half>[ap]\.?m\b\.?)?\s*{_ZONE}",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s./-]{{0,3}}(?P<month>{_MONTH})\b[\s.,/'’-]{{0,3}}(?P<year>\d{{4}}|\d{{2}}(?![\d:.]))",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?\s{{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})(?!\d)"
)
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?!\d)")
_ISO_WITHIN = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]+\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?(?!\d)"
)
_LOOSE_MACHINE = re.compile(
    r"(\d{4})[-/](\d{2})[-/](\d{2})[T ]{1,3}(\d{2}:\d{2}(?::\d{2})?)\s?(Z|WIB|WITA|WIT|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?P<count>\d{1,3}|se)\s?(?P<unit>detik|menit|jam|hari|minggu|pekan|bulan|tahun|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\s+(?:yang\s+|yg\s+)?(?:lalu|ago)\b",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\b(?P<word>kemarin|hari\s+ini|yesterday|today|baru\s+saja|just\s+now)\b", re.IGNORECASE)
_SECONDS = {
    "detik": 1,
    "second": 1,
    "menit": 60,
    "minute": 60,
    "jam": 3600,
    "hour": 3600,
    "hari": 86400,
    "day": 86400,
    "minggu": 604800,
    "pekan": 604800,
    "week": 604800,
    "bulan": 2629746,
    "month": 2629746,
    "tahun": 31556952,
    "year": 31556952,
}
_RFC2822 = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun),?\s+\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|gmt|ut|utc)",
    re.IGNORECASE,
)
_ZONE_WITHIN = re.compile(
    r"(?<=\d)(?:WIB|WITA|WIT)(?=\d)"
)  # "2019-09-28WIB19:17:34+07:00", an Indonesian PHP date format
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date read from text."""

    when: datetime
    """Aware; midnight where the text names no time."""
    raw: str
    precision: Precision
    zone_stated: bool
    """Whether the text itself names the zone or offset."""


def read_date(text: str, zone: tzinfo, now: datetime | None = None) -> DateReading | None:
    """The date that `text` holds, or None. Day stands before month where only numbers stand.

    `zone` is that of texts that name none. `now` (aware) is what "3 jam yang lalu" counts from; without it
    such texts give None, for when they were written can't be known.

    >>> from zoneinfo import ZoneInfo
    >>> read_date("Senin, 12 Mei 2025 | 14:30 WITA", ZoneInfo("Asia/Makassar")).when.isoformat()
    '2025-05-12T14:30:00+08:00'
    >>> read_date("Jum’at, 12 Agustus 2022", ZoneInfo("Asia/Makassar")).precision
    'day'
    """
    text = _ZONE_WITHIN.sub(" ", " ".join(text.split()))
    if not 4 <= len(text) <= _LONGEST or (
        not any(character.isdigit() for character in text) and not _NEAR.search(text) and "se" not in text
    ):
        return None
    return _read_machine(text, zone) or _read_printed(text, zone) or _read_relative(text, zone, now)


def read_date_slowly(text: str, zone: tzinfo) -> DateReading | None:
    """The date that dateparser sees in `text`: for what must be a date and `read_date` can't read."""
    import dateparser  # its first call loads for 80 ms: only pages that need it pay

    if not 6 <= len(text) <= 80 or not any(character.isdigit() for character in text):
        return None
    settings = {
        "DATE_ORDER": "DMY",
        "PREFER_DAY_OF_MONTH": "first",
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
    }
    when = dateparser.parse(text, languages=["id"], settings=settings)
    if when is None or not EARLIEST_YEAR <= when.year <= 2100:
        return None
    has_time = _TIME.search(text) is not None
    aware = when if when.tzinfo else when.replace(tzinfo=zone)
    return DateReading(aware, text, "minute" if has_time else "day", when.tzinfo is not None)


def _read_machine(text: str, zone: tzinfo) -> DateReading | None:
    within = _ISO_WITHIN.search(text)
    loose = None if within else _LOOSE_MACHINE.search(text)
    if loose:
        year, month, day, time, mark = loose.groups()
        named = ZONES.get((mark or "").lower())
        stamp = f"{year}-{month}-{day}T{time}" + ("" if named or not mark else mark)
        when = read_machine_time(stamp, named or zone)
        return _checked(when, text, "minute", bool(mark))
    if within is None:
        when = read_machine_time(text, zone) if _RFC2822.fullmatch(text) else None
        return _checked(when, text, "minute", True) if when else None
    stamp = re.sub(r"\s+", "T", within.group().replace("T ", "T").replace(" T", "T"), count=1)
    stamp = stamp.replace("T+", "+").replace("T-", "-") if stamp.count("T") > 1 else stamp
    tail = _TIME.search(text[within.start() :])
    named = ZONES.get((tail.group("zone") or "").lower()) if tail else None
    when = read_machine_time(stamp, named or zone)
    return _checked(
        when, text, "minute", bool(named) or bool(re.search(r"(?:Z|[+-]\d{2}:?\d{2})$", stamp[16:]))
    )


def _read_printed(text: str, zone: tzinfo) -> DateReading | None:
    for form in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _NUMERIC):
        found = form.search(text)
        if found is None:
            continue
        month = _MONTHS.get(found["month"].lower()) or _number(found["month"])
        year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
        time = _time_beside(text, found.start(), found.end())
        reading = _built(year, month, int(found["day"]), time, text, zone)
        if reading:
            return reading
    return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _time_beside(text: str, start: int, end: int) -> re.Match[str] | None:
    """The time that goes with a date: the first shortly after it, else the last shortly before it."""
    after = _TIME.search(text, end)
    if after and after.start() - end <= 40:
        return after
    before = [time for time in _TIME.finditer(text, 0, start)]
    return before[-1] if before and start - before[-1].end() <= 20 else None


def _built(
    year: int, month: int, day: int, time: re.Match[str] | None, text: str, zone: tzinfo
) -> DateReading | None:
    hour = minute = 0
    stated: tzinfo | None = None
    if time:
        hour, minute = int(time["hour"]), int(time["minute"])
        half = (time["half"] or "").lower().replace(".", "")
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        stated = _zone_of(time)
    try:
        when = datetime(year, month, day, hour, minute, tzinfo=stated or zone)
    except ValueError:
        return None
    return _checked(when, text, "minute" if time else "day", stated is not None)


def _zone_of(time: re.Match[str]) -> tzinfo | None:
    name = (time["zone"] or "").lower()
    if name in ("gmt", "utc") and time["offset"]:
        hours = int(time["offset"])
        return timezone(timedelta(hours=hours)) if -12 <= hours <= 14 else None
    return ZONES.get(name)


def _read_relative(text: str, zone: tzinfo, now: datetime | None) -> DateReading | None:
    if now is None:
        return None
    here = now.astimezone(zone)
    ago = _AGO.search(text)
    if ago:
        count = 1 if ago["count"].lower() == "se" else int(ago["count"])
        unit = ago["unit"].lower()
        seconds = _SECONDS.get(unit) or _SECONDS[unit.rstrip("s")]
        precision: Precision = "minute" if seconds <= 3600 else "day"
        when = here - timedelta(seconds=count * seconds)
        return _checked(when.replace(second=0, microsecond=0), text, precision, False)
    near = _NEAR.search(text)
    if near is None:
        return None
    day = here - timedelta(days=1) if near["word"].lower() in ("kemarin", "yesterday") else here
    return _built(day.year, day.month, day.day, _TIME.search(text, near.end()), text, zone)


def _checked(when: datetime | None, raw: str, precision: Precision, zone_stated: bool) -> DateReading | None:
    if when is None or not EARLIEST_YEAR <= when.year <= 2100:
        return None
    return DateReading(when, raw, precision, zone_stated)


def stated_zone(text: str) -> tzinfo | None:
    """The Indonesian zone that a text with a time names (WIB, WITA, WIT), or None."""
    for time in _TIME.finditer(text[:2000]):
        name = (time["zone"] or "").lower()
        if name in ("wib", "wita", "wit"):
            return ZONES[name]
    return None
