"""A portal probed: its doors opened, a few articles read, nothing kept. `probe_portal` is the door."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, Literal

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from kaltimcrawl.portals import Portal
from kaltimcrawl.portals.findings import FoundDoor
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed
from kaltimcrawl.spiders.knocking import Knocker
from kaltimcrawl.spiders.pace import Pace
from kaltimcrawl.spiders.rendering import RenderingFetcher, apply_rendering
from kaltimcrawl.spiders.robots import RobotsMiddleware
from kaltimcrawl.spiders.sampling import Sample, Sampler
from kaltimcrawl.spiders.spider import apply_manners

MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "kaltimcrawl.spiders.robots.RobotsMiddleware": 100,
    "kaltimcrawl.spiders.guard.GuardMiddleware": 800,
    "kaltimcrawl.spiders.unkept.UnkeptMiddleware": 950,
}
"""As a crawl's, without those that write to an archive or ask one."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a probe found."""

    portal: Portal
    """As it was given, with the home page's address that answered."""
    doors: tuple[FoundDoor, ...]
    samples: tuple[Sample, ...]
    masthead: tuple[str, str] | None
    """The portal's name and where it stood; None where no home page was read."""
    home_problem: FetchFailed | None
    """Why the home page could not be read, where it was asked for."""
    crawl_delay: float | None
    """Seconds that robots.txt asks for, where they are more than the portal's delay."""
    notes: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[Sample, ...]:
        """The samples that are articles."""
        return tuple(sample for sample in self.samples if sample.article is not None)


class ProbeStopped(Exception):
    """Raised where a signal stopped the probe."""


class Probe:
    """The order to a `ProbeSpider`, and what came of it."""

    def __init__(
        self, portal: Portal, doors: Literal["found", "declared"], tell: Callable[[str], None]
    ) -> None:
        self.portal = portal
        self.doors = doors
        self.tell = tell
        self.task: asyncio.Task[Findings] | None = None
        self.robots = None
        self.is_stopped = False
        """Whether a signal ended it."""


class ProbeSpider(Spider):
    """Probes one portal, with a crawl's manners: robots.txt, the delay, the guard, one request at a time."""

    name = "probe"

    def __init__(self, crawl: Probe, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.crawl = crawl  # as the portal spider's: the middlewares ask it for the portal
        self.pace = Pace()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> ProbeSpider:
        spider = super().from_crawler(crawler, *args, **arguments)
        apply_manners(spider.crawl.portal, crawler.settings)
        if spider.crawl.portal.render:
            apply_rendering(crawler.settings)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """The whole probe. Yields nothing."""
        self.crawl.task = asyncio.ensure_future(self._probe())
        await asyncio.wait([self.crawl.task])
        nothing: tuple[Any, ...] = ()
        for one in nothing:
            yield one

    def closed(self, reason: str) -> None:
        """Notes whether the probe came to its end."""
        self.crawl.is_stopped = reason != "finished"

    async def _probe(self) -> Findings:
        robots = self.crawler.get_downloader_middleware(RobotsMiddleware)
        fetcher = Fetcher(self.crawler)
        knocker = Knocker(
            self.crawl.portal, fetcher, robots.body if robots else lambda url: b"", self.crawl.tell
        )
        if self.crawl.doors == "declared":
            await knocker.open_declared()
        else:
            await knocker.find()
        # Only now: scripts are asked for on the hosts of the home page that answered.
        pages = RenderingFetcher(self.crawler, knocker.portal) if knocker.portal.render else fetcher
        sampler = Sampler(knocker, pages)
        await sampler.run()
        if self.crawl.doors == "found" and knocker.may_guess:  # last: a portal may shut for good at that
            await knocker.guess()
            await sampler.run()
        return Findings(
            portal=knocker.portal,
            doors=tuple(knocker.doors),
            samples=tuple(sampler.samples),
            masthead=knocker.masthead,
            home_problem=knocker.home_problem,
            crawl_delay=self.crawler.stats.get_value("robotstxt/crawl_delay"),
            notes=tuple(knocker.notes),
        )


def probe_portal(
    portal: Portal,
    doors: Literal["found", "declared"] = "found",
    tell: Callable[[str], None] = lambda url: None,
    verbose: bool = False,
) -> Findings:
    """What was found of the portal: at most some twenty requests to doors, and `MAX_PAGES` to articles.

    doors "found" reads the home page and robots.txt, and guesses only where these name no door at all;
    "declared" opens the doors of the portal's file (those that its home names where it has none) and never
    guesses. Where the portal says `render`, a browser makes the pages of articles, as in a crawl;
    `rendering.lack_of_rendering` tells whether it can. `tell` gets each address before it is asked for.
    Nothing is written. Raises `ProbeStopped` where a signal stopped it. Can be called once a process, since
    Twisted's reactor runs once.
    """
    settings = Settings()
    settings.setmodule("kaltimcrawl.spiders.settings", priority="project")
    settings.set("DOWNLOADER_MIDDLEWARES", MIDDLEWARES, priority="cmdline")
    settings.set("LOG_LEVEL", "INFO" if verbose else "ERROR", priority="cmdline")
    probe = Probe(portal, doors, tell)
    process = AsyncCrawlerProcess(settings)
    run = process.crawl(ProbeSpider, crawl=probe)
    process.start()
    if run.done() and not run.cancelled():
        run.result()  # raises what kept the spider from running
    if probe.is_stopped or probe.task is None or not probe.task.done():
        raise ProbeStopped
    return probe.task.result()
