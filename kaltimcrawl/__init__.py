"""kaltimcrawl keeps regional news: pages as WARC, articles in one searchable SQLite archive."""

from kaltimcrawl.extraction import Article, extract

__all__ = ["Article", "__version__", "extract"]

__version__ = "0.1.0"
