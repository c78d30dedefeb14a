"""Which of the addresses that doors name come into the frontier, and what the doors printed of them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice

from kaltimcrawl.capture import Capture
from kaltimcrawl.discovery import Candidate, is_article_url
from kaltimcrawl.discovery.extent import Extent
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.storage import KeptWitness, KnownDoor, WitnessKind, keep_witnesses
from kaltimcrawl.urls import host_of

BATCH_SIZE = 500
"""Candidates a transaction: the other portals of the process have their turn between two."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """How many of a door's candidates came in."""

    named: int = 0
    """Those of the portal that may be articles."""
    unknown: int = 0
    """Of these, those that no door had named before."""
    extent: Extent = field(default_factory=Extent)
    """How far back those that were named go."""

    def __add__(self, other: Admitted) -> Admitted:
        return Admitted(self.named + other.named, self.unknown + other.unknown, self.extent | other.extent)


class Admission:
    """Lets candidates into the portal's frontier."""

    def __init__(self, crawl: PortalCrawl) -> None:
        self._crawl = crawl
        self._portal = crawl.portal

    async def admit(
        self,
        candidates: Iterable[Candidate],
        door: KnownDoor,
        capture: Capture | None = None,
    ) -> Admitted:
        """How many came in. Those of other hosts are left out, and those that are no articles by their form.

        The form of what the door itself calls an article is judged by the portal's own patterns only.
        `capture` is the door's answer, from which the texts that it prints are kept as witnesses.
        """
        frontier = self._crawl.frontier
        total = Admitted()
        wanted = (candidate for candidate in candidates if self._is_wanted(candidate))
        while batch := list(islice(wanted, BATCH_SIZE)):
            known = frontier.known([candidate.url for candidate in batch])
            keys = {candidate.key for candidate in batch if candidate.url not in known}
            total += Admitted(len(batch), len(keys), Extent.of(batch))
            with self._crawl.archive.batch():
                frontier.admit(batch, datetime.now(UTC), door.id)
                if capture is not None:
                    keep_witnesses(self._crawl.archive, _witnesses(batch, door, capture))
            await asyncio.sleep(0)
        return total

    def _is_wanted(self, candidate: Candidate) -> bool:
        if candidate.is_article and not self._portal.doors.article_url:
            host = host_of(candidate.url)
            return any(host == own or host.endswith("." + own) for own in self._crawl.hosts)
        return is_article_url(candidate.url, self._portal.doors, self._portal.home)


def _witnesses(candidates: Sequence[Candidate], door: KnownDoor, capture: Capture) -> list[KeptWitness]:
    kind: WitnessKind = "rest" if door.kind == "rest" else "feed"
    return [
        KeptWitness(
            one.key,
            kind,
            one.content,
            one.title,
            one.published,
            capture.captured,
            capture.refers_to or capture.record_id,
        )
        for one in candidates
        if one.content
    ]
