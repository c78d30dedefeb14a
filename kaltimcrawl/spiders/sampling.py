"""A few of a portal's articles, drawn from all its doors, fetched and read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kaltimcrawl.discovery import Candidate
from kaltimcrawl.extraction import Article
from kaltimcrawl.intake import read_page
from kaltimcrawl.portals import Portal
from kaltimcrawl.spiders.fetch import Fetcher, FetchFailed, capture_of
from kaltimcrawl.spiders.knocking import Knocker, Named
from kaltimcrawl.urls import url_key

MAX_ARTICLES = 10
MAX_PAGES = 15
"""Pages fetched for them, those that turn out to be no article included."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page that a door named as an article's."""

    url: str
    """The address that answered; the one asked for where none did."""
    door: str
    """The address of the door that named it."""
    article: Article | None = None
    """None where the page is no article, or none came."""
    problem: str | None = None
    """Why there is no article, one line."""
    body: bytes = b""
    content_type: str | None = None
    captured: datetime | None = None
    """When it was fetched; aware. None where nothing came."""


class Sampler:
    """Draws samples until there are `MAX_ARTICLES`, or `MAX_PAGES` pages were asked for, by `fetcher`."""

    def __init__(self, knocker: Knocker, fetcher: Fetcher) -> None:
        self.samples: list[Sample] = []
        self._knocker = knocker
        self._fetcher = fetcher
        self._asked: set[str] = set()

    async def run(self) -> None:
        """Draws from what the doors have named up to now; can be called again when there is more."""
        for door, candidate in draw(self._knocker.named):
            if self._is_enough():
                return
            if candidate.key not in self._asked:
                self._asked.add(candidate.key)
                sample = await self._sample(door, candidate, self._knocker.portal)
                self._asked.add(url_key(sample.url))  # of an address that redirects, the article's own too
                self.samples.append(sample)

    def _is_enough(self) -> bool:
        articles = sum(sample.article is not None for sample in self.samples)
        return self._knocker.is_shut or articles >= MAX_ARTICLES or len(self.samples) >= MAX_PAGES

    async def _sample(self, door: str, candidate: Candidate, portal: Portal) -> Sample:
        try:
            response = await self._knocker.get(candidate.url, fetcher=self._fetcher)
        except FetchFailed as failure:
            return Sample(candidate.url, door, problem=failure.message)
        capture = capture_of(response)
        article = read_page(capture, response.body, portal).article
        return Sample(
            url=response.url,
            door=door,
            article=article,
            problem=None if article else "no article in it",
            body=response.body,
            content_type=capture.content_type,
            captured=capture.captured,
        )


def draw(named: Sequence[Named]) -> Iterator[tuple[str, Candidate]]:
    """A door and a candidate, the doors in turn; of each door the newest first, then spread to its oldest."""
    turns = deque((one.door, _spread(_newest_first(one.candidates))) for one in named)
    while turns:
        door, candidates = turns.popleft()
        candidate = next(candidates, None)
        if candidate is not None:
            yield door, candidate
            turns.append((door, candidates))


def _newest_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    """By their times; those without one keep their order behind the others."""
    earliest = datetime.min.replace(tzinfo=UTC)
    return sorted(candidates, key=lambda one: one.published or one.lastmod or earliest, reverse=True)


def _spread(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """All of `candidates`: the first, the last, the middle one, those in the middle of what is between, …"""
    ends = [0, len(candidates) - 1] if len(candidates) > 1 else [0] * len(candidates)
    yield from (candidates[end] for end in ends)
    gaps = deque([(0, len(candidates) - 1)])
    while gaps:
        low, high = gaps.popleft()
        if high - low > 1:
            middle = (low + high) // 2
            yield candidates[middle]
            gaps.extend([(low, middle), (middle, high)])
