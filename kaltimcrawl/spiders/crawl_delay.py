"""Crawl-delay of robots.txt, applied: Scrapy reads it and leaves it at that."""

from __future__ import annotations

import math

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.robotstxt import RobotParser
from scrapy.statscollectors import StatsCollector

from kaltimcrawl.spiders.pace import Pace

MAX_CRAWL_DELAY = 600.0
"""Seconds. Who asks for more doesn't want to be crawled, and would hold the archive's lock for days."""


def crawl_delay(parser: RobotParser, user_agent: str) -> float:
    """Seconds between requests that the host asks `user_agent` for; 0 where it asks for none."""
    delay = parser.crawl_delay(user_agent)
    return delay if delay is not None and 0 < delay < math.inf else 0.0


class CrawlDelay:
    """Gives a host whose robots.txt names a Crawl-delay that delay, where it is longer than the portal's."""

    def __init__(self, pace: Pace, stats: StatsCollector, user_agent: str) -> None:
        self._pace = pace
        self._stats = stats
        self._user_agent = user_agent

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlDelay:
        user_agent = crawler.settings.get("ROBOTSTXT_USER_AGENT") or crawler.settings["USER_AGENT"]
        extension = cls(crawler.spider.pace, crawler.stats, user_agent)  # type: ignore[union-attr]
        crawler.signals.connect(extension.robots_parsed, signal=signals.robots_parsed)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Slows the host of the request, for every crawler of the process."""
        delay = crawl_delay(robotparser, self._user_agent)
        if delay > 0:
            self._pace.host(request.url).ask(delay)
            self._stats.max_value("robotstxt/crawl_delay", delay)
