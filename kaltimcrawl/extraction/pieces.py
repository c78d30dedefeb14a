"""The pieces of a body that systems serve in several: which of the elements side by side are one text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.alike import (
    are_alike_as_boxes,
    are_alike_boxes,
    are_alike_in_class,
    differ_in_number,
    is_nearly_alike,
    kind_of_box,
)
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.marks import box_of, has_chrome_word, names_introduction
from kaltimcrawl.extraction.survey import Marked, Survey
from kaltimcrawl.extraction.tree import text_of

LEAST_PROSE = 140
"""Characters that a body, or a fair piece of one, holds at the least."""
_FRAMED = re.compile(r"(?:^|[\s_-])(?:box|card|widget|panel|module|portlet)(?:$|[\s_-])", re.IGNORECASE)
"""Classes of boxes that are named by the heading they begin with, each apart from the others."""
_FAIR_SHARE = 0.12
_MOST_BETWEEN = 4
"""Elements between an introduction and the next piece: tools, an offer."""
_SOME_PROSE = 40
_LONGEST_ROW = 120
_PLAYERS = ("tools", "players")
_BARE_PIECES = 3
PARAGRAPHS = frozenset(("p", "blockquote", "ul", "ol", "table", "pre", "h2", "h3", "h4", "font", "span"))
_HEADINGS = ("h2", "h3", "h4", "h5")
_OF_LINES = ("a", "li", "h1", "h2", "h3")
_OF_OTHER_USE = ("figure", "figcaption", "nav", "footer", "aside", "form", "button")
NEVER_BODIES = frozenset((*_OF_LINES, *_OF_OTHER_USE, "html", "head", "body"))


def pieces_of_mark(
    group: Sequence[Marked], survey: Survey, prose_of: Mapping[Element, int], anchor: int | None
) -> list[Element]:
    """The fullest element, and its siblings of the same mark where they hold prose of their own."""
    outer = [marked.element for marked in group]
    fullest = max(outer, key=lambda element: (prose_of.get(element, 0), -survey.place_of(element)))
    fullest = _first_of_articles(group, fullest, prose_of, anchor)
    parent = fullest.getparent()
    boxes = _boxes_of_paragraphs(outer, fullest)
    row = boxes[0].getparent() if len(boxes) > 1 else None
    if row is not None:
        return _with_what_lies_between(boxes, row, prose_of)
    pieces = [element for element in outer if element.getparent() is parent and element.tag == fullest.tag]
    if len(pieces) == 1:
        pieces = _in_boxes_alike(outer, fullest)
    whole = sum(prose_of.get(element, 0) for element in pieces)
    if len(pieces) > 1 and fullest.tag in PARAGRAPHS and parent is not None:
        return _with_what_lies_between(pieces, parent, prose_of)
    if len(pieces) > 12 or (
        prose_of.get(fullest, 0) * 4 < whole and len({element.get("id") for element in pieces}) > 12
    ):
        return [fullest]
    if len(pieces) > 1 and parent is not None and all(piece.getparent() is parent for piece in pieces):
        return _with_what_lies_between(pieces, parent, prose_of)
    return pieces


def _boxes_of_paragraphs(group: Sequence[Element], fullest: Element) -> list[Element]:
    """The boxes of one class side by side that hold the marked paragraphs, where a system parts a text so."""
    own = fullest.getparent()
    if fullest.tag != "p" or own is None or own.get("class") is None:
        return []
    row = own.getparent()
    boxes = dict.fromkeys(
        next((above for above in element.iterancestors() if above.getparent() is row), own)
        for element in group
        if element.tag == "p"
    )
    return [box for box in boxes if kind_of_box(box) == kind_of_box(own)]


def _first_of_articles(
    group: Sequence[Marked], fullest: Element, prose_of: Mapping[Element, int], anchor: int | None
) -> Element:
    """`fullest`, or the first after the title where that stands in an <article> of its own.

    Pages that go on with the next article under the first may hold a longer one there.
    """
    if anchor is None or next(fullest.iterancestors("article"), None) is None:
        return fullest
    least = max(LEAST_PROSE, _FAIR_SHARE * prose_of.get(fullest, 0))
    first = next(
        (one.element for one in group if one.order > anchor and prose_of.get(one.element, 0) >= least),
        fullest,
    )
    boxes = [next(element.iterancestors("article"), None) for element in (first, fullest)]
    return first if boxes[0] is not None and boxes[0] is not boxes[1] else fullest


def _in_boxes_alike(group: Sequence[Element], fullest: Element) -> list[Element]:
    """The elements of `group` that stand like `fullest` in boxes side by side, each a piece of one text.

    Systems cut a long text where an advertisement goes, and box each piece; where a subheading is by each,
    the boxes are the pieces. A box with a heading of the first rank, or that is an <article>, is another's.
    """
    paths = {element: _path_of(element) for element in group}
    own = paths[fullest]
    alike = [
        element
        for element in group
        if len(paths[element]) == len(own)
        and are_alike_in_class(element, fullest)
        and all(map(are_alike_as_boxes, paths[element], own))
    ]
    if len(alike) < 2:
        return [fullest]
    level = next(
        (level for level in range(len(own)) if len({paths[element][level] for element in alike}) > 1), None
    )
    if level is None or level == 0:
        return [fullest]
    boxes = {paths[element][level] for element in alike}
    is_one_text = not any(
        box.tag == "article" or next(box.iter("h1", "article"), None) is not None for box in boxes
    )
    if not is_one_text or len(boxes) != len(alike):
        return [fullest]
    rows = [paths[element][level] for element in alike]
    are_headed = all(box.find("h2") is not None or box.find("h3") is not None for box in rows[1:])
    return rows if are_headed else alike


def _path_of(element: Element) -> list[Element]:
    """The elements from the root down to `element`, those without any name left out."""
    above = [each for each in element.iterancestors() if each.tag != "div" or each.attrib]
    return [*reversed(above), element]


def is_paragraph(survey: Survey, child: Element) -> bool:
    """Whether a child is text itself rather than something round it: pages make paragraphs of <div> too."""
    return child.tag in PARAGRAPHS or (child.tag != "td" and child not in survey.below) or is_chapter(child)


def is_chapter(box: Element) -> bool:
    """Whether a box is a part of a text under its subheading: a bare <section> that begins with one, beside
    paragraphs.
    """
    if box.tag != "section" or box.get("class") is not None or not len(box):
        return False
    parent = box.getparent()
    return (
        box[0].tag in _HEADINGS
        and not _leads_elsewhere(box[0])
        and parent is not None
        and parent.find("p") is not None
    )


def pieces_after(
    survey: Survey,
    prose_of: Mapping[Element, int],
    parent: Element,
    children: Sequence[Element],
    anchor: int,
    total: int,
    asides: Collection[Element],
) -> tuple[Element, ...]:
    """The first child with or after the title that holds a fair share of the prose, and those alike.

    What stands between such pieces (a subheading, a list, a table of its own kind) is a piece too.
    """
    row = list(parent)
    fit = [child for child in children if child not in asides and not is_paragraph(survey, child)]
    sizes: dict[tuple[str, str | None], int] = {}
    for child in fit:
        kind = (str(child.tag), child.get("class"))
        sizes[kind] = sizes.get(kind, 0) + prose_of[child]
    least = max(LEAST_PROSE, _FAIR_SHARE * total)
    known = set(fit)
    first = next(
        (
            child
            for child in row
            if child in known
            and least
            <= (sizes[str(child.tag), child.get("class")] if child.get("class") else prose_of[child])
            and survey.place_of(child) + sum(1 for _ in child.iter()) > anchor
        ),
        None,
    )
    if first is None:
        return ()
    beside = (each for each in islice(first.itersiblings(), _MOST_BETWEEN) if not has_chrome_word(each))
    rest = next((each for each in beside if each in known), None)
    if first.tag == "div" and rest is not None and _is_one_paragraph(survey, first):
        kind = kind_of_box(rest)  # of an introduction's pieces that follow it, each in a box
        is_first_of_several = sizes[kind] > max(prose_of[first], prose_of[rest])
        if kind[1] is not None and kind != kind_of_box(first) and is_first_of_several:
            return tuple(dict.fromkeys((first, *_pieces_from(survey, prose_of, rest, row, anchor, asides))))
    return _pieces_from(survey, prose_of, first, row, anchor, asides)


def _pieces_from(
    survey: Survey,
    prose_of: Mapping[Element, int],
    first: Element,
    row: Sequence[Element],
    anchor: int,
    asides: Collection[Element],
) -> tuple[Element, ...]:
    """The first piece and those of the row that are alike, with what may lie between."""
    kind = (first.tag, first.get("class"))
    alike = [
        number
        for number, child in enumerate(row)
        if (child.tag, child.get("class")) == kind
        or is_nearly_alike(child, first)
        or differ_in_number(child, first)
    ]
    holding = [row[number] for number in alike if prose_of.get(row[number])]
    if not first.get("class") and (
        len(holding) >= _BARE_PIECES
        or (len(holding) > 1 and (are_alike_boxes(holding) or _are_chapters(holding)))
    ):
        return ()  # bare boxes round each paragraph: the body is what holds them all
    if first.tag == "article" and survey.place_of(first) <= anchor:
        # an article with the title in it: those alike with headings of their own are the next ones
        alike = [number for number in alike if row[number] is first or not _is_headed(row[number])]
    if len(alike) < 2 or not first.get("class"):
        return (first, *_rest_of(survey, first, prose_of, asides))
    is_own = not is_headed_elsewhere(first)  # else the page is a list
    start = next(
        number
        for number, child in enumerate(row)
        if child is first
        or (
            prose_of.get(child, 0) >= _SOME_PROSE
            and survey.place_of(child) > anchor
            and (number in alike or not _is_row_of_date(child))
        )
    )
    return tuple(
        child
        for number, child in enumerate(row)
        if start <= number <= alike[-1]
        and child not in asides
        and not (is_own and is_headed_elsewhere(child))
        and (number in alike or may_lie_between(prose_of, child))
    )


def _is_row_of_date(box: Element) -> bool:
    """Whether a box says little more than who wrote the article, and when: a short one with a <time>."""
    return next(box.iter("time"), None) is not None and len(brief_text(box)) <= _LONGEST_ROW


def has_twin(
    survey: Survey,
    prose_of: Mapping[Element, int],
    box: Element,
    siblings: Sequence[Element],
    anchor: int,
    asides: Collection[Element],
) -> bool:
    """Whether another piece of the same text stands beside `box`, which holds most of it: a box of the same
    class with prose of its own, no headline that links elsewhere, and no title."""
    kind = kind_of_box(box)
    return kind[1] is not None and any(
        twin is not box
        and kind_of_box(twin) == kind
        and prose_of[twin] >= (_SOME_PROSE if twin is box.getnext() else LEAST_PROSE)
        and twin not in asides
        and not is_paragraph(survey, twin)
        and survey.place_of(twin) > anchor
        and next(twin.iter("h1", "time"), None) is None
        and not is_headed_elsewhere(twin)
        and not (_FRAMED.search(kind[1]) and _begins_with_heading(twin))
        for twin in siblings
    )


def _begins_with_heading(box: Element) -> bool:
    """Whether a heading is the first that a box says."""
    for inner in box.iter():
        if inner.tag in _HEADINGS:
            return True
        if inner.text and not inner.text.isspace():
            return False
    return False


def _is_headed(box: Element) -> bool:
    """Whether a box has a heading of the first or second rank."""
    return next(box.iter("h1", "h2"), None) is not None


def is_headed_elsewhere(box: Element) -> bool:
    """Whether a heading in a box is a link: that to another article."""
    return any(map(_leads_elsewhere, box.iter(*_HEADINGS)))


def _leads_elsewhere(heading: Element) -> bool:
    """Whether a heading is a link, and not the mark of its own place ("¶")."""
    return any(not (link.get("href") or "").startswith("#") for link in heading.iter("a"))


def _are_chapters(boxes: Sequence[Element]) -> bool:
    """Whether bare boxes are the parts of one text: sections, all but the first under a subheading."""
    return all(box.tag == "section" for box in boxes) and all(
        len(box)
        and box[0].tag in _HEADINGS
        and not _leads_elsewhere(box[0])
        and kind_of(text_of(box[0])) is None
        and next(box.iter("h1", "time", "form", "article"), None) is None
        for box in boxes[1:]
    )


def _rest_of(
    survey: Survey, first: Element, prose_of: Mapping[Element, int], asides: Collection[Element]
) -> tuple[Element, ...]:
    """What follows `first` right away, where that is an introduction, of one paragraph or by name: longer and
    no chrome.
    """
    rest = first.getnext()
    if (
        rest is None
        or rest in asides
        or rest.tag not in ("div", "section")
        or has_chrome_word(rest)
        or prose_of.get(rest, 0) <= prose_of[first]
        or not (_is_one_paragraph(survey, first) or names_introduction(first))
        or next(rest.iter("h1", "h2", "time"), None) is not None
    ):
        return ()
    return (rest,)


def _is_one_paragraph(survey: Survey, box: Element) -> bool:
    """Whether the prose of a box stands in one place."""
    holders = survey.below.get(box, ())
    while len(holders) == 1:
        holders = survey.below.get(holders[0], ())
    return not holders


def _with_what_lies_between(
    pieces: Sequence[Element], parent: Element, prose_of: Mapping[Element, int]
) -> list[Element]:
    """Paragraphs that are marked one by one, with the headings, lists and tables of their parent between."""
    row = list(parent)
    kinds = set(map(kind_of_box, pieces))
    marked = {child for child in row if kind_of_box(child) in kinds}  # the short ones, too
    places = [number for number, child in enumerate(row) if child in marked]
    return [
        child
        for child in row[places[0] : places[-1] + 1]
        if child in marked or may_lie_between(prose_of, child)
    ]


def may_lie_between(prose_of: Mapping[Element, int], child: Element) -> bool:
    """Whether what stands between two pieces of a body may be one: no chrome by its words, no lone link."""
    if child.tag in NEVER_BODIES - {"h1", "h2", "h3", "li"} or has_chrome_word(child):
        return False
    if child.tag == "div" and box_of(child) in _PLAYERS and len(brief_text(child)) <= _LONGEST_ROW:
        return False
    if prose_of.get(child) or next(child.iter("a"), None) is None:
        return True
    linked = sum(len(text_of(link)) for link in child.iter("a"))
    return child.tag in ("ul", "ol") and linked * 2 < len(text_of(child))
