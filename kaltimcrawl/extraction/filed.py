"""The line in a body that tells where and when a blog filed it: "This entry was posted on … in Berita"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.datelabels import PUBLISHED_VERBS
from kaltimcrawl.extraction.dates import LONGEST_DATED
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.tree import fold, text_of

_OF_CATEGORY = "rel=category"
"""WordPress marks so the links to the categories of a post, in every language and theme."""
_BLOCKS = frozenset(("p", "div", "li", "footer", "section"))
_LONGEST = 600


def filed_lines(page: Page) -> tuple[Element, ...]:
    """The blocks within the body that link to the article's categories: no part of its text.

    Old themes, and WordPress's own up to 2010, end the body with a sentence of it, which tells the day and
    the minute of publication too.
    """
    lines: dict[Element, bool] = {}
    links = [
        marked
        for marked in page.survey.marked.get("section", ())
        if marked.mark == _OF_CATEGORY and page.body_order < marked.order <= page.body_end
    ]
    places = map(page.survey.place_of, page.survey.blocks) if links else ()
    prose = next((place for place in places if place >= page.body_order), page.body_end)
    for marked in links:
        if marked.order < prose:
            continue  # of the article's head
        block = next((above for above in marked.element.iterancestors() if above.tag in _BLOCKS), None)
        if block is not None and block not in lines:
            lines[block] = len(text_of(block)) <= _LONGEST
    return tuple(block for block, is_line in lines.items() if is_line)


def texts_filed(lines: Iterable[Element]) -> Iterator[str]:
    """What may tell a date of such lines: of a long one, which many categories make so, the beginning."""
    for line in lines:
        text = fold(text_of(line))
        if len(text) <= LONGEST_DATED or text.lower().startswith(PUBLISHED_VERBS):
            yield text[:LONGEST_DATED]
