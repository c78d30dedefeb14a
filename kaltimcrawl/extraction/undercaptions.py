"""Captions that stand right under a picture in an element of their own that no mark names."""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.captions import ends_with_credit, tells_picture
from kaltimcrawl.extraction.tree import weight

_MAY_CAPTION = frozenset(("p", "div", "center", "small", "strong", "b", "span", "font"))
# fmt: off
_NO_LINES = (
    "p", "div", "img", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure",
    "iframe",
)
# fmt: on
_CENTRED = re.compile(r"text-align\s?:\s?center", re.IGNORECASE)
_CENTRING = re.compile(r"(?:^|[\s_-])(?:align)?cent(?:er|re)(?:ed)?(?:$|[\s_-])", re.IGNORECASE)
"""Words of classes: "has-text-align-center", "f_center"."""
_SMALL = frozenset(("small", "em", "i", "figcaption"))
_LONGEST, _HEAVIEST = 200, 90
_BLOCKS = frozenset(("p", "div", "center"))
_FIGURE = re.compile(
    r"(?:figure|fig\.|gambar|abbildung|abb\.|figura|рис\.|[图圖図])\s?\d{1,3}(?:\.\d{1,2})?\s?[:.：、]",
    re.IGNORECASE,
)
_IN_SMALL_TYPE = re.compile(
    r"font-size\s?:\s?(?:(?:[5-9]|1[0-2])(?:\.\d)?px|[5-9](?:\.\d)?pt|(?:x{1,2}-)?small)", re.IGNORECASE
)
_FEW_HAN = re.compile(r"[\u4e00-\u9fff、，·]{2,12}。?")
_MOST_EMPTY = 2
_GREY = re.compile(
    r"(?:^|[;\s])color\s?:\s?(?:gr[ae]y|#([7-9a])\1{2}(?:\1{3})?\b|rgb\(\s?(1[0-7]\d)\s?,\s?\2\s?,\s?\2\s?\))",
    re.IGNORECASE,
)


def caption_under(element: Element) -> str | None:
    """The text of an element right under a picture, where it is the picture's caption.

    That is a short line that ends in the picture's maker or begins with its number, or one that is small or
    centred and begins with a word for a picture; or one that is centred, grey or in small type where the text
    behind it is not; in Chinese a paragraph of a few letters. What holds lines of its own is none.
    """
    if element.tag not in _MAY_CAPTION or "credit" in (element.get("class") or ""):
        return None
    text = brief_text(element)
    if not 0 < len(text) <= _LONGEST or (len(element) and _holds_lines(element)):
        return None
    is_caption = (
        ends_with_credit(text)
        or _FIGURE.match(text) is not None
        or (_is_set_apart(element) and tells_picture(text))
        or (element.tag == "p" and not len(element) and _FEW_HAN.fullmatch(text) is not None)
        or (weight(text) <= _HEAVIEST and _is_set_otherwise(element))
    )
    return text if is_caption else None


def _is_set_otherwise(element: Element) -> bool:
    """Whether an element is centred, grey or in small type, and the paragraph behind it none of that, or
    another picture; empty ones between aside.
    """
    block = element if element.tag in _BLOCKS else element.getparent()
    if block is None or not (_is_centred(block) or block.tag == "center" or _is_toned_down(element)):
        return False
    behind = block.getnext()
    for _ in range(_MOST_EMPTY):
        if behind is None or behind.tag not in _BLOCKS or len(behind) or brief_text(behind):
            break
        behind = behind.getnext()
    if behind is None or behind.tag not in _BLOCKS:
        return False
    text = brief_text(behind)
    if not text:
        return next(behind.iter("img"), None) is not None
    return weight(text) > _HEAVIEST and not (
        _is_centred(behind) or behind.tag == "center" or _is_toned_down(behind)
    )


def _is_toned_down(element: Element) -> bool:
    """Whether all text of an element is set in grey or small type."""
    only = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    styles = (each.get("style") or "" for each in (element, only) if each is not None)
    return any(_GREY.search(style) is not None or _IN_SMALL_TYPE.search(style) for style in styles)


def _holds_lines(element: Element) -> bool:
    return any(inner is not element for inner in islice(element.iter(*_NO_LINES), 2))


def _is_set_apart(element: Element) -> bool:
    """Whether an element, or the one round it, is centred or small; or nothing but small text."""
    if element.tag in ("small", "center", "strong", "b") or _is_centred(element):
        return True
    above = element.getparent()
    if above is not None and (above.tag in ("small", "center") or _is_centred(above)):
        return True
    only = element[0] if len(element) == 1 else None
    is_only = only is not None and not (element.text or "").strip() and not (only.tail or "").strip()
    return is_only and only is not None and only.tag in _SMALL


def _is_centred(element: Element) -> bool:
    if (element.get("align") or "").lower() == "center":
        return True
    style, classes = element.get("style"), element.get("class")
    if style and _CENTRED.search(style) is not None:
        return True
    return classes is not None and _CENTRING.search(classes) is not None
