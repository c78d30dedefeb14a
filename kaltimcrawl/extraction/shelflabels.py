"""Sections that a label, an icon or a small word before them names: "Kategori: Opini", "di Pasar"."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.beside import (
    LONGEST_HINTED,
    LONGEST_STAMP,
    WORDS_OF_SECTION,
    beside_title,
    label_of,
)
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.icons import texts_by_icon
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.shelfnames import is_plain_section, is_section
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.extraction.verdict import SENTENCE_END

_VERBS = r"(?:di)?(?:posted|published|filed|posting|post|terbit|terbitkan|publikasikan|tayang|muat)"
_SHELF_WORDS = "|".join(word.replace(" ", r"\s+") for word in read_data("sections.toml")["labels"])
_LABEL = re.compile(
    rf"(?:^|[^\w])(?:{_SHELF_WORDS}|{_VERBS}\s+(?:in|di|pada|dalam))\s*[:：]?\s*$", re.IGNORECASE
)
_UNDER_LABEL = re.compile(rf"^\W*(?:{_SHELF_WORDS})\s*[:：]?\s*$", re.IGNORECASE)
_PREPOSITION = re.compile(
    rf"(?:^|[\s,|])(?:{'|'.join(read_data('sections.toml')['prepositions'])})\s*$", re.IGNORECASE
)
_OF_BYLINE = re.compile(
    r"\b(?:oleh|by|posted|published|diposting|diterbitkan|ditulis|von|par|por)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_MOST_ELEMENTS_AT_END, _MOST_ELEMENTS_UNDER_BODY = 8, 40


def labelled_section(page: Page, title_order: int) -> Found[str] | None:
    """What stands behind a label ("Kategori: Opini"), an icon or "in" beside the title, or at the end."""
    near = beside_title(page, title_order)
    for element in near:
        label = label_of(element)
        text = _first_name(element) if _LABEL.search(label) else ""
        if not text and element.tag == "a" and _PREPOSITION.search(label):
            text = brief_text(element) if _is_of_byline(element, label) else ""
        if 2 <= len(text) <= LONGEST_HINTED and is_section(text) and page.may_tell(element, title_order):
            return Found(text, "text: head", f"{fold(label)} {text}")
    for text, classes in texts_by_icon(near, "section"):
        if 2 <= len(text) <= LONGEST_HINTED and is_section(text) and not load_phrases().noise.fits(text):
            return Found(text, f"css: .{'.'.join(classes.split())}")
    return _labelled_at_end(page)


def _first_name(element: Element) -> str:
    """The text of an element, or of its first link: a list of sections names the main one first."""
    return brief_text(next(element.iter("a"), element))


def _is_of_byline(link: Element, label: str) -> bool:
    """Whether a link behind "in" stands in a line of who and when, or alone with that word."""
    holder = link.getparent()
    line = brief_text(holder) if holder is not None else ""
    text = brief_text(link)
    return (
        len(line) <= LONGEST_STAMP
        and not SENTENCE_END.search(line)
        and is_plain_section(text)
        and len(text.split()) <= WORDS_OF_SECTION
        and (line == f"{fold(label)} {text}" or _OF_BYLINE.search(line) is not None)
    )


def _labelled_at_end(page: Page) -> Found[str] | None:
    """What stands behind a label of its own among the last elements of the body and those under it, or
    behind "in" in the byline there.
    """
    start = max(page.body_order, page.body_end - _MOST_ELEMENTS_AT_END)
    end = page.body_end + _MOST_ELEMENTS_UNDER_BODY
    for place, element in enumerate(page.survey.elements[start:end], start):
        if element.tag not in ("a", "span", "b", "strong", "dd"):
            continue
        label = label_of(element)
        is_filed = element.tag == "a" and place > page.body_end and _PREPOSITION.search(label)
        if not _UNDER_LABEL.search(label) and not (is_filed and _is_of_byline(element, label)):
            continue
        text, is_own = brief_text(element), place <= page.body_end or page.is_own(element)
        if 2 <= len(text) <= LONGEST_HINTED and is_plain_section(text) and is_own:
            return Found(text, "text: under body", f"{fold(label)} {text}")
    return None
