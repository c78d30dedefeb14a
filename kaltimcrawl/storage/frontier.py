"""What is known of a portal's addresses: named by which door, due, tried, held."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Literal

from kaltimcrawl.times import utc_text
from kaltimcrawl.urls import url_key

if TYPE_CHECKING:
    from kaltimcrawl.discovery import Candidate
    from kaltimcrawl.storage.archive import Archive

State = Literal["due", "held", "no article", "failed", "excluded", "gone"]

MAX_TRIES = 5
"""A failed address is tried again, after growing waits, until it has failed so often in a row."""

_BATCH = 500
_GONE_AGAIN = timedelta(days=1)
_CLOCKS_DIFFER = timedelta(days=1)  # clocks go wrong, and portals stamp local time as UTC


@dataclass(frozen=True, slots=True)
class Due:
    """An address that is to be fetched."""

    url: str
    key: str
    """See `urls.url_key`."""
    lastmod: datetime | None
    published: datetime | None
    first_seen: datetime
    """When a door first named it; aware."""
    tries: int = 0
    """Visits that failed, in a row."""
    visited: datetime | None = None
    """The last visit; aware. None: never."""
    changes: int = 0
    """Visits that found another text."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes a request conditional (RFC 9110, section 13)."""

    etag: str | None
    last_modified: str | None
    captured: datetime
    """When the answer that carried them was captured; aware, UTC."""


class Frontier:
    """The frontier of one portal, in the archive. A call is a transaction of its own or part of a batch."""

    def __init__(self, archive: Archive, portal: str) -> None:
        self._archive = archive
        self._portal = portal

    def admit(self, candidates: Iterable[Candidate], now: datetime, door_id: int | None = None) -> int:
        """The number of addresses that became due: unknown ones, and visited ones changed since the visit.

        `door_id` is the door that named them (see `DoorBook`), which each keeps. A known address learns what
        the door knows better: a later lastmod, a missing publication or title. A lastmod makes a visited
        address due once; one of the future tells nothing, since it would stay so.
        `candidates` may be an iterator of any length; `now` is aware.
        """
        became_due = 0
        waiting = iter(candidates)
        while batch := list(islice(waiting, _BATCH)):
            rows = [self._row_of(candidate, now) for candidate in batch]
            keys = [row["url_key"] for row in rows]
            with self._archive.batch():
                before = self._count_due(keys)
                self._archive.execute_many(_ADMIT, rows)
                if door_id is not None:
                    self._archive.execute_many(_NAME, [row | {"door_id": door_id} for row in rows])
                became_due += self._count_due(keys) - before
        return became_due

    def _row_of(self, candidate: Candidate, now: datetime) -> dict[str, str | None]:
        lastmod = candidate.lastmod
        if lastmod is not None and lastmod > now + _CLOCKS_DIFFER:
            lastmod = None
        return {
            "url_key": candidate.key,
            "url": candidate.canonical_url,
            "portal": self._portal,
            "source": candidate.source,
            "lastmod": utc_text(lastmod) if lastmod else None,
            "published": utc_text(candidate.published) if candidate.published else None,
            "title": candidate.title,
            "now": utc_text(now),
        }

    def _count_due(self, keys: list[str | None]) -> int:
        marks = ", ".join("?" * len(keys))
        query = f"select count(*) from frontier where state = 'due' and url_key in ({marks})"  # noqa: S608 - only question marks are put in
        (count,) = self._archive.rows(query, keys)[0]
        return int(count)

    def due(
        self,
        limit: int,
        now: datetime,
        since: datetime | None = None,
        until: datetime | None = None,
        exclude: Collection[str] = (),
        with_revisits: bool = False,
    ) -> list[Due]:
        """At most `limit` addresses to fetch at `now`, the newest first, undated ones last.

        `since` and `until` (aware) leave out what a door dates before or from them on; `exclude` are keys to
        leave out. Those that wait for their first visit come first, then those whose last visit failed and
        that have waited long enough; `with_revisits`, then those held or gone whose next visit has come.
        """
        found: list[Due] = []
        excluded = frozenset(exclude)
        values = {
            "portal": self._portal,
            "now": utc_text(now),
            "since": utc_text(since) if since else "",
            "until": utc_text(until) if until else "9999",
        }
        for state, most_tries, query in _DUE_QUERIES if with_revisits else _DUE_QUERIES[:4]:
            wanted = limit - len(found)
            if wanted <= 0:
                break
            asked = {"state": state, "most_tries": most_tries, "limit": wanted + len(excluded)}
            rows = self._archive.rows(query, values | asked)
            found.extend(islice((_due_of(row) for row in rows if row[1] not in excluded), wanted))
        return found

    def find(self, url: str) -> Due | None:
        """What is known of the address, whatever its state; None where no door of the portal named it."""
        row = self._archive.row(
            """
            select url, url_key, lastmod, published, tries, visited, changes, first_seen
            from frontier
            where portal = ? and url_key = ?
            """,
            (self._portal, url_key(url)),
        )
        return _due_of(row) if row is not None else None

    def count_due(
        self,
        now: datetime,
        since: datetime | None = None,
        until: datetime | None = None,
        with_revisits: bool = False,
    ) -> int:
        """The number of addresses that `due` would give, had it no limit."""
        values = {
            "portal": self._portal,
            "now": utc_text(now),
            "since": utc_text(since) if since else "",
            "until": utc_text(until) if until else "9999",
            "most_tries": MAX_TRIES,
            "with_revisits": int(with_revisits),
        }
        (count,) = self._archive.rows(_COUNT_DUE, values)[0]
        return int(count)

    def note(
        self,
        url: str,
        state: State,
        status: int | None,
        when: datetime,
        next_visit: datetime | None = None,
        *,
        is_changed: bool = False,
        is_failure: bool = False,
    ) -> bool:
        """Whether the frontier knows `url`: the visit at `when`, its state now, the HTTP status are noted.

        The status is None where nothing answered.

        `next_visit` is when it is due again, if ever; `is_changed` tells that the visit found another text,
        `is_failure` that it failed, as one more in a row. All times are aware.
        """
        changed = self._archive.execute(
            """
            update frontier
            set state = :state, status = :status, visited = :when, next_visit = :next_visit,
                tries = case when :is_failure then tries + 1 else 0 end, changes = changes + :is_changed
            where url_key = :url_key
            """,
            {
                "state": state,
                "status": status,
                "when": utc_text(when),
                "next_visit": utc_text(next_visit) if next_visit else None,
                "is_changed": int(is_changed),
                "is_failure": int(is_failure or state == "failed"),
                "url_key": url_key(url),
            },
        )
        return changed.rowcount > 0

    def retry_all(self, now: datetime) -> int:
        """The number of addresses that are due once more, whatever they waited and tried: for gaps.

        Those that failed; those that robots.txt forbade (it may have changed: that is looked at before they
        are asked); those that led to nothing a day or more before `now` (aware); and those marked held of
        which the archive has no article, which are read as if for the first time.
        """
        yesterday = utc_text(now - _GONE_AGAIN)
        return self._archive.execute(_RETRY_ALL, {"portal": self._portal, "yesterday": yesterday}).rowcount

    def known(self, urls: Iterable[str]) -> set[str]:
        """Those of `urls` that the frontier knows in any variant."""
        keys = {url: url_key(url) for url in urls}
        found: set[str] = set()
        for batch in _batches(set(keys.values())):
            marks = ", ".join("?" * len(batch))
            query = f"select url_key from frontier where url_key in ({marks})"  # noqa: S608 - only question marks are put in
            found.update(key for (key,) in self._archive.rows(query, batch))
        return {url for url, key in keys.items() if key in found}

    def validators(self, url: str) -> Validators | None:
        """What the last answer of `url` gave for conditional requests, or None."""
        row = self._archive.row("select etag, last_modified, captured from validators where url = ?", (url,))
        return Validators(row[0], row[1], _read_utc(row[2])) if row else None

    def keep_validators(self, url: str, etag: str | None, last_modified: str | None, when: datetime) -> None:
        """Keeps an answer's ETag and Last-Modified, and that it was captured at `when`."""
        self._archive.execute(
            """
            insert into validators (url, etag, last_modified, captured) values (?, ?, ?, ?)
            on conflict (url) do update
            set etag = excluded.etag, last_modified = excluded.last_modified, captured = excluded.captured
            """,
            (url, etag, last_modified, utc_text(when)),
        )


# Nothing is written where the door tells nothing new: a sitemap of 50,000 is read again and again.
_ADMIT = """
insert into frontier (url_key, url, portal, source, lastmod, published, title, first_seen)
values (:url_key, :url, :portal, :source, :lastmod, :published, :title, :now)
on conflict (url_key) do update
set lastmod = max(coalesce(frontier.lastmod, excluded.lastmod), coalesce(excluded.lastmod, frontier.lastmod)),
    published = coalesce(frontier.published, excluded.published),
    title = coalesce(frontier.title, excluded.title),
    state = case
        when frontier.state in ('held', 'no article', 'failed', 'gone')
            and excluded.lastmod > frontier.visited
            and excluded.lastmod > coalesce(frontier.lastmod, '')
        then 'due'
        else frontier.state
    end,
    next_visit = case
        when excluded.lastmod > frontier.visited and excluded.lastmod > coalesce(frontier.lastmod, '')
        then null
        else frontier.next_visit
    end
where excluded.lastmod > coalesce(frontier.lastmod, '')
    or (frontier.published is null and excluded.published is not null)
    or (frontier.title is null and excluded.title is not null)
"""

_NAME = """
insert into frontier_doors (url_key, door_id, lastmod, first_seen) values (:url_key, :door_id, :lastmod, :now)
on conflict (url_key, door_id) do update set lastmod = excluded.lastmod
where excluded.lastmod > coalesce(frontier_doors.lastmod, '')
"""

_RETRY_ALL = """
update frontier
set state = 'due', tries = 0, next_visit = null, visited = case state when 'held' then null else visited end
where portal = :portal
    and (
        state in ('failed', 'excluded')
        or (
            (state = 'held' or (state = 'gone' and visited <= :yesterday))
            and not exists (select 1 from articles where articles.url_key = frontier.url_key)
            and not exists (
                select 1
                from aliases
                join articles on articles.url_key = aliases.kept
                where aliases.url_key = frontier.url_key
            )
        )
    )
"""

# All answered by an index in its order, without a sort: they are asked every few dozen pages.
DUE_DATED = """
select url, url_key, lastmod, published, tries, visited, changes, first_seen
from frontier
where portal = :portal
    and state = :state
    and tries < :most_tries
    and (next_visit is null or next_visit <= :now)
    and coalesce(published, lastmod) >= :since
    and coalesce(published, lastmod) < :until
order by coalesce(published, lastmod) desc
limit :limit
"""
DUE_UNDATED = """
select url, url_key, lastmod, published, tries, visited, changes, first_seen
from frontier
where portal = :portal
    and state = :state
    and tries < :most_tries
    and (next_visit is null or next_visit <= :now)
    and coalesce(published, lastmod) is null
limit :limit
"""
DUE_AGAIN = """
select url, url_key, lastmod, published, tries, visited, changes, first_seen
from frontier
where portal = :portal
    and state = :state
    and next_visit <= :now
order by next_visit desc
limit :limit
"""
_COUNT_DUE = """
select count(*)
from frontier
where portal = :portal
    and (
        (
            (state = 'due' or (state = 'failed' and tries < :most_tries))
            and (next_visit is null or next_visit <= :now)
            and coalesce(published, lastmod, :since) >= :since
            and coalesce(published, lastmod, '') < :until
        )
        or (:with_revisits and state in ('held', 'gone') and next_visit <= :now)
    )
"""
_ANY = 1 << 60
_DUE_QUERIES: tuple[tuple[State, int, str], ...] = (
    ("due", _ANY, DUE_DATED),
    ("due", _ANY, DUE_UNDATED),
    ("failed", MAX_TRIES, DUE_DATED),
    ("failed", MAX_TRIES, DUE_UNDATED),
    ("held", _ANY, DUE_AGAIN),
    ("gone", _ANY, DUE_AGAIN),
)


def _due_of(row: tuple[str, str, str | None, str | None, int, str | None, int, str]) -> Due:
    url, key, lastmod, published, tries, visited, changes, first_seen = row
    return Due(
        url,
        key,
        _time(lastmod),
        _time(published),
        _read_utc(first_seen),
        tries,
        _time(visited),
        changes,
    )


def _time(text: str | None) -> datetime | None:
    return _read_utc(text) if text else None


def _read_utc(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _batches(keys: Collection[str]) -> Iterator[list[str]]:
    waiting = iter(sorted(keys))
    while batch := list(islice(waiting, _BATCH)):
        yield batch
