"""An article out of a flat text dump: a page's text as someone copied it, chrome glued in.

A dump has no marks and no links; what is left to go by are its lines: a breadcrumb run together
("BerandaDPRD KaltimDelegasi Taiwan Tinjau Kaltim,..."), the title, labels of lists ("Terbaru",
"Trending Minggu Ini"), the paragraphs, the sign-off.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kaltimcrawl.extraction.advertorials import read_advertorial
from kaltimcrawl.extraction.agencies import agency_of
from kaltimcrawl.extraction.article import Article, Origin
from kaltimcrawl.extraction.claims import origins_of
from kaltimcrawl.extraction.dates import read_date
from kaltimcrawl.extraction.heads import is_date_line
from kaltimcrawl.extraction.judging import judge
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.moments import HOME_ZONE
from kaltimcrawl.extraction.page import Found
from kaltimcrawl.extraction.phrases import load_phrases
from kaltimcrawl.extraction.signoffs import read_signoff
from kaltimcrawl.extraction.told import fields_of_text, names_told, origins_of_text
from kaltimcrawl.extraction.tree import fold
from kaltimcrawl.extraction.verdict import Judged, is_prose

MAX_CHARACTERS = 2_000_000
_CRUMB_BREAK = re.compile(r"\s*[»›>/|→]\s*|(?<=[a-z])(?=[A-Z])")
_CUT = re.compile(r"\s*(?:\.{2,}|…)\s*$")
_LIST_MARK = re.compile(r"^(?:[-•·▪*]|\d{1,2}[.)])\s+")
_SHORTEST_OVERLAP = 8
_LONGEST_TITLE = 250
_TOP = 8


@dataclass(frozen=True, slots=True)
class _Head:
    title: str
    crumbs: tuple[str, ...]
    rest: int
    """Index of the first line after the title."""


def read_dump(text: str) -> Article | None:
    """The article that a flat text dump holds, or None where it holds no title with running text under it.

    Dates without a zone are taken to be of East Kalimantan. The article has no URL; what the dump doesn't
    tell is empty.
    """
    lines = [line for line in map(fold, text[:MAX_CHARACTERS].splitlines()) if line]
    head = _read_head(lines)
    if head is None:
        return None
    rest = lines[head.rest :]
    judged = judge([_as_line(line) for line in rest], head.title)
    if sum(len(line.text) for line in judged.kept if is_prose(line)) < 100:
        return None
    return _assembled(head, rest, judged)


def _read_head(lines: Sequence[str]) -> _Head | None:
    """Breadcrumbs and title: by the breadcrumb's end, which repeats the title; else the first fit line."""
    home = load_phrases().home
    for index, line in enumerate(lines[:_TOP]):
        start = home.match(line.lower())
        if start is None or len(line) > _LONGEST_TITLE or is_prose(_as_line(line)):
            continue
        trail = _CUT.sub("", line[start.end() :]).lstrip(" »›>/|→")
        for offset, title in enumerate(lines[index + 1 : index + 6], start=index + 1):
            overlap = _overlap(trail, title)
            if overlap >= min(_SHORTEST_OVERLAP, len(title)):
                return _Head(title, _crumbs(trail[: len(trail) - overlap]), offset + 1)
        if start.end() < len(line):
            title_at = _first_title(lines, index + 1)
            return _Head(lines[title_at], _crumbs(trail), title_at + 1) if title_at is not None else None
    title_at = _first_title(lines, 0)
    return _Head(lines[title_at], (), title_at + 1) if title_at is not None else None


def _overlap(trail: str, title: str) -> int:
    """Characters at the end of `trail` that are the beginning of `title`."""
    for size in range(min(len(trail), len(title)), 0, -1):
        if trail.endswith(title[:size]):
            return size
    return 0


def _crumbs(trail: str) -> tuple[str, ...]:
    return tuple(part for part in _CRUMB_BREAK.split(trail.strip(" »›>/|→")) if part)


def _first_title(lines: Sequence[str], start: int) -> int | None:
    """The first line that is no label, date or byline and has running text below it."""
    phrases = load_phrases()
    for index, line in enumerate(lines[start : start + _TOP], start=start):
        label = line.rstrip(" :")
        if (
            len(line) > _LONGEST_TITLE
            or len(line.split()) < 3
            or (line.endswith((".", ":")) and len(line) > 80)
        ):
            continue
        if (
            is_date_line(line)
            or phrases.noise.fits(line)
            or phrases.kinds["block"].fits(label)
            or phrases.credit.match(line)
        ):
            continue
        return index if any(is_prose(_as_line(below)) for below in lines[index + 1 :]) else None
    return None


def _as_line(text: str) -> Line:
    is_item = _LIST_MARK.match(text) is not None and len(text) < 400
    return Line(
        kind="list_item" if is_item else "paragraph",
        text=text,
        html=html.escape(text, quote=False),
        level=None,
        linked=0,
        links=(),
        strong=False,
        group=0,
        boxed=False,
    )


def _assembled(head: _Head, lines: Sequence[str], judged: Judged) -> Article:
    section = head.crumbs[-1] if head.crumbs else None
    tags = _tags(judged.tag_line)
    reading = next(
        (read for line in lines[:_TOP] if is_date_line(line) and (read := read_date(line, HOME_ZONE))), None
    )
    advertorial = read_advertorial(
        judged.signoff,
        judged.paid,
        [Found(name, "text: breadcrumb") for name in head.crumbs[::-1]]
        + [Found(tag, "text: tags") for tag in tags],
    )
    source = next((name for role, name in judged.credits if role == "source"), None)
    people = {role: names_told(judged, role) for role in ("author", "editor", "photo")}
    provenance = {
        "title": Origin("text: breadcrumb" if head.crumbs else "text: first line", head.title),
        "body": Origin("text: lines", ""),
        **origins_of(
            section=Found(section, "text: breadcrumb", " > ".join(head.crumbs)) if section else None,
            published=Found(reading.raw, "text: date line") if reading else None,
            authors=Found(people["author"], "text: author") if people["author"] else None,
            editors=Found(people["editor"], "text: editor") if people["editor"] else None,
            tags=Found(tags, "text: tags") if tags else None,
            **origins_of_text(judged, advertorial),
        ),
    }
    return Article(
        url=None,
        canonical_url=None,
        title=head.title,
        authors=people["author"],
        editors=people["editor"],
        photographers=people["photo"],
        agency=(agency_of(source) or source) if source else read_signoff(judged.signoff).agency,
        published=reading.when if reading else None,
        published_raw=reading.raw if reading else None,
        published_precision=reading.precision if reading else None,
        section=section,
        breadcrumbs=head.crumbs,
        tags=tags,
        method="dump",
        provenance=MappingProxyType(provenance),
        **fields_of_text(judged, judged.kept, advertorial),
    )


def _tags(line: str | None) -> tuple[str, ...]:
    if line is None:
        return ()
    names = line.partition(":")[2] if ":" in line else line
    return tuple(tag for part in re.split(r"[,#]", names) if (tag := part.strip()))
