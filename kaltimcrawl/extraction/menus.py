"""What a page's menus tell of an article's section: their entries, and the one they show as current."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from urllib.parse import parse_qsl

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.shelfnames import (
    folders_of,
    is_of_site,
    is_plain_section,
    plain_host,
    section_host,
    slug_of,
)
from kaltimcrawl.urls import split_url

_MOST_LINKS = 400
_LONGEST_ENTRY = 40
_ENTRIES, _ENTRIES_OF_LONG, _MOST_ENTRIES = 4, 8, 200
"""Links of the shortest menu, of one that is no row of an article's many sections, and of the longest."""
_MOST_ABOVE, _LONGEST_QUERY, _MOST_OVER_TITLE = 12, 300, 600
_ITEMS = frozenset(("font", "span", "td", "tr", "li", "div", "p"))
_KEYS = frozenset(read_data("sections.toml")["keys"])
"""Of a query: what names the section of what is asked for."""
_CURRENT = re.compile(
    r"(?:^|\s)(?:(?:is-|nav-|menu-)?(?:active|current|selected|aktif|aktiv|activo|ativo|actif|trail|on|sel)"
    r"|current[-_](?:menu|page|post|category|cat|\w+)[-_](?:item|parent|ancestor))(?:$|\s)"
)
_FILED = re.compile(r"(?:^|\s)category-([\w-]+)")
_POST = re.compile(r"(?:^|\s)(?:hentry|type-post)(?:$|\s)")


def is_in_long_row(link: Element) -> bool:
    """Whether a link is one of many right beside each other: a menu rather than an article's sections."""
    above = link.getparent()
    item = above if above is not None and above.tag == "li" else link
    row = item.getparent()
    if row is None or len(row) < _ENTRIES_OF_LONG:
        return False
    return all(child.tag == item.tag for child in islice(row, _MOST_ENTRIES))


def is_in_menu(element: Element) -> bool:
    """Whether an element stands in a row of many links. What has text beside it is no entry of one."""
    is_alone = element.tail is None or not any(map(str.isalnum, element.tail))
    item, row = _item_of(element) if is_alone else (element, element.getparent())
    if row is None:
        return False
    if item is element:
        return len(list(islice(row.iter("a"), _ENTRIES))) == _ENTRIES
    entries = (each for each in islice(row, _MOST_ENTRIES) if each.tag == item.tag and _is_entry(each))
    return len(list(islice(entries, _ENTRIES))) == _ENTRIES


def _item_of(element: Element) -> tuple[Element, Element | None]:
    """The outermost of the boxes that an element alone fills, or itself; and what that stands in."""
    item, row = element, element.getparent()
    while row is not None and len(row) == 1 and (row.tag in _ITEMS or row.tag == "a"):
        item, row = row, row.getparent()
    return item, row


def _is_entry(item: Element) -> bool:
    """Whether an item of a row is a link, or holds one and nothing beside it; one of a list may hold a list
    of more.
    """
    if item.tag == "a":
        return True
    if item.tag == "tr":
        item = item[0] if len(item) == 1 else item
    if item.tag == "li":
        return next(item.iter("a"), None) is not None
    return len(item) == 1 and next(item[0].iter("a"), None) is not None


@dataclass(frozen=True)
class Menus:
    """The menus of a page, read when they are first asked for: most pages mark their sections."""

    page: Page
    title_order: int

    @cached_property
    def entries(self) -> list[tuple[Element, str]]:
        """Links to pages of its own, with their texts: of <nav> and of rows of links over the title."""
        survey, url = self.page.survey, self.page.url
        navs = (nav.iter("a") for nav in survey.cleared if nav.tag == "nav")
        rows = (element for element in survey.elements[: self.title_order] if element.tag == "a")
        links = chain(
            islice(chain.from_iterable(navs), _MOST_LINKS), filter(is_in_menu, islice(rows, _MOST_LINKS))
        )
        return [(link, brief_text(link)) for link in links if _leads_on(link.get("href") or "", url)]

    @cached_property
    def names(self) -> frozenset[str]:
        """What the entries say, in lower case."""
        return frozenset(text.casefold() for _, text in self.entries)


def _leads_on(href: str, url: str | None) -> bool:
    """Whether a link leads to a page of the site, and not to a place in this one."""
    return not href.startswith("#") and is_of_site(href, url)


def current_entry(menus: Menus) -> Found[str] | None:
    """The one entry of the page's menus that they show as current: by its class, or `aria-current`."""
    found: dict[str, str] = {}
    for link, text in menus.entries:
        parts = split_url(link.get("href") or "")
        if not _is_current(link) or not (parts.path.strip("/") or parts.query):
            continue
        if 3 <= len(text) <= _LONGEST_ENTRY and is_plain_section(text):
            found.setdefault(text.casefold(), text)
    return Found(next(iter(found.values())), "text: current entry") if len(found) == 1 else None


def unlinked_entry(menus: Menus) -> Found[str] | None:
    """The one entry in bold of a menu over the text that is no link, as static pages set where they stand:
    "Kota | <b>Daerah</b> | Hukum".
    """
    page = menus.page
    found: dict[str, str] = {}
    for element in page.survey.elements[: min(menus.title_order or page.body_order, _MOST_OVER_TITLE)]:
        text = brief_text(element) if element.tag in ("b", "strong") else ""
        if not 3 <= len(text) <= _LONGEST_ENTRY or next(element.iter("a"), None) is not None:
            continue
        if is_plain_section(text) and _is_amid_links(element):
            found.setdefault(text.casefold(), text)
    return Found(next(iter(found.values())), "text: current entry") if len(found) == 1 else None


def _is_amid_links(element: Element) -> bool:
    """Whether an element, or the item that it alone fills, stands between links of a menu, or between items
    of one that are set as its own is: heads of menus are set otherwise.
    """
    item, row = _item_of(element)
    before, behind = item.getprevious(), item.getnext()
    if row is None or before is None or behind is None:
        return False
    if item is element:
        is_amid = before.tag == "a" == behind.tag
        return is_amid and len(list(islice(row.iterchildren("a"), _ENTRIES))) == _ENTRIES
    alike = all(
        each.tag == item.tag and _is_entry(each) and _looks_of(each) == _looks_of(item)
        for each in (before, behind)
    )
    entries = (each for each in islice(row, _MOST_ENTRIES) if each.tag == item.tag and _is_entry(each))
    return alike and len(list(islice(entries, _ENTRIES))) == _ENTRIES


def _looks_of(item: Element) -> tuple[object, object]:
    """The attributes of an item and of what it begins with, those of its link aside."""
    first = item[0] if len(item) and item[0].tag != "a" else None
    return frozenset(item.items()), frozenset(first.items()) if first is not None else None


def _is_current(link: Element) -> bool:
    if link.get("aria-current") not in (None, "false"):
        return True
    classes = link.get("class")
    if classes and _CURRENT.search(classes.lower()):
        return True
    item = link.getparent()
    if item is None or item.tag not in ("li", "div", "span") or item[0] is not link:
        return False
    classes = item.get("class")
    return classes is not None and _CURRENT.search(classes.lower()) is not None


def section_of_address(menus: Menus) -> Found[str] | None:
    """The text of the page's link to the folder of its address: "Ekonomi" for /ekonomi/…, /read/ekonomi/…"""
    url = menus.page.url or ""
    folders = folders_of(url)
    if len(folders) < 2 or not _is_word(folders[0]):
        return None
    wanted = folders[0]
    named: str | None = None
    names = plain_host(url).split(".")
    for link in _links_of(menus.page):
        href = (link.get("href") or "").lower()
        if wanted not in href or folders_of(href) != [wanted] or not is_of_site(href, url):
            continue
        text = brief_text(link)
        if not 2 <= len(text) <= _LONGEST_ENTRY or not is_plain_section(text):
            continue
        slug = slug_of(text)
        if slug in names:
            continue
        is_entry = text.casefold() in menus.names
        if slug == wanted and (is_entry or "-" not in slug):
            return Found(text, "url", slug)
        if named is None and is_entry:
            named = text
    return Found(named, "url", wanted) if named is not None else None


def section_of_query(menus: Menus) -> Found[str] | None:
    """The menu's entry that the query of the address names: "Daerah" for "index.asp?Berita=Daerah&id=3"."""
    for key, value in parse_qsl(split_url(menus.page.url or "").query[:_LONGEST_QUERY]):
        if key.lower() not in _KEYS or not value:
            continue
        for link, text in menus.entries:
            if not 3 <= len(text) <= _LONGEST_ENTRY or not is_plain_section(text):
                continue
            told = parse_qsl(split_url(link.get("href") or "").query[:_LONGEST_QUERY])
            if slug_of(text) == slug_of(value) or (key, value) in told:
                return Found(text, "url", f"{key}={value}")
    return None


def section_of_host(page: Page) -> Found[str] | None:
    """The text of the page's link to its host, where a portal's sections have hosts of their own."""
    host = plain_host(page.url or "")
    label = section_host(host)
    for link in _links_of(page) if label else ():
        href = (link.get("href") or "").lower()
        if label not in href or plain_host(href) != host or split_url(href).path.strip("/"):
            continue
        text = brief_text(link)
        if slug_of(text).replace("-", "") == label and is_plain_section(text):
            return Found(text, "url", host)
    return None


def section_of_folder(menus: Menus) -> Found[str] | None:
    """The menu's entry for the first folders of the page's address, though all articles stand in them."""
    folders = split_url(menus.page.url or "").path.strip("/").lower().split("/")[:-1]
    for depth in (2, 1):
        wanted = folders[:depth]
        if len(wanted) < depth or not all(map(_is_word, wanted)) or len(wanted[-1]) <= len("id"):
            continue  # a page's language is no shelf
        for link, text in menus.entries:
            href = (link.get("href") or "").lower()
            if wanted[-1] not in href or split_url(href).path.strip("/").split("/") != wanted:
                continue
            if 2 <= len(text) <= _LONGEST_ENTRY and is_plain_section(text):
                return Found(text, "url", "/".join(wanted))
    return None


def _is_word(folder: str) -> bool:
    return folder.replace("-", "").isalpha()


def _links_of(page: Page) -> Iterator[Element]:
    """The first links of the page's menus, then those of the rest of it."""
    cleared = chain.from_iterable(element.iter("a") for element in page.survey.cleared)
    return chain(islice(cleared, _MOST_LINKS), islice(page.root.iter("a"), _MOST_LINKS))


def filed_section(page: Page, title_order: int) -> Found[str] | None:
    """The name of the one category that WordPress writes into the classes of an article's box."""
    heading = page.survey.elements[title_order] if title_order else page.containers[0]
    for box in islice(heading.iterancestors(), _MOST_ABOVE):
        classes = box.get("class")
        if not classes or "category-" not in classes or not _POST.search(classes):
            continue
        slugs = [slug for slug in _FILED.findall(classes) if slug != "uncategorized"]
        if len(slugs) != 1:
            return None
        for link in _links_of(page):
            href = link.get("href") or ""
            if slugs[0] not in href or folders_of(href)[-1:] != slugs:
                continue
            text = brief_text(link)
            if len(text) <= _LONGEST_ENTRY and is_plain_section(text):
                return Found(text, "css: category class", slugs[0])
        return None
    return None
