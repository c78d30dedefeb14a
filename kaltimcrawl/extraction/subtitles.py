"""The line that a page sets under or over its title as part of the headline."""

from __future__ import annotations

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import bare

_FAR_FROM_TITLE = 120
_LONGEST = 400


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
