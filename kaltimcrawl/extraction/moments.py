"""When an article was published and last changed: claims and printed dates, weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import chain, islice
from zoneinfo import ZoneInfo

from kaltimcrawl.extraction.ago import read_ago
from kaltimcrawl.extraction.apart import grounds_of
from kaltimcrawl.extraction.claimedtimes import (
    META_CREATED,
    META_DATED,
    META_MODIFIED,
    META_PUBLISHED,
    MOST_TIMES,
    claimed_times,
    declared_alone,
    meta_times,
    read_moment,
    time_of_address,
)
from kaltimcrawl.extraction.clocks import is_at_home
from kaltimcrawl.extraction.datedfoot import clock_at_foot, dates_at_foot
from kaltimcrawl.extraction.datelabels import PUBLISHED_WITHIN, UPDATED
from kaltimcrawl.extraction.dates import DateReading, read_date, stated_zone
from kaltimcrawl.extraction.datetexts import date_texts, looks_like_date
from kaltimcrawl.extraction.moment import (
    Moment,
    Moments,
    as_printed,
    at_home,
    clock_error,
    moved,
    placed,
    shifted,
)
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.printed import OF_CHANGE, printed_dates
from kaltimcrawl.extraction.scripted import SCRIPT, scripted_date
from kaltimcrawl.extraction.shortdays import day_of_short_address
from kaltimcrawl.extraction.weighing import (
    first_to_minute,
    is_midnight,
    is_of_day,
    is_of_request,
    turned,
    with_dissent,
    with_zone,
    without_clock,
)

HOME_ZONE = ZoneInfo("Asia/Makassar")
"""The zone of pages that name none: East Kalimantan's."""
_BETWEEN_DATES = " ,;|/·•(–—-\n\t"
_LONGEST_TOLD = 300
_HOME_LANGUAGES = ("id", "ms", None)
_JAKARTA = timedelta(hours=7)
_FARTHER_EAST = (b" WITA", b" Wita", b" WIT<", b" WIT ")
_WORDPRESS = re.compile(r"WordPress\s(\d{1,2})\.(\d{1,2})")
_OF_WORDPRESS = b"/wp-content/"
_MOST_ELEMENTS_IN_BODY = 60
_OF_DATABASE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?")
"""A time as databases keep it, which is the site's own."""
_LAST_HOUR, _LAST_MINUTE = 23, 59
_MINUTES_OF_ZONES = 30
"""Offsets are multiples of that, but for a few: the same instant has the same minute by any clock."""
_FIRST_WITH_OFFSETS, _DAY_OF_OFFSETS = (5, 3), datetime(2019, 11, 12, tzinfo=UTC)


def read_moments(page: Page, title_order: int, language: str | None = None) -> Moments:
    """Publication and last change of the page's article, each None where the page doesn't tell.

    Claims (JSON-LD, <meta>) come before printed dates, but a printed clock with its zone corrects a claim
    that stamps local time as UTC. A date after the capture is no date of publication. `language` is the
    text's: pages in other languages than Indonesia's, of no known portal, mean UTC where they say so.
    """
    home = page.zone or HOME_ZONE
    claims = list(claimed_times(page, "datePublished", META_PUBLISHED, home))
    is_sure = bool(claims) and _is_beyond_doubt(page, claims[0])
    texts = [] if is_sure else list(printed_dates(page, title_order))
    zone = _zone_of(page, texts, claims, is_home=language in _HOME_LANGUAGES)
    if zone is not home:
        claims = list(claimed_times(page, "datePublished", META_PUBLISHED, zone))
    printed = _printed_moments(page, texts, zone)
    first = [moment for moment in printed if not _tells_change(moment.reading.raw)]
    first = [moment for moment in first if moment.place != OF_CHANGE] or first
    changed = [moment for moment in printed if moment.place == OF_CHANGE or _tells_change(moment.reading.raw)]
    dated = list(meta_times(page, META_DATED, zone))
    of_url = time_of_address(page, zone)
    told = [*claims, *first, *dated, *([of_url] if of_url is not None else [])]
    claims, first, dated = ([turned(moment, told) for moment in some] for some in (claims, first, dated))
    told_at_request = claims
    claims = without_clock(claims, first, page.captured)
    clocks = [claim for claim in told_at_request if claim not in claims]
    created = (
        claimed_times(page, "dateCreated", META_CREATED, zone) if not ((claims or dated) and first) else ()
    )
    first.sort(key=lambda moment: moment.reading.precision == "day")
    known = [*claims, *first, *dated, *created]
    elsewhere = [*first, *dated] if language not in _HOME_LANGUAGES else []
    published = (
        with_zone(first_to_minute(known), dated, claims, elsewhere)
        or (of_url and _to_the_minute(page, of_url, zone))
        or _at_foot(page, title_order, zone)
        or declared_alone(page, zone)
        or _of_scripts(page, zone)
        or day_of_short_address(page, zone)
        or next(iter(changed), None)  # a page that tells no more than its last change was published by then
    )
    if published is not None and published.reading.precision == "day":
        published = (
            _marked_minute(page, published, zone)
            or _minute_at_foot(page, published, title_order)
            or _scripted_minute(page, published, zone)
        )
    elif published is not None and not published.reading.zone_stated and page.zone is None:
        scripted = _of_scripts(page, zone)
        published = with_zone(published, (), [scripted]) if scripted is not None else published
    changes = _changes(page, zone, changed, first if clocks else [])
    modified = changes[0] if changes else _printed_change(page, title_order, zone)
    published = _before_change(page, title_order, published, changes, claims) or (
        None if changes else modified
    )
    is_elsewhere = zone is HOME_ZONE or (page.zone is None and not is_at_home(zone))
    is_foreign = page.zone is None and is_elsewhere and language not in _HOME_LANGUAGES
    if is_foreign:
        published = as_printed(published, first)
    else:
        if published is not None and _is_local_as_utc(page, published):
            published = moved(published, published.reading.when.replace(tzinfo=zone))
        shift = clock_error(published, first, zone) if published is not None else timedelta(0)
        published = at_home(shifted(placed(published, first), shift), zone)
        modified = at_home(shifted(modified, shift), zone)
    others = [*known, *clocks, of_url]
    return Moments(with_dissent(published, others, zone), with_dissent(modified, changes, zone))


def _changes(page: Page, zone: tzinfo, printed: list[Moment], older: list[Moment]) -> list[Moment]:
    """The times of the last change, claimed and printed; `older` are printed dates that tell a claim to be
    the page's clock.
    """
    claims = list(claimed_times(page, "dateModified", META_MODIFIED, zone))
    return [*without_clock(claims, older, page.captured), *printed]


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
    read = (read_moment(page, text, zone, place, printed=True) for text, place in places.items())
    return [moment for moment in read if moment is not None]


def with_stamps(page: Page, moments: Moments, stamps: Iterable[str], place: str) -> Moments:
    """`moments` with the first date of `stamps`, the dated lines at that place of the body's container: where
    no publication is known, or as the minute of its day.
    """
    told = [part for stamp in stamps for part in _told_apart(stamp)]
    if not told:
        return moments
    moments = _with_publication(page, moments, told, place)
    changes = (_of_stamp(page, text) for text in told if _tells_change(text)) if not moments.modified else ()
    change = next((reading for reading in changes if reading is not None), None)
    return replace(moments, modified=Moment(change, place, True)) if change is not None else moments


def _with_publication(page: Page, moments: Moments, stamps: Iterable[str], place: str) -> Moments:
    """`moments` with the first date of `stamps` that tells the publication, or its minute."""
    known = moments.published
    if known is not None and known.reading.precision == "minute":
        return moments
    for stamp in sorted(stamps, key=_tells_change):
        if known is not None and _tells_change(stamp):
            break
        reading = _of_stamp(page, stamp)
        if reading is None:
            continue
        if known is None or (reading.precision == "minute" and is_of_day(reading, known.reading)):
            return replace(moments, published=Moment(reading, place, True))
        break
    return moments


def _of_stamp(page: Page, stamp: str) -> DateReading | None:
    """The date of a dated line, where it is not after the capture."""
    reading = read_date(stamp, page.zone or HOME_ZONE, page.captured)
    is_late = (
        reading is not None and page.captured is not None and reading.when > page.captured + timedelta(days=1)
    )
    return None if is_late else reading


def _tells_change(text: str) -> bool:
    return UPDATED.search(text) is not None


def _told_apart(text: str) -> tuple[str, ...]:
    """A line's date of publication and that of the last change, each by itself, in either order.

    >>> _told_apart("on May 12, 2025 at 3:02 PM, updated May 12, 2025 at 4:16 PM")
    ('on May 12, 2025 at 3:02 PM', 'updated May 12, 2025 at 4:16 PM')
    >>> _told_apart("Diperbarui: 14 Mei 2025 | Terbit: 12 Mei 2025")
    ('Diperbarui: 14 Mei 2025', 'Terbit: 12 Mei 2025')
    """
    mark = UPDATED.search(text) if len(text) <= _LONGEST_TOLD else None
    if mark is None:
        return (text,)
    before = text[: mark.start()].rstrip(_BETWEEN_DATES)
    if looks_like_date(before):
        return before, text[mark.start() :]
    label = PUBLISHED_WITHIN.search(text, mark.end())
    change = text[: label.start()].rstrip(_BETWEEN_DATES) if label is not None else ""
    if label is not None and looks_like_date(change) and looks_like_date(text[label.end() :]):
        return change, text[label.start("label") :]
    return (text,)


def _at_foot(page: Page, title_order: int, zone: tzinfo) -> Moment | None:
    """The date right under the body, for pages that tell none over it."""
    for text in dates_at_foot(page, grounds_of(page, title_order)):
        moment = read_moment(page, text, zone, "text: under body", printed=True)
        if moment is not None and not _tells_change(text):
            return moment
    return None


def _minute_at_foot(page: Page, day: Moment, title_order: int) -> Moment | None:
    """The minute of a printed day, where the byline under the body tells the time of day alone."""
    told = clock_at_foot(page, grounds_of(page, title_order)) if day.printed else None
    if told is None or told[0].hour > _LAST_HOUR or told[0].minute > _LAST_MINUTE:
        return None
    (clock, line), reading = told, day.reading
    zone = clock.zone or reading.when.tzinfo
    to_minute = replace(
        reading,
        when=reading.when.replace(hour=clock.hour, minute=clock.minute, tzinfo=zone),
        raw=f"{reading.raw} … {line}",
        precision="minute",
        zone_stated=reading.zone_stated or clock.zone is not None,
    )
    return replace(day, reading=to_minute)


def _of_scripts(page: Page, zone: tzinfo) -> Moment | None:
    """The date that the page's scripts tell, for pages that are silent themselves."""
    told = scripted_date(page.source)
    return read_moment(page, told[1], zone, f"{SCRIPT}{told[0]}", printed=False) if told else None


def _scripted_minute(page: Page, day: Moment, zone: tzinfo) -> Moment:
    """`day` where it is printed or the address's, to the minute that the page's scripts tell with its offset,
    or as a database has it.

    "3 minggu yang lalu" leaves off the rest of a fourth week: a date of theirs within it is the exact one.
    """
    told = _of_scripts(page, zone) if day.printed or day.place == "url" else None
    if told is None or told.reading.precision != "minute":
        return day
    if not told.reading.zone_stated and _OF_DATABASE.fullmatch(told.reading.raw) is None:
        return day  # programs print the time in UTC so too
    ago = read_ago(day.reading.raw)
    earlier = day.reading.when.date() - told.reading.when.astimezone(zone).date()
    is_exact = not earlier or (ago is not None and timedelta(0) < earlier < timedelta(seconds=ago.seconds))
    return replace(told, printed=day.printed) if is_exact else day


def _is_beyond_doubt(page: Page, claim: Moment) -> bool:
    """Whether a claim gives the minute and an offset that is not UTC's: no printed date can add to it."""
    reading = claim.reading
    if is_midnight(claim) or is_of_request(claim, page.captured) or _may_be_of_jakarta(page, claim):
        return False
    return reading.precision == "minute" and reading.zone_stated and reading.when.utcoffset() != timedelta(0)


def _may_be_of_jakarta(page: Page, claim: Moment) -> bool:
    """Whether a claim has Jakarta's offset on a page that prints times of Indonesia's middle or east: its
    portal's chain may stamp that on all its clocks.
    """
    return claim.reading.when.utcoffset() == _JAKARTA and any(mark in page.source for mark in _FARTHER_EAST)


def _printed_change(page: Page, title_order: int, zone: tzinfo) -> Moment | None:
    for marked in page.near("modified", title_order):
        for text in date_texts(marked.element):
            moment = read_moment(page, text, zone, f"css: {marked.mark}", printed=True)
            if moment:
                return moment
    return None


def _zone_of(
    page: Page, printed: Iterable[tuple[str, str]], claims: Iterable[Moment], *, is_home: bool
) -> tzinfo:
    """The zone of times without one: as a printed date names it, the portal's, or East Kalimantan's; another
    country's only in texts that are in no language of Indonesia, and there also the offset that the page
    claims for its publication or last change, where that is not UTC's.
    """
    for text, _ in printed:
        zone = stated_zone(text)
        if zone is not None and (not is_home or is_at_home(zone)):
            return zone
    if page.zone is None and not is_home:
        changes = claimed_times(page, "dateModified", META_MODIFIED, HOME_ZONE)
        offsets = (each.reading.when.tzinfo for each in chain(claims, changes) if each.reading.zone_stated)
        own = next((zone for zone in offsets if zone is not None and zone.utcoffset(None)), None)
        return own or HOME_ZONE
    return page.zone or HOME_ZONE


def _before_change(
    page: Page,
    title_order: int,
    published: Moment | None,
    changes: Sequence[Moment],
    claims: Sequence[Moment],
) -> Moment | None:
    """`published`, or where a claim gives the time of the last change as that of publication, which nothing
    printed confirms, the first other claim of an earlier minute.
    """
    if published is None or published not in claims or not changes:
        return published
    last = published.reading.when
    earlier = (
        claim
        for claim in claims
        if claim.reading.precision == "minute" and claim.reading.zone_stated and claim.reading.when < last
    )
    first = next(earlier, None) if changes[0].reading.when == last else None
    if first is None:
        return published
    printed = _printed_moments(page, printed_dates(page, title_order), HOME_ZONE)
    is_confirmed = any(
        moment.reading.precision == "minute"
        and (moment.reading.when.minute - last.minute) % _MINUTES_OF_ZONES == 0
        and not _tells_change(moment.reading.raw)
        for moment in printed
    )
    return published if is_confirmed else first


def _marked_minute(page: Page, day: Moment, zone: tzinfo) -> Moment | None:
    """The minute of a day, where an element at the body's beginning is marked as the time of publication."""
    last = min(page.body_end, page.body_order + _MOST_ELEMENTS_IN_BODY)
    for marked in page.survey.best("published"):
        for text in date_texts(marked.element) if page.body_order < marked.order <= last else ():
            moment = read_moment(page, text, zone, f"css: {marked.mark}", printed=True)
            if (
                moment is not None
                and moment.reading.precision == "minute"
                and is_of_day(moment.reading, day.reading)
            ):
                return moment
    return None


def _to_the_minute(page: Page, day: Moment, zone: tzinfo) -> Moment:
    """`day`, which the address tells, with its minute where all <time>s of that day, wherever on the page,
    tell the same one.
    """
    elements = islice(
        (time for box in (page.root, *page.survey.cleared) for time in box.iter("time")), MOST_TIMES
    )
    read = (
        read_moment(page, element.get("datetime") or "", zone, "css: time", printed=False)
        for element in elements
    )
    of_day = [
        moment
        for moment in read
        if moment is not None
        and moment.reading.precision == "minute"
        and moment.reading.when.date() == day.reading.when.date()
    ]
    return of_day[0] if len({moment.reading.when for moment in of_day}) == 1 else day
