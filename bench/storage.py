"""Articles into the archive beside `executemany` of the very same rows into the very same tables."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

from bench.material import Material
from bench.report import BenchError, Section
from kaltimcrawl.extraction import Learned, Learner, PortalProfile
from kaltimcrawl.extraction.profile import MOST_ARTICLES
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
    learning_s: float
    """Filing that keeps what each article adds to the portal's profile, too."""
    keeping_s: float
    """Of those, the seconds within the calls that keep it; the commit's are not in."""
    floor_s: float
    floor_cpu_s: float


def measure(material: Material, rounds: int = 5) -> StorageTimes:
    """All three in turns, each time into a new file."""
    learner = Learner(PortalProfile())
    learned = [learner.take(figures) for figures in material.figures]
    best = [float("inf")] * 6
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(prefix="kaltimcrawl-bench-") as folder:
            filing, learning, floor = (Path(folder, name) for name in ("filing", "learning", "floor"))
            filing_s, filing_cpu_s, _ = _file(material, filing)
            learning_s, _, keeping_s = _file(material, learning, learned)
            filled = _fill(floor, _batches(filing, len(material.articles)))
            times = (filing_s, filing_cpu_s, learning_s, keeping_s, *filled)
            best = [min(pair) for pair in zip(best, times, strict=True)]
    return StorageTimes(len(material.articles), *best)


def report(times: StorageTimes) -> Section:
    """Articles a second of all three, and what the profile costs."""
    ways = (
        ("executemany of the same rows", times.floor_s),
        ("Archive.add_captures and Archive.file", times.filing_s),
        ("the same with Archive.keep_learned", times.learning_s),
    )
    rows = tuple(
        (name, f"{times.articles / seconds:.0f}", f"{seconds / times.floor_s:.2f}") for name, seconds in ways
    )
    notes = (
        f"{times.articles} articles, {BATCH} a transaction, WAL, with all indexes and the full-text index;"
        " the best of the runs. The floor asks the archive nothing: it knows every row before.",
        _profile_note(times),
    )
    return Section("Articles into SQLite", ("way", "articles/s", "times the floor"), rows, notes)


def _profile_note(times: StorageTimes) -> str:
    return (
        f"The calls of Archive.keep_learned take {times.keeping_s / times.articles * 1000:.3f} s per 1,000"
        f" articles, {times.keeping_s / times.filing_s:.1%} of filing; what the commit writes for them is in"
        f" the table alone. So it is for a portal's first {MOST_ARTICLES:,} articles: of the later ones most"
        " have no place in the sample that the profile is learned from."
    )


def _timed(job: Callable[[], object]) -> tuple[float, float]:
    began, cpu_began = perf_counter(), process_time()
    job()
    return perf_counter() - began, process_time() - cpu_began


def _file(material: Material, folder: Path, learned: Sequence[Learned] = ()) -> tuple[float, float, float]:
    """Seconds that the archive takes from the first batch until it is closed, by wall and by CPU.

    `learned` goes with the articles; the third figure is the seconds of keeping it.
    """
    archive = Archive.open(folder)
    archive.add_portal(material.portal)
    run = archive.start_run("crawl", material.portal.slug, datetime.now(UTC))
    keeping: list[float] = []

    def file_all() -> None:
        with archive:
            for start in range(0, len(material.articles), BATCH):
                part = slice(start, start + BATCH)
                with archive.batch():
                    _file_part(archive, material, run, part)
                    keeping.append(_keep(archive, material.portal.slug, learned[part]))

    return (*_timed(file_all), sum(keeping))


def _file_part(archive: Archive, material: Material, run: int, part: slice) -> None:
    captures = material.captures[part]
    archive.add_captures(captures, material.portal.slug, run)
    for capture, article in zip(captures, material.articles[part], strict=True):
        filing = Filing(material.portal.slug, article, (capture.record_id,), capture.captured)
        if archive.file(filing) != "new":
            raise BenchError(f"storage: {article.url} was filed before")


def _keep(archive: Archive, portal: str, learned: Sequence[Learned]) -> float:
    """Seconds that keeping all of `learned` takes."""
    began = perf_counter()
    for one in learned:
        archive.keep_learned(portal, one)
    return perf_counter() - began


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
