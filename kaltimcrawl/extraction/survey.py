"""One walk over a page's tree: where prose stands, and which elements bear which marks.

Everything that later steps decide, they decide on these figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.marks import load_marks, parts_of
from kaltimcrawl.extraction.tree import fold, text_of

MAX_ELEMENTS = 200_000
_NO_TEXT = ("style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "canvas", "math", "button", "audio", "video")
_DIRECT_TEXT = frozenset(("div", "section", "article", "td", "main", "span", "center", "font", "pre", "body", "dd", "blockquote"))
_SHORTEST_PROSE = 40
_SHORTEST_TEXT = 15
_INLINE = frozenset("a b i u em strong font span small mark abbr cite q sub sup time label bdo ins".split())
_NAMES = etree.XPath("//@id", smart_strings=False)
_PROPERTIES = etree.XPath("boolean(//@itemprop)")
_TEXT_HOLDERS = etree.XPath(f"//text()[string-length() > {_SHORTEST_TEXT}][normalize-space()]/..")
_KNOWN_NAMES = frozenset(mark[1:] for mark in load_marks().roles if mark.startswith("#"))
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
    blocks: set[Element] = field(default_factory=set)
    """Elements that hold running text directly."""
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
    has_names = not _KNOWN_NAMES.isdisjoint(name.lower() for name in _NAMES(root))
    has_properties = bool(_PROPERTIES(root))
    marked = survey.marked
    for order, element in enumerate(survey.elements):
        tag = element.tag
        if tag == "a":
            survey.links.append(element)
        elif tag == "h1":
            survey.headings.append(element)
        elif tag == "time":
            survey.times.append(element)
        elif tag in ("meta", "link"):
            continue
        elif tag == "figcaption":
            marked.setdefault("caption", []).append(Marked(element, "figcaption", 0, order))
        for part, mark, rank in parts_of(element, tag, names=has_names, properties=has_properties):
            marked.setdefault(part, []).append(Marked(element, mark, rank, order))
    for element in _TEXT_HOLDERS(root):
        _note_prose(survey, element)
    return survey


def _note_prose(survey: Survey, holder: Element) -> None:
    """Counts the running text of the block that `holder`, which holds a text of some length, belongs to."""
    block = holder
    while block.tag in _INLINE and (above := block.getparent()) is not None:
        block = above
    if block in survey.blocks:
        return
    survey.blocks.add(block)
    size = _prose_of(block) if block.tag == "p" else _direct_prose_of(block) if block.tag in _DIRECT_TEXT else 0
    if size < _SHORTEST_PROSE:
        return
    chain = [block, *block.iterancestors()]
    if not _NEVER_PROSE.isdisjoint(above.tag for above in chain[1:]):
        return
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
    """Characters of text that stands directly in `element`, between its children or in inline ones; not in links."""
    text = element.text
    size = len(text.strip()) if text else 0
    for child in element:
        tail = child.tail
        if tail and not tail.isspace():
            size += len(fold(tail))
        if child.tag in _INLINE and child.tag != "a":
            inner = child.text
            size += len(inner.strip()) if inner else 0
            if len(child):
                size += _direct_prose_of_inline(child)
    return size


def _direct_prose_of_inline(element: Element) -> int:
    """The same for what an inline element holds beyond its own text: pages wrap whole articles in a <span>."""
    size = 0
    for inner in islice(element.iter(), 1, 400):
        if inner.tag not in _INLINE and inner.tag != "br":
            return size
        size += len(fold(inner.tail or ""))
        if inner.tag != "a":
            size += len(fold(inner.text or ""))
    return size
