"""The portal's name, as its home page gives it."""

from __future__ import annotations

import re

from kaltimcrawl.discovery.page import Page, parse_page, text_of
from kaltimcrawl.urls import host_of

MAX_NAME = 80
"""Characters: what is longer is a slogan."""

_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_BREAK = re.compile(r"\s+[-–—|•·»:]+\s+|\s*\|\s*|:\s+")
_NO_LETTER = re.compile(r"[\W_]+")


def read_masthead(body: bytes, url: str, encoding: str | None = None) -> tuple[str, str] | None:
    """The name that the home page `body`, that `url` answered with, goes by, and where it stood; or None.

    A <meta> that is meant for it, else the part of the title that sounds like the host. `encoding` is what
    HTTP declared. Raises `DiscoveryError` for an empty page.
    """
    page = parse_page(body, url, encoding)
    return _of_meta(page) or _of_title(page)


def _of_meta(page: Page) -> tuple[str, str] | None:
    found: dict[str, str] = {}
    for element in page.root.iter("meta"):
        key = (element.get("property") or element.get("name") or "").strip().lower()
        text = _plain(element.get("content"))
        if key in _NAMES and text:
            found.setdefault(key, text)
    return next(((found[key], f"<meta {key}> of the home page") for key in _NAMES if key in found), None)


def _of_title(page: Page) -> tuple[str, str] | None:
    title = next((text_of(element) for element in page.root.iter("title")), "")
    parts = [part for part in map(_plain, _BREAK.split(title)) if _NO_LETTER.sub("", part)]
    if not parts:
        return None
    host = _NO_LETTER.sub("", host_of(page.url))
    alike = [part for part in parts if _NO_LETTER.sub("", part.lower()) in host]
    return max(alike, key=len, default=parts[0]), "<title> of the home page"


def _plain(text: str | None) -> str:
    """`text` on one line, without what doesn't print, cut at `MAX_NAME`."""
    line = " ".join((text or "").split())
    return "".join(char for char in line if char.isprintable())[:MAX_NAME].strip()
