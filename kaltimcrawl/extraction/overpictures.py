"""The picture between title and text that no mark names: its box has no known class, or it has none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.apart import grounds_of, is_of_card, stands_apart
from kaltimcrawl.extraction.article import Image
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import read_bylines
from kaltimcrawl.extraction.captions import ends_with_credit, tells_picture
from kaltimcrawl.extraction.images import credited, read_image
from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.marks import names_standfirst, parts_of
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.extraction.undercaptions import caption_under
from kaltimcrawl.urls import absolute_url, split_url

_MOST_ELEMENTS, _MOST_PICTURES, _MOST_INNER = 120, 4, 20
_LEVELS_OF_BOX = 4
_LONGEST_CAPTION, _SHORTEST_CAPTION = 300, 10
_SMALLEST = 200
"""Pixels: what is less wide is a face or a button."""
_LEAST_WORDS, _LEAST_SMALL_WORDS = 5, 2
_NO_LEAD = re.compile(
    r"(?:^|[\s_-])(?:avatar|author|penulis|profile?|logo|icons?|ads?|adv|iklan|banner|sponsor|share|sosmed|social|emoji|flag)(?=$|[\s_\d-])",
    re.IGNORECASE,
)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|jfif|png|webp|avif|gif)$", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
_NO_CAPTION_TAGS = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "time", "button", "ul", "ol", "form", "table", "iframe")
)
_NO_CAPTION_PARTS = frozenset(("author", "published", "section", "tags", "editor", "author_box"))
_HEADINGS = frozenset(("h3", "h4", "h5", "h6"))
_NAMED_CAPTION = re.compile(r"(?:^|\s)caption(?:$|\s)", re.IGNORECASE)
_FIRST_OF_OTHER_SCRIPTS = "\u0530"


_Caption = tuple[str, Element | None]
"""A caption and the element that holds it."""


@dataclass(frozen=True, slots=True)
class OverPicture:
    """A picture between title and text."""

    image: Image
    is_sure: bool
    """Whether its caption says that it is one: by its maker, or by the word that it begins with."""


def picture_over(page: Page, title_order: int) -> OverPicture | None:
    """The first such picture that has a caption, else the first."""
    end = min(page.body_order, title_order + _MOST_ELEMENTS)
    pictures = [each for each in page.survey.elements[max(0, title_order) : end] if each.tag == "img"]
    if not pictures:
        return None
    grounds = grounds_of(page, title_order)
    first: OverPicture | None = None
    for element in pictures[:_MOST_PICTURES]:
        image = read_image(element, page.url, None) if _may_lead(page, element, grounds) else None
        if image is None:
            continue
        told = _caption_of(page, element, grounds)
        if told is not None:
            text, holder = told
            is_sure = ends_with_credit(text) or tells_picture(text)
            caption, credit = credited(text, holder)
            return OverPicture(Image(image.url, caption, credit), is_sure)
        first = first or OverPicture(image, is_sure=False)
    return first


def _may_lead(page: Page, element: Element, grounds: frozenset[Element]) -> bool:
    """Whether a picture may be the article's: no face, button or advert, and no link to another page."""
    width = element.get("width") or ""
    if width.isdecimal() and int(width[:5]) < _SMALLEST:
        return False
    for box in (element, *islice(element.iterancestors(), _LEVELS_OF_BOX)):
        if box in grounds:
            break
        if _NO_LEAD.search(f"{box.get('class') or ''} {box.get('id') or ''}"):
            return False
        if box.tag == "a" and _leads_away(box, page):
            return False
    return page.is_own(element) and not (is_of_card(element, grounds) or _is_apart(element, grounds))


def _is_apart(element: Element, grounds: frozenset[Element]) -> bool:
    """Whether a picture stands in a menu, a list or the like; its own <figure> is none."""
    figure = next((box for box in element.iterancestors("figure") if box not in grounds), None)
    outer = figure.getparent() if figure is not None else element
    return outer is not None and stands_apart(outer, grounds)


def _leads_away(link: Element, page: Page) -> bool:
    """Whether a link round a picture leads to another page than the article's or the picture's own."""
    url = absolute_url(link.get("href") or "#", page.url)
    if url is None or (link.get("href") or "#")[0] == "#":
        return False
    path = split_url(url).path
    return _PICTURE_FILE.search(path) is None and path != split_url(page.url or "").path


def _caption_of(page: Page, picture: Element, grounds: frozenset[Element]) -> _Caption | None:
    """A picture's caption and what holds it: the text of the picture's box, or what stands right under it."""
    outermost = picture
    for box in islice(picture.iterancestors(), _LEVELS_OF_BOX):
        if box in grounds:
            break
        outermost = box
        if text := brief_text(box):
            return (text, box) if _is_caption_in(page, box, text) else None
    tail = fold(outermost.tail or "")
    if tail:
        return (tail, None) if ends_with_credit(tail) else None
    under = outermost.getnext()
    if under is not None and under.tag == "br" and not (under.tail or "").strip():
        under = under.getnext()
    if (body := _body_behind(page, outermost)) is not None:
        return _caption_in_body(body)
    if under is None or under in grounds or _holds_others(under):
        return None
    text = caption_under(under) or ""
    if not text and under.tag == "small" and _tells(brief_text(under)):
        text = brief_text(under)
    return (text, under) if text and not _names_writer(text) else None


def _body_behind(page: Page, box: Element) -> Element | None:
    """The body where it stands right behind a box, or behind what the box closes."""
    for outer in (box, *islice(box.iterancestors(), _LEVELS_OF_BOX)):
        under = outer.getnext()
        if under is not None:
            return under if under in page.containers else None
        if (outer.tail or "").strip():
            break
    return None


def _caption_in_body(body: Element) -> _Caption | None:
    """The caption that a body begins with, right under the picture over it; a heading only where the body is
    named for that.
    """
    first = body[0] if len(body) and not (body.text or "").strip() else None
    if first is None or not isinstance(first.tag, str):
        return None
    text = caption_under(first) or ""
    if first.tag in _HEADINGS and _NAMED_CAPTION.search(body.get("class") or ""):
        text = brief_text(first)
        text = text if _tells(text) else ""
    return (text, first) if text and not _names_writer(text) else None


def _is_caption_in(page: Page, box: Element, text: str) -> bool:
    if len(text) > _LONGEST_CAPTION or _holds_others(box) or _names_writer(text) or kind_of(text) is not None:
        return False
    told = page.structured.meta_value("description", "og:description")
    if told is not None and fold(told[1]).startswith(text[: _SHORTEST_CAPTION * 4].rstrip(" .…")):
        return False  # the article's summary
    return ends_with_credit(text) or tells_picture(text) or _tells(text)


def _holds_others(box: Element) -> bool:
    """Whether a box holds more than pictures and a line or two: a heading, a date, a link with words."""
    for inner in islice(box.iter(), _MOST_INNER + 1):
        if inner.tag in _NO_CAPTION_TAGS or (inner.tag == "a" and brief_text(inner)):
            return True
        if names_standfirst(inner) or any(part in _NO_CAPTION_PARTS for part, _, _ in parts_of(inner)):
            return True
    return next(islice(box.iter(), _MOST_INNER, None), None) is not None


def _names_writer(text: str) -> bool:
    return any(role in ("author", "editor") for role, _ in read_bylines(text))


def _tells(text: str) -> bool:
    """Whether a text says something, as captions do, rather than names or dates it."""
    if not _SHORTEST_CAPTION <= len(text) <= _LONGEST_CAPTION or _CLOCK.search(text):
        return False
    words = text.split()
    if text[0] >= _FIRST_OF_OTHER_SCRIPTS:
        return True
    return len(words) >= _LEAST_WORDS and sum(word.islower() for word in words) >= _LEAST_SMALL_WORDS
