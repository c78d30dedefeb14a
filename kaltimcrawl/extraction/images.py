"""Images as a page shows them: their address, and what their caption says of who made them."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Image
from kaltimcrawl.extraction.makers import labelled_maker, maker_at_end, maker_within
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


_NO_CLAIM = re.compile(
    r"(?:^|[/_.-])(?:logo|favicon|icon|placeholder|default|no-?(?:image|img|pic|photo)|og-?(?:image|default)|fallback)(?=[/_.\d-]|$)",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?:\.(?:jpe?g|jfif|png|webp|avif|gif)){1,2}$", re.IGNORECASE)
_EDITION = re.compile(r"(?:[-_](?:\d{2,4}x\d{2,4}|scaled|rotated|e\d{10,13})|@\dx){1,3}$")
_SHORT_NAME = 5
"""Letters of a picture's name that says little: "foto.jpg" in two folders is two pictures."""


def is_logo(url: str) -> bool:
    """Whether a claimed picture is the site's by its address: a logo, or what stands for no picture."""
    return _NO_CLAIM.search(split_url(url).path) is not None


def stem_of(url: str) -> str:
    """What the addresses of one picture in several sizes and formats share.

    >>> stem_of("https://kabar.example/f/pasar-1200x630.webp"), stem_of("/f/pasar-scaled.jpg?w=300")
    ('f/pasar', 'f/pasar')
    >>> stem_of("https://foto.example/2025/pasar-pagi-800x450.jpg.webp")
    'pasar-pagi'
    """
    folders, _, name = url.partition("?")[0].rpartition("/")
    stem = _EDITION.sub("", _KIND.sub("", name))
    return stem if len(stem) > _SHORT_NAME else f"{folders.rpartition('/')[2]}/{stem}"


_CREDIT_TAIL = re.compile(
    r"[\s(\[/|.,–—-]*\b(?:foto|fotografer|photo|kredit\s+foto|sumber\s+foto|dok|dokumentasi|credit|istimewa)\b(?:\s+by)?\s*[:/.]?\s*(?P<credit>[^()\[\]]{0,80})[)\]]?\s*$",
    re.IGNORECASE,
)


_LABEL = re.compile(
    r"(?:keterangan|ket|teks|caption)\b\.?(?:\s?(?:foto|gambar|photo))?\s?:\s?", re.IGNORECASE
)
_BY_COURTESY = re.compile(r"[(\[](ist|istimewa)\.?[)\]]\.?$", re.IGNORECASE)
"""How Indonesian captions end whose picture was lent."""


def split_credit(caption: str | None) -> tuple[str | None, str | None]:
    """A whole caption, and the photographer or source it names: "… (Foto: Dewi/Kabar)" gives "Dewi/Kabar"."""
    if not caption:
        return None, None
    caption = caption[:2000]
    label = _LABEL.match(caption)
    own = caption[label.end() :] if label is not None else caption
    credit = maker_at_end(own) or ""
    found = _CREDIT_TAIL.search(own[-140:]) if not credit else None
    if found is not None:
        credit = found["credit"].strip(" .")
    credit = credit or labelled_maker(own) or ""
    if not credit and (lent := _BY_COURTESY.search(own[-14:])) is not None:
        credit = lent[1]
    return caption, credit or None


def credited(caption: str, holder: Element | None) -> tuple[str | None, str | None]:
    """The same of a caption in an element, which may name the maker in one of its own."""
    text, credit = split_credit(caption)
    own = maker_within(holder) if holder is not None else None
    return text, own or credit
