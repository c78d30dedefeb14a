"""Lines of links, files and contact details that look like a portal's furniture and are the article's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from kaltimcrawl.extraction.closingmarks import says_other
from kaltimcrawl.extraction.contacts import mark_contacts
from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.datalines import mark_data
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.listed import announces, mark_listed
from kaltimcrawl.extraction.marks import load_marks
from kaltimcrawl.extraction.verdict import SENTENCE_END, is_prose
from kaltimcrawl.urls import host_of, split_url

_LINKED = 0.8
_ADDRESS = re.compile(r"https?://\S{4,300}")
_LONGEST_NAME, _MOST_WORDS = 32, 4
_SOME_ITEMS, _MOST_ITEMS = 2, 40
_SOME_ADDRESSES = 3
_ROUND_WORDS = " .,:：;!?()\"'“”"


@dataclass(frozen=True, slots=True)
class _Words:
    documents: tuple[str, ...]
    players: tuple[str, ...]
    references: frozenset[str]


@cache
def _load() -> _Words:
    data = read_data("owntext.toml")
    return _Words(
        tuple(f".{end}" for end in data["documents"]["ends"]),
        tuple(data["players"]["hosts"]),
        frozenset(data["references"]["words"]),
    )


def mark_own(lines: Sequence[Line], portal: Sequence[str] = ()) -> None:
    """Sets `own` on the lines that are the article's by what stands round them, whatever their words.

    They are lists that a sentence announces, sentences that hand a file out, addresses of sites under
    "Referensi:", and contact details that are not the portal's, whose name and host are in `portal`.
    """
    linked = [number for number, line in enumerate(lines) if line.link_share > _LINKED]
    if linked:
        _mark_lists(lines)
        for number in linked:
            lines[number].own = lines[number].own or _hands_out(lines[number])
    for line in lines:
        if line.text[0] in "([" and says_other(line.text):
            line.own = True
    _mark_addresses(lines)
    mark_listed(lines)
    mark_data(lines)
    mark_contacts(lines, portal)


def _mark_lists(lines: Sequence[Line]) -> None:
    """Marks the items of lists of links that the line over them announces, within or under the text."""
    last = max((number for number, line in enumerate(lines) if is_prose(line)), default=-1)
    start = 0
    for group, members in groupby(lines, key=lambda line: line.group if line.kind == "list_item" else 0):
        items = list(members)
        above = lines[start - 1] if start else None
        start += len(items)
        if not group or above is None or not _SOME_ITEMS <= len(items) <= _MOST_ITEMS or not announces(above):
            continue
        is_amid = start - 1 < last
        if not any(line.boxed for line in items) and (
            all(map(_leads_off, items)) or (is_amid and all(map(_is_name, items)))
        ):
            for line in (above, *items):
                line.own = True
                line.suspect = False


def _leads_off(line: Line) -> bool:
    """Whether a line is a link to a file, or to another site that is no network of accounts."""
    if line.link_share <= _LINKED:
        return False
    return all(_is_document(link.url) or (line.outward and not _is_channel(link.url)) for link in line.links)


def _is_name(line: Line) -> bool:
    """Whether a line is a short link that is no headline: "Loa Bakung"."""
    return (
        line.link_share > _LINKED
        and len(line.text) <= _LONGEST_NAME
        and len(line.text.split()) <= _MOST_WORDS
        and line.text[0].isupper()
    )


def _hands_out(line: Line) -> bool:
    """Whether a paragraph is a sentence that is a link to a file: "Unduh salinan peraturan itu di sini."."""
    return (
        line.kind == "paragraph"
        and not line.boxed
        and SENTENCE_END.search(line.text) is not None
        and bool(line.links)
        and all(_is_document(link.url) for link in line.links)
    )


def _is_document(url: str) -> bool:
    return split_url(url).path.lower().endswith(_load().documents)


def _is_channel(url: str) -> bool:
    host = host_of(url).removeprefix("www.")
    return any(host == channel or host.endswith(f".{channel}") for channel in _off_text())


def _off_text() -> tuple[str, ...]:
    return (*load_marks().channels, *_load().players)


def _mark_addresses(lines: Sequence[Line]) -> None:
    """Marks the addresses of sites that stand on lines of their own under what announces them, or each under
    what is told of it.
    """
    is_announced, are_entries = False, _are_entries(lines)
    for line in lines:
        if line.text.startswith("http") and _ADDRESS.fullmatch(line.text):
            is_told = is_announced or (are_entries and line.outward)
            if is_told and not line.boxed and not _is_channel(line.text):
                line.own = True
                line.suspect = False
            continue
        is_announced = _heads_references(line) or announces(line)


def _are_entries(lines: Sequence[Line]) -> bool:
    """Whether several paragraphs have another site's address under them: a list of what is told there."""
    pairs = (
        under.outward and under.text.startswith("http") and _ADDRESS.fullmatch(under.text) is not None
        for over, under in pairwise(lines)
        if over.kind == "paragraph" and over.link_share < _LINKED
    )
    return sum(pairs) >= _SOME_ADDRESSES


def _heads_references(line: Line) -> bool:
    return not line.boxed and not line.links and line.text.lower().strip(_ROUND_WORDS) in _load().references
