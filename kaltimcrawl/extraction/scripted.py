"""When the scripts of a page say that its article was published: its data layer, the state of its app."""

from __future__ import annotations

import re

SCRIPT = "script: "
"""What the place of such a date begins with: lists and products have them too, so they make no article."""
_KEYS = (
    r"(?:date_?published|publication_?date|published_?(?:at|date|time|on)|publish_?(?:date|time|at)|pub_?(?:date|time)"
    r"|first_?published(?:_?(?:at|date))?|article_?(?:publish)?(?:ed)?_?date|content_?publish(?:ed)?_?date|post_?date)"
)
# A quotation mark may be escaped once or more: state is often a string of JSON within a script or attribute.
_QUOTE = r"""(?:[\\]{0,3}["']|&quot;)"""
_STAMP = re.compile(
    rf"""(?<![\w])(?P<key>{_KEYS}){_QUOTE}?\s?:\s?{_QUOTE}(?P<value>[12][^"'\\&]{{7,40}}){_QUOTE}""".encode(),
    re.IGNORECASE,
)
_CLOCK = re.compile(
    rf"""(?<![\w])publi(?:cation|sh|shed)_?time{_QUOTE}?\s?:\s?{_QUOTE}(?P<value>\d\d?:\d\d[^"'\\]{{0,12}}){_QUOTE}""".encode(),
    re.IGNORECASE,
)
_LENGTH_OF_DAY = 10
_MOST = 40
_LONGEST_SOURCE = 4_000_000
"""Bytes that are read; more hold no article's data."""


def scripted_date(source: bytes) -> tuple[str, str] | None:
    """The key and the text of the date that the scripts of a page's source call its publication's.

    None where they tell none, or those of several days, as of the articles of a list. Where the day stands
    alone and one time of publication beside it, the text is both: "2026-07-21 07:55:00".
    """
    source = source[:_LONGEST_SOURCE]
    stamps: list[tuple[str, str]] = []
    for found in _STAMP.finditer(source):
        stamps.append((found["key"].decode(), found["value"].decode("utf-8", "replace").strip()))
        if len(stamps) == _MOST:
            return None
    if len({value[:_LENGTH_OF_DAY] for _, value in stamps}) != 1:
        return None
    key, value = max(stamps, key=lambda stamp: len(stamp[1]))
    if len(value) == _LENGTH_OF_DAY:
        clocks = {found["value"].decode("utf-8", "replace").strip() for found in _CLOCK.finditer(source)}
        value = f"{value} {clocks.pop()}" if len(clocks) == 1 else value
    return key, value
