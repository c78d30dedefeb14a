"""A portal's doors read one after another, cheapest first; the candidates they name go to the frontier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from scrapy.http import Response
from w3lib.encoding import http_content_type_encoding

from kaltimcrawl.discovery import (
    Candidate,
    Listing,
    SitemapChild,
    read_feed,
    read_home,
    read_listing,
    read_posts,
    read_robots_sitemaps,
    read_sitemap,
)
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.portals import Doors
from kaltimcrawl.spiders.admission import Admission
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed, capture_of

MAX_DOOR_BYTES = 64 * 1024 * 1024
MAX_SITEMAP_DEPTH = 3
MAX_SITEMAPS = 2_000
MAX_PAGES = 1_000
"""Pages of one listing, or of the REST endpoint (of 100 posts each)."""

_REST_QUERY = "per_page=100&page={page}&orderby=date&order=desc&_fields=link,title,date_gmt,modified_gmt"


class DoorWalk:
    """Reads the doors a portal declares; where it declares none, those that home page and robots.txt name."""

    def __init__(self, crawl: PortalCrawl, fetcher: Fetcher, robots_body: Callable[[str], bytes]) -> None:
        self._crawl = crawl
        self._portal = crawl.portal
        self._options = crawl.options
        self._fetcher = fetcher
        self._robots_body = robots_body
        self._admission = Admission(crawl)
        self._sitemaps: set[str] = set()
        self.opened = 0
        """Doors that answered, "not modified" included."""

    async def run(self) -> None:
        """Returns when the doors are read, or enough is due for the run's limit."""
        doors = self._portal.doors
        if not (doors.feeds or doors.sitemaps or doors.wordpress or doors.listings):
            doors = await self._find_doors()
        for url in doors.feeds:
            await self._read_feed(url)
        for url in doors.sitemaps:
            await self._read_sitemap(url)
        if doors.wordpress:
            await self._read_posts(doors.wordpress)
        for url in doors.listings:
            await self._read_listing(url)

    async def _find_doors(self) -> Doors:
        """The doors that the home page and robots.txt name; of those that reach back, the cheapest.

        The home page itself is read as a listing. Where it names no other door, two usual places are tried,
        and no more: some portals shut for good to a robot that guesses.
        """
        declared = self._portal.doors
        home = await self._open(self._portal.home, {"door": False})
        if home is None:
            return declared
        try:
            found = read_home(home.body, home.url, _encoding(home))
            await self._admission.admit(self._listed(home).candidates, is_trusted=True)
        except DiscoveryError as error:
            self._unreadable(home, error)
            return declared
        sitemaps = tuple(read_robots_sitemaps(self._robots_body(home.url), home.url)) or found.sitemaps
        if not (found.feeds or sitemaps or found.wordpress):
            await self._read_feed(urljoin(self._portal.home, "/feed/"), is_guess=True)
            await self._read_sitemap(urljoin(self._portal.home, "/sitemap.xml"), is_guess=True)
        wordpress = found.wordpress if not sitemaps else None
        listings = found.listings if not (sitemaps or wordpress or self._sitemaps) else ()
        return replace(declared, feeds=found.feeds, sitemaps=sitemaps, wordpress=wordpress, listings=listings)

    async def _open(
        self, url: str, meta: dict[str, Any] | None = None, is_guess: bool = False
    ) -> Response | None:
        """The answer of a door, 304 where it has not changed; None where it failed, which is recorded.

        A guess that fails is no failure of the portal's.
        """
        try:
            response = await self._fetcher.get(
                url, {"door": True, "download_maxsize": MAX_DOOR_BYTES} | (meta or {})
            )
        except FetchFailed as failure:
            if not is_guess:
                self._crawl.ledger.error(url, failure)
            return None
        finally:
            self._crawl.ledger.flush_when_due()
        self.opened += not is_guess
        return response

    async def _read_feed(self, url: str, is_guess: bool = False) -> None:
        response = await self._open(url, is_guess=is_guess)
        if response is None or response.status == 304:
            return
        try:
            candidates = read_feed(response.body, response.url, _encoding(response))
        except DiscoveryError as error:
            self._unreadable(response, error, is_guess)
            return
        await self._admission.admit(candidates, is_trusted=True)
        self._remember(url, response)

    async def _read_sitemap(self, url: str, depth: int = 0, is_guess: bool = False) -> bool:
        """Whether it was read with all that it names: only then may an update take its 304 for an answer."""
        if url in self._sitemaps or depth > MAX_SITEMAP_DEPTH:
            return True
        if len(self._sitemaps) >= MAX_SITEMAPS or self._has_enough():
            return False
        response = await self._open(url, is_guess=is_guess)
        if response is None or response.status == 304:
            return response is not None
        try:
            sitemap = read_sitemap(response.body, response.url, _encoding(response))
        except DiscoveryError as error:
            self._unreadable(response, error, is_guess)
            return False
        self._sitemaps.add(url)
        await self._admission.admit(sitemap.candidates, is_trusted=False)
        if sitemap.candidates.cut:
            self._unreadable(response, sitemap.candidates.cut)
        is_whole = not sitemap.candidates.cut and await self._read_children(sitemap.children, depth + 1)
        if is_whole:
            self._remember(url, response)
        return is_whole

    async def _read_children(self, children: Iterable[SitemapChild], depth: int) -> bool:
        since = self._options.since
        is_whole = True
        for child in newest_first(child for child in children if child.may_name_articles):
            if since is not None and child.lastmod is not None and child.lastmod < since:
                is_whole = False
            elif not self._is_unchanged(child):
                is_whole = await self._read_sitemap(child.url, depth) and is_whole
        return is_whole

    def _is_unchanged(self, child: SitemapChild) -> bool:
        """Whether an update needn't ask the child: the index gives it no change since the last visit."""
        if self._options.command != "update" or child.lastmod is None:
            return False
        validators = self._crawl.frontier.validators(child.url)
        return validators is not None and child.lastmod < validators.captured

    async def _read_posts(self, endpoint: str) -> None:
        for page in range(1, MAX_PAGES + 1):
            if self._has_enough():
                return
            url = posts_url(endpoint, page, self._options.since)
            response = await self._open(url, is_guess=page > 1)  # the page after the last may answer 400
            if response is None or response.status == 304:
                return
            try:
                candidates = read_posts(response.body, response.url, _encoding(response))
            except DiscoveryError as error:
                self._unreadable(response, error)
                return
            is_new = await self._admission.admit(candidates, is_trusted=True)
            self._remember(url, response)
            pages = (response.headers.get("X-WP-TotalPages") or b"").decode("latin-1")
            is_last = page >= int(pages) if pages.isdecimal() else len(candidates) < 100
            if is_last or self._is_behind(candidates, is_new):
                return

    async def _read_listing(self, first: str) -> None:
        url: str | None = first
        asked: set[str] = set()
        seen: set[str] = set()
        while url is not None and url not in asked and len(asked) < MAX_PAGES and not self._has_enough():
            asked.add(url)
            response = await self._open(url, is_guess=url != first)  # many a last page links to a 404
            if response is None or response.status == 304:
                return
            try:
                listing = self._listed(response)
            except DiscoveryError as error:
                self._unreadable(response, error)
                return
            candidates = [candidate for candidate in listing.candidates if candidate.key not in seen]
            seen.update(candidate.key for candidate in candidates)
            is_new = await self._admission.admit(candidates, is_trusted=True)
            if url == first:
                self._remember(url, response)
            if not candidates or self._is_behind(candidates, is_new):
                return
            url = listing.next_url

    def _listed(self, response: Response) -> Listing:
        return read_listing(
            response.body, response.url, self._portal.doors, self._portal.home, _encoding(response)
        )

    def _is_behind(self, candidates: Iterable[Candidate], is_new: bool) -> bool:
        """Whether what comes after these is known already (an update) or older than --since."""
        if self._options.command == "update" and not is_new:
            return True
        since = self._options.since
        times = [candidate.published or candidate.lastmod for candidate in candidates]
        return since is not None and bool(times) and all(time is not None and time < since for time in times)

    def _has_enough(self) -> bool:
        """Whether more is due than the run's limit lets it fetch; asked only once a door has been read."""
        limit = self._options.limit
        if limit is None or not self.opened:
            return False
        return len(self._crawl.frontier.due(limit, self._options.since)) >= limit

    def _remember(self, url: str, response: Response) -> None:
        """Keeps what the next update's request needs; only once the door's candidates are kept."""
        etag, modified = response.headers.get("ETag"), response.headers.get("Last-Modified")
        self._crawl.frontier.keep_validators(
            url,
            etag.decode("latin-1") if etag else None,
            modified.decode("latin-1") if modified else None,
            capture_of(response).captured,
        )

    def _unreadable(self, response: Response, error: DiscoveryError | str, is_guess: bool = False) -> None:
        if is_guess:
            return
        failure = FetchFailed("door", str(error), response.status, capture_of(response).record_id)
        self._crawl.ledger.error(response.url, failure)


def newest_first(children: Iterable[SitemapChild]) -> list[SitemapChild]:
    """Sitemaps by lastmod, newest first; then those without, last named first: CMSs number them upwards."""
    dated = [child for child in children if child.lastmod is not None]
    undated = [child for child in children if child.lastmod is None]
    return sorted(dated, key=lambda child: child.lastmod or datetime.min, reverse=True) + undated[::-1]


def posts_url(endpoint: str, page: int, since: datetime | None = None) -> str:
    """The address of a page of the REST endpoint's posts, newest first.

    `after` is read as the site's own time, which may be a day behind:
    https://developer.wordpress.org/rest-api/reference/posts/#list-posts
    """
    query = _REST_QUERY.format(page=page)
    if since is not None:
        query += f"&after={(since.astimezone(UTC) - timedelta(days=1)):%Y-%m-%dT%H:%M:%S}"
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{query}"


def _encoding(response: Response) -> str | None:
    header = response.headers.get("Content-Type")
    return http_content_type_encoding(header.decode("latin-1")) if header else None
