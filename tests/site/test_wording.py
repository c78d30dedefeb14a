"""Dates and numbers as Indonesian readers write them, and what may become a link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("stamp", "precision", "text"),
    [
        ("2025-05-12T14:30:00+08:00", "minute", "Senin, 12 Mei 2025 pukul 14.30 WITA"),
        ("2025-08-17T09:05:00+07:00", "minute", "Minggu, 17 Agustus 2025 pukul 09.05 WIB"),
        ("2025-12-05T23:00:00+09:00", None, "Jumat, 5 Desember 2025 pukul 23.00 WIT"),
        ("2025-05-12T06:30:00Z", None, "Senin, 12 Mei 2025 pukul 06.30 UTC"),
        ("2025-05-12T06:30:00+05:30", None, "Senin, 12 Mei 2025 pukul 06.30 UTC+05:30"),
        ("2025-05-12T06:30:00-03:00", None, "Senin, 12 Mei 2025 pukul 06.30 UTC-03:00"),
        ("2025-05-12T06:30:00", None, "Senin, 12 Mei 2025 pukul 06.30"),
        ("2025-05-12T00:00:00+08:00", "day", "Senin, 12 Mei 2025"),
        ("2025-05-12", None, "Senin, 12 Mei 2025"),
        ("kemarin", None, "kemarin"),
        ("", None, ""),
        (None, None, ""),
    ],
)
def test_date_as_newspapers_write_it(
    plugin: Callable[[str], Any], stamp: str | None, precision: str | None, text: str
) -> None:
    assert plugin("wording").tanggal(stamp, precision) == text


@pytest.mark.parametrize(
    ("stamp", "text"),
    [
        ("2025-05-12T17:30:00Z", "Selasa, 13 Mei 2025 pukul 01.30 WITA"),
        ("9999-12-31T23:59:00Z", "9999-12-31T23:59:00Z"),
    ],
)
def test_times_of_the_archive_are_told_in_wita(plugin: Callable[[str], Any], stamp: str, text: str) -> None:
    assert plugin("wording").tanggal(stamp, local=True) == text


@pytest.mark.parametrize(
    ("month", "text"),
    [("2025-05", "Mei 2025"), ("2025-13", "2025-13"), ("2025", "2025"), ("", ""), (None, ""), ("x-1", "x-1")],
)
def test_month_by_its_name(plugin: Callable[[str], Any], month: str | None, text: str) -> None:
    assert plugin("wording").bulan(month) == text


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (999, "999"), (1234567, "1.234.567"), (None, "0")])
def test_thousands_have_dots(plugin: Callable[[str], Any], number: int | None, text: str) -> None:
    assert plugin("wording").angka(number) == text


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
        ),
        *(
            "vbscript:x",
            "//contoh.example/",
            "/kaltim",
            "contoh.example",
            "https://",
            "https:///x",
            "https://[x/",
            "",
            None,
        ),
        *("https://contoh.example/a b", "https://contoh.example/\u202egnp.exe", "ftp://contoh.example/"),
        "https://contoh.example/" + "a" * 3000,
    ],
)
def test_what_is_no_web_address_is_no_link(plugin: Callable[[str], Any], url: str | None) -> None:
    assert plugin("sanitise").tautan(url) is None


@pytest.mark.parametrize(
    "url", ["https://contoh.example/", "http://contoh.example/b?a=1&b=%20#c", "HTTPS://x.example/"]
)
def test_a_web_address_is_a_link(plugin: Callable[[str], Any], url: str) -> None:
    assert plugin("sanitise").tautan(url) == url
