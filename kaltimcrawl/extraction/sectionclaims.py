"""The section that a page claims: to machines, and by its breadcrumbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from kaltimcrawl.extraction.bywords import is_organisation
from kaltimcrawl.extraction.claimed import claimed_authors
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.shelfnames import (
    BEHIND_CRUMBS,
    POSTS,
    TOOLS,
    WHOLE,
    is_host,
    is_plain_section,
    is_section,
    slug_of,
    tells_day,
)
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import bare
from kaltimcrawl.urls import host_of, split_url

_META_SECTIONS = (
    "article:section",
    "content_category",
    "section",
    "articlesection",
    "parsely-section",
    "category",
    "outbrainsection",
    "vr:category",
    "article.section",
    "news_section",
    "page-section",
    "primarytag",
    "dc.subject",
)
_KINDS_OF_DOMAINS = frozenset(("co", "com", "net", "org", "or", "go", "gov", "ac", "web", "my"))
_MOST_IN_CLAIM = 5
"""More than that many are keywords."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORTEST_HOST = 3


def section_claims(page: Page, breadcrumbs: tuple[str, ...]) -> Iterator[Found[str]]:
    article = page.structured.article or {}
    if text := _deepest_in_address(page, texts_of(article.get("articleSection"))):
        yield from _first_of(text, "jsonld: articleSection")
    value = page.structured.meta_value(*_META_SECTIONS)
    if value and not _are_keywords(*value, is_led=bool(breadcrumbs)):
        parts = [part.strip() for part in value[1].split(",")]
        deepest = _deepest_in_address(page, parts) if len(parts) > 1 else ""
        is_placed = bool(deepest) and deepest == parts[-1]
        yield from _first_of(deepest if is_placed else value[1], f"meta: {value[0]}")
    is_by_date = any(_YEAR.fullmatch(crumb) for crumb in breadcrumbs)  # "2025 > Mei"
    names = [] if is_by_date else [crumb for crumb in breadcrumbs if _may_be_shelf(page, crumb)]
    while names and (is_host(names[-1]) or (" " in names[-1] and is_author(page, names[-1]))):
        names.pop()
    while len(names) > 1 and names[-1].lower() in BEHIND_CRUMBS:
        names.pop()
    if len(names) > 1 and names[-1].lower() in WHOLE - POSTS and _is_shelf_of_news(page, names[-2]):
        names.pop()  # "Nasional > Berita"
    if len(names) > 1 and _is_news_of(names[-1], names[-2]):
        names.pop()  # "Market > Berita Market"
    if names:
        yield Found(names[-1], "breadcrumbs", " > ".join(breadcrumbs))


def _are_keywords(name: str, value: str, *, is_led: bool) -> bool:
    """Whether a <meta> lists keywords rather than shelves: subjects, or several categories of an article to
    which breadcrumbs lead.
    """
    return "," in value and (name == "dc.subject" or (is_led and name == "category" and value.count(",") > 1))


def deeper_crumb(claims: Sequence[Found[str]], breadcrumbs: tuple[str, ...]) -> Found[str] | None:
    """The breadcrumbs' section, where it is one within that which the page claims."""
    last = claims[-1]
    above = [bare(crumb) for crumb in breadcrumbs[:-1]]
    is_within = last.place == "breadcrumbs" and bare(claims[0].value) in above
    is_shelf = is_plain_section(last.value) and not any(map(str.isdigit, last.value))  # "Corso Saffi, 78"
    return last if is_within and is_shelf else None


def parts_of_portal(page: Page) -> frozenset[str]:
    """The names before the portal's own in its host: "kaltim.kabar.example" is a part of the portal."""
    labels = host_of(page.url or "").split(".")
    own = 3 if len(labels) > 2 and labels[-2] in _KINDS_OF_DOMAINS else 2
    return frozenset(labels[:-own])


def is_of_portal(found: Found[str], sites: Set[str]) -> bool:
    """Whether what is claimed as a section is the portal itself, by name or host."""
    return is_host(found.value) or bare(found.value) in sites


def is_author(page: Page, name: str) -> bool:
    """Whether a name is one that the page claims as an author's."""
    own = bare(name)
    return any(own == bare(name) for claim in claimed_authors(page) for name in claim.value)


def _is_news_of(name: str, above: str) -> bool:
    """Whether a breadcrumb only says that it is the news of the one over it."""
    low, rest = name.lower(), above.lower()
    return any(low == f"{word} {rest}" for word in WHOLE)


def _is_shelf_of_news(page: Page, name: str) -> bool:
    """Whether a breadcrumb over one that only says that it is news is a shelf, not the portal's own name."""
    whole = host_of(page.url or "").removeprefix("www.")
    if len(bare(name)) > _SHORTEST_HOST and bare(whole).endswith(bare(name)):
        return False  # "Kabarcom" of news.kabar.com
    host = whole.partition(".")[0]
    is_of_host = len(host) > _SHORTEST_HOST and host in bare(name) and host != bare(name)
    return name.lower() not in WHOLE and not is_organisation(name) and not is_of_host


def _deepest_in_address(page: Page, names: Sequence[str]) -> str:
    """The first of the sections that are claimed as a list, or the last where they are the folders of the
    page's address; empty for an empty list.
    """
    folders = split_url(page.url or "").path.lower().split("/")[1:-1]
    placed = [name for name in names[:_MOST_IN_CLAIM] if slug_of(name) in folders]
    is_path = len(placed) > 1 and len(placed) == len(names)
    deepest = max(placed, key=lambda name: folders.index(slug_of(name)), default="")
    return deepest if is_path else next((name for name in names if tells_more(name)), next(iter(names), ""))


def tells_more(name: str) -> bool:
    """Whether a claimed section says more than that it is news, or a headline."""
    return name.lower() not in WHOLE and is_plain_section(name)


def _may_be_shelf(page: Page, crumb: str) -> bool:
    """Whether a breadcrumb names a shelf: no question or heading, which are the article's, nor the site."""
    sites = page.structured.meta.get("og:site_name", ())
    is_page = "-" in crumb and split_url(page.url or "").path.rstrip("/").endswith(f"/{crumb}")
    return (
        is_section(crumb)
        and not crumb.startswith("[")
        and crumb.lower() not in TOOLS
        and not is_page
        and not any(bare(crumb) == bare(site) for site in sites)
    )


def _first_of(text: str, place: str) -> Iterator[Found[str]]:
    """The first of the sections that a comma parts."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    own = next(filter(tells_more, parts), next(iter(parts), ""))
    first = own if len(parts) <= _MOST_IN_CLAIM and not tells_day(text) else ""
    first = first.rpartition(" / ")[2]  # "World / Europe"
    whole, stroke, part = first.partition("/")
    if stroke and whole.lower() in WHOLE and part:
        first = part  # "News/Local News"
    if is_section(first) and ";" not in first:
        yield Found(first, place, text)
