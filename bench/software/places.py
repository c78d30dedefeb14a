"""Where a theme prints a story's author or section: by comparing its pages of articles.

A menu or a list of sections has a story's section too, and so has the card of another story, or the
story's own text by chance. What tells them apart is that these hold other names on some page, or not
this one. So a place (the path of elements from the root, a meta element, a key in JSON-LD) tells a name
if on every page of an article in the theme it has the name of that page's story, and of no other page's
story; and the theme's pages tell the name if there is such a place.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import lxml.html

_UNSEEN = ("script", "style", "template", "noscript")


def is_told(articles: Sequence[tuple[bytes, str]]) -> bool:
    """Whether a theme tells the name that belongs to each of its pages of articles."""
    patterns = {name: re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for _, name in articles}
    telling: set[str] | None = None
    for body, own in articles:
        held: dict[str, set[str]] = defaultdict(set)
        for place, text in read_places(body):
            held[place] |= {name for name, pattern in patterns.items() if pattern.search(text)}
        mine = {place for place, found in held.items() if found == {own}}
        telling = mine if telling is None else telling & mine
    return bool(telling)


def read_places(body: bytes) -> Iterator[tuple[str, str]]:
    """Each piece of text of the page with its place: what is shown, meta elements, and JSON-LD."""
    tree = lxml.html.fromstring(body.decode("utf-8"))
    for element in tree.iter():
        if not isinstance(element.tag, str):
            pass  # a comment: only what follows it is text
        elif element.tag == "meta":
            key = element.get("property") or element.get("name") or element.get("itemprop") or ""
            yield f"meta {key}", element.get("content") or ""
        elif element.get("type") == "application/ld+json":
            yield from _read_data("ld", element.text or "")
        elif element.tag not in _UNSEEN and element.text:
            yield _path(element), element.text
        parent = element.getparent()
        if element.tail and parent is not None:
            yield _path(parent), element.tail


def _path(element: Any) -> str:
    return "/".join(reversed([element.tag, *(above.tag for above in element.iterancestors())]))


def _read_data(key: str, source: str) -> Iterator[tuple[str, str]]:
    try:
        yield from _walk(key, json.loads(source))
    except ValueError:  # themes print JSON by hand, and not always rightly: then there is nothing to read
        return


def _walk(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _walk(f"{key}.{name}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(key, inner)
    elif isinstance(value, str):
        yield key, value
