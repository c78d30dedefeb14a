"""The browser that makes pages: the system's Chromium, driven by scrapy-playwright; the extra `render`."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from math import inf
from typing import Any, Literal

from playwright.async_api import Browser, BrowserContext, Page, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError
from scrapy import Request
from scrapy.exceptions import NotSupported
from scrapy.http import HtmlResponse, Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from kaltimcrawl.spiders.handler import PacedHandler
from kaltimcrawl.spiders.refusal import Refusal
from kaltimcrawl.spiders.rendering import lack_of_rendering, system_browser

CLOSING_S = 5.0
"""Seconds that a page gets to close; then the whole browser is."""

QUIET_S = 0.5
"""Seconds without a request after which a page is taken to be made."""

_STATES: tuple[tuple[Literal["domcontentloaded", "load", "networkidle"], float], ...] = (
    ("domcontentloaded", inf),
    ("load", 5.0),  # what has no text holds it up: pictures, frames, scripts that went elsewhere
    ("networkidle", inf),
)
"""What a page is waited for, in order, and how many seconds at most."""

_ARGUMENTS = [
    # All requests are answered by the crawler (rendering.Stage). What slips through (a socket, a prefetch, a
    # second window) finds a proxy whose name leads nowhere, and no name that leads anywhere.
    "--proxy-server=socks5://nowhere.invalid:1",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
]


class SystemChromium:
    """Starts the system's Chromium when the first page is to be made; no browser is ever downloaded.

    A provider of scrapy-playwright's. The handlers of http and https have one each, of which a portal uses
    one: so its driver, too, is started with the browser.
    """

    def __init__(self, config: object) -> None:
        self._playwright: Playwright | None = None

    async def start(self) -> None:
        """Nothing yet."""

    async def launch_browser(self) -> Browser:
        """The browser. Raises `Refusal` of kind render where there is none, or it can't be started."""
        lack = lack_of_rendering()
        if lack is not None:
            raise Refusal("render", lack)
        if self._playwright is None:
            self._playwright = await async_playwright().start()
        try:
            return await self._playwright.chromium.launch(
                executable_path=system_browser(),
                args=_ARGUMENTS,
                chromium_sandbox=os.geteuid() != 0,  # root can't have one
                handle_sigint=False,  # the crawl closes it when it ends
                handle_sigterm=False,
                handle_sighup=False,
            )
        except PlaywrightError as error:
            raise Refusal("render", f"Chromium can't be started: {_first_line(error)}") from None

    async def launch_persistent_context(self, context_kwargs: dict[str, Any]) -> BrowserContext:
        """Never: a page knows nothing of the pages before it."""
        raise NotSupported("pages are rendered without a profile")

    async def close(self) -> None:
        """Ends the driver."""
        if self._playwright is not None:
            await self._playwright.stop()


class _BrowserHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]
    """scrapy-playwright's handler, whose pages end in time and come as HTML in UTF-8."""

    async def download_request(self, request: Request) -> Response:
        if not request.meta.get("playwright"):
            response: Response = await super().download_request(request)
            return response
        loop = asyncio.get_running_loop()
        seconds = self._crawler.settings.getfloat("KALTIMCRAWL_RENDER_SECONDS")
        request.meta["playwright_page_methods"] = [PageMethod(_take, loop.time() + seconds)]
        try:
            async with asyncio.timeout(seconds + CLOSING_S):
                await super().download_request(request)
        except _Taken as taken:
            return self._as_html(request, taken.text)
        except TimeoutError:
            raise Refusal("render", f"the page can't be taken from the browser in {seconds:g} s") from None
        except PlaywrightError as error:
            raise Refusal("render", f"the browser can't make the page: {_first_line(error)}") from None
        finally:
            await self._close_page(request)
        raise Refusal("render", "the browser made no page of it")

    def _as_html(self, request: Request, text: str) -> Response:
        body = text.encode("utf-8", "replace")
        most = self._crawler.settings.getint("DOWNLOAD_MAXSIZE")
        if most and len(body) > most:
            raise Refusal("size", f"larger than allowed once it is rendered: {len(body)} bytes")
        headers = {"Content-Type": "text/html; charset=utf-8"}
        return HtmlResponse(request.url, headers=headers, body=body, encoding="utf-8", request=request)

    async def _close_page(self, request: Request) -> None:
        """Closes the page and all that is its; failing that the browser, which the next page starts anew."""
        page: Page | None = request.meta.pop("playwright_page", None)
        if page is None:
            return
        try:
            async with asyncio.timeout(CLOSING_S):
                await page.context.close()
        except (TimeoutError, PlaywrightError):
            with suppress(TimeoutError, PlaywrightError):
                async with asyncio.timeout(CLOSING_S):
                    await self.browser.close()


class RenderHandler(PacedHandler, _BrowserHandler):
    """Makes pages in a browser, each in the host's turn as any exchange, and sends all other requests.

    What a page's scripts ask for belongs to the page, which has the host's turn already.
    """

    async def download_request(self, request: Request) -> Response:
        if not request.meta.get("of_page"):
            return await super().download_request(request)
        if self._is_over.is_set():
            raise Refusal("internal", "the crawl is over")
        request.meta["started"] = datetime.now(UTC)
        response = await _BrowserHandler.download_request(self, request)
        self._note(self._pace.host(request.url), response)
        return response


class _Taken(Exception):
    """Carries a page's HTML past what scrapy-playwright would do next.

    That is to wait for "load", which a script that set out for elsewhere may hold back for good, and to make
    an answer of its own, which can't hold a text with half an emoji.
    """

    def __init__(self, text: str) -> None:
        super().__init__("taken")
        self.text = text


async def _take(page: Page, until: float) -> None:
    """Raises `_Taken` once the page has asked nothing for half a second, or at `until` (the loop's time)."""
    clock = asyncio.get_running_loop().time
    traffic = _Traffic(page, clock)
    for state, most_s in _STATES:
        left_s = min(max(until - clock(), 0.1), most_s)
        with suppress(PlaywrightError):  # pages that load or ask for ever are taken as they are
            await page.wait_for_load_state(state, timeout=1000 * left_s)
    while (rest := min(traffic.rest_s(), until - clock())) > 0:
        await asyncio.sleep(rest)
    raise _Taken(await page.content())


class _Traffic:
    """When a page asked for something last, from now on.

    Its "networkidle" comes once and for all: on a busy machine before its scripts have begun to ask.
    """

    def __init__(self, page: Page, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()
        self._open: set[object] = set()
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def _begin(self, request: object) -> None:
        self._open.add(request)
        self._last = self._clock()

    def _end(self, request: object) -> None:
        self._open.discard(request)
        self._last = self._clock()

    def rest_s(self) -> float:
        """Seconds until the page has been quiet for long enough, as far as can be told; 0 or less: it has."""
        return QUIET_S if self._open else self._last + QUIET_S - self._clock()


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split("\n", 1)[0].split())[:300]
