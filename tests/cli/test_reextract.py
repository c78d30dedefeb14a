"""`kaltimcrawl reextract`: what it tells, how it ends."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kaltimcrawl.capture import Exchange, WarcWriter

HOME = "https://kabarhulu.example"
CALL = "Hubungi redaksi lewat kontak di bawah ini"


def _page(number: int) -> str:
    rows = "".join(
        f"<p>SANGATTA – Dermaga ke-{number} dibuka kembali setelah bagian {row} diperbaiki selama enam bulan oleh "
        f"pemerintah kabupaten bersama nelayan setempat yang menyumbang tenaga.</p>"
        for row in range(3)
    )
    return (
        f'<html><head><title>Dermaga Nomor {number} Dibuka</title><meta property="og:type" content="article">'
        f"</head><body><h1>Dermaga Nomor {number} Dibuka</h1>"
        f'<div class="entry-content">{rows}<p>{CALL}</p></div></body></html>'
    )


def _write(folder: Path, numbers: range) -> Path:
    with WarcWriter(folder, program="a test", run="1") as writer:
        for number in numbers:
            exchange = Exchange(
                url=f"{HOME}/2025/05/12/dermaga-{number}/",
                method="GET",
                request_headers=(),
                started=datetime(2025, 5, 13, tzinfo=UTC),
                status=200,
                reason="OK",
                protocol="HTTP/1.1",
                response_headers=(("Content-Type", "text/html; charset=utf-8"),),
                body=_page(number).encode(),
            )
            writer.write(exchange)
    [file] = folder.iterdir()
    return file


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    """A WARC of six articles, all of which end in the same line."""
    return _write(tmp_path / "made", range(6))


def _rows(tmp_path, sql):
    with sqlite3.connect(tmp_path / "empty" / "archive" / "kaltim.db") as connection:
        return connection.execute(sql).fetchall()


def _texts(tmp_path):
    return [text for (text,) in _rows(tmp_path, "select text from articles order by id")]


def test_an_archive_is_needed(words):
    ended = words("reextract")
    assert ended.returncode == 2
    assert "no archive there yet" in ended.stderr


def test_articles_of_an_ingested_warc_are_read_anew_where_it_lies(words, warc, tmp_path):
    words("ingest", warc)
    ended = words("reextract", "--warcs", warc.parent)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "kabarhulu-example: 6 shorter\n"
    assert not any(CALL in text for text in _texts(tmp_path))
    assert _rows(
        tmp_path,
        "select portal, status, unchanged, failed, stats from crawl_runs where command = 'reextract'",
    ) == [("kabarhulu-example", "finished", 0, 0, '{"reextract/shorter": 6}')]
    assert words("reextract", "--warcs", warc.parent).stdout == "kabarhulu-example: 6 unchanged\n"


def test_a_dry_run_names_each_article_that_would_change(words, warc, tmp_path):
    words("ingest", warc)
    before = _rows(tmp_path, "select * from articles, crawl_runs")
    ended = words("reextract", "--dry-run", "--limit", "2", "--warcs", warc.parent)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        f"shorter -43: {HOME}/2025/05/12/dermaga-0/: Dermaga Nomor 0 Dibuka\n"
        f"shorter -43: {HOME}/2025/05/12/dermaga-1/: Dermaga Nomor 1 Dibuka\n"
        "kabarhulu-example: 2 shorter\n"
    )
    assert _rows(tmp_path, "select * from articles, crawl_runs") == before


def test_a_warc_is_found_where_it_was_ingested_from(words, warc, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    archive = ("--archive", tmp_path / "empty" / "archive")
    words(*archive, "ingest", warc.relative_to(tmp_path))
    monkeypatch.chdir(tmp_path / "empty")
    ended = words("reextract")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "kabarhulu-example: 6 shorter\n", "")
    moved = warc.rename(tmp_path / warc.name)
    assert words("reextract").returncode == 1
    words("ingest", moved)  # adds nothing, but tells where it is now
    assert words("reextract").stdout == "kabarhulu-example: 6 unchanged\n"


def test_files_of_one_name_are_told_apart(words, warc, tmp_path):
    other = _write(tmp_path / "lain", range(6, 9))
    words("ingest", warc, other.rename(other.with_name(warc.name)))
    assert words("reextract").stdout == "kabarhulu-example: 3 unchanged, 6 shorter\n"
    assert _rows(tmp_path, "select count(*) from crawl_errors") == [(0,)]


def test_articles_whose_warc_lies_elsewhere_are_kept_and_told(words, warc, tmp_path):
    words("ingest", warc)
    warc = warc.rename(tmp_path / warc.name)
    before = _texts(tmp_path)
    ended = words("reextract")
    assert ended.returncode == 1
    assert ended.stdout == "kabarhulu-example: 6 not to be read\n"
    assert ended.stderr == (
        "kaltimcrawl: kabarhulu-example: 6 articles are kept as before; can't be read: "
        f"{tmp_path / 'made' / warc.name}; --warcs FOLDER tells where it is now\n"
    )
    assert _texts(tmp_path) == before
    assert _rows(tmp_path, "select kind, count(*) from crawl_errors group by kind") == [("capture", 6)]
    folder = tmp_path / "empty" / "archive" / "warc"
    folder.mkdir()
    shutil.copy(warc, folder)
    assert words("reextract").returncode == 0


def test_a_portal_that_the_archive_lacks_is_an_error(words, warc):
    words("ingest", warc)
    ended = words("reextract", "klausa")
    assert ended.returncode == 2
    assert ended.stderr == (
        "kaltimcrawl: klausa: no article of that portal in archive/kaltim.db; it has: kabarhulu-example\n"
    )


def test_a_folder_that_is_none_is_an_error(words, warc):
    words("ingest", warc)
    ended = words("reextract", "--warcs", "tiada")
    assert (ended.returncode, ended.stderr) == (2, "kaltimcrawl: --warcs tiada: not a folder\n")


def test_imported_text_is_left_alone(words, tmp_path):
    dump = tmp_path / "dump.txt"
    dump.write_text(
        "BerandaDaerahJalan Poros Mulai Diperbaiki...\nJalan Poros Mulai Diperbaiki Dinas\nTerbaru\n"
        "SAMARINDA – Jalan poros yang rusak sejak tahun lalu mulai diperbaiki oleh dinas pekerjaan umum, Senin pagi.\n"
        "Warga berharap banjir tidak lagi merendam jalan itu setiap kali hujan turun lebih dari dua jam lamanya.\n"
    )
    words("import-text", dump)
    ended = words("reextract")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
