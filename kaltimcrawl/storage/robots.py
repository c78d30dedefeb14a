"""What hosts' robots.txt said last, for as long as that may be relied on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kaltimcrawl.times import utc_text

if TYPE_CHECKING:
    from kaltimcrawl.storage.archive import Archive

LONGEST = timedelta(hours=24)
"""RFC 9309, 2.4: a cached version should not be used for longer."""


@dataclass(frozen=True, slots=True)
class KnownRobots:
    """A host's robots.txt as it was read."""

    body: bytes | None
    """None: the host has none."""


class RobotsBook:
    """The robots.txt of all hosts, in the archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def read(self, netloc: str, now: datetime) -> KnownRobots | None:
        """What the host's robots.txt said within a day before `now` (aware); None where it must be asked."""
        row = self._archive.row(
            "select body from robots where netloc = ? and fetched > ?", (netloc, utc_text(now - LONGEST))
        )
        return KnownRobots(row[0]) if row else None

    def keep(self, netloc: str, body: bytes | None, now: datetime) -> None:
        """Keeps what it says: `body`, or None where the host has none."""
        self._archive.execute(
            """
            insert into robots (netloc, fetched, body) values (?, ?, ?)
            on conflict (netloc) do update set fetched = excluded.fetched, body = excluded.body
            """,
            (netloc, utc_text(now), body),
        )
