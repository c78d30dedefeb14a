"""What stands between title and body: an opening set apart, which is text, or one sentence, a subtitle."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.datelines import read_dateline
from kaltimcrawl.extraction.datetexts import looks_like_date
from kaltimcrawl.extraction.marks import box_of, has_chrome_word, names_standfirst, parts_of
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.survey import Survey
from kaltimcrawl.extraction.witnesses import Lead

OVER_BODY = "text: over body"
"""The place of a subtitle that no mark tells of."""
_LEAD_PROSE, _PARAGRAPH_PROSE = 80, 40
_OPENING = 250
"""Characters from which on what stands apart from the body is its opening; a sentence there is a subtitle."""
_MOST_ADJACENT, _MOST_BEFORE = 2, 60
"""Siblings before a body that are looked at: of a lead right before it, of an opening."""
_MOST_BOXES = 8
"""Boxes that may hold a lead; a page's paragraphs are no boxes."""
_BOXES = ("div", "section")
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_ITALICS = frozenset(("em", "i", "strong", "b"))
_SET_APART = _HEADINGS | {"blockquote", "strong", "b"}
"""Elements that a lead may stand in by itself."""
_MOST_BETWEEN, _SHORTEST_STANDFIRST, _LONGEST_STANDFIRST = 80, 20, 600
_WORDS_OF_STANDFIRST = 7
_MOST_TO_STANDFIRST, _MOST_LEVELS = 40, 6
_NO_HEADS = frozenset(("aside", "nav", "footer", "figure", "form", "table", "ul", "ol", "blockquote"))
_ENDS = (".", "!", "?", "…", "”", '"', "。", "।", "؟", "」")
_OF_OPENING = re.compile(r"excerpt|perex", re.IGNORECASE)
_CREDIT = re.compile(r"\b(?:foto|photo|fotos|sumber|source|dok|bild|фото)\s?:", re.IGNORECASE)
_NOTICES = ("notice", "login", "follow", "newsletter", "legal", "disclaimer", "advertorial")
_SENTENCES = re.compile(r"[.!?]\s+[^\W\d_]")


def leads_before(
    survey: Survey,
    prose_of: Mapping[Element, int],
    body: Element,
    anchor: int | None,
    asides: Collection[Element],
) -> tuple[Element, ...]:
    """The elements between the title, whose place is `anchor`, and the body that hold its lead, in order.

    A paragraph or two right before the body, or a longer opening before it or before what is round it alone.
    """
    if not anchor or body.tag in ("html", "body", "td"):
        return ()
    over_title = frozenset(survey.elements[anchor].iterancestors())
    near: list[Element] = []
    for before in islice(body.itersiblings(preceding=True), _MOST_ADJACENT):
        size = _size_of(prose_of, before, body)
        if size < _LEAD_PROSE or _holds_more(before):
            break
        if not _is_lead(survey, before, size, anchor, asides, body):
            break
        near.append(before)
    far = _far_before(survey, prose_of, body, anchor, asides, over_title)
    leads = far if sum(prose_of.get(lead, 0) for lead in far) >= _OPENING else near
    return tuple(reversed(leads))


def read_standfirst(page: Page, title_order: int, lead: Lead) -> Found[str] | None:
    """The sentence between title and body that the page's description repeats, or None."""
    if page.body_order <= title_order:
        return None
    texts = (
        brief_text(element)
        for element in page.survey.elements[title_order + 1 : page.body_order][:_MOST_BETWEEN]
    )
    title = brief_text(page.survey.elements[title_order])
    found = [
        text
        for text in texts
        if len(text) <= _LONGEST_STANDFIRST and lead.opens(text) and text != title  # the link within it
    ]
    return Found(min(found, key=len), "text: description") if found else None


def find_standfirst(page: Page, title_order: int) -> Element | None:
    """The element right under the title that its class names a subtitle, whether the body holds it or not."""
    for element in page.survey.elements[title_order + 1 : title_order + 1 + _MOST_TO_STANDFIRST]:
        if names_standfirst(element):
            text = brief_text(element)
            is_one = _SHORTEST_STANDFIRST <= len(text) <= _LONGEST_STANDFIRST
            is_text = element in page.containers or (
                _is_first_paragraph(page, element)
                and (_is_under_picture(element) or _SENTENCES.search(text) is not None)
            )
            return element if is_one and not is_text else None
        if page.survey.blocks.get(element, 0) >= _LEAD_PROSE:
            return None
    return None


def paragraph_over(page: Page, title_order: int) -> Found[str] | None:
    """The only paragraph of sentences between title and body, which no mark and no description tells of."""
    elements = page.survey.elements[title_order + 1 : page.body_order][:_MOST_BETWEEN]
    found = [
        element
        for element in elements
        if (
            (element.tag in ("p", "div") and page.survey.blocks.get(element, 0) >= _LEAD_PROSE)
            or (element.tag in _SET_APART and _may_be_standfirst(element))
        )
        and element not in page.containers
        and not any(above.tag in _NO_HEADS or has_chrome_word(above) for above in element.iterancestors())
        and not has_chrome_word(element)
        and not _is_marked(element, "caption")
        and box_of(element) in (None, "summaries")  # one paragraph of a summary is a standfirst
        and not any(box_of(above) for above in islice(element.iterancestors(), _MOST_LEVELS))
        and not _holds_more(element)
        and not _is_under_picture(element)
    ]
    found = [element for element in found if element.getparent() not in found]
    if len(found) != 1:
        return None
    text = brief_text(found[0])
    is_apart = found[0].tag in _HEADINGS or (_is_in_italics(found[0]) and not _tells_who_or_when(text))
    is_whole = text.endswith(_ENDS) or (
        is_apart and _is_right_under(found[0], page.survey.elements[title_order])
    )
    is_told = is_whole and len(text) <= _LONGEST_STANDFIRST and _CREDIT.search(text) is None
    return Found(text, OVER_BODY) if is_told and not _is_notice(text) else None


def _is_in_italics(element: Element) -> bool:
    """Whether all of an element's text stands in an element for what is said otherwise."""
    return (
        len(element) == 1
        and element[0].tag in _ITALICS
        and not (element.text or "").strip()
        and not (element[0].tail or "").strip()
    )


def _tells_who_or_when(text: str) -> bool:
    return begins_byline(text) or looks_like_date(text)


def _is_right_under(element: Element, title: Element) -> bool:
    """Whether an element stands right under the title, or a box that holds no more than that."""
    above = element.getprevious()
    while above is not None and above is not title:
        if len(above) != 1 or (above.text and not above.text.isspace()):
            return False
        above = above[0]
    return above is title


def _may_be_standfirst(element: Element) -> bool:
    """Whether what is set apart has the words of a sentence, and is no heading with a link."""
    text = brief_text(element)
    is_long = len(text) <= _LONGEST_STANDFIRST and len(text.split()) >= _WORDS_OF_STANDFIRST
    return is_long and next(element.iter("a"), None) is None


def _is_notice(text: str) -> bool:
    """Whether a text speaks of the portal: of subscriptions, of how the text was made."""
    kinds = load_phrases().kinds
    return any(kinds[kind].fits(text) for kind in _NOTICES)


def _is_under_picture(element: Element) -> bool:
    """Whether a picture stands right over an element: it may be its caption."""
    above = element.getprevious()
    return above is not None and (above.tag == "img" or next(above.iter("img"), None) is not None)


def _is_first_paragraph(page: Page, element: Element) -> bool:
    """Whether what is called an excerpt, or stands under the picture, stands in the body right over the next
    paragraph, and so is one.
    """
    following = element.getnext()
    is_opening = _OF_OPENING.search(element.get("class") or "") is not None
    return (
        (is_opening or (element.tag == "p" and _is_under_picture(element)))
        and following is not None
        and (following.tag == "p" or page.survey.prose.get(following, 0) >= _LEAD_PROSE)
        and any(above in page.containers for above in element.iterancestors())
    )


def _far_before(
    survey: Survey,
    prose_of: Mapping[Element, int],
    body: Element,
    anchor: int,
    asides: Collection[Element],
    over_title: Collection[Element],
) -> list[Element]:
    """The prose between title and body, the last first, whatever without prose lies between."""
    leads: list[Element] = []
    top, held, boxes = body, prose_of.get(body, 0), 0
    while True:
        for before in islice(top.itersiblings(preceding=True), _MOST_BEFORE):
            size = _size_of(prose_of, before, body)
            boxes += bool(size) and before.tag != "p"
            if before in over_title or boxes > _MOST_BOXES:
                return leads
            if not size:
                continue
            if not _is_lead(survey, before, size, anchor, asides, body) or _is_marked(before, "subtitle"):
                return leads
            leads.append(before)
            held += size
        above = top.getparent()
        if above is None or above in over_title or above.tag == "td" or prose_of.get(above, 0) > held:
            return leads
        top = above


def _is_lead(
    survey: Survey, element: Element, size: int, anchor: int, asides: Collection[Element], body: Element
) -> bool:
    """Whether an element before the body holds its first sentences rather than a caption or another text."""
    if names_standfirst(element) and not _OF_OPENING.search(element.get("class") or ""):
        return False
    if element.tag in _SET_APART or names_standfirst(element) or box_of(element) == "summaries":
        return element not in asides and survey.place_of(element) > anchor and _begins_text(element, body)
    return (
        size >= (_PARAGRAPH_PROSE if element.tag == "p" else _LEAD_PROSE)
        and element.tag in ("p", *_BOXES)
        and element not in asides
        and not has_chrome_word(element)
        and not _is_marked(element, "caption")
        and (element.tag == "p" or _is_of_paragraph(element) or not _holds_more(element))
        and survey.place_of(element) > anchor
    )


def _size_of(prose_of: Mapping[Element, int], before: Element, body: Element) -> int:
    """Characters of the prose of an element before the body; those of a heading that is the lead too."""
    size = prose_of.get(before, 0)
    if size or before.tag not in _SET_APART or not _begins_text(before, body):
        return size
    return len(brief_text(before))


def _begins_text(element: Element, body: Element) -> bool:
    """Whether an element is a sentence with the text's dateline, which then stands over the body."""
    text = brief_text(element)
    return (
        len(text) >= _LEAD_PROSE
        and text.endswith(_ENDS)
        and read_dateline(text) is not None
        and read_dateline(brief_text(body)) is None
    )


def _is_of_paragraph(box: Element) -> bool:
    """Whether a box is round one paragraph and no picture or time: links in it are the text's."""
    return len(box) == 1 and box[0].tag == "p" and next(box.iter("img", "time"), None) is None


def _is_marked(element: Element, as_part: str) -> bool:
    return any(part == as_part for part, _, _ in parts_of(element))


def _holds_more(element: Element) -> bool:
    """Whether an element holds more than text: a picture, a time, a link."""
    return next(element.iter("img", "time", "a"), None) is not None
