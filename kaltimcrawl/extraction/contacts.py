"""Contact details in announcements, told from the portal's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kaltimcrawl.extraction.datafiles import read_data
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.verdict import is_prose

_LONGEST = 160
_LONGEST_LABEL, _LONGEST_NAME = 30, 60
_SOME_DIGITS = 6
_SHORTEST_NAME = 5
MAIL = re.compile(r"[\w.+-]{1,40}@(?P<domain>[\w-]{2,40}(?:\.[\w-]{2,20}){1,3})")
OF_OFFICES = re.compile(r"\.(?:go|ac|sch|or|desa|gov|govt|gob|gouv|gc|edu|mil|org|int)(?:\.|$)")
"""In the names of houses that are no papers: "kukarkab.go.id"."""
_NO_LETTERS = re.compile(r"[\W_]+")
_ROUND_LABEL = " .•·-–—*"


@dataclass(frozen=True, slots=True)
class _Words:
    labels: frozenset[str]
    networks: frozenset[str]
    portal: tuple[str, ...]


@cache
def _load() -> _Words:
    data = read_data("owntext.toml")["contacts"]
    return _Words(
        frozenset(data["labels"]),
        frozenset(data["networks"]),
        tuple(data["portal"]),
    )


def mark_contacts(lines: Sequence[Line], portal: Sequence[str]) -> None:
    """Sets `own` on contact details that an article hands out; `portal` holds the portal's name and host.

    Those are lines of "label: value" with a number among them, and an office's e-mail address. Accounts
    alone, and what names the portal, are not.
    """
    names = tuple(squeezed(name.partition(".")[0]) for name in portal if len(name) <= _LONGEST_NAME)
    names = tuple(name for name in names if len(name) >= _SHORTEST_NAME)
    for start, end in _runs(lines):
        run = lines[start:end]
        above = lines[start - 1 : start] if start else ()
        if any(line.suspect for line in run) and not _is_portals((*above, *run), names) and _is_told(run):
            _mark(run)


def _mark(lines: Sequence[Line]) -> None:
    for line in lines:
        line.own = True
        line.suspect = False


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of contact details."""
    start = None
    for number, line in enumerate(lines):
        if _label_of(line) is not None:
            start = number if start is None else start
        elif start is not None:
            yield start, number
            start = None
    if start is not None:
        yield start, len(lines)


def _label_of(line: Line) -> str | None:
    """What a line of contact details calls them: "telepon" of "Telepon: 0541-123456"."""
    text = line.text
    if (
        ":" not in text[: _LONGEST_LABEL + 1]
        or len(text) > _LONGEST
        or line.boxed
        or line.kind == "table_row"
    ):
        return None
    label, _, value = text.partition(":")
    label = label.strip(_ROUND_LABEL).lower()
    return label if label in _load().labels and value.strip() else None


def _is_told(run: Sequence[Line]) -> bool:
    """Whether a run holds more than accounts: a number, or an e-mail address of a house."""
    if any(_label_of(line) not in _load().networks and _has_number(line.text) for line in run):
        return True
    domains = [found["domain"].lower() for line in run for found in MAIL.finditer(line.text)]
    return any(OF_OFFICES.search(domain) for domain in domains)


def _has_number(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _SOME_DIGITS


def _is_portals(lines: Sequence[Line], names: Sequence[str]) -> bool:
    """Whether contact details say that they are those of the portal, or have its name in them."""
    for line in lines:
        low = line.text.lower()
        if is_prose(line):
            continue
        if any(word in low for word in _load().portal):
            return True
        letters = squeezed(low)
        if any(name in letters for name in names):
            return True
    return False


def squeezed(text: str) -> str:
    """A text's letters and digits alone, in lower case: names are compared so with hosts."""
    return _NO_LETTERS.sub("", text.lower())
