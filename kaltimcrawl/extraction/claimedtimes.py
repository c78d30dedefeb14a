"""The times that a page tells machines, and how the text of any place is read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from itertools import islice

from kaltimcrawl.extraction.dates import read_date, read_date_slowly
from kaltimcrawl.extraction.datetexts import date_texts
from kaltimcrawl.extraction.moment import Moment
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.structured import texts_of
from kaltimcrawl.extraction.weighing import is_of_either_order, other_way

META_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "content_publisheddate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-at",
    "published_at",
    "publication_date",
    "published_time",
    "pubdate",
    "parsely-pub-date",
    "article:published",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
)
META_DATED = (
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "sailthru.date",
    "date",
    "displaydate",
)
"""What is as often the day of a page's making or last change: printed dates come before them."""
META_CREATED = ("dc.date.created", "dcterms.created", "createdate", "datecreated")
"""When the page was made, which a move to another system makes anew: printed dates come before them."""
META_MODIFIED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "updatedate",
    "article:modified",
    "modified_time",
)
_URL_DAY = re.compile(
    r"/(20[0-3]\d|19[89]\d)(?:/([01]?\d)/([0-3]?\d)(?=/|$)|[/-]?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[/_-]|$))"
)
_YEAR_FIRST = re.compile(r"\d\d[-./]\d\d[-./]\d\d\b")
"""What may begin with the year as well as with the day."""
_SOUTH_SLAVIC = (("hr",), ("bs",))
_HANGUL = re.compile("[\uac00-\ud7a3]")
_EAST_ASIAN = (("ko",), ("ja",), ("zh",))
"""Languages whose short dates begin with the year: "26-04-02"."""
_HALF_DAY = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_DECLARED = "[datepublished]"
MOST_TIMES = 60


def claimed_times(page: Page, key: str, names: tuple[str, ...], zone: tzinfo) -> Iterator[Moment]:
    """What JSON-LD says under `key` and <meta> by `names`, in this order."""
    structured = page.structured
    nodes = [structured.article] if structured.article is not None else []
    nodes += [
        node for node in structured.nodes if node is not structured.article and node.get("@type") == "WebPage"
    ]
    for node in nodes:
        for text in texts_of(node.get(key))[:1]:
            moment = read_moment(page, text, zone, f"jsonld: {key}", printed=False)
            if moment:
                yield moment
    yield from meta_times(page, names, zone)


def meta_times(page: Page, names: tuple[str, ...], zone: tzinfo) -> Iterator[Moment]:
    for name in names:
        for text in page.structured.meta.get(name, ())[:2]:
            moment = read_moment(page, text, zone, f"meta: {name}", printed=False)
            if moment:
                yield moment


def time_of_address(page: Page, zone: tzinfo) -> Moment | None:
    found = _URL_DAY.search(page.url or "")
    if found is None:
        return None
    year, month, day = (group for group in found.groups() if group is not None)
    reading = read_date(f"{year}-{int(month):02}-{int(day):02}", zone)
    return Moment(replace(reading, raw=found.group().strip("/")), "url", False) if reading else None


def declared_alone(page: Page, zone: tzinfo) -> Moment | None:
    """The time that all of the page's microdata declares to be that of publication, wherever it stands."""
    told: dict[datetime, Moment] = {}
    for marked in islice(page.survey.marked.get("published", ()), MOST_TIMES):
        if marked.mark != _DECLARED:
            continue
        for text in date_texts(marked.element):
            moment = read_moment(page, text, zone, f"css: {marked.mark}", printed=True)
            if moment is not None:
                told.setdefault(moment.reading.when, moment)
                break
    return next(iter(told.values())) if len(told) == 1 else None


def read_moment(page: Page, text: str, zone: tzinfo, place: str, *, printed: bool) -> Moment | None:
    if "listopad" in text.lower() and _languages(page)[:1] in _SOUTH_SLAVIC:
        text = re.sub("listopada?", "lis", text, flags=re.IGNORECASE)  # October there, November in Poland
    if printed:
        is_american = _is_american(page, text)
        text = text.strip()
        whole = f"20{text}" if _YEAR_FIRST.match(text) and _languages(page)[:1] in _EAST_ASIAN else text
        reading = read_date(whole, zone, page.captured, is_date=True, month_first=is_american)
        if reading is not None and whole is not text:
            reading = replace(reading, raw=text)
    else:
        if _YEAR_FIRST.fullmatch(text):
            return None
        reading = read_date(text, zone, page.captured) or read_date_slowly(text, zone, _languages(page))
    if reading is None:
        return None
    moment = Moment(reading, place, printed)
    if not _is_after_capture(page, moment):
        return moment
    if printed or not is_of_either_order(moment):
        return None
    other = other_way(moment)  # "05/12/2025" in June can only have its month first
    return None if _is_after_capture(page, other) else other


def _is_after_capture(page: Page, moment: Moment) -> bool:
    return page.captured is not None and moment.reading.when > page.captured + timedelta(days=1)


def _is_american(page: Page, text: str) -> bool:
    """Whether a printed date has the month before the day: on pages that declare American English, and on
    those that declare English of no country, where its time is one of twelve hours.
    """
    if "/" not in text:
        return False
    declared = (page.structured.declared_language or "").replace("_", "-").lower()
    return declared == "en-us" or (declared == "en" and _HALF_DAY.search(text) is not None)


def _languages(page: Page) -> tuple[str, ...]:
    primary = (page.structured.declared_language or "").replace("_", "-").split("-")[0].lower()
    if not primary and _HANGUL.search(page.structured.page_title or ""):
        return ("ko",)
    return (primary,) if primary and primary != "id" else ()
