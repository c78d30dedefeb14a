"""Doors, furniture and awkward addresses, asked over HTTP."""

from __future__ import annotations

import gzip
import urllib.robotparser
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree, html

from kaltimcrawl.demo import DemoServer
from kaltimcrawl.demo.article import SECTIONS
from kaltimcrawl.demo.site import BROKEN_PATH, FORBIDDEN_PATH, GONE_PATH, OLD_PATH, DemoSite

Ask = Callable[..., Any]
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(xml: bytes) -> list[str]:
    return etree.fromstring(xml).xpath("//s:loc/text()", namespaces=MAP)


def test_the_feed_names_the_newest_ten(server: DemoServer, ask: Ask) -> None:
    reply = ask(server.url + "/feed/")
    items = etree.fromstring(reply.body).xpath("/rss/channel/item")
    newest = server.articles()[::-1][:10]
    assert reply.headers["Content-Type"] == "application/rss+xml; charset=UTF-8"
    assert [item.findtext("link") for item in items] == [server.url + article.path for article in newest]
    assert [item.findtext("title") for item in items] == [article.title for article in newest]
    assert items[0].findtext("pubDate") == "Wed, 19 Nov 2025 16:16:00 +0800"


def test_the_sitemaps_name_every_article_and_three_awkward_addresses(server: DemoServer, ask: Ask) -> None:
    children = locations(ask(server.url + "/sitemap_index.xml").body)
    assert children == [server.url + "/post-sitemap1.xml", server.url + "/post-sitemap2.xml.gz"]
    plain, packed = (ask(child) for child in children)
    assert packed.headers["Content-Type"] == "application/gzip"
    named = locations(plain.body) + locations(gzip.decompress(packed.body))
    awkward = {server.url + path for path in (GONE_PATH, BROKEN_PATH, OLD_PATH)}
    assert set(named) == {server.url + article.path for article in server.articles()} | awkward
    assert len(named) == len(set(named)) == 45


def test_the_sitemap_gives_the_last_change(server: DemoServer, ask: Ask) -> None:
    body = ask(server.url + "/post-sitemap1.xml").text
    assert "bangkai-pesut" in body
    assert "<lastmod>2024-09-03T07:45:00+08:00</lastmod>" in body


@pytest.mark.parametrize("slug", SECTIONS.values())
def test_a_section_lists_all_its_articles_over_its_pages(server: DemoServer, ask: Ask, slug: str) -> None:
    wanted = [a.path for a in server.articles()[::-1] if SECTIONS[a.section] == slug]
    found: list[str] = []
    address: str | None = f"{server.url}/category/{slug}/"
    while address:
        tree = html.fromstring(ask(address).body)
        found += tree.xpath("//*[contains(@class, 'tdb_loop')]//h3/a/@href")
        address = next(iter(tree.xpath("//link[@rel='next']/@href")), None)
    assert [url for url in found if FORBIDDEN_PATH not in url] == [server.url + path for path in wanted]
    assert (server.url + FORBIDDEN_PATH in found) == (slug == "daerah")


def test_robots_forbids_a_page_that_a_listing_links_to(server: DemoServer, ask: Ask) -> None:
    reply = ask(server.url + "/robots.txt")
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(reply.text.splitlines())
    assert reply.headers["Content-Type"] == "text/plain; charset=UTF-8"
    assert rules.site_maps() == [server.url + "/sitemap_index.xml"]
    assert not rules.can_fetch("kaltimcrawl", server.url + FORBIDDEN_PATH)
    assert not rules.can_fetch("kaltimcrawl", server.url + "/wp-admin/")
    assert rules.can_fetch("kaltimcrawl", server.url + server.articles()[0].path)
    assert ask(server.url + FORBIDDEN_PATH).status == 200


def test_front_page_links_to_the_feed_the_menu_and_the_newest(server: DemoServer, ask: Ask) -> None:
    tree = html.fromstring(ask(server.url + "/").body)
    feeds = tree.xpath("//link[@rel='alternate'][@type='application/rss+xml']/@href")
    assert feeds == [server.url + "/feed/", server.url + "/comments/feed/"]
    menu = tree.xpath("//ul[contains(@class, 'tdb-menu')]//a/@href")
    assert menu == [server.url + "/", *(f"{server.url}/category/{slug}/" for slug in SECTIONS.values())]
    assert tree.xpath("//h3/a/@href")[0] == server.url + server.articles()[-1].path


def test_tags_authors_and_search_list_articles(server: DemoServer, ask: Ask) -> None:
    def listed(target: str) -> list[str]:
        tree = html.fromstring(ask(server.url + target).body)
        return tree.xpath("//*[contains(@class, 'tdb_loop')]//h3/a/text()")

    assert listed("/tag/puisi/") == ["Puisi: Pada Sebatang Dermaga"]
    assert listed("/author/lanjung-sebatik/") == [
        "Opini: Menulis Sungai Sebelum Ia Lupa",
        "Puisi: Pada Sebatang Dermaga",
    ]
    assert listed("/?s=trenggiling") == ["Petugas Gagalkan Penyelundupan 48 Kilogram Sisik Trenggiling"]
    assert listed("/?s=%3Cscript%3E") == []
    assert "<script>alert" not in ask(server.url + "/?s=%3Cscript%3Ealert(1)").text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (GONE_PATH, 404),
        (BROKEN_PATH, 500),
        ("/tidak/ada/", 404),
        ("/category/tidak-ada/", 404),
        ("/category/daerah/page/99/", 404),
        ("/category/daerah/page/0/", 404),
        ("/redaksi/", 200),
        ("/wp-admin/", 200),
        ("//[", 404),
        ("/%00%ff/", 404),
        ("/category/a%0d%0aX-Header:%20x", 404),
    ],
)
def test_addresses_answer_with_their_status(path: str, status: int) -> None:
    answer = DemoSite("http://127.0.0.1:8123").answer(path)
    assert (answer.status, answer.location) == (status, None)


def test_an_old_address_redirects_to_the_article(server: DemoServer, ask: Ask) -> None:
    reply = ask(server.url + OLD_PATH)
    assert reply.status == 301
    assert reply.headers["Location"] == (
        server.url + "/2023/11/27/petani-marangkayu-panen-raya-di-lahan-bekas-semak/"
    )


def test_an_address_without_its_slash_redirects(server: DemoServer, ask: Ask) -> None:
    path = server.articles()[0].path
    reply = ask(server.url + path.rstrip("/"))
    assert (reply.status, reply.headers["Location"]) == (301, server.url + path)


def test_tracking_parameters_do_not_change_the_page(server: DemoServer, ask: Ask) -> None:
    url = server.url + server.articles()[0].path
    assert ask(url + "?utm_source=wa&m=1").body == ask(url).body


def test_every_link_to_the_site_itself_leads_somewhere(server: DemoServer) -> None:
    site = DemoSite(server.url)
    seen: set[str] = set()
    for path in ("/", "/category/daerah/", *(page for a in server.articles() for page in a.page_paths)):
        tree = html.fromstring(site.answer(path).body)
        seen |= {link for _, _, link, _ in tree.iterlinks() if link.startswith(server.url)}
    lost = {
        link
        for link in seen - {server.url + "/comments/feed/"}
        if site.answer(link.removeprefix(server.url)).status != 200
    }
    assert lost == set()


def test_pictures_are_png_and_stylesheets_css(server: DemoServer, ask: Ask) -> None:
    picture = ask(server.url + server.articles()[0].picture.path)
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.body[:8] == b"\x89PNG\r\n\x1a\n"
    assert ask(server.url + "/wp-content/themes/jnews/style.css").headers["Content-Type"] == (
        "text/css; charset=UTF-8"
    )
