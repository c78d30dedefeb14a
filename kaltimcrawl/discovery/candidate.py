"""What discovery gives: the address of something that may be an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kaltimcrawl.urls import canonical_url, url_key


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address found by a door (feed, sitemap, WordPress REST, listing)."""

    url: str
    """Absolute, as the door prints it."""
    source: str
    """The address of the door that named it."""
    lastmod: datetime | None = None
    """Last change as the door tells it (sitemap lastmod, Atom updated, REST modified_gmt); aware."""
    published: datetime | None = None
    """Publication as the door tells it (RSS pubDate, news:publication_date, REST date_gmt); aware."""
    title: str | None = None

    @property
    def canonical_url(self) -> str:
        """The address in normal form: see `urls.canonical_url`."""
        return canonical_url(self.url)

    @property
    def key(self) -> str:
        """What two candidates for the same article share: see `urls.url_key`."""
        return url_key(self.url)
