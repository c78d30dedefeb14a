"""Articles of which a further page could not be had: what is held of them, read once more from the WARC."""

from __future__ import annotations

import logging

from kaltimcrawl.errors import CaptureError
from kaltimcrawl.intake import Reading, read_page
from kaltimcrawl.spiders.crawl import PortalCrawl
from kaltimcrawl.storage import count_parts, held_key, newest_pages

logger = logging.getLogger(__name__)


def held_readings(crawl: PortalCrawl, url: str) -> list[Reading]:
    """The readings of the pages held of the article that `url` leads to, in order, the first one's first.

    Empty where none of its pages is known to be missing, and where what is held can't be read: then an answer
    that nothing has changed says all there is to say.
    """
    key = held_key(crawl.archive, url)
    pages = newest_pages(crawl.archive, key) if key is not None else ()
    if key is None or len(pages) > count_parts(crawl.archive, key):
        return []
    try:
        kept = [crawl.originals.read(page) for page in pages]
    except CaptureError as error:
        logger.warning("%s: its missing pages are not asked for: %s", url, error)
        return []
    readings = [read_page(capture, body, crawl.portal, crawl.ledger.profile) for capture, body in kept]
    return readings if readings and readings[0].article is not None else []
