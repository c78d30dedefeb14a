"""Days in rows with the last digits of their year, and dates whose year comes first or whose month is short."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from kaltimcrawl.extraction.dates import read_date

WITA = ZoneInfo("Asia/Makassar")


def told(text: str) -> str | None:
    """The time that a text tells, and how precisely."""
    reading = read_date(text, WITA)
    return f"{reading.when.isoformat()[:16]} {reading.precision}" if reading is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "Von Anna Roth | 12.05.25",
        "Anna Roth · 12.05.25 · 3 Min.",
        "Pasar, 12.05.25",
        "Anna Roth (12.05.25)",
        "vom 12.05.25",
        "Stand: 12.05.25",
        "Tanggal 12.05.25",
    ],
)
def test_a_day_in_a_row_or_behind_a_word_of_dates_has_the_last_digits_of_its_year(text: str) -> None:
    assert told(text) == "2025-05-12T00:00 day"


@pytest.mark.parametrize(
    "text",
    [
        "Skor 12.05.25",
        "Skor 12.05.25 dalam lomba",
        "12.05.25",
        "Mulai pukul 12.05.25",
        "Mulai jam (12.05.25)",
        "Start | um 12.05.25 | Halle",
        "Pelari itu masuk garis akhir pada menit 12.05.25 kemarin",
    ],
)
def test_such_digits_amid_words_or_behind_a_word_of_time_are_none(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-yil 14-may, 16:20", "2025-05-14T16:20 minute"),
        ("2025-йил 14-май, 16:20", "2025-05-14T16:20 minute"),
        ("2025 жылғы 14 мамыр, 16:20", "2025-05-14T16:20 minute"),
        ("14 Chwe 2025", "2025-02-14T00:00 day"),
        ("Maw 5, 2025", "2025-03-05T00:00 day"),
        ("3 Ebr 2025 10:30", "2025-04-03T10:30 minute"),
        ("9 Gor 2025", "2025-07-09T00:00 day"),
        ("3 Tach 2025", "2025-11-03T00:00 day"),
        ("2025-yil 14-uy, 16:20", None),
        ("14 Llyn 2025", None),
    ],
)
def test_years_before_days_and_short_months_are_read(text: str, expected: str | None) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布时间：18-03-08 23:16", "2018-03-08T23:16 minute"),
        ("发布时间：19-09-30 22:46", "2019-09-30T22:46 minute"),
        ("게재 12.05.25 14:30", "2012-05-25T14:30 minute"),
        ("更新 05/12/2025", "2025-12-05T00:00 day"),
        ("Terbit 12-05-25 14:30", "2025-05-12T14:30 minute"),
    ],
)
def test_among_eastern_letters_a_date_of_pairs_begins_with_its_year(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aug. 13, 2010, 5:02 PM ET", "2010-08-13T17:02:00-04:00"),
        ("Wednesday, 15 Dec 2010 | 4:35 PM ET", "2010-12-15T16:35:00-05:00"),
        ("June 3, 2024 9:05 AM PT", "2024-06-03T09:05:00-07:00"),
        ("Jul 17, 2013, 10.13 AM IST", "2013-07-17T10:13:00+05:30"),
        ("8:20AM BST 19 Jul 2013", "2013-07-19T08:20:00+01:00"),
        ("2018-10-29T10:15-500", "2018-10-29T10:15:00-05:00"),
        ("2026-05-20 15:11:40 || WIB", "2026-05-20T15:11:40+07:00"),
        ("12 Mei 2025 14:30 - 5 komentar", "2025-05-12T14:30:00+08:00"),
        ("12 Mei 2025 14.30 PT Hulu Media", "2025-05-12T14:30:00+08:00"),
        ("12 Mei 2025 14.30 MT Haryono", "2025-05-12T14:30:00+08:00"),
        ("May 12, 2025 2:30 PM PT Updated", "2025-05-12T14:30:00-07:00"),
        ("12 mai 2025 14:30 et mis en ligne", "2025-05-12T14:30:00+08:00"),
    ],
)
def test_a_regions_time_goes_as_its_clocks_go_on_that_day(text: str, expected: str) -> None:
    reading = read_date(text, WITA)
    assert reading is not None
    assert reading.when.isoformat() == expected
