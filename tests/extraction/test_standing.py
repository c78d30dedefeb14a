"""Pages beside a portal's articles, told from them through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.standing import says_missing
from tests.extraction.pages import ADDRESS, CLAIMS, DATED, PROSE, TITLE, is_article

TOLD = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harga Beras Naik"}</script>'
TIMED = '<meta property="article:published_time" content="2025-05-12T14:30:00+08:00">'
PRODUCT = '<meta property="og:type" content="product">'


@pytest.mark.parametrize(
    ("classes", "url", "head", "expected"),
    [
        ("page page-id-12", ADDRESS, CLAIMS, False),
        ("page page-id-12", ADDRESS, CLAIMS + TIMED, True),
        ("page page-id-12", ADDRESS, CLAIMS + TOLD, True),
        ("page single page-id-12", ADDRESS, CLAIMS, True),
        ("single-product", ADDRESS, CLAIMS, False),
        ("", ADDRESS, PRODUCT, False),
        ("", ADDRESS, PRODUCT + TIMED, True),
        ("", "https://kabar.example/privacy-policy", CLAIMS, False),
        ("", "https://kabar.example/tentang-kami/", CLAIMS, False),
        ("", "https://kabar.example/info/tentang-kami.html", CLAIMS, False),
        ("", "https://kabar.example/tentang-kami/", CLAIMS + TIMED, False),
        ("", "https://kabar.example/about/", CLAIMS + TIMED + TOLD, False),
        ("", "https://kabar.example/tentang.html", CLAIMS + TIMED + TOLD, False),
        ("", "https://kabar.example/info/tentang.html", CLAIMS + TIMED, True),
        ("", "https://kabar.example/info/tentang-kami.html", CLAIMS + TIMED, True),
        ("", "https://kabar.example/tentang-kami/harga-beras-naik-jelang-panen", CLAIMS, True),
    ],
)
def test_standing_pages_and_those_about_a_thing_are_no_articles_unless_dated_for_machines_in_a_folder(
    classes: str, url: str, head: str, expected: bool
) -> None:
    assert is_article(url=url, head=head, classes=classes) is expected


@pytest.mark.parametrize(
    ("kind", "head", "expected"),
    [
        ("https://schema.org/Product", "", False),
        ("http://schema.org/Event/", "", False),
        ("https://schema.org/Product", CLAIMS, True),
        ("https://schema.org/Thing", "", True),
    ],
)
def test_what_microdata_names_a_thing_round_the_text_is_no_article(
    kind: str, head: str, expected: bool
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = (
        f"<html><head><title>{TITLE}</title>{head}</head><body><main itemscope itemtype='{kind}'><h1>{TITLE}</h1>"
        f"{DATED}<div class=entry-content>{text}</div></main></body></html>"
    )
    assert (extract(page, ADDRESS) is not None) is expected


def test_what_tells_of_the_portal_is_no_article_unless_it_claims_to_be_one() -> None:
    url = "https://kabar.example/about-kabar/178660742/how-to-pitch-us-a-story"
    assert not is_article(url=url, head="", date="")
    assert is_article(url=url)


@pytest.mark.parametrize(
    ("slug", "expected"), [("tentang-mimpi-seorang-nelayan", True), ("tentang-hulu", False)]
)
def test_a_story_may_be_about_something(slug: str, expected: bool) -> None:
    assert is_article(url=f"https://kabar.example/{slug}", head="") is expected


@pytest.mark.parametrize(
    "title",
    [
        "Page not found",
        "404 - Page Not Found",
        "Halaman Tidak Ditemukan!",
        "Página no encontrada",
        "ページが見つかりません",
    ],
)
def test_a_page_whose_title_says_that_there_is_none_is_no_article(title: str) -> None:
    sorry = "Maaf, halaman yang Anda cari tidak ada lagi. Mungkin alamatnya salah ketik atau beritanya sudah dipindahkan."
    teasers = "".join(
        f"<div><h3><a href='/{n}'>{PROSE[n]}</a></h3><time>12 Mei 2025</time></div>" for n in range(3)
    )
    page = f"<html><head><title>{title} - Kabar Hulu</title></head><body><h1>{title}</h1><p>{sorry}</p><p>{sorry}</p>{teasers}</body></html>"
    assert extract(page, "https://kabar.example/daerah/harga-beras-naik-1022999/") is None


def test_a_story_about_lost_pages_is_an_article() -> None:
    assert not says_missing("Halaman Buku Harian yang Hilang Ditemukan")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/p/contact-us_29.html", False),
        ("/akun/passwort+vergessen", False),
        ("/akun/Lupa_Password", False),
        ("/warga/index.php?action=register", False),
        ("/warga/?halaman=2;action=Login", False),
        ("/warga/masuk.asp?action=passoublie", False),
        ("/warga/index.php?action=baca", True),
        ("/kabar/warga-lupa-password", True),
    ],
)
def test_pages_of_an_account_are_no_articles(path: str, expected: bool) -> None:
    assert is_article(url=f"https://kabar.example{path}") is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://forum.kabar.example/harga/1390809-harga-beras-naik-jelang-panen.html", False),
        ("https://forum.kabar.co.id/harga/1390809-harga-beras-naik-jelang-panen.html", False),
        ("https://forum.co.id/harga/1390809-harga-beras-naik-jelang-panen.html", True),
        ("https://forum.example/harga/1390809-harga-beras-naik-jelang-panen.html", True),
        ("https://warga.example/papan/viewtopic.php?f=16&t=11585", False),
        ("https://warga.example/papan/ShowThread.php?t=11585", False),
        ("https://kabar.example/forum/1390809-harga-beras-naik-jelang-panen.html", True),
        ("https://kabar.example/viewtopic-beras-naik-jelang-panen.php", True),
        ("https://kabar.example/posting.php?id=1390809", True),
    ],
)
def test_threads_of_forums_are_no_articles(url: str, expected: bool) -> None:
    assert is_article(url=url, head=CLAIMS + TIMED) is expected
    assert is_article(url=url, head=TOLD)  # what declares itself news is none


@pytest.mark.parametrize(("date", "expected"), [("", False), (DATED, True)])
def test_an_undated_text_within_a_form_that_asks_for_a_password_is_no_article(
    date: str, expected: bool
) -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    field = "<input name=nama><input type=Password name=sandi>"
    page = (
        f"<html><head><title>{TITLE}</title>{CLAIMS}</head><body><h1>{TITLE}</h1>{date}"
        f"<form method=post><div class=entry-content>{text}{field}</div></form></body></html>"
    )
    url = "https://kabar.example/akun/halaman-anda"
    assert (extract(page, url) is not None) is expected
    assert extract(page.replace(field, ""), url) is not None


@pytest.mark.parametrize(
    "button",
    [
        "<input type=submit class='btn js-add-to-cart'>",
        "<a class=AddToCart id=b12 href='#'>Beli</a>",
        "<img src=/b.png alt='Masukkan ke Keranjang'>",
        "<a href=/beli title='Добавить товар в корзину'>+</a>",
    ],
)
def test_an_undated_page_with_a_button_for_its_cart_is_no_article_unless_it_claims_to_be_one(
    button: str,
) -> None:
    url = "https://kabar.example/toko/harga-beras-naik-jelang-panen-raya"
    assert not is_article(button, url, head="", date="")
    assert is_article(button, url, head="")
    assert is_article(button, url, date="")
    assert is_article("<a class=cart href=/tas>Tas</a>", url, head="", date="")


@pytest.mark.parametrize(
    "title",
    [
        "Błąd 404 - nie znaleziono strony",
        "Fehler 404",
        "404 Kesalahan",
        "Kesalahan 404: halaman tidak ditemukan",
    ],
)
def test_the_number_of_the_error_may_stand_in_any_words_for_it(title: str) -> None:
    assert says_missing(title)


def test_a_story_with_that_number_is_not_missing() -> None:
    assert not says_missing("404 Warga Mengungsi")
    assert not says_missing("Kesalahan Halaman Tidak Ditemukan Lagi")
