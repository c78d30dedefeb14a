"""Data such as a book's, whose labels are those of credits."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts

BYLINE = '<p class="byline">Oleh: Rina Wati</p>'
BOOK = ["Judul: Sungai", "Penulis: Korrie Pratama", "Penerbit: Pustaka Hulu", "Halaman: 250", "ISBN: 978-1-2"]
FILM = ["Judul: Ronggeng", "Sutradara: Adi Riza", "Penulis: Budi Aristo", "Durasi: 120 menit", "Rating: 8/10"]
CHECKED = ["Klaim: air laut jadi bensin", "Kategori: konten palsu", "Label: merah", "Hasil: tidak benar"]
ENGLISH = [
    "Title: River",
    "Author: Ann Roe",
    "Publisher: Upstream Press",
    "Pages: 250",
    "Translator: Ben Roe",
]


@pytest.mark.parametrize("rows", [BOOK, FILM, CHECKED, ENGLISH])
@pytest.mark.parametrize("tag", ["li", "p", "br"])
@pytest.mark.parametrize("place", ["between", "after"])
def test_data_of_a_work_stay(rows: list[str], tag: str, place: str) -> None:
    told = "<br>".join(rows) if tag == "br" else "".join(f"<{tag}>{row}</{tag}>" for row in rows)
    page = {place: f"<ul>{told}</ul>" if tag == "li" else f"<p>{told}</p>" if tag == "br" else told}
    article = read(**page)
    assert [text for text in texts(article) if text not in ARTICLE] == rows
    assert article.authors == ()
    assert article.tags == ()
    assert article.agency is None


def test_the_byline_is_not_the_books_author() -> None:
    rows = "".join(f"<p>{row}</p>" for row in BOOK)
    article = read(between=rows, after="<p>Penulis: Rina Wati</p><p>Editor: Lia Permata</p>")
    assert article.authors == ("Rina Wati",)
    assert article.editors == ("Lia Permata",)
    assert "Penulis: Korrie Pratama" in article.text
    assert "Rina Wati" not in article.text


def test_credits_behind_a_list_of_prices_are_credits() -> None:
    rows = ["Beras: Rp 15.500", "Gula: Rp 18.000", "Telur: Rp 29.000"]
    after = "".join(f"<p>{row}</p>" for row in (*rows, "Penulis: Rina Wati", "Editor: Lia Permata"))
    article = read(after=after)
    assert texts(article)[-3:] == rows
    assert article.authors == ("Rina Wati",)
    assert article.editors == ("Lia Permata",)


@pytest.mark.parametrize(
    "rows",
    [
        ["Penulis: Rina Wati", "Editor: Lia Permata", "Sumber: Humas Pemkot"],
        ["Reporter: Rina Wati", "Juru Kamera: Adi Riza", "Penata Suara: Budi Aristo", "Editor: Lia Permata"],
        ["Penulis: Rina Wati", "Editor: Lia Permata", "Tayang: 12 Mei 2025", "Dibaca: 120 kali"],
    ],
)
def test_credits_alone_are_credits(rows: list[str]) -> None:
    article = read(after="".join(f"<p>{row}</p>" for row in rows))
    assert article.authors == ("Rina Wati",)
    assert article.editors == ("Lia Permata",)


def test_related_headlines_are_no_data() -> None:
    rows = ["Harga: Rp 15.500", "Stok: 20 karung", "Baca juga: Banjir Rendam Tiga Desa", "Asal: Desa Hulu 2"]
    assert rows[2] not in texts(read(between="".join(f"<p>{row}</p>" for row in rows)))
