from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kaltimcrawl.demo.dates import byline_text, day_text, minute_text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (datetime(2025, 5, 12, 14, 30), "Senin, 12 Mei 2025 | 14:30 WITA"),
        (datetime(2023, 3, 3, 9, 5), "Jum'at, 3 Maret 2023 | 09:05 WITA"),
        (datetime(2024, 12, 31, 0, 0), "Selasa, 31 Desember 2024 | 00:00 WITA"),
    ],
)
def test_bylines_name_weekday_day_minute_and_zone(when: datetime, text: str) -> None:
    assert byline_text(when) == text


def test_a_week_has_seven_names_and_a_year_twelve() -> None:
    days = [datetime(2025, 5, 12) + timedelta(days=n) for n in range(7)]
    assert [byline_text(day).split(",")[0] for day in days] == [
        *("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
    ]
    assert [day_text(datetime(2025, month, 1)) for month in (1, 8, 12)] == [
        *("1 Januari 2025", "1 Agustus 2025", "1 Desember 2025")
    ]
    assert minute_text(datetime(2024, 1, 15, 10, 40)) == "15 Januari 2024 10:40"
