"""How long ago a line says that something was: "3 jam yang lalu", "sejam lalu", "Kemarin, 20.15 WIB".

The words are in `data/ago.toml`, by language. What the line was written at is the reader's to know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaltimcrawl.extraction.datafiles import read_data

_MOST_TOKENS_NEAR = 8
"""A line that says "kemarin" among more words and numbers is a sentence."""
_HOUR = 3600
_SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": _HOUR,
    "day": 86400,
    "week": 604800,
    "month": 2629746,
    "year": 31556952,
}
_MOST_TOKENS_ALONE = 5
_LONGEST_ALONE = 60
_FILLERS = ("yang", "yg", "în")
_PARTS = re.compile(r"\s?[|·•]\s?|\s[-–—/]\s")
_FIRST_NUMBER = 2
# 3小时前 and 3시간전 stand together: their "ago" is a token of its own.
_TOKEN = re.compile(r"\d+|[前전]|[^\W\d_前전]+")


@dataclass(frozen=True, slots=True)
class Ago:
    """A span before the time of writing."""

    seconds: int
    is_exact: bool
    """Whether the time of day can be counted back to; else only the day."""
    is_near: bool = False
    """Whether it names the day ("kemarin"), so that a time of day may stand beside it."""
    needs_clock: bool = False
    """Whether it says so only with a time: "Hari ini" alone heads a list of news."""


@dataclass(frozen=True, slots=True)
class _Tongue:
    """How one language counts back."""

    units: Mapping[str, int]
    """Words to seconds."""
    singles: Mapping[str, int]
    """Words that hold their 1 ("sejam") to seconds."""
    numbers: Mapping[str, int]
    """Number words, those for 1 with them."""
    few: frozenset[str]
    halves: frozenset[str]
    vague: frozenset[str]
    """Units of no length: "a moment"."""


def _words(table: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(table.get(key, "").split())


def _counts(table: Mapping[str, Any]) -> dict[str, int]:
    return {word: seconds for unit, seconds in _SECONDS.items() for word in _words(table, unit)}


def _read_tongue(table: Mapping[str, Any]) -> _Tongue:
    numbers = dict.fromkeys(_words(table, "one"), 1)
    numbers.update((word, n) for n, word in enumerate(table.get("numbers", "").split(), _FIRST_NUMBER))
    return _Tongue(
        _counts(table),
        _counts(table.get("single", {})),
        numbers,
        _words(table, "few"),
        _words(table, "half"),
        _words(table, "vague"),
    )


_DATA: Mapping[str, Any] = read_data("ago.toml")
_TONGUES = {language: _read_tongue(table) for language, table in _DATA["ago"].items()}
_AFTER = {word: _TONGUES[name] for name, table in _DATA["ago"].items() for word in _words(table, "after")}
_BEFORE = {table["before"]: _TONGUES[name] for name, table in _DATA["ago"].items() if "before" in table}
_NEAR = {word: key for key, words in _DATA["near"].items() for word in words}
_TELLING = frozenset(word.split()[0] for word in (*_AFTER, *_BEFORE, *_NEAR))


def read_ago(line: str) -> Ago | None:
    """How long ago `line` says, or None where it doesn't. "Beberapa jam lalu" says today, at no time.

    >>> read_ago("sejam lalu")
    Ago(seconds=3600, is_exact=True, is_near=False, needs_clock=False)
    >>> read_ago("Kemarin, 20.15 WIB")
    Ago(seconds=86400, is_exact=False, is_near=True, needs_clock=True)
    """
    tokens = _TOKEN.findall(line.lower())
    if _TELLING.isdisjoint(tokens):
        return None
    for at, token in enumerate(tokens):
        pair = " ".join(tokens[at : at + 2])
        if tongue := _AFTER.get(token):
            end = at - (at > 0 and tokens[at - 1] in _FILLERS)
            start = max(0, end - 2)
            ago = _with_before(tongue, _read_span(tongue, tokens[start:end]), tokens[:start], tokens[start])
        elif tongue := _BEFORE.get(token):
            ago = _read_span(tongue, tokens[at + 1 : at + 3])
        elif tongue := _BEFORE.get(pair):
            ago = _read_span(tongue, tokens[at + 2 : at + 4])
        else:
            ago = _read_near(token, pair, line, len(tokens)) if len(tokens) <= _MOST_TOKENS_NEAR else None
        if ago is not None:
            return ago
    return None


def is_ago_line(line: str) -> bool:
    """Whether a short line, or a part of it between strokes, says how long ago something was, and no more.

    >>> is_ago_line("Rina Wati | sejam lalu"), is_ago_line("Sejam lalu warga mengungsi")
    (True, False)
    """
    if len(line) > _LONGEST_ALONE or _TELLING.isdisjoint(_TOKEN.findall(line.lower())):
        return False
    return any(map(is_ago, _PARTS.split(line)))


def is_ago(part: str) -> bool:
    """Whether a text says how long ago something was, and next to nothing else: "Diterbitkan sejam lalu"."""
    if part.count(" ") > _MOST_TOKENS_ALONE:
        return False
    ago = read_ago(part)
    if ago is None:
        return False
    tokens = _TOKEN.findall(part.lower())
    if ago.is_near:
        return not ago.needs_clock
    begins = any(start in _BEFORE for start in (tokens[0], " ".join(tokens[:2]), " ".join(tokens[1:3])))
    return len(tokens) <= _MOST_TOKENS_ALONE and (begins or tokens[-1] in _AFTER)


def _with_before(tongue: _Tongue, ago: Ago | None, tokens: Sequence[str], count: str) -> Ago | None:
    """`ago`, which begins with `count`, and the larger span before it ("3 weeks, 2 days ago"); or its half
    ("half an hour ago"). None for what is more than a half: "satu setengah jam lalu".
    """
    if ago is None or not tokens:
        return ago
    if tokens[-1] in tongue.halves:
        return Ago(ago.seconds // 2, ago.is_exact)
    if count in tongue.halves and (tokens[-1] in tongue.numbers or tokens[-1].isdecimal()):
        return None
    larger = _read_span(tongue, tokens[-2:]) if len(tokens) > 1 else None
    if larger is None or larger.seconds <= ago.seconds or not tokens[-2].isdecimal():
        return ago
    return Ago(ago.seconds + larger.seconds, ago.is_exact and larger.is_exact)


def _read_span(tongue: _Tongue, tokens: Sequence[str]) -> Ago | None:
    """The span of a number and a unit, or of a unit that holds its 1."""
    count, unit = tokens if len(tokens) == 2 else ("", tokens[-1] if tokens else "")
    seconds = tongue.units.get(unit, 0)
    if not tongue.vague.isdisjoint((count, unit)):
        return Ago(0, False)
    if seconds and count in tongue.few:
        return Ago(0, False) if seconds <= _HOUR else None
    if seconds and count in tongue.halves:
        return Ago(seconds // 2, seconds <= _HOUR)
    number = int(count) if count.isdecimal() and len(count) <= 3 else tongue.numbers.get(count, 0)
    if seconds and (number or count.isdecimal()):
        return Ago(seconds * number, seconds <= _HOUR)
    seconds = tongue.singles.get(unit, 0) or tongue.singles.get(count, 0)
    return Ago(seconds, seconds <= _HOUR) if seconds else None


def _read_near(token: str, pair: str, line: str, length: int) -> Ago | None:
    """The day that a word or a pair of words names, in a line of so many."""
    name = token if token in _NEAR else pair
    day = _NEAR.get(name)
    if day is None:
        return None
    is_whole = length == len(name.split()) or any(
        name == " ".join(_TOKEN.findall(part)) for part in _PARTS.split(line.lower())
    )
    seconds = _SECONDS["day"] if day == "yesterday" else 0
    return Ago(seconds, False, True, needs_clock=day == "today" or not is_whole)
