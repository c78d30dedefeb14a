from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from kaltimcrawl.demo import GeneratedSite
from kaltimcrawl.demo.generated import GeneratedPages, make_article

Ask = Callable[..., Any]
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(xml: bytes) -> list[str]:
    return etree.fromstring(xml).xpath("//s:loc/text()", namespaces=MAP)


def test_the_sitemaps_name_every_page_once() -> None:
    site = GeneratedPages("http://x", pages=25, per_sitemap=10)
    children = locations(site.answer("/sitemap_index.xml").body)
    assert children == [f"http://x/post-sitemap{number}.xml" for number in (1, 2, 3)]
    pages = [url for child in children for url in locations(site.answer(child.removeprefix("http://x")).body)]
    assert pages == ["http://x" + make_article(number).path for number in range(1, 26)]
    assert len(set(pages)) == 25


@pytest.mark.parametrize(
    "path",
    [
        "/post-sitemap4.xml",
        "/post-sitemap0.xml",
        make_article(26).path,
        make_article(3).path.replace("-3/", "-4/"),
        "/nada",
        "//[",
    ],
)
def test_what_the_site_has_not_is_404(path: str) -> None:
    assert GeneratedPages("http://x", pages=25, per_sitemap=10).answer(path).status == 404


def test_a_page_is_the_same_each_time_and_like_no_other() -> None:
    one, two = (GeneratedPages("http://x", pages=50, per_sitemap=10) for _ in range(2))
    bodies = [one.answer(make_article(number).path).body for number in range(1, 51)]
    assert bodies == [two.answer(make_article(number).path).body for number in range(1, 51)]
    assert len(set(bodies)) == 50
    assert len({make_article(number).title for number in range(1, 51)}) == 50


def test_three_pages_in_a_row_have_the_three_designs() -> None:
    assert [make_article(number).style for number in (1, 2, 3)] == ["jnews", "newspaper", "block"]


def test_articles_hold_six_to_fifteen_blocks_and_share_no_order() -> None:
    articles = [make_article(number) for number in range(1, 200)]
    assert {len(article.pages) for article in articles} == {1}
    assert all(6 <= len(article.blocks) <= 15 for article in articles)
    assert all(one.text != other.text for one, other in itertools.pairwise(articles))


def test_pages_are_served(ask: Ask) -> None:
    with GeneratedSite(pages=10_000) as site:
        article = site.article(7_777)
        reply = ask(site.url + article.path)
        assert reply.status == 200
        assert article.title in reply.text
        assert all(block.text.split("–")[-1].strip() in reply.text for block in article.blocks)
        assert len(locations(ask(site.url + "/sitemap_index.xml").body)) == 10
        for path in ("/", "/robots.txt", "/feed/", "/wp-content/themes/block/style.css"):
            assert ask(site.url + path).status == 200
        assert ask(site.url + article.path, If_None_Match=reply.headers["ETag"]).status == 304
