"""goose3, given the page: it fetches nothing, images neither."""

from __future__ import annotations

from datetime import datetime

from goose3 import Goose

from bench.peers.reading import PeerReading

FIELDS = frozenset(("title", "date", "author"))


def read(body: bytes, url: str | None) -> PeerReading:
    """Its text and metadata."""
    article = Goose({"enable_image_fetching": False}).extract(url=None, raw_html=body)
    published: datetime | None = article.publish_datetime_utc
    names = tuple(name for name in article.authors if isinstance(name, str))  # it may hold JSON-LD's lists
    return PeerReading(article.cleaned_text, article.title, published, names)
