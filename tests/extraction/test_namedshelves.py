"""Sections that nothing marks, known by name in rows with the date."""

from __future__ import annotations

import pytest

from tests.extraction.pages import TITLE, on_page


@pytest.mark.parametrize(
    ("row", "section"),
    [
        ("Kesehatan | Senin, 12 Mei 2025", "Kesehatan"),
        ("Gaya Hidup • 12 Mei 2025", "Gaya Hidup"),
        ("12 мая 2025 | Экономика", "Экономика"),
        ("スポーツ | 2025年5月12日", "スポーツ"),
        ("Kesehatan | oleh Rina", None),
        ("экономика | 12 мая 2025", None),
        ("Kesehatan warga hulu | 12 Mei 2025", None),
        ("Dermaga | 12 Mei 2025", None),
    ],
)
def test_a_known_name_in_a_row_with_the_date_is_the_section(row: str, section: str | None) -> None:
    url = "https://kabar.example/2025/05/12/beras-mahal"
    assert on_page(f"<h1>{TITLE}</h1><p>{row}</p>", url=url).section == section
