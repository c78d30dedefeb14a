"""Short texts of elements that may hold the whole page: read only as far as a short text goes."""

from __future__ import annotations

from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.tree import fold

LONGEST_BRIEF = 2000
"""Characters: no field's text on a page is longer, its white space counted."""


_MOST_ELEMENTS = 2_000


def holds_many(element: Element) -> bool:
    """Whether an element holds more others than any field's does: empty ones without end give no text at
    which to stop.
    """
    return next(islice(element.iter(), _MOST_ELEMENTS, None), None) is not None


def brief_text(element: Element) -> str:
    """All text below `element`, spaces folded; empty where it is longer than a field's, or in many elements.

    A hostile page may wrap megabytes in a hundred elements that are marked as titles: each is left at once.
    """
    if not len(element):
        text = element.text or ""
        return fold(text) if len(text) <= LONGEST_BRIEF else ""
    if holds_many(element):
        return ""
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        size += len(piece) + 1
        if size > LONGEST_BRIEF:
            return ""
        pieces.append(str(piece))
    return fold("".join(pieces))
