"""Listing pages: a front page, a section, an index, and their next page."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from kaltimcrawl.discovery.address import is_article_url
from kaltimcrawl.discovery.candidate import Candidate, clean_title
from kaltimcrawl.discovery.page import Link, Page, ancestors_of, parse_page, text_of
from kaltimcrawl.discovery.pagination import find_next_page
from kaltimcrawl.discovery.words import READ_MORE_WORDS
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.urls import url_key

MAX_LINK_TITLE = 200
"""Characters: a longer link text is a whole card, not a title."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a listing page names."""

    candidates: tuple[Candidate, ...]
    """In document order, one a key."""
    next_url: str | None
    """The absolute address of the next page; None where the list ends."""


def read_listing(body: bytes, url: str, doors: Doors, home: str, encoding: str | None = None) -> Listing:
    """The candidates that the page `body`, that `url` answered with, links to, and its next page.

    A link is a candidate where `is_article_url` says so. Its title is the text of the heading that the link
    is in or holds, else of the longest of the links to it. `encoding` is what HTTP declared. Raises
    `DiscoveryError` for an empty page and for a place in `doors.next` that can't be read.
    """
    page = parse_page(body, url, encoding)
    return Listing(_read_candidates(page, doors, home), find_next_page(page, doors, home))


def _read_candidates(page: Page, doors: Doors, home: str) -> tuple[Candidate, ...]:
    judged: dict[str, str | None] = {}  # address to key, None for no article: pages link twice and more
    titles: dict[str, tuple[int, str]] = {}
    first: dict[str, str] = {}
    for link in page.links:
        if link.url not in judged:
            judged[link.url] = url_key(link.url) if is_article_url(link.url, doors, home) else None
        key = judged[link.url]
        if key is None:
            continue
        first.setdefault(key, link.url)
        titles[key] = max(titles.get(key, (0, "")), _title_of(link), key=_rank)
    return tuple(Candidate(link, page.url, title=clean_title(titles[key][1])) for key, link in first.items())


def _rank(title: tuple[int, str]) -> tuple[int, int]:
    return title[0], len(title[1])


def _title_of(link: Link) -> tuple[int, str]:
    """A text that may be the title, and how surely it is: 2 a heading's, 1 a link's, 0 none."""
    heading = next((element for element in link.element.iter(*_HEADINGS)), None)
    text = text_of(heading) if heading is not None else link.text
    text = text or (link.element.get("title") or "").strip()
    plain = text.lower().strip(" .…»›→>:")
    if (
        not plain
        or plain in READ_MORE_WORDS
        or len(text) > MAX_LINK_TITLE
        or "#" in link.url
        or plain.isdigit()
    ):
        return 0, ""
    return (2 if heading is not None or _is_in_heading(link.element) else 1), text


def _is_in_heading(element: etree._Element) -> bool:
    return any(ancestor.tag in _HEADINGS for ancestor in ancestors_of(element))
