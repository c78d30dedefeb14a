"""Rows of links to shelves, each within the one before it: "Provinsi > Khorasan Selatan"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.beside import LONGEST_HINTED, beside_title, is_small
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.crumbs import leads_home
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.shelfnames import is_of_site, is_plain_section
from kaltimcrawl.urls import split_url

_SIGN = re.compile(r"\s{0,4}[/>›»→]{1,2}\s{0,4}")
_MOST = 5


def deepest_first(links: list[Element]) -> list[Element]:
    """The links of a row, in their order; where signs between them lead on ("Ekonomi / Makro"), or each
    stands in the shelf of the one before ("/rasa", "/rasa/warung"), first the last of those.
    """
    if _leads_on(links):
        return links[::-1]
    paths = [split_url(link.get("href") or "").path.rstrip("/") for link in links]
    last = 0
    while last + 1 < len(paths) and paths[last] and paths[last + 1].startswith(f"{paths[last]}/"):
        last += 1
    return links[last:] + links[:last]


def section_of_trail(page: Page, title_order: int) -> Found[str] | None:
    """The last of the links that lead on in a row beside the title, which holds nothing else."""
    for row in beside_title(page, title_order):
        links = [each for each in row if each.tag == "a"]
        if len(links) != len(row) or not 2 <= len(links) <= _MOST or not _leads_on(links):
            continue
        if (row.text and not row.text.isspace()) or (links[-1].tail and not links[-1].tail.isspace()):
            continue
        text = brief_text(links[-1])
        is_shelf = 3 <= len(text) <= LONGEST_HINTED and is_plain_section(text) and is_small(row)
        is_way = not leads_home(links[-1], page.url) and is_of_site(links[-1].get("href") or "", page.url)
        if is_shelf and is_way and page.may_tell(row, title_order):
            return Found(text, "text: trail", brief_text(row))
    return None


def _leads_on(links: Sequence[Element]) -> bool:
    """Whether between all links of a row stands a sign that leads on."""
    return len(links) > 1 and all(_SIGN.fullmatch(link.tail or "") is not None for link in links[:-1])
