"""kaltimcrawl keeps regional news: pages as WARC, articles in one searchable SQLite archive."""

__version__ = "0.1.0"
