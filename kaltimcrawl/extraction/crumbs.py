"""The way from the front page to an article, as its page prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.names import is_site, site_words
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.structured import texts_of, types_of
from kaltimcrawl.extraction.tree import bare, fold
from kaltimcrawl.urls import split_url

_CRUMB_BREAK = re.compile(r"\s*(?:»|›|>|/|→|\||::|•)\s*")
_LONGEST = 80
_MOST_CRUMBS = 5
_NEAR_HEADING = 3
_NEAR_CRUMBS = 10
_MOST_ELEMENTS_OVER_BODY = 600
_CRUMB_SIGN = re.compile(r"^\s*[»›>→/]")


def read_breadcrumbs(page: Page, title: str) -> Found[tuple[str, ...]]:
    """The way from the front page to the article, both ends left out."""
    for node in page.structured.nodes:
        if "breadcrumblist" in types_of(node) and isinstance(node.get("itemListElement"), list):
            items = [item for item in node["itemListElement"][:20] if isinstance(item, dict)]
            if len(items) > 1 and _is_front_page(items[0], page):
                items.pop(0)
            crumbs = _trimmed([name for item in items for name in _crumb_names(item)], title)
            if crumbs:
                return Found(crumbs, "jsonld: BreadcrumbList")
    for marked in page.survey.best("breadcrumbs"):
        crumbs = _trimmed(_crumbs_of(marked.element), title)
        if crumbs:
            return Found(crumbs, f"css: {marked.mark}")
    for order, element in enumerate(page.survey.elements[: min(page.body_order, _MOST_ELEMENTS_OVER_BODY)]):
        if element.tag != "a":
            continue
        is_signed = _CRUMB_SIGN.search(element.tail or "") is not None
        if (is_signed or _leads_to_heading(page, order, element)) and is_home(element):
            holder = element.getparent()
            crumbs = _trimmed(_crumbs_of(holder), title) if holder is not None else ()
            if crumbs and len(crumbs) <= _MOST_CRUMBS:
                return Found(crumbs, "text: breadcrumbs")
    for nav in page.survey.cleared:
        links = list(islice(nav.iter("a"), _MOST_CRUMBS + 1)) if nav.tag == "nav" else []
        if (
            2 <= len(links) <= _MOST_CRUMBS
            and is_home(links[0])
            and (crumbs := _trimmed(_crumbs_of(nav), title))
        ):
            return Found(crumbs, "text: breadcrumbs")
    return _crumbs_in_text(page, title)


def _crumbs_in_text(page: Page, title: str) -> Found[tuple[str, ...]]:
    """Breadcrumbs that are text for the most part, right over a heading: "Beranda / NASIONAL /"."""
    home = load_phrases().kinds["home"]
    for place in page.survey.headings[:1]:
        for element in page.survey.elements[max(0, place - _NEAR_CRUMBS) : place]:
            first = (element.text or "").strip(" /»›>|\n\t")
            if len(first) > _LONGEST or not home.fits(_CRUMB_BREAK.split(first)[0]):
                continue
            parts = [part for part in _CRUMB_BREAK.split(brief_text(element)) if part.strip()]
            crumbs = _trimmed(parts, title) if 2 <= len(parts) <= _MOST_CRUMBS else ()
            if crumbs:
                return Found(crumbs, "text: breadcrumbs")
    return Found((), "")


def _leads_to_heading(page: Page, order: int, link: Element) -> bool:
    """Whether a link begins a row of two or three that stands right over the page's heading: no menu."""
    holder = link.getparent()
    if holder is None or not 2 <= len(holder) <= _MOST_CRUMBS or holder[0] is not link:
        return False
    return any(
        order < place <= order + len(holder) + _NEAR_HEADING for place in page.survey.headings
    ) and all(child.tag == "a" for child in holder)


def is_home(link: Element) -> bool:
    text = brief_text(link)
    return bool(text) and load_phrases().kinds["home"].fits(text)


def _crumb_names(item: dict[str, object]) -> list[str]:
    names = texts_of(item.get("name"))
    inner = item.get("item")
    return names or (texts_of(inner.get("name")) if isinstance(inner, dict) else [])


def _is_front_page(item: dict[str, object], page: Page) -> bool:
    """Whether a breadcrumb leads to the root of a host and bears the site's name: a section may have a host
    of its own."""
    inner = item.get("item")
    address = (inner.get("@id") or inner.get("url")) if isinstance(inner, dict) else inner
    return (
        isinstance(address, str)
        and not split_url(address).path.strip("/")
        and all(is_site(name, site_words(page)) for name in _crumb_names(item))
    )


def _crumbs_of(element: Element) -> list[str]:
    whole = brief_text(element)
    if len(whole) > 600:
        return []
    links = [(brief_text(link), link.get("href")) for link in element.iter("a")]
    names = [name for name, href in links if name and href != "/"]  # home, whatever its name
    end = 0
    for name in names:
        end = max(end, whole.find(name, end) + len(name))
    home = links[0][0] if links and links[0][1] == "/" else ""
    last = whole[end:].removeprefix(home) if not end else whole[end:]
    return names + [part for part in _CRUMB_BREAK.split(last) if part]


def _trimmed(names: Iterable[str], title: str) -> tuple[str, ...]:
    crumbs = [name for name in (fold(name).strip(" »›>/|") for name in names) if name and len(name) <= 200]
    home = load_phrases().kinds["home"]
    while crumbs and home.fits(crumbs[0]):
        crumbs.pop(0)
    while crumbs and _is_title(crumbs[-1], title):
        crumbs.pop()
    return tuple(dict.fromkeys(name for name in crumbs if len(name) <= _LONGEST))


def _is_title(crumb: str, title: str) -> bool:
    own, whole = bare(crumb.rstrip(".… ")), bare(title)
    return len(own) >= 8 and (whole.startswith(own) or own.startswith(whole))
