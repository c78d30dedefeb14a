"""The address an article goes by, and those of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaltimcrawl.extraction.page import Page
from kaltimcrawl.urls import absolute_url, canonical_url, host_of, split_url, url_key

MAX_PAGES = 40
_PAGE_PATH = re.compile(r"^(?P<base>.+?)/(?:page/|halaman/)?(?P<number>\d{1,2})/?$")
_MAYBE_PAGE = re.compile(r"/\d{1,2}/?(?:[?#]|$)|[?&;](?:page|halaman|hal|pg|p)=\d")
_PAGE_QUERY = re.compile(r"(?:^|&)(?P<name>page|halaman|hal|pg|p)=(?P<number>\d{1,2})(?=&|$)")


def read_canonical_url(page: Page) -> str | None:
    """The page's claim of its address, where it is on the page's host and no front page; else the URL given.

    Without a URL given the claim stands as it is. For an article's second page this is its first.
    """
    claims = [page.structured.canonical, *(page.structured.meta.get("og:url", ())[:1])]
    for claim in claims:
        url = absolute_url(claim, page.url) if claim else None
        if url and _is_fit(url, page.url):
            return canonical_url(url)
    return canonical_url(page.url) if page.url else None


def _is_fit(claim: str, url: str | None) -> bool:
    if url is None:
        return True
    same_host = url_key(claim).split("/")[0] == url_key(url).split("/")[0]
    is_front = split_url(claim).path.strip("/") == "" and not split_url(claim).query
    return same_host and not (is_front and split_url(url).path.strip("/") != "")


def read_page_urls(page: Page) -> tuple[str, ...]:
    """The addresses of the article's pages in order, the first page's among them; empty for a single page.

    Pages are links that differ from the article's address only by a page number: `…/slug/2/`, `?page=2`.
    """
    if page.url is None:
        return ()
    here = canonical_url(page.url)
    base = _first_page(here, page)
    numbered: dict[int, str] = {}
    for url in _numbered_links(here, page):
        number = _number_after(base, canonical_url(url))
        if number:
            numbered.setdefault(number, canonical_url(url))
    own = _number_after(base, here)
    if own:
        numbered[own] = here
    if not numbered:
        return ()
    pattern = numbered[max(numbered)]
    last = max(numbered)
    others = range(2, min(last, MAX_PAGES) + 1)
    return (base, *(numbered.get(number) or _with_number(pattern, last, number) for number in others))


def _numbered_links(here: str, page: Page) -> Iterator[str]:
    """The page's links that end in a number and hold the telling part of its own path, or only a query."""
    stem = max(split_url(here).path.split("/")[-3:], key=len, default="")
    host = host_of(here)
    near = [href for href in page.survey.hrefs if href[0] == "?" or (stem and stem in href)]
    for href in near:
        url = absolute_url(href, page.url) if _MAYBE_PAGE.search(href) else None
        if url and host_of(url) == host:
            yield url


def _first_page(here: str, page: Page) -> str:
    """The first page's address: `here` without its page number, where something confirms that it is one."""
    parts = split_url(here)
    query = _PAGE_QUERY.search(parts.query)
    if query:
        rest = (parts.query[: query.start()] + parts.query[query.end() :]).strip("&")
        return parts._replace(query=rest).geturl()
    found = _PAGE_PATH.match(parts.path)
    if found is None or not 2 <= int(found["number"]) <= MAX_PAGES:
        return here
    base = parts._replace(path=found["base"] + ("/" if parts.path.endswith("/") else "")).geturl()
    is_slug = len(found["base"].rsplit("/", 1)[-1]) >= 8
    return base if is_slug and _links_to(url_key(base), page) else here


def _links_to(key: str, page: Page) -> bool:
    """Whether the page names an address of that key: as its canonical one, or in a link."""
    links = [page.structured.canonical, *page.survey.hrefs]
    stem = key.rsplit("/", 1)[-1]
    named = (absolute_url(link, page.url) for link in links if link and stem in link)
    return any(url is not None and url_key(url) == key for url in named)


def _number_after(base: str, url: str) -> int:
    """The page number by which `url` differs from `base`, or 0."""
    first, other = split_url(base), split_url(url)
    if other.path.rstrip("/") == first.path.rstrip("/"):
        query = _PAGE_QUERY.search(other.query)
        if (
            query is None
            or (other.query[: query.start()] + other.query[query.end() :]).strip("&") != first.query
        ):
            return 0
        return _fit(query["number"])
    if not other.path.startswith(first.path.rstrip("/") + "/") or other.query != first.query:
        return 0
    found = _PAGE_PATH.match(other.path)
    if found is None or found["base"].rstrip("/") != first.path.rstrip("/") or len(first.path.strip("/")) < 8:
        return 0
    return _fit(found["number"])


def _fit(number: str) -> int:
    return int(number) if 2 <= int(number) <= MAX_PAGES else 0


def _with_number(pattern: str, known: int, number: int) -> str:
    head, _, tail = pattern.rpartition(str(known))
    return f"{head}{number}{tail}"
