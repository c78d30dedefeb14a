"""One walk over a page's tree: where prose stands, and which elements bear which marks.

Everything that later steps decide, they decide on these figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.marks import is_marked_link, known_ids, names_part, parts_of
from kaltimcrawl.extraction.tree import fold, text_of

MAX_ELEMENTS = 200_000
_NO_TEXT = (
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "select",
    "textarea",
    "canvas",
    "math",
    "button",
    "audio",
    "video",
)
_DIRECT_TEXT = frozenset(
    ("div", "section", "article", "td", "main", "span", "center", "font", "pre", "body", "dd", "blockquote")
)
_SHORTEST_PROSE = 40
_SHORTEST_TEXT = 15
_INLINE = frozenset(
    [
        "a",
        "b",
        "i",
        "u",
        "em",
        "strong",
        "font",
        "span",
        "small",
        "mark",
        "abbr",
        "cite",
        "q",
        "sub",
        "sup",
        "time",
        "label",
        "bdo",
        "ins",
    ]
)
# fmt: off
_NEVER_MARKED = frozenset((
    "li", "br", "img", "i", "b", "strong", "em", "tr", "tbody", "option", "input", "hr",
    "html", "head", "body", "meta", "link",
))
# fmt: on
_KNOWN_IDS = known_ids()
_TEXT_HOLDERS = etree.XPath(f"//body//text()[string-length() > {_SHORTEST_TEXT}][normalize-space()]/..")
_NEVER_PROSE = frozenset(("footer", "nav", "aside", "form", "header"))


class Marked(NamedTuple):
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
    marked: dict[str, list[Marked]] = field(default_factory=dict)
    """Part to the elements marked so, in document order."""
    elements: list[Element] = field(default_factory=list)
    """All elements in document order."""
    blocks: set[Element] = field(default_factory=set)
    """Elements that hold running text directly."""

    def place_of(self, element: Element) -> int:
        """The element's place in the document; beyond its end for one that is not in the survey."""
        try:
            return self.elements.index(element)
        except ValueError:  # beyond MAX_ELEMENTS
            return len(self.elements)

    def best(self, part: str) -> Iterator[Marked]:
        """The elements marked as `part`, the most trusted mark first."""
        return iter(sorted(self.marked.get(part, ()), key=lambda marked: (marked.rank, marked.order)))


def survey_page(root: Element, source: str) -> Survey:
    """The survey of a page, given its tree and its text.

    Takes scripts and the like out of the tree: JSON-LD must be read before.
    """
    etree.strip_elements(root, "script", *_NO_TEXT, with_tail=False)
    survey = Survey(root)
    survey.elements = list(islice(root.iter(), MAX_ELEMENTS))
    for place, element in _marked_elements(survey.elements, source):
        for part, mark, rank in parts_of(element):
            survey.marked.setdefault(part, []).append(Marked(element, mark, rank, place))
    holders = _TEXT_HOLDERS(root)
    for holder in holders if isinstance(holders, list) else ():
        if isinstance(holder, Element):
            _note_prose(survey, holder)
    return survey


def _marked_elements(elements: list[Element], source: str) -> list[tuple[int, Element]]:
    """The elements that bear a mark, with their places; attributes the page never has are not asked for."""
    has_properties = "itemprop" in source
    marked = []
    for place, element in enumerate(elements):
        tag = element.tag
        if tag == "a":
            if is_marked_link(element):
                marked.append((place, element))
            continue
        if tag in _NEVER_MARKED:
            continue
        if tag == "figcaption":
            marked.append((place, element))
            continue
        get = element.get
        classes = get("class")
        if (
            (classes is not None and names_part(classes))
            or get("id") in _KNOWN_IDS
            or (has_properties and get("itemprop"))
        ):
            marked.append((place, element))
    return marked


def _note_prose(survey: Survey, holder: Element) -> None:
    """Counts the running text of the block that `holder`, which holds a text of some length, belongs to."""
    block = holder
    while block.tag in _INLINE and (above := block.getparent()) is not None:
        block = above
    if block in survey.blocks:
        return
    survey.blocks.add(block)
    size = (
        _prose_of(block) if block.tag == "p" else _direct_prose_of(block) if block.tag in _DIRECT_TEXT else 0
    )
    if size < _SHORTEST_PROSE:
        return
    chain = [block]
    for above in block.iterancestors():
        if above.tag in _NEVER_PROSE:
            return
        chain.append(above)
    for holder in chain:
        survey.prose[holder] = survey.prose.get(holder, 0) + size


def _prose_of(paragraph: Element) -> int:
    if not len(paragraph):
        return len(fold(paragraph.text)) if paragraph.text else 0
    text = text_of(paragraph)
    if len(text) < _SHORTEST_PROSE:
        return 0
    linked = sum(len(text_of(link)) for link in paragraph.iter("a"))
    return len(text) - 2 * linked if linked * 2 < len(text) else 0


def _direct_prose_of(element: Element) -> int:
    """Characters of text directly in `element`, between its children or in inline ones; not in links."""
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
    """The same for what an inline element holds: pages wrap whole articles in a <span>."""
    size = 0
    for inner in islice(element.iter(), 1, 400):
        if inner.tag not in _INLINE and inner.tag != "br":
            return size
        size += len(fold(inner.tail or ""))
        if inner.tag != "a":
            size += len(fold(inner.text or ""))
    return size
