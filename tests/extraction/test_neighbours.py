"""Authors that nothing marks: what stands beside the date and is built like a name."""

from __future__ import annotations

import pytest

from kaltimcrawl import Article, extract

URL = "https://kabarhulu.example/2025/05/12/warga-keluhkan-jalan-rusak/"
TITLE = "Warga Keluhkan Jalan Rusak di Loa Janan"
TEXT = (
    "<p>SAMARINDA – Warga Loa Janan mengeluhkan jalan rusak yang tidak kunjung diperbaiki sejak tahun lalu.</p>"
    "<p>“Sudah setahun kami menunggu,” kata Udin, warga setempat, ketika ditemui di rumahnya pada siang hari.</p>"
    "<p>Dinas pekerjaan umum berjanji memulai perbaikan bulan depan setelah anggaran perubahan disahkan.</p>"
)


def read(head: str, over: str = "") -> Article:
    """The article of a page with something over its title and between title and text."""
    claims = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    body = f"<div class=x1>{over}<h1>{TITLE}</h1>{head}<div class=x2>{TEXT}</div></div>"
    article = extract(f"<html lang=id><head>{claims}</head><body>{body}</body></html>", URL)
    assert article is not None
    return article


DATE = "Senin, 12 Mei 2025 14:30 WITA"


@pytest.mark.parametrize(
    "head",
    [
        f"<div class=a><span class=b>Sita Maharani</span><span class=c>{DATE}</span></div>",
        f"<div><a href=#>Sita Maharani</a></div><div>{DATE}</div>",
        f"<small><i></i> Sita Maharani &nbsp; <i></i> {DATE} &nbsp; <i></i> Dilihat 812 kali</small>",
        f"<div><div>{DATE}</div><div>Sita Maharani - Kabarhulu</div></div>",
        f"<p>{DATE}, Kategori Opini, Oleh Sita Maharani</p>",
        f"<address><p>Por Sita Maharani, Kabarhulu</p><p>{DATE}</p></address>",
        f"<div><span>Rep: Sita Maharani</span> <span>Red: Lia</span></div><div>{DATE}</div>",
    ],
)
def test_the_name_beside_the_date_is_the_author(head: str) -> None:
    article = read(head)
    assert article.authors == ("Sita Maharani",)
    assert article.published is not None
    assert article.published.isoformat() == "2025-05-12T14:30:00+08:00"


@pytest.mark.parametrize(
    "head",
    [
        f"<div><span>Bagikan Facebook</span><span>{DATE}</span></div>",
        f"<div><span>Dilihat 812 kali</span><span>{DATE}</span></div>",
        f"<div><span>{DATE}</span><span>3 menit baca</span></div>",
        f"<div><a href=/>Beranda</a><span>{DATE}</span></div>",
    ],
)
def test_what_else_stands_there_is_none(head: str) -> None:
    assert read(head).authors == ()


def test_the_section_beside_the_date_is_no_author() -> None:
    over = '<ul class="breadcrumb"><li><a href="/">Beranda</a></li><li><a href="#">Kutai Timur</a></li></ul>'
    article = read(f"<div><span>Kutai Timur</span><span>{DATE}</span></div>", over)
    assert (article.section, article.authors) == ("Kutai Timur", ())


@pytest.mark.parametrize(
    ("over", "head"),
    [
        ('<div class=_7u><a href="/">Beranda</a><a href="#">Opini</a></div>', ""),
        ('<span class="badge">Opini</span>', ""),
        ('<h3 class="mvp-post-cat"><a href="#">Opini</a></h3>', ""),
        ("<div class=jejak>Beranda <i>/</i> <a>Opini</a></div>", ""),
        ("<div class=bc>Beranda / Opini / </div>", ""),
        ("<div class=t><a href=#>Opini</a></div>", ""),
        ("", f"<p>{DATE}, Kategori Opini, Oleh Sita Maharani</p>"),
    ],
)
def test_sections_that_no_mark_of_a_known_theme_tells(over: str, head: str) -> None:
    assert read(head, over).section == "Opini"


def test_a_desk_is_named_whole() -> None:
    assert read(f"<div><b>Tim Liputan Diskominfo</b> <small>{DATE}</small></div>").authors == (
        "Tim Liputan Diskominfo",
    )


def test_words_of_the_title_are_no_author() -> None:
    head = f"<div><span>Warga Keluhkan Jalan</span><span>{DATE}</span></div>"
    assert read(head).authors == ()
