"""The marks by which systems and themes show the parts of a page: `data/marks.toml`, ready for look-up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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


def marks_of(element: Element) -> tuple[str, ...]:
    """The marks that `element` bears, in lower case: classes, id, itemprop, rel, shelf of a link's address."""
    get = element.get
    if element.tag != "a":
        return _marks(get("class"), get("id"), get("itemprop"), None, None)
    href = get("href")
    shelf = _SHELF.search(href) if href else None
    return _marks(get("class"), get("id"), get("itemprop"), get("rel"), shelf.group(1) if shelf else None)


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
        marks.append("href=" + shelf.lower())
    return tuple(marks)


Part = tuple[str, str, int]
"""Name of a part, the mark that names it, and the mark's rank."""


def parts_of(element: Element) -> list[Part] | tuple[Part, ...]:
    """The parts that `element`'s marks name, one mark a part.

    Asked of every element of a page: attribute by attribute, since classes repeat and the rest is rare.
    """
    get = element.get
    classes, name, itemprop = get("class"), get("id"), get("itemprop")
    parts = _parts_of_classes(classes) if classes else ()
    if name or itemprop or element.tag == "a":
        more = [*(_parts_of_word("#", name) if name else ()), *(_parts_of_words("[]", itemprop) if itemprop else ())]
        if element.tag == "a":
            more.extend(_parts_of_link(get("rel"), get("href")))
        if more:
            return list({part[0]: part for part in reversed([*parts, *more])}.values())
    return parts


@lru_cache(maxsize=8192)
def _parts_of_classes(classes: str) -> tuple[Part, ...]:
    return tuple({part[0]: part for word in reversed(classes.split()) for part in _parts_of_word(".", word)}.values())


def _parts_of_words(brackets: str, words: str) -> list[Part]:
    return [part for word in words.split() for part in _parts_of_word(brackets[0], word + brackets[1])]


def _parts_of_word(sign: str, word: str) -> list[Part]:
    mark = sign + word.lower()
    roles = load_marks().roles.get(mark)
    return [(part, mark, rank) for part, rank in roles.items()] if roles else []


def _parts_of_link(rel: str | None, href: str | None) -> Iterator[Part]:
    if rel:
        for word in rel.split():
            yield from _parts_of_word("rel=", word)
    shelf = _SHELF.search(href) if href else None
    if shelf:
        yield from _parts_of_word("href=", shelf.group(1))


def is_chrome(element: Element) -> bool:
    """Whether the element's own marks say that it is no text of the article."""
    return not load_marks().chrome.isdisjoint(marks_of(element))


def has_chrome_word(element: Element) -> bool:
    """Whether a word of the element's classes or id is one of chrome: "td-relatedPosts_1" is related and posts."""
    return _has_chrome_word(element.get("class"), element.get("id"))


@lru_cache(maxsize=8192)
def _has_chrome_word(classes: str | None, name: str | None) -> bool:
    words = {word for value in (classes, name) if value for word in _WORD_BREAK.split(_CAMEL.sub("-", value).lower())}
    return not load_marks().chrome_words.isdisjoint(words)
