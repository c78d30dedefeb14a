"""Dates and numbers as Indonesian readers write them: the template filters tanggal, bulan and angka."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from datasette import hookimpl

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
ZONES = {0: "UTC", 7 * 60: "WIB", 8 * 60: "WITA", 9 * 60: "WIT"}
WITA = timezone(timedelta(hours=8))


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """The filters, by the names that templates use."""
    env.filters["tanggal"] = tanggal
    env.filters["bulan"] = bulan
    env.filters["angka"] = angka


def tanggal(stamp: str | None, precision: str | None = None, local: bool = False) -> str:
    """The ISO 8601 time `stamp` as Indonesian newspapers write it, in its own zone, or in WITA where `local`.

    `2025-05-12T14:30:00+08:00` -> `Senin, 12 Mei 2025 pukul 14.30 WITA`; of precision `day`, or without a
    time, `Senin, 12 Mei 2025`. None and "" give "", what is no date comes back as it was.
    """
    if not stamp:
        return ""
    try:
        when = datetime.fromisoformat(str(stamp))
        if local and when.tzinfo:
            when = when.astimezone(WITA)
    except (ValueError, OverflowError):  # a year before 1 or after 9999, once moved to WITA
        return str(stamp)
    day = f"{DAYS[when.weekday()]}, {when.day} {MONTHS[when.month - 1]} {when.year}"
    if precision == "day" or len(str(stamp)) <= len("2025-05-12"):
        return day
    return f"{day} pukul {when.hour:02}.{when.minute:02} {_zone_name(when)}".rstrip()


def _zone_name(when: datetime) -> str:
    offset = when.utcoffset()
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / 60)
    sign, minutes_away = "-" if minutes < 0 else "+", abs(minutes)
    return ZONES.get(minutes, f"UTC{sign}{minutes_away // 60:02}:{minutes_away % 60:02}")


def bulan(month: str | None) -> str:
    """`2025-05` -> `Mei 2025`; anything else comes back as it was, None as ""."""
    year, dash, number = str(month or "").partition("-")
    if dash and year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12:
        return f"{MONTHS[int(number) - 1]} {year}"
    return str(month or "")


def angka(number: int | None) -> str:
    """A whole number with dots between thousands: `12345` -> `12.345`; None -> "0"."""
    return f"{number or 0:,}".replace(",", ".")
