"""Whether what was read is what a reader finds: text, title, date, names, section, and no chrome in the text.

What is set by type alone is folded on both sides: white space, dashes, quotation marks, and case but for the
text. WordPress prints an en dash and curly quotes where the truth has what was typed.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, tzinfo
from functools import cache
from pathlib import Path

from bench.pages import Page

_TYPE = str.maketrans("–—“”„‘’", '--"""\'\'')
_BETWEEN_NAMES = re.compile(r"[,;|&\n]| dan | and ")


def is_text(true: str, read: str) -> bool:
    """Whether each line is the truth's, in order; blank lines don't count."""
    return _lines(true) == _lines(read)


def is_title(true: str, read: str | None) -> bool:
    """Whether it is the whole title and no more."""
    return read is not None and fold(true).casefold() == fold(read).casefold()


def is_section(true: str, read: str | None) -> bool:
    """Whether it is the section."""
    return is_title(true, read)


def is_authors(true: Iterable[str], read: Iterable[str]) -> bool:
    """Whether all names were read and no other, in whatever order and however they are joined."""
    return _names(true) == _names(read)


def is_time(page: Page, read: date | None) -> bool:
    """Whether the time of publication was read to the minute; to the day where the page gives no more.

    Where the offset can't be known, or was not read, the clock's time is compared. A naive time may be UTC's.
    """
    if page.published is None or read is None:
        return False
    if page.precision == "day":
        return is_day(page, read)
    return isinstance(read, datetime) and _is_minute(page.published, read, page.is_zoned)


def is_day(page: Page, read: date | None) -> bool:
    """Whether the day of publication was read: the day at the site's place, or that of the time as given."""
    if page.published is None or read is None:
        return False
    if not isinstance(read, datetime):
        return read == page.published.date()
    days = {read.date()}
    if read.tzinfo is not None:
        days.add(read.astimezone(page.published.tzinfo).date())
    elif page.precision == "minute" and _is_minute(page.published, read, page.is_zoned):
        return True
    return page.published.date() in days


def left_chrome(page: Page, read: str) -> list[str]:
    """The lines of the text that hold chrome: what the page's truth forbids, and the catalogue's lines."""
    true = page.text or ""
    known = Counter(_lines(true))
    forbidden = [fold(string) for string in page.must_not]
    found = []
    for line in _lines(read):
        if known[line]:
            known[line] -= 1
        elif any(string in line for string in forbidden) or _is_chrome(line, true):
            found.append(line)
    return found


def fold(text: str) -> str:
    """White space, dashes and quotation marks folded."""
    return " ".join(text.translate(_TYPE).split())


def _lines(text: str) -> list[str]:
    return [folded for line in text.splitlines() if (folded := fold(line))]


def _names(names: Iterable[str]) -> set[str]:
    parts = (part for name in names for part in _BETWEEN_NAMES.split(name))
    return {folded for part in parts if (folded := fold(part).casefold())}


def _is_minute(true: datetime, read: datetime, is_zoned: bool) -> bool:
    wanted, given = _to_minute(true), _to_minute(read)
    if given.tzinfo is not None and is_zoned:
        return wanted == given
    clock = given.replace(tzinfo=None)
    return clock in (_clock(wanted, wanted.tzinfo), _clock(wanted, UTC))


def _to_minute(when: datetime) -> datetime:
    return when.replace(second=0, microsecond=0)


def _clock(when: datetime, zone: tzinfo | None) -> datetime:
    return when.astimezone(zone).replace(tzinfo=None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kinds = tomllib.loads((Path(__file__).parent / "chrome.toml").read_text("utf-8"))["patterns"]
    return tuple(re.compile(each, re.IGNORECASE) for kind in kinds.values() for each in kind)


def _is_chrome(line: str, true: str) -> bool:
    return any(pattern.search(line) and not _holds(pattern, true) for pattern in _patterns())


def _holds(pattern: re.Pattern[str], text: str) -> bool:
    return any(pattern.search(line) for line in _lines(text))
