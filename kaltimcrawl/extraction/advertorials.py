"""Whether an article was paid for, what on its page says so, and who paid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.apart import grounds_of, is_of_card, stands_apart
from kaltimcrawl.extraction.around import elements_over
from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.paidsentences import may_tell_paid, payer_in, tells_paid, title_tells_paid
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.signoffs import most_specific, read_signoff, sponsor_of
from kaltimcrawl.extraction.structured import texts_of, types_of
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.urls import split_url

_SHORTEST, _LONGEST = 2, 120
_NO_LABELS = frozenset(("h1", "h2", "h3", "h4", "a", "script", "style", "figcaption", "option", "button"))
_BARE = frozenset(("adv", "sponsored", "iklan", "promosi", "sponsor", "bersponsor", "disponsori", "promoted"))
_OF_LABEL = re.compile(
    r"(?:^|[\s_-])(?:(?:sponsor(?:ed)?|adv|advertorial|iklan|promo(?:ted)?|paid)[_-]?(?:label|badge|tag|post|content|article|mark)"
    r"|(?:label|badge|tag)[_-]?(?:sponsor(?:ed)?|adv|advertorial|iklan|promo(?:ted)?|paid))(?=$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Advertorial:
    """That an article was paid for."""

    reason: Found[str]
    """What says so, as printed."""
    sponsor: Found[str] | None
    """Who paid; None where the page doesn't tell."""


def read_advertorial(
    signoff: str | None,
    line: str | None,
    shelves: Sequence[Found[str]],
    page: Page | None = None,
    title_order: int = 0,
) -> Advertorial | None:
    """What says that the text was paid for; None where nothing does.

    `line` is that of the text which is nothing but such a word or sentence, `title_order` the place of the
    title, which may begin with one or have it under it; `shelves` are the section, breadcrumbs and tags, one
    Found each, the more trusted first. The sponsor is who the most specific of them names:
    "(adv/DPRD)" beside "Advertorial DPRD Kutim" gives "DPRD Kutim".
    """
    reasons = [
        *_of_signoff(signoff),
        *((Found(line, "text: label"),) if line is not None and line != signoff else ()),
        *_of_shelves(shelves),
        *(_of_page(page) if page is not None else ()),
        *(_of_head(page, title_order) if page is not None else ()),
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
    if (payer := payer_in(found.value)) is not None:
        return payer
    if found.place == "text: title":
        return None
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


def _of_head(page: Page, title_order: int) -> Iterator[Found[str]]:
    """What the title, or a line of its own between it and the text, says."""
    heading = brief_text(page.survey.elements[title_order]) if title_order else ""
    claimed = page.structured.meta_value("og:title", "twitter:title")
    for title in (heading, fold(claimed[1]) if claimed is not None else ""):
        if title and title_tells_paid(title):
            yield Found(title, "text: title")
            return
    grounds: frozenset[Element] | None = None
    for element in elements_over(page, title_order + 1) if title_order else ():
        text = element.text
        if text is None or not _SHORTEST < len(text) <= _LONGEST or text.isspace():
            continue
        if element.tag in _NO_LABELS or not (may_tell_paid(text) and _is_label(text, element)):
            continue
        grounds = grounds_of(page, title_order) if grounds is None else grounds
        if page.is_own(element) and not (is_of_card(element, grounds) or stands_apart(element, grounds)):
            yield Found(brief_text(element), "text: label")
            return


def _is_label(text: str, element: Element) -> bool:
    """Whether a line says that the text was paid for; a bare "Sponsored" where its class says so too, for
    others head an advertisement.
    """
    words = fold(text).strip(" ()[]*:|")
    if words.lower() in _BARE:
        return _OF_LABEL.search(element.get("class") or "") is not None
    if load_phrases().kinds["paid"].fits(words):
        return True
    return tells_paid(brief_text(element))
