"""Dates right under the text."""

from __future__ import annotations

import pytest

from tests.extraction.test_printed import day_of, read


@pytest.mark.parametrize("sign", ["|", "·", "–", "-"])
def test_a_row_of_a_full_name_and_a_date_dates_the_article(sign: str) -> None:
    assert day_of(read(end=f"<p>Rina Wati {sign} 12 Mei 2025 15:15 WITA</p>")) == "2025-05-12T15:15"


@pytest.mark.parametrize(
    "row",
    [
        "Pasar | 12 Mei 2025 15:15 WITA",
        "Banjir Rendam Tiga Desa di Hulu Mahakam | 12 Mei 2025 15:15 WITA",
        "Rina Wati | panen raya 12 Mei 2025 15:15 WITA",
    ],
)
def test_a_date_behind_other_words_is_none_of_the_article(row: str) -> None:
    assert day_of(read(end=f"<p>{row}</p>")) is None
