"""Lines that buttons, films, stamps and press releases leave in a text, and what is like them."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, read, texts


@pytest.mark.parametrize(
    ("stamp", "is_text"),
    [
        ("Jihlava 15:26 14. října 2025 (Aktualizováno: 17:10 14. 10. 2025)", False),
        ("Hulu Sungai, 15:26 14. října 2025 (Aktualizováno: 17:10 14. 10. 2025)", False),
        ("Jihlava 15:26 14. října 2025", True),
        ("Kapal tiba 15:26 14. října 2025 (Aktualizováno: 17:10 14. 10. 2025).", True),
    ],
)
def test_a_place_with_its_minute_and_that_of_the_last_change_is_no_text(stamp: str, is_text: bool) -> None:
    article = read(between=f"<p>{stamp}</p>")
    assert texts(article) == ([ARTICLE[0], stamp, *ARTICLE[1:]] if is_text else ARTICLE)


@pytest.mark.parametrize(
    ("row", "is_text"),
    [
        ("Sdílet na Facebooku | Sdílet na Twitteru | Tisknout", False),
        ("Bagikan ke Facebook • Bagikan ke WhatsApp • Cetak", False),
        ("Facebook | Panen | Sawah", True),
        ("Facebook menang | Twitter kalah", True),
        ("Pengguna Facebook di hulu Mahakam | Pengguna WhatsApp di hilir Mahakam | Pengguna lain", True),
    ],
)
def test_a_row_of_networks_is_no_text(row: str, is_text: bool) -> None:
    article = read(between=f"<p>{row}</p>")
    assert texts(article) == ([ARTICLE[0], row, *ARTICLE[1:]] if is_text else ARTICLE)


@pytest.mark.parametrize("label", ["VIDEO", "Galeri", "Fotogalerie", "Podcast", "Смотрите"])
def test_a_headline_in_bold_behind_a_word_for_films_or_pictures_is_no_text(label: str) -> None:
    assert texts(read(between=f"<p><b>{label}: Perbaikan Jalan Poros Dimulai</b></p>")) == ARTICLE


@pytest.mark.parametrize(
    "line",
    [
        "<p>Video: Perbaikan Jalan Poros Dimulai</p>",
        "<p><b>Video: jalan itu diperbaiki sendiri oleh warga sejak Senin pagi.</b></p>",
        "<p><b>Jalan: Perbaikan Poros Dimulai</b></p>",
        "<h3><b>Video: Perbaikan Jalan Poros Dimulai</b></h3>",
    ],
)
def test_in_a_plain_line_a_sentence_or_a_heading_it_is(line: str) -> None:
    assert len(texts(read(between=line))) == len(ARTICLE) + 1


@pytest.mark.parametrize(("line", "is_text"), [("ENDS", False), ("ENDS.", False), ("Ends", True)])
def test_the_end_of_a_press_release_is_no_text(line: str, is_text: bool) -> None:
    assert texts(read(after=f"<p>{line}</p>")) == ([*ARTICLE, line] if is_text else ARTICLE)


def test_the_same_word_amid_the_text_is() -> None:
    assert "ENDS" in texts(read(between="<p>ENDS</p>"))
