"""Breaks that a page shows between words where its source has none: by <br>, by boxes, by style."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.tree import joined_text

_EMPTY = frozenset(("br", "hr"))
_MOST_BREAKS = 100_000
_ONE_TEXT = ("h1", "h2", "h3", "h4", "figcaption")
"""Elements whose text is read as one, whatever boxes it is laid out in."""
_BOXES = ("div", "p", "span", "small", "strong", "b", "cite")
_BOXED_BY_TAG = ("div", "p")
_MOST_BOXES = 20
_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
_WITHIN_LINES = frozenset((*_ONE_TEXT, "h5", "h6", "p", "a", "label", "li", "dt", "summary"))
"""Elements whose spans are none of a body's paragraphs."""
_DEEPEST = 4
_PARAGRAPHS = frozenset(("div", "p", "ul", "ol", "table", "blockquote", "h2", "h3", "h4", "section"))


def space_breaks(root: Element) -> None:
    """Sets a space before each <br> that touches a word or an end tag, in place: texts of elements are read
    without their breaks, and "Pasar Ditata,<br>Pedagang" would be one word.
    """
    for element in islice(root.iter("br"), _MOST_BREAKS):
        before, parent = element.getprevious(), element.getparent()
        if before is not None:
            tail = before.tail
            if not tail[-1].isspace() if tail else before.tag not in _EMPTY:
                before.tail = joined_text(tail, " ")
        elif parent is not None:
            text = parent.text
            if not text or not text[-1].isspace():
                parent.text = joined_text(text, " ")


def part_words(root: Element, source: bytes) -> None:
    """Sets spaces round the boxes of a heading or caption, and makes paragraphs of the spans that a style
    shows as such.
    """
    is_styled = b"block" in source
    for element in root.iter(*_ONE_TEXT):
        if len(element):
            _part_boxes(element, is_styled)
    if is_styled:
        for span in [span for span in root.iter("span") if _is_shown_as_block(span)]:
            _set_in_lines(span)


def _part_boxes(holder: Element, is_styled: bool) -> None:
    """Sets spaces round the boxes below an element whose text is read as one."""
    if not is_styled:
        for box in islice(holder.iter(*_BOXED_BY_TAG), _MOST_BOXES):
            _set_apart(box)
        return
    for box in islice(holder.iter(*_BOXES), _MOST_BOXES):
        if box.tag in _BOXED_BY_TAG or _is_shown_as_block(box):
            _set_apart(box)


def _is_shown_as_block(element: Element) -> bool:
    """Whether an element's style, or Bootstrap's class for it, sets it in lines of its own."""
    style = element.get("style")
    if style and _BLOCK.search(style) is not None:
        return True
    classes = element.get("class")
    return classes is not None and "d-block" in classes.split()


def _set_in_lines(span: Element) -> None:
    """Makes a paragraph of a span, lines in a paragraph, and words set apart in what is read as one text."""
    above = span.getparent()
    for _ in range(_DEEPEST):
        if above is None or above.tag in _WITHIN_LINES:
            break
        above = above.getparent()
    if above is None or above.tag not in _WITHIN_LINES:
        span.tag = "div" if any(child.tag in _PARAGRAPHS for child in span) else "p"
    elif above.tag == "p":
        span.addprevious(etree.Element("br"))
        span.addnext(etree.Element("br"))
    else:
        _set_apart(span)


def _set_apart(element: Element) -> None:
    element.text = joined_text(" ", element.text or "")
    element.tail = joined_text(" ", element.tail or "")
