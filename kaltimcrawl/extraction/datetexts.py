"""Texts and attributes of one element that may tell a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.ago import is_ago_line
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.datelabels import PUBLISHED_VERBS
from kaltimcrawl.extraction.dates import is_iso_day
from kaltimcrawl.extraction.marks import parts_of
from kaltimcrawl.extraction.tree import fold

LONGEST_DATE_LINE = 160
LIKE_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:\w{3,9}|\d{1,2})[\s,/.'’-]+\d{2}|\d{1,2}[.:]\d{2}|\d{1,3}\s\w+\s(?:yang\s)?(?:lalu|ago)|(?:\w{3,9}|[^\x00-\x7f]{2,16})[.,]?\s\d{1,2}(?:(?:st|nd|rd|th)?,?\s|,|/)\d{4}|(?<!\w)\d{1,2}[A-Z][a-z]{2,8}\s\d{4}"
    r"|\d{4}\s?[年년./-]\s?\d{1,2}|\d{4}e?ko\s\w{3,16}\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?[^\s\d.,:;/|()-]{2,16}[.,]?\s(?:de\s)?\d{4}|\d{1,3}\s?(?:分|小时|時間|시간|분)\s?前?"
)
DIGIT = re.compile(r"\d")
_DIGITS_OF_EPOCHS = (10, 13)
_EPOCHS = ("time", "data-time", "data-timestamp", "timestamp", "datetime")
"""Attributes that tell a time for the browser to print."""
OF_DATES = re.compile(r"^(?:title|content)$|date(?!line)|time|publi|tgl|tanggal")
"""Names of attributes that may tell when an article was published; a deadline's is none."""
_LONGEST_FULL_DATE = 40
_DAY_OF_ISO = 10
STATED = re.compile(r"(?:19|20|[۱١][۳۴٤]|[۲٢][۰٠])\d\d")
_MOST_SPANS = 6


def date_texts(element: Element) -> Iterator[str]:
    """The date attributes and the text of an element, and those of a <time> within it.

    Where the text itself says that it is the date of publication, and of another day, it alone counts.
    """
    text = brief_text(element)
    times = [element, *element.iter("time"), *_with_property(element)]
    for inner in times[1:]:
        rest = text.replace(brief_text(inner), "", 1) if tells_change(inner) else ""
        if LIKE_DATE.search(rest):  # another date stands beside that of the last change
            text = rest.strip(" |·,–—-")
            times.remove(inner)
    is_text = 4 <= len(text) <= LONGEST_DATE_LINE and (any(map(str.isdigit, text)) or is_ago_line(text))
    is_label = is_text and text.lower().startswith(PUBLISHED_VERBS) and STATED.search(text) is not None
    for inner in times:
        value = inner.get("datetime") or inner.get("content") or (inner.tag == "abbr" and inner.get("title"))
        if value and not (is_label and not is_iso_day(value[:_DAY_OF_ISO], text)):
            yield _of_epoch(value) or value
    if is_text:
        yield text
        if len(element) and (apart := _set_apart(element)) != text and text == brief_text(element):
            yield apart
    elif not text and len(element):
        yield from filter(None, (_of_epoch(element[0].get(name)) for name in _EPOCHS))


def _set_apart(element: Element) -> str:
    """The text of a short element with a space between all its parts, for rows that a style sheet sets apart:
    "<span>Oleh Rina Wati</span><span>Mei 12, 2025</span>".
    """
    return fold(" ".join(map(str, element.itertext())))


def _of_epoch(value: str | None) -> str | None:
    """The time in ISO 8601 that seconds or milliseconds since 1970 tell; None for other values.

    >>> _of_epoch("1729746725"), _of_epoch("20241024")
    ('2024-10-24T05:12:05+00:00', None)
    """
    if value is None or len(value) not in _DIGITS_OF_EPOCHS or not (value.isascii() and value.isdecimal()):
        return None
    return datetime.fromtimestamp(int(value[: _DIGITS_OF_EPOCHS[0]]), UTC).isoformat()


def _with_property(element: Element) -> Iterator[Element]:
    """The <span>s within an element that tell its date for machines by RDFa, as those of Drupal do."""
    for inner in islice(element.iter("span"), _MOST_SPANS):
        if inner is not element and OF_DATES.search(inner.get("property") or "") is not None:
            yield inner


def looks_like_date(text: str) -> bool:
    """Whether a text holds what may be a day or a time."""
    return LIKE_DATE.search(text) is not None


def tells_change(element: Element) -> bool:
    """Whether an element is marked as the time of the last change, and as no other; nor says "Published"."""
    parts = {part for part, _, _ in parts_of(element)}
    if "modified" not in parts or "published" in parts:
        return False
    return not (element.text or "").lstrip().lower().startswith(PUBLISHED_VERBS)


def text_before(element: Element) -> str:
    """The text that stands right before an element, in the same parent."""
    before, above = element.getprevious(), element.getparent()
    return ((before.tail if before is not None else above.text if above is not None else None) or "").strip()


def is_iso(value: str) -> bool:
    return value[:2] in ("20", "19") and is_iso_day(value[:_DAY_OF_ISO])


def is_full_date(value: str) -> bool:
    """Whether the title of an element that says "9 bulan yang lalu" tells the day with its year."""
    return (
        len(value) <= _LONGEST_FULL_DATE
        and STATED.search(value) is not None
        and LIKE_DATE.search(value) is not None
    )


def is_line_of_publication(text: str) -> bool:
    """Whether a text begins with a verb of publishing, and tells a date: "VERÖFFENTLICHT AM 07.06.2019"."""
    return (
        len(text) <= LONGEST_DATE_LINE
        and DIGIT.search(text) is not None
        and text.strip().lower().startswith(PUBLISHED_VERBS)
        and LIKE_DATE.search(text) is not None
    )
