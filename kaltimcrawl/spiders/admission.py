"""Which of the addresses that doors name come into the frontier."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import islice

from kaltimcrawl.discovery import Candidate, is_article_url
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.urls import host_of

BATCH_SIZE = 500
"""Candidates a transaction: the other portals of the process have their turn between two."""


class Admission:
    """Lets candidates into the portal's frontier."""

    def __init__(self, crawl: PortalCrawl) -> None:
        self._crawl = crawl
        self._portal = crawl.portal

    async def admit(self, candidates: Iterable[Candidate], is_trusted: bool) -> bool:
        """Whether any candidate was unknown. Those of other hosts, or by form no articles, are left out.

        `is_trusted`: the door names nothing but articles, so only the portal's own patterns judge them.
        """
        frontier = self._crawl.frontier
        is_new = False
        wanted = (candidate for candidate in candidates if self._is_wanted(candidate, is_trusted))
        while batch := list(islice(wanted, BATCH_SIZE)):
            known = frontier.known([candidate.url for candidate in batch])
            is_new = is_new or any(candidate.url not in known for candidate in batch)
            frontier.admit(batch, datetime.now(UTC))
            await asyncio.sleep(0)
        return is_new

    def _is_wanted(self, candidate: Candidate, is_trusted: bool) -> bool:
        if is_trusted and not self._portal.doors.article_url:
            host = host_of(candidate.url)
            return any(host == own or host.endswith("." + own) for own in self._crawl.hosts)
        return is_article_url(candidate.url, self._portal.doors, self._portal.home)
