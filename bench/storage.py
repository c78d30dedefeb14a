"""Articles into the archive beside `executemany` of the very same rows into the very same tables."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

from bench.material import Material
from bench.report import BenchError, Section
from kaltimcrawl.storage import Archive, Filing

BATCH = 50
"""Articles a transaction, as in a crawl."""

TABLES = {
    "captures": "id between ? and ?",
    "articles": "id between ? and ?",
    "article_revisions": "article_id between ? and ?",
    "revision_captures": "revision_id in (select id from article_revisions where article_id between ? and ?)",
    "bylines": "article_id between ? and ?",
    "tags": "(select min(article_id) from article_tags where tag_id = tags.id) between ? and ?",
    "article_tags": "article_id between ? and ?",
    "images": "article_id between ? and ?",
}
"""Which of a table's rows belong to a batch of articles, in an order that foreign keys allow."""

Rows = list[tuple[str, list[tuple[object, ...]]]]
"""Statements, each with the rows to run it for."""


@dataclass(frozen=True, slots=True)
class StorageTimes:
    """The least seconds for all articles, by wall and by CPU."""

    articles: int
    filing_s: float
    filing_cpu_s: float
    floor_s: float
    floor_cpu_s: float


def measure(material: Material, rounds: int = 5) -> StorageTimes:
    """Both in turns, each time into a new file."""
    best = [float("inf")] * 4
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(prefix="kaltimcrawl-bench-") as folder:
            filing, floor = Path(folder, "filing"), Path(folder, "floor")
            filed = _file(material, filing)
            filled = _fill(floor, _batches(filing, len(material.articles)))
            best = [min(pair) for pair in zip(best, (*filed, *filled), strict=True)]
    return StorageTimes(len(material.articles), *best)


def report(times: StorageTimes) -> Section:
    """Articles a second of both."""
    floor, filing = times.articles / times.floor_s, times.articles / times.filing_s
    rows = (
        ("executemany of the same rows", f"{floor:.0f}", "1.00"),
        ("Archive.add_captures and Archive.file", f"{filing:.0f}", f"{floor / filing:.2f}"),
    )
    note = (
        f"{times.articles} articles, {BATCH} a transaction, WAL, with all indexes and the full-text index;"
        " the best of the runs. The floor asks the archive nothing: it knows every row before."
    )
    return Section("Articles into SQLite", ("way", "articles/s", "times the floor"), rows, (note,))


def _timed(job: Callable[[], object]) -> tuple[float, float]:
    began, cpu_began = perf_counter(), process_time()
    job()
    return perf_counter() - began, process_time() - cpu_began


def _file(material: Material, folder: Path) -> tuple[float, float]:
    """Seconds that the archive takes from the first batch until it is closed."""
    archive = Archive.open(folder)
    archive.add_portal(material.portal)
    run = archive.start_run("crawl", material.portal.slug, datetime.now(UTC))

    def file_all() -> None:
        with archive:
            for start in range(0, len(material.articles), BATCH):
                _file_batch(archive, material, run, slice(start, start + BATCH))

    return _timed(file_all)


def _file_batch(archive: Archive, material: Material, run: int, part: slice) -> None:
    captures = material.captures[part]
    with archive.batch():
        archive.add_captures(captures, material.portal.slug, run)
        for capture, article in zip(captures, material.articles[part], strict=True):
            filing = Filing(material.portal.slug, article, (capture.record_id,), capture.captured)
            if archive.file(filing) != "new":
                raise BenchError(f"storage: {article.url} was filed before")


def _batches(folder: Path, articles: int) -> list[Rows]:
    """What stands in the archive, as batches of rows: first what was there before the articles."""
    connection = sqlite3.connect(folder / "kaltim.db")
    try:
        batches = [[_rows_of(connection, table, "true", ()) for table in ("portals", "crawl_runs")]]
        for first in range(1, articles + 1, BATCH):
            ids = (first, first + BATCH - 1)
            batches.append([_rows_of(connection, table, where, ids) for table, where in TABLES.items()])
    finally:
        connection.close()
    if (
        sum(len(rows) for batch in batches for statement, rows in batch if "into articles " in statement)
        != articles
    ):
        raise BenchError("storage: the archive does not hold the articles that were filed")
    return batches


def _rows_of(
    connection: sqlite3.Connection, table: str, where: str, values: tuple[int, ...]
) -> tuple[str, list[tuple[object, ...]]]:
    """An insert and its rows. `table_info` leaves generated columns out, which can't be inserted."""
    columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    rows = connection.execute(f"select {names} from {table} where {where}", values).fetchall()  # noqa: S608 - names of the schema
    return f"insert into {table} ({names}) values ({marks})", rows  # noqa: S608 - names of the schema


def _fill(folder: Path, batches: list[Rows]) -> tuple[float, float]:
    """Seconds that plain inserts take into a new archive; the rows before the articles aren't timed."""
    Archive.open(folder).close()
    connection = sqlite3.connect(folder / "kaltim.db", isolation_level=None)
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = normal")
    _insert(connection, batches[0])

    def fill() -> None:
        for batch in batches[1:]:
            _insert(connection, batch)
        connection.close()

    return _timed(fill)


def _insert(connection: sqlite3.Connection, batch: Rows) -> None:
    connection.execute("begin immediate")
    for statement, rows in batch:
        connection.executemany(statement, rows)
    connection.execute("commit")
