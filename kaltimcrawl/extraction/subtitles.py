"""The line that a page sets under or over its title as part of the headline."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import bare, weight

_FAR_FROM_TITLE = 120
_LONGEST = 400
_MOST_LINES, _LEAST_IN_BODY = 3, 40


def read_subtitle(
    page: Page, title: str, title_order: int, standfirst: Element | None = None
) -> Found[str] | None:
    """The line that the page sets under or over its title as part of the headline, or None.

    `standfirst` is the element that its class names so.
    """
    article = page.structured.article or {}
    for marked in page.near("subtitle", title_order):
        if abs(marked.order - title_order) > _FAR_FROM_TITLE:
            continue
        text = brief_text(marked.element)
        if 3 <= len(text) <= _LONGEST and bare(text) != bare(title):
            return Found(text, f"css: {marked.mark}")
    if standfirst is not None:
        return Found(brief_text(standfirst), f"css: .{(standfirst.get('class') or '').split()[0]}")
    for text in texts_of(article.get("alternativeHeadline"))[:1]:
        if bare(text) != bare(title):
            return Found(text, "jsonld: alternativeHeadline")
    return None


def subtitle_in_body(page: Page, lines: Sequence[Line], title: str) -> Found[str] | None:
    """The heading at the body's beginning that says what the page's description does, or None."""
    described = page.structured.meta_value("og:description", "description")
    own = bare(described[1]) if described is not None else ""
    if weight(own) < _LEAST_IN_BODY or own == bare(title):
        return None  # a subheading may be all that a part's description says
    for line in lines[:_MOST_LINES]:
        if line.kind == "heading" and len(line.text) <= _LONGEST and bare(line.text) == own:
            return Found(line.text, "text: description")
    return None
