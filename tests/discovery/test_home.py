import pytest

from kaltimcrawl.discovery import FoundDoors, read_home
from kaltimcrawl.errors import DiscoveryError

HOME = "https://www.kaltim.example/"

PAGE = b"""<!DOCTYPE html><html><head>
<link rel="alternate" type="application/rss+xml" title="Kabar" href="/feed/">
<link rel="alternate" type="application/rss+xml" title="Kabar" href="https://kaltim.example/feed">
<link rel="alternate" type="application/rss+xml" title="Kabar &raquo; Komentar" href="/comments/feed/">
<link rel="alternate" type="application/atom+xml; charset=utf-8" href="atom.xml">
<link rel="alternate" type="application/json+oembed" href="/wp-json/oembed">
<link rel="alternate" hreflang="en" href="/en/">
<link rel="https://api.w.org/" href="https://www.kaltim.example/wp-json/">
<link rel="sitemap" type="application/xml" href="/sitemap.xml">
</head><body>
<header><div id="main-menu"><ul>
 <li><a href="/">Beranda</a></li> <li><a href="/category/berita/">Berita</a></li>
 <li><a href="https://kaltim.example/category/berita">Berita lagi</a></li>
 <li><a href="/olahraga">Olahraga</a></li> <li><a href="https://video.kaltim.example/">Video</a></li>
 <li><a href="/tag/banjir/">Banjir</a></li> <li><a href="/author/ani/">Ani</a></li>
 <li><a href="/tentang-kami">Tentang</a></li> <li><a href="/?s=banjir">Cari</a></li>
 <li><a href="/2025/05/12/banjir/">Banjir</a></li> <li><a href="/2025/05/12/banjir/2/">2</a></li>
 <li><a href="/media-kit.pdf">Iklan</a></li> <li><a href="https://lain.example/berita">Lain</a></li>
</ul></div></header>
<nav><a href="/indeks">Indeks</a></nav>
<div class="isi"><a href="/bukan-menu">Bukan menu</a></div>
<footer><nav class="menu"><a href="/karier">Karier</a></nav></footer>
</body></html>"""


def test_a_home_page_shows_its_doors():
    assert read_home(PAGE, HOME) == FoundDoors(
        feeds=("https://www.kaltim.example/feed/", "https://www.kaltim.example/atom.xml"),
        wordpress="https://www.kaltim.example/wp-json/wp/v2/posts",
        sitemaps=("https://www.kaltim.example/sitemap.xml",),
        listings=(
            "https://www.kaltim.example/category/berita/",
            "https://www.kaltim.example/olahraga",
            "https://video.kaltim.example/",
            "https://www.kaltim.example/indeks",
        ),
    )


@pytest.mark.parametrize(
    ("href", "posts"),
    [
        ("/wp-json", "https://www.kaltim.example/wp-json/wp/v2/posts"),
        ("/index.php?rest_route=/", "https://www.kaltim.example/index.php?rest_route=/wp/v2/posts"),
        ("https://lain.example/wp-json/", None),
    ],
)
def test_the_posts_endpoint_stands_under_the_api_s_root(href, posts):
    body = f'<link rel="https://api.w.org/" href="{href}"><p>x'.encode()
    assert read_home(body, HOME).wordpress == posts


def test_a_home_page_without_doors_shows_none():
    assert read_home(b"<html><body><p>Segera hadir</p></body></html>", HOME) == FoundDoors()


def test_a_flood_of_sections_is_bounded():
    links = "".join(f'<a href="/bagian-{number}">x</a>' for number in range(100))
    assert len(read_home(f"<nav>{links}</nav>".encode(), HOME).listings) == 30


def test_an_empty_page_is_told():
    with pytest.raises(
        DiscoveryError, match=r"^https://www\.kaltim\.example/: an empty page; expected HTML$"
    ):
        read_home(b"", HOME)
