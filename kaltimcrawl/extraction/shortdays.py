"""Days that old newspapers wrote short into addresses, and printed over every page: "/harian/0510/26/"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, tzinfo
from itertools import chain, islice

from kaltimcrawl.extraction.dates import read_date
from kaltimcrawl.extraction.moment import Moment
from kaltimcrawl.extraction.page import Page

_SHORT = re.compile(r"/(?P<year>\d\d)(?P<month>\d\d)/?(?P<day>\d\d)(?=/)")
_DAY_FIRST = re.compile(r"(?<!\d)(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>(?:19|20)\d\d)(?!\d)")
_LONGEST_URL, _LONGEST_LINE, _MOST_ELEMENTS = 600, 160, 400
_SHORT_YEAR, _OF_LAST_CENTURY = 100, 90


def day_of_short_address(page: Page, zone: tzinfo) -> Moment | None:
    """The day that the page's address has in two digits each, or before its month, and that the page prints
    too; None where either doesn't tell, for such numbers may count anything. To the day.
    """
    for raw, day in _days_in((page.url or "")[:_LONGEST_URL]):
        if any(_tells(line, day, zone) for line in _lines_of(page)):
            reading = read_date(day.isoformat(), zone)
            return Moment(replace(reading, raw=raw), "url", False) if reading is not None else None
    return None


def _days_in(url: str) -> Iterator[tuple[str, date]]:
    for found in chain(_SHORT.finditer(url), _DAY_FIRST.finditer(url)):
        year = int(found["year"])
        if year < _SHORT_YEAR:
            year += 1900 if year >= _OF_LAST_CENTURY else 2000
        try:
            yield found.group().strip("/"), date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            continue


def _lines_of(page: Page) -> Iterator[str]:
    """The short texts of the page's first elements, and of those that their tags tell from the article."""
    cleared = (inner for box in page.survey.cleared for inner in box.iter())
    for element in chain(page.survey.elements[:_MOST_ELEMENTS], islice(cleared, _MOST_ELEMENTS)):
        for text in (element.text, element.tail):
            if text and len(text) <= _LONGEST_LINE and not text.isspace():
                yield text


def _tells(line: str, day: date, zone: tzinfo) -> bool:
    """Whether a line has a year of four digits, and tells that day."""
    if str(day.year) not in line:
        return False
    reading = read_date(line, zone)
    return reading is not None and reading.when.date() == day
