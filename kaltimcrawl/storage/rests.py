"""Portals that gave nothing but trouble, and until when updates leave them alone; hosts that asked for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kaltimcrawl.schedule import next_run
from kaltimcrawl.times import read_machine_time, utc_text

if TYPE_CHECKING:
    from kaltimcrawl.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class Rest:
    """A portal's rest."""

    until: datetime
    """Aware, UTC."""
    reason: str


def note_rest(
    archive: Archive, portal: str, trouble: str | None, now: datetime, until: datetime | None = None
) -> None:
    """Notes how a portal's run ended: `trouble` in one line, or None, which ends its rests.

    It rests longer after each such run in a row (see `schedule.next_run`), and at least until `until`, which
    the portal itself may have asked for.
    """
    row = archive.row("select rests from portals where slug = ?", (portal,))
    rests = (row[0] if row else 0) + 1
    columns: tuple[int, str | None, str | None] = (0, None, None)
    if trouble is not None:
        columns = (rests, utc_text(max(next_run(rests, now), until or now)), trouble)
    archive.execute(
        "update portals set rests = ?, rest_until = ?, rest_reason = ? where slug = ?", (*columns, portal)
    )


def rest_of(archive: Archive, portal: str, now: datetime) -> Rest | None:
    """The portal's rest, where it lasts beyond `now`."""
    row = archive.row(
        "select rest_until, rest_reason from portals where slug = ? and rest_until > ?",
        (portal, utc_text(now)),
    )
    until = read_machine_time(row[0]) if row else None
    return Rest(until, row[1]) if row is not None and until is not None else None


def keep_host_rests(
    archive: Archive, rests: Mapping[str, datetime], answering: Collection[str], now: datetime
) -> None:
    """Keeps until when hosts, by name, are not to be asked (aware), for the next run to know.

    Those of the hosts that are `answering` are dropped, and what is over by `now`.
    """
    with archive.batch():
        archive.execute("delete from host_rests where until <= ?", (utc_text(now),))
        archive.execute_many("delete from host_rests where host = ?", [(host,) for host in answering])
        archive.execute_many(
            """
            insert into host_rests (host, until) values (?, ?)
            on conflict (host) do update set until = excluded.until
            """,
            # A second more, since the archive keeps no fractions: no host is asked too soon.
            [(host, utc_text(until + timedelta(seconds=1))) for host, until in rests.items()],
        )


def host_rests(archive: Archive, now: datetime) -> dict[str, datetime]:
    """The hosts, by name, that earlier runs were told not to ask at `now`, and until when (aware, UTC)."""
    rows = archive.rows("select host, until from host_rests where until > ?", (utc_text(now),))
    times = ((host, read_machine_time(until)) for host, until in rows)
    return {host: until for host, until in times if until is not None}
