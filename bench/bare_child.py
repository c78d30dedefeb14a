"""`python -m bench.bare_child URL PAGES`: a Scrapy spider that fetches the same pages and does nothing more.

Prints a JSON object: pages, seconds, cpu_s. One request at a time, no delay, no robots.txt, Scrapy's usual
middlewares: what any crawl with Scrapy costs at the least.
"""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from time import perf_counter, process_time
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

from kaltimcrawl.demo.generated import make_article

SETTINGS = {
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "ROBOTSTXT_OBEY": False,
    "COOKIES_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "LOG_LEVEL": "ERROR",
    "STATS_DUMP": False,
}


class BareSpider(Spider):
    """Fetches `urls`."""

    name = "bare"
    fetched = 0

    def __init__(self, urls: list[str], **arguments: Any) -> None:
        super().__init__(**arguments)
        self.urls = urls

    async def start(self) -> AsyncIterator[Any]:
        """A request for each of them."""
        for url in self.urls:
            yield Request(url)

    def parse(self, response: Response) -> None:
        """Counts the page."""
        type(self).fetched += 1


def main() -> int:
    """Fetches, and prints what it took; 1 where a page is missing."""
    home, pages = sys.argv[1], int(sys.argv[2])
    urls = [home + make_article(number).path for number in range(1, pages + 1)]
    process = AsyncCrawlerProcess(SETTINGS)
    began, cpu_began = perf_counter(), process_time()
    process.crawl(BareSpider, urls=urls)
    process.start()
    seconds, cpu_s = perf_counter() - began, process_time() - cpu_began
    if BareSpider.fetched != pages:
        print(f"{BareSpider.fetched} of {pages} pages came", file=sys.stderr)
        return 1
    print(json.dumps({"pages": pages, "seconds": seconds, "cpu_s": cpu_s}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
