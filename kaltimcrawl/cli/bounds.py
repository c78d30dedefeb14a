"""The options that bound a run: how many pages, how long, from when, until when."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypedDict, TypeVar
from zoneinfo import ZoneInfo

import click

from kaltimcrawl.errors import InputError
from kaltimcrawl.times import read_machine_time

REGION_ZONE = ZoneInfo("Asia/Makassar")
"""The zone of --since and --until: East Kalimantan's."""

Command = TypeVar("Command", bound=Callable[..., Any])
_TIME = re.compile(r"(\d{1,5})\s?(s|m|h|d)")
_UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}


class Bounds(TypedDict):
    """What the options say, as `CrawlOptions` takes it."""

    max_pages: int | None
    max_time: timedelta | None
    since: datetime | None
    until: datetime | None


def bounds(command: Command) -> Command:
    """The command with the options --max-pages, --max-time, --since and --until."""
    options = (
        click.option("--until", metavar="DATE", help="Only what was published or changed before."),
        click.option(
            "--since",
            metavar="DATE",
            help="Only what was published or changed since, as 2025-05-12 or 2025.",
        ),
        click.option("--max-time", metavar="TIME", help="At most so long (30m, 2h); the next run goes on."),
        click.option(
            "--max-pages",
            type=click.IntRange(1),
            metavar="N",
            help="At most N article pages a portal, newest first.",
        ),
    )
    for option in options:
        command = option(command)
    return command


def read_bounds(max_pages: int | None, max_time: str | None, since: str | None, until: str | None) -> Bounds:
    """The options' values. Raises `InputError`, one line, for a time or date that is none."""
    start, end = _read_date("--since", since), _read_date("--until", until)
    if start is not None and end is not None and start >= end:
        raise InputError(f"--since {since} --until {until}: nothing lies between; --until is the later one")
    return Bounds(max_pages=max_pages, max_time=_read_time(max_time), since=start, until=end)


def _read_date(option: str, text: str | None) -> datetime | None:
    if text is None:
        return None
    when = read_machine_time(f"{text}-01" if len(text) == 4 and text.isdecimal() else text, REGION_ZONE)
    if when is None:
        raise InputError(f"{option} {text}: not a date; write it as 2025-05-12, 2025-05 or 2025")
    return when


def _read_time(text: str | None) -> timedelta | None:
    if text is None:
        return None
    found = _TIME.fullmatch(text.strip())
    if found is None or not int(found[1]):
        raise InputError(f"--max-time {text}: not a time; write it as 90s, 30m, 2h or 1d")
    return int(found[1]) * _UNITS[found[2]]
