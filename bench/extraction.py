"""Extraction with all fields, beside a bare parse of the same bytes and beside trafilatura."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from lxml import html

from bench.clock import least_seconds, middle, p95
from bench.pages import Page, read_pages
from bench.report import Limit, Section
from kaltimcrawl import extract
from kaltimcrawl.extraction import Article
from kaltimcrawl.portals import Portal

MOST_PARSES = 5.0
"""Bare parses that extraction may take, at the median page."""

_PORTAL = Portal("bench", "Bench", "http://127.0.0.1:8000/", "Samarinda", ZoneInfo("Asia/Makassar"))

Reader = Callable[[Page], object]


def measure(rounds: int = 7, most_pages: int | None = None) -> Section:
    """Milliseconds a page, ratios page by page, and of how many pages the text is exactly the truth."""
    pages = read_pages()[:most_pages]
    articles = [page for page in pages if page.text is not None]
    readers: dict[str, Reader] = {"bare lxml.html.fromstring": parse_bare, "kaltimcrawl.extract": read_whole}
    times = _times(articles, list(readers.values()), rounds)
    if (peer := _trafilatura()) is not None:
        # It takes its time: fewer rounds, in which the bare parse isn't run again.
        readers["trafilatura, with metadata"] = peer
        times.append(_times(articles, [peer], max(1, rounds // 2))[0])
    rows = tuple(_row(name, mine, times[0]) for name, mine in zip(readers, times, strict=True))
    notes = [_corpus_line(articles), *_quality_lines(pages)]
    if peer is None:
        notes.append("trafilatura is not installed, so it was left out.")
    ratio = middle(_ratios(times[1], times[0]))
    limit = Limit("extraction, median of the ratios", ratio, MOST_PARSES, "bare parses")
    return Section(
        "Extraction",
        ("of a page", "median ms", "p95 ms", "median ratio", "p95 ratio"),
        rows,
        tuple(notes),
        (limit,),
    )


def parse_bare(page: Page) -> object:
    """The tree of the page's bytes, and nothing done with it: the floor."""
    return html.fromstring(page.body)


def read_whole(page: Page) -> Article | None:
    """The page's article as the intake asks for it: bytes as served, with the portal's zone."""
    return extract(page.body, page.url, _PORTAL, content_type=page.content_type)


def _times(pages: Sequence[Page], readers: Sequence[Reader], rounds: int) -> list[list[float]]:
    """Least seconds by reader and page. A round goes through all pages: no reader has a page still warm."""
    best = [[float("inf")] * len(pages) for _ in readers]
    for _ in range(rounds):
        for at, page in enumerate(pages):
            jobs = [lambda reader=reader, page=page: reader(page) for reader in readers]
            for of, seconds in enumerate(least_seconds(jobs, 1)):
                best[of][at] = min(best[of][at], seconds)
    return best


def _trafilatura() -> Reader | None:
    try:
        module = importlib.import_module("trafilatura")
    except ImportError:
        return None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return lambda page: module.bare_extraction(page.body, url=page.url, with_metadata=True)


def _ratios(times: Sequence[float], floor: Sequence[float]) -> list[float]:
    return [mine / least for mine, least in zip(times, floor, strict=True)]


def _row(name: str, times: Sequence[float], floor: Sequence[float]) -> tuple[str, ...]:
    ratios = _ratios(times, floor)
    figures = (middle(times) * 1000, p95(times) * 1000, middle(ratios), p95(ratios))
    return (name, *(f"{figure:.2f}" for figure in figures))


def _corpus_line(pages: Sequence[Page]) -> str:
    sources = sorted({page.source for page in pages})
    counts = ", ".join(f"{sum(page.source == source for page in pages)} {source}" for source in sources)
    size = middle([len(page.body) / 1024 for page in pages])
    return f"{len(pages)} pages of articles ({counts}), {size:.0f} KiB at the median."


def _quality_lines(pages: Sequence[Page]) -> list[str]:
    """What was got right, by source: it costs nothing to be fast and wrong."""
    lines = []
    for source in dict.fromkeys(page.source for page in pages):
        mine = [(page, read_whole(page)) for page in pages if page.source == source]
        found = [(page.text, article) for page, article in mine if page.text is not None]
        exact = sum(article is not None and _folded(article.text) == _folded(text) for text, article in found)
        others = [article for page, article in mine if page.text is None]
        refused = sum(article is None for article in others)
        lines.append(
            f"Quality, {source}: the text is exactly the truth on {exact} of {len(found)} pages of articles;"
            f" {refused} of {len(others)} other pages gave no article."
        )
    return lines


_DASHES = str.maketrans("–—", "--")


def _folded(text: str | None) -> str:
    """White space and dashes folded: WordPress prints an en dash where the truth has a hyphen."""
    blocks = (text or "").translate(_DASHES).split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks)
