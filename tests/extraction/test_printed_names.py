"""Names as pages print them: labels, places and ranks round them, and what stands near and is none."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from kaltimcrawl.extraction.bylines import read_bylines
from kaltimcrawl.extraction.bywords import is_place
from kaltimcrawl.extraction.credits import read_credits
from kaltimcrawl.extraction.fullnames import is_full_name
from tests.extraction.pages import PROSE, TITLE, URL, news, on_page, read

DATE = "Senin, 12 Mei 2025 | 14:30 WITA"
RINA = ("Rina Wati",)


@pytest.mark.parametrize(
    "byline",
    [
        f"{DATE} Oleh Rina Wati",
        f"Diposting pada {DATE} oleh Rina Wati",
        "Posted on 12 Mei 2025 by Rina Wati",
        f"Diunggah oleh Rina Wati, {DATE}",
        f"Di posting oleh : Rina Wati | {DATE}",
        f"Rina Wati, {DATE}",
        f"Rina Wati / {DATE}",
        f"<span>Rina Wati - detikKalimantan</span> <span>{DATE}</span>",
        f"<span>Rina Wati (Kontributor)</span> <span>{DATE}</span>",
        f"Kontributor Kutai Barat: Rina Wati<br>{DATE}",
        f"Oleh Rina Wati Wartawan Kabar Hulu<br>{DATE}",
        f"Oleh <strong>Rina Wati</strong>, Tenggarong<br>{DATE}",
        f"Oleh: Rina Wati, Dosen Universitas Hulu<br>{DATE}",
        f"<b>Penulis/Editor</b>: Rina Wati<br>{DATE}",
        f"<span>Laporan oleh <a href='#'>Rina Wati</a></span> | <span>{DATE}</span>",
        f"<span>Report by Rina Wati</span> | <span>{DATE}</span>",
    ],
)
def test_names_are_read_round_dates_labels_and_ranks(byline: str) -> None:
    assert read(f"<div>{byline}</div>").authors == RINA


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Oleh: I Made Sudana", [("author", "I Made Sudana")]),
        ("By Dan Harlow and Budi E. Santoso", [("author", "Dan Harlow"), ("author", "Budi E. Santoso")]),
        ("OLEH RINA DAN BUDI", [("author", "RINA"), ("author", "BUDI")]),
        ("Oleh: Dr. Rina Wati, S.H., M.H.", [("author", "Dr. Rina Wati, S.H., M.H.")]),
        ("By Ed Harlow, HNN", [("author", "Ed Harlow")]),
        ("DAN HARLOW, Executive Editor", []),
        ("Von Markus Maier, Berlin", [("author", "Markus Maier")]),
        ("Autor: Stefan Busch, Hessische Anstalt für Landbau", [("author", "Stefan Busch")]),
        ("Par LÉA MORIN, PAUL ROY Envoyés spéciaux", [("author", "LÉA MORIN"), ("author", "PAUL ROY")]),
        ("Penulis: Rina Wati / Budi Santoso", [("author", "Rina Wati"), ("author", "Budi Santoso")]),
        ("Penulis dan Editor: Rina Wati", [("author", "Rina Wati"), ("editor", "Rina Wati")]),
        ("By admin", [("author", "admin")]),
    ],
)
def test_bylines_end_where_the_names_end(line: str, people: list[tuple[str, str]]) -> None:
    assert read_bylines(line) == people


@pytest.mark.parametrize(
    "line",
    [
        "(Rep: Rina Wati; Ed: Budi Santoso)",
        "Penulis: Rina Wati – Editor: Budi Santoso",
        "Reporter : Rina Wati | Editor : Budi Santoso | ADV Diskominfo",
        "Peliput: Rina Wati (magang) | Editor: Budi Santoso",
        "Wartawan Kutai Barat: Rina Wati, Editor: Budi Santoso",
    ],
)
def test_credit_lines_are_read_in_all_their_dress(line: str) -> None:
    assert read_credits(line) == [("author", "Rina Wati"), ("editor", "Budi Santoso")]


@pytest.mark.parametrize("line", ["(Rina Wati)", "[Rina Wati/Kabar Hulu]", "*Rina Wati", "(*/Rina Wati)"])
def test_a_full_name_that_closes_the_text_is_the_authors(line: str) -> None:
    assert read(end=f"<p>{line}</p>").authors == RINA


@pytest.mark.parametrize(
    "line", ["(ADV Kukar)", "(Humas Polres)", "[Kutai Timur]", "— Rina Wati, Sajak Hulu"]
)
def test_other_closing_words_are_no_authors(line: str) -> None:
    assert read(end=f"<p>{line}</p>").authors == ()


@pytest.mark.parametrize(
    "claim",
    [
        "admin",
        "adminhulu",
        "Admin Humas",
        "redaksi1",
        "Super User",
        "Tim Redaksi",
        "Redaksi KH",
        "PT Hulu Media",
    ],
)
def test_a_claimed_account_desk_or_firm_gives_way_to_the_name_beside_the_date(claim: str) -> None:
    top = f"<div><span>Rina Wati</span> <span>{DATE}</span></div>"
    assert read(top, data=news(author={"name": claim})).authors == RINA


def test_a_claimed_account_is_kept_where_nothing_better_stands() -> None:
    assert read(f"<div>{DATE}</div>", data=news(author={"name": "redaksi1"})).authors == ("redaksi1",)


@pytest.mark.parametrize(
    "byline",
    [
        '<div class="author">by <a rel="author">Rina Wati</a> Contributor</div>',
        '<div itemprop="author"><span>Autor: </span><span itemprop="name">Rina Wati</span></div>',
        '<p class="submitted">Sebuah tulisan dari <span class="username">Rina Wati</span></p>',
        '<div class="author">Rina Wati: 12 Mei 2025</div>',
        '<div class="author">By <b>Rina Wati</b>, HNN</div>',
        '<div class="author-info"><a>Website</a> <a class="fn">Rina Wati</a></div>',
    ],
)
def test_what_is_marked_as_the_name_is_the_name(byline: str) -> None:
    assert read(byline).authors == RINA


@pytest.mark.parametrize(
    "near",
    [
        f'<div class="comments"><a>Buka Semua</a></div><div>{DATE}</div>',
        f"<div>{DATE}</div><blockquote><cite>Rina Wati</cite></blockquote>",
        f"<div>{DATE}</div><div class=hide><a>Paket Hulu</a></div>",
        f"<div>{DATE}</div><div class=top-menu><a>Toko Hulu</a></div>",
        f"<div>{DATE}</div><div><span>Related Articles</span></div>",
        f"<div>{DATE}</div><div><span>Kutai Timur</span></div>",
        f"<div>{DATE}</div><div><span>Advertorial</span></div>",
    ],
)
def test_menus_labels_and_places_beside_the_date_are_no_authors(near: str) -> None:
    assert on_page(f"<h1>{TITLE}</h1>{near}").authors == ()


def test_the_byline_of_another_articles_card_is_left() -> None:
    card = (
        "<div class=k><h3><a href=/x>Jembatan Baru Segera Dibangun Tahun Depan</a></h3><p class=byline>By Budi Santoso</p></div>"
        "<a class=k href=/y><h3>Sungai Meluap Lagi Setelah Hujan Deras</h3><div><span>By Lia Permata</span></div></a>"
    )
    assert read(f"<div>Oleh Rina Wati</div><div>{card}</div>").authors == RINA
    assert read(f"<div>{card}</div>").authors == ()


def test_a_person_whose_name_is_in_the_sites_is_a_person() -> None:
    head = (
        '<meta property="og:site_name" content="Rina Wati\'s Notes"><meta name="author" content="Rina Wati">'
    )
    assert read(head=head, url="https://rina.example/2025/05/12/harga-beras-naik/").authors == RINA


@pytest.mark.parametrize(
    "under",
    [
        "<div><span>Penulis</span>: <span>Rina Wati</span></div>",
        "<div><b>Penulis</b><p>Rina Wati</p></div>",
        "<ul><li><strong>Author</strong> Rina Wati</li></ul>",
        "<table><tr><td><b>Penulis</b></td><td>:</td><td>Rina Wati</td></tr><tr><td>Jumlah</td><td>:</td><td>2</td></tr></table>",
        "<table><tr><td>Penulis</td><td>Rina Wati</td></tr></table>",
        "<p>Kontributor: Rina Wati (Komisi Komunikasi Sosial Keuskupan Agung Samarinda)</p>",
    ],
)
def test_a_label_under_the_text_names_what_stands_beside(under: str) -> None:
    prose = (
        "<p>Harga beras di pasar tradisional naik dalam sepekan terakhir menurut catatan dinas setempat.</p>"
    )
    assert read(f"<div>{DATE}</div>", end=f"{prose}</div>{under}<div>").authors == RINA


def test_links_called_like_a_label_name_nobody() -> None:
    assert read(end='</div><a class=tag href="#">كتب</a><a class=tag href="#">سيول</a><div>').authors == ()


def test_places_and_names_are_told_apart() -> None:
    assert is_place("Kutai Timur")
    assert is_place("Kota Bontang")
    assert not is_place("Rina Wati")
    assert not is_full_name("Ein Artikel von")


def test_who_paid_is_no_author() -> None:
    article = read(end="<p>(adv/DPRD Kotabaru)</p>")
    assert (article.authors, article.signoff) == ((), "(adv/DPRD Kotabaru)")


def test_an_office_that_the_page_claims_gives_way_to_the_name_beside_the_date() -> None:
    head = '<meta name="author" content="Diskominfo Hulu Raya">'
    row = "<div><p>Rina Wati</p><p><span>12 Mei 2025</span> · 2 menit membaca</p></div>"
    assert read(row, head=head).authors == RINA
    assert read(head=head).authors == ("Diskominfo Hulu Raya",)


def test_a_name_may_stand_beside_how_long_ago_it_was() -> None:
    row = "<div><span><svg></svg> Rina Wati</span><span><svg></svg> 3 minggu yang lalu</span><span>1.906 kali dilihat</span></div>"
    assert read(row).authors == RINA


def test_a_byline_may_stand_behind_a_category_in_a_row() -> None:
    article = read(
        "<p>Kategori: Sosok | Oleh Rina Wati | <span title='15 Februari 2026 09:03'>9 bulan yang lalu</span></p>"
    )
    assert (article.authors, article.section) == (RINA, "Sosok")
    assert article.published_raw == "15 Februari 2026 09:03"


def test_the_author_of_a_teaser_under_the_text_is_not_the_articles() -> None:
    card = "<li><h3><a href='/lain'>Banjir Merendam Tiga Desa di Hulu</a></h3><div><span>By</span> <a href='/a/5'>Lilis Suwarni</a></div></li>"
    article = read("<p>Oleh Rina Wati</p>", end=f"</div><div class=x><ul>{card}</ul></div><div>")
    assert article.authors == RINA


def test_a_desk_gives_way_to_the_name_that_the_text_begins_with() -> None:
    under = "<div><span>by</span> <a rel=author href='/author/redacao'>Redação</a></div>"
    prose = "<p><b>Texto e fotos de Inês Carrapato</b></p>"
    text = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
    page = f"<h1>{TITLE}</h1>{under}<div class=entry-content>{prose}{text}</div>"
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    article = extract(f"<html lang=pt><head>{head}</head><body>{page}</body></html>", URL)
    assert article is not None
    assert article.authors == ("Inês Carrapato",)
    assert article.blocks[0].text == PROSE[0]


@pytest.mark.parametrize("line", ["Par Maëlle Kerbrat le jeudi 16 avril 2026, 09:12", "Par Maëlle Kerbrat"])
def test_a_small_word_behind_a_name_is_none_of_it(line: str) -> None:
    assert read(f"<p class=byline>{line}</p>").authors == ("Maëlle Kerbrat",)


def test_a_person_may_share_a_word_with_the_site() -> None:
    url = "https://fajar.example/2025/05/12/harga-beras-naik/"
    assert read("<p>Oleh Fajar Nugroho</p>", url=url).authors == ("Fajar Nugroho",)
    assert read(head='<meta name="author" content="Redaksi Fajar">', url=url).authors == ()
