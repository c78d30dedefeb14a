"""A walk through a portal's lists by date: a day's list after the other, the newest day first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kaltimcrawl.discovery.archives import DateArchive
from kaltimcrawl.spiders.listings import ListingWalk
from kaltimcrawl.spiders.walk import DoorReader, Reach

MAX_EMPTY_DAYS = 60
"""Days in a row without an article, after which a portal is taken to have begun later."""

MAX_DAYS = 20_000
_DAY = timedelta(days=1)


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
        reach = Reach()
        empty = 0
        for _ in range(MAX_DAYS):
            if day < first or empty >= MAX_EMPTY_DAYS:
                return Reach(reach.is_read, reach.meets_known, is_whole=True)
            if self._reader.has_enough():
                return reach
            found = await self._listings.read(archive.of(day), door=door)
            if not found.is_read:
                return reach
            reach = Reach(is_read=True, meets_known=found.meets_known)
            empty = empty + 1 if found.named == 0 else 0
            if self._reader.is_updating and found.meets_known and day < self._today():
                return reach
            day -= _DAY
        return reach

    def _today(self) -> date:
        return datetime.now(UTC).astimezone(self._reader.crawl.portal.timezone).date()

    def _range(self) -> tuple[date, date]:
        """The newest and the oldest day that the run asks for, in the portal's zone."""
        options, zone = self._reader.crawl.options, self._reader.crawl.portal.timezone
        until = options.until.astimezone(zone).date() if options.until else self._today()
        since = options.since.astimezone(zone).date() if options.since else date(1990, 1, 1)
        return min(until, self._today()), since
