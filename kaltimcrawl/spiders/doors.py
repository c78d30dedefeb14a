"""Which of a portal's doors are asked, and in which order: the cheapest that suffice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urljoin

from kaltimcrawl.discovery import read_home, read_robots_sitemaps
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.portals import Doors
from kaltimcrawl.spiders.archives import DateArchiveWalk
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.spiders.doorstep import Doorstep
from kaltimcrawl.spiders.fetch import Fetcher
from kaltimcrawl.spiders.listings import ListingWalk
from kaltimcrawl.spiders.posts import PostsWalk
from kaltimcrawl.spiders.sitemaps import SitemapWalk
from kaltimcrawl.spiders.walk import DoorReader
from kaltimcrawl.storage import DoorKind


class DoorWalk:
    """Reads the doors a portal declares; where it declares none, those that home page and robots.txt name."""

    def __init__(self, crawl: PortalCrawl, fetcher: Fetcher, robots_body: Callable[[str], bytes]) -> None:
        self._crawl = crawl
        self._portal = crawl.portal
        self._options = crawl.options
        self._robots_body = robots_body
        self._step = Doorstep(crawl, fetcher)
        reader = DoorReader(crawl, self._step)
        self._reader = reader
        self._sitemaps = SitemapWalk(reader)
        self._posts = PostsWalk(reader)
        self._listings = ListingWalk(reader)
        self._archives = DateArchiveWalk(reader, self._listings)
        self._after_home: str | None = None
        """The page after the home page, where that was found to be a list that goes on."""

    @property
    def is_shut(self) -> bool:
        """Whether every door that was asked failed."""
        return self._step.failed > 0 and self._step.opened == 0

    async def run(self) -> None:
        """Returns when the doors are read, or the run has enough or is over."""
        doors = self._portal.doors
        is_declared = bool(
            doors.feeds or doors.sitemaps or doors.wordpress or doors.listings or doors.archives
        )
        if self._options.command == "update":
            if not is_declared and self._is_due(self._portal.home, "home"):
                doors = await self._find_doors()
                if doors.sitemaps or doors.wordpress:
                    doors, self._after_home = replace(doors, listings=()), None
            await self._update(doors)
            return
        if not is_declared:
            doors = await self._find_doors()
        await self._read_back(doors, is_declared)

    async def _update(self, doors: Doors) -> None:
        """Feeds first. The others where there is no feed, where feeds may have missed something, and now and
        then: a sitemap also tells of changes."""
        is_enough = self._step.has_feed = bool(doors.feeds)
        for url in doors.feeds:
            if self._is_due(url, "feed"):
                reach = await self._reader.read_feed(url)
                is_enough = is_enough and reach.meets_known
        if doors.wordpress and (not is_enough or self._is_due(doors.wordpress, "rest")):
            is_enough = (await self._posts.read(doors.wordpress)).meets_known or is_enough
        for url in doors.sitemaps:
            if not is_enough or self._is_due(url, "sitemap"):
                await self._sitemaps.read(url)
        for url in doors.listings:
            if not is_enough or self._is_due(url, "listing"):
                await self._listings.read(url)
        for template in doors.archives:
            if not is_enough or self._is_due(template, "archive"):
                await self._archives.read(template)
        if not is_enough:
            await self._read_after_home()

    async def _read_back(self, doors: Doors, is_declared: bool) -> None:
        """All that the run's bounds ask for. REST and sitemaps name everything that they have, with dates;
        where neither told all, listings are walked to their end, and else declared ones only at their top."""
        has_all = False
        self._step.has_feed = bool(doors.feeds)
        for url in doors.feeds:
            await self._reader.read_feed(url)
        if doors.wordpress:
            has_all = (await self._posts.read(doors.wordpress)).is_whole
        for url in doors.sitemaps:
            has_all = (await self._sitemaps.read(url)).is_whole or has_all
        if doors.archives and not has_all:
            reaches = [await self._archives.read(template) for template in doors.archives]
            has_all = all(reach.is_whole for reach in reaches)
        if is_declared or not has_all:
            for url in doors.listings:
                await self._listings.read(url, stops_at_known=has_all)
        if not has_all:
            await self._read_after_home()

    async def _read_after_home(self) -> None:
        if self._after_home is not None:
            await self._listings.read(self._after_home, door=self._step.door(self._portal.home, "home"))

    def _is_due(self, url: str, kind: DoorKind) -> bool:
        return self._options.ask_all or self._step.door(url, kind).is_due(datetime.now(UTC))

    async def _find_doors(self) -> Doors:
        """The doors that the home page and robots.txt name.

        The home page itself is read as a listing. Where it names no other door, two usual places are tried,
        and no more: some portals shut for good to a robot that guesses.
        """
        declared = self._portal.doors
        door = self._step.door(self._portal.home, "home")
        home = await self._step.open(door, is_conditional=False)
        if home is None:
            return declared
        try:
            found = read_home(home.response.body, home.response.url, home.encoding)
            after_home = await self._listings.take_home(home)
        except DiscoveryError as error:
            self._step.unreadable(home, error)
            return declared
        url = home.response.url
        sitemaps = tuple(read_robots_sitemaps(self._robots_body(url), url)) or found.sitemaps
        if not (found.feeds or sitemaps or found.wordpress):
            feed = await self._reader.read_feed(urljoin(self._portal.home, "/feed/"), is_guess=True)
            sitemap = await self._sitemaps.read(urljoin(self._portal.home, "/sitemap.xml"), is_guess=True)
            is_enough = self._options.command == "update" and (feed.is_read or sitemap.is_read)
            if is_enough or sitemap.is_whole:
                return declared
        self._after_home = after_home
        return replace(
            declared,
            feeds=found.feeds,
            sitemaps=sitemaps,
            wordpress=found.wordpress,
            listings=found.listings,
        )
