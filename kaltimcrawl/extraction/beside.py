"""What stands beside a title and names the section without a mark: a label's link, a menu's word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.around import elements_at_foot
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bywords import is_organisation, is_place
from kaltimcrawl.extraction.crumbs import is_home, leads_home
from kaltimcrawl.extraction.marks import parts_of
from kaltimcrawl.extraction.menus import Menus, is_in_menu
from kaltimcrawl.extraction.names import is_site_name
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.shelfnames import (
    PEOPLE,
    TAGS_ADDRESS,
    WHOLE,
    folders_of,
    is_host,
    is_of_site,
    is_plain_section,
    is_section,
    slug_of,
)
from kaltimcrawl.extraction.tree import bare, fold, weight
from kaltimcrawl.extraction.verdict import SENTENCE_END

_NEAR_LINK = 3
_IN_STAMP = re.compile(
    r"\b(?:kategori|rubrik|kanal|category|section|posted\s+in)\s*:?\s+(?P<section>[^,|•·]{3,40})",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(r"\s(?:tanggal|dilihat|dibaca|oleh|penulis|editor|date|views?|by)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    r"\b(?:oleh|by|penulis|editor|reporter|pewarta|redaktur|author|von|par|por)\s*:?\s*$", re.IGNORECASE
)
_TITLE_BREAK = re.compile(r"\s+[-–—|»:/•·]\s+|\s*[|｜]\s*")
_LONGEST_PAGE_TITLE = 400
_LEAST_PARTS = 3
_PIECES = re.compile(r"\s*(?:[|•·»›]|\s[-–—/]\s|,\s)\s*")
_MOST_PIECES = 6
LONGEST_HINTED = 40
_LONGEST = 80
_LONGEST_KICKER = 25
_KICKER_TAGS = frozenset(("a", "font", "b", "span", "div", "p", "h3", "h4", "h5", "h6", "strong", "small"))
LONGEST_STAMP = 160
WORDS_OF_SECTION = 3
_MOST_ELEMENTS_OVER_TITLE = 24
_MOST_LINKS_BETWEEN = 3
_MOST_TO_ADDRESSED = 10
_JOINED = re.compile(r"\s(?:&|dan|and|und|et|y|e)\s", re.IGNORECASE)
"""What stands in names of sections, and in nobody's: "Hukum & Kriminal"."""
_WRAPPERS = frozenset(("header", "hgroup", "div"))
_MOST_WRAPPERS = 2
_ENTRIES = 4
_RANKS = ("h1", "h2", "h3", "h4")
_NEAR_HEADING = 8


def beside_title(page: Page, title_order: int) -> list[Element]:
    """The elements right over the title, and those under it; up to the body, unless that holds the title."""
    end = title_order + _MOST_ELEMENTS_OVER_TITLE
    end = min(page.body_order, end) if page.body_order > title_order else end
    return page.survey.elements[max(0, title_order - _MOST_ELEMENTS_OVER_TITLE) : end]


def is_small(element: Element) -> bool:
    """Whether an element holds no more than a few short texts: layouts call their boxes sections too."""
    if len(list(islice(element.iter("a"), _ENTRIES))) == _ENTRIES:
        return False
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > _LONGEST:
            return False
    return True


def lone_link_over(page: Page, title_order: int) -> Found[str] | None:
    """The link that stands alone in its box right over the title: where no mark tells, it is the section."""
    start = max(0, title_order - _MOST_TO_ADDRESSED)
    before = page.survey.elements[start:title_order]
    told = [each for each in before if each.tag == "a" or (each.text and not each.text.isspace())]
    for element in reversed([*told[-1:], *before[-_NEAR_LINK:]]):  # boxes of a layout hold no text
        parent = element.getparent()
        if element.tag != "a" or parent is None or len(parent) != 1 or parent.tag in ("li", "nav"):
            continue
        text = brief_text(element)
        if (
            text == brief_text(parent)
            and 3 <= weight(text) <= LONGEST_HINTED
            and len(text.split()) <= WORDS_OF_SECTION
            and not is_home(element)
            and not leads_home(element, page.url)
            and is_plain_section(text)
            and _may_lead_to_shelf(page, element)
            and not _is_of_people(element, text)
            and not is_in_menu(element)
            and page.is_own(element, strict=False)
        ):
            return Found(text, "text: over title")
    return None


def kicker(page: Page, title_order: int) -> Found[str] | None:
    """The word or two right over the title, in the same box or right before the title's: where nothing else
    tells, it is the section.
    """
    heading = page.survey.elements[title_order] if title_order else None
    before = _right_over(page, heading) if heading is not None else None
    text = brief_text(before) if before is not None and before.tag in _KICKER_TAGS else ""
    if before is None or not 3 <= weight(text) <= _LONGEST_KICKER or len(text.split()) > WORDS_OF_SECTION:
        return None
    if any(map(str.isdigit, text)) or SENTENCE_END.search(text) or not is_plain_section(text):
        return None
    if leads_home(before, page.url):
        return None
    is_plain = all(part == "tags" for part, _, _ in parts_of(before))  # Ghost files by the first tag
    is_one = sum(1 for piece in islice(before.itertext(), _ENTRIES * 2) if not piece.isspace()) == 1
    is_linked_right = all(_may_lead_to_shelf(page, link) for link in islice(before.iter("a"), _ENTRIES))
    return Found(text, "text: over title") if is_plain and is_one and is_linked_right else None


def _right_over(page: Page, heading: Element) -> Element | None:
    """What stands right before a heading; or before the box that begins with it, in a link or capitals."""
    before, box = heading.getprevious(), heading
    while before is not None and before.tag in ("hr", "br") and not (before.tail or "").strip():
        before = before.getprevious()
    for _ in range(_MOST_WRAPPERS if before is None else 0):
        above = box.getparent()
        if above is None or above.tag not in _WRAPPERS or (above.text and not above.text.isspace()):
            return None
        before, box = above.getprevious(), above
        if before is not None:
            is_set_apart = (
                before.tag == "a"
                or len(before) == 1 == len(before.findall("a"))
                or brief_text(before).isupper()
            )
            return before if is_set_apart and page.is_own(before) and not is_in_menu(before) else None
    return before


def _may_lead_to_shelf(page: Page, link: Element) -> bool:
    """Whether a link leads to a page of the site, and to nobody's."""
    href = link.get("href") or ""
    return is_of_site(href, page.url) and PEOPLE.isdisjoint(folders_of(href))


def section_of_head(page: Page, title_order: int, stamps: Sequence[str]) -> Found[str] | None:
    """The section that a line of the head names: "12 Mei 2025, Kategori Layanan Publik, Oleh Rina"."""
    near = beside_title(page, title_order)
    over = (brief_text(element) for element in near if is_small(element))
    begun = (fold(element.text) for element in near if element.text and len(element.text) <= LONGEST_STAMP)
    for text in (*stamps, *over, *begun):
        found = _IN_STAMP.search(text) if len(text) <= LONGEST_STAMP else None
        section = _NEXT_LABEL.split(found["section"])[0].strip() if found is not None else ""
        if is_section(section):
            return Found(section, "text: head", text)
    return None


def heading_of_crumbs(page: Page, title_order: int) -> Found[str] | None:
    """The heading beside the breadcrumbs that names the list which they lead to."""
    title = brief_text(page.survey.elements[title_order]) if title_order else ""
    for marked in islice(page.survey.best("breadcrumbs"), _ENTRIES):
        for heading in marked.element.iter("h1", "h2", "h3"):
            text = brief_text(heading)
            if text != title and 3 <= len(text) <= _LONGEST_KICKER and is_plain_section(text):
                return Found(text, f"css: {marked.mark}")
    return None


def echoed_folder(menus: Menus) -> Found[str] | None:
    """The short text beside the title, or the menu's entry, that the address has as its first folder."""
    folders = folders_of(menus.page.url or "")
    if len(folders) < 2:
        return None
    beside = beside_title(menus.page, menus.title_order)
    texts = [element.text.strip() for element in beside if element.text and not len(element)]
    for text in (*texts, *(entry for _, entry in menus.entries)):
        if 3 <= len(text) <= LONGEST_HINTED and slug_of(text) == folders[0] and is_plain_section(text):
            return Found(text, "url", folders[0])
    return None


def heading_over(page: Page, title_order: int) -> Found[str] | None:
    """The short heading of a higher rank right over the title's: the list that the article stands in."""
    own = page.survey.elements[title_order].tag if title_order else ""
    if own not in _RANKS:
        return None
    for element in reversed(page.survey.elements[max(0, title_order - _NEAR_HEADING) : title_order]):
        if element.tag not in _RANKS:
            continue
        text = brief_text(element)
        is_short = 3 <= len(text) <= LONGEST_HINTED and len(text.split()) <= WORDS_OF_SECTION
        is_higher = _RANKS.index(element.tag) < _RANKS.index(own)
        is_named = is_short and is_plain_section(text) and not is_site_name(page, text)
        is_own = is_named and not leads_home(element, page.url) and page.is_own(element, strict=False)
        return Found(text, "text: over title") if is_higher and is_own else None
    return None


def section_of_title(page: Page, title_order: int) -> Found[str] | None:
    """The part of the page's <title> between the article's title and the site's name, or behind both: "Banjir
    Surut - Daerah - Kabar Hulu", "Kabar Hulu | Daerah | Banjir Surut". Where no part is known for the site's,
    the last of three is. The end of the title that stands over the article is no section: "Banjir Surut -
    Seminggu Kemudian".
    """
    whole = page.structured.page_title or ""
    parts = [part for part in _TITLE_BREAK.split(whole) if part] if len(whole) <= _LONGEST_PAGE_TITLE else []
    if len(parts) < _LEAST_PARTS:
        return None
    printed = bare(brief_text(page.survey.elements[title_order])) if title_order else ""
    if printed and bare(parts[-1]) == printed and (is_site_name(page, parts[0]) or is_host(parts[0])):
        parts = [parts[-1], parts[-2], parts[0]]
    rest = [part for part in parts[1:] if not is_site_name(page, part)]
    shelves = (part for part in rest if part.lower() in WHOLE or not is_organisation(part))
    text = next(shelves, rest[0] if rest else "")
    if len(rest) == len(parts) - 1 >= _LEAST_PARTS:
        return None
    is_short = 2 <= len(text) <= _LONGEST_KICKER and len(text.split()) <= WORDS_OF_SECTION
    if not is_short or not is_plain_section(text) or (" " in text and text.islower()):
        return None
    return Found(text, "css: title", whole) if printed != bare(parts[0] + text) else None


def label_of(element: Element) -> str:
    """What stands right before an element: the end of the text there, or of an element that is a label."""
    before = element.getprevious()
    if before is None:
        parent = element.getparent()
        label = parent.text if parent is not None else None
    elif before.tail and not before.tail.isspace():
        label = before.tail
    else:
        label = before.text if not len(before) and before.tag != "a" else None
    return label[-LONGEST_STAMP:] if label else ""


def section_of_menu(menus: Menus) -> Found[str] | None:
    """The short text beside the title that is an entry of the page's menu too; or a piece of a line there."""
    page, title_order = menus.page, menus.title_order
    near = beside_title(page, title_order)
    over = min(title_order, _MOST_ELEMENTS_OVER_TITLE)
    links_after = sum(1 for element in near[:over] if element.tag == "a")
    for place, element in enumerate(near):
        if place < over and element.tag == "a":
            links_after -= 1
        if place < over and links_after > _MOST_LINKS_BETWEEN:  # still in the page's head
            continue
        for text in _pieces_of(element):
            if not 3 <= len(text) <= LONGEST_HINTED or not is_plain_section(text):
                continue
            if element.getparent() not in page.containers and is_in_menu(element):
                continue
            if _leads_away(page, element) or is_site_name(page, text) or _leads_to_tag(element):
                continue
            if text.casefold() in menus.names and _is_of_article(page, element, title_order):
                return Found(text, "text: menu")
    return None


def _is_of_article(page: Page, element: Element, title_order: int) -> bool:
    """Whether an element is the article's: outside of all chrome, or in a body that holds the title too."""
    if page.is_own(element, strict=False):
        return True
    return page.body_order < title_order and any(
        above in page.containers for above in element.iterancestors()
    )


def section_at_foot(menus: Menus) -> Found[str] | None:
    """The only link right under the text that leads where an entry of the page's menu does, in its words."""
    page = menus.page
    links = [each for each in elements_at_foot(page) if each.tag == "a" and page.is_own(each, strict=False)]
    told = {(link.get("href"), brief_text(link).casefold()): link for link in links}
    if not told:
        return None
    entries = {(link.get("href"), text.casefold()) for link, text in menus.entries}
    filed = [brief_text(link) for key, link in told.items() if key in entries and not _leads_to_tag(link)]
    is_one = len(filed) == 1 and 3 <= len(filed[0]) <= LONGEST_HINTED and is_plain_section(filed[0])
    return Found(filed[0], "text: menu") if is_one else None


def _pieces_of(element: Element) -> Iterable[str]:
    """The texts of an element that may be an entry's: the whole, or parts of a line that signs divide."""
    if not len(element):
        text = brief_text(element)
        yield text
    else:
        text = fold(element.text or "")[:LONGEST_STAMP]
    if len(text) <= LONGEST_STAMP and any(map(str.isdigit, text)):
        yield from islice(_PIECES.split(text), _MOST_PIECES)


def _leads_to_tag(element: Element) -> bool:
    """Whether an element is a link to the page of a tag: clouds of tags list those of the article too."""
    return element.tag == "a" and TAGS_ADDRESS.search(element.get("href") or "") is not None


def _leads_away(page: Page, element: Element) -> bool:
    """Whether an element is, or stands in, a link to another site."""
    link = element if element.tag == "a" else next(element.iterancestors("a"), None)
    return link is not None and not is_of_site(link.get("href") or "", page.url)


def addressed_section(menus: Menus) -> Found[str] | None:
    """The link beside the title whose address says no more than its text: /kesehatan for "Kesehatan"; or no
    more but folders that the page stands in.
    """
    page = menus.page
    near = beside_title(page, menus.title_order)
    over = min(menus.title_order, _MOST_ELEMENTS_OVER_TITLE)
    for element in near[max(0, over - _MOST_TO_ADDRESSED) :]:
        href = element.get("href") if element.tag == "a" else None
        if not href or not is_of_site(href, page.url) or element.get("rel") or is_in_menu(element):
            continue
        text = brief_text(element)
        if not 3 <= len(text) <= LONGEST_HINTED or len(text.split()) > WORDS_OF_SECTION:
            continue
        *above, folder = folders_of(href) or [""]
        if folder != slug_of(text) or not set(above).issubset(folders_of(page.url or "")):
            continue
        if not is_plain_section(text) or _is_of_people(element, text):
            continue
        if " " in text and not (text.casefold() in menus.names or is_place(text) or _JOINED.search(text)):
            continue  # it may be somebody
        if page.is_own(element):
            return Found(text, "text: head", href)
    return None


def _is_of_people(link: Element, text: str) -> bool:
    """Whether a link's text is an account's or a desk's, or stands behind a by-word."""
    kinds = load_phrases().kinds
    label = label_of(link)
    return (
        kinds["account"].fits(text)
        or kinds["desk"].fits(text)
        or _BEFORE_NAME.search(label) is not None
        or any(part in ("author", "editor") for part, _, _ in parts_of(link))
    )
