"""Boxes in a body that hold a picture and its caption, or the card of another article."""

from __future__ import annotations

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.marks import (
    names_caption,
    parts_of,
)
from kaltimcrawl.extraction.tree import text_of
from kaltimcrawl.extraction.verdict import SENTENCE_END

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LONGEST_CAPTION = 160
_LONGEST_PICTURE_BOX, _LONGEST_BESIDE_CAPTION = 400, 60
"""Characters of a picture's caption with its maker and the like beside it, and of those alone."""
_CARD_HEADINGS = ("h2", "h3", "h4", "h5")
_MOST_IN_CARD = 6
_LONGEST_CARD = 500


def link_of_card(box: Element) -> Element | None:
    """The headline's link of a box that is another article's card: that, and a line or two beside it."""
    heading = next(box.iter(*_CARD_HEADINGS), None)
    if heading is None or len(box) > _MOST_IN_CARD:
        return None
    above = heading.getparent()
    link = above if above is not None and above.tag == "a" else next(heading.iter("a"), None)
    if link is None or len(text_of(link)) * 10 < len(text_of(heading)) * 9:
        return None
    size = 0
    for text in box.itertext():
        size += len(text)
        if size > _LONGEST_CARD:
            return None
    return link if next(box.iter("ul", "ol", "table", "blockquote"), None) is None else None


def caption_of_box(box: Element) -> str | None:
    """The text of a box that holds an image and a line or two set apart from it, or what is marked as the
    caption of a little more; None for other boxes.
    """
    if next(box.iter("img"), None) is None or (box.text and not box.text.isspace()):
        return None
    if any(child.tail and not child.tail.isspace() for child in box):
        return None
    if next(box.iter(*HEADINGS), None) is not None:
        return None
    text = text_of(box)
    if not 0 < len(text) <= _LONGEST_PICTURE_BOX:
        return None
    caption = next((text_of(inner) for inner in box.iter() if is_caption(inner) and text_of(inner)), None)
    if caption is not None and _tells_more(box, caption):
        return None
    if len(text) <= _LONGEST_CAPTION and not any(map(text_of, box.iter("a"))):
        return text
    return caption if caption is not None and len(text) - len(caption) <= _LONGEST_BESIDE_CAPTION else None


def _tells_more(box: Element, caption: str) -> bool:
    """Whether a paragraph of a box ends a sentence before its picture and caption: "Add the moss."."""
    first = next((inner for inner in box.iter("p", "img") if inner.tag == "img" or text_of(inner)), None)
    if first is None or first.tag == "img" or is_caption(first):
        return False
    text = text_of(first)
    return text not in caption and SENTENCE_END.search(text) is not None


def is_caption(element: Element) -> bool:
    if element.tag == "figcaption":
        return True
    return names_caption(element) or any(part == "caption" for part, _, _ in parts_of(element))
