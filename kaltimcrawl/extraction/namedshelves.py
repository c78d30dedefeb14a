"""Sections that a page prints with no link or mark, known by name: "Kesehatan | Senin, 12 Mei 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.around import elements_before_title, elements_over
from kaltimcrawl.extraction.bywords import load_words
from kaltimcrawl.extraction.crumbs import leads_home
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.datetexts import looks_like_date
from kaltimcrawl.extraction.menus import is_in_menu
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.shelfnames import WHOLE, is_of_site
from kaltimcrawl.extraction.tree import fold

_NAMES = frozenset(read_data("sections.toml")["names"])
_BREAK = re.compile(r"\s*[|•·»›]\s*|\s+[-–—/]\s+")
_LONGEST_ROW, _LONGEST_NAME = 120, 30
_NEAR_TITLE, _MOST_IN_HEAD = 6, 24


def section_by_name(page: Page, title_order: int) -> Found[str] | None:
    """The first piece of the rows between title and body, or right over the title, that is the name of a
    section in some language; only where a date stands among them, as in an article's head.
    """
    if not title_order:
        return None
    pieces = list(_pieces(page, title_order))
    if not any(looks_like_date(row) for _, row in pieces):
        return None
    return next((Found(piece, "text: head", row) for piece, row in pieces if _is_known(piece)), None)


def _pieces(page: Page, title_order: int) -> Iterator[tuple[str, str]]:
    """The pieces of the short texts in an article's head, each with its row."""
    before = elements_before_title(page, title_order, _NEAR_TITLE)
    for element in (*before, *elements_over(page, title_order + 1)[:_MOST_IN_HEAD]):
        for text in (element.text, element.tail):
            if not text or text.isspace() or len(text) > _LONGEST_ROW:
                continue
            if is_in_menu(element) or not page.may_tell(element, title_order):
                continue
            if element.tag == "a" and not _may_be_of_shelf(page, element):
                continue
            row = fold(text)
            yield from ((piece, row) for piece in _BREAK.split(row) if piece)


def _may_be_of_shelf(page: Page, link: Element) -> bool:
    """Whether a link leads to a page of the site other than the first, and no words go on behind it."""
    tail = fold(link.tail or "")
    return (
        is_of_site(link.get("href") or "", page.url)
        and not leads_home(link, page.url)
        and not tail[:1].isalnum()
    )


def _is_known(piece: str) -> bool:
    """Whether a text is nothing but a section's name, with a capital first where its script has those."""
    low = piece.lower()
    if len(piece) > _LONGEST_NAME or low in WHOLE or piece[0] == low[0] != piece[0].upper():
        return False
    return low in _NAMES or load_words().shelves.issuperset(low.split())
