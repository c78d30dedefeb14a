"""`python -m bench.whole_child URL`: kaltimcrawl's own crawl of a generated site, measured.

Prints the number of pages stored so far, a line a batch, and at the end a JSON object: pages, seconds, cpu_s,
peak_mb, and CPU seconds by stage. The stages are timed by wrapping their one entrance each.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bench.resident import own_peak_mb
from kaltimcrawl.capture import WarcWriter
from kaltimcrawl.demo import generated_portal
from kaltimcrawl.portals import Portal
from kaltimcrawl.spiders import articles
from kaltimcrawl.spiders.ledger import Ledger
from kaltimcrawl.spiders.run import CrawlOptions, PortalResult, crawl_portals
from kaltimcrawl.storage import Frontier

PER_LINE = 50


class Told:
    """Counts pages, and prints the count now and then."""

    def __init__(self) -> None:
        self.pages = 0

    def on_start(self, portal: Portal) -> None: ...

    def on_page(self, portal: str, url: str, kind: str) -> None:
        self.pages += 1
        if self.pages % PER_LINE == 0:
            print(self.pages, flush=True)

    def on_finish(self, portal: Portal, result: PortalResult) -> None: ...


class StageClock:
    """CPU seconds of this process by stage. A stage within a stage counts as the outer one."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._is_running = False

    def watch(self, stage: str, owner: Any, name: str) -> None:
        """Counts the calls of `owner.name` for the stage."""
        setattr(owner, name, self._timed(stage, getattr(owner, name)))

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        self.spent.setdefault(stage, 0.0)

        @wraps(function)
        def timed(*args: Any, **keywords: Any) -> Any:
            if self._is_running:
                return function(*args, **keywords)
            self._is_running = True
            began = process_time()
            try:
                return function(*args, **keywords)
            finally:
                self.spent[stage] += process_time() - began
                self._is_running = False

        return timed


def main() -> int:
    """Crawls, and prints what came of it; 1 where the crawl did not end well."""
    clock = StageClock()
    clock.watch("warc", WarcWriter, "write")
    clock.watch("extraction", articles, "read_page")
    for owner, name in ((Ledger, "flush"), (Frontier, "due"), (Frontier, "known"), (Frontier, "admit")):
        clock.watch("storage", owner, name)
    told = Told()
    with tempfile.TemporaryDirectory(prefix="kaltimcrawl-bench-") as folder:
        began, cpu_began = perf_counter(), process_time()
        [result] = crawl_portals([generated_portal(sys.argv[1])], Path(folder), CrawlOptions(), told)
        seconds, cpu_s = perf_counter() - began, process_time() - cpu_began
    if result.status != "finished" or result.errors:
        print(f"the crawl {result.status}, {result.errors} errors, {dict(result.counts)}", file=sys.stderr)
        return 1
    figures = {"pages": told.pages, "seconds": seconds, "cpu_s": cpu_s, "peak_mb": own_peak_mb()}
    print(json.dumps(figures | {"stages": clock.spent}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
