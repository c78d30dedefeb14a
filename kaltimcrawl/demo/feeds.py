"""The demo portal's machine-read doors: RSS 2.0, sitemaps, robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from kaltimcrawl.demo.article import Teaser

ROBOTS = """\
User-agent: *
Disallow: /wp-admin/
Disallow: /rahasia/
Allow: /wp-admin/admin-ajax.php

Sitemap: {base}/sitemap_index.xml
"""

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_robots(base: str) -> bytes:
    """The robots.txt of the site at `base`, an address without a slash at its end."""
    return ROBOTS.format(base=base).encode()


def write_feed(base: str, name: str, teasers: Iterable[Teaser]) -> bytes:
    """An RSS 2.0 feed in the form that WordPress writes, summaries only."""
    items = "".join(_item(base, teaser) for teaser in teasers)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>{escape(name)}</title>\n"
        f'<atom:link href="{escape(base)}/feed/" rel="self" type="application/rss+xml" />\n'
        f"<link>{escape(base)}</link>\n<description>Kabar dari hulu sampai muara</description>\n"
        f"<language>id</language>\n{items}</channel>\n</rss>\n"
    ).encode()


def _item(base: str, teaser: Teaser) -> str:
    return (
        f"<item>\n<title>{escape(teaser.title)}</title>\n<link>{escape(base + teaser.path)}</link>\n"
        f"<pubDate>{format_datetime(teaser.published)}</pubDate>\n"
        f"<category><![CDATA[{teaser.section}]]></category>\n"
        f'<guid isPermaLink="false">{escape(base + teaser.path)}</guid>\n'
        f"<description><![CDATA[{teaser.summary}]]></description>\n</item>\n"
    )


def write_index(base: str, children: Iterable[tuple[str, datetime]]) -> bytes:
    """A sitemap index of `children`: path and last change of each."""
    entries = "".join(_entry("sitemap", base + path, when) for path, when in children)
    return _document("sitemapindex", entries)


def write_urlset(base: str, pages: Iterable[tuple[str, datetime]]) -> bytes:
    """A sitemap of `pages`: path and last change of each."""
    return _document("urlset", "".join(_entry("url", base + path, when) for path, when in pages))


def _document(root: str, entries: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{root} xmlns="{_SITEMAP}">\n{entries}</{root}>\n'.encode()


def _entry(tag: str, url: str, when: datetime) -> str:
    return f"<{tag}><loc>{escape(url)}</loc><lastmod>{when.isoformat()}</lastmod></{tag}>\n"
