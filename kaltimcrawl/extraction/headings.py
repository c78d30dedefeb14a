"""The heading that a page prints as its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.datetexts import LIKE_DATE, LONGEST_DATE_LINE
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.marks import names_title
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.sitenames import SEPARATOR, site_names
from kaltimcrawl.extraction.slugs import is_in_address
from kaltimcrawl.extraction.titleclaims import (
    LONGEST,
    Claimed,
    confirms,
    is_logo,
    is_of_template,
    leads_home,
    title_claims,
)
from kaltimcrawl.extraction.tree import bare, fold, weight
from kaltimcrawl.urls import host_of

_ENDS = re.compile(r"\s+(?:[-|–—»«:•·/]{1,2})\s+")
_MOST_SIGNS = 6
_SHORTEST_PARTED = 10
_MOST_ROUND_NAME = 12
_MOST_ELEMENTS_BEFORE = 40
_HEADINGS = frozenset(("h2", "h3", "h4"))
MOST_ELEMENTS_OVER_BODY = 600
_MOST_ELEMENTS_IN_BODY, _MOST_ELEMENTS_TO_PROSE = 20, 60
_SHORTEST_HEADING = 12
_STEM, _SOME_STEMS = 5, 3
_PARTS_OF_HEADING = 2
_OF_KICKER = re.compile(r"(?:kicker|topline|overline|eyebrow|dachzeile|antetitulo|occhiello)$", re.IGNORECASE)
_OF_TITLE = re.compile(r"(?:title|headline|text|judul|titel)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,40}")
_LONGEST_IN_ADDRESS = 24  # letters of a title that its address surely repeats, where it does at all
_SHORTEST_SITE = 6
WORDS_OF_TITLE = 4
_SHORTEST_PARAGRAPH, _LONG = 80, 200
_SHORTEST_TITLE = 20  # letters; a shorter <title> may be a template's, "Single Post"
_HEADING_TAGS = frozenset(("h2", "h3", "h4", "font", "b", "strong", "big"))
_BOLD = frozenset(("b", "strong"))
_LARGE = frozenset(("4", "5", "6", "7", "+1", "+2", "+3", "+4"))
_PLAIN_TAGS = frozenset(("div", "span", "p", "td", "header"))


class _Candidate(NamedTuple):
    """An element that may be the title's heading."""

    element: Element
    order: int
    """Its place in the document."""
    mark: str


def find_heading(page: Page, claims: Sequence[Claimed]) -> tuple[str, str, int] | None:
    """Text, place and order of the heading that the claims confirm; without claims, of the first."""
    told = [claim for claim in claims if claim.place != "css: title"]
    if told and len(told) < len(claims) and not _fits(claims[-1], told):
        found = find_heading(page, told)  # the <title> of all pages, which a heading repeats
        if found is not None and any(confirms(claim.bare, bare(found[0])) for claim in told):
            return found
    candidates = _candidates(page)
    found = _confirmed(page, claims, candidates)
    if found is not None:
        return found
    if claims:
        return _parted(page, claims, candidates) or _by_looks(page, claims, candidates)
    if page.structured.page_title and (found := _set_over_body(page, candidates)) is not None:
        return found
    return _first_over_body(page, candidates) or _set_over_body(page, candidates)


def _candidates(page: Page) -> list[_Candidate]:
    """The elements that are marked as titles, and the <h1>; without them those named for titles."""
    survey, body = page.survey, page.body_order
    candidates = [_Candidate(marked.element, marked.order, marked.mark) for marked in survey.best("title")]
    candidates += [_Candidate(survey.elements[place], place, "h1") for place in survey.headings]
    if not candidates:
        over = islice(enumerate(survey.elements), min(body, MOST_ELEMENTS_OVER_BODY))
        classed = (_Candidate(element, place, element.get("class") or "") for place, element in over)
        candidates = [each for each in classed if each.mark and names_title(each.mark)]
    candidates.sort(key=lambda candidate: candidate.order > body)  # sidebars repeat titles under the body
    return candidates


def _confirmed(
    page: Page, claims: Sequence[Claimed], candidates: Sequence[_Candidate]
) -> tuple[str, str, int] | None:
    """Text, place and order of the first heading that says what a claim says."""
    texts = {claim.text for claim in claims}
    logo = _logo_of(page)
    for element, order, mark in candidates:
        text = brief_text(element)
        if (logo and bare(text) == logo) or is_of_template(text):
            continue
        key = bare(text) if len(text) <= LONGEST and text not in texts else ""
        if (text in texts and len(text) >= 4) or (
            len(key) >= 4 and any(confirms(claim.bare, key) for claim in claims)
        ):
            return _without_kicker(element, text, claims), f"css: {mark}", order
    return None


def _by_looks(
    page: Page, claims: Sequence[Claimed], candidates: Sequence[_Candidate]
) -> tuple[str, str, int] | None:
    """Text, place and order of what looks like a heading and is part of a claim, or says it otherwise."""
    last = min(page.body_order + _MOST_ELEMENTS_IN_BODY, MOST_ELEMENTS_OVER_BODY)
    raws = [claim.raw[:LONGEST] for claim in claims]
    signs = [(raw, sign) for raw in raws for sign in islice(SEPARATOR.finditer(raw), _MOST_SIGNS)]
    ends = [bare(raw[sign.end() :]) for raw, sign in signs]
    ends += [bare(raw.partition(": ")[2]) for raw in raws]
    ends += [bare(raw[: sign.start()]) for raw, sign in signs]
    inner = [bare(part) for raw in raws for part in SEPARATOR.split(raw)[1:-1]]
    looks = set_as_heading(page.survey.elements[:last], [claim.bare for claim in claims], ends, inner)
    if looks is not None and page.survey.elements[looks[1]].tag in _PLAIN_TAGS:
        # what is set in no way as a heading may be a copy for buttons that share the page
        found = _set_otherwise(page, candidates)
        if found is not None and _says_much_of(found[0], claims):
            return found
    if looks is not None:
        heading = page.survey.elements[looks[1]]
        return _without_kicker(heading, looks[0], claims), f"css: {heading.tag}", looks[1]
    is_told = any(claim.place != "css: title" for claim in claims)
    found = (_set_otherwise if is_told else _set_over_body)(page, candidates)
    if found is None:
        return None
    heading = page.survey.elements[found[2]]
    return _without_kicker(heading, found[0], claims), found[1], found[2]


def _first_over_body(page: Page, candidates: Sequence[_Candidate]) -> tuple[str, str, int] | None:
    """Text, place and order of the first <h1> over the body that is not the site's name."""
    names = site_names(page)
    for element, order, mark in candidates:
        text = brief_text(element)
        if is_of_template(text) or bare(text) in names:
            continue
        is_over = order < page.body_order + _MOST_ELEMENTS_IN_BODY
        if element.tag == "h1" and len(bare(text)) >= 8 and len(text) <= LONGEST and is_over:
            return text, f"css: {mark}", order
    return None


def _fits(claim: Claimed, others: Sequence[Claimed]) -> bool:
    """Whether a claim says the same as another, or is a part of it, or holds it."""
    return any(claim.bare in other.bare or other.bare in claim.bare for other in others)


def _without_kicker(heading: Element, text: str, claims: Sequence[Claimed]) -> str:
    """A heading's text without the words over the title, where a class within it tells the two apart, or a
    claim: "Banjir <span>Warga Mengungsi</span>" is "Banjir: Warga Mengungsi" or "Warga Mengungsi" elsewhere.
    """
    if len(heading) < _PARTS_OF_HEADING:
        return text
    last = heading[-1]
    own = brief_text(last)
    if own == text or not text.endswith(own):
        return text
    before = text[: -len(own)].rstrip()
    key, kicker = bare(own), bare(before)
    if _OF_KICKER.search(heading[0].get("class") or "") and kicker == bare(brief_text(heading[0])):
        return own
    if any(claim.bare == kicker for claim in claims):
        return text  # the title, and a second line of it
    if len(own) * 2 > len(text) and _OF_TITLE.search(last.get("class") or ""):
        return own
    if len(key) < _SHORTEST_HEADING or not kicker or before.endswith(":"):
        return text
    parts = [claim.text.split(": ", 1) for claim in claims]
    parts += [SEPARATOR.split(claim.raw[:LONGEST])[:2] for claim in claims]
    is_parted = any([bare(part) for part in both] == [kicker, key] for both in parts)
    return own if is_parted or any(claim.bare == key for claim in claims) else text


def _logo_of(page: Page) -> str:
    """The end of the page's <title> where it bears the host's name (bare), so that a heading of it is the
    site's: "“Banjir” « the kabarhulu.example blog".
    """
    title = page.structured.page_title or ""
    parts = _ENDS.split(title)
    end = bare(parts[-1]) if len(parts) > 1 else ""
    label = bare(host_of(page.url or "").removeprefix("www.").partition(".")[0])
    is_site = len(label) >= _SHORTEST_SITE and label in end and len(end) <= len(label) + _MOST_ROUND_NAME
    return end if is_site else ""


def _parted(
    page: Page, claims: Sequence[Claimed], candidates: Sequence[_Candidate]
) -> tuple[str, str, int] | None:
    """Text, place and order of the first heading that is a claim up to one of its signs: more than the site's
    name, the author or the portal's motto, may stand behind it.
    """
    starts = {
        bare(claim.raw[: sign.start()])
        for claim in claims
        for sign in SEPARATOR.finditer(claim.raw[:LONGEST])
    }
    starts |= {bare(_ENDS.split(claim.raw[:LONGEST])[0]) for claim in claims if "«" in claim.raw}
    names: list[str] | None = None
    for element, order, mark in candidates if starts else ():
        text = brief_text(element)
        is_title = (" " in text or weight(text) > len(text)) and len(text) <= LONGEST
        key = bare(text) if is_title else ""
        if weight(key) < _SHORTEST_PARTED or key not in starts or leads_home(element, page.url):
            continue
        names = site_names(page) if names is None else names
        if key not in names:
            return text, f"css: {mark}", order
    return None


def _set_otherwise(page: Page, candidates: Sequence[_Candidate]) -> tuple[str, str, int] | None:
    """Text, place and order of the heading right over the body that says in other words what the claims say:
    portals give search engines another title than readers.
    """
    claims = title_claims(page)
    names: list[str] | None = None
    known = {stem for claim in claims for stem in _stems(claim.text)} | _stems(page.url or "")
    last = page.body_order + _MOST_ELEMENTS_IN_BODY
    if page.containers[0].tag == "body" or len(page.survey.headings) == 1:
        last = max(last, _place_of_prose(page))
    for element, order, mark in sorted(candidates, key=lambda candidate: -candidate[1]):
        if order > last or element.tag != "h1":
            continue
        text = brief_text(element)
        key = bare(text)
        if not _SHORTEST_HEADING <= len(key) <= LONGEST or leads_home(element, page.url):
            continue
        names = site_names(page) if names is None else names
        if key in names or known.isdisjoint(_stems(text)):
            continue
        # "Berita Kelurahan > Dermaga Ditambah": the claim knows where the title begins
        ends = (claim.text for claim in claims if key.endswith(claim.bare))
        end = next((each for each in ends if len(element) or _is_led_to(each, text)), text)
        return end, f"css: {mark}", order
    return None


def _is_led_to(title: str, heading: str) -> bool:
    """Whether a heading is a title behind what a sign parts from it."""
    before = heading.removesuffix(title).rstrip()
    return before != heading and not before[-1:].isalnum()


def _place_of_prose(page: Page) -> int:
    """The place of the first long paragraph under the last heading of the first rank; 0 without one."""
    headings = page.survey.headings
    places = (page.survey.place_of(block) for block, size in page.survey.blocks.items() if size >= _LONG)
    return next((place for place in places if headings and place > headings[-1]), 0)


def _says_much_of(heading: str, claims: Sequence[Claimed]) -> bool:
    """Whether a heading of some length has several words of one claim."""
    own = _stems(heading)
    return len(heading.split()) >= WORDS_OF_TITLE and any(
        len(own & _stems(claim.text)) >= _SOME_STEMS for claim in claims
    )


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text."""
    return {word[:_STEM] for word in _WORD.findall(text[:LONGEST].lower()) if len(word) >= _STEM}


def _set_over_body(page: Page, candidates: Sequence[_Candidate]) -> tuple[str, str, int] | None:
    """Text, place and order of the last heading over the body that is marked as a title, or that the page's
    address repeats: old systems give all their pages one <title>, the site's name.
    """
    path = bare(page.url or "")
    names = site_names(page)
    title = bare(page.structured.page_title or "")
    last = page.body_order
    host = host_of(page.url or "").removeprefix("www.")
    is_site = title in (bare(host), bare(host.partition(".")[0])) or (bool(title) and is_logo(page, title))
    is_site = is_site or not title_claims(page)
    parts = SEPARATOR.split((page.structured.page_title or "")[:LONGEST])
    if is_site or len(parts) == 1 or any(map(is_of_template, parts)):
        last += _MOST_ELEMENTS_TO_PROSE
        start = max(0, page.body_order - _MOST_ELEMENTS_BEFORE)
        near = page.survey.elements[start : page.body_order + 1]
        near += takewhile(
            lambda element: page.survey.blocks.get(element, 0) < _SHORTEST_PARAGRAPH,
            page.survey.elements[page.body_order + 1 : last],
        )
        candidates = [
            *candidates,
            *(
                _Candidate(each, start + n, str(each.tag))
                for n, each in enumerate(near)
                if _is_set_as_title(each)
            ),
        ]
    for element, order, mark in sorted(candidates, key=lambda each: (each[1] >= page.body_order, -each[1])):
        text = brief_text(element) if order < last else ""
        key = bare(text)
        if not _SHORTEST_HEADING <= len(key) <= LONGEST or key in names or leads_home(element, page.url):
            continue
        if is_of_template(text):
            continue
        if mark in _HEADINGS and not is_site and len(text.split()) < WORDS_OF_TITLE:
            continue
        is_plainly = len(page.survey.headings) == 1 and len(title) < _SHORTEST_TITLE <= len(key)
        if mark != "h1" or is_plainly or key[:_LONGEST_IN_ADDRESS] in path or is_in_address(text, page.url):
            return text, f"css: {mark}", order
    return _in_bold_over_day(page, last) if is_site else None


def _is_set_as_title(element: Element) -> bool:
    """Whether an element is a heading of a lower rank, set in large type, or plain and named for a title:
    "post-main-title".
    """
    if element.tag in _HEADINGS or (element.tag == "font" and element.get("size") in _LARGE):
        return True
    is_plain = element.tag in _PLAIN_TAGS and len(element) <= 1
    return is_plain and names_title(element.get("class") or "")


def place_in_body(page: Page, headline: str) -> int:
    """The place of the element at the body's beginning that says just `headline`; 0 where none does."""
    end = page.body_order + _MOST_ELEMENTS_TO_PROSE
    for order, element in enumerate(page.survey.elements[page.body_order : end], page.body_order):
        if element.text and fold(element.text) == headline:
            return order
    return 0


def _in_bold_over_day(page: Page, last: int) -> tuple[str, str, int] | None:
    """Text, place and order of the first text in bold round the body's beginning that has the day under it:
    "<b>Banjir Rendam Tiga Desa</b><br><font>Tanggal : 12/05/2025</font>".
    """
    start = max(0, page.body_order - _MOST_ELEMENTS_BEFORE)
    for order, element in enumerate(page.survey.elements[start:last], start):
        if element.tag in _BOLD and LIKE_DATE.search(_line_under(element)) is not None:
            text = brief_text(element)
            if len(text.split()) >= WORDS_OF_TITLE and len(text) <= LONGEST and not is_full_name(text):
                return text, f"css: {element.tag}", order
    return None


def _line_under(element: Element) -> str:
    """What stands right behind an element, or the type that it alone is set in, and behind breaks."""
    box, under = element.getparent(), element.getnext()
    if under is None and box is not None and box.tag == "font" and not (element.tail or "").strip():
        element, under = box, box.getnext()
    while under is not None and under.tag == "br" and not (element.tail or "").strip():
        element, under = under, under.getnext()
    text = (element.tail or "").strip() or (brief_text(under) if under is not None else "")
    return text if len(text) <= LONGEST_DATE_LINE else ""


def set_as_heading(
    elements: Sequence[Element], claims: Sequence[str], ends: Sequence[str] = (), inner: Sequence[str] = ()
) -> tuple[str, int] | None:
    """Text and place of the first of `elements` that begins or ends a claim (bare): a heading by its looks.

    For pages of old systems, without <h1> and marks. The claim's rest, the site's name, may be no more than
    half of it. `ends` are what stands on either side of the claims' first sign: "Kabar Hulu - Banjir Surut";
    `inner` what stands between two: "Kabar Hulu - Banjir Surut - 12 Mei 2025".
    """
    for order, element in enumerate(elements):
        if element.tag not in _HEADING_TAGS:
            continue
        text = brief_text(element)
        key = bare(text) if len(text) <= LONGEST else ""
        if weight(key) < _SHORTEST_HEADING:
            continue
        is_end = key in ends and weight(key) >= _SHORTEST_TITLE
        if (
            is_end
            or key in inner
            or any(
                (claim.startswith(key) or claim.endswith(key)) and len(key) * 2 > len(claim)
                for claim in claims
            )
        ):
            return text, order
    whole = frozenset(claim for claim in claims if weight(claim) >= _SHORTEST_HEADING)
    whole |= frozenset(end for end in ends if weight(end) >= _SHORTEST_TITLE)
    for order, element in enumerate(elements):
        if element.tag in _PLAIN_TAGS and not len(element) and bare(element.text or "") in whole:
            return brief_text(element), order
    return None
