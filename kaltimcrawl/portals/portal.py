"""A portal as the rest of the house knows it: checked, plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from re import Pattern

from kaltimcrawl.rules import Place, RuleSet


@dataclass(frozen=True, slots=True)
class Doors:
    """Where a portal names its articles."""

    feeds: tuple[str, ...] = ()
    """RSS 2.0 or Atom."""
    sitemaps: tuple[str, ...] = ()
    """Sitemap indexes or urlsets."""
    wordpress: str | None = None
    """The posts endpoint of the WordPress REST API: `https://…/wp-json/wp/v2/posts`."""
    listings: tuple[str, ...] = ()
    """Section or index pages."""
    archives: tuple[str, ...] = ()
    """Lists of one day each: addresses with {year}, {month} and {day} in place of the date."""
    next: tuple[Place, ...] = ()
    """Where a listing links to its next page (css or xpath); empty: rel=next and the usual marks."""
    article_url: tuple[Pattern[str], ...] = ()
    """Searched in an article's absolute address; empty: discovery judges by the address's form."""


@dataclass(frozen=True, slots=True)
class Portal:
    """One news portal, declared in `<slug>.toml`."""

    slug: str
    name: str
    home: str
    region: str
    """City, regency or province the portal writes for."""
    timezone: tzinfo
    delay: float = 1.0
    """Seconds between the end of one request and the next to the same host."""
    allow_private: bool = False
    """Whether loopback and private addresses may be asked: only for demos and tests."""
    render: bool = False
    """Whether a browser makes the pages of its articles: for portals whose text comes by JavaScript."""
    doors: Doors = field(default_factory=Doors)
    rules: tuple[RuleSet, ...] = ()
    """Extraction rules: ended layouts by their end, oldest first, then the present one."""
    file: Path | None = None
    """The file it was read from."""
