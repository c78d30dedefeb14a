"""Pages of articles made by a browser, for portals whose text comes by JavaScript.

Knows what a page may ask for and what is kept of it; the browser itself is `spiders/browser.py`, which can
only be imported where the extra `render` is installed.
"""

from __future__ import annotations

import shutil
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import count
from typing import TYPE_CHECKING, Any

from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.settings import BaseSettings

from kaltimcrawl.errors import KaltimcrawlError
from kaltimcrawl.intake import is_page
from kaltimcrawl.portals import Portal
from kaltimcrawl.spiders.crawl import portal_hosts
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed, capture_of
from kaltimcrawl.urls import host_of

if TYPE_CHECKING:
    from playwright.async_api import Page, Request, Route

_Fetch = Callable[[str, dict[str, Any], dict[str, str]], Awaitable[Response]]

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names of a system's Chromium, in the order they are looked for."""

MAX_ASKED = 60
"""Requests that the scripts of one page may make."""

MAX_PART_BYTES = 4 * 1024 * 1024
"""Of one answer to a script."""

MAX_SCRIPT_BYTES = 32 * 1024 * 1024
"""Scripts remembered for the pages to come, all together."""

_SLOT = "a page's own"
_ASKED_TYPES = frozenset(("script", "xhr", "fetch"))
_NOT_OURS_TO_SEND = frozenset(
    ("host", "connection", "user-agent", "cookie", "accept-encoding", "accept-language", "content-length")
)
_NOT_FOR_BROWSER = frozenset(
    ("content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive", "set-cookie")
)


def lack_of_rendering() -> str | None:
    """What has to be installed before a page can be rendered, in one line; None where all is there."""
    if find_spec("scrapy_playwright") is None:
        return "render = true needs the extra [render]: pip install scrapy-playwright"
    if system_browser() is None:
        return f"render = true needs one of {', '.join(BROWSERS)} on the PATH (Debian: apt install chromium)"
    return None


def system_browser() -> str | None:
    """The path of the system's Chromium; None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def apply_rendering(settings: BaseSettings) -> None:
    """Has a crawler's requests answered by `browser.RenderHandler`, a browser's and all others."""
    handler = "kaltimcrawl.spiders.browser.RenderHandler"
    handlers = settings.getdict("DOWNLOAD_HANDLERS") | {"http": handler, "https": handler}
    settings.set("DOWNLOAD_HANDLERS", handlers, priority="spider")
    slot = {"concurrency": 2, "delay": 0.0, "jitter": 0.0}
    settings.set("DOWNLOAD_SLOTS", settings.getdict("DOWNLOAD_SLOTS") | {_SLOT: slot}, priority="spider")
    settings.set(
        "PLAYWRIGHT_BROWSER_PROVIDER", "kaltimcrawl.spiders.browser.SystemChromium", priority="spider"
    )
    settings.set("PLAYWRIGHT_MAX_PAGES_PER_CONTEXT", 1, priority="spider")
    milliseconds = 1000 * settings.getfloat("KALTIMCRAWL_RENDER_SECONDS")
    settings.set("PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT", milliseconds, priority="spider")


class RenderingFetcher(Fetcher):
    """Fetches pages as `Fetcher` does, and gives each as a browser makes it of what came back."""

    def __init__(self, crawler: Crawler, portal: Portal) -> None:
        super().__init__(crawler)
        self._hosts = portal_hosts(portal)
        self._scripts = _Scripts()
        self._numbers = count(1)
        self._context = {
            "user_agent": crawler.settings["USER_AGENT"],
            "locale": "id-ID",
            "timezone_id": str(portal.timezone),
            "service_workers": "block",
            "accept_downloads": False,
        }

    async def get(
        self, url: str, meta: dict[str, Any] | None = None, headers: dict[str, str] | None = None
    ) -> Response:
        """The rendered page, at the address and with the status of the one served; what is no page as served.

        Asks for no revisit, whatever `meta` says: that a page is served as before says nothing of its text.
        Raises `FetchFailed` of kind render, with the capture of the page served, where it can't be made.
        """
        served = await super().get(url, {"for_rendering": True}, headers)
        capture = capture_of(served)
        if not is_page(replace(capture, for_rendering=False)):
            return served
        stage = Stage(served, super().get, self._hosts, self._scripts)
        try:
            return await super().get(served.url, self._render_meta(stage, capture.record_id))
        except FetchFailed as failure:
            raise FetchFailed(failure.kind, failure.message, None, capture.record_id) from None
        finally:
            if stage.trouble is not None:
                raise stage.trouble

    def _render_meta(self, stage: Stage, served_id: str) -> dict[str, Any]:
        return {
            "playwright": True,
            "playwright_include_page": True,  # so that it can be closed, whatever happens
            "playwright_context": f"page {next(self._numbers)}",
            "playwright_context_kwargs": self._context,
            "playwright_page_init_callback": stage.set,
            # `browser._take` waits for the rest: a script that goes elsewhere may keep "load" from coming.
            "playwright_page_goto_kwargs": {"wait_until": "commit"},
            "served_id": served_id,
            "dont_obey_robotstxt": True,  # it was asked when the page was fetched
            "dont_retry": True,
            "autothrottle_dont_adjust_delay": True,  # how long a browser takes says nothing of the host
        }


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class _Scripts:
    """Scripts by address, those used last; pages of one portal share them."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, _Answer] = OrderedDict()
        self._size = 0

    def get(self, url: str) -> _Answer | None:
        """The script, where it was fetched before."""
        if url in self._answers:
            self._answers.move_to_end(url)
        return self._answers.get(url)

    def keep(self, url: str, answer: _Answer) -> None:
        """Remembers it, and forgets those that no page has asked for the longest."""
        if url in self._answers:
            return
        self._answers[url] = answer
        self._size += len(answer.body)
        while self._size > MAX_SCRIPT_BYTES:
            self._size -= len(self._answers.popitem(last=False)[1].body)


class Stage:
    """What one page gets while a browser makes it: the page itself, and what its scripts may ask for.

    The browser asks the network for nothing: each of its requests comes here, and goes out by `fetch`, with
    the crawl's guard, bounds and captures, or not at all.
    """

    def __init__(self, served: Response, fetch: _Fetch, hosts: tuple[str, ...], scripts: _Scripts) -> None:
        self.trouble: KaltimcrawlError | None = None
        """What ended the crawl while a script's request was answered."""
        self._page = _Answer(served.status, _plain(served.headers), served.body)
        self._fetch = fetch
        self._hosts = hosts
        self._scripts = scripts
        self._is_given = False
        self._asked = 0

    async def set(self, page: Page, _: object) -> None:
        """Takes over the page's requests, before it asks for anything."""
        await page.route("**", self._reply)
        await page.route_web_socket("**", lambda socket: socket.close())

    async def _reply(self, route: Route) -> None:
        from playwright.async_api import Error as PlaywrightError

        answer = await self._answer(route.request)
        try:
            if answer is None:
                await route.abort("aborted")  # any other reason would put an error's page in the page's place
            else:
                await route.fulfill(status=answer.status, headers=answer.headers, body=answer.body)
        except PlaywrightError:  # the page is closed by now
            pass

    async def _answer(self, request: Request) -> _Answer | None:
        """The answer to one of the page's requests; None where it is refused or can't be had."""
        if request.is_navigation_request():  # the first is ours; then frames, and scripts that go elsewhere
            is_first, self._is_given = not self._is_given, True
            return self._page if is_first else None
        if not self._may_ask(request):
            return None
        is_script = request.resource_type == "script"
        known = self._scripts.get(request.url) if is_script else None
        if known is not None:
            return known
        self._asked += 1
        answer = await self._ask(request) if self._asked <= MAX_ASKED else None
        if is_script and answer is not None and answer.status == 200:
            self._scripts.keep(request.url, answer)
        return answer

    def _may_ask(self, request: Request) -> bool:
        if request.method != "GET" or request.resource_type not in _ASKED_TYPES:
            return False
        if not request.url.startswith(("http://", "https://")):
            return False
        host = host_of(request.url)
        return any(host == own or host.endswith("." + own) for own in self._hosts)

    async def _ask(self, request: Request) -> _Answer | None:
        meta = {
            "of_page": True,
            "for_rendering": True,
            "download_slot": _SLOT,
            "download_maxsize": MAX_PART_BYTES,
            "dont_obey_robotstxt": True,  # it is asked about pages
            "dont_retry": True,
            "autothrottle_dont_adjust_delay": True,
        }
        headers = {
            name: value
            for name, value in request.headers.items()
            if name not in _NOT_OURS_TO_SEND and not name.startswith(("sec-", "if-", ":"))
        }
        try:
            response = await self._fetch(request.url, meta, headers)
        except FetchFailed as failure:  # the page's own affair; what came back is kept
            return _Answer(failure.status, {}, b"") if failure.status else None
        except KaltimcrawlError as error:  # raised in a task of the browser's, where nobody would hear of it
            self.trouble = error
            return None
        return _Answer(response.status, _plain(response.headers), response.body)


def _plain(headers: Headers) -> dict[str, str]:
    """The headers as a browser takes them beside a body whose codings are undone."""
    named = {
        name.decode("latin-1").lower(): b", ".join(headers.getlist(name)).decode("latin-1")
        for name in headers
    }
    return {name: value for name, value in named.items() if name not in _NOT_FOR_BROWSER}
