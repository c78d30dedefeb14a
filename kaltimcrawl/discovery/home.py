"""The doors that a portal's home page shows: feeds, WordPress REST, sitemaps, sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from lxml import etree

from kaltimcrawl.discovery.address import after_date, is_article_url, is_media, is_of_portal, page_number
from kaltimcrawl.discovery.page import Link, Page, ancestors_of, marks_of, parse_page
from kaltimcrawl.discovery.words import (
    MENU_MARKS,
    NO_MENU_MARKS,
    SECTION_SEGMENTS,
    STATIC_PAGES,
    STOP_PARAMETERS,
    STOP_SEGMENTS,
)
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.urls import split_url, url_key

MAX_FEEDS = 10
MAX_LISTINGS = 30
"""Sections taken of a menu."""

_FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
)
_COMMENTS = ("comment", "komentar")
_WORDPRESS = "https://api.w.org/"
_POSTS = "wp/v2/posts"
_NO_SECTIONS = (STOP_SEGMENTS - SECTION_SEGMENTS) | STATIC_PAGES


@dataclass(frozen=True, slots=True)
class FoundDoors:
    """The doors that a home page shows; all addresses absolute, each once, in document order."""

    feeds: tuple[str, ...] = ()
    """RSS or Atom, without feeds of comments."""
    wordpress: str | None = None
    """The posts endpoint of the WordPress REST API."""
    sitemaps: tuple[str, ...] = ()
    """Of <link rel=sitemap>; robots.txt names them more often: `read_robots_sitemaps`."""
    listings: tuple[str, ...] = ()
    """Sections that the menus link to, at most `MAX_LISTINGS`."""


def read_home(body: bytes, url: str, encoding: str | None = None) -> FoundDoors:
    """The doors that the home page `body`, that `url` answered with, shows.

    `encoding` is what HTTP declared. Raises `DiscoveryError` for an empty page.
    """
    page = parse_page(body, url, encoding)
    return FoundDoors(
        feeds=_once(_feeds(page))[:MAX_FEEDS],
        wordpress=_wordpress_posts(page),
        sitemaps=_once(link.url for link in page.head_links if "sitemap" in link.relations)[:MAX_FEEDS],
        listings=_once(_sections(page))[:MAX_LISTINGS],
    )


def _once(urls: Iterator[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for url in urls:
        first.setdefault(url_key(url), url)
    return tuple(first.values())


def _feeds(page: Page) -> Iterator[str]:
    for link in page.head_links:
        kind = (link.element.get("type") or "").split(";")[0].strip().lower()
        name = f"{link.url} {link.element.get('title') or ''}".lower()
        if (
            "alternate" in link.relations
            and kind in _FEED_TYPES
            and not any(word in name for word in _COMMENTS)
        ):
            yield link.url


def _wordpress_posts(page: Page) -> str | None:
    """The posts endpoint under the API's root: `/wp-json/`, or `?rest_route=/` without pretty permalinks."""
    for link in page.head_links:
        if link.element.get("rel", "").strip() == _WORDPRESS and is_of_portal(link.url, page.url):
            separator = "" if link.url.endswith("/") else "/"
            return f"{link.url}{separator}{_POSTS}"
    return None


def _sections(page: Page) -> Iterator[str]:
    return (link.url for link in page.links if _is_in_menu(link) and _is_section(link.url, page.url))


def _is_in_menu(link: Link) -> bool:
    around = list(ancestors_of(link.element))
    if any(element.tag == "footer" or _has_mark(element, NO_MENU_MARKS) for element in around):
        return False
    return any(
        element.tag == "nav"
        or element.get("role") in ("navigation", "menubar")
        or _has_mark(element, MENU_MARKS)
        for element in around
    )


def _has_mark(element: etree._Element, marks: tuple[str, ...]) -> bool:
    return any(mark in marks_of(element) for mark in marks)


def _is_section(url: str, home: str) -> bool:
    """Whether `url` may be a list of the portal's articles: no article, tool, static page, nor the home."""
    if not is_of_portal(url, home) or url_key(url) == url_key(home) or is_media(url) or page_number(url) > 1:
        return False
    parts = split_url(url)
    segments = [segment for segment in parts.path.lower().split("/") if segment]
    if after_date(segments) is not None or not _NO_SECTIONS.isdisjoint(segments):
        return False
    if any(name.lower() in STOP_PARAMETERS - {"cat"} for name, _ in parse_qsl(parts.query)):
        return False
    return not is_article_url(url, Doors(), home)
