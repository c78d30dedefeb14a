"""What commands look up in an archive: plain SQL over a connection that can't write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kaltimcrawl.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Headline:
    """An article in one line."""

    published: str | None
    """ISO 8601, as the portal meant it."""
    title: str
    section: str | None
    authors: str | None
    word_count: int


@dataclass(frozen=True, slots=True)
class Mishap:
    """A row of crawl_errors."""

    url: str | None
    kind: str
    message: str


def crawled_portals(database: Path) -> tuple[str, ...]:
    """Slugs of the portals that `crawl` or `update` has brought into the archive, by name."""
    with _open(database) as connection:
        rows = connection.execute(
            """
            select distinct portal
            from crawl_runs
            where command in ('crawl', 'update') and portal is not null
            order by portal
            """
        )
        return tuple(slug for (slug,) in rows)


def newest_articles(database: Path, portal: str, limit: int) -> list[Headline]:
    """The `limit` articles of a portal published last, the newest first."""
    with _open(database) as connection:
        rows = connection.execute(
            """
            select published, title, section, authors, word_count
            from articles
            where portal = ?
            order by published_utc desc, id desc
            limit ?
            """,
            (portal, limit),
        )
        return [Headline(*row) for row in rows]


def article_count(database: Path, portal: str) -> int:
    """How many articles of a portal the archive holds."""
    with _open(database) as connection:
        (count,) = connection.execute("select count(*) from articles where portal = ?", (portal,)).fetchone()
        return int(count)


def portal_home(database: Path, slug: str) -> str | None:
    """The home of a portal as the archive knows it; None where it doesn't."""
    with _open(database) as connection:
        row = connection.execute("select home from portals where slug = ?", (slug,)).fetchone()
        return str(row[0]) if row else None


def last_mishaps(database: Path, portal: str) -> list[Mishap]:
    """What failed in the newest run of a portal, in the order it happened."""
    with _open(database) as connection:
        rows = connection.execute(
            """
            select url, kind, message
            from crawl_errors
            where run_id = (select max(id) from crawl_runs where portal = ?)
            order by id
            """,
            (portal,),
        )
        return [Mishap(*row) for row in rows]


@contextmanager
def _open(database: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(
            sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
        ) as connection:
            yield connection
    except sqlite3.Error as error:
        raise ArchiveError(f"{database}: can't be read as an archive: {error}") from error
