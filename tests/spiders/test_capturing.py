"""What a crawl keeps: every answer as it came in the WARC, its captures and articles in the archive."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator


def records(folder: Path) -> list[tuple[str, str, str, bytes]]:
    """Type, address, status and raw body of the WARC's HTTP records, in order."""
    found = []
    for path in sorted((folder / "warc").iterdir()):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type in ("request", "response"):
                    url = record.rec_headers.get_header("WARC-Target-URI")
                    status = record.http_headers.get_statuscode() if record.rec_type == "response" else ""
                    found.append((record.rec_type, url, status, record.raw_stream.read()))
    return found


def responses(folder: Path) -> list[tuple[str, str]]:
    return [(url, status) for kind, url, status, _ in records(folder) if kind == "response"]


def test_every_answer_is_kept_errors_redirects_and_robots_txt_too(site: Any, crawl: Any) -> None:
    paths = site.put_news(4)
    site.put("/robots.txt", b"User-agent: *\nDisallow:\n", Content_Type="text/plain")
    site.put(paths[0], status=301, Location="/2025/06/02/baru/")
    site.put_article("/2025/06/02/baru/", 9)
    site.put(paths[1], b"hilang", 404)
    site.put(paths[2], b"rusak", 500)
    outcome = crawl(site.portal())
    expected = [
        (site.url + "/robots.txt", "200"),
        (site.url + "/feed/", "200"),
        (site.url + paths[0], "301"),
        (site.url + "/2025/06/02/baru/", "200"),
        (site.url + paths[1], "404"),
        *[(site.url + paths[2], "500")] * 3,
        (site.url + paths[3], "200"),
    ]
    assert sorted(responses(outcome.folder)) == sorted(expected)
    requests = [url for kind, url, _, _ in records(outcome.folder) if kind == "request"]
    assert sorted(requests) == sorted(url for url, _ in expected)
    captures = outcome.rows("select url, cast(status as text), portal, run_id from captures")
    assert sorted(captures) == sorted((url, status, "uji", 1) for url, status in expected)


def test_each_capture_names_the_place_of_its_record(site: Any, crawl: Any) -> None:
    site.put_news(2)
    outcome = crawl(site.portal())
    rows = outcome.rows("select url, record_id, warc_file, warc_offset from captures")
    assert len(rows) == 4
    for url, record_id, file, offset in rows:
        with (outcome.folder / "warc" / file).open("rb") as stream:
            stream.seek(offset)
            record = next(iter(ArchiveIterator(stream)))
        assert record.rec_headers.get_header("WARC-Target-URI") == url
        assert record.rec_headers.get_header("WARC-Record-ID") == record_id


def test_a_compressed_body_is_kept_as_received_and_read_all_the_same(site: Any, crawl: Any) -> None:
    [path] = site.put_news(1)
    packed = gzip.compress(site.answers[path][0].body, mtime=0)
    site.put(path, packed, Content_Encoding="gzip")
    outcome = crawl(site.portal())
    [kept] = [
        body for kind, url, _, body in records(outcome.folder) if kind == "response" and url.endswith(path)
    ]
    assert kept == packed
    assert outcome.rows("select title, url from articles") == [
        ("Warga Bersihkan Parit Kelurahan 0", site.url + path)
    ]


def test_an_error_row_names_the_capture_of_the_answer(site: Any, crawl: Any) -> None:
    [path] = site.put_news(1)
    site.put(path, b"hilang", 404)
    outcome = crawl(site.portal())
    assert outcome.rows(
        "select e.url, e.kind, e.message, c.url, c.status from crawl_errors e join captures c on c.id = e.capture_id"
    ) == [(site.url + path, "http", "404 Not Found", site.url + path, 404)]
    assert outcome.rows("select state, status from frontier") == [("gone", 404)]


def test_the_second_run_fetches_no_article_and_finds_nothing_new(site: Any, crawl: Any) -> None:
    site.put_news(5)
    first = crawl(site.portal())
    assert first.results[0]["counts"]["new"] == 5
    assert sorted(first.pages) == sorted(
        ["uji", url, "new"] for (url,) in first.rows("select url from articles")
    )
    asked = len(site.hits)
    second = crawl(site.portal())
    assert site.paths()[asked:] == ["/robots.txt", "/feed/"]
    assert second.results == [
        {
            "portal": "uji",
            "status": "finished",
            "counts": {
                "captures": 2,
                **dict.fromkeys(("new", "revisions", "unchanged", "no_article", "failed", "gone", "back"), 0),
            },
            "errors": 0,
            "left": 0,
        }
    ]
    assert second.rows("select count(*) from article_revisions") == [(5,)]


def test_a_page_that_is_no_article_is_kept_and_counted(site: Any, crawl: Any) -> None:
    paths = site.put_news(2)
    site.put(paths[0], b"<html><head><title>Galeri</title></head><body><img src=a.jpg></body></html>")
    site.put(paths[1], b"%PDF-1.7", Content_Type="application/pdf")
    outcome = crawl(site.portal())
    assert outcome.results[0]["counts"]["no_article"] == 2
    assert outcome.rows("select distinct state from frontier") == [("no article",)]


@pytest.mark.parametrize("first", [1, 2])
def test_the_pages_of_one_article_are_gathered_in_order(site: Any, crawl: Any, first: int) -> None:
    parts = (
        "/2025/06/02/warga-bersihkan-parit/",
        "/2025/06/02/warga-bersihkan-parit/2/",
        "/2025/06/02/warga-bersihkan-parit/3/",
    )
    for number, part in enumerate(parts, 1):
        site.put_article(part, number, parts=tuple(site.url + one for one in parts))
    site.put_feed("/feed/", [parts[first - 1]])
    outcome = crawl(site.portal())
    assert sorted(site.paths()) == sorted(["/robots.txt", "/feed/", *parts])
    [(text,)] = outcome.rows("select text from articles")
    places = [text.find(f"Warga kelurahan ke-{number} ") for number in (1, 2, 3)]
    assert -1 not in places
    assert places == sorted(places)
    captures = outcome.rows(
        "select c.url from revision_captures rc join captures c on c.id = rc.capture_id order by position"
    )
    assert captures == [(site.url + part,) for part in parts]
    assert outcome.results[0]["counts"]["new"] == 1


def test_a_part_that_fails_leaves_the_others(site: Any, crawl: Any) -> None:
    parts = (
        "/2025/06/02/warga-bersihkan-parit/",
        "/2025/06/02/warga-bersihkan-parit/2/",
        "/2025/06/02/warga-bersihkan-parit/3/",
    )
    for number, part in enumerate(parts, 1):
        site.put_article(part, number, parts=tuple(site.url + one for one in parts))
    site.put(parts[1], b"hilang", 404)
    site.put_feed("/feed/", [parts[0]])
    outcome = crawl(site.portal())
    [(text,)] = outcome.rows("select text from articles")
    assert "ke-1 " in text
    assert "ke-2 " not in text
    assert "ke-3 " in text
    assert outcome.rows("select url, kind from crawl_errors") == [(site.url + parts[1], "http")]
    assert outcome.results[0]["errors"] == 1


def test_an_answer_larger_than_allowed_is_cut_off_and_recorded(site: Any, crawl: Any) -> None:
    paths = site.put_news(3)
    site.put(paths[0], b"x" * (16 * 1024 * 1024 + 1))
    site.put(paths[1], gzip.compress(b"\0" * (17 * 1024 * 1024)), Content_Encoding="gzip")
    outcome = crawl(site.portal())
    assert sorted(outcome.rows("select url, kind from crawl_errors")) == [
        (site.url + paths[0], "size"),
        (site.url + paths[1], "size"),
    ]
    assert outcome.results[0]["counts"]["new"] == 1
    assert outcome.results[0]["status"] == "finished"
