"""A walk through a listing: page after page, until one brings nothing new or passes the date asked for."""

from __future__ import annotations

from kaltimcrawl.discovery import Listing, read_listing
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.spiders.doorstep import Answered, NoSuchPage
from kaltimcrawl.spiders.walk import DoorReader, Reach
from kaltimcrawl.storage import KnownDoor

MAX_PAGES = 1_000
_PAGES_OF_KNOWN = 3
"""A listing that other doors have named all of is left after so many pages without anything new."""


class ListingWalk:
    """Reads listings of a portal."""

    def __init__(self, reader: DoorReader) -> None:
        self._reader = reader
        self._step = reader.step
        self._crawl = reader.crawl

    async def take_home(self, answer: Answered) -> str | None:
        """Takes the home page, already asked, as a listing; its next page, if that is to be read.

        It isn't where the home page names no article, nor, for an update, where it names none that is new.
        Raises `DiscoveryError` for an empty one.
        """
        listing = self._listed(answer)
        came = await self._reader.admit(listing.candidates, answer)
        self._step.note(answer.door, is_new=came.unknown > 0)
        is_wanted = came.unknown if self._reader.is_updating else came.named
        return listing.next_url if is_wanted else None

    async def read(self, first: str, *, stops_at_known: bool = False, door: KnownDoor | None = None) -> Reach:
        """How far the listing was read; `door` is the one that it belongs to, where it isn't one itself: then
        it may be missing, and has named nothing.

        An update stops at the first page without anything new. A first reading goes on to the end, since an
        earlier run may have been cut short; `stops_at_known`, where another door has named everything, lets
        it stop too.
        """
        is_part = door is not None
        door = door or self._step.door(first, "listing")
        url: str | None = first
        asked: set[str] = set()
        seen: set[str] = set()
        known_pages = named = 0
        reach = Reach()
        while url is not None and url not in asked and len(asked) < MAX_PAGES:
            if self._reader.has_enough():
                return reach
            asked.add(url)
            try:  # a last page may link to one that isn't there
                answer = await self._step.open(door, url, may_be_missing=is_part or url != first)
            except NoSuchPage:
                return Reach(True, reach.meets_known or not reach.is_read, is_whole=True, named=named)
            if answer is None:
                return reach
            if answer.is_unchanged and self._reader.is_updating:
                self._step.note(door, is_new=False)
                return Reach(is_read=True, meets_known=True)
            try:
                listing = self._listed(answer)
            except DiscoveryError as error:
                self._step.unreadable(answer, error)
                return reach
            candidates = [candidate for candidate in listing.candidates if candidate.key not in seen]
            seen.update(candidate.key for candidate in candidates)
            came = await self._reader.admit(candidates, answer)
            if url == first:
                self._step.remember(answer, is_new=came.unknown > 0)
            known_pages = 0 if came.unknown else known_pages + 1
            meets_known = not came.unknown
            named += came.named
            reach = Reach(is_read=True, meets_known=meets_known, named=named)
            if not candidates or self._reader.passes_since(candidates):
                return Reach(is_read=True, meets_known=meets_known, is_whole=True, named=named)
            if meets_known and (
                self._reader.is_updating or (stops_at_known and known_pages >= _PAGES_OF_KNOWN)
            ):
                return reach
            url = listing.next_url
        return Reach(reach.is_read, reach.meets_known, is_whole=url is None, named=named)

    def _listed(self, answer: Answered) -> Listing:
        portal, response = self._crawl.portal, answer.response
        return read_listing(response.body, response.url, portal.doors, portal.home, answer.encoding)
