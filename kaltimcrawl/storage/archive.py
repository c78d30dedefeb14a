"""The archive: one SQLite file that holds what was captured and the articles taken from it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlite_utils import Database

from kaltimcrawl.errors import ArchiveError
from kaltimcrawl.storage.cells import storable
from kaltimcrawl.storage.database import FILE_NAME, open_database
from kaltimcrawl.storage.doors import DoorBook
from kaltimcrawl.storage.filing import Filing, FilingOutcome, file_article
from kaltimcrawl.storage.frontier import Frontier
from kaltimcrawl.storage.held import (
    Content,
    HeldArticle,
    HeldPortal,
    held_articles,
    held_keys,
    held_portals,
    read_content,
)
from kaltimcrawl.storage.search import Hit, search_articles
from kaltimcrawl.storage.trouble import archive_error, told
from kaltimcrawl.times import utc_text

if TYPE_CHECKING:
    from kaltimcrawl.capture import Capture
    from kaltimcrawl.extraction import Learned, PortalProfile
    from kaltimcrawl.portals import Portal


Values = tuple[Any, ...] | list[Any] | dict[str, Any]

_COUNTS = ("captures", "new", "revisions", "unchanged", "no_article", "failed")


class _Undone(Exception):
    """Ends a transaction that isn't to be kept."""


class Archive:
    """An open archive. One writer at a time (see `ArchiveLock`); any number of readers beside it.

    Outside `batch` every call is a transaction of its own. All methods raise ArchiveError where SQLite can't
    do it (a full disk, a damaged file) and ArchiveBusy for another writer that doesn't let go.
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
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction round all calls inside: all of them are stored, or on an exception none.

        A batch within a batch is part of it. One that fails undoes the whole, even where its exception is
        caught: what else is tried in the outer batch, its end too, raises ArchiveError.
        """
        if not self._depth:
            self.execute("begin immediate")
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                self.execute("commit")
        except BaseException:
            self._undo()
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def trial(self) -> Iterator[None]:
        """One transaction round all calls inside, undone at its end: to see what they would come to."""
        with suppress(_Undone), self.batch():
            yield
            raise _Undone

    def _undo(self) -> None:
        """Rolls back, unless SQLite has done so itself, as on a full disk."""
        with suppress(sqlite3.Error):  # what led here is what to tell
            self._database.rollback()

    def execute(self, statement: str, values: Values = ()) -> sqlite3.Cursor:
        """The cursor of one statement that changes something; errors of SQLite come as ArchiveError."""
        try:
            return self._live().conn.execute(statement, _storable(values))
        except sqlite3.Error as error:
            raise archive_error(self._path, error) from error

    def _live(self) -> Database:
        """The database, unless the batch has been undone: what follows would be stored on its own then."""
        if self._depth and not self._database.conn.in_transaction:
            raise ArchiveError(f"{self._path}: nothing of the batch is stored: a part of it failed")
        return self._database

    def execute_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Runs one statement for each of `rows`, all within the caller's batch."""
        for values in rows:
            self.execute(statement, values)

    def insert(self, table: str, row: dict[str, Any]) -> int:
        """The rowid of a new row; `table` and the names in `row` are the schema's."""
        names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
        cursor = self.execute(f"insert into {table} ({names}) values ({marks})", row)  # noqa: S608
        return int(cursor.lastrowid or 0)

    def update(self, table: str, row_id: int, row: dict[str, Any]) -> None:
        """Changes the columns that `row` names; `table` and the names are the schema's."""
        marks = ", ".join(f"{name} = :{name}" for name in row)
        self.execute(f"update {table} set {marks} where id = :id", {**row, "id": row_id})  # noqa: S608

    def rows(self, query: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows of a query; errors of SQLite, which may come late, come as ArchiveError."""
        try:
            return self._database.conn.execute(query, _storable(values)).fetchall()
        except sqlite3.Error as error:
            raise archive_error(self._path, error) from error

    def row(self, query: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(query, values)), None)

    def add_portal(self, portal: Portal) -> None:
        """Makes the portal known, or brings what is known of it up to date."""
        row = {
            "slug": portal.slug,
            "name": portal.name,
            "home": portal.home,
            "region": portal.region,
            "timezone": str(portal.timezone),
        }
        with told(self._path):
            self._live().table("portals").upsert(row, pk="slug")

    def start_run(self, command: str, portal: str | None, started: datetime) -> int:
        """The id of a new run, whose status is `running` until `finish_run`; one that stays so was killed."""
        from kaltimcrawl import __version__  # the package's door imports this room's neighbours

        row = {
            "command": command,
            "portal": portal,
            "program": f"kaltimcrawl/{__version__}",
            "started": utc_text(started),
            "status": "running",
        }
        return self.insert("crawl_runs", row)

    def finish_run(
        self,
        run_id: int,
        status: str,
        finished: datetime,
        counts: Mapping[str, int],
        stats: Mapping[str, object],
    ) -> None:
        """Notes how a run ended: `counts` by column of crawl_runs, others go to `stats`, by `area/what`."""
        others = {name: count for name, count in counts.items() if name not in _COUNTS}
        text = json.dumps({**others, **stats}, ensure_ascii=False, sort_keys=True, default=str)
        row = {
            "status": status,
            "finished": utc_text(finished),
            **{name: int(counts.get(name, 0)) for name in _COUNTS},
            "stats": text,
        }
        self.update("crawl_runs", run_id, row)

    def unfinished_runs(self, portal: str) -> list[int]:
        """The runs of a portal that are noted as running, the oldest first."""
        query = "select id from crawl_runs where portal = ? and status = 'running' order by id"
        return [number for (number,) in self.rows(query, (portal,))]

    def knows_capture(self, record_id: str) -> bool:
        """Whether a capture of that record id is stored."""
        return self.row("select 1 from captures where record_id = ?", (record_id,)) is not None

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
                capture.refers_to,
            )
            for capture in captures
        ]
        with self.batch():
            self.execute_many(
                """
                insert into captures (record_id, url, portal, captured, status, content_type, payload_digest,
                    warc_file, warc_offset, warc_length, run_id, revisit_of)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
        with told(self._path):
            return search_articles(self._database, query, limit)

    def profile(self, portal: str) -> PortalProfile:
        """What the articles of the portal with that slug have taught so far."""
        from kaltimcrawl.storage.profiles import load_profile  # only what extracts needs extraction

        return load_profile(self, portal)

    def keep_learned(self, portal: str, learned: Learned) -> None:
        """Stores what a page changed in the sample of that portal: see `extraction.Learner`."""
        from kaltimcrawl.storage.profiles import keep_learned

        with self.batch():
            keep_learned(self, portal, learned)

    def replace_profile(self, portal: str, profile: PortalProfile) -> None:
        """Makes the sample of that portal the one that `profile` was learned from."""
        from kaltimcrawl.storage.profiles import replace_profile

        with self.batch():
            replace_profile(self, portal, profile)

    def held_portals(self) -> list[HeldPortal]:
        """The portals it holds articles of, by slug."""
        return held_portals(self)

    def held_keys(self, portal: str) -> list[tuple[str, int]]:
        """`url_key` and row of all articles of the portal with that slug that a capture shows."""
        return held_keys(self, portal)

    def held_articles(self, article_ids: Sequence[int]) -> list[HeldArticle]:
        """The articles of those rows with the captures they were read from, in order of row."""
        return held_articles(self, article_ids)

    def read_content(self, article_id: int) -> Content:
        """What the rows of an article say now. Raises ValueError for an id that no article has."""
        return read_content(self, article_id)

    def doors(self, portal: str) -> DoorBook:
        """The doors of the portal with that slug."""
        return DoorBook(self, portal)

    def frontier(self, portal: str) -> Frontier:
        """The frontier of the portal with that slug."""
        return Frontier(self, portal)


def _storable(values: Values) -> Values:
    if isinstance(values, dict):
        return {name: storable(value) if isinstance(value, str) else value for name, value in values.items()}
    return [storable(value) if isinstance(value, str) else value for value in values]
