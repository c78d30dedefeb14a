"""The pages of articles: drawn from the frontier in small batches, fetched, read, handed to the ledger."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from typing import Any

from scrapy.http import Response

from kaltimcrawl.capture import Original
from kaltimcrawl.errors import KaltimcrawlError
from kaltimcrawl.extraction import Witness
from kaltimcrawl.impostors import Answer, Impostor, impostor_of
from kaltimcrawl.intake import Reading, part_urls, read_page
from kaltimcrawl.spiders.completing import held_readings
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed, capture_of
from kaltimcrawl.spiders.visits import Visit
from kaltimcrawl.storage import Due, held_key, held_title, whole_capture, witnesses_of
from kaltimcrawl.urls import url_key

logger = logging.getLogger(__name__)

DRAW = 20
"""Addresses drawn from the frontier at a time: memory doesn't grow with what is due."""

WORKERS = 2
_TURNS_TO_SEND = 6
"""One page is read while the next is on its way; a host still gets one request at a time."""

MAX_TROUBLE = 10
"""Failures in a row that speak of the portal, not of the page: then it is left alone until the next run."""

GONE_STATUSES = frozenset((404, 410, 451))
_WALLS = frozenset(("login", "challenge", "maintenance", "parked"))
"""What stands in an article's place and says nothing of it: the visit has failed."""


class ArticleVisits:
    """Visits what is due, newest first, up to the run's bounds."""

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
        """Returns when nothing is due, a bound is reached, or `PortalCrawl.trouble` is told."""
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
        most = self._crawl.options.max_pages
        if (
            self._crawl.trouble is not None
            or self._crawl.is_over
            or (most is not None and self._taken >= most)
        ):
            return None
        if not self._drawn:
            self._ledger.flush()
            self._drawn.extend(self._crawl.due(DRAW, self._in_hand | self._failed))
        if not self._drawn:
            return None
        self._taken += 1
        return self._drawn.popleft()

    async def _visit(self, due: Due) -> None:
        try:
            response = await self._fetcher.get(due.url, self._meta(due))
        except FetchFailed as failure:
            if failure.status in GONE_STATUSES:
                self._trouble = 0
                self._leave(due, str(failure.status), failure)
            else:
                self._fail(due, failure)
            return
        self._trouble = 0
        await _let_the_next_request_go()
        capture = capture_of(response)
        if response.status == 304 or (capture.refers_to is not None and due.visited is not None):
            await self._see_again(due, response)
            return
        # What stands in place of an article that is held is told before it is read: it may read as another.
        if due.visited is not None and self._is_impostor(due, response):
            return
        witnesses = self._witnesses(due.url, response.url)
        reading = read_page(capture, response.body, self._crawl.portal, self._ledger.profile, witnesses)
        if reading.article is None and due.visited is None and self._is_impostor(due, response):
            return
        readings = await self._gather(reading)
        self._ledger.visit(Visit(due, response.url, response.status, tuple(readings)))

    async def _see_again(self, due: Due, response: Response) -> None:
        """Takes that nothing has changed; asks for what was missing of the article, if anything was."""
        capture, held = capture_of(response), held_readings(self._crawl, due.url)
        if not held:
            self._ledger.unchanged(due, capture, response.status)
            return
        readings = await self._gather(held[0], held[1:])
        self._ledger.visit(Visit(due, response.url, response.status, tuple(readings), capture))

    def _is_impostor(self, due: Due, response: Response) -> bool:
        """Whether something stands in the article's place; it is recorded then, as a failure or as gone."""
        impostor = self._impostor(due, response)
        if impostor is None:
            return False
        told = FetchFailed(impostor.kind, impostor.reason, response.status, capture_of(response).record_id)
        if impostor.kind in _WALLS:
            self._fail(due, told)
        else:
            self._leave(due, impostor.kind, told)
        return True

    def _meta(self, due: Due) -> dict[str, Any]:
        """What lets an address that was visited before answer that nothing has changed."""
        if due.visited is None or held_key(self._crawl.archive, due.url) is None:
            return {}
        kept = whole_capture(self._crawl.archive, due.url, of_article=True)
        if kept is None:
            return {}
        original = Original(kept.record_id, kept.url, kept.captured, kept.payload_digest)
        return {"conditional": True, "original": original}

    def _impostor(self, due: Due, response: Response) -> Impostor | None:
        """What stands in the article's place, if anything does."""
        headers = tuple(
            (name.decode("latin-1"), value.decode("latin-1"))
            for name in response.headers
            for value in response.headers.getlist(name)
        )
        return impostor_of(
            Answer(
                url=due.url,
                landed=response.url,
                status=response.status,
                headers=headers,
                body=response.body,
                home=self._crawl.portal.home,
                known_title=held_title(self._crawl.archive, due.url) if due.visited else None,
            )
        )

    def _witnesses(self, *urls: str) -> list[Witness]:
        keys = list(dict.fromkeys(url_key(url) for url in urls))
        return [Witness(one.kind, one.html) for one in witnesses_of(self._crawl.archive, keys)]

    async def _gather(self, reading: Reading, held: Sequence[Reading] = ()) -> list[Reading]:
        """The readings of the article's parts in order; a part that can't be had is recorded and left out.

        Parts that are `held` are not asked for.
        """
        parts = part_urls(reading.article) if reading.article else ()
        here = url_key(reading.capture.url) if reading.capture else ""
        readings = {here: reading} | {url_key(one.capture.url): one for one in held if one.capture}
        for url in [url for url in parts if url_key(url) not in readings]:
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

    def _leave(self, due: Due, reason: str, failure: FetchFailed) -> None:
        """An address leads to its article no more; that it never did in our time is an error besides."""
        self._ledger.gone(due, reason, failure.status, failure.record_id)
        if held_key(self._crawl.archive, due.url) is None:
            self._ledger.error(due.url, failure)

    def _fail(self, due: Due, failure: FetchFailed) -> None:
        if failure.kind == "robots":
            self._ledger.exclude(due)
            return
        self._ledger.fail(due, failure)
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
