"""A walk through WordPress REST: its posts, the newest first, a hundred a page.

https://developer.wordpress.org/rest-api/reference/posts/#list-posts
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kaltimcrawl.discovery import read_posts
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.spiders.doorstep import NoSuchPage
from kaltimcrawl.spiders.walk import DoorReader, Reach

MAX_PAGES = 1_000
_POSTS_A_PAGE = 100
_QUERY = "per_page=100&page={page}&orderby=date&order=desc&_fields=link,title,date_gmt,modified_gmt,content"
_SITES_CLOCK = timedelta(days=1)  # `after` and `before` are read as the site's own time


class PostsWalk:
    """Reads the posts endpoint of a portal."""

    def __init__(self, reader: DoorReader) -> None:
        self._reader = reader
        self._step = reader.step

    async def read(self, endpoint: str) -> Reach:
        """How far the posts were read."""
        options = self._reader.crawl.options
        door = self._step.door(endpoint, "rest")
        reach = Reach()
        pages: int | None = None
        for page in range(1, MAX_PAGES + 1):
            if self._reader.has_enough():
                return reach
            url = posts_url(endpoint, page, options.since, options.until)
            try:
                answer = await self._step.open(door, url, may_be_missing=page > 1 and pages is None)
            except NoSuchPage:
                return replace(reach, is_whole=True)
            if answer is None:
                return reach
            if answer.is_unchanged and self._reader.is_updating:
                self._step.note(door, is_new=False)
                return Reach(is_read=True, meets_known=True)
            try:
                candidates = read_posts(answer.response.body, answer.response.url, answer.encoding)
            except DiscoveryError as error:
                self._step.unreadable(answer, error)
                return reach
            came = await self._reader.admit(candidates, answer)
            is_bounded = options.since is not None or options.until is not None
            total = None if is_bounded else _number(answer.header("X-WP-Total"))
            self._step.remember(answer, is_new=came.unknown > 0, total=total)
            pages = _number(answer.header("X-WP-TotalPages"))
            is_last = page >= pages if pages is not None else len(candidates) < _POSTS_A_PAGE
            meets_known = came.unknown < came.named
            reach = Reach(is_read=True, meets_known=meets_known, is_whole=is_last)
            if is_last or self._reader.passes_since(candidates):
                return Reach(is_read=True, meets_known=meets_known, is_whole=True)
            if self._reader.is_updating and not came.unknown:
                return reach
        return reach


def posts_url(endpoint: str, page: int, since: datetime | None = None, until: datetime | None = None) -> str:
    """The address of one page of posts: those of the range, with a day to spare on either side."""
    query = _QUERY.format(page=page)
    if since is not None:
        query += f"&after={(since.astimezone(UTC) - _SITES_CLOCK):%Y-%m-%dT%H:%M:%S}"
    if until is not None:
        query += f"&before={(until.astimezone(UTC) + _SITES_CLOCK):%Y-%m-%dT%H:%M:%S}"
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{query}"


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else None
