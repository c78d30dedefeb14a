"""What one page adds to the profile of its portal: its body's lines as hashes, and where its parts stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from lxml.etree import _Element as Element

from kaltimcrawl.extraction.containers import Choice
from kaltimcrawl.extraction.lines import Line
from kaltimcrawl.extraction.page import Page
from kaltimcrawl.extraction.tree import fold

MOST_LINES = 400
"""Lines of a page that are counted; the first, since what stands beyond is the end of a very long text."""
_LONGEST_COUNTED = 0xFFFF  # what a row of the archive has room for
_LEVELS = 4
_MANY_ELEMENTS = 120
_FAR_ABOVE_TITLE = 60
_LONGEST_HOLDER = 200
_NOT_WORD = re.compile(r"[\W_]+")
_PLAIN = {code: None for code in range(128) if not chr(code).isalnum()}
_TYPOGRAPHY = "–“”’‘—…"
"""Marks that most lines have no others of beside ASCII, whose normal form is found ten times as fast."""
_OF_ONE_POST = re.compile(r"(?:category|tag|author|format|status|term|post_tag|has|hentry)(?:[-_]|$)")
"""Classes by which WordPress tells the posts of one template apart."""


@dataclass(frozen=True, slots=True, order=True)
class PageFigures:
    """The figures of one article, as the rules alone read it: no profile has a part in them."""

    key: str
    """The article's `urls.url_key`; empty where the page has no address."""
    captured: int
    """When the page was captured, seconds since 1970 in UTC; 0 where that isn't known."""
    body_path: str
    """Path of the body's element, as `path_of_element` gives it; this and the others empty where unknown."""
    title_path: str
    date_path: str
    byline_path: str
    lines: tuple[int, ...]
    """`line_hash` of the body's lines in order, table rows left out, each once."""
    sizes: tuple[int, ...]
    """Characters of each of the lines."""


def line_hash(text: str) -> int:
    """64 bits that two prints of one line share: case, punctuation and spaces make no difference.

    Digits do: lists of prices, scores and hours of prayer are the same from day to day but for them. 0 for a
    text without letters and digits. The same on every machine and in every process, unlike Python's own hash.

    >>> line_hash("Ikuti kami, ya!") == line_hash("IKUTI  KAMI – YA"), line_hash("* * *")
    (True, 0)
    """
    for mark in _TYPOGRAPHY:
        if text.isascii():
            break
        text = text.replace(mark, "")
    if text.isascii():
        plain = text.lower().translate(_PLAIN)
    else:
        plain = _NOT_WORD.sub("", unicodedata.normalize("NFKC", text).lower())
    if not plain:
        return 0
    return int.from_bytes(blake2b(plain.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def path_of_element(element: Element) -> str:
    """The element and up to three above it by tags and sorted classes: "div.row>article.post>div.isi".

    Classes with digits (most carry an id) and those that name a single post's categories and tags are left
    out, and so are the page's <body> and <html>, whose classes tell pages apart.
    """
    steps: list[str] = []
    here: Element | None = element
    while here is not None and len(steps) < _LEVELS and here.tag not in ("body", "html"):
        classes = here.get("class")
        steps.append(f"{here.tag}{_lasting(classes)}" if classes else str(here.tag))
        here = here.getparent()
    return ">".join(reversed(steps)) or str(element.tag)


@lru_cache(4096)
def _lasting(classes: str) -> str:
    """The classes that an article's page shares with others, sorted, a dot before each."""
    names = {name for name in classes.split() if not any(map(str.isdigit, name))}
    return "".join(f".{name}" for name in sorted(names) if _OF_ONE_POST.match(name) is None)


def measure_lines(lines: Iterable[Line]) -> dict[int, int]:
    """Hash of each line to its characters, in order; table rows, which are data, are left out."""
    measured: dict[int, int] = {}
    for line in lines:
        if line.kind != "table_row" and (hashed := line_hash(line.text)):
            measured.setdefault(hashed, min(len(line.text), _LONGEST_COUNTED))
            if len(measured) == MOST_LINES:
                break
    return measured


def measure_page(
    page: Page,
    key: str,
    choice: Choice,
    lines: Sequence[Line],
    title_order: int,
    published: str | None,
    author: str | None,
) -> PageFigures:
    """The figures of a page whose body is `choice` with the lines `lines`.

    `published` and `author` are the date as it was read and the first author's name: the elements over the
    body that hold them are where the portal prints dates and bylines.
    """
    measured = measure_lines(lines)
    elements = page.survey.elements
    head = elements[max(0, title_order - _FAR_ABOVE_TITLE) : page.body_order + 1][:_MANY_ELEMENTS]
    heading = elements[title_order] if 0 < title_order < len(elements) else None
    return PageFigures(
        key=key,
        captured=int(page.captured.timestamp()) if page.captured is not None else 0,
        body_path=path_of_element(choice.elements[0]) if choice.place else "",
        title_path=path_of_element(heading) if heading is not None else "",
        date_path=_path_of_holder(head, published) or _path_of_marked(page, "published", title_order),
        byline_path=_path_of_holder(head, author),
        lines=tuple(measured),
        sizes=tuple(measured.values()),
    )


def _path_of_holder(elements: Iterable[Element], words: str | None) -> str:
    """The path of the first element whose own short text holds `words`; empty where none does."""
    if not words:
        return ""
    for element in elements:
        text = element.text
        if text is not None and len(words) <= len(text) <= _LONGEST_HOLDER and words in fold(text):
            return path_of_element(element)
    return ""


def _path_of_marked(page: Page, part: str, title_order: int) -> str:
    """The path of the most trusted element marked as `part` between title and body: the date of JSON-LD is
    printed in other words."""
    marked = next(page.close(part, title_order), None)
    return path_of_element(marked.element) if marked is not None else ""
