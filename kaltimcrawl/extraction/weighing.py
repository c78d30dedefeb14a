"""Times told in several places, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, timedelta, tzinfo

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.dates import DateReading
from kaltimcrawl.extraction.moment import Moment, moved

_SAME_MINUTE = timedelta(seconds=61)


def first_to_minute(moments: list[Moment]) -> Moment | None:
    """The first moment; where it gives only the day, the first that gives that day's minute."""
    if not moments:
        return None
    first = moments[0]
    if first.reading.precision == "minute":
        return first
    return next(
        (
            moment
            for moment in moments
            if moment.reading.precision == "minute" and is_of_day(moment.reading, first.reading)
        ),
        first,
    )


def is_of_day(one: DateReading, day: DateReading) -> bool:
    """Whether a time is of a day, at its own place or, where its offset is told, by UTC."""
    days = {one.when.date(), *((one.when.astimezone(UTC).date(),) if one.zone_stated else ())}
    return day.when.date() in days


def turned(moment: Moment, claims: Iterable[Moment]) -> Moment:
    """`moment`, month and day in the order by which it is of a claimed day: "03/12/2026" may be either."""
    when = moment.reading.when
    if any(
        (claim.reading.when.month, claim.reading.when.day) == (when.day, when.month) != (when.month, when.day)
        and claim.reading.when.year == when.year
        for claim in claims
    ):
        return moved(moment, when.replace(month=when.day, day=when.month))
    return moment


def with_zone(chosen: Moment | None, dated: Iterable[Moment], claims: Iterable[Moment]) -> Moment | None:
    """`chosen`, or the claim of the same time that tells its zone, where that one doesn't: of `dated` for a
    printed one, else of `claims`.
    """
    if chosen is None or chosen.reading.zone_stated or chosen.reading.precision == "day":
        return chosen
    claims = dated if chosen.printed else claims
    clock = chosen.reading.when.replace(tzinfo=None, second=0, microsecond=0)
    same = (
        claim
        for claim in claims
        if claim.reading.zone_stated
        and claim.reading.when.replace(tzinfo=None, second=0, microsecond=0) == clock
    )
    return next(same, chosen)


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
