"""What is known of a portal's addresses: named by which door, due, tried, held."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice, product
from typing import TYPE_CHECKING, Literal

from kaltimcrawl.times import utc_text
from kaltimcrawl.urls import url_key

if TYPE_CHECKING:
    from kaltimcrawl.discovery import Candidate
    from kaltimcrawl.storage.archive import Archive

State = Literal["due", "held", "no article", "failed", "excluded"]

MAX_TRIES = 5
"""A failed address is due again in each later run, until it has failed so often in a row."""

_BATCH = 500
_CLOCKS_DIFFER = timedelta(days=1)  # clocks go wrong, and portals stamp local time as UTC


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
    """The frontier of one portal, in the archive. A call is a transaction of its own or part of a batch."""

    def __init__(self, archive: Archive, portal: str) -> None:
        self._archive = archive
        self._portal = portal

    def admit(self, candidates: Iterable[Candidate], now: datetime) -> int:
        """The number of addresses that became due: unknown ones, and visited ones changed since the visit.

        A known address learns what the door knows better: a later lastmod, a missing publication or title.
        A lastmod makes a visited address due once; one of the future tells nothing, since it would stay so.
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

    def due(self, limit: int, since: datetime | None = None, exclude: Collection[str] = ()) -> list[Due]:
        """At most `limit` addresses to fetch, the newest first, undated ones last.

        `since` (aware) leaves out what a door dates before it; `exclude` are keys to leave out. A failed
        address is due again until it has failed `MAX_TRIES` times in a row; those that wait for their first
        visit come first.
        """
        found: list[Due] = []
        excluded = frozenset(exclude)
        for state, query in product(("due", "failed"), (DUE_DATED, DUE_UNDATED)):
            wanted = limit - len(found)
            if wanted <= 0:
                break
            values = {
                "portal": self._portal,
                "state": state,
                "most_tries": MAX_TRIES if state == "failed" else 1 << 60,
                "limit": wanted + len(excluded),
                "since": utc_text(since) if since else "",
            }
            rows = self._archive.rows(query, values)
            found.extend(islice((_due_of(row) for row in rows if row[1] not in excluded), wanted))
        return found

    def note(self, url: str, state: str, status: int | None, when: datetime) -> None:
        """Notes a visit of `url`: its state now, the HTTP status (None where nothing answered), and when."""
        self._archive.execute(
            """
            update frontier
            set state = :state, status = :status, visited = :when,
                tries = case :state when 'failed' then tries + 1 else 0 end
            where url_key = :url_key
            """,
            {"state": state, "status": status, "when": utc_text(when), "url_key": url_key(url)},
        )

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
        when frontier.state in ('held', 'no article', 'failed')
            and excluded.lastmod > frontier.visited
            and excluded.lastmod > coalesce(frontier.lastmod, '')
        then 'due'
        else frontier.state
    end
where excluded.lastmod > coalesce(frontier.lastmod, '')
    or (frontier.published is null and excluded.published is not null)
    or (frontier.title is null and excluded.title is not null)
"""

# Both answered by the index frontier_due in its order, without a sort: they are asked every few dozen pages.
DUE_DATED = """
select url, url_key, lastmod, published, tries
from frontier
where portal = :portal
    and state = :state
    and tries < :most_tries
    and coalesce(published, lastmod) >= :since
order by coalesce(published, lastmod) desc
limit :limit
"""
DUE_UNDATED = """
select url, url_key, lastmod, published, tries
from frontier
where portal = :portal
    and state = :state
    and tries < :most_tries
    and coalesce(published, lastmod) is null
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
