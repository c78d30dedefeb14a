"""The title, whole and without the site's name; and the subtitle."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import text_of
from kaltimcrawl.urls import host_of

_SEPARATOR = re.compile(r"\s+[-|–—»:•·/]{1,2}\s+|\s*\|\s*")
_PUNCTUATION = re.compile(r"[\W_]+")
_LONGEST = 400


def read_title(page: Page) -> tuple[Found[str], int] | None:
    """The title and its place in the document (0 where it stands only in the page's claims), or None."""
    claims = list(_claims(page))
    printed = _printed(page, [found.value for found in claims])
    if printed is not None:
        return printed
    return (claims[0], 0) if claims else None


def _claims(page: Page) -> list[Found[str]]:
    structured = page.structured
    claims: list[Found[str]] = []
    if structured.article is not None:
        claims += [
            Found(text, "jsonld: headline") for text in texts_of(structured.article.get("headline"))[:1]
        ]
    for name in ("og:title", "originaltitle", "twitter:title", "dc.title", "headline"):
        value = structured.meta_value(name)
        if value:
            claims.append(Found(value[1], f"meta: {name}"))
    if structured.page_title:
        claims.append(Found(structured.page_title, "css: title"))
    names = _site_names(page)
    return [
        Found(_without_site(found.value, names)[:_LONGEST], found.place) for found in claims if found.value
    ]


def _printed(page: Page, claims: list[str]) -> tuple[Found[str], int] | None:
    """The heading that the claims confirm; where nothing is claimed, the first heading over the body."""
    candidates = [(marked.element, marked.order, marked.mark) for marked in page.survey.best("title")]
    candidates += [(heading, page.survey.place_of(heading), "h1") for heading in page.root.iter("h1")]
    candidates.sort(
        key=lambda candidate: candidate[1] > page.body_order
    )  # sidebars repeat titles under the body
    bare_claims = [_bare(claim) for claim in claims]
    for element, order, mark in candidates:
        text = text_of(element)
        bare = _bare(text)
        if len(bare) >= 4 and len(text) <= _LONGEST and any(_confirms(claim, bare) for claim in bare_claims):
            return Found(text, f"css: {mark}"), order
    if claims:
        return None
    for element, order, mark in candidates:
        text = text_of(element)
        if (
            element.tag == "h1"
            and len(_bare(text)) >= 8
            and len(text) <= _LONGEST
            and order < page.body_order
        ):
            return Found(text, f"css: {mark}"), order
    return None


def _confirms(claim: str, printed: str) -> bool:
    """Whether a claimed title is the printed one: the same, cut short, or with a site's name left on it."""
    if claim == printed:
        return True
    if len(printed) < 15:
        return False
    return (claim.startswith(printed) and len(printed) * 2 > len(claim)) or (
        printed.startswith(claim.rstrip()) and len(claim) * 2 > len(printed)
    )


def _bare(text: str) -> str:
    return _PUNCTUATION.sub("", text).lower()


def _site_names(page: Page) -> list[str]:
    names = [
        value for name in ("og:site_name", "application-name") for value in page.structured.meta.get(name, ())
    ]
    publisher = (page.structured.article or {}).get("publisher")
    names += texts_of(publisher)[:1]
    names += [
        text
        for node in page.structured.nodes
        if node.get("@type") in ("WebSite", "Organization")
        for text in texts_of(node.get("name"))[:1]
    ]
    labels = [
        label
        for label in host_of(page.url or "").split(".")
        if len(label) > 3 and label not in ("www", "news", "com")
    ]
    return [_bare(name) for name in [*names, *labels] if len(_bare(name)) > 2]


def _without_site(title: str, names: list[str]) -> str:
    """`title` without its last parts, as long as they name the site."""
    while True:
        breaks = list(_SEPARATOR.finditer(title))
        if not breaks:
            return title
        tail = _bare(title[breaks[-1].end() :])
        head = _bare(title[: breaks[0].start()])
        if (
            len(breaks) >= 1
            and len(tail) <= 60
            and any(name in tail or tail in name for name in names if tail)
        ):
            title = title[: breaks[-1].start()]
        elif head in names:
            title = title[breaks[0].end() :]
        else:
            return title


def read_subtitle(page: Page, title: str, title_order: int) -> Found[str] | None:
    """The line that the page sets under or over its title as part of the headline, or None."""
    article = page.structured.article or {}
    for marked in page.near("subtitle", title_order):
        text = text_of(marked.element)
        if 3 <= len(text) <= _LONGEST and _bare(text) != _bare(title):
            return Found(text, f"css: {marked.mark}")
    for text in texts_of(article.get("alternativeHeadline"))[:1]:
        if _bare(text) != _bare(title):
            return Found(text, "jsonld: alternativeHeadline")
    return None
