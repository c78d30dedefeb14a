"""A portal's profile while its pages arrive."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from kaltimcrawl.extraction.figures import PageFigures
from kaltimcrawl.extraction.profile import MOST_ARTICLES, PortalProfile, rank_of

_GROWTH = 4
_FIRST_ARTICLES = 20


@dataclass(frozen=True, slots=True)
class Learned:
    """How a page changed the sample."""

    kept: PageFigures | None
    """The figures that its article has in the sample now; None where it has no place there."""
    dropped: str | None
    """Key of the article that lost its place to it."""


class Learner:
    """Takes figures one by one; `profile` is what they come to.

    What a profile knows costs a few milliseconds to find out at its full size, so it is found out anew when
    the sample has changed by a quarter: at each of the first articles, at every 250th of thousands.
    """

    def __init__(self, profile: PortalProfile) -> None:
        self._profile = profile
        self._pages = {page.key: page for page in profile.pages}
        self._ranks = [(-rank_of(key), key) for key in self._pages]  # the highest rank on top
        heapify(self._ranks)
        self._changes = 0

    @property
    def profile(self) -> PortalProfile:
        """The profile of the pages so far, or of nearly all of them."""
        number = len(self._pages)
        if self._changes and (number <= _FIRST_ARTICLES or self._changes * _GROWTH >= number):
            self._profile = PortalProfile.of(self._pages.values())
            self._changes = 0
        return self._profile

    def take(self, figures: PageFigures) -> Learned:
        """Takes a page's figures into the sample, where its article has a place in it."""
        known = self._pages.get(figures.key)
        if known is not None:
            kept = max(known, figures)
            if kept != known:
                self._pages[figures.key] = kept
                self._changes += 1
            return Learned(kept, None)
        if not figures.key:
            return Learned(None, None)
        dropped = None
        place = (-rank_of(figures.key), figures.key)
        if len(self._pages) >= MOST_ARTICLES:
            if place < self._ranks[0]:
                return Learned(None, None)
            dropped = heappop(self._ranks)[1]
            del self._pages[dropped]
        heappush(self._ranks, place)
        self._pages[figures.key] = figures
        self._changes += 1
        return Learned(figures, dropped)
