"""When an address, a door or a portal is asked again. Pure: times in, times out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_RETRY = timedelta(hours=1)
LONGEST_RETRY = timedelta(days=30)
"""A failed address waits an hour, then four times as long each time, a month at most."""

FIRST_REST = timedelta(minutes=15)
LONGEST_REST = timedelta(days=2)
"""A portal that gives nothing but trouble is left alone for a quarter of an hour, then twice as long each
time, two days at most."""

SHORTEST_WAIT = timedelta(minutes=10)
LONGEST_WAIT = timedelta(days=1)
"""How long an update waits between two questions at one door."""

RECENT_ARTICLES = 20
"""By so many of its newest articles a portal's pace is told."""


@dataclass(frozen=True, slots=True)
class Revisits:
    """The ages at which an article is visited again."""

    ages: tuple[timedelta, ...]
    """Counted from publication, ascending."""
    then: timedelta
    """Between two visits beyond the last age."""
    soonest: timedelta
    """The least time between two visits."""


def next_visit(revisits: Revisits, born: datetime, visited: datetime, changes: int) -> datetime:
    """When an article that was published at `born` and visited at `visited` is visited again; all aware.

    At the next of `revisits.ages`, then every `revisits.then`. Each of the first `changes` (visits that found
    another text) halves the time to wait, to an eighth at most: a story that is being written goes on being.
    """
    age = visited - born
    ahead = next((one for one in revisits.ages if one > age), None)
    if ahead is None:
        rounds = (age - revisits.ages[-1]) // revisits.then + 1 if revisits.ages else age // revisits.then + 1
        ahead = (revisits.ages[-1] if revisits.ages else timedelta()) + rounds * revisits.then
    wait = (born + ahead - visited) / (1 << min(3, changes))
    return visited + max(revisits.soonest, wait)


def next_try(failures: int, failed: datetime) -> datetime:
    """When an address that failed for the `failures`-th time in a row, at `failed`, is tried again."""
    return failed + min(LONGEST_RETRY, FIRST_RETRY * (1 << 2 * min(failures - 1, 8)))


def next_run(rests: int, now: datetime) -> datetime:
    """Until when a portal is left alone that gave trouble for the `rests`-th run in a row."""
    return now + min(LONGEST_REST, FIRST_REST * (1 << min(rests - 1, 10)))


def next_wait(pace: timedelta | None, waited: timedelta | None) -> timedelta:
    """How long an update leaves a door alone whose portal publishes an article every `pace`.

    Half of that; where the pace isn't known, twice as long as it `waited` before.
    """
    wait = pace / 2 if pace is not None else (waited or SHORTEST_WAIT) * 2
    return max(SHORTEST_WAIT, min(LONGEST_WAIT, wait))
