"""Short lines that a sentence announces, and rows of tables: names, steps, results; whatever they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, islice, takewhile

from kaltimcrawl.extraction.bylines import begins_byline
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.labels import kind_of
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.phrases import Phrases, load_phrases
from kaltimcrawl.extraction.tree import weight
from kaltimcrawl.extraction.verdict import SENTENCE_END, is_prose

_COLONS = (":", "：")
_LEAST_WORDS, _LEAST_WEIGHT, _LONGEST_ANNOUNCEMENT = 2, 10, 200
_SOME, _MOST, _LONGEST = 2, 60, 90
_SOME_ROWS, _WORDS_OF_SENTENCE = 3, 8
_ROUND_WORDS = " .,:：;!?()\"'“”"
_MARKERS = ("ad", "page", "related")
"""Kinds of phrases that stand amid whatever a page prints."""


@cache
def _load() -> tuple[frozenset[str], frozenset[str]]:
    data = read_data("owntext.toml")
    return frozenset(data["listing"]["words"]), frozenset(data["told"]["ours"])


def announces(line: Line) -> bool:
    """Whether a line is a sentence's beginning that a list goes on with, and tells of no other articles and
    nothing of the portal's.
    """
    text = line.text
    if not text.endswith(_COLONS) or line.suspect or line.boxed or line.links or line.group:
        return False
    words = [word.strip(_ROUND_WORDS) for word in text.lower().split()]
    is_dense = weight(text) > len(text) and weight(text) >= _LEAST_WEIGHT
    listing, ours = _load()
    return (
        (len(words) >= _LEAST_WORDS or is_dense)
        and len(text) <= _LONGEST_ANNOUNCEMENT
        and listing.isdisjoint(words)
        and ours.isdisjoint(words)
        and kind_of(text) is None
        and not (begins_byline(text) and len(words) <= _LEAST_WORDS)
    )


def mark_listed(lines: Sequence[Line]) -> None:
    """Sets `own` on lines without links that the line over them announces, and on the rows of tables under
    the first sentence.

    Under the last sentence who made the article may stand there too: such lines stay what they are, unless
    others of the same list follow them.
    """
    places = [number for number, line in enumerate(lines) if is_prose(line)]
    first, last = (places[0], places[-1]) if places else (len(lines), -1)
    phrases = load_phrases()
    for number, line in enumerate(lines):
        if announces(line):
            members = list(_members(lines, number + 1))
            if number + len(members) >= last:
                members = _without_credits(members, phrases)
            if len(members) >= _SOME or (members and members[0].text.startswith("#")):
                _mark(members, phrases)
    for number, rows in _tables(lines):
        if first < number and len(_without_credits(rows, phrases)) >= _SOME_ROWS:
            _mark(rows, phrases)


def _members(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The lines of the list that begins at a place, or the short ones on lines of their own."""
    first = lines[start] if start < len(lines) else None
    if first is None:
        return
    below = islice(lines, start, start + _MOST)
    if first.group:
        items = list(takewhile(lambda line: line.group == first.group, below))
        if not any(item.links or item.boxed for item in items):
            yield from items
        return
    yield from takewhile(lambda line: _is_short(line) and line.strong == first.strong, below)


def _is_short(line: Line) -> bool:
    """Whether a line is no sentence of the text, which goes on after a list."""
    is_sentence = SENTENCE_END.search(line.text) is not None and len(line.text.split()) >= _WORDS_OF_SENTENCE
    return not (
        is_sentence
        or line.group
        or line.links
        or line.boxed
        or line.kind == "heading"
        or len(line.text) > _LONGEST
        or is_prose(line)
    )


def _tables(lines: Sequence[Line]) -> Iterator[tuple[int, list[Line]]]:
    """Place and rows of each table without links."""
    start = 0
    for group, members in groupby(lines, key=lambda line: line.group if line.kind == "table_row" else 0):
        rows = list(members)
        if group and not any(row.links or row.boxed for row in rows):
            yield start, rows
        start += len(rows)


def _without_credits(members: list[Line], phrases: Phrases) -> list[Line]:
    """The lines of a list without those at its end that say who made something."""
    end = len(members)
    while end and (phrases.credit.match(members[end - 1].text) or begins_byline(members[end - 1].text)):
        end -= 1
    return members[:end]


def _mark(lines: Sequence[Line], phrases: Phrases) -> None:
    for line in lines:
        if not any(phrases.kinds[kind].fits(line.text) for kind in _MARKERS):
            line.own = True
            line.suspect = False
