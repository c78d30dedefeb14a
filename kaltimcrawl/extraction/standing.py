"""Pages beside the articles: about the portal, of accounts, forums and goods, or that say there is none."""

from __future__ import annotations

import re
from itertools import islice

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.shelfnames import section_host
from kaltimcrawl.extraction.structured import Structured
from kaltimcrawl.urls import host_of, split_url

_DATA = read_data("kinds.toml")
_STANDING = frozenset(_DATA["addresses"]["standing"])
_SCRIPTS_OF_FORUMS = frozenset(_DATA["addresses"]["forum_scripts"])
_FORUMS = frozenset(("forum", "forums"))
_OF_ACCOUNT = re.compile(
    rf"(?:^|&)(?:action|act|do|mode|op|page|screen)=(?:{'|'.join(_DATA['addresses']['account'])})(?:&|$)",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(r"(?<=\D)[-_]\d{1,6}$")
_BETWEEN_WORDS = re.compile(r"[+_]|%20")
_ABOUT, _WORDS_OF_STORY = ("/about-", "/tentang-"), 3
_OF_THINGS = frozenset(_DATA["classes"]["things"])
_TYPES_OF_THINGS = frozenset(_DATA["types"]["open_graph"])
_ITEMS_OF_THINGS = frozenset(_DATA["types"]["microdata"])
_CART = re.compile("|".join(_DATA["carts"]["words"]), re.IGNORECASE)
_BUTTON_TAGS = ("input", "a", "img")
_BUTTON_ATTRIBUTES = ("class", "id", "name", "value", "title", "alt")
_MOST_BUTTONS, _LONGEST_ATTRIBUTE = 2000, 120
_MISSING = frozenset(_DATA["titles"]["missing"])
_NUMBERED_ERROR = frozenset(_DATA["titles"]["numbered_error"])
_LONGEST_OF_MISSING = 60
_SIGNS = re.compile(r"[\s!-/:-@\[-`{-~‘’“”…–—·«»¡¿。！]+")


def says_missing(title: str) -> bool:
    """Whether a page's title says that the page which was asked for isn't there.

    >>> says_missing("Halaman Tidak Ditemukan!"), says_missing("Halaman Buku yang Hilang")
    (True, False)
    """
    if len(title) > _LONGEST_OF_MISSING:
        return False
    words = _SIGNS.sub(" ", title.casefold()).split()
    if " ".join(words) in _MISSING:
        return True
    rest = [word for word in words if word not in _NUMBERED_ERROR]
    return "404" in words and (not rest or " ".join(rest) in _MISSING)


def is_dated_by_claim(structured: Structured) -> bool:
    """Whether the page declares itself, for machines, an article or the time when one was published."""
    return structured.article is not None or structured.meta_value("article:published_time") is not None


def is_standing_address(path: str, query: str) -> bool:
    """Whether an address is one that portals give a page about themselves, or the visitor's account."""
    last = path.rstrip("/").rpartition("/")[2].partition(".")[0].lower()
    name = _BETWEEN_WORDS.sub("-", last)
    return (
        name in _STANDING
        or _NUMBER_BEHIND.sub("", name) in _STANDING
        or _OF_ACCOUNT.search(query.replace(";", "&")) is not None
    )


def is_of_forum(url: str | None) -> bool:
    """Whether an address is a forum's, whose threads are talk and no articles: by its host, where "forum" is
    a part of a portal ("forum.kabar.co.id") and not its name ("forum.co.id"), or by its script.
    """
    parts = split_url(url or "")
    script = parts.path.rpartition("/")[2].lower()
    return section_host(host_of(url or "").lower()) in _FORUMS or script in _SCRIPTS_OF_FORUMS


def stands_beside(page: Page, classes: frozenset[str], *, claims: bool, published: bool) -> bool:
    """Whether a page stands on its own beside the articles, or is about a thing: terms, a good, an event.

    `classes` are those of <body>; `claims` whether the page calls itself an article, `published` whether it
    has a day.
    """
    path = split_url(page.url or "").path.lower()
    is_story = path.strip("/").count("/") == 0 and path.count("-") >= _WORDS_OF_STORY
    if not claims and path.startswith(_ABOUT) and not is_story:
        return True
    if "page" in classes and "single" not in classes and any(map(is_of_wordpress, classes)):
        return not claims or any(each.startswith("page-id-") for each in classes)
    kind = page.structured.meta_value("og:type")
    if classes & _OF_THINGS or (kind is not None and kind[1].lower() in _TYPES_OF_THINGS):
        return True
    if not published and (_asks_for_password(page) or (not claims and _sells(page))):
        return True
    return not claims and any(
        (each.get("itemtype") or "").rstrip("/").rpartition("/")[2] in _ITEMS_OF_THINGS
        for each in (page.containers[0], *page.containers[0].iterancestors())
    )


def is_of_wordpress(name: str) -> bool:
    """Whether a class is one of those that WordPress gives the <body> of pages; others call all theirs so."""
    return name.startswith(("page-id-", "page-template", "wp-", "elementor-page"))


def _asks_for_password(page: Page) -> bool:
    """Whether what would be the text asks for a password."""
    return any((each.get("type") or "").lower() == "password" for each in page.containers[0].iter("input"))


def _sells(page: Page) -> bool:
    """Whether a page has a button that puts a thing into a cart."""
    for each in islice(page.root.iter(*_BUTTON_TAGS), _MOST_BUTTONS):
        for name in _BUTTON_ATTRIBUTES:
            told = each.get(name)
            if told and _CART.search(told[:_LONGEST_ATTRIBUTE]) is not None:
                return True
    return False
