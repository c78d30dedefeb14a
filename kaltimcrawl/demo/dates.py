"""Dates as Indonesian portals print them: "Senin, 12 Mei 2025 | 14:30 WITA"."""

from __future__ import annotations

from datetime import datetime

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
"""Monday first. Friday with the apostrophe that many content management systems print."""

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def day_text(when: datetime) -> str:
    """The day without its name: `12 Mei 2025`."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def minute_text(when: datetime) -> str:
    """The day and the minute, without a zone: `12 Mei 2025 14:30`."""
    return f"{day_text(when)} {when:%H:%M}"


def byline_text(when: datetime) -> str:
    """The full form of a byline; `when` is taken to be in WITA, the zone it names.

    >>> byline_text(datetime(2025, 5, 30, 22, 36))
    "Jum'at, 30 Mei 2025 | 22:36 WITA"
    """
    return f"{DAYS[when.weekday()]}, {day_text(when)} | {when:%H:%M} WITA"
