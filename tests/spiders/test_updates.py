"""What an update finds when it asks articles again: edits, deletions, walls, and what came back."""

from __future__ import annotations

import sqlite3
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.portals import Portal
from kaltimcrawl.reextract import reextract_portal
from kaltimcrawl.storage import Archive
from tests.spiders.conftest import article_page

WALL = b"<html><head><title>Just a moment...</title></head><body><div id=challenge-form>Checking your browser</div></body></html>"
SOFT_404 = (
    b"<html><head><title>Halaman tidak ditemukan - Kabar Uji</title></head><body class=error404>"
    b"<h1>Oops! Halaman tidak ditemukan.</h1><p>Coba cari yang lain.</p></body></html>"
)


def make_due(crawl: Any) -> None:
    """As if a long time had gone by: everything is due again."""
    connection = sqlite3.connect(crawl.folder / "kaltim.db")
    with connection:
        connection.execute(
            "update frontier set next_visit = '2020-01-01T00:00:00Z' where next_visit is not null"
        )
        connection.execute("update doors set asked = '2020-01-01T00:00:00Z'")
        connection.execute("update portals set rest_until = null")
    connection.close()


def counts(outcome: Any) -> dict[str, int]:
    """What was done, without what was done not at all."""
    return {
        name: count for name, count in outcome.results[0]["counts"].items() if count and name != "captures"
    }


def updated(site: Any, crawl: Any) -> Any:
    """The outcome of an update a long time after the last run."""
    make_due(crawl)
    return crawl(site.portal(), command="update")


def test_nothing_is_asked_before_its_time(site: Any, crawl: Any) -> None:
    site.put_news(3)
    crawl(site.portal())
    asked = len(site.hits)
    outcome = crawl(site.portal(), command="update")
    assert site.paths()[asked:] == []
    assert outcome.results[0]["status"] == "finished"


def test_an_unchanged_page_is_a_revisit_and_no_revision(site: Any, crawl: Any) -> None:
    [path] = site.put_news(1)
    crawl(site.portal())
    outcome = updated(site, crawl)
    assert counts(outcome) == {"unchanged": 1}
    assert crawl.rows("select revisions from articles") == [(1,)]
    rows = crawl.rows(
        "select c.url, o.url, c.status from captures c join captures o on o.record_id = c.revisit_of order by c.id"
    )
    assert (site.url + path, site.url + path, 200) in rows
    assert crawl.rows("select last_seen = (select max(captured) from captures) from articles") == [(1,)]


def test_a_304_is_counted_and_kept_as_a_revisit(site: Any, crawl: Any) -> None:
    site.put_news(1, ETag='"satu"')
    crawl(site.portal())
    outcome = updated(site, crawl)
    assert counts(outcome) == {"unchanged": 1}
    assert site.hits[-1].headers["If-None-Match"] == '"satu"'
    assert crawl.rows("select status, revisit_of is not null from captures order by id desc limit 1") == [
        (304, 1)
    ]


def test_an_edited_text_is_a_revision_and_changed_chrome_is_none(site: Any, crawl: Any) -> None:
    one, two = site.put_news(2)
    crawl(site.portal())
    site.put(one, article_page(site.url + one, 0).replace(b"hari Senin", b"hari Selasa"))
    site.put(two, article_page(site.url + two, 1).replace(b"</main>", b"<p>Dilihat 812 kali</p></main>"))
    outcome = updated(site, crawl)
    assert counts(outcome) == {"revisions": 1, "unchanged": 1}
    assert crawl.rows("select revisions from articles order by url") == [(2,), (1,)]
    assert crawl.rows("select changes from frontier order by url") == [(1,), (0,)]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"body": b"hilang", "status": 404}, "404"),
        ({"body": b"hilang", "status": 410}, "410"),
        ({"body": SOFT_404}, "soft 404"),
        ({"status": 302, "Location": "/"}, "front page"),
    ],
)
def test_a_deleted_article_is_marked_gone_and_kept_and_may_come_back(
    site: Any, crawl: Any, answer: dict[str, Any], reason: str
) -> None:
    [path] = site.put_news(1)
    site.put("/", b"<html><title>Kabar Uji</title><body><ul><li><a href=/a>Satu</a></ul></body></html>")
    crawl(site.portal())
    site.put(path, **answer)
    outcome = updated(site, crawl)
    assert counts(outcome) == {"gone": 1}
    assert outcome.results[0]["errors"] == 0
    assert crawl.rows("select gone is not null, length(text) > 200 from articles") == [(1, 1)]
    assert crawl.rows("select event, reason from article_events") == [("gone", reason)]
    assert counts(updated(site, crawl)) == {}, "it is gone once"
    site.put_article(path, 0)
    outcome = updated(site, crawl)
    assert counts(outcome) == {"unchanged": 1, "back": 1}
    assert crawl.rows("select gone, revisions from articles") == [(None, 1)]
    assert [event for (event,) in crawl.rows("select event from article_events order by id")] == [
        "gone",
        "back",
    ]


def test_a_wall_is_neither_an_edit_nor_a_deletion(site: Any, crawl: Any) -> None:
    [path] = site.put_news(1)
    crawl(site.portal())
    site.put(path, WALL)
    outcome = updated(site, crawl)
    assert counts(outcome) == {"failed": 1}
    assert crawl.rows("select kind from crawl_errors") == [("challenge",)]
    assert crawl.rows("select gone, revisions from articles") == [(None, 1)]
    assert crawl.rows("select state from frontier") == [("held",)]


def test_a_feeds_text_recovers_an_article_that_cant_be_fetched(site: Any, crawl: Any) -> None:
    path = "/2025/06/02/hilang/"
    text = "".join(
        f"<p>Warga kelurahan bergotong royong membersihkan parit bagian {row}, kata ketua RT pada hari Senin.</p>"
        for row in range(4)
    )
    item = (
        f"<item><title>Parit Dibersihkan</title><link>{site.url}{path}</link>"
        "<pubDate>Mon, 02 Jun 2025 08:00:00 +0800</pubDate>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    site.put("/feed/", f"{head}<channel>{item}</channel></rss>".encode(), Content_Type="application/rss+xml")
    outcome = crawl(site.portal())
    assert counts(outcome) == {"new": 1}
    [(title, method, published, warnings, gone)] = crawl.rows(
        "select title, method, published, warnings, gone is not null from articles"
    )
    assert (title, method, published, gone) == ("Parit Dibersihkan", "feed", "2025-06-02T08:00:00+08:00", 1)
    assert "could not be fetched" in warnings
    assert crawl.rows(
        "select captures.url from articles join captures on captures.id = articles.capture_id"
    ) == [(f"{site.url}/feed/",)]


def test_a_feeds_text_is_a_witness_where_the_page_cuts_it(site: Any, crawl: Any) -> None:
    [path] = site.put_news(1)
    page = article_page(site.url + path, 0)
    whole = page[page.index(b"<p>SAMARINDA") : page.index(b"</div></article>")]
    cut = whole[: whole.index(b"</p>") + 4]
    site.put(
        path, page.replace(whole, cut + b"<p>" + b"Selengkapnya di edisi cetak koran ini. " * 4 + b"</p>")
    )
    item = (
        f"<item><title>Parit</title><link>{site.url}{path}</link>"
        f"<content:encoded><![CDATA[{whole.decode()}]]></content:encoded></item>"
    )
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    site.put("/feed/", f"{head}<channel>{item}</channel></rss>".encode(), Content_Type="application/rss+xml")
    crawl(site.portal())
    [(warnings,)] = crawl.rows("select warnings from articles")
    assert "the feed" in warnings


def test_other_addresses_of_an_article_are_its_aliases(site: Any, crawl: Any) -> None:
    own = "/2025/06/02/berita-0/"
    site.put_article(own, 0)
    site.put("/?p=7", status=301, Location=own)
    site.put_feed("/feed/", ["/?p=7", own + "?utm_source=feed"])
    outcome = crawl(site.portal())
    assert counts(outcome).get("new") == 1
    assert crawl.rows("select count(*) from articles") == [(1,)]
    [(url, reason)] = crawl.rows("select url, reason from aliases")
    assert (url, reason) == (f"{site.url}/?p=7", "redirect")
    asked = len(site.hits)
    updated(site, crawl)
    assert site.paths()[asked:].count("/?p=7") == 0


def test_a_portal_that_gives_only_trouble_is_left_alone_for_a_while(site: Any, crawl: Any) -> None:
    site.put("/feed/", b"rusak", 404)
    assert crawl(site.portal(), command="update").results[0]["status"] == "failed"
    asked = len(site.hits)
    outcome = crawl(site.portal(), command="update")
    assert outcome.results[0]["status"] == "resting"
    assert len(site.hits) == asked
    assert crawl(site.portal(), command="update", ask_all=True).results[0]["status"] == "failed"
    assert crawl.rows("select rests from portals") == [(2,)]


def test_a_dry_run_fetches_no_article(site: Any, crawl: Any) -> None:
    site.put_news(3)
    outcome = crawl(site.portal(), dry_run=True)
    assert site.paths() == ["/robots.txt", "/feed/"]
    assert outcome.results[0]["left"] == 3
    assert crawl(site.portal()).results[0]["counts"]["new"] == 3


def test_time_that_is_up_leaves_the_rest_for_the_next_run(site: Any, crawl: Any) -> None:
    site.put_news(12, after_s=0.3)
    outcome = crawl(site.portal(), max_time=1.5)
    new, left = outcome.results[0]["counts"]["new"], outcome.results[0]["left"]
    assert outcome.results[0]["status"] == "finished"
    assert (0 < new < 12, new + left) == (True, 12)
    assert crawl(site.portal()).results[0]["counts"]["new"] == left


def test_robots_txt_is_relied_on_for_a_day(site: Any, crawl: Any) -> None:
    site.put_news(2)
    site.put("/robots.txt", b"User-agent: *\nDisallow: /2025/06/02/berita-1/\n", Content_Type="text/plain")
    crawl(site.portal())
    site.put_feed("/feed/", [f"/2025/06/02/berita-{number}/" for number in (0, 1, 2)])
    site.put_article("/2025/06/02/berita-2/", 2)
    asked = len(site.hits)
    updated(site, crawl)
    assert "/robots.txt" not in site.paths()[asked:]
    assert "/2025/06/02/berita-1/" not in site.paths()
    make_due(crawl)
    connection = sqlite3.connect(crawl.folder / "kaltim.db")
    with connection:
        connection.execute("update robots set fetched = '2020-01-01T00:00:00Z'")
    connection.close()
    asked = len(site.hits)
    crawl(site.portal(), command="update")
    assert site.paths()[asked] == "/robots.txt"


def put_parts(site: Any, count: int = 3) -> list[str]:
    """The paths of one article's pages, the first of which the feed names."""
    parts = ["/2025/06/02/panjang/", *(f"/2025/06/02/panjang/{number}/" for number in range(2, count + 1))]
    for number, part in enumerate(parts):
        site.put_article(part, number, parts=tuple(site.url + one for one in parts))
    site.put_feed("/feed/", parts[:1])
    return parts


def paragraphs(crawl: Any) -> list[bool]:
    """Of which of its three pages the article has text."""
    [(text,)] = crawl.rows("select text from articles")
    return [f"kelurahan ke-{number} " in text for number in range(3)]


@pytest.mark.parametrize("etag", [{}, {"ETag": '"satu"'}])
def test_an_update_asks_for_the_page_that_was_missing_of_an_article_and_for_no_other(
    site: Any, crawl: Any, etag: dict[str, str]
) -> None:
    parts = put_parts(site)
    whole = site.answers[parts[1]][0].body
    site.put_article(parts[0], 0, parts=tuple(site.url + one for one in parts), **etag)
    site.put(parts[1], b"sibuk", 503)
    assert counts(crawl(site.portal())) == {"new": 1}
    assert paragraphs(crawl) == [True, False, True]
    soon = "select round((julianday(next_visit) - julianday(visited)) * 24) from frontier"
    assert crawl.rows(soon) == [(1,)]

    assert counts(updated(site, crawl)) == {"unchanged": 1}
    assert crawl.rows(soon) == [(4,)]
    assert crawl.rows("select count(*) from crawl_errors") == [(2,)]

    site.put(parts[1], whole)
    asked = len(site.hits)
    outcome = updated(site, crawl)
    assert [path for path in site.paths()[asked:] if path in parts] == parts[:2]
    assert outcome.results[0]["errors"] == 0
    assert paragraphs(crawl) == [True, True, True]
    assert crawl.rows("select count(*), max(revisions) from articles") == [(1, 1)]
    assert crawl.rows("select tries, changes from frontier") == [(0, 0)]
    assert crawl.rows("select julianday(next_visit) - julianday(visited) > 30 from frontier") == [(1,)]

    asked = len(site.hits)
    assert counts(updated(site, crawl)) == {"unchanged": 1}
    assert [path for path in site.paths()[asked:] if path in parts] == parts[:1]


def test_a_page_that_stays_missing_is_asked_for_with_its_article_once_it_was_tried_often(
    site: Any, crawl: Any
) -> None:
    parts = put_parts(site)
    site.put(parts[2], b"hilang", 404)
    crawl(site.portal())
    for _ in range(5):
        updated(site, crawl)
    assert crawl.rows("select julianday(next_visit) - julianday(visited) > 30 from frontier") == [(1,)]
    assert crawl.rows("select count(*), max(revisions) from articles") == [(1, 1)]
    assert crawl.rows(
        "select last_seen = (select max(captured) from captures where url like '%panjang/') from articles"
    ) == [(1,)]


def test_an_article_of_several_pages_that_was_seen_again_is_read_anew_as_a_whole(
    site: Any, crawl: Any
) -> None:
    put_parts(site)
    crawl(site.portal())
    updated(site, crawl)
    with Archive.open(crawl.folder) as archive:
        portal = Portal("uji", "Kabar Uji", site.url + "/", "Samarinda", ZoneInfo("Asia/Makassar"))
        told = list(reextract_portal(archive, portal, [crawl.folder / "warc"], None))
    assert [one.kind for one in told] == ["unchanged"]
    assert crawl.rows("select revisions from articles") == [(1,)]


def test_portals_of_one_host_are_crawled_side_by_side(site: Any, crawl: Any) -> None:
    first = site.put_news(6, after_s=0.2)
    site.put_feed("/lain/", ["/2025/06/02/lain/"])
    site.put_article("/2025/06/02/lain/", 9)
    other = site.portal(slug="lain", doors={"feeds": [site.url + "/lain/"]})
    crawl(site.portal(), other)
    assert site.paths().index("/2025/06/02/lain/") < site.paths().index(first[-1])
