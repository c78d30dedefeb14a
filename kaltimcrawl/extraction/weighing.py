"""Times told in several places, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.dates import DateReading
from kaltimcrawl.extraction.moment import Moment, is_stamp, moved

_SAME_MINUTE = timedelta(seconds=61)
_HALF_DAY = timedelta(hours=12)
_LONGEST_CACHED = timedelta(minutes=30)
"""How long a page may lie in a cache before it is sent."""
_AT_ONCE = timedelta(minutes=2)
_FARTHEST_WEST, _FARTHEST_EAST = timedelta(hours=12), timedelta(hours=14)
_STEP_OF_OFFSETS, _HOUR = timedelta(minutes=15), timedelta(hours=1)
_MIDNIGHT, _MONTHS = time(), 12
_NUMBERS_ALONE = re.compile(r"(?<![\d/.-])\d\d?([/.-])\d\d?\1\d\d(?:\d\d)?(?!\d)")
"""A date that has its month by number, and no order that its form would tell."""


def first_to_minute(moments: list[Moment]) -> Moment | None:
    """The first moment; where it gives only the day, the first that gives that day's minute.

    A claim of midnight is a day too, as systems write it that keep no time, unless another place says so.
    """
    if not moments:
        return None
    first = moments[0]
    if first.reading.precision == "minute" and not is_midnight(first):
        return first
    of_day = [
        moment
        for moment in moments[1:]
        if moment.reading.precision == "minute"
        and not (is_midnight(first) and is_midnight(moment))
        and is_of_day(moment.reading, first.reading)
    ]
    if first.reading.precision == "minute" and any(_is_same(first, moment) for moment in of_day):
        return first
    return next(iter(sorted(of_day, key=is_midnight)), first)


def is_of_request(claim: Moment, captured: datetime | None) -> bool:
    """Whether a claim tells when the page was made for its reader, at the capture or shortly before it."""
    return (
        captured is not None
        and claim.reading.precision == "minute"
        and timedelta(0) <= captured + _SAME_MINUTE - claim.reading.when <= _LONGEST_CACHED
    )


def without_clock(claims: list[Moment], printed: Iterable[Moment], captured: datetime | None) -> list[Moment]:
    """`claims` without those that may be the page's clock, where a printed date is clearly older than they.

    Half a day apart, no offset that a portal leaves out or gets wrong accounts for it.
    """
    clocks = [claim for claim in claims if is_of_request(claim, captured)]
    first = next(iter(printed), None) if clocks else None
    if first is None or captured is None:
        return claims
    if first.reading.precision == "day":  # less sure to be that of publication
        clocks = [claim for claim in clocks if captured - claim.reading.when <= _AT_ONCE]
    end = first.reading.when + (timedelta(days=1) if first.reading.precision == "day" else timedelta(0))
    is_older = bool(clocks) and all(claim.reading.when - end >= _HALF_DAY for claim in clocks)
    return [claim for claim in claims if claim not in clocks] if is_older else claims


def is_midnight(claim: Moment) -> bool:
    """Whether the time of a claim, or of an element's stamp, is the first second of its day where it is."""
    return (not claim.printed or is_stamp(claim.reading.raw)) and claim.reading.when.time() == _MIDNIGHT


def _is_same(one: Moment, other: Moment) -> bool:
    return abs(one.reading.when - other.reading.when) <= _SAME_MINUTE


def is_of_day(one: DateReading, day: DateReading) -> bool:
    """Whether a time is of a day, at its own place or, where its offset is told, by UTC."""
    days = {one.when.date(), *((one.when.astimezone(UTC).date(),) if one.zone_stated else ())}
    return day.when.date() in days


def turned(moment: Moment, claims: Iterable[Moment]) -> Moment:
    """`moment`, month and day in the order by which it is of a claimed day: "03/12/2026" may be either.

    It is settled by what can be read in one way alone, and in a claim by what is printed.
    """
    when = moment.reading.when
    if when.day == when.month or not is_of_either_order(moment):
        return moment
    if any(
        (claim.reading.when.month, claim.reading.when.day) == (when.day, when.month)
        and claim.reading.when.year == when.year
        and (not is_of_either_order(claim) or (claim.printed and not moment.printed))
        for claim in claims
    ):
        return other_way(moment)
    return moment


def other_way(moment: Moment) -> Moment:
    """`moment` with its day and month exchanged."""
    when = moment.reading.when
    return moved(moment, when.replace(month=when.day, day=when.month))


def is_of_either_order(moment: Moment) -> bool:
    """Whether the text of a moment has its day and month by numbers, either of which may be the month."""
    return moment.reading.when.day <= _MONTHS and _NUMBERS_ALONE.search(moment.reading.raw) is not None


def with_zone(
    chosen: Moment | None,
    dated: Iterable[Moment],
    claims: Iterable[Moment],
    others: Iterable[Moment] = (),
) -> Moment | None:
    """`chosen`, or the claim of the same time that tells its zone, where that one doesn't: of `dated` for a
    printed one, else of `claims` or `others`. Where none is, `chosen` with the offset by which a claim, or
    one of the others by whole hours, is the same instant.
    """
    if chosen is None or chosen.reading.zone_stated or chosen.reading.precision == "day":
        return chosen
    claims, others = list(claims), list(others)
    clock = _clock_of(chosen)
    for claim in dated if chosen.printed else (*claims, *others):
        if claim.reading.zone_stated and _clock_of(claim) == clock:
            return claim
    offsets = (
        _offset_of(clock, claim, step)
        for some, step in ((claims, _STEP_OF_OFFSETS), (others, _HOUR))
        for claim in some
        if claim.reading.zone_stated
    )
    offset = next((offset for offset in offsets if offset is not None), None)
    if offset is None:
        return chosen
    placed = moved(chosen, chosen.reading.when.replace(tzinfo=timezone(offset)))
    return replace(placed, reading=replace(placed.reading, zone_stated=True))


def _clock_of(moment: Moment) -> datetime:
    return moment.reading.when.replace(tzinfo=None, second=0, microsecond=0)


def _offset_of(clock: datetime, claim: Moment, step: timedelta) -> timedelta | None:
    """How far a clock without an offset is ahead of UTC if it tells the instant of a claim; None where that
    is no offset of any place, by steps of `step`, or the claim is the same clock, called UTC's.
    """
    when = claim.reading.when
    if claim.reading.precision == "day":
        return None
    offset = clock - when.astimezone(UTC).replace(tzinfo=None, second=0, microsecond=0)
    is_one = -_FARTHEST_WEST <= offset <= _FARTHEST_EAST and not offset % step
    return offset if is_one and (offset or when.utcoffset()) else None


def with_dissent(chosen: Moment | None, others: Iterable[Moment | None], zone: tzinfo) -> Moment | None:
    """`chosen` with the moments that tell another minute, or another day where one gives no minute."""
    if chosen is None:
        return None
    dissent = tuple(
        Claim(other.place, other.reading.raw)
        for other in others
        if other is not None and _differ(chosen.reading, other.reading, zone)
    )
    return replace(chosen, disagreeing=dissent) if dissent else chosen


def _differ(one: DateReading, other: DateReading, zone: tzinfo) -> bool:
    if one.precision == other.precision == "minute":
        return abs(one.when - other.when) > _SAME_MINUTE
    return one.when.astimezone(zone).date() != other.when.astimezone(zone).date()
