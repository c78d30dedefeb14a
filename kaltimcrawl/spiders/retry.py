"""Second tries, after a rest: of what failed by the network, or with a status that passes."""

from __future__ import annotations

import asyncio
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Response
from scrapy.settings import BaseSettings

from kaltimcrawl.capture import Capture
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.spiders.fetch import FetchFailed
from kaltimcrawl.spiders.pace import MAX_FAILURES, HostPace, Pace, RetryLater

_TIME_TO_STOP = 5.0
"""Seconds in which a crawl that stops takes back a request; milliseconds suffice."""


class PatientRetryMiddleware(RetryMiddleware):
    """Scrapy's retries, each after the host's rest; none while the host fails whatever it is asked.

    A host that is left alone for the rest of the run ends the portal's run: `PortalCrawl.trouble` and one row
    of crawl_errors say why, and what was not fetched stays due.
    """

    def __init__(self, settings: BaseSettings, pace: Pace, crawl: PortalCrawl) -> None:
        super().__init__(settings)
        self._pace = pace
        self._crawl = crawl
        self._stopping: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        spider = crawler.spider
        middleware = cls(crawler.settings, spider.pace, spider.crawl)  # type: ignore[union-attr]
        middleware.crawler = crawler
        return middleware

    async def process_request(self, request: Request) -> None:
        """None; for a second try only after the host's rest: not even its name is looked up before."""
        if "retry_times" in request.meta:
            await self._pace.host(request.url).rested()

    async def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """The response, or the request to be sent again."""
        host = self._pace.host(request.url)
        if host.closed is not None and response.status in self.retry_http_codes:
            capture: Capture = request.meta["capture"]
            failure = FetchFailed("http", host.closed, response.status, capture.record_id)
            await self._leave(host, request, failure)
            return response
        if host.failures > MAX_FAILURES:
            return response
        return super().process_response(request, response)

    async def process_exception(  # type: ignore[override]
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        """None, or the request to be sent again."""
        host = self._pace.host(request.url)
        if isinstance(exception, CannotResolveHostError):  # raised by the guard: no exchange has counted it
            host.failed()
        if host.closed is not None and isinstance(exception, (RetryLater, *self.exceptions_to_retry)):
            await self._leave(host, request, FetchFailed("network", host.closed))
            return None
        if host.failures > MAX_FAILURES:
            return None
        return super().process_exception(request, exception)

    async def _leave(self, host: HostPace, request: Request, failure: FetchFailed) -> None:
        """Stops the portal's crawl; holds the request until that takes it back, since no page has failed."""
        if self._stopping is None:
            self._crawl.trouble = failure.message
            self._crawl.rest_until = host.rest().until
            self._crawl.ledger.error(request.url, failure)
            self._stopping = asyncio.ensure_future(self.crawler.stop_async())
        await asyncio.sleep(_TIME_TO_STOP)
