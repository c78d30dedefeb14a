"""The download handler: Scrapy's own, which also notes when an exchange began and when it was over."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response


class PacedHandler(HTTP11DownloadHandler):
    """Puts the time of sending into `request.meta["started"]` (aware, UTC) and paces the host.

    Scrapy counts a host's delay from the start of the last request; a slow host would get the next request
    the moment it has answered. Here the delay begins when the exchange is over, well or not.
    """

    async def download_request(self, request: Request) -> Response:
        request.meta["started"] = datetime.now(UTC)
        try:
            return await super().download_request(request)
        finally:
            slot = self.crawler.engine.downloader.slots.get(request.meta.get("download_slot", ""))
            if slot is not None:
                slot.lastseen = monotonic()
