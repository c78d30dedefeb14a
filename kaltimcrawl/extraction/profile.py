"""What the articles of one portal have in common: lines that are chrome, paths where their parts stand.

No single page can tell that a line stands on every article of its portal; its other articles can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from heapq import nsmallest
from math import ceil, sqrt
from typing import Literal

from kaltimcrawl.extraction.figures import PageFigures, line_hash

MOST_ARTICLES = 1000
"""Articles a profile is made of: memory is bounded, and of more the shares differ by a percent or two."""
FEWEST = 5
"""Articles that must share a line or a path before it means anything."""
LONGEST_CHROME = 300
"""Characters of a line that may be chrome: longer ones are paragraphs that somebody wrote once."""
_SHORT = 25
_SHARE, _SHARE_OF_SHORT = 0.2, 0.4
_PATH_SHARE = 0.6
_SAME = 0.6
_SURELY, _SURE_SHARE = 10, 0.5
_MOST_HOLDERS = 8  # articles asked about a line: of a release's copies only the first is one

Part = Literal["body", "title", "date", "byline"]


def rank_of(key: str) -> int:
    """Where an article stands in its portal's lottery: 63 bits that its key alone decides."""
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1


@dataclass(frozen=True)
class PortalProfile:
    """The figures of a sample of a portal's articles, and what they come to. Pure: it reads no archive.

    The sample is the `MOST_ARTICLES` articles of the lowest rank, a lottery that only their keys decide; of
    an article measured twice the later capture stays. So the same pages, in any order and however often,
    make the same profile.
    """

    pages: tuple[PageFigures, ...] = ()
    """In order of rank; made by `of`."""

    @classmethod
    def of(cls, pages: Iterable[PageFigures]) -> PortalProfile:
        """The profile of `pages`; those without a key are no article of a portal and left out."""
        newest: dict[str, PageFigures] = {}
        for page in pages:
            if page.key:
                newest[page.key] = max(page, newest.get(page.key, page))
        sample = nsmallest(MOST_ARTICLES, newest.values(), key=lambda page: (rank_of(page.key), page.key))
        return cls(tuple(sample))

    def joined(self, pages: Iterable[PageFigures]) -> PortalProfile:
        """The profile of this one's pages and of `pages`."""
        return PortalProfile.of([*self.pages, *pages])

    def is_chrome(self, text: str) -> bool:
        """Whether a line of a body is the portal's rather than the article's.

        It is where it stands on at least `FEWEST` articles, and on more than a fifth of all articles, or of
        those whose body stands at the same path, by more than chance would have it; lines under 25 characters
        ("Susunan pemain") on two fifths. Articles that are mostly the same text count as one: a press
        release is no chrome, however often it is printed.
        """
        return bool(self.chrome) and len(text) <= LONGEST_CHROME and line_hash(text) in self.chrome

    def path_of(self, part: Part) -> str | None:
        """The path at which at least `FEWEST` and three fifths of the articles have that part, or None."""
        return self._paths.get(part)

    @cached_property
    def chrome(self) -> frozenset[int]:
        """`line_hash` of each line that is chrome."""
        articles = self._articles
        chrome = set(_common_lines(articles))
        by_path: dict[str, list[PageFigures]] = {}
        for page in articles:
            by_path.setdefault(page.body_path, []).append(page)
        for group in by_path.values():
            if FEWEST <= len(group) < len(articles):
                chrome.update(_common_lines(group))
        return frozenset(chrome)

    @cached_property
    def _paths(self) -> Mapping[Part, str]:
        articles = self._articles
        paths: dict[Part, str | None] = {
            "body": _common_path([page.body_path for page in articles]),
            "title": _common_path([page.title_path for page in articles]),
            "date": _common_path([page.date_path for page in articles]),
            "byline": _common_path([page.byline_path for page in articles]),
        }
        return {part: path for part, path in paths.items() if path is not None}

    @cached_property
    def _articles(self) -> list[PageFigures]:
        """The sample, of articles that are mostly the same text only the one of lowest rank."""
        counts = Counter(line for page in self.pages for line in page.lines)
        sure = max(_SURELY, _SURE_SHARE * len(self.pages))
        different: list[PageFigures] = []
        twins = _Twins()
        for page in self.pages:
            own = {
                line: size for line, size in zip(page.lines, page.sizes, strict=True) if counts[line] < sure
            }
            shared = {line: size for line, size in own.items() if counts[line] > 1}
            whole = sum(own.values())
            if sum(shared.values()) < _SAME * whole or not whole or twins.take(shared, whole):
                different.append(page)
        return different


class _Twins:
    """The articles whose lines may mostly stand in another one too, by their lines."""

    def __init__(self) -> None:
        self._wholes: list[int] = []
        self._holders: dict[int, list[int]] = {}

    def take(self, lines: Mapping[int, int], whole: int) -> bool:
        """Takes an article of `whole` characters, unless one before has most of its lines: then False."""
        shared: dict[int, int] = {}
        for line, size in lines.items():
            for other in self._holders.get(line, ()):
                shared[other] = shared.get(other, 0) + size
        least = _SAME * whole
        if any(size >= least and size >= _SAME * self._wholes[other] for other, size in shared.items()):
            return False
        for line in lines:
            holders = self._holders.setdefault(line, [])
            if len(holders) < _MOST_HOLDERS:
                holders.append(len(self._wholes))
        self._wholes.append(whole)
        return True


def _common_lines(articles: list[PageFigures]) -> Iterable[int]:
    """The lines that stand on more of `articles` than lines of articles do."""
    number = len(articles)
    counts = Counter(line for page in articles for line in page.lines)
    often = {line for line, count in counts.items() if count >= FEWEST}
    sizes = {
        line: size
        for page in articles
        for line, size in zip(page.lines, page.sizes, strict=True)
        if line in often
    }
    for line, size in sizes.items():
        share = _SHARE_OF_SHORT if size < _SHORT else _SHARE
        if size <= LONGEST_CHROME and counts[line] >= _least_of(share, number):
            yield line


def _least_of(share: float, number: int) -> int:
    """The articles of `number` that must hold a line for its share to be `share` beyond chance.

    A standard deviation or two above the share, roughly the root of the number; but never more than all.
    """
    return max(FEWEST, min(number, ceil(share * number + sqrt(number))))


def _common_path(paths: list[str]) -> str | None:
    counts = Counter(path for path in paths if path)
    if not counts:
        return None
    path, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return path if count >= max(FEWEST, _PATH_SHARE * len(paths)) else None
