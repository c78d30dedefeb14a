"""The section that a portal files an article under, by what tells it best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.crumbs import is_home
from kaltimcrawl.extraction.icons import texts_by_icon
from kaltimcrawl.extraction.marks import parts_of
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.extraction.verdict import SENTENCE_END
from kaltimcrawl.urls import split_url

_META_SECTIONS = (
    "article:section",
    "content_category",
    "section",
    "articlesection",
    "parsely-section",
    "dc.subject",
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 80
_NEAR_LINK = 3
_SECTION_HINT = re.compile(
    r"\w[-_]section(?:$|\s)|categor|kategori|rubri[kc]|rubrique|kanal|kicker|ressort|seccion|sezione|editoria"
    r"|(?:^|[\s_-])(?:cats?|kat|channel|badge|chip|eyebrow|overline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_SECTIONS = frozenset(("正文", "本文", "Detail", "Artikel", "Article", "News Detail", "Detail Berita"))
"""Last breadcrumbs that stand for the article itself."""
_IN_STAMP = re.compile(
    r"\b(?:kategori|rubrik|kanal|category|section|posted\s+in)\s*:?\s+(?P<section>[^,|•·]{3,40})",
    re.IGNORECASE,
)
_SECTION_LABEL = re.compile(
    r"\b(?:kategori|rubrik|kanal|category|section|posted\s+in|filed\s+under)\s*:?\s*$", re.IGNORECASE
)
_LONGEST_HINTED = 40
_WORDY = 24
_LONGEST_KICKER = 25
_KICKER_TAGS = frozenset(("span", "div", "p", "h3", "h4", "h5", "h6", "strong", "small"))
_LONGEST_STAMP = 160
_WORDS_OF_SECTION = 3
_MOST_ELEMENTS_OVER_TITLE = 24
_MOST_LINKS = 400
_ENTRIES, _ENTRIES_OF_LONG = 4, 8
"""Links of the shortest menu, and of one that is no row of an article's many sections."""


def read_section(
    page: Page, title_order: int, breadcrumbs: tuple[str, ...], stamps: Sequence[str] = ()
) -> Found[str] | None:
    """The section as the portal names it, or None; `stamps` are the dated lines of the article's head."""
    claims = list(_section_claims(page, breadcrumbs))
    ranked = [found for found in claims if found.place != "breadcrumbs"]
    found = ranked[0] if ranked else _marked_section(page, title_order)
    if found is None and claims:
        found = claims[0]
    if found is None:
        found = (
            _shelved_section(page, title_order)
            or _hinted_section(page, title_order)
            or _labelled_section(page, title_order)
            or _section_of_menu(page, title_order)
            or _section_of_address(page)
            or _section_of_head(page, title_order, stamps)
            or _lone_link_over(page, title_order)
            or _kicker(page, title_order)
        )
    if found is None:
        return None
    own = found.value.casefold()
    others = [claim for claim in claims if claim.value.casefold() != own and claim.place != found.place]
    return Found(
        found.value, found.place, found.raw, tuple(Claim(claim.place, claim.raw) for claim in others)
    )


def _lone_link_over(page: Page, title_order: int) -> Found[str] | None:
    """The link that stands alone in its box right over the title: where no mark tells, it is the section."""
    start = max(0, title_order - _NEAR_LINK)
    for element in reversed(page.survey.elements[start:title_order]):
        parent = element.getparent()
        if element.tag != "a" or parent is None or len(parent) != 1 or parent.tag in ("li", "nav"):
            continue
        text = brief_text(element)
        if (
            text == brief_text(parent)
            and 3 <= len(text) <= _LONGEST_HINTED
            and len(text.split()) <= _WORDS_OF_SECTION
            and not is_home(element)
            and not load_phrases().noise.fits(text)
            and _is_section(text)
            and page.is_own(element, strict=False)
        ):
            return Found(text, "text: over title")
    return None


def _kicker(page: Page, title_order: int) -> Found[str] | None:
    """The word or two right over the title, in the same box: where nothing else tells, it is the section."""
    heading = page.survey.elements[title_order] if title_order else None
    before = heading.getprevious() if heading is not None else None
    text = brief_text(before) if before is not None and before.tag in _KICKER_TAGS else ""
    if before is None or not 3 <= len(text) <= _LONGEST_KICKER or len(text.split()) > _WORDS_OF_SECTION:
        return None
    if any(map(str.isdigit, text)) or SENTENCE_END.search(text) or load_phrases().noise.fits(text):
        return None
    is_plain = not any(mark for mark, _, _ in parts_of(before))
    return Found(text, "text: over title") if is_plain and _is_section(text) else None


def _section_of_head(page: Page, title_order: int, stamps: Sequence[str]) -> Found[str] | None:
    """The section that a line of the head names: "12 Mei 2025, Kategori Layanan Publik, Oleh Rina"."""
    over = (brief_text(element) for element in _beside_title(page, title_order) if _is_small(element))
    for text in (*stamps, *over):
        found = _IN_STAMP.search(text) if len(text) <= _LONGEST_STAMP else None
        if found is not None and _is_section(found["section"].strip()):
            return Found(found["section"].strip(), "text: head", text)
    return None


def _section_claims(page: Page, breadcrumbs: tuple[str, ...]) -> Iterator[Found[str]]:
    article = page.structured.article
    if article is not None:
        for text in texts_of(article.get("articleSection"))[:1]:
            yield from _first_of(text, "jsonld: articleSection")
    value = page.structured.meta_value(*_META_SECTIONS)
    if value:
        yield from _first_of(value[1], f"meta: {value[0]}")
    is_by_date = any(_YEAR.fullmatch(crumb) for crumb in breadcrumbs)  # "2025 > Mei"
    if breadcrumbs and not is_by_date and breadcrumbs[-1] not in _NO_SECTIONS:
        yield Found(breadcrumbs[-1], "breadcrumbs", " > ".join(breadcrumbs))


def _first_of(text: str, place: str) -> Iterator[Found[str]]:
    """The first of the sections that a comma parts."""
    first = next((part.strip() for part in text.split(",") if part.strip()), "")
    if _is_section(first) and ";" not in first:
        yield Found(first, place, text)


def _marked_section(page: Page, title_order: int) -> Found[str] | None:
    for marked in page.near("section", title_order):
        for text in _section_texts(marked.element) if not marked.mark.startswith("href=") else ():
            if _is_section(text):
                return Found(text, f"css: {marked.mark}")
    return None


def _shelved_section(page: Page, title_order: int) -> Found[str] | None:
    """The text of the link to a section page that stands nearest to the title or under the body."""
    end = page.body_end
    links = [
        marked
        for marked in page.near("section", title_order)
        if marked.mark.startswith("href=") and not _is_in_long_row(marked.element)
    ]
    for marked in sorted(
        links, key=lambda marked: min(abs(marked.order - title_order), abs(marked.order - end))
    ):
        text = brief_text(marked.element)
        if _is_section(text):
            return Found(text, f"css: {marked.mark}")
    return None


def _hinted_section(page: Page, title_order: int) -> Found[str] | None:
    """The text of an element beside the title whose class only sounds like a section's."""
    for element in _beside_title(page, title_order):
        classes = element.get("class")
        if classes is None or not _SECTION_HINT.search(classes):
            continue
        is_linked = element.tag == "a" or next(element.iterancestors("a"), None) is not None
        if page.is_own(element, strict=False) or (is_linked and page.may_tell(element, title_order)):
            for text in _section_texts(element) if _is_small(element) else ():
                if len(text) <= _LONGEST_HINTED and _is_section(text):
                    return Found(text, f"css: .{classes.split()[0]}")
    return None


def _beside_title(page: Page, title_order: int) -> list[Element]:
    """The elements right over the title, and those under it; up to the body, unless that holds the title."""
    end = title_order + _MOST_ELEMENTS_OVER_TITLE
    end = min(page.body_order, end) if page.body_order > title_order else end
    return page.survey.elements[max(0, title_order - _MOST_ELEMENTS_OVER_TITLE) : end]


def _is_small(element: Element) -> bool:
    """Whether an element holds no more than a few short texts: layouts call their boxes sections too."""
    if len(list(islice(element.iter("a"), _ENTRIES))) == _ENTRIES:
        return False
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > _LONGEST:
            return False
    return True


def _labelled_section(page: Page, title_order: int) -> Found[str] | None:
    """The link or name behind a label ("Kategori: Opini") or an icon beside the title."""
    near = _beside_title(page, title_order)
    for element in near:
        before = element.getprevious()
        parent = element.getparent()
        label = before.tail if before is not None else parent.text if parent is not None else None
        text = brief_text(element) if label and _SECTION_LABEL.search(label) else ""
        if 2 <= len(text) <= _LONGEST_HINTED and _is_section(text) and page.may_tell(element, title_order):
            return Found(text, "text: head", f"{fold(label or '')} {text}")
    for text, classes in texts_by_icon(near, "section"):
        if 2 <= len(text) <= _LONGEST_HINTED and _is_section(text) and not load_phrases().noise.fits(text):
            return Found(text, f"css: .{'.'.join(classes.split())}")
    return None


def _section_of_menu(page: Page, title_order: int) -> Found[str] | None:
    """The short text beside the title that is an entry of the page's menu too."""
    menu: frozenset[str] | None = None
    for element in _beside_title(page, title_order):
        text = brief_text(element) if not len(element) else ""
        if not 3 <= len(text) <= _LONGEST_HINTED or not _is_section(text) or _is_in_menu(element):
            continue
        menu = _menu_of(page, title_order) if menu is None else menu
        if text.casefold() in menu and page.is_own(element, strict=False):
            return Found(text, "text: menu")
    return None


def _menu_of(page: Page, title_order: int) -> frozenset[str]:
    """The entries of the page's menus, in lower case: of <nav> and of rows of links over the title."""
    navs = (nav.iter("a") for nav in page.survey.cleared if nav.tag == "nav")
    rows = (element for element in page.survey.elements[:title_order] if element.tag == "a")
    links = chain(
        islice(chain.from_iterable(navs), _MOST_LINKS), filter(_is_in_menu, islice(rows, _MOST_LINKS))
    )
    return frozenset(brief_text(link).casefold() for link in links)


def _is_in_long_row(link: Element) -> bool:
    """Whether a link is one of many right beside each other: a menu rather than an article's sections."""
    above = link.getparent()
    item = above if above is not None and above.tag == "li" else link
    row = item.getparent()
    return row is not None and len(row) >= _ENTRIES_OF_LONG and all(child.tag == item.tag for child in row)


def _is_in_menu(element: Element) -> bool:
    """Whether an element stands in a row of many links."""
    holder = element.getparent()
    if holder is not None and holder.tag in ("li", "div", "span") and len(holder) == 1:
        holder = holder.getparent()
    return holder is not None and len(list(islice(holder.iter("a"), _ENTRIES))) == _ENTRIES


def _section_of_address(page: Page) -> Found[str] | None:
    """The text of the page's link to the first folder of its address: "Ekonomi" for /ekonomi/…"""
    first, _, rest = split_url(page.url or "").path.strip("/").partition("/")
    if not rest or not first.replace("-", "").isalpha():
        return None
    for link in islice(page.root.iter("a"), _MOST_LINKS):
        href = link.get("href") or ""
        if first in href and split_url(href).path.strip("/") == first:
            text = brief_text(link)
            if len(text) <= _LONGEST_HINTED and _is_section(text):
                return Found(text, "url", first)
    return None


def _section_texts(element: Element) -> list[str]:
    links = [brief_text(link) for link in element.iter("a")]
    return [text.rstrip(" ›»>→") for text in links or [brief_text(element)]]


def _is_section(text: str) -> bool:
    text = fold(text)
    return (
        2 <= len(text) <= 60
        and not (len(text) > _WORDY and SENTENCE_END.search(text))
        and text not in _NO_SECTIONS
        and not load_phrases().kinds["home"].fits(text)
        and any(map(str.isalpha, text))
    )
