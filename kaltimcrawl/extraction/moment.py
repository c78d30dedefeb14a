"""A time that a page tells, and what puts right a clock that portals stamp with the wrong offset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.dates import DateReading

_ISO_STAMP = re.compile(r"\s*\d{4}-\d\d-\d\dT[\d:.,]{4,15}(?:Z|[+-]\d\d(?::?\d\d)?)?\s*")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with its source."""

    reading: DateReading
    place: str
    printed: bool
    """Whether a reader sees it, or its day at least."""
    disagreeing: tuple[Claim, ...] = ()
    """What other places say instead."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Publication and last change."""

    published: Moment | None
    modified: Moment | None


def is_stamp(text: str) -> bool:
    """Whether a text is a time as programs write it: what an element says to machines.

    >>> is_stamp("2025-05-12T14:30:00Z"), is_stamp("Senin, 12 Mei 2025 14:30 WITA")
    (True, False)
    """
    return _ISO_STAMP.fullmatch(text) is not None


def _is_claim(moment: Moment) -> bool:
    """Whether a program alone tells a moment, in the head or in an attribute beside what is printed."""
    return moment.reading.zone_stated and (not moment.printed or is_stamp(moment.reading.raw))


def _is_of_utc(moment: Moment) -> bool:
    """Whether a moment is a program's stamp in UTC."""
    reading = moment.reading
    return reading.zone_stated and reading.when.utcoffset() == timedelta(0) and is_stamp(reading.raw)


def clock_error(published: Moment, printed: list[Moment], zone: tzinfo) -> timedelta:
    """How far a claim in UTC is off whose portal stamped local time as UTC: an offset or zero."""
    reading = published.reading
    if not _is_claim(published) or reading.when.utcoffset() != timedelta(0):
        return timedelta(0)
    wall = reading.when.replace(tzinfo=None)
    true_wall = reading.when.astimezone(zone).replace(tzinfo=None)
    seen = [moment for moment in printed if not _is_of_utc(moment)]
    is_stamped = published.printed or len(seen) < len(printed)  # the site's own clock may be UTC's
    for moment in seen:
        if is_stamped and not moment.reading.zone_stated:
            continue
        when = moment.reading.when.astimezone(zone).replace(tzinfo=None)
        if moment.reading.precision == "minute":
            if abs(when - wall) <= timedelta(minutes=2):
                return reading.when.astimezone(zone).utcoffset() or timedelta(0)
            if abs(when - true_wall) <= timedelta(minutes=2):
                return timedelta(0)
        elif wall.date() != true_wall.date() and when.date() == wall.date():
            return reading.when.astimezone(zone).utcoffset() or timedelta(0)
    return timedelta(0)


def placed(published: Moment | None, printed: list[Moment]) -> Moment | None:
    """A claim with the offset that is printed beside the same clock: portals of a chain stamp its seat's."""
    if published is None or not _is_claim(published) or published.reading.when.utcoffset() == timedelta(0):
        return published
    return _in_printed_zone(published, printed)


def as_printed(published: Moment | None, printed: list[Moment]) -> Moment | None:
    """A time said to be UTC's, with the zone that people are told beside the same clock: "7:36am EDT"."""
    if published is None or not is_stamp(published.reading.raw) or published.reading.when.utcoffset():
        return published
    return _in_printed_zone(published, printed)


def _in_printed_zone(moment: Moment, printed: list[Moment]) -> Moment:
    """A moment in the first zone of another offset that is printed beside the same clock."""
    when = moment.reading.when
    clock = when.replace(tzinfo=None, second=0, microsecond=0)
    for each in printed:
        told = each.reading.when
        if (
            each.reading.zone_stated
            and not _is_of_utc(each)
            and each.reading.precision == "minute"
            and told.utcoffset() != when.utcoffset()
            and told.replace(tzinfo=None, second=0, microsecond=0) == clock
        ):
            return moved(moment, when.replace(tzinfo=told.tzinfo))
    return moment


def shifted(moment: Moment | None, shift: timedelta) -> Moment | None:
    """A claim in UTC, less the error of its clock; others as they are."""
    if moment is None or not shift or moment.reading.when.utcoffset() != timedelta(0):
        return moment
    return moved(moment, moment.reading.when - shift)


def at_home(moment: Moment | None, zone: tzinfo) -> Moment | None:
    """The same instant with the portal's offset, where the page gave it in UTC."""
    if moment is None or moment.reading.when.utcoffset() != timedelta(0):
        return moment
    return moved(moment, moment.reading.when.astimezone(zone))


def moved(moment: Moment, when: datetime) -> Moment:
    """`moment` at another time, told by the same words."""
    old = moment.reading
    reading = DateReading(when, old.raw, old.precision, old.zone_stated)
    return Moment(reading, moment.place, moment.printed, moment.disagreeing)
