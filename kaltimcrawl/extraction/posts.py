"""Pages that print several posts whole, one under the other: a blog's front, a month of its archive."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.shelfnames import is_of_site
from kaltimcrawl.urls import absolute_url, split_url

_HEADINGS = frozenset(("h1", "h2", "h3"))
_SOME_POSTS = 3
_LEAST_OF_POST = 200
"""Characters of prose under a headline that are more than a teaser."""


def is_run_of_posts(page: Page, title_order: int) -> bool:
    """Whether a page is several posts, each with its text under a headline that links to its own page.

    `title_order` is the place of what was taken for the title. An article's own headline is no link, or one
    to itself, whatever else follows under the article.
    """
    if title_order and _leads_on(page, page.survey.elements[title_order]) is None:
        return False
    return len(list(islice(_posts(page), _SOME_POSTS))) == _SOME_POSTS


def links_to_itself(page: Page, title_order: int) -> bool:
    """Whether the headline at that place links to the page it stands on, as only an article's does."""
    heading = page.survey.elements[title_order] if title_order else None
    path = _path_of(_address_of(page, heading)) if heading is not None else ""
    return bool(path) and path == _path_of(page.url)


def _posts(page: Page) -> Iterator[str]:
    """The addresses of the posts that the page prints whole."""
    survey = page.survey
    seen: set[str] = set()
    address, size = None, 0
    for element in survey.elements:
        size += survey.blocks.get(element, 0)
        if address is None and size >= _LEAST_OF_POST:
            return  # text without such a headline over it: an article's
        if element.tag not in _HEADINGS:
            continue
        leads = _leads_on(page, element)
        if leads is None:
            continue  # a subheading of the post
        if address is not None and size >= _LEAST_OF_POST and address not in seen:
            seen.add(address)
            yield address
        address, size = leads, 0
    if address is not None and size >= _LEAST_OF_POST and address not in seen:
        yield address


def _leads_on(page: Page, heading: Element) -> str | None:
    """The page of the site that a headline links to; None where it is no link, or one to the page itself."""
    address = _address_of(page, heading)
    path = _path_of(address)
    own = (page.url, page.structured.canonical, *page.structured.meta.get("og:url", ())[:1])
    return None if not path or any(_path_of(each) == path for each in own) else address


def _address_of(page: Page, heading: Element) -> str | None:
    """Where on the site a headline, what it holds or what holds it links to; absolute."""
    link = heading if heading.tag == "a" else next(heading.iter("a"), None)
    if link is None:
        link = next(heading.iterancestors("a"), None)
    href = link.get("href") if link is not None else None
    return absolute_url(href, page.url) if href and is_of_site(href, page.url) else None


def _path_of(url: str | None) -> str:
    return split_url(url or "").path.rstrip("/")
