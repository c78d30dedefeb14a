"""Sitemaps: indexes, urlsets and news sitemaps, plain or gzip (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kaltimcrawl.discovery.candidate import Candidate, read_candidate
from kaltimcrawl.discovery.feed import FEED_FIELDS, FEED_RECORDS, FEED_ROOTS, feed_candidates
from kaltimcrawl.discovery.records import Kind, Record, Records
from kaltimcrawl.urls import split_url

_SITEMAP = Kind(
    "a sitemap or sitemap index",
    FEED_ROOTS | {"urlset", "sitemapindex"},  # the protocol lets a feed stand for a sitemap
    FEED_RECORDS | {"url", "sitemap"},
    FEED_FIELDS | {"loc", "lastmod", "publication_date"},
)

# What WordPress, Yoast, Rank Math and All in One SEO call the sitemaps of anything but articles.
_NO_ARTICLES = re.compile(
    r"/(?:wp-sitemap-(?:taxonomies|users|posts-page)-[^/]{1,80}"
    r"|(?:page|category|post_tag|post_format|author|attachment|local|addl|web-story)-sitemap[0-9]{0,6})"
    r"\.xml(?:\.gz)?"
)

# What the same, Google XML Sitemaps and Ghost call those of articles.
_ARTICLES = re.compile(
    r"/(?:wp-sitemap-posts-post-[0-9]{1,6}|post-sitemap[0-9]{0,6}|sitemap-posts(?:-[0-9]{1,6})?"
    r"|sitemap-pt-post-(?:p[0-9]{1,6}-)?[0-9]{4}-[0-9]{2})\.xml(?:\.gz)?"
)


@dataclass(frozen=True, slots=True)
class SitemapChild:
    """A sitemap that an index names."""

    url: str
    """Absolute."""
    lastmod: datetime | None
    """When the child last changed, aware; None where the index doesn't say."""

    @property
    def may_name_articles(self) -> bool:
        """False where its name says that it lists categories, tags, authors or static pages only."""
        return not _is_named(self.url, _NO_ARTICLES)


class SitemapCandidates(Iterator[Candidate]):
    """The candidates of one file, read from it while they are asked for; never raises."""

    def __init__(self, records: Records, url: str) -> None:
        self._records = records
        self._candidates = _candidates(records, url)

    def __next__(self) -> Candidate:
        return next(self._candidates)

    @property
    def cut(self) -> str | None:
        """Once all are read: why the file was not read to its end, or None where it was."""
        return self._records.cut


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap names: children where it is an index, else candidates."""

    children: tuple[SitemapChild, ...]
    candidates: SitemapCandidates
    """To be read once; at most 50,000, in the file's order."""


def read_sitemap(body: bytes, url: str, encoding: str | None = None) -> Sitemap:
    """What the sitemap `body`, that `url` answered with, names.

    Children are read at once, candidates while they are asked for, so that memory stays that of `body`.
    `encoding` is what HTTP declared. Lines with no usable address are left out. Raises `DiscoveryError` for
    what is no sitemap; where a file breaks later, what stands before the break is given and
    `candidates.cut` tells why.
    """
    records = Records(body, url, _SITEMAP, encoding)
    children = tuple(_children(records, url)) if records.root == "sitemapindex" else ()
    return Sitemap(children, SitemapCandidates(records, url))


def _children(records: Records, url: str) -> Iterator[SitemapChild]:
    for record in records:
        child = _read_entry(record, url)
        if child is not None and record.name == "sitemap":
            yield SitemapChild(child.url, child.lastmod)


def _is_named(url: str, names: re.Pattern[str]) -> bool:
    path = split_url(url).path.lower()
    return names.fullmatch(path, max(path.rfind("/"), 0)) is not None


def _candidates(records: Records, url: str) -> Iterator[Candidate]:
    if records.root in FEED_ROOTS:
        yield from feed_candidates(records, url)
        return
    is_of_articles = _is_named(url, _ARTICLES)
    for record in records:
        candidate = _read_entry(record, url, is_of_articles) if record.name == "url" else None
        if candidate is not None:
            yield candidate


def _read_entry(record: Record, url: str, is_of_articles: bool = False) -> Candidate | None:
    address = record.first("loc") or ""
    published = record.first("publication_date", parent="news")
    return read_candidate(
        address,
        url,
        lastmod=record.first("lastmod"),
        published=published,
        title=record.first("title", parent="news"),
        is_article=published is not None or (is_of_articles and not _is_home(address)),
    )


def _is_home(address: str) -> bool:
    """Yoast puts the home page first among the posts."""
    parts = split_url(address.strip())
    return not parts.path.strip("/") and not parts.query
