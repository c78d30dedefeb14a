"""The text of an article that a page shows by script alone: it stands in the data of the page's app.

Sites made with Next.js, Nuxt and the like carry what their pages show in scripts: as JSON
(`<script type="application/json">`), as an object that a variable is set to, or as strings in a program.
Where the server doesn't print the text too, that is all that a capture has of it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterator

from kaltimcrawl.extraction.tree import bare

_SCRIPT = re.compile(rb"<script\b([^<>]{0,600})>", re.IGNORECASE)
_OF_JSON = re.compile(rb"\btype\s?=\s?[\"']?application/json\b", re.IGNORECASE)
_OF_PROGRAM = re.compile(
    rb"\btype\s?=\s?[\"']?(?!text/javascript|module|application/javascript)", re.IGNORECASE
)
_END = b"</script"
_ASSIGNED = re.compile(r"[^=!<>]=\s?(?=\{\s?\")")
_LONGEST = 3_000_000
"""Bytes of one script that are read; more hold no article's data."""
_MOST_SCRIPTS, _MOST_ASSIGNED, _MOST_NODES = 60, 6, 200_000
_SOME_PARAGRAPHS, _SHORTEST_TEXT = 3, 400
_PARAGRAPH = "<p"
_SHORTEST_TITLE = 8
_OF_TITLES = ("title", "headline", "name", "judul")
_CURLED = re.compile(r"\{(/[a-z][a-z0-9-]{0,20})\}")
"""An end tag as the stations of a large group of television keep it within JSON: "{/p}"."""
_STRING = re.compile(
    r"""\b(?:body|content|text|html|article_?body|detail|isi)["']?\s?:\s?"""
    r"""(?P<text>"(?>(?:[^"\\]|\\.){400,})"|'(?>(?:[^'\\]|\\.){400,})')""",
    re.IGNORECASE | re.DOTALL,
)
_MOST_STRINGS = 8
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|x(?P<short>[0-9a-fA-F]{2})|(?P<sign>.))", re.DOTALL)
_SIGNS = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": "", "v": ""}


def text_in_state(source: bytes, titles: Collection[str]) -> str | None:
    """The article's text, as HTML, in the scripts of a page's source; None where none is sure.

    `titles` are what the page calls itself. The text is the longest string of several paragraphs in an object
    whose title is one of them: a list's pages have other articles' texts there, under titles of their own.
    Where no object tells, it is the only such string that a program which names the title gives as a body.
    """
    own = {bare(title) for title in titles} - {""}
    programs: list[str] = []
    found: list[str] = []
    for attributes, script in _scripts(source):
        if _OF_JSON.search(attributes):
            states = [_read(script)]
        elif _OF_PROGRAM.search(attributes) is None:
            states = _assigned(script)
            programs.append(script)
        else:
            continue
        found += (
            text
            for state in states
            for holder in _objects(state)
            if _is_called(holder, own)
            for text in map(_as_html, holder.values())
            if text is not None
        )
    if not found:
        found = list(_texts_of_program(programs, own))
        found = found if len(set(found)) == 1 else []
    return max(found, key=len, default=None)


def _scripts(source: bytes) -> Iterator[tuple[bytes, str]]:
    """The attributes and the text of a page's first scripts; those that are too long are left out."""
    for number, found in enumerate(_SCRIPT.finditer(source)):
        if number == _MOST_SCRIPTS:
            return
        end = source.find(_END, found.end(), found.end() + _LONGEST)
        if end - found.end() >= _SHORTEST_TEXT:
            yield found[1], source[found.end() : end].decode("utf-8", "replace")


def _read(script: str) -> object:
    """What a script of JSON holds; None for a broken one."""
    try:
        return json.loads(script)
    except (ValueError, RecursionError):
        return None


def _assigned(script: str) -> list[object]:
    """The objects in JSON's form that a program sets its first variables to."""
    states: list[object] = []
    decoder = json.JSONDecoder()
    at = 0
    for _ in range(_MOST_ASSIGNED):
        found = _ASSIGNED.search(script, at)
        if found is None:
            break
        try:
            state, at = decoder.raw_decode(script, found.end())
        except (ValueError, RecursionError):
            at = found.end()
        else:
            states.append(state)
    return states


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


def _as_html(value: object) -> str | None:
    """A string that holds several paragraphs; None for other values."""
    if not isinstance(value, str) or len(value) < _SHORTEST_TEXT:
        return None
    text = html.unescape(value) if "&lt;" in value and _PARAGRAPH not in value else value
    text = _CURLED.sub(r"<\1>", text) if "{/" in text else text
    return text if text.count(_PARAGRAPH) >= _SOME_PARAGRAPHS else None


def _texts_of_program(programs: Collection[str], own: Collection[str]) -> Iterator[str]:
    """The strings of several paragraphs that programs which name the page's title give as a body."""
    for program in programs:
        found: list[str] = []
        at = 0
        while len(found) < _MOST_STRINGS and (match := _STRING.search(program, at)) is not None:
            at = match.end()
            text = _as_html(_plain(match["text"][1:-1]))
            if text is not None:
                found.append(text)
        if found:
            whole = bare(_plain(program))
            if any(len(name) >= _SHORTEST_TITLE and name in whole for name in own):
                yield from found


def _plain(literal: str) -> str:
    """The text of a string of ECMAScript, its escapes undone (ECMA-262, 12.9.4)."""
    return _ESCAPE.sub(_sign_of, literal) if "\\" in literal else literal


def _sign_of(found: re.Match[str]) -> str:
    code = found["code"] or found["short"]
    if code is not None:
        return chr(int(code, 16))
    sign: str = found["sign"]
    return _SIGNS.get(sign, sign)
