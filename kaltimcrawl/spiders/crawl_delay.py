"""Crawl-delay of robots.txt, applied: Scrapy reads it and leaves it at that."""

from __future__ import annotations

import math
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.extensions.throttle import AutoThrottle
from scrapy.robotstxt import RobotParser

MAX_CRAWL_DELAY = 600.0
"""Seconds. Who asks for more doesn't want to be crawled, and would hold the archive's lock for days."""


def crawl_delay(parser: RobotParser, user_agent: str) -> float:
    """Seconds between requests that the host asks `user_agent` for; 0 where it asks for none."""
    delay = parser.crawl_delay(user_agent)
    return delay if delay is not None and 0 < delay < math.inf else 0.0


class CrawlDelay:
    """Gives a host whose robots.txt names a Crawl-delay that delay, where it is longer than the portal's."""

    def __init__(self, crawler: Crawler, user_agent: str) -> None:
        self._crawler = crawler
        self._user_agent = user_agent

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlDelay:
        settings = crawler.settings
        extension = cls(crawler, settings.get("ROBOTSTXT_USER_AGENT") or settings["USER_AGENT"])
        crawler.signals.connect(extension.robots_parsed, signal=signals.robots_parsed)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Slows the host's slot, the slots that it gets later, and what AutoThrottle may come down to."""
        host = urlsplit(request.url).hostname or ""
        delay = crawl_delay(robotparser, self._user_agent)
        downloader = self._crawler.engine.downloader
        if delay <= self._crawler.settings.getfloat("DOWNLOAD_DELAY"):
            return
        downloader.per_slot_settings[host] = {"delay": delay}
        if host in downloader.slots:
            downloader.slots[host].delay = max(delay, downloader.slots[host].delay)
        throttle = self._crawler.get_extension(AutoThrottle)
        if throttle is not None:
            throttle.mindelay = max(delay, throttle.mindelay)
            throttle.maxdelay = max(delay, throttle.maxdelay)
        self._crawler.stats.max_value("robotstxt/crawl_delay", delay)
