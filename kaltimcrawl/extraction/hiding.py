"""Elements that a page holds and shows nobody, by their own style or by a framework's class."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Literal

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.marks import load_marks

_HIDDEN = re.compile(
    r"(?<![\w-])display\s*:\s*none|(?<![\w-])visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE
)
_OFF_SCREEN = re.compile(
    r"(?:(?<![\w-])(?:left|top|right)|text-indent|margin-(?:left|top))\s*:\s*-\d{4,6}(?:\.\d{1,3})?(?:px|em|rem|%|pt)"
    r"|(?<![\w-])(?:left|top|right)\s*:\s*-999(?:px|em|rem|%)"
    r"|(?<![\w-])clip\s*:\s*rect\(\s*[01](?:px)?[\s,]{1,3}[01]",
    re.IGNORECASE,
)
_NO_SIZE = re.compile(r"font-size\s*:\s*0(?:\.0{1,3})?(?:px|pt|em|rem|%)?\s*(?:;|!|$)", re.IGNORECASE)
_NO_HEIGHT = re.compile(r"(?<![\w-])(?:max-)?height\s*:\s*[01](?:px|em|rem)?\s*(?:;|!|$)", re.IGNORECASE)
_CLIPPED = re.compile(r"overflow(?:-y)?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_CLEAR = re.compile(r"(?<![\w-])opacity\s*:\s*0(?:\.0{1,3})?\s*(?:;|!|$)", re.IGNORECASE)
_Hiding = Literal["hidden", "sizeless", "faded", "none"]
_LONG_PARAGRAPH = 80
_MOST_TEXTS = 200
_SHOWING = re.compile(
    r"(?!.{0,40}(?:none|hidden|invisible|print))"
    r"(?:(?:d|display|show|visible|inline|block|flex|uk-visible)(?:[-@]|$)|(?:xs|sm|md|lg|xl|2xl|xxl|dark):)"
)
"""Begins classes that show an element again on wide screens: "d-md-block", "lg:flex"."""


def is_hidden_by_style(element: Element, style: str) -> bool:
    """Whether an element's own style, `style`, shows nobody its text.

    Scripts fade pictures and paragraphs in that are transparent or without height at first: what may be such
    a one isn't hidden.
    """
    hiding = _hiding_of(style)
    if hiding == "sizeless":
        return not len(element)  # boxes have it against the spaces between their children
    if hiding == "faded":
        return not (_holds_picture(element) or holds_prose(element) or _is_one_of_several(element))
    return hiding == "hidden"


@lru_cache(maxsize=4096)
def _hiding_of(style: str) -> _Hiding:
    """How a style hides what bears it."""
    if tells_hidden(style):
        return "hidden"
    if _NO_SIZE.search(style):
        return "sizeless"
    is_folded = _NO_HEIGHT.search(style) is not None and _CLIPPED.search(style) is not None
    return "faded" if is_folded or _CLEAR.search(style) is not None else "none"


def tells_hidden(style: str) -> bool:
    """Whether a style takes what bears it off the page, or off the screen."""
    return _HIDDEN.search(style) is not None or _OFF_SCREEN.search(style) is not None


def _holds_picture(element: Element) -> bool:
    return next(element.iter("img", "amp-img", "picture"), None) is not None


def _is_one_of_several(element: Element) -> bool:
    """Whether what stands right before or behind is transparent, too: a text may be faded in by parts."""
    beside = (element.getprevious(), element.getnext())
    return any(each is not None and _CLEAR.search(each.get("style") or "") is not None for each in beside)


def holds_prose(element: Element) -> bool:
    """Whether an element has a paragraph, or a text between breaks, of some length."""
    return any(
        len(text) >= _LONG_PARAGRAPH and not text.isspace()
        for text in islice(map(str, element.itertext()), _MOST_TEXTS)
    ) or any(len(brief_text(each)) >= _LONG_PARAGRAPH for each in islice(element.iter("p"), _MOST_TEXTS))


@lru_cache(maxsize=8192)
def names_hidden(classes: str) -> bool:
    """Whether one of an element's classes is a framework's for hiding, and no other shows it again."""
    names = classes.lower().split()
    hidden = load_marks().hidden
    return not hidden.isdisjoint(names) and not any(map(_SHOWING.match, set(names) - hidden))


def stays_hidden(element: Element) -> bool:
    """Whether what a class hides has words, and holds no prose and no picture.

    Scripts show the rest of a text on demand, and a hidden colon parts what the eye sees in two lines.
    """
    has_words = any(any(map(str.isalnum, str(text))) for text in islice(element.itertext(), _MOST_TEXTS))
    return has_words and not (_holds_picture(element) or holds_prose(element))
