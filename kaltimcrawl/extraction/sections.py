"""The section that a portal files an article under, by what tells it best."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.apart import grounds_of, is_of_card
from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.beside import (
    LONGEST_HINTED,
    addressed_section,
    beside_title,
    echoed_folder,
    heading_of_crumbs,
    heading_over,
    is_small,
    kicker,
    lone_link_over,
    section_at_foot,
    section_of_head,
    section_of_menu,
    section_of_title,
)
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import read_bylines
from kaltimcrawl.extraction.crumbs import leads_home
from kaltimcrawl.extraction.datetexts import looks_like_date
from kaltimcrawl.extraction.menus import (
    Menus,
    current_entry,
    filed_section,
    is_in_long_row,
    is_in_menu,
    section_of_address,
    section_of_folder,
    section_of_host,
    section_of_query,
    unlinked_entry,
)
from kaltimcrawl.extraction.namedshelves import section_by_name
from kaltimcrawl.extraction.names import site_words
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.sectionclaims import (
    deeper_crumb,
    is_author,
    is_of_portal,
    parts_of_portal,
    section_claims,
    tells_more,
)
from kaltimcrawl.extraction.shelfheads import section_of_heads
from kaltimcrawl.extraction.shelflabels import labelled_section
from kaltimcrawl.extraction.shelfnames import (
    TAGS_ADDRESS,
    UNFILED,
    WHOLE,
    is_host,
    is_plain_section,
    is_section,
    shelf_name,
    slug_of,
)
from kaltimcrawl.extraction.sitenames import declared_names
from kaltimcrawl.extraction.trails import deepest_first, section_of_trail
from kaltimcrawl.extraction.tree import bare
from kaltimcrawl.urls import split_url

_SECTION_HINT = re.compile(
    r"\w[-_]section(?:$|\s)|(?:^|\s)section[-_]{1,2}(?:name|label|tag)(?:$|\s)|categor|kategori|rubri[kc]|rubrique|kanal|kicker|ressort|seccion|sezione|editoria"
    r"|^label\slabel-(?:primary|danger|success|info|warning|default)\b|(?:^|[\s_-])(?:filed|cats?|cate|kat|channel|badge|chip|eyebrow|overline|slug)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ROW_BREAK = re.compile(r"\s+[/|•·–-]\s+")
_CATEGORY = re.compile(r"(?:^|[\s_-])(?:category|kategori)(?:$|\s)")
_LABEL_OF_BLOGGER = "/search/label/"
_MOST_UNDER_TITLE = 24
_SHORTEST_TITLE, _MOST_LINKS = 8, 120
_NEAR_TITLE = 12
"""Elements from the title within which a row of links is the article's rather than a menu."""
_ENTRY_HINT = re.compile(r"(?:^|[\s_-])(?:menu-item|nav-item|nav-link)(?:$|[\s_-])")


def read_section(
    page: Page, title_order: int, breadcrumbs: tuple[str, ...], stamps: Sequence[str] = ()
) -> Found[str] | None:
    """The section as the portal names it, or None; `stamps` are the dated lines of the article's head."""
    told = list(section_claims(page, breadcrumbs))
    claims = [claim for claim in told if not _is_unfiled(claim)]
    sites = _names_of_portal(page) if claims else frozenset()
    claims = [each for each in claims if not is_of_portal(each, sites)]
    ranked = [found for found in claims if found.place != "breadcrumbs"]
    is_told = bool(claims)
    found = ranked[0] if ranked else _marked_section(page, title_order, is_close=is_told)
    if ranked and (deeper := deeper_crumb(claims, breadcrumbs)) is not None:
        found = deeper
    if ranked and found is ranked[0] and found.value.lower() in WHOLE:
        nearer = (
            _marked_section(page, title_order),
            next(filter(_is_shelf_of_crumbs, claims), None),
            _shelved_section(page, title_order, is_beside_title=True),
        )
        found = next((each for each in nearer if each is not None and tells_more(each.value)), found)
    if ranked and found is ranked[0] and found.value.islower():
        found = next((each for each in claims[1:] if _says_whole(each.value, found.value)), found)
    if found is None and claims:
        found = _nearer_than_crumbs(page, title_order, claims[0].value, breadcrumbs) or claims[0]
    if found is None or _is_unfiled(found):
        found = _first_told(page, title_order, stamps) or found or next(filter(_is_unfiled, told), None)
    if found is None:
        return None
    found = _without_day(found)
    name = _without_home((shelf_name(found.value) or found.value).replace("_", " "))
    if name.islower() and name.isascii():
        name = _as_printed(page, name, breadcrumbs)
    own = name.casefold()
    others = [claim for claim in claims if claim.value.casefold() != own and claim.place != found.place]
    return Found(name, found.place, found.raw, tuple(Claim(claim.place, claim.raw) for claim in others))


def _names_of_portal(page: Page) -> frozenset[str]:
    """The portal's names, bare: a part of its host may be a section's, but for what it calls itself."""
    return (frozenset(map(bare, site_words(page))) - parts_of_portal(page)).union(declared_names(page))


def _is_shelf_of_crumbs(found: Found[str]) -> bool:
    """Whether a claim is the breadcrumbs', and says more than that the article is news."""
    return found.place == "breadcrumbs" and tells_more(found.value)


def _says_whole(name: str, word: str) -> bool:
    """Whether a claimed section is printed with more words than one that machines are told: "India News"."""
    return not name.islower() and slug_of(name).startswith(f"{slug_of(word)}-")


def _is_unfiled(found: Found[str]) -> bool:
    """Whether a section says that the article stands under none: "Uncategorized"."""
    return found.value.lower() in UNFILED


def _without_home(name: str) -> str:
    """A section without the front page before it: "Home | National"."""
    first, bar, rest = name.partition(" | ")
    return rest if bar and rest and load_phrases().kinds["home"].fits(first) else name


def _as_printed(page: Page, name: str, breadcrumbs: tuple[str, ...]) -> str:
    """A section that is claimed as addresses have it ("societe"), as breadcrumbs or links print it."""
    slug = slug_of(name)
    links = islice((page.survey.elements[place] for place in page.survey.links), _MOST_LINKS)
    texts = chain(breadcrumbs, (brief_text(link) for link in chain(links, _cleared_links(page))))
    printed = (text for text in texts if text != name and len(text) <= LONGEST_HINTED)
    found = [text for text in printed if slug_of(text) == slug]
    set_well = next((text for text in found if not text.islower()), None)
    return set_well or _text_of_folder(page, slug) or next(iter(found), name)


def _text_of_folder(page: Page, slug: str) -> str | None:
    """What the first link to the folder of a section says: other scripts have no letter of its name there."""
    links = chain(_cleared_links(page), (page.survey.elements[place] for place in page.survey.links))
    for link in islice(links, 2 * _MOST_LINKS):
        path = split_url(link.get("href") or "").path.rstrip("/")
        text = brief_text(link) if path.rpartition("/")[2].removesuffix(".html") == slug else ""
        if text and len(text) <= LONGEST_HINTED and is_plain_section(text):
            return text
    return None


def _cleared_links(page: Page) -> Iterator[Element]:
    return islice((link for box in page.survey.cleared for link in box.iter("a")), _MOST_LINKS)


def _first_told(page: Page, title_order: int, stamps: Sequence[str]) -> Found[str] | None:
    """The first section that is told; one that only says that it is news comes last."""
    whole = None
    sites = declared_names(page)
    for found in map(_without_day, _told(page, title_order, stamps)):
        if bare(found.value) in sites:
            continue
        if _is_of_author(page, found) or is_host(found.value) or _is_title(found.value, page, title_order):
            continue
        if looks_like_date(found.value) or not is_section(found.value):
            continue
        if found.value.lower() not in WHOLE and not _is_unfiled(found):
            return found
        whole = whole or found
    return whole


def _without_day(found: Found[str]) -> Found[str]:
    """A section without the day beside it: "2026-01-22 / Obituaries"."""
    parts = _ROW_BREAK.split(found.value)
    rest = [part for part in parts if not looks_like_date(part)]
    is_dated = len(parts) == 2 and len(rest) == 1
    return replace(found, value=rest[0]) if is_dated and is_plain_section(rest[0]) else found


def _is_title(name: str, page: Page, title_order: int) -> bool:
    """Whether a name is the article's title, or what a menu glues to it."""
    title = bare(brief_text(page.survey.elements[title_order])) if title_order else ""
    return len(title) >= _SHORTEST_TITLE and bare(name).endswith(title)


def _told(page: Page, title_order: int, stamps: Sequence[str]) -> Iterator[Found[str]]:
    """What tells the section of a page that neither claims nor marks it, the surest first."""
    menus = Menus(page, title_order)
    readers: tuple[Callable[[], Found[str] | None], ...] = (
        lambda: filed_section(page, title_order),
        lambda: _shelved_section(page, title_order),
        lambda: _filed_within(page),
        lambda: _hinted_section(page, title_order),
        lambda: labelled_section(page, title_order),
        lambda: section_of_trail(page, title_order),
        lambda: section_of_menu(menus),
        lambda: addressed_section(menus),
        lambda: section_of_address(menus),
        lambda: section_of_query(menus),
        lambda: echoed_folder(menus),
        lambda: section_of_head(page, title_order, stamps),
        lambda: lone_link_over(page, title_order),
        lambda: section_by_name(page, title_order),
        lambda: kicker(page, title_order),
        lambda: heading_over(page, title_order),
        lambda: section_of_host(page),
        lambda: section_at_foot(menus),
        lambda: section_of_title(page, title_order),
        lambda: section_of_heads(menus),
        lambda: current_entry(menus),
        lambda: unlinked_entry(menus),
        lambda: section_of_folder(menus),
        lambda: _first_label(page, title_order),
    )
    for read in readers:
        if (one := read()) is not None:
            yield one


def _is_of_author(page: Page, found: Found[str]) -> bool:
    """Whether a text that may be a section is a byline, or the name of an author."""
    return bool(read_bylines(found.value)) or is_author(page, found.value)


def _nearer_than_crumbs(
    page: Page, title_order: int, crumb: str, breadcrumbs: tuple[str, ...]
) -> Found[str] | None:
    """What a badge or label beside the title says, where the last crumb tells only that it is news."""
    if crumb.lower() in WHOLE:
        found = (
            _hinted_section(page, title_order),
            labelled_section(page, title_order),
            section_of_head(page, title_order, ()),
            heading_of_crumbs(page, title_order),
            _shelved_section(page, title_order, is_beside_title=True),
        )
        return next((each for each in found if each is not None and each.value.lower() not in WHOLE), None)
    return _shelf_of_particulars(page, title_order) if len(breadcrumbs) == 1 else None


def _shelf_of_particulars(page: Page, title_order: int) -> Found[str] | None:
    """The link to a shelf whose class says so, in the row of who and when between title and body."""
    end = min(page.body_order, title_order + _MOST_UNDER_TITLE)
    for element in page.survey.elements[title_order + 1 : end]:
        classes = element.get("class")
        if classes and _CATEGORY.search(classes) and page.is_own(element, strict=False):
            link = element if element.tag == "a" else next(element.iter("a"), None)
            text = brief_text(link) if link is not None else ""
            if 3 <= len(text) <= LONGEST_HINTED and is_plain_section(text):
                return Found(text, f"css: .{classes.split()[0]}")
    return None


def _marked_section(page: Page, title_order: int, *, is_close: bool = False) -> Found[str] | None:
    """What is marked as the section; if `is_close`, between title and body alone.

    Where that says no more than that it is news or a headline, the one beside it tells.
    """
    marks = page.close if is_close else page.near
    grounds: frozenset[Element] | None = None
    vague: Found[str] | None = None
    row: Element | None = None
    for marked in marks("section", title_order):
        if marked.order > page.body_end:
            grounds = grounds_of(page, title_order) if grounds is None else grounds
            if is_of_card(marked.element, grounds):
                continue
        for text in _section_texts(marked.element) if not marked.mark.startswith("href=") else ():
            if not is_section(text) or (" " in text and is_author(page, text)):
                continue
            if vague is None and not tells_more(text):
                vague, row = Found(text, f"css: {marked.mark}"), marked.element.getparent()
            elif vague is None or (marked.element.getparent() is row and tells_more(text)):
                return Found(text, f"css: {marked.mark}")
    return vague


def _shelved_section(page: Page, title_order: int, *, is_beside_title: bool = False) -> Found[str] | None:
    """The text of the link to a section page that stands nearest to the title or under the body; of those
    beside the title alone, if asked. In a menu it counts where the page links to no other section.
    """
    end = page.body_end
    links = [
        marked
        for marked in page.near("section", title_order)
        if marked.mark.startswith("href=") and not is_in_long_row(marked.element)
    ]
    is_only = len({brief_text(marked.element) for marked in links}) == 1
    grounds = grounds_of(page, title_order) if links else frozenset()
    in_menus = {marked for marked in links if is_in_menu(marked.element)}
    vague: Found[str] | None = None
    row: Element | None = None
    for marked in sorted(
        links,
        key=lambda marked: (
            marked in in_menus,
            min(abs(marked.order - title_order), abs(marked.order - end)),
        ),
    ):
        is_beside = abs(marked.order - title_order) <= _NEAR_TITLE
        if not is_beside and (is_beside_title or (marked in in_menus and not is_only)):
            continue
        text = brief_text(marked.element)
        if not is_section(text) or (marked.order > end and is_of_card(marked.element, grounds)):
            continue
        if vague is None and not tells_more(text):
            vague, row = Found(text, f"css: {marked.mark}"), marked.element.getparent()
        elif vague is None or (marked.element.getparent() is row and tells_more(text)):
            return Found(text, f"css: {marked.mark}")
    return vague


def _filed_within(page: Page) -> Found[str] | None:
    """The section that the first link of `rel=category` within the body names."""
    for marked in page.survey.best("section"):
        if marked.mark == "rel=category" and page.body_order < marked.order <= page.body_end:
            text = brief_text(marked.element)
            return Found(text, f"css: {marked.mark}") if is_section(text) else None
    return None


def _first_label(page: Page, title_order: int) -> Found[str] | None:
    """The first of an article's labels on Blogger, which has no other shelves."""
    for marked in page.near("tags", title_order):
        link = marked.element if marked.element.tag == "a" else next(marked.element.iter("a"), None)
        if link is not None and _LABEL_OF_BLOGGER in (link.get("href") or ""):
            text = brief_text(link)
            return Found(text, "css: label") if is_section(text) else None
    return None


def _hinted_section(page: Page, title_order: int) -> Found[str] | None:
    """The text of an element beside the title whose class only sounds like a section's."""
    for element in beside_title(page, title_order):
        classes = element.get("class")
        if classes is None or not _SECTION_HINT.search(classes) or _ENTRY_HINT.search(classes):
            continue
        is_linked = element.tag == "a" or next(element.iterancestors("a"), None) is not None
        if page.is_own(element, strict=False) or (is_linked and page.may_tell(element, title_order)):
            for text in (
                _section_texts(element) if is_small(element) and not leads_home(element, page.url) else ()
            ):
                if len(text) <= LONGEST_HINTED and is_plain_section(text):
                    return Found(text, f"css: .{classes.split()[0]}")
    return None


def _section_texts(element: Element) -> list[str]:
    """The texts of an element's links, tags aside (some themes class them so), or its own without links."""
    links = list(islice(element.iter("a"), _MOST_UNDER_TITLE))
    shelves = [
        link
        for link in links
        if not TAGS_ADDRESS.search(link.get("href") or "") and "author" not in (link.get("rel") or "").split()
    ]
    texts = [brief_text(link) for link in deepest_first(shelves)]
    if not links:
        while len(element) == 1 and not (element.text or "").strip() and len(element[0]):
            element = element[0]
        is_row = len(element) > 1 and not (element.text or "").strip()
        texts = [brief_text(element[0] if is_row else element)]
    return [text.strip(" ›»>→·•|") for text in texts]
