"""What is made of the gap ledger: holes, numbers that nobody named, and the way to fill them.

Storage counts, discovery judges addresses; here both come together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kaltimcrawl.discovery import Candidate, is_article_url
from kaltimcrawl.discovery.numbers import NumberBook, NumberRow
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.storage import Archive
from kaltimcrawl.storage.gaps import GapLedger, open_ledger
from kaltimcrawl.storage.tallies import PeriodTally, Tally, total

if TYPE_CHECKING:
    from kaltimcrawl.portals import Portal

LONGEST_BRIDGE = timedelta(days=7)
"""Days of which nothing is known may part the days of one hole: a portal rests on Sundays."""
LINKS_FRAGMENT = "links"
"""The door of what held articles link to is the portal's home with this fragment: it is never asked."""
USUAL_ANSWER = 1.0
"""Seconds, where no run has told."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Days in a row that are mostly missing, or one of which something is."""

    first: str
    """Its first day, 2025-05-12; or a month, 2025-05, of which the day isn't known."""
    last: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Opened:
    """What filling a portal's gaps has before it."""

    pages: int
    """To be fetched, as far as the run's bounds let."""
    linked: int
    """Of the addresses in the frontier those that came in now, since held articles link to them."""
    seconds_each: float
    """What a page will take, the delay included."""

    @property
    def time(self) -> timedelta:
        """The estimate for all of them."""
        return timedelta(seconds=self.pages * self.seconds_each)


def find_holes(periods: Iterable[PeriodTally]) -> list[Hole]:
    """The holes in `periods` (the oldest first), that with most missing first; undated addresses are none.

    Days that are missing by half or more make one hole as long as nothing better lies between them and no
    more than `LONGEST_BRIDGE` of which nothing is known; any other day with something missing is a hole of
    its own, since a portal that lacks one article a day has no hole of a year.
    """
    known = [one for one in periods if one.period is not None and one.tally.known]
    days = [one for one in known if len(one.period or "") == 10]
    holes = [_hole([one]) for one in known if len(one.period or "") < 10 and one.tally.missing]
    run: list[PeriodTally] = []
    for one in days:
        if run and not (_is_mostly_missing(one) and _follows(run[-1], one)):
            holes.append(_hole(run))
            run = []
        if _is_mostly_missing(one):
            run.append(one)
        elif one.tally.missing:
            holes.append(_hole([one]))
    if run:
        holes.append(_hole(run))
    return sorted(holes, key=lambda hole: (hole.tally.missing, hole.first), reverse=True)


def _is_mostly_missing(one: PeriodTally) -> bool:
    return one.tally.missing >= one.tally.held


def _follows(earlier: PeriodTally, later: PeriodTally) -> bool:
    apart = date.fromisoformat(later.period or "") - date.fromisoformat(earlier.period or "")
    return apart <= LONGEST_BRIDGE


def _hole(days: Sequence[PeriodTally]) -> Hole:
    return Hole(days[0].period or "", days[-1].period or "", total(day.tally for day in days))


def by_month(periods: Iterable[PeriodTally]) -> dict[str, Tally]:
    """The tally of each month, 2025-05, of which anything is known; the oldest first."""
    dated = sorted((one for one in periods if one.period), key=lambda one: (one.period or "")[:7])
    return {
        month: total(one.tally for one in ones)
        for month, ones in groupby(dated, key=lambda one: (one.period or "")[:7])
    }


def number_rows(ledger: GapLedger) -> list[NumberRow]:
    """The rows of numbers that the addresses of the portal which `ledger` has read carry."""
    book = NumberBook()
    for url in ledger.addresses():
        book.add(url)
    return book.rows()


def article_judge(home: str, portal: Portal | None) -> Callable[[str], bool]:
    """Whether an address has the form of an article of the portal: by its file, where it has one."""
    doors = portal.doors if portal is not None else Doors()
    return lambda url: is_article_url(url, doors, home)


def estimate_pace(ledger: GapLedger, portal: Portal | None) -> float:
    """Seconds that a page of the portal which `ledger` has read will take.

    What past requests took; no less than the delay of the portal's file and its robots.txt, from the end of
    one request to the next, asks for.
    """
    delay = max(portal.delay if portal is not None else 0.0, ledger.crawl_delay())
    past = ledger.pace()
    return delay + USUAL_ANSWER if past is None else max(past, delay)


def open_gaps(
    archive: Archive,
    folder: Path,
    portal: Portal,
    now: datetime,
    since: datetime | None = None,
    until: datetime | None = None,
    max_pages: int | None = None,
) -> Opened:
    """Makes due whatever `archive`, that in `folder`, lacks of `portal` and could have.

    That is what `Frontier.retry_all` tells, and what held articles link to and no door has named, each with
    the article as its source. `now` is aware; the bounds are those of the run. The archive's lock is the
    caller's, and so is the transaction: within `Archive.trial` it tells what is missing, and nothing changes.
    """
    with open_ledger(folder) as ledger:
        archive.add_portal(portal)
        frontier = archive.frontier(portal.slug)
        linked = 0
        if any(one.slug == portal.slug for one in ledger.portals()):
            ledger.read(portal.slug, article_judge(portal.home, portal))
            linked = _admit_linked(archive, ledger, portal, now)
        frontier.retry_all(now)
        pages = frontier.count_due(now, since, until)
        if max_pages is not None:
            pages = min(pages, max_pages)
        return Opened(pages, linked, estimate_pace(ledger, portal))


def _admit_linked(archive: Archive, ledger: GapLedger, portal: Portal, now: datetime) -> int:
    """How many addresses came in. The door is made with the first of them."""
    candidates = (Candidate(url, source) for url, source in ledger.linked())
    first = next(candidates, None)
    if first is None:
        return 0
    door = archive.doors(portal.slug).door(f"{portal.home}#{LINKS_FRAGMENT}", "link")
    return archive.frontier(portal.slug).admit(chain([first], candidates), now, door.id)
