"""The marks by which systems and themes show the parts of a page: `data/marks.toml`, ready for look-up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from lxml.etree import _Element as Element

_WORD_BREAK = re.compile(r"[^a-z0-9]+")
_SHELVES = frozenset("author penulis reporter profile category kategori kanal rubrik tag topik".split())
"""Path segments by which systems shelve articles: the address of a link tells what its text is."""
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


def marks_of(element: Element) -> tuple[str, ...]:
    """The marks that `element` bears, in lower case: classes, id, itemprop, rel, shelf of a link's address."""
    get = element.get
    if element.tag != "a":
        return _marks(get("class"), get("id"), get("itemprop"), None, None)
    href = get("href") or ""
    shelf = next((word for word in href.split("/") if word in _SHELVES), None)
    return _marks(get("class"), get("id"), get("itemprop"), get("rel"), shelf)


@lru_cache(maxsize=8192)
def _marks(classes: str | None, name: str | None, itemprop: str | None, rel: str | None, shelf: str | None) -> tuple[str, ...]:
    marks = ["." + word for word in classes.lower().split()] if classes else []
    if name:
        marks.append("#" + name.lower())
    if itemprop:
        marks.extend(f"[{word}]" for word in itemprop.lower().split())
    if rel:
        marks.extend("rel=" + word for word in rel.lower().split())
    if shelf:
        marks.append("href=" + shelf)
    return tuple(marks)


Part = tuple[str, str, int]
"""Name of a part, the mark that names it, and the mark's rank."""


def parts_of(element: Element, tag: str, *, names: bool = True, properties: bool = True) -> tuple[Part, ...]:
    """The parts that `element`'s marks name.

    Asked of every element of a page: `names` and `properties` say whether the page has ids and itemprops
    worth looking at, for every attribute read costs.
    """
    get = element.get
    classes = get("class")
    parts = _parts_of_classes(classes) if classes else ()
    if names and (name := get("id")):
        parts += _parts_of_word("#", name)
    if properties and (itemprop := get("itemprop")):
        parts += _parts_of_properties(itemprop)
    if tag == "a":
        rel, href = get("rel"), get("href")
        if rel:
            parts += _parts_of_rel(rel)
        if href and not _SHELVES.isdisjoint(href.split("/")):
            parts += next(_parts_of_word("href=", word) for word in href.split("/") if word in _SHELVES)
    return parts


@lru_cache(maxsize=8192)
def _parts_of_classes(classes: str) -> tuple[Part, ...]:
    return tuple({part[0]: part for word in reversed(classes.split()) for part in _parts_of_word(".", word)}.values())


@lru_cache(maxsize=1024)
def _parts_of_properties(itemprop: str) -> tuple[Part, ...]:
    return tuple(part for word in itemprop.split() for part in _parts_of_word("[", word + "]"))


@lru_cache(maxsize=1024)
def _parts_of_rel(rel: str) -> tuple[Part, ...]:
    return tuple(part for word in rel.split() for part in _parts_of_word("rel=", word))


def _parts_of_word(sign: str, word: str) -> tuple[Part, ...]:
    mark = sign + word.lower()
    roles = load_marks().roles.get(mark)
    return tuple((part, mark, rank) for part, rank in roles.items()) if roles else ()


def is_chrome(element: Element) -> bool:
    """Whether the element's own marks say that it is no text of the article."""
    return not load_marks().chrome.isdisjoint(marks_of(element))


def has_chrome_word(element: Element) -> bool:
    """Whether a word of the element's classes or id is one of chrome: "td-relatedPosts_1" is related and posts."""
    classes, name = element.get("class"), element.get("id")
    return _has_chrome_word(classes, name) if classes or name else False


@lru_cache(maxsize=8192)
def _has_chrome_word(classes: str | None, name: str | None) -> bool:
    words = {word for value in (classes, name) if value for word in _WORD_BREAK.split(_CAMEL.sub("-", value).lower())}
    return not load_marks().chrome_words.isdisjoint(words)
