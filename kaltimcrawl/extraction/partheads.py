"""Subheadings that stand outside of the marked parts of a body, each over its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.labels import kind_of

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def with_own_heads(parts: Iterable[Element]) -> Iterator[Element]:
    """The parts of a body; for one that a box holds with nothing but a subheading over it, that box."""
    for part in parts:
        yield _box_with_head(part)


def _box_with_head(part: Element) -> Element:
    box = part.getparent()
    if box is None or len(box) != 2 or box[1] is not part or box[0].tag not in _HEADINGS:
        return part
    text = brief_text(box[0])
    return box if text and kind_of(text) is None else part
