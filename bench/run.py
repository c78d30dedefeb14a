"""`python -m bench.run [--quick] [--only NAME]...`: every measurement, one report on stdout.

Exits 0 where all limits are kept; 1 where one is missed or something broke, and says which on stderr.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from bench import crawl, dates, discovery, extraction, memory, stages, storage
from bench.machine import describe
from bench.material import prepare
from bench.report import BenchError, Limit, Section, limits_text
from kaltimcrawl.errors import KaltimcrawlError

NAMES = ("extraction", "dates", "discovery", "crawl", "storage", "memory")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    extraction_rounds: int
    extraction_pages: int | None
    crawl_pages: int
    crawl_rounds: int
    material_pages: int
    stage_rounds: int
    memory_pages: int
    discovery: discovery.Size


FULL = Size(7, None, 1000, 5, 500, 5, 10_000, discovery.FULL)
QUICK = Size(1, 6, 60, 1, 30, 1, 200, discovery.QUICK)


def main(words: Sequence[str] | None = None) -> int:
    """The program's exit code."""
    options = _read_options(words)
    size = QUICK if options.quick else FULL
    began = monotonic()
    print(f"# kaltimcrawl bench\n\n```text\n{describe()}\n```\n", flush=True)
    try:
        limits = _print_all(size, options.only or NAMES)
    except (BenchError, KaltimcrawlError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    print(limits_text(limits, is_judged=not options.quick))
    print(f"\nTook {monotonic() - began:.0f} s.")
    missed = [limit for limit in limits if not limit.is_kept and not options.quick]
    for limit in missed:
        print(f"bench: limit missed: {limit.what}", file=sys.stderr)
    return 1 if missed else 0


def _read_options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description="Measure speed and memory.")
    parser.add_argument(
        "--quick", action="store_true", help="a minute's run that judges no limit: does it still work?"
    )
    parser.add_argument(
        "--only", action="append", choices=NAMES, help="this measurement; may be given several times"
    )
    return parser.parse_args(words)


def _print_all(size: Size, names: Sequence[str]) -> list[Limit]:
    """The limits of the sections, which are printed as they come. Stages need both crawl and storage."""
    limits: list[Limit] = []

    def show(section: Section) -> None:
        print(section.text(), end="\n\n", flush=True)
        limits.extend(section.limits)

    if "extraction" in names:
        show(extraction.measure(size.extraction_rounds, size.extraction_pages))
    if "dates" in names:
        show(dates.measure(size.extraction_rounds, size.extraction_pages))
    if "discovery" in names:
        show(discovery.measure(size.discovery))
    pairs = crawl.run_pairs(size.crawl_pages, size.crawl_rounds) if "crawl" in names else []
    if pairs:
        show(crawl.report(pairs))
    if "storage" in names:
        with tempfile.TemporaryDirectory(prefix="kaltimcrawl-bench-") as folder:
            material = prepare(size.material_pages, Path(folder))
        times = storage.measure(material, size.stage_rounds)
        show(storage.report(times))
        if pairs:
            show(stages.report(material, pairs, times, size.stage_rounds))
    if "memory" in names:
        show(memory.measure(size.memory_pages))
    return limits


if __name__ == "__main__":
    sys.exit(main())
