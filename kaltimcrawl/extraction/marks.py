"""The marks by which systems and themes show the parts of a page: `data/marks.toml`, ready for look-up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml.etree import _Element as Element

_WORD_BREAK = re.compile(r"[^a-z0-9]+")
_SHELF = re.compile(r"[/?&](author|penulis|reporter|profile|category|kategori|kanal|rubrik|tag|topik)[/=]", re.IGNORECASE)
"""Path segments by which systems shelve articles; the address of a link tells what its text is."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks by part, and the words and marks of chrome."""

    roles: Mapping[str, Mapping[str, int]]
    """Mark to {part: rank}; rank 0 is the most trusted of its part."""
    chrome: frozenset[str]
    embeds: frozenset[str]
    chrome_words: frozenset[str]


@cache
def load_marks() -> Marks:
    """The package's marks, read once."""
    data = tomllib.loads(files(__package__).joinpath("data", "marks.toml").read_text("utf-8"))
    chrome = data.pop("chrome")
    roles: dict[str, dict[str, int]] = {}
    for part, table in data.items():
        for rank, mark in enumerate(table["marks"]):
            roles.setdefault(mark.lower(), {})[part] = rank
    return Marks(
        roles, frozenset(chrome["marks"]), frozenset(chrome["embeds"]), frozenset(chrome["words"])
    )


def marks_of(element: Element) -> Iterator[str]:
    """The marks that `element` bears, in lower case: classes, id, itemprop, rel."""
    get = element.get
    value = get("class")
    if value:
        for name in value.lower().split():
            yield "." + name
    value = get("id")
    if value:
        yield "#" + value.lower()
    value = get("itemprop")
    if value:
        for name in value.lower().split():
            yield f"[{name}]"
    value = get("rel")
    if value:
        for name in value.lower().split():
            yield "rel=" + name
    if element.tag == "a":
        value = get("href")
        shelf = _SHELF.search(value) if value else None
        if shelf:
            yield "href=" + shelf.group(1).lower()


def words_of(element: Element) -> Iterator[str]:
    """The words of `element`'s classes and id: "td-relatedPosts_1" gives td, related, posts, 1."""
    for value in (element.get("class"), element.get("id")):
        if value:
            yield from _WORD_BREAK.split(_CAMEL.sub("-", value).lower())
