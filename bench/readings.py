"""Every extractor over every page: what it read, whether it raised, how long it took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from zoneinfo import ZoneInfo

from lxml import html

from bench.pages import Page
from bench.peers import Extractor, PeerReading
from kaltimcrawl import __version__, extract
from kaltimcrawl.portals import Portal

ALL_FIELDS = frozenset(("title", "date", "author", "section"))


@dataclass(frozen=True, slots=True)
class Run:
    """One extractor's way through the pages; lists in the pages' order."""

    extractor: Extractor
    readings: list[PeerReading]
    """Empty where it raised."""
    errors: list[str]
    """Of each page on which it raised, the error's class."""
    seconds: list[float]
    """The least of its rounds."""


def ours() -> Extractor:
    """kaltimcrawl, told the portal's zone where the page has one."""
    return Extractor("kaltimcrawl", __version__, read_ours, ALL_FIELDS)


def read_ours(page: Page) -> PeerReading:
    """The article with all its fields; a page that is none gives an empty reading."""
    portal = Portal("bench", "Bench", page.url, "Samarinda", ZoneInfo(page.zone)) if page.zone else None
    article = extract(page.body, page.url, portal, content_type=page.content_type)
    if article is None:
        return PeerReading(says_article=False)
    when = article.published
    return PeerReading(
        text=article.text,
        title=article.title,
        published=when.date() if when and article.published_precision == "day" else when,
        authors=article.authors,
        section=article.section,
        confidence=article.confidence,
        says_article=True,
    )


def bare() -> Extractor:
    """A bare parse of the page's bytes and nothing done with it: the floor."""
    return Extractor("bare lxml.html.fromstring", "", _parse, frozenset())


def read_all(
    extractors: Sequence[Extractor], pages: Sequence[Page], rounds: int, peer_rounds: int
) -> list[Run]:
    """Each extractor's run. They take turns on each page, so that a slow spell hits all.

    The first two (the floor and kaltimcrawl) run `rounds` times, the others, which take their time,
    `peer_rounds` times. A round goes through all pages: nobody has a page still warm.
    """
    runs = [Run(each, [], [], [float("inf")] * len(pages)) for each in extractors]
    for number in range(max(rounds, peer_rounds)):
        for at, page in enumerate(pages):
            for place, run in enumerate(runs):
                if number < (rounds if place < 2 else peer_rounds):
                    _run_once(run, page, at, is_first=number == 0)
    return runs


def _run_once(run: Run, page: Page, at: int, is_first: bool) -> None:
    began = perf_counter()
    try:
        reading = run.extractor.read(page)
    except Exception as error:  # a peer may raise anything; it is counted
        reading = PeerReading()
        if is_first:
            run.errors.append(type(error).__name__)
    run.seconds[at] = min(run.seconds[at], perf_counter() - began)
    if is_first:
        run.readings.append(reading)


def _parse(page: Page) -> PeerReading:
    html.fromstring(page.body)
    return PeerReading()
