"""Lines that are nothing but links to other pages, and the labels over them."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, OTHER, read, texts

MORE = '<a href="https://berita.example/lagi">Jembatan Kayu Diperbaiki Warga Setempat</a>'
LISTS = [f"<p>{OTHER}</p>", f"<p>{OTHER}</p><p>{MORE}</p>", f"<p>{OTHER}</p><p>{MORE}</p><p>{OTHER}</p>"]


@pytest.mark.parametrize("links", LISTS)
@pytest.mark.parametrize("label", ["<b>Kabar hari ini di kota:</b>", "Ειδήσεις σήμερα:", "오늘의 소식："])
def test_a_label_over_headlines_at_the_end_goes_with_them(label: str, links: str) -> None:
    assert texts(read(after=f"<p>{label}</p>{links}")) == ARTICLE


def test_a_bold_label_over_several_headlines_goes_with_them_amid_the_text() -> None:
    label = "<p><b>Kabar hari ini di kota:</b></p>"
    assert texts(read(between=f"{label}{LISTS[1]}")) == ARTICLE


@pytest.mark.parametrize("links", LISTS)
def test_a_sentence_that_announces_what_stands_behind_a_related_link_stays(links: str) -> None:
    said = "Berikut pernyataan lengkap wali kota:"
    assert said in texts(read(between=f"<p>{said}</p>{links}"))


@pytest.mark.parametrize("links", LISTS)
def test_a_sentence_over_a_list_behind_a_related_link_stays(links: str) -> None:
    said = "<p><b>Harga di pasar pagi:</b></p>"
    listed = "<ul><li>Cabai rawit Rp95.000 per kilogram</li><li>Bawang merah Rp40.000 per kilogram</li></ul>"
    assert "Harga di pasar pagi:" in texts(read(between=f"{said}{links}{listed}"))
