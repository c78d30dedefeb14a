"""Times of day as people and programs print them, and their zone: "14.30 WITA", "2:30 pm", "14:30+08:00"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from kaltimcrawl.extraction.datafiles import read_data

_DATA = read_data("zones.toml")
_HOURS_EAST: Mapping[str, float] = _DATA["hours"]
ZONES = {name: timezone(timedelta(hours=hours)) if hours else UTC for name, hours in _HOURS_EAST.items()}
"""Zones by their names in small letters, those of `data/zones.toml`."""
REGIONS: Mapping[str, str] = _DATA["regions"]
"""Zones whose clocks change, by their names in capitals: "et" is French for "and"."""
_LETTERS_OF_FIRM = 2
_CAPITAL = re.compile(r"\s+[^\W\d_a-z]")
_AT_HOME = ("wib", "wita", "wit")
_LONGEST_OFFSET = timedelta(hours=14)
_HALVES: Mapping[str, Mapping[str, list[str]]] = read_data("dates.toml")["halves"]
_LATE = ("p", "petang", "sore")
# The pattern begins with a digit and looks behind it afterwards: so the engine skips to the digits.
_CLOCK = re.compile(
    r"""
    (\d(?<![\d.:]\d)(?<!\d[,/-]\d)\d?)                                   # hour
    (?: (?:\s?[:.：]\s?|\s?[hH]\s?|[时時点點시]\s?)([0-5]\d)(?!\d)
        (?:[:.]([0-5]\d)(?!\d)(?:[.,](\d{1,9}))?|[分분])?(?![\d/%]|[.,:]\d)
      | (?=\s?[AaPp]\.?\s?[Mm]\b) )                                      # 2 pm
    (?:\s?[–—-]\s?\d\d?[.:]\d\d(?=\s[Ww]))?                              # 10.00-12.00 WIB
    \s?(?:([AaPp])\.?\s?(?:[Mm]\b|M(?=[a-z]))\.?|([Pp]agi|[Pp]etang|[Ss]ore)\b|[Uu]hr\b)?
    \s?[(\[]?(?:[|]{1,2}\s)?(?:([A-Za-z]{1,4})(?![A-Za-z]))?
    (?:\s?([+-])(\d\d?)(?::?(\d\d))?(?![\d:]))?
    """,
    re.VERBOSE,
)


def _one_of(halves: Mapping[str, list[str]]) -> str:
    """A pattern of the words of each half of the day, in a group by the half's name."""
    return "|".join(
        f"(?P<{half}>{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
        for half, words in halves.items()
    )


_HALF_BEHIND = re.compile(rf"[\s,(]{{0,2}}(?:{_one_of(_HALVES['behind'])})(?!\w)")
_HALF_BEFORE = re.compile(rf"(?:{_one_of(_HALVES['before'])})[\s:,]{{0,2}}$")
_REACH_BEFORE = 16
_TWELVE, _NOON_UNTIL, _EVENING_FROM = 12, 5, 6


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in a text."""

    hour: int
    """May be impossible (25)."""
    minute: int
    second: int
    microsecond: int
    zone: tzinfo | None
    """None where the text names none."""
    start: int
    """Where it stands in the text."""
    end: int


def find_clock(text: str) -> Clock | None:
    """The first time of day in `text`."""
    found = _CLOCK.search(text)
    return _read(found) if found else None


def find_last_clock(text: str) -> Clock | None:
    """The last time of day in `text`."""
    found = None
    for each in _CLOCK.finditer(text):
        found = each
    return _read(found) if found else None


def stated_zone(text: str) -> tzinfo | None:
    """The zone that a text with a time names, or None: WIB, WITA or WIT, else another place's; UTC is none's.

    >>> str(stated_zone("Senin, 12 Mei 2025 | 14.30 WIB"))
    'UTC+07:00'
    >>> str(stated_zone("2:28 p.m. EDT July 18, 2013"))
    'UTC-04:00'
    """
    names = [found[7] for found in _CLOCK.finditer(text[:2000]) if found[7]]
    at_home = (ZONES[name.lower()] for name in names if name.lower() in _AT_HOME)
    elsewhere = (_zone_called(name) for name in names if name.isupper())
    return next(at_home, None) or next((zone for zone in elsewhere if zone not in (None, UTC)), None)


def is_at_home(zone: tzinfo) -> bool:
    """Whether a zone is one that a text names as Indonesia's.

    >>> is_at_home(ZONES["wib"]), is_at_home(ZONES["edt"])
    (True, False)
    """
    return any(zone is ZONES[name] for name in _AT_HOME)


def _read(found: re.Match[str]) -> Clock:
    hour, minute, second, fraction, half, word, name, sign, hours, minutes = found.groups()
    return Clock(
        _hour_of(found, int(hour), (half or word or "").lower()),
        int(minute or 0),
        int(second or 0),
        int(fraction[:6].ljust(6, "0")) if fraction else 0,
        _zone_of(found, name, sign, hours, minutes) if name or sign else None,
        found.start(),
        found.end(),
    )


def _hour_of(found: re.Match[str], hour: int, half: str) -> int:
    """The hour of 24."""
    if not 1 <= hour <= 12:  # "20.15 PM" is a theme's format, its clock of 24 hours
        return hour
    if half:
        is_late = half in _LATE
    else:
        told = _half_beside(found)
        if told is None:
            return hour
        is_late = _is_late(told, hour)
    return hour % 12 + (12 if is_late else 0)


def _half_beside(found: re.Match[str]) -> str | None:
    """What a word beside a time tells of the day's half: "late", "early", "noon" or "night"."""
    text = found.string
    end = max(found.end(1), found.end(2), found.end(3))
    told = _HALF_BEHIND.match(text, end)
    if told is None and not text.isascii():
        start = found.start()
        told = _HALF_BEFORE.search(text, max(0, start - _REACH_BEFORE), start)
    return told.lastgroup if told is not None else None


def _is_late(told: str, hour: int) -> bool:
    """Whether an hour of twelve is one of the day's second half: noon's 12 to 5, the night's 6 to 11."""
    if told == "noon":
        return hour == _TWELVE or hour <= _NOON_UNTIL
    if told == "night":
        return _EVENING_FROM <= hour < _TWELVE
    return told == "late"


def _zone_of(
    found: re.Match[str], name: str | None, sign: str | None, hours: str | None, minutes: str | None
) -> tzinfo | None:
    named = _zone_called(name) if name else None
    if isinstance(named, ZoneInfo):
        return named if sign is None and not _begins_name(found) else None
    if sign is None or hours is None or (name and named is not UTC):
        return named
    if name is None:
        is_glued = found.string[found.start(8) - 1] != " "
        if (len(hours) < 2 and not (minutes and is_glued)) or not (minutes or is_glued):
            return None  # "14.30 - 12 komentar"; but "T14:30-500" is a program's
        # "10:00-12:00" is a span of hours, "2025-05-12T10:00-05:00" an offset.
        if sign == "-" and found[3] is None and found.string[found.start() - 1 : found.start()] not in "Tt":
            return None
    return _offset(sign, hours, minutes or "0") or named


@lru_cache(256)
def _begins_name(found: re.Match[str]) -> bool:
    """Whether two letters behind a clock of 24 hours begin the name of a firm or street: "14.30 PT Hulu"."""
    return (
        found[5] is None
        and len(found[7]) == _LETTERS_OF_FIRM
        and _CAPITAL.match(found.string, found.end(7)) is not None
    )


def _zone_called(name: str) -> tzinfo | None:
    """The zone of a name: of `data/zones.toml`, a region's in capitals alone."""
    region = REGIONS.get(name)
    return ZoneInfo(region) if region is not None else ZONES.get(name.lower())


def _offset(sign: str, hours: str, minutes: str) -> timezone | None:
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset > _LONGEST_OFFSET:
        return None
    return timezone(-offset if sign == "-" else offset)
