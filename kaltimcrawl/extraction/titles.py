"""The title, whole and without the site's name; and the subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.shelfnames import TEMPLATES, WHOLE
from kaltimcrawl.extraction.sitenames import SEPARATOR, site_names, without_site_before, without_site_names
from kaltimcrawl.extraction.slugs import is_in_address
from kaltimcrawl.extraction.structured import Structured, texts_of
from kaltimcrawl.extraction.survey import Survey
from kaltimcrawl.extraction.tree import bare, fold, weight
from kaltimcrawl.urls import absolute_url, host_of, split_url

_ENDS = re.compile(r"\s+(?:[-|–—»«:•·/]{1,2})\s+")
_FILE_NAME = re.compile(r"[a-z0-9]{1,40}+(?:[-_][a-z0-9]{1,40}+){2,20}(?:\.[a-z]{2,4})?")
_PATH = re.compile(r"/[\w./%-]{1,400}")
_MOST_SIGNS = 6
_SHORTEST_PARTED = 10
_MOST_ROUND_NAME = 12
_LONGEST = 400
_MOST_HEADINGS, _MOST_ELEMENTS_BEFORE = 20, 40
_HEADINGS = frozenset(("h2", "h3", "h4"))
_MOST_ELEMENTS_OVER_BODY = 600
_MOST_ELEMENTS_IN_BODY, _MOST_ELEMENTS_TO_PROSE = 20, 60
_MOST_LINKS = 300
_SHORTEST_HEADING = 12
_STEM = 5
_PARTS_OF_HEADING = 2
_OF_KICKER = re.compile(r"(?:kicker|topline|overline|eyebrow|dachzeile|antetitulo|occhiello)$", re.IGNORECASE)
_OF_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|penulis)(?:$|[\s_-])", re.IGNORECASE)
_OF_TITLE = re.compile(r"(?:title|headline|text|judul|titel)$", re.IGNORECASE)
_NAMED_TITLE = re.compile(
    r"(?:^|[\s_-])(?:post|article|artikel|berita|news|entry|story|content|detail|blog|single)[\w-]{0,20}(?<!sub)[_-]?"
    r"(?:title|headline|header|judul|titel|titre|titulo|titolo)(?:$|\s)|^(?:tajuk|judul|headline)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,40}")
_LONGEST_IN_ADDRESS = 24  # letters of a title that its address surely repeats, where it does at all
_SHORTEST_SITE = 6
_LONGEST_TEMPLATE = 30
_WORDS_OF_TITLE = 4
_SHORTEST_PARAGRAPH = 80
_SHORTEST_TITLE = 20  # letters; a shorter <title> may be a template's, "Single Post"
_HEADING_TAGS = frozenset(("h2", "h3", "h4", "font", "b", "strong", "big"))
_LARGE = frozenset(("4", "5", "6", "7", "+1", "+2", "+3", "+4"))
_PLAIN_TAGS = frozenset(("div", "span", "p", "td"))
_META_TITLES = ("og:title", "originaltitle", "twitter:title", "dc.title", "headline")


def find_anchor(survey: Survey, structured: Structured) -> int | None:
    """The place of the heading that is most likely the title, before the body is known; None without one."""
    places = survey.headings
    claimed = structured.meta_value("og:title", "twitter:title")
    whole = bare((claimed[1] if claimed else structured.page_title) or "")
    keys = [(place, bare(brief_text(survey.elements[place]))) for place in places[:_MOST_HEADINGS]]
    fitting = [(place, key) for place, key in keys if len(key) >= 8 and (key in whole or whole in key)]
    if fitting:
        return max(fitting, key=lambda one: len(one[1]))[0]
    found = _set_as_heading(survey.elements[:_MOST_ELEMENTS_OVER_BODY], [whole])
    if found is not None:
        return found[1]
    return places[0] if places else None


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A title that the page gives for machines."""

    place: str
    raw: str
    text: str
    """Without the site's name."""
    bare: str


def read_title(page: Page) -> tuple[Found[str], int] | None:
    """The title and its place in the document (0 where it stands only in the page's claims), or None.

    The heading that a claim confirms comes first, for it is printed as the portal wants it; a claim is taken
    where no heading is it, or where the heading is cut ("Banjir Rendam …").
    """
    claims = _claims(page)
    printed = _printed(page, claims)
    if printed is None:
        return (_found(claims[0], claims), 0) if claims else None
    element_text, place, order = printed
    element_text = _of_heading(page.survey.elements[order], element_text, claims)
    whole = _whole_of(element_text, claims)
    if whole is not None:
        return _found(whole, claims), order
    own = bare(element_text)
    others = tuple(Claim(one.place, one.raw) for one in claims if not _confirms(one.bare, own))
    return Found(element_text, place, element_text, others), order


def _found(claim: _Claimed, claims: list[_Claimed]) -> Found[str]:
    others = tuple(
        Claim(one.place, one.raw)
        for one in claims
        if not _confirms(one.bare, claim.bare) and not _confirms(claim.bare, one.bare)
    )
    return Found(claim.text, claim.place, claim.raw, others)


def _whole_of(printed: str, claims: list[_Claimed]) -> _Claimed | None:
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


def _claims(page: Page) -> list[_Claimed]:
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
        text = raw[:_LONGEST]
        if SEPARATOR.search(text):
            names = site_names(page) if names is None else names
            text = without_site_names(text, names)
        elif ": " in text:
            names = site_names(page) if names is None else names
            text = without_site_before(text, names)
        read[raw] = text[:_LONGEST], bare(text[:_LONGEST])
    claims = [
        _Claimed(place, raw, *read[raw])
        for place, raw in found
        if read[raw][1] and not _is_of_template(read[raw][0])
    ]
    if len(claims) == 1 and claims[0].place == "css: title":
        own = claims[0].bare
        if own in site_names(page) or _is_logo(page, own):
            return []  # old systems give all their pages the site's name
    return claims


def _names_path(title: str) -> bool:
    """Whether a <title> is the site's name and the path of the page: "Kabar Hulu : /daerah/banjir.html"."""
    parts = SEPARATOR.split(title[:_LONGEST]) if " /" in title else ()
    return any(_PATH.fullmatch(part) is not None for part in parts[1:])


def _is_of_template(text: str) -> bool:
    """Whether a text is what a system calls all its articles: "Berita", "Single Post"."""
    if len(text) > _LONGEST_TEMPLATE:
        return False
    lowered = text.lower()
    return lowered in WHOLE or lowered in TEMPLATES


def _printed(page: Page, claims: list[_Claimed]) -> tuple[str, str, int] | None:
    """Text, place and order of the heading that the claims confirm; without claims, of the first."""
    told = [claim for claim in claims if claim.place != "css: title"]
    if told and len(told) < len(claims) and not _fits(claims[-1], told):
        found = _printed(page, told)  # the <title> of all pages, which a heading repeats
        if found is not None and any(_confirms(claim.bare, bare(found[0])) for claim in told):
            return found
    body = page.body_order
    candidates = [(marked.element, marked.order, marked.mark) for marked in page.survey.best("title")]
    candidates += [(page.survey.elements[place], place, "h1") for place in page.survey.headings]
    if not candidates:
        over = islice(enumerate(page.survey.elements), min(body, _MOST_ELEMENTS_OVER_BODY))
        classed = ((element, place, element.get("class") or "") for place, element in over)
        candidates = [each for each in classed if each[2] and _NAMED_TITLE.search(each[2]) is not None]
    candidates.sort(key=lambda candidate: candidate[1] > body)  # sidebars repeat titles under the body
    texts = {claim.text for claim in claims}
    logo = _logo_of(page)
    for element, order, mark in candidates:
        text = brief_text(element)
        if (logo and bare(text) == logo) or _is_of_template(text):
            continue
        key = bare(text) if len(text) <= _LONGEST and text not in texts else ""
        if (text in texts and len(text) >= 4) or (
            len(key) >= 4 and any(_confirms(claim.bare, key) for claim in claims)
        ):
            return _without_kicker(element, text, claims), f"css: {mark}", order
    if claims:
        parted = _parted(page, claims, candidates)
        if parted is not None:
            return parted
        last = min(body + _MOST_ELEMENTS_IN_BODY, _MOST_ELEMENTS_OVER_BODY)
        ends = [
            bare(claim.raw[sign.end() : _LONGEST])
            for claim in claims
            for sign in islice(SEPARATOR.finditer(claim.raw[:_LONGEST]), _MOST_SIGNS)
        ]
        ends += [bare(claim.raw[:_LONGEST].partition(": ")[2]) for claim in claims]
        ends += [
            bare(claim.raw[: sign.start()])
            for claim in claims
            for sign in islice(SEPARATOR.finditer(claim.raw[:_LONGEST]), _MOST_SIGNS)
        ]
        inner = [bare(part) for claim in claims for part in SEPARATOR.split(claim.raw[:_LONGEST])[1:-1]]
        looks = _set_as_heading(page.survey.elements[:last], [claim.bare for claim in claims], ends, inner)
        if looks:
            heading = page.survey.elements[looks[1]]
            return _without_kicker(heading, looks[0], claims), f"css: {heading.tag}", looks[1]
        is_told = any(claim.place != "css: title" for claim in claims)
        found = (_set_otherwise if is_told else _set_over_body)(page, candidates)
        if found is None:
            return None
        heading = page.survey.elements[found[2]]
        return _without_kicker(heading, found[0], claims), found[1], found[2]
    if page.structured.page_title and (found := _set_over_body(page, candidates)) is not None:
        return found
    names = site_names(page)
    for element, order, mark in candidates:
        text = brief_text(element)
        if _is_of_template(text) or bare(text) in names:
            continue
        is_over = order < body + _MOST_ELEMENTS_IN_BODY
        if element.tag == "h1" and len(bare(text)) >= 8 and len(text) <= _LONGEST and is_over:
            return text, f"css: {mark}", order
    return _set_over_body(page, candidates)


def _fits(claim: _Claimed, others: Sequence[_Claimed]) -> bool:
    """Whether a claim says the same as another, or is a part of it, or holds it."""
    return any(claim.bare in other.bare or other.bare in claim.bare for other in others)


def _of_heading(heading: Element, text: str, claims: Sequence[_Claimed]) -> str:
    """A heading's title without what stands behind it in an element of its own, where a claim ends before
    that or it is a byline: "Banjir Rendam Tiga Desa <small>Written by Rina Wati on 12 Mei</small>".
    """
    words = text.split()
    half = len(words) // 2
    if half >= _WORDS_OF_TITLE and words[:half] == words[half:]:
        return " ".join(words[:half])  # once for readers of screens
    first = (fold(heading.text or "") or brief_text(heading[0])) if len(heading) else ""
    if first == text or len(first.split()) < _WORDS_OF_TITLE or not text.startswith(first):
        return text
    rest = text[len(first) :].lstrip()
    is_byline = begins_byline(rest) or (
        rest == brief_text(heading[-1]) and _OF_BYLINE.search(heading[-1].get("class") or "") is not None
    )
    return first if is_byline or any(bare(first) == one.bare for one in claims) else text


def _without_kicker(heading: Element, text: str, claims: Sequence[_Claimed]) -> str:
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
    parts += [SEPARATOR.split(claim.raw[:_LONGEST])[:2] for claim in claims]
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
    page: Page, claims: Sequence[_Claimed], candidates: Sequence[tuple[Element, int, str]]
) -> tuple[str, str, int] | None:
    """Text, place and order of the first heading that is a claim up to one of its signs: more than the site's
    name, the author or the portal's motto, may stand behind it.
    """
    starts = {
        bare(claim.raw[: sign.start()])
        for claim in claims
        for sign in SEPARATOR.finditer(claim.raw[:_LONGEST])
    }
    starts |= {bare(_ENDS.split(claim.raw[:_LONGEST])[0]) for claim in claims if "«" in claim.raw}
    names: list[str] | None = None
    for element, order, mark in candidates if starts else ():
        text = brief_text(element)
        is_title = (" " in text or weight(text) > len(text)) and len(text) <= _LONGEST
        key = bare(text) if is_title else ""
        if weight(key) < _SHORTEST_PARTED or key not in starts or _leads_home(element, page.url):
            continue
        names = site_names(page) if names is None else names
        if key not in names:
            return text, f"css: {mark}", order
    return None


def _set_otherwise(page: Page, candidates: Sequence[tuple[Element, int, str]]) -> tuple[str, str, int] | None:
    """Text, place and order of the heading right over the body that says in other words what the claims say:
    portals give search engines another title than readers.
    """
    claims = _claims(page)
    names: list[str] | None = None
    known = {stem for claim in claims for stem in _stems(claim.text)} | _stems(page.url or "")
    for element, order, mark in sorted(candidates, key=lambda candidate: -candidate[1]):
        if order > page.body_order + _MOST_ELEMENTS_IN_BODY or element.tag != "h1":
            continue
        text = brief_text(element)
        key = bare(text)
        if not _SHORTEST_HEADING <= len(key) <= _LONGEST or _leads_home(element, page.url):
            continue
        names = site_names(page) if names is None else names
        if key in names or known.isdisjoint(_stems(text)):
            continue
        # "Berita Kelurahan > Dermaga Ditambah": the claim knows where the title begins
        end = next((claim.text for claim in claims if key.endswith(claim.bare)), text)
        return end, f"css: {mark}", order
    return None


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text."""
    return {word[:_STEM] for word in _WORD.findall(text[:_LONGEST].lower()) if len(word) >= _STEM}


def _set_over_body(page: Page, candidates: Sequence[tuple[Element, int, str]]) -> tuple[str, str, int] | None:
    """Text, place and order of the last heading over the body that is marked as a title, or that the page's
    address repeats: old systems give all their pages one <title>, the site's name.
    """
    path = bare(page.url or "")
    names = site_names(page)
    title = bare(page.structured.page_title or "")
    last = page.body_order
    host = host_of(page.url or "").removeprefix("www.")
    is_site = title in (bare(host), bare(host.partition(".")[0])) or (bool(title) and _is_logo(page, title))
    is_site = is_site or not _claims(page)
    parts = SEPARATOR.split((page.structured.page_title or "")[:_LONGEST])
    if is_site or len(parts) == 1 or any(map(_is_of_template, parts)):
        last += _MOST_ELEMENTS_TO_PROSE
        start = max(0, page.body_order - _MOST_ELEMENTS_BEFORE)
        near = page.survey.elements[start : page.body_order + 1]
        near += takewhile(
            lambda element: page.survey.blocks.get(element, 0) < _SHORTEST_PARAGRAPH,
            page.survey.elements[page.body_order + 1 : last],
        )
        candidates = [
            *candidates,
            *((each, start + n, str(each.tag)) for n, each in enumerate(near) if _is_set_as_title(each)),
        ]
    for element, order, mark in sorted(candidates, key=lambda each: (each[1] >= page.body_order, -each[1])):
        text = brief_text(element) if order < last else ""
        key = bare(text)
        if not _SHORTEST_HEADING <= len(key) <= _LONGEST or key in names or _leads_home(element, page.url):
            continue
        if _is_of_template(text):
            continue
        if mark in _HEADINGS and not is_site and len(text.split()) < _WORDS_OF_TITLE:
            continue
        is_plainly = len(page.survey.headings) == 1 and len(title) < _SHORTEST_TITLE <= len(key)
        if mark != "h1" or is_plainly or key[:_LONGEST_IN_ADDRESS] in path or is_in_address(text, page.url):
            return text, f"css: {mark}", order
    return None


def _is_set_as_title(element: Element) -> bool:
    """Whether an element is a heading of a lower rank, set in large type, or plain and named for a title:
    "post-main-title".
    """
    if element.tag in _HEADINGS or (element.tag == "font" and element.get("size") in _LARGE):
        return True
    is_plain = element.tag in _PLAIN_TAGS and len(element) <= 1
    return is_plain and _NAMED_TITLE.search(element.get("class") or "") is not None


def _is_logo(page: Page, title: str) -> bool:
    """Whether a link to the front page says what the page's <title> says: the site's name."""
    cleared = (link for part in page.survey.cleared for link in part.iter("a"))
    links = islice((each for each in chain(cleared, page.survey.elements) if each.tag == "a"), _MOST_LINKS)
    return any(bare(brief_text(link)) == title for link in links if _leads_home(link, page.url))


def _leads_home(heading: Element, base: str | None) -> bool:
    """Whether a heading is a link to the front page: the site's name."""
    link = heading if heading.tag == "a" else next(heading.iter("a"), None)
    url = absolute_url(link.get("href") or "", base) if link is not None else None
    return url is not None and split_url(url).path in ("", "/")


def _set_as_heading(
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
        key = bare(text) if len(text) <= _LONGEST else ""
        if weight(key) < _SHORTEST_HEADING:
            continue
        if key in inner or any(
            (claim.startswith(key) or claim.endswith(key)) and len(key) * 2 > len(claim) for claim in claims
        ):
            return text, order
    whole = frozenset(claim for claim in claims if weight(claim) >= _SHORTEST_HEADING)
    whole |= frozenset(end for end in ends if weight(end) >= _SHORTEST_TITLE)
    for order, element in enumerate(elements):
        if element.tag in _PLAIN_TAGS and not len(element) and bare(element.text or "") in whole:
            return brief_text(element), order
    return None


def _confirms(claim: str, printed: str) -> bool:
    """Whether a claimed title is the printed one: the same, cut short, or with a site's name left on it."""
    if claim == printed:
        return True
    if weight(printed) < 15:
        return False
    return (printed in claim and len(printed) * 2 > len(claim)) or (
        printed.startswith(claim.rstrip()) and len(claim) * 2 > len(printed)
    )
