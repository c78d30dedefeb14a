"""The whole crawl beside a bare Scrapy spider that only fetches the same pages from the same server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.children import crawling, finish, serving
from bench.clock import middle
from bench.report import Limit, Section

LEAST_SHARE = 0.5
"""Of the bare spider's pages a second."""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl in a process of its own, from the reactor's start to its end."""

    pages: int
    seconds: float
    cpu_s: float
    stages: Mapping[str, float] = field(default_factory=dict)
    """CPU seconds by stage."""

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds a page."""
        return self.cpu_s / self.pages * 1000


@dataclass(frozen=True, slots=True)
class Pair:
    """A bare run and a whole one, the one right after the other."""

    bare: Run
    whole: Run

    @property
    def share(self) -> float:
        """Of the bare run's pages a second."""
        return self.whole.rate / self.bare.rate


def run_pairs(pages: int = 1000, rounds: int = 5) -> list[Pair]:
    """`rounds` pairs against one server. Raises BenchError where a crawl fails."""
    with serving(pages) as url:
        # The first visit makes the server load its templates.
        _run("bench.bare_child", url, str(min(pages, 100)))
        return [
            Pair(_run("bench.bare_child", url, str(pages)), _run("bench.whole_child", url))
            for _ in range(rounds)
        ]


def _run(module: str, *words: str) -> Run:
    with crawling(module, *words) as process:
        told: dict[str, Any] = finish(process)
    return Run(told["pages"], told["seconds"], told["cpu_s"], told.get("stages", {}))


def report(pairs: Sequence[Pair]) -> Section:
    """Pages a second of both, and the whole crawl's share."""
    bare, whole = [pair.bare for pair in pairs], [pair.whole for pair in pairs]
    share = middle([pair.share for pair in pairs])
    cpu_share = min(run.cpu_ms for run in bare) / min(run.cpu_ms for run in whole)
    best_share = max(run.rate for run in whole) / max(run.rate for run in bare)
    rows = (
        ("bare Scrapy spider, only fetches", *_figures(bare)),
        ("kaltimcrawl crawl, all of it", *_figures(whole)),
        ("share of the bare spider's", f"{share:.2f}", f"{best_share:.2f}", f"{cpu_share:.2f}"),
    )
    notes = (
        f"{bare[0].pages} generated pages, {len(pairs)} runs each in turns, one request at a time, no delay;"
        " the share of the medians' column is the median of the pairs' shares.",
    )
    limit = Limit("crawl, median share", share, LEAST_SHARE, "of the bare spider's pages/s", is_floor=True)
    columns = ("crawl", "median pages/s", "best pages/s", "least CPU ms a page")
    return Section("Crawl with no delay", columns, rows, notes, (limit,))


def _figures(runs: Sequence[Run]) -> tuple[str, str, str]:
    rates = [run.rate for run in runs]
    return f"{middle(rates):.0f}", f"{max(rates):.0f}", f"{min(run.cpu_ms for run in runs):.2f}"
