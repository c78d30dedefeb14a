"""One walk over a page's tree: where prose stands, and which elements bear which marks.

Everything that later steps decide, they decide on these figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.marks import parts_of
from kaltimcrawl.extraction.tree import fold, text_of

MAX_ELEMENTS = 200_000
_NO_TEXT = ("style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "canvas", "math", "button", "audio", "video")
_DIRECT_TEXT = frozenset(("div", "section", "article", "td", "main", "span", "center", "font", "pre", "body", "dd", "blockquote"))
_SHORTEST_PROSE = 40
_NEVER_PROSE = frozenset(("footer", "nav", "aside", "form", "header"))


@dataclass(frozen=True, slots=True)
class Marked:
    """An element that bears a mark of a part."""

    element: Element
    mark: str
    rank: int
    order: int
    """Its place in the document."""


@dataclass(slots=True)
class Survey:
    """What one walk over the page found. Built by `survey_page`, read-only after it."""

    root: Element
    prose: dict[Element, int] = field(default_factory=dict)
    """Element to the characters of prose below it; elements without are absent."""
    paragraphs: dict[Element, int] = field(default_factory=dict)
    """Element to the number of its prose blocks."""
    marked: dict[str, list[Marked]] = field(default_factory=dict)
    """Part to the elements marked so, in document order."""
    headings: list[Element] = field(default_factory=list)
    """h1 elements."""
    times: list[Element] = field(default_factory=list)
    """<time> elements."""
    elements: list[Element] = field(default_factory=list)
    """All elements in document order."""
    order: dict[Element, int] = field(default_factory=dict)
    """Element to its place in `elements`."""
    links: list[Element] = field(default_factory=list)
    """<a> elements."""

    def best(self, part: str) -> Iterator[Marked]:
        """The elements marked as `part`, the most trusted mark first."""
        return iter(sorted(self.marked.get(part, ()), key=lambda marked: (marked.rank, marked.order)))


def survey_page(root: Element) -> Survey:
    """The survey of a page. Takes scripts and the like out of the tree (JSON-LD must be read before)."""
    etree.strip_elements(root, "script", *_NO_TEXT, with_tail=False)
    survey = Survey(root)
    survey.elements = list(islice(root.iter(), MAX_ELEMENTS))
    survey.order = {element: order for order, element in enumerate(survey.elements)}
    marked = survey.marked
    for order, element in enumerate(survey.elements):
        for part, mark, rank in parts_of(element):
            marked.setdefault(part, []).append(Marked(element, mark, rank, order))
        tag = element.tag
        if tag == "a":
            survey.links.append(element)
        elif tag == "p":
            _note_prose(survey, element, _prose_of(element))
        elif tag in _DIRECT_TEXT:
            _note_prose(survey, element, _direct_prose_of(element))
        elif tag == "h1":
            survey.headings.append(element)
        elif tag == "time":
            survey.times.append(element)
        elif tag == "figcaption":
            marked.setdefault("caption", []).append(Marked(element, "figcaption", 0, order))
    return survey


def _note_prose(survey: Survey, element: Element, size: int) -> None:
    if size < _SHORTEST_PROSE:
        return
    above: Element | None = element
    chain: list[Element] = []
    while above is not None:
        if above.tag in _NEVER_PROSE and above is not element:
            return
        chain.append(above)
        above = above.getparent()
    for holder in chain:
        survey.prose[holder] = survey.prose.get(holder, 0) + size
        survey.paragraphs[holder] = survey.paragraphs.get(holder, 0) + 1


def _prose_of(paragraph: Element) -> int:
    if not len(paragraph):
        return len(fold(paragraph.text)) if paragraph.text else 0
    text = text_of(paragraph)
    if len(text) < _SHORTEST_PROSE:
        return 0
    linked = sum(len(text_of(link)) for link in paragraph.iter("a"))
    return len(text) - 2 * linked if linked * 2 < len(text) else 0


def _direct_prose_of(element: Element) -> int:
    """Characters of text that stands directly in `element`, between its children or in inline ones."""
    text = element.text
    size = len(text.strip()) if text else 0
    for child in element:
        tail = child.tail
        if tail and not tail.isspace():
            size += len(fold(tail))
        if size and child.tag in ("b", "strong", "i", "em", "u", "font") and not len(child):
            size += len(child.text or "")
    return size
