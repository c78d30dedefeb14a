"""The text of an article that a page shows by script alone: it stands in the data of the page's app.

Sites made with Next.js and the like carry what their pages show as JSON (`<script type="application/json">`).
Where the server doesn't print the text too, that is all that a capture has of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator

from kaltimcrawl.extraction.tree import bare

_SCRIPT = re.compile(
    rb"<script\b[^>]{0,300}?\btype\s?=\s?[\"']?application/json\b[^>]{0,300}>", re.IGNORECASE
)
_END = b"</script"
_LONGEST = 3_000_000
"""Bytes of one script that are read; more hold no article's data."""
_MOST_SCRIPTS, _MOST_NODES = 12, 200_000
_SOME_PARAGRAPHS, _SHORTEST_TEXT = 3, 400
_PARAGRAPH_END = "</p>"
_SHORTEST_TITLE = 8
_OF_TITLES = ("title", "headline", "name", "judul")


def text_in_state(source: bytes, titles: Collection[str]) -> str | None:
    """The article's text, as HTML, in the JSON of a page's source; None where none is sure.

    `titles` are what the page calls itself. The text is the longest string of several paragraphs in an object
    whose title is one of them: a list's pages have other articles' texts there, under titles of their own.
    """
    own = {bare(title) for title in titles} - {""}
    found = [
        text
        for state in _states(source)
        for holder in _objects(state)
        if _is_called(holder, own)
        for text in holder.values()
        if isinstance(text, str)
        and len(text) >= _SHORTEST_TEXT
        and text.count(_PARAGRAPH_END) >= _SOME_PARAGRAPHS
    ]
    return max(found, key=len, default=None)


def _states(source: bytes) -> Iterator[object]:
    """What the JSON scripts of a page hold; broken ones and those that are too long are left out."""
    for number, found in enumerate(_SCRIPT.finditer(source)):
        if number == _MOST_SCRIPTS:
            return
        end = source.find(_END, found.end(), found.end() + _LONGEST)
        if end < 0:
            continue
        try:
            yield json.loads(source[found.end() : end])
        except (ValueError, RecursionError):
            continue


def _objects(state: object) -> Iterator[dict[str, object]]:
    """The objects in a state, in no certain order."""
    left = [state]
    for _ in range(_MOST_NODES):
        if not left:
            return
        node = left.pop()
        if isinstance(node, dict):
            yield node
            left.extend(node.values())
        elif isinstance(node, list):
            left.extend(node)


def _is_called(holder: dict[str, object], own: Collection[str]) -> bool:
    """Whether an object's title is one of `own`, or what one of them begins with: "… | Kabar Hulu"."""
    for key in _OF_TITLES:
        value = holder.get(key)
        title = bare(value) if isinstance(value, str) else ""
        if len(title) >= _SHORTEST_TITLE and any(name.startswith(title) for name in own):
            return True
    return False
