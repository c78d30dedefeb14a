"""A walk through sitemaps: from the index to its children, the newest first, those in the range only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from kaltimcrawl.discovery import SitemapChild, read_sitemap
from kaltimcrawl.discovery.extent import Extent
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.spiders.walk import DoorReader, Reach
from kaltimcrawl.storage import KnownDoor

MAX_DEPTH = 3
MAX_SITEMAPS = 2_000


class SitemapWalk:
    """Reads sitemaps, each address once a run."""

    def __init__(self, reader: DoorReader) -> None:
        self._reader = reader
        self._step = reader.step
        self._crawl = reader.crawl
        self._read: set[str] = set()
        self._extent = Extent()

    async def read(self, url: str, *, is_guess: bool = False) -> Reach:
        """How far the sitemap was read, with all that it names.

        It counts as whole only if that reaches back: a sitemap of the last two days has an end, too.
        """
        door = self._step.door(url, "sitemap")
        before = len(self._read)
        self._extent = Extent()
        is_all = await self._walk(door, url, 0, is_guess)
        is_whole = is_all and self._extent.reaches_back(self._crawl.options.since)
        return Reach(is_read=len(self._read) > before or is_all, meets_known=is_all, is_whole=is_whole)

    async def _walk(self, door: KnownDoor, url: str, depth: int, is_guess: bool = False) -> bool:
        """Whether it was read with all that it names: only then may its 304 be taken for an answer."""
        if url in self._read or depth > MAX_DEPTH:
            return True
        if len(self._read) >= MAX_SITEMAPS or self._reader.has_enough():
            return False
        answer = await self._step.open(door, url, is_guess=is_guess)
        if answer is None:
            return False
        if answer.is_unchanged and self._reader.is_updating:
            self._step.note(door, is_new=False)
            return True
        try:
            sitemap = read_sitemap(answer.response.body, answer.response.url, answer.encoding)
        except DiscoveryError as error:
            self._step.unreadable(answer, error, is_guess)
            return False
        self._read.add(url)
        came = await self._reader.admit(sitemap.candidates, answer)
        self._extent |= came.extent
        if sitemap.candidates.cut:
            self._step.unreadable(answer, sitemap.candidates.cut)
        is_whole = not sitemap.candidates.cut and await self._walk_children(door, sitemap.children, depth + 1)
        if is_whole and sitemap.children:  # an index may stay as it is while what it names changes
            self._step.note(door, is_new=came.unknown > 0)
        elif is_whole:
            self._step.remember(answer, is_new=came.unknown > 0)
        return is_whole

    async def _walk_children(self, door: KnownDoor, children: Iterable[SitemapChild], depth: int) -> bool:
        since = self._crawl.options.since
        is_whole = True
        for child in newest_first([child for child in children if child.may_name_articles]):
            if since is not None and child.lastmod is not None and child.lastmod < since:
                self._extent |= Extent(child.lastmod, child.lastmod)
                continue
            if not self._is_unchanged(child):
                is_whole = await self._walk(door, child.url, depth) and is_whole
        return is_whole

    def _is_unchanged(self, child: SitemapChild) -> bool:
        """Whether an update needn't ask the child: the index gives it no change since the last visit."""
        if not self._reader.is_updating or child.lastmod is None:
            return False
        validators = self._crawl.frontier.validators(child.url)
        return validators is not None and child.lastmod < validators.captured


def newest_first(children: Sequence[SitemapChild]) -> list[SitemapChild]:
    """Sitemaps by lastmod, newest first; then those without, last named first: CMSs number them upwards."""
    dated = [child for child in children if child.lastmod is not None]
    undated = [child for child in children if child.lastmod is None]
    return sorted(dated, key=lambda child: child.lastmod or datetime.min, reverse=True) + undated[::-1]
