"""Batches, runs, captures and errors: what is stored, and that nothing is half stored."""

# ruff: noqa: PT012, S608 - a batch that fails is several calls; names of tables are our own
from __future__ import annotations

import json
import signal
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from functools import partial

import pytest

from kaltimcrawl.errors import ArchiveBusy, ArchiveError
from kaltimcrawl.storage import Archive

RECORD = "<urn:uuid:00000000-0000-4000-8000-000000000001>"

FILER = """
import pathlib, sys, time
from datetime import timedelta
from kaltimcrawl.capture import Capture, Location
from kaltimcrawl.extraction.article import Article, Block
from kaltimcrawl.portals import Portal
from kaltimcrawl.storage import Archive, Filing
from datetime import UTC, datetime
from zoneinfo import ZoneInfo
START = datetime(2025, 5, 12, 6, 30, tzinfo=UTC)
archive = Archive.open(pathlib.Path(sys.argv[1]))
archive.add_portal(Portal(slug="kabar", name="K", home="https://kabar.example/", region="", timezone=ZoneInfo("UTC")))
number = 0
while True:
    with archive.batch():
        for _ in range(10):
            number += 1
            url = f"https://kabar.example/{number}"
            capture = Capture(url, START, 200, (), None, f"r{number}", Location("w", number, 1))
            archive.add_captures([capture], "kabar", None)
            blocks = (Block("paragraph", f"Banjir {number} " * 200),)
            article = Article(url=url, canonical_url=url, title=f"Banjir {number}", blocks=blocks, tags=("a", f"t{number}"))
            archive.file(Filing("kabar", article, (capture.record_id,), START))
            if number % 10 == 5:
                print(number, flush=True)
                if number > int(sys.argv[2]):
                    time.sleep(60)
"""


def count(archive: Archive, table: str) -> int:
    return int(archive.rows(f"select count(*) from {table}")[0][0])


def test_a_batch_is_stored_whole(archive, desk):
    with archive.batch():
        desk.file(archive, desk.article(), desk.capture(1))
        desk.file(archive, desk.article(url=desk.url + "/2"), desk.capture(2))
    assert (count(archive, "articles"), count(archive, "captures")) == (2, 2)


def test_an_exception_takes_a_batch_back(archive, desk):
    with pytest.raises(KeyError), archive.batch():
        desk.file(archive, desk.article(), desk.capture(1))
        raise KeyError
    assert (count(archive, "articles"), count(archive, "captures"), count(archive, "tags")) == (0, 0, 0)
    assert desk.file(archive, desk.article(), desk.capture(1)) == "new"


def test_an_exception_of_a_call_takes_the_call_back(archive, desk):
    with pytest.raises(ArchiveError, match="FOREIGN KEY"):
        archive.add_captures([desk.capture(1), desk.capture(2)], "nowhere", None)
    assert count(archive, "captures") == 0
    assert desk.file(archive, desk.article(), desk.capture(1)) == "new"


def test_an_inner_batch_that_fails_takes_the_outer_one_back_even_when_caught(archive, desk, folder):
    with pytest.raises(ArchiveError) as caught, archive.batch():
        desk.file(archive, desk.article(), desk.capture(1))
        with pytest.raises(KeyError), archive.batch():
            desk.file(archive, desk.article(url=desk.url + "/2"), desk.capture(2))
            raise KeyError
    assert str(caught.value) == f"{folder / 'kaltim.db'}: nothing of the batch is stored: a part of it failed"
    assert count(archive, "articles") == 0


def test_nothing_more_is_stored_in_a_batch_of_which_a_part_failed(archive, desk):
    with pytest.raises(ArchiveError, match="nothing of the batch"), archive.batch():
        with pytest.raises(KeyError), archive.batch():
            raise KeyError
        for call in (
            partial(archive.add_portal, desk.portal),
            partial(archive.add_captures, [desk.capture(1)], None, None),
            partial(archive.start_run, "crawl", None, desk.start),
            partial(archive.frontier("kabar").note, desk.url, "held", 200, desk.start),
        ):
            with pytest.raises(ArchiveError, match="nothing of the batch"):
                call()
    assert (count(archive, "captures"), count(archive, "crawl_runs")) == (0, 0)
    assert desk.file(archive, desk.article(), desk.capture(1)) == "new"


def test_half_an_article_is_never_stored(archive, desk):
    archive.execute(
        "create trigger broken before insert on images begin select raise(abort, 'no images'); end"
    )
    with pytest.raises(ArchiveError, match="no images"):
        desk.file(archive, desk.article(), desk.capture(1))
    assert [count(archive, table) for table in ("articles", "article_revisions", "bylines")] == [0, 0, 0]


def test_a_full_disk_is_told_in_a_line_and_leaves_what_was_there(archive, desk, folder):
    desk.file(archive, desk.article(), desk.capture(1))
    pages = archive.rows("pragma page_count")[0][0]
    archive.execute(f"pragma max_page_count = {pages + 20}")
    with pytest.raises(ArchiveError) as caught, archive.batch():
        for number in range(2, 200):
            url = f"{desk.url}/{number}"
            desk.file(archive, desk.article("Banjir. " * 300, url), desk.capture(number, url))
    assert str(caught.value) == (
        f"{folder / 'kaltim.db'}: no room left on the disk; make room and run it again (database or disk is full)"
    )
    assert count(archive, "articles") == 1
    archive.execute("pragma max_page_count = 100000")
    assert desk.file(archive, desk.article(url=desk.url + "/2"), desk.capture(2)) == "new"


def test_a_full_disk_that_is_caught_within_a_batch_leaves_no_half_of_it(archive, desk):
    pages = archive.rows("pragma page_count")[0][0]
    archive.execute(f"pragma max_page_count = {pages + 4}")
    with pytest.raises(ArchiveError, match="nothing of the batch"), archive.batch():
        desk.file(archive, desk.article(), desk.capture(1))
        with pytest.raises(ArchiveError, match="no room left"):
            desk.file(archive, desk.article("Banjir. " * 9000, desk.url + "/2"), desk.capture(2))
        archive.add_portal(desk.portal)
    assert count(archive, "articles") == 0


def test_another_writer_that_does_not_let_go_is_busy(archive, desk, folder):
    archive.execute("pragma busy_timeout = 20")
    with closing(sqlite3.connect(folder / "kaltim.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(ArchiveBusy) as caught:
            desk.file(archive, desk.article(), desk.capture(1))
        assert str(caught.value) == (
            f"{folder / 'kaltim.db'}: another program is writing to it (database is locked);"
            " try again when it has ended"
        )
        with pytest.raises(ArchiveBusy):
            archive.add_portal(desk.portal)
        other.execute("rollback")
    assert desk.file(archive, desk.article(), desk.capture(1)) == "new"


def test_readers_see_what_was_before_until_a_batch_ends(archive, desk, plain):
    desk.file(archive, desk.article(), desk.capture(1))
    query = "select count(*) from articles_fts where articles_fts match 'banjir'"
    with archive.batch():
        for number in range(2, 50):
            url = f"{desk.url}/{number}"
            desk.file(archive, desk.article(url=url), desk.capture(number, url))
            assert plain(query) == [(1,)]
    assert plain(query) == [(49,)]


def test_a_long_reader_does_not_hold_the_writer_up(archive, desk, folder):
    with closing(sqlite3.connect(folder / "kaltim.db", isolation_level=None)) as reader:
        reader.execute("begin")
        assert reader.execute("select count(*) from articles").fetchone() == (0,)
        desk.file(archive, desk.article(), desk.capture(1))
        assert reader.execute("select count(*) from articles").fetchone() == (0,)
    assert count(archive, "articles") == 1


@pytest.mark.parametrize("batches", [0, 3, 9])
def test_a_kill_in_the_middle_of_a_batch_leaves_the_batches_before(batches, folder, child, plain):
    filer = child(FILER, folder, 10 * batches)
    while int(filer.stdout.readline()) <= 10 * batches:
        pass
    filer.send_signal(signal.SIGKILL)
    filer.wait()
    assert_nothing_is_half_stored(folder, plain)
    assert plain("select count(*) from articles") == [(10 * batches,)]


@pytest.mark.parametrize("delay_s", [0.0, 0.011, 0.037])
def test_a_kill_at_any_moment_leaves_whole_batches(delay_s, folder, child, plain):
    filer = child(FILER, folder, 1 << 60)
    assert int(filer.stdout.readline()) == 5
    time.sleep(delay_s)
    filer.send_signal(signal.SIGKILL)
    filer.wait()
    assert_nothing_is_half_stored(folder, plain)
    assert plain("select count(*) % 10 from articles") == [(0,)]


def assert_nothing_is_half_stored(folder, plain):
    with Archive.open(folder) as archive:
        archive.execute("insert into articles_fts (articles_fts, rank) values ('integrity-check', 1)")
    assert plain("pragma integrity_check") == [("ok",)]
    assert plain("pragma foreign_key_check") == []
    (articles,) = plain("select count(*) from articles")
    for table in ("captures", "article_revisions", "revision_captures"):
        assert plain(f"select count(*) from {table}") == [articles]
    assert plain("select count(*) from article_tags") == [(2 * articles[0],)]


def test_a_portal_is_known_once_and_brought_up_to_date(archive, desk):
    changed = type(desk.portal)(
        slug="kabar",
        name="Kabar Baru",
        home="https://baru.example/",
        region="Kutai",
        timezone=desk.portal.timezone,
    )
    archive.add_portal(changed)
    assert archive.rows("select * from portals") == [
        ("kabar", "Kabar Baru", "https://baru.example/", "Kutai", "Asia/Makassar", 0, None, None)
    ]


def test_a_run_is_running_until_it_is_finished(archive, desk):
    run = archive.start_run("crawl", "kabar", desk.start)
    query = "select portal, program, started, finished, status, stats from crawl_runs where id = ?"
    assert archive.rows(query, (run,)) == [
        ("kabar", "kaltimcrawl/0.1.0", "2025-05-12T06:30:00Z", None, "running", None)
    ]
    counts = {
        "captures": 7,
        "new": 3,
        "revisions": 1,
        "unchanged": 2,
        "no_article": 1,
        "failed": 0,
        "errors": 4,
    }
    end = desk.start + timedelta(minutes=1)
    archive.finish_run(run, "finished", end, counts, {"fetch/304": 2, "file": "banjir\udcff.warc"})
    columns = "finished, status, captures, new, revisions, unchanged, no_article, failed, stats"
    (*values, stats) = archive.rows(f"select {columns} from crawl_runs where id = ?", (run,))[0]
    assert values == ["2025-05-12T06:31:00Z", "finished", 7, 3, 1, 2, 1, 0]
    assert json.loads(stats) == {"errors": 4, "fetch/304": 2, "file": "banjir\ufffd.warc"}


def test_a_capture_is_kept_as_it_was_first_told(archive, desk):
    run = archive.start_run("crawl", "kabar", desk.start)
    archive.add_captures([desk.capture(1)], "kabar", run)
    archive.add_captures(
        [desk.capture(1, url="https://other.example/"), desk.capture(2, status=404)], None, None
    )
    assert archive.rows("select * from captures") == [
        (
            *(1, RECORD, desk.url, "kabar", "2025-05-12T06:30:00Z", 200, "text/html; charset=utf-8"),
            *("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "kabar-00001.warc.gz", 1000, 900, run, None),
        ),
        (
            *(2, RECORD.replace("1>", "2>"), desk.url, None, "2025-05-12T06:30:00Z", 404),
            *("text/html; charset=utf-8", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"),
            *("kabar-00001.warc.gz", 2000, 900, None, None),
        ),
    ]


def test_an_error_names_its_capture_where_there_is_one(archive, desk):
    archive.add_captures([desk.capture(1, status=500)], "kabar", None)
    archive.add_error(None, "kabar", desk.url, "http", "answered 500", desk.start, RECORD)
    archive.add_error(None, None, None, "capture", "cut\udc80", desk.start)
    assert archive.rows("select portal, url, kind, message, at, capture_id from crawl_errors") == [
        ("kabar", desk.url, "http", "answered 500", "2025-05-12T06:30:00Z", 1),
        (None, None, "capture", "cut\ufffd", "2025-05-12T06:30:00Z", None),
    ]


def test_a_closed_archive_says_so_in_a_line(archive, desk):
    archive.close()
    with pytest.raises(ArchiveError, match=r"kaltim.db: Cannot operate on a closed database"):
        archive.rows("select 1")
