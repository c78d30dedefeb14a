"""A walk through a portal's lists by date: a day's list after the other, the newest day first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kaltimcrawl.discovery.archives import DateArchive
from kaltimcrawl.spiders.listings import ListingWalk
from kaltimcrawl.spiders.walk import DoorReader, Reach

MAX_EMPTY_DAYS = 60
"""Days in a row without an article, after which a portal is taken to have begun later."""

MAX_FAILED_DAYS = 3
"""Days in a row whose list fails, after which the lists are left until the next run."""

_DAY = timedelta(days=1)
_NOTHING = (
    f"no article in the lists of {MAX_EMPTY_DAYS} days; if the portal stopped before that, "
    "crawl it with --until and the day of its last article"
)


class DateArchiveWalk:
    """Reads the lists by date of a portal."""

    def __init__(self, reader: DoorReader, listings: ListingWalk) -> None:
        self._reader = reader
        self._listings = listings

    async def read(self, template: str) -> Reach:
        """How far the lists were read, from today or the run's end back to its beginning.

        An update stops at the first whole day without anything new, today's not counted.
        """
        archive = DateArchive(template)
        door = self._reader.step.door(template, "archive")
        day, first = self._range()
        is_read = meets_known = has_named = False
        is_whole = True
        empty = failed = 0
        while day >= first and empty < MAX_EMPTY_DAYS:
            if failed >= MAX_FAILED_DAYS or self._reader.has_enough():
                return Reach(is_read, meets_known)
            found = await self._listings.read(archive.of(day), door=door)
            is_whole = is_whole and found.is_whole
            if found.is_read:
                is_read, meets_known, failed = True, found.meets_known, 0
                has_named = has_named or found.named > 0
                empty = 0 if found.named else empty + 1
                if self._reader.is_updating and found.meets_known and day < self._today():
                    return Reach(is_read, meets_known)
            else:
                failed += 1
            day -= _DAY
        if empty and not has_named and day >= first:
            self._reader.step.unfit(door, _NOTHING)
            is_whole = False
        return Reach(is_read, meets_known, is_whole=is_read and is_whole)

    def _today(self) -> date:
        return datetime.now(UTC).astimezone(self._reader.crawl.portal.timezone).date()

    def _range(self) -> tuple[date, date]:
        """The newest and the oldest day that the run asks for, in the portal's zone."""
        options, zone = self._reader.crawl.options, self._reader.crawl.portal.timezone
        until = options.until.astimezone(zone).date() if options.until else self._today()
        since = options.since.astimezone(zone).date() if options.since else date(1990, 1, 1)
        return min(until, self._today()), since
