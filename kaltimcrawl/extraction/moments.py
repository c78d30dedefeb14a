"""When an article was published and last changed: claims and printed dates, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

from kaltimcrawl.extraction.ago import read_ago
from kaltimcrawl.extraction.apart import grounds_of
from kaltimcrawl.extraction.article import Claim
from kaltimcrawl.extraction.dates import UPDATED, DateReading, read_date, read_date_slowly, stated_zone
from kaltimcrawl.extraction.moment import Moment, Moments, at_home, clock_error, moved, placed, shifted
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.printed import (
    OF_CHANGE,
    date_texts,
    dates_at_foot,
    looks_like_date,
    printed_dates,
)
from kaltimcrawl.extraction.scripted import SCRIPT, scripted_date
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
    "article:published",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
)
_META_DATED = (
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "sailthru.date",
    "date",
    "displaydate",
)
"""What is as often the day of a page's making or last change: printed dates come before them."""
_META_CREATED = ("dc.date.created", "dcterms.created", "createdate", "datecreated")
"""When the page was made, which a move to another system makes anew: printed dates come before them."""
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
_YEAR_FIRST = re.compile(r"\d\d[-./]\d\d[-./]\d\d\b")
"""What may begin with the year as well as with the day."""
_SOUTH_SLAVIC = (("hr",), ("bs",))
_EAST_ASIAN = (("ko",), ("ja",), ("zh",))
"""Languages whose short dates begin with the year: "26-04-02"."""
_BETWEEN_DATES = " ,;|/·•(–—-\n\t"
_HALF_DAY = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_HOME_LANGUAGES = ("id", "ms", None)
_JAKARTA = timedelta(hours=7)
_FARTHER_EAST = (b" WITA", b" Wita", b" WIT<", b" WIT ")
_WORDPRESS = re.compile(r"WordPress\s(\d{1,2})\.(\d{1,2})")
_OF_WORDPRESS = b"/wp-content/"
_FIRST_WITH_OFFSETS, _DAY_OF_OFFSETS = (5, 3), datetime(2019, 11, 12, tzinfo=UTC)
_SAME_MINUTE = timedelta(seconds=61)
_DECLARED = "[datepublished]"
_MOST_TIMES, _MOST_ELEMENTS_IN_BODY = 60, 60


def read_moments(page: Page, title_order: int, language: str | None = None) -> Moments:
    """Publication and last change of the page's article, each None where the page doesn't tell.

    Claims (JSON-LD, <meta>) come before printed dates, but a printed clock with its zone corrects a claim
    that stamps local time as UTC. A date after the capture is no date of publication. `language` is the
    text's: pages in other languages than Indonesia's, of no known portal, mean UTC where they say so.
    """
    home = page.zone or HOME_ZONE
    claims = list(_claims(page, "datePublished", _META_PUBLISHED, home))
    is_sure = bool(claims) and _is_beyond_doubt(claims[0]) and not _may_be_of_jakarta(page, claims[0])
    texts = [] if is_sure else list(printed_dates(page, title_order))
    zone = _zone_of(page, texts)
    if zone is not home:
        claims = list(_claims(page, "datePublished", _META_PUBLISHED, zone))
    printed = _printed_moments(page, texts, zone)
    first = [moment for moment in printed if not UPDATED.search(moment.reading.raw)]
    first = [moment for moment in first if moment.place != OF_CHANGE] or first
    changed = [
        moment for moment in printed if moment.place == OF_CHANGE or UPDATED.search(moment.reading.raw)
    ]
    dated = list(_meta_claims(page, _META_DATED, zone))
    first = [_turned(moment, [*claims, *dated]) for moment in first]
    created = _claims(page, "dateCreated", _META_CREATED, zone) if not ((claims or dated) and first) else ()
    first.sort(key=lambda moment: moment.reading.precision == "day")
    known = [*claims, *first, *dated, *created]
    of_url = _of_url(page, zone)
    published = (
        _with_zone(_chosen(known), dated, claims)
        or (of_url and _to_the_minute(page, of_url, zone))
        or _at_foot(page, title_order, zone)
        or _declared_alone(page, zone)
        or _of_scripts(page, zone)
        or next(iter(changed), None)
    )  # a page that tells no more than its last change was published by then
    if published is not None and published.reading.precision == "day":
        published = _marked_minute(page, published, zone) or _scripted_minute(page, published, zone)
    changes = [*_claims(page, "dateModified", _META_MODIFIED, zone), *changed]
    modified = changes[0] if changes else _printed_change(page, title_order, zone)
    is_foreign = page.zone is None and zone is HOME_ZONE and language not in _HOME_LANGUAGES
    if not is_foreign:
        if published is not None and _is_local_as_utc(page, published):
            published = moved(published, published.reading.when.replace(tzinfo=zone))
        shift = clock_error(published, first, zone) if published is not None else timedelta(0)
        published = at_home(shifted(placed(published, first), shift), zone)
        modified = at_home(shifted(modified, shift), zone)
    return Moments(_with_dissent(published, [*known, of_url], zone), _with_dissent(modified, changes, zone))


def _is_local_as_utc(page: Page, moment: Moment) -> bool:
    """Whether an element's stamp is the site's time with UTC's offset, as themes of WordPress before 5.3
    print it: https://core.trac.wordpress.org/ticket/20973.
    """
    reading = moment.reading
    if not moment.printed or not reading.zone_stated or reading.when.utcoffset() != timedelta(0):
        return False
    for text in page.structured.meta.get("generator", ()):
        if (version := _WORDPRESS.search(text)) is not None:
            return (int(version[1]), int(version[2])) < _FIRST_WITH_OFFSETS
    return page.captured is not None and page.captured < _DAY_OF_OFFSETS and _OF_WORDPRESS in page.source


def _printed_moments(page: Page, texts: Iterable[tuple[str, str]], zone: tzinfo) -> list[Moment]:
    """The moments that printed texts tell, each text once, at the first of its places."""
    places: dict[str, str] = {}
    for whole, place in texts:
        for text in _told_apart(whole):
            places.setdefault(text, place)
    read = (_moment(page, text, zone, place, printed=True) for text, place in places.items())
    return [moment for moment in read if moment is not None]


def with_stamps(page: Page, moments: Moments, stamps: Iterable[str], place: str) -> Moments:
    """`moments` with the first date of `stamps`, the dated lines at that place of the body's container: where
    no publication is known, or as the minute of its day.
    """
    known = moments.published
    if known is not None and known.reading.precision == "minute":
        return moments
    for stamp in stamps:
        reading = read_date(stamp, page.zone or HOME_ZONE, page.captured)
        if reading is None or (
            page.captured is not None and reading.when > page.captured + timedelta(days=1)
        ):
            continue
        if known is None or (reading.precision == "minute" and _is_of_day(reading, known.reading)):
            return replace(moments, published=Moment(reading, place, True))
        break
    return moments


def _told_apart(text: str) -> tuple[str, ...]:
    """A line's date of publication and that of the last change behind it, each by itself.

    >>> _told_apart("on May 12, 2025 at 3:02 PM, updated May 12, 2025 at 4:16 PM")
    ('on May 12, 2025 at 3:02 PM', 'updated May 12, 2025 at 4:16 PM')
    """
    mark = UPDATED.search(text)
    before = text[: mark.start()].rstrip(_BETWEEN_DATES) if mark is not None else ""
    return (before, text[mark.start() :]) if mark is not None and looks_like_date(before) else (text,)


def _at_foot(page: Page, title_order: int, zone: tzinfo) -> Moment | None:
    """The date right under the body, for pages that tell none over it."""
    for text in dates_at_foot(page, grounds_of(page, title_order)):
        moment = _moment(page, text, zone, "text: under body", printed=True)
        if moment is not None and not UPDATED.search(text):
            return moment
    return None


def _declared_alone(page: Page, zone: tzinfo) -> Moment | None:
    """The time that all of the page's microdata declares to be that of publication, wherever it stands."""
    told: dict[datetime, Moment] = {}
    for marked in islice(page.survey.marked.get("published", ()), _MOST_TIMES):
        if marked.mark != _DECLARED:
            continue
        for text in date_texts(marked.element):
            moment = _moment(page, text, zone, f"css: {marked.mark}", printed=True)
            if moment is not None:
                told.setdefault(moment.reading.when, moment)
                break
    return next(iter(told.values())) if len(told) == 1 else None


def _of_scripts(page: Page, zone: tzinfo) -> Moment | None:
    """The date that the page's scripts tell, for pages that are silent themselves."""
    told = scripted_date(page.source)
    return _moment(page, told[1], zone, f"{SCRIPT}{told[0]}", printed=False) if told else None


def _scripted_minute(page: Page, day: Moment, zone: tzinfo) -> Moment:
    """`day` where it is printed, to the minute that the page's scripts tell with its offset.

    "3 minggu yang lalu" leaves off the rest of a fourth week: a date of theirs within it is the exact one.
    """
    told = _of_scripts(page, zone) if day.printed else None
    if told is None or told.reading.precision != "minute" or not told.reading.zone_stated:
        return day
    ago = read_ago(day.reading.raw)
    earlier = day.reading.when.date() - told.reading.when.astimezone(zone).date()
    is_exact = not earlier or (ago is not None and timedelta(0) < earlier < timedelta(seconds=ago.seconds))
    return replace(told, printed=True) if is_exact else day


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


def _may_be_of_jakarta(page: Page, claim: Moment) -> bool:
    """Whether a claim has Jakarta's offset on a page that prints times of Indonesia's middle or east: its
    portal's chain may stamp that on all its clocks.
    """
    return claim.reading.when.utcoffset() == _JAKARTA and any(mark in page.source for mark in _FARTHER_EAST)


def _claims(page: Page, key: str, names: tuple[str, ...], zone: tzinfo) -> Iterator[Moment]:
    """What JSON-LD says under `key` and <meta> by `names`, in this order."""
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
    yield from _meta_claims(page, names, zone)


def _meta_claims(page: Page, names: tuple[str, ...], zone: tzinfo) -> Iterator[Moment]:
    for name in names:
        for text in page.structured.meta.get(name, ())[:2]:
            moment = _moment(page, text, zone, f"meta: {name}", printed=False)
            if moment:
                yield moment


def _moment(page: Page, text: str, zone: tzinfo, place: str, *, printed: bool) -> Moment | None:
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
    if page.captured is not None and reading.when > page.captured + timedelta(days=1):
        return None
    return Moment(reading, place, printed)


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
            if moment.reading.precision == "minute" and _is_of_day(moment.reading, first.reading)
        ),
        first,
    )


def _is_of_day(one: DateReading, day: DateReading) -> bool:
    """Whether a time is of a day, at its own place or, where its offset is told, by UTC."""
    days = {one.when.date(), *((one.when.astimezone(UTC).date(),) if one.zone_stated else ())}
    return day.when.date() in days


def _turned(moment: Moment, claims: Iterable[Moment]) -> Moment:
    """`moment`, month and day in the order by which it is of a claimed day: "03/12/2026" may be either."""
    when = moment.reading.when
    if any(
        (claim.reading.when.month, claim.reading.when.day) == (when.day, when.month) != (when.month, when.day)
        and claim.reading.when.year == when.year
        for claim in claims
    ):
        return moved(moment, when.replace(month=when.day, day=when.month))
    return moment


def _with_zone(chosen: Moment | None, dated: Iterable[Moment], claims: Iterable[Moment]) -> Moment | None:
    """`chosen`, or the claim of the same time that tells its zone, where that one doesn't: of `dated` for a
    printed one, else of `claims`.
    """
    if chosen is None or chosen.reading.zone_stated or chosen.reading.precision == "day":
        return chosen
    claims = dated if chosen.printed else claims
    clock = chosen.reading.when.replace(tzinfo=None, second=0, microsecond=0)
    same = (
        claim
        for claim in claims
        if claim.reading.zone_stated
        and claim.reading.when.replace(tzinfo=None, second=0, microsecond=0) == clock
    )
    return next(same, chosen)


def _printed_change(page: Page, title_order: int, zone: tzinfo) -> Moment | None:
    for marked in page.near("modified", title_order):
        for text in date_texts(marked.element):
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


def _marked_minute(page: Page, day: Moment, zone: tzinfo) -> Moment | None:
    """The minute of a day, where an element at the body's beginning is marked as the time of publication."""
    last = min(page.body_end, page.body_order + _MOST_ELEMENTS_IN_BODY)
    for marked in page.survey.best("published"):
        for text in date_texts(marked.element) if page.body_order < marked.order <= last else ():
            moment = _moment(page, text, zone, f"css: {marked.mark}", printed=True)
            if (
                moment is not None
                and moment.reading.precision == "minute"
                and _is_of_day(moment.reading, day.reading)
            ):
                return moment
    return None


def _to_the_minute(page: Page, day: Moment, zone: tzinfo) -> Moment:
    """`day`, which the address tells, with its minute where all <time>s of that day, wherever on the page,
    tell the same one.
    """
    elements = islice(
        (time for box in (page.root, *page.survey.cleared) for time in box.iter("time")), _MOST_TIMES
    )
    read = (
        _moment(page, element.get("datetime") or "", zone, "css: time", printed=False) for element in elements
    )
    of_day = [
        moment
        for moment in read
        if moment is not None
        and moment.reading.precision == "minute"
        and moment.reading.when.date() == day.reading.when.date()
    ]
    return of_day[0] if len({moment.reading.when for moment in of_day}) == 1 else day
