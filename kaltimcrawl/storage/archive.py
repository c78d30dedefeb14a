"""The archive: one SQLite file that holds what was captured and the articles taken from it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlite_utils import Database

from kaltimcrawl.errors import ArchiveError
from kaltimcrawl.storage.database import FILE_NAME, open_database
from kaltimcrawl.storage.filing import Filing, FilingOutcome, file_article
from kaltimcrawl.storage.frontier import Frontier
from kaltimcrawl.storage.search import Hit, search_articles
from kaltimcrawl.times import utc_text

if TYPE_CHECKING:
    from kaltimcrawl.capture import Capture
    from kaltimcrawl.portals import Portal


Values = tuple[Any, ...] | list[Any] | Mapping[str, Any]

_COUNTS = ("captures", "new", "revisions", "unchanged", "no_article", "failed")


class Archive:
    """An open archive. One writer at a time (see `ArchiveLock`); any number of readers beside it.

    Outside `batch` every call is a transaction of its own. All methods raise ArchiveError where SQLite can't
    do it: a full disk, a damaged file, another writer that doesn't let go.
    """

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self._path = path
        self._depth = 0

    @classmethod
    def open(cls, folder: Path) -> Archive:
        """The archive in `folder`, made where there is none. Raises ArchiveError where that can't be."""
        return cls(open_database(folder), folder / FILE_NAME)

    def close(self) -> None:
        """Closes the file. Nothing is left open: batches end with their block."""
        self._database.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction round all calls inside: all of them are stored, or on an exception none."""
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        self.execute("begin immediate")
        self._depth = 1
        try:
            yield
        except BaseException:
            self._depth = 0
            if self._database.conn.in_transaction:
                self.execute("rollback")
            raise
        self._depth = 0
        self.execute("commit")

    def execute(self, statement: str, values: Values = ()) -> sqlite3.Cursor:
        """The cursor of one statement. For the rooms' own SQL; errors of SQLite come as ArchiveError."""
        try:
            cursor: sqlite3.Cursor = self._database.conn.execute(statement, values)
        except sqlite3.Error as error:
            raise self._trouble(error) from error
        return cursor

    def execute_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Runs one statement for each of `rows`."""
        try:
            self._database.conn.executemany(statement, rows)
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    def _trouble(self, error: sqlite3.Error) -> ArchiveError:
        return ArchiveError(f"{self._path}: {error}; nothing of the batch was stored")

    def add_portal(self, portal: Portal) -> None:
        """Makes the portal known, or brings what is known of it up to date."""
        self.execute(
            """
            insert into portals (slug, name, home, region, timezone) values (?, ?, ?, ?, ?)
            on conflict (slug) do update
            set name = excluded.name, home = excluded.home, region = excluded.region, timezone = excluded.timezone
            """,
            (portal.slug, portal.name, portal.home, portal.region, str(portal.timezone)),
        )

    def start_run(self, command: str, portal: str | None, started: datetime) -> int:
        """The id of a new run, whose status is `running` until `finish_run`; one that stays so was killed."""
        from kaltimcrawl import __version__  # the package's door imports this room's neighbours

        cursor = self.execute(
            "insert into crawl_runs (command, portal, program, started, status) values (?, ?, ?, ?, 'running')",
            (command, portal, f"kaltimcrawl/{__version__}", utc_text(started)),
        )
        return int(cursor.lastrowid or 0)

    def finish_run(
        self,
        run_id: int,
        status: str,
        finished: datetime,
        counts: Mapping[str, int],
        stats: Mapping[str, object],
    ) -> None:
        """Notes how a run ended: `counts` by column of crawl_runs (others are stats), `stats` by `area/what`."""
        others = {name: count for name, count in counts.items() if name not in _COUNTS}
        self.execute(
            """
            update crawl_runs
            set status = ?, finished = ?, captures = ?, new = ?, revisions = ?, unchanged = ?, no_article = ?,
                failed = ?, stats = ?
            where id = ?
            """,
            (
                status,
                utc_text(finished),
                *(int(counts.get(name, 0)) for name in _COUNTS),
                json.dumps({**others, **stats}, ensure_ascii=False, sort_keys=True, default=str),
                run_id,
            ),
        )

    def add_captures(self, captures: Iterable[Capture], portal: str | None, run_id: int | None) -> None:
        """Stores where captures are kept. A capture that is known by its record id is left as it is."""
        rows = [
            (
                capture.record_id,
                capture.url,
                portal,
                utc_text(capture.captured),
                capture.status,
                capture.content_type,
                capture.payload_digest,
                capture.location.file,
                capture.location.offset,
                capture.location.length,
                run_id,
            )
            for capture in captures
        ]
        with self.batch():
            self.execute_many(
                """
                insert into captures (record_id, url, portal, captured, status, content_type, payload_digest,
                    warc_file, warc_offset, warc_length, run_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (record_id) do nothing
                """,
                rows,
            )

    def file(self, filing: Filing) -> FilingOutcome:
        """What filing the article made: see `filing.file_article`."""
        with self.batch():
            return file_article(self, filing)

    def add_error(
        self,
        run_id: int | None,
        portal: str | None,
        url: str | None,
        kind: str,
        message: str,
        at: datetime,
        record_id: str | None = None,
    ) -> None:
        """Stores that something failed; `record_id` names the capture that shows it, where there is one."""
        self.execute(
            """
            insert into crawl_errors (run_id, portal, url, kind, message, at, capture_id)
            values (?, ?, ?, ?, ?, ?, (select id from captures where record_id = ?))
            """,
            (run_id, portal, url, kind, message, utc_text(at), record_id),
        )

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """The articles that hold every word of `query`, the best first; see `search.match_query`."""
        try:
            return search_articles(self._database, query, limit)
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    def frontier(self, portal: str) -> Frontier:
        """The frontier of the portal with that slug."""
        return Frontier(self, portal)

    def optimize(self) -> None:
        """Puts the index in order and the write-ahead log into the file: after a run, not within."""
        self.execute("insert into articles_fts (articles_fts) values ('optimize')")
        self.execute("pragma wal_checkpoint(truncate)").fetchall()
