"""Whether an article was paid for, what on its page says so, and who paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.signoffs import most_specific, read_signoff, sponsor_of
from kaltimcrawl.extraction.structured import texts_of, types_of
from kaltimcrawl.urls import split_url


@dataclass(frozen=True, slots=True)
class Advertorial:
    """That an article was paid for."""

    reason: Found[str]
    """What says so, as printed."""
    sponsor: Found[str] | None
    """Who paid; None where the page doesn't tell."""


def read_advertorial(
    signoff: str | None, line: str | None, shelves: Sequence[Found[str]], page: Page | None = None
) -> Advertorial | None:
    """What says that the text was paid for; None where nothing does.

    `line` is that of the text which is nothing but such a word, `shelves` are the section, breadcrumbs and
    tags, one Found each, the more trusted first. The sponsor is who the most specific of them names:
    "(adv/DPRD)" beside "Advertorial DPRD Kutim" gives "DPRD Kutim".
    """
    reasons = [
        *_of_signoff(signoff),
        *((Found(line, "text: label"),) if line is not None and line != signoff else ()),
        *_of_shelves(shelves),
        *(_of_page(page) if page is not None else ()),
    ]
    if not reasons:
        return None
    sponsors = [
        Found(sponsor, found.place, found.value)
        for found in reasons
        if (sponsor := _sponsor_in(found)) is not None
    ]
    if page is not None:
        named = texts_of((page.structured.article or {}).get("sponsor"))
        sponsors += [Found(name, "jsonld: sponsor") for name in named[:1]]
    best = most_specific(found.value for found in sponsors)
    chosen = next((found for found in sponsors if found.value == best), None)
    if chosen is not None:
        others = tuple(Claim(one.place, one.raw or one.value) for one in sponsors if _differ(one, chosen))
        chosen = replace(chosen, disagreeing=others)
    return Advertorial(reasons[0], chosen)


def _differ(one: Found[str], other: Found[str]) -> bool:
    """Whether two sponsors are not the same, told more or less fully."""
    return not set(one.value.casefold().split()) <= set(other.value.casefold().split())


def _sponsor_in(found: Found[str]) -> str | None:
    is_mark = found.place in ("text: signoff", "text: label")
    return read_signoff(found.value).sponsor if is_mark else sponsor_of(found.value)


def _of_signoff(mark: str | None) -> Iterator[Found[str]]:
    if mark and (read_signoff(mark).is_paid or load_phrases().advertorial.search(mark.strip("()[] "))):
        yield Found(mark, "text: signoff")


def _of_shelves(shelves: Sequence[Found[str]]) -> Iterator[Found[str]]:
    paid = load_phrases().kinds["advertorial"]
    for found in shelves:
        if paid.fits(found.value):
            yield Found(found.value, found.place)


def _of_page(page: Page) -> Iterator[Found[str]]:
    article = page.structured.article
    if article is not None and "advertisercontentarticle" in types_of(article):
        yield Found("AdvertiserContentArticle", "jsonld: @type")
    first = split_url(page.url or "").path.strip("/").partition("/")[0]
    if first and load_phrases().kinds["advertorial"].fits(first.replace("-", " ")):
        yield Found(first, "url")
