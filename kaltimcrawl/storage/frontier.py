"""What is known of a portal's addresses: named by which door, due, tried, held."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Literal

from kaltimcrawl.times import utc_text
from kaltimcrawl.urls import url_key

if TYPE_CHECKING:
    from kaltimcrawl.discovery import Candidate
    from kaltimcrawl.storage.archive import Archive

State = Literal["due", "held", "no article", "failed", "excluded"]

MAX_TRIES = 5
"""A failed address is due again in each later run, so often."""

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Due:
    """An address that is to be fetched."""

    url: str
    key: str
    """See `urls.url_key`."""
    lastmod: datetime | None
    published: datetime | None
    tries: int


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes a request conditional (RFC 9110, section 13)."""

    etag: str | None
    last_modified: str | None
    captured: datetime
    """When the answer that carried them was captured; aware, UTC."""


class Frontier:
    """The frontier of one portal, in the archive. Every call is a transaction of its own or part of a batch."""

    def __init__(self, archive: Archive, portal: str) -> None:
        self._archive = archive
        self._portal = portal

    def admit(self, candidates: Iterable[Candidate], now: datetime) -> int:
        """The number of addresses that became due: unknown ones, and held ones changed since the last visit.

        A known address learns what the door knows better: a later lastmod, a missing publication or title.
        `candidates` may be an iterator of any length; `now` is aware.
        """
        became_due = 0
        waiting = iter(candidates)
        while batch := list(islice(waiting, _BATCH)):
            rows = [self._row_of(candidate, now) for candidate in batch]
            with self._archive.batch():
                before = self._count_due()
                self._archive.execute_many(_ADMIT, rows)
                became_due += self._count_due() - before
        return became_due

    def _row_of(self, candidate: Candidate, now: datetime) -> dict[str, str | None]:
        return {
            "url_key": candidate.key,
            "url": candidate.canonical_url,
            "portal": self._portal,
            "source": candidate.source,
            "lastmod": utc_text(candidate.lastmod) if candidate.lastmod else None,
            "published": utc_text(candidate.published) if candidate.published else None,
            "title": candidate.title,
            "now": utc_text(now),
        }

    def _count_due(self) -> int:
        query = "select count(*) from frontier where portal = ? and state = 'due'"
        (count,) = self._archive.execute(query, (self._portal,)).fetchone()
        return int(count)

    def due(self, limit: int, since: datetime | None = None, exclude: Collection[str] = ()) -> list[Due]:
        """At most `limit` addresses to fetch, the newest first, undated ones last.

        `since` (aware) leaves out what a door dates before it; `exclude` are keys to leave out. A failed
        address is due again until it has been tried `MAX_TRIES` times; those never tried come first.
        """
        found: list[Due] = []
        for state, most_tries in (("due", 1 << 60), ("failed", MAX_TRIES)):
            wanted = limit - len(found)
            if wanted > 0:
                values = {
                    "portal": self._portal,
                    "state": state,
                    "most_tries": most_tries,
                    "limit": wanted + len(exclude),
                    "since": utc_text(since) if since else "",
                }
                rows = self._archive.execute(_DUE, values).fetchall()
                found.extend(islice((_due_of(row) for row in rows if row[1] not in exclude), wanted))
        return found

    def note(self, url: str, state: str, status: int | None, when: datetime) -> None:
        """Notes a visit of `url`: what came of it, the HTTP status (None where nothing answered), and when."""
        self._archive.execute(
            """
            update frontier
            set state = ?, status = ?, visited = ?, tries = tries + 1
            where url_key = ?
            """,
            (state, status, utc_text(when), url_key(url)),
        )

    def known(self, urls: Iterable[str]) -> set[str]:
        """Those of `urls` that the frontier knows in any variant."""
        keys = {url: url_key(url) for url in urls}
        found: set[str] = set()
        for batch in _batches(set(keys.values())):
            marks = ", ".join("?" * len(batch))
            rows = self._archive.execute(f"select url_key from frontier where url_key in ({marks})", batch)  # noqa: S608 - only question marks are put in
            found.update(key for (key,) in rows.fetchall())
        return {url for url, key in keys.items() if key in found}

    def validators(self, url: str) -> Validators | None:
        """What the last answer of `url` gave for conditional requests, or None."""
        row = self._archive.execute(
            "select etag, last_modified, captured from validators where url = ?", (url,)
        ).fetchone()
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


_ADMIT = """
insert into frontier (url_key, url, portal, source, lastmod, published, title, first_seen)
values (:url_key, :url, :portal, :source, :lastmod, :published, :title, :now)
on conflict (url_key) do update
set lastmod = max(coalesce(frontier.lastmod, excluded.lastmod), coalesce(excluded.lastmod, frontier.lastmod)),
    published = coalesce(frontier.published, excluded.published),
    title = coalesce(frontier.title, excluded.title),
    state = case
        when frontier.state in ('held', 'no article') and excluded.lastmod > frontier.visited then 'due'
        else frontier.state
    end
where excluded.lastmod is not null or excluded.published is not null or excluded.title is not null
"""

# Answered by the index frontier_due in its order, without a sort: it is asked every few dozen pages. NULLs,
# the undated, come last in descending order.
_DUE = """
select url, url_key, lastmod, published, tries
from frontier
where portal = :portal
    and state = :state
    and tries < :most_tries
    and (coalesce(published, lastmod) is null or coalesce(published, lastmod) >= :since)
order by coalesce(published, lastmod) desc
limit :limit
"""


def _due_of(row: tuple[str, str, str | None, str | None, int]) -> Due:
    url, key, lastmod, published, tries = row
    return Due(
        url, key, _read_utc(lastmod) if lastmod else None, _read_utc(published) if published else None, tries
    )


def _read_utc(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _batches(keys: Collection[str]) -> Iterator[list[str]]:
    waiting = iter(sorted(keys))
    while batch := list(islice(waiting, _BATCH)):
        yield batch
