"""When an article was published and last changed: claims and printed dates, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.authors import elements_under
from kaltimcrawl.extraction.brief import brief_text
from kaltimcrawl.extraction.dates import (
    PUBLISHED_LABELS,
    DateReading,
    read_date,
    read_date_slowly,
    stated_zone,
)
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.structured import texts_of

HOME_ZONE = ZoneInfo("Asia/Makassar")
"""The zone of pages that name none: East Kalimantan's."""
_META_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "content_publisheddate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "pubdate",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "article:published",
    "article.published",
    "sailthru.date",
    "date",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "createdate",
    "datecreated",
    "displaydate",
)
_META_MODIFIED = (
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
_UPDATED = re.compile(
    r"\b(?:diperbarui|update[d]?|diupdate|last\s+(?:updated|modified)|perbarui|terakhir|diubah|kemas\s+kini"
    r"|aktualisiert|geändert|stand:|mis\s+à\s+jour|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt"
    r"|обновлено|güncelleme|cập\s+nhật)|更新|수정|업데이트|تحديث",
    re.IGNORECASE,
)
_HOME_LANGUAGES = ("id", "ms", None)
_SAME_MINUTE = timedelta(seconds=61)
_LONGEST_DATE_LINE = 160
_LIKE_DATE = re.compile(
    r"\d{1,2}[\s/.-]+(?:\w{3,9}|\d{1,2})[\s/.-]+\d{2}|\d{1,2}[.:]\d{2}|\d{1,3}\s\w+\s(?:yang\s)?(?:lalu|ago)|\w{3,9}\s\d{1,2},\s\d{4}"
    r"|\d{4}\s?[年년./-]\s?\d{1,2}|\d{1,2}\.?\s(?:de\s)?[^\W\d]{3,12}\.?\s(?:de\s)?\d{4}|\d{1,3}\s?(?:分|小时|時間|시간|분)\s?前?"
)
_DIGIT = re.compile(r"\d")
_MOST_ELEMENTS_OVER_BODY = 400
_NEAREST_OVER_TITLE = 3
_MOST_IN_HEAD = 16  # elements under a title that stands in the body
_CLOCK = re.compile(r"\d\d?[:.hH]\d\d")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with its source."""

    reading: DateReading
    place: str
    printed: bool
    """Whether a reader sees it."""
    disagreeing: tuple[Claim, ...] = ()
    """What other places say instead."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Publication and last change."""

    published: Moment | None
    modified: Moment | None


def read_moments(page: Page, title_order: int, language: str | None = None) -> Moments:
    """Publication and last change of the page's article, each None where the page doesn't tell.

    Claims (JSON-LD, <meta>) come before printed dates, but a printed clock with its zone corrects a claim
    that stamps local time as UTC. A date after the capture is no date of publication. `language` is the
    text's: pages in other languages than Indonesia's, of no known portal, mean UTC where they say so.
    """
    claims = list(_claims(page, "datePublished", _META_PUBLISHED, page.zone or HOME_ZONE))
    texts = [] if claims and _is_beyond_doubt(claims[0]) else list(_printed(page, title_order))
    zone = _zone_of(page, texts)
    first_places: dict[str, str] = {}
    for text, place in texts:
        first_places.setdefault(text, place)
    printed = [
        moment
        for text, place in first_places.items()
        if (moment := _moment(page, text, zone, place, printed=True))
    ]
    if zone is not (page.zone or HOME_ZONE):
        claims = list(_claims(page, "datePublished", _META_PUBLISHED, zone))
    first = [moment for moment in printed if not _UPDATED.search(moment.reading.raw)]
    known = [*claims, *sorted(first, key=lambda moment: moment.reading.precision == "day")]
    of_url = _of_url(page, zone)
    published = _chosen(known) or of_url
    changes = list(_claims(page, "dateModified", _META_MODIFIED, zone))
    changes += [moment for moment in printed if _UPDATED.search(moment.reading.raw)]
    modified = changes[0] if changes else _printed_change(page, title_order, zone)
    if page.zone is None and zone is HOME_ZONE and language not in _HOME_LANGUAGES:
        return Moments(
            _with_dissent(published, [*known, of_url], zone), _with_dissent(modified, changes, zone)
        )
    if published is None:
        return Moments(None, _at_home(modified, zone))
    shift = _clock_error(published, first, zone)
    published = _at_home(_shifted(published, shift), zone)
    modified = _at_home(_shifted(modified, shift), zone)
    return Moments(_with_dissent(published, [*known, of_url], zone), _with_dissent(modified, changes, zone))


def _with_dissent(chosen: Moment | None, others: Iterable[Moment | None], zone: tzinfo) -> Moment | None:
    """`chosen` with the moments that tell another minute, or another day where one gives no minute."""
    if chosen is None:
        return None
    dissent = tuple(
        Claim(other.place, other.reading.raw)
        for other in others
        if other is not None and _differ(chosen.reading, other.reading, zone)
    )
    return replace(chosen, disagreeing=dissent) if dissent else chosen


def _differ(one: DateReading, other: DateReading, zone: tzinfo) -> bool:
    if one.precision == other.precision == "minute":
        return abs(one.when - other.when) > _SAME_MINUTE
    return one.when.astimezone(zone).date() != other.when.astimezone(zone).date()


def _is_beyond_doubt(claim: Moment) -> bool:
    """Whether a claim gives the minute and an offset that is not UTC's: no printed date can add to it."""
    reading = claim.reading
    return reading.precision == "minute" and reading.zone_stated and reading.when.utcoffset() != timedelta(0)


def _claims(page: Page, key: str, names: tuple[str, ...], zone: tzinfo) -> Iterator[Moment]:
    structured = page.structured
    nodes = [structured.article] if structured.article is not None else []
    nodes += [
        node for node in structured.nodes if node is not structured.article and node.get("@type") == "WebPage"
    ]
    for node in nodes:
        for text in texts_of(node.get(key))[:1]:
            moment = _moment(page, text, zone, f"jsonld: {key}", printed=False)
            if moment:
                yield moment
    for name in names:
        for text in structured.meta.get(name, ())[:2]:
            moment = _moment(page, text, zone, f"meta: {name}", printed=False)
            if moment:
                yield moment


def _moment(page: Page, text: str, zone: tzinfo, place: str, *, printed: bool) -> Moment | None:
    reading = read_date(text, zone, page.captured) or (
        read_date_slowly(text, zone, _languages(page)) if not printed else None
    )
    if reading is None:
        return None
    if page.captured is not None and reading.when > page.captured + timedelta(days=1):
        return None
    return Moment(reading, place, printed)


def _languages(page: Page) -> tuple[str, ...]:
    primary = (page.structured.declared_language or "").replace("_", "-").split("-")[0].lower()
    return (primary,) if primary and primary != "id" else ()


def _chosen(moments: list[Moment]) -> Moment | None:
    """The first moment; where it gives only the day, the first that gives that day's minute."""
    if not moments:
        return None
    first = moments[0]
    if first.reading.precision == "minute":
        return first
    return next(
        (
            moment
            for moment in moments
            if moment.reading.precision == "minute"
            and moment.reading.when.date() == first.reading.when.date()
        ),
        first,
    )


def _printed(page: Page, title_order: int) -> Iterator[tuple[str, str]]:
    """Texts near the article that may be its date, with their places; the most trusted first."""
    has_clock = has_any = False
    # A date above the title may be the page's clock: those under it come first.
    near = sorted(page.close("published", title_order), key=lambda marked: marked.order < title_order)
    for marked in near:
        if marked.order < title_order and _in_page_header(page, marked.element, title_order):
            continue
        for text in _texts(marked.element):
            has_any = True
            has_clock = has_clock or _CLOCK.search(text) is not None
            yield text, f"css: {marked.mark}"
    if has_clock:
        return
    for place in page.survey.times:
        element = page.survey.elements[place]
        if place <= page.body_order and page.is_own(element):
            for text in _texts(element):
                yield text, "css: time"
    for text in (*_lines_over_body(page, title_order), *_lines_over_title(page, title_order)):
        yield text, "text"
    for text in () if has_any else _labelled_under_body(page):
        yield text, "text: under body"
    for marked in page.far("published", title_order) if not has_any else ():
        for text in _texts(marked.element):
            yield text, f"css: {marked.mark}"


def _in_page_header(page: Page, element: Element, title_order: int) -> bool:
    """Whether an element stands in the site's <header>, which tells today's date, not in the article's."""
    header = next(element.iterancestors("header"), None)
    if header is None or next(header.iterancestors("article", "main"), None) is not None:
        return False
    return header not in page.survey.elements[title_order].iterancestors("header")


def _texts(element: Element) -> Iterator[str]:
    """The date attributes and the text of an element, and those of a <time> within it."""
    for inner in (element, *element.iter("time")):
        value = inner.get("datetime") or inner.get("content") or (inner.tag == "abbr" and inner.get("title"))
        if value:
            yield value
    text = brief_text(element)
    if 4 <= len(text) <= _LONGEST_DATE_LINE and any(map(str.isdigit, text)):
        yield text


def _lines_over_body(page: Page, title_order: int) -> Iterator[str]:
    """Short texts between the title and the body, for pages whose marks nobody knows."""
    start = title_order + 1
    holds_title = page.body_order < title_order
    end = start + _MOST_IN_HEAD if holds_title else min(page.body_order, start + _MOST_ELEMENTS_OVER_BODY)
    for element in page.survey.elements[start:end]:
        for text in (element.text, element.tail):
            if (
                text
                and 8 <= len(text) <= _LONGEST_DATE_LINE
                and _DIGIT.search(text)  # which most have none of
                and _LIKE_DATE.search(text)
                and (holds_title or page.is_own(element))
            ):
                yield text


def _lines_over_title(page: Page, title_order: int) -> Iterator[str]:
    """Short texts right over the title, in the same box: the page's clock stands farther away."""
    if not title_order:
        return
    for element in islice(
        page.survey.elements[title_order].itersiblings(preceding=True), _NEAREST_OVER_TITLE
    ):
        text = brief_text(element)
        if (
            8 <= len(text) <= _LONGEST_DATE_LINE
            and _LIKE_DATE.search(text)
            and page.is_own(element, strict=False)
        ):
            yield text


def _labelled_under_body(page: Page) -> Iterator[str]:
    """Dates behind a label among the particulars under the body: "Tanggal 19.08.2025"."""
    for element in elements_under(page):
        label, text = element.text, element.tail
        if not label or not text or len(text) > _LONGEST_DATE_LINE or not _LIKE_DATE.search(text):
            continue
        if label.strip(" :\n\t").lower() in PUBLISHED_LABELS and page.is_own(element):
            yield text.strip()


def _printed_change(page: Page, title_order: int, zone: tzinfo) -> Moment | None:
    for marked in page.near("modified", title_order):
        for text in _texts(marked.element):
            moment = _moment(page, text, zone, f"css: {marked.mark}", printed=True)
            if moment:
                return moment
    return None


def _zone_of(page: Page, printed: list[tuple[str, str]]) -> tzinfo:
    """The zone of times without one: as a printed date names it, the portal's, or East Kalimantan's."""
    for text, _ in printed:
        zone = stated_zone(text)
        if zone is not None:
            return zone
    return page.zone or HOME_ZONE


def _of_url(page: Page, zone: tzinfo) -> Moment | None:
    found = _URL_DAY.search(page.url or "")
    if found is None:
        return None
    year, month, day = (group for group in found.groups() if group is not None)
    reading = read_date(f"{year}-{int(month):02}-{int(day):02}", zone)
    return Moment(replace(reading, raw=found.group().strip("/")), "url", False) if reading else None


def _clock_error(published: Moment, printed: list[Moment], zone: tzinfo) -> timedelta:
    """How far a claim in UTC is off whose portal stamped local time as UTC: an offset or zero."""
    reading = published.reading
    if published.printed or reading.when.utcoffset() != timedelta(0) or not reading.zone_stated:
        return timedelta(0)
    wall = reading.when.replace(tzinfo=None)
    true_wall = reading.when.astimezone(zone).replace(tzinfo=None)
    for moment in printed:
        when = moment.reading.when.astimezone(zone).replace(tzinfo=None)
        if moment.reading.precision == "minute":
            if abs(when - wall) <= timedelta(minutes=2):
                return reading.when.astimezone(zone).utcoffset() or timedelta(0)
            if abs(when - true_wall) <= timedelta(minutes=2):
                return timedelta(0)
        elif wall.date() != true_wall.date() and when.date() == wall.date():
            return reading.when.astimezone(zone).utcoffset() or timedelta(0)
    return timedelta(0)


def _shifted(moment: Moment | None, shift: timedelta) -> Moment | None:
    if moment is None or not shift or moment.reading.when.utcoffset() != timedelta(0):
        return moment
    return _moved(moment, moment.reading.when - shift)


def _at_home(moment: Moment | None, zone: tzinfo) -> Moment | None:
    """The same instant with the portal's offset, where the page gave it in UTC."""
    if moment is None or moment.reading.when.utcoffset() != timedelta(0):
        return moment
    return _moved(moment, moment.reading.when.astimezone(zone))


def _moved(moment: Moment, when: datetime) -> Moment:
    old = moment.reading
    reading = DateReading(when, old.raw, old.precision, old.zone_stated)
    return Moment(reading, moment.place, moment.printed, moment.disagreeing)
