"""The pages of articles: drawn from the frontier in small batches, fetched, read, handed to the ledger."""

from __future__ import annotations

import asyncio
import logging
from collections import deque

from scrapy.http import Response

from kaltimcrawl.errors import KaltimcrawlError
from kaltimcrawl.intake import Reading, part_urls, read_page
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed, capture_of
from kaltimcrawl.storage import Due
from kaltimcrawl.urls import url_key

logger = logging.getLogger(__name__)

DRAW = 20
"""Addresses drawn from the frontier at a time: memory doesn't grow with what is due."""

WORKERS = 2
_TURNS_TO_SEND = 6
"""One page is read while the next is on its way; a host still gets one request at a time."""

MAX_TROUBLE = 10
"""Failures in a row that speak of the portal, not of the page: then it is left alone until the next run."""


class ArticleVisits:
    """Visits what is due, newest first, up to the run's limit."""

    def __init__(self, crawl: PortalCrawl, fetcher: Fetcher) -> None:
        self._crawl = crawl
        self._fetcher = fetcher
        self._ledger = crawl.ledger
        self._drawn: deque[Due] = deque()
        self._in_hand: set[str] = set()
        self._failed: set[str] = set()
        self._taken = 0
        self._trouble = 0

    async def run(self) -> None:
        """Returns when nothing is due, the limit is reached, or `PortalCrawl.trouble` is told."""
        async with asyncio.TaskGroup() as workers:
            for _ in range(WORKERS):
                workers.create_task(self._work())
        self._ledger.flush()

    async def _work(self) -> None:
        while (due := self._next()) is not None:
            self._in_hand.add(due.key)
            # What a page makes extraction raise is a bug, but one that must not cost the portal its run.
            [bug] = await asyncio.gather(self._visit(due), return_exceptions=True)
            if isinstance(bug, KaltimcrawlError):
                raise bug
            if bug is not None:
                logger.error("%s: %s", due.url, bug, exc_info=bug)
                self._fail(due, FetchFailed("internal", f"{type(bug).__name__}: {bug}"))
            self._in_hand.discard(due.key)
            self._ledger.flush_when_due()

    def _next(self) -> Due | None:
        limit = self._crawl.options.limit
        if self._crawl.trouble is not None or (limit is not None and self._taken >= limit):
            return None
        if not self._drawn:
            self._ledger.flush()
            exclude = self._in_hand | self._failed
            self._drawn.extend(self._crawl.frontier.due(DRAW, self._crawl.options.since, exclude))
        if not self._drawn:
            return None
        self._taken += 1
        return self._drawn.popleft()

    async def _visit(self, due: Due) -> None:
        try:
            response = await self._fetcher.get(due.url)
        except FetchFailed as failure:
            self._fail(due, failure)
            return
        self._trouble = 0
        await _let_the_next_request_go()
        reading = read_page(capture_of(response), response.body, self._crawl.portal, self._ledger.profile)
        self._ledger.visit(due.url, response.url, await self._gather(reading), response.status)

    async def _gather(self, reading: Reading) -> list[Reading]:
        """The readings of the article's parts in order; a part that can't be had is recorded and left out."""
        parts = part_urls(reading.article) if reading.article else ()
        here = url_key(reading.capture.url) if reading.capture else ""
        others = [url for url in parts if url_key(url) != here]
        readings = {here: reading}
        for url in others:
            part = await self._read_part(url)
            if part is not None:
                readings[url_key(url)] = part
        order = {url_key(url): number for number, url in enumerate(parts)}
        return [readings[key] for key in sorted(readings, key=lambda key: order.get(key, -1))]

    async def _read_part(self, url: str) -> Reading | None:
        try:
            response: Response = await self._fetcher.get(url)
        except FetchFailed as failure:
            self._ledger.error(url, failure)
            return None
        return read_page(capture_of(response), response.body, self._crawl.portal, self._ledger.profile)

    def _fail(self, due: Due, failure: FetchFailed) -> None:
        if failure.kind == "robots":
            self._ledger.exclude(due.url)
            return
        self._ledger.fail(due.url, failure)
        self._failed.add(due.key)
        self._trouble = self._trouble + 1 if failure.is_portal_trouble else 0
        if self._trouble >= MAX_TROUBLE:
            self._crawl.trouble = f"{MAX_TROUBLE} failures in a row, the last: {failure.message}"


async def _let_the_next_request_go() -> None:
    """Gives the loop a few turns before a page is read, which takes it whole for milliseconds.

    The host is free again, and another worker's request waits for its turn: sent now, it is answered while
    the page is read.
    """
    for _ in range(_TURNS_TO_SEND):
        await asyncio.sleep(0)
