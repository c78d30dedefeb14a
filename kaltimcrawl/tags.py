"""HTML that a parser can be given: no start tag with attributes by the thousand.

libxml2 looks for each attribute of a tag among all before it: 80,000 of them, in 700 KB, take eleven seconds.
"""

from __future__ import annotations

import re
from itertools import islice

MAX_ATTRIBUTES = 256
"""Attributes of one tag; a tag with more is cut to its bare beginning."""

_LONG_TAG = 1024  # characters in which more attributes than that can stand
_SUSPICIOUS = 20_000  # characters without a ">": attributes enough to take a parser's time
SHORTEST_SUSPICIOUS = 100_000
"""Characters of a page; one tag of fewer takes a parser half a second at most, whatever it holds."""
# One attribute and a start tag up to its ">", tokenized as HTML does, and nothing read twice. Groups are
# atomic, not possessive: Python before 3.11.4 goes on behind what a possessive group has half matched.
_ATTRIBUTE = r"""[\s/]*+=?[^\s/>=]++(?>(?:\s*+=\s*+(?>(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?))?)"""
_TAG = re.compile(rf"<[a-zA-Z](?>(?:{_ATTRIBUTE}|[\s/]++|=)*)")
_ATTRIBUTES = re.compile(rf"(?<![\s/]){_ATTRIBUTE}")  # a run of spaces is looked at once
# Names are compared word by word and remembered: none of megabytes.
_LONG_NAME = re.compile(
    r"""(\s(?:class|id|rel|itemprop|style)\s*+=\s*+)(["'])([^"']{2000})[^"']*+\2""", re.IGNORECASE
)


def bound_attributes(text: str) -> str:
    """`text` with no tag of more than `MAX_ATTRIBUTES` attributes; the same text where none is long.

    >>> bound_attributes("<p class=lead>Halo</p>")
    '<p class=lead>Halo</p>'
    """
    if len(text) < SHORTEST_SUSPICIOUS or max(map(len, text.split(">"))) < _SUSPICIOUS:
        return text
    return _TAG.sub(_bounded, text)


def _bounded(tag: re.Match[str]) -> str:
    if tag.end() - tag.start() < _LONG_TAG:
        return tag[0]
    count = sum(1 for _ in islice(_ATTRIBUTES.finditer(tag[0]), MAX_ATTRIBUTES + 1))
    return _LONG_NAME.sub(r"\1\2\3\2", tag[0]) if count <= MAX_ATTRIBUTES else "<i"
