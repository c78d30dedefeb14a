from __future__ import annotations

from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path

from kaltimcrawl.demo import DemoServer, demo_portal, generated_portal
from kaltimcrawl.demo.article import SECTIONS
from kaltimcrawl.demo.site import FORBIDDEN_PATH
from kaltimcrawl.portals import load_portal

URL = "http://127.0.0.1:8123"


def test_the_portal_is_at_the_live_address() -> None:
    portal = demo_portal(URL)
    assert (portal.slug, portal.name, portal.home) == ("demo", "Kabar Ketinting", URL + "/")
    assert (portal.region, portal.delay, portal.allow_private) == ("Samarinda", 0, True)
    assert portal.timezone.utcoffset(datetime(2025, 5, 12)) == timedelta(hours=8)
    assert portal.doors.feeds == (URL + "/feed/",)
    assert portal.doors.sitemaps == (URL + "/sitemap_index.xml",)
    assert portal.doors.listings == tuple(f"{URL}/category/{slug}/" for slug in SECTIONS.values())
    assert portal.doors.wordpress is None


def test_article_url_fits_articles_and_nothing_else(server: DemoServer) -> None:
    (pattern,) = demo_portal(server.url).doors.article_url
    for article in server.articles():
        assert pattern.search(server.url + article.path)
        assert not any(pattern.search(server.url + path) for path in article.page_paths[1:])
    assert pattern.search(server.url + FORBIDDEN_PATH)  # only robots.txt keeps a crawler off it
    for path in ("/", "/category/daerah/", "/category/daerah/page/2/", "/tag/mudik/", "/redaksi/", "/?s=a"):
        assert not pattern.search(server.url + path)


def test_its_file_is_one_that_a_person_could_have_written() -> None:
    portal = load_portal(Path(str(files("kaltimcrawl.demo").joinpath("portal.toml"))))
    live = demo_portal("http://127.0.0.1")
    assert (portal.name, portal.home, portal.region) == (live.name, live.home, live.region)
    assert (portal.timezone, portal.delay, portal.allow_private) == (live.timezone, 0, True)
    assert portal.doors == live.doors


def test_the_generated_site_has_sitemaps_only() -> None:
    doors = generated_portal(URL).doors
    assert (doors.feeds, doors.sitemaps, doors.listings) == ((), (URL + "/sitemap_index.xml",), ())
