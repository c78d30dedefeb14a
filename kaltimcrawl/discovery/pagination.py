"""The next page of a list of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cssselect import GenericTranslator, SelectorError
from lxml import etree

from kaltimcrawl.discovery.address import is_article_url, is_same_host, list_address, page_number
from kaltimcrawl.discovery.page import Link, Page, ancestors_of, marks_of
from kaltimcrawl.discovery.words import NEXT_ARROWS, NEXT_WORDS, PAGER_MARKS
from kaltimcrawl.errors import DiscoveryError
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.rules import Place
from kaltimcrawl.urls import url_key

_PAGER_DEPTH = 4
_ARROWS_AND_MARKS = "".join(NEXT_ARROWS) + "«‹←<[]().…:|- \u200b\xa0"


def find_next_page(page: Page, doors: Doors, home: str) -> str | None:
    """The absolute address of the list's next page, or None where the list ends.

    Looked for at `doors.next`, else in this order: rel=next; a link marked "next" in a block of pages; the
    same address with the next number; a link that says "Selanjutnya", "Older posts", "»"; the number
    after this page's in a block of pages. It is on the page's host and leads on: never to this page, to one
    before it, or to an article. Raises `DiscoveryError` for a place in `doors.next` that can't be read.
    """
    if doors.next:
        return _next_by_places(page, doors.next)
    rules: tuple[Callable[[Page], Iterator[Link]], ...] = (
        _related,
        _marked,
        _numbered_alike,
        _worded,
        _numbered_in_pager,
    )
    for rule in rules:
        for link in rule(page):
            if _leads_on(link.url, page.url) and not _is_article(link.url, doors, home):
                return link.url
    return None


def _next_by_places(page: Page, places: tuple[Place, ...]) -> str | None:
    for place in places:
        for found in _select(page, place):
            url = page.absolute(found if isinstance(found, str) else _href_in(found))
            if url and _leads_on(url, page.url):
                return url
    return None


def _select(page: Page, place: Place) -> list[str | etree._Element]:
    """What `place` selects: elements, or the texts of attributes."""
    try:
        path = GenericTranslator().css_to_xpath(place.what) if place.source == "css" else place.what
        found = page.root.xpath(path)
    except (etree.XPathError, SelectorError) as problem:
        raise DiscoveryError(
            f"{page.url}: next page: {place} can't be read ({problem}); expected css or xpath"
        ) from None
    items = found if isinstance(found, list) else [found]
    return [item for item in items if isinstance(item, str | etree._Element)]


def _href_in(element: etree._Element) -> str | None:
    """The href of `element` or of the first link in it."""
    if element.get("href"):
        return element.get("href")
    return next((link.get("href") for link in element.iter("a") if link.get("href")), None)


def _leads_on(url: str, current: str) -> bool:
    """Whether `url` is on the host of `current`, another page, and not one that comes before it."""
    if not is_same_host(url, current) or url_key(url) == url_key(current):
        return False
    number, here = page_number(url), page_number(current)
    return number > here or (number == here == 1 and list_address(url) != list_address(current))


def _is_article(url: str, doors: Doors, home: str) -> bool:
    return page_number(url) == 1 and is_article_url(url, doors, home)


def _related(page: Page) -> Iterator[Link]:
    return (link for link in (*page.head_links, *page.links) if "next" in link.relations)


def _marked(page: Page) -> Iterator[Link]:
    """Links with "next" as a word of their class, or at its end, in a block of pages."""
    for link in page.links:
        classes = (link.element.get("class") or "").lower().split()
        if any(name.startswith("next") or name.endswith("next") for name in classes) and _is_in_pager(link):
            yield link


def _numbered_alike(page: Page) -> Iterator[Link]:
    """Links to the address of this list with the number after this page's."""
    here, following = list_address(page.url), page_number(page.url) + 1
    return (
        link for link in page.links if page_number(link.url) == following and list_address(link.url) == here
    )


def _worded(page: Page) -> Iterator[Link]:
    for link in page.links:
        text = link.text or link.element.get("aria-label") or link.element.get("title") or ""
        if len(text) > 40:
            continue
        words = text.lower().strip(_ARROWS_AND_MARKS)
        is_arrow = 0 < len(text) <= 2 and NEXT_ARROWS.issuperset(text)
        if words in NEXT_WORDS or (is_arrow and _is_in_pager(link)):
            yield link


def _numbered_in_pager(page: Page) -> Iterator[Link]:
    following = str(page_number(page.url) + 1)
    return (link for link in page.links if link.text == following and _is_in_pager(link))


def _is_in_pager(link: Link) -> bool:
    """Whether the link, or an element around it, is marked as a block of pages."""
    around = [link.element, *ancestors_of(link.element)][: _PAGER_DEPTH + 1]
    return any(mark in marks_of(element) for element in around for mark in PAGER_MARKS)
