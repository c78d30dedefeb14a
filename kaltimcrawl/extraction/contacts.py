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
_LONGEST_LABEL, _LONGEST_NAME, _LONGEST_INVITATION = 30, 60, 200
_SOME_DIGITS = 6
_SHORTEST_NAME = 5
_MAIL = re.compile(r"[\w.+-]{1,40}@(?P<domain>[\w-]{2,40}(?:\.[\w-]{2,20}){1,3})")
_OF_OFFICES = re.compile(r"\.(?:go|ac|sch|or|desa|gov|govt|gob|gouv|gc|edu|mil|org|int)(?:\.|$)")
"""In the names of houses that are no papers: "kukarkab.go.id"."""
_NO_LETTERS = re.compile(r"[\W_]+")
_ROUND_LABEL = " .•·-–—*"


@dataclass(frozen=True, slots=True)
class _Words:
    labels: frozenset[str]
    networks: frozenset[str]
    portal: tuple[str, ...]
    of_itself: tuple[str, ...]


@cache
def _load() -> _Words:
    data = read_data("owntext.toml")["contacts"]
    return _Words(
        frozenset(data["labels"]),
        frozenset(data["networks"]),
        tuple(data["portal"]),
        tuple(data["of_itself"]),
    )


def mark_contacts(lines: Sequence[Line], portal: Sequence[str]) -> None:
    """Sets `own` on contact details that an article hands out; `portal` holds the portal's name and host.

    Those are lines of "label: value" with a number among them, and an office's e-mail address. Accounts
    alone, and what names the portal, are not.
    """
    names = tuple(_squeezed(name.partition(".")[0]) for name in portal if len(name) <= _LONGEST_NAME)
    names = tuple(name for name in names if len(name) >= _SHORTEST_NAME)
    for start, end in _runs(lines):
        run = lines[start:end]
        above = lines[start - 1 : start] if start else ()
        if any(line.suspect for line in run) and not _is_portals((*above, *run), names) and _is_told(run):
            _mark(run)


def asks_to_write(line: Line, portal: Sequence[str]) -> bool:
    """Whether a line that is set apart, or ends in it, hands out an e-mail address of the portal's own house;
    `portal` ends in the host.

    What an office hands out on its own pages is its article's.
    """
    if "@" not in line.text or len(line.text) > _LONGEST_INVITATION or line.kind == "quote" or not portal:
        return False
    host = portal[-1]
    mails = list(_MAIL.finditer(line.text))
    is_apart = line.strong or line.boxed or (bool(mails) and mails[-1].end() >= len(line.text.rstrip(" .!)")))
    domains = [found["domain"].lower() for found in mails]
    return is_apart and all(
        not _OF_OFFICES.search(domain) and (f".{host}".endswith(f".{domain}") or domain.endswith(f".{host}"))
        for domain in domains
    )


def names_portal_alone(line: Line, portal: Sequence[str]) -> bool:
    """Whether a line is a label, in any language, and the portal's name or host: "Asali: Kabar.example"."""
    label, colon, value = line.text.replace("：", ":").partition(":")
    if not colon or not 0 < len(label) <= _LONGEST_LABEL or not portal:
        return False
    own = {_squeezed(name) for name in portal}
    return _squeezed(value) in own - {""}


def tells_of_portal(line: Line, portal: Sequence[str]) -> bool:
    """Whether a line begins with the portal's name and tells what that is, as no article of its own does but
    its imprint: "Kabar Hulu adalah portal berita daerah …". `portal` ends in the host.
    """
    low = line.text[:_LONGEST].lower()
    starts = (low.find(f" {words}", 0, 2 * _LONGEST_NAME) for words in _load().of_itself)
    name = next((_squeezed(low[:at]) for at in starts if 0 < at <= _LONGEST_NAME), "")
    if len(name) < _SHORTEST_NAME or not portal:
        return False
    return name in {_squeezed(own) for own in (*portal, *portal[-1].split("."))}


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
    domains = [found["domain"].lower() for line in run for found in _MAIL.finditer(line.text)]
    return any(_OF_OFFICES.search(domain) for domain in domains)


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
        squeezed = _squeezed(low)
        if any(name in squeezed for name in names):
            return True
    return False


def _squeezed(text: str) -> str:
    return _NO_LETTERS.sub("", text.lower())
