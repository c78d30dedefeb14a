"""How far back a door goes, as far as its candidates tell: whether it may have named everything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kaltimcrawl.discovery.candidate import Candidate

LONG_REACH = timedelta(days=60)
"""The time that a sitemap's articles must span: those for Google News hold two days."""

LONG_SITEMAP = 500
"""Undated addresses by which a sitemap counts as one that reaches back."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The oldest and the newest time of candidates (aware), and how many have none."""

    oldest: datetime | None = None
    newest: datetime | None = None
    undated: int = 0

    @classmethod
    def of(cls, candidates: Iterable[Candidate]) -> Extent:
        """That of some candidates: by publication, else by last change."""
        times, undated = [], 0
        for candidate in candidates:
            time = candidate.published or candidate.lastmod
            if time is None:
                undated += 1
            else:
                times.append(time)
        return cls(min(times, default=None), max(times, default=None), undated)

    def __or__(self, other: Extent) -> Extent:
        """That of both together."""
        oldest = [time for time in (self.oldest, other.oldest) if time is not None]
        newest = [time for time in (self.newest, other.newest) if time is not None]
        return Extent(min(oldest, default=None), max(newest, default=None), self.undated + other.undated)

    def reaches_back(self, since: datetime | None = None) -> bool:
        """Whether it goes beyond the newest articles, or as far back as `since` (aware)."""
        if self.undated >= LONG_SITEMAP:
            return True
        if self.oldest is None or self.newest is None:
            return False
        return self.newest - self.oldest >= LONG_REACH or (since is not None and self.oldest <= since)
