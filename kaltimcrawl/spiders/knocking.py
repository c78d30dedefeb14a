"""A portal's doors found and opened once each, with few requests: what a probe learns of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from urllib.parse import urljoin

from scrapy.http import Response
from w3lib.encoding import http_content_type_encoding

from kaltimcrawl.discovery import (
    Candidate,
    SitemapChild,
    is_article_url,
    read_feed,
    read_home,
    read_listing,
    read_posts,
    read_robots_sitemaps,
    read_sitemap,
)
from kaltimcrawl.discovery.address import is_of_portal
from kaltimcrawl.discovery.archives import is_index, read_date_archive, read_indexes
from kaltimcrawl.discovery.extent import Extent
from kaltimcrawl.discovery.masthead import read_masthead
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.portals import Portal
from kaltimcrawl.portals.findings import DoorKind, FoundDoor
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed
from kaltimcrawl.urls import canonical_url, url_key

MAX_OPENED: dict[DoorKind, int] = {"feed": 3, "sitemap": 3, "wordpress": 1, "listing": 5}
"""Doors of a kind that are opened; a sitemap may take three requests, an index three."""

LISTINGS_BESIDE = 2
"""Listings that are opened where a sitemap or the REST API reaches back: for the samples."""

MAX_DOOR_BYTES = 64 * 1024 * 1024
MAX_CANDIDATES = 50_000
MAX_REFUSALS = 3
"""Answers in a row that speak of the portal's trouble or refusal: then it is left alone."""

_MAX_DEPTH = 3
_DAYS_AGO = timedelta(days=7)
_POSTS_QUERY = "per_page=20&orderby=date&order=desc&_fields=link,title,date_gmt,modified_gmt"
_GUESSED = "guessed: the home page and robots.txt name no door"
_FINAL_GUESSES = frozenset((401, 403, 429))


@dataclass(frozen=True, slots=True)
class Named:
    """What one door named: where samples are drawn from."""

    door: str
    """The door's address."""
    candidates: tuple[Candidate, ...]


class Knocker:
    """Opens a portal's doors. `doors` and `named` grow as it goes; `portal` gets the home that answers."""

    def __init__(
        self,
        portal: Portal,
        fetcher: Fetcher,
        robots_body: Callable[[str], bytes],
        tell: Callable[[str], None],
    ) -> None:
        self.portal = portal
        self.doors: list[FoundDoor] = []
        self.named: list[Named] = []
        self.masthead: tuple[str, str] | None = None
        """The portal's name and where it stood."""
        self.home_problem: FetchFailed | None = None
        """Why the home page can't be read."""
        self.notes: list[str] = []
        self._fetcher = fetcher
        self._robots_body = robots_body
        self._tell = tell
        self._refusals = 0
        self._is_wordpress = False

    @property
    def is_shut(self) -> bool:
        """Whether the portal refuses, or fails, too often to be asked on."""
        return self._refusals >= MAX_REFUSALS

    @property
    def may_guess(self) -> bool:
        """Whether home page and robots.txt were read and named no door at all."""
        is_named = any(door.kind != "listing" or door.url != self.portal.home for door in self.doors)
        return self.home_problem is None and not is_named and not self.is_shut

    async def get(self, url: str, is_guess: bool = False, fetcher: Fetcher | None = None) -> Response:
        """The answer, by `fetcher` where it isn't a door that is asked; raises `FetchFailed`.

        Every request of a probe goes this way.
        """
        self._tell(url)
        meta = {"download_maxsize": MAX_DOOR_BYTES, "dont_retry": is_guess}
        try:
            response = await (fetcher or self._fetcher).get(url, meta)
        except FetchFailed as failure:
            self._refusals = self._refusals + 1 if failure.is_portal_trouble else 0
            raise
        self._refusals = 0
        return response

    async def open_declared(self) -> None:
        """Opens the doors that the portal's file declares; where there are none, those of `find`."""
        doors = self.portal.doors
        declared = (
            *_of_kind("feed", doors.feeds, "declared"),
            *_of_kind("sitemap", doors.sitemaps, "declared"),
            *_of_kind("wordpress", filter(None, [doors.wordpress]), "declared"),
            *_of_kind("listing", doors.listings, "declared"),
        )
        if declared:
            await self._open_all(declared)
        else:
            await self.find()

    async def find(self) -> None:
        """Opens the doors that home page and robots.txt name; the home page itself counts as a listing."""
        try:
            response = await self.get(self.portal.home)
        except FetchFailed as failure:
            self.home_problem = failure
            return
        self.portal = replace(self.portal, home=canonical_url(response.url))
        try:
            doors = self._read_home(response)
        except DiscoveryError as error:
            self.home_problem = FetchFailed("door", str(error), response.status)
            return
        await self._open_all(doors)
        await self._take_home_listing(response)

    def _read_home(self, response: Response) -> list[FoundDoor]:
        body, url, encoding = response.body, response.url, _encoding(response)
        found = read_home(body, url, encoding)
        self.masthead = read_masthead(body, url, encoding)
        self._is_wordpress = b"/wp-content/" in body
        robots = read_robots_sitemaps(self._robots_body(url), url)
        indexes = read_indexes(body, url, encoding)
        known = {url_key(index) for index in indexes}
        sections = [url for url in found.listings if url_key(url) not in known]
        return [
            *_of_kind("feed", found.feeds, "<link rel=alternate> of the home page"),
            *_of_kind("sitemap", robots, "Sitemap line of robots.txt"),
            *_of_kind("sitemap", () if robots else found.sitemaps, "<link rel=sitemap> of the home page"),
            *_of_kind(
                "wordpress", filter(None, [found.wordpress]), "<link rel=https://api.w.org/> of the home page"
            ),
            *_of_kind("listing", indexes, "link to an index on the home page"),
            *_of_kind("listing", sections, "menu of the home page"),
        ]

    async def _take_home_listing(self, response: Response) -> None:
        """The home page as a door: where no other serves, since it then spares the portal the guesses of a
        crawl without doors; and where its list goes on to further pages and none but sections reach back."""
        is_alone = not any(door.serves for door in self.doors)
        if not is_alone and any(door.serves and _names_all(door) for door in self.doors):
            return
        home, doors, encoding = self.portal.home, self.portal.doors, _encoding(response)
        listing = read_listing(response.body, response.url, doors, home, encoding)
        candidates = list(listing.candidates)
        further = listing.next_url if candidates and not self.is_shut else None
        more = await self._read_more(further, candidates) if further else []
        if not (is_alone or more):
            return
        how = "no other door serves" if is_alone else "its list goes on"
        door = FoundDoor("listing", home, f"the home page itself: {how}", True)
        if more:
            detail = f"next page {further} names {len(more)} more"
            door = replace(door, detail=detail, reaches_back=True)
        self._keep(door, [*candidates, *more])

    async def guess(self) -> None:
        """Tries a feed's and a sitemap's usual place, one after the other, up to the first 403."""
        places: tuple[tuple[DoorKind, str], ...] = (
            ("feed", "/feed/"),
            ("sitemap", "/wp-sitemap.xml" if self._is_wordpress else "/sitemap.xml"),
        )
        for kind, path in places:
            door = FoundDoor(kind, urljoin(self.portal.home, path), _GUESSED)
            status = await self._open(door, is_guess=True)
            if self.is_shut or status in _FINAL_GUESSES:
                self.notes.append(f"the portal answers guesses with {status}; nothing more was guessed")
                return

    async def _open_all(self, doors: Iterable[FoundDoor]) -> None:
        opened: dict[DoorKind, int] = {}
        for door in doors:
            count = opened.get(door.kind, 0)
            if self.is_shut or count >= self._most(door.kind):
                self.doors.append(door)
                continue
            opened[door.kind] = count + 1
            await self._open(door)

    def _most(self, kind: DoorKind) -> int:
        """Doors of the kind to be opened: few listings where others reach back, one where an index does."""
        far = [door for door in self.doors if door.serves and door.reaches_back]
        if kind != "listing" or not far:
            return MAX_OPENED[kind]
        return 1 if any(door.is_index for door in far) else LISTINGS_BESIDE

    async def _open(self, door: FoundDoor, is_guess: bool = False) -> int | None:
        """The status of an answer that failed; the door goes to `doors`, with what came of it."""
        openers = {
            "feed": self._open_feed,
            "sitemap": self._open_sitemap,
            "wordpress": self._open_posts,
            "listing": self._open_listing,
        }
        opened = replace(door, is_opened=True)
        try:
            await openers[door.kind](opened, is_guess)
        except FetchFailed as failure:
            self.doors.append(replace(opened, problem=failure.message))
            return failure.status
        except DiscoveryError as error:
            problem = str(error).removeprefix(f"{door.url}: ")
            self.doors.append(replace(opened, problem=problem))
        return None

    async def _open_feed(self, door: FoundDoor, is_guess: bool) -> None:
        response = await self.get(door.url, is_guess)
        candidates = read_feed(response.body, response.url, _encoding(response))
        self._keep(door, candidates)

    async def _open_posts(self, door: FoundDoor, is_guess: bool) -> None:
        separator = "&" if "?" in door.url else "?"
        response = await self.get(f"{door.url}{separator}{_POSTS_QUERY}", is_guess)
        candidates = read_posts(response.body, response.url, _encoding(response))
        total = (response.headers.get("X-WP-Total") or b"").decode("latin-1")
        detail = f"{total} posts in all" if total.isdecimal() else ""
        self._keep(replace(door, detail=detail, reaches_back=True), candidates)

    async def _open_sitemap(self, door: FoundDoor, is_guess: bool) -> None:
        candidates, children = await self._read_sitemap(door.url, is_guess)
        if not children:
            self._keep(replace(door, reaches_back=self._reaches_back(candidates)), candidates)
            return
        # The newest for what is published now, the oldest for how far back it goes.
        for child in dict.fromkeys((children[0], children[-1])):
            if not self.is_shut:
                candidates += await self._read_child(child.url, 1)
        count = len(children)
        detail = f"index of {count} sitemap{'' if count == 1 else 's'}, {min(count, 2)} of them read"
        is_long = count > 1 or self._reaches_back(candidates)
        self._keep(replace(door, detail=detail, reaches_back=is_long), candidates)

    def _reaches_back(self, candidates: Iterable[Candidate]) -> bool:
        """Whether the articles among them do; the oldest page of a portal is often no article."""
        return Extent.of(one for one in candidates if self._is_wanted(one)).reaches_back()

    async def _read_sitemap(
        self, url: str, is_guess: bool = False
    ) -> tuple[list[Candidate], list[SitemapChild]]:
        """The candidates and the children that may name articles, the newest child first."""
        response = await self.get(url, is_guess)
        sitemap = read_sitemap(response.body, response.url, _encoding(response))
        children = [child for child in sitemap.children if child.may_name_articles]
        earliest = datetime.min.replace(tzinfo=UTC)
        children.sort(key=lambda child: child.lastmod or earliest, reverse=True)
        return list(islice(sitemap.candidates, MAX_CANDIDATES)), children

    async def _read_child(self, url: str, depth: int) -> list[Candidate]:
        """The candidates of a sitemap that an index names; none where it can't be read."""
        try:
            candidates, children = await self._read_sitemap(url)
        except (FetchFailed, DiscoveryError) as error:
            self.notes.append(f"{url}: {str(error).removeprefix(f'{url}: ')}")
            return []
        if children and depth < _MAX_DEPTH and not self.is_shut:
            return await self._read_child(children[0].url, depth + 1)
        return candidates

    async def _open_listing(self, door: FoundDoor, is_guess: bool) -> None:
        response = await self.get(door.url, is_guess)
        home, doors, encoding = self.portal.home, self.portal.doors, _encoding(response)
        listing = read_listing(response.body, response.url, doors, home, encoding)
        archive = read_date_archive(response.body, response.url, encoding)
        door = replace(door, is_index=is_index(door.url))
        candidates = list(listing.candidates)
        details = []
        # Only an index is followed: one request shows for all listings of the portal that its pages go on.
        if listing.next_url and door.is_index and candidates:
            more = await self._read_more(listing.next_url, candidates)
            details.append(f"next page {listing.next_url} names {len(more)} more")
            door = replace(door, reaches_back=bool(more))
            candidates += more
        elif listing.next_url:
            details.append(f"next page {listing.next_url}")
            door = replace(door, reaches_back=bool(candidates))
        if archive is not None:
            details.append(f"by date {archive.template}")
            door = replace(door, by_date=archive.template)
            if door.is_index:
                more = await self._read_more(archive.of(datetime.now(UTC).date() - _DAYS_AGO), candidates)
                details[-1] += f" (a day a week ago names {len(more)} more)"
                candidates += more
        self._keep(replace(door, detail="; ".join(details)), candidates)

    async def _read_more(self, url: str, known: Iterable[Candidate]) -> list[Candidate]:
        """What a further page of a listing names besides `known`; nothing where it can't be read."""
        keys = {candidate.key for candidate in known}
        try:
            response = await self.get(url)
            listing = read_listing(
                response.body, response.url, self.portal.doors, self.portal.home, _encoding(response)
            )
        except (FetchFailed, DiscoveryError):
            return []
        return [candidate for candidate in listing.candidates if candidate.key not in keys]

    def _keep(self, door: FoundDoor, candidates: Iterable[Candidate]) -> None:
        """Puts the door into `doors` and what it names of the portal's articles into `named`."""
        given = list(candidates)
        own = [one for one in given if self._is_wanted(one)]
        if door.kind in ("feed", "wordpress"):
            self._note_odd_addresses(door, own)
        times = [time for one in own if (time := one.published or one.lastmod)]
        problem = None if own else _why_none(len(given))
        self.doors.append(replace(door, named=len(own), oldest=min(times, default=None), problem=problem))
        if own:
            self.named.append(Named(door.url, tuple(own)))

    def _is_wanted(self, candidate: Candidate) -> bool:
        doors, home = self.portal.doors, self.portal.home
        if candidate.is_article and not doors.article_url:
            return is_of_portal(candidate.url, home)
        return is_article_url(candidate.url, doors, home)

    def _note_odd_addresses(self, door: FoundDoor, candidates: list[Candidate]) -> None:
        odd = [one for one in candidates if not is_article_url(one.url, self.portal.doors, self.portal.home)]
        if odd and 2 * len(odd) >= len(candidates):
            self.notes.append(
                f"{len(odd)} of {len(candidates)} addresses of {door.url} don't have the form of an"
                f" article's, as {odd[0].url};"
                " sitemaps and listings leave such out unless article_url gives their form"
            )


def _of_kind(kind: DoorKind, urls: Iterable[str], how: str) -> list[FoundDoor]:
    return [FoundDoor(kind, url, how) for url in urls]


def _names_all(door: FoundDoor) -> bool:
    """Whether the door leads to all articles of the portal, not to those of a section."""
    return door.reaches_back and (door.kind != "listing" or door.is_index)


def _why_none(given: int) -> str:
    return f"names {given} addresses, none an article of the portal by its form" if given else "names nothing"


def _encoding(response: Response) -> str | None:
    header = response.headers.get("Content-Type")
    return http_content_type_encoding(header.decode("latin-1")) if header else None
