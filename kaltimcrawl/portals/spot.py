"""A spot in a portal's file, and the one line that says what is wrong there and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from difflib import get_close_matches
from pathlib import Path

from kaltimcrawl.errors import PortalError

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")
_SHOWN = 80  # characters of a value in a message
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "a boolean"),
    (int, "a whole number"),
    (float, "a number"),
    (str, "a string"),
    (list, "a list"),
    (dict, "a table"),
    (datetime, "a date with a time"),
    (date, "a date"),
    (time, "a time"),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A file, and the key in it that is being read ('' for the whole file)."""

    file: Path
    key: str = ""

    def at(self, key: str) -> Spot:
        """The spot of `key` within this one's table."""
        key = key if _BARE_KEY.fullmatch(key) else shown(key)
        return replace(self, key=f"{self.key}.{key}" if self.key else key)

    def numbered(self, number: int) -> Spot:
        """The spot of the `number`-th table of an array of tables, counted from 1 as people do."""
        return replace(self, key=f"{self.key}[{number}]")

    def error(self, text: str) -> PortalError:
        """The error to raise: `file: key: text`, one line."""
        where = f"{self.file}: {self.key}" if self.key else f"{self.file}"
        return PortalError(" ".join(f"{where}: {text}".splitlines()))


def shown(value: object) -> str:
    """`value` as a message quotes it: on one line, nothing that a terminal obeys, not longer than needed."""
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, dict)):  # may be nested deeper than repr goes
        return kind_of(value)
    text = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def kind_of(value: object) -> str:
    """The TOML type of `value` in words: 'a string', 'a list'."""
    return next(word for kind, word in _KINDS if isinstance(value, kind))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` with the nearest of `known`, or '' where none is near."""
    near = get_close_matches(word[:100], sorted(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""
