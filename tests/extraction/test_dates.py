"""Dates in every spelling that portals use."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaltimcrawl.extraction.dates import read_date, read_date_slowly, stated_zone

WITA = ZoneInfo("Asia/Makassar")
DATA = tomllib.loads(files("kaltimcrawl.extraction").joinpath("data", "dates.toml").read_text("utf-8"))
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
        ("Juni 19th, 2018", "2018-06-19T00:00:00+08:00 day"),
        ("Aug 18th 2010 7:30PM", "2010-08-18T19:30:00+08:00 minute"),
        ("2025-05-12T14:30:00+08:00", "2025-05-12T14:30:00+08:00 minute"),
        ("2025-06-02T18:47:00.123Z", "2025-06-02T18:47:00.123000+00:00 minute"),
        ("2015-11-05 T10:08:58Z", "2015-11-05T10:08:58+00:00 minute"),
        ("2025-06-02 18:47:00", "2025-06-02T18:47:00+08:00 minute"),
        ("2025-06-02 18:47:00 WIB", "2025-06-02T18:47:00+07:00 minute"),
        ("2019-09-28WIB19:17:34+07:00", "2019-09-28T19:17:34+07:00 minute"),
        ("Mon, 12 May 2025 14:30:00 +0800", "2025-05-12T14:30:00+08:00 minute"),
        ("12 Agt 2021", "2021-08-12T00:00:00+08:00 day"),
        ("Jum`at 12 Agus 2022 10.15", "2022-08-12T10:15:00+08:00 minute"),
        ("Sabtu, 12 Sept 2020 pukul 14.30 WITA", "2020-09-12T14:30:00+08:00 minute"),
        ("Rabu,12/5/2025,14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12/05/2025 14.30 WITA", "2025-05-12T14:30:00+08:00 minute"),
        ("(10/5/2025)", "2025-05-10T00:00:00+08:00 day"),
        ("12-05-2025", "2025-05-12T00:00:00+08:00 day"),
        ("12.05.2025", "2025-05-12T00:00:00+08:00 day"),
        ("2025.05.12", "2025-05-12T00:00:00+08:00 day"),
        ("2025. 5. 12. 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12/05/25", "2025-05-12T00:00:00+08:00 day"),
        ("12.05.25, 14:30 Uhr", "2025-05-12T14:30:00+08:00 minute"),
        ("12 Mei '25", "2025-05-12T00:00:00+08:00 day"),
        ("12 Mei 98", "1998-05-12T00:00:00+08:00 day"),
        ("06-Nov-94", "1994-11-06T00:00:00+08:00 day"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37+00:00 minute"),
        ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37+08:00 minute"),
        ("Mon May 12 14:30:00 WIB 2025", "2025-05-12T14:30:00+07:00 minute"),
        ("Mon May 12 2025 14:30:00 GMT+0800 (Central Indonesia Time)", "2025-05-12T14:30:00+08:00 minute"),
        ("Mon, 12 May 2025 14:30:00 GMT", "2025-05-12T14:30:00+00:00 minute"),
        ("Mon, 12 May 2025 14:30:00 EST", "2025-05-12T14:30:00-05:00 minute"),
        ("Mon, 12 May 2025 14:30:00 -0000", "2025-05-12T14:30:00+00:00 minute"),
        ("Mon, 12 May 2025 14:30 WITA", "2025-05-12T14:30:00+08:00 minute"),
        ("Mei 12, 2025 2:30 pm", "2025-05-12T14:30:00+08:00 minute"),
        ("May 12, 2025 at 2 pm", "2025-05-12T14:00:00+08:00 minute"),
        ("May. 12, 2025", "2025-05-12T00:00:00+08:00 day"),
        ("12 de mayo de 2025", "2025-05-12T00:00:00+08:00 day"),
        ("12 de mayo del 2025 a las 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("1º de maio de 2025, 14h30", "2025-05-01T14:30:00+08:00 minute"),
        ("1er janvier 2025 à 14h30", "2025-01-01T14:30:00+08:00 minute"),
        ("12. Mai 2025, 14:30 Uhr", "2025-05-12T14:30:00+08:00 minute"),
        ("12. März 2025", "2025-03-12T00:00:00+08:00 day"),
        ("12 mei 2025 14:30 uur", "2025-05-12T14:30:00+08:00 minute"),
        ("12 мая 2025, 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12 Mayıs 2025 Pazartesi 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12 MAYIS 2025", "2025-05-12T00:00:00+08:00 day"),
        ("Thứ Hai, 12/5/2025 14:30 (GMT+7)", "2025-05-12T14:30:00+07:00 minute"),
        ("12 Tháng 5, 2025", "2025-05-12T00:00:00+08:00 day"),
        ("Luni, 12 mai 2025, 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12 noiembrie 2025", "2025-11-12T00:00:00+08:00 day"),
        ("12 Σεπτεμβρίου 2025, 14:30", "2025-09-12T14:30:00+08:00 minute"),
        ("12. marraskuuta 2025 klo 14.30", "2025-11-12T14:30:00+08:00 minute"),
        ("12. května 2025 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12 травня 2025", "2025-05-12T00:00:00+08:00 day"),
        ("12 মে 2025", "2025-05-12T00:00:00+08:00 day"),
        ("12 בנובמבר 2025", "2025-11-12T00:00:00+08:00 day"),
        ("2025. május 12. 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("2025. nov. 12., szerda 14:30", "2025-11-12T14:30:00+08:00 minute"),
        ("2025 m. gegužės 12 d. 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12 tháng 5 năm 2025", "2025-05-12T00:00:00+08:00 day"),
        ("2025年5月12日 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("2025年05月12日14时30分", "2025-05-12T14:30:00+08:00 minute"),
        ("2025年5月12日 下午2:30", "2025-05-12T14:30:00+08:00 minute"),
        ("2025년 5월 12일 오후 2:30", "2025-05-12T14:30:00+08:00 minute"),
        ("2025.05.12 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12 พ.ค. 2568 14:30 น.", "2025-05-12T14:30:00+08:00 minute"),
        ("12 พฤษภาคม 2568", "2025-05-12T00:00:00+08:00 day"),
        ("12/05/2568", "2025-05-12T00:00:00+08:00 day"),
        ("๑๒ พ.ค. ๒๕๖๘ ๑๔:๓๐ น.", "2025-05-12T14:30:00+08:00 minute"),
        ("٢٥ مايو ٢٠٢٥ ١٤:٣٠", "2025-05-25T14:30:00+08:00 minute"),
        ("۰۹:۱۲ - ۱۲ آبان ۱۴۰۴", "2025-11-03T09:12:00+08:00 minute"),
        ("۱۱:۰۴ - ۱۴۰۴/۰۸/۱۳", "2025-11-04T11:04:00+08:00 minute"),
        ("12 دی، 1403 ساعت 10:20", "2025-01-01T10:20:00+08:00 minute"),
        ("٢٥ عقرب ١٤٠٤", "2025-11-16T00:00:00+08:00 day"),
        ("2023 11/ 17 20:52:15", "2023-11-17T20:52:15+08:00 minute"),
        ("12 مايو 2025", "2025-05-12T00:00:00+08:00 day"),
        ("١٢ مايو ٢٠٢٥", "2025-05-12T00:00:00+08:00 day"),
        ("12 Mac 2025, 2:30 petang", "2025-03-12T14:30:00+08:00 minute"),
        ("12 Ogos 2025", "2025-08-12T00:00:00+08:00 day"),
        ("12 Disember 2025", "2025-12-12T00:00:00+08:00 day"),
        ("12 Julai 2025 @ 2:30 PM", "2025-07-12T14:30:00+08:00 minute"),
        ("2025-05-12T14:30:00Z", "2025-05-12T14:30:00+00:00 minute"),
        ("2025-05-12 14:30:00+08", "2025-05-12T14:30:00+08:00 minute"),
        ("2025-05-12 14:30:00 +0800", "2025-05-12T14:30:00+08:00 minute"),
        ("2025-05-12 14:30:00 UTC+07:00", "2025-05-12T14:30:00+07:00 minute"),
        ("2025-05-12T10:00-05:00", "2025-05-12T10:00:00-05:00 minute"),
        ("12 Mei 2025 10:00-12:00 WIB", "2025-05-12T10:00:00+07:00 minute"),
        ("12 Mei 2025 10.00 - 12.00 WITA", "2025-05-12T10:00:00+08:00 minute"),
        ("20250512T143000Z", "2025-05-12T14:30:00+00:00 minute"),
        ("20250512T143000+0800 x", "2025-05-12T14:30:00+08:00 minute"),
        ("20250512", "2025-05-12T00:00:00+08:00 day"),
        ("2025-05-12T14:30:00.1234567+08:00", "2025-05-12T14:30:00.123456+08:00 minute"),
        ("2025-W20-1", "2025-05-12T00:00:00+08:00 day"),
        ("Diperbarui: 13 Mei 2025 - Terbit: 12 Mei 2025 14:30", "2025-05-13T00:00:00+08:00 day"),
        ("229 Views 12 Mei 2025", "2025-05-12T00:00:00+08:00 day"),
        ("05/13/2025", "2025-05-13T00:00:00+08:00 day"),
        ("05/13/25", "2025-05-13T00:00:00+08:00 day"),
        ("05.15.13, 22:47", "2013-05-15T22:47:00+08:00 minute"),
        ("07.17.13 1:00 PM", "2013-07-17T13:00:00+08:00 minute"),
        ("May 12, 2017: 1:21 PM ET", "2017-05-12T13:21:00-04:00 minute"),
        ("May 12, 2017: hari pasar", "2017-05-12T00:00:00+08:00 day"),
        ("2025/05/12 14:30", "2025-05-12T14:30:00+08:00 minute"),
        ("12 Mei 2025 14.30/15.30 WIB", "2025-05-12T00:00:00+08:00 day"),
        ("12 Mei 2025 - 12.30%", "2025-05-12T00:00:00+08:00 day"),
        ("Rilis 01-Mei-2025 | 09:10", "2025-05-01T09:10:00+08:00 minute"),
        ("12-5-2025 | 14:30 wita", "2025-05-12T14:30:00+08:00 minute"),
        ("Jumat 3/4/2020", "2020-04-03T00:00:00+08:00 day"),
        ("Senin 12Mei2025", "2025-05-12T00:00:00+08:00 day"),
        ("12 Mei2025", "2025-05-12T00:00:00+08:00 day"),
        ("12 Maret 2025 | 30 Sya'ban 1446 H", "2025-03-12T00:00:00+08:00 day"),
        ("30 Sya'ban 1446 H / 12 Maret 2025", "2025-03-12T00:00:00+08:00 day"),
        ("14.30 WITA - 12/5/2025", "2025-05-12T14:30:00+08:00 minute"),
        ("Publish date: 2025/5/2 9:05", "2025-05-02T09:05:00+08:00 minute"),
        ("Minggu, 5 Maret 2023 pukul 9.5", "2023-03-05T00:00:00+08:00 day"),
        ("3 jam yang lalu", "2026-11-24T09:00:00+08:00 minute"),
        ("sejam lalu", "2026-11-24T11:00:00+08:00 minute"),
        ("15 menit lalu", "2026-11-24T11:45:00+08:00 minute"),
        ("2016. gada 3. maijs 12:07", "2016-05-03T12:07:00+08:00 minute"),
        ("2023 оны 5 сарын 24", "2023-05-24T00:00:00+08:00 day"),
        ("Update: June, 25/2019 - 16:27 |", "2019-06-25T16:27:00+08:00 minute"),
        ("May, 12 2025", "2025-05-12T00:00:00+08:00 day"),
        ("2 minggu yang lalu", "2026-11-10T00:00:00+08:00 day"),
        ("Kemarin, 20.15 WIB", "2026-11-23T20:15:00+07:00 minute"),
        ("2 hours ago", "2026-11-24T10:00:00+08:00 minute"),
        ("satu jam yang lalu", "2026-11-24T11:00:00+08:00 minute"),
        ("sehari lalu", "2026-11-23T00:00:00+08:00 day"),
        ("sehari yang lalu", "2026-11-23T00:00:00+08:00 day"),
        ("beberapa menit lalu", "2026-11-24T00:00:00+08:00 day"),
        ("baru saja", "2026-11-24T00:00:00+08:00 day"),
        ("Hari ini, 09:00", "2026-11-24T09:00:00+08:00 minute"),
        ("an hour ago", "2026-11-24T11:00:00+08:00 minute"),
        ("vor 3 Stunden", "2026-11-24T09:00:00+08:00 minute"),
        ("il y a 3 heures", "2026-11-24T09:00:00+08:00 minute"),
        ("hace 2 días", "2026-11-22T00:00:00+08:00 day"),
        ("há 3 horas", "2026-11-24T09:00:00+08:00 minute"),
        ("3 ore fa", "2026-11-24T09:00:00+08:00 minute"),
        ("3 uur geleden", "2026-11-24T09:00:00+08:00 minute"),
        ("3 часа назад", "2026-11-24T09:00:00+08:00 minute"),
        ("час назад", "2026-11-24T11:00:00+08:00 minute"),
        ("3 saat önce", "2026-11-24T09:00:00+08:00 minute"),
        ("3 giờ trước", "2026-11-24T09:00:00+08:00 minute"),
        ("3小时前", "2026-11-24T09:00:00+08:00 minute"),
        ("3時間前", "2026-11-24T09:00:00+08:00 minute"),
        ("3시간 전", "2026-11-24T09:00:00+08:00 minute"),
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
        "32 آبان 1404",
        "1447-05-12",
        "05.45.13, 22:47",
        "Rp 12.500.000",
        "12 Mei",
        "08.30",
        "pasal 12/2010",
        "1.229 Views",
        "12.05.25",
        "tahun lalu",
        "minggu lalu",
        "beberapa hari lalu",
        "12 Mei 20.15 WIB",
        "12 Mei 20 orang",
        "IP 10.12.05.2025",
        "1229 kata, 12 menit",
        "Oktober 2025",
        "0811.12.2025",
        "x" * 5000,
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert read_date(text, WITA, NOW) is None


def test_a_relative_time_needs_the_time_of_capture() -> None:
    assert read_date("3 jam yang lalu", WITA) is None
    assert read_date("Kemarin, 20.15 WIB", WITA) is None
    assert read_date("kemarin", WITA, NOW) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Banjir yang merendam 12 rumah warga kemarin pukul 14.30 sudah surut",
        "Hari ini",
        "Today's Photo",
        "Berita Kalimantan Timur Hari Ini",
        "Warga kemarin mengeluh",
        "12 jam lagi",
    ],
)
def test_a_line_that_only_speaks_of_a_day_is_no_date(text: str) -> None:
    assert read_date(text, WITA, NOW) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Submitted by admin on Tue, 03/07/2017 - 10:21", "2017-03-07"),
        ("Sel, 03/07/2017 - 10:21", "2017-03-07"),
        ("Senin, 03/07/2017", "2017-07-03"),
        ("Rabu, 03/07/2017", "2017-07-03"),  # neither: day first, as everywhere
        ("03/07/2017", "2017-07-03"),
        ("Tue 03-07-2017", "2017-07-03"),
        ("Wed, 02/13/2019 - 08:00", "2019-02-13"),
        ("Rab, 13/02/2019", "2019-02-13"),
        ("Selasa, 31/02/2017", None),
    ],
)
def test_the_day_of_the_week_tells_which_number_is_the_month(text: str, day: str | None) -> None:
    reading = read_date(text, WITA)
    assert (reading.when.date().isoformat() if reading else None) == day


def test_the_day_of_the_week_goes_before_the_pages_country() -> None:
    for text, day in (("Mon, 03/07/2017", "2017-07-03"), ("Wed, 03/07/2017", "2017-03-07")):
        reading = read_date(text, WITA, month_first=True)
        assert reading is not None
        assert reading.when.date().isoformat() == day


def test_the_raw_text_is_kept() -> None:
    reading = read_date("Senin,  12 Mei 2025 | 14:30 WITA", WITA)
    assert reading is not None
    assert reading.raw == "Senin, 12 Mei 2025 | 14:30 WITA"


@pytest.mark.parametrize(
    ("text", "is_stated"),
    [
        ("12 Mei 2025 14:30 WITA", True),
        ("2025-05-12T14:30:00Z", True),
        ("12/5/2025 14:30 (GMT+7)", True),
        ("12 Mei 2025 14:30", False),
        ("2025-05-12T14:30:00", False),
        ("12 Mei 2025 14:30 | 20 WITA", False),
    ],
)
def test_whether_the_text_names_its_zone_is_told(text: str, is_stated: bool) -> None:
    reading = read_date(text, WITA)
    assert reading is not None
    assert reading.zone_stated is is_stated


def test_a_time_belongs_to_the_date_it_stands_beside() -> None:
    reading = read_date("Diperbarui 13 Mei 2025, terbit 12 Mei 2025 14:30", WITA)
    assert reading is not None
    assert (reading.when.day, reading.precision) == (13, "day")


def test_only_a_time_states_a_zone() -> None:
    assert str(stated_zone("Senin, 12 Mei 2025 | 14:30 WIB")) == "UTC+07:00"
    assert str(stated_zone("pukul 14.30 wita")) == "UTC+08:00"
    assert stated_zone("Wita, 12 tahun") is None
    assert stated_zone("14:30 GMT+8") is None


def test_dateparser_stands_behind_the_fast_path() -> None:
    reading = read_date_slowly("12 mei 2025 pukul 14.30", WITA)
    assert reading is not None
    assert reading.when.date().isoformat() == "2025-05-12"


def test_dateparser_reads_the_friday_it_trips_over() -> None:
    reading = read_date_slowly("Jum'at, 12 Agustus 2022 | 10:15 WITA", WITA)
    assert reading is not None
    assert reading.when.date().isoformat() == "2022-08-12"


def test_dateparser_reads_another_language_only_where_it_is_named() -> None:
    text = "12. tammikuuta 2025"
    assert read_date_slowly(text, WITA) is None
    assert read_date_slowly(text, WITA, ["xx"]) is None
    reading = read_date_slowly(text, WITA, ["fi"])
    assert reading is not None
    assert reading.when.isoformat() == "2025-01-12T00:00:00+08:00"


@pytest.mark.parametrize("text", ["3 jam yang lalu", "1484823450", "Senin pukul 10:00", "Mei 2025"])
def test_dateparser_asks_no_clock_and_guesses_no_part(text: str) -> None:
    assert read_date_slowly(text, WITA) is None


def test_a_spelling_is_the_same_month_in_every_language() -> None:
    """So a date needs no language, and another language never makes an Indonesian date ambiguous."""
    months: dict[str, set[int]] = {}
    for language, spellings in DATA["months"].items():
        assert len(spellings) == 12, language
        for number, words in enumerate(spellings, start=1):
            for word in words.split():
                months.setdefault(word, set()).add(number)
    assert {word: numbers for word, numbers in months.items() if len(numbers) > 1} == {}


@pytest.mark.parametrize("language", DATA["months"])
def test_every_spelling_of_a_month_is_read(language: str) -> None:
    for number, words in enumerate(DATA["months"][language], start=1):
        for word in words.split():
            for text in (f"12 {word} 2025", f"12-{word.upper()}-2025, 14:30", f"12 {word.title()}. 2025"):
                reading = read_date(text, WITA)
                assert reading is not None, text
                assert reading.when.date() == date(2025, number, 12), text


DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Jum'at", "Jum’at", "Sabtu", "Minggu", "Ahad", "Wita")
FORMS = {
    "machine": "{0:%Y-%m-%dT%H:%M:%S}+08:00",
    "database": "{0:%Y-%m-%d %H:%M:%S}",
    "basic": "{0:%Y%m%dT%H%M%S}+0800",
    "portal": "{day}, {0.day} {month} {0.year} | {0:%H:%M} WITA",
    "dotted": "{day}, {0.day} {month} {0.year} {0:%H.%M} Wita",
    "in brackets": "Samarinda, {day} ({0.day}/{0.month}/{0.year}) pukul {0:%H.%M} WITA",
    "dashes": "{0:%d-%m-%Y} {0:%H:%M}",
    "dots": "{0:%d.%m.%Y}, {0:%H:%M} Uhr",
    "year first": "{0:%Y.%m.%d} {0:%H:%M}",
    "month first": "{month} {0.day}, {0.year} {twelve} {half}",
    "time first": "{0:%H:%M} WITA, {0.day} {month} {0.year}",
    "vietnamese": "Thứ Hai, {0.day}/{0.month}/{0.year} {0:%H:%M} (GMT+8)",
    "chinese": "{0.year}年{0.month}月{0.day}日 {0:%H:%M}",
}
MINUTES = st.datetimes(min_value=datetime(1991, 1, 1), max_value=datetime(2090, 1, 1)).map(
    lambda when: when.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60)
@given(when=MINUTES, day=st.sampled_from(DAYS), data=st.data())
def test_every_minute_survives_every_form(form: str, when: datetime, day: str, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(DATA["months"]["id"][when.month - 1].split())).title()
    twelve, half = f"{(when.hour + 11) % 12 + 1}:{when:%M}", "am" if when.hour < 12 else "pm"
    text = FORMS[form].format(when, day=day, month=month, twelve=twelve, half=half)
    reading = read_date(text, WITA)
    assert reading is not None, text
    assert reading.when.replace(tzinfo=None) == when, text
    assert (reading.when.utcoffset(), reading.precision) == (timedelta(hours=8), "minute"), text


@given(
    st.one_of(
        st.text(max_size=300),
        st.text(alphabet="0123456789/.-: jamlulyangJuniMeiWITAseTZ,|+()²١年月日前h", max_size=300),
    ),
    st.sampled_from([None, NOW]),
)
def test_no_text_raises(text: str, now: datetime | None) -> None:
    reading = read_date(text, WITA, now)
    assert reading is None or reading.when.tzinfo is not None
    stated_zone(text)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="0123456789/.-: MeiWITATZ,|+年", min_size=6, max_size=80))
def test_no_text_raises_slowly(text: str) -> None:
    reading = read_date_slowly(text, WITA)
    assert reading is None or reading.when.tzinfo is not None


@pytest.mark.parametrize(
    "piece",
    ["1", "12 ", "12 Mei ", "1/", "1 - ", "a", "12 a", "jam lalu ", "12:", "2025-", " ", "1.1.", "yang "],
)
def test_a_long_text_is_no_date(piece: str) -> None:
    """Whatever it repeats: a million characters end at once, since only 300 are ever looked at."""
    text = piece * (1_000_000 // len(piece))
    assert read_date(text, WITA, NOW) is None
    assert read_date(text[:300], WITA, NOW) is None
    assert stated_zone(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Published: 00:14, Aug 12,2023", "2023-08-12T00:14"),
        ("14:22, 5 Mei 2024", "2024-05-05T14:22"),
        ("Updated at:12th Nov, 2026 at 7:03 AM", "2026-11-12T07:03"),
        ("2023ko maiatzaren 15a", "2023-05-15T00:00"),
        ("15 Bealtaine 2023", "2023-05-15T00:00"),
        ("5 marzu 2024", "2024-03-05T00:00"),
        ("5 ਮਾਰਚ 2024", "2024-03-05T00:00"),
        ("วันพฤหัสบดี ที่ 2 มีนาคม พ.ศ. 2566, 14.37 น.", "2023-03-02T14:37"),
        ("Yekşem, 22 Mijdar 2020, 11:40", "2020-11-22T11:40"),
    ],
)
def test_dates_behind_a_time_and_of_other_tongues_are_read(text: str, when: str) -> None:
    reading = read_date(text, WITA, is_date=True)
    assert reading is not None
    assert reading.when.isoformat()[:16] == when


@pytest.mark.parametrize("text", ["2023 ජුනි මස 14 11:48:00", "2023 ජූනි 14 11:48"])
def test_sinhala_puts_the_word_for_month_behind_its_name(text: str) -> None:
    reading = read_date(text, WITA)
    assert reading is not None
    assert reading.when.isoformat()[:16] == "2023-06-14T11:48"


@pytest.mark.parametrize("text", ["១៤\u200b មីនា\u200b ២០១៩", "14\u200b มีนาคม\u200b 2562"])
def test_marks_that_part_words_stand_in_no_dates_way(text: str) -> None:
    reading = read_date(text, WITA)
    assert reading is not None
    assert reading.when.isoformat()[:10] == "2019-03-14"


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("الاثنين 12 مايو 2025 - 2:30 م", 14),
        ("12 أيار 2025، 02:30 ص", 2),
        ("12 مايو 2025 12:30 صباحًا", 0),
        ("۱۲ مه ۲۰۲۵ ۲:۳۰ ب.ظ", 14),
        ("১২ মে ২০২৫, ০২:৩০ পিএম", 14),
        ("১২ মে ২০২৫, ০২:৩০ অপরাহ্ণ", 14),
        ("১২ মে ২০২৫, ০২:৩০ এএম", 2),
        ("১২ মে ২০২৫, ১২:৩০ পূর্বাহ্ণ", 0),
        ("১২ মে ২০২৫, দুপুর ২:৩০", 14),
        ("১২ মে ২০২৫, রাত ১২:৩০", 0),
        ("১২ মে ২০২৫, রাত ৮:৩০", 20),
        ("12 मई 2025, 2:30 अपराह्न", 14),
        ("12 मई 2025, शाम 4:30", 16),
        ("2025年5月12日 下午2:30", 14),
        ("2025年5月12日 午前12:30", 0),
        ("2025년 5월 12일 오후 2:30", 14),
        ("2025년 5월 12일 오전 2:30", 2),
        ("12 Μαΐου 2025, 2:30 μ.μ.", 14),
        ("12 Μαΐου 2025, 2:30 π.μ.", 2),
        ("12 Mayıs 2025 2:30 ÖS", 14),
        ("12/05/2025 2:30 CH", 14),
        ("12/05/2025 2:30 SA", 2),
        ("12 Mei 2025, 2:30 PTG", 14),
        ("12 مايو 2025 - 14:30 م", 14),
        ("12 Mei 2025, 2:30 Mahakam", 2),
        ("12 مايو 2025 - 2:30 مدينة", 2),
    ],
)
def test_a_word_beside_a_time_tells_the_half_of_the_day(text: str, hour: int) -> None:
    reading = read_date(text, WITA)
    assert reading is not None
    assert (reading.when.hour, reading.when.minute) == (hour, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 พ.ค. 68 14:30", "2025-05-12"),
        ("12 พ.ค. 2568 14:30 น.", "2025-05-12"),
        ("12 พ.ค. 25 14:30", "2025-05-12"),
        ("12 Mei 25 14:30", "2025-05-12"),
    ],
)
def test_two_digits_behind_a_thai_month_are_of_the_buddhist_year(text: str, day: str) -> None:
    reading = read_date(text, WITA)
    assert reading is not None
    assert reading.when.date().isoformat() == day
