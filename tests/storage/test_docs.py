"""docs/schema.md says what is true: it has every table and column, and its queries answer what they say."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta
from pathlib import Path

import pytest

from kaltimcrawl.capture import Exchange, WarcWriter
from kaltimcrawl.discovery import Candidate
from kaltimcrawl.extraction import Claim, Origin
from kaltimcrawl.storage import Archive
from kaltimcrawl.storage.database import APPLICATION_ID, latest_version
from kaltimcrawl.storage.frontier import MAX_TRIES

PAGE = Path(__file__).parents[2].joinpath("docs", "schema.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##)", PAGE, re.DOTALL | re.MULTILINE))
QUERIES = dict(
    re.findall(r"^([A-Z][^\n]*(?:\n[^\n]+)*):\n\n```sql\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)
)
BANJIR = "https://kabar.example/2025/05/banjir"


@pytest.fixture(scope="module")
def library(tmp_path_factory, desk):
    """An archive in which every question has an answer."""
    with Archive.open(tmp_path_factory.mktemp("library")) as archive:
        archive.add_portal(desk.portal)
        archive.start_run("crawl", "kabar", desk.start - timedelta(days=30))
        run = archive.start_run("update", "kabar", desk.start)
        fields = {
            "authors": ("Rina Wijaya",),
            "provenance": {
                "published": Origin(
                    "jsonld: datePublished", "2025-05-12T14:30:00+08:00", (Claim("url", "2025/05/11"),)
                )
            },
        }
        first = desk.article("Banjir melanda kota Samarinda.", **fields)
        second = desk.article("Banjir surut di kota Samarinda.", title="Banjir Berakhir", **fields)
        desk.file(archive, first, desk.capture(1), desk.capture(2, BANJIR + "/2", seconds=1))
        desk.file(archive, second, desk.capture(3, seconds=60))
        paid = desk.article(
            "Bank berbagi.", BANJIR + "-adv", is_advertorial=True, sponsor="Bank", tags=(),
            confidence=0.4, warnings=("JSON-LD holds 3 paragraphs that the body lacks",),
        )  # fmt: skip
        desk.file(archive, paid, desk.capture(4, BANJIR + "-adv"))
        archive.add_captures([desk.capture(5, BANJIR + "-adv", 90, status=404)], "kabar", run)
        archive.add_error(
            run, "kabar", paid.url, "http", "answered 404", desk.start, desk.capture(5).record_id
        )
        frontier = archive.frontier("kabar")
        frontier.admit(
            [Candidate(url, "feed") for url in (BANJIR, BANJIR + "-adv", BANJIR + "-lain")], desk.start
        )
        frontier.note(BANJIR, "held", 200, desk.start)
        frontier.note(BANJIR + "-adv", "failed", 404, desk.start)
        yield archive


def test_every_table_has_a_section(archive):
    tables = archive._database.table_names()
    assert sorted(SECTIONS) == sorted(name for name in tables if not name.startswith("articles_fts_"))


@pytest.mark.parametrize("table", SECTIONS)
def test_every_column_is_in_its_table_in_order(archive, table):
    columns = archive.rows("select name from pragma_table_xinfo(?) where hidden in (0, 2)", (table,))
    documented = re.findall(r"^\| `(\w+)` \| \S", SECTIONS[table], re.MULTILINE)
    assert documented == [name for (name,) in columns]


def test_what_marks_the_file_is_right():
    assert f"`pragma application_id` is {APPLICATION_ID} (`KLTC`)" in PAGE
    assert f"is the schema's version, {latest_version()}." in PAGE
    assert MAX_TRIES == 5
    assert "to be tried again, at most five times in a row" in PAGE


def test_a_capture_s_place_leads_to_its_bytes(archive, desk, tmp_path):
    exchange = Exchange(
        BANJIR, "GET", (), desk.start, 200, "OK", "HTTP/1.1", (("Content-Type", "text/html"),), b"<p>Surut"
    )
    with WarcWriter(tmp_path, program="test", run="1") as writer:
        captures = [writer.write(exchange) for _ in range(3)]
    archive.add_captures(captures, "kabar", None)
    query = "select record_id, warc_file, warc_offset, warc_length from captures order by id"
    for record_id, file, offset, length in archive.rows(query):
        record = gzip.decompress((tmp_path / file).read_bytes()[offset : offset + length])
        assert record.startswith(b"WARC/1.1\r\n")
        assert f"WARC-Record-ID: {record_id}\r\n".encode() in record
        assert record.endswith(b"\r\n\r\n<p>Surut\r\n\r\n")


def test_every_query_has_its_question():
    assert PAGE.count("```sql") == len(QUERIES) == 15


@pytest.mark.parametrize("question", QUERIES)
def test_every_query_runs_and_answers(library, question):
    assert library.rows(QUERIES[question]) != []


def rows(library: Archive, question: str) -> list[tuple[object, ...]]:
    return library.rows(next(query for asked, query in QUERIES.items() if asked.startswith(question)))


def test_articles_a_month(library):
    assert rows(library, "Articles a month") == [("Kabar Mahakam", "2025-05", 2, 7)]


def test_everything_of_one_byline(library):
    assert rows(library, "Everything that one person") == [
        ("2025-05-12T14:30:00+08:00", "Banjir Berakhir", BANJIR)
    ]


def test_advertorials_by_portal(library):
    assert rows(library, "Paid articles") == [("kabar", 1, 2, 50.0)]


def test_revisions_with_both_texts(library):
    assert rows(library, "Articles that changed") == [
        (
            *(BANJIR, "2025-05-12T06:30:00Z", "2025-05-12T06:31:00Z", "Banjir Surut", "Banjir Berakhir"),
            *("Banjir melanda kota Samarinda.", "Banjir surut di kota Samarinda."),
        )
    ]


def test_which_warc_records(library, desk):
    pages = [
        (1, "06:30:00", 0, BANJIR, 1),
        (1, "06:30:00", 1, BANJIR + "/2", 2),
        (2, "06:31:00", 0, BANJIR, 3),
    ]
    assert rows(library, "Which WARC records") == [
        (
            *(number, f"2025-05-12T{seen}Z", position, url),
            *("kabar-00001.warc.gz", 1000 * capture, 900, desk.capture(capture).record_id),
        )
        for number, seen, position, url, capture in pages
    ]


def test_what_failed_and_why(library):
    assert rows(library, "What failed") == [("kabar", "http", "answered 404", BANJIR + "-adv", 404)]


def test_full_text_search(library):
    assert rows(library, "Full-text search") == [
        ("2025-05-12T14:30:00+08:00", "Banjir Berakhir", BANJIR, "[Banjir] surut di [kota Samarinda].")
    ]


def test_articles_lost(library):
    assert rows(library, "Articles that a portal has taken away") == [
        ("kabar", "Banjir Surut", BANJIR + "-adv", 404, "2025-05-12T06:30:00Z")
    ]


def test_what_is_not_yet_held(library):
    assert rows(library, "What is known of") == [("kabar", "due", 1, None), ("kabar", "failed", 1, None)]
