"""The middleware by which an update asks only whether something has changed (RFC 9110, section 13)."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from kaltimcrawl.storage import Frontier


class ConditionalMiddleware:
    """Gives requests with `meta["conditional"]` the last visit's validators; counts the answers of 304."""

    def __init__(self, frontier: Frontier, stats: StatsCollector) -> None:
        self._frontier = frontier
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ConditionalMiddleware:
        crawl = crawler.spider.crawl  # type: ignore[union-attr]
        if crawl.options.command != "update":
            raise NotConfigured("only an update asks conditionally")
        return cls(crawl.frontier, crawler.stats)

    def process_request(self, request: Request) -> None:
        """None. The validators of another address, which a redirect carries along, are dropped."""
        request.headers.pop("If-None-Match", None)
        request.headers.pop("If-Modified-Since", None)
        validators = self._frontier.validators(request.url) if request.meta.get("conditional") else None
        if validators is None:
            return
        if validators.etag:
            request.headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            request.headers["If-Modified-Since"] = validators.last_modified

    def process_response(self, request: Request, response: Response) -> Response:
        """The response."""
        if response.status == 304:
            self._stats.inc_value("conditional/not_modified")
        return response
