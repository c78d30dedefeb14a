"""Texts that an icon labels: systems set "fa-user", "fa-folder" before an author, a section, and no word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.bylines import is_label
from kaltimcrawl.extraction.shelfnames import TAGS_ADDRESS
from kaltimcrawl.extraction.tree import fold

IconRole = Literal["author", "section"]
_LONGEST_WORD = 8
_ICON = re.compile(
    r"(?:^|[\s_-])(?:fa[bsrl]?|bi|icon|icons|iconfont|icofont|glyphicon|dashicons|mdi|ri|la[srb]?|ti|ion|uil|feather)[\s_-]"
)
_OF_LISTS = "icon-list-"
"""In the classes of lists whose items have icons, as page builders call all their parts."""
_ROLES: dict[IconRole, re.Pattern[str]] = {
    "author": re.compile(r"[\s_-](?:users?|person|author|admin|pencil|pen|edit|profile|account)(?=$|[\s_-])"),
    "section": re.compile(
        r"[\s_-](?:folder|folder-open|tags?|bookmark|category|list|archive|th-large|inbox)(?=$|[\s_-])"
    ),
}


def texts_by_icon(elements: Iterable[Element], role: IconRole) -> Iterator[tuple[str, str]]:
    """The texts right behind icons of a role among `elements`, each with the icon's classes."""
    for element in elements:
        classes = element.get("class") or ""
        if element.tag not in ("i", "span", "em") or len(element) > 1:
            continue
        if _OF_LISTS in classes or not _ICON.search(classes) or not _ROLES[role].search(classes):
            continue
        if own := _first_text(element):  # "<i class="fa fa-user">Rina Wati</i>"
            yield own, classes
            continue
        text = fold(element.tail or "")
        following = element.getnext()
        if following is not None and following.tag == "br" and not text:
            text, following = fold(following.tail or ""), following.getnext()
        if role == "section" and following is not None and TAGS_ADDRESS.search(following.get("href") or ""):
            continue
        if following is not None and (len(text) <= _LONGEST_WORD or is_label(text)):  # and the name in a link
            text = f"{text} {_first_text(following)}".strip()
        if not text and following is None and (parent := element.getparent()) is not None:
            after = parent.getnext()
            text = fold(parent.tail or "") or (_first_text(after) if after is not None else "")
        if text:
            yield text, classes


def _first_text(element: Element) -> str:
    """The first text in an element: what stands under a name, in a line of its own, is no part of it."""
    return fold(next((str(text) for text in element.itertext() if not text.isspace()), ""))
