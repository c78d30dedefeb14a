"""A portal's file drafted from findings: it loads, says what was found, and never goes over another."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kaltimcrawl.errors import InputError, PortalError
from kaltimcrawl.portals import load_portal
from kaltimcrawl.portals.document import MAX_BYTES
from kaltimcrawl.portals.drafting import Draft, Line, declared_doors, draft_text
from kaltimcrawl.portals.findings import FoundDoor, choose_doors
from kaltimcrawl.portals.placing import place_portal, portal_path
from kaltimcrawl.portals.slug import is_slug, slug_of

HOME = "https://kabarhulu.example/"
FEED = FoundDoor("feed", f"{HOME}feed/", "<link rel=alternate> of the home page", is_opened=True, named=10)
SITEMAP = FoundDoor(
    "sitemap",
    f"{HOME}sitemap_index.xml",
    "Sitemap line of robots.txt",
    is_opened=True,
    named=2400,
    detail="index of 3 sitemaps, 2 of them read",
    reaches_back=True,
    oldest=datetime(2019, 3, 1, tzinfo=UTC),
)
NEWS = FoundDoor("sitemap", f"{HOME}news.xml", "Sitemap line of robots.txt", is_opened=True, named=20)
POSTS = FoundDoor(
    "wordpress", f"{HOME}wp-json/wp/v2/posts", "link", is_opened=True, named=20, reaches_back=True
)
PLAIN_POSTS = replace(POSTS, url=f"{HOME}?rest_route=/wp/v2/posts")
INDEX = FoundDoor(
    "listing", f"{HOME}indeks", "link to an index", is_opened=True, named=20, reaches_back=True, is_index=True
)
SECTION = FoundDoor("listing", f"{HOME}daerah", "menu", is_opened=True, named=9)
UNASKED = FoundDoor("listing", f"{HOME}ekonomi", "menu")
CLOSED = FoundDoor("feed", f"{HOME}rss", "menu", is_opened=True, problem="403 Forbidden")


def draft(*doors: FoundDoor, **said: object) -> Draft:
    plain = {
        "name": Line("Kabar Hulu", "<meta og:site_name> of the home page"),
        "home": Line(HOME, "as the portal answers"),
        "timezone": Line("Asia/Makassar", "9 of 10 sampled times are of +08:00, or give no zone"),
        "delay": 1.0,
        "delay_why": "seconds between requests: the usual",
        "found_on": date(2026, 11, 25),
    }
    return Draft(**(plain | {"doors": doors} | said))


def load(folder: Path, text: str):
    (folder / "kabarhulu.toml").write_text(text, "utf-8")
    return load_portal(folder / "kabarhulu.toml")


def test_the_text_says_how_each_line_was_found():
    assert draft_text(draft(FEED, SITEMAP, CLOSED, SECTION, notes=("7 of 10 give no author",))) == (
        "# Known: what the portal showed on 2026-11-25; each comment says how its line was found.\n"
        "# Not known: the region, and whether the doors name everything. Look it over before a crawl.\n"
        "# Look at this: 7 of 10 give no author\n"
        'name = "Kabar Hulu"  # <meta og:site_name> of the home page\n'
        'home = "https://kabarhulu.example/"  # as the portal answers\n'
        '# region = "…" (the city, regency or province it writes for, by which archives are sorted)\n'
        'timezone = "Asia/Makassar"  # 9 of 10 sampled times are of +08:00, or give no zone\n'
        "delay = 1  # seconds between requests: the usual\n"
        "\n"
        "[discovery]\n"
        "feeds = [\n"
        '  "https://kabarhulu.example/feed/",  # <link rel=alternate> of the home page; names 10 articles\n'
        "]\n"
        "sitemaps = [\n"
        '  "https://kabarhulu.example/sitemap_index.xml",  # Sitemap line of robots.txt; names 2400 articles back'
        " to 2019-03-01; index of 3 sitemaps, 2 of them read\n"
        "]\n"
        "# Found, and not declared:\n"
        "# - feed https://kabarhulu.example/rss: 403 Forbidden\n"
        "# - listing https://kabarhulu.example/daerah: menu; names 9 articles\n"
        "\n"
        "# Fields that the sampled pages give wrongly are mended here; docs/portals.md says how:\n"
        "# [extraction]\n"
        '# authors = ["css: .penulis"]\n'
    )


@pytest.mark.parametrize(
    ("doors", "chosen"),
    [
        ((FEED, SITEMAP, POSTS, SECTION), (FEED, SITEMAP, POSTS)),
        ((FEED, SECTION, UNASKED, CLOSED), (FEED, SECTION, UNASKED)),
        ((FEED, NEWS, INDEX, SECTION, UNASKED), (FEED, NEWS, INDEX)),
        ((CLOSED, UNASKED), ()),
    ],
)
def test_listings_are_declared_only_where_nothing_else_reaches_back(doors, chosen):
    assert choose_doors(doors) == chosen


@pytest.mark.parametrize(
    "doors", [(FEED, SITEMAP, POSTS), (FEED, NEWS, INDEX), (SECTION, UNASKED), (PLAIN_POSTS,), ()]
)
def test_what_is_written_loads_to_the_doors_that_were_chosen(tmp_path, doors):
    made = draft(*doors, delay=2.5, allow_private=True)
    portal = load(tmp_path, draft_text(made))
    urls = {
        kind: tuple(one.url for one in declared_doors(made) if one.kind == kind)
        for kind in ("feed", "sitemap", "listing")
    }
    assert (portal.doors.feeds, portal.doors.sitemaps, portal.doors.listings) == tuple(urls.values())
    assert portal.doors.wordpress == next((one.url for one in doors if one.kind == "wordpress"), None)
    assert (portal.name, portal.home, portal.delay, portal.allow_private) == ("Kabar Hulu", HOME, 2.5, True)


@pytest.mark.parametrize(
    "name",
    ['Kabar "Hulu" \\ Riam', "Kabar\x7fHulu" * 3, "Suara Wehèa 中 🛶", "# bukan komentar", "''' \"\"\""],
)
def test_a_name_of_any_characters_is_written_as_it_is(tmp_path, name):
    text = draft_text(draft(FEED, name=Line(name.replace("\x7f", ""), "judul")))
    assert load(tmp_path, text).name == name.replace("\x7f", "")


def test_comments_hold_whatever_a_portal_says_on_one_line(tmp_path):
    said = 'judul\r\nhome = "https://jahat.example/"\x00\u2028\x1b[31m' + "x" * 5000
    door = FoundDoor("feed", f"{HOME}feed/", said, is_opened=True, named=1, detail=said)
    portal = load(tmp_path, draft_text(draft(door, CLOSED, notes=(said,))))
    assert portal.home == HOME


def test_braces_of_an_address_are_no_placeholders(tmp_path):
    door = FoundDoor("listing", f"{HOME}indeks/{{page}}", "menu", is_opened=True, named=1)
    assert load(tmp_path, draft_text(draft(door))).doors.listings == (f"{HOME}indeks/%7Bpage%7D",)


def test_a_door_elsewhere_is_told_and_not_declared(tmp_path):
    door = FoundDoor("feed", "https://feeds.feedburner.example/kabarhulu", "link", is_opened=True, named=5)
    text = draft_text(draft(door, FEED))
    assert load(tmp_path, text).doors.feeds == (FEED.url,)
    assert "# - feed https://feeds.feedburner.example/kabarhulu: not on the portal's host\n" in text


def test_a_portal_of_many_long_addresses_stays_within_bounds(tmp_path):
    doors = [FoundDoor("sitemap", f"{HOME}{n}/{'a' * 470}", "robots" * 90, True, named=1) for n in range(50)]
    text = draft_text(draft(*doors))
    assert len(text.encode()) <= MAX_BYTES
    load(tmp_path, text)


def test_a_portal_is_placed_with_its_pages_and_nothing_else_is_left(tmp_path):
    folder = tmp_path / "portals"

    def save(place, portal):
        (place / "expected.json").write_text(portal.name)

    portal = place_portal(folder, "kabarhulu", draft_text(draft(FEED)), save)
    assert portal.file == folder / "kabarhulu.toml"
    assert (folder / "fixtures" / "kabarhulu" / "expected.json").read_text() == "Kabar Hulu"
    assert sorted(path.name for path in folder.iterdir()) == ["fixtures", "kabarhulu.toml"]


def test_no_file_is_overwritten_even_one_that_appears_meanwhile(tmp_path):
    def save(place, portal):
        (tmp_path / "kabarhulu.toml").write_text("milik orang lain")

    with pytest.raises(InputError, match=r"kabarhulu\.toml: has appeared meanwhile and is left as it is"):
        place_portal(tmp_path, "kabarhulu", draft_text(draft(FEED)), save)
    assert (tmp_path / "kabarhulu.toml").read_text() == "milik orang lain"
    assert list((tmp_path / "fixtures").iterdir()) == []
    with pytest.raises(InputError, match="exists already and is left as it is"):
        place_portal(tmp_path, "kabarhulu", draft_text(draft(FEED)), save)


def test_nothing_is_left_of_a_draft_that_is_wrong(tmp_path):
    with pytest.raises(PortalError, match="missing"):
        place_portal(tmp_path / "portals", "kabarhulu", 'name = "x"\n', lambda place, portal: None)
    assert list((tmp_path / "portals").iterdir()) == []


@pytest.mark.parametrize("slug", ["../../etc/passwd", "a/b", "", "-x", "Besar", "a" * 65, "x\n", ".x"])
def test_no_path_is_made_of_a_name(tmp_path, slug):
    with pytest.raises(InputError, match="no name for a portal"):
        portal_path(tmp_path, slug)


@pytest.mark.parametrize(
    ("home", "slug"),
    [
        ("https://www.kaltimtoday.co/", "kaltimtoday"),
        ("https://kaltim.tribunnews.com/", "kaltim-tribunnews"),
        ("https://www.sapos.co.id/", "sapos"),
        ("https://diskominfo.kaltimprov.go.id/", "diskominfo-kaltimprov"),
        ("http://127.0.0.1:8000/", "127-0-0-1"),
        ("http://localhost/", "localhost"),
        ("https://kabar_hulu.id/", "kabar-hulu"),
        ("https://müara.id/", "xn--mara-0ra"),
    ],
)
def test_a_slug_is_made_of_the_host(home, slug):
    assert slug_of(home) == slug
    assert is_slug(slug)


def test_lists_by_date_are_declared(tmp_path):
    template = f"{HOME}indeks?d={{year}}-{{month}}-{{day}}"
    door = FoundDoor(
        "listing",
        f"{HOME}indeks/",
        "menu",
        is_opened=True,
        named=9,
        reaches_back=True,
        is_index=True,
        by_date=template,
    )
    assert load(tmp_path, draft_text(draft(door))).doors.archives == (template,)
