"""The numbers by which portals count their articles, and those between that nobody named.

/read/63474/slug, /berita/527615, /slug-1234567.html, /?p=123: a portal that numbers its articles in one row
tells by the numbers that are missing what no door has told. They are evidence: no address can be made of one.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kaltimcrawl.discovery.words import PAGE_ENDINGS
from kaltimcrawl.urls import split_url

LONGEST_RUN = 100
"""Numbers: where more are missing in a row, the portal may have begun to count anew."""
LEAST_KNOWN = 20
"""Known numbers in a stretch, before what lies between them says anything."""
LEAST_SHARE = 0.5
"""Of a stretch's numbers. Where fewer are known, what is no article is numbered in the same row."""
MOST_SHAPES = 200
"""Shapes that are kept: a portal has a handful."""

_NUMBER = re.compile(r"[1-9][0-9]{0,11}")
_MARKED_NUMBER = re.compile(r"([a-z]{1,3}-?)([1-9][0-9]{3,11})")
_NUMBER_AFTER_SLUG = re.compile(r"[^/]*[^/0-9][-_.]([1-9][0-9]{4,11})")
_NUMBER_BEFORE_SLUG = re.compile(r"([1-9][0-9]{3,11})[-_][^/]*[^/0-9][^/]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH_OR_DAY = re.compile(r"[0-3]?[0-9]")
_PARAMETERS = ("p", "id", "read", "newsid", "berita", "artikel", "idberita", "id_berita", "article_id")


@dataclass(frozen=True, slots=True)
class Numbered:
    """An address taken apart."""

    shape: str
    """The address with `{n}` for the number and `*` for what else differs: `kaltim.example/*/{n}/*`."""
    number: int


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers in a row that nobody named."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        return f"{self.first}–{self.last}" if self.last > self.first else str(self.first)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """The numbers of one shape."""

    shape: str
    known: int
    """Different numbers that known addresses have."""
    first: int
    last: int
    counted: int
    """Of these, those in stretches that count articles: `LEAST_KNOWN` or more, and `LEAST_SHARE` of all."""
    missing: int
    """Numbers in those stretches that nobody named; always 0 where the row counts other things too."""
    runs: tuple[Run, ...]
    """These, the highest first."""

    @property
    def is_dense(self) -> bool:
        """Whether the portal counts its articles by these numbers, so that a missing one says something."""
        return self.counted > 0

    @property
    def share(self) -> float:
        """Of the numbers that could be known, those that are: of dense stretches, else from first to last."""
        return (
            self.counted / (self.counted + self.missing)
            if self.counted
            else self.known / (self.last - self.first + 1)
        )


class NumberBook:
    """Gathers the numbers of a portal's addresses: 8 bytes for each, whatever the address."""

    def __init__(self) -> None:
        self._numbers: dict[str, array[int]] = {}

    def add(self, url: str) -> None:
        """Takes an address that is known."""
        found = number_in(url)
        if found is None:
            return
        if found.shape in self._numbers:
            self._numbers[found.shape].append(found.number)
        elif len(self._numbers) < MOST_SHAPES:
            self._numbers[found.shape] = array("q", (found.number,))

    def rows(self) -> list[NumberRow]:
        """The rows of numbers with `LEAST_KNOWN` known or more, the longest first."""
        rows = [read_row(shape, numbers) for shape, numbers in self._numbers.items()]
        return sorted((row for row in rows if row.known >= LEAST_KNOWN), key=lambda row: -row.known)


def number_in(url: str) -> Numbered | None:
    """The number that `url` carries, or None: a whole segment, one at a slug's end or start, or a parameter.

    A year, month or day in the path is none, and the first that is found counts.

    >>> number_in("https://kaltim.example/read/63474/banjir-surut")
    Numbered(shape='kaltim.example/*/{n}/*', number=63474)
    >>> number_in("https://kaltim.example/?p=123")
    Numbered(shape='kaltim.example/?p={n}', number=123)
    """
    try:
        parts = split_url(url)
    except ValueError:
        return None
    host = parts.netloc.removeprefix("www.")
    segments = [segment for segment in parts.path.lower().split("/") if segment]
    places = list(_undated(segments))
    for place in places:
        found = _whole_number(_stem(segments[place]))
        if found is not None:
            return Numbered(_shape(host, segments, place, found[0]), found[1])
    if segments and places and places[-1] == len(segments) - 1:
        slug = _stem(segments[-1])
        after, before = _NUMBER_AFTER_SLUG.fullmatch(slug), _NUMBER_BEFORE_SLUG.fullmatch(slug)
        if after:
            return Numbered(_shape(host, segments, len(segments) - 1, "*-{n}"), int(after[1]))
        if before:
            return Numbered(_shape(host, segments, len(segments) - 1, "{n}-*"), int(before[1]))
    for pair in parts.query.lower().split("&"):
        name, _, value = pair.partition("=")
        if name in _PARAMETERS and _NUMBER.fullmatch(value):
            return Numbered(f"{_shape(host, segments, -1, '')}?{name}={{n}}", int(value))
    return None


def _undated(segments: list[str]) -> Iterator[int]:
    """The places of the segments that are no year, month or day."""
    place = 0
    while place < len(segments):
        if _YEAR.fullmatch(segments[place]):
            place += 1
            for _ in range(2):
                place += place < len(segments) and _MONTH_OR_DAY.fullmatch(segments[place]) is not None
        else:
            yield place
            place += 1


def _whole_number(segment: str) -> tuple[str, int] | None:
    if _NUMBER.fullmatch(segment):
        return "{n}", int(segment)
    marked = _MARKED_NUMBER.fullmatch(segment)
    return (f"{marked[1]}{{n}}", int(marked[2])) if marked else None


def _shape(host: str, segments: list[str], place: int, there: str) -> str:
    """What addresses that are numbered in one row share: sections and slugs differ, their places don't."""
    path = "/".join(there if here == place else "*" for here in range(len(segments)))
    return f"{host}/{path}"


def _stem(segment: str) -> str:
    ending = next((ending for ending in PAGE_ENDINGS if segment.endswith(ending)), "")
    return segment.removesuffix(ending)


def read_row(shape: str, numbers: Iterable[int]) -> NumberRow:
    """The row that `numbers` (at least one, in any order, each as often as it likes) make."""
    known = array("q", (number for number, _ in groupby(sorted(numbers))))
    counted = missing = 0
    runs: list[Run] = []
    for start, end in _stretches(known):
        between = known[end - 1] - known[start] + 1 - (end - start)
        if end - start < LEAST_KNOWN or (end - start) < LEAST_SHARE * (end - start + between):
            continue
        counted += end - start
        missing += between
        runs.extend(
            Run(known[place] + 1, known[place + 1] - 1)
            for place in range(start, end - 1)
            if known[place + 1] - known[place] > 1
        )
    runs.reverse()
    return NumberRow(shape, len(known), known[0], known[-1], counted, missing, tuple(runs))


def _stretches(known: array[int]) -> Iterator[tuple[int, int]]:
    """From and before which places of `known` the numbers lie no further apart than `LONGEST_RUN` lets."""
    start = 0
    for place in range(1, len(known) + 1):
        if place == len(known) or known[place] - known[place - 1] - 1 > LONGEST_RUN:
            yield start, place
            start = place
