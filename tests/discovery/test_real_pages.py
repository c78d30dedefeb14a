"""Doors of a real WordPress in twelve themes, and real index pages, beside the repository."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from kaltimcrawl.discovery import (
    Candidate,
    FoundDoors,
    SitemapChild,
    is_article_url,
    read_feed,
    read_home,
    read_listing,
    read_posts,
    read_robots_sitemaps,
    read_sitemap,
)
from kaltimcrawl.portals.portal import Doors
from kaltimcrawl.urls import url_key

SHARED = Path(__file__).parents[2].parent / "shared"
THEMES = sorted(path.parent.name for path in (SHARED / "wordpress").glob("*/front.html")) or ["none"]
HOME = "https://www.kabarhulu.example/"
PAGES = {
    "front": HOME,
    "category": HOME + "category/berita/",
    "category2": HOME + "category/berita/page/2/",
    "tag": HOME + "tag/infrastruktur/",
    "author": HOME + "author/bayu-tirta/",
    "search": HOME + "?s=sungai",
    "date": HOME + "2025/02/",
}
NEXT = {
    "front": HOME + "page/2/",
    "category": HOME + "category/berita/page/2/",
    "category2": HOME + "category/berita/page/3/",
    "tag": HOME + "tag/infrastruktur/page/2/",
    "author": HOME + "author/bayu-tirta/page/2/",
    "search": HOME + "page/2/?s=sungai",
    "date": HOME + "2025/02/page/2/",
}
WIB = timezone(timedelta(hours=7))
FIRST_TITLE = "Tinjau Lahan bekas tambang, Dinas Pendidikan Minta Kontraktor Bekerja Siang Malam"
FIRST = HOME + "2026/05/11/tinjau-lahan-bekas-tambang-dinas-pendidikan-minta-kontraktor-bekerja-s-223/"
FIRST_TIME = datetime(2026, 5, 10, 18, 19, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs ../shared, the pages beside the repository"
)


def read_shared(name: str) -> bytes:
    return (SHARED / name).read_bytes()


def dated_links(body: bytes, url: str) -> set[str]:
    links = {
        urljoin(url, link.get("href")).split("#")[0]
        for link in html.fromstring(body).iter("a")
        if link.get("href")
    }
    return {url_key(link) for link in links if re.fullmatch(r"https?://[^/]+/\d{4}/\d\d/\d\d/[^/?]+/?", link)}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_a_list_of_any_theme_names_all_its_articles_and_nothing_else(theme, page):
    body = read_shared(f"wordpress/{theme}/{page}.html")
    found = read_listing(body, PAGES[page], Doors(), HOME)
    assert {candidate.key for candidate in found.candidates} == dated_links(body, PAGES[page])
    assert len(found.candidates) >= 10
    assert all(candidate.title for candidate in found.candidates)
    has_no_pages = (theme, page) == ("newses", "search")
    assert found.next_url == (None if has_no_pages else NEXT[page])


@pytest.mark.parametrize("theme", THEMES)
def test_titles_are_the_headlines_in_every_theme(theme):
    truth = {
        post.key: post.title for post in read_posts(read_shared("wordpress/doors/rest-posts.json"), HOME)
    }
    found = read_listing(read_shared(f"wordpress/{theme}/front.html"), HOME, Doors(), HOME)
    both = {candidate.key: candidate.title for candidate in found.candidates if candidate.key in truth}
    assert len(both) >= 8
    assert both == {key: truth[key] for key in both}


@pytest.mark.parametrize("theme", THEMES)
def test_the_home_page_of_any_theme_shows_feed_rest_and_sections(theme):
    found = read_home(read_shared(f"wordpress/{theme}/front.html"), HOME)
    sections = (
        "berita/samarinda berita/balikpapan berita/kutai-kartanegara dprd-kaltim advertorial olahraga ekonomi"
    )
    paths = f"{sections} pendidikan berita/peristiwa".split()
    listings = (
        () if theme == "twentytwentythree" else tuple(f"{HOME}category/{path}/" for path in paths)
    )  # no menu
    assert found == FoundDoors(
        feeds=(HOME + "feed/",), wordpress=HOME + "wp-json/wp/v2/posts", sitemaps=(), listings=listings
    )


def test_the_feed_names_twenty_articles():
    url = HOME + "feed/"
    found = read_feed(read_shared("wordpress/doors/feed.xml"), url)
    assert len(found) == 20
    assert replace(found[0], content=None) == Candidate(
        FIRST, url, None, FIRST_TIME, FIRST_TITLE, is_article=True
    )
    assert all(candidate.content for candidate in found)
    assert all(is_article_url(candidate.url, Doors(), HOME) for candidate in found)


def test_the_rest_answer_names_the_same_twenty_articles():
    url = HOME + "wp-json/wp/v2/posts"
    found = read_posts(read_shared("wordpress/doors/rest-posts.json"), url)
    assert replace(found[0], content=None) == Candidate(
        FIRST, url, FIRST_TIME, FIRST_TIME, FIRST_TITLE, is_article=True
    )
    assert all(post.content for post in found)
    feed = read_feed(read_shared("wordpress/doors/feed.xml"), url)
    assert [(post.key, post.title, post.published) for post in found] == [
        (item.key, item.title, item.published) for item in feed
    ]


def test_robots_txt_leads_to_the_index_and_the_index_to_all_articles():
    assert read_robots_sitemaps(read_shared("wordpress/doors/robots.txt"), HOME + "robots.txt") == (
        HOME + "wp-sitemap.xml",
    )
    index = read_sitemap(read_shared("wordpress/doors/wp-sitemap.xml"), HOME + "wp-sitemap.xml")
    assert [child for child in index.children if child.may_name_articles] == [
        SitemapChild(HOME + "wp-sitemap-posts-post-1.xml", None)
    ]
    posts = read_sitemap(read_shared("wordpress/doors/wp-sitemap-posts-post-1.xml"), HOME)
    found = list(posts.candidates)
    assert len(found) == 224
    assert all(is_article_url(candidate.url, Doors(), HOME) for candidate in found)


def test_antara_s_feed_is_read():
    url = "http://www.antaranews.com/rss/terkini"
    found = read_feed(read_shared("real/pages/antara-index.html"), url)
    assert len(found) == 20
    assert found[0] == Candidate(
        "http://www.antaranews.com/berita/527615/29-penerbangan-bandara-internasional-lombok-dibatalkan",
        url,
        None,
        datetime(2015, 11, 5, 14, 56, 43, tzinfo=WIB),
        "29 penerbangan Bandara Internasional Lombok dibatalkan",
        is_article=True,
    )
    assert all(is_article_url(candidate.url, Doors(), "http://www.antaranews.com/") for candidate in found)


def test_detik_s_feed_is_read():
    found = read_feed(read_shared("real/pages/detik-index.html"), "http://rss.detik.com/")
    assert (len(found), found[0].title) == (20, "Google Umbar Kelemahan Galaxy S6 Edge")


def test_kompas_s_index_names_its_ten_articles_and_its_next_page():
    url = "http://indeks.kompas.com/"
    found = read_listing(read_shared("real/pages/kompas-index.html"), url, Doors(), "http://www.kompas.com/")
    assert found.next_url == "http://indeks.kompas.com/?p=2"
    assert len(found.candidates) == 10
    assert found.candidates[0] == Candidate(
        "http://bisniskeuangan.kompas.com/read/xml/2016/02/23/145448826/OJK.Pelemahan.Saham.Perbankan.Hanya.Temporer",
        url,
        title="OJK: Pelemahan Saham Perbankan Hanya Temporer",
    )


def test_liputan6_s_index_names_its_articles_and_its_next_page():
    url = "http://www.liputan6.com/indeks"
    body = read_shared("real/pages/liputan6-index.html")
    found = read_listing(body, url, Doors(), "http://www.liputan6.com/")
    links = {urljoin(url, link.get("href") or "") for link in html.fromstring(body).iter("a")}
    articles = {
        url_key(link) for link in links if re.match(r"http://[a-z0-9-]+\.liputan6\.com/read/\d+/", link)
    }
    galleries = {
        url_key(link) for link in links if re.match(r"http://(photo|video)\.liputan6\.com/.*-\d{7}$", link)
    }
    assert found.next_url == "http://www.liputan6.com/indeks?page=2"
    assert {candidate.key for candidate in found.candidates} == articles | galleries
    assert all(candidate.title for candidate in found.candidates)
