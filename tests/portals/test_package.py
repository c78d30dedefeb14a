"""The portals that come with the package."""

import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.portals import find_portal, load_portal, load_portals
from kaltimcrawl.portals.form import FamilyForm, read_form
from kaltimcrawl.rules import Place

FOLDER = Path(find_portal("prokal").file).parent
FILES = sorted(FOLDER.glob("*.toml"))
FAMILIES = sorted(FOLDER.glob("families/*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_loads(path):
    portal = load_portal(path)
    assert portal.slug == path.stem
    assert portal.timezone == ZoneInfo("Asia/Makassar")
    assert portal.region
    assert not portal.allow_private
    assert portal.delay >= 1


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_every_family_loads_and_has_a_portal(path):
    read_form(path, FamilyForm)
    assert any(tomllib.loads(file.read_text("utf-8")).get("family") == path.stem for file in FILES)


@pytest.mark.parametrize("path", [*FILES, *FAMILIES], ids=lambda path: path.stem)
def test_every_file_says_what_is_known_and_what_is_not(path):
    comment = path.read_text("utf-8").split("\n\n")[0]
    assert "# Known" in comment
    assert "# Assumed: " in comment or "# Not known: " in comment


def test_there_are_39_portals_and_no_two_share_a_home():
    portals = load_portals().values()
    assert len({portal.home for portal in portals}) == len(portals) == 39


@pytest.mark.parametrize(
    ("slug", "url"),
    [
        ("tribun-kaltim", "https://kaltim.tribunnews.com/2022/12/06/harga-jersey-timnas"),
        ("tribun-kaltim", "https://kaltim.tribunnews.com/tribun-etam/1148757/3-daerah-di-kukar"),
        ("tribun-kaltim", "https://kaltim.tribunnews.com/news/1161767/waspada-hoaks"),
        ("antara-kaltim", "https://kaltim.antaranews.com/berita/200001/pasar-pagi"),
        ("kaltimpost", "https://kaltimpost.jawapos.com/balikpapan/2386892917/balikpapan-banjir-lagi"),
        ("kaltimpost", "https://kaltimpost.jawapos.com/nasional/2609200082/aturan-baru"),
        ("nomorsatukaltim", "https://nomorsatukaltim.disway.id/olahraga/read/63474/4-kategori-tiket"),
        ("korankaltim", "https://korankaltim.com/read/pemkab-mahulu/47391/pemkab-sampaikan"),
        ("korankaltim", "https://korankaltim.com/kaltimtara/read/25274/pesta-adat"),
        ("beritakaltim", "https://beritakaltim.co/2025/10/22/revitalisasi-pasar-klandasan/"),
    ],
)
def test_the_addresses_seen_are_known_as_articles(slug, url):
    assert any(pattern.search(url) for pattern in find_portal(slug).doors.article_url)


@pytest.mark.parametrize(
    ("slug", "url"),
    [
        ("tribun-kaltim", "https://kaltim.tribunnews.com/tribun-etam"),
        ("kaltimpost", "https://kaltimpost.jawapos.com/tag/banjir"),
        ("korankaltim", "https://korankaltim.com/read/pemkab-mahulu"),
        ("beritakaltim", "https://beritakaltim.co/category/balikpapan/"),
    ],
)
def test_sections_are_not_known_as_articles(slug, url):
    assert not any(pattern.search(url) for pattern in find_portal(slug).doors.article_url)


def test_korankaltim_is_probed_little_and_slowly():
    portal = find_portal("korankaltim")
    assert portal.delay == 10
    assert (portal.doors.feeds, portal.doors.sitemaps, portal.doors.wordpress, portal.doors.listings) == (
        (),
        (),
        None,
        (),
    )


def test_a_portal_of_a_family_has_its_doors_and_its_own():
    doors = find_portal("mediakaltim").doors
    assert doors.feeds == ("https://mediakaltim.com/feed/",)
    assert doors.wordpress == "https://mediakaltim.com/wp-json/wp/v2/posts"
    assert find_portal("mediakaltim").rules[0].fields == {"body": (Place("css", ".td-post-content"),)}
