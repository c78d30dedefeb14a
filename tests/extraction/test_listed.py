"""Short lines that a sentence announces, and rows of tables."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction import Article
from tests.extraction.bodies import ARTICLE, read, texts

LISTS = [
    ("Tagar yang menjadi tren antara lain:", ["#ReformasiDikorupsi", "#KawalPutusanMK"]),
    ("Jajak pendapat di kelurahan itu menghasilkan:", ["Ya 61%", "Tidak 33%", "Tidak tahu 6%"]),
    ("Cara mengecek bantuan lewat aplikasi:", ["Unduh aplikasi Cek Bansos", "Login", "Daftar", "Cetak"]),
    ("Susunan pengurus majalah sekolah yang menang:", ["Editor: Bagas", "Fotografer: Citra", "Ketua: Alya"]),
    ("Biodata pemain itu:", ["Nama: Greysia Polii", "Instagram: @greyspolii", "Tinggi: 160 cm"]),
    ("Cara ikut undian bank itu:", ["Sukai unggahan", "Tulis komentar", "Tunggu pengumuman"]),
    ("Sidang akan digelar pada:", ["Senin, 2 Juni 2025", "Kamis, 5 Juni 2025"]),
    ("Aplikasi yang diblokir pemerintah:", ["Telegram", "Signal", "Facebook"]),
    ("The school newspaper staff who won:", ["Editor: Mia Chen", "Reporter: Ana Ruiz", "Adviser: Mr. Hall"]),
    ("制作这部电影的团队名单：", ["摄影：余力为", "编辑：林旭东", "导演：贾樟柯"]),
]


def listed(items: list[str], form: str) -> str:
    if form == "ul":
        return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    return "".join(f"<p>{item}</p>" for item in items) if form == "p" else f"<p>{'<br>'.join(items)}</p>"


@pytest.mark.parametrize("form", ["ul", "p", "br"])
@pytest.mark.parametrize(("intro", "items"), LISTS)
def test_lines_that_a_sentence_announces_are_text(intro: str, items: list[str], form: str) -> None:
    kept = texts(read(between=f"<p>{intro}</p>{listed(items, form)}"))
    assert kept == [ARTICLE[0], intro, *items, *ARTICLE[1:]]


@pytest.mark.parametrize("form", ["ul", "p", "br"])
def test_under_the_text_they_are_where_they_say_not_who_made_it(form: str) -> None:
    intro, items = "Tagar yang menjadi tren antara lain:", ["#ReformasiDikorupsi", "#KawalPutusanMK"]
    article = read(
        after=f"<p>{intro}</p>{listed(items, form)}<p>Penulis: Rina Wati</p><p>Editor: Lia Aminah</p>"
    )
    assert texts(article) == [*ARTICLE, intro, *items]
    assert (article.authors, article.editors) == (("Rina Wati",), ("Lia Aminah",))


def signed(intro: str) -> Article:
    return read(after=f"<p>{intro}</p><p>Penulis: Rina Wati</p><p>Editor: Lia Aminah</p>")


@pytest.mark.parametrize(
    "intro", ["Tim redaksi yang bertugas:", "Laporan ini disusun oleh tim liputan kota:"]
)
def test_who_made_the_article_is_told_by_fields_whatever_announces_it(intro: str) -> None:
    article = signed(intro)
    assert (article.authors, article.editors) == (("Rina Wati",), ("Lia Aminah",))


@pytest.mark.parametrize(
    "intro", ["Ikuti kami di media sosial:", "Baca berita lainnya di bawah ini:", "Hubungi redaksi kami:"]
)
def test_what_announces_the_portals_own_announces_no_text(intro: str) -> None:
    kept = texts(read(between=f"<p>{intro}</p><ul><li>Facebook: @kabar</li><li>Instagram: @kabar</li></ul>"))
    assert not any("@kabar" in text for text in kept)


def test_markers_amid_a_list_are_none_of_it() -> None:
    items = ["Sungai Dama", "ADVERTISEMENT", "Loa Bakung"]
    kept = texts(read(between=f"<p>Kelurahan yang terendam banjir:</p>{listed(items, 'p')}"))
    assert "ADVERTISEMENT" not in kept
    assert "Loa Bakung" in kept


def test_rows_of_a_table_under_the_first_sentence_are_text() -> None:
    rows = [["Jawaban", "Persen"], ["Ya", "64%"], ["Tidak", "36%"]]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    assert texts(read(between=f"<table>{table}</table>")) == [ARTICLE[0], *map(" ".join, rows), *ARTICLE[1:]]


def test_a_signature_behind_a_sentence_is_none_of_the_list_over_it() -> None:
    verse = "Lampu merah tegak di simpang,<br>tak berkedip waktu hujan datang."
    end = (
        f"<p>Tiga baris tentang hal itu kami tulis untuk warga:</p><p>{verse}</p>"
        "<p>Sementara itu dinas diminta mempekerjakan lelaki dengan pisang itu.</p>"
        "<p><strong>Rina Wati</strong></p>"
    )
    assert "Rina Wati" not in texts(read(after=end))
