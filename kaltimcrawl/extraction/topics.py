"""The tags of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.marks import marks_of, parts_of
from kaltimcrawl.extraction.page import Found, Named, Page
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.shelfnames import TAGS_ADDRESS
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.tree import fold

_META_TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "content_tag")
_LONGEST = 80
_MOST_TAGS = 60
_TAGS_HINT = re.compile(
    r"(?:^|[\s_-])(?:[a-z]{1,8}-)?(?:tags?|topics?|topik|keywords|labels)(?:$|[\s_-])"
    r"|tag(?:[Bb]ox|[Ll]ist|[Cc]loud)|[a-z]Tags?\b"
)
_LONGEST_HINTED = 40
_MOST_ELEMENTS_UNDER_BODY = 50
_MOST_ELEMENTS_AT_END = 20
_NEAR_END, _MOST_WORDS, _LONGEST_LABEL = 12, 5, 40
_ROUND_LABEL = " :：#|•·-–—»>\n\t"
_ICONS = frozenset(("i", "span", "em"))
_OF_ICON = re.compile(
    r"(?:^|[\s_-])(?:fa[bsrl]?|bi|icons?|glyphicon|mdi|ri|ti|ion|feather)[\s_-](?:[a-z]{1,12}[\s_-])?(?:hash)?tags?(?=$|[\s_-])"
)


def read_tags(page: Page, title_order: int, tag_line: str | None, links: Iterable[str]) -> Named:
    """Tags as printed, without "#", in order; `tag_line` and its `links` are what the body told."""
    printed = [
        brief_text(marked.element)
        for marked in page.survey.marked.get("tags", ())
        if marked.mark == "rel=tag" and _is_tag_link(page, marked.element)
    ]
    if printed:
        return Found(_clean_tags(printed), "css: rel=tag")
    if page.structured.meta.get("article:tag"):
        return Found(_clean_tags(_split(page.structured.meta["article:tag"])), "meta: article:tag")
    for marked in page.near("tags", title_order):
        texts = [] if "=" in marked.mark else [brief_text(link) for link in marked.element.iter("a")]
        if texts:
            return Found(_clean_tags(texts), f"css: {marked.mark}")
    told = _told(tag_line, links) if tag_line else []
    is_labelled = tag_line is not None and (":" in tag_line or tag_line[0] != "#")
    if told and is_labelled:
        return Found(_clean_tags(told), "text: tags")
    keywords = _split(texts_of((page.structured.article or {}).get("keywords")))
    if keywords:
        return Found(_clean_tags(keywords), "jsonld: keywords")
    shelved = _shelved_tags(page)
    if shelved:
        return Found(_clean_tags(shelved), "css: href=tag")
    hinted = _hinted_tags(page) or _labelled_tags(page)
    if hinted is not None:
        return hinted
    if told:
        return Found(_clean_tags(told), "text: tags")
    value = page.structured.meta_value(*_META_TAGS)
    return Found(_clean_tags(_split([value[1]])), f"meta: {value[0]}") if value else Found((), "")


def _told(line: str, links: Iterable[str]) -> list[str]:
    """The tags of a line: its links' texts; without links what stands behind its label or each "#"."""
    if linked := list(links):
        return linked
    if ":" in line:
        return _split([line.partition(":")[2]])
    return line.split("#")[1:]


def _shelved_tags(page: Page) -> list[str]:
    """The texts of links to tag pages that stand together, nearest to the body."""
    start, end = page.body_order, page.body_end
    links = [
        marked
        for marked in page.survey.marked.get("tags", ())
        if marked.mark.startswith("href=") and page.is_own(marked.element, strict=False)
    ]
    nearest = min(
        links, key=lambda marked: min(abs(marked.order - start), abs(marked.order - end)), default=None
    )
    holder = nearest.element.getparent() if nearest is not None else None
    if holder is not None and holder.tag == "li" and holder.getparent() is not None:
        holder = holder.getparent()
    return [
        brief_text(marked.element)
        for marked in links
        if holder is not None and holder in marked.element.iterancestors()
    ]


def _hinted_tags(page: Page) -> Named | None:
    """The links in an element at the body's end or under it whose class only sounds like that of tags."""
    last = max(page.body_order, page.body_end - _MOST_ELEMENTS_AT_END)
    for element in page.survey.elements[last : page.body_end + _MOST_ELEMENTS_UNDER_BODY]:
        classes = element.get("class")
        if classes is None or not _TAGS_HINT.search(classes):
            continue
        links = [brief_text(link) for link in islice(element.iter("a"), _MOST_TAGS)]
        if links and all(len(text) <= _LONGEST_HINTED for text in links):
            return Found(_clean_tags(links), f"css: .{classes.split()[0]}")
    return None


def _labelled_tags(page: Page) -> Named | None:
    """The links behind a label ("Kata Kunci:") or an icon of tags, at the body's end or right under it."""
    start = max(page.body_order + 1, page.body_end - _NEAR_END)
    for place, element in enumerate(page.survey.elements[start : page.body_end + _NEAR_END], start):
        row = _row_of_label(element)
        if row is None or not (place <= page.body_end or page.is_own(element, strict=False)):
            continue
        links = list(islice(row.iter("a"), _MOST_TAGS))
        texts = [brief_text(link) for link in links]
        if texts and all(map(_may_be_tag, texts)) and not any(map(_is_of_section, links)):
            return Found(_clean_tags(texts), "text: tags")
    return None


def _row_of_label(element: Element) -> Element | None:
    """The box whose links an element labels as tags: by its first words, by what it says before them, or as
    an icon; None for other elements.
    """
    text = (element.text or "")[:_LONGEST_LABEL].strip(_ROUND_LABEL)
    is_label = bool(text) and load_phrases().kinds["taglabel"].fits(text)
    if is_label and len(element) and element[0].tag == "a":
        return element
    is_icon = not text and element.tag in _ICONS and _OF_ICON.search(element.get("class") or "") is not None
    following = element.getnext() if is_icon or (is_label and not len(element)) else None
    if following is None or following.tag != "a" or (is_icon and not _leads_to_tags(following)):
        return None
    return following.getparent()


def _leads_to_tags(link: Element) -> bool:
    """Whether the link behind an icon is a tag's: by its address, or as one of several."""
    following = link.getnext()
    return TAGS_ADDRESS.search(link.get("href") or "") is not None or (
        following is not None and following.tag == "a"
    )


def _is_of_section(link: Element) -> bool:
    return any(part == "section" for part, _, _ in parts_of(link))


def _may_be_tag(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_HINTED and len(text.split()) <= _MOST_WORDS


def _is_tag_link(page: Page, element: Element) -> bool:
    if "category" in (element.get("rel") or "").lower() or "href=category" in marks_of(element):
        return False
    return not any(
        ancestor.tag in ("aside", "nav") or "widget" in (ancestor.get("class") or "")
        for ancestor in element.iterancestors()
    )


def _split(texts: Iterable[str]) -> list[str]:
    return [part for text in texts for part in (text.split(",") if "," in text else [text])]


def _clean_tags(texts: Iterable[str]) -> tuple[str, ...]:
    tags: dict[str, str] = {}
    for text in texts:
        name = fold(text).lstrip("# ").strip(" ,;")
        if (
            (len(name) > 1 or not name.isascii())
            and 0 < len(name) <= _LONGEST
            and name.lower() not in ("tags", "tag")
        ):
            tags.setdefault(name.lower(), name)
    return tuple(tags.values())[:_MOST_TAGS]
