"""The doors of a portal: what each was last asked, and when an update asks it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from kaltimcrawl.schedule import LONGEST_WAIT, RECENT_ARTICLES, next_wait
from kaltimcrawl.times import read_machine_time, utc_text

if TYPE_CHECKING:
    from kaltimcrawl.storage.archive import Archive

DoorKind = Literal["feed", "sitemap", "rest", "listing", "archive", "home", "link"]
"""`link` is no door that can be asked: it stands for the portal's held articles, which link to others. There
is one a portal, under the address of its home with the fragment `links`."""

_STATES = "('due', 'held', 'no article', 'failed', 'excluded', 'gone')"


@dataclass(frozen=True, slots=True)
class KnownDoor:
    """A door as the archive knows it."""

    id: int
    url: str
    kind: DoorKind
    asked: datetime | None
    """When it last answered; aware, UTC. None: never."""
    waits: timedelta | None
    """How long an update leaves it alone after that."""

    def is_due(self, now: datetime) -> bool:
        """Whether an update at `now` (aware) asks it."""
        return self.asked is None or self.waits is None or self.asked + self.waits <= now


class DoorBook:
    """The doors of one portal, in the archive."""

    def __init__(self, archive: Archive, portal: str) -> None:
        self._archive = archive
        self._portal = portal

    def door(self, url: str, kind: DoorKind) -> KnownDoor:
        """The door at that address, made known where it is new."""
        self._archive.execute(
            "insert into doors (portal, url, kind) values (?, ?, ?) on conflict (portal, url) do nothing",
            (self._portal, url, kind),
        )
        query = "select id, url, kind, asked, waits from doors where portal = ? and url = ?"
        [(number, url, kind, asked, waits)] = self._archive.rows(query, (self._portal, url))
        when = read_machine_time(asked) if asked else None
        return KnownDoor(number, url, kind, when, timedelta(seconds=waits) if waits is not None else None)

    def note(
        self,
        door: KnownDoor,
        now: datetime,
        is_new: bool,
        total: int | None = None,
        *,
        is_second: bool = False,
    ) -> None:
        """Notes that the door answered at `now`, whether it named an unknown address, and the portal's total.

        How long it is left alone is told by the portal's pace: see `schedule.next_wait`. One that `is_second`
        to another door waits the longest.
        """
        waits = LONGEST_WAIT if is_second else next_wait(self._pace(now), door.waits)
        self._archive.execute(
            """
            update doors
            set asked = :now, waits = :waits, changed = case when :is_new then :now else changed end,
                total = coalesce(:total, total)
            where id = :id
            """,
            {
                "now": utc_text(now),
                "waits": int(waits.total_seconds()),
                "is_new": int(is_new),
                "total": total,
                "id": door.id,
            },
        )

    def _pace(self, now: datetime) -> timedelta | None:
        """The mean time between the portal's newest articles, up to `now`; None where no date is known."""
        query = f"""
            select count(*), min(at) from (
                select coalesce(published, lastmod) as at from frontier
                where portal = ? and state in {_STATES}
                    and coalesce(published, lastmod) <= ?
                order by coalesce(published, lastmod) desc
                limit {RECENT_ARTICLES}
            )
            """  # noqa: S608 - the states are our own
        count, oldest = self._archive.rows(query, (self._portal, utc_text(now)))[0]
        when = read_machine_time(oldest) if oldest else None
        return (now - when) / count if when is not None else None
