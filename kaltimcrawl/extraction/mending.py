"""Boxes of chrome that a page leaves open, so that the rest of its text stands in them.

Plugins and hands put adverts and related links amid the paragraphs of articles; where an end tag is missing
there, a parser takes all that follows, up to the end of the outer box, for a part of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.marks import box_of, has_chrome_word, names_chrome
from kaltimcrawl.extraction.tree import text_of, weight

_TAGS = ("div", "section", "aside")
_SHORTEST_PROSE = 80
_LEAST_PARAGRAPHS = 2
_LEAST_SHARE = 0.25
"""Prose in the box for that before it: an appeal for donations at the end has paragraphs too."""
_MOST_BOXES, _MOST_CHILDREN, _MOST_INNER, _DEEPEST = 60, 400, 60, 6
_FIRST_ELEMENTS, _NEAREST = 8, 3
_IN_TEXTS = frozenset(("p", "br", "h2", "h3", "h4", "ul", "ol", "blockquote"))


def close_open_boxes(holders: Iterable[Element], source: bytes) -> bool:
    """Moves the text that stands in a box of chrome for want of an end tag out behind it, in place; whether
    any was.

    Only of pages whose `source` has more start than end tags of boxes, and only of boxes behind which their
    parent has no text: those that are closed have some. `holders` are the elements that hold prose directly.
    """
    known: dict[Element, bool] = {}
    found = (_box_round(holder, known) for holder in holders if holder.tag in _TAGS)
    amid = dict.fromkeys(box for box in found if box is not None and _is_amid_text(box))
    boxes = list(islice(amid, _MOST_BOXES))
    if not boxes or not _leaves_open(source):
        return False
    return any([_let_out(box) for box in boxes])


def _is_amid_text(box: Element) -> bool:
    """Whether right before a box stands what may be a part of a text."""
    return any(
        each.tag in _IN_TEXTS or _text_size(each.tail) or (len(each) and each[0].tag == "p")
        for each in islice(box.itersiblings(preceding=True), _NEAREST)
    )


def _leaves_open(source: bytes) -> bool:
    return any(source.count(b"<" + tag) > source.count(b"</" + tag) for tag in map(str.encode, _TAGS))


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
    """Whether a box is chrome by its names, or by the label that it begins with: "Baca juga:"."""
    if names_chrome(box.get("class"), box.get("id")) or has_chrome_word(box) or box_of(box) is not None:
        return True
    texts = (each.text for each in islice(box.iter(), _FIRST_ELEMENTS))
    return kind_of(next((text for text in texts if text and not text.isspace()), "")) == "others"


def _let_out(box: Element) -> bool:
    """Moves what stands in `box` from its first prose on behind it, where it is left open; whether it was."""
    parent = box.getparent()
    if parent is None:
        return False
    over = list(islice(box.itersiblings(preceding=True), _MOST_CHILDREN))
    kinds = {(each.tag, each.get("class")) for each in over}
    under = islice(box.itersiblings(), _MOST_CHILDREN)
    if _text_size(box.tail) or any(any(_prose_at(each, kinds)) for each in under):
        return False
    holder: Element | None = box
    for _ in range(_DEEPEST):
        if holder is None:
            break
        found = [_prose_at(child, kinds) for child in islice(holder, _MOST_CHILDREN)]
        if sum(bool(size) for sizes in found for size in sizes) >= _LEAST_PARAGRAPHS:
            before = _text_size(parent.text) + sum(sum(_prose_at(each, kinds)) for each in over)
            if not before or sum(map(sum, found)) < _LEAST_SHARE * before:
                break
            first = next(number for number, sizes in enumerate(found) if any(sizes))
            start, is_behind = _start_of(list(holder), first, kinds)
            _move(parent, box, list(holder)[start:], is_behind=is_behind)
            return True
        holder = holder[-1] if len(holder) else None
    return False


def _move(parent: Element, box: Element, children: Sequence[Element], *, is_behind: bool) -> None:
    """Moves `children` behind `box` in `parent`; if `is_behind`, all but the first, and its tail."""
    if is_behind:
        box.tail, children[0].tail = (children[0].tail or "") + (box.tail or ""), None
    place = parent.index(box) + 1
    for number, child in enumerate(children[is_behind:]):
        parent.insert(place + number, child)


def _start_of(
    children: Sequence[Element], first: int, kinds: Collection[tuple[object, str | None]]
) -> tuple[int, bool]:
    """The place of the first of `children` that belongs to the prose in or behind the one at `first`: breaks,
    short paragraphs and subheadings before it; and whether only what is behind that one does.
    """
    start = first + 1
    while start > 0 and _goes_with(children[start - 1], kinds):
        start -= 1
    return (first, True) if start > first else (start, False)


def _goes_with(child: Element, kinds: Collection[tuple[object, str | None]]) -> bool:
    if child.tag == "br":
        return True
    is_text = child.tag in ("p", "h2", "h3", "h4") or (
        child.tag in _TAGS and (child.tag, child.get("class")) in kinds and not _is_of_chrome(child)
    )
    if not is_text or next(child.iter("a"), None) is not None:
        return any(_prose_at(child, kinds)[:1])
    return bool(text_of(child))


def _prose_at(child: Element, kinds: Collection[tuple[object, str | None]]) -> tuple[int, int]:
    """Characters of prose in an element and in the text behind it; 0 for what is short, linked or chrome.

    A box is prose where it is of one of `kinds`, those before the box of chrome, by its paragraphs.
    """
    size = 0
    if child.tag == "p":
        size = _paragraph_size(child)
    elif child.tag in _TAGS and (child.tag, child.get("class")) in kinds and not _is_of_chrome(child):
        size = sum(_paragraph_size(each) for each in islice(child.iterchildren("p"), _MOST_INNER))
    return size, _text_size(child.tail)


def _paragraph_size(paragraph: Element) -> int:
    size = _text_size(text_of(paragraph))
    linked = sum(len(text_of(link)) for link in paragraph.iter("a")) if size else 0
    return size if linked * 2 < size else 0


def _text_size(text: str | None) -> int:
    """Characters of a text that is long enough for prose; 0 for others."""
    size = weight(text.strip()) if text else 0
    return size if size >= _SHORTEST_PROSE else 0
