import re

import pytest

from kaltimcrawl.discovery import is_article_url
from kaltimcrawl.discovery.address import list_address, page_number
from kaltimcrawl.portals.portal import Doors

HOME = "https://www.kaltim.example/"

ARTICLES = [
    "https://kaltim.example/archives/136",
    "https://kaltim.example/2025/10/22/revitalisasi-pasar/",
    "https://www.kaltim.example/2025/10/22/banjir",
    "https://kaltim.example/2025/10/banjir-lagi.html",
    "https://kaltim.example/index.php/2025/10/22/banjir/",
    "https://kaltim.example/tribun-etam/1148757/3-daerah",
    "https://kaltim.example/balikpapan/2386892917/balikpapan-banjir-lagi?utm_source=x",
    "https://kaltim.example/olahraga/read/63474/4-kategori-tiket",
    "https://kaltim.example/read/pemkab-mahulu/47391/pemkab-sampaikan",
    "https://kaltim.example/perusahaan-tidak-daftar-bpjs/",
    "https://kaltim.example/news/kalimantan-timur/nyawa-penyu-00-stls6-b48xqk",
    "https://kaltim.example/berita/d-6453785/polisi",
    "https://kaltim.example/kesehatan/syarat-dan-ketentuan-peserta-baru",
    "https://news.kaltim.example/berita/527615/penerbangan",
    "https://kaltim.example/berita/harga-naik-2437247",
    "https://kaltim.example/read/2016/02/23/14340007/Qualcomm.QuickCharger.3.0",
    "https://kaltim.example/2025/10/22/banjir/amp/",
]
NO_ARTICLES = [
    "https://kaltim.example/archives/",
    "https://kaltim.example/archives/date/2025/",
    "https://kaltim.example/archives/category/12/",
    "https://kaltim.example/tag/archives/12",
    "https://kaltim.example/",
    "https://kaltim.example/berita",
    "https://kaltim.example/berita/samarinda/",
    "https://kaltim.example/category/berita-utama-hari-ini/",
    "https://kaltim.example/tag/pemilihan-kepala-daerah-2024/",
    "https://kaltim.example/author/bayu-tirta-wijaya-kusuma/",
    "https://kaltim.example/2025/10/",
    "https://kaltim.example/2025/10/22/",
    "https://kaltim.example/2025/10/22/page/2/",
    "https://kaltim.example/2025/10/22/banjir/2/",
    "https://kaltim.example/2025/10/22/banjir/feed/",
    "https://kaltim.example/2025/10/22/banjir?page=2",
    "https://kaltim.example/indeks/2016/02/15",
    "https://kaltim.example/indeks?date=2025-10-22",
    "https://kaltim.example/page/12345/",
    "https://kaltim.example/?s=banjir+di+kota+samarinda",
    "https://kaltim.example/search?q=berita-banjir-di-kota",
    "https://kaltim.example/wp-content/uploads/2025/10/foto-banjir-di-kota.jpg",
    "https://kaltim.example/2025/10/22/foto-banjir-di-kota.jpg",
    "https://kaltim.example/pedoman-pemberitaan-media-siber",
    "https://kaltim.example/syarat-dan-ketentuan-penggunaan/",
    "https://kaltim.example/arsip/2024/",
    "https://kaltim.example/sorotan/2024/",
    "https://lain.example/2025/10/22/banjir/",
    "https://notkaltim.example/2025/10/22/banjir/",
    "https://kaltim.example:8443/2025/10/22/banjir/",
    "https://www.facebook.com/sharer.php?u=https://kaltim.example/2025/10/22/banjir/",
    "mailto:redaksi@kaltim.example",
    "/2025/10/22/banjir/",
    "",
    "https://[::1/2025/10/22/banjir",
]


@pytest.mark.parametrize("url", ARTICLES)
def test_an_article_is_known_by_its_address(url):
    assert is_article_url(url, Doors(), HOME) is True


@pytest.mark.parametrize("url", NO_ARTICLES)
def test_what_is_no_article_is_known_by_its_address(url):
    assert is_article_url(url, Doors(), HOME) is False


def test_a_portal_under_a_network_is_not_the_network():
    home = "https://kaltim.tribunnews.com/"
    assert is_article_url("https://kaltim.tribunnews.com/news/1161767/waspada", Doors(), home)
    assert is_article_url("https://m.kaltim.tribunnews.com/news/1161767/waspada", Doors(), home)
    assert not is_article_url("https://jateng.tribunnews.com/news/1161767/waspada", Doors(), home)
    assert not is_article_url("https://www.tribunnews.com/news/1161767/waspada", Doors(), home)


def test_a_server_of_one_s_own_is_known_by_its_port():
    assert is_article_url("http://127.0.0.1:8000/2025/10/22/banjir/", Doors(), "http://127.0.0.1:8000/")
    assert not is_article_url("http://127.0.0.1:9000/2025/10/22/banjir/", Doors(), "http://127.0.0.1:8000/")


def test_a_portal_s_own_patterns_decide_alone():
    doors = Doors(article_url=(re.compile(r"/b/[a-z]+$"), re.compile(r"^https://lama\.example/\d+$")))
    assert is_article_url("https://kaltim.example/b/banjir?utm_source=wa", doors, HOME)
    assert is_article_url("https://lama.example/12", doors, HOME)
    assert not is_article_url("https://kaltim.example/2025/10/22/banjir/", doors, HOME)
    assert not is_article_url("https://lain.example/b/banjir", doors, HOME)


@pytest.mark.parametrize(
    ("url", "number", "address"),
    [
        ("https://www.kaltim.example/kategori/berita/page/3/", 3, "//kaltim.example/kategori/berita"),
        ("https://kaltim.example/kategori/berita/", 1, "//kaltim.example/kategori/berita"),
        ("https://kaltim.example/page/2/?s=banjir", 2, "//kaltim.example?s=banjir"),
        (
            "https://kaltim.example/indeks?page=10&date=2025-10-22",
            10,
            "//kaltim.example/indeks?date=2025-10-22",
        ),
        ("https://kaltim.example/?hal=4", 4, "//kaltim.example"),
        ("https://kaltim.example/indeks?page=semua", 1, "//kaltim.example/indeks"),
        ("https://kaltim.example/indeks?page=99999999999", 1, "//kaltim.example/indeks"),
    ],
)
def test_the_page_of_a_list_and_the_list_are_told_apart(url, number, address):
    assert (page_number(url), list_address(url)) == (number, address)
