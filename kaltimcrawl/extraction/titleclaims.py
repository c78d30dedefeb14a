"""What a page tells machines as its title, without the site's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.shelfnames import TEMPLATES, WHOLE
from kaltimcrawl.extraction.sitenames import SEPARATOR, site_names, without_site_before, without_site_names
from kaltimcrawl.extraction.slugs import is_in_address
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import bare, weight
from kaltimcrawl.urls import absolute_url, split_url

_FILE_NAME = re.compile(r"[a-z0-9]{1,40}+(?:[-_][a-z0-9]{1,40}+){2,20}(?:\.[a-z]{2,4})?")
_PATH = re.compile(r"/[\w./%-]{1,400}")
LONGEST = 400
_MOST_LINKS = 300
_LONGEST_TEMPLATE = 30
_META_TITLES = ("og:title", "originaltitle", "twitter:title", "dc.title", "headline")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A title that the page gives for machines."""

    place: str
    raw: str
    text: str
    """Without the site's name."""
    bare: str


def title_claims(page: Page) -> list[Claimed]:
    structured = page.structured
    found: list[tuple[str, str]] = []
    if structured.article is not None:
        found += [("jsonld: headline", text) for text in texts_of(structured.article.get("headline"))[:1]]
    for name in _META_TITLES:
        if values := structured.meta.get(name):
            found.append((f"meta: {name}", values[0]))
    if structured.page_title and not _names_path(structured.page_title):
        if len(found) == 1 and _FILE_NAME.fullmatch(
            found[0][1]
        ):  # an editor's name of the page, not its title
            found.clear()
        found.append(("css: title", structured.page_title))
    names: list[str] | None = None
    read: dict[str, tuple[str, str]] = {}  # most pages claim one title in three places
    for _, raw in found:
        if raw in read:
            continue
        text = raw[:LONGEST]
        if SEPARATOR.search(text):
            names = site_names(page) if names is None else names
            text = without_site_names(text, names)
        elif ": " in text:
            names = site_names(page) if names is None else names
            text = without_site_before(text, names)
        read[raw] = text[:LONGEST], bare(text[:LONGEST])
    claims = [
        Claimed(place, raw, *read[raw])
        for place, raw in found
        if read[raw][1] and not is_of_template(read[raw][0])
    ]
    if len(claims) == 1 and claims[0].place == "css: title":
        own = claims[0].bare
        is_site = own in site_names(page) or is_logo(page, own)
        if is_site and not is_in_address(claims[0].text, page.url):
            return []  # old systems give all their pages the site's name
    return claims


def _names_path(title: str) -> bool:
    """Whether a <title> is the site's name and the path of the page: "Kabar Hulu : /daerah/banjir.html"."""
    parts = SEPARATOR.split(title[:LONGEST]) if " /" in title else ()
    return any(_PATH.fullmatch(part) is not None for part in parts[1:])


def is_of_template(text: str) -> bool:
    """Whether a text is what a system calls all its articles: "Berita", "Single Post"."""
    if len(text) > _LONGEST_TEMPLATE:
        return False
    lowered = text.lower()
    return lowered in WHOLE or lowered in TEMPLATES


def is_logo(page: Page, title: str) -> bool:
    """Whether a link to the front page says what the page's <title> says: the site's name."""
    cleared = (link for part in page.survey.cleared for link in part.iter("a"))
    links = islice((each for each in chain(cleared, page.survey.elements) if each.tag == "a"), _MOST_LINKS)
    return any(bare(brief_text(link)) == title for link in links if leads_home(link, page.url))


def leads_home(heading: Element, base: str | None) -> bool:
    """Whether a heading is a link to the front page: the site's name."""
    link = heading if heading.tag == "a" else next(heading.iter("a"), None)
    url = absolute_url(link.get("href") or "", base) if link is not None else None
    return url is not None and split_url(url).path in ("", "/")


def confirms(claim: str, printed: str) -> bool:
    """Whether a claimed title is the printed one: the same, cut short, or with a site's name left on it."""
    if claim == printed:
        return True
    if weight(printed) < 15:
        return False
    return (printed in claim and len(printed) * 2 > len(claim)) or (
        printed.startswith(claim.rstrip()) and len(claim) * 2 > len(printed)
    )
