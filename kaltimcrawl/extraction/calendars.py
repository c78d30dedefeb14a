"""Days of other calendars than the Gregorian: Thailand's, whose years are ahead, and Iran's."""

from __future__ import annotations

from datetime import date

JALALI = 12
"""Added to the number of a month whose name tells that it is one of Iran's calendar."""
_BUDDHIST = 543
"""Years that Thailand's calendar is ahead."""
_EARLIEST_BUDDHIST = 1990 + _BUDDHIST
_JALALI_YEARS = range(1369, 1411)
"""1990 to 2031: years in numbers alone that are taken as Iran's. Later ones are as likely of the Islamic
calendar (1411 began in 1990).
"""
_NAMED_YEARS = range(1300, 1500)
_DAY_ZERO = 226_142
"""Makes the days that are counted below ordinals of Python's `date`: 1 Farvardin 1400 is 21 March 2021."""


def gregorian_of(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """Year, month and day of a date as printed, in the Gregorian calendar; None where it can't be a date.

    A month over `JALALI` is of Iran's calendar. Gregorian dates are given as they are, unchecked.
    """
    if month > JALALI:
        return _of_jalali(year, month - JALALI, day) if year in _NAMED_YEARS else None
    if year in _JALALI_YEARS:
        return _of_jalali(year, month, day)
    return (year - _BUDDHIST if year > _EARLIEST_BUDDHIST else year, month, day)


def _of_jalali(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """A day of Iran's calendar, by the rule of eight leap years in thirty-three.

    That rule gives the astronomical calendar's days from 1178 to 1633 (Borkowski, "The Persian calendar for
    3000 years", Earth, Moon, and Planets 74, 1996).
    """
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return None
    cycles, rest = divmod(year + 1595, 33)
    leaps = cycles * 8 + (rest + 3) // 4
    before = (month - 1) * 31 if month < 7 else (month - 7) * 30 + 186
    when = date.fromordinal(year * 365 + leaps + before + day + _DAY_ZERO)
    return when.year, when.month, when.day
