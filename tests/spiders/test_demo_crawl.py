"""The demo portal, crawled whole: what comes in at one end against what its authors wrote."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from kaltimcrawl.demo import DemoServer, demo_portal
from kaltimcrawl.reextract import portal_of, reextract_portal
from kaltimcrawl.storage import Archive


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer(port=0) as server:
        yield server


def declared(demo: DemoServer) -> dict[str, Any]:
    portal = demo_portal(demo.url)
    doors = portal.doors
    return {
        "slug": portal.slug,
        "home": portal.home,
        "doors": {"feeds": doors.feeds, "sitemaps": doors.sitemaps, "listings": doors.listings},
    }


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_every_article_of_the_demo_portal_is_filed_once_and_whole(demo: DemoServer, crawl: Any) -> None:
    truth = demo.articles()
    outcome = crawl(declared(demo))
    assert outcome.results[0]["status"] == "finished"
    rows = outcome.rows("select title, text, revisions from articles")
    written = {
        (article.title, folded("\n".join(block.text for piece in article.body for block in piece.blocks())))
        for article in truth
    }
    assert {(title, folded(text)) for title, text, _ in rows} == written
    assert [revisions for *_, revisions in rows] == [1] * len(truth)


def test_the_demo_portals_mishaps_are_recorded_and_its_closed_door_is_not_opened(
    demo: DemoServer, crawl: Any
) -> None:
    outcome = crawl(declared(demo))
    errors = outcome.rows("select kind, message from crawl_errors order by message")
    assert errors == [("http", "404 Not Found"), ("http", "500 Internal Server Error")]
    excluded = outcome.rows("select url from frontier where state = 'excluded'")
    asked = [path for path, _ in demo.requests]
    assert not [url for (url,) in excluded if url.removeprefix(demo.url) in asked]
    assert outcome.rows("select count(*) from frontier where state = 'due'") == [(0,)]


def test_a_second_crawl_of_the_demo_portal_finds_nothing_new(demo: DemoServer, crawl: Any) -> None:
    crawl(declared(demo))
    held = {path for (path,) in crawl.rows("select url from articles")}
    asked = len(demo.requests)
    counts = crawl(declared(demo)).results[0]["counts"]
    assert (counts["new"], counts["revisions"], counts["unchanged"]) == (0, 0, 0)
    assert not [path for path, _ in demo.requests[asked:] if demo.url + path in held]


def test_a_crawl_learns_from_each_article_and_reading_all_anew_changes_none(
    demo: DemoServer, crawl: Any
) -> None:
    """Articles on several pages among them: what is read from the WARC is what was read from the portal."""
    folder = crawl(declared(demo)).folder
    with Archive.open(folder) as archive:
        [held] = archive.held_portals()
        portal = portal_of(held)
        assert len(archive.profile(portal.slug).pages) == len(demo.articles())
        told = list(reextract_portal(archive, portal, [folder / "warc"], None))
    assert [one.kind for one in told] == ["unchanged"] * len(demo.articles())
