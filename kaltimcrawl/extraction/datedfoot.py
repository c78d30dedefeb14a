"""Dated lines under the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.apart import is_of_card, is_of_entry
from kaltimcrawl.extraction.around import elements_at_foot, elements_under
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.clocks import Clock, find_clock
from kaltimcrawl.extraction.datelabels import PUBLISHED_LABELS, PUBLISHED_VERBS
from kaltimcrawl.extraction.datetexts import (
    LIKE_DATE,
    LONGEST_DATE_LINE,
    STATED,
    is_line_of_publication,
)
from kaltimcrawl.extraction.fullnames import is_full_name
from kaltimcrawl.extraction.heads import is_date_line
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.tree import fold

_MOST_COPIES = 2
"""For narrow screens and for wide ones."""
SHORTEST_DATE = 6
_BREAKS = " |·•–—-"
_IN_ROW = re.compile(r"\s[|·•–—-]\s")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_READ = re.compile(r"\b(?:dibaca|dilihat|dikunjungi|viewed|hits)\b", re.IGNORECASE)


def labelled_under_body(page: Page) -> Iterator[str]:
    """Dates behind a label among the particulars under the body: "Tanggal 19.08.2025".

    Or behind a verb ("Diterbitkan 19.08.2025"); several lines of those are of teasers.
    """
    lines: dict[str, str] = {}
    """What tells the day for machines, or the line itself, by the line."""
    for element in elements_under(page):
        label, text = element.text, element.tail
        if text and not text.isspace() and is_line_of_publication(text) and page.is_own(element):
            lines[fold(text)] = text.strip()
        if not label:
            continue
        if (
            text
            and len(text) <= LONGEST_DATE_LINE
            and label.strip(" :\n\t").lower() in PUBLISHED_LABELS
            and LIKE_DATE.search(text)
            and page.is_own(element)
        ):
            yield text.strip()
        if label.strip().lower().startswith(PUBLISHED_VERBS):
            line = brief_text(element)
            if len(line) > LONGEST_DATE_LINE:
                line = fold(label)  # "… and is filed under" many shelves
            if len(line) <= LONGEST_DATE_LINE and LIKE_DATE.search(line) and page.is_own(element):
                lines[line] = next(
                    (value for time in element.iter("time") if (value := time.get("datetime"))), line
                )
    if len(lines) == 1:
        yield from lines.values()


def dates_at_foot(page: Page, grounds: frozenset[Element]) -> Iterator[str]:
    """The one dated line right under the body that a byline begins, or that is nothing but a date.

    For pages that tell no date elsewhere. Lines of other articles' cards are none, nor any under a label or
    heading.
    """
    lines: list[str] = []
    for element in elements_at_foot(page):
        for text in filter(None, (element.text, element.tail)):
            line = fold(text) if SHORTEST_DATE <= len(text) <= LONGEST_DATE_LINE else ""
            if not line or STATED.search(line) is None or _READ.search(line) or not page.is_own(element):
                continue
            is_dated = (
                is_date_line(line)
                or (begins_byline(line) and LIKE_DATE.search(line) is not None)
                or is_line_of_publication(line.lstrip(_BREAKS))
                or _is_of_writer(line)
            )
            if is_dated and not is_of_card(element, grounds) and not is_of_entry(element, grounds):
                lines.append(line)
    if len(set(lines)) == 1 and len(lines) <= _MOST_COPIES:  # the entries of a list may bear one day
        yield lines[0]


def _is_of_writer(line: str) -> bool:
    """Whether a line is a name and a date in a row: "Rina Wati | 12 Mei 2025 15:15 WITA"."""
    parts = _IN_ROW.split(line, maxsplit=1)
    return len(parts) > 1 and is_full_name(parts[0]) and is_date_line(parts[1])


def clock_at_foot(page: Page, grounds: frozenset[Element]) -> tuple[Clock, str] | None:
    """The time of day, and the line it stands in, of the first byline right under the body that tells one and
    no date, as blogs print it whose day stands over the title: "Posted by Rina Wati at 09:14 AM".
    """
    for element in elements_at_foot(page):
        line = brief_text(element) if element.text and not element.text.isspace() else ""
        if not SHORTEST_DATE <= len(line) <= LONGEST_DATE_LINE or not begins_byline(line):
            continue
        clock = None if _YEAR.search(line) else find_clock(line)
        if clock is not None and page.is_own(element) and not is_of_card(element, grounds):
            return clock, line
    return None
