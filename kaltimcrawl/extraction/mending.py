"""Boxes of chrome that a page leaves open, so that the rest of its text stands in them.

Plugins and hands put adverts and related links amid the paragraphs of articles; where an end tag is missing
there, a parser takes all that follows, up to the end of the outer box, for a part of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.marks import box_of, has_chrome_word, is_embed, names_chrome, parts_of
from kaltimcrawl.extraction.tree import joined_text, text_of, weight

_BOXES = ("div", "section", "aside")
_LINKS_AND_PICTURES = ("a", "figure", "amp-img")
"""What stands in them is none of the text, whatever they are named."""
_NEVER_PROSE = ("a", "ins", "amp-img")
_INLINE = frozenset(("b", "strong", "i", "em", "u", "span", "font"))
_TAGS = frozenset((*_BOXES, *_LINKS_AND_PICTURES, "ins", "span", "center", "ul", "blockquote"))
_SHORTEST_TEXT = 80
"""Characters of text between breaks that are prose."""
_LEAST_PIECES = 2
_LEAST_SHARE = 0.25
"""Prose in the box for that before it: an appeal for donations at the end has paragraphs too."""
_MOST_BOXES, _MOST_CHILDREN, _MOST_TEXTS, _DEEPEST = 60, 400, 2_000, 6
_FIRST_ELEMENTS, _NEAREST = 8, 3
_KINDS = ("tools", "players")
_TEXTS = frozenset(("p", "h2", "h3", "h4"))
_IN_TEXTS = _TEXTS | {"br", "ul", "ol", "blockquote"}
_MOST_OF_LINK, _LONGEST_ADDRESS = 20, 300
_OF_LINK = re.compile(rb"<(/?)a[\s>]", re.IGNORECASE)
_FIRST_OF_EMBED = 4


def close_open_boxes(prose: Mapping[Element, int], holders: Iterable[Element], source: bytes) -> bool:
    """Moves the text that stands in a box of chrome for want of an end tag out behind it, in place; whether
    any was.

    Only of pages whose `source` has more start than end tags of boxes, and only of boxes behind which their
    parent has no text: those that are closed have some. `prose` is as in `Survey`, and `holders` are the
    elements that hold prose directly.
    """
    known: dict[Element, bool] = {}
    found = (_box_round(holder, known) for holder in _with_last(holders))
    amid = dict.fromkeys(box for box in found if box is not None and _is_amid_text(box))
    boxes = list(islice(amid, _MOST_BOXES))
    if not any(box in prose or _has_prose(box) for box in boxes):
        return False
    open_tags = {tag for tag in {box.tag for box in boxes} if _leaves_open(str(tag), source)}
    return any([_let_out(box, prose, source) for box in boxes if box.tag in open_tags])


def let_text_out(box: Element, source: bytes, known: dict[str, bool]) -> bool:
    """Moves what stands in an <aside>, <nav>, <form> or <button> amid a text, from its first prose on, behind
    it, where it seems to hold the text's rest for want of an end tag; whether anything was.

    `known` tells of which tags the page was asked before, and whether it leaves them open.
    """
    if box.getnext() is not None or _text_size(box.tail) or not _is_amid_text(box):
        return False
    parent = box.getparent()
    if parent is None:
        return False
    children = list(islice(box, _MOST_CHILDREN))
    sizes = [(_text_size(_text_of_paragraph(child)), _text_size(child.tail)) for child in children]
    if sum(bool(size) for both in sizes for size in both) < _LEAST_PIECES:
        return False
    tag = str(box.tag)
    if tag not in known:
        known[tag] = _leaves_open(tag, source)
    if not known[tag]:
        return False
    over = islice(box.itersiblings(preceding=True), _MOST_CHILDREN)
    layout = _Layout({}, frozenset((each.tag, each.get("class")) for each in over))
    first = next(n for n, both in enumerate(sizes) if any(both))
    start, is_behind = _start_of(children, first, layout)
    _move(parent, box, list(box)[start:], is_behind=is_behind and not sizes[first][0])
    return True


def _text_of_paragraph(child: Element) -> str:
    """The text of a paragraph or of the first in a box; empty for other elements."""
    paragraph = next(child.iter("p"), None) if child.tag in ("p", "div") else None
    return text_of(paragraph) if paragraph is not None else ""


def _leaves_open(tag: str, source: bytes) -> bool:
    """Whether a page has more start than end tags of an element's kind; of any box for a box."""
    return any(_has_more_starts(each.encode(), source) for each in (_BOXES if tag in _BOXES else (tag,)))


def _has_more_starts(tag: bytes, source: bytes) -> bool:
    """Whether a page has more start than end tags of a name, in small letters or, without those, in large."""
    sign = b" " if tag == b"a" else b""  # no other name of `_TAGS` begins that of another element
    for name in (tag, tag.upper()):
        starts = source.count(b"<%s%s" % (name, sign))
        if starts:
            return starts > source.count(b"</%s>" % name)
    return False


def _is_open_link(link: Element, source: bytes) -> bool:
    """Whether another link begins in the page's source before one with this address ends."""
    address = (link.get("href") or "").encode()
    if not 0 < len(address) <= _LONGEST_ADDRESS:
        return False
    pattern = re.compile(re.escape(address).replace(b"\\&", b"&(?:amp;)?"))
    for found in islice(pattern.finditer(source), _MOST_OF_LINK):
        following = _OF_LINK.search(source, found.end())
        if following is None or not following[1]:
            return True
    return False


def _with_last(holders: Iterable[Element]) -> Iterator[Element]:
    """Those of `holders` that may be left open, and the last element in each: text between breaks doesn't
    count as prose of a link.
    """
    for holder in holders:
        if holder.tag in _TAGS:
            yield holder
        last = holder[-1] if len(holder) and holder.tag != "p" else None
        if last is not None and last.tag in _TAGS and len(last) and (len(last) > 1 or last[0].tag != "img"):
            yield last


def _box_round(holder: Element, known: dict[Element, bool]) -> Element | None:
    """The outermost box of chrome that holds `holder`, the last in each box between; None without one.

    `known` are the boxes asked of before, and whether they are chrome.
    """
    box: Element | None = holder
    outermost = None
    for _ in range(_DEEPEST):
        if box is None or box.tag not in _TAGS:
            break
        if box not in known:
            known[box] = _is_of_chrome(box)
        outermost = box if known[box] else outermost
        box = box.getparent() if box.getnext() is None else None
    return outermost


def _is_of_chrome(box: Element) -> bool:
    """Whether a box is chrome by its names, or by the label that it begins with: "Baca juga:"; or a link, a
    picture, a post of another site.
    """
    if box.tag in _LINKS_AND_PICTURES or is_embed(box):
        return box.tag != "a" or box.get("href") is not None
    if any(part == "body" for part, _, _ in parts_of(box)):
        return False  # "field--name-body field--type-text-with-summary"
    if names_chrome(box.get("class"), box.get("id")) or has_chrome_word(box) or box_of(box) in _KINDS:
        return True
    texts = (each.text for each in islice(box.iter(), _FIRST_ELEMENTS))
    return kind_of(next((text for text in texts if text and not text.isspace()), "")) == "others"


def _is_amid_text(box: Element) -> bool:
    """Whether right before a box stands what may be a part of a text."""
    return any(
        each.tag in _IN_TEXTS or _text_size(each.tail) or (len(each) and each[0].tag == "p")
        for each in islice(_line_of(box).itersiblings(preceding=True), _NEAREST)
    )


def _line_of(box: Element) -> Element:
    """The paragraph that a link stands in, itself without one: neither may hold other paragraphs."""
    above = box.getparent() if box.tag == "a" else None
    for _ in range(_NEAREST):
        if above is None or above.tag not in _INLINE:
            break
        above = above.getparent()
    return above if above is not None and above.tag == "p" else box


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the text before a box of chrome is laid out."""

    prose: Mapping[Element, int]
    """As in `Survey`."""
    kinds: frozenset[tuple[object, str | None]]
    """Tag and classes of what stands there."""

    def is_of_text(self, child: Element) -> bool:
        """Whether an element is a paragraph or subheading, or a box like one that stands there."""
        if child.tag not in _TAGS:
            return child.tag in _TEXTS
        return (child.tag, child.get("class")) in self.kinds and not _is_of_chrome(child)

    def sizes_of(self, child: Element) -> tuple[int, int]:
        """Characters of prose in an element and in the text behind it."""
        return self.prose.get(child, 0) if self.is_of_text(child) else 0, _text_size(child.tail)

    def goes_with(self, child: Element) -> bool:
        """Whether an element right before prose belongs to that: a break, a short paragraph, a subheading."""
        if child.tag == "br" or self.sizes_of(child)[0]:
            return True
        return self.is_of_text(child) and next(child.iter("a"), None) is None and bool(text_of(child))


def _let_out(box: Element, prose: Mapping[Element, int], source: bytes) -> bool:
    """Moves what stands in `box` from its first prose on behind it, where it is left open; whether it was."""
    line = _line_of(box)
    parent = line.getparent()
    if parent is None:
        return False
    over = list(islice(line.itersiblings(preceding=True), _MOST_CHILDREN))
    layout = _Layout(prose, frozenset((each.tag, each.get("class")) for each in over))
    under = islice(line.itersiblings(), _MOST_CHILDREN)
    if _text_size(box.tail) or _text_size(line.tail) or any(any(layout.sizes_of(each)) for each in under):
        return False
    if box.tag == "a" and not _is_open_link(box, source):
        return False
    holds_none = box.tag in _NEVER_PROSE or (box.tag == "figure" and box.find("figcaption") is not None)
    least, least_share = (1, 0.0) if holds_none else (_LEAST_PIECES, _LEAST_SHARE)
    own = _size_of_embed(box) if is_embed(box) else 0
    holder: Element | None = box
    for _ in range(_DEEPEST):
        if holder is None:
            break
        children = list(islice(holder, _MOST_CHILDREN))[own:]
        sizes = list(map(layout.sizes_of, children))
        if sum(bool(size) for both in sizes for size in both) >= least:
            before = _text_size(parent.text) + sum(sum(layout.sizes_of(each)) for each in over)
            if not before or sum(map(sum, sizes)) < least_share * before:
                break
            start, is_behind = _start_of(
                children, next(n for n, both in enumerate(sizes) if any(both)), layout
            )
            _move(parent, line, list(holder)[own + start :], is_behind=is_behind)
            return True
        holder, own = holder[-1] if len(holder) else None, 0
    return False


def _size_of_embed(box: Element) -> int:
    """How many of its children an embedded post has of its own: to the one that links to it."""
    for number, child in enumerate(islice(box, _FIRST_OF_EMBED), 1):
        if child.tag == "a" or (child.tag not in _TEXTS and next(child.iter("a"), None) is not None):
            return number
    return 1


def _start_of(children: Sequence[Element], first: int, layout: _Layout) -> tuple[int, bool]:
    """The place of the first of `children` that belongs to the prose in or behind the one at `first`, and
    whether only what is behind that one does.
    """
    start = first + 1
    while start > 0 and layout.goes_with(children[start - 1]):
        start -= 1
    return (first, True) if start > first else (start, False)


def _move(parent: Element, box: Element, children: Sequence[Element], *, is_behind: bool) -> None:
    """Moves `children` behind `box` in `parent`; if `is_behind`, all but the first, and its tail."""
    if is_behind:
        box.tail, children[0].tail = joined_text(children[0].tail, box.tail or ""), None
    place = parent.index(box) + 1
    for number, child in enumerate(children[is_behind:]):
        parent.insert(place + number, child)


def _has_prose(box: Element) -> bool:
    return any(_text_size(str(text)) for text in islice(box.itertext(), _MOST_TEXTS))


def _text_size(text: str | None) -> int:
    """Characters of a text that is long enough for prose; 0 for others."""
    size = weight(text.strip()) if text else 0
    return size if size >= _SHORTEST_TEXT else 0
