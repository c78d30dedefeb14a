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


ROW = f"<div><span>{{name}}</span> <span>{DATE}</span></div>"


@pytest.mark.parametrize(
    ("name", "authors"), [("Sita Maharani", ("Sita Maharani",)), ("Sita", ()), ("Bagikan", ())]
)
def test_a_full_name_beside_a_date_over_the_title_is_the_author(name: str, authors: tuple[str, ...]) -> None:
    assert read("", ROW.format(name=name)).authors == authors


def test_a_name_beside_the_date_under_the_title_goes_before_one_over_it() -> None:
    assert read(ROW.format(name="Sita Maharani"), ROW.format(name="Bagas Wibowo")).authors == (
        "Sita Maharani",
    )


def read_foot(foot: str) -> Article:
    """The article of a page with something right under the box that holds its text."""
    claims = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    joined = f"<p>{TEXT.replace('<p>', '').replace('</p>', ' ')}</p>"
    long = joined + joined.replace("Loa Janan", "Loa Kulu").replace("Udin", "Amir")
    article = extract(
        f"<html lang=id><head>{claims}</head><body><article><h1>{TITLE}</h1><div class=x2>{long}</div>{foot}</article></body></html>",
        URL,
    )
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        (ROW.format(name="Sita Maharani"), ("Sita Maharani",)),
        (f"<footer class=entry-footer>{ROW.format(name='Sita Maharani')}</footer>", ("Sita Maharani",)),
        (ROW.format(name="Sita"), ()),
        (f"<h4>Kabar dari Muara</h4>{ROW.format(name='Sita Maharani')}", ()),
        (f"<b>Komentar</b>{ROW.format(name='Sita Maharani')}", ()),
    ],
)
def test_a_full_name_beside_a_date_at_the_articles_foot_is_the_author(
    foot: str, authors: tuple[str, ...]
) -> None:
    assert read_foot(foot).authors == authors


@pytest.mark.parametrize(
    ("date", "name"), [("2025年5月12日", "林 晓燕"), ("2025년 5월 12일", "Sita Maharani")]
)
def test_a_date_of_east_asia_has_names_beside_it(date: str, name: str) -> None:
    assert read(f"<div><span>{name}</span><span>{date}</span></div>").authors == (name,)


def test_what_is_no_name_stands_beside_a_date_too() -> None:
    assert read(f"<div><span>News Release</span><span>{DATE}</span></div>").authors == ()


@pytest.mark.parametrize(
    "name",
    [
        "<a href='/topics/sita-maharani'>Sita Maharani</a>",
        "<a href='/archives/sita-maharani'>Sita Maharani</a>",
        "<a href='/arsip/sita-maharani'>Sita Maharani</a>",
        "<a href='/topik:sita-maharani'>Sita Maharani</a>",
        "<span>AP Photo/Sita Maharani</span>",
        "<span>Foto Sita Maharani</span>",
        "<span>Regulatory News</span>",
        "<span>RSS Feed</span>",
        "<span>Created</span>",
    ],
)
def test_shelves_pictures_houses_and_buttons_beside_a_date_are_no_authors(name: str) -> None:
    assert read(f"<div>{name}<span>{DATE}</span></div>").authors == ()


@pytest.mark.parametrize(
    ("name", "authors"),
    [
        ("Ann Porter Political correspondent", ("Ann Porter",)),
        ("Sigríður Jónsdóttir skrifar", ("Sigríður Jónsdóttir",)),
        ("Ann Roe in Lagos and Ben Roe in Ibadan", ("Ann Roe", "Ben Roe")),
        ("Sita Maharani sita@suarahulu.example", ("Sita Maharani",)),
        ("Sita Maharani | Editor: Budi Susilo", ("Sita Maharani",)),
        ("Texto Sita Maharani", ("Sita Maharani",)),
        ("Na Sita Maharani", ("Sita Maharani",)),
        ("Ni Made Maharani", ("Ni Made Maharani",)),
        ("BBC Hulu", ()),
        ("KBR Samarinda", ()),
        ("MHD Rizal", ("MHD Rizal",)),
        ("BJ Maharani", ("BJ Maharani",)),
        ("Gaya Hidup", ()),
        ("Pojok Desa", ()),
    ],
)
def test_names_beside_a_date_in_forms_and_what_is_called_like_them(
    name: str, authors: tuple[str, ...]
) -> None:
    assert read(ROW.format(name=name)).authors == authors


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        ("<a class=n>Sita Maharani</a> <a class=n>Bagas Wibowo</a>", ("Sita Maharani", "Bagas Wibowo")),
        ("<a class=n>Sita Maharani</a>, <a class=n>Bagas Wibowo</a>", ("Sita Maharani", "Bagas Wibowo")),
        ("<a class=n>Sita Maharani</a> | <a class=n>Bagas Wibowo</a>", ("Bagas Wibowo",)),
        ("<a class=n>Sita Maharani</a> <a class=k>Bagas Wibowo</a>", ("Bagas Wibowo",)),
        ("<a class=n>Oleh Sita</a> <a class=n>Bagas Wibowo</a>", ("Bagas Wibowo",)),
    ],
)
def test_names_side_by_side_in_one_row_are_the_authors(row: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div>{row} <span>{DATE}</span></div>").authors == authors


def test_a_day_with_the_last_digits_of_its_year_has_a_name_beside_it() -> None:
    assert read("<div><b>Sita Maharani</b> <i>17 Agt '24</i></div>").authors == ("Sita Maharani",)
    assert read("<div><b>Sita Maharani</b> <i>17 kapal tiba</i></div>").authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Kapal itu karam di hulu sungai pada tahun 2025 menurut kata warga setempat.", ()),
        (
            "Kabar Hulu dari Kutai Kartanegara untuk warga di hulu sungai, Senin, 12 Mei 2025",
            ("Sita Maharani",),
        ),
    ],
)
def test_a_sentence_with_a_year_is_no_line_of_the_date(line: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div><p>{line}</p><span>Sita Maharani</span></div>").authors == authors


@pytest.mark.parametrize(("lead", "authors"), [("", ("Balai Panjang",)), (TEXT.replace("</p><p>", " "), ())])
def test_a_short_line_behind_prose_is_no_author_under_the_title(lead: str, authors: tuple[str, ...]) -> None:
    over = f"<div>{DATE}</div>"
    assert read(f"{lead}<div>Balai Panjang</div>", over).authors == authors


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        (
            "<span>Sita Maharani</span> <span>dan</span> <span>Budi Susilo</span>",
            ("Sita Maharani", "Budi Susilo"),
        ),
        ("<span>Sita Maharani</span> <span>untuk</span> <span>Budi Susilo</span>", ("Budi Susilo",)),
    ],
)
def test_names_with_a_word_between_them_stand_in_a_row(names: str, authors: tuple[str, ...]) -> None:
    assert read(f"<div>{names}</div><div>{DATE}</div>").authors == authors


@pytest.mark.parametrize(("cells", "authors"), [("<td>{}</td><td>", ()), ("<td>{}<br>", ("Sita Maharani",))])
def test_a_column_beside_the_titles_tells_no_author(cells: str, authors: tuple[str, ...]) -> None:
    over = cells.format(f"<b>Sita Maharani</b><br>{DATE}")
    page = f"<table><tr>{over}<h1>{TITLE}</h1>{TEXT}</td></tr></table>"
    article = extract(f"<html lang=id><head><title>{TITLE}</title></head><body>{page}</body></html>", URL)
    assert article is not None
    assert article.authors == authors


@pytest.mark.parametrize(
    "label",
    [
        "Simpan Artikel",
        "Pilkada Serentak",
        "Laporan Khusus",
        "Listen Now Article",
        "Dunia Kerja",
        "Daily Digest",
    ],
)
def test_buttons_and_heads_beside_the_date_are_nobodys_names(label: str) -> None:
    assert read(f"<div><span>{label}</span><span>{DATE}</span></div>").authors == ()


def test_a_label_before_a_link_is_nobodys_name() -> None:
    row = f"<div>Main Category: <a href=/biologi>Biologi</a><br>Also Included In: <a href=/gizi>Gizi</a><br>{DATE}</div>"
    assert read(row).authors == ()
