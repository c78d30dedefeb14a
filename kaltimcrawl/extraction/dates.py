"""Dates as portals print them: "Senin, 12 Mei 2025 | 14:30 WITA", "Jum'at, 3 Agst 2021", "3 jam yang lalu".

A fast path reads ISO 8601, RFC 2822 (with RFC 850 and asctime) and what people write; dateparser stands
behind it, with Indonesian and day before month first. The words are in `data/dates.toml`. Day names, cities
and labels are never read, so no spelling of theirs can fail; whether the word between two numbers is a month
is looked up, so that one language more costs no time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Literal
from unicodedata import normalize

from kaltimcrawl.extraction.ago import read_ago
from kaltimcrawl.extraction.calendars import JALALI, gregorian_of
from kaltimcrawl.extraction.clocks import Clock, find_clock, find_last_clock, stated_zone
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.tree import WORD_BREAK

__all__ = ["DateReading", "Precision", "is_iso_day", "read_date", "read_date_slowly", "stated_zone"]

Precision = Literal["minute", "day"]
EARLIEST_YEAR = 1990
LATEST_YEAR = 2100

LONGEST_DATED = 300
"""Characters of a text that a date is looked for in."""
_LONGEST_RELATIVE = 80
_REACH_AFTER = 40
_REACH_BEFORE = 20
_A_DAY = timedelta(hours=36)
_ROUND_DATES = " ,|()-–•·"
_IN_ROW = re.compile(
    r"(?:^|\b(?:am|vom|den|le|du|il|del|dne|dnia|op|på|tanggal|tgl|stand|datum|date)[.:]?\s|[|•·–—(]\s?)"
    r"(?P<day>\d\d?\.\d\d?\.\d\d)(?:$|\s?[|•·–—)])|,\s(?P<last>\d\d?\.\d\d?\.\d\d)$",
    re.IGNORECASE,
)
"""A day with the last digits of its year, behind a word or a sign: "Von Anna Roth | 12.05.25"."""
_OF_TIME = re.compile(r"(?:pukul|pkl|jam|um|kl|klo|alle|ore|at|à|às|las)\W{0,2}$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORD = r"[^\d\s.,،;:/|()\[\]'’+-]"
# The pattern begins with a digit and looks behind it afterwards: so the engine skips to the digits. Its
# quantifiers are bounded, and possessive where a word could be given back letter by letter. Groups are
# atomic instead: Python before 3.11.4 goes on behind what a possessive group has half matched.
_DATE = re.compile(
    rf"""
    (\d(?<!\d\d)\d{{0,3}}+)(?!\d)
    (?: \s?([/.-])\s?(\d\d?)\s?\2\s?(\d{{4}}|\d\d?)(?!\d)               # 12/05/2025, 2025-05-12, 2025. 5. 12.
      | (?<!\d{{3}})(?>(?:st|nd|rd|th|er|\.?[ºª])?)[\s.,/-]{{0,3}}+    # 12 Mei 2025, 12th May '25, 6-Nov-94
        (?>(?:(?:d[eiou]l?|of)\s)?)({_WORD}{{1,16}}+(?>(?:\.{_WORD})?))  # 12 de mayo de 2025, 12 พ.ค. 2568
        [\s.,،/'’-]{{0,3}}+(?>(?:del?\s|năm\s|พ\.ศ\.\s)?)
        (\d{{4}}(?!\d)|\d\d(?![\d:]|\.\d)(?=\s?(?:$|[^\w\s]|\d\d?[.:]\d|[Pp]ukul|[Jj]am|at\s)))
      | (?:st|nd|rd|th)?(?:,\s?|\s|/)(\d{{4}})(?!\d|:\d)                 # May 12, 2025; May, 12/2025
      | \s\d\d:\d\d:\d\d\s(?:[A-Z]{{3,5}}\s)?(\d{{4}})(?!\d)             # Mon May 12 14:30:00 2025
      | [年년]\s?(\d\d?)\s?[月월]\s?(\d\d?)(?!\d)                        # 2025年5月12日
      | \s[Tt]háng\s(\d\d?)[\s,]{{1,2}}(?:năm\s)?(\d{{4}})(?!\d)         # 12 Tháng 5, 2025
      | (?<=\d{{4}})\s(\d\d?)\s?/\s?(\d\d?)(?![\d/])                # 2025 05/12
      | (?<=\d{{4}})(?:\.\sgada|\sоны|[-\s](?:yil|йил|жыл)[^\W\d_]{{0,4}})  # 2025. gada 2. maijs, 2025-yil
        \s(\d\d?)(?:\.\s|\sсарын\s|-|\s)({_WORD}{{3,16}}+|\d\d?)             # 14-may
      | (?<=\d{{4}})(?:\.|\sm\.|e?ko)?\s({_WORD}{{3,16}}+)\.?\s(?:මස\s)?(\d\d?)(?![\d:])  # 2025. május 12.
    )""",
    re.VERBOSE,
)
_COMPACT = re.compile(r"\d(?<!\d\d)\d{7}T\d{4}(?:\d\d)?(?:Z|[+-]\d\d:?\d\d)?(?!\d)")
_HOUR_BEFORE = re.compile(r"\d:$")
_EASTERN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
"""A letter of Chinese, Japanese or Korean: among such, dates begin with the year."""
_LONGEST_WEEKDAY = 12
_NAME_BEFORE = re.compile(r"\b([A-Za-z]{3,9})[.,]?\s?$")
_WORD_BEFORE = re.compile(rf"{_WORD}{{1,16}}+(?=[.,\s]{{0,2}}$)")
_FRIDAY = re.compile(r"\bjum['’‘`´]at\b", re.IGNORECASE)
_SETTINGS = {
    "DATE_ORDER": "DMY",
    "PREFER_DAY_OF_MONTH": "first",
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "PARSERS": [
        "absolute-time"
    ],  # the others count from this machine's clock or take any number for an epoch
}

_THAI = frozenset(map(chr, range(0xE00, 0xE80)))
_EARLIEST_THAI = 34
"""The last digits of Thailand's year that is 1991: what is earlier is taken as a year of ours."""

_Day = tuple[int, int, int]
"""Year, month, day."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date read from text."""

    when: datetime
    """Aware; midnight where the text names no time."""
    raw: str
    precision: Precision
    zone_stated: bool
    """Whether the text itself names the zone or offset."""


def _plain(word: str) -> str:
    """A Latin word without its accents, as keyboards have it: "mayıs" gives "mayis"."""
    letters = normalize("NFKD", word.replace("ı", "i"))
    return letters.encode("ascii", "ignore").decode() if letters[0].isascii() else word


_WORDS = read_data("dates.toml")
_MONTHS = {
    spelling: number + (JALALI if calendar == "jalali" else 0)
    for calendar in ("months", "jalali")
    for language in _WORDS[calendar].values()
    for number, words in enumerate(language, start=1)
    for word in normalize("NFC", words).split()
    for spelling in (word, _plain(word))
}
_WEEKDAYS = {name: number for number, names in enumerate(_WORDS["weekdays"]) for name in names.split()}
"""Name of a day of the week to its number, 0 for Monday."""
_DIGITS = {zero + digit: str(digit) for zero in map(ord, "٠۰०০๐໐၀០０") for digit in range(10)}
"""Arabic, Persian, Indian, Bengali, Thai, Lao, Burmese, Khmer and full-width digits to those of ASCII."""


def is_iso_day(day: str, other: str = "") -> bool:
    """Whether `day` is one by ISO 8601; and, where `other` is given, about that which this text holds."""
    try:
        first = datetime.fromisoformat(day).replace(tzinfo=UTC)
    except ValueError:
        return False
    second = read_date(other, UTC) if other else None
    return second is None or abs(second.when - first) <= _A_DAY


def read_date(
    text: str,
    zone: tzinfo,
    now: datetime | None = None,
    *,
    is_date: bool = False,
    month_first: bool = False,
) -> DateReading | None:
    """The first date that `text` holds, or None. Day stands before month where only numbers stand, unless
    `month_first` says that the text is American ("8/17/13"). `is_date` says that it is no time: "12.05.25" is
    a day then.

    `zone` is that of texts that name none. `now` (aware) is what "3 jam yang lalu" counts from; without it
    such texts give None, for when they were written can't be known. "Beberapa menit lalu" and "baru saja"
    give the day of `now`: a time that isn't told isn't made up. A year of two digits is one of 1990 to 2049.
    Texts over 300 characters give None. Raises nothing, whatever the text; takes linear time.

    >>> from zoneinfo import ZoneInfo
    >>> read_date("Senin, 12 Mei 2025 | 14:30 WITA", ZoneInfo("Asia/Makassar")).when.isoformat()
    '2025-05-12T14:30:00+08:00'
    >>> read_date("Jum’at, 12 Agustus 2022", ZoneInfo("Asia/Makassar")).precision
    'day'
    """
    if text[:2] in ("20", "19") and (reading := _read_iso(text, zone)):
        return reading
    if _DIGIT.search(text):
        text = " ".join(text.replace(WORD_BREAK, "").split())
        if not 4 <= len(text) <= LONGEST_DATED:
            return None
        plain = text if text.isascii() else text.translate(_DIGITS)
        reading = _read_printed(plain, zone, is_date, month_first) or _read_compact(plain, zone)
        if reading:
            return reading if plain is text else replace(reading, raw=text)
    return _read_relative(text, zone, now) if now is not None and len(text) <= _LONGEST_RELATIVE else None


def read_date_slowly(text: str, zone: tzinfo, languages: Sequence[str] = ()) -> DateReading | None:
    """The date that dateparser sees in `text`: for what must be a date and `read_date` can't read.

    Indonesian comes first; then `languages` (BCP 47 primary tags, of the page), where dateparser knows them.
    Day, month and year must stand in the text; no clock is asked.
    """
    if not 6 <= len(text) <= 80 or not _DIGIT.search(text):
        return None
    # The first call loads for 80 ms: only pages that need it pay.
    import dateparser
    from dateparser.data.languages_info import language_order

    plain = " ".join(_FRIDAY.sub("jumat", text.replace("|", " ")).split())
    for language in dict.fromkeys(("id", *languages)):
        if language not in language_order:
            continue
        when = dateparser.parse(plain, languages=[language], settings=_SETTINGS)
        if when is not None:
            precision: Precision = "minute" if find_clock(text) else "day"
            aware = when if when.tzinfo else when.replace(tzinfo=zone)
            return _checked(aware, text, precision, when.tzinfo is not None)
    return None


def _read_iso(text: str, zone: tzinfo) -> DateReading | None:
    """What the whole text is by ISO 8601, extended or basic: "2025-05-12T14:30:00Z", "20250512"."""
    if not 8 <= len(text) <= 35 or not text.isascii():
        return None
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    precision: Precision = "minute" if len(text) > 10 else "day"
    if when.tzinfo is not None:
        return _checked(when, text, precision, True)
    return _checked(when.replace(tzinfo=zone), text, precision, False)


def _read_compact(text: str, zone: tzinfo) -> DateReading | None:
    """A basic stamp among other words: "terbit 20250512T143000Z"."""
    found = _COMPACT.search(text) if "T" in text else None
    reading = _read_iso(found.group(), zone) if found else None
    return replace(reading, raw=text) if reading else None


def _read_printed(text: str, zone: tzinfo, is_date: bool, month_first: bool) -> DateReading | None:
    """The first date anywhere in a text whose white space is folded."""
    at = 0
    while found := _DATE.search(text, at):
        at = found.end(1)
        day = _day_of(found, month_first)
        reading = _with_clock(day, found, zone, is_date) if day else None
        if reading:
            return reading
    return None


def _day_of(found: re.Match[str], month_first: bool) -> _Day | None:
    """The day of a match that has the form of a date; its numbers may still be impossible."""
    groups = found.groups()
    first, mark, second, third, word, year, year_last, year_end, month, day, viet, year_viet = groups[:12]
    month_apart, day_apart, next_number, last, word_after_year, day_last = groups[12:]
    if word:
        if _HOUR_BEFORE.search(found.string, max(0, found.start() - 3), found.start()) is not None:
            return None  # the minutes of a time: "00:14, Aug 12, 2023"
        number = _month(word)
        whole = _thai_year(year) if word[0] in _THAI else _full_year(year)
        return (whole, number, int(first)) if number else None
    if mark:
        return _day_of_numbers(found, first, second, third, month_first)
    if word_after_year:
        number = _month(word_after_year)
        return (int(first), number, int(day_last)) if number else None
    if last:
        if last.isdecimal():
            return int(first), int(next_number), int(last)
        number = _month(last)
        return (int(first), number, int(next_number)) if number else None
    if year_last or year_end:
        start = found.start()
        before = _WORD_BEFORE.search(found.string[max(0, start - 18) : start])
        number = _month(before.group()) if before else 0
        return (int(year_last or year_end), number, int(first)) if number else None
    if viet:
        return int(year_viet), int(viet), int(first)
    return int(first), int(month or month_apart), int(day or day_apart)


def _month(word: str) -> int:
    """The month's number, or 0 for another word."""
    word = word.lower()
    return _MONTHS.get(word if word.isascii() else normalize("NFC", word), 0)


def _full_year(digits: str) -> int:
    """The year; one of two digits is of 1990 to 2049, else it is 0."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + 1900 if year >= EARLIEST_YEAR - 1900 else year + 2000 if year < 50 else 0


def _thai_year(digits: str) -> int:
    """The year that a Thai month goes with: one of two digits is of the Buddhist calendar, as that allows."""
    year = int(digits)
    return year + 2500 if len(digits) == len("68") and year >= _EARLIEST_THAI else _full_year(digits)


def _day_of_numbers(
    found: re.Match[str], first: str, second: str, third: str, month_first: bool
) -> _Day | None:
    start, text = found.start(), found.string
    if start > 1 and text[start - 1] in "/.-" and text[start - 2].isdigit():
        return None  # part of something longer: an IP address, the number of a letter, a score by sets
    if len(first) == 4:
        return (int(first), int(second), int(third)) if len(third) < 3 else None
    if len(first) > 2 or len(third) == 1:
        return None
    if len(first) == len(third) and not text.isascii() and _EASTERN.search(text):
        return _full_year(first), int(second), int(third)  # "发布时间：18-03-08"
    day, month = int(first), int(second)
    year = _full_year(third)
    is_other_way = 31 >= month > 12 >= day  # 05/13/2025 can only be American
    if 12 >= day != month <= 12:
        told = _weekday_before(text, start)
        as_printed, swapped = _weekday(year, month, day), _weekday(year, day, month)
        if told is not None and as_printed != swapped and told in (as_printed, swapped):
            month_first = told == swapped  # "Tue, 03/07/2017": Drupal prints so in any language
        is_other_way = month_first and found[2] == "/"
    if is_other_way:
        day, month = month, day
    return year, month, day


def _weekday_before(text: str, at: int) -> int | None:
    """The day of the week whose name stands right before a date, 0 for Monday; None where none does."""
    found = _NAME_BEFORE.search(text, max(0, at - _LONGEST_WEEKDAY), at)
    return _WEEKDAYS.get(found[1].lower()) if found else None


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _with_clock(day: _Day, found: re.Match[str], zone: tzinfo, is_date: bool) -> DateReading | None:
    """The day at the time that stands beside it."""
    gregorian = gregorian_of(*day)
    if gregorian is None:
        return None
    year, month, number = gregorian
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12 and 1 <= number <= 31):
        return None
    text = found.string
    clock = _clock_beside(text, found.start(), found.end(1) if found[8] else found.end())
    may_be_time = clock is None and found[2] == "." and len(found[4]) == 2 and len(found[1]) < 3
    if may_be_time and not (is_date and text.strip(_ROUND_DATES) == found.group()) and not _is_in_row(found):
        return None  # "12.05.25" alone is as likely a time
    return _built(gregorian, clock, text, zone)


def _is_in_row(found: re.Match[str]) -> bool:
    """Whether a date like a time of day stands in a row with words, and no word of time before it."""
    text, start = found.string, found.start()
    if text.strip(_ROUND_DATES) == found.group() or _OF_TIME.search(text, max(0, start - 8), start):
        return False
    return any(start in (row.start("day"), row.start("last")) for row in _IN_ROW.finditer(text))


def _clock_beside(text: str, start: int, end: int) -> Clock | None:
    """The time that goes with a date: the first shortly after it, else the last shortly before it."""
    after = find_clock(text[end : end + 2 * _REACH_AFTER])
    # "Diubah 12 Mei 2025 - terbit 11 Mei 2025 14:30": that time is of the other date.
    if (
        after
        and after.start <= _REACH_AFTER
        and (after.start < 6 or not _DATE.search(text, end, end + after.start))
    ):
        return after
    if start < 4:
        return None
    before = text[max(0, start - 3 * _REACH_BEFORE) : start]
    clock = find_last_clock(before)
    return clock if clock and len(before) - clock.end <= _REACH_BEFORE else None


def _built(day: _Day, clock: Clock | None, text: str, zone: tzinfo) -> DateReading | None:
    try:
        if clock is None:
            return _checked(datetime(*day, tzinfo=zone), text, "day", False)
        time = (clock.hour, clock.minute, clock.second, clock.microsecond)
        when = datetime(*day, *time, clock.zone or zone)
    except ValueError:  # 31 Februari, 25:10
        return None
    return _checked(when, text, "minute", clock.zone is not None)


def _read_relative(text: str, zone: tzinfo, now: datetime) -> DateReading | None:
    ago = read_ago(text)
    if ago is None:
        return None
    text = " ".join(text.split())
    when = now.astimezone(zone) - timedelta(seconds=ago.seconds)
    if ago.is_exact:
        return _checked(when.replace(second=0, microsecond=0), text, "minute", False)
    clock = find_clock(text) if ago.is_near else None
    if clock is None and ago.needs_clock:
        return None
    return _built((when.year, when.month, when.day), clock, text, zone)


def _checked(when: datetime, raw: str, precision: Precision, zone_stated: bool) -> DateReading | None:
    if not EARLIEST_YEAR <= when.year <= LATEST_YEAR:
        return None
    return DateReading(when, raw, precision, zone_stated)
