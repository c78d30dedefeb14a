"""What stands near the article and is none of it: menus, hidden boxes, quotations, other cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.bylines import begins_byline, has_label_sign
from kaltimcrawl.extraction.marks import has_aside_word, is_footer_of_article, names_facts, parts_of
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.tree import fold

_APART = frozenset(
    (
        "nav",
        "aside",
        "footer",
        "header",
        "blockquote",
        "cite",
        "figure",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "label",
    )
)
_ENTRIES = frozenset(("li", "article"))
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_MENU = re.compile(
    r"(?:^|[\s_-])(?:hide|(?:top|main|site)?(?:menu|nav|navigation|navbar)|sidebar|breadcrumbs?|login)(?:$|[\s_-])"
)
_MOST_LEVELS = 12
_LEVELS_OF_PICTURE = 2
_LEVELS_OF_ROW, _MOST_IN_ROW, _WORDS_OF_LINK = 2, 4, 3
_MOST_INNER = 60
_MOST_IN_HEADING = 8
_LONGEST_PIECE = 200
_SHORTEST_HEADLINE = 4
"""Words: a heading with a link of fewer may be the author's own box."""


def grounds_of(page: Page, title_order: int, *own: Element) -> frozenset[Element]:
    """The elements that hold the body, the title or one of `own`: what hangs elsewhere may be apart."""
    known = {above for element in own for above in element.iterancestors()}
    known.update(page.containers[0].iterancestors(), page.containers)
    if 0 < title_order < len(page.survey.elements):
        known.update(page.survey.elements[title_order].iterancestors())
    return frozenset(known)


def is_of_picture(element: Element) -> bool:
    """Whether an element stands in a caption or in what says who made a picture."""
    around = (element, *islice(element.iterancestors(), _LEVELS_OF_PICTURE))
    return any(part == "caption" for each in around for part, _, _ in parts_of(each))


def _below(element: Element, grounds: frozenset[Element]) -> Iterator[Element]:
    """The element and what holds it, as far as that holds nothing of the article's."""
    box: Element | None = element
    for _ in range(_MOST_LEVELS):
        if box is None or box in grounds:
            return
        yield box
        box = box.getparent()


def stands_apart(element: Element, grounds: frozenset[Element]) -> bool:
    """Whether an element stands in a menu, a page's header, a hidden box, a quotation or another list."""
    return any(
        (box.tag in _APART and not _is_of_article(box))
        or (has_aside_word(box) and not is_footer_of_article(box))
        or _MENU.search(f"{box.get('class') or ''} {box.get('id') or ''}".lower()) is not None
        for box in _below(element, grounds)
    )


def _is_of_article(box: Element) -> bool:
    """Whether a <header> or <footer> is an article's rather than the page's."""
    return box.tag in ("header", "footer") and next(box.iterancestors("article", "main"), None) is not None


def is_of_card(element: Element, grounds: frozenset[Element]) -> bool:
    """Whether an element belongs to another article's card: a box that has a linked headline of its own."""
    return any(_has_headline(box) for box in _below(element, grounds) if len(box))


def is_of_facts(element: Element, grounds: frozenset[Element]) -> bool:
    """Whether an element stands in a box of facts: who wrote a play that the article tells of."""
    return any(map(names_facts, _below(element, grounds)))


def is_of_other(element: Element, grounds: frozenset[Element]) -> bool:
    """Whether an element belongs to another article: to its card, or to its entry in a list."""
    return is_of_card(element, grounds) or is_of_entry(element, grounds)


def is_of_entry(element: Element, grounds: frozenset[Element]) -> bool:
    """Whether an element belongs to an entry of a list of articles: one with a link of a headline's words."""
    return any(
        inner.tag == "a" and _leads_away(inner) and len(_first_words(inner).split()) > _SHORTEST_HEADLINE
        for box in _below(element, grounds)
        if box.tag in _ENTRIES or _is_one_of_list(box)
        for inner in islice(box.iter(), _MOST_INNER)
    )


def is_beside_headline(element: Element, grounds: frozenset[Element]) -> bool:
    """Whether a line of a list, or the row it is in, stands right beside a link of several words."""
    return any(
        beside is not None and _is_headline(beside)
        for box in islice(_below(element, grounds), _LEVELS_OF_ROW)
        for beside in (box.getprevious(), box.getnext())
    )


def _is_headline(element: Element) -> bool:
    """Whether an element is such a link, or holds one and hardly anything else."""
    inside = [*islice(element.iter(), _MOST_IN_ROW + 1)]
    return len(inside) <= _MOST_IN_ROW and any(
        inner.tag == "a" and _leads_away(inner) and len(_first_words(inner).split()) >= _WORDS_OF_LINK
        for inner in inside
    )


def _is_one_of_list(box: Element) -> bool:
    """Whether a box of a class has one of the same beside it, as the entries of a list have."""
    classes = box.get("class")
    beside = (box.getnext(), box.getprevious())
    return classes is not None and any(
        each is not None and each.tag == box.tag and each.get("class") == classes for each in beside
    )


def _leads_away(link: Element) -> bool:
    """Whether a link leads to another page: templates make links of all that stands in a row."""
    return (link.get("href") or "#")[0] != "#"


def _has_headline(box: Element) -> bool:
    for inner in islice(box.iter(), _MOST_INNER):
        if inner.tag not in _HEADINGS:
            continue
        text = _first_words(inner)
        if len(text.split()) < _SHORTEST_HEADLINE or (has_label_sign(text) and begins_byline(text)):
            continue
        above, link = inner.getparent(), next((one for one in _first_inner(inner) if one.tag == "a"), None)
        if box.tag == "a" or (above is not None and above.tag == "a"):
            return True
        if link is not None and link.get("rel") != "author" and _first_words(link) == text:
            return True
    return False


def _first_inner(element: Element) -> Iterator[Element]:
    return islice(element.iter(), _MOST_IN_HEADING)


def _first_words(element: Element) -> str:
    """The text of an element's first few inner ones: a hostile page may hang a hundred thousand there."""
    pieces = [element.text or ""]
    for inner in _first_inner(element):
        if inner is not element:
            pieces += [inner.text or "", inner.tail or ""]
    return fold(" ".join(piece[:_LONGEST_PIECE] for piece in pieces))
