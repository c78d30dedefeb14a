"""newspaper4k, given the page: it fetches nothing, images neither."""

from __future__ import annotations

from newspaper import Article, Config

from bench.peers.plain import decode_page
from bench.peers.reading import PeerReading

FIELDS = frozenset(("title", "date", "author"))


def read(body: bytes, url: str | None) -> PeerReading:
    """Its text and metadata; it takes the language from the page."""
    config = Config()
    config.fetch_images = False
    article = Article(url or "", config=config)
    article.download(input_html=decode_page(body))
    article.parse()
    return PeerReading(article.text, article.title, article.publish_date, tuple(article.authors))
