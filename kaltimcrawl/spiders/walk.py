"""What the walks through doors of every kind share, and the plainest of them: the feed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kaltimcrawl.discovery import Candidate, read_feed
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.spiders.admission import Admission, Admitted
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.spiders.doorstep import Answered, Doorstep


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a door was read."""

    is_read: bool = False
    """Whether it answered with what it should."""
    meets_known: bool = False
    """Whether it came to what was known before (or said that nothing has changed): nothing lies between."""
    is_whole: bool = False
    """Whether it was read to its end, or to where the run's bounds end, and that is all the portal has."""
    named: int = 0
    """Articles that it named, where that was counted."""


class DoorReader:
    """Takes what doors name into the frontier."""

    def __init__(self, crawl: PortalCrawl, step: Doorstep) -> None:
        self.crawl = crawl
        self.step = step
        self._admission = Admission(crawl)

    async def admit(self, candidates: Iterable[Candidate], answer: Answered) -> Admitted:
        """How many of an answer's candidates came into the frontier."""
        return await self._admission.admit(candidates, answer.door, answer.capture)

    @property
    def is_updating(self) -> bool:
        """Whether what is known ends a walk."""
        return self.crawl.options.command == "update"

    def has_enough(self) -> bool:
        """Whether the run is over, or more is due than it may fetch; asked only once a door has been read."""
        if self.crawl.is_over:
            return True
        most = self.crawl.options.max_pages
        if most is None or not self.step.opened:
            return False
        return len(self.crawl.due(most)) >= most

    def passes_since(self, candidates: Iterable[Candidate]) -> bool:
        """Whether all of these are older than what the run asks for: what comes after them is too."""
        since = self.crawl.options.since
        times = [candidate.published or candidate.lastmod for candidate in candidates]
        return since is not None and bool(times) and all(time is not None and time < since for time in times)

    async def read_feed(self, url: str, is_guess: bool = False) -> Reach:
        """How far the feed was read."""
        answer = await self.step.open(self.step.door(url, "feed"), is_guess=is_guess)
        if answer is None:
            return Reach()
        if answer.is_unchanged and self.is_updating:
            self.step.note(answer.door, is_new=False)
            return Reach(is_read=True, meets_known=True)
        try:
            candidates = read_feed(answer.response.body, answer.response.url, answer.encoding)
        except DiscoveryError as error:
            self.step.unreadable(answer, error, is_guess)
            return Reach()
        came = await self.admit(candidates, answer)
        self.step.remember(answer, is_new=came.unknown > 0)
        return Reach(is_read=True, meets_known=came.unknown < came.named or not came.named)
