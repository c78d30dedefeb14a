"""Dates in every spelling that portals use."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.extraction.dates import read_date, read_date_slowly, stated_zone

WITA = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # noon in Makassar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senin, 12 Mei 2025 | 14:30 WITA", "2025-05-12T14:30:00+08:00 minute"),
        ("Jum'at, 12 Agustus 2022 | 10:15 WITA", "2022-08-12T10:15:00+08:00 minute"),
        ("Jum’at, 12 Agustus 2022", "2022-08-12T00:00:00+08:00 day"),
        ("Jumat (12/8/2022)", "2022-08-12T00:00:00+08:00 day"),
        ("Ahad, 4 Mei 2025", "2025-05-04T00:00:00+08:00 day"),
        ("Minggu, 5 Maret 2023", "2023-03-05T00:00:00+08:00 day"),
        ("23 Agt 2021", "2021-08-23T00:00:00+08:00 day"),
        ("23 Ags 2021", "2021-08-23T00:00:00+08:00 day"),
        ("23 Agst 2021", "2021-08-23T00:00:00+08:00 day"),
        ("6 Nop 2019", "2019-11-06T00:00:00+08:00 day"),
        ("6 Nopember 2019", "2019-11-06T00:00:00+08:00 day"),
        ("1 Pebruari 2020 08.05", "2020-02-01T08:05:00+08:00 minute"),
        ("1 Peb 2020", "2020-02-01T00:00:00+08:00 day"),
        ("31 Okt 2024, 23:59 WIB", "2024-10-31T23:59:00+07:00 minute"),
        ("1 Des 2024 07:00 WIT", "2024-12-01T07:00:00+09:00 minute"),
        ("12/05/2025 14.30", "2025-05-12T14:30:00+08:00 minute"),
        ("01/02/2023 10:00 WITA", "2023-02-01T10:00:00+08:00 minute"),
        ("2022/12/10 13:19:56", "2022-12-10T13:19:56+08:00 minute"),
        ("Samarinda, 12 Januari 2023", "2023-01-12T00:00:00+08:00 day"),
        ("14:30 WITA, 12 Mei 2025", "2025-05-12T14:30:00+08:00 minute"),
        ("Kamis, 5 November 2015 14:56 WIB | 1.229 Views", "2015-11-05T14:56:00+07:00 minute"),
        ("Penulis: Rina Wati | Jum'at, 12 Agustus 2022 | 10:15 WITA", "2022-08-12T10:15:00+08:00 minute"),
        ("Desember 9, 2025 4:36 pm", "2025-12-09T16:36:00+08:00 minute"),
        ("May 9, 2025", "2025-05-09T00:00:00+08:00 day"),
        ("12th May 2025 12:05 am", "2025-05-12T00:05:00+08:00 minute"),
        ("2025-05-12T14:30:00+08:00", "2025-05-12T14:30:00+08:00 minute"),
        ("2025-06-02T18:47:00.123Z", "2025-06-02T18:47:00.123000+00:00 minute"),
        ("2015-11-05 T10:08:58Z", "2015-11-05T10:08:58+00:00 minute"),
        ("2025-06-02 18:47:00", "2025-06-02T18:47:00+08:00 minute"),
        ("2025-06-02 18:47:00 WIB", "2025-06-02T18:47:00+07:00 minute"),
        ("2019-09-28WIB19:17:34+07:00", "2019-09-28T19:17:34+07:00 minute"),
        ("Mon, 12 May 2025 14:30:00 +0800", "2025-05-12T14:30:00+08:00 minute"),
        ("3 jam yang lalu", "2026-11-24T09:00:00+08:00 minute"),
        ("sejam lalu", "2026-11-24T11:00:00+08:00 minute"),
        ("15 menit lalu", "2026-11-24T11:45:00+08:00 minute"),
        ("2 minggu yang lalu", "2026-11-10T12:00:00+08:00 day"),
        ("Kemarin, 20.15 WIB", "2026-11-23T20:15:00+07:00 minute"),
        ("2 hours ago", "2026-11-24T10:00:00+08:00 minute"),
    ],
)
def test_a_printed_date_is_read(text: str, expected: str) -> None:
    reading = read_date(text, WITA, NOW)
    assert reading is not None
    assert f"{reading.when.isoformat()} {reading.precision}" == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Selengkapnya",
        "skor 3-1",
        "Sabtu (21/1)",
        "31 Februari 2024",
        "45/13/2020",
        "Rp 12.500.000",
        "12 Mei",
        "08.30",
        "pasal 12/2010",
        "1.229 Views",
        "x" * 5000,
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert read_date(text, WITA, NOW) is None


def test_a_relative_time_needs_the_time_of_capture() -> None:
    assert read_date("3 jam yang lalu", WITA) is None


def test_the_raw_text_is_kept() -> None:
    reading = read_date("Senin,  12 Mei 2025 | 14:30 WITA", WITA)
    assert reading is not None
    assert reading.raw == "Senin, 12 Mei 2025 | 14:30 WITA"


def test_only_a_time_states_a_zone() -> None:
    assert str(stated_zone("Senin, 12 Mei 2025 | 14:30 WIB")) == "UTC+07:00"
    assert stated_zone("Wita, 12 tahun") is None


def test_dateparser_stands_behind_the_fast_path() -> None:
    reading = read_date_slowly("12 mei 2025 pukul 14.30", WITA)
    assert reading is not None
    assert reading.when.date().isoformat() == "2025-05-12"


@given(st.text(alphabet="0123456789/.-: jamlulyangJuniMeiWITAseTZ,|", max_size=80))
def test_no_text_raises(text: str) -> None:
    reading = read_date(text, WITA, NOW)
    assert reading is None or reading.when.tzinfo is not None


@given(st.datetimes(min_value=datetime(1991, 1, 1), max_value=datetime(2090, 1, 1)))
def test_every_minute_survives_the_form_of_a_portal(when: datetime) -> None:
    months = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ]
    text = f"{when.day} {months[when.month - 1]} {when.year} | {when:%H:%M} WITA"
    reading = read_date(text, WITA)
    assert reading is not None
    assert reading.when.replace(tzinfo=None) == when.replace(second=0, microsecond=0)
