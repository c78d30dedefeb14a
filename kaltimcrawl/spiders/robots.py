"""robots.txt as RFC 9309 has it: what it forbids, and what it means that it can't be read."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.robotstxt import RobotParser
from scrapy.utils.misc import build_from_crawler

from kaltimcrawl.spiders.crawl_delay import MAX_CRAWL_DELAY, crawl_delay
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed
from kaltimcrawl.spiders.refusal import Refusal
from kaltimcrawl.storage import KnownRobots, RobotsBook

MAX_ROBOTS_BYTES = 500 * 1024
"""What RFC 9309, 2.5, asks to be read of a robots.txt; the rest is left."""


class RobotsMiddleware(RobotsTxtMiddleware):
    """Refuses what a host's robots.txt forbids, and everything of a host whose robots.txt can't be reached.

    Scrapy reads a server's error page as a robots.txt and takes a host that gives none for open. RFC 9309,
    2.3.1.2 to 2.3.1.4: an answer of 4xx, or one that leads off the portal, opens the host; an answer of 5xx,
    or none, closes it. So does 429 here: who says "too many requests" has not said that all may be asked.
    """

    def __init__(self, crawler: Crawler, book: RobotsBook | None, is_relied_on: bool) -> None:
        super().__init__(crawler)
        self._book = book
        self._is_relied_on = is_relied_on
        self._hosts: dict[str, asyncio.Future[RobotParser | None]] = {}
        self._bodies: dict[str, bytes] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        """An update relies on what was read within the last day; a crawl asks anew; a probe keeps nothing."""
        crawl = crawler.spider.crawl  # type: ignore[union-attr]
        return cls(crawler, crawl.robots, crawl.robots is not None and crawl.options.command == "update")

    def body(self, url: str) -> bytes:
        """The robots.txt of the host of `url`, as far as the crawl has read it; empty where there is none."""
        return self._bodies.get(urlsplit(url).netloc, b"")

    async def process_request(self, request: Request, spider: object = None) -> None:
        """None where the request may be sent. Raises `Refusal` of kind robots or network."""
        try:
            await super().process_request(request)
        except Refusal:
            raise
        except IgnoreRequest:
            raise Refusal("robots", f"robots.txt of {urlsplit(request.url).netloc} forbids it") from None

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's host, fetched once a crawl; None where the host has none."""
        netloc = urlsplit(request.url).netloc
        if netloc not in self._hosts:
            self._hosts[netloc] = asyncio.ensure_future(self._fetch(request))
        try:
            return await asyncio.shield(self._hosts[netloc])
        except asyncio.CancelledError:
            self._hosts[netloc].cancel()  # only the end of the crawl cancels, and it waits for every request
            raise

    async def _fetch(self, request: Request) -> RobotParser | None:
        parts = urlsplit(request.url)
        url = f"{parts.scheme}://{parts.netloc}/robots.txt"
        known = self._known(parts.netloc)
        if known is not None:
            return await self._parse(known.body, url, request) if known.body is not None else None
        try:
            response = await Fetcher(self.crawler).get(url, {"dont_obey_robotstxt": True})
        except FetchFailed as failure:
            status = failure.status or 0
            if failure.kind == "redirect" or (400 <= status < 500 and status != HTTPStatus.TOO_MANY_REQUESTS):
                self._keep(parts.netloc, None)
                return None
            if failure.kind == "private":
                raise Refusal("private", failure.message) from None
            reason = f"{url} can't be read ({failure.message}), which closes the host: RFC 9309, 2.3.1.4"
            raise Refusal("network", reason) from None
        body = response.body[:MAX_ROBOTS_BYTES]
        self._keep(parts.netloc, body)
        return await self._parse(body, response.url, request)

    def _known(self, netloc: str) -> KnownRobots | None:
        if self._book is None or not self._is_relied_on:
            return None
        return self._book.read(netloc, datetime.now(UTC))

    def _keep(self, netloc: str, body: bytes | None) -> None:
        if self._book is not None:
            self._book.keep(netloc, body, datetime.now(UTC))

    async def _parse(self, body: bytes, url: str, request: Request) -> RobotParser:
        self._bodies[urlsplit(request.url).netloc] = body
        parser: RobotParser = build_from_crawler(self._parserimpl, self.crawler, body)
        delay = crawl_delay(parser, self._robotstxt_useragent or self._default_useragent)
        if delay > MAX_CRAWL_DELAY:
            asked = f"{url} asks for {delay:g} s between requests"
            raise Refusal("robots", f"{asked}; more than {MAX_CRAWL_DELAY:g} s is taken as a refusal")
        await self.crawler.signals.send_catch_log_async(
            signal=signals.robots_parsed, robotparser=parser, request=request
        )
        return parser
