"""The download handler: Scrapy's own, which also sees to the pace of each host."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response


class PacedHandler(HTTP11DownloadHandler):
    """Puts the time of sending into `request.meta["started"]` (aware, UTC); one exchange at a time a host.

    Scrapy counts a host's delay from the start of the last request, so that a slow host would get the next
    one the moment it has answered: here the delay begins when the exchange is over, well or not. And where
    there is no delay, Scrapy 2.19 lets a second request of the same turn of the reactor through before it
    has counted the first.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def download_request(self, request: Request) -> Response:
        async with self._hosts[urlsplit(request.url).hostname or ""]:
            request.meta["started"] = datetime.now(UTC)
            try:
                return await super().download_request(request)
            finally:
                slot = self.crawler.engine.downloader.slots.get(request.meta.get("download_slot", ""))
                if slot is not None:
                    slot.lastseen = monotonic()
