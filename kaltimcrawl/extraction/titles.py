"""The title, whole and without the site's name; and the subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.headings import (
    MOST_ELEMENTS_OVER_BODY,
    WORDS_OF_TITLE,
    find_heading,
    set_as_heading,
)
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.sitenames import without_own_name
from kaltimcrawl.extraction.structured import Structured
from kaltimcrawl.extraction.survey import Survey
from kaltimcrawl.extraction.titleclaims import (
    Claimed,
    confirms,
    title_claims,
)
from kaltimcrawl.extraction.tree import bare, fold

_MOST_HEADINGS = 20
_OF_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|penulis)(?:$|[\s_-])", re.IGNORECASE)


def find_anchor(survey: Survey, structured: Structured) -> int | None:
    """The place of the heading that is most likely the title, before the body is known; None without one."""
    places = survey.headings
    claimed = structured.meta_value("og:title", "twitter:title")
    whole = bare((claimed[1] if claimed else structured.page_title) or "")
    keys = [(place, bare(brief_text(survey.elements[place]))) for place in places[:_MOST_HEADINGS]]
    fitting = [(place, key) for place, key in keys if len(key) >= 8 and (key in whole or whole in key)]
    if fitting:
        return max(fitting, key=lambda one: len(one[1]))[0]
    found = set_as_heading(survey.elements[:MOST_ELEMENTS_OVER_BODY], [whole])
    if found is not None:
        return found[1]
    return places[0] if places else None


def read_title(page: Page) -> tuple[Found[str], int] | None:
    """The title and its place in the document (0 where it stands only in the page's claims), or None.

    The heading that a claim confirms comes first, for it is printed as the portal wants it; a claim is taken
    where no heading is it, or where the heading is cut ("Banjir Rendam …").
    """
    claims = title_claims(page)
    printed = find_heading(page, claims)
    if printed is None:
        return (_found(claims[0], claims), 0) if claims else None
    element_text, place, order = printed
    element_text = _of_heading(page.survey.elements[order], element_text, claims)
    element_text = without_own_name(element_text, page)
    whole = _whole_of(element_text, claims)
    if whole is not None:
        return _found(whole, claims), order
    own = bare(element_text)
    others = tuple(Claim(one.place, one.raw) for one in claims if not confirms(one.bare, own))
    return Found(element_text, place, element_text, others), order


def _found(claim: Claimed, claims: list[Claimed]) -> Found[str]:
    others = tuple(
        Claim(one.place, one.raw)
        for one in claims
        if not confirms(one.bare, claim.bare) and not confirms(claim.bare, one.bare)
    )
    return Found(claim.text, claim.place, claim.raw, others)


def _whole_of(printed: str, claims: list[Claimed]) -> Claimed | None:
    """The claim that says whole what the page prints cut short, or None."""
    if not printed.endswith(("…", "...")):
        return None
    start = bare(printed)
    longer = [
        one
        for one in claims
        if one.bare.startswith(start)
        and not one.text.endswith(("…", "..."))
        and not one.text.startswith(printed)  # the author's own dots, before the site's name
    ]
    return max(longer, key=lambda one: len(one.bare), default=None)


def _of_heading(heading: Element, text: str, claims: Sequence[Claimed]) -> str:
    """A heading's title without what stands behind it in an element of its own, where a claim ends before
    that or it is a byline: "Banjir Rendam Tiga Desa <small>Written by Rina Wati on 12 Mei</small>".
    """
    words = text.split()
    half = len(words) // 2
    if half >= WORDS_OF_TITLE and words[:half] == words[half:]:
        return " ".join(words[:half])  # once for readers of screens
    first = (fold(heading.text or "") or brief_text(heading[0])) if len(heading) else ""
    if first == text or len(first.split()) < WORDS_OF_TITLE or not text.startswith(first):
        return text
    rest = text[len(first) :].lstrip()
    is_byline = begins_byline(rest) or (
        rest == brief_text(heading[-1]) and _OF_BYLINE.search(heading[-1].get("class") or "") is not None
    )
    return first if is_byline or any(bare(first) == one.bare for one in claims) else text
