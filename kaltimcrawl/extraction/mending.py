"""Boxes of chrome that a page leaves open, so that the rest of its text stands in them.

Plugins and hands put adverts and related links amid the paragraphs of articles; where an end tag is missing
there, a parser takes all that follows, up to the end of the outer box, for a part of them.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.marks import box_of, has_chrome_word, names_chrome
from kaltimcrawl.extraction.tree import weight

_TAGS = ("div", "section", "aside")
_SHORTEST_PROSE = 80
_LEAST_PARAGRAPHS = 2
_LEAST_SHARE = 0.25
"""Prose in the box for that before it: an appeal for donations at the end has paragraphs too."""
_MOST_BOXES, _MOST_CHILDREN, _DEEPEST = 200, 2_000, 6


def close_open_boxes(root: Element, source: bytes) -> None:
    """Moves the text that stands in a box of chrome for want of an end tag out behind it, in place.

    Only of pages whose `source` has more start than end tags of boxes, and only of boxes behind which their
    parent has no text: those that are closed have some. `root` is the tree of `source`.
    """
    if any(source.count(b"<" + tag) > source.count(b"</" + tag) for tag in map(str.encode, _TAGS)):
        for box in list(islice(filter(_is_of_chrome, root.iter(*_TAGS)), _MOST_BOXES)):
            _let_out(box)


def _is_of_chrome(box: Element) -> bool:
    return names_chrome(box.get("class"), box.get("id")) or has_chrome_word(box) or box_of(box) is not None


def _let_out(box: Element) -> None:
    """Moves what stands in `box` from its first paragraph of prose on behind it, where it is left open."""
    parent = box.getparent()
    if parent is None or next(box.iter("h1"), None) is not None:
        return
    before = list(islice(box.itersiblings(preceding=True), _MOST_CHILDREN))
    kinds = {(each.tag, each.get("class")) for each in before}
    size = sum(_prose_of(each, kinds) for each in before)
    if not size or any(_prose_of(each, kinds) for each in islice(box.itersiblings(), _MOST_CHILDREN)):
        return
    holder: Element | None = box
    for _ in range(_DEEPEST):
        if holder is None:
            return
        sizes = [_prose_of(child, kinds) for child in islice(holder, _MOST_CHILDREN)]
        if sum(map(bool, sizes)) >= _LEAST_PARAGRAPHS:
            break
        holder = holder[-1] if len(holder) else None
    else:
        return
    if sum(sizes) < _LEAST_SHARE * size:
        return
    first = next(number for number, each in enumerate(sizes) if each)
    place = parent.index(box) + 1
    for number, child in enumerate(list(holder)[first:]):
        parent.insert(place + number, child)


def _prose_of(child: Element, kinds: Collection[tuple[object, str | None]]) -> int:
    """Characters of a paragraph that is long enough for prose, and little of it linked, or of those in a box
    like one before; 0 for all else.
    """
    if child.tag == "p":
        size = _weight_of(child)
        linked = sum(map(_weight_of, child.iter("a"))) if size >= _SHORTEST_PROSE else 0
        return size if size >= _SHORTEST_PROSE and linked * 2 < size else 0
    if child.tag not in _TAGS or (child.tag, child.get("class")) not in kinds or _is_of_chrome(child):
        return 0
    return sum(_prose_of(each, ()) for each in islice(child, _MOST_CHILDREN))


def _weight_of(element: Element) -> int:
    return weight("".join(map(str, element.itertext())).strip())
