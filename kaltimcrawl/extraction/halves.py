"""The boxes side by side that one text stands in, where a template cuts it by an advertisement or a wall."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.marks import box_of, has_chrome_word, load_marks
from kaltimcrawl.extraction.pieces import LEAST_PROSE, is_headed_elsewhere, may_lie_between
from kaltimcrawl.extraction.survey import Survey
from kaltimcrawl.extraction.tree import text_of

_BOXES = frozenset(("div", "section"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_OF_OTHERS = ("h1", "time", "form", "article", "input")
"""Elements of another article, of a comment or of an offer."""
_SOME_PARAGRAPHS = 2
_LEAST_NAMED = 40
_MOST_LEVELS = 6
_MOST_SIBLINGS, _MOST_ALIKE = 40, 2
_WORD = re.compile(r"[a-z]{3,}")


def boxes_of_text(
    survey: Survey,
    prose_of: Mapping[Element, int],
    fullest: Element,
    anchor: int,
    asides: Collection[Element],
) -> tuple[Element, ...]:
    """`fullest` and the boxes beside it that hold paragraphs of the same text, in document order.

    `anchor` is the place of the title: what stands before it is none. Between two such boxes there may be
    what holds no prose; a box of prose of another kind ends the text. A row of boxes alike is left to
    `pieces.pieces_after`.
    """
    parent = fullest.getparent()
    if parent is None or not _holds_text(survey, prose_of, fullest, asides):
        return (fullest,)
    kind = fullest.tag, fullest.get("class")
    row = survey.below.get(parent, ())
    if sum((child.tag, child.get("class")) == kind for child in row) > _MOST_ALIKE:
        return (fullest,)
    before = _run(survey, prose_of, fullest, fullest.itersiblings(preceding=True), anchor, asides)
    after = _run(survey, prose_of, fullest, fullest.itersiblings(), anchor, asides)
    boxes = (*reversed(list(before)), fullest, *after)
    return boxes if len(boxes) == 1 else tuple(_with_what_lies_between(boxes, prose_of, asides))


def short_boxes_behind(
    prose_of: Mapping[Element, int], body: Element, asides: Collection[Element]
) -> tuple[Element, ...]:
    """The boxes behind a body, or behind a box round it, that are named as that and hold no prose but short
    paragraphs, lists and subheadings: the end of a text that a page builder puts together of many.
    """
    for box in (body, *islice(body.iterancestors(), _MOST_LEVELS)):
        own = _names_of(box)
        if box.tag not in _BOXES or not own:
            continue
        found: list[Element] = []
        for each in islice(box.itersiblings(), _MOST_SIBLINGS):
            is_like = _names_of(each) == own and _is_short_text(each)
            if not is_like or prose_of.get(each) or each in asides or has_chrome_word(each):
                break
            found.append(each)
        if found:
            return tuple(found)
    return ()


def _with_what_lies_between(
    boxes: Sequence[Element], prose_of: Mapping[Element, int], asides: Collection[Element]
) -> Iterator[Element]:
    """The boxes, and the subheadings, lists and tables that stand between two of them."""
    own = set(boxes)
    for each in (boxes[0], *boxes[0].itersiblings()):
        if each in own or (each not in asides and may_lie_between(prose_of, each)):
            yield each
        if each is boxes[-1]:
            return


def _run(
    survey: Survey,
    prose_of: Mapping[Element, int],
    fullest: Element,
    siblings: Iterable[Element],
    anchor: int,
    asides: Collection[Element],
) -> Iterator[Element]:
    own = _names_of(fullest)
    start = survey.place_of(fullest)
    for each in islice(siblings, _MOST_SIBLINGS):
        named = each
        likeness = _likeness(_names_of(named), own)
        if likeness is None and prose_of.get(each):
            named = _sole_box(survey, prose_of, each)
            likeness = _likeness(_names_of(named), own)
        if not prose_of.get(each):
            if each.tag in _HEADINGS and kind_of(text_of(each)) is not None:
                return
            if likeness == "same" and _is_short_text(each) and survey.place_of(each) > anchor:
                yield each
            continue
        if survey.place_of(each) > anchor and (each in asides or has_chrome_word(each)):
            continue
        if survey.place_of(each) <= anchor or likeness is None:
            return
        is_opening = bool(own) and survey.place_of(each) < start
        if not _holds_text(survey, prose_of, named, asides, is_named=likeness == "same" or is_opening):
            return
        yield each


def _sole_box(survey: Survey, prose_of: Mapping[Element, int], box: Element) -> Element:
    """The box within `box` that holds all of its prose, a level or more down; `box` where there is none."""
    inner = box
    for _ in range(_MOST_LEVELS):
        held = survey.below.get(inner, ())
        if len(held) != 1 or held[0].tag not in _BOXES or prose_of.get(held[0]) != prose_of[box]:
            break
        inner = held[0]
    return inner


def _holds_text(
    survey: Survey,
    prose_of: Mapping[Element, int],
    box: Element,
    asides: Collection[Element],
    *,
    is_named: bool = False,
) -> bool:
    """Whether a box holds paragraphs, and nothing that tells that they are another text's.

    `is_named`: one short paragraph is enough in a box that is named as the other, or stands before it.
    """
    if box.tag not in _BOXES or box in asides or not len(box) or box[0].tag in _HEADINGS:
        return False
    if prose_of.get(box, 0) < (_LEAST_NAMED if is_named else LEAST_PROSE):
        return False
    paragraphs = (child for child in box if child.tag == "p" and child in survey.blocks)
    enough = 1 if is_named else _SOME_PARAGRAPHS
    return (
        len(list(islice(paragraphs, enough))) == enough
        and not has_chrome_word(box)
        and box_of(box) is None
        and next(box.iter(*_OF_OTHERS), None) is None
        and not is_headed_elsewhere(box)
    )


def _is_short_text(box: Element) -> bool:
    """Whether a box holds a paragraph or list that is too short to be counted as prose, and no link, or the
    subheading over one: page builders put each into a box.
    """
    if box.tag not in _BOXES or next(box.iter("a", "img", *_OF_OTHERS), None) is not None:
        return False
    if next(box.iter("p", "li"), None) is not None:
        return True
    heading = next(box.iter(*_HEADINGS), None)
    text = text_of(heading) if heading is not None else ""
    following = box.getnext()
    is_over_text = following is not None and next(following.iter("p", "li"), None) is not None
    return bool(text) and kind_of(text) != "comments" and text == text_of(box) and is_over_text


def _names_of(box: Element) -> frozenset[str] | None:
    """The words of a box's class and id, but those for a place: "konten-atas", "text-2"; none of a box
    without either, and None of one that no other word names: "u2".
    """
    names = f"{box.get('class') or ''} {box.get('id') or ''}".strip().lower()
    words = frozenset(_WORD.findall(names)) - load_marks().place_words
    return words if words or not names else None


def _likeness(names: frozenset[str] | None, others: frozenset[str] | None) -> Literal["same", "near"] | None:
    """How alike two boxes are named: the same, or near where one has the other's words or both have none."""
    if names is None or others is None:
        return None
    if names == others:
        return "same" if names else "near"
    return "near" if names and others and (names <= others or others <= names) else None
