import re

import pytest

from kaltimcrawl.portals import Doors
from kaltimcrawl.rules import Place

FILE = "portals/kabarhulu.toml"


def test_all_doors_are_read(load):
    doors = load(
        "[discovery]\n"
        "feeds = ['https://kabarhulu.example/feed/', '{home}rss', '{home}rss']\n"
        "sitemaps = ['https://www.kabarhulu.example/sitemap.xml']\n"
        "wordpress = 'https://kabarhulu.example/?rest_route=/wp/v2/posts'\n"
        "listings = ['http://{host}/indeks?m=1']\n"
        "next = ['css: a.next', 'xpath: //a/@href']\n"
        "article_url = ['/\\d+/', '-\\d+$']\n"
    ).doors
    assert doors == Doors(
        feeds=("https://kabarhulu.example/feed/", "https://kabarhulu.example/rss"),
        sitemaps=("https://www.kabarhulu.example/sitemap.xml",),
        wordpress="https://kabarhulu.example/?rest_route=/wp/v2/posts",
        listings=("http://kabarhulu.example/indeks?m=1",),
        next=(Place("css", "a.next"), Place("xpath", "//a/@href")),
        article_url=(re.compile(r"/\d+/"), re.compile(r"-\d+$")),
    )


def test_one_pattern_may_stand_alone(load):
    assert load("[discovery]\narticle_url = '/\\d+/'").doors.article_url == (re.compile(r"/\d+/"),)


FAMILY = (
    "[discovery]\nfeeds = ['{home}feed/']\nwordpress = '{home}wp-json/wp/v2/posts'\narticle_url = '/\\d+/'\n"
)


def test_the_familys_doors_are_the_portals(load):
    assert load("", FAMILY).doors == Doors(
        feeds=("https://kabarhulu.example/feed/",),
        wordpress="https://kabarhulu.example/wp-json/wp/v2/posts",
        article_url=(re.compile(r"/\d+/"),),
    )


def test_a_key_of_the_portal_goes_over_the_familys_and_an_empty_one_takes_it_away(load):
    doors = load("[discovery]\nfeeds = []\nwordpress = ''\nlistings = ['{home}indeks']\n", FAMILY).doors
    assert doors == Doors(listings=("https://kabarhulu.example/indeks",), article_url=(re.compile(r"/\d+/"),))


@pytest.mark.parametrize(
    ("home", "feed"),
    [
        ("https://a.example", "https://a.example/feed/"),
        ("https://a.example/kaltim", "https://a.example/kaltim/feed/"),
        ("https://a.example/kaltim/?lang=id", "https://a.example/kaltim/feed/"),
        ("https://a.example:8443/", "https://a.example:8443/feed/"),
    ],
)
def test_home_stands_for_the_home_page_up_to_its_last_slash(load, home, feed):
    assert load("", "[discovery]\nfeeds = ['{home}feed/']", f'name = "A"\nhome = "{home}"\n').doors.feeds == (
        feed,
    )


@pytest.mark.parametrize(
    ("home", "door"),
    [
        ("https://kaltim.tribunnews.com/", "https://www.tribunnews.com/rss"),
        ("https://www.prokal.co/", "https://kaltim.prokal.co/rss"),
        ("https://www.sapos.co.id/", "https://sapos.co.id/rss"),
        ("https://diskominfo.kaltimprov.go.id/", "https://kaltimprov.go.id/rss"),
        ("https://8.8.8.8/", "https://8.8.8.8:8080/rss"),
    ],
)
def test_a_door_may_be_on_another_host_of_the_site(load, home, door):
    assert load(f"[discovery]\nfeeds = ['{door}']", head=f'name = "A"\nhome = "{home}"\n').doors.feeds == (
        door,
    )


@pytest.mark.parametrize(
    ("home", "door"),
    [
        ("https://kaltimtoday.co/", "https://kaltimtoday.com/rss"),
        ("https://www.sapos.co.id/", "https://prokal.co.id/rss"),
        ("https://diskominfo.kaltimprov.go.id/", "https://kutaitimurkab.go.id/rss"),
        ("https://akurasi.id/", "https://busam.id/rss"),
        ("https://akurasi.id/", "https://palsuakurasi.id/rss"),
        ("https://8.8.8.8/", "https://9.8.8.8/rss"),
        ("https://akurasi.id/", "http://127.0.0.1/rss"),
    ],
)
def test_a_door_on_anothers_host_is_refused(message, home, door):
    host = home.removeprefix("https://").rstrip("/")
    line = f"discovery.feeds: '{door}' is not on the portal's host {host}"
    assert (
        message(f"[discovery]\nfeeds = ['{door}']", head=f'name = "A"\nhome = "{home}"\n')
        == f"{FILE}: {line}"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("feeds = ['/rss']", "feeds: '/rss' is no URL; expected one as 'https://kabarhulu.example/feed/'"),
        ("feeds = ['kabarhulu.example/rss']", "feeds: 'kabarhulu.example/rss' is no URL; expected one as 'https://kabarhulu.example/feed/'; did you mean 'https://kabarhulu.example/rss'?"),
        ("listings = ['https://a:b@kabarhulu.example/']", "listings: 'https://a:b@kabarhulu.example/' holds a name or password; expected the address alone"),
        ("sitemaps = ['{hom}a.xml']", "sitemaps: '{hom}a.xml': unknown placeholder; known are {home} and {host}; did you mean 'home'?"),
        ("sitemaps = ['{home}{year}.xml']", "sitemaps: '{home}{year}.xml': unknown placeholder; known are {home} and {host}"),
        ("archives = ['{home}indeks?d={year}-{month}']", "archives: '{home}indeks?d={year}-{month}': a list by date lacks {day}"),
        ("archives = ['https://lain.example/{year}/{month}/{day}']", "archives: 'https://lain.example/{year}/{month}/{day}' is not on the portal's host kabarhulu.example"),
        ("wordpress = '{home}wp-json'", "wordpress: '{home}wp-json': expected the posts of the REST API, as 'https://kabarhulu.example/wp-json/wp/v2/posts'"),
        ("next = ['meta: next']", "next: 'meta: next' must begin with one of css, xpath, as 'css: h1'"),
        ("article_url = '['", "article_url: '[' is no regular expression: unterminated character set at position 0"),
        ("article_url = ['/(?:[a-z]+)+$']", "article_url: '/(?:[a-z]+)+$' could take very long on some texts; begin it with ^, write [^/]+ for .*, and no repeat within a repeat"),
    ],
)  # fmt: skip
def test_a_wrong_door_is_told(message, text, line):
    assert message(f"[discovery]\n{text}") == f"{FILE}: discovery.{line}"


def test_a_door_too_long_is_told(message):
    text = "[discovery]\nfeeds = ['{home}" + "a" * 2090 + "']"
    assert message(text).endswith(
        "is no URL of at most 2083 characters; expected one as 'https://kabarhulu.example/feed/'"
    )


def test_a_list_by_date_keeps_the_places_of_its_date(load):
    doors = load("[discovery]\narchives = ['{home}indeks?d={year}-{month}-{day}']\n").doors
    assert doors.archives == ("https://kabarhulu.example/indeks?d={year}-{month}-{day}",)
