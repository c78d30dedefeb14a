"""Boxes within a body that are none of its text: tools, players, adverts, summaries, appeals, headlines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.marks import BoxKind, has_chrome_word, names_advert, names_others
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.tree import fold, text_of
from kaltimcrawl.extraction.verdict import is_prose

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LABELS = frozenset(("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b"))
_LONGEST_HEADLINE = 200
_LONGEST_ADVERT, _LONGEST_BANNER = 240, 120
_LONGEST_OVERLAY = 1_500
_LONGEST_SUMMARY = 1_000
_LONGEST_LABELLED, _LONGEST_APPEAL = 500, 1_000
_MOST_LINKS, _LEAST_LINKED = 20, 0.3
_MOST_OVER_SUMMARY = 3
"""Paragraphs that may stand before a box that sums the text up."""


def is_running_text(element: Element) -> bool:
    """Whether an element holds running text rather than links and labels."""
    text = text_of(element)
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text) >= 400 and linked * 4 < len(text)


def is_labelled_box(box: Element) -> bool:
    """Whether a small box is named for other articles, or begins with a label over them, and links; or begins
    with a heading that is none of the article's: "Support our journalism".
    """
    if names_others(box) and _is_mostly_linked(box):
        return True
    if not len(box) or box[0].tag not in _LABELS:
        return False
    label = brief_text(box[0])
    if box[0].tag in _HEADINGS and load_phrases().kinds["notice"].fits(label):
        return len(text_of(box)) <= _LONGEST_APPEAL
    is_list = kind_of(label) in ("others", "comments") and next(box.iter("a"), None) is not None
    return is_list and len(text_of(box)) <= _LONGEST_LABELLED


def is_appeal(box: Element, lines: Sequence[Line]) -> bool:
    """Whether a small box behind a text's first lines ends in a link or button that asks for money, as for a
    subscription.
    """
    last = box[-1] if len(box) else None
    button = last if last is None or last.tag == "a" else next(last.iter("a"), None)
    if button is None or len(button):
        return False
    text = fold(button.text or "")
    if not load_phrases().kinds["appeal"].fits(text) or len(text_of(box)) > _LONGEST_LABELLED:
        return False
    return any(map(is_prose, lines))


def _is_mostly_linked(box: Element) -> bool:
    """Whether a small box is a link and a line or two with it."""
    linked = sum(len(text_of(link)) for link in islice(box.iter("a"), _MOST_LINKS))
    return (
        bool(linked)
        and len(text := text_of(box)) <= _LONGEST_LABELLED
        and linked >= _LEAST_LINKED * len(text)
    )


def is_furniture(box: Element, kind: BoxKind, lines: Sequence[Line]) -> bool:
    """Whether a box is a window over the text, or holds tools, an advert's line or two, a player and no more
    text than its headline, or a summary over the text.
    """
    if kind == "overlays":
        return not is_running_text(box) or (has_chrome_word(box) and len(text_of(box)) <= _LONGEST_OVERLAY)
    if kind == "tools":
        return not is_running_text(box)
    if kind == "adverts":
        text = text_of(box)
        most = _LONGEST_ADVERT if names_advert(box) else _LONGEST_BANNER
        return len(text) <= most and text[:1] not in "(["  # the sign-off "(ADV)"
    if kind == "players":
        return len(text_of(box)) <= _LONGEST_HEADLINE and next(box.iter("table"), None) is None
    if kind != "summaries" or sum(map(is_prose, lines)) > _MOST_OVER_SUMMARY:
        return False
    first = next((str(text) for text in box.itertext() if not text.isspace()), "").strip()
    whole = text_of(box)
    is_list = next(box.iter("li"), None) is not None or (kind_of(first) == "summary" and whole != first)
    return is_list and len(whole) <= _LONGEST_SUMMARY
