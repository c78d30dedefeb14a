"""news-please's extraction alone: newspaper, readability and two readers of its own, which vote."""

from __future__ import annotations

from newsplease import NewsPlease

from bench.peers.plain import decode_page
from bench.peers.reading import PeerReading

FIELDS = frozenset(("title", "date", "author"))


def read(body: bytes, url: str | None) -> PeerReading:
    """Its text and metadata; its time is naive, often UTC."""
    article = NewsPlease.from_html(decode_page(body), url=url, fetch_images=False)
    return PeerReading(article.maintext or "", article.title, article.date_publish, tuple(article.authors))
