"""Days of Iran's and Thailand's calendars."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaltimcrawl.extraction.calendars import JALALI, gregorian_of


@pytest.mark.parametrize(
    ("year", "new_year"),
    [
        (1357, (1978, 3, 21)),
        (1375, (1996, 3, 20)),
        (1387, (2008, 3, 20)),
        (1396, (2017, 3, 21)),
        (1399, (2020, 3, 20)),
        (1400, (2021, 3, 21)),
        (1403, (2024, 3, 20)),
        (1404, (2025, 3, 21)),
        (1408, (2029, 3, 20)),
    ],
)
def test_years_of_irans_calendar_begin_at_the_equinox(year: int, new_year: tuple[int, int, int]) -> None:
    assert gregorian_of(year, JALALI + 1, 1) == new_year


@given(st.integers(1300, 1498), st.integers(1, 12))
def test_each_month_begins_the_day_after_the_last_ended(year: int, month: int) -> None:
    first = gregorian_of(year, JALALI + month, 1)
    after = gregorian_of(year + month // 12, JALALI + month % 12 + 1, 1)
    assert first is not None
    assert after is not None
    days = (date(*after) - date(*first)).days
    assert days == 31 if month < 7 else days == 30 if month < 12 else days in (29, 30)
    assert gregorian_of(year, JALALI + month, days) == _parts(date(*after) - timedelta(days=1))


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ((1404, 8, 13), (2025, 11, 4)),  # in numbers alone
        ((1447, 5, 12), (1447, 5, 12)),  # as likely an Islamic year: left, and no date of ours
        ((2568, 5, 12), (2025, 5, 12)),
        ((2025, 5, 12), (2025, 5, 12)),
        ((1404, JALALI + 7, 31), None),
        ((2025, JALALI + 7, 3), None),
    ],
)
def test_a_calendar_is_told_by_its_years_or_months(
    printed: tuple[int, int, int], expected: tuple[int, int, int] | None
) -> None:
    assert gregorian_of(*printed) == expected
