"""Whose text an article is by the line under it: an agency's copyright, or where it was printed before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.around import elements_under
from kaltimcrawl.extraction.page import Found, Page
from kaltimcrawl.extraction.tree import fold

_MOST_AT_END, _MOST_UNDER = 16, 6
_SHORTEST, _LONGEST_COPYRIGHT, _LONGEST_NOTE = 5, 80, 300
_COPYRIGHT = re.compile(
    r"(?:(?:copyright|hak\s+cipta)\s*)?(?:©|\(c\))\s*(?:copyright\s+)?(?:(?:19|20)\d\d\s+)?(?P<house>[^\d©()|]{2,40}?)\.?\s*(?:(?:19|20)\d\d)?\.?",
    re.IGNORECASE,
)
_PRINTED_BEFORE = re.compile(
    r"(?:artikel|berita|tulisan|konten)\s(?:ini\s)?(?:telah|sudah|pernah)\s(?:lebih\sdulu\s)?(?:tayang|terbit|dimuat|ditayangkan|diterbitkan|dipublikasikan)\s(?:sebelumnya\s)?di\s"
    r"(?P<house>[^\W\d_][\w.-]{1,30}(?:\s[A-Z][\w.-]{1,20}){0,2}?),?\s(?:dengan\sjudul|berjudul|pada|dan)\b",
    re.IGNORECASE,
)
_SIGNS = ("©", "(c)", "(C)", " di ")
"""One of them is in each such line."""


def read_reprint(page: Page) -> Iterator[Found[str]]:
    """The agency or paper that the lines at the text's end name as its owner or first printer."""
    start = max(page.body_order, page.body_end + 1 - _MOST_AT_END)
    at_end = page.survey.elements[start : page.body_end + 1]
    for element in (*at_end, *elements_under(page)[:_MOST_UNDER]):
        for text in (element.text, element.tail):
            if text is None or not _SHORTEST < len(text) <= _LONGEST_NOTE:
                continue
            if any(sign in text for sign in _SIGNS):
                yield from _house_in(fold(text))


def _house_in(text: str) -> Iterator[Found[str]]:
    owned = _COPYRIGHT.fullmatch(text) if len(text) <= _LONGEST_COPYRIGHT else None
    if owned is not None and (agency := agency_of(owned["house"])) is not None:
        yield Found(agency, "text: copyright", text)
    printed = _PRINTED_BEFORE.match(text.lstrip('*("“ '))
    if printed is not None:
        house = printed["house"]
        yield Found(agency_of(house) or house, "text: reprint", text)
