"""The download handler: Scrapy's own, which also sees to the pace of each host."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from scrapy import Request, signals
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response

from kaltimcrawl.spiders.pace import HostPace, Pace
from kaltimcrawl.spiders.retry_after import retry_after

_UNREACHABLE = (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    OSError,
)
_ASKING = frozenset((429, 503))
"""Statuses whose Retry-After is for the whole host: RFC 6585, 4; RFC 9110, 15.6.4."""


class PacedHandler(HTTP11DownloadHandler):
    """Puts the time of sending into `request.meta["started"]` (aware, UTC); one exchange at a time a host.

    Scrapy counts a host's delay from the start of the last request, each crawler for itself, so that a slow
    host would get the next one the moment it has answered, and one that portals share several at once: here
    the delay begins when the exchange is over, well or not, whoever had it. What the exchange says of the
    host is noted before the next one has its turn.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool.retryAutomatically = False  # Twisted would ask again at once where a connection broke
        self._pace: Pace = crawler.spider.pace  # type: ignore[union-attr]
        self._delay_s = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._passing = frozenset(int(status) for status in crawler.settings.getlist("RETRY_HTTP_CODES"))
        self._is_over = asyncio.Event()
        crawler.signals.connect(self._spider_closed, signal=signals.spider_closed)

    def _spider_closed(self) -> None:
        self._is_over.set()

    async def download_request(self, request: Request) -> Response:
        host = self._pace.host(request.url)
        host.ask(self._delay_s)
        async with host.turn(self._throttled_s(request), self._is_over):
            request.meta["started"] = datetime.now(UTC)
            try:
                response = await super().download_request(request)
            except _UNREACHABLE:
                host.failed()
                raise
            self._note(host, response)
            return response

    def _throttled_s(self, request: Request) -> float:
        """The delay that AutoThrottle finds right for a host as slow as this one."""
        slot = self.crawler.engine.downloader.slots.get(request.meta.get("download_slot", ""))
        return 0.0 if slot is None else slot.delay

    def _note(self, host: HostPace, response: Response) -> None:
        if response.status not in self._passing:
            host.succeeded()
            return
        asked = None
        if response.status in _ASKING:
            asked = retry_after(
                _header(response, "Retry-After"), _header(response, "Date"), datetime.now(UTC)
            )
        host.failed(asked)


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
