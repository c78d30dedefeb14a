"""One walk over a page's tree: where prose stands, and which elements bear which marks.

Everything that later steps decide, they decide on these figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.clearing import clear_page
from kaltimcrawl.extraction.labels import LONGEST_LABEL, LabelKind, kind_of
from kaltimcrawl.extraction.marks import (
    find_shelf,
    known_ids,
    parts_of_attributes,
    parts_of_classes,
    parts_of_link,
)
from kaltimcrawl.extraction.mending import close_open_boxes
from kaltimcrawl.extraction.tree import text_of, weight

MAX_ELEMENTS = 100_000
_MOST_MARKED = 2_000
_FEW = 3_000
# fmt: off
_DIRECT_TEXT = frozenset((
    "div", "section", "article", "td", "main", "span", "center", "font", "pre", "body", "dd", "blockquote",
))
_INLINE = frozenset((
    "a", "b", "i", "u", "em", "strong", "font", "span", "small", "mark", "abbr", "cite", "q", "sub", "sup",
    "time", "label", "bdo", "ins",
))
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
# fmt: on
_MARKS, _ID, _TEXT, _TAIL, _SPECIAL, _LABEL = 1, 2, 4, 8, 16, 32
_ALL = _MARKS | _TEXT | _TAIL
_ASKED: dict[str, int] = {
    **dict.fromkeys(
        ("html", "head", "body", "meta", "link", "option", "tbody", "tr", "dt", "dl", "title"), 0
    ),
    **dict.fromkeys(("br", "hr", "img", "input"), _TAIL),
    **dict.fromkeys(("b", "i", "strong", "em"), _TEXT | _TAIL),
    **dict.fromkeys(("div", "section", "article", "td", "main", "span", "nav"), _ALL | _ID),
    **dict.fromkeys(("body", "dd", "pre", "center", "font", "blockquote"), _ALL),
    **dict.fromkeys(_HEADINGS, _MARKS | _TAIL | _LABEL),
    "ul": _MARKS | _ID | _TAIL,
    "ol": _MARKS | _ID | _TAIL,
    "li": 0,
    "a": _MARKS | _TAIL,
    "p": _MARKS | _TAIL | _SPECIAL | _LABEL,
    "h1": _MARKS | _ID | _TAIL | _SPECIAL,
    "time": _MARKS | _TAIL | _SPECIAL,
    "figcaption": _TAIL | _SPECIAL,
}
"""What the walk asks of an element, by its tag: each question costs, and a page has a thousand elements."""
_OF_AMP = "amp-"
_WITHIN = _INLINE | {"br", "img"}
_FEW_PROSE, _SHORTEST_ITEM, _SOME_ITEMS, _LONGEST_HEADING = 1_000, 60, 4, 400
_ENDS = (".", "!", "?", "…", ".”", '."', "。", "।", "؟")
_NEVER_PROSE = frozenset(("footer", "nav", "aside", "form", "header"))
_SHORTEST_PROSE = 40
_SHORTEST_TEXT = 15
_MOST_INNER = 400
_DEEPEST_INLINE = 64
_KNOWN_IDS = known_ids()


class Marked(NamedTuple):
    """An element that bears a mark of a part."""

    element: Element
    mark: str
    rank: int
    order: int
    """Its place in the document."""


_rank_of = attrgetter("rank")


@dataclass(slots=True)
class Survey:
    """What one walk over the page found. Built by `survey_page`, read-only after it."""

    root: Element
    prose: dict[Element, int] = field(default_factory=dict)
    """Element to the characters of prose below it; elements without are absent."""
    marked: dict[str, list[Marked]] = field(default_factory=dict)
    """Part to the elements marked so, in document order."""
    blocks: dict[Element, int] = field(default_factory=dict)
    """Elements that hold running text directly to its characters, in document order."""
    below: dict[Element, list[Element]] = field(default_factory=dict)
    """Element to those of its children that hold prose, in no certain order."""
    elements: list[Element] = field(default_factory=list)
    """All elements in document order."""
    hrefs: list[str] = field(default_factory=list)
    """The addresses of the page's links as written, in document order."""
    links: list[int] = field(default_factory=list)
    """Places of the <a> elements."""
    headings: list[int] = field(default_factory=list)
    """Places of the <h1> elements."""
    labels: list[tuple[Element, LabelKind]] = field(default_factory=list)
    """Elements whose text is a label, with what stands under it."""
    times: list[int] = field(default_factory=list)
    """Places of the <time> elements."""
    asking: frozenset[Element] = frozenset()
    """The boxes that held a form to fill in: a newsletter's, a donation's."""
    cleared: list[Element] = field(default_factory=list)
    """The menus, sidebars, forms and footers that were taken out of the tree, in document order."""

    _places: dict[Element, int] = field(init=False, default_factory=dict)
    """Element to its place; made where there are more than a few to look through."""

    def place_of(self, element: Element) -> int:
        """The element's place in the document; beyond its end for one that is not in the survey."""
        if len(self.elements) > _FEW and not self._places:
            self._places.update((each, place) for place, each in enumerate(self.elements))
        if self._places:
            return self._places.get(element, len(self.elements))
        try:
            return self.elements.index(element)
        except ValueError:
            return len(self.elements)

    def best(self, part: str) -> Iterator[Marked]:
        """The elements marked as `part`, the most trusted mark first."""
        return iter(sorted(self.marked.get(part, ()), key=_rank_of))  # they are in order already


def survey_page(root: Element, source: bytes, *, is_lenient: bool = False) -> Survey:
    """The survey of a page, given its tree and its bytes.

    Takes scripts and the like out of the tree: JSON-LD must be read before. `is_lenient`: what stands in a
    header, an aside or a form may be the article too. Tags of the page's own become boxes, and on pages with
    little prose headings that are sentences paragraphs.
    """
    asking, cleared = clear_page(root, source, is_lenient=is_lenient)
    survey = _survey(root, source, asking, cleared)
    several = (holder for holder, children in survey.below.items() if len(children) > 1)
    if close_open_boxes(survey.prose, chain(several, survey.blocks), source):
        survey = _survey(root, source, asking, cleared)
    return survey


def _survey(root: Element, source: bytes, asking: frozenset[Element], cleared: list[Element]) -> Survey:
    body = root.find("body")
    elements = list(islice((root if body is None else body).iter(), MAX_ELEMENTS))
    survey = Survey(root, elements=elements, asking=asking, cleared=cleared)
    own: dict[Element, int] = {}
    _walk(survey, own, b"itemprop" in source)
    if sum(own.values()) < _FEW_PROSE:
        _note_items(survey, own)
        _note_headings(survey, own)
    _add_up(survey, own)
    return survey


def _walk(survey: Survey, own: dict[Element, int], has_properties: bool) -> None:
    """Notes the marks of each element, and in `own` the prose of each block; one loop, for speed."""
    marked, hrefs, links = survey.marked, survey.hrefs, survey.links
    asked_of = _ASKED.get
    itemprop = name = None
    for place, element in enumerate(survey.elements):
        tag = element.tag
        asked = asked_of(tag)
        if not asked:
            if asked is not None:
                continue
            asked = _ALL
            if "-" in tag:
                _name_as_box(element, str(tag))
        if asked & _MARKS:
            get = element.get
            classes = get("class")
            if has_properties:
                itemprop = get("itemprop")
            if tag == "a":
                links.append(place)
                rel, href = get("rel"), get("href")
                shelf = None
                if href:
                    hrefs.append(href)
                    shelf = find_shelf(href)
                if rel is None and shelf is None and itemprop is None:
                    parts = parts_of_classes(classes) if classes else ()
                else:
                    parts = parts_of_link(classes, itemprop, rel, shelf and shelf[1])
            else:
                name = get("id") if asked & _ID else None
                if itemprop is None and name not in _KNOWN_IDS:
                    parts = parts_of_classes(classes) if classes else ()
                else:
                    parts = parts_of_attributes(classes, name, itemprop)
            for part, mark, rank in parts:
                group = marked.get(part)
                if group is None:
                    group = marked[part] = []
                if len(group) < _MOST_MARKED:
                    group.append(Marked(element, mark, rank, place))
        if asked & _TEXT:
            text = element.text
            if text is not None and not text.isspace():
                if len(text) > _SHORTEST_TEXT:
                    _note_block(own, element)
                if len(text) <= LONGEST_LABEL and (kind := kind_of(text)) is not None:
                    survey.labels.append((element, kind))
        elif asked & _LABEL:
            text = element.text
            if text is not None and len(text) <= LONGEST_LABEL and (kind := kind_of(text)) is not None:
                survey.labels.append((element, kind))
        if asked & _SPECIAL:
            if tag == "p":
                own[element] = _prose_of(element)
            elif tag == "h1":
                survey.headings.append(place)
            elif tag == "time":
                survey.times.append(place)
            else:
                marked.setdefault("caption", []).append(Marked(element, "figcaption", 0, place))
        if asked & _TAIL:
            text = element.tail
            if text is not None and len(text) > _SHORTEST_TEXT and not text.isspace():
                _note_block(own, element.getparent())


def _name_as_box(element: Element, tag: str) -> None:
    """Makes a box of an element with a tag of the page's own, "<story-text>", and a class of that tag."""
    if not tag.startswith(_OF_AMP):
        classes = element.get("class")
        element.set("class", f"{classes} {tag}" if classes else tag)
        element.tag = "div"


def _note_block(own: dict[Element, int], holder: Element | None) -> None:
    """Counts the running text directly in the block that `holder`, which holds a text, belongs to."""
    block = holder
    for _ in range(_DEEPEST_INLINE):
        if block is None or block.tag not in _INLINE:
            break
        above = block.getparent()
        if above is None:
            break
        block = above
    if block is not None and block not in own:
        own[block] = _direct_prose_of(block) if block.tag in _DIRECT_TEXT else 0


def _note_items(survey: Survey, own: dict[Element, int]) -> None:
    """Counts, on a page with little prose, the sentences of its lists: advice may be all items."""
    items = [
        element
        for element in survey.elements
        if element.tag == "li"
        and element not in own
        and all(child.tag in _WITHIN for child in element)
        and weight(text := text_of(element)) >= _SHORTEST_ITEM
        and text.endswith(_ENDS)
    ]
    if len(items) >= _SOME_ITEMS:
        own.update((item, _prose_of(item)) for item in items)


def _note_headings(survey: Survey, own: dict[Element, int]) -> None:
    """Makes paragraphs, on a page with little prose, of several headings that are sentences, or
    a box of one that holds a whole text: pages of old editors set all in <h4>.
    """
    inner: set[Element] = set()
    headings: list[Element] = []
    for element in survey.elements:
        if element.tag not in _HEADINGS or element in inner:
            continue
        inner.update(element.iter(*_HEADINGS))
        text = text_of(element)
        if weight(text) >= _SHORTEST_ITEM and text.endswith(_ENDS):
            headings.append(element)
    whole = [element for element in headings if weight(text_of(element)) >= _LONGEST_HEADING]
    for element in whole if len(headings) < _SOME_ITEMS else headings:
        element.tag = "div" if element in whole else "p"
        own[element] = _direct_prose_of(element) if element in whole else _prose_of(element)


def _add_up(survey: Survey, own: dict[Element, int]) -> None:
    """Prose of all elements from that of the blocks; blocks in navigation, footers and forms have none."""
    survey.blocks = {block: size for block, size in own.items() if size >= _SHORTEST_PROSE}
    by_parent: dict[Element, list[tuple[Element, int]]] = {}
    for block, size in own.items():
        if size >= _SHORTEST_PROSE and block.tag not in _NEVER_PROSE:
            parent = block.getparent()
            by_parent.setdefault(block if parent is None else parent, []).append((block, size))
    prose, below = survey.prose, survey.below
    for parent, blocks in by_parent.items():
        above = [parent, *parent.iterancestors()]
        if any(element.tag in _NEVER_PROSE for element in above):
            continue
        whole = 0
        for block, size in blocks:
            whole += size
            if block is not parent:
                if block not in prose:
                    below.setdefault(parent, []).append(block)
                prose[block] = prose.get(block, 0) + size
        child = None
        for element in above:
            if child is not None:
                below.setdefault(element, []).append(child)
            child = None if element in prose else element
            prose[element] = prose.get(element, 0) + whole


def _prose_of(paragraph: Element) -> int:
    """Characters of a paragraph's text less twice those in links; 0 where links are half of it."""
    text = paragraph.text
    size = weight(text.strip()) if text else 0
    if not len(paragraph):
        return size
    linked = 0
    for child in paragraph:
        tail = child.tail
        if tail and not tail.isspace():
            size += weight(tail)
        inner = _text_size(child)
        size += inner
        if child.tag == "a":
            linked += inner
        elif len(child):
            linked += sum(_text_size(link) for link in child.iter("a"))
    if size < _SHORTEST_PROSE or linked * 2 >= size:
        return 0
    return size - 2 * linked


def _text_size(element: Element) -> int:
    """Characters of all text below `element`, white space at the ends of its pieces left out."""
    if not len(element):
        text = element.text
        return weight(text.strip()) if text else 0
    return sum(weight(str(text).strip()) for text in element.itertext())


def _direct_prose_of(element: Element) -> int:
    """Characters of text directly in `element`, between its children or in inline ones; not in links."""
    text = element.text
    size = weight(text.strip()) if text else 0
    for child in element:
        tail = child.tail
        if tail and not tail.isspace():
            size += weight(tail.strip())
        if child.tag in _INLINE and child.tag != "a":
            inner = child.text
            size += weight(inner.strip()) if inner else 0
            if len(child):
                size += _direct_prose_of_inline(child)
    return size


def _direct_prose_of_inline(element: Element) -> int:
    """The same for what an inline element holds: pages wrap whole articles in a <span>, pictures with tables
    among the text.
    """
    size = seen = 0
    holders = [element]
    while holders and seen < _MOST_INNER:
        for inner in islice(holders.pop(), _MOST_INNER - seen):
            seen += 1
            tail = inner.tail
            size += weight(tail.strip()) if tail else 0
            if inner.tag in _INLINE:
                text = inner.text if inner.tag != "a" else None
                size += weight(text.strip()) if text else 0
                if len(inner):
                    holders.append(inner)
    return size
