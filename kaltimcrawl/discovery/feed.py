"""Feeds: RSS 2.0 (and 0.9x), RSS 1.0 (RDF) and Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator

from kaltimcrawl.discovery.candidate import Candidate, read_candidate
from kaltimcrawl.discovery.records import Kind, Record, Records

FEED_ROOTS = frozenset(("rss", "rdf", "feed"))
FEED_RECORDS = frozenset(("item", "entry"))
FEED_FIELDS = frozenset(
    (
        "link",
        "origLink",
        "guid",
        "id",
        "title",
        "pubDate",
        "date",
        "published",
        "issued",
        "updated",
        "modified",
    )
)
_CONTENT = frozenset(("encoded", "content"))  # RSS 1.0's content module, and Atom

_FEED = Kind("an RSS or Atom feed", FEED_ROOTS, FEED_RECORDS, FEED_FIELDS | _CONTENT, _CONTENT)


def read_feed(body: bytes, url: str, encoding: str | None = None) -> list[Candidate]:
    """The candidates of the feed `body` that `url` answered with, in the feed's order.

    `encoding` is what HTTP declared. A feed broken in the middle gives what stands before the break. Items
    without a usable address are left out; an empty feed gives an empty list. Raises `DiscoveryError` for
    what is no feed.
    """
    return list(feed_candidates(Records(body, url, _FEED, encoding), url))


def feed_candidates(records: Iterator[Record], url: str) -> Iterator[Candidate]:
    """The candidates of a feed's records."""
    for record in records:
        link = _link_of(record) if record.name in FEED_RECORDS else None
        if link is None:
            continue
        candidate = read_candidate(
            link,
            url,
            lastmod=record.first("updated", "modified"),
            published=record.first("pubDate", "published", "issued", "date"),
            title=record.first("title"),
            content=record.first("encoded", "content"),
            is_article=True,
        )
        if candidate is not None:
            yield candidate


def _link_of(record: Record) -> str | None:
    """The article's address: FeedBurner's origLink, the link's text or href, a guid that is a permalink."""
    original = record.first("origLink")
    return original or record.first("link") or _alternate(record) or _permalink(record)


def _alternate(record: Record) -> str | None:
    """The href of Atom's link to the page: rel=alternate, also where rel is missing (RFC 4287, 4.2.7.2)."""
    for field in record.fields:
        if field.name == "link" and field.attributes.get("rel", "alternate") == "alternate":
            href = field.attributes.get("href", "").strip()
            if href:
                return href
    return None


def _permalink(record: Record) -> str | None:
    for field in record.fields:
        text = field.text.strip()
        is_link = field.attributes.get("isPermaLink", "true").lower() != "false"
        if field.name in ("guid", "id") and is_link and text.startswith(("http://", "https://")):
            return text
    return None
