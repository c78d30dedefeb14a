"""One page fetched, or the reason why not, in the words of crawl_errors."""

from __future__ import annotations

import asyncio
import logging
from http import HTTPStatus
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from kaltimcrawl.capture import Capture
from kaltimcrawl.errors import KaltimcrawlError
from kaltimcrawl.spiders.refusal import Refusal

logger = logging.getLogger(__name__)

_NETWORK_WORDS: dict[type[Exception], str] = {
    CannotResolveHostError: "the host's name can't be resolved",
    DownloadConnectionRefusedError: "the host refused the connection",
    DownloadTimeoutError: "no whole answer within the time allowed",
    ResponseDataLossError: "the answer broke off",
}


class FetchFailed(Exception):
    """Raised where a URL gave no usable answer; the caller records it and goes on.

    `kind` is a crawl_errors kind: http, network, robots, private, redirect, size, render, internal; `message`
    is one line for a person; `status` the HTTP status and `record_id` the kept answer's, where one came.
    """

    def __init__(
        self, kind: str, message: str, status: int | None = None, record_id: str | None = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.status = status
        self.record_id = record_id

    @property
    def is_portal_trouble(self) -> bool:
        """Whether it speaks of the portal (down, blocking us, unrendered) rather than of the one page."""
        if self.kind in {"network", "render"}:
            return True
        return self.kind == "http" and (self.status or 0) in _TROUBLE_STATUSES


_TROUBLE_STATUSES = frozenset((401, 403, 429, *range(500, 600)))


class Fetcher:
    """Fetches through Scrapy's engine: all downloader middlewares apply, and the host's pace."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    async def get(
        self, url: str, meta: dict[str, Any] | None = None, headers: dict[str, str] | None = None
    ) -> Response:
        """The response: 2xx, or 304 to a conditional request. Redirects and retries are behind it.

        Raises `FetchFailed`; and `KaltimcrawlError` where the fault is with the archive, not with the page.
        """
        try:
            request = Request(url, meta=meta, headers=headers, callback=NO_CALLBACK)
        except ValueError as error:
            raise FetchFailed("network", f"no address that can be asked: {error}") from None
        # Whatever a page makes Scrapy, Twisted or a decompressor raise is that page's failure, not the run's.
        [answer] = await asyncio.gather(self._crawler.engine.download_async(request), return_exceptions=True)
        if isinstance(answer, KaltimcrawlError) or not isinstance(answer, Response | Exception):
            raise answer
        if isinstance(answer, Exception):
            raise _explain(answer, url)
        if answer.status >= 400 or (answer.status >= 300 and answer.status != 304):
            raise FetchFailed(
                "http", _status_line(answer.status), answer.status, capture_of(answer).record_id
            )
        return answer


def capture_of(response: Response) -> Capture:
    """The capture that the capture middleware made of the response."""
    capture: Capture = response.meta["capture"]
    return capture


def _status_line(status: int) -> str:
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
    return f"{status} {phrase}".strip()


def _explain(error: Exception, url: str) -> FetchFailed:
    if isinstance(error, Refusal):
        return FetchFailed(error.kind, str(error))
    text = " ".join(str(error).split())[:300]
    if isinstance(error, DownloadCancelledError) or "DOWNLOAD_MAXSIZE" in text:
        return FetchFailed("size", f"larger than allowed: {text}" if text else "larger than allowed")
    if isinstance(error, IgnoreRequest):
        return FetchFailed("redirect", text)
    for known, words in _NETWORK_WORDS.items():
        if isinstance(error, known):
            return FetchFailed("network", words)
    if isinstance(error, DownloadFailedError | OSError):
        return FetchFailed("network", f"{type(error).__name__}: {text}")
    logger.error("%s: %s", url, text, exc_info=error)
    return FetchFailed("internal", f"{type(error).__name__}: {text}")
