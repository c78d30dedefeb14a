"""Sentences whose first clause sounds like chrome and whose next one tells: "Gabung ke Persib, ia …"."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.phrases import LONGEST_PHRASE, Phrases, names_channel

_COMMA = re.compile(r",\s|،\s")
_ENDS = (".", '."', ".”")
_FEWEST_WORDS = 4
_WORDS = read_data("owntext.toml")["told"]
_TOLD = re.compile(rf"\b(?:{'|'.join(_WORDS['verbs'])})\b")
_OURS = re.compile(rf"\b(?:{'|'.join(_WORDS['ours'])})\b")
_INVITING = ("promotes", "own", "accounts")
"""Kinds of phrases whose words stand in what a portal asks of its readers."""


def tells_on(text: str, phrases: Phrases) -> bool:
    """Whether a text is one sentence of several clauses, of which the first may sound like a label or an
    invitation, and another has the words of a report.

    It is so if the rest says that somebody said the first, or if neither has a word by which portals speak of
    themselves. For scripts that part words by spaces.
    """
    if len(text) > LONGEST_PHRASE or not text.endswith(_ENDS):
        return False
    low = text.lower()
    if phrases.kinds["correction"].fits(low) or "@" in low:
        return False
    comma = _COMMA.search(low)
    if comma is None or ":" in low[: comma.start()]:
        return False
    first, rest = low[: comma.start()], low[comma.end() :]
    if not any(map(_is_clause, _COMMA.split(rest))):
        return False
    if _TOLD.search(rest) is not None:
        return True
    if _OURS.search(first) is not None or phrases.kinds["own"].fits(first) or names_channel(rest, phrases):
        return False
    return not any(phrases.kinds[kind].fits(rest) for kind in _INVITING)


def _is_clause(text: str) -> bool:
    """Whether a part of a sentence has the words of a clause rather than an item of a list."""
    return len(text.split()) >= _FEWEST_WORDS
