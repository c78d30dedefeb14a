"""How the doors of a portal are walked."""

import gzip
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from kaltimcrawl.discovery import SitemapChild
from kaltimcrawl.spiders.posts import posts_url
from kaltimcrawl.spiders.sitemaps import newest_first

XML = {"Content_Type": "application/xml"}


def urlset(site: Any, *entries: tuple[str, str]) -> bytes:
    rows = "".join(f"<url><loc>{site.url}{path}</loc><lastmod>{day}</lastmod></url>" for path, day in entries)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode()


def index(site: Any, *children: tuple[str, str | None]) -> bytes:
    rows = "".join(
        f"<sitemap><loc>{site.url}{path}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for path, day in children
    )
    return (
        f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{rows}</sitemapindex>"
    ).encode()


def put_sitemaps(site: Any) -> None:
    """An index of a year's sitemap each, 2023 to 2025, oldest first; each with two articles; 2025's is gzip."""
    for year in (2023, 2024, 2025):
        paths = [f"/{year}/05/0{day}/berita-{year}-{day}/" for day in (1, 2)]
        for number, path in enumerate(paths):
            site.put_article(path, year + number)
        body = urlset(site, *((path, f"{year}-05-0{day}") for day, path in enumerate(paths, 1)))
        site.put(f"/peta-{year}.xml", gzip.compress(body) if year == 2025 else body, **XML)
    children = [(f"/peta-{year}.xml", f"{year}-05-02") for year in (2023, 2024, 2025)]
    site.put("/sitemap.xml", index(site, *children), **XML)


def test_the_children_of_a_sitemap_are_read_newest_first(site: Any, crawl: Any) -> None:
    put_sitemaps(site)
    outcome = crawl(site.portal(doors={"sitemaps": [site.url + "/sitemap.xml"]}))
    assert site.paths()[1:5] == ["/sitemap.xml", "/peta-2025.xml", "/peta-2024.xml", "/peta-2023.xml"]
    assert site.paths()[5] == "/2025/05/02/berita-2025-2/"
    assert outcome.results[0]["counts"]["new"] == 6


@pytest.mark.parametrize(
    ("name", "expected"), [("post-sitemap.xml", ["/kapal-tiba/"]), ("sitemap-1.xml", [])]
)
def test_a_short_slug_is_taken_where_the_sitemap_is_one_of_posts(
    site: Any, crawl: Any, name: str, expected: list[str]
) -> None:
    site.put_article("/kapal-tiba/", 1)
    site.put(f"/{name}", urlset(site, ("/", "2025-05-01"), ("/kapal-tiba/", "2025-05-02")), **XML)
    crawl(site.portal(doors={"sitemaps": [f"{site.url}/{name}"]}))
    assert site.paths()[2:] == expected


def test_children_of_an_index_without_dates_are_read_too(site: Any, crawl: Any) -> None:
    site.put_article("/2025/06/02/berita-0/", 0)
    site.put("/pos-1.xml", urlset(site, ("/2025/06/02/berita-0/", "2025-06-02")), **XML)
    site.put("/sitemap.xml", index(site, ("/pos-1.xml", None)), **XML)
    outcome = crawl(site.portal(doors={"sitemaps": [site.url + "/sitemap.xml"]}))
    assert outcome.results[0]["counts"]["new"] == 1


def test_a_limit_ends_the_walk_where_enough_is_due(site: Any, crawl: Any) -> None:
    put_sitemaps(site)
    outcome = crawl(site.portal(doors={"sitemaps": [site.url + "/sitemap.xml"]}), max_pages=2)
    assert site.paths()[1:3] == ["/sitemap.xml", "/peta-2025.xml"]
    assert sorted(site.paths()[3:]) == ["/2025/05/01/berita-2025-1/", "/2025/05/02/berita-2025-2/"]
    assert outcome.results[0]["counts"]["new"] == 2


def test_what_is_older_than_since_is_not_asked(site: Any, crawl: Any) -> None:
    put_sitemaps(site)
    crawl(site.portal(doors={"sitemaps": [site.url + "/sitemap.xml"]}), since="2024-05-02T00:00:00+00:00")
    assert site.paths()[1:4] == ["/sitemap.xml", "/peta-2025.xml", "/peta-2024.xml"]
    assert sorted(site.paths()[4:]) == [
        "/2024/05/02/berita-2024-2/",
        "/2025/05/01/berita-2025-1/",
        "/2025/05/02/berita-2025-2/",
    ]


def posts(site: Any, numbers: range) -> bytes:
    entries = [
        {
            "link": f"{site.url}/2025/06/02/pos-{number}/",
            "title": {"rendered": f"Pos {number}"},
            "date_gmt": f"2025-06-02T08:{number:02}:00",
            "modified_gmt": f"2025-06-02T08:{number:02}:00",
        }
        for number in numbers
    ]
    return json.dumps(entries).encode()


def put_rest(site: Any) -> tuple[str, list[str]]:
    endpoint = site.url + "/wp-json/wp/v2/posts"
    pages = [posts_url("/wp-json/wp/v2/posts", page) for page in (1, 2)]
    for number in range(6):
        site.put_article(f"/2025/06/02/pos-{number}/", number)
    for page, numbers in zip(pages, (range(3), range(3, 6)), strict=True):
        site.put(page, posts(site, numbers), Content_Type="application/json", X_WP_TotalPages="2")
    return endpoint, pages


def test_rest_is_paged_as_far_as_it_says_it_goes(site: Any, crawl: Any) -> None:
    endpoint, pages = put_rest(site)
    outcome = crawl(site.portal(doors={"wordpress": endpoint}))
    assert site.paths()[1:3] == pages
    assert outcome.results[0]["counts"]["new"] == 6
    assert outcome.results[0]["errors"] == 0


def test_the_rest_address_asks_for_no_more_than_is_used() -> None:
    since = datetime(2025, 5, 12, 8, tzinfo=UTC)
    assert posts_url("https://kaltim.example/?rest_route=/wp/v2/posts", 3, since) == (
        "https://kaltim.example/?rest_route=/wp/v2/posts&per_page=100&page=3&orderby=date&order=desc"
        "&_fields=link,title,date_gmt,modified_gmt,content&after=2025-05-11T08:00:00"
    )


def listing(site: Any, paths: list[str], following: str | None) -> bytes:
    cards = "".join(f'<article><h2><a href="{path}">Berita {path}</a></h2></article>' for path in paths)
    link = f'<a class="next page-numbers" rel="next" href="{following}">Berikutnya</a>' if following else ""
    return f"<html><body><main>{cards}</main><nav>{link}</nav></body></html>".encode()


def put_listing(site: Any) -> list[str]:
    paths = [f"/2025/06/02/warga-bersihkan-parit-{number}/" for number in range(6)]
    for number, path in enumerate(paths):
        site.put_article(path, number)
    site.put("/berita/", listing(site, paths[:2], "/berita/page/2/"))
    site.put("/berita/page/2/", listing(site, paths[2:4], "/berita/page/3/"))
    site.put("/berita/page/3/", listing(site, paths[4:], "/berita/page/4/"))
    site.put("/berita/page/4/", listing(site, paths[:2], "/berita/page/5/"))
    return paths


def test_a_listing_is_followed_until_a_page_brings_nothing_new(site: Any, crawl: Any) -> None:
    put_listing(site)
    outcome = crawl(site.portal(doors={"listings": [site.url + "/berita/"]}))
    assert site.paths()[1:5] == ["/berita/", "/berita/page/2/", "/berita/page/3/", "/berita/page/4/"]
    assert outcome.results[0]["counts"]["new"] == 6


def test_an_update_stops_at_the_first_page_that_is_known(site: Any, crawl: Any) -> None:
    put_listing(site)
    portal = site.portal(doors={"listings": [site.url + "/berita/"]})
    crawl(portal)
    asked = len(site.hits)
    crawl(portal, command="update", ask_all=True)
    assert site.paths()[asked:] == ["/berita/"]
    asked = len(site.hits)
    crawl(portal)
    assert site.paths()[asked:] == ["/robots.txt", "/berita/", *(f"/berita/page/{n}/" for n in (2, 3, 4))]


def test_an_update_asks_a_door_only_whether_it_has_changed(site: Any, crawl: Any) -> None:
    site.put_news(2)
    site.put_feed("/feed/", ["/2025/06/02/berita-0/"], ETag='"satu"')
    crawl(site.portal())
    asked = len(site.hits)
    outcome = crawl(site.portal(), command="update", ask_all=True)
    assert site.paths()[asked:] == ["/feed/"]
    assert site.hits[-1].headers["If-None-Match"] == '"satu"'
    [(stats,)] = outcome.rows("select stats from crawl_runs where command = 'update'")
    assert json.loads(stats)["conditional/not_modified"] == 1
    assert outcome.results[0]["status"] == "finished"
    site.put_feed("/feed/", ["/2025/06/02/berita-1/", "/2025/06/02/berita-0/"], ETag='"dua"')
    outcome = crawl(site.portal(), command="update", ask_all=True)
    assert site.paths()[asked + 1 :] == ["/feed/", "/2025/06/02/berita-1/"]
    assert outcome.results[0]["counts"]["new"] == 1


def test_a_portal_without_doors_is_read_by_robots_txt_and_its_home_page(site: Any, crawl: Any) -> None:
    put_sitemaps(site)
    site.put("/peta.xml", site.answers.pop("/sitemap.xml")[0].body, **XML)
    site.put(
        "/robots.txt", f"User-agent: *\nSitemap: {site.url}/peta.xml\n".encode(), Content_Type="text/plain"
    )
    feed = '<link rel="alternate" type="application/rss+xml" href="/umpan/">'
    site.put("/", f"<html><head><title>Kabar Uji</title>{feed}</head><body></body></html>".encode())
    site.put_feed("/umpan/", ["/2025/05/02/berita-2025-2/"])
    outcome = crawl(site.portal(doors={}))
    assert site.paths()[:4] == ["/robots.txt", "/", "/umpan/", "/peta.xml"]
    assert outcome.results[0]["counts"]["new"] == 6
    assert outcome.results[0]["errors"] == 0


def test_where_nothing_names_a_door_two_usual_places_are_tried_and_no_more(site: Any, crawl: Any) -> None:
    site.put("/", b"<html><head><title>Kabar Uji</title></head><body></body></html>")
    outcome = crawl(site.portal(doors={}))
    assert site.paths() == ["/robots.txt", "/", "/feed/", "/sitemap.xml"]
    assert outcome.results[0]["errors"] == 0


def put_blog(site: Any) -> list[str]:
    """A home page that is the only list, three pages long; two articles a page."""
    paths = put_listing(site)
    for number, place in enumerate(("/", "/page/2/", "/page/3/"), 1):
        following = f"/page/{number + 1}/" if number < 3 else None
        site.put(place, listing(site, paths[2 * number - 2 : 2 * number], following))
    return paths


def test_a_home_page_that_goes_on_is_followed_to_its_end(site: Any, crawl: Any) -> None:
    put_blog(site)
    outcome = crawl(site.portal(doors={}))
    assert [path for path in site.paths() if path.startswith("/page/")] == ["/page/2/", "/page/3/"]
    assert outcome.results[0]["counts"]["new"] == 6
    assert outcome.results[0]["errors"] == 0


def test_an_update_follows_it_as_far_as_it_names_something_new(site: Any, crawl: Any) -> None:
    paths = put_blog(site)
    crawl(site.portal(doors={}))
    asked = len(site.hits)
    crawl(site.portal(doors={}), command="update", ask_all=True)
    assert not [path for path in site.paths()[asked:] if path.startswith("/page/")]
    fresh = ["/2025/06/03/jembatan-baru-dibuka/"]
    site.put_article(fresh[0], 9)
    site.put("/", listing(site, fresh, "/page/2/"))
    site.put("/page/2/", listing(site, paths[:2], "/page/3/"))
    asked = len(site.hits)
    outcome = crawl(site.portal(doors={}), command="update", ask_all=True)
    assert [path for path in site.paths()[asked:] if path.startswith("/page/")] == ["/page/2/"]
    assert outcome.results[0]["counts"]["new"] == 1


def test_a_home_page_whose_further_page_is_missing_fails_nothing(site: Any, crawl: Any) -> None:
    put_blog(site)
    del site.answers["/page/2/"]
    outcome = crawl(site.portal(doors={}))
    assert outcome.results[0]["counts"]["new"] == 2
    assert outcome.results[0]["errors"] == 0


def test_a_sitemap_that_reaches_back_spares_the_further_pages_of_the_home_page(site: Any, crawl: Any) -> None:
    put_sitemaps(site)
    put_blog(site)
    robots = f"User-agent: *\nSitemap: {site.url}/sitemap.xml\n"
    site.put("/robots.txt", robots.encode(), Content_Type="text/plain")
    crawl(site.portal(doors={}))
    assert not [path for path in site.paths() if path.startswith("/page/")]


def test_a_door_that_is_something_else_is_recorded(site: Any, crawl: Any) -> None:
    site.put("/feed/", b"<html><body>Segera hadir</body></html>")
    outcome = crawl(site.portal())
    [(url, kind, message)] = outcome.rows("select url, kind, message from crawl_errors")
    assert (url, kind) == (site.url + "/feed/", "door")
    assert site.url + "/feed/" in message


def test_addresses_on_other_hosts_are_no_candidates(site: Any, crawl: Any) -> None:
    site.put_news(1)
    body = site.answers["/feed/"][0].body.replace(
        b"</channel>",
        b"<item><title>x</title><link>http://lain.example/2025/06/02/x/</link></item></channel>",
    )
    site.put("/feed/", body, Content_Type="application/rss+xml")
    outcome = crawl(site.portal())
    assert outcome.rows("select url from frontier") == [(site.url + "/2025/06/02/berita-0/",)]


def child(name: str, day: int | None = None) -> SitemapChild:
    return SitemapChild(name, datetime(2025, 5, day, tzinfo=UTC) if day else None)


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ([child("a", 1), child("b", 3), child("c", 2)], ["b", "c", "a"]),
        ([child("1"), child("2"), child("3")], ["3", "2", "1"]),
        ([child("1"), child("a", 1), child("2")], ["a", "2", "1"]),
        ([], []),
    ],
)
def test_sitemaps_with_a_day_come_newest_first_and_the_others_last_named_first(
    children: list[SitemapChild], expected: list[str]
) -> None:
    assert [one.url for one in newest_first(children)] == expected


def put_days(site: Any) -> list[str]:
    """Lists of 1 to 3 June 2025 with an article each; the other days are empty."""
    empty = listing(site, [], None)
    paths = [f"/2025/06/0{day}/warga-bersihkan-parit-{day}/" for day in (1, 2, 3)]
    for day, path in enumerate(paths, 1):
        site.put_article(path, day)
        site.put(f"/indeks?tanggal=2025-06-0{day}", listing(site, [path], None))
    for day in range(1, 8):
        site.put(f"/indeks?tanggal=2025-05-{32 - day}", empty)
    return paths


def test_lists_by_date_are_read_day_by_day(site: Any, crawl: Any) -> None:
    paths = put_days(site)
    doors = {"archives": [site.url + "/indeks?tanggal={year}-{month}-{day}"]}
    bounds = {"since": "2025-05-30T00:00:00+08:00", "until": "2025-06-03T12:00:00+08:00"}
    outcome = crawl(site.portal(doors=doors), **bounds)
    days = ("06-03", "06-02", "06-01", "05-31", "05-30")
    assert site.paths()[1:6] == [f"/indeks?tanggal=2025-{day}" for day in days]
    assert sorted(site.paths()[6:]) == sorted(paths)
    assert outcome.results[0]["counts"]["new"] == 3
    assert outcome.rows("select kind from doors") == [("archive",)]


def door_errors(outcome: Any) -> list[tuple[str, str]]:
    return [tuple(row) for row in outcome.rows("select kind, url from crawl_errors order by id")]


def test_a_page_past_the_last_of_rest_is_its_end(site: Any, crawl: Any) -> None:
    endpoint, pages = put_rest(site)
    site.put(pages[0], posts(site, range(100)), Content_Type="application/json")
    site.put(pages[1], b'{"code":"rest_post_invalid_page_number"}', 400, Content_Type="application/json")
    outcome = crawl(site.portal(doors={"wordpress": endpoint}), max_pages=150)
    assert outcome.rows("select count(*) from crawl_errors where url like '%page=2%'") == [(0,)]


@pytest.mark.parametrize("status", [400, 500])
def test_a_page_of_rest_that_fails_is_recorded(site: Any, crawl: Any, status: int) -> None:
    """Its first page says that there is a second: then a 400 is a failure too."""
    endpoint, pages = put_rest(site)
    site.put(pages[1], b"gangguan", status)
    outcome = crawl(site.portal(doors={"wordpress": endpoint}))
    assert outcome.results[0]["counts"]["new"] == 3
    assert door_errors(outcome) == [("http", site.url + pages[1])]


@pytest.mark.parametrize(("status", "errors"), [(404, 0), (410, 0), (403, 1), (500, 1)])
def test_a_listings_further_page_may_be_missing_and_not_fail(
    site: Any, crawl: Any, status: int, errors: int
) -> None:
    put_listing(site)
    site.put("/berita/page/3/", b"x", status)
    outcome = crawl(site.portal(doors={"listings": [site.url + "/berita/"]}))
    assert outcome.results[0]["counts"]["new"] == 4
    assert len(door_errors(outcome)) == errors


DAYS = {"since": "2025-05-30T00:00:00+08:00", "until": "2025-06-03T12:00:00+08:00"}


def test_a_day_without_a_list_is_an_empty_day(site: Any, crawl: Any) -> None:
    put_days(site)
    site.put("/indeks?tanggal=2025-06-02", b"tidak ada", 404)
    doors = {"archives": [site.url + "/indeks?tanggal={year}-{month}-{day}"]}
    outcome = crawl(site.portal(doors=doors), **DAYS)
    assert outcome.results[0]["counts"]["new"] == 2
    assert door_errors(outcome) == []


def test_a_day_whose_list_fails_is_recorded_and_does_not_hide_the_days_before(site: Any, crawl: Any) -> None:
    put_days(site)
    site.put("/indeks?tanggal=2025-06-02", b"gangguan", 500)
    doors = {"archives": [site.url + "/indeks?tanggal={year}-{month}-{day}"]}
    outcome = crawl(site.portal(doors=doors), **DAYS)
    assert outcome.results[0]["counts"]["new"] == 2
    assert door_errors(outcome) == [("http", site.url + "/indeks?tanggal=2025-06-02")]


def test_lists_that_fail_day_after_day_are_left_alone(site: Any, crawl: Any) -> None:
    put_days(site)
    for day in ("06-03", "06-02", "06-01"):
        site.put(f"/indeks?tanggal=2025-{day}", b"gangguan", 403)
    doors = {"archives": [site.url + "/indeks?tanggal={year}-{month}-{day}"]}
    outcome = crawl(site.portal(doors=doors), **DAYS)
    assert len(door_errors(outcome)) == 3
    assert not [path for path in site.paths() if "2025-05" in path]


def test_lists_that_name_nothing_for_two_months_are_told_of(site: Any, crawl: Any) -> None:
    """A portal that has stopped has its articles further back: its lists aren't taken to be read whole."""
    doors = {"archives": [site.url + "/indeks?tanggal={year}-{month}-{day}"]}
    outcome = crawl(site.portal(doors=doors))
    assert len([path for path in site.paths() if path.startswith("/indeks")]) == 60
    [(kind, url, message)] = outcome.rows("select kind, url, message from crawl_errors")
    assert (kind, url) == ("door", doors["archives"][0])
    assert "--until" in message


def put_news_sitemap(site: Any) -> None:
    """A listing of ten articles, five pages long; a sitemap of the newest six."""
    paths = [f"/2025/06/02/warga-bersihkan-parit-{number}/" for number in range(10)]
    for number, path in enumerate(paths):
        site.put_article(path, number)
    for page in range(1, 6):
        following = f"/berita/page/{page + 1}/" if page < 5 else None
        place = "/berita/" if page == 1 else f"/berita/page/{page}/"
        site.put(place, listing(site, paths[2 * page - 2 : 2 * page], following))
    site.put("/sitemap.xml", urlset(site, *((path, "2025-06-02") for path in paths[:6])), **XML)


def test_a_sitemap_of_the_newest_articles_does_not_spare_the_listings(site: Any, crawl: Any) -> None:
    put_news_sitemap(site)
    doors = {"sitemaps": [site.url + "/sitemap.xml"], "listings": [site.url + "/berita/"]}
    outcome = crawl(site.portal(doors=doors))
    assert outcome.results[0]["counts"]["new"] == 10


def test_neither_does_one_that_was_found(site: Any, crawl: Any) -> None:
    put_news_sitemap(site)
    robots = f"User-agent: *\nSitemap: {site.url}/sitemap.xml\n"
    site.put("/robots.txt", robots.encode(), Content_Type="text/plain")
    site.put("/", b'<html><body><nav><a href="/berita/">Berita</a></nav></body></html>')
    outcome = crawl(site.portal(doors={}))
    assert outcome.results[0]["counts"]["new"] == 10


def test_nor_does_a_feed_that_was_guessed(site: Any, crawl: Any) -> None:
    put_news_sitemap(site)
    del site.answers["/sitemap.xml"]
    site.put_feed("/feed/", ["/2025/06/02/warga-bersihkan-parit-0/"])
    site.put("/", b'<html><body><nav><a href="/berita/">Berita</a></nav></body></html>')
    outcome = crawl(site.portal(doors={}))
    assert outcome.results[0]["counts"]["new"] == 10
    asked = len(site.hits)
    crawl(site.portal(doors={}), command="update", ask_all=True)
    assert not [path for path in site.paths()[asked:] if path.startswith("/berita/page/")]


def test_a_sitemap_that_reaches_back_spares_what_else_was_found(site: Any, crawl: Any) -> None:
    put_sitemaps(site)
    put_listing(site)
    robots = f"User-agent: *\nSitemap: {site.url}/sitemap.xml\n"
    site.put("/robots.txt", robots.encode(), Content_Type="text/plain")
    site.put("/", b'<html><body><nav><a href="/berita/">Berita</a></nav></body></html>')
    crawl(site.portal(doors={}))
    assert "/berita/" not in site.paths()
