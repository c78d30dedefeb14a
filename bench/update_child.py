"""`python -m bench.update_child ORDER`: one crawl or update of portals, measured.

ORDER is a JSON object: folder, command, ask_all, dry_run, portals (home, feeds, sitemaps of each). Prints a
JSON object: seconds, cpu_s, peak_mb, counts (summed over the portals), statuses.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from bench.resident import own_peak_mb
from kaltimcrawl.portals import Doors, Portal
from kaltimcrawl.spiders.run import CrawlOptions, crawl_portals


def main() -> int:
    """Crawls, and prints what came of it."""
    order = json.loads(sys.argv[1])
    portals = [
        Portal(
            slug=f"kabar-{number}",
            name=f"Kabar {number}",
            home=one["home"],
            region="",
            timezone=ZoneInfo("Asia/Makassar"),
            delay=0.0,
            allow_private=True,
            doors=Doors(feeds=tuple(one.get("feeds", ())), sitemaps=tuple(one.get("sitemaps", ()))),
        )
        for number, one in enumerate(order["portals"])
    ]
    options = CrawlOptions(
        command=order["command"], ask_all=order.get("ask_all", False), dry_run=order.get("dry_run", False)
    )
    began, cpu = perf_counter(), process_time()
    results = crawl_portals(portals, Path(order["folder"]), options)
    counts: Counter[str] = Counter()
    for one in results:
        counts.update(one.counts)
        counts["left"] += one.left
    print(
        json.dumps(
            {
                "seconds": perf_counter() - began,
                "cpu_s": process_time() - cpu,
                "peak_mb": own_peak_mb(),
                "counts": counts,
                "statuses": Counter(one.status for one in results),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
