"""The lines of `data/impostors.toml`: phrases by kind, marks by system, and how a text is compared."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kaltimcrawl.impostors.answer import KINDS, Kind

_NOT_WORD = re.compile(r"[\W_]+")
_TITLE_PARTS = re.compile(r"\s[-–—|·•»«/:~]+\s|[|»«]")
_DENSE = re.compile("[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]")
"""Scripts that write without spaces between words, or without them before particles."""
_LEAST_SHARE, _ALL = 0.5, 0.9
_LONGEST_LINE = 300


def plain(text: str) -> str:
    """`text` as phrases are compared: lower case, words parted by one space.

    >>> plain("Oops! That page can’t be found.")
    'oops that page can t be found'
    """
    return _NOT_WORD.sub(" ", text.lower()).strip()


def title_parts(title: str) -> list[str]:
    """The parts of a title where it joins several, and the title.

    >>> title_parts("Halaman tidak ditemukan – Kabar Hulu")
    ['Halaman tidak ditemukan', 'Kabar Hulu', 'Halaman tidak ditemukan – Kabar Hulu']
    """
    parts = [part.strip() for part in _TITLE_PARTS.split(title)]
    return [*(part for part in parts if part), title] if len(parts) > 1 else [title]


class Phrases:
    """Phrases that can be looked for in a line at once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        self._dense: list[str] = []
        for phrase in dict.fromkeys(plain(phrase) for phrase in phrases):
            if _DENSE.search(phrase):
                self._dense.append(phrase)
            elif phrase:
                self._by_word.setdefault(phrase.partition(" ")[0], []).append(phrase)

    def all_in(self, text: str) -> Iterator[str]:
        """The phrases that stand in a `plain` text, by its words."""
        start = 0
        while start < len(text):
            end = text.find(" ", start)
            end = len(text) if end < 0 else end
            for phrase in self._by_word.get(text[start:end], ()):
                after = start + len(phrase)
                if text.startswith(phrase, start) and (after == len(text) or text[after] == " "):
                    yield phrase
            start = end + 1
        if not text.isascii():
            yield from (phrase for phrase in self._dense if phrase in text)

    def first_in(self, text: str) -> str | None:
        """One phrase that stands in a `plain` text, or None."""
        return next(self.all_in(text), None)


@dataclass(frozen=True, slots=True)
class Wording:
    """What pages of one kind say."""

    whole: frozenset[str]
    within: Phrases
    marks: Mapping[str, tuple[bytes, ...]]
    """By the system that serves them."""
    weak_marks: Mapping[str, tuple[bytes, ...]]

    def share_of(self, line: str) -> float:
        """The share of a heading, or of a part of a title, that says this: 0 to 1."""
        if len(line) > _LONGEST_LINE:
            return 0.0
        line = plain(line)
        if line in self.whole:
            return 1.0
        return max((len(phrase) / len(line) for phrase in self.within.all_in(line)), default=0.0)

    def is_said_by(self, line: str) -> bool:
        """Whether a heading, or a part of a title, says this and little else."""
        return self.share_of(line) >= _LEAST_SHARE

    def is_all_of(self, line: str) -> bool:
        """Whether it says this and nothing else."""
        return self.share_of(line) >= _ALL

    def within_line(self, line: str) -> bool:
        """Whether a line holds one of the longer phrases."""
        return len(line) <= _LONGEST_LINE and self.within.first_in(plain(line)) is not None


@dataclass(frozen=True, slots=True)
class HeaderMark:
    """A header that only an impostor has."""

    name: str
    value: str
    """What its value begins with, in lower case."""
    kind: Kind
    refused: bool
    """Whether it tells only on a response that refuses (4xx, 5xx)."""


@dataclass(frozen=True, slots=True)
class Landings:
    """Where redirects lead that give up an article."""

    hosts: Mapping[str, Kind]
    segments: Mapping[str, Kind]
    front_pages: frozenset[str]
    front_parameters: frozenset[str]
    listings: frozenset[str]
    listing_classes: frozenset[str]
    article_classes: frozenset[str]
    static_classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Takeover:
    """The words of gambling pages, and of news about gambling."""

    offers: Phrases
    report: Phrases
    doors: frozenset[str]
    goods: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of the file."""

    wordings: Mapping[Kind, Wording]
    headers: tuple[HeaderMark, ...]
    landings: Landings
    takeover: Takeover
    wall_hints: tuple[bytes, ...]
    unfree: tuple[bytes, ...]


@cache
def load_lexicon() -> Lexicon:
    """The package's data, read once."""
    data = tomllib.loads(files(__package__).joinpath("data", "impostors.toml").read_text("utf-8"))
    takeover, wall = data["takeover"], data["login"]["wall"]
    return Lexicon(
        {kind: _wording(data[kind]) for kind in KINDS if kind in data},
        tuple(
            HeaderMark(mark["name"], mark["value"], mark["kind"], mark.get("refused", False))
            for mark in data["headers"]
        ),
        _landings(data["landing"]),
        Takeover(
            Phrases(takeover["offers"]),
            Phrases(takeover["report"]),
            frozenset(takeover["doors"]),
            _encoded(takeover["goods"]),
        ),
        _encoded(wall["hints"]),
        _encoded(wall["unfree"]),
    )


def _wording(table: Mapping[str, Any]) -> Wording:
    return Wording(
        frozenset(plain(phrase) for phrases in table["whole"].values() for phrase in phrases),
        Phrases(phrase for phrases in table["within"].values() for phrase in phrases),
        {system: _encoded(marks) for system, marks in table.get("marks", {}).items()},
        {system: _encoded(marks) for system, marks in table.get("weak_marks", {}).items()},
    )


def _landings(table: Mapping[str, Any]) -> Landings:
    front = table["front"]
    return Landings(
        {host: kind for kind, hosts in table["hosts"].items() for host in hosts},
        {segment: kind for kind, segments in table["segments"].items() for segment in segments},
        frozenset(front["pages"]),
        frozenset(front["parameters"]),
        frozenset(front["listings"]),
        frozenset(front["classes"]),
        frozenset(front["article"]),
        frozenset(front["static"]),
    )


def _encoded(marks: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(mark.encode() for mark in marks)
