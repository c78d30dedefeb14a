"""Images as a page shows them: their address, and what their caption says of who made them."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Image
from kaltimcrawl.urls import absolute_url, split_url

_TINY = frozenset(("0", "1", "2", "3"))
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-url", "srcset", "data-srcset")
_NO_PICTURE = re.compile(
    r"gravatar\.com|/emoji/|/smilies/|spacer\.|blank\.(?:gif|png)|pixel\.|logo|icon|/ads?/|banner|placeholder",
    re.IGNORECASE,
)


def read_image(element: Element, base: str | None, caption: str | None) -> Image | None:
    """The image of an <img>, or None for spacers, logos, icons and what has no address."""
    if element.get("width") in _TINY or element.get("height") in _TINY:
        return None
    for name in _SOURCES:
        value = (element.get(name) or "").strip()
        if not value or value.startswith(("data:", "about:")):
            continue
        url = absolute_url(value.split()[0].rstrip(",") if "srcset" in name else value, base)
        if url and not _NO_PICTURE.search(split_url(url).path):
            text, credit = split_credit(caption)
            return Image(url, text, credit)
    return None


_CREDIT_TAIL = re.compile(
    r"[\s(\[/|.,–—-]*\b(?:foto|fotografer|photo|kredit\s+foto|sumber\s+foto|dok|dokumentasi|credit|getty|istimewa)\b(?:\s+by)?\s*[:/.]?\s*(?P<credit>[^()\[\]]{0,80})[)\]]?\s*$",
    re.IGNORECASE,
)


def split_credit(caption: str | None) -> tuple[str | None, str | None]:
    """A whole caption, and the photographer or source it names: "… (Foto: Dewi/Kabar)" gives "Dewi/Kabar"."""
    if not caption:
        return None, None
    caption = caption[:2000]
    found = _CREDIT_TAIL.search(caption[-140:])
    credit = found["credit"].strip(" .") if found else ""
    return caption, credit or None
