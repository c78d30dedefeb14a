"""Rows of short things under or amid a text that are none of it: buttons side by side, tools, shelves."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.bywords import load_words
from kaltimcrawl.extraction.lines import Line

_ROW = 3
_LONGEST_MARK = 28
_SOME_SHELVES = 2
_BREAK = re.compile(r"\s*[|•·]\s*")


def is_row_of_networks(text: str) -> bool:
    """Whether a line is what buttons say side by side: "Sdílet na Facebooku | Sdílet na X | Tisknout"."""
    parts = _BREAK.split(text) if "|" in text or "•" in text or "·" in text else []
    if len(parts) < _ROW or max(map(len, parts)) > _LONGEST_MARK:
        return False
    low = [part.lower() for part in parts]
    networks = load_words().networks
    named = [part for part in low if part.endswith(" x") or any(name in part for name in networks)]
    return len(named) >= _SOME_SHELVES


def is_row_of_tools(line: Line) -> bool:
    """Whether a line under the text is several short things, most of them links: "Cetak | Kirim | 884 x"."""
    parts = _BREAK.split(line.text)
    if len(line.links) < _SOME_SHELVES or len(parts) < _ROW or max(map(len, parts)) > _LONGEST_MARK:
        return False
    linked = {link.text for link in line.links}
    return sum(part in linked for part in parts) * 2 > len(parts)


def is_row_of_shelves(line: Line) -> bool:
    """Whether a line under the text is a label with a colon and several links: its categories or tags."""
    if len(line.links) < _SOME_SHELVES or line.kind == "table_row":
        return False
    label, colon, rest = line.text.partition(":")
    if not colon or len(label) > _LONGEST_MARK:
        return False
    for link in line.links:
        rest = rest.replace(link.text, "", 1)
    return not any(map(str.isalnum, rest))
