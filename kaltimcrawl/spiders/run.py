"""Several portals crawled in one process, each by its own spider."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from kaltimcrawl.errors import KaltimcrawlError
from kaltimcrawl.portals import Portal
from kaltimcrawl.schedule import Revisits
from kaltimcrawl.spiders.crawl import PortalCrawl, note_resting
from kaltimcrawl.spiders.options import CrawlOptions, PortalResult, Watcher
from kaltimcrawl.spiders.pace import HostRest, Pace
from kaltimcrawl.spiders.rendering import lack_of_rendering
from kaltimcrawl.spiders.revisits import read_revisits
from kaltimcrawl.spiders.spider import PortalSpider, kept_rests
from kaltimcrawl.storage import Archive, ArchiveLock, rest_of
from kaltimcrawl.times import utc_text

__all__ = ["CrawlOptions", "PortalResult", "Watcher", "crawl_portals"]

MAX_PORTALS = 64
"""Portals crawled at a time: each is asked about once a second, so that one that hangs holds up no other."""

logger = logging.getLogger(__name__)


def crawl_portals(
    portals: Sequence[Portal],
    folder: Path,
    options: CrawlOptions,
    watcher: Watcher | None = None,
    verbose: bool = False,
) -> list[PortalResult]:
    """What became of each portal, in the order given; at most `MAX_PORTALS` crawl at a time.

    Holds the archive's lock meanwhile: raises `ArchiveBusy` where another run has it. An error in one portal
    doesn't end the others. SIGINT and SIGTERM stop all within seconds: their runs, and those whose turn had
    not come, count as stopped; a second signal ends the program as it stands. Can be called once a process,
    since Twisted's reactor runs once.
    """
    with ArchiveLock(folder):
        _spare_the_collector()
        process = _Process(_settings(verbose))
        conductor = _Conductor(process, folder, options, watcher, read_revisits(process.settings))
        task = asyncio.get_event_loop().create_task(conductor.run(portals))
        task.add_done_callback(process.finish)
        process.start(stop_after_crawl=False)
        results = conductor.results(portals)
    if task.done():
        task.result()  # raises what the watcher raised
    return results


def _spare_the_collector() -> None:
    """Has Python look for reference cycles less often.

    What has been imported stays; trees of pages are no cycles, and there are thousands of objects to each, so
    that at the default of 700 the collector would run several times a page and find nothing.
    """
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


def _settings(verbose: bool) -> Settings:
    settings = Settings()
    settings.setmodule("kaltimcrawl.spiders.settings", priority="project")
    # What fails of a portal stands in crawl_errors; only bugs are shown unasked.
    settings.set("LOG_LEVEL", "INFO" if verbose else "ERROR", priority="cmdline")
    return settings


class _Process(AsyncCrawlerProcess):
    """Scrapy's process, which also remembers that a signal asked it to stop."""

    is_stopping = False

    async def stop(self) -> None:
        """Stops all spiders, and lets no further one begin."""
        self.is_stopping = True
        await super().stop()

    def finish(self, _: object) -> None:
        """Ends `start`."""
        self._stop_reactor()


class _Conductor:
    """Gives each portal its turn."""

    def __init__(
        self,
        process: _Process,
        folder: Path,
        options: CrawlOptions,
        watcher: Watcher | None,
        revisits: Revisits,
    ) -> None:
        self._process = process
        self._folder = folder
        self._options = options
        self._watcher = watcher
        self._revisits = revisits
        self._deadline = monotonic() + options.max_time.total_seconds() if options.max_time else None
        self._uncrawled: dict[str, PortalResult] = {}
        self._crawls: dict[str, PortalCrawl | None] = {}
        self._pace = Pace(self._kept_rests())
        self._turns = asyncio.Semaphore(MAX_PORTALS)

    def _kept_rests(self) -> list[HostRest]:
        if self._options.ask_all:
            return []
        with Archive.open(self._folder) as archive:
            return kept_rests(archive)

    def results(self, portals: Sequence[Portal]) -> list[PortalResult]:
        """A result for each portal, once the process is over; those without a turn count as stopped."""
        return [self._result(portal) for portal in portals]

    def _result(self, portal: Portal) -> PortalResult:
        if portal.slug in self._uncrawled:
            return self._uncrawled[portal.slug]
        if portal.slug not in self._crawls:
            return PortalResult(portal.slug, "stopped")
        crawl = self._crawls[portal.slug]
        if crawl is None:
            return PortalResult(portal.slug, "failed", errors=1)
        return crawl.close(is_stopped=True, stats={})  # a second signal leaves a crawl open

    async def run(self, portals: Sequence[Portal]) -> None:
        """Returns when every portal has had its turn."""
        self._pace.expect(portals)
        await asyncio.gather(*(self._give_turn(portal) for portal in portals))

    async def _give_turn(self, portal: Portal) -> None:
        async with self._turns:
            if self._process.is_stopping or portal.slug in self._crawls:
                return
            if self._watcher is not None:
                self._watcher.on_start(portal)
            if not self._lacks(portal) and not self._rests(portal):
                await self._crawl(portal)
            if self._watcher is not None:
                self._watcher.on_finish(portal, self._result(portal))

    def _lacks(self, portal: Portal) -> bool:
        """Whether it needs a browser that isn't there; not the portal's fault, so it is given no rest."""
        lack = lack_of_rendering() if portal.render and not self._options.dry_run else None
        if lack is None:
            return False
        self._uncrawled[portal.slug] = PortalResult(portal.slug, "failed", trouble=lack)
        return True

    def _rests(self, portal: Portal) -> bool:
        """Whether the portal is left alone: by an update, since it gave nothing but trouble lately; by every
        run, where a host of it asked for that. A crawl was told to ask it: so it notes that it didn't.
        """
        trouble = self._pace.closed(portal)
        is_update = self._options.command == "update"
        with Archive.open(self._folder) as archive:
            if is_update and not self._options.ask_all:
                rest = rest_of(archive, portal.slug, datetime.now(UTC))
                if rest is not None:
                    trouble = f"left alone until {utc_text(rest.until)}: {rest.reason}"
            if trouble is None:
                return False
            if not is_update and not self._options.dry_run:
                note_resting(archive, portal, trouble)
        self._uncrawled[portal.slug] = PortalResult(portal.slug, "resting", trouble=trouble)
        return True

    async def _crawl(self, portal: Portal) -> None:
        self._crawls[portal.slug] = None
        try:
            crawl = PortalCrawl(
                portal, self._folder, self._options, self._revisits, self._watcher, self._deadline
            )
        except KaltimcrawlError as error:
            logger.error("%s: %s", portal.slug, error)
            return
        self._crawls[portal.slug] = crawl
        # Whatever ends one portal's spider, the others go on.
        [bug] = await asyncio.gather(
            self._process.crawl(PortalSpider, crawl=crawl, pace=self._pace), return_exceptions=True
        )
        if bug is not None:
            logger.error("%s: the spider could not run: %s", portal.slug, bug, exc_info=bug)
            crawl.trouble = f"the spider could not run: {bug}"
        crawl.close(is_stopped=self._process.is_stopping, stats={})
