"""Indexes and lists by date, told from a page's links and forms."""

from datetime import date

import pytest

from kaltimcrawl.discovery.archives import is_index, read_date_archive, read_indexes

HOME = "https://kabarhulu.example/"


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


def archive(body: str) -> str | None:
    found = read_date_archive(page(body), HOME + "indeks")
    return found.of(date(2025, 5, 7)) if found else None


@pytest.mark.parametrize(
    ("path", "index"),
    [
        ("indeks", True),
        ("indeks-berita/", True),
        ("berita/indeks.html", True),
        ("index", True),
        ("archives/", True),
        ("archive.html", True),
        ("archives/2025/", False),
        ("index.php", False),
        ("index.html", False),
        ("berita/indeks-harga-naik", False),
        ("", False),
    ],
)
def test_an_index_is_known_by_its_last_word(path, index):
    assert is_index(HOME + path) is index


def test_indexes_are_found_anywhere_on_the_page_each_once_and_not_elsewhere():
    body = (
        '<a href="/indeks">Indeks</a><footer><a href="/indeks/">Lainnya</a><a href="/indeks?page=2">2</a>'
        '<a href="https://lain.example/indeks">x</a><a href="/arsip">Arsip</a></footer>'
    )
    assert read_indexes(page(body), HOME) == (HOME + "indeks", HOME + "arsip")


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ('<a href="/indeks/2025-05-12">12</a>', "indeks/2025-05-07"),
        ('<a href="/2025/05/12/">12</a>', "2025/05/07/"),
        ('<a href="/indeks/12-05-2025?kanal=1">12</a>', "indeks/07-05-2025?kanal=1"),
        ('<a href="/indeks?date=2025-05-12&amp;k=a">12</a>', "indeks?date=2025-05-07&k=a"),
        ('<form><input type="date" name="tgl"></form>', "indeks?tgl=2025-05-07"),
        ('<form action="/arsip"><input name="Tanggal"></form>', "arsip?Tanggal=2025-05-07"),
        (
            '<form action="/arsip" method="GET"><select name="d"></select><select name="m"></select>'
            '<select name="y"></select></form>',
            "arsip?d=07&m=05&y=2025",
        ),
    ],
)
def test_lists_by_date_are_told_from_links_and_forms(body, address):
    assert archive(body) == HOME + address


@pytest.mark.parametrize(
    "body",
    [
        '<a href="/2025/05/12/warga-bersihkan-parit/">Warga</a>',
        '<a href="https://lain.example/indeks/2025-05-12">12</a>',
        '<a href="/foto/2025-05-12.jpg">Foto</a>',
        '<form action="/cari"><input name="q"></form>',
        '<form method="post"><input type="date" name="tgl"></form>',
        '<form action="https://lain.example/"><input type="date" name="tgl"></form>',
        '<a href="/indeks/2025-13-45">x</a>',
    ],
)
def test_what_only_looks_like_a_list_by_date_is_none(body):
    assert archive(body) is None
