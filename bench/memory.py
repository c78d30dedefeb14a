"""Memory of a long crawl: it may grow while it warms up, and then no more."""

from __future__ import annotations

from bench.children import crawling, finish, serving
from bench.report import BenchError, Limit, Section
from bench.resident import resident_mb

MOST_MB = 250.0
MOST_GROWTH_MB = 25.0
"""After the first tenth. Pages are some 30 KB: a crawl that kept one in ten of 9,000 would grow by this."""


def measure(pages: int = 10_000) -> Section:
    """The resident set at each tenth of a crawl of so many generated pages, sampled from outside."""
    samples, peak, rate = _sample(pages)
    step = max(1, pages // 10)
    marks = {step * number: _at(samples, step * number) for number in range(1, 11)}
    rows = tuple((f"{mark:,}", f"{marks[mark]:.0f}") for mark in marks)
    growth = marks[step * 10] - marks[step]
    notes = (
        f"Peak {peak:.0f} MB; {growth:+.1f} MB between page {step:,} and the end; {rate:.0f} pages/s."
        " MB are 2**20 bytes, of the crawling process alone.",
    )
    limits = (
        Limit(f"memory, peak of {pages:,} pages", peak, MOST_MB, "MB"),
        Limit(f"memory, growth after page {step:,}", growth, MOST_GROWTH_MB, "MB"),
    )
    return Section("Memory of a long crawl", ("pages stored", "resident MB"), rows, notes, limits)


def _sample(pages: int) -> tuple[list[tuple[int, float]], float, float]:
    """Resident MB by pages stored, the peak, and pages a second."""
    samples, last = [], None
    with serving(pages) as url, crawling("bench.whole_child", url) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if not line.strip().isdigit():
                last = line
                break
            samples.append((int(line), resident_mb(process.pid)))
        told = finish(process, last)
    if told["pages"] != pages or not samples:
        raise BenchError(f"memory: {told['pages']} of {pages} pages were stored")
    return samples, told["peak_mb"], pages / told["seconds"]


def _at(samples: list[tuple[int, float]], pages: int) -> float:
    """The last sample at or before so many pages; else the first."""
    return next((megabytes for count, megabytes in reversed(samples) if count <= pages), samples[0][1])
