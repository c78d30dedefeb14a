"""The spider: one for every portal that a file declares."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from kaltimcrawl.errors import KaltimcrawlError
from kaltimcrawl.portals import Portal, find_portal
from kaltimcrawl.spiders.articles import ArticleVisits
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.spiders.doors import DoorWalk
from kaltimcrawl.spiders.fetch import Fetcher
from kaltimcrawl.spiders.options import CrawlOptions
from kaltimcrawl.spiders.pace import HostRest, Pace
from kaltimcrawl.spiders.rendering import RenderingFetcher, apply_rendering, lack_of_rendering
from kaltimcrawl.spiders.revisits import read_revisits
from kaltimcrawl.spiders.robots import RobotsMiddleware
from kaltimcrawl.storage import Archive, ArchiveLock, host_rests, keep_host_rests


class PortalSpider(Spider):
    """Reads a portal's doors, then visits the articles that are due: `scrapy crawl portal -a name=SLUG`.

    It fetches by `engine.download_async` from within `start`, one step after the other, so that what comes
    next may depend on what came; every request passes the downloader middlewares.
    """

    name = "portal"

    def __init__(self, crawl: PortalCrawl, pace: Pace | None = None, **arguments: Any) -> None:
        super().__init__(crawl.portal.slug, **arguments)
        self.crawl = crawl
        self.pace = pace or Pace()
        self.allowed_domains = list(crawl.hosts)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> PortalSpider:
        """The spider of the run `crawl`; or, from Scrapy's own command, of the portal `name`.

        The latter takes the archive's lock, and ends the program with one line where that can't be done.
        """
        held = ExitStack()
        if "crawl" not in arguments:
            arguments["crawl"] = _open_crawl(arguments.pop("name", None), crawler.settings, held)
            arguments["pace"] = Pace(kept_rests(arguments["crawl"].archive))
        spider = super().from_crawler(crawler, *args, **arguments)
        crawler.signals.connect(spider.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(held.close, signal=signals.engine_stopped, weak=False)
        apply_manners(spider.crawl.portal, crawler.settings)
        if spider.crawl.portal.render:
            apply_rendering(crawler.settings)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """The whole crawl. Yields nothing: the pages go to the ledger as they come."""
        fetcher = Fetcher(self.crawler)
        robots = self.crawler.get_downloader_middleware(RobotsMiddleware)
        doors = DoorWalk(self.crawl, fetcher, robots.body if robots else lambda url: b"")
        await doors.run()
        if doors.is_shut:
            self.crawl.trouble = "no door of the portal opened; crawl_errors says why"
        elif not self.crawl.options.dry_run:
            portal = self.crawl.portal
            pages = RenderingFetcher(self.crawler, portal) if portal.render else fetcher
            await ArticleVisits(self.crawl, pages).run()
        nothing: tuple[Any, ...] = ()
        for one in nothing:
            yield one

    def spider_closed(self, reason: str) -> None:
        """Closes the run. Every reason but "finished" and Scrapy's own limits is a signal's or an error's."""
        if reason == "start_error" and self.crawl.trouble is None:
            self.crawl.trouble = "an error in the program or the archive; the log has it"
        rests = {rest.host: rest.until for rest in self.pace.rests()}
        keep_host_rests(self.crawl.archive, rests, self.pace.answering(), datetime.now(UTC))
        stats = self.crawler.stats.get_stats() | {"finish_reason": reason}
        self.crawl.close(is_stopped=reason != "finished", stats=stats)


def _open_crawl(name: str | None, settings: BaseSettings, held: ExitStack) -> PortalCrawl:
    folder = Path(settings["KALTIMCRAWL_ARCHIVE"])
    try:
        if not name:
            raise SystemExit(
                "kaltimcrawl: scrapy crawl portal needs -a name=SLUG; kaltimcrawl portal list has them"
            )
        portal = find_portal(name, folder / "portals")
        lack = lack_of_rendering() if portal.render else None
        if lack is not None:
            raise SystemExit(f"kaltimcrawl: {portal.slug}: {lack}")
        held.enter_context(ArchiveLock(folder))
        return PortalCrawl(portal, folder, CrawlOptions(), read_revisits(settings))
    except KaltimcrawlError as error:
        raise SystemExit(f"kaltimcrawl: {error}") from None


def kept_rests(archive: Archive) -> list[HostRest]:
    """The rests that hosts asked earlier runs for and that aren't over."""
    return [HostRest(host, until) for host, until in host_rests(archive, datetime.now(UTC)).items()]


def apply_manners(portal: Portal, settings: BaseSettings) -> None:
    """Sets what the portal's file says. A delay of 0 is for a server of one's own: it isn't throttled."""
    settings.set("DOWNLOAD_DELAY", portal.delay, priority="spider")
    settings.set("AUTOTHROTTLE_ENABLED", portal.delay > 0, priority="spider")
    settings.set("AUTOTHROTTLE_START_DELAY", portal.delay, priority="spider")
    longest = max(settings.getfloat("AUTOTHROTTLE_MAX_DELAY"), portal.delay)
    settings.set("AUTOTHROTTLE_MAX_DELAY", longest, priority="spider")
    if portal.allow_private:  # no proxy reaches this machine's own network
        settings.set("HTTPPROXY_ENABLED", False, priority="spider")
