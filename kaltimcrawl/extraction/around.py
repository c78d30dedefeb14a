"""The elements around a page's title and body: where bylines, dates and sections stand."""

from __future__ import annotations

from itertools import takewhile

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.page import Page

MOST_UNDER_BODY = 40
"""Elements under the body in which its byline may stand."""
_MOST_ELEMENTS_OVER_BODY = 300
_MOST_ELEMENTS_OVER_TITLE = 12
_MOST_IN_HEAD = 20
_MOST_IN_BODY = 12
_SHORTEST_PARAGRAPH, _SHORTEST_LINE = 120, 80
_MOST_AT_FOOT = 12
_HEADINGS_AT_FOOT = frozenset(("h2", "h3", "h4", "h5", "h6"))


def elements_over(page: Page, title_order: int) -> list[Element]:
    """The elements between the title and the article's first prose: over the body, and at its top."""
    start = max(0, title_order)
    if page.body_order < title_order:  # the body holds the title
        first = start + _MOST_IN_BODY
        head = page.survey.elements[start:first]
        if not any(_is_prose(page, each) for each in head):
            head += _head_from(page, first)
        return _up_to_bare_text(_up_to_list(page, head))
    over = page.survey.elements[start : min(page.body_order, start + _MOST_ELEMENTS_OVER_BODY)]
    return over + _head_from(page, page.body_order)


def elements_before_title(
    page: Page, title_order: int, most: int = _MOST_ELEMENTS_OVER_TITLE
) -> list[Element]:
    """The last elements before the title, `most` of them, in document order."""
    return page.survey.elements[max(0, title_order - most) : title_order]


def _head_from(page: Page, start: int) -> list[Element]:
    """The first elements from a place on, up to the first prose."""
    head = page.survey.elements[start : min(start + _MOST_IN_HEAD, page.body_end + 1)]
    return list(takewhile(lambda element: not _is_prose(page, element), head))


def _up_to_list(page: Page, head: list[Element]) -> list[Element]:
    """Of the first elements of a body those up to the label of a list behind its first sentences."""
    line = next((at for at, each in enumerate(head) if page.survey.blocks.get(each, 0) >= _SHORTEST_LINE), 0)
    ends = {element for element, _ in page.survey.labels} if line else set()
    return head[:line] + list(takewhile(lambda each: each not in ends, head[line:])) if ends else head


def _up_to_bare_text(head: list[Element]) -> list[Element]:
    """Of the first elements of a body those before a paragraph that stands in no element of its own."""
    end = next((at for at, each in enumerate(head) if each.tail and len(each.tail) >= _SHORTEST_LINE), None)
    return head if end is None else head[: end + 1]


def _is_prose(page: Page, element: Element) -> bool:
    return page.survey.blocks.get(element, 0) >= _SHORTEST_PARAGRAPH


def elements_under(page: Page) -> list[Element]:
    """The first elements under the body, a <footer> at its end among them: teasers stand there too."""
    last = page.containers[-1]
    foot = last[-1] if len(last) else last
    start = page.survey.place_of(foot) if foot.tag == "footer" else page.body_end + 1
    return page.survey.elements[start : start + MOST_UNDER_BODY]


def elements_at_foot(page: Page) -> list[Element]:
    """The few elements right under the body, up to a heading, or the label of a list or of comments."""
    ends = {element for element, _ in page.survey.labels}
    under = page.survey.elements[page.body_end + 1 : page.body_end + 1 + _MOST_AT_FOOT]
    return list(takewhile(lambda each: each not in ends and each.tag not in _HEADINGS_AT_FOOT, under))
