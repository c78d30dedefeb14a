"""Every page answers, says what it should, and runs nothing that isn't Datasette's."""

from __future__ import annotations

import base64
import hashlib
import re
import sqlite3
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest

Browse = Callable[[str], Any]

TABLES = (
    *("articles", "portals", "article_revisions", "captures", "bylines", "tags", "article_tags", "images"),
    *("revision_captures", "crawl_runs", "crawl_errors", "frontier", "validators", "articles_fts"),
)
QUERIES = ("cari", "per_hari", "revisi", "advertorial", "diperiksa", "kegagalan")
PAGES = (
    *("/", "/kaltim", "/kaltim?_show_hidden=1", "/kaltim?sql=select+*+from+articles", "/robots.txt"),
    *(f"/kaltim/{table}" for table in TABLES),
    *(f"/kaltim/{query}" for query in QUERIES),
    *("/kaltim/articles/1", "/kaltim/articles/5", "/kaltim/article_revisions/1", "/kaltim/captures/1"),
    *("/kaltim/portals/contoh", "/kaltim/tags/7", "/kaltim/article_tags/1,7", "/kaltim/crawl_errors/1"),
    *("/kaltim/articles?_search=banjir", "/kaltim/articles?portal=contoh&section=Peristiwa"),
    *("/kaltim/articles?_size=1", "/kaltim/articles?_sort=title", "/kaltim/articles?published__isnull=1"),
    *(
        "/kaltim/cari?q=banjir",
        "/kaltim/cari?q=",
        "/kaltim/per_hari?bulan=2025-04",
        "/kaltim/revisi?_show_sql=1",
    ),
    *("/kaltim.json", "/kaltim/articles.json", "/kaltim/articles/1.json", "/kaltim/articles.csv?_size=2"),
    *("/kaltim/cari.json?q=banjir", "/static/archive.css", "/-/metadata", "/-/plugins"),
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers(browse: Browse, path: str) -> None:
    assert browse(path).status_code == 200


def test_every_link_within_the_site_answers(browse: Browse) -> None:
    seen, due = {"/"}, ["/"]
    while due:
        page = browse(path := due.pop())
        assert page.status_code == 200, path
        if not page.headers["content-type"].startswith("text/html"):
            continue
        for link in lxml.html.fromstring(page.text).xpath("//a/@href"):
            parts = urlsplit(link)
            within = parts.netloc in ("", "localhost") and parts.path.startswith("/")
            # arguments upon arguments never end: facets and sort orders are followed from plain pages only
            plain = not parts.query or ("?" not in path and "_sort" not in parts.query)
            if within and plain and "articles_fts_" not in parts.path:
                target = parts.path + (f"?{parts.query}" if parts.query else "")
                if target not in seen:
                    seen.add(target)
                    due.append(target)
    assert len(seen) > 60, len(seen)


def test_front_page_counts_articles_portals_and_dates(browse: Browse) -> None:
    page = lxml.html.fromstring(browse("/").text)
    figures = {" ".join(cell.text_content().split()) for cell in page.xpath("//dl[@class='figures']/div")}
    assert figures == {
        "Artikel articles5",
        "Portal portals2",
        "Terlama earliestSelasa, 1 April 2025",
        "Terbaru latestSenin, 12 Mei 2025",
    }
    assert page.xpath("string(//aside//li[a='Kabar Contoh'])").split() == ["Kabar", "Contoh", "4"]
    assert page.xpath("//ol[contains(@class, 'entries')]/li[1]//a/text()") == [
        "Banjir rendam dua kelurahan di Samarinda"
    ]


def test_front_page_of_an_empty_archive_says_so(new_site: Callable[[Any], Browse]) -> None:
    page = new_site(lambda sample: None)("/")
    assert page.status_code == 200
    assert "Arsip masih kosong." in page.text


def test_front_page_without_a_database_tells_what_to_run(new_site: Callable[[Any], Browse]) -> None:
    page = new_site(None)("/")
    assert page.status_code == 200
    assert "<code>kaltimcrawl crawl NAMA</code>" in page.text


def test_front_page_over_a_strange_database_tells_what_to_run(new_site: Callable[[Any], Browse]) -> None:
    def drop(sample: Any) -> None:
        sample.connection.executescript("pragma foreign_keys = off; drop table articles; drop table portals")

    assert "<code>kaltimcrawl crawl NAMA</code>" in new_site(drop)("/").text


def test_list_is_newest_first_with_undated_last(browse: Browse) -> None:
    page = lxml.html.fromstring(browse("/kaltim/articles").text)
    assert page.xpath("//li[@class='entry']/h2/a/@href") == [
        f"/kaltim/articles/{number}" for number in (1, 3, 2, 4, 5)
    ]
    assert not page.xpath("//table[contains(@class, 'rows-and-columns')]")
    assert " ".join(page.xpath("string(//li[@class='entry'][1]/p[@class='entry-meta'])").split()) == (
        "Kabar ContohPeristiwaSenin, 12 Mei 2025 pukul 14.30 WITARina Sari, Budi Lestari"
    )


@pytest.mark.parametrize("narrowed", ["", "portal=contoh&", "_search=pagi&", "published_month=2025-05&"])
def test_paging_shows_every_article_once(paged_site: Browse, narrowed: str) -> None:
    shown: list[str] = []
    path: str | None = f"/kaltim/articles?{narrowed}_size=4"
    while path:
        page = lxml.html.fromstring(paged_site(path.removeprefix("http://localhost")).text)
        shown += page.xpath("//li[@class='entry']/h2/a/@href")
        path = next(iter(page.xpath("//a[@rel='next']/@href")), None)
    count = 15 if "month" in narrowed else 30
    assert (len(shown), len(set(shown))) == (count, count)


@pytest.fixture(scope="module")
def paged_site(new_site: Callable[[Any], Browse]) -> Browse:
    """Fifteen articles of two minutes and fifteen of none, as bulk imports and day-precise portals make them."""

    def fill(sample: Any) -> None:
        sample.portal("contoh", "Kabar Contoh", "Samarinda")
        for number in range(1, 31):
            time = f"2025-05-12T0{number % 2}:00:00Z" if number % 4 < 2 else None
            sample.article(number, title=f"Berita pagi {number}", published=time, published_utc=time)

    return new_site(fill)


def test_list_has_the_declared_facets(browse: Browse) -> None:
    facets = browse("/kaltim/articles.json").json()["facet_results"]
    counts = {
        name: {value["label"]: value["count"] for value in facet["results"]} for name, facet in facets.items()
    }
    assert counts == {
        "portal": {"Kabar Contoh": 4, "Pesisir Pos": 1},
        "section": {"Peristiwa": 2, "Kesehatan": 1},
        "authors": {"Rina Sari, Budi Lestari": 1},
        "published_month": {"2025-05": 2, "2025-04": 1},
        "certainty": {"low": 1},
    }
    page = lxml.html.fromstring(browse("/kaltim/articles").text)
    assert page.xpath("//details[@class='facet']/@data-column") == [
        "portal",
        "section",
        "authors",
        "published_month",
        "certainty",
    ]
    assert page.xpath("//details[@data-column='certainty']//li/a/text()") == ["rendah"]
    assert page.xpath("//details[@data-column='published_month']//li/a/text()") == ["Mei 2025", "April 2025"]


def test_filters_are_told_and_can_be_taken_away(browse: Browse) -> None:
    page = lxml.html.fromstring(
        browse("/kaltim/articles?portal=contoh&_search=banjir&_tag=banjir+%26+longsor&_name=Wahyu").text
    )
    chips = [" ".join(chip.text_content().split()) for chip in page.xpath("//ul[@class='chips']/li")]
    assert chips == ["Portal: Kabar Contoh ✕", "Tag: banjir & longsor ✕", "Nama: Wahyu ✕"]
    assert page.xpath("//li[@class='entry']/h2/a/@href") == ["/kaltim/articles/1"]
    hidden = {field.get("name"): field.get("value") for field in page.xpath("//form//input[@type='hidden']")}
    assert hidden == {"portal": "contoh", "_tag": "banjir & longsor", "_name": "Wahyu"}


def test_technical_tables_are_hidden(browse: Browse) -> None:
    tables = {table["name"]: table["hidden"] for table in browse("/kaltim.json").json()["tables"]}
    hidden = {name for name, is_hidden in tables.items() if is_hidden}
    assert {"frontier", "validators", "articles_fts", "articles_fts_data"} <= hidden
    assert hidden.isdisjoint({"articles", "portals", "captures", "article_revisions", "tags", "crawl_runs"})


def test_canned_queries_answer_from_the_archive(browse: Browse) -> None:
    def rows(path: str) -> list[dict[str, Any]]:
        return browse(f"{path}_shape=array").json()

    assert rows("/kaltim/per_hari.json?") == [
        {"day": "2025-05-12", "portal": "Kabar Contoh", "articles": 1, "advertorials": 0, "words": 12},
        {"day": "2025-05-11", "portal": "Kabar Contoh", "articles": 1, "advertorials": 1, "words": 2},
    ]
    assert [row["day"] for row in rows("/kaltim/per_hari.json?bulan=2025-04&")] == ["2025-04-01"]
    assert [(row["article_id"], row["revision"]) for row in rows("/kaltim/revisi.json?")] == [(1, 2)]
    paid = rows("/kaltim/advertorial.json?")
    assert [(row["sponsor"], row["mark"], row["articles"]) for row in paid] == [
        ("DPRD Contoh", "(adv/DPRD Contoh)", 1)
    ]
    assert [
        (row["article_id"], row["confidence"], row["warnings"]) for row in rows("/kaltim/diperiksa.json?")
    ] == [(3, 0.42, "JSON-LD holds 3 paragraphs that the body lacks")]
    assert rows("/kaltim/kegagalan.json?") == [
        {
            "portal": "Pesisir Pos",
            "kind": "http",
            "errors": 1,
            "latest": "2025-05-12T07:00:00Z",
            "latest_url": "https://pesisir.example/x",
            "latest_message": "500 Internal Server Error",
        }
    ]


def test_answers_of_queries_link_to_the_article(browse: Browse) -> None:
    assert (
        '<td class="col-article_id"><a href="/kaltim/articles/1">1</a></td>' in browse("/kaltim/revisi").text
    )


@pytest.mark.parametrize(
    ("path", "status", "line"),
    [
        ("/kaltim/articles/999", 404, "Record not found"),
        ("/kaltim/article_revisions/x", 404, "Record not found"),
        ("/kaltim/nothing", 404, "Table not found"),
        ("/nothing", 404, "Database not found"),
        ("/kaltim/articles?_size=x", 400, "_size must be a positive integer"),
        ("/kaltim/articles?_timelimit=x", 400, "_timelimit must be a whole number of milliseconds"),
        ("/kaltim/cari?q=a&_timelimit=x", 400, "_timelimit must be a whole number of milliseconds"),
        ("/kaltim/articles?%00=1", 400, "an argument's name holds a NUL character"),
        ("/kaltim/articles?_sort=nope", 400, "Cannot sort table by nope"),
        ("/kaltim/articles?_facet={}", 400, '_facet must be a column, or {"column": ...}'),
        ("/kaltim/articles?_through=[]", 400, '_through must be {"table": ..., "column": ..., "value": ...}'),
        ("/kaltim/articles?_through={", 400, "an argument of the address is not valid JSON: "),
        ("/kaltim/articles?_facet_array={", 400, "an argument of the address is not valid JSON: "),
        ("/kaltim?sql=delete+from+articles", 400, "Statement must be a SELECT"),
    ],
)
def test_a_reader_s_mistake_is_told_in_a_line(
    browse: Browse, capfd: pytest.CaptureFixture[str], path: str, status: int, line: str
) -> None:
    page = browse(path)
    told = lxml.html.fromstring(page.text).xpath("string(//div[@class='message-error'])")
    assert (page.status_code, told.startswith(line), "\n" in told.strip()) == (status, True, False)
    assert "Traceback" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("path", [*PAGES, "/nothing", "/kaltim/articles/999"])
def test_every_answer_has_the_strict_headers(browse: Browse, path: str) -> None:
    page = browse(path)
    policy = dict(part.split(" ", 1) for part in page.headers["content-security-policy"].split("; "))
    scripts = policy.pop("script-src").split()
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert all(re.fullmatch(r"'self'|'sha256-[A-Za-z0-9+/=]{44}'", source) for source in scripts)
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["x-robots-tag"] == "noindex, nofollow"


@pytest.mark.parametrize("path", [path for path in PAGES if "." not in path])
def test_each_page_s_own_scripts_pass_the_policy(browse: Browse, path: str) -> None:
    page = browse(path)
    policy = page.headers["content-security-policy"]
    for script in lxml.html.fromstring(page.text).iter("script"):
        if script.get("src"):
            assert script.get("src").startswith("/-/static/")
        else:
            digest = hashlib.sha256(script.text.encode()).digest()
            assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_robots_are_asked_to_stay_out(browse: Browse) -> None:
    assert browse("/robots.txt").text == "User-agent: *\nDisallow: /\n"


def test_pages_follow_what_a_crawl_writes_meanwhile(sample_site: Any) -> None:
    browse = sample_site
    assert "<strong>5</strong> artikel" in browse("/kaltim/articles").text
    writer = sqlite3.connect(browse.folder / "kaltim.db")
    writer.execute(
        """
        insert into articles
          (url, canonical_url, url_key, portal, title, text, html, word_count, first_seen, last_seen)
        values ('https://c.example/6', 'https://c.example/6', 'c.example/6', 'contoh', 'Baru', '', '', 0, '', '')
        """
    )
    # not committed yet, and not in the way
    assert "<strong>5</strong> artikel" in browse("/kaltim/articles").text
    writer.commit()
    assert "<strong>6</strong> artikel" in browse("/kaltim/articles").text
    writer.close()


def test_nobody_can_write_through_the_site(browse: Browse) -> None:
    answer = browse("/kaltim.json?sql=with+x+as+(select+1)+insert+into+tags+(name)+values+('x')")
    assert (answer.status_code, answer.json()["error"]) == (400, "attempt to write a readonly database")
