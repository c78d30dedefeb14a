"""A portal probed: sites whose answers each test writes, the probe in a process of its own."""

import json
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kaltimcrawl.discovery import Candidate
from kaltimcrawl.spiders.knocking import Named
from kaltimcrawl.spiders.sampling import MAX_ARTICLES, draw

RUNNER = Path(__file__).with_name("run_probe.py")
ROOT = Path(__file__).parents[2]
POSTS_QUERY = "per_page=20&orderby=date&order=desc&_fields=link,title,date_gmt,modified_gmt"


def order(site: Any, **said: Any) -> list[str]:
    asked = {"home": site.url + "/", "doors": "found", "declared": {}, "delay": 0, "allow_private": True}
    return [sys.executable, str(RUNNER), json.dumps(asked | said)]


def probe(site: Any, **said: Any) -> dict[str, Any]:
    done = subprocess.run(
        order(site, **said), capture_output=True, text=True, timeout=60, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout)


def home(head: str = "", body: str = "") -> bytes:
    title = "<title>Kabar Uji - Berita Kalimantan Timur</title>"
    return f"<!DOCTYPE html><html><head>{title}{head}</head><body>{body}</body></html>".encode()


def links(paths: list[str]) -> str:
    return "".join(f'<h3><a href="{path}">Warga {path}</a></h3>' for path in paths)


def posts(site: Any, paths: list[str]) -> bytes:
    return json.dumps(
        [
            {
                "link": site.url + path,
                "title": {"rendered": "Warga"},
                "date_gmt": f"2025-06-{30 - n:02}T01:00:00",
            }
            for n, path in enumerate(paths)
        ]
    ).encode()


def articles(site: Any, count: int, form: str = "/2025/06/02/warga-{}/") -> list[str]:
    paths = [form.format(number) for number in range(count)]
    for number, path in enumerate(paths):
        site.put_article(path, number)
    return paths


def found(report: dict[str, Any]) -> list[tuple[str, str, int]]:
    return [(door["kind"], door["found_by"], door["articles"]) for door in report["doors"]]


def test_a_wordpress_with_pretty_permalinks_shows_feed_rest_and_sections(site):
    paths = articles(site, 12)
    head = f"""<link rel="alternate" type="application/rss+xml" href="{site.url}/feed/">
    <link rel="https://api.w.org/" href="{site.url}/wp-json/"><meta property="og:site_name" content="Kabar Uji">"""
    site.put("/", home(head, f'<nav><a href="/category/daerah/">Daerah</a></nav>{links(paths[:3])}'))
    site.put("/robots.txt", b"User-agent: *\nDisallow: /wp-admin/\n", Content_Type="text/plain")
    site.put_feed("/feed/", paths[:10])
    site.put(
        f"/wp-json/wp/v2/posts?{POSTS_QUERY}",
        posts(site, paths),
        Content_Type="application/json",
        X_WP_Total="340",
    )
    site.put("/category/daerah/", home(body=links(paths[4:8])))
    report = probe(site)
    assert found(report) == [
        ("feed", "<link rel=alternate> of the home page", 10),
        ("wordpress", "<link rel=https://api.w.org/> of the home page", 12),
        ("listing", "menu of the home page", 4),
    ]
    assert report["doors"][1]["detail"] == "340 posts in all"
    assert len(report["samples"]) == MAX_ARTICLES
    assert {sample["door"] for sample in report["samples"]} == {door["url"] for door in report["doors"]}
    first = report["samples"][0]
    assert first["title"] == "Warga Bersihkan Parit Kelurahan 0"
    assert (first["authors"], first["published"]) == (["Sari Utami"], "2025-06-02T08:00:00+08:00")
    assert report["masthead"] == ["Kabar Uji", "<meta og:site_name> of the home page"]


def test_a_wordpress_without_pretty_permalinks_is_read_by_rest_route(site):
    paths = articles(site, 5, "/?p=100{}")
    site.put("/", home(f'<link rel="https://api.w.org/" href="{site.url}/?rest_route=/">'))
    site.put(f"/?rest_route=/wp/v2/posts&{POSTS_QUERY}", posts(site, paths), Content_Type="application/json")
    report = probe(site)
    [door] = report["doors"]
    assert (door["kind"], door["url"]) == ("wordpress", f"{site.url}/?rest_route=/wp/v2/posts")
    assert (door["articles"], door["problem"]) == (5, None)
    assert len([sample for sample in report["samples"] if sample["problem"] is None]) == 5


def test_the_home_is_the_address_that_answers_and_robots_txt_sets_the_pace(site):
    paths = articles(site, 1)
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 0.2\n", Content_Type="text/plain")
    site.put("/", status=301, Location="/kaltim/?utm_source=x")
    site.put(
        "/kaltim/?utm_source=x", home(body=links(paths) + '<nav><a href="/kaltim/daerah">Daerah</a></nav>')
    )
    site.put("/kaltim/daerah", home(body=links(paths)))
    report = probe(site)
    assert report["home"] == f"{site.url}/kaltim/"
    assert report["crawl_delay"] == 0.2


def test_an_index_is_found_wherever_it_is_linked_and_its_pages_and_days_are_seen(site):
    paths = articles(site, 9, "/read/100{}/warga-bersihkan-parit-bersama")
    site.put(
        "/", home(body='<nav><a href="/daerah">Daerah</a></nav><footer><a href="/indeks">Indeks</a></footer>')
    )
    form = '<form action="/indeks"><input type="date" name="tanggal"></form>'
    site.put("/indeks", home(body=form + links(paths[:5]) + '<a rel="next" href="/indeks?page=2">2</a>'))
    site.put("/indeks?page=2", home(body=links(paths[4:])))
    report = probe(site)
    index, section = report["doors"]
    assert (index["found_by"], index["articles"]) == ("link to an index on the home page", 9)
    assert index["detail"] == (
        f"next page {site.url}/indeks?page=2 names 4 more; by date "
        f"{site.url}/indeks?tanggal={{year}}-{{month}}-{{day}} (a day a week ago names 0 more)"
    )
    assert section["opened"] is False, "an index that goes on spares the sections"
    assert len(report["samples"]) == 9


def test_a_home_page_that_goes_on_is_a_door_where_no_other_names_everything(site):
    paths = articles(site, 12)
    feed = f'<link rel="alternate" type="application/rss+xml" href="{site.url}/feed/">'
    pager = '<div class="nav-links"><a class="next page-numbers" href="/page/2/">Older posts</a></div>'
    site.put("/", home(feed, f'<nav><a href="/daerah">Daerah</a></nav>{links(paths[:5])}{pager}'))
    site.put("/page/2/", home(body=links(paths[4:9])))
    site.put("/daerah", home(body=links(paths[6:8]) + '<a rel="next" href="/daerah?page=2">2</a>'))
    site.put_feed("/feed/", paths[:5])
    report = probe(site)
    assert found(report) == [
        ("feed", "<link rel=alternate> of the home page", 5),
        ("listing", "menu of the home page", 2),
        ("listing", "the home page itself: its list goes on", 9),
    ]
    last = report["doors"][-1]
    assert (last["url"], last["detail"]) == (f"{site.url}/", f"next page {site.url}/page/2/ names 4 more")


@pytest.mark.parametrize("further", [None, 404])
def test_a_home_page_that_leads_to_nothing_more_is_no_door_beside_others(site, further):
    paths = articles(site, 5)
    feed = f'<link rel="alternate" type="application/rss+xml" href="{site.url}/feed/">'
    site.put("/", home(feed, f'{links(paths)}<a rel="next" href="/page/2/">Older posts</a>'))
    if further is None:
        site.put("/page/2/", home(body=links(paths)))
    site.put_feed("/feed/", paths)
    assert [door["kind"] for door in probe(site)["doors"]] == ["feed"]


def test_sitemaps_of_robots_txt_are_read_at_their_newest_and_oldest_child(site):
    paths = articles(site, 6)
    site.put("/", home())
    site.put(
        "/robots.txt",
        f"User-agent: *\nDisallow:\nSitemap: {site.url}/peta.xml\n".encode(),
        Content_Type="text/plain",
    )
    child = "<sitemap><loc>{}/post-sitemap{}.xml</loc><lastmod>202{}-01-01</lastmod></sitemap>"
    index = "".join(child.format(site.url, number, number) for number in range(1, 6))
    site.put("/peta.xml", f"<sitemapindex>{index}</sitemapindex>".encode(), Content_Type="text/xml")
    for number in (1, 5):
        urls = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in paths[number // 2 :: 3])
        site.put(f"/post-sitemap{number}.xml", f"<urlset>{urls}</urlset>".encode(), Content_Type="text/xml")
    report = probe(site)
    [door] = report["doors"]
    assert (door["kind"], door["articles"]) == ("sitemap", 4)
    assert door["detail"] == "index of 5 sitemaps, 2 of them read"
    assert [path for path in site.paths() if path.startswith("/post-sitemap")] == [
        "/post-sitemap5.xml",
        "/post-sitemap1.xml",
    ]


def test_guesses_are_made_only_where_nothing_is_named_and_end_at_the_first_403(site):
    paths = articles(site, 2)
    site.put("/", home(body=links(paths)))
    site.put("/feed/", b"Forbidden", status=403)
    report = probe(site)
    assert site.paths() == ["/robots.txt", "/", *paths, "/feed/"], "the guess comes last"
    assert [(door["kind"], door["problem"]) for door in report["doors"]] == [
        ("listing", None),
        ("feed", "403 Forbidden"),
    ]
    assert report["notes"] == ["the portal answers guesses with 403; nothing more was guessed"]
    assert report["yields_articles"]


def test_guesses_that_serve_are_told_as_guesses(site):
    paths = articles(site, 3)
    site.put("/", home())
    site.put_feed("/feed/", paths)
    report = probe(site)
    assert found(report)[-2:] == [
        ("feed", "guessed: the home page and robots.txt name no door", 3),
        ("sitemap", "guessed: the home page and robots.txt name no door", 0),
    ]
    assert len(report["samples"]) == 3


def test_a_site_with_a_door_that_fails_is_not_guessed_at(site):
    site.put("/", home(f'<link rel="alternate" type="application/rss+xml" href="{site.url}/umpan">'))
    probe(site)
    assert site.paths() == ["/robots.txt", "/", "/umpan"]


def test_robots_txt_that_forbids_the_home_page_ends_the_probe(site):
    site.put("/robots.txt", b"User-agent: *\nDisallow: /\n", Content_Type="text/plain")
    site.put("/", home())
    report = probe(site)
    assert report["home_problem"].endswith("forbids it")
    assert site.paths() == ["/robots.txt"]


def test_robots_txt_is_obeyed_for_doors_and_articles(site):
    paths = [*articles(site, 2), *articles(site, 2, "/rahasia/2025/06/02/warga-{}/")]
    site.put("/robots.txt", b"User-agent: *\nDisallow: /rahasia/\n", Content_Type="text/plain")
    site.put("/", home(f'<link rel="alternate" type="application/rss+xml" href="{site.url}/feed/">'))
    site.put_feed("/feed/", paths)
    report = probe(site)
    assert not any(path.startswith("/rahasia/") for path in site.paths())
    assert sum("forbids" in (sample["problem"] or "") for sample in report["samples"]) == 2


def test_a_private_address_is_refused_by_the_guard(site):
    site.put("/", home())
    report = probe(site, allow_private=False)
    assert "no public address" in report["home_problem"]
    assert site.paths() == []


def test_a_site_that_is_no_portal_yields_nothing(site):
    site.put("/", home(body='<nav><a href="/produk">Produk</a></nav><p>Toko kayu ulin</p>'))
    site.put("/produk", home(body="<p>Papan dan balok</p>"))
    report = probe(site)
    assert report["yields_articles"] is False
    assert [(door["url"], door["problem"]) for door in report["doors"]] == [
        (f"{site.url}/produk", "names nothing"),
        (f"{site.url}/", "names nothing"),
    ]


def test_a_portal_that_refuses_is_left_alone_after_three_refusals(site):
    paths = articles(site, 10)
    for path in paths:
        site.put(path, b"blokir", status=403)
    site.put("/", home(f'<link rel="alternate" type="application/rss+xml" href="{site.url}/feed/">'))
    site.put_feed("/feed/", paths)
    probe(site)
    assert len(site.paths()) == 6  # robots.txt, home, feed, three articles


def test_the_delay_is_kept_between_all_requests(site):
    paths = articles(site, 2)
    site.put("/", home(f'<link rel="alternate" type="application/rss+xml" href="{site.url}/feed/">'))
    site.put_feed("/feed/", paths)
    probe(site, delay=0.3)
    hits = site.hits
    assert len(hits) == 5
    pauses = [later.began - earlier.ended for earlier, later in pairwise(hits)]
    assert min(pauses) >= 0.28, pauses


def test_declared_doors_are_opened_and_nothing_else(site):
    paths = articles(site, 2)
    site.put_feed("/rss", paths)
    report = probe(site, doors="declared", declared={"feeds": [site.url + "/rss"]})
    assert site.paths() == ["/robots.txt", "/rss", *paths]
    assert found(report) == [("feed", "declared", 2)]


def test_a_declared_portal_without_doors_is_never_guessed_at(site):
    site.put("/", home())
    report = probe(site, doors="declared")
    assert site.paths() == ["/robots.txt", "/"]
    assert report["yields_articles"] is False


def test_addresses_without_the_form_of_an_article_are_told(site):
    paths = articles(site, 4, "/baca/warga-{}")
    site.put("/", home(f'<link rel="alternate" type="application/rss+xml" href="{site.url}/feed/">'))
    site.put_feed("/feed/", paths)
    [note] = probe(site)["notes"]
    assert note.startswith(f"4 of 4 addresses of {site.url}/feed/ don't have the form of an article's")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_probe_after_the_page_in_flight(site, number):
    paths = articles(site, 10)
    site.put("/", home(body=links(paths)), after_s=0.5)
    process = subprocess.Popen(order(site, delay=0.2), stderr=subprocess.PIPE, text=True, cwd=ROOT)
    deadline = time.monotonic() + 30
    while "/" not in site.paths():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(number)
    _, stderr = process.communicate(timeout=20)
    assert stderr.rstrip().endswith("kaltimcrawl.spiders.probe.ProbeStopped")
    assert site.paths() == ["/robots.txt", "/"]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 17])
def test_a_draw_gives_every_candidate_once_the_doors_in_turn(count):
    ones = tuple(Candidate(f"https://a.example/{number}", "a") for number in range(count))
    others = tuple(Candidate(f"https://b.example/{number}", "b") for number in range(2))
    drawn = list(draw([Named("a", ones), Named("b", others)]))
    assert {candidate.url for _, candidate in drawn} == {one.url for one in (*ones, *others)}
    assert len(drawn) == count + 2
    if count > 2:
        assert [door for door, _ in drawn[:4]] == ["a", "b", "a", "b"]
        assert [one.url[-1] for door, one in drawn if door == "a"][:2] == ["0", str(count - 1)[-1]]
