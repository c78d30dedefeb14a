"""One walk over a page's tree: where prose stands, and which elements bear which marks.

Everything that later steps decide, they decide on these figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from kaltimcrawl.extraction.marks import Marks, load_marks, marks_of, words_of
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
    order: dict[Element, int] = field(default_factory=dict)
    """Place in the document, for elements with marks, prose, and headings."""

    def best(self, part: str) -> Iterator[Marked]:
        """The elements marked as `part`, the most trusted mark first."""
        return iter(sorted(self.marked.get(part, ()), key=lambda marked: (marked.rank, marked.order)))


def survey_page(root: Element) -> Survey:
    """The survey of a page. Takes scripts and the like out of the tree (JSON-LD must be read before)."""
    etree.strip_elements(root, "script", *_NO_TEXT, with_tail=False)
    survey = Survey(root)
    marks = load_marks()
    for order, element in enumerate(root.iter(etree.Element)):
        if order > MAX_ELEMENTS:
            break
        _note_marks(survey, element, order, marks)
        tag = element.tag
        if tag == "p":
            _note_prose(survey, element, order, whole=True)
        elif tag in _DIRECT_TEXT:
            _note_prose(survey, element, order, whole=False)
        elif tag == "h1":
            survey.headings.append(element)
            survey.order[element] = order
        elif tag == "time":
            survey.times.append(element)
            survey.order[element] = order
        elif tag == "figcaption":
            survey.marked.setdefault("caption", []).append(Marked(element, "figcaption", 0, order))
            survey.order[element] = order
    return survey


def _note_marks(survey: Survey, element: Element, order: int, marks: Marks) -> None:
    if not element.attrib:
        return
    seen: set[str] = set()
    for mark in marks_of(element):
        parts = marks.roles.get(mark)
        if parts is None:
            continue
        for part, rank in parts.items():
            if part not in seen:
                seen.add(part)
                survey.marked.setdefault(part, []).append(Marked(element, mark, rank, order))
                survey.order[element] = order


def _note_prose(survey: Survey, element: Element, order: int, *, whole: bool) -> None:
    size = _prose_of(element) if whole else _direct_prose_of(element)
    if size < _SHORTEST_PROSE:
        return
    survey.order.setdefault(element, order)
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
    text = text_of(paragraph)
    if len(text) < _SHORTEST_PROSE:
        return 0
    linked = sum(len(text_of(link)) for link in paragraph.iter("a"))
    return len(text) - 2 * linked if linked * 2 < len(text) else 0


def _direct_prose_of(element: Element) -> int:
    """Characters of text that stands directly in `element`, between its children or in inline ones."""
    size = len(fold(element.text)) if element.text else 0
    for child in element:
        tail = child.tail
        if tail:
            size += len(fold(tail))
        if size and child.tag in ("b", "strong", "i", "em", "u", "font") and not len(child):
            size += len(child.text or "")
    return size


def is_chrome(element: Element, marks: Marks | None = None) -> bool:
    """Whether the element's own marks say that it is no text of the article."""
    marks = marks or load_marks()
    return any(mark in marks.chrome for mark in marks_of(element))


def has_chrome_word(element: Element, marks: Marks | None = None) -> bool:
    """Whether a word of the element's classes or id is one of chrome ("post-related")."""
    marks = marks or load_marks()
    return not marks.chrome_words.isdisjoint(words_of(element))
