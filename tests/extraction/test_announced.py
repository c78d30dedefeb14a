"""Related links that stand within a paragraph."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts

SAID = "Sejumlah warga masih mempertanyakan lebar jalan yang dinilai lebih sempit daripada jalan lama."
LINK = "<a href=/2025/05/10/banjir>Banjir Rendam Loa Bakung, 300 Rumah Terdampak</a>"
OTHERS = [
    f"(Baca juga: {LINK})",
    f"[Baca juga: {LINK}]",
    f"<strong>Baca juga: {LINK}</strong>",
    f"<span>Simak juga: {LINK}</span>",
    f"<em>Lihat juga:</em> {LINK}",
    f"<b>BACA JUGA</b> : {LINK}",
    "<a href=/x>Baca juga: Banjir Rendam Loa Bakung</a>",
    f"(Baca juga {LINK})",
    f"(Read also: {LINK})",
    "(<strong>Baca Juga:</strong> <a href=/x><strong>Banjir Rendam</strong> Loa Bakung</a>)",
]


@pytest.mark.parametrize("other", OTHERS)
def test_an_announced_link_is_none_of_its_paragraph(other: str) -> None:
    article = read(between=f"<p>{SAID} {other}</p>")
    assert texts(article)[1] == SAID
    assert "Banjir" not in article.html


@pytest.mark.parametrize("other", OTHERS)
def test_what_stands_behind_it_stays(other: str) -> None:
    article = read(between=f"<p>{SAID} {other} Mereka menolak pindah.</p>")
    assert texts(article)[1] == f"{SAID} Mereka menolak pindah."


@pytest.mark.parametrize(
    "said",
    [
        f"Ia menyarankan warga untuk baca juga: {LINK}, sebelum mereka datang ke kantor kelurahan.",
        f"{SAID} Baca juga {LINK} yang memuat daftar harga sejak Januari lalu.",
        f"Menurut laporan ({LINK}), warga masih mempertanyakan lebar jalan yang dinilai lebih sempit.",
        f"{SAID} Sumber: {LINK}",
    ],
)
def test_a_link_that_a_sentence_holds_stays(said: str) -> None:
    assert "Banjir Rendam" in read(between=f"<p>{said}</p>").text


def test_a_line_that_is_nothing_else_is_left_out_as_a_whole() -> None:
    assert texts(read(between=f"<p>Baca juga: {LINK}</p>")) == ARTICLE
