"""Dates on lines of their own: the article's days, and the stamps of pages."""

from __future__ import annotations

import pytest

from tests.extraction.bodies import ARTICLE, OTHER, read, texts


@pytest.mark.parametrize(
    "days",
    [
        ["<h3>Senin, 19 Mei 2025</h3>", "<p>Mahakam FC vs Kapuas, 20.00 WITA di stadion utama</p>"],
        ["<h4>Monday, May 19, 2025</h4>", "<p>Mahakam FC v Kapuas</p>"],
        ["<p><strong>Selasa, 20 Mei 2025</strong></p>", "<p>Pawai perahu hias dari dermaga hulu.</p>"],
        ["<ul><li>17 Agustus 2025</li>", "<li>25 Desember 2025</li></ul>"],
        ["<p>Ditetapkan di Samarinda</p>", "<p>pada tanggal 5 Februari 2025</p>", "<p>Gubernur</p>"],
        [
            "<p>Jadwal pekan ini:<br>",
            "Rabu, 21 Mei 2025<br>",
            "Latihan terbuka<br>",
            "22 Mei 2025<br>",
            "Libur</p>",
        ],
    ],
)
def test_days_amid_the_text_are_the_articles(days: list[str]) -> None:
    told = "".join(days)
    kept = "\n".join(texts(read(between=told)))
    for mark in (
        "19",
        "20 Mei",
        "17 Agustus 2025",
        "25 Desember 2025",
        "5 Februari 2025",
        "Rabu, 21 Mei 2025",
    ):
        assert (mark in told) <= (mark in kept)


@pytest.mark.parametrize("place", ["between", "after"])
def test_rows_of_days_and_times_stay(place: str) -> None:
    rows = "".join(
        f"<tr><td>{day} Maret 2025</td><td>04.5{day}</td><td>05.0{day}</td></tr>" for day in range(1, 4)
    )
    table = f"<table><tr><th>Tanggal</th><th>Imsak</th><th>Subuh</th></tr>{rows}</table>"
    kept = "\n".join(texts(read(**{place: table})))
    assert all(f"{day} Maret 2025" in kept and f"04.5{day}" in kept for day in range(1, 4))


@pytest.mark.parametrize(
    "schedule",
    [
        "<h3>Sabtu, 24 Mei 2025</h3><p>Lomba dayung</p><h3>Minggu, 25 Mei 2025</h3><p>Penutupan</p>",
        "<ul><li>24 Mei 2025</li><li>25 Mei 2025</li></ul>",
        "<p>24 Mei 2025</p><p>Lomba dayung</p><p>25 Mei 2025</p><p>Penutupan</p>",
    ],
)
def test_a_schedule_under_the_text_stays(schedule: str) -> None:
    kept = "\n".join(texts(read(after=schedule)))
    assert "24 Mei 2025" in kept
    assert "25 Mei 2025" in kept


@pytest.mark.parametrize(
    "schedule",
    [
        "<h3>Sabtu, 24 Mei 2025</h3><p>Lomba dayung</p><h3>Minggu, 25 Mei 2025</h3><p>Penutupan</p>",
        "<p>Sabtu, 24 Mei 2025<br>Lomba dayung<br>Minggu, 25 Mei 2025<br>Penutupan</p>",
        "<table><tr><td>24 Mei 2025</td><td>08.00</td></tr><tr><td>25 Mei 2025</td><td>09.00</td></tr></table>",
    ],
)
def test_a_schedule_over_the_first_long_paragraph_stays(schedule: str) -> None:
    kept = "\n".join(texts(read(before=f"<p>Berikut jadwal festival.</p>{schedule}")))
    assert all(text in kept for text in ("Berikut jadwal festival.", "24 Mei 2025", "25 Mei 2025"))


def test_the_day_of_a_law_under_the_text_stays() -> None:
    law = "<p>Ditetapkan di Samarinda</p><p>pada tanggal 5 Februari 2025</p>"
    assert texts(read(after=law))[-1] == "pada tanggal 5 Februari 2025"


@pytest.mark.parametrize(
    "page",
    [
        {"before": "<p>Senin, 12 Mei 2025 | 14:30 WITA</p>"},
        {"before": "<p>Senin, 12 Mei 2025</p><p>Oleh Rina Wati</p><p>Diperbarui: Selasa, 13 Mei 2025</p>"},
        {"before": "<p>Jumat, 14 November 2025</p><p>Kaltim</p><p>12 Mei 2025 | 14:30 WITA</p>"},
        {"after": "<p>Oleh Rina Wati</p><p>pada 12 Mei 2025</p>"},
        {"between": "<p>Senin, 12 Mei 2025 14:30 WITA</p>"},
        {"after": "<p>Senin, 12 Mei 2025 14:30 WITA</p>"},
        {"after": f"<div>{OTHER}</div><p>11 Mei 2025</p><div>{OTHER}</div><p>10 Mei 2025</p>"},
    ],
)
def test_stamps_are_left_out(page: dict[str, str]) -> None:
    assert texts(read(**page)) == ARTICLE
