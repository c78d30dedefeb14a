"""Asides and windows of a page: which are none of its article, and which hold it or tell of it."""

from __future__ import annotations

import pytest

from kaltimcrawl import extract
from tests.extraction.bodies import ARTICLE, TITLE, read, texts
from tests.extraction.pages import PROSE, of_page
from tests.extraction.test_containers import paragraphs

RICH_LINK = (
    "<aside class='element kartu'><div><h1 class=kartu__judul>Penumpang Kapal Terjun ke Laut</h1>"
    "<a href=/lain>Baca selengkapnya</a></div></aside>"
)


def test_an_aside_with_the_title_of_another_article_is_left_out() -> None:
    first, *rest = ARTICLE
    body = f"<p>{first}</p>{RICH_LINK}{paragraphs(rest)}"
    page = f"<article><h1>{TITLE}</h1><div class=isi>{body}</div></article>"
    assert "Penumpang" not in of_page(page).text


def test_an_aside_round_the_whole_text_stays() -> None:
    assert texts(of_page(f"<aside><h1>{TITLE}</h1>{paragraphs(ARTICLE)}</aside>")) == ARTICLE


def test_an_aside_that_begins_with_a_dated_byline_tells_author_and_day() -> None:
    rail = (
        "<aside class=kiri>By <a href=/orang/rina>Rina Wati</a> <time>9 Desember 2024</time>"
        f"<h4>More News</h4><ul>{'<li><a href=/b>Sungai Meluap di Tiga Desa, Warga Mengungsi ke Sekolah</a></li>' * 3}</ul>"
        "</aside>"
    )
    article = of_page(
        f"<article><h1>{TITLE}</h1>{rail}<div class=isi>{paragraphs(list(PROSE))}</div></article>"
    )
    assert article.authors == ("Rina Wati",)
    assert article.published is not None
    assert article.published.date().isoformat() == "2024-12-09"
    assert article.text == "\n\n".join(PROSE)


def test_an_overlay_with_an_offer_is_left_out_and_one_on_a_picture_stays() -> None:
    offer = f"<div class='subscribe_overlay'><div><p>Anda menikmati laman ini.</p>{'<p>Daftar gratis untuk membaca tujuh artikel lagi dalam sebulan, lalu pilih sendiri mana yang hendak dibaca.</p>' * 5}</div></div>"
    fact = f"<div class='teks_overlay'><h3>Bahan Kapal</h3><p>{'Kayu ulin dipakai untuk lunas dan gading kapal karena tahan terhadap air laut. ' * 6}</p></div>"
    assert "Daftar gratis" not in read(between=offer).text
    assert "Kayu ulin" in read(between=fact).text


def test_a_button_within_a_sentence_is_a_word_of_it() -> None:
    found = texts(read(between="<p>Klik tombol <button>Cari Data</button> lalu tunggu hasilnya muncul.</p>"))
    assert found[1] == "Klik tombol Cari Data lalu tunggu hasilnya muncul."


@pytest.mark.parametrize(
    "between",
    ["<p><button>Cari Data</button></p>", "<p>Bagikan <button>Salin</button></p>", "<button>Naik</button>"],
)
def test_other_buttons_are_left_out(between: str) -> None:
    text = read(between=between).text
    assert not [word for word in ("Cari Data", "Salin", "Naik") if word in text]


def test_questions_that_unfold_their_answers_stay() -> None:
    rows = "".join(
        f'<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button">{ask}</button>'
        f'</h2><div class="accordion-collapse collapse"><div class="accordion-body">{answer}</div></div></div>'
        for ask, answer in (("Apa syaratnya?", "Kartu penduduk."), ("Kapan dibuka?", "Awal bulan depan."))
    )
    assert texts(read(between=f'<div class="accordion">{rows}</div>'))[1:5] == [
        "Apa syaratnya?",
        "Kartu penduduk.",
        "Kapan dibuka?",
        "Awal bulan depan.",
    ]


@pytest.mark.parametrize("name", ["infobox", "fact-box", "faktaboks"])
def test_a_box_of_facts_amid_paragraphs_stays_where_no_article_is_marked(name: str) -> None:
    box = (
        f'<aside class="{name}"><h4>Fakta Pasar</h4><p>Dibangun pada 1968 dan terbakar dua kali.</p></aside>'
    )
    assert texts(read(between=box))[1:3] == ["Fakta Pasar", "Dibangun pada 1968 dan terbakar dua kali."]


def test_an_aside_of_another_name_is_left_out() -> None:
    box = (
        '<aside class="sidebar"><h4>Fakta Pasar</h4><p>Dibangun pada 1968 dan terbakar dua kali.</p></aside>'
    )
    assert texts(read(between=box)) == ARTICLE


@pytest.mark.parametrize(
    ("state", "is_read"), [('<input type=hidden name="__VIEWSTATE" value=x>', True), ("", False)]
)
def test_a_form_that_keeps_the_pages_state_goes_round_the_page(state: str, is_read: bool) -> None:
    sentences = [f"Pada hari ke-{day} {sentence}" for day in range(5) for sentence in PROSE]
    text = "<br><br>".join(sentences)
    form = f"<form action=artikel.aspx>{state}<div><b>{TITLE}</b></div><p>12 Mei 2025 14:30</p><span>{text}</span></form>"
    page = f"<html><head><title>{TITLE}</title></head><body><center><div class=luar>{form}</div></center></body></html>"
    article = extract(page, "https://kabarhulu.example/artikel31563c.htm")
    assert (article is not None and article.text.startswith(sentences[0])) is is_read
