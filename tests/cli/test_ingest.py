import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kaltimcrawl.capture import Exchange, Original, WarcWriter, read_captures

REAL = Path(__file__).parents[3] / "shared" / "real"

TEXT = (
    "SANGATTA – Pelabuhan rakyat dibuka kembali setelah dermaganya diperbaiki selama enam bulan oleh "
    "pemerintah kabupaten bersama nelayan setempat yang menyumbang tenaga."
)
ARTICLE = f"""<!doctype html><html><head><title>{{title}} - Kabar Hulu</title><meta property="og:type" content="article">
<meta property="og:title" content="{{title}}"><meta property="article:published_time" content="2025-05-12T14:30:00+08:00">
</head><body><article><h1>{{title}}</h1><div class="entry-content"><p>{TEXT}</p><p>{TEXT.replace("Pelabuhan", "Pasar")}</p>
<p>{TEXT.replace("Pelabuhan", "Jalan")}</p></div></article></body></html>"""
FRONT = "<title>Kabar Hulu</title><ul>" + "<li><a href=/2025/a/>Berita</a></li>" * 20 + "</ul>"


def _exchange(path: str, page: str) -> Exchange:
    return Exchange(
        url=f"https://kabarhulu.example{path}",
        method="GET",
        request_headers=(("Host", "kabarhulu.example"),),
        started=datetime(2025, 5, 13, tzinfo=UTC),
        status=200,
        reason="OK",
        protocol="HTTP/1.1",
        response_headers=(("Content-Type", "text/html; charset=utf-8"),),
        body=page.encode(),
    )


@pytest.fixture
def warc(tmp_path) -> Path:
    with WarcWriter(tmp_path / "made", program="a test", run="1") as writer:
        writer.write(_exchange("/", FRONT))
        writer.write(
            _exchange("/2025/05/12/pelabuhan/", ARTICLE.format(title="Pelabuhan Rakyat Dibuka Kembali"))
        )
        writer.write(
            _exchange("/2025/05/12/pasar/", ARTICLE.format(title="Pasar Pagi Pindah ke Gedung Baru"))
        )
    [file] = (tmp_path / "made").iterdir()
    return file


def _rows(tmp_path, sql):
    with sqlite3.connect(tmp_path / "empty" / "archive" / "kaltim.db") as connection:
        return connection.execute(sql).fetchall()


def test_the_articles_of_a_warc_are_archived_and_the_front_page_is_not(command, warc, tmp_path):
    ended = command("ingest", warc)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"{warc.name}: 2 new, 1 no article\n", "")
    assert _rows(tmp_path, "select url, title from articles order by url") == [
        ("https://kabarhulu.example/2025/05/12/pasar/", "Pasar Pagi Pindah ke Gedung Baru"),
        ("https://kabarhulu.example/2025/05/12/pelabuhan/", "Pelabuhan Rakyat Dibuka Kembali"),
    ]


def test_ingesting_twice_changes_nothing(command, warc, tmp_path):
    command("ingest", warc)
    ended = command("ingest", warc)
    assert (ended.returncode, ended.stdout) == (0, f"{warc.name}: 2 unchanged, 1 no article\n")
    assert _rows(tmp_path, "select count(*) from article_revisions") == [(2,)]
    assert _rows(tmp_path, "select count(*) from captures") == [(3,)]


def test_a_file_that_is_no_warc_fails_alone(command, warc, tmp_path):
    odd = tmp_path / "odd.warc"
    odd.write_text("<html>not a WARC</html>")
    ended = command("ingest", odd, warc)
    assert ended.returncode == 1
    assert ended.stderr.startswith("kaltimcrawl: ")
    assert "odd.warc" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert ended.stdout.splitlines()[-1] == f"{warc.name}: 2 new, 1 no article"
    assert _rows(tmp_path, "select kind from crawl_errors") == [("capture",)]
    assert _rows(tmp_path, "select status from crawl_runs order by id") == [("failed",), ("finished",)]


def test_a_file_that_breaks_off_is_told_of_and_gives_what_stands_before(command, warc, tmp_path):
    broken = tmp_path / "putus.warc.gz"
    broken.write_bytes(warc.read_bytes()[:-40])
    ended = command("ingest", broken)
    assert (ended.returncode, ended.stdout) == (1, "putus.warc.gz: 2 new, 1 no article, 1 error\n")
    assert ended.stderr.startswith("kaltimcrawl: putus.warc.gz: the record at byte ")
    assert "what stands before it was read" in ended.stderr
    assert ended.stderr.count("\n") == 1


def _revisit(warc, folder) -> Path:
    """A WARC of a later day that says of an article of `warc` that nothing has changed."""
    with WarcWriter(folder, program="a test", run="2") as writer:
        page = _exchange("/2025/05/12/pasar/", ARTICLE.format(title="Pasar Pagi Pindah ke Gedung Baru"))
        [known] = [capture for capture, _ in read_captures(warc) if capture.url == page.url]
        original = Original(known.record_id, known.url, known.captured, known.payload_digest)
        writer.write(replace(page, started=datetime(2025, 5, 14, tzinfo=UTC)), original)
    [file] = folder.iterdir()
    return file


def test_a_revisit_is_one_more_sighting_of_its_page(command, warc, tmp_path):
    later = _revisit(warc, tmp_path / "later")
    ended = command("ingest", warc, later)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"{warc.name}: 2 new, 1 no article\n{later.name}: 1 unchanged\n"
    assert _rows(tmp_path, "select count(*), max(number) from article_revisions") == [(2, 1)]
    assert _rows(tmp_path, "select count(*) from revision_captures") == [(3,)]
    assert json.loads(_rows(tmp_path, "select stats from crawl_runs where id = 2")[0][0]) == {
        "errors": 0,
        "file": later.name,
        "folder": str(later.parent),
        "ingest/revisits": 1,
        "ingest/unresolved": 0,
    }


def test_a_revisit_whose_page_is_not_there_is_one_clear_line(command, warc, tmp_path):
    later = _revisit(warc, tmp_path / "later")
    ended = command("ingest", later)
    assert (ended.returncode, ended.stdout) == (0, f"{later.name}: nothing new\n")
    assert ended.stderr == (
        f"kaltimcrawl: {later.name}: 1 revisit is left out, whose page wasn't found; "
        "ingest the WARC that holds it, then this again\n"
    )
    assert _rows(tmp_path, "select kind from crawl_errors") == [("capture",)]
    assert command("ingest", warc, later).stdout.endswith(f"{later.name}: 1 unchanged\n")


def test_a_name_that_is_no_file_stops_everything_before_it_begins(command, warc, tmp_path):
    for name, says in [("missing.warc", "missing.warc: no such file"), (tmp_path, f"{tmp_path}: a folder")]:
        ended = command("ingest", warc, name)
        assert ended.returncode == 2
        assert ended.stderr.startswith(f"kaltimcrawl: {says}")
    assert not (tmp_path / "empty" / "archive").exists()


def test_the_archive_may_stand_elsewhere_by_option_and_by_environment(command, environment, warc, tmp_path):
    assert command("--archive", tmp_path / "a", "ingest", warc).returncode == 0
    environment["KALTIMCRAWL_ARCHIVE"] = str(tmp_path / "b")
    assert command("ingest", warc).returncode == 0
    assert (tmp_path / "a" / "kaltim.db").is_file()
    assert (tmp_path / "b" / "kaltim.db").is_file()


@pytest.mark.skipif(not REAL.is_dir(), reason="../shared/real is not beside this checkout")
def test_real_pages_are_archived_and_found(command, words, tmp_path):
    truth = [json.loads(line) for line in (REAL / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = {one["url"]: one["title"] for one in truth if one["kind"] == "article"}
    ended = command("ingest", REAL / "pages.warc.gz")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"pages.warc.gz: {len(articles)} new, {len(truth) - len(articles)} no article\n"
    assert dict(_rows(tmp_path, "select url, title from articles")) == articles
    for url, title in articles.items():
        found = json.loads(words("search", f'"{title}"', "--format", "json").stdout)
        assert url in [hit["url"] for hit in found]
